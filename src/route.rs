//! Which API a URL belongs to.
//!
//! The host decides where BigCommerce gives an API a host of its own; else the
//! shape of the path does, so that a request through a proxy or to a storefront
//! under any domain is recognised too.
//!
//! ```
//! use bc_status::{Api, route::api};
//!
//! assert_eq!(api("https://api.bigcommerce.com/stores/abc123/v3/carts"), Api::V3);
//! assert_eq!(api("https://shop.example/api/storefront/carts"), Api::Storefront);
//! ```

use crate::set::closed_set;
use crate::text::{cut, same_name};

#[cfg(feature = "explain")]
mod find;
#[cfg(feature = "explain")]
mod known;
#[cfg(feature = "prose")]
mod specified;
#[cfg(feature = "prose")]
mod table;
#[cfg(feature = "explain")]
mod url;

#[cfg(feature = "explain")]
pub(crate) use find::{Route, names, route, section, takes};
#[cfg(feature = "explain")]
pub(crate) use known::{known_of, most};
#[cfg(feature = "explain")]
pub(crate) use url::{Url, next_step};
#[cfg(feature = "prose")]
pub(crate) use {known::known, table::TABLE};

closed_set! {
    /// One of BigCommerce's APIs.
    #[example]
    /// ```
    /// use bc_status::{Api, route};
    ///
    /// let has_tokens = |url| matches!(route::api(url), Api::V2 | Api::V3 | Api::GraphqlAdmin);
    /// assert!(has_tokens("https://api.bigcommerce.com/stores/abc123/graphql"));
    /// assert!(!has_tokens("https://shop.example/graphql"));
    /// ```
    pub enum Api {
        /// REST management, version 2.
        V2 = "v2",
        /// REST management, version 3.
        V3 = "v3",
        /// REST of the storefront: same origin, session cookie, no token.
        Storefront = "storefront",
        /// Payment processing.
        Payments = "payments",
        /// The OAuth token endpoint.
        Oauth = "oauth",
        /// B2B Edition, REST or GraphQL.
        B2b = "b2b",
        /// GraphQL of a storefront.
        GraphqlStorefront = "graphql-storefront",
        /// GraphQL of a store's management.
        GraphqlAdmin = "graphql-admin",
        /// GraphQL of an account.
        GraphqlAccount = "graphql-account",
        /// None that this crate knows.
        Unknown = "unknown",
    }
}

impl Api {}

/// The host of the management APIs. It answers no page: it sends no CORS headers.
const MANAGEMENT_HOST: &str = "api.bigcommerce.com";
const LOGIN_HOST: &str = "login.bigcommerce.com";

/// Hosts that serve one API only.
const HOSTS: [(&str, Api); 3] = [
    ("payments.bigcommerce.com", Api::Payments),
    (LOGIN_HOST, Api::Oauth),
    ("api-b2b.bigcommerce.com", Api::B2b),
];

/// Domains BigCommerce gives storefronts; a store may have any other besides.
const STOREFRONT_DOMAINS: [&str; 2] = [".mybigcommerce.com", ".my-bigcommerce.com"];
/// All of BigCommerce's.
const OWN_DOMAINS: [&str; 3] = [".bigcommerce.com", STOREFRONT_DOMAINS[0], STOREFRONT_DOMAINS[1]];

/// Beginnings of a path, segment by segment; `*` is any one segment.
const MANAGEMENT_PATHS: [(&[&str], Api); 5] = [
    (&["stores", "*", "v2"], Api::V2),
    (&["stores", "*", "v3"], Api::V3),
    (&["stores", "*", "graphql"], Api::GraphqlAdmin),
    (&["accounts", "*", "graphql"], Api::GraphqlAccount),
    (&["stores", "*", "payments"], Api::Payments),
];
const OTHER_PATHS: [(&[&str], Api); 8] = [
    (&["oauth2", "token"], Api::Oauth),
    (&["api", "storefront"], Api::Storefront),
    (&["internalapi"], Api::Storefront),
    (&["customer", "current.jwt"], Api::Storefront),
    (&["login", "token"], Api::Storefront),
    (&["api", "v3", "io"], Api::B2b),
    (&["api", "v2"], Api::V2),
    (&["graphql"], Api::GraphqlStorefront),
];

