//! What is decided about an attempt, and who has a say in it.

use super::budget::{Refund, RetryKind};
use super::call::{At, Call, Phase};
use super::event::Forecast;
use super::gate::Gate;
use super::request::Body;
use super::step::{Fate, HandOut, Hook, Step, Tell};
use crate::exchange::Exchange;
use crate::headers::name;
use crate::retry::{Decision, Policy, Profile, Reason, Rule, State, decide, is_repeatable};
use crate::text::same_name;

/// For calls that are not repeated, and are decided about only to tell a hook.
const ONCE: Policy = Policy::interactive().max_attempts(1);

/// Any wait fits, so that the decision says whether the server has named one.
const PATIENT: Policy = Policy {
    profile: Profile::Background,
    max_attempts: Some(u32::MAX),
    max_delay_ms: Some(u64::MAX),
    max_elapsed_ms: Some(u64::MAX),
    jitter: false,
    repeatable: true,
};

impl Call {
    pub(super) fn succeeded(&mut self, at: At) -> Step {
        let end = self.came_to();
        let decision = self.settings.policy.map(|policy| self.ask("", &self.state(at), &policy));
        if let Some(decision) = decision {
            self.record(decision);
        }
        let refund = Some(self.taken.map_or(Refund::Success, Refund::Repeat));
        self.hand_out(HandOut { end, decision, refund })
    }

    /// What the head of an answer says, or the lack of one.
    pub(super) fn weigh(&mut self, gate: &mut Gate, at: At) -> Step {
        let decision = self.ask("", &self.state(at), &self.policy());
        let status = self.came.status;
        // A 429 while some of the quota is left, or nothing is told of it, may be no matter of
        // pace. That its body tells.
        let is_spent = self.came.header(name::X_RATE_LIMIT_REQUESTS_LEFT) == Some("0");
        if status != Some(429) || is_spent {
            self.settle(self.came.fate());
        }
        // Of a quota that is spent, and when it is back, the head says all.
        let is_clear = status == Some(429) && is_spent && decision.rule() == Rule::RateLimitReset;
        let tells_more = |status| matches!(status, 409 | 429 | 500..);
        if !is_clear && status.is_some_and(|status| decision.retry || tells_more(status)) {
            self.phase = Phase::ReadingBody(decision);
            return Step::ReadBody;
        }
        self.decided(decision, None, gate, at)
    }

    /// Bodies tell a quota from spam protection, a busy store from a suspended one, and so on.
    pub(super) fn body_read(
        &mut self,
        by_head: Decision,
        body: &str,
        gate: &mut Gate,
        at: At,
    ) -> Step {
        let decision = match body {
            "" => by_head,
            body => self.ask(body, &self.state(at), &self.policy()),
        };
        self.decided(decision, Some(body), gate, at)
    }

    /// All is known about the attempt.
    pub(super) fn decided(
        &mut self,
        decision: Decision,
        body: Option<&str>,
        gate: &mut Gate,
        at: At,
    ) -> Step {
        let is_of_network = self.close(gate, decision, body, at);
        let is_quota = decision.rule() != Rule::NotAQuota && !is_of_network;
        self.settle(if is_quota { self.came.fate() } else { Fate::Released });
        if !decision.retry {
            return self.finish(decision);
        }
        if self.request.body == Body::Once {
            return self.refuse(decision, Reason::BodyUsedUp);
        }
        if self.settings.is_paced {
            self.phase = Phase::Forecasting(decision);
            return Step::AskPace;
        }
        self.ask_budget(decision, at)
    }

    /// Where the store said when its quota is back, no call of this client need ask before, whether
    /// this one waits or not. Returns whether a network before the store limits, which holds
    /// nothing of the store's.
    fn close(&mut self, gate: &mut Gate, decision: Decision, body: Option<&str>, at: At) -> bool {
        if self.came.status != Some(429) || !self.came.is_of_store {
            return false;
        }
        let patient = |body| self.ask(body, &State::attempt(self.attempt), &PATIENT).reason;
        let reason = match (body, decision.rule()) {
            (Some(body), _) => patient(body),
            // Decided elsewhere, and then by a limit of the policy: what it was before, nobody says.
            (None, Rule::AttemptsExhausted | Rule::BudgetExhausted) => patient(""),
            (None, _) => decision.reason,
        };
        if reason == Reason::EdgeWait {
            return true;
        }
        let is_held = !self.settings.is_paced && self.settings.policy.is_some();
        if is_held && matches!(reason.rule(), Rule::RateLimitReset | Rule::RetryAfter) {
            let until_ms = gate.close(&self.store, decision.delay_ms as f64, at.now_ms);
            self.waited_until_ms = until_ms;
        }
        false
    }

