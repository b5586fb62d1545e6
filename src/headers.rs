//! Headers as an [`Exchange`] takes them, and which of a response's this crate reads.

use crate::exchange::Exchange;
use std::ops::Deref;

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

/// Headers in a list, as an [`Exchange`] takes them: collected from pairs of texts, or, with the
/// feature `http`, from a [`HeaderMap`](https://docs.rs/http/1/http/struct.HeaderMap.html). It
/// borrows their texts.
///
/// ```
/// use bc_status::{Exchange, Headers, RateLimit};
///
/// // As a client of yours gives them.
/// let received = vec![("X-Retry-After".to_string(), "5".to_string())];
/// let headers: Headers = received.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
/// let limit = RateLimit::read(&Exchange::default().answer(429_u16, &headers)).unwrap();
/// assert_eq!(limit.retry_after_ms, Some(5_000));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Headers<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Headers<'a> {
    /// The list itself; `&headers` is one, too.
    pub fn as_slice(&self) -> &[(&'a str, &'a str)] {
        &self.0
    }
}

impl<'a> Deref for Headers<'a> {
    type Target = [(&'a str, &'a str)];

    fn deref(&self) -> &[(&'a str, &'a str)] {
        &self.0
    }
}

impl<'a> FromIterator<(&'a str, &'a str)> for Headers<'a> {
    fn from_iter<T: IntoIterator<Item = (&'a str, &'a str)>>(pairs: T) -> Self {
        Headers(pairs.into_iter().collect())
    }
}

impl<'a> Extend<(&'a str, &'a str)> for Headers<'a> {
    fn extend<T: IntoIterator<Item = (&'a str, &'a str)>>(&mut self, pairs: T) {
        self.0.extend(pairs);
    }
}
