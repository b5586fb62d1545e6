//! What is known at a moment.

use super::{Circuit, Coordinator};
use crate::duration::of_ms;
use std::time::Duration;

/// What a [`Pace`](super::Pace) knows; see [`Pace::state`](super::Pace::state). Times are milliseconds, with fractions.
///
/// ```
/// use bc_status::{Circuit, Pace, RateLimit};
///
/// let mut pace = Pace::default();
/// pace.admit(0.0);
/// let limit = RateLimit { quota: Some(150), left: Some(9), ..RateLimit::default() };
/// pace.answer(80.0, 0.0, 200, &limit);
/// let state = pace.state(80.0);
/// assert_eq!((state.left, state.quota, state.circuit), (Some(9.0), Some(150.0), Circuit::Closed));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct PaceState {
    /// The length of the quota's window.
    pub window_ms: Option<f64>,
    /// The time until the quota is back.
    pub reset_ms: Option<f64>,
    /// Requests in a window, of all clients together.
    pub quota: Option<f64>,
    /// What is left of them, if nothing in flight has been counted yet.
    pub left: Option<f64>,
    /// The part of the quota that this client gets, from 0 to 1.
    pub share: f64,
    /// Requests that were admitted and are not answered.
    pub in_flight: u32,
    /// How many may be.
    pub most_in_flight: f64,
    /// How long nothing goes out, by the last 429.
    pub held_ms: f64,
    /// Whether the store is asked at all.
    pub circuit: Circuit,
    /// How long that has been so.
    #[cfg_attr(feature = "serde", serde(rename = "circuitSinceMs"))]
    pub circuit_ms: f64,
    /// Of a quota that is shared by leases: whether they are to be had, since when, and how many
    /// there are.
    pub coordinator: Option<Coordinator>,
}

impl PaceState {
    /// [`window_ms`](#structfield.window_ms) as a duration.
    ///
    /// ```
    /// use bc_status::{Pace, RateLimit};
    /// use std::time::Duration;
    ///
    /// let mut pace = Pace::default();
    /// assert_eq!(pace.state(0.0).window(), None);
    /// pace.admit(0.0);
    /// let limit = RateLimit { quota: Some(60), left: Some(9), ..RateLimit::default() };
    /// pace.answer(80.0, 0.0, 200, &RateLimit { window_ms: Some(3_000), ..limit });
    /// assert_eq!(pace.state(80.0).window(), Some(Duration::from_secs(3)));
    /// ```
    pub fn window(&self) -> Option<Duration> {
        self.window_ms.and_then(of_ms)
    }

    /// [`reset_ms`](#structfield.reset_ms) as a duration.
    ///
    /// ```
    /// use bc_status::{Pace, RateLimit};
    /// use std::time::Duration;
    ///
    /// let mut pace = Pace::default();
    /// pace.admit(0.0);
    /// let limit = RateLimit { quota: Some(60), left: Some(9), ..RateLimit::default() };
    /// pace.answer(80.0, 0.0, 200, &RateLimit { reset_ms: Some(4_000), ..limit });
    /// let passed = pace.state(80.0).reset().unwrap() - pace.state(580.0).reset().unwrap();
    /// assert_eq!(passed, Duration::from_millis(500));
    /// ```
    pub fn reset(&self) -> Option<Duration> {
        self.reset_ms.and_then(of_ms)
    }

    /// [`held_ms`](#structfield.held_ms) as a duration.
    ///
    /// ```
    /// use bc_status::{Pace, RateLimit};
    /// use std::time::Duration;
    ///
    /// let mut pace = Pace::default();
    /// assert_eq!(pace.state(0.0).held(), Duration::ZERO);
    /// pace.admit(0.0);
    /// pace.answer(80.0, 0.0, 429, &RateLimit::default());
    /// // For a second at least, where the answer names no wait.
    /// assert!(pace.state(80.0).held() >= Duration::from_secs(1));
    /// ```
    pub fn held(&self) -> Duration {
        of_ms(self.held_ms).unwrap_or(Duration::MAX)
    }

    /// [`circuit_ms`](#structfield.circuit_ms) as a duration.
    ///
    /// ```
    /// use bc_status::Pace;
    /// use std::time::Duration;
    ///
    /// let mut pace = Pace::default();
    /// assert_eq!(pace.state(2_500.0).circuit_for(), Duration::from_millis(2_500));
    /// ```
    pub fn circuit_for(&self) -> Duration {
        of_ms(self.circuit_ms).unwrap_or(Duration::MAX)
    }
}
