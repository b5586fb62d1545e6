//! What holds of an exchange, fact by fact. Rows name the facts that have to hold.

use super::case::Case;
use crate::body::Shape;
use crate::exchange::Failure;
use crate::headers::name;
use crate::outcome::Outcome;
use crate::request::Kind;
use crate::route::{self, Api};
use crate::text::{find, has, is_one_of, same_name};

macro_rules! facts {
    ($case:ident; $($(#[$doc:meta])* $fact:ident: $holds:expr,)*) => {
        /// One thing that holds of an exchange, or does not.
        #[derive(Clone, Copy, Debug, PartialEq)]
        #[cfg_attr(not(feature = "prose"), allow(dead_code, reason = "rows name them"))]
        pub(super) enum Fact { $($(#[$doc])* $fact,)* }

        /// Which facts hold, by their number.
        pub(super) type Facts = [bool; [$(Fact::$fact),*].len()];

        impl Fact {
            /// Finds out which facts hold.
            pub fn all($case: &Case) -> Facts {
                [$($holds,)*]
            }
        }
    };
}

impl Fact {
    const FIRST: u8 = b'#';

    /// How packed rows write a fact.
    pub const fn letter(self) -> u8 {
        Fact::FIRST + self as u8
    }
}

/// Whether the letters name what holds, and after a `!` what does not.
pub(super) fn hold(facts: &Facts, letters: &str) -> bool {
    let mut wanted = true;
    for letter in letters.bytes() {
        if letter == b'!' {
            wanted = false;
        } else if facts.get(usize::from(letter - Fact::FIRST)) != Some(&wanted) {
            return false;
        }
    }
    true
}

facts! { case;
    // The request: method and body.
    Writes: case.exchange.method_writes(),
    Post: case.method_is("POST"),
    Deletes: case.method_is("DELETE"),
    UnknownMethod: case.knows_method() && !case.method_is("GET|HEAD|OPTIONS|POST|PUT|DELETE"),
    /// There is a body to send, or may be.
    SendsBody: case.request != Kind::Nothing || (case.exchange.request_body.is_none() && case.method_is("POST|PUT")),
    BrokenJson: case.request == Kind::Broken && case.sent(name::CONTENT_TYPE).is_none_or(|kind| has(kind, "json")),
    TooManyItems: case.length().is_some() && exceeds(case.length(), case.batch()),
    /// Sends a list, or goes where lists go.
    Batch: case.length().is_some() || case.takes_a_list(),
    /// An object goes where lists go.
    NoList: case.request == Kind::Object && case.takes_a_list(),

    // The request: headers.
    HeadersUnknown: case.exchange.request_headers.is_none(),
    HasToken: case.gives(name::X_AUTH_TOKEN),
    LacksToken: case.lacks(name::X_AUTH_TOKEN) && !case.gives(name::AUTHORIZATION) && !case.gives(name::AUTHTOKEN) && case.misnamed.is_none(),
    TokenMalformed: case.token_is_malformed(),
    WrongHeader: case.token_is_in_wrong_header(),
    Misnamed: case.misnamed.is_some(),
    LacksAuthorization: case.lacks(name::AUTHORIZATION),
    LacksStoreHash: case.lacks(name::X_STORE_HASH),
    LacksAccept: case.lacks(name::ACCEPT),
    HasAccept: case.gives(name::ACCEPT),
    AcceptsXml: case.sent(name::ACCEPT).is_some_and(|accept| has(accept, "xml")),
    LacksContentType: case.lacks(name::CONTENT_TYPE),
    SendsForm: case.sent(name::CONTENT_TYPE).is_some_and(|kind| has(kind, "multipart")),
    /// The request says that its body is something nobody takes.
    OddContentType: case.sent(name::CONTENT_TYPE).is_some_and(|kind| {
        !kind.is_empty() && !has(kind, "json|multipart|octet-stream|image/|zip")
    }) && !matches!(case.found.api, Api::Oauth | Api::Storefront),
    NamesOrigin: case.gives(name::ORIGIN),

    // The request: its URL.
    Placeholder: case.placeholder.is_some(),
    HashSuspect: case.hash_is_suspect(),
    TrailingSlash: case.url.path.len() > 1 && case.url.path.ends_with('/') && !has(case.url.path, "//"),
    Port: !matches!((case.url.scheme, case.url.port), (_, "" | "443") | ("http", "80")),
    Insecure: same_name(case.url.scheme, "http"),
    BigCommerce: case.url.is_bigcommerce(),
    /// The answer is that of a server on this machine or network, and nothing in it is BigCommerce's.
    Foreign: case.is_foreign(),
    /// The answer is BigCommerce's by what is in it.
    Genuine: case.is_bigcommerces,
    WrongHost: case.is_on_wrong_host(),
    TooLong: case.exchange.url.len() > 2048,
    /// A page cannot reach it.
    ClosedToPages: route::is_closed_to_pages(case.exchange.url),
    Storefront: route::is_storefront(case.exchange.url),
    /// Carts and checkouts.
    Shopping: crate::retry::basis::is_versioned(case.exchange.url),
    Payment: case.found.api == Api::Payments
        || (case.path_has("/payments|/payment_actions|/access_tokens") && !case.path_has("/companies")),
    RouteKnown: case.route.is_known(),
    RouteUnknown: !case.route.is_known() && !case.url.path.is_empty(),
    MethodOff: case.knows_method() && case.route.is_known() && !case.route.takes(case.exchange.method) && !case.method_is("OPTIONS"),
    OldRoute: case.route.is_old(case.exchange.method),
    /// A deletion that names nothing, where the specification demands a filter.
    Unfiltered: matches!(case.unfiltered(), b'R' | b'N'),
    /// … and says that such a one changes nothing.
    DeletesNothing: case.unfiltered() == b'N',
    /// A deletion that names nothing, where that deletes all.
    DeletesAll: case.unfiltered() == b'A',
    HasLimit: case.url.parameter("limit").is_some(),
    LimitTooHigh: case.limit().is_some() && exceeds(case.limit(), case.page()),
    /// More than most lists take, where no maximum is documented.
    LimitUnusual: case.limit() > Some(250) && case.page().is_none(),
    /// Asks for much at once: large pages, included resources, long lists of ids.
    Expensive: case.limit() >= Some(100) || has(case.url.query, "include=")
        || case.url.query.len() > 300,
    InPage: case.exchange.in_browser,

    // The answer.
    HasBody: case.exchange.body.is_some_and(|body| !body.trim_ascii().is_empty()),
    HasError: case.found.error.is_some(),
    HasItems: !case.error.items.is_empty(),
    Html: case.error.shape == Shape::Html,
    Text: matches!(case.error.shape, Shape::Text | Shape::Html),
    /// As an error, or by its type.
    Xml: case.error.shape == Shape::Xml || case.header(name::CONTENT_TYPE).is_some_and(|kind| has(kind, "xml"))
        || case.exchange.body.is_some_and(|body| body.trim_ascii_start().starts_with("<?xml")),
    Graphql: case.error.shape == Shape::Graphql,
    /// Errors beside the data, and not inside it.
    QueryErrors: case.told.has_query_errors,
    NoScope: case.told.lacks_scope,
    PageOfTen: case.told.is_page_of_ten && case.limit() > Some(10),
    /// Its title names an entity, and not just that something is missing.
    NamesEntity: case.names_an_entity(),
    /// All complaints are about the request as a whole.
    AboutTheWhole: case.found.error.is_some() && case.error.items.iter().all(|item| item.field.is_none()),
    NothingSaved: case.error.succeeded == Some(0) && case.error.failed.unwrap_or(0) == 0,
    AsksToWait: case.error.retry_after_ms.is_some(),
    Empty: case.found.outcome == Outcome::Empty,
    Partial: case.found.outcome == Outcome::Partial,
    JobFailed: case.found.outcome == Outcome::Failed,
    /// May have run, and does harm if it runs twice.
    Unrepeatable: case.retry.may_have_run && !crate::retry::is_repeatable(case.exchange),
    HasLocation: case.header(name::LOCATION).is_some(),
    Challenged: case.header(name::CF_MITIGATED).is_some(),

    // Limits.
    Quota: case.found.rate_limit.is_some_and(|limit| limit.reset_ms.or(limit.retry_after_ms).is_some()),
    NoneLeft: case.left() == Some(0),
    SomeLeft: case.left().is_some_and(|left| left > 0),
    /// The route takes few requests at once.
    FewAtOnce: case.at_once.is_some(),
    AnswerKnown: case.exchange.headers_known,

    // No answer.
    Unreachable: case.failed_by(Failure::Network),
    TimedOut: case.failed_by(Failure::Timeout),
    Aborted: case.failed_by(Failure::Aborted),
}

fn exceeds(given: Option<u64>, most: Option<u64>) -> bool {
    given.zip(most).is_some_and(|(given, most)| given > most)
}

impl Case<'_> {
    fn knows_method(&self) -> bool {
        !self.exchange.method.is_empty()
    }

    fn is_foreign(&self) -> bool {
        let refused = self.exchange.status.is_some_and(|code| code >= 300);
        refused && self.url.is_local() && !self.is_bigcommerces
    }

    fn path_has(&self, parts: &str) -> bool {
        has(self.url.path, parts)
    }

    fn failed_by(&self, failure: Failure) -> bool {
        self.exchange.status.is_none() && self.exchange.failure == Some(failure)
    }

    fn takes_a_list(&self) -> bool {
        route::takes(self.route.lists, self.exchange.method)
    }

    /// What this deletion does without a filter, if it has none; 0 for any other request.
    fn unfiltered(&self) -> u8 {
        self.deletion.bytes().next().unwrap_or(0)
    }

    /// A title that names what is missing, in JSON: then its route was found.
    pub fn names_an_entity(&self) -> bool {
        const GENERAL: &str = "not found|404|404 not found|not found error|resource not found\
            |does not exist|the requested resource was not found|page not found";
        let error = self.error;
        if matches!(error.shape, Shape::Text | Shape::Html | Shape::Empty) {
            return false;
        }
        let title =
            error.title.as_deref().or(error.items.first().map(|item| item.message.as_str()));
        title.is_some_and(|title| !is_one_of(title.strip_suffix('.').unwrap_or(title), GENERAL))
    }

    /// A token that cannot be one: empty, with blanks, quotes or a scheme, or a placeholder.
    fn token_is_malformed(&self) -> bool {
        let (name, scheme) = match self.found.api {
            Api::GraphqlStorefront => ("authorization", "bearer"),
            Api::Payments => ("authorization", "pat"),
            _ => (name::X_AUTH_TOKEN, ""),
        };
        let Some(value) = self.sent(name) else { return false };
        let token = if scheme.is_empty() {
            value
        } else {
            match crate::text::cut(value, b' ') {
                (given, token) if same_name(given, scheme) => token,
                _ => return true,
            }
        };
        token.is_empty() || has(token, " |\"|'|,|;") || super::case::placeholder(token).is_some()
    }

    /// A credential in a header that this API does not look at.
    fn token_is_in_wrong_header(&self) -> bool {
        let (token, bearer) = (self.gives(name::X_AUTH_TOKEN), self.gives(name::AUTHORIZATION));
        let misnamed = self.misnamed.is_some();
        match self.found.api {
            Api::GraphqlStorefront => !bearer && (token || misnamed),
            Api::Payments => !bearer && token,
            Api::B2b => {
                let is_rest = has(self.url.path, "/io/");
                !token && self.sent(name::AUTHTOKEN).is_none() && (misnamed || bearer && is_rest)
            }
            // The old V2 of a shop's own domain takes a password.
            Api::V2 if has(self.url.path, "/api/v2") => false,
            Api::Oauth | Api::Storefront => false,
            _ => !token && (bearer || self.gives(name::X_AUTH_CLIENT) || misnamed),
        }
    }

    /// A store hash that cannot be one. Those seen have 5 to 10 small letters and digits.
    fn hash_is_suspect(&self) -> bool {
        let Some(hash) = self.hash() else { return false };
        let digits = hash.bytes().all(|byte| byte.is_ascii_digit());
        let plain = hash.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        !plain || (digits && hash.len() > 5) || !(4..=14).contains(&hash.len()) || hash == "stores"
    }

    /// An API's path on a host that does not serve it.
    fn is_on_wrong_host(&self) -> bool {
        let host = self.url.host;
        let is = |known| is_one_of(host, known);
        let step = self.url.first_step();
        let of_store = step == "stores";
        if host.is_empty() || self.url.is_local() {
            false
        } else if is("api.bigcommerce.com") {
            // Without a store in its path nothing is served there.
            !(of_store || step == "accounts") || self.found.api == Api::Payments
        } else if is("payments.bigcommerce.com") {
            !self.route.is_known()
        } else if is("login.bigcommerce.com") {
            !matches!(step, "oauth2" | "login")
        } else {
            let versioned = matches!(self.found.api, Api::V2 | Api::V3 | Api::GraphqlAdmin);
            of_store && versioned
                || is("bigcommerce.com")
                || has(host, "www.bigcommerce|developer.bigcommerce|docs.bigcommerce")
                || of_store && is("api-b2b.bigcommerce.com")
                || matches!(self.found.api, Api::Unknown)
                    && (matches!(step, "v2" | "v3") || find(self.url.path, "/api/v3/").is_some())
        }
    }
}
