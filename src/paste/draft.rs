//! An exchange while it is put together from what a text tells.

use super::lost::Lost;
use super::{PasteKind, Pasted, sentences};
use crate::exchange::{Failure, OwnedExchange};
use crate::route::{Api, Url, api};
use crate::text::{Search, at_most, has, is_one_of, same_name};

type Headers = Vec<(String, String)>;

/// What is known so far. Nothing is assumed: what a text does not hold, stays unknown.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub method: String,
    /// That of a call in code or in a trace; empty where there are several.
    pub guess: Option<&'static str>,
    pub url: String,
    /// Whether the URL is one that a text speaks of, and maybe not the one that was asked.
    pub is_loose: bool,
    /// Where a URL without a host belongs.
    pub base: String,
    pub request_headers: Option<Headers>,
    /// Whether a line shows one of them by itself: others may have been sent.
    pub is_partial: bool,
    pub request_body: Option<String>,
    pub status: Option<u16>,
    /// Whether its status is said to be BigCommerce's.
    pub is_named: bool,
    /// How sure the status is.
    pub sure: u8,
    /// Whether the text does not hold the status: such answers come with it.
    pub is_assumed: bool,
    pub headers: Option<Headers>,
    pub body: Option<String>,
    /// What a client says behind the status.
    pub said: Option<String>,
    pub lost: Option<Lost>,
    /// Whether a parser of JSON found nothing to read.
    pub reads_nothing: bool,
    pub in_browser: bool,
    pub hops: Vec<String>,
    /// Of which kind of text it is known, beyond what it holds.
    pub source: Option<PasteKind>,
    /// Whether the head of a request was seen, and that of an answer.
    pub heads: (bool, bool),
}

/// A URL as it was asked for: without the port that everybody takes, and as it is outside of XML.
fn tidied(url: &str) -> String {
    for entity in ["&amp;", "&#38;", "&#x26;"] {
        if let Some((front, rest)) = url.parted(entity) {
            return tidied(&[front, "&", rest].concat());
        }
    }
    // `[https://…](https://…)`, as Markdown has links.
    if let Some((text, _)) = url.parted("](") {
        return tidied(text.trim_start_matches('['));
    }
    let (scheme, rest) = url.parted("://").unwrap_or(("", ""));
    let host = rest.find('/').and_then(|at| rest.get(..at)).unwrap_or(rest);
    match host.strip_suffix(":443").filter(|_| scheme == "https") {
        Some(bare) => [scheme, "://", bare, rest.get(host.len()..).unwrap_or("")].concat(),
        None => url.into(),
    }
}

/// From here on a status is that of an answer, and not only spoken of.
pub(super) const SURE: u8 = 9;

impl Draft {
    pub fn is_empty(&self) -> bool {
        !self.is_answered() && !self.asks() && self.body.is_none() && self.headers.is_none()
    }

    /// A request is known.
    pub fn asks(&self) -> bool {
        !self.method.is_empty() || !self.url.is_empty()
    }

    pub fn is_answered(&self) -> bool {
        self.status.is_some() || self.lost.is_some()
    }

    pub fn has_failed(&self) -> bool {
        self.status.is_some_and(|code| code >= 400) || self.status.is_none() && self.lost.is_some()
    }

    /// Whether another that follows tells of the same exchange: one of them of the request, and
    /// none of another status.
    pub fn is_part_of(&self, next: &Draft) -> bool {
        // What a log says of its own beside an answer has no status but the one that it stands for.
        let is_remark = self.is_assumed && !self.asks() && next.has_failed();
        let agree = self.status == next.status
            || self.status.is_none()
            || next.status.is_none()
            || is_remark;
        let is_archive = self.source == Some(PasteKind::Har);
        // A command may tell the same of it once more, and whole.
        let is_again = !next.is_answered()
            && self.method == next.method
            && self.url.starts_with('/')
            && next.url.ends_with(&self.url);
        // The console says why on one line, and on the next that it broke.
        let is_lost_again = self.url == next.url && self.lost.is_some() && next.lost.is_some();
        let is_told = self.asks() != next.asks() || is_again || is_lost_again;
        agree && !is_archive && is_told && self.is_answered()
    }

