//! How many requests a route takes at once.

use bc_status::{CONCURRENCY, concurrency};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// For each row a request that it is meant for, how many of them run at once, and whether
/// that is for each path.
const EXAMPLES: [(&str, &str, u32, bool); 33] = [
    ("GET", "v3/catalog/categories", 40, false),
    ("POST", "v2/customer_groups", 40, false),
    ("GET", "v3/catalog/trees/1/categories", 1, false),
    ("PUT", "v3/catalog/products/channel-assignments", 1, false),
    ("PUT", "v3/customers", 3, false),
    ("PUT", "v3/customers/addresses", 3, false),
    ("POST", "v3/customers/attributes", 3, false),
    ("PUT", "v3/customers/attribute-values", 3, false),
    ("POST", "v3/customers/addresses", 10, false),
    ("PUT", "v3/customers/form-field-values", 10, false),
    ("POST", "v3/segments", 10, false),
    ("GET", "v3/promotions/7/codes", 10, false),
    ("POST", "v3/promotions/7/codegen", 10, false),
    ("DELETE", "v3/promotions", 40, false),
    ("GET", "v3/inventory/locations", 50, false),
    ("PUT", "v3/inventory/items", 1, false),
    ("POST", "v3/inventory/adjustments/absolute", 1, false),
    ("POST", "v3/pricing/products", 50, false),
    ("PUT", "v3/pricelists/records", 1, false),
    ("POST", "v3/pricelists/records", 10, false),
    ("PUT", "v3/pricelists/3/records", 1, false),
    ("GET", "v3/pricelists/3/records", 10, false),
    ("GET", "v3/pricelists/3/records/12", 40, false),
    ("GET", "v3/pricelists/3/records/12/usd", 50, false),
    ("PUT", "v3/pricelists/3/records/12/usd", 40, false),
    ("DELETE", "v3/pricelists/3/records/12/usd", 25, false),
    ("PUT", "v3/pricelists/3/assignments", 25, false),
    ("DELETE", "v3/pricelists/3", 1, false),
    ("POST", "v3/orders/100/payment_actions/refunds", 1, true),
    ("POST", "v3/checkouts/a-1/consignments", 1, true),
    ("PUT", "api/storefront/checkouts/a-1/consignments/5", 1, true),
    ("POST", "api/storefront/carts/a-1/items", 1, true),
    ("DELETE", "api/storefront/carts/a-1/items/5", 1, true),
];

fn most(method: &str, path: &str) -> Option<u32> {
    concurrency(method, path).map(|row| row.most)
}

#[test]
fn each_route_takes_what_is_documented() {
    for (method, path, most, each) in EXAMPLES {
        let row = concurrency(method, path).map(|row| (row.most, row.each));
        assert_eq!(row, Some((most, each)), "{method} {path}");
    }
}

#[test]
fn every_row_is_reached() {
    for row in CONCURRENCY {
        let is_reached =
            EXAMPLES.iter().any(|(method, path, ..)| concurrency(method, path) == Some(row));
        assert!(is_reached, "no example is for {row:?}");
    }
}

#[test]
fn each_row_is_for_the_methods_that_it_names() {
    for (method, path, expected) in [
        ("GET", "v3/customers", None),
        ("POST", "v3/customers", None),
        ("PUT", "v3/customers/attributes", Some(3)),
        ("DELETE", "v3/customers/attributes", None),
        ("DELETE", "v3/catalog/products/channel-assignments", Some(1)),
        ("GET", "v3/catalog/products/channel-assignments", None),
        ("GET", "v3/segments/1", None),
        ("PUT", "v3/segments/1", Some(10)),
        ("DELETE", "v3/segments/1/shopper-profiles", Some(10)),
        ("GET", "v3/pricelists/3", None),
        ("PUT", "v3/pricelists/assignments", None),
        ("GET", "v3/orders/100/payment_actions/refunds", None),
        ("get", "v3/promotions/7/codes", Some(10)),
        ("PUT", "V3/Customers", Some(3)),
    ] {
        assert_eq!(most(method, path), expected, "{method} {path}");
    }
}

