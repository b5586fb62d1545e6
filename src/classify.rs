//! Exchange to outcome: what became of the request.

use crate::exchange::Exchange;
use crate::headers;
use crate::outcome::Outcome;
use crate::rate_limit::RateLimit;
use crate::route::{self, Api};
use crate::status::{self, Status};

/// An exchange, read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Classification<'a> {
    /// The status of the answer; `None` when no response arrived.
    pub status: Option<Status>,
    /// What became of the request.
    pub outcome: Outcome,
    /// The API the URL belongs to.
    pub api: Api,
    /// What the headers say about quota and waiting.
    pub rate_limit: Option<RateLimit>,
    /// The id to quote to BigCommerce's support.
    pub request_id: Option<&'a str>,
}

/// Says what became of an exchange, by status, method and API.
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
pub fn classify<'a>(exchange: &Exchange<'a>) -> Classification<'a> {
    Classification {
        status: exchange.status.map(status::status),
        outcome: outcome(exchange),
        api: route::api(exchange.url),
        rate_limit: RateLimit::read(exchange),
        request_id: headers::request_id(exchange),
    }
}

/// The outcome alone.
pub(crate) fn outcome(exchange: &Exchange) -> Outcome {
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
