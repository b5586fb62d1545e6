//! Everything known of one exchange, ready for the facts and the gaps of texts.

use super::Knowledge;
use super::bits::on;
use super::placeholder::Placeholder;
use super::sender::FromWorker;
use super::slip::Slip;
use crate::body::{ApiError, Reading, Shape};
use crate::callback::Callback;
use crate::classify::Classification;
use crate::edge::Edge;
use crate::exchange::Exchange;
use crate::headers::name;
use crate::request::Kind;
use crate::retry::Decision;
use crate::route::{self, Api, Route, Url};
use crate::said::Said;
use crate::text::{cut, has, is_one_of, plain, same_name, whole};
use crate::words::Words;

/// An exchange with all that was found out about it.
pub(super) struct Case<'a> {
    pub words: &'a Words,
    pub knowledge: &'a Knowledge,
    pub exchange: &'a Exchange<'a>,
    pub found: &'a Classification,
    /// What the body says; empty where it says nothing.
    pub error: &'a ApiError,
    pub told: &'a Reading,
    pub retry: &'a Decision,
    pub url: Url<'a>,
    pub route: Route<'a>,
    /// The most such requests at once.
    pub at_once: Option<u64>,
    /// Of a DELETE without a filter what it does, and the filter it takes: see `route/known.rs`.
    pub deletion: &'a str,
    pub request: Kind,
    /// What the body says, and the field that each line is about.
    pub lines: Vec<(&'a str, Option<&'a str>)>,
    pub said: Said,
    /// The network before the store, where it wrote the answer.
    pub edge: Option<Edge>,
    /// What BigCommerce calls, where it is the one who asks.
    pub callback: Option<Callback>,
    /// … which only its address tells.
    is_callback_guessed: bool,
    /// The answer speaks for BigCommerce, whatever host it came from.
    pub is_bigcommerces: bool,
    /// What is wrong in the request by itself.
    pub slip: Option<Slip>,
    /// The answer is a problem of our own Worker.
    pub worker: Option<FromWorker<'a>>,
    /// A header that was probably meant to be X-Auth-Token.
    pub misnamed: Option<&'a str>,
    /// What stands in path, query or host where a value belongs.
    pub placeholder: Option<Placeholder<'a>>,
    pub code: usize,
    pub api: usize,
}

