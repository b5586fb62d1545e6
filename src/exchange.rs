//! One request and what came of it, as the core sees it.
//!
//! ```
//! use bc_status::{Exchange, Failure};
//!
//! let answered = Exchange::request("GET", "https://api.bigcommerce.com/stores/abc123/v2/orders")
//!     .answer(429_u16, &[("x-rate-limit-time-reset-ms", "4200")]);
//! let lost = Exchange { status: None, failure: Some(Failure::Timeout), ..answered };
//! assert_eq!((answered.status, lost.method), (Some(429), "GET"));
//! ```

use crate::set::closed_set;
use crate::text::same_name;

mod owned;

pub use owned::OwnedExchange;

/// A request and its answer, or the way it failed to get one.
///
/// Everything is borrowed and nothing is checked: it is data from the network,
/// and the readers of this crate take whatever it holds.
///
/// ```
/// use bc_status::{Exchange, Failure};
///
/// let lost = Exchange {
///     method: "POST",
///     url: "https://api.bigcommerce.com/stores/abc123/v2/orders",
///     failure: Some(Failure::Timeout),
///     ..Exchange::default()
/// };
/// assert_eq!(lost.status, None);
/// ```
///
/// Or step by step, with the types of whatever client answered: a method and a URL are anything
/// that gives a text, such as `http::Method` and `reqwest::Url`, a status is anything that gives
/// its number, such as `http::StatusCode`.
///
/// ```
/// use bc_status::{Exchange, Outcome, classify};
///
/// let exchange = Exchange::request("GET", "https://api.bigcommerce.com/stores/abc123/v3/carts")
///     .answer(404_u16, &[("content-type", "text/plain")])
///     .body("The route is not found, check the URL");
/// assert_eq!(classify(&exchange).outcome, Outcome::Missing);
/// ```
///
/// One that is kept, or comes out of a log, is an [`OwnedExchange`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct Exchange<'a> {
    /// The request method; case does not matter. `GET` by default, and empty when it is not known:
    /// then nothing that may have run is repeated.
    pub method: &'a str,
    /// The URL the request went to; empty when it is not known.
    pub url: &'a str,
    /// The HTTP status; `None` when no response arrived. A body without one counts as answered with
    /// the status that it names.
    pub status: Option<u16>,
    /// The response headers in their order. Names are compared without case,
    /// and a name may occur more than once.
    pub headers: &'a [(&'a str, &'a str)],
    /// Whether these are all it had, as by default. Where they were not kept, nothing is concluded
    /// from one that is absent.
    pub headers_known: bool,
    /// The body of the response as text; bytes that are none are best decoded with
    /// [`String::from_utf8_lossy`]. `None` when it is not known. It is read with the feature
    /// `explain`.
    pub body: Option<&'a str>,
    /// The request headers, like [`headers`](Self::headers); `None` when they are not known.
    pub request_headers: Option<&'a [(&'a str, &'a str)]>,
    /// The body of the request, of which the shape is looked at, and a few values that are often
    /// wrong, such as the destination of a webhook. `None` when it
    /// is not known, or there was none.
    pub request_body: Option<&'a str>,
    /// How the request ended when no response arrived.
    pub failure: Option<Failure>,
    /// Whether the request came from a web page.
    pub in_browser: bool,
    /// Whether it is known that nothing of the request was sent, as where no connection could be
    /// made: then it may be sent again, whatever its method.
    pub unsent: bool,
    /// Whether it is known that a later attempt would end alike where no response arrived, as
    /// where a certificate is not trusted, or the URL is none. It is looked at with the feature
    /// `explain`.
    pub permanent: bool,
}

#[cfg(feature = "explain")]
fn told_status(status: Option<u16>, failure: Option<Failure>, body: Option<&str>) -> Option<u16> {
    let is_told = status.is_some() || failure.is_some();
    status.or_else(|| crate::body::status_in(body.filter(|_| !is_told)?))
}