    /// Why no answer came; what says more takes the place of what says less.
    pub fn lose(&mut self, lost: Option<Lost>) {
        let says_less =
            |one: Lost| one.failure == Failure::Network && !one.unsent && !one.permanent;
        if self.lost.is_none_or(says_less) {
            self.lost = lost.or(self.lost);
        }
    }

    pub fn found_status(&mut self, code: u16, sure: u8) {
        if self.status.is_none() || self.is_assumed || sure > self.sure {
            self.status = Some(code);
            self.sure = sure;
            self.is_assumed = false;
        }
    }

    /// Takes a status that the text does not hold, where it holds none.
    pub fn assume_status(&mut self, code: u16, sure: u8) {
        if self.status.is_none() {
            self.found_status(code, sure);
            self.is_assumed = true;
        }
    }

    /// Takes a URL, or the path of one whose host is known or will be.
    pub fn found_url(&mut self, url: &str) {
        let is_whole = |url: &str| url.says("://");
        // What is not BigCommerce's is a page, or a server that called it.
        let is_less = |url: &str| api(url) == Api::Unknown;
        if url.is_empty()
            || is_whole(&self.url) && !is_whole(url)
            || is_less(url) && !is_less(&self.url) && !url.ends_with(&self.url)
        {
            return;
        }
        self.url = tidied(url);
        self.join();
    }

    pub fn found_base(&mut self, base: &str) {
        if self.base.is_empty() && !base.ends_with("://") {
            self.base = tidied(base.trim_end_matches('/'));
            self.join();
        }
    }

    fn join(&mut self) {
        // Who writes of a route leaves out what is before its version.
        let is_short = self.url.starts_with("/v2/") || self.url.starts_with("/v3/");
        let is_own = self.base.ends_with("://api.bigcommerce.com");
        if self.url.starts_with('/') && !self.base.is_empty() && !(is_short && is_own) {
            self.url = [self.base.as_str(), &self.url].concat();
        }
    }

    pub fn found_method(&mut self, method: &str) {
        let is_word =
            (3..12).contains(&method.len()) && method.bytes().all(|it| it.is_ascii_alphabetic());
        if self.method.is_empty() && is_word {
            self.method = method.to_ascii_uppercase();
        }
    }

    pub fn guess_method(&mut self, method: &'static str) {
        self.guess = Some(if self.guess.is_none_or(|it| it == method) { method } else { "" });
    }

    /// Takes what a tool asks for.
    pub fn calls(&mut self, (path, reads): (&str, bool)) {
        if reads {
            self.guess_method("GET");
        }
        self.found_url(path);
    }

    /// Takes the URL of a line; it counts for more where the line tells what came of it.
    pub fn hears_url(&mut self, url: &str, is_asked: bool) {
        let is_less = api(url) == Api::Unknown && api(&self.url) != Api::Unknown;
        if self.is_loose && !is_less && (is_asked || !self.is_answered()) {
            self.url.clear();
        }
        if self.url.is_empty() || self.url.starts_with('/') {
            self.found_url(url);
            self.is_loose = !is_asked;
        }
    }

    /// Takes the first body there is, but for one that says what went wrong: what was met before it
    /// was sent, or is something else in braces.
    pub fn found_body(&mut self, body: String) {
        let is_silent = |known: &str| known.starts_with(['{', '[']) && !says_what_is_wrong(known);
        if self.body.as_deref().is_none_or(|known| is_silent(known) && says_what_is_wrong(&body)) {
            self.body = Some(body);
        }
    }

    pub fn sends(&mut self, name: &str, value: &str) {
        if let Some(pseudo) = name.strip_prefix(':') {
            match pseudo {
                "method" => self.found_method(value),
                "path" => self.found_url(value),
                "authority" => self.found_base(&["https://", value].concat()),
                _ => {}
            }
            return;
        }
        if same_name(name, "host") {
            self.found_base(&["https://", value].concat());
        }
        self.in_browser |= is_of_browser(name);
        add(&mut self.request_headers, name, value);
    }

