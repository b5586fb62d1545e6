//! Looks a path up in the table of routes.
//!
//! The table is BigCommerce's own, and incomplete: what is in it exists, what is
//! not in it may exist all the same.

use super::{Api, Url, next_step};
use crate::text::{any, append, cut, find, same_name, whole};

/// Paths are not deeper; what follows is not looked at.
const DEEPEST: usize = 31;

/// What the table says of a path.
#[derive(Clone, Debug, Default)]
pub(crate) struct Route<'a> {
    /// The path as the table has it, `/v3/carts/{id}`; empty where it has none.
    pub shape: String,
    /// The methods it takes, in the letters of the table.
    pub methods: &'a str,
    /// Of these the ones whose body has to be a list.
    pub lists: &'a str,
    /// The largest `limit`, where one is documented.
    pub limit: Option<u64>,
    /// The methods of the same path with an id behind it, if there is such a route.
    pub of_one: Option<&'a str>,
    /// The methods of the path without its last step, if there is such a route.
    pub of_all: Option<&'a str>,
    /// A path that may have been meant, where this one is not known.
    pub similar: Option<String>,
    /// … and it is the same in the other version of the API.
    pub is_of_other_version: bool,
}

impl Route<'_> {
    pub fn is_known(&self) -> bool {
        !self.methods.is_empty()
    }

    /// Whether a route with this method is known; archived ones count.
    pub fn takes(&self, method: &str) -> bool {
        takes(self.methods, method)
    }

    /// Whether only archived documents know this method.
    pub fn is_old(&self, method: &str) -> bool {
        let small =
            |byte: u8| byte.is_ascii_lowercase() && byte.to_ascii_uppercase() == letter(method);
        self.methods.bytes().any(small)
    }
}

const METHODS: &str = "GGET|PPOST|UPUT|DDELETE|HHEAD|OOPTIONS|APATCH";

/// The letter of a method; a HEAD is answered wherever a GET is.
fn letter(method: &str) -> u8 {
    let mut letter = 0;
    let found = any(METHODS, &mut |row| {
        letter = row.bytes().next().unwrap_or(0);
        row.get(1..).is_some_and(|name| same_name(name, method))
    });
    match letter {
        _ if !found => 0,
        b'H' => b'G',
        letter => letter,
    }
}

pub(crate) fn takes(methods: &str, method: &str) -> bool {
    let letter = letter(method);
    methods.bytes().any(|known| known.to_ascii_uppercase() == letter)
}

/// The methods in words: `GET, PUT`.
pub(crate) fn names(methods: &str) -> Vec<String> {
    let mut names = Vec::new();
    any(METHODS, &mut |row| {
        let wanted = |known: u8| row.bytes().next() == Some(known.to_ascii_uppercase());
        if methods.bytes().any(wanted) {
            names.extend(row.get(1..).map(String::from));
        }
        false
    });
    names
}

/// The name of the part of the table that an API has, and what its paths begin with.
fn part_of(api: Api) -> (&'static str, &'static str) {
    match api {
        Api::V2 => ("v2\n", "/v2"),
        Api::V3 => ("v3\n", "/v3"),
        Api::Storefront => ("storefront\n", ""),
        Api::B2b => ("b2b\n", ""),
        _ => ("root\n", ""),
    }
}

/// What stands behind the name of a part. It ends where the next part does begin, with
/// a `=`, which its readers look for themselves.
pub(crate) fn section<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    loop {
        rest = cut(rest, b'=').1;
        if let Some(rows) = rest.strip_prefix(name) {
            return rows;
        }
        if rest.is_empty() {
            return "";
        }
    }
}

/// The steps of a path below what the table's part begins with.
fn steps<'a>(url: &Url<'a>, api: Api) -> Vec<&'a str> {
    let mut path = url.path;
    let mut steps = Vec::new();
    let version = match api {
        Api::V2 => "v2",
        Api::V3 => "v3",
        _ => "",
    };
    let mut is_below = version.is_empty();
    while !path.is_empty() && steps.len() < DEEPEST {
        let step = next_step(&mut path);
        if is_below && !step.is_empty() {
            steps.push(step);
        }
        is_below |= step == version;
    }
    if let Some(last) = steps.last_mut().filter(|_| api == Api::V2) {
        // V2 takes the format as an ending.
        *last = last.strip_suffix(".json").or_else(|| last.strip_suffix(".xml")).unwrap_or(last);
    }
    steps
}

