//! What an attempt comes to: an answer, perhaps by redirects, or none.

use super::address::is_absolute;
use super::call::{At, Call, Phase};
use super::event::Answer;
use super::gate::Gate;
use super::redirect::{MOST_HOPS, Refusal, is_redirect};
use super::request::{Body, Redirects};
use super::step::{End, Fate, Step};
use super::store::store_of;
use crate::exchange::Failure;
use crate::headers::{self, name};
use crate::text::same_name;

/// What an attempt came to.
#[derive(Clone, Debug, Default)]
pub(super) struct Came {
    pub status: Option<u16>,
    pub failure: Option<Failure>,
    /// Those of the headers that this crate reads.
    pub headers: Vec<(String, String)>,
    pub took_ms: f64,
    /// Whether the store that was asked answered, and not a host that a redirect led to.
    pub is_of_store: bool,
    /// Whether whoever sent the request was led here by a redirect.
    pub was_led: bool,
}

impl Came {
    pub fn is_success(&self) -> bool {
        self.status.is_some_and(|status| (200..300).contains(&status))
    }

    pub fn fate(&self) -> Fate {
        match self.status {
            Some(status) if self.is_of_store => Fate::Answered(status),
            Some(_) => Fate::Released,
            None if self.failure == Some(Failure::Aborted) => Fate::Released,
            None => Fate::Failed,
        }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let mut named = self.headers.iter().filter(|(one, _)| same_name(one, name));
        named.next().map(|(_, value)| value.as_str())
    }
}

impl Call {
    pub(super) fn answered(&mut self, answer: Answer, gate: &mut Gate, at: At) -> Step {
        let Answer { status, headers, url, redirected } = answer;
        let is_read = |name: &str| headers::ALL.iter().any(|(_, one, _)| same_name(one, name));
        let read = headers.iter().filter(|(name, _)| is_read(name));
        let base = if url.is_empty() { &self.hop.url } else { url };
        let was_led = redirected || self.hop.number > 0;
        self.came = Came {
            status: Some(status),
            failure: None,
            headers: read.map(|(name, value)| ((*name).into(), (*value).into())).collect(),
            took_ms: self.took_ms(at),
            is_of_store: !was_led || store_of(base) == self.store,
            was_led: redirected,
        };
        let is_ours = self.request.redirects == Redirects::Here && is_redirect(status);
        // Where the caller's own way of sending has a URL of its own, it alone knows where that is.
        let is_known = is_absolute(base);
        let location = self.came.header(name::LOCATION).filter(|_| is_ours);
        match location {
            Some(_) if self.hop.number >= MOST_HOPS => self.end(End::Refused(Refusal::TooMany)),
            Some(location) if is_known => {
                let (location, base) = (location.to_string(), base.to_string());
                self.base.clone_from(&base);
                self.phase = Phase::Resolving;
                Step::Resolve { location, base }
            }
            _ => self.settled(gate, at),
        }
    }

    pub(super) fn failed(&mut self, failure: Failure, gate: &mut Gate, at: At) -> Step {
        self.came = Came { failure: Some(failure), took_ms: self.took_ms(at), ..Came::default() };
        self.settled(gate, at)
    }

    /// Follows a redirect, if that may be.
    pub(super) fn lead(&mut self, url: Option<&str>, at: At) -> Step {
        let status = self.came.status.unwrap_or(0);
        match self.hop.next(status, &self.base, url, self.request.body) {
            Err(refusal) => self.end(End::Refused(refusal)),
            Ok(leading) if leading.is_telling && self.holds_secret != Some(false) => {
                self.phase = Phase::Searching;
                self.next_hop = Some(leading.hop);
                Step::SearchBody
            }
            Ok(leading) => self.send(leading.hop, at),
        }
    }

    /// A redirect that would have a body with a secret sent to another origin is handed out.
    pub(super) fn searched(&mut self, found: bool, gate: &mut Gate, at: At) -> Step {
        self.holds_secret = Some(found);
        match self.next_hop.take() {
            Some(hop) if !found => self.send(hop, at),
            _ => self.settled(gate, at),
        }
    }

    /// The attempt has come to its end.
    fn settled(&mut self, gate: &mut Gate, at: At) -> Step {
        let is_success = self.came.is_success();
        if is_success || self.settings.policy.is_none() {
            self.settle(self.came.fate());
        }
        if is_success {
            return self.succeeded(at);
        }
        if self.settings.policy.is_none() && !self.settings.hooks.give_up {
            return self.end(self.came_to());
        }
        let is_unknown = self.request.text.is_none() && self.request.body == Body::Again;
        let is_wanted = self.came.failure != Some(Failure::Aborted) && !self.was_read;
        if is_unknown && is_wanted && self.is_graphql() {
            self.was_read = true;
            self.phase = Phase::ReadingRequest;
            return Step::ReadRequest;
        }
        self.weigh(gate, at)
    }

    pub(super) fn came_to(&self) -> End {
        match self.came.failure {
            Some(failure) => End::Failure(failure),
            None => End::Answer,
        }
    }
}
