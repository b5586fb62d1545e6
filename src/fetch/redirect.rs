//! Redirects, as the Fetch standard has them, but that no secret goes to another origin with them.

use super::address::Address;
use super::request::Body;
use crate::headers::name;
use crate::secret::{Kind, is_secret};
use crate::text::same_name;
use std::fmt;

/// As in the Fetch standard.
///
/// ```
/// use bc_status::fetch::{MOST_HOPS, Refusal};
///
/// assert_eq!(Refusal::TooMany.text(), format!("more than {MOST_HOPS} redirects"));
/// ```
pub const MOST_HOPS: u32 = 20;

/// Headers that speak of a body, and go where it goes.
const OF_BODY: [&str; 5] = [
    "content-encoding",
    "content-language",
    "content-length",
    "content-location",
    name::CONTENT_TYPE,
];

/// Whether an answer of this status leads somewhere else.
///
/// ```
/// use bc_status::fetch::is_redirect;
///
/// assert!(is_redirect(301) && is_redirect(308));
/// // What did not change is here.
/// assert!(!is_redirect(304));
/// ```
pub fn is_redirect(status: u16) -> bool {
    matches!(status, 301 | 302 | 303 | 307 | 308)
}

/// Why a redirect is not followed. Every further attempt would end so as well.
///
/// ```
/// use bc_status::Gate;
/// use bc_status::fetch::{Answer, Call, End, Event, Redirects, Refusal, Request, Settings, Step};
///
/// let request = Request::new("GET", "https://shop.example/a");
/// let request = Request { redirects: Redirects::Here, ..request };
/// let (mut call, mut gate) = (Call::sent(request, Settings::default(), 0.0), Gate::default());
/// let headers = [("location", "ftp://a.example/")];
/// let moved = Answer { status: 301, headers: &headers, ..Answer::default() };
/// call.step(Event::Answered(moved), &mut gate, 80.0, 0.5);
/// let next = call.step(Event::Resolved(Some("ftp://a.example/")), &mut gate, 80.0, 0.5);
/// let Step::HandOut(out) = next else { panic!("it is over") };
/// assert_eq!(out.end, End::Refused(Refusal::NotHttp));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Refusal {
    /// There were [`MOST_HOPS`] before it.
    TooMany,
    /// It leads to what is no URL.
    NoUrl,
    /// It leads away from HTTP.
    NotHttp,
    /// It leads to a URL with a user or a password in it.
    User,
    /// It asks for a body that can be read only once.
    BodyOnce,
}

impl Refusal {
    /// The same in words.
    ///
    /// ```
    /// use bc_status::fetch::Refusal;
    ///
    /// let error: Box<dyn std::error::Error> = Refusal::NoUrl.into();
    /// assert_eq!(error.to_string(), Refusal::NoUrl.text());
    /// ```
    pub const fn text(self) -> &'static str {
        match self {
            Refusal::TooMany => "more than 20 redirects",
            Refusal::NoUrl => "a redirect leads to what is no URL",
            Refusal::NotHttp => "a redirect leads away from HTTP",
            Refusal::User => "a redirect leads to a URL with a user in it",
            Refusal::BodyOnce => "a redirect asks for a body that can be read only once",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl std::error::Error for Refusal {}

/// What to send: the request itself, or what redirects have made of it.
///
/// ```
/// use bc_status::Gate;
/// use bc_status::fetch::{Answer, Call, Event, Redirects, Request, Settings, Step};
///
/// let url = "https://shop.example/graphql";
/// let request = Request { redirects: Redirects::Here, ..Request::new("POST", url) };
/// let (mut call, mut gate) = (Call::sent(request, Settings::default(), 0.0), Gate::default());
/// let moved = Answer { status: 303, headers: &[("location", "/")], url, ..Answer::default() };
/// call.step(Event::Answered(moved), &mut gate, 80.0, 0.5);
/// let next = Event::Resolved(Some("https://www.example/"));
/// let Step::Send(sending) = call.step(next, &mut gate, 80.0, 0.5) else { panic!("it goes on") };
/// assert_eq!((&*sending.hop.method, sending.hop.with_credentials), ("GET", false));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Hop {
    /// How many redirects have led here; 0 for the request itself.
    pub number: u32,
    /// The method.
    pub method: String,
    /// The URL.
    pub url: String,
    /// Whether the body of the request goes along, if it has one.
    pub with_body: bool,
    /// Whether the credentials of the request go along, if it has some: from the first redirect to
    /// another origin on they do not, and do not come back.
    pub with_credentials: bool,
}

impl Hop {
    /// The request itself.
    pub(super) fn first(method: &str, url: &str) -> Hop {
        Hop {
            number: 0,
            method: method.into(),
            url: url.into(),
            with_body: true,
            with_credentials: true,
        }
    }

    /// Whether a header of the request goes along. Case does not matter.
    ///
    /// ```
    /// use bc_status::fetch::{Call, Event, Request, Settings, Step};
    /// use bc_status::Gate;
    ///
    /// let request = Request::new("GET", "https://api.bigcommerce.com/stores/abc123/v3/carts");
    /// let mut call = Call::new(request, Settings::default());
    /// let Step::Send(send) = call.step(Event::Began, &mut Gate::default(), 0.0, 0.5) else {
    ///     panic!("nothing to wait for");
    /// };
    /// assert!(send.hop.keeps("X-Auth-Token"));
    /// ```
    pub fn keeps(&self, header: &str) -> bool {
        let is_of_body = OF_BODY.iter().any(|name| same_name(header, name));
        (self.with_credentials || !is_credential(header) && !same_name(header, "host"))
            && (self.with_body || !is_of_body)
    }

    /// Whether a redirect has made a GET of a request that asked for a change.
    pub(super) fn is_turned(&self) -> bool {
        !self.with_body
    }

    /// Where a redirect leads from here.
    pub(super) fn next(
        &self,
        status: u16,
        from: &str,
        to: Option<&str>,
        body: Body,
    ) -> Result<Leading, Refusal> {
        let url = to.ok_or(Refusal::NoUrl)?;
        let target = Address::read(url).ok_or(Refusal::NotHttp)?;
        if !target.is_http() {
            return Err(Refusal::NotHttp);
        }
        if target.has_user {
            return Err(Refusal::User);
        }
        let is = |method: &str| same_name(&self.method, method);
        let turns = match status {
            301 | 302 => is("POST"),
            303 => !is("GET") && !is("HEAD"),
            _ => false,
        };
        let has_body = self.with_body && body != Body::None;
        if has_body && body == Body::Once && !(turns && status == 303) {
            return Err(Refusal::BodyOnce);
        }
        let is_for_same = Address::read(from).is_some_and(|from| from.is_for_same(&target));
        let hop = Hop {
            number: self.number + 1,
            method: if turns { "GET".into() } else { self.method.clone() },
            url: url.into(),
            with_body: self.with_body && !turns,
            with_credentials: self.with_credentials && is_for_same,
        };
        Ok(Leading { is_telling: !is_for_same && has_body && !turns, hop })
    }
}

/// Where a redirect leads.
pub(super) struct Leading {
    pub hop: Hop,
    /// Whether a body goes to another origin with it.
    pub is_telling: bool,
}

/// Whether a header of this name is a credential. Case, `-` and `_` make no difference.
///
/// ```
/// use bc_status::fetch::is_credential;
///
/// assert!(is_credential("X-Auth-Token") && is_credential("cookie"));
/// assert!(!is_credential("Content-Type"));
/// ```
pub fn is_credential(header: &str) -> bool {
    is_secret(header, Kind::Header)
}