/// Which API a URL belongs to; a path without a host is judged by its shape.
///
/// ```
/// use bc_status::{Api, route};
///
/// assert_eq!(route::api("https://api.bigcommerce.com/stores/abc123/v3/carts"), Api::V3);
/// assert_eq!(route::api("https://shop.example/api/storefront/carts"), Api::Storefront);
/// assert_eq!(route::api("https://example.com/"), Api::Unknown);
/// ```
pub fn api(url: &str) -> Api {
    let (host, path) = host_and_path(url);
    if let Some((_, api)) = HOSTS.iter().find(|(known, _)| same_name(host, known)) {
        return *api;
    }
    #[cfg(feature = "explain")]
    if begins_with(path, &["api", "v2", "stores"]) {
        return Api::B2b;
    }
    let by_path = |table: &[(&[&str], Api)]| {
        table.iter().find(|(shape, _)| begins_with(path, shape)).map(|(_, api)| *api)
    };
    // Clients name what they ask for without host and store.
    #[cfg(feature = "explain")]
    if host.is_empty()
        && let Some(api) = by_path(&[(&["v2"], Api::V2), (&["v3"], Api::V3)])
    {
        return api;
    }
    by_path(&MANAGEMENT_PATHS)
        .or_else(|| by_path(&OTHER_PATHS).filter(|_| !is_management_host(host)))
        .unwrap_or(Api::Unknown)
}

/// The path of a URL as BigCommerce's documentation has it, with `{id}` for what names a thing;
/// `None` where it has none.
///
/// ```
/// use bc_status::route;
///
/// let shape = route::shape("https://api.bigcommerce.com/stores/abc123/v3/carts/7f1e?include=x");
/// assert_eq!(shape.as_deref(), Some("/v3/carts/{id}"));
/// assert_eq!(route::shape("https://example.com/about"), None);
/// ```
#[cfg(feature = "prose")]
pub fn shape(url: &str) -> Option<String> {
    shape_in(TABLE, url)
}

/// The same by a table of routes that the caller has, as the npm package does.
///
/// ```
/// use bc_status::{Knowledge, route};
///
/// let [_, table, _] = Knowledge::texts();
/// let shape = route::shape_in(table, "https://shop.example/api/storefront/checkouts/7f1e");
/// assert_eq!(shape.as_deref(), Some("/api/storefront/checkouts/{id}"));
/// ```
#[cfg(feature = "explain")]
pub fn shape_in(table: &str, url: &str) -> Option<String> {
    let api = api(url);
    if api == Api::Unknown {
        return None;
    }
    let route = route(table, &Url::read(url), api);
    Some(route.shape).filter(|shape| !shape.is_empty())
}

/// Whether a web page's request to this URL is bound to fail: these hosts send
/// no CORS headers.
///
/// ```
/// use bc_status::route;
///
/// assert!(route::is_closed_to_pages("https://api.bigcommerce.com/stores/abc123/v3/carts"));
/// assert!(!route::is_closed_to_pages("https://shop.example/graphql"));
/// ```
pub fn is_closed_to_pages(url: &str) -> bool {
    let (host, _) = host_and_path(url);
    is_management_host(host) || same_name(host, LOGIN_HOST)
}

/// Whether a URL is at a host of BigCommerce's own, where http is https.
///
/// ```
/// use bc_status::route;
///
/// assert!(route::is_bigcommerce("http://api.bigcommerce.com/stores/abc123/v3/carts"));
/// assert!(route::is_bigcommerce("http://store-abc123.mybigcommerce.com/"));
/// assert!(!route::is_bigcommerce("http://bigcommerce.com.example/"));
/// ```
pub fn is_bigcommerce(url: &str) -> bool {
    is_own_host(host_and_path(url).0)
}

