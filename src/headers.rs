//! Headers as an [`Exchange`] takes them, and which of a response's this crate reads.

use crate::exchange::Exchange;
use std::ops::Deref;

/// What a header is read for.
///
/// ```
/// use bc_status::headers::{ALL, Role};
///
/// // What a proxy has to let pages read.
/// let exposed = ALL.iter().filter(|(.., role)| matches!(role, Role::Quota | Role::Decides));
/// assert!(exposed.map(|(_, name, _)| *name).any(|name| name == "retry-after"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Role {
    /// An answer tells of a quota with it, and it decides.
    Quota,
    /// Of an answer; it decides.
    Decides,
    /// Of an answer, for a diagnosis.
    Answer,
    /// Of a request, for a diagnosis.
    Request,
}

/// Declares the headers that are read, each with what it is read for.
macro_rules! headers {
    ($($name:ident = $text:literal: $role:ident,)*) => {
        /// The names of the headers that this crate reads, lower case.
        pub mod name {
            $(#[doc = concat!("`", $text, "`")]
            pub const $name: &str = $text;)*
        }

        /// All of them: how their constant is called, their name, and what they are read for.
        pub const ALL: &[(&str, &str, Role)] = &[$((stringify!($name), $text, Role::$role),)*];
    };
}

headers! {
    X_RATE_LIMIT_TIME_WINDOW_MS = "x-rate-limit-time-window-ms": Quota,
    X_RATE_LIMIT_TIME_RESET_MS = "x-rate-limit-time-reset-ms": Quota,
    X_RATE_LIMIT_REQUESTS_QUOTA = "x-rate-limit-requests-quota": Quota,
    X_RATE_LIMIT_REQUESTS_LEFT = "x-rate-limit-requests-left": Quota,
    X_RETRY_AFTER = "x-retry-after": Quota,
    X_REQUESTS_ALLOCATED = "x-requests-allocated": Quota,
    X_REQUESTS_WINDOW_LENGTH = "x-requests-window-length": Quota,
    X_REQUESTS_REMAINING = "x-requests-remaining": Quota,
    X_REQUEST_WINDOW_RESETS_AFTER = "x-request-window-resets-after": Quota,
    X_BC_APILIMIT_REMAINING = "x-bc-apilimit-remaining": Quota,
    RATELIMIT = "ratelimit": Quota,
    RATELIMIT_POLICY = "ratelimit-policy": Quota,
    RATELIMIT_LIMIT = "ratelimit-limit": Quota,
    RATELIMIT_REMAINING = "ratelimit-remaining": Quota,
    RATELIMIT_RESET = "ratelimit-reset": Quota,
    RETRY_AFTER = "retry-after": Decides,
    DATE = "date": Decides,
    X_REQUEST_ID = "x-request-id": Decides,
    TRACE_ID = "trace-id": Decides,
    CF_MITIGATED = "cf-mitigated": Answer,
    CONTENT_TYPE = "content-type": Answer,
    LINK = "link": Answer,
    LOCATION = "location": Answer,
    SERVER = "server": Answer,
    WWW_AUTHENTICATE = "www-authenticate": Answer,
    X_BC_GRAPHQL_COMPLEXITY = "x-bc-graphql-complexity": Answer,
    X_POWERED_BY = "x-powered-by": Answer,
    ACCEPT = "accept": Request,
    AUTHORIZATION = "authorization": Request,
    AUTHTOKEN = "authtoken": Request,
    COOKIE = "cookie": Request,
    ORIGIN = "origin": Request,
    X_AUTH_CLIENT = "x-auth-client": Request,
    X_AUTH_TOKEN = "x-auth-token": Request,
    X_BC_CUSTOMER_ID = "x-bc-customer-id": Request,
    X_STORE_HASH = "x-store-hash": Request,
}

/// The id to quote to BigCommerce's support: `X-Request-Id`, else B2B Edition's
/// `Trace-Id`. Undocumented for the core APIs, but real answers carry it.
///
/// ```
/// use bc_status::{Exchange, headers};
///
/// let answer = Exchange { headers: &[("X-Request-Id", "7f1e")], ..Exchange::default() };
/// assert_eq!(headers::request_id(&answer), Some("7f1e"));
/// ```
pub fn request_id<'a>(exchange: &Exchange<'a>) -> Option<&'a str> {
    let plausible =
        |id: &&str| (1..=128).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_graphic());
    let id = |name| exchange.header_values(name).map(str::trim_ascii).find(plausible);
    id(name::X_REQUEST_ID).or_else(|| id(name::TRACE_ID))
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
    ///
    /// ```
    /// use bc_status::Headers;
    ///
    /// let headers: Headers = [("accept", "*/*"), ("cookie", "a=b")].into_iter().collect();
    /// let mut told = headers.as_slice().to_vec();
    /// told.retain(|(name, _)| *name != "cookie");
    /// assert_eq!(told, [("accept", "*/*")]);
    /// ```
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
