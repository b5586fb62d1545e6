//! One call: its attempts, and the waits between them.

use super::budget::RetryKind;
use super::event::Event;
use super::gate::{Gate, Held};
use super::history::AttemptRecord;
use super::outcome::Came;
use super::redirect::Hop;
use super::request::Request;
use super::settings::Settings;
use super::step::{End, Fate, HandOut, Hook, Sending, Step, Tell};
use super::store::store_of;
use crate::exchange::Failure;
use crate::pace::Moment;
use crate::retry::{Decision, LONGEST_DELAY_MS, has_room_for, max_elapsed_ms};

/// A call to a store, from its beginning to what the caller gets: see [the module](super).
///
/// It is told what happened by [`step`](Call::step), and says what to do next.
///
/// ```
/// use bc_status::Gate;
/// use bc_status::fetch::{Answer, Call, End, Event, Request, Settings, Step};
///
/// let request = Request::new("GET", "https://api.bigcommerce.com/stores/abc123/v3/carts/7f1e");
/// let (mut call, mut gate) = (Call::new(request, Settings::default()), Gate::default());
/// assert!(matches!(call.step(Event::Began, &mut gate, 0.0, 0.5), Step::Send(_)));
/// let found = Event::Answered(Answer { status: 200, ..Answer::default() });
/// let Step::HandOut(out) = call.step(found, &mut gate, 80.0, 0.5) else { panic!("it is over") };
/// assert_eq!(out.end, End::Answer);
/// ```
#[derive(Clone, Debug)]
pub struct Call {
    has_permit: bool,
    pub(super) request: Request,
    pub(super) settings: Settings,
    pub(super) store: String,
    pub(super) phase: Phase,
    /// The moment at which it began.
    started_ms: f64,
    pub(super) attempt: u32,
    /// When the attempt was sent, after the beginning.
    sent_ms: f64,
    /// When there was nothing left to do but to wait for it, after the beginning; and how long that took.
    free_ms: f64,
    waited_ms: f64,
    /// Until when it may take, after the beginning.
    deadline_ms: Option<f64>,
    pub(super) hop: Hop,
    /// The URL that answered with a redirect.
    pub(super) base: String,
    /// Where a redirect leads, while it is not known whether it may.
    pub(super) next_hop: Option<Hop>,
    pub(super) holds_secret: Option<bool>,
    pub(super) was_read: bool,
    pub(super) came: Came,
    /// Until when this call has waited for its store, or will by itself; the clock of a test may
    /// not run with its timers.
    pub(super) waited_until_ms: f64,
    fate: Option<Fate>,
    /// The step that comes when the pacer has been told.
    deferred: Option<Step>,
    /// What the last repeat took from the budget.
    pub(super) taken: Option<RetryKind>,
    pub(super) records: Vec<AttemptRecord>,
}

/// What a call waits for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Phase {
    New,
    Admitting,
    Held {
        until_ms: f64,
    },
    TellingAttempt,
    Sending,
    Resolving,
    Searching,
    ReadingRequest,
    /// … with what was decided by the head.
    ReadingBody(Decision),
    Forecasting(Decision),
    Budgeting(Decision),
    TellingRetry(Decision),
    Waiting,
    TellingEnd(HandOut),
    Over,
}

/// A moment, and chance.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub now_ms: f64,
    pub random: f64,
}

impl Call {
    /// A call that has not begun; [`Event::Began`] begins it.
    ///
    /// ```
    /// use bc_status::fetch::{Call, Request, Settings};
    ///
    /// let call = Call::new(Request::new("GET", "/api/storefront/carts"), Settings::default());
    /// assert!(call.history().is_empty() && !call.is_over());
    /// ```
    pub fn new(request: Request, settings: Settings) -> Call {
        Call {
            store: store_of(&request.url),
            hop: Hop::first(&request.method, &request.url),
            request,
            settings,
            phase: Phase::New,
            started_ms: 0.0,
            attempt: 0,
            sent_ms: 0.0,
            free_ms: 0.0,
            waited_ms: 0.0,
            deadline_ms: None,
            base: String::new(),
            next_hop: None,
            holds_secret: None,
            was_read: false,
            came: Came::default(),
            waited_until_ms: f64::NEG_INFINITY,
            has_permit: false,
            fate: None,
            deferred: None,
            taken: None,
            records: Vec::new(),
        }
    }