#[test]
fn the_first_row_that_fits_counts() {
    assert_eq!(most("GET", "v3/promotions/7/codes"), Some(10));
    assert_eq!(most("POST", "v3/promotions/7/codes"), Some(40), "as other promotions");
    assert_eq!(most("PUT", "v3/customers/addresses"), Some(3));
    assert_eq!(most("POST", "v3/customers/addresses"), Some(10));
}

#[test]
fn a_star_is_one_segment() {
    for path in [
        "v3/catalog/trees/categories",
        "v3/catalog/trees/1/2/categories",
        "v3/catalog/trees//categories",
    ] {
        assert_eq!(most("GET", path), None, "{path}");
    }
    assert_eq!(most("PUT", "v3/inventory/adjustments"), None);
    assert_eq!(most("DELETE", "v3/pricelists/"), None, "all price lists, and not one");
}

#[test]
fn two_stars_are_any_segments_or_none() {
    for path in ["v3/promotions", "v3/promotions/", "v3/promotions/1", "v3/promotions/1/2/3/"] {
        assert_eq!(most("PUT", path), Some(40), "{path}");
    }
    assert_eq!(most("PUT", "v3/promotions-of-mine"), None);
}

#[test]
fn a_slash_at_either_end_is_no_part_of_the_path() {
    for path in ["v3/customers", "/v3/customers", "v3/customers/", "/v3/customers/"] {
        assert_eq!(most("PUT", path), Some(3), "{path}");
    }
    for path in ["//v3/customers", "v3/customers//", "v3//customers"] {
        assert_eq!(most("PUT", path), None, "{path}");
    }
}

#[test]
fn other_routes_have_no_documented_limit() {
    for path in [
        "",
        "/",
        "v3",
        "v3/catalog/products",
        "v2/orders",
        "v2/customers",
        "xv3/customers",
        "v3/customers/x",
    ] {
        for method in ["GET", "PUT", ""] {
            assert_eq!(concurrency(method, path), None, "{method} {path}");
        }
    }
}

/// The npm package has the rows as regular expressions, of which the first that matches counts.
#[test]
#[cfg(all(feature = "prose", not(target_arch = "wasm32")))]
fn the_patterns_say_the_same() {
    let patterns: Vec<_> = CONCURRENCY
        .iter()
        .map(|row| {
            regex::bytes::Regex::new(&format!("^(?-u:{})$", row.pattern())).expect("a pattern")
        })
        .collect();
    let mut paths = vec![String::new(), "v3".into(), "v3/catalog/products".into()];
    for (_, path, ..) in EXAMPLES {
        for end in ["", "/", "//", "/1", "/1/", "/1/2", "/records", "/codes", "x"] {
            paths.push(format!("{path}{end}"));
        }
        // Without each of its segments, and with it twice, empty, or another one.
        let segments: Vec<_> = path.split('/').collect();
        for at in 0..segments.len() {
            for instead in [&[][..], &[segments[at]; 2], &[""], &["x.y-z"]] {
                paths.push([&segments[..at], instead, &segments[at + 1..]].concat().join("/"));
            }
        }
    }
    let (mut found, mut missed) = (0, 0);
    for path in &paths {
        for method in ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"] {
            let request = format!("/{path} {method}");
            let matching = patterns.iter().position(|pattern| pattern.is_match(request.as_bytes()));
            let row = concurrency(method, &format!("/{path}"));
            assert_eq!(matching.map(|at| &CONCURRENCY[at]), row, "{request}");
            *(if row.is_some() { &mut found } else { &mut missed }) += 1;
        }
    }
    assert!(found > 500 && missed > 500, "{found} found, {missed} not");
}
