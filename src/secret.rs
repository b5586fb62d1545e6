//! Names that say that a value is secret: one list for what is masked, for what does not
//! travel in plain http, and for what does not follow a redirect to another origin.
//!
//! ```
//! use bc_status::secret::{Kind, is_secret};
//!
//! let secret = ["X-Auth-Token", "Authorization", "Cookie"];
//! assert!(secret.into_iter().all(|name| is_secret(name, Kind::Header)));
//! assert!(!is_secret("X-Request-Id", Kind::Header));
//! ```

use crate::text::plain;

/// Where a part of a name has to stand for the name to be secret.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    /// Nowhere: here the part says nothing.
    No,
    /// Anywhere in the name.
    In,
    /// At its end.
    End,
    /// At its end, and the value is a number of three or four digits: short, and secret.
    Code,
    /// The part is the whole name.
    All,
}
use At::{All, Code, End, In, No};

/// What a name stands for.
///
/// ```
/// use bc_status::secret::{Kind, is_secret};
///
/// // The same name is secret in one place, and in another is none.
/// let is = |kind| is_secret("key", kind);
/// assert_eq!((is(Kind::Header), is(Kind::Field), is(Kind::Parameter)), (false, false, true));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A header, of a request or an answer.
    Header,
    /// A member of a body, a field of a form, a variable of a program.
    Field,
    /// A parameter of a URL.
    Parameter,
}

