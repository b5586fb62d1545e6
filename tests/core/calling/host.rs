//! Whoever drives a call, in virtual time, and the servers that answer it.

use bc_status::fetch::{
    Answer, Body, Event, Fate, Forecast, HandOut, Hook, Redirects, Request, RetryBudget, RetryKind,
    Sending, Settings, Step, Tell,
};
use bc_status::{Call, Failure, Gate, Policy};
use std::collections::VecDeque;

pub const API: &str = "https://api.bigcommerce.com/stores/abc123/v3/catalog/products";
pub const OTHER: &str = "https://other.example/there";

/// Who has done so much for one call is not done with it ever.
const MOST_STEPS: usize = 10_000;

/// What becomes of something that was sent.
#[derive(Clone, Debug)]
pub struct Reply {
    /// How long it takes.
    pub after_ms: f64,
    pub came: Came,
    /// Of an answer.
    pub body: String,
    pub redirected_to: Option<String>,
}

#[derive(Clone, Debug)]
pub enum Came {
    Head(u16, Vec<(String, String)>),
    Failed(Failure),
    Threw,
}

impl Reply {
    pub fn of(came: Came) -> Reply {
        Reply { after_ms: 100.0, came, body: String::new(), redirected_to: None }
    }

    pub fn says(self, body: &str) -> Reply {
        Reply { body: body.into(), ..self }
    }

    pub fn after(self, after_ms: f64) -> Reply {
        Reply { after_ms, ..self }
    }
}

pub fn answer(status: u16, headers: &[(&str, &str)]) -> Reply {
    let owned = |(name, value): &(&str, &str)| (name.to_string(), value.to_string());
    Reply::of(Came::Head(status, headers.iter().map(owned).collect()))
}

pub fn redirect(status: u16, location: &str) -> Reply {
    answer(status, &[("Location", location)])
}

pub fn failure(failure: Failure) -> Reply {
    Reply::of(Came::Failed(failure))
}

/// Something that was sent, and when.
#[derive(Clone, Debug)]
pub struct Sent {
    pub at_ms: f64,
    pub what: Sending,
}

/// Drives calls, one after the other.
pub struct Host {
    pub now_ms: f64,
    pub random: f64,
    pub gate: Gate,
    pub budget: RetryBudget,
    /// The last one comes again and again.
    pub replies: VecDeque<Reply>,
    pub sent: Vec<Sent>,
    pub waits_ms: Vec<f64>,
    pub told: Vec<Tell>,
    pub asked: Vec<RetryKind>,
    pub fates: Vec<Fate>,
    pub admitted: u32,
    /// How long the pacer has each attempt wait.
    pub pace_ms: f64,
    pub forecast: Forecast,
    pub refuses: bool,
    /// The hook that throws.
    pub throwing: Option<Hook>,
    pub holds_secret: bool,
    pub document: Option<String>,
    pub steps: Vec<Step>,
    /// Before this step the caller gives up.
    pub aborts_at: Option<usize>,
    /// Whether events come that nobody asked for.
    pub is_odd: bool,
    /// Whether waits take no time by the clock.
    pub is_clock_still: bool,
    last: Option<Reply>,
}

impl Host {
    pub fn new(replies: impl IntoIterator<Item = Reply>) -> Host {
        Host {
            now_ms: 5_000.0,
            random: 0.0,
            gate: Gate::default(),
            budget: RetryBudget::default(),
            replies: replies.into_iter().collect(),
            sent: Vec::new(),
            waits_ms: Vec::new(),
            told: Vec::new(),
            asked: Vec::new(),
            fates: Vec::new(),
            admitted: 0,
            pace_ms: 0.0,
            forecast: Forecast::default(),
            refuses: false,
            throwing: None,
            holds_secret: false,
            document: None,
            steps: Vec::new(),
            aborts_at: None,
            is_odd: false,
            is_clock_still: false,
            last: None,
        }
    }

    /// From the beginning to the end.
    pub fn run(&mut self, call: &mut Call) -> HandOut {
        let mut step = self.tell(call, Event::Began);
        loop {
            assert!(self.steps.len() < MOST_STEPS, "there is no end of it");
            self.steps.push(step.clone());
            if let Step::HandOut(out) = step {
                return out;
            }
            if self.aborts_at == Some(self.steps.len()) {
                step = self.tell(call, Event::Aborted);
                continue;
            }
            if self.is_odd {
                self.interrupt(call, &step);
            }
            step = self.answer(call, step);
        }
    }

    fn tell(&mut self, call: &mut Call, event: Event) -> Step {
        call.step(event, &mut self.gate, self.now_ms, self.random)
    }

    /// Does what is asked for, and tells what came of it.
    fn answer(&mut self, call: &mut Call, step: Step) -> Step {
        match step {
            Step::Admit { attempt, .. } => {
                assert_eq!(attempt, call.attempts() + 1);
                self.now_ms += self.pace_ms;
                self.admitted += 1;
                self.tell(call, Event::Admitted)
            }
            Step::Send(what) => self.send(call, what),
            Step::Resolve { location, base } => {
                let url = resolved(&location, &base);
                self.tell(call, Event::Resolved(url.as_deref()))
            }
            Step::SearchBody => self.tell(call, Event::Searched(self.holds_secret)),
            Step::ReadRequest => {
                let document = self.document.clone();
                self.tell(call, Event::RequestRead(document.as_deref()))
            }
            Step::ReadBody => {
                self.now_ms += 5.0;
                let body = self.last.as_ref().map_or(String::new(), |reply| reply.body.clone());
                self.tell(call, Event::BodyRead(&body))
            }
            Step::AskPace => self.tell(call, Event::Forecast(self.forecast)),
            Step::AskBudget(kind) => {
                self.asked.push(kind);
                let has_some = self.budget.take(kind);
                assert!(self.budget.left() >= 0.0);
                self.tell(call, Event::BudgetSaid(has_some))
            }
            Step::Settle(fate) => {
                self.fates.push(fate);
                self.tell(call, Event::Settled)
            }
            Step::Tell(told) => {
                self.told.push(told);
                let throws = self.throwing == Some(told.hook);
                let said = Event::HookSaid(!self.refuses || told.hook != Hook::Retry);
                self.tell(call, if throws { Event::Threw } else { said })
            }
            Step::Wait { ms } => {
                self.waits_ms.push(ms);
                self.now_ms += if self.is_clock_still { 0.0 } else { ms };
                self.tell(call, Event::Waited)
            }
            other => panic!("nobody can do {other:?}"),
        }
    }