    pub(super) fn forecast(&mut self, decision: Decision, forecast: Forecast, at: At) -> Step {
        let Forecast { wait_ms, is_circuit_open } = forecast;
        if wait_ms > self.rest_ms(at) {
            let reason = if is_circuit_open { Reason::CircuitOpen } else { Reason::DoesNotFit };
            let delay_ms = decision.delay_ms.max(wait_ms.ceil() as u64);
            return self.refuse(Decision { delay_ms, ..decision }, reason);
        }
        self.ask_budget(decision, at)
    }

    fn ask_budget(&mut self, decision: Decision, at: At) -> Step {
        self.taken = RetryKind::of(&decision).filter(|_| self.settings.has_budget);
        match self.taken {
            Some(kind) => {
                self.phase = Phase::Budgeting(decision);
                Step::AskBudget(kind)
            }
            None => self.ask_hook(decision, at),
        }
    }

    pub(super) fn budget_said(&mut self, decision: Decision, has_some: bool, at: At) -> Step {
        if has_some {
            self.ask_hook(decision, at)
        } else {
            self.refuse(decision, Reason::BudgetSpent)
        }
    }

    fn ask_hook(&mut self, decision: Decision, at: At) -> Step {
        if !self.settings.hooks.retry {
            return self.repeat(decision, at);
        }
        self.phase = Phase::TellingRetry(decision);
        self.tell(Hook::Retry, decision)
    }

    pub(super) fn hook_said(&mut self, decision: Decision, goes_on: bool, at: At) -> Step {
        if goes_on { self.repeat(decision, at) } else { self.refuse(decision, Reason::Refused) }
    }

    fn repeat(&mut self, decision: Decision, at: At) -> Step {
        self.record(decision);
        self.wait_from(at);
        self.phase = Phase::Waiting;
        Step::Wait { ms: decision.delay_ms as f64 }
    }

    /// There would be another attempt, but for this.
    fn refuse(&mut self, decision: Decision, reason: Reason) -> Step {
        self.finish(Decision { retry: false, reason, ..decision })
    }

    fn finish(&mut self, decision: Decision) -> Step {
        self.record(decision);
        let out = HandOut { end: self.came_to(), decision: Some(decision), refund: None };
        if !self.settings.hooks.give_up || decision.rule() == Rule::NotNeeded {
            return self.hand_out(out);
        }
        self.phase = Phase::TellingEnd(out);
        self.tell(Hook::GiveUp, decision)
    }

    fn tell(&self, hook: Hook, decision: Decision) -> Step {
        let (status, failure) = (self.came.status, self.came.failure);
        let decision = Some(decision);
        Step::Tell(Tell { hook, attempt: self.attempt, status, failure, decision })
    }

    fn policy(&self) -> Policy {
        self.settings.policy.unwrap_or(ONCE)
    }

    /// The core counts whole milliseconds; one that has begun is over, or a call that came to its
    /// end would have one more attempt, of no time at all.
    fn state(&self, at: At) -> State {
        let elapsed_ms = (self.elapsed_ms(at) as u64).saturating_add(1);
        State { attempt: self.attempt, elapsed_ms, random: Some(at.random) }
    }

    fn ask(&self, body: &str, state: &State, policy: &Policy) -> Decision {
        let headers = &self.came.headers;
        let headers: Vec<_> = headers.iter().map(|(name, value)| (&**name, &**value)).collect();
        let exchange = Exchange {
            method: &self.request.method,
            url: &self.request.url,
            status: self.came.status,
            headers: &headers,
            body: Some(body).filter(|body| !body.is_empty()),
            request_body: self.request.text.as_deref().filter(|_| self.is_graphql()),
            failure: self.came.failure,
            in_browser: self.request.in_browser,
            ..Exchange::default()
        };
        let decision = decide(&exchange, state, policy);
        // What was led on to a GET has been dealt with, whatever becomes of that: a POST is often
        // answered by a redirect to what it made. Of redirects that others followed, nobody tells.
        let has_run = self.hop.is_turned() || self.came.was_led;
        if has_run && decision.retry && !policy.repeatable && !is_repeatable(&exchange) {
            let reason = Reason::MayHaveRun;
            return Decision {
                retry: false,
                delay_ms: 0,
                reason,
                may_have_run: true,
                attempts_left: 0,
            };
        }
        decision
    }

    /// Whether it may be GraphQL, of which the body tells whether it only reads.
    pub(super) fn is_graphql(&self) -> bool {
        const NAME: &str = "graphql";
        let url = &self.request.url;
        (0..url.len()).any(|at| url.get(at..at + NAME.len()).is_some_and(|it| same_name(it, NAME)))
    }
}
