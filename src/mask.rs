//! Keeps secrets out of everything that is shown.
//!
//! Masked are the credentials of the exchange itself wherever they turn up again (an echo
//! in a body, a redirect), what stands behind a name that gives it away, in any of the
//! notations of `named.rs`, and what looks like a token of BigCommerce's, a JWT or a key. A
//! request id, 32 hex digits, is none of these, and a placeholder such as `{token}` is
//! evidence. Findings hide card numbers and e-mail addresses besides; of an
//! [`ApiError`](crate::ApiError), which repeats what a body says, they are part.
//!
//! The steps that a text takes grow with its length only, whatever is in it, and however
//! many secrets were sent.
//!
//! | file        | what it finds                                           |
//! |-------------|---------------------------------------------------------|
//! | `known`     | the secrets of the exchange, whole or cut short         |
//! | `scan`      | the walk through a text; blocks of private keys         |
//! | `named`     | names, and in which notation a value follows            |
//! | `value`     | whether that is a value                                 |
//! | `lookalike` | what is secret without a name: random, a known prefix   |
//! | `personal`  | card numbers and e-mail addresses                       |

use crate::exchange::Exchange;
use crate::secret::{Kind, is_secret};
use crate::text::{append, has};
use known::{Known, Origin};

mod known;
mod lookalike;
mod named;
mod personal;
mod scan;
mod value;

#[cfg(feature = "prose")]
pub use lookalike::prefix_pattern;

/// What stands in a secret's place.
pub(crate) const MASK: &str = "***";

/// Shorter values are words, and masking them would garble every text.
const SHORTEST: usize = 6;

/// Schemes behind which a secret stands.
const SCHEMES: &str = "bearer|basic|digest|pat|token";

/// Where a secret begins, and where it ends.
type Span = (usize, usize);

/// The secrets of one exchange.
#[derive(Default)]
pub(crate) struct Mask {
    known: Known,
}

impl Mask {
    pub fn of(exchange: &Exchange) -> Mask {
        let mut known = Known::default();
        for headers in [exchange.request_headers.unwrap_or_default(), exchange.headers] {
            for (name, value) in headers {
                if is_secret(name, Kind::Header) {
                    let is_cookie = has(name, "ookie|OOKIE");
                    known.add(value, if is_cookie { Origin::Cookies } else { Origin::Head });
                }
            }
        }
        // What a body names as secret is shown without its name: as the message of an item.
        for text in [Some(exchange.url), exchange.request_body, exchange.body] {
            let text = crate::body::beginning(text.unwrap_or("")).0;
            for (from, end) in scan::spans(text) {
                let origin = if text == exchange.url { Origin::Head } else { Origin::Body };
                known.add(text.get(from..end).unwrap_or(""), origin);
            }
        }
        Mask { known }
    }

    /// Masks a text in place: of a secret that was cut short too, what there is of it.
    pub fn cover(&self, text: &mut String) {
        replace(text, &self.known.spans(text));
        replace(text, &scan::spans(text));
    }

    /// Masks the text of a finding, and with the secrets in it what belongs to a person.
    pub fn cover_finding(&self, text: &mut String) {
        self.cover(text);
        replace(text, &personal::spans(text));
    }
}

/// Puts the mask in the place of spans, in their order; what an earlier one has is left out
/// of a later one.
fn replace(text: &mut String, spans: &[Span]) {
    let mut masked = String::new();
    let mut at = 0;
    for (from, end) in spans {
        if *end > *from.max(&at) {
            append(&mut masked, &[text.get(at..*from).unwrap_or(""), MASK]);
            at = *end;
        }
    }
    if at > 0 {
        masked.push_str(text.get(at..).unwrap_or(""));
        *text = masked;
    }
}

/// A URL as it may be shown or logged: without the secrets in it.
///
/// ```
/// let url = "https://shop.example/login/token/eyJhbGciOiJIUzI1NiJ9.e30.x?access_token=hunter22";
/// assert_eq!(bc_status::masked_url(url), "https://shop.example/login/token/***?access_token=***");
/// ```
pub fn masked_url(url: &str) -> String {
    masked(url)
}

