//! The hold of a store after a 429.

use crate::pace::Moment;
use crate::retry::{EXTRA_PART, LONGEST_EXTRA_MS};

/// Holds the calls to a store whose quota is spent until it is back, and then lets them go one
/// after the other instead of all at once. All calls of a client share one.
///
/// ```
/// use bc_status::Gate;
///
/// let mut gate = Gate::default();
/// gate.close("abc123", 4_000.0, 100.0);
/// let wait = gate.wait("abc123", 600.0, 0.5).unwrap();
/// // A tenth of the wait, half of which it is here.
/// assert_eq!((wait.ms, wait.until_ms), (3_700.0, 4_100.0));
/// assert!(gate.wait("other", 600.0, 0.5).is_none());
/// assert!(gate.wait("abc123", 4_100.0, 0.5).is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gate {
    closed: Vec<Closed>,
}

#[derive(Clone, Debug, PartialEq)]
struct Closed {
    store: String,
    until_ms: f64,
    spread_ms: f64,
}

/// How long a call has to wait at a [`Gate`].
///
/// ```
/// use bc_status::Gate;
///
/// let mut gate = Gate::default();
/// gate.close("abc123", 1_000.0, 0.0);
/// let held = gate.wait("abc123", 400.0, 1.0).unwrap();
/// // The last goes a tenth of the whole wait later.
/// assert_eq!((held.ms, held.until_ms), (700.0, 1_000.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Held {
    /// The wait, in milliseconds.
    pub ms: f64,
    /// The moment at which the quota is back, in milliseconds; the call itself may go a little
    /// later, by chance.
    pub until_ms: f64,
}

impl Gate {
    /// Whether no store is held, as far as is known without a clock.
    ///
    /// ```
    /// let mut gate = bc_status::Gate::default();
    /// assert!(gate.is_open());
    /// gate.close("abc123", 4_200.0, 0.0);
    /// assert!(!gate.is_open());
    /// ```
    pub fn is_open(&self) -> bool {
        self.closed.is_empty()
    }

    /// Lets nothing pass to a store for so many milliseconds; a longer hold stays. Returns the
    /// moment of its end, in milliseconds.
    ///
    /// ```
    /// use bc_status::Gate;
    ///
    /// let mut gate = Gate::default();
    /// assert_eq!(gate.close("abc123", 4_000.0, 100.0), 4_100.0);
    /// // A shorter one changes nothing.
    /// gate.close("abc123", 500.0, 200.0);
    /// assert_eq!(gate.wait("abc123", 200.0, 0.0).map(|held| held.until_ms), Some(4_100.0));
    /// ```
    pub fn close(&mut self, store: &str, ms: f64, now: impl Moment) -> f64 {
        let now_ms = now.ms();
        let until_ms = now_ms + ms;
        // As much longer as the jitter of a single wait may make it.
        let spread_ms = (ms / EXTRA_PART as f64).min(LONGEST_EXTRA_MS as f64);
        let is_longer = |one: &Closed| one.store == store && one.until_ms >= until_ms;
        if !self.closed.iter().any(is_longer) {
            self.closed.retain(|one| one.store != store);
            self.closed.push(Closed { store: store.into(), until_ms, spread_ms });
        }
        self.closed.retain(|one| one.until_ms > now_ms);
        until_ms
    }

    /// How long a call has to wait here, if it has to. `random` is a number in [0, 1), which
    /// spreads the calls.
    ///
    /// ```
    /// use bc_status::Gate;
    /// use std::time::Duration;
    ///
    /// let mut gate = Gate::default();
    /// gate.close("abc123", 2_000.0, Duration::ZERO);
    /// assert!(gate.wait("abc123", Duration::from_secs(1), 0.0).is_some());
    /// assert!(gate.wait("abc123", Duration::from_secs(2), 0.0).is_none() && gate.is_open());
    /// ```
    pub fn wait(&mut self, store: &str, now: impl Moment, random: f64) -> Option<Held> {
        let now_ms = now.ms();
        self.closed.retain(|one| one.until_ms > now_ms);
        let held = self.closed.iter().find(|one| one.store == store)?;
        let ms = held.until_ms - now_ms + held.spread_ms * random.clamp(0.0, 1.0);
        Some(Held { ms, until_ms: held.until_ms })
    }
}
