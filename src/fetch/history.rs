//! What was tried in a call.

use crate::exchange::Failure;
use crate::retry::Decision;
use std::time::Duration;

/// One attempt, and the decision that followed it. The feature `serde` writes it as the npm
/// package has it.
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
    pub fn started(&self) -> Duration {
        crate::duration::of_ms(self.started_ms).unwrap_or(Duration::MAX)
    }

    /// [`waited_ms`](#structfield.waited_ms) as a duration.
    pub fn waited(&self) -> Duration {
        crate::duration::of_ms(self.waited_ms).unwrap_or(Duration::MAX)
    }

    /// [`duration_ms`](#structfield.duration_ms) as a duration.
    pub fn duration(&self) -> Duration {
        crate::duration::of_ms(self.duration_ms).unwrap_or(Duration::MAX)
    }
}
