//! Headers as an [`Exchange`] takes them, and which of a response's this crate reads.
//!
//! ```
//! use bc_status::{Exchange, headers, headers::name};
//!
//! let all = [("X-Request-Id", "5be07c21f6a94d33"), ("X-Rate-Limit-Requests-Left", "0")];
//! let answer = Exchange { headers: &all, ..Exchange::default() };
//! assert_eq!(headers::request_id(&answer), Some("5be07c21f6a94d33"));
//! assert_eq!(name::X_RATE_LIMIT_REQUESTS_LEFT, "x-rate-limit-requests-left");
//! ```

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

/// Declares the headers that are read, each with what it is read for, and what its documentation
/// shows: a value that [`RateLimit`](crate::RateLimit) `reads` as a member; or one that `shows` what
/// is wrong, with the status and the URL that it comes with; or the example before it.
macro_rules! headers {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident = $text:literal: $role:ident
        $(reads $read:literal as $member:ident $number:literal)?
        $(shows $sign:literal with $status:literal $(at $url:literal)? as $id:ident)?,
    )*) => {
        /// The names of the headers that this crate reads, lower case.
        pub mod name {
            $(
                #[doc = concat!("`", $text, "`")]
                ///
                $(#[doc = $doc])*
                $(
                    /// ```
                    /// use bc_status::{Exchange, RateLimit, headers::name};
                    ///
                    #[doc = concat!(
                        "let headers = [(name::", stringify!($name), ", ", stringify!($read), ")];"
                    )]
                    /// let answer = Exchange { headers: &headers, ..Exchange::default() };
                    /// let limit = RateLimit::read(&answer);
                    #[doc = concat!(
                        "assert_eq!(limit.unwrap().", stringify!($member), ", Some(",
                        stringify!($number), "));"
                    )]
                    /// ```
                )?
                $(
                    /// ```
                    /// # #[cfg(feature = "prose")] {
                    /// use bc_status::{Exchange, FindingId, diagnose, headers::name};
                    ///
                    #[doc = concat!(
                        "let headers = [(name::", stringify!($name), ", ", stringify!($sign), ")];"
                    )]
                    /// let found = diagnose(&Exchange {
                    $(#[doc = concat!("    url: ", stringify!($url), ",")])?
                    #[doc = headers!(@headers $role)]
                    #[doc = concat!("    status: Some(", stringify!($status), "),")]
                    ///     ..Exchange::default()
                    /// });
                    #[doc = concat!(
                        "assert_eq!(found.findings[0].id, FindingId::", stringify!($id), ");"
                    )]
                    /// # }
                    /// ```
                )?
                pub const $name: &str = $text;
            )*
        }

        /// All of them: how their constant is called, their name, and what they are read for.
        ///
        /// ```
        /// use bc_status::headers::{ALL, Role, name};
        ///
        /// let quota = ALL.iter().filter(|(.., role)| *role == Role::Quota);
        /// assert!(quota.map(|(_, name, _)| *name).any(|name| name == name::RATELIMIT));
        /// ```
        pub const ALL: &[(&str, &str, Role)] = &[$((stringify!($name), $text, Role::$role),)*];
    };
    (@headers Answer) => { "    headers: &headers," };
    (@headers Request) => { "    request_headers: Some(&headers)," };
}