/// What the table knows of a URL.
pub(crate) fn route<'a>(table: &'a str, url: &Url, api: Api) -> Route<'a> {
    if cfg!(left_out = "routes") {
        return Route::default();
    }
    let steps = steps(url, api);
    let (name, prefix) = part_of(api);
    let mut route = look_up(section(table, name), prefix, &steps);
    if !route.is_known() && !steps.is_empty() {
        let other = match api {
            Api::V2 => Api::V3,
            Api::V3 => Api::V2,
            api => api,
        };
        let (other_name, other_prefix) = part_of(other);
        let same = look_up(section(table, other_name), other_prefix, &steps);
        // An archived route is no goal to send anybody to.
        let is_current = same.methods.bytes().any(|method| method.is_ascii_uppercase());
        route.is_of_other_version = is_current;
        route.similar = Some(same.shape)
            .filter(|_| is_current)
            .or_else(|| similar(section(table, name), prefix, &steps))
            .or_else(|| similar(section(table, other_name), other_prefix, &steps));
    }
    route
}

/// Visits the rows of a part of the table, or of what lies below one of its first steps: their
/// depth, and the rest of them.
fn each_row<'a>(table: &'a str, first: &str, visit: &mut impl FnMut(usize, &'a str)) {
    let mut rest = table;
    if !first.is_empty() && !table.starts_with(first) {
        let mut line = String::new();
        append(&mut line, &["\n", first]);
        let part = cut(table, b'=').0;
        let at = find(part, &line).map_or(table.len(), |at| at + 1);
        rest = table.get(at..).unwrap_or("");
    }
    let from = rest.len();
    while !rest.is_empty() && !rest.starts_with('=') {
        if !first.is_empty()
            && rest.len() < from
            && !rest.starts_with(' ')
            && !rest.starts_with(first)
        {
            return;
        }
        let (line, after) = cut(rest, b'\n');
        rest = after;
        let depth = line.bytes().take_while(|byte| *byte == b' ').count();
        visit(depth, line.get(depth..).unwrap_or(""));
    }
}

/// One pass: a row fits if its parent did and its step does. Of two rows that fit
/// the whole path, the one with more steps by name wins.
fn look_up<'a>(table: &'a str, prefix: &str, steps: &[&str]) -> Route<'a> {
    let Some(last) = steps.len().checked_sub(1) else { return Route::default() };
    let mut route = Route::default();
    let (mut fits, mut by_name) = (0u32, 0u32);
    let mut best = None;
    let mut is_best = false;
    each_row(table, steps.first().unwrap_or(&""), &mut |depth, row| {
        let bit = 1u32 << depth.min(DEEPEST);
        let above = bit - 1;
        let parent_fits = fits & above == above;
        fits &= above;
        by_name &= above;
        if depth <= last {
            is_best = false;
        }
        if !parent_fits {
            return;
        }
        let (known, told) = cut(row, b' ');
        let step = steps.get(depth).copied();
        let named = step == Some(known);
        if named || (known == "*" && step.is_some()) {
            fits |= bit;
            by_name |= if named { bit } else { 0 };
        }
        let (methods, limit) = cut(told, b' ');
        let (methods, lists) = cut(methods, b'[');
        if depth + 1 == last && fits & bit != 0 && !methods.is_empty() {
            route.of_all = Some(methods);
        }
        if depth == last && fits & bit != 0 && best.is_none_or(|best| by_name > best) {
            best = Some(by_name);
            is_best = true;
            route.methods = methods;
            route.lists = lists;
            route.limit = whole(limit);
            route.of_one = None;
        }
        if depth == last + 1 && is_best && known == "*" && !methods.is_empty() {
            route.of_one = Some(methods);
        }
    });
    if let Some(by_name) = best.filter(|_| route.is_known()) {
        route.shape = String::from(prefix);
        for (depth, step) in steps.iter().enumerate() {
            append(&mut route.shape, &["/", if by_name >> depth & 1 == 1 { step } else { "{id}" }]);
        }
    }
    route
}