/// A part of a name, in small letters and without `-` and `_`, and where it has to stand
/// in a header, a field and a parameter.
struct Row(&'static str, At, At, At);

/// `authority`, `author` and `WWW-Authenticate` hold no secret, so `auth` alone is none;
/// nor does a field `key`, which metafields have, or `sort_key`, so keys are told one by one.
const ROWS: &[Row] = &[
    Row("token", In, End, End),
    Row("tokn", No, End, End),
    Row("xauth", In, In, In),
    Row("authorization", In, End, End),
    Row("authorisation", In, End, End),
    Row("authentication", End, No, No),
    Row("auth", End, No, All),
    Row("cookie", In, End, End),
    Row("secret", In, End, End),
    Row("password", In, End, End),
    Row("passwordconfirmation", No, End, End),
    Row("passwd", End, End, End),
    Row("passphrase", End, End, End),
    Row("pwd", End, End, End),
    Row("jwt", In, End, End),
    Row("apikey", In, End, End),
    Row("accesskey", End, End, End),
    Row("authkey", End, End, End),
    Row("encryptionkey", No, End, End),
    Row("masterkey", No, End, End),
    Row("merchantkey", No, End, End),
    Row("privatekey", End, End, End),
    Row("secretkey", No, End, End),
    Row("sharedkey", No, End, End),
    Row("signingkey", No, End, End),
    Row("subscriptionkey", End, End, End),
    Row("key", No, No, All),
    Row("signature", No, End, End),
    Row("sig", No, End, End),
    Row("signedpayload", No, End, End),
    Row("payload", No, No, End),
    Row("sessionid", End, End, End),
    Row("sessid", End, End, End),
    Row("code", No, No, All),
    Row("cardnumber", No, End, End),
    Row("cvv", No, Code, Code),
    Row("cvv2", No, Code, Code),
    Row("cvc", No, Code, Code),
    Row("cvc2", No, Code, Code),
    Row("securitycode", No, Code, Code),
    Row("verificationvalue", No, Code, Code),
];

/// With which two letters a name ends, by their last five bits: most names are ruled out by that.
#[expect(clippy::indexing_slicing, reason = "while compiling")]
const ENDS: [u32; 32] = {
    let mut ends = [0; 32];
    let mut row = 0;
    while row < ROWS.len() {
        if let [.., before, last] = ROWS[row].0.as_bytes() {
            ends[(*last & 31) as usize] |= 1 << (*before & 31);
        }
        row += 1;
    }
    ends
};

/// Whether a name ends as one in the list, or holds the one part that fields and parameters are
/// known by anywhere.
pub(crate) fn may_be_secret(name: &str) -> bool {
    let mut letters = name.bytes().rev().filter(u8::is_ascii_alphanumeric).map(|byte| byte & 31);
    let (last, before) = (letters.next().unwrap_or(0), letters.next().unwrap_or(0));
    ENDS.get(usize::from(last)).is_some_and(|ends| ends >> before & 1 > 0)
        || name.bytes().any(|byte| byte | 32 == b'x')
}

impl Row {
    fn at(&self, kind: Kind) -> At {
        match kind {
            Kind::Header => self.1,
            Kind::Field => self.2,
            Kind::Parameter => self.3,
        }
    }
}

/// Whether a value of this name is secret. Case, `-` and `_` make no difference.
///
/// ```
/// use bc_status::secret::{Kind, is_secret};
///
/// assert!(is_secret("X-Auth_Token", Kind::Header));
/// assert!(is_secret("client_secret", Kind::Field));
/// assert!(is_secret("code", Kind::Parameter) && !is_secret("code", Kind::Field));
/// ```
pub fn is_secret(name: &str, kind: Kind) -> bool {
    if kind != Kind::Header && !may_be_secret(name) {
        return false;
    }
    let name = plain(name);
    ROWS.iter().any(|row| match row.at(kind) {
        No => false,
        In => crate::text::find(&name, row.0).is_some(),
        End | Code => name.ends_with(row.0),
        All => name == row.0,
    })
}

/// Whether a field of this name holds the short number on the back of a card.
#[cfg(feature = "explain")]
pub(crate) fn is_card_code(name: &str) -> bool {
    let name = plain(name);
    ROWS.iter().any(|row| row.2 == Code && name.ends_with(row.0))
}

/// The list for a kind as a regular expression over names in small letters and without `-`
/// and `_`, for the npm package.
///
/// ```
/// use bc_status::secret::{Kind, pattern};
///
/// let parts = pattern(Kind::Parameter);
/// assert!(parts.split('|').any(|part| part == "^code$"));
/// assert!(parts.split('|').any(|part| part == "token$"));
/// ```
#[cfg(feature = "prose")]
pub fn pattern(kind: Kind) -> String {
    let sources = ROWS.iter().filter_map(|row| match row.at(kind) {
        No => None,
        In => Some(row.0.to_owned()),
        End | Code => Some(format!("{}$", row.0)),
        All => Some(format!("^{}$", row.0)),
    });
    sources.collect::<Vec<_>>().join("|")
}

/// The same for the fields that hold the short number on the back of a card.
///
/// ```
/// assert!(bc_status::secret::card_code_pattern().split('|').any(|part| part == "cvv$"));
/// ```
#[cfg(feature = "prose")]
pub fn card_code_pattern() -> String {
    let codes = ROWS.iter().filter(|row| row.2 == Code).map(|row| format!("{}$", row.0));
    codes.collect::<Vec<_>>().join("|")
}

/// An expression for the letters of a body or of a header's name, without anything between them, that
/// may tell of a secret: it is short, and finds too many rather than too few.
///
/// ```
/// let hints = bc_status::secret::hint_pattern();
/// let may_hide = |name: &str| hints.split('|').any(|hint| name.contains(hint));
/// assert!(may_hide("clientsecret") && may_hide("codeofhonour") && !may_hide("title"));
/// ```
#[cfg(feature = "prose")]
pub fn hint_pattern() -> String {
    let mut parts: Vec<&str> = Vec::new();
    let is_hinted = |row: &&Row| row.at(Kind::Field) != No || row.at(Kind::Header) != No;
    let names = ROWS.iter().filter(is_hinted).map(|row| row.0);
    // OAuth's `code` is a secret together with the client that it was made for.
    for name in names.chain(["code"]) {
        let letters = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let beginning = letters.get(..4).unwrap_or(letters);
        let part = if name.ends_with("key") { "key" } else { beginning };
        if !parts.iter().any(|other| part.contains(other)) {
            parts.push(part);
        }
    }
    parts.join("|")
}

#[cfg(feature = "prose")]
pub use crate::mask::prefix_pattern;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_a_name_is_found_where_it_may_stand() {
        for row in ROWS {
            for kind in [Kind::Header, Kind::Field, Kind::Parameter] {
                let at = row.at(kind);
                let found = |before: &str, after: &str| {
                    is_secret(&[before, &row.0.to_uppercase(), after].concat(), kind)
                };
                assert!(at == No || found("", "-"), "{} {kind:?}", row.0);
                assert!(matches!(at, No | All) || found("my_", ""), "{} {kind:?}", row.0);
                assert!(at != In || found("my_", "_of_old"), "{} {kind:?}", row.0);
            }
        }
    }

    #[cfg(feature = "prose")]
    #[test]
    fn a_hint_is_in_every_name_of_a_field_or_a_header() {
        let hints = hint_pattern();
        let is_hinted = |row: &&Row| row.at(Kind::Field) != No || row.at(Kind::Header) != No;
        for row in ROWS.iter().filter(is_hinted) {
            assert!(hints.split('|').any(|hint| row.0.contains(hint)), "{}", row.0);
        }
        assert!(hints.len() < 100, "{hints}");
    }

    #[test]
    fn names_are_secret_by_what_they_stand_for() {
        for (kind, names, others) in [
            (
                Kind::Header,
                "X-Auth-Token|X-Auth_Token|X-Bc-Customer-Access-Token|X-Api-Key|AuthToken|X-Auth-Client|Authorization|Proxy-Authorization|Cookie|Set-Cookie|X-Amz-Security-Token|X-Session-Id|Ocp-Apim-Subscription-Key",
                "Accept|:authority|WWW-Authenticate|Idempotency-Key|Author|Content-Type|X-Correlation-Id|X-Request-Id",
            ),
            (
                Kind::Field,
                "client_secret|access_token|password|passphrase|session_id|api_key|signed_payload|signed_payload_jwt|X_AUTH_CLIENT|PHPSESSID|card_number|cvv|CVV2|card_cvc|security_code|verification_value",
                "code|message|status|token_type|name|title|key|sort_key|primary_key|payload|postal_code",
            ),
            (
                Kind::Parameter,
                "code|access_token|key|auth|sig|signed_payload_jwt",
                "page|limit|status_code|include",
            ),
        ] {
            for name in names.split('|') {
                assert!(is_secret(name, kind), "{name} {kind:?}");
            }
            for name in others.split('|') {
                assert!(!is_secret(name, kind), "{name} {kind:?}");
            }
        }
    }
}
