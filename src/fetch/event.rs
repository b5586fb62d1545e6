//! What a call is told.

use crate::exchange::Failure;
use crate::retry::Decision;

/// What happened, in answer to a [`Step`](super::Step).
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event<'a> {
    /// The call begins now.
    Began,
    /// The pacer lets the attempt go.
    Admitted,
    /// The head of an answer arrived.
    Answered(Answer<'a>),
    /// No answer arrived.
    Failed(Failure),
    /// What was asked for cannot be done: the request is refused, and every attempt would end so;
    /// a hook or the pacer threw. The call ends with it.
    Threw,
    /// Where a `Location` leads from its base, as a URL parser writes it; `None` where it is none.
    Resolved(Option<&'a str>),
    /// Whether the body of the request holds a secret.
    Searched(bool),
    /// The text of the request's body; `None` where it is none, or was not there in time.
    RequestRead(Option<&'a str>),
    /// The beginning of the answer's body, as far as it came in time; empty where there is none,
    /// or it was read before.
    BodyRead(&'a str),
    /// What was decided elsewhere with the answer's body, for callers that read bodies elsewhere.
    Decided(Decision),
    /// What a hook said: whether to go on. Only before a repeat it matters.
    HookSaid(bool),
    /// Whether the budget had what the repeat costs.
    BudgetSaid(bool),
    /// How long the pacer would have the next attempt wait.
    Forecast(Forecast),
    /// The pacer was told.
    Settled,
    /// The wait is over.
    Waited,
    /// The caller gave the call up. This may come at any time.
    Aborted,
}

/// The head of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answer<'a> {
    /// The HTTP status.
    pub status: u16,
    /// The headers; see [`Exchange::headers`](crate::Exchange::headers).
    pub headers: &'a [(&'a str, &'a str)],
    /// The URL that answered, as a URL parser writes it; empty where that is not known.
    pub url: &'a str,
    /// Whether redirects that were followed elsewhere led there.
    pub redirected: bool,
}

/// What a pacer knows of the next attempt to a store.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Forecast {
    /// How long it would wait, in milliseconds; 0 where that is not known.
    pub wait_ms: f64,
    /// Whether the store fails so often that it is asked only now and then.
    pub is_circuit_open: bool,
}