    /// A call whose first attempt was sent at that moment, by somebody else: what came of it is the
    /// first event. Where it is paced, the pacer let that attempt go.
    ///
    /// ```
    /// use bc_status::Gate;
    /// use bc_status::fetch::{Answer, Call, Event, Request, Settings, Step};
    ///
    /// let request = Request::new("GET", "https://api.bigcommerce.com/stores/abc123/v3/carts");
    /// let mut call = Call::sent(request, Settings::default(), 1_000.0);
    /// let answer = Answer { status: 503, headers: &[("retry-after", "2")], ..Answer::default() };
    /// let mut gate = Gate::default();
    /// assert_eq!(call.step(Event::Answered(answer), &mut gate, 1_080.0, 0.0), Step::ReadBody);
    /// assert_eq!(call.step(Event::BodyRead(""), &mut gate, 1_081.0, 0.0), Step::Wait { ms: 2_000.0 });
    /// assert_eq!(call.history()[0].duration_ms, 80.0);
    /// ```
    pub fn sent(request: Request, settings: Settings, at: impl Moment) -> Call {
        let call = Call::new(request, settings);
        Call {
            phase: Phase::Sending,
            started_ms: at.ms(),
            attempt: 1,
            has_permit: settings.is_paced,
            deadline_ms: settings.limit_ms(0.0),
            ..call
        }
    }

    /// What to do next, after this has happened. `random` is a number in [0, 1), a new one each
    /// time. `gate` is the one that all calls of a client share.
    ///
    /// An event that nobody waits for changes nothing, and so does every event after the end:
    /// [`Step::Nothing`].
    ///
    /// ```
    /// use bc_status::Gate;
    /// use bc_status::fetch::{Call, Event, Request, Settings, Step};
    ///
    /// let mut call = Call::new(Request::new("GET", "/v3/carts"), Settings::default());
    /// let (mut gate, at) = (Gate::default(), std::time::Duration::from_millis);
    /// // Nothing was waited for.
    /// assert_eq!(call.step(Event::Waited, &mut gate, at(0), 0.5), Step::Nothing);
    /// assert!(matches!(call.step(Event::Began, &mut gate, at(1), 0.5), Step::Send(_)));
    /// ```
    pub fn step(&mut self, event: Event, gate: &mut Gate, now: impl Moment, random: f64) -> Step {
        let at = At { now_ms: now.ms(), random };
        if let Some(step) = self.deferred.take() {
            // What is over stays so.
            let is_over = matches!(self.phase, Phase::Over);
            match event {
                Event::Settled => return step,
                Event::Aborted if is_over => return step,
                Event::Aborted => {}
                _ => {
                    self.deferred = Some(step);
                    return Step::Nothing;
                }
            }
        }
        let step = self.advance(event, gate, at);
        match self.fate.take() {
            Some(fate) => {
                self.deferred = Some(step);
                Step::Settle(fate)
            }
            None => step,
        }
    }

    fn advance(&mut self, event: Event, gate: &mut Gate, at: At) -> Step {
        match (self.phase, event) {
            (Phase::Over, _) => Step::Nothing,
            (_, Event::Aborted) => self.abort(gate, at),
            (_, Event::Threw) => self.end(End::Threw),
            (Phase::New, Event::Began) => {
                self.started_ms = at.now_ms;
                self.pass(gate, at)
            }
            (Phase::Admitting, Event::Admitted) => {
                self.has_permit = true;
                self.begin(at)
            }
            (Phase::Held { until_ms }, Event::Waited) => {
                self.waited_until_ms = until_ms;
                self.pass(gate, at)
            }
            (Phase::TellingAttempt, Event::HookSaid(_)) => self.send_first(at),
            (Phase::Sending, Event::Answered(answer)) => self.answered(answer, gate, at),
            (Phase::Sending, Event::Failed(failure)) => self.failed(failure, gate, at),
            (Phase::Resolving, Event::Resolved(url)) => self.lead(url, at),
            (Phase::Searching, Event::Searched(found)) => self.searched(found, gate, at),
            (Phase::ReadingRequest, Event::RequestRead(text)) => {
                self.request.text = text.map(Into::into);
                self.weigh(gate, at)
            }
            (Phase::ReadingBody(by_head), Event::BodyRead(body)) => {
                self.body_read(by_head, body, gate, at)
            }
            (Phase::ReadingBody(_), Event::Decided(decision)) => {
                self.decided(decision, None, gate, at)
            }
            (Phase::Forecasting(decision), Event::Forecast(forecast)) => {
                self.forecast(decision, forecast, at)
            }
            (Phase::Budgeting(decision), Event::BudgetSaid(has_some)) => {
                self.budget_said(decision, has_some, at)
            }
            (Phase::TellingRetry(decision), Event::HookSaid(goes_on)) => {
                self.hook_said(decision, goes_on, at)
            }
            (Phase::Waiting, Event::Waited) => self.pass(gate, at),
            (Phase::TellingEnd(out), Event::HookSaid(_)) => self.hand_out(out),
            _ => Step::Nothing,
        }
    }

