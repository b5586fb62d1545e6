//! Keeps secrets out of everything that is shown.
//!
//! Masked are the credentials of the exchange itself wherever they turn up again
//! (an echo in a body, a redirect), what stands behind a name that gives it away
//! (`client_secret=`, `Bearer `), and what looks like a token of BigCommerce's, a
//! JWT or a key. A request id, 32 hex digits, is none of these.

use crate::exchange::Exchange;
use crate::secret::{Kind, is_secret};
use crate::text::{append, cut, find, has, is_one_of};

/// What stands in a secret's place.
const MASK: &str = "***";

/// Shorter values are words, and masking them would garble every text.
const SHORTEST: usize = 6;

/// Schemes behind which a secret stands.
const SCHEMES: &str = "bearer|basic|pat|token";

/// The secrets of one exchange.
pub(crate) struct Mask<'a> {
    secrets: Vec<&'a str>,
}

impl<'a> Mask<'a> {
    pub fn of(exchange: &Exchange<'a>) -> Mask<'a> {
        let mut mask = Mask { secrets: Vec::new() };
        for headers in [exchange.request_headers.unwrap_or_default(), exchange.headers] {
            for (name, value) in headers {
                if is_secret(name, Kind::Header) {
                    mask.add_parts(value);
                }
            }
        }
        let url = exchange.url;
        let (_, rest) = cut(url, b':');
        let authority = cut(rest.strip_prefix("//").unwrap_or(""), b'/').0;
        if has(authority, "@") {
            mask.add_parts(authority);
        }
        if let Some(at) = find(url, "/login/token/") {
            mask.add_parts(cut(cut(url.get(at + 13..).unwrap_or(""), b'/').0, b'?').0);
        }
        let mut rest = url;
        while !rest.is_empty() {
            // A pair begins after `?`, `&` and `#`; what comes before has no name.
            let end = rest.bytes().position(|byte| matches!(byte, b'?' | b'&' | b'#'));
            let pair = rest.get(..end.unwrap_or(rest.len())).unwrap_or("");
            let (name, value) = cut(pair, b'=');
            if is_secret(name, Kind::Parameter) {
                mask.add_parts(value);
            }
            rest = end.and_then(|end| rest.get(end + 1..)).unwrap_or("");
        }
        mask
    }

    /// Adds each part of a value: `Bearer x`, `a=x; b=y`, `user:pass@host`.
    fn add_parts(&mut self, value: &'a str) {
        let mut rest = value;
        while !rest.is_empty() {
            let ends = |byte| {
                matches!(
                    byte,
                    b' ' | b';' | b',' | b'"' | b'=' | b':' | b'@' | b'/' | b'?' | b'&' | b'#'
                )
            };
            let end = rest.bytes().position(ends).unwrap_or(rest.len());
            let secret = rest.get(..end).unwrap_or("");
            if end >= SHORTEST && !is_one_of(secret, SCHEMES) && !self.secrets.contains(&secret) {
                self.secrets.push(secret);
            }
            rest = rest.get(end + 1..).unwrap_or("");
        }
    }

    /// Masks a text in place: of a secret that was cut short too, what there is of it.
    pub fn cover(&self, text: &mut String) {
        for secret in &self.secrets {
            let start = secret.get(..12).unwrap_or(secret);
            if find(text, start).is_none() {
                continue;
            }
            let mut rest = std::mem::take(text);
            while let Some(at) = find(&rest, start) {
                let (before, found) = (rest.get(..at), rest.get(at..).unwrap_or(""));
                append(text, &[before.unwrap_or(""), MASK]);
                let same =
                    found.bytes().zip(secret.bytes()).take_while(|(one, other)| one == other);
                rest = found.get(same.count()..).unwrap_or("").into();
            }
            text.push_str(&rest);
        }
        cover_lookalikes(text);
    }
}

/// A URL as it may be shown or logged: without the secrets in it.
///
/// ```
/// let url = "https://shop.example/login/token/eyJhbGciOiJIUzI1NiJ9.e30.x?access_token=hunter22";
/// assert_eq!(bc_status::masked_url(url), "https://shop.example/login/token/***?access_token=***");
/// ```
pub fn masked_url(url: &str) -> String {
    let mut masked = url.into();
    Mask::of(&Exchange { url, ..Exchange::default() }).cover(&mut masked);
    masked
}

/// Masks all that looks like a secret.
fn cover_lookalikes(text: &mut String) {
    let mut from = 0;
    while from < text.len() {
        let rest = text.as_bytes().get(from..).unwrap_or(&[]);
        let length = rest.iter().take_while(|byte| is_token_byte(**byte)).count();
        let end = from + length;
        if length >= SHORTEST && reads_secret(text, from, end) {
            let mut covered = String::new();
            let (before, after) = (text.get(..from), text.get(end..));
            append(&mut covered, &[before.unwrap_or(""), MASK, after.unwrap_or("")]);
            *text = covered;
            from += MASK.len();
        } else {
            from = end + 1;
        }
    }
}

fn reads_secret(text: &str, from: usize, end: usize) -> bool {
    let run = text.get(from..end).unwrap_or("");
    (run.len() > 16 && looks_secret(run)) || is_named(text.get(..from).unwrap_or(""), run)
}

fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'+' | b'%' | b'~')
}

