//! The address in an absolute URL, as a URL parser writes it.

use crate::text::{cut, same_name};

/// Scheme, host and port, and the path behind them.
#[derive(Clone, Copy)]
pub(super) struct Address<'a> {
    pub scheme: &'a str,
    /// Of a URL with a user or a password in it.
    pub has_user: bool,
    pub host: &'a str,
    /// Empty where it is the usual one of the scheme.
    pub port: &'a str,
    /// Without query and fragment.
    pub path: &'a str,
}

impl<'a> Address<'a> {
    /// `None` of what has no host, or is not as a URL parser writes it: there nobody knows which
    /// host a parser would find.
    pub fn read(url: &'a str) -> Option<Address<'a>> {
        let (scheme, rest) = cut(cut(cut(url, b'#').0, b'?').0, b':');
        let rest = rest.strip_prefix("//")?;
        let authority = cut(rest, b'/').0;
        let path = rest.get(authority.len()..)?;
        let (user, place) = authority.rsplit_once('@').unwrap_or(("", authority));
        // Within brackets, an address of IPv6 has colons.
        let host_end = place.rfind(']').map_or(0, |end| end + 1);
        let behind = place.get(host_end..)?;
        let (name, port) = cut(behind, b':');
        let host = place.get(..host_end + name.len())?;
        let is_plain = |byte: u8| byte.is_ascii_graphic() && !br#""\<>^`{|}"#.contains(&byte);
        if host.is_empty() || !is_scheme(scheme) || !authority.bytes().all(is_plain) {
            return None;
        }
        let usual = if same_name(scheme, "https") { "443" } else { "80" };
        let port = if is_http(scheme) && port == usual { "" } else { port };
        Some(Address {
            scheme,
            has_user: user.len() < authority.len() - place.len(),
            host,
            port,
            path,
        })
    }

    pub fn is_http(&self) -> bool {
        is_http(self.scheme)
    }

    /// Whether what is secret at one is so at the other: it is the same origin, or the same host
    /// with TLS where both ports are the usual ones.
    pub fn is_for_same(&self, to: &Address) -> bool {
        let is_secured = same_name(self.scheme, "http")
            && same_name(to.scheme, "https")
            && self.port.is_empty()
            && to.port.is_empty();
        same_name(self.host, to.host)
            && (is_secured || same_name(self.scheme, to.scheme) && self.port == to.port)
    }
}

/// Whether a URL says its scheme itself.
pub(super) fn is_absolute(url: &str) -> bool {
    let (scheme, rest) = cut(url, b':');
    is_scheme(scheme) && rest.len() + scheme.len() < url.len()
}

fn is_scheme(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) && text.bytes().all(is_part)
}

fn is_http(scheme: &str) -> bool {
    same_name(scheme, "http") || same_name(scheme, "https")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        for (url, scheme, has_user, host, port, path) in [
            ("https://shop.example/a?b@c#d", "https", false, "shop.example", "", "/a"),
            ("https://shop.example:443", "https", false, "shop.example", "", ""),
            ("http://shop.example:443/", "http", false, "shop.example", "443", "/"),
            ("http://u:p@[::1]:8080/a", "http", true, "[::1]", "8080", "/a"),
            ("https://@shop.example/", "https", true, "shop.example", "", "/"),
            ("own://shop.example:80/", "own", false, "shop.example", "80", "/"),
        ] {
            let read = Address::read(url).unwrap();
            assert_eq!(
                (read.scheme, read.has_user, read.host, read.port, read.path),
                (scheme, has_user, host, port, path),
                "{url}"
            );
        }
    }

    #[test]
    fn what_no_parser_writes_has_no_address() {
        for url in [
            "",
            "/a",
            "//shop.example/a",
            "mailto:a@b",
            "https://",
            "https:///a",
            "https://evil.example\\@shop.example/",
            "https://shop.example\t/",
            "https://sh\u{f6}p.example/",
            "1https://shop.example/",
        ] {
            assert!(Address::read(url).is_none(), "{url}");
        }
    }

    #[test]
    fn a_url_is_absolute_where_it_has_a_scheme() {
        assert!(is_absolute("https://shop.example") && is_absolute("own:a"));
        assert!(!["", "https", "/a:b", "//a:1", ":a", "1a:b"].into_iter().any(is_absolute));
    }

    #[test]
    fn the_same_are_one_origin_and_its_secured_one() {
        let is_same =
            |from, to| Address::read(from).unwrap().is_for_same(&Address::read(to).unwrap());
        assert!(is_same("https://a.example/", "https://A.example:443/b"));
        assert!(is_same("http://a.example/", "https://a.example/"));
        for (from, to) in [
            ("https://a.example/", "http://a.example/"),
            ("https://a.example/", "https://a.example:8443/"),
            ("http://a.example:8080/", "https://a.example/"),
            ("http://a.example:8080/", "https://a.example:8080/"),
            ("http://a.example/", "https://a.example:8443/"),
            ("https://a.example/", "https://b.a.example/"),
            ("https://a.example/", "https://a.example./"),
            ("own://a.example/", "https://a.example/"),
        ] {
            assert!(!is_same(from, to), "{from} {to}");
        }
    }
}
