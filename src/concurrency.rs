//! How many requests a route takes at once. More are answered with a 429 that no quota
//! explains.
//!
//! The numbers are those of BigCommerce's API reference, where each route's page names its
//! own. Routes that are not here have no documented limit. Until 2023 every other one was
//! limited to 3; that sentence is gone, and nothing has taken its place.
//!
//! ```
//! use bc_status::{CONCURRENCY, concurrency};
//!
//! let at_once = |method| concurrency(method, "v3/pricelists/4/records").map(|limit| limit.most);
//! assert_eq!((at_once("PUT"), at_once("GET"), at_once("HEAD")), (Some(1), Some(10), None));
//! assert!(CONCURRENCY.iter().all(|limit| limit.most > 0));
//! ```

/// A limit of requests at once.
///
/// ```
/// let row = bc_status::concurrency("PUT", "v3/customers").unwrap();
/// assert_eq!((row.path, row.most), ("v3/customers", 3));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Concurrency {
    /// Methods, separated by a space; empty for any.
    pub methods: &'static str,
    /// The path from the version on; `*` is one segment, and a last `**` any that follow.
    pub path: &'static str,
    /// Requests at once.
    pub most: u32,
    /// For each path that fits one by one, instead of all of them together.
    pub each: bool,
}

macro_rules! rows {
    ($($methods:literal $path:literal $most:literal $($each:ident)?;)*) => {
        &[$(Concurrency { methods: $methods, path: $path, most: $most, each: rows!(@ $($each)?) },)*]
    };
    (@ each) => { true };
    (@) => { false };
}

/// The first row that fits counts.
///
/// ```
/// use bc_status::CONCURRENCY;
///
/// let one_by_one = CONCURRENCY.iter().filter(|row| row.each);
/// assert!(one_by_one.clone().count() > 0 && one_by_one.clone().all(|row| row.most == 1));
/// ```
pub const CONCURRENCY: &[Concurrency] = rows! {
    "" "v3/catalog/categories/**" 40;
    "" "v2/customer_groups/**" 40;
    "GET" "v3/catalog/trees/*/categories" 1;
    // Channels of the same product must not be changed in parallel.
    "PUT DELETE" "v3/catalog/products/channel-assignments" 1;

    "PUT" "v3/customers" 3;
    "PUT" "v3/customers/addresses" 3;
    "POST PUT" "v3/customers/attributes" 3;
    "PUT" "v3/customers/attribute-values" 3;
    "POST" "v3/customers/addresses" 10;
    "PUT" "v3/customers/form-field-values" 10;
    "POST PUT DELETE" "v3/segments/**" 10;

    "GET" "v3/promotions/*/codes" 10;
    "POST" "v3/promotions/*/codegen" 10;
    // Documented for most of them.
    "" "v3/promotions/**" 40;

    // Of what lies below nothing is said.
    "GET POST PUT" "v3/inventory/locations" 50;
    // The bulk writes: wait until the one before is answered.
    "PUT" "v3/inventory/items" 1;
    "POST PUT" "v3/inventory/adjustments/*" 1;

    "POST" "v3/pricing/products" 50;
    "PUT" "v3/pricelists/records" 1;
    "POST" "v3/pricelists/records" 10;
    // 2 in the reference, 1 in the guide: the lower holds both.
    "PUT" "v3/pricelists/*/records" 1;
    "GET POST" "v3/pricelists/*/records" 10;
    "GET" "v3/pricelists/*/records/*" 40;
    "GET" "v3/pricelists/*/records/*/*" 50;
    "PUT" "v3/pricelists/*/records/*/*" 40;
    "DELETE" "v3/pricelists/*/records/*/*" 25;
    "PUT" "v3/pricelists/*/assignments" 25;
    "DELETE" "v3/pricelists/*" 1;

    // One order's refunds one after the other, and what changes one checkout likewise.
    "POST" "v3/orders/*/payment_actions/refunds" 1 each;
    "POST PUT DELETE" "v3/checkouts/*/consignments/**" 1 each;
    "POST PUT DELETE" "api/storefront/checkouts/*/consignments/**" 1 each;
    "POST PUT DELETE" "api/storefront/carts/*/items/**" 1 each;
};

/// How many requests like this one may be under way; the path from the version on. Neither the
/// method nor the path goes by capitals.
///
/// ```
/// use bc_status::concurrency;
///
/// assert_eq!(concurrency("PUT", "v3/customers").unwrap().most, 3);
/// assert_eq!(concurrency("GET", "v3/customers"), None);
/// ```
pub fn concurrency(method: &str, path: &str) -> Option<&'static Concurrency> {
    CONCURRENCY.get(row_of(method, path)?)
}

/// The number of the row.
pub(crate) fn row_of(method: &str, path: &str) -> Option<usize> {
    CONCURRENCY.iter().position(|row| row.takes(method) && row.fits(path))
}

impl Concurrency {
    fn takes(&self, method: &str) -> bool {
        self.methods.is_empty()
            || self.methods.split(' ').any(|one| one.eq_ignore_ascii_case(method))
    }

    fn fits(&self, path: &str) -> bool {
        let path = path.strip_prefix('/').unwrap_or(path);
        let mut segments = path.strip_suffix('/').unwrap_or(path).split('/');
        for part in self.path.split('/') {
            match (part, segments.next()) {
                ("**", _) => return true,
                ("*", Some(segment)) if !segment.is_empty() => {}
                (part, Some(segment)) if segment.eq_ignore_ascii_case(part) => {}
                _ => return false,
            }
        }
        segments.next().is_none()
    }

    /// The row as a regular expression over `/path METHOD`, for the npm package. The path comes
    /// first since an engine tells paths apart by their beginnings.
    ///
    /// ```
    /// let row = bc_status::concurrency("DELETE", "v3/pricelists/7").unwrap();
    /// assert_eq!(row.pattern(), "/v3/pricelists/[^/]+/? (?:DELETE)");
    /// ```
    #[cfg(feature = "prose")]
    pub fn pattern(&self) -> String {
        let methods = match self.methods {
            "" => "[A-Z]+".to_owned(),
            methods => methods.replace(' ', "|"),
        };
        let parts = self.path.split('/').map(|part| match part {
            "**" => "(?:/.*)?".to_owned(),
            "*" => "/[^/]+".to_owned(),
            part => format!("/{part}"),
        });
        let path: String = parts.collect();
        format!("{path}/? (?:{methods})")
    }
}
