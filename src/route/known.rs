//! What is known of single routes beyond their methods: how much a request may hold, what a
//! deletion without a filter does, how many requests may run at once, which OAuth scope they
//! need, and what has replaced them. And what our own Worker means by its codes.

use super::section;
#[cfg(feature = "prose")]
use super::specified;
#[cfg(feature = "prose")]
use crate::concurrency::{CONCURRENCY, Concurrency};
use crate::text::{cut, whole};

/// Rows of six kinds. A row holds for its own path alone, unless its route ends in `/**`:
/// then for all that lies below, too. The first that holds wins.
///
/// | part       | row                                                                     |
/// |------------|-------------------------------------------------------------------------|
/// | `batch`    | route, methods, the most items in one request or, of a GET, on one page |
/// | `delete`   | route, what a DELETE without a filter does, the filter it takes         |
/// | `scope`    | route, scopes; most have another form for reading alone                 |
/// | `replaced` | route that is deprecated or gone, what replaces it                      |
/// | `worker`   | code, how sure, the finding it stands for, the option that decides      |
/// | `at_once`  | route, methods, requests at once, of all paths: from [`CONCURRENCY`]    |
///
/// Without a filter a DELETE is `R`, refused, since the specification demands one; `N`, a
/// success that by the specification changes nothing; `A`, the deletion of all; or `-`, of which
/// nothing is said although a pattern found something. Where the ids are in the body, where there
/// is no filter, and where the specification leaves it open, there is no row.
///
/// What the specifications tell of a route is in `specified.rs`, which `tools/routes.mjs` writes;
/// here is what they do not tell in a form that a program finds, and what corrects them. Sources:
/// the descriptions of the operations, the page on API accounts, the page on sunsets; that more
/// than 10 categories of a tree are refused is BigCommerce's word on issue 904 of its
/// documentation, and for companies of B2B Edition its page on making several at once; the scopes of infrastructure are those that Catalyst's command line asks for.
#[cfg(feature = "prose")]
const PARTS: &[(&str, &str, &[&str])] = &[
    ("batch", BATCH, specified::BATCH),
    ("delete", DELETE, specified::DELETE),
    ("scope", SCOPE, specified::SCOPE),
    ("replaced", REPLACED, &[]),
    ("worker", WORKER, &[]),
];

/// See [`PARTS`].
#[cfg(feature = "prose")]
const BATCH: &str = "\
/v3/catalog/products D 250
/v3/catalog/variants U 50
/v3/catalog/trees/categories P 10
/v3/segments/{id}/shopper-profiles P 50
/v3/pricelists/records P 100
/v3/pricelists/assignments P 25
/v3/pickup/methods U 10
/api/v3/io/companies/bulk P 10
";

/// See [`PARTS`].
#[cfg(feature = "prose")]
const DELETE: &str = "\
/v2/customers -
/v3/customers/metafields -
/v3/customers N id:in
/v3/pricelists/{id}/records A variant_id:in
/v3/storefront/custom-template-associations R id:in
/v3/tax/rates R id:in
/v3/tax/zones R id:in
/v2/categories A
";

