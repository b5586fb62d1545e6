//! A URL in its parts, as it was written: nothing is decoded or put right, since
//! what is wrong with it is what people want to know.

use crate::text::{any, cut, same_name};

/// The parts of a URL; those that are missing are empty.
#[derive(Clone, Copy, Default)]
pub(crate) struct Url<'a> {
    pub scheme: &'a str,
    /// Without user, port and final dot.
    pub host: &'a str,
    pub port: &'a str,
    /// From the first slash on.
    pub path: &'a str,
    pub query: &'a str,
}

impl<'a> Url<'a> {
    pub fn read(url: &'a str) -> Url<'a> {
        let url = cut(url.trim_ascii(), b'#').0;
        let (front, query) = cut(url, b'?');
        let (scheme, rest) = cut(front, b':');
        let (scheme, rest) = match (front.strip_prefix("//"), rest.strip_prefix("//")) {
            (Some(rest), _) => ("", rest),
            (None, Some(rest)) => (scheme, rest),
            _ => return Url { path: front, query, ..Url::default() },
        };
        let authority = cut(rest, b'/').0;
        let path = rest.get(authority.len()..).unwrap_or("");
        let address = match cut(authority, b'@') {
            (address, "") => address,
            (_, address) => address,
        };
        // An address of IPv6 has colons in it.
        let (host, port) = match cut(address, b']') {
            (_, "") => cut(address, b':'),
            (host, port) => (host, port.strip_prefix(':').unwrap_or("")),
        };
        Url { scheme, host: host.strip_suffix('.').unwrap_or(host), port, path, query }
    }

    /// The first step of the path that is not empty.
    pub fn first_step(&self) -> &'a str {
        next_step(&mut { self.path })
    }

    /// The first value of a query parameter, as it was written.
    pub fn parameter(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.query;
        while !rest.is_empty() {
            let (pair, after) = cut(rest, b'&');
            let (key, value) = cut(pair, b'=');
            if key == name {
                return Some(value);
            }
            rest = after;
        }
        None
    }

    /// Whether this machine or its network is meant.
    pub fn is_local(&self) -> bool {
        let starts = |start: &str| self.host.starts_with(start);
        any("localhost|127.|192.168.|10.0.|0.0.0.0|[::1", &mut { starts })
            || any(".local|.localhost|.test|.internal|.ngrok.io|.ngrok-free.app", &mut |end| {
                self.ends(end)
            })
    }

    pub fn is_bigcommerce(&self) -> bool {
        super::is_own_host(self.host)
    }

    /// Whether its host is called like BigCommerce's, and is none of them.
    #[cfg(feature = "explain")]
    pub fn is_misspelt(&self) -> bool {
        crate::text::has(self.host, "bigcom|igcommerc") && !self.is_bigcommerce()
    }

    fn ends(&self, end: &str) -> bool {
        let start = self.host.len().checked_sub(end.len());
        start.and_then(|start| self.host.get(start..)).is_some_and(|tail| same_name(tail, end))
    }
}

/// Takes the next step that is not empty off a path; nothing at its end.
pub(crate) fn next_step<'a>(path: &mut &'a str) -> &'a str {
    loop {
        let (step, after) = cut(path, b'/');
        *path = after;
        if !step.is_empty() || path.is_empty() {
            return step;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Url;

    #[test]
    fn urls_fall_into_their_parts() {
        for (url, scheme, host, port, path, query) in [
            (
                "https://api.bigcommerce.com/stores/x/v3/carts?a=1#b",
                "https",
                "api.bigcommerce.com",
                "",
                "/stores/x/v3/carts",
                "a=1",
            ),
            ("http://user:pass@shop.example:8080", "http", "shop.example", "8080", "", ""),
            ("//shop.example./x", "", "shop.example", "", "/x", ""),
            ("/stores/x?y", "", "", "", "/stores/x", "y"),
            ("http://[::1]:3000/a", "http", "[::1", "3000", "/a", ""),
            (
                "https://api.bigcommerce.com//stores",
                "https",
                "api.bigcommerce.com",
                "",
                "//stores",
                "",
            ),
            ("", "", "", "", "", ""),
            ("not a url", "", "", "", "not a url", ""),
        ] {
            let read = Url::read(url);
            assert_eq!(
                (read.scheme, read.host, read.port, read.path, read.query),
                (scheme, host, port, path, query),
                "{url}"
            );
        }
        let url = Url::read("https://x/y?limit=5&id:in=1,2&limit=6");
        assert_eq!((url.parameter("limit"), url.parameter("id:in")), (Some("5"), Some("1,2")));
        assert_eq!(url.parameter("page"), None);
    }
}
