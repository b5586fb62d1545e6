//! What holds of an exchange, fact by fact. Rows name the facts that have to hold.

use super::case::Case;
use super::slip;
use crate::body::Shape;
use crate::exchange::Failure;
use crate::headers::name;
use crate::outcome::Outcome;
use crate::request::Kind;
use crate::route::{self, Api, Url};
use crate::text::{has, is_one_of, same_name};

/// What gateways answer where no token arrived.
pub(super) const TOKEN_WANTED: &str =
    "x-auth-token header is required|x-auth-token headers are required";

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
    /// Whether one of the wanted facts is about the way of a request, which matters whoever
    /// answers it.
    pub fn of_the_way(wanted: &str) -> bool {
        use Fact::{
            Expensive, InPage, Insecure, Placeholder, Port, TooLong, Unrepeatable, WrongHost,
        };
        let facts =
            [Insecure, Port, WrongHost, Placeholder, TooLong, Unrepeatable, Expensive, InPage];
        facts.iter().any(|fact| names(wanted, *fact))
    }

    const FIRST: u8 = b'#';
    /// So many facts have a letter of their own; of the others it stands behind a `~`.
    const LETTERS: u8 = 90;

    /// How packed rows write a fact: its letter, behind a `~` or not.
    #[cfg(feature = "prose")]
    pub const fn letter(self) -> (bool, u8) {
        let number = self as u8;
        let is_late = number >= Fact::LETTERS;
        (is_late, Fact::FIRST + if is_late { number - Fact::LETTERS } else { number })
    }
}

/// The numbers of the facts that letters name, and of each whether it has to hold: after a `!`
/// are those that must not.
fn wanted(letters: &str) -> impl Iterator<Item = (usize, bool)> {
    let (mut holds, mut before) = (true, 0);
    letters.bytes().filter_map(move |letter| {
        match letter {
            b'!' => holds = false,
            b'~' => before = Fact::LETTERS,
            _ => {
                let number = usize::from(before) + usize::from(letter.wrapping_sub(Fact::FIRST));
                before = 0;
                return Some((number, holds));
            }
        }
        None
    })
}

/// Whether the letters name what holds, and after a `!` what does not.
pub(super) fn hold(facts: &Facts, letters: &str) -> bool {
    wanted(letters).all(|(fact, holds)| facts.get(fact) == Some(&holds))
}

/// Whether the letters name a fact.
pub(super) fn names(letters: &str, fact: Fact) -> bool {
    wanted(letters).any(|(one, _)| one == fact as usize)
}

