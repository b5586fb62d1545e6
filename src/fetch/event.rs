//! What a call is told.

use crate::exchange::Failure;
use crate::retry::Decision;

/// What happened, in answer to a [`Step`](super::Step).
///
/// ```
/// use bc_status::Failure;
/// use bc_status::fetch::{Answer, Event};
///
/// // What a sender came to, as a call is told of it.
/// let told = |came: Result<u16, Failure>| match came {
///     Ok(status) => Event::Answered(Answer { status, ..Answer::default() }),
///     Err(failure) => Event::Failed(failure),
/// };
/// assert_eq!(told(Err(Failure::Timeout)), Event::Failed(Failure::Timeout));
/// ```
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
///
/// ```
/// use bc_status::fetch::{Answer, Call, Event, Request, Settings};
/// use bc_status::Gate;
///
/// let mut call = Call::sent(Request::new("GET", "/v2/orders"), Settings::default(), 0.0);
/// let headers = [("x-rate-limit-requests-left", "0"), ("x-rate-limit-time-reset-ms", "900")];
/// let spent = Answer { status: 429, headers: &headers, ..Answer::default() };
/// call.step(Event::Answered(spent), &mut Gate::default(), 40.0, 0.0);
/// assert_eq!(call.history()[0].decision.delay_ms, 900);
/// ```
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
///
/// ```
/// use bc_status::fetch::Forecast;
/// use bc_status::{Circuit, Pace};
///
/// let mut pace = Pace::default();
/// let forecast = Forecast {
///     wait_ms: pace.wait_ms(0.0, 0),
///     is_circuit_open: pace.state(0.0).circuit != Circuit::Closed,
/// };
/// assert_eq!(forecast, Forecast::default());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Forecast {
    /// How long it would wait, in milliseconds; 0 where that is not known.
    pub wait_ms: f64,
    /// Whether the store fails so often that it is asked only now and then.
    pub is_circuit_open: bool,
}
