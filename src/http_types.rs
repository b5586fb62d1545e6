//! What the crate [`http`] has, and with it hyper, reqwest, axum, tower and most others, as this
//! crate takes it: feature `http`.
//!
//! Methods and status codes need nothing: [`Exchange::request`](crate::Exchange::request) and
//! [`Exchange::answer`](crate::Exchange::answer) take them as they are. A header map becomes
//! [`Headers`]; a value that is no text is skipped. Of a URL that is parsed into parts, as
//! [`http::Uri`] is, keep the text.
//!
//! ```
//! use bc_status::{Exchange, Failure, FindingId, Headers, Outcome, classify, diagnose};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let request = http::Request::get("https://api.bigcommerce.com/stores/abc123/v3/carts").body(())?;
//! let response = http::Response::builder()
//!     .status(429)
//!     .header("x-rate-limit-time-reset-ms", "4200")
//!     .header("x-request-id", "9f2c")
//!     .body(r#"{"status":429,"title":"Too many requests"}"#)?;
//!
//! let url = request.uri().to_string();
//! let sent = Headers::from(request.headers());
//! let received = Headers::from(response.headers());
//! let exchange = Exchange::request(request.method(), &url)
//!     .request_headers(&sent)
//!     .answer(response.status(), &received)
//!     .body(response.body());
//!
//! let found = classify(&exchange);
//! assert_eq!((found.outcome, found.request_id.as_deref()), (Outcome::Throttled, Some("9f2c")));
//! assert_eq!(diagnose(&exchange).findings[0].id, FindingId::LIMIT_QUOTA);
//!
//! // No answer came.
//! let lost = Exchange::request(request.method(), &url).failure(Failure::Timeout);
//! assert_eq!(classify(&lost).outcome, Outcome::NoResponse);
//!
//! // What is known of the code alone.
//! assert_eq!(bc_status::Status::from(response.status()).text, "Too Many Requests");
//! # Ok(())
//! # }
//! ```
//!
//! What is found out owns what it holds, so that one expression does, where nothing else wants
//! the headers:
//!
//! ```
//! # use bc_status::{Exchange, Headers, RateLimit};
//! # let response = http::Response::builder().header("retry-after", "3").body(()).unwrap();
//! let limit = RateLimit::read(
//!     &Exchange::default().answer(response.status(), &Headers::from(response.headers())),
//! );
//! assert_eq!(limit.unwrap().retry_after_ms, Some(3_000));
//! ```

use crate::headers::Headers;
use crate::status::{Class, Status, status};
use http::{HeaderMap, StatusCode};

impl<'a> From<&'a HeaderMap> for Headers<'a> {
    /// Every value in its order; one that is no text (visible ASCII) is skipped.
    fn from(map: &'a HeaderMap) -> Self {
        map.iter().filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?))).collect()
    }
}

impl From<StatusCode> for Status {
    fn from(code: StatusCode) -> Status {
        status(code.as_u16())
    }
}

impl From<StatusCode> for Class {
    fn from(code: StatusCode) -> Class {
        Class::of(code.as_u16())
    }
}
