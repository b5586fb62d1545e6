//! Exchange to outcome: what became of the request.
//!
//! ```
//! use bc_status::{Exchange, Outcome, classify};
//!
//! let moved = Exchange::request("PUT", "/v3/catalog/products").answer(207_u16, &[]);
//! let away = Exchange::request("GET", "/v2/orders").answer(503_u16, &[]);
//! assert_eq!(classify(&moved).outcome, Outcome::Partial);
//! assert_eq!(classify(&away).outcome, Outcome::Unavailable);
//! ```

use crate::api_error::ApiError;
#[cfg(feature = "explain")]
use crate::body::{self, Reading};
use crate::exchange::Exchange;
use crate::headers;
use crate::outcome::Outcome;
use crate::rate_limit::RateLimit;
use crate::route::{self, Api};
use crate::status::{self, Status};
#[cfg(feature = "explain")]
use crate::words::Words;

/// An exchange, read.
///
/// ```
/// use bc_status::{Api, Exchange, Outcome, classify};
///
/// let read = classify(&Exchange {
///     url: "https://api.bigcommerce.com/stores/abc123/v3/carts",
///     status: Some(429),
///     headers: &[("x-rate-limit-time-reset-ms", "4200")],
///     ..Exchange::default()
/// });
/// assert_eq!((read.outcome, read.api), (Outcome::Throttled, Api::V3));
/// assert_eq!(read.rate_limit.unwrap().reset_ms, Some(4_200));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct Classification {
    /// The status code of the answer; `None` when no response arrived.
    #[cfg_attr(feature = "serde", serde(rename = "status"))]
    pub code: Option<u16>,
    /// What became of the request.
    pub outcome: Outcome,
    /// The API the URL belongs to.
    pub api: Api,
    /// What the body says went wrong; `None` when it says nothing of the kind, and without the
    /// feature `explain`, which reads bodies.
    pub error: Option<ApiError>,
    /// What the headers say about quota and waiting.
    pub rate_limit: Option<RateLimit>,
    /// The id to quote to BigCommerce's support.
    pub request_id: Option<String>,
}

/// Says what became of an exchange: by its status, method and API, and by what its
/// body says of batches, GraphQL and jobs.
///
/// ```
/// use bc_status::{Exchange, Outcome, classify};
///
/// let list = Exchange {
///     url: "https://api.bigcommerce.com/stores/abc123/v2/orders?min_id=999999",
///     status: Some(204),
///     ..Exchange::default()
/// };
/// assert_eq!(classify(&list).outcome, Outcome::Empty); // an empty list, not an error
/// ```
pub fn classify(exchange: &Exchange) -> Classification {
    #[cfg(feature = "explain")]
    return classify_in(Words::english(), &exchange.answered());
    #[cfg(not(feature = "explain"))]
    Classification {
        code: exchange.status,
        outcome: outcome(exchange),
        api: route::api(exchange.url),
        error: None,
        rate_limit: RateLimit::read(exchange),
        request_id: request_id(exchange),
    }
}

/// The same in the words of any language.
///
/// ```
/// use bc_status::{Exchange, Words, classify::classify_in};
///
/// let words = Words::read("note.cut\n    Es fehlt etwas.\n");
/// let cut = Exchange::default().answer(422_u16, &[]).body(r#"{"title":"No such bra"#);
/// let error = classify_in(&words, &cut).error.unwrap();
/// assert_eq!(error.note.as_deref(), Some("Es fehlt etwas."));
/// ```
// Inlined, it would make the wasm larger.
#[cfg(feature = "explain")]
#[inline(never)]
pub fn classify_in(words: &Words, exchange: &Exchange) -> Classification {
    of_reading(exchange, &mut body::read(exchange, words, false))
}

/// The same for a body that was read already.
#[cfg(feature = "explain")]
pub(crate) fn of_reading(exchange: &Exchange, reading: &mut Reading) -> Classification {
    Classification {
        code: exchange.status,
        outcome: reading.outcome.unwrap_or_else(|| outcome(exchange)),
        api: route::api(exchange.url),
        error: reading.error(),
        rate_limit: RateLimit::read(exchange),
        request_id: request_id(exchange),
    }
}

impl Classification {
    /// What the status code means; `None` when no response arrived.
    ///
    /// ```
    /// use bc_status::{Exchange, classify};
    ///
    /// let read = classify(&Exchange { status: Some(507), ..Exchange::default() });
    /// assert_eq!(read.status().map(|status| status.text), Some("Insufficient Storage"));
    /// ```
    pub fn status(&self) -> Option<Status> {
        self.code.map(status::status)
    }
}

// As above.
#[inline(never)]
fn request_id(exchange: &Exchange) -> Option<String> {
    headers::request_id(exchange).map(String::from)
}

/// The outcome by status and method alone, whatever the body says.
///
/// ```
/// use bc_status::{Exchange, Outcome, classify::outcome};
///
/// let read = Exchange::request("GET", "/v2/orders").answer(204_u16, &[]);
/// let write = Exchange { method: "PUT", ..read };
/// assert_eq!((outcome(&read), outcome(&write)), (Outcome::Empty, Outcome::Ok));
/// ```
pub fn outcome(exchange: &Exchange) -> Outcome {
    let Some(code) = exchange.status else {
        return Outcome::NoResponse;
    };
    match status::outcome(code) {
        // Nothing to return is the expected end of a write, and an empty
        // result for a read.
        Outcome::Empty if exchange.method_writes() => Outcome::Ok,
        outcome => outcome,
    }
}