headers! {
    X_RATE_LIMIT_TIME_WINDOW_MS = "x-rate-limit-time-window-ms": Quota
        reads "30000" as window_ms 30_000,
    X_RATE_LIMIT_TIME_RESET_MS = "x-rate-limit-time-reset-ms": Quota
        reads "15000" as reset_ms 15_000,
    X_RATE_LIMIT_REQUESTS_QUOTA = "x-rate-limit-requests-quota": Quota reads "150" as quota 150,
    X_RATE_LIMIT_REQUESTS_LEFT = "x-rate-limit-requests-left": Quota reads "0" as left 0,
    X_RETRY_AFTER = "x-retry-after": Quota reads "22" as retry_after_ms 22_000,
    X_REQUESTS_ALLOCATED = "x-requests-allocated": Quota reads "150 times/60 s" as quota 150,
    X_REQUESTS_WINDOW_LENGTH = "x-requests-window-length": Quota reads "60 s" as window_ms 60_000,
    X_REQUESTS_REMAINING = "x-requests-remaining": Quota reads "149 times" as left 149,
    X_REQUEST_WINDOW_RESETS_AFTER = "x-request-window-resets-after": Quota
        reads "0.397 s" as reset_ms 397,
    X_BC_APILIMIT_REMAINING = "x-bc-apilimit-remaining": Quota reads "19999" as window_ms 3_600_000,
    RATELIMIT = "ratelimit": Quota reads "\"default\";r=12;t=4" as left 12,
    RATELIMIT_POLICY = "ratelimit-policy": Quota reads "\"default\";q=150;w=30" as window_ms 30_000,
    RATELIMIT_LIMIT = "ratelimit-limit": Quota reads "100, 100;w=60" as quota 100,
    RATELIMIT_REMAINING = "ratelimit-remaining": Quota reads "7" as left 7,
    RATELIMIT_RESET = "ratelimit-reset": Quota reads "9" as reset_ms 9_000,
    RETRY_AFTER = "retry-after": Decides reads "120" as retry_after_ms 120_000,
    /// ```
    /// use bc_status::{Exchange, RateLimit, headers::name};
    ///
    /// // By whose clock a date is one minute ahead.
    /// let headers = [
    ///     (name::DATE, "Tue, 24 Nov 2026 10:00:00 GMT"),
    ///     (name::RETRY_AFTER, "Tue, 24 Nov 2026 10:01:00 GMT"),
    /// ];
    /// let limit = RateLimit::read(&Exchange::default().answer(503_u16, &headers));
    /// assert_eq!(limit.unwrap().retry_after_ms, Some(60_000));
    /// ```
    DATE = "date": Decides,
    /// ```
    /// use bc_status::{Exchange, classify, headers::name};
    ///
    /// let headers = [(name::X_REQUEST_ID, "5be07c21f6a94d33")];
    /// let read = classify(&Exchange::default().answer(500_u16, &headers));
    /// assert_eq!(read.request_id.as_deref(), Some("5be07c21f6a94d33"));
    /// ```
    X_REQUEST_ID = "x-request-id": Decides,
    /// ```
    /// use bc_status::{Exchange, headers, headers::name};
    ///
    /// // The first is no id.
    /// let of_b2b = [(name::X_REQUEST_ID, ""), (name::TRACE_ID, "91d3f40b")];
    /// let answer = Exchange { headers: &of_b2b, ..Exchange::default() };
    /// assert_eq!(headers::request_id(&answer), Some("91d3f40b"));
    /// ```
    TRACE_ID = "trace-id": Decides,
    CF_MITIGATED = "cf-mitigated": Answer shows "challenge" with 403 as PLATFORM_BLOCKED_BY_PROXY,
    CONTENT_TYPE = "content-type": Answer shows "text/xml" with 200
        at "https://api.bigcommerce.com/stores/abc123/v2/orders" as REQUEST_ACCEPT_MISSING,
    LINK = "link": Answer shows "<https://shop.example/wp-json/>" with 404
        at "https://shop.example/api/storefront/carts" as REQUEST_WRONG_HOST,
    /// ```
    /// # #[cfg(feature = "prose")] {
    /// use bc_status::{Exchange, Value, diagnose, headers::name};
    ///
    /// let headers = [(name::LOCATION, "https://new.example/")];
    /// let found = diagnose(&Exchange::default().answer(301_u16, &headers));
    /// let location = found.findings[0].values.get("location");
    /// assert_eq!(location, Some(&Value::Text("https://new.example/".into())));
    /// # }
    /// ```
    LOCATION = "location": Answer,
    SERVER = "server": Answer
        shows "Vercel" with 403 at "https://shop.example/graphql" as REQUEST_WRONG_HOST,
    WWW_AUTHENTICATE = "www-authenticate": Answer
        shows "Digest realm=\"SabreDAV\"" with 401 as AUTH_WEBDAV_DIGEST,
    X_BC_GRAPHQL_COMPLEXITY = "x-bc-graphql-complexity": Answer
        shows "12000" with 200 at "https://shop.example/graphql" as LIMIT_GRAPHQL_COMPLEXITY,
    X_POWERED_BY = "x-powered-by": Answer
        shows "Express" with 500 at "https://shop.example/v3/carts" as REQUEST_WRONG_HOST,
    /// ```
    /// # #[cfg(feature = "prose")] {
    /// use bc_status::{Exchange, diagnose, headers::name};
    ///
    /// let sent = [(name::ACCEPT, "text/csv")];
    /// let refused = Exchange::default().request_headers(&sent).answer(406_u16, &[]);
    /// assert!(diagnose(&refused).findings[0].evidence.contains("text/csv"));
    /// # }
    /// ```
    ACCEPT = "accept": Request,
    AUTHORIZATION = "authorization": Request
        shows "Bearer q7x0m2v9k4z1w8" with 401 as AUTH_TOKEN_WRONG_HEADER,
    /// ```
    /// use bc_status::{headers::name, secret};
    ///
    /// // Of B2B Edition, and as secret as the others.
    /// assert!(secret::is_secret(name::AUTHTOKEN, secret::Kind::Header));
    /// ```
    AUTHTOKEN = "authtoken": Request,
    /// ```
    /// use bc_status::{fetch::is_credential, headers::name};
    ///
    /// // It goes to no other origin with a redirect.
    /// assert!(is_credential(name::COOKIE) && !is_credential(name::ACCEPT));
    /// ```
    COOKIE = "cookie": Request,
    /// ```
    /// # #[cfg(feature = "prose")] {
    /// use bc_status::{Exchange, Failure, FindingId, diagnose, headers::name};
    ///
    /// let sent = [(name::ORIGIN, "https://other.example")];
    /// let lost = Exchange::request("GET", "https://shop.example/api/storefront/carts")
    ///     .request_headers(&sent)
    ///     .failure(Failure::Network)
    ///     .in_browser();
    /// assert_eq!(diagnose(&lost).findings[0].id, FindingId::AUTH_ORIGIN_MISMATCH);
    /// # }
    /// ```
    ORIGIN = "origin": Request,
    X_AUTH_CLIENT = "x-auth-client": Request
        shows "q7x0m2v9k4z1w8" with 401 as AUTH_TOKEN_WRONG_HEADER,
    X_AUTH_TOKEN = "x-auth-token": Request shows "undefined" with 401 as AUTH_TOKEN_MALFORMED,
    /// ```
    /// # #[cfg(feature = "prose")] {
    /// use bc_status::{Exchange, FindingId, diagnose, headers::name};
    ///
    /// // A token that acts for a customer, in a page.
    /// let sent = [(name::X_BC_CUSTOMER_ID, "7"), (name::ORIGIN, "https://shop.example")];
    /// let acts = Exchange::request("POST", "https://shop.example/graphql").request_headers(&sent);
    /// let found = diagnose(&acts.answer(403_u16, &[]));
    /// assert_eq!(found.findings[0].id, FindingId::AUTH_TOKEN_IN_BROWSER);
    /// # }
    /// ```
    X_BC_CUSTOMER_ID = "x-bc-customer-id": Request,
    X_STORE_HASH = "x-store-hash": Request
        shows "abc123" with 401
        at "https://api-b2b.bigcommerce.com/api/v3/io/companies" as AUTH_TOKEN_MISSING,
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