/// A path of the table that ends in the same name, or in nearly the same.
fn similar(table: &str, prefix: &str, steps: &[&str]) -> Option<String> {
    let named = |step: &&&str| !step.bytes().any(|byte| byte.is_ascii_digit());
    let wanted = steps.iter().rev().find(named)?;
    let mut path: Vec<&str> = Vec::new();
    let mut best = String::new();
    let mut best_score = 0;
    each_row(table, "", &mut |depth, row| {
        let (known, methods) = cut(row, b' ');
        path.truncate(depth);
        path.push(known);
        if methods.is_empty() || !is_near(known, wanted) {
            return;
        }
        // What has more steps in common, and the very name, is nearer, then what has an id as well, or none.
        let common = path.iter().filter(|step| steps.contains(step)).count();
        let is_of_one = path.contains(&"*") == steps.iter().any(|step| !named(&step));
        let score = 2 * common + 1 + usize::from(is_of_one);
        if score > best_score {
            best_score = score;
            best.clear();
            best.push_str(prefix);
            for step in &path {
                append(&mut best, &["/", if *step == "*" { "{id}" } else { step }]);
            }
        }
    });
    (best_score > 0).then_some(best)
}

/// Whether two names differ by a slip: their beginnings are the same, but for two letters.
fn is_near(known: &str, written: &str) -> bool {
    let same = |(one, other): &(u8, u8)| one.eq_ignore_ascii_case(other);
    let front = known.bytes().zip(written.bytes()).take_while(same).count();
    front > 2 && front + 2 >= known.len().max(written.len())
}

#[cfg(all(test, feature = "prose"))]
mod tests {
    use super::{Api, Url, names, route};
    use crate::route::table::TABLE;

    fn of(api: Api, path: &str) -> super::Route<'static> {
        route(TABLE, &Url::read(path), api)
    }

    #[test]
    fn known_paths_have_methods() {
        for (api, path, shape, methods) in [
            (Api::V3, "/stores/x/v3/carts", "/v3/carts", "P"),
            (Api::V3, "/stores/x/v3/carts/abc-1", "/v3/carts/{id}", "GUD"),
            (
                Api::V3,
                "/stores/x/v3/catalog/products/77/images",
                "/v3/catalog/products/{id}/images",
                "GP",
            ),
            (Api::V3, "/stores/x/v3//catalog/products/", "/v3/catalog/products", "GPUD"),
            (Api::V2, "/stores/x/v2/orders/count", "/v2/orders/count", "G"),
            (Api::V2, "/api/v2/orders/100.json", "/v2/orders/{id}", "GUD"),
            (Api::Storefront, "/api/storefront/carts", "/api/storefront/carts", "GP"),
            (Api::GraphqlStorefront, "/graphql", "/graphql", "P"),
        ] {
            let route = of(api, path);
            assert_eq!((route.shape.as_str(), route.methods), (shape, methods), "{path}");
        }
        let route = of(Api::V3, "/stores/x/v3/carts");
        assert!(route.takes("post") && !route.takes("GET"));
        assert_eq!(route.of_one, Some("GUD"));
        assert_eq!(of(Api::V3, "/stores/x/v3/carts/1").of_all, Some("P"));
        assert_eq!(of(Api::V3, "/stores/x/v3/catalog/products/1/images").limit, Some(250));
        assert_eq!(of(Api::V3, "/stores/x/v3/catalog/products").lists, "U");
        assert_eq!(of(Api::V3, "/stores/x/v3/catalog/products/1").lists, "");
        assert!(of(Api::V2, "/stores/x/v2/brands").is_old("GET"));
        assert_eq!(names("GPUD"), ["GET", "POST", "PUT", "DELETE"]);
    }

    #[test]
    fn unknown_paths_have_none_but_perhaps_a_similar_one() {
        for (api, path, similar) in [
            (Api::V2, "/stores/x/v2/refunds", Some("/v3/orders/payment_actions/refunds")),
            (Api::V2, "/stores/x/v2/refunds/7", Some("/v3/orders/{id}/payment_actions/refunds")),
            (Api::V3, "/stores/x/v3/catalog/product/7", Some("/v3/catalog/products")),
            (Api::V3, "/stores/x/v3/products", Some("/v3/catalog/products")),
            (Api::V3, "/stores/x/v3/orders", Some("/v2/orders")),
            (Api::V3, "/stores/x/v3/orders/7", Some("/v2/orders/{id}")),
            (Api::V2, "/stores/x/v2/carts", Some("/v3/carts")),
            (Api::V3, "/stores/x/v3/teapots", None),
            (Api::V3, "/stores/x/v3", None),
        ] {
            let route = of(api, path);
            assert!(!route.is_known(), "{path}");
            assert_eq!(route.similar.as_deref(), similar, "{path}");
        }
    }
}