    /// Waits for a permit of the pacer, or until the store's quota is back, where that is known and
    /// fits.
    fn pass(&mut self, gate: &mut Gate, at: At) -> Step {
        if self.settings.is_paced {
            self.phase = Phase::Admitting;
            let max_wait_ms = self.rest_ms(at).min(self.longest_delay_ms()).max(0.0);
            return Step::Admit { attempt: self.attempt + 1, max_wait_ms };
        }
        let Some(policy) = self.settings.policy else { return self.begin(at) };
        let random = if policy.jitter { at.random } else { 0.0 };
        let held = gate.wait(&self.store, at.now_ms, random);
        let Some(Held { ms, until_ms }) = held.filter(|it| it.until_ms > self.waited_until_ms)
        else {
            return self.begin(at);
        };
        // Jitter alone never makes a wait too long.
        let fits = |ms: &f64| has_room_for(ms.ceil() as u64, self.elapsed_ms(at) as u64, &policy);
        match [ms, until_ms - at.now_ms].into_iter().find(fits) {
            Some(ms) => {
                self.phase = Phase::Held { until_ms };
                Step::Wait { ms }
            }
            None => self.begin(at),
        }
    }

    /// The next attempt.
    fn begin(&mut self, at: At) -> Step {
        self.attempt += 1;
        self.waited_ms = self.elapsed_ms(at) - self.free_ms;
        if !self.settings.hooks.attempt {
            return self.send_first(at);
        }
        self.phase = Phase::TellingAttempt;
        let attempt = self.attempt;
        let (status, failure, decision) = (None, None, None);
        Step::Tell(Tell { hook: Hook::Attempt, attempt, status, failure, decision })
    }

    fn send_first(&mut self, at: At) -> Step {
        self.sent_ms = self.elapsed_ms(at);
        self.deadline_ms = self.settings.limit_ms(self.sent_ms).map(|limit| self.sent_ms + limit);
        self.send(Hop::first(&self.request.method, &self.request.url), at)
    }

    pub(super) fn send(&mut self, hop: Hop, at: At) -> Step {
        self.phase = Phase::Sending;
        self.hop = hop;
        let limit_ms = self.deadline_ms.map(|deadline| (deadline - self.elapsed_ms(at)).max(0.0));
        Step::Send(Sending { attempt: self.attempt, hop: self.hop.clone(), limit_ms })
    }

    fn abort(&mut self, gate: &mut Gate, at: At) -> Step {
        match self.phase {
            Phase::Sending | Phase::Resolving | Phase::Searching => {
                self.failed(Failure::Aborted, gate, at)
            }
            _ => self.end(End::Aborted),
        }
    }

    /// Without anything decided.
    pub(super) fn end(&mut self, end: End) -> Step {
        self.hand_out(HandOut { end, decision: None, refund: None })
    }

    pub(super) fn hand_out(&mut self, out: HandOut) -> Step {
        self.phase = Phase::Over;
        self.settle(Fate::Released);
        Step::HandOut(out)
    }

    /// Has the pacer told what became of its permit, if there is one.
    pub(super) fn settle(&mut self, fate: Fate) {
        if self.has_permit {
            self.has_permit = false;
            self.fate = Some(fate);
        }
    }

    pub(super) fn elapsed_ms(&self, at: At) -> f64 {
        at.now_ms - self.started_ms
    }

    /// From here on it waits for the next attempt.
    pub(super) fn wait_from(&mut self, at: At) {
        self.free_ms = self.elapsed_ms(at);
    }

    /// How long the attempt has taken.
    pub(super) fn took_ms(&self, at: At) -> f64 {
        self.elapsed_ms(at) - self.sent_ms
    }

