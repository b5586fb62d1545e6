//! What a call wants done.

use super::budget::{Refund, RetryKind};
use super::redirect::{Hop, Refusal};
use crate::exchange::Failure;
use crate::retry::Decision;

/// Of a body no more is read than so many bytes.
pub const LONGEST_BODY: usize = 64 * 1024;
/// Waiting for a body may not take longer, in milliseconds; then what has come is enough.
pub const LONGEST_BODY_MS: f64 = 500.0;

/// What to do next. What comes of it is told by the [`Event`](super::Event) that is named.
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
