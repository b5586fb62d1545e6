//! What a call wants done.

use super::budget::{Refund, RetryKind};
use super::redirect::{Hop, Refusal};
use crate::exchange::Failure;
use crate::retry::Decision;

/// Of a body no more is read than so many bytes.
///
/// ```
/// use bc_status::fetch::LONGEST_BODY;
/// use std::io::Read;
///
/// // A body that never ends.
/// let mut body = String::new();
/// std::io::repeat(b'a').take(LONGEST_BODY as u64).read_to_string(&mut body)?;
/// assert_eq!(body.len(), LONGEST_BODY);
/// # Ok::<(), std::io::Error>(())
/// ```
pub const LONGEST_BODY: usize = 64 * 1024;
/// Waiting for a body may not take longer, in milliseconds; then what has come is enough.
///
/// ```
/// use bc_status::fetch::LONGEST_BODY_MS;
/// use std::time::Duration;
///
/// let timeout = Duration::from_secs_f64(LONGEST_BODY_MS / 1000.0);
/// assert!(timeout < Duration::from_secs(1));
/// ```
pub const LONGEST_BODY_MS: f64 = 500.0;

/// What to do next. What comes of it is told by the [`Event`](super::Event) that is named.
///
/// ```
/// use bc_status::fetch::{Fate, Step};
///
/// // Those that who drives a call without a pacer, a budget and hooks never sees.
/// let is_extra = |step: &Step| {
///     use Step::{Admit, AskBudget, AskPace, Settle, Tell};
///     matches!(step, Admit { .. } | AskPace | AskBudget(_) | Settle(_) | Tell(_))
/// };
/// assert!(is_extra(&Step::Settle(Fate::Released)) && !is_extra(&Step::Wait { ms: 500.0 }));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Step {
    /// Wait until the pacer lets the attempt go: `Admitted`, or `Threw`.
    Admit {
        /// Which attempt it is for, from 1.
        attempt: u32,
        /// The longest wait that the call has time for, in milliseconds; it may be infinite.
        max_wait_ms: f64,
    },
    /// Send the request, and let go of what the call got before: `Answered`, `Failed`, or `Threw`.
    Send(Sending),
    /// Find the URL that a `Location` means: `Resolved`. Where a runtime gives each byte of it as
    /// a character, it has to be decoded as UTF-8 first.
    Resolve {
        /// As the answer has it.
        location: String,
        /// The URL that answered.
        base: String,
    },
    /// Look whether the body of the request holds a secret: `Searched`.
    SearchBody,
    /// Read the request's body, for no longer than [`LONGEST_BODY_MS`]: `RequestRead`.
    ReadRequest,
    /// Read the beginning of the answer's body, [`LONGEST_BODY`] and no longer than
    /// [`LONGEST_BODY_MS`], such that it can still be handed out: `BodyRead`, or `Decided`.
    ReadBody,
    /// Ask the pacer how long the next attempt would wait: `Forecast`.
    AskPace,
    /// Take what a repeat costs from the budget: `BudgetSaid`.
    AskBudget(RetryKind),
    /// Tell the pacer what became of the attempt that it let go: `Settled`.
    Settle(Fate),
    /// Tell a hook, and wait for what it says: `HookSaid`, or `Threw`.
    Tell(Tell),
    /// Wait, and never less: `Waited`.
    Wait {
        /// How long, in milliseconds.
        ms: f64,
    },
    /// The call is over; give the caller what came of it.
    HandOut(HandOut),
    /// Nothing: nobody waited for what was told, or the call is over.
    Nothing,
}

/// An attempt, or what a redirect made of it.
///
/// ```
/// use bc_status::fetch::{Call, Event, Request, Settings, Step};
/// use bc_status::{Gate, Policy};
/// use std::time::Duration;
///
/// let policy = Policy::default().max_elapsed(Duration::from_secs(8));
/// let mut call = Call::new(Request::new("GET", "/v3/carts"), Settings::default().policy(policy));
/// let next = call.step(Event::Began, &mut Gate::default(), 0.0, 0.5);
/// let Step::Send(sending) = next else { panic!("nothing to wait for") };
/// assert_eq!((sending.attempt, &*sending.hop.url), (1, "/v3/carts"));
/// assert_eq!(sending.limit_ms, Some(8_000.0));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sending {
    /// Which attempt it is, from 1.
    pub attempt: u32,
    /// What to send.
    pub hop: Hop,
    /// The time that is left for it, in milliseconds; `None` for no limit. When it is over, the
    /// attempt has [`Failed`](super::Event::Failed) with [`Failure::Timeout`].
    pub limit_ms: Option<f64>,
}