    /// The time that is left for the whole call; it may be infinite.
    pub(super) fn rest_ms(&self, at: At) -> f64 {
        let whole_ms = self.settings.policy.map_or(u64::MAX, |policy| max_elapsed_ms(&policy));
        if whole_ms == u64::MAX { f64::INFINITY } else { whole_ms as f64 - self.elapsed_ms(at) }
    }

    /// The longest single wait.
    fn longest_delay_ms(&self) -> f64 {
        let own_ms = self.settings.policy.and_then(|policy| policy.max_delay_ms);
        own_ms.unwrap_or(0).max(LONGEST_DELAY_MS) as f64
    }

    pub(super) fn record(&mut self, decision: Decision) {
        if self.settings.policy.is_some() {
            self.records.push(AttemptRecord {
                attempt: self.attempt,
                status: self.came.status,
                failure: self.came.failure,
                started_ms: self.sent_ms,
                waited_ms: self.waited_ms,
                duration_ms: self.came.took_ms,
                decision,
            });
        }
    }

    /// The attempts that have been decided about, the first one first; none where the call has no
    /// policy.
    ///
    /// ```
    /// use bc_status::fetch::{Call, Event, Request, Settings};
    /// use bc_status::{Failure, Gate, Rule};
    ///
    /// let mut call = Call::sent(Request::new("POST", "/v2/orders"), Settings::default(), 0.0);
    /// call.step(Event::Failed(Failure::Network), &mut Gate::default(), 300.0, 0.5);
    /// let tried = call.history();
    /// assert_eq!((tried.len(), tried[0].decision.rule()), (1, Rule::NotRepeatable));
    /// ```
    pub fn history(&self) -> &[AttemptRecord] {
        &self.records
    }

    /// How many attempts have begun.
    ///
    /// ```
    /// use bc_status::Gate;
    /// use bc_status::fetch::{Call, Event, Request, Settings};
    ///
    /// let mut call = Call::new(Request::new("GET", "/v2/orders"), Settings::default());
    /// assert_eq!(call.attempts(), 0);
    /// call.step(Event::Began, &mut Gate::default(), 0.0, 0.5);
    /// assert_eq!(call.attempts(), 1);
    /// ```
    pub fn attempts(&self) -> u32 {
        self.attempt
    }

    /// How long was waited before the last of them, in milliseconds: as an answer asks, for a pacer,
    /// or for a store's quota.
    ///
    /// ```
    /// use bc_status::fetch::{Call, Event, Request, Settings, Step};
    /// use bc_status::{Failure, Gate};
    ///
    /// let mut call = Call::sent(Request::new("GET", "/v2/orders"), Settings::default(), 0.0);
    /// let mut gate = Gate::default();
    /// let next = call.step(Event::Failed(Failure::Network), &mut gate, 300.0, 0.5);
    /// assert_eq!(next, Step::Wait { ms: 500.0 });
    /// // A timer came a little late.
    /// call.step(Event::Waited, &mut gate, 805.0, 0.5);
    /// assert_eq!(call.waited_ms(), 505.0);
    /// ```
    pub fn waited_ms(&self) -> f64 {
        self.waited_ms
    }

    /// The key of the store that it goes to: see [`store_of`].
    ///
    /// ```
    /// use bc_status::fetch::{Call, Request, Settings};
    ///
    /// let url = "https://api.bigcommerce.com/stores/abc123/v2/orders";
    /// assert_eq!(Call::new(Request::new("GET", url), Settings::default()).store(), "abc123");
    /// ```
    pub fn store(&self) -> &str {
        &self.store
    }

    /// Whether it has been handed out.
    ///
    /// ```
    /// use bc_status::Gate;
    /// use bc_status::fetch::{Call, Event, Request, Settings, Step};
    ///
    /// let mut call = Call::sent(Request::new("GET", "/v2/orders"), Settings::default(), 0.0);
    /// let mut gate = Gate::default();
    /// call.step(Event::Threw, &mut gate, 5.0, 0.5);
    /// assert!(call.is_over());
    /// assert_eq!(call.step(Event::Aborted, &mut gate, 6.0, 0.5), Step::Nothing);
    /// ```
    pub fn is_over(&self) -> bool {
        matches!(self.phase, Phase::Over)
    }
}