pub(crate) fn is_own_host(host: &str) -> bool {
    OWN_DOMAINS.iter().any(|domain| {
        let is_it = |host| domain.get(1..).is_some_and(|whole| same_name(host, whole));
        is_it(host) || ends_with(host, domain)
    })
}

fn ends_with(host: &str, domain: &str) -> bool {
    let start = host.len().checked_sub(domain.len());
    start.and_then(|start| host.get(start..)).is_some_and(|end| same_name(end, domain))
}

/// Whether the request went to a shop's own site rather than to a management API.
///
/// ```
/// use bc_status::route;
///
/// assert!(route::is_storefront("https://store-abc123.mybigcommerce.com/cart.php"));
/// assert!(route::is_storefront("https://shop.example/api/storefront/carts"));
/// assert!(!route::is_storefront("https://api.bigcommerce.com/stores/abc123/v3/carts"));
/// ```
pub fn is_storefront(url: &str) -> bool {
    let (host, _) = host_and_path(url);
    match api(url) {
        Api::Storefront => true,
        Api::Unknown => STOREFRONT_DOMAINS.iter().any(|domain| ends_with(host, domain)),
        _ => false,
    }
}

/// Whether the management host serves nothing below a path: without a store in it, or with a
/// path of a storefront.
#[cfg(feature = "explain")]
pub(crate) fn is_none_of_management(url: &Url) -> bool {
    !matches!(url.first_step(), "stores" | "accounts" | "franchises")
        || crate::text::has(url.path, "/api/storefront|/admin/|/internalapi/|/login/token/|/dav/")
}

/// Whether a URL that others may call is a store's, by its host or by its path.
#[cfg(feature = "explain")]
pub(crate) fn is_of_store(url: &Url, text: &str) -> bool {
    // The scheme, written twice.
    if crate::text::is_one_of(url.host, "http|https") {
        return true;
    }
    let is_named = crate::text::has(url.host, ".")
        && !url.host.bytes().next_back().is_some_and(|last| last.is_ascii_digit());
    is_named
        && !url.is_local()
        && (url.is_bigcommerce()
            || api(text) != Api::Unknown
            || crate::text::has(url.path, "/admin/oauth/info|/stencil-version-check|/dav/"))
}

/// Whether something about a URL has to be mended before it is any use to send a request there
/// again: http, a port, a double slash, a misspelt host, or the management host for what stores serve.
#[cfg(feature = "explain")]
pub(crate) fn is_to_be_mended(text: &str) -> bool {
    let url = Url::read(text);
    let is_own = url.is_bigcommerce();
    // All that is left of one that no name server knew.
    url.is_misspelt() && url.first_step().is_empty()
        || is_of_store(&url, text)
            && (same_name(url.scheme, "http")
                || crate::text::find(url.path, "//").is_some()
                || is_own && !matches!(url.port, "" | "443")
                || url.is_misspelt() && url.first_step() == "stores"
                || is_management_host(url.host) && is_none_of_management(&url))
}

fn is_management_host(host: &str) -> bool {
    same_name(host, MANAGEMENT_HOST)
}

/// Empty segments are passed over: a doubled slash is a mistake to report, and
/// not another API.
fn begins_with(path: &str, shape: &[&str]) -> bool {
    let mut rest = path;
    for part in shape {
        let mut segment = "";
        while segment.is_empty() {
            if rest.is_empty() {
                return false;
            }
            (segment, rest) = cut(rest, b'/');
        }
        if *part != "*" && *part != segment {
            return false;
        }
    }
    true
}

/// Host without port, user or final dot (empty for a bare path), and path
/// without query and fragment.
fn host_and_path(url: &str) -> (&str, &str) {
    let url = cut(cut(url.trim_ascii(), b'#').0, b'?').0;
    let without_scheme = url.strip_prefix("//").or_else(|| cut(url, b':').1.strip_prefix("//"));
    let Some(rest) = without_scheme else {
        return ("", url);
    };
    let (authority, path) = cut(rest, b'/');
    let host = match cut(authority, b'@') {
        (host, "") => host,
        (_user, host) => host,
    };
    let host = cut(host, b':').0;
    (host.strip_suffix('.').unwrap_or(host), path)
}
