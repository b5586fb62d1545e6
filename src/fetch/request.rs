//! What a call knows of its request.

/// A request, as a [`Call`](super::Call) has to know it. Headers and body stay with the
/// sender.
///
/// ```
/// use bc_status::fetch::{Body, Redirects, Request};
///
/// let request = Request {
///     body: Body::Again,
///     redirects: Redirects::Here,
///     ..Request::new("PUT", "https://api.bigcommerce.com/stores/abc123/v3/catalog/products/7")
/// };
/// assert_eq!(request.method, "PUT");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Request {
    /// Its method; case does not matter. `GET` by default.
    pub method: String,
    /// Its URL, as a URL parser writes it (`href`). A relative one is sent as it is, and where it
    /// leads nobody here knows.
    pub url: String,
    /// Its body. None by default.
    pub body: Body,
    /// The text of the body, where that is at hand: whether GraphQL only reads, its document tells.
    /// Of other bodies nothing is asked. Where it is `None` and the body can be read more than once,
    /// [`Step::ReadRequest`](super::Step::ReadRequest) asks for it when it is needed.
    pub text: Option<String>,
    /// Who follows its redirects.
    pub redirects: Redirects,
    /// Whether a web page sends it.
    pub in_browser: bool,
}

impl Default for Request {
    fn default() -> Self {
        Request::new("GET", "")
    }
}

impl Request {
    /// One without a body, which no page sends, and whose redirects are followed elsewhere.
    ///
    /// ```
    /// use bc_status::fetch::{Body, Redirects, Request};
    ///
    /// let request = Request::new("DELETE", "https://shop.example/api/storefront/carts/7f1e");
    /// assert_eq!((request.body, request.redirects), (Body::None, Redirects::Elsewhere));
    /// ```
    pub fn new(method: &str, url: &str) -> Request {
        Request {
            method: method.into(),
            url: url.into(),
            body: Body::None,
            text: None,
            redirects: Redirects::Elsewhere,
            in_browser: false,
        }
    }
}

/// The body of a request.
///
/// ```
/// use bc_status::fetch::{Body, Call, Event, Request, Settings};
/// use bc_status::{Failure, Gate, Reason};
///
/// let request = Request { body: Body::Once, ..Request::new("PUT", "/v3/customers") };
/// let mut call = Call::sent(request, Settings::default(), 0.0);
/// call.step(Event::Failed(Failure::Network), &mut Gate::default(), 80.0, 0.5);
/// assert_eq!(call.history()[0].decision.reason, Reason::BodyUsedUp);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Body {
    /// There is none.
    #[default]
    None,
    /// One that can be sent as often as is needed.
    Again,
    /// A stream, which can be read once. It is never sent twice.
    Once,
}

/// Who follows redirects.
///
/// ```
/// use bc_status::Gate;
/// use bc_status::fetch::{Answer, Call, Event, Redirects, Request, Settings, Step};
///
/// let moved = Answer { status: 302, headers: &[("location", "/b")], ..Answer::default() };
/// let next = |redirects| {
///     let request = Request { redirects, ..Request::new("GET", "https://shop.example/a") };
///     let mut call = Call::sent(request, Settings::default(), 0.0);
///     call.step(Event::Answered(moved), &mut Gate::default(), 80.0, 0.5)
/// };
/// assert!(matches!(next(Redirects::Here), Step::Resolve { .. }));
/// assert!(matches!(next(Redirects::Elsewhere), Step::HandOut(_)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Redirects {
    /// The sender, or nobody: an answer that leads elsewhere is as good as any other.
    #[default]
    Elsewhere,
    /// The call, so that no secret goes to another origin: it has to be sent such that redirects
    /// are handed out.
    Here,
}