facts! { case;
    // The request: method and body.
    Writes: case.exchange.method_writes(),
    Post: case.method_is("POST"),
    /// Has a method, and one that sends no body.
    Reads: case.knows_method() && !case.exchange.method_writes(),
    Deletes: case.method_is("DELETE"),
    UnknownMethod: case.knows_method() && !case.method_is("GET|HEAD|OPTIONS|POST|PUT|DELETE"),
    /// There is a body to send, or may be.
    SendsBody: case.request != Kind::Nothing || (case.exchange.request_body.is_none() && case.method_is("POST|PUT")),
    BodyUnknown: case.exchange.request_body.is_none(),
    BrokenJson: case.request == Kind::Broken && case.sent(name::CONTENT_TYPE).is_none_or(|kind| has(kind, "json")),
    TooManyItems: case.length().is_some() && exceeds(case.length(), case.batch()),
    /// Route and method are known, and their body is no list.
    TakesNoList: case.knows_method() && case.route.is_known() && !case.takes_a_list(),
    /// Sends a list, or goes where lists go.
    Batch: case.length().is_some() || case.takes_a_list(),
    /// A value in the request is wrong by itself, and it is clear what would be right: see `slip.rs`.
    SlipOfValue: case.slips(slip::Of::Value),
    SlipOfReadOnly: case.slips(slip::Of::ReadOnly),
    SlipOfQuery: case.slips(slip::Of::Query),
    SlipOfLogin: case.slips(slip::Of::Login),
    /// A success did not take a value that was sent.
    Ignored: case.slips(slip::Of::Ignored),
    /// An object goes where lists go.
    NoList: case.request == Kind::Object && case.takes_a_list(),

    // The request: headers.
    HeadersUnknown: case.exchange.request_headers.is_none(),
    HasToken: case.gives(name::X_AUTH_TOKEN),
    HasCredential: case.gives(name::X_AUTH_TOKEN) || case.gives(name::AUTHORIZATION),
    LacksToken: case.lacks(name::X_AUTH_TOKEN) && !case.gives(name::AUTHORIZATION) && !case.gives(name::AUTHTOKEN) && !case.token_is_in_wrong_header(),
    TokenMalformed: case.token_is_malformed(),
    WrongHeader: case.token_is_in_wrong_header(),
    /// `Authorization` has a token, and not the scheme that this API reads.
    WrongScheme: case.missed_scheme().is_some(),
    /// The answer says that no token arrived.
    TokenWanted: case.said.say(TOKEN_WANTED),
    Misnamed: case.misnamed.is_some(),
    LacksAuthorization: case.lacks(name::AUTHORIZATION),
    LacksStoreHash: case.lacks(name::X_STORE_HASH),
    LacksAccept: case.lacks(name::ACCEPT),
    HasAccept: case.gives(name::ACCEPT),
    AcceptsAll: case.sent(name::ACCEPT).is_some_and(|accept| has(accept, "*/*")),
    AcceptsXml: case.sent(name::ACCEPT).is_some_and(|accept| has(accept, "xml")),
    LacksContentType: case.lacks(name::CONTENT_TYPE),
    /// An image by its address.
    SendsAddress: case.exchange.request_body.is_some_and(|body| has(body, "image_") && has(body, "http")),
    SendsForm: case.sent(name::CONTENT_TYPE).is_some_and(|kind| has(kind, "multipart")),
    /// The request says that its body is something nobody takes.
    OddContentType: case.sent(name::CONTENT_TYPE).is_some_and(|kind| {
        // V2 took XML before it took JSON.
        !kind.is_empty() && !has(kind, "json|multipart|octet-stream|image/|zip|xml")
    }) && !matches!(case.found.api, Api::Oauth | Api::Storefront),
    NamesOrigin: case.gives(name::ORIGIN),
    /// A page of another host than the one that was asked.
    CrossOrigin: case.sent(name::ORIGIN).is_some_and(|origin| {
        let page = Url::read(origin);
        !page.host.is_empty() && !same_name(page.host, case.url.host)
    }),
    /// JSON goes as a form.
    JsonAsForm: matches!(case.request, Kind::Object | Kind::List(_))
        && case.sent(name::CONTENT_TYPE).is_some_and(|kind| has(kind, "urlencoded")),
    /// A form, or a text, goes as JSON.
    FormAsJson: case.request == Kind::Other && case.sent(name::CONTENT_TYPE).is_some_and(|kind| has(kind, "json")),
    /// A shopper is named, as an impersonation token does, and a browser shows.
    ActsInBrowser: case.acts_in_browser(),

    /// The context of a token exchange is not `stores/` and a hash.
    OddContext: case.found.api == Api::Oauth && case.context_is_odd(),

    // The request: its URL.
    Placeholder: case.unfilled().is_some(),
    /// … in the braces that references have around the names in a route.
    Notation: case.unfilled().is_some_and(|text| Some(text) != case.hash() && super::placeholder::is_notation(text)),
    /// A value of the URL is not shown.
    TakenOut: case.placeholder.is_some_and(|it| it.is_taken_out),
    HashSuspect: case.hash_is_suspect(),
    /// A whole address stands in the path, where a store hash belongs or a server passes it on.
    UrlInPath: has(case.url.path, "/http"),
    TrailingSlash: case.url.path.len() > 1 && case.url.path.ends_with('/') && !has(case.url.path, "//"),
    Port: !matches!((case.url.scheme, case.url.port), (_, "" | "443") | ("http", "80")),
    Insecure: same_name(case.url.scheme, "http"),
    BigCommerce: case.url.is_bigcommerce(),
    /// A store's host, by its name or by its path, where others may call it.
    OfStore: route::is_of_store(&case.url, case.exchange.url),
    /// Nothing in the request is against the specification, and the body complains of nothing.
    Faultless: case.is_faultless(),
    /// The answer is that of a server on this machine or network, and nothing in it is BigCommerce's.
    Foreign: case.is_foreign(),
    /// The answer is BigCommerce's by what is in it.
    Genuine: case.is_bigcommerces,
    WrongHost: case.is_on_wrong_host(),
    Misspelt: case.url.is_misspelt(),
    /// It takes a token, as far as the URL tells: no page of a store does.
    TakesToken: case.found.api != Api::Unknown || case.takes_a_token(),
    /// The answer is that of somebody else's server: neither BigCommerce's nor a store's.
    Elsewhere: case.is_elsewhere(),
    /// The files of a store, which are reached by WebDAV.
    WebDav: case.is_webdav(),
    /// The path ends with the id of one thing.
    OfOne: case.route.shape.ends_with('}'),
    TooLong: case.exchange.url.len() > 2048,
    /// A page cannot reach it.
    ClosedToPages: route::is_closed_to_pages(case.exchange.url),
    Storefront: route::is_storefront(case.exchange.url),
    /// Carts and checkouts.
    Shopping: crate::retry::basis::is_versioned(case.exchange.url),
    Payment: case.found.api == Api::Payments
        || (case.path_has("/payments|/payment_actions|/access_tokens|/checkout/order") && !case.path_has("/companies")),
    RouteKnown: case.route.is_known(),
    RouteUnknown: !case.route.is_known() && !case.url.path.is_empty(),
    /// … and the other version of the API has it.
    OtherVersion: case.route.is_of_other_version,
    /// The path names a thing by its id, at its end or before.
    NamesOne: has(&case.route.shape, "{id}"),
    /// The format is asked for by an ending, as only some of V2 takes it.
    Suffixed: case.found.api == Api::V2 && case.asks_by_suffix(),
    MethodOff: case.knows_method() && case.route.is_known() && !case.route.takes(case.exchange.method) && !case.method_is("OPTIONS"),
    /// Nobody says which method it was, and the route takes no GET.
    MethodMayBeOff: !case.knows_method() && case.route.is_known() && !case.route.takes("GET"),
    OldRoute: case.route.is_old(case.exchange.method),
    /// A deletion that names nothing, where the specification demands a filter.
    Unfiltered: matches!(case.unfiltered(), b'R' | b'N'),
    /// … and says that such a one changes nothing.
    DeletesNothing: case.unfiltered() == b'N',
    /// A deletion that names nothing, where that deletes all.
    DeletesAll: case.unfiltered() == b'A',
    HasLimit: case.url.parameter("limit").is_some(),
    /// A complaint is no more than the name of a parameter in the URL.
    NamesParameter: case.error.items.iter().any(|item| {
        case.knows_method() && !case.exchange.method_writes() && case.url.parameter(&item.message).is_some()
    }),
    LimitTooHigh: case.limit().is_some() && exceeds(case.limit(), case.page()),
    /// More than most lists take, where no maximum is documented.
    LimitUnusual: case.limit() > Some(250) && case.page().is_none(),
    /// Asks for much at once: large pages, included resources, long lists of ids.
    Expensive: case.limit() >= Some(100) || has(case.url.query, "include=")
        || case.url.query.len() > 300,
    InPage: case.exchange.in_browser,
    /// No host is known, nor a path that is none of an API.
    HostUntold: case.url.host.is_empty() && case.has_path_of_apis(),
    /// A path that is none of an API, of a host that nobody names: it may be anybody's server.
    Anybodys: case.found.api == Api::Unknown && case.url.host.is_empty() && case.found.code.is_some()
        && !case.has_path_of_apis() && !case.is_bigcommerces,
    /// V2 at a shop's own address, which took a user name and a key.
    OldApi: case.is_old_api(),

    // The answer.
    HasBody: case.exchange.body.is_some_and(|body| !body.trim_ascii().is_empty()),
    HasError: case.found.error.is_some(),
    /// It has either of two causes, and says no more.
    NamesTwoCauses: case.said.say("stock or did not") && !case.said.say("outofstock"),
    HasItems: !case.error.items.is_empty(),
    /// A complaint is about a field.
    AboutFields: case.error.items.iter().any(|item| item.field.is_some()) || case.said.say("the field '|required field '"),
    /// What is counted are the signs of a value, and no things.
    OfAValue: case.said.say("character| digit|decimal"),
    Html: case.error.shape == Shape::Html,
    Text: matches!(case.error.shape, Shape::Text | Shape::Html),
    /// As an error, or by its type.
    Xml: case.error.shape == Shape::Xml || case.header(name::CONTENT_TYPE).is_some_and(|kind| has(kind, "xml"))
        || case.exchange.body.is_some_and(|body| body.trim_ascii_start().starts_with("<?xml")),
    Graphql: case.error.shape == Shape::Graphql,
    /// A query that costs more than any may.
    Complex: case.complexity() > Some(10_000),
    /// Errors beside the data, and not inside it.
    QueryErrors: case.told.has_query_errors,
    /// … and an object of data, which there is only once a query has been read and taken.
    Ran: case.told.has_query_errors && case.told.has_data,
    /// In GraphQL of B2B Edition the code of an error is a number: of one who has not signed in …
    AsksToSignIn: case.has_code("401|UNAUTHENTICATED"),
    /// … and of one who may not, as a guest or by the role.
    RefusesRole: case.has_code("403|FORBIDDEN"),
    /// … of something that is not there, and of a failure inside.
    NamesNothing: case.has_code("404|NOT_FOUND"),
    FailsInside: case.has_code("500|502|503|INTERNAL_SERVER_ERROR|INTERNAL_ERROR|INTERNAL|SERVICE_UNAVAILABLE|DOWNSTREAM_SERVICE_ERROR"),
    Mutates: case.mutates(),
    /// Something that was asked for is null, beside no error.
    HasNulls: !case.told.nulls.is_empty(),
    /// … and it is the answer to a change, or a login.
    NullAnswer: !case.told.nulls.is_empty() && case.changes_or_logs_in(),
    NoScope: case.told.lacks_scope,
    PageOfTen: case.told.page == Some(10) && case.limit() > Some(10),
    /// … or fewer than were asked for.
    PageCapped: case.told.page > Some(10) && exceeds(case.limit(), case.told.page),
    /// A list of GraphQL is empty, and nothing else is there.
    EmptyConnection: case.told.lists_nothing,
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
    Unrepeatable: case.retry.may_have_run && case.knows_method() && !crate::retry::is_repeatable(case.exchange),
    HasLocation: case.header(name::LOCATION).is_some(),
    /// … to sign in.
    BackToLogin: case.header(name::LOCATION).is_some_and(|location| has(location, "login")),
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
    /// No connection came about.
    Unsent: case.exchange.unsent && case.exchange.status.is_none(),
    Aborted: case.failed_by(Failure::Aborted),
    /// It would end alike at any other time.
    Permanent: case.exchange.permanent,
}

