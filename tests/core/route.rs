//! Which API a URL belongs to.

use bc_status::Api::{self, *};
use bc_status::route;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const URLS: [(&str, Api); 35] = [
    ("https://api.bigcommerce.com/stores/abc123/v2/orders", V2),
    ("https://api.bigcommerce.com/stores/abc123/v3/catalog/products?limit=5", V3),
    ("https://api.bigcommerce.com/stores/abc123/v3", V3),
    ("https://api.bigcommerce.com/stores/abc123/graphql", GraphqlAdmin),
    ("https://api.bigcommerce.com/accounts/0f3-uuid/graphql", GraphqlAccount),
    ("https://payments.bigcommerce.com/stores/abc123/payments", Payments),
    ("https://login.bigcommerce.com/oauth2/token", Oauth),
    ("https://api-b2b.bigcommerce.com/api/v3/io/companies", B2b),
    ("https://api-b2b.bigcommerce.com/api/v2/rfq", B2b),
    ("https://api-b2b.bigcommerce.com/graphql", B2b),
    ("https://shop.example/graphql", GraphqlStorefront),
    ("https://store-abc123-7.mybigcommerce.com/graphql", GraphqlStorefront),
    ("https://shop.example/api/storefront/carts/1", Storefront),
    ("https://shop.example/internalapi/v1/checkout/order", Storefront),
    ("https://shop.example/customer/current.jwt?app_client_id=x", Storefront),
    ("https://shop.example/login/token/ey.J", Storefront),
    ("https://store-abc123.mybigcommerce.com/api/v2/orders/1.json", V2),
    ("https://shop.example/api/v2/products", V2),
    // Through a proxy, or as a bare path.
    ("http://127.0.0.1:8080/stores/abc123/v3/carts", V3),
    ("/stores/abc123/v2/orders", V2),
    ("//api.bigcommerce.com/stores/abc123/v2/orders", V2),
    ("/api/storefront/carts", Storefront),
    // Mistakes that do not make it another API.
    ("HTTPS://API.BigCommerce.com./stores//abc123//v3//carts/", V3),
    ("https://user:pass@api.bigcommerce.com:443/stores/a/v2/time#x", V2),
    (" https://api.bigcommerce.com/stores/a/v2/time\n", V2),
    // On the management host only its own paths count.
    ("https://api.bigcommerce.com/graphql", Unknown),
    ("https://api.bigcommerce.com/api/storefront/carts", Unknown),
    ("https://api.bigcommerce.com/v3/carts", Unknown),
    ("https://api.bigcommerce.com/stores/abc123/v4/x", Unknown),
    ("https://evil.example/?u=https://api.bigcommerce.com/stores/a/v3", Unknown),
    ("https://api.bigcommerce.com.evil.example/", Unknown),
    ("https://example.com/", Unknown),
    ("://", Unknown),
    ("", Unknown),
    ("\u{0}é/stores/\u{1F600}/v3x", Unknown),
];

#[test]
fn urls_tell_their_api() {
    for (url, api) in URLS {
        assert_eq!(route::api(url), api, "{url:?}");
    }
}

#[test]
fn management_is_closed_to_pages() {
    for (url, closed) in [
        ("https://api.bigcommerce.com/stores/a/v3/carts", true),
        ("https://API.bigcommerce.com:443/x", true),
        ("//api.bigcommerce.com/stores/a/v3/carts", true),
        ("https://login.bigcommerce.com/oauth2/token", true),
        ("https://shop.example/api/storefront/carts", false),
        ("https://api-b2b.bigcommerce.com/api/v2/rfq", false),
        ("/stores/a/v3/carts", false),
    ] {
        assert_eq!(route::is_closed_to_pages(url), closed, "{url}");
    }
}

#[test]
fn storefronts_are_known_by_path_or_domain() {
    for (url, storefront) in [
        ("https://shop.example/api/storefront/customers", true),
        ("https://store-a.mybigcommerce.com/anything", true),
        ("https://Name.My-BigCommerce.com/", true),
        ("https://store-a.mybigcommerce.com/graphql", false),
        ("https://store-a.mybigcommerce.com/api/v2/orders", false),
        ("https://mybigcommerce.com/", false),
        ("https://shop.example/", false),
        ("https://api.bigcommerce.com/stores/a/v3/carts", false),
    ] {
        assert_eq!(route::is_storefront(url), storefront, "{url}");
    }
}