/// See [`PARTS`].
#[cfg(feature = "prose")]
const SCOPE: &str = "\
/v3/orders/payment_actions/** store_v2_orders, store_v2_transactions
/v3/orders/{id}/payment_actions/** store_v2_orders, store_v2_transactions
/v3/orders/{id}/transactions/** store_v2_transactions
/v3/orders/{id}/refunds/** store_v2_transactions
/v3/orders/pickups/** store_order_fulfillment_manage
/v3/orders/** store_v2_orders
/v2/orders/** store_v2_orders
/v2/order_statuses/** store_v2_orders
/v3/catalog/** store_v2_products
/v3/pricelists/** store_v2_products
/v3/pricing/** store_v2_products
/v2/products/** store_v2_products
/v2/brands/** store_v2_products
/v2/categories/** store_v2_products
/v3/shipping/** store_v2_products
/v3/customers/{id}/stored-instruments/** store_stored_payment_instruments_read_only
/v3/customers/** store_v2_customers
/v2/customers/** store_v2_customers
/v2/customer_groups/** store_v2_customers
/v3/wishlists/** store_v2_customers
/v3/segments/** store_v2_customers
/v3/shopper-profiles/** store_v2_customers
/v2/pages/** store_v2_content
/v2/redirects/** store_v2_content
/v3/content/scripts/** store_v2_content, store_content_checkout
/v3/content/** store_v2_content
/v2/blog/** store_v2_content
/v3/storefront/redirects/** store_v2_content
/v3/storefront/custom-template-associations store_v2_content
/v3/storefront/api-token-private store_storefront_api
/v3/storefront/api-token-customer-impersonation store_storefront_api_customer_impersonation
/v3/storefront/api-token store_storefront_api
/v3/promotions/** store_v2_marketing
/v3/marketing/email-templates/** store_v2_information
/v3/marketing/** store_v2_marketing
/v3/abandoned-carts/settings/** store_v2_information
/v3/abandoned-carts/** store_cart
/v2/coupons/** store_v2_marketing
/v2/banners/** store_v2_marketing
/v2/gift_certificates/** store_v2_marketing
/v3/carts/settings/** store_v2_information
/v3/carts/** store_cart
/v3/checkouts/** store_checkout
/v3/channels/{id}/listings/** store_channel_listings
/v3/channels/{id}/site/** store_sites
/v3/channels/** store_channel_settings
/v3/sites/** store_sites
/v3/themes/** store_themes_manage
/v3/inventory/locations/{id}/items store_inventory
/v3/inventory/locations/** store_locations
/v3/inventory/** store_inventory
/v3/pickup/** store_fulfillment_methods_manage
/v2/payments/methods store_payments_methods_read
/v3/payments/methods store_payments_methods_read
/v3/payments/access_tokens store_payments_access_token_create
/v3/settings/** store_v2_information
/v2/store/** store_v2_information
/v2/time store_v2_information
/v2/countries/** store_v2_information
/v2/currencies/** store_v2_information
/v2/shipping/** store_v2_information
/v2/tax_classes/** store_v2_information
/v3/store/systemlogs store_logs_read_only
/v3/infrastructure/deployments/** store_infrastructure_deployments_manage
/v3/infrastructure/projects/** store_infrastructure_projects_manage
/v3/infrastructure/logs/** store_infrastructure_logs_read_only
/v3/tax/** store_v2_information
";

/// See [`PARTS`].
#[cfg(feature = "prose")]
const REPLACED: &str = "\
/v2/brands/** /v3/catalog/brands
/v2/categories/** /v3/catalog/trees/categories
/v3/catalog/categories /v3/catalog/trees/categories
/v3/catalog/categories/{id} /v3/catalog/trees/categories
/v2/customers/** /v3/customers
/v2/options/** /v3/catalog/products/{id}/options
/v2/option_sets/** /v3/catalog/products/{id}/options
/v2/pages/** /v3/content/pages
/v2/products/** /v3/catalog/products
/v2/redirects/** /v3/storefront/redirects
";

/// See [`PARTS`].
#[cfg(feature = "prose")]
const WORKER: &str = "\
aborted certain network.aborted
body-broken certain request.refused-by-worker
body-timeout certain request.refused-by-worker bodyTimeoutMs
body-too-long certain request.refused-by-worker maxBodyBytes
body-used certain platform.worker-failed
caller-limit certain limit.edge perCaller
circuit-open likely platform.degraded
handler-failed certain platform.worker-failed
length-refused certain request.refused-by-worker
method-override certain request.refused-by-worker
method-refused certain request.refused-by-worker allow
misconfigured certain platform.worker-failed
not-authorized certain request.refused-by-worker authorize
origin-refused certain request.refused-by-worker cors
path-refused certain request.refused-by-worker
query-only certain request.refused-by-worker allow
query-refused certain request.refused-by-worker
queue-full likely limit.quota
route-unknown certain request.refused-by-worker allow
status-unknown certain request.refused-by-worker
store-failed possible other.unrecognised expose
type-refused certain request.refused-by-worker
url-refused certain request.refused-by-worker
url-too-long certain request.url-too-long
wait-too-long likely limit.quota
";

/// All of it in one text, the limits of requests at once from the table that the pacer has too.
#[cfg(feature = "prose")]
pub(crate) fn known() -> &'static str {
    const LENGTH: usize = Writer::<0>::all().length;
    static KNOWN: [u8; LENGTH] = Writer::<LENGTH>::all().bytes;
    const TEXT: &str = crate::text::of_ascii(&KNOWN);
    TEXT
}

/// Writes while compiling; with an `N` of 0 it only measures.
#[cfg(feature = "prose")]
struct Writer<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

#[cfg(feature = "prose")]
#[expect(clippy::indexing_slicing, reason = "while compiling")]
impl<const N: usize> Writer<N> {
    const fn all() -> Writer<N> {
        let mut writer = Writer { bytes: [0; N], length: 0 };
        // Looked for at every diagnosis, as the first rows of the others are.
        writer.text(b"=at_once\n");
        let mut at = 0;
        while at < CONCURRENCY.len() {
            // Of those for each path, such as the refunds of an order, another path is free.
            if !CONCURRENCY[at].each {
                writer.limit(&CONCURRENCY[at]);
            }
            at += 1;
        }
        let mut part = 0;
        while part < PARTS.len() {
            let (name, rows, specified) = PARTS[part];
            writer.byte(b'=');
            writer.text(name.as_bytes());
            writer.byte(b'\n');
            writer.text(rows.as_bytes());
            let mut at = 0;
            while at < specified.len() {
                writer.text(specified[at].as_bytes());
                writer.byte(b'\n');
                at += 1;
            }
            part += 1;
        }
        writer
    }

    const fn limit(&mut self, limit: &Concurrency) {
        self.byte(b'/');
        let path = limit.path.as_bytes();
        let mut at = 0;
        while at < path.len() {
            let is_any = path[at] == b'*' && path[at - 1] == b'/';
            match path[at] {
                b'*' if is_any && (at + 1 == path.len() || path[at + 1] == b'/') => {
                    self.text(b"{id}")
                }
                byte => self.byte(byte),
            }
            at += 1;
        }
        self.byte(b' ');
        self.letters(limit.methods.as_bytes());
        self.byte(b' ');
        self.number(limit.most);
        self.byte(b'\n');
    }

    /// The methods in the letters of the table of routes.
    const fn letters(&mut self, methods: &[u8]) {
        if methods.is_empty() {
            self.text(b"GPUD");
        }
        let mut at = 0;
        while at < methods.len() {
            if at == 0 || methods[at - 1] == b' ' {
                let is_put = methods[at] == b'P' && methods[at + 1] == b'U';
                self.byte(if is_put { b'U' } else { methods[at] });
            }
            at += 1;
        }
    }

    const fn number(&mut self, number: u32) {
        if number > 9 {
            self.number(number / 10);
        }
        self.byte(b'0' + (number % 10) as u8);
    }

    const fn text(&mut self, text: &[u8]) {
        let mut at = 0;
        while at < text.len() {
            self.byte(text[at]);
            at += 1;
        }
    }

    const fn byte(&mut self, byte: u8) {
        if N > 0 {
            self.bytes[self.length] = byte;
        }
        self.length += 1;
    }
}

/// What a part says of a route in a number, for a method: `batch` or `at_once`.
pub(crate) fn most(known: &str, part: &str, shape: &str, method: &str) -> Option<u64> {
    whole(cut(first(known, part, shape, method)?, b' ').1)
}

/// What any other part says of a route, or of a code.
pub(crate) fn known_of<'a>(known: &'a str, part: &str, shape: &str) -> Option<&'a str> {
    first(known, part, shape, "")
}

/// What stands behind the first route that holds for a path; where a method is given, the
/// row names those that it is for.
fn first<'a>(known: &'a str, part: &str, shape: &str, method: &str) -> Option<&'a str> {
    let mut rest = section(known, part);
    while !rest.is_empty() && !rest.starts_with('=') {
        let (row, after) = cut(rest, b'\n');
        rest = after;
        // Most rows part from the path before their route ends.
        let same = |(one, other): &(u8, u8)| one == other && *one != b' ';
        let length = row.bytes().zip(shape.bytes()).take_while(same).count();
        let beyond = row.get(length..).unwrap_or("");
        let holds = match beyond.as_bytes() {
            [b'*', b'*', ..] => true,
            [b' ', ..] | [b'/', b'*', ..] => length == shape.len(),
            _ => false,
        };
        let told = || cut(beyond, b' ').1;
        if holds && (method.is_empty() || super::takes(cut(told(), b' ').0, method)) {
            return Some(told());
        }
    }
    None
}

#[cfg(all(test, feature = "prose"))]
mod tests {
    use super::{CONCURRENCY, cut, known, known_of, most, section};
    use crate::concurrency;
    use crate::route::{Api, TABLE, Url, route};

    /// The rows of a part, as their words.
    fn rows(part: &str) -> impl Iterator<Item = Vec<&'static str>> {
        let rows = cut(section(known(), part), b'=').0;
        rows.lines().map(|row| row.split(' ').collect())
    }

    #[test]
    fn a_row_holds_for_its_own_path() {
        let scope = |shape| known_of(known(), "scope\n", shape);
        assert_eq!(scope("/v3/inventory/locations"), Some("store_locations"));
        assert_eq!(scope("/v3/inventory/locations/{id}/metafields"), Some("store_locations"));
        assert_eq!(scope("/v3/inventory/locations/{id}/items"), Some("store_inventory"));
        assert_eq!(scope("/v3/inventorys"), None);
        let batch = |shape, method| most(known(), "batch\n", shape, method);
        assert_eq!(batch("/v3/customers", "PUT"), Some(10));
        assert_eq!(batch("/v3/customers", "DELETE"), None);
        assert_eq!(batch("/v3/customers/addresses", "PUT"), None);
        assert_eq!(batch("", "PUT"), None);
    }

    #[test]
    fn rows_name_routes_that_exist() {
        for part in ["batch\n", "delete\n"] {
            for words in rows(part) {
                let path = words[0].replace("{id}", "7");
                let api = match path.get(..3) {
                    Some("/v2") => Api::V2,
                    Some("/v3") => Api::V3,
                    _ => Api::B2b,
                };
                let found = route(TABLE, &Url::read(&path), api);
                assert_eq!(found.shape, words[0]);
                let methods = if part == "batch\n" { words[1] } else { "D" };
                let takes = |letter: char| found.methods.to_uppercase().contains(letter);
                assert!(methods.chars().all(takes), "{words:?}");
            }
        }
    }

    /// What is here corrects what the specifications say, or adds to it, and repeats nothing.
    #[test]
    fn nothing_is_said_twice() {
        for (name, rows, specified) in super::PARTS {
            for row in rows.lines() {
                assert!(!specified.contains(&row), "{name}: {row}");
            }
        }
    }

    #[test]
    fn requests_at_once_are_among_those_of_the_specification() {
        for row in super::specified::AT_ONCE {
            let words: Vec<_> = row.split(' ').collect();
            let path = words[0].replace("{id}", "7");
            let most = concurrency::concurrency(words[1], &path).map(|row| row.most.to_string());
            assert!(most.is_some_and(|most| words[2..].contains(&most.as_str())), "{row}");
        }
        assert!(super::specified::AT_ONCE.len() > 40);
    }

    #[test]
    fn requests_at_once_are_those_of_the_pacer() {
        for row in CONCURRENCY.iter().filter(|row| !row.each) {
            let shape = format!("/{}", row.path.replace("/**", "/below").replace('*', "{id}"));
            let methods = if row.methods.is_empty() { "GET POST PUT DELETE" } else { row.methods };
            for method in methods.split(' ') {
                let paced = concurrency::concurrency(method, &shape).map(|row| row.most.into());
                assert_eq!(most(known(), "at_once\n", &shape, method), paced, "{method} {shape}");
            }
        }
    }
}