/// What mutations of a storefront begin with, and queries do not.
const MUTATIONS: &str = "login|loginWithCustomerLoginJwt|logout|cart|checkout|wishlist|submitContactUs|registerCustomer|createCustomer";

fn exceeds(given: Option<u64>, most: Option<u64>) -> bool {
    given.zip(most).is_some_and(|(given, most)| given > most)
}

impl Case<'_> {
    fn knows_method(&self) -> bool {
        !self.exchange.method.is_empty()
    }

    pub fn path_has(&self, parts: &str) -> bool {
        has(self.url.path, parts)
    }

    pub fn path_begins(&self, parts: &str) -> bool {
        crate::text::any(parts, &mut |part| self.url.path.starts_with(part))
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

    fn is_faultless(&self) -> bool {
        let route = &self.route;
        route.takes(self.exchange.method)
            && !route.is_old(self.exchange.method)
            && !has(&route.shape, "{id}")
            && self.gives(name::X_AUTH_TOKEN)
            && !self.token_is_malformed()
            && !self.hash_is_suspect()
            && self.unfilled().is_none()
            && self.url.query.is_empty()
            && self.error.items.is_empty()
            && self.request == Kind::Nothing
    }

    /// A title that names what is missing, in JSON: then its route was found.
    pub fn names_an_entity(&self) -> bool {
        const GENERAL: &str = "not found|404|404 not found|not found error|resource not found\
            |does not exist|the requested resource was not found|the resource you are requesting could not be found|page not found";
        const GONE: &str = "not |n't |no |No |missing|eleted|nvalid|nknown|exist";
        const ENTITIES: &str = "order |product |customer |cart |checkout |category |variant |quote |company |channel |webhook ";
        let error = self.error;
        if matches!(error.shape, Shape::Html | Shape::Empty)
            || error.shape == Shape::Text && !self.said.say(ENTITIES)
        {
            return false;
        }
        let title =
            error.title.as_deref().or(error.items.first().map(|item| item.message.as_str()));
        title.is_some_and(|title| {
            !is_one_of(title.strip_suffix('.').unwrap_or(title), GENERAL)
                && !has(title, "oute ")
                && (self.told.is_titled || has(title, GONE))
        })
    }

    /// A mutation of GraphQL, or the answer to a login where the request is not known.
    fn changes_or_logs_in(&self) -> bool {
        let logs_in = || self.told.nulls.iter().any(|name| has(name, "ogin"));
        if self.exchange.request_body.is_some() { self.mutates() } else { logs_in() }
    }

    fn mutates(&self) -> bool {
        let Some(asked) = self.exchange.request_body else {
            // Where the request is not shown, the path of an error begins with what was asked.
            let root = |field: &str| is_one_of(crate::text::cut(field, b'.').0, MUTATIONS);
            return self.error.items.iter().any(|item| item.field.as_deref().is_some_and(root));
        };
        has(asked, "mutation") && !crate::graphql::only_reads(self.exchange)
    }

    fn slips(&self, of: slip::Of) -> bool {
        self.slip.as_ref().is_some_and(|slip| slip.of == of)
    }

    fn has_code(&self, codes: &str) -> bool {
        self.error
            .items
            .iter()
            .any(|item| item.code.as_deref().is_some_and(|code| is_one_of(code, codes)))
    }

    pub fn asks_by_suffix(&self) -> bool {
        self.url.path.ends_with(".json") || self.url.path.ends_with(".xml")
    }
}
