//! Keeps secrets out of everything that is shown.
//!
//! Masked are the credentials of the exchange itself wherever they turn up again (an echo
//! in a body, a redirect), what stands behind a name that gives it away, in any of the
//! notations of `named.rs`, and what looks like a token of BigCommerce's, a JWT or a key. A
//! request id, 32 hex digits, is none of these, and a placeholder such as `{token}` is
//! evidence: unless the request sends it as a secret, and there is a digit in it. Findings hide card numbers and e-mail addresses besides; of an
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

/// In quotes, shorter ones are words.
const SHORTEST_QUOTED: usize = 4;

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
        for (text, origin) in [
            (Some(exchange.url), Origin::Head),
            (exchange.request_body, Origin::Sent),
            (exchange.body, Origin::Body),
        ] {
            let text = crate::body::beginning(text.unwrap_or("")).0;
            for (from, end) in scan::spans(text, origin == Origin::Sent) {
                known.add(text.get(from..end).unwrap_or(""), origin);
            }
        }
        Mask { known }
    }

    /// Masks a text in place: of a secret that was cut short too, what there is of it.
    pub fn cover(&self, text: &mut String) {
        replace(text, &self.known.spans(text));
        replace(text, &scan::spans(text, false));
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
    let mut masked = url.into();
    Mask::of(&Exchange { url, ..Exchange::default() }).cover(&mut masked);
    masked
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
mod tests;