impl<'a> Case<'a> {
    pub fn new(
        words: &'a Words,
        knowledge: &'a Knowledge,
        exchange: &'a Exchange<'a>,
        found: &'a Classification,
        told: &'a Reading,
        retry: &'a Decision,
    ) -> Case<'a> {
        let error = found.error.as_ref().unwrap_or(ApiError::NOTHING);
        let url = Url::read(exchange.url);
        let route = route::route(knowledge.routes, &url, found.api);
        let is_bare = |known: &&str| {
            // Of the other routes there may be more filters than the one that is known.
            !has(url.query, "=") || known.starts_with('N') && !has(url.query, ":in=|%3")
        };
        let deletion = || route::known_of(knowledge.known, "delete\n", &route.shape);
        let deletion = is_one_of(exchange.method, "DELETE").then(deletion).flatten();
        let refused = exchange.status.is_some_and(|code| code >= 400);
        let known_callback = Callback::read(exchange);
        let lines = error.lines(words);
        let mut case = Case {
            words,
            knowledge,
            exchange,
            found,
            error,
            told,
            retry,
            url,
            // Of most routes only some methods are limited so.
            at_once: route::most(knowledge.known, "at_once\n", &route.shape, exchange.method)
                .filter(|_| !exchange.method.is_empty()),
            deletion: deletion.filter(is_bare).unwrap_or(""),
            route,
            request: Kind::of(exchange.request_body.unwrap_or("")),
            said: Said::of(error, &lines),
            lines,
            edge: None,
            callback: known_callback
                .or_else(|| Callback::by_path(exchange))
                .filter(|callback| callback.has_failed(exchange)),
            is_callback_guessed: known_callback.is_none(),
            slip: Slip::find(exchange, &url, found.api),
            is_bigcommerces: false,
            worker: FromWorker::read(knowledge, exchange, error).filter(|_| refused),
            misnamed: misnamed(exchange),
            placeholder: None,
            code: on::bit(exchange.status).trailing_zeros() as usize,
            api: found.api as usize,
        };
        case.edge = told.edge.or_else(|| Edge::of_head(exchange, case.is_page()));
        case.is_bigcommerces = case.edge.is_none() && case.speaks_for_bigcommerce();
        // What passes its answer on was called by somebody else.
        case.callback =
            case.callback.filter(|_| !(case.is_callback_guessed && case.is_bigcommerces));
        case.placeholder = case.find_placeholder();
        case.mark();
        case
    }

    /// Notes for rows what was found out besides.
    fn mark(&mut self) {
        let of_app = self.found.api == Api::Unknown || self.callback.is_some();
        if of_app && Callback::complains_of_jwt(self.exchange, &self.said) {
            self.said.mark("CALL-JWT");
        }
        if let Some(callback) = self.callback {
            self.said.mark(if self.is_callback_guessed { "CALL-LIKE" } else { callback.mark() });
        } else if let Some(edge) = self.edge.filter(|_| self.worker.is_none()) {
            self.said.mark(edge.mark());
        }
    }

    /// A store's own domain, as far as the URL tells.
    pub fn own_domain(&self) -> Option<&'a str> {
        let is_own = !self.url.is_bigcommerce() && !self.url.is_local() && has(self.url.host, ".");
        let of_store = route::is_storefront(self.exchange.url)
            || matches!(self.found.api, Api::GraphqlStorefront)
            || has(self.url.path, "/admin|/dav|/checkout|/cart");
        Some(self.url.host).filter(|_| is_own && of_store)
    }

    pub fn calls(&self, callback: Callback) -> bool {
        self.callback == Some(callback)
    }

    /// The path, where one of these is called.
    pub fn called(&self, callbacks: &[Callback]) -> Option<&'a str> {
        Some(self.url.path).filter(|_| self.callback.is_some_and(|it| callbacks.contains(&it)))
    }

    /// Whether the answer is a page, by its body, or else by its type.
    pub fn is_page(&self) -> bool {
        let typed = || self.header(name::CONTENT_TYPE).is_some_and(|kind| has(kind, "html"));
        let is_bare = self.exchange.body.is_none_or(|body| body.trim_ascii().is_empty());
        self.error.shape == Shape::Html || is_bare && typed()
    }

    pub fn header(&self, name: &'a str) -> Option<&'a str> {
        self.exchange.header_values(name).next()
    }

    /// The value of a request header; `None` too where the headers are not known.
    pub fn sent(&self, name: &str) -> Option<&'a str> {
        value(self.exchange.request_headers?, name)
    }

    /// A request header is there, with something in it.
    pub fn gives(&self, name: &str) -> bool {
        self.sent(name).is_some_and(|value| !value.is_empty())
    }

    /// The request headers are known, and this one is not among them.
    pub fn lacks(&self, name: &str) -> bool {
        self.exchange.request_headers.is_some() && self.sent(name).is_none()
    }

    pub fn method_is(&self, methods: &str) -> bool {
        is_one_of(self.exchange.method, methods)
    }

    /// The header that a token came in instead of `X-Auth-Token`.
    pub fn header_of_token(&self) -> Option<&'a str> {
        let takes_another = matches!(self.found.api, Api::GraphqlStorefront | Api::Payments);
        let is = |key: &str, value: &str, wanted| same_name(key, wanted) && !value.is_empty();
        let other = self.exchange.request_headers?.iter().find(|(key, value)| {
            is(key, value, name::AUTHORIZATION) || is(key, value, name::X_AUTH_CLIENT)
        });
        self.misnamed.or(other.map(|(key, _)| *key).filter(|_| !takes_another))
    }

    /// The step of the path where the store hash belongs.
    pub fn hash(&self) -> Option<&'a str> {
        let rest = self.url.path.trim_ascii().strip_prefix("/stores/")?;
        // It stands for what the text does not tell.
        Some(cut(rest, b'/').0).filter(|hash| !matches!(*hash, "" | "…"))
    }

    /// The value of `limit`.
    pub fn limit(&self) -> Option<u64> {
        whole(self.url.parameter("limit")?)
    }

    /// The most items that a request like this one may have, or a page.
    pub fn batch(&self) -> Option<u64> {
        route::most(self.knowledge.known, "batch\n", &self.route.shape, self.exchange.method)
    }

    /// The largest `limit` of this route, where one is documented.
    pub fn page(&self) -> Option<u64> {
        self.route.limit.or_else(|| self.batch())
    }

    /// How many items the request has, where it is a list.
    pub fn length(&self) -> Option<u64> {
        match self.request {
            Kind::List(length) => Some(length as u64),
            _ => None,
        }
    }

    /// What the query costs, by a header of GraphQL.
    pub fn complexity(&self) -> Option<u64> {
        whole(self.header(name::X_BC_GRAPHQL_COMPLEXITY)?.trim_ascii())
    }

    pub fn left(&self) -> Option<u64> {
        self.found.rate_limit?.left
    }
}

fn value<'a>(headers: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    headers.iter().find(|(key, _)| same_name(key, name)).map(|(_, value)| value.trim_ascii())
}

fn misnamed<'a>(exchange: &Exchange<'a>) -> Option<&'a str> {
    let sent = exchange.request_headers?;
    if value(sent, name::X_AUTH_TOKEN).is_some_and(|token| !token.is_empty()) {
        return None;
    }
    let meant = |name: &&str| {
        let plain = plain(name);
        let known = "accesstoken|xaccesstoken|token|xbcauthtoken|bcauthtoken|xtoken|apikey|xapikey";
        let wrong = is_one_of(&plain, known)
            || plain.starts_with("xauth")
            || same_name(&plain, "authtoken") && name.len() > 9;
        wrong && plain != "xauthclient" && !same_name(name, name::X_AUTH_TOKEN)
    };
    sent.iter().map(|(name, _)| *name).find(meant)
}