    pub fn receives(&mut self, name: &str, value: &str) {
        if name == ":status" {
            if let Ok(code) = value.parse() {
                self.found_status(code, SURE);
            }
            return;
        }
        // As CGI has it, and what prints a head without its first line.
        if same_name(name, "status")
            && let Some(code) = value.get(..3).and_then(|code| code.parse().ok())
            && (100..=599).contains(&code)
        {
            self.found_status(code, SURE - 2);
        }
        add(&mut self.headers, name, value);
    }

    /// What another tells of the same exchange, as far as this one does not know it.
    pub fn merge(&mut self, other: Draft) {
        if self.method.is_empty() {
            self.method = other.method;
        }
        self.found_base(&other.base);
        if self.url.is_empty() || self.url.starts_with('/') {
            self.found_url(&other.url);
        }
        self.guess = self.guess.or(other.guess);
        self.said = self.said.take().or(other.said);
        self.request_headers = self.request_headers.take().or(other.request_headers);
        self.request_body = self.request_body.take().or(other.request_body);
        if self.is_assumed && other.status.is_some() && !other.is_assumed && other.body.is_some() {
            // The words that the assumed status stood for.
            self.body = None;
        }
        // What a server answered itself, where it reached nobody.
        let is_own = self.lost.is_some_and(|lost| lost.unsent)
            && other.status.is_some_and(|code| code >= 500)
            && other.headers.is_none()
            && other.body.is_none();
        if let Some(code) = other.status.filter(|_| !is_own) {
            if other.is_assumed {
                self.assume_status(code, other.sure);
            } else {
                self.found_status(code, other.sure);
            }
        }
        let longer = |one: &Option<Headers>| one.as_ref().map_or(0, Vec::len);
        if longer(&other.headers) > longer(&self.headers) {
            self.headers = other.headers;
        }
        if let Some(body) = other.body {
            self.found_body(body);
        }
        self.source = self.source.or(other.source);
        self.heads = (self.heads.0 || other.heads.0, self.heads.1 || other.heads.1);
        self.lose(other.lost);
        self.reads_nothing |= other.reads_nothing;
        self.in_browser |= other.in_browser;
        self.is_partial |= other.is_partial;
    }

    pub fn kind(&self) -> PasteKind {
        match (self.source, self.heads) {
            (Some(source), _) => source,
            (None, (true, true)) => PasteKind::Verbose,
            (None, (false, true)) => PasteKind::Answer,
            (None, (true, false)) if !self.is_answered() => PasteKind::Request,
            (None, _) if self.asks() || self.sure > 2 || self.lost.is_some() => PasteKind::Log,
            (None, _) => PasteKind::Body,
        }
    }

    pub fn finish(mut self, kind: PasteKind, entries: u32, entry: u32) -> Pasted {
        // Some clients make up a status where there was no answer.
        if self.status == Some(500)
            && let Some(lost) = self.body.as_deref().filter(|body| body.says("getaddrinfo "))
        {
            self.lost = super::lost::failure_in(lost);
            self.status = self.status.filter(|_| self.lost.is_none());
        }
        // Nothing else tells that it was called by a wrong name.
        if self.url.is_empty() && Url::read(&self.base).is_misspelt() {
            self.url.clone_from(&self.base);
        }
        // A list of V2 that is empty has no body, nor has what was deleted: programs trip over that.
        let has_none = match self.method.as_str() {
            "DELETE" => true,
            "GET" | "" => api(&self.url) == Api::V2,
            _ => false,
        };
        if self.reads_nothing && has_none && !self.is_answered() && self.body.is_none() {
            self.assume_status(204, 3);
        }
        let lost = self.lost.filter(|_| self.status.is_none());
        // Where there was an answer, more than the page was sent.
        let is_page = |head: &Headers| matches!(&head[..], [(name, _)] if name == "Origin");
        let is_whole = !self.is_partial || self.heads.0;
        let request_headers =
            self.request_headers.filter(|head| is_whole && (lost.is_some() || !is_page(head)));
        let guess = Some(self.method).filter(|method| !method.is_empty());
        let exchange = OwnedExchange {
            method: guess.unwrap_or_else(|| self.guess.unwrap_or("").into()),
            url: self.url,
            status: self.status,
            // A line of a status by itself shows none of them.
            headers: self.headers.filter(|head| !head.is_empty()),
            // What stands behind a failure explains it.
            body: match self.said.filter(|_| self.status.is_some()) {
                Some(said) if self.body.as_deref().is_some_and(sentences::is_bare_job) => {
                    Some(sentences::of_job(&said))
                }
                said => self.body.or(said),
            }
            .filter(|_| lost.is_none()),
            request_headers,
            request_body: self.request_body,
            failure: lost.map(|lost| lost.failure),
            in_browser: self.in_browser,
            unsent: lost.is_some_and(|lost| lost.unsent),
            permanent: lost.is_some_and(|lost| lost.permanent),
        };
        Pasted { kind, exchange, is_assumed: self.is_assumed, entries, entry, hops: self.hops }
    }
}