impl Default for Exchange<'_> {
    fn default() -> Self {
        Exchange {
            method: "GET",
            url: "",
            status: None,
            headers: &[],
            headers_known: true,
            body: None,
            request_headers: None,
            request_body: None,
            failure: None,
            in_browser: false,
            unsent: false,
            permanent: false,
        }
    }
}

impl<'a> Exchange<'a> {
    /// The same with the status that its body names, where nobody tells another: whoever has a body
    /// was answered.
    #[cfg(feature = "explain")]
    pub(crate) fn answered(&self) -> Exchange<'a> {
        Exchange { status: told_status(self.status, self.failure, self.body), ..*self }
    }

    /// A request of which nothing is known yet but its method and its URL.
    ///
    /// ```
    /// use bc_status::Exchange;
    ///
    /// let asked = Exchange::request("GET", "https://api.bigcommerce.com/stores/abc123/v3/carts");
    /// assert_eq!((asked.method, asked.status), ("GET", None));
    /// ```
    pub fn request<M, U>(method: &'a M, url: &'a U) -> Exchange<'a>
    where
        M: AsRef<str> + ?Sized,
        U: AsRef<str> + ?Sized,
    {
        Exchange { method: method.as_ref(), url: url.as_ref(), ..Exchange::default() }
    }

    /// … with its headers; see [`Headers`](crate::Headers).
    ///
    /// ```
    /// use bc_status::Exchange;
    ///
    /// let asked = Exchange::request("GET", "/v3/carts").request_headers(&[("accept", "application/json")]);
    /// assert_eq!(asked.request_headers.map(|headers| headers.len()), Some(1));
    /// ```
    #[must_use]
    pub fn request_headers(self, headers: &'a [(&'a str, &'a str)]) -> Exchange<'a> {
        Exchange { request_headers: Some(headers), ..self }
    }

    /// … with its body.
    ///
    /// ```
    /// use bc_status::Exchange;
    ///
    /// let asked = Exchange::request("POST", "/v3/hooks").request_body("{}");
    /// assert_eq!(asked.request_body, Some("{}"));
    /// ```
    #[must_use]
    pub fn request_body(self, body: &'a str) -> Exchange<'a> {
        Exchange { request_body: Some(body), ..self }
    }

    /// … that was answered; see [`Headers`](crate::Headers).
    ///
    /// ```
    /// use bc_status::Exchange;
    ///
    /// let answered = Exchange::request("GET", "/v3/carts").answer(503_u16, &[("retry-after", "5")]);
    /// assert_eq!((answered.status, answered.headers.len()), (Some(503), 1));
    /// ```
    #[must_use]
    pub fn answer(self, status: impl Into<u16>, headers: &'a [(&'a str, &'a str)]) -> Exchange<'a> {
        Exchange { status: Some(status.into()), headers, ..self }
    }

    /// … with the body of the answer.
    ///
    /// ```
    /// use bc_status::Exchange;
    ///
    /// let answered = Exchange::default().answer(422_u16, &[]).body("{}");
    /// assert_eq!(answered.body, Some("{}"));
    /// ```
    #[must_use]
    pub fn body(self, body: &'a str) -> Exchange<'a> {
        Exchange { body: Some(body), ..self }
    }

    /// … that ended without an answer.
    ///
    /// ```
    /// use bc_status::{Exchange, Failure, Outcome, classify};
    ///
    /// let lost = Exchange::request("GET", "/v3/carts").failure(Failure::Timeout);
    /// assert_eq!(classify(&lost).outcome, Outcome::NoResponse);
    /// ```
    #[must_use]
    pub fn failure(self, failure: Failure) -> Exchange<'a> {
        Exchange { failure: Some(failure), ..self }
    }

    /// … of which nothing was sent.
    ///
    /// ```
    /// use bc_status::{Exchange, Failure, Policy, State, decide};
    ///
    /// // A POST, but nothing of it was sent.
    /// let lost = Exchange::request("POST", "/v2/orders").failure(Failure::Network).unsent();
    /// assert!(decide(&lost, &State::default(), &Policy::default()).retry);
    /// ```
    #[must_use]
    pub fn unsent(self) -> Exchange<'a> {
        Exchange { unsent: true, ..self }
    }

    /// … that would end alike whenever it is made.
    ///
    /// ```
    /// use bc_status::{Exchange, Failure, Policy, State, decide};
    ///
    /// // The certificate is not trusted.
    /// let lost = Exchange::request("GET", "/v3/carts").failure(Failure::Network).permanent();
    /// # #[cfg(feature = "explain")]
    /// assert!(!decide(&lost, &State::default(), &Policy::default()).retry);
    /// assert!(lost.permanent);
    /// ```
    #[must_use]
    pub fn permanent(self) -> Exchange<'a> {
        Exchange { permanent: true, ..self }
    }

    /// … that a web page made.
    ///
    /// ```
    /// use bc_status::{Exchange, Failure, Policy, Reason, State, decide};
    ///
    /// let lost = Exchange::request("GET", "https://api.bigcommerce.com/stores/abc123/v3/carts")
    ///     .failure(Failure::Network)
    ///     .in_browser();
    /// let decision = decide(&lost, &State::default(), &Policy::default());
    /// assert_eq!(decision.reason, Reason::ClosedToPages);
    /// ```
    #[must_use]
    pub fn in_browser(self) -> Exchange<'a> {
        Exchange { in_browser: true, ..self }
    }

    /// Every value of a response header, in order.
    ///
    /// ```
    /// use bc_status::Exchange;
    ///
    /// let links = [("Link", "<a>"), ("Date", "now"), ("link", "<b>")];
    /// let answer = Exchange::default().answer(200_u16, &links);
    /// assert_eq!(answer.header_values("link").collect::<Vec<_>>(), ["<a>", "<b>"]);
    /// ```
    pub fn header_values(&self, name: &'a str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.headers.iter().filter(move |(key, _)| same_name(key, name)).map(|(_, value)| *value)
    }

    /// Whether sending the same request twice has the effect of sending it
    /// once, by HTTP's definition of the method.
    ///
    /// ```
    /// use bc_status::Exchange;
    ///
    /// assert!(Exchange::request("put", "/v3/customers").method_is_repeatable());
    /// assert!(!Exchange::request("PATCH", "/v3/customers").method_is_repeatable());
    /// ```
    pub fn method_is_repeatable(&self) -> bool {
        ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]
            .iter()
            .any(|method| same_name(self.method, method))
    }

    /// Whether the method asks for a change, or may; one that is not known does not.
    ///
    /// ```
    /// use bc_status::Exchange;
    ///
    /// assert!(Exchange::request("DELETE", "/v3/carts/7").method_writes());
    /// assert!(!Exchange::request("HEAD", "/v3/carts/7").method_writes());
    /// assert!(!Exchange::request("", "/v3/carts/7").method_writes());
    /// ```
    pub fn method_writes(&self) -> bool {
        !["", "GET", "HEAD", "OPTIONS"].iter().any(|method| same_name(self.method, method))
    }
}

closed_set! {
    /// How a request ended that got no response.
    #[example]
    /// ```
    /// use bc_status::Failure;
    /// use std::io::ErrorKind;
    ///
    /// let failure = match ErrorKind::TimedOut {
    ///     ErrorKind::TimedOut => Failure::Timeout,
    ///     ErrorKind::Interrupted => Failure::Aborted,
    ///     _ => Failure::Network,
    /// };
    /// assert_eq!(failure.to_string(), "timeout");
    /// ```
    pub enum Failure {
        /// The connection could not be made, or broke.
        Network = "network",
        /// The wait for an answer ran out.
        Timeout = "timeout",
        /// The caller gave up.
        Aborted = "aborted",
    }
}
