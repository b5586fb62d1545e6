//! Which quota a URL spends from.

use super::address::Address;
use crate::text::cut;

/// Where all stores have the same host, and one quota each.
const API: &str = "api.bigcommerce.com";
/// A path without a host is one of the page's own.
const OWN: &str = "/";

/// The key of the store that a URL belongs to: its hash on BigCommerce's API. Elsewhere nobody
/// knows whose path it is, and payments and accounts count apart from stores: there it is the host
/// with its port, and the hash behind it where the path names one. The URL is as a URL parser
/// writes it.
///
/// ```
/// use bc_status::fetch::store_of;
///
/// assert_eq!(store_of("https://api.bigcommerce.com/stores/abc123/v3/carts"), "abc123");
/// assert_eq!(store_of("https://shop.example/cart.php"), "shop.example");
/// assert_eq!(store_of("http://127.0.0.1:8080/stores/abc123/v3/carts"), "127.0.0.1:8080/abc123");
/// ```
pub fn store_of(url: &str) -> String {
    let address = Address::read(url);
    let path = match address {
        Some(address) => address.path,
        None => cut(cut(url, b'#').0, b'?').0,
    };
    let host = address.map_or(String::new(), host_of);
    match hash_in(path) {
        Some((true, hash)) if host == API => hash.into(),
        Some((_, hash)) => {
            let mut key = host;
            key.push('/');
            key.push_str(hash);
            key
        }
        None if host.is_empty() => OWN.into(),
        None => host,
    }
}

/// In small letters, without a final dot, and with a port that is not the usual one.
fn host_of(Address { scheme, host, port, .. }: Address) -> String {
    let mut name = host.trim_end_matches('.').to_ascii_lowercase();
    let is_word = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    // A host of one word could be taken for a hash.
    let usual = if scheme.eq_ignore_ascii_case("https") { "443" } else { "80" };
    let port = if port.is_empty() && is_word { usual } else { port };
    if !port.is_empty() {
        name.push(':');
        name.push_str(port);
    }
    name
}

/// The first hash in a path, and whether it is that of a store.
fn hash_in(path: &str) -> Option<(bool, &str)> {
    let mut rest = cut(path, b'/').1;
    while !rest.is_empty() {
        let (kind, after) = cut(rest, b'/');
        let hash = cut(after, b'/').0;
        if !hash.is_empty() && (kind == "stores" || kind == "accounts") {
            return Some((kind == "stores", hash));
        }
        rest = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::store_of;

    /// As `www/core/store-key.js` has it.
    #[test]
    fn stores_are_told_apart() {
        for (url, key) in [
            ("https://api.bigcommerce.com/stores/abc123/v3/carts?a=/stores/x", "abc123"),
            ("https://api.bigcommerce.com/stores/abc123", "abc123"),
            ("https://API.bigcommerce.com.:443/stores/abc123/v2", "abc123"),
            (
                "https://api.bigcommerce.com:8443/stores/abc123/v2",
                "api.bigcommerce.com:8443/abc123",
            ),
            ("https://api.bigcommerce.com/accounts/7/graphql", "api.bigcommerce.com/7"),
            ("https://api.bigcommerce.com/stores//v2", "api.bigcommerce.com"),
            (
                "https://payments.bigcommerce.com/stores/abc123/payments",
                "payments.bigcommerce.com/abc123",
            ),
            ("https://proxy.example/to/stores/abc123/v3", "proxy.example/abc123"),
            ("https://shop.example/mystores/abc123", "shop.example"),
            ("http://localhost/stores", "localhost:80"),
            ("https://localhost/", "localhost:443"),
            ("http://localhost:3000/a", "localhost:3000"),
            ("http://[::1]:3000/a", "[::1]:3000"),
            ("/stores/abc123/v3", "/abc123"),
            ("/cart.php", "/"),
            ("", "/"),
        ] {
            assert_eq!(store_of(url), key, "{url}");
        }
    }
}