/// What became of an attempt, for the pacer.
///
/// ```
/// use bc_status::fetch::Fate;
/// use bc_status::{Pace, RateLimit};
///
/// let mut pace = Pace::default();
/// assert!(pace.admit(0.0));
/// match Fate::Answered(200) {
///     Fate::Answered(status) => pace.answer(80.0, 0.0, status, &RateLimit::default()),
///     Fate::Failed => pace.fail(80.0, 0.0),
///     _ => pace.release(80.0, 0.0),
/// }
/// assert_eq!(pace.state(80.0).in_flight, 0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fate {
    /// The store answered with this status. Its headers say how the quota stands.
    Answered(u16),
    /// No answer came.
    Failed,
    /// It says nothing of the store: it was given up, or somebody else answered, or what holds it
    /// is no quota.
    Released,
}

/// Which hook.
///
/// ```
/// use bc_status::fetch::{Call, Event, Hook, Hooks, Request, Settings, Step};
/// use bc_status::{Failure, Gate};
///
/// let hooks = Hooks { give_up: true, ..Hooks::default() };
/// let settings = Settings { hooks, ..Settings::default() };
/// let mut call = Call::sent(Request::new("POST", "/v2/orders"), settings, 0.0);
/// let lost = Event::Failed(Failure::Timeout);
/// let Step::Tell(tell) = call.step(lost, &mut Gate::default(), 80.0, 0.5) else { panic!("told") };
/// assert_eq!(tell.hook, Hook::GiveUp);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Hook {
    /// The one before each attempt.
    Attempt,
    /// The one before the wait for a repeat.
    Retry,
    /// The one that is told how a call failed; see also [`Call::history`](super::Call::history).
    GiveUp,
}

/// What a hook is told.
///
/// ```
/// use bc_status::fetch::{Call, Event, Hooks, Request, Settings, Step};
/// use bc_status::{Failure, Gate};
///
/// let hooks = Hooks { retry: true, ..Hooks::default() };
/// let settings = Settings { hooks, ..Settings::default() };
/// let (mut call, mut gate) = (Call::sent(Request::default(), settings, 0.0), Gate::default());
/// let next = call.step(Event::Failed(Failure::Network), &mut gate, 9.0, 0.5);
/// let Step::Tell(tell) = next else { panic!("a hook is told") };
/// assert!(tell.decision.is_some_and(|decision| decision.retry));
/// // The hook refuses it.
/// let next = call.step(Event::HookSaid(false), &mut gate, 9.0, 0.5);
/// assert!(matches!(next, Step::HandOut(_)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Tell {
    /// Which hook.
    pub hook: Hook,
    /// Which attempt it is about, from 1.
    pub attempt: u32,
    /// The HTTP status; `None` when no response arrived, and before an attempt.
    pub status: Option<u16>,
    /// How the attempt ended without one.
    pub failure: Option<Failure>,
    /// What was decided; `None` before an attempt.
    pub decision: Option<Decision>,
}

/// What the caller gets.
///
/// ```
/// use bc_status::fetch::{Answer, Call, Event, Refund, Request, Settings, Step};
/// use bc_status::{Gate, RetryBudget};
///
/// let mut call = Call::sent(Request::default(), Settings::default(), 0.0);
/// let found = Event::Answered(Answer { status: 200, ..Answer::default() });
/// let next = call.step(found, &mut Gate::default(), 80.0, 0.5);
/// let Step::HandOut(out) = next else { panic!("it is over") };
/// assert_eq!(out.refund, Some(Refund::Success));
/// assert!(out.decision.is_some_and(|decision| !decision.retry));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct HandOut {
    /// What it is.
    pub end: End,
    /// Why the call ended with it, where that was decided.
    pub decision: Option<Decision>,
    /// What to give back to the budget, if there is one; `None` where it was no success.
    pub refund: Option<Refund>,
}

/// How a call ends.
///
/// ```
/// use bc_status::Gate;
/// use bc_status::fetch::{Call, End, Event, Request, Settings, Step};
///
/// // Given up before anything was sent.
/// let settings = Settings { is_paced: true, ..Settings::default() };
/// let (mut call, mut gate) = (Call::new(Request::default(), settings), Gate::default());
/// assert!(matches!(call.step(Event::Began, &mut gate, 0.0, 0.5), Step::Admit { .. }));
/// let next = call.step(Event::Aborted, &mut gate, 50.0, 0.5);
/// let Step::HandOut(out) = next else { panic!("it is over") };
/// assert_eq!(out.end, End::Aborted);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum End {
    /// With the last answer, whatever its status is.
    Answer,
    /// Without an answer: with the error of the last attempt.
    Failure(Failure),
    /// With what [`Threw`](super::Event::Threw).
    Threw,
    /// With a redirect that may not be followed.
    Refused(Refusal),
    /// With the caller's own reason, while nothing was under way.
    Aborted,
}