/// Long and random: a JWT, a token, a key, or letters that somebody hid behind escapes.
fn looks_secret(run: &str) -> bool {
    let escapes = run.bytes().filter(|byte| *byte == b'%').count();
    if (run.starts_with("eyJ") && run.len() > 16) || escapes > 8 {
        return true;
    }
    let (mut length, mut digits, mut others) = (0, 0, 0);
    for byte in run.bytes().chain([b'.']) {
        if byte.is_ascii_alphanumeric() {
            length += 1;
            digits += usize::from(byte.is_ascii_digit());
            others += usize::from(!byte.is_ascii_hexdigit());
            continue;
        }
        let mixed = digits >= 3 && length - digits >= 3;
        if mixed && length >= if others == 0 { 40 } else { 24 } {
            return true;
        }
        (length, digits, others) = (0, 0, 0);
    }
    false
}

/// Whether what stands before a run says that it is secret.
fn is_named(before: &str, run: &str) -> bool {
    let mut name = before;
    let mut assigned = false;
    while let Some(last) = name
        .bytes()
        .last()
        .filter(|byte| matches!(byte, b'=' | b':' | b' ' | b'"' | b'\'' | b'`' | b'\\' | b'>'))
    {
        assigned |= matches!(last, b'=' | b':');
        name = name.get(..name.len() - 1).unwrap_or("");
    }
    let random = run.len() >= 20 || run.bytes().any(|byte| byte.is_ascii_digit());
    if !assigned && !random {
        return false;
    }
    let start = name
        .bytes()
        .rposition(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')));
    let name = name.get(start.map_or(0, |at| at + 1)..).unwrap_or("");
    let says = (assigned && is_secret(name, Kind::Field)) || (random && is_one_of(name, SCHEMES));
    says && !is_one_of(run, SCHEMES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_secret_is_masked() {
        let mask = Mask { secrets: vec!["sesame-street"] };
        for (text, expected) in [
            ("say sesame-street twice: sesame-street", "say *** twice: ***"),
            ("client_secret=abcdef1", "client_secret=***"),
            ("{\"access_token\":\"abcdef\"}", "{\"access_token\":\"***\"}"),
            ("X-Auth-Token: abc123", "X-Auth-Token: ***"),
            ("Bearer abc123xyz is wrong", "Bearer *** is wrong"),
            ("eyJhbGciOiJIUzI1.eyJzdWIiOiIx.c2ln", "***"),
            ("token ramciw4fnoz87it3ynjfif2zrkil5p", "token ***"),
            ("the token is invalid", "the token is invalid"),
            (
                "send `Authorization: Bearer`, and no more",
                "send `Authorization: Bearer`, and no more",
            ),
            ("Authorization: Bearer abc123xyz", "Authorization: Bearer ***"),
            ("code: error.path.missing", "code: error.path.missing"),
            (
                "request 0cef4f8ea2727df064c786f3fb4b09db",
                "request 0cef4f8ea2727df064c786f3fb4b09db",
            ),
            ("sku: SM-13, the-name-of-a-product-2", "sku: SM-13, the-name-of-a-product-2"),
            (
                "Address 5d8b5b91-3c1a-4f3e-9d4a-aa10cc0fe5b1",
                "Address 5d8b5b91-3c1a-4f3e-9d4a-aa10cc0fe5b1",
            ),
        ] {
            let mut text = text.to_string();
            mask.cover(&mut text);
            assert_eq!(text, expected);
        }
    }

    #[test]
    fn the_secrets_of_an_exchange_are_known() {
        let sent = [
            ("X-AUTH-TOKEN", "hunter-two"),
            ("cookie", "a=one-secret; b=other-secret"),
            ("Accept", "application/json"),
        ];
        let mask = Mask::of(&Exchange {
            url: "https://user:passw0rd@shop.example/login/token/some-jwt-or-so?access_token=queried&page=second",
            request_headers: Some(&sent),
            ..Exchange::default()
        });
        for secret in
            ["hunter-two", "one-secret", "other-secret", "passw0rd", "some-jwt-or-so", "queried"]
        {
            assert!(mask.secrets.contains(&secret), "{secret}");
        }
        assert!(!mask.secrets.iter().any(|known| matches!(*known, "application" | "second")));
    }
}
