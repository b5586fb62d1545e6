//! What was tried in a call.

use crate::exchange::Failure;
use crate::retry::Decision;
use std::time::Duration;

/// One attempt, and the decision that followed it. The feature `serde` writes it as the npm
/// package has it.
///
/// ```
/// use bc_status::fetch::{Call, Event, Request, Settings};
/// use bc_status::{Failure, Gate};
///
/// let mut call = Call::sent(Request::new("GET", "/v3/carts"), Settings::default(), 0.0);
/// call.step(Event::Failed(Failure::Timeout), &mut Gate::default(), 9_000.0, 0.5);
/// let record = call.history()[0];
/// let line = format!("{} {:?} {} ms", record.attempt, record.failure, record.duration_ms);
/// assert_eq!(line, "1 Some(Timeout) 9000 ms");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct AttemptRecord {
    /// From 1.
    pub attempt: u32,
    /// The HTTP status; `None` when no response arrived.
    pub status: Option<u16>,
    /// `None` when a response arrived.
    pub failure: Option<Failure>,
    /// Time from the start of the call to the start of this attempt, in milliseconds.
    pub started_ms: f64,
    /// How much of that was waited since the attempt before it, in milliseconds: as its answer asks,
    /// for a pacer, or for a store's quota.
    #[cfg_attr(feature = "serde", serde(default))]
    pub waited_ms: f64,
    /// Time until the head of the response, or the failure, in milliseconds.
    pub duration_ms: f64,
    /// What came of it; where `decision.retry` is true, `decision.delay_ms` was waited next.
    pub decision: Decision,
}

impl AttemptRecord {
    /// [`started_ms`](#structfield.started_ms) as a duration.
    ///
    /// ```
    /// # use bc_status::fetch::{Call, Event, Request, Settings};
    /// # use bc_status::{Failure, Gate};
    /// # use std::time::Duration;
    /// # let mut call = Call::sent(Request::new("GET", "/v3/carts"), Settings::default(), 0.0);
    /// # let mut gate = Gate::default();
    /// # call.step(Event::Failed(Failure::Network), &mut gate, 20.0, 0.5);
    /// # call.step(Event::Waited, &mut gate, 520.0, 0.5);
    /// # call.step(Event::Failed(Failure::Network), &mut gate, 530.0, 0.5);
    /// // The first was sent at once, the second half a second later.
    /// let started: Vec<_> = call.history().iter().map(|record| record.started()).collect();
    /// assert_eq!(started, [Duration::ZERO, Duration::from_millis(520)]);
    /// ```
    pub fn started(&self) -> Duration {
        crate::duration::of_ms(self.started_ms).unwrap_or(Duration::MAX)
    }

    /// [`waited_ms`](#structfield.waited_ms) as a duration.
    ///
    /// ```
    /// # use bc_status::fetch::{Call, Event, Request, Settings};
    /// # use bc_status::{Failure, Gate};
    /// # use std::time::Duration;
    /// # let mut call = Call::sent(Request::new("GET", "/v3/carts"), Settings::default(), 0.0);
    /// # let mut gate = Gate::default();
    /// # call.step(Event::Failed(Failure::Network), &mut gate, 20.0, 0.5);
    /// # call.step(Event::Waited, &mut gate, 520.0, 0.5);
    /// # call.step(Event::Failed(Failure::Network), &mut gate, 530.0, 0.5);
    /// let waited: Duration = call.history().iter().map(|record| record.waited()).sum();
    /// assert_eq!(waited, Duration::from_millis(500));
    /// ```
    pub fn waited(&self) -> Duration {
        crate::duration::of_ms(self.waited_ms).unwrap_or(Duration::MAX)
    }

    /// [`duration_ms`](#structfield.duration_ms) as a duration.
    ///
    /// ```
    /// # use bc_status::fetch::{Answer, Call, Event, Request, Settings};
    /// # use bc_status::Gate;
    /// # use std::time::Duration;
    /// # let mut call = Call::sent(Request::new("GET", "/v3/carts"), Settings::default(), 0.0);
    /// # let found = Event::Answered(Answer { status: 200, ..Answer::default() });
    /// # call.step(found, &mut Gate::default(), 80.0, 0.5);
    /// let slowest = call.history().iter().map(|record| record.duration()).max();
    /// assert_eq!(slowest, Some(Duration::from_millis(80)));
    /// ```
    pub fn duration(&self) -> Duration {
        crate::duration::of_ms(self.duration_ms).unwrap_or(Duration::MAX)
    }
}