/// A text as it may be shown or logged: without what is secret by its name or its form.
///
/// ```
/// let text = "environ['BC_TOKEN'] = 'hunter22'; request 0cef4f8ea2727df064c786f3fb4b09db";
/// let masked = "environ['BC_TOKEN'] = '***'; request 0cef4f8ea2727df064c786f3fb4b09db";
/// assert_eq!(bc_status::masked(text), masked);
/// ```
pub fn masked(text: &str) -> String {
    let mut masked = text.into();
    Mask::default().cover(&mut masked);
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask_of(secrets: &[&str]) -> Mask {
        let mut known = Known::default();
        for secret in secrets {
            known.add(secret, Origin::Head);
        }
        Mask { known }
    }

    fn covered(mask: &Mask, text: &str) -> String {
        let mut text = text.to_string();
        mask.cover(&mut text);
        text
    }

    #[test]
    fn what_looks_like_a_secret_is_masked() {
        let mask = mask_of(&["sesame-street"]);
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
            assert_eq!(covered(&mask, text), expected);
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
            assert_eq!(covered(&mask, secret), "***", "{secret}");
        }
        for text in ["application", "second"] {
            assert_eq!(covered(&mask, text), text);
        }
    }

    #[test]
    fn of_a_secret_that_was_cut_short_what_there_is_is_masked() {
        let mask = mask_of(&[
            "abcdef",
            "abcdefgh",
            "abcdefghijklmnopq",
            "abcdefghijklmnxyz",
            "abcdefghijklé",
            "zyxwvu-tsrqpo",
        ]);
        for (text, expected) in [
            ("abcdef", "***"),
            ("abcdefg", "***g"),
            ("abcdefgh", "***"),
            ("abcdefghi", "***i"),
            ("abcdefghijkl", "***"),
            ("abcdefghijklm", "***"),
            ("abcdefghijklmnxy!", "***!"),
            ("abcdefghijklmnopqr", "***r"),
            ("abcdefghijklè", "***è"),
            ("zyxwvu-tsrqp", "***"),
            ("zyxwvu-tsr", "zyxwvu-tsr"),
            ("abcde", "abcde"),
            ("zyxwvu-tsrqpabcdef", "******"),
        ] {
            assert_eq!(covered(&mask, text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_secret_of_an_exchange_is_not_known() {
        let sent = [
            ("X-Auth-Token", "{access_token}"),
            ("Authorization", "Bearer YOUR_TOKEN"),
            ("Cookie", "currency_code=undefined"),
        ];
        let answered = [(
            "Set-Cookie",
            "SHOP_SESSION=one-secret; expires=Wed, 21 Oct 2026 07:28:00 GMT; Domain=shop.example; Secure; HttpOnly",
        )];
        let mask = Mask::of(&Exchange {
            request_headers: Some(&sent),
            headers: &answered,
            body: Some(
                r#"{"token":"invalid","password":"Needs 8 characters or more","key":"Courses2"}"#,
            ),
            ..Exchange::default()
        });
        assert_eq!(covered(&mask, "one-secret"), "***");
        for text in [
            "access_token",
            "YOUR_TOKEN",
            "currency_code",
            "undefined",
            "SHOP_SESSION",
            "expires",
            "shop.example",
            "Secure",
            "HttpOnly",
            "invalid",
            "characters",
            "Courses2",
        ] {
            assert_eq!(covered(&mask, text), text);
        }
    }

    #[test]
    fn what_a_body_names_as_secret_is_masked_where_it_stands_alone() {
        let mask = Mask::of(&Exchange {
            request_body: Some(r#"{"password":"hunter22"}"#),
            body: Some(r#"{"errors":[{"key":"X-Auth-Token","value":"s3same-street"}]}"#),
            ..Exchange::default()
        });
        assert_eq!(covered(&mask, "hunter22 and s3same-street"), "*** and ***");
    }

    #[test]
    fn masking_twice_is_masking_once() {
        let mask = mask_of(&["sesame-street", "abcdef", "abcdefghijklm", "hunter22"]);
        let parts = [
            "sesame-street",
            "sesame-",
            "street",
            "abcdef",
            "ghijklm",
            "hunter2",
            "2",
            "token=",
            "X-Auth-Token: ",
            "password",
            "\"",
            ": ",
            "=",
            "***",
            "*",
            " ",
            "\n",
            "4111",
            "1111",
            "-",
            "4111 1111 1111 1111",
            "ada",
            "@",
            "shop.example",
            "://",
            "eyJhbGciOiJIUzI1NiJ9",
            ".",
            "é",
            "<",
            ">",
            "{",
            "}",
            "value=",
            "name=",
        ];
        let mut seed: u32 = 7;
        for _ in 0..30_000 {
            let mut text = String::new();
            for _ in 0..10 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.push_str(parts[(seed >> 16) as usize % parts.len()]);
            }
            let mut once = text.clone();
            mask.cover_finding(&mut once);
            let mut twice = once.clone();
            mask.cover_finding(&mut twice);
            assert_eq!(twice, once, "{text}");
        }
    }

    #[test]
    fn many_secrets_and_hostile_texts_come_to_an_end() {
        // Whoever asks for each secret at each place, or copies the text at each hit, needs
        // minutes for the first, and whoever looks ahead to the end for one of the others.
        let numbers = 0..40_000;
        let parts: Vec<String> =
            numbers.map(|n| ["n", &n.to_string(), "-secret"].concat()).collect();
        let secrets: Vec<&str> = parts.iter().map(String::as_str).collect();
        let text = parts.join(" and so on, ");
        assert_eq!(
            covered(&mask_of(&secrets), &text),
            vec!["***"; parts.len()].join(" and so on, ")
        );
        for part in [
            "a",
            "a=",
            "=",
            ":::::",
            "\"",
            "'",
            "\\",
            "\\\"",
            "\n",
            " ",
            "-",
            "--",
            "token=",
            "token:",
            "token=is&",
            "token=\"is ",
            "token=\\\"is ",
            "token:\n",
            "token:[",
            "token=string(",
            "token:Array",
            "\"name\":\"token\"",
            "value=\"",
            "\"value\":\"x\",\"name\":\"",
            "<token>",
            "<token ",
            "://",
            "://a@",
            "@",
            "a@b.c",
            "1",
            "4111 ",
            "4111-",
            "-----BEGIN PRIVATE KEY-----",
            "-----BEGIN ",
            "-u ",
            "curl -u ",
            "code:x",
            "code=",
            "client_id code:x",
            "cookie: a=1; ",
            "Bearer ",
            "%3D",
            "token%3Dx%26",
            "xxxx:token=",
            "token=x=\"",
            "token ",
            "n1-secret",
            "n1-",
            "ghp_",
            "eyJ",
            "é",
            "form-data; name=\"token\"\n",
        ] {
            let text = part.repeat(200_000 / part.len());
            let mut masked = text.clone();
            Mask::default().cover_finding(&mut masked);
            assert!(masked.len() <= 3 * text.len(), "{part}");
        }
    }
}