    fn send(&mut self, call: &mut Call, what: Sending) -> Step {
        let reply = match self.replies.len() {
            1 => self.replies[0].clone(),
            _ => self.replies.pop_front().expect("there is a reply to everything"),
        };
        self.sent.push(Sent { at_ms: self.now_ms, what: what.clone() });
        self.last = Some(reply.clone());
        if what.limit_ms.is_some_and(|limit| reply.after_ms > limit) {
            self.now_ms += what.limit_ms.unwrap();
            return self.tell(call, Event::Failed(Failure::Timeout));
        }
        self.now_ms += reply.after_ms;
        match reply.came {
            Came::Failed(failure) => self.tell(call, Event::Failed(failure)),
            Came::Threw => self.tell(call, Event::Threw),
            Came::Head(status, headers) => {
                let headers: Vec<_> =
                    headers.iter().map(|(name, value)| (&**name, &**value)).collect();
                let url = reply.redirected_to.as_deref().unwrap_or("");
                let redirected = reply.redirected_to.is_some();
                let answer = Answer { status, headers: &headers, url, redirected };
                self.tell(call, Event::Answered(answer))
            }
        }
    }

    /// Tells of what nobody asked for, which changes nothing.
    fn interrupt(&mut self, call: &mut Call, step: &Step) {
        for event in odd_events() {
            if !is_asked_for(step, &event) {
                assert_eq!(self.tell(call, event), Step::Nothing, "{event:?} after {step:?}");
            }
        }
    }

    /// The methods and URLs that were sent, with what went along.
    pub fn hops(&self) -> Vec<(u32, &str, &str, bool, bool)> {
        let shown = |sent: &Sent| {
            let hop = &sent.what.hop;
            let method: &str = match hop.method.as_str() {
                "GET" => "GET",
                "POST" => "POST",
                "PUT" => "PUT",
                "HEAD" => "HEAD",
                "DELETE" => "DELETE",
                _ => "another",
            };
            (sent.what.attempt, method, hop.with_body, hop.with_credentials)
        };
        let of = |sent| {
            let (attempt, method, with_body, with_credentials) = shown(sent);
            (attempt, method, sent.what.hop.url.as_str(), with_body, with_credentials)
        };
        self.sent.iter().map(of).collect()
    }
}

/// Each event but the two that may always come.
pub fn odd_events() -> [Event<'static>; 13] {
    let answer = Answer { status: 200, ..Answer::default() };
    [
        Event::Began,
        Event::Admitted,
        Event::Answered(answer),
        Event::Failed(Failure::Network),
        Event::Resolved(Some("https://evil.example/")),
        Event::Searched(false),
        Event::RequestRead(Some("{}")),
        Event::BodyRead("{}"),
        Event::HookSaid(true),
        Event::BudgetSaid(true),
        Event::Forecast(Forecast { wait_ms: 0.0, is_circuit_open: false }),
        Event::Settled,
        Event::Waited,
    ]
}

/// By the table in the documentation.
fn is_asked_for(step: &Step, event: &Event) -> bool {
    match step {
        Step::Admit { .. } => matches!(event, Event::Admitted),
        Step::Send(_) => matches!(event, Event::Answered(_) | Event::Failed(_)),
        Step::Resolve { .. } => matches!(event, Event::Resolved(_)),
        Step::SearchBody => matches!(event, Event::Searched(_)),
        Step::ReadRequest => matches!(event, Event::RequestRead(_)),
        Step::ReadBody => matches!(event, Event::BodyRead(_) | Event::Decided(_)),
        Step::AskPace => matches!(event, Event::Forecast(_)),
        Step::AskBudget(_) => matches!(event, Event::BudgetSaid(_)),
        Step::Settle(_) => matches!(event, Event::Settled),
        Step::Tell(_) => matches!(event, Event::HookSaid(_)),
        Step::Wait { .. } => matches!(event, Event::Waited),
        _ => false,
    }
}

/// As a URL parser does it, for what the tests lead to.
fn resolved(location: &str, base: &str) -> Option<String> {
    if location.contains(' ') {
        return None;
    }
    if location.contains(':') {
        return Some(location.into());
    }
    let start = base.find("://").map_or(0, |at| at + 3);
    let end = base[start..].find('/').map_or(base.len(), |at| start + at);
    Some(format!("{}{location}", &base[..end]))
}

pub fn get() -> Request {
    Request::new("GET", API)
}

pub fn post() -> Request {
    Request { body: Body::Again, ..Request::new("POST", API) }
}

/// One whose redirects are followed here.
pub fn guarded(request: Request) -> Request {
    Request { redirects: Redirects::Here, ..request }
}

/// For a job, with waits as they are.
pub fn patient() -> Settings {
    Settings::default().policy(Policy::background().without_jitter())
}

pub fn call(request: Request, settings: Settings) -> Call {
    Call::new(request, settings)
}