/// Whether JSON has a member that only an answer to what failed has.
fn says_what_is_wrong(body: &str) -> bool {
    let begin = at_most(body, 4096);
    begin.starts_with(['{', '['])
        && has(begin, "\"title\"|\"errors\"|\"error\"|\"message\"|\"errMsg\"|\"detail\"")
}

/// Only browsers send such headers; Node's fetch sends one that begins alike.
pub(super) fn is_of_browser(name: &str) -> bool {
    is_one_of(
        &name.to_ascii_lowercase(),
        "sec-fetch-site|sec-fetch-dest|sec-ch-ua|sec-ch-ua-platform",
    )
}

fn add(headers: &mut Option<Headers>, name: &str, value: &str) {
    headers.get_or_insert_default().push((name.into(), value.trim().into()));
}

/// Names of headers that tell a head from other lines with a colon, and of those only one side sends.
const OF_ANSWERS: &str = "server|date|x-request-id|x-rate-limit-time-window-ms|x-rate-limit-time-reset-ms|x-rate-limit-requests-quota|x-rate-limit-requests-left|retry-after|x-retry-after|strict-transport-security|vary|set-cookie|location|etag|cf-ray|www-authenticate|allow|age|last-modified|x-bc-store-version|x-cache|via|content-encoding|x-powered-by|access-control-allow-origin|expires|alt-svc|cf-cache-status|x-content-type-options|x-frame-options";
const OF_REQUESTS: &str = "user-agent|host|accept|accept-encoding|accept-language|x-auth-token|x-auth-client|authorization|cookie|referer|origin|sec-fetch-mode|sec-fetch-site|sec-fetch-dest|sec-ch-ua|priority|x-bc-customer-access-token|x-client-id|authtoken|content-length ";
const OF_BOTH: &str = "content-type|content-length|connection|transfer-encoding|cache-control|pragma|upgrade|keep-alive|te|trailer";

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Request,
    Answer,
}

/// Which side sends a header of this name; `None` inside where both do.
pub(super) fn side_of(name: &str) -> Option<Option<Side>> {
    let name = name.to_ascii_lowercase();
    let begins = |front: &str| name.starts_with(front);
    if is_one_of(&name, OF_ANSWERS)
        || begins("x-rate-limit-")
        || begins("ratelimit")
        || begins("x-ratelimit")
    {
        return Some(Some(Side::Answer));
    }
    if is_one_of(&name, OF_REQUESTS) || begins("sec-") {
        return Some(Some(Side::Request));
    }
    is_one_of(&name, OF_BOTH).then_some(None)
}

/// Which side a whole head is of; `None` where it is no head.
pub(super) fn side_of_all<'a>(names: impl Iterator<Item = &'a str>) -> Option<Side> {
    let (mut known, mut answers, mut requests, mut all) = (0, 0, 0, 0);
    for name in names {
        all += 1;
        match side_of(name) {
            Some(Some(Side::Answer)) => answers += 1,
            Some(Some(Side::Request)) => requests += 1,
            Some(None) => known += 1,
            None => {}
        }
    }
    known += answers + requests;
    if known == 0 || known * 3 < all {
        return None;
    }
    Some(if requests > answers { Side::Request } else { Side::Answer })
}
