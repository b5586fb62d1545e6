//! The response headers this crate reads.

use crate::exchange::Exchange;

/// Their names, lower case. Whoever hands an exchange over needs no others.
pub const HEADERS: [&str; 14] = [
    "x-rate-limit-time-window-ms",
    "x-rate-limit-time-reset-ms",
    "x-rate-limit-requests-quota",
    "x-rate-limit-requests-left",
    "x-retry-after",
    "retry-after",
    "date",
    "x-requests-allocated",
    "x-requests-window-length",
    "x-requests-remaining",
    "x-request-window-resets-after",
    "x-bc-apilimit-remaining",
    "x-request-id",
    "trace-id",
];

/// The id to quote to BigCommerce's support: `X-Request-Id`, else B2B Edition's
/// `Trace-Id`. Undocumented for the core APIs, but real answers carry it.
pub fn request_id<'a>(exchange: &Exchange<'a>) -> Option<&'a str> {
    let plausible =
        |id: &&str| (1..=128).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_graphic());
    let id = |name| exchange.header_values(name).map(str::trim_ascii).find(plausible);
    id("x-request-id").or_else(|| id("trace-id"))
}
