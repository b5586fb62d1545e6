//! Whether a store that fails is asked at all.

use crate::set::closed_set;

/// Of the last so many answers more than half are failures: then the circuit opens.
const RECENT: u32 = 20;
/// From so many answers on.
const FEWEST: u32 = 5;
/// The time until the first probe, which doubles with each that fails.
const FIRST_OPEN_MS: f64 = 1_000.0;
const LONGEST_OPEN_MS: f64 = 30_000.0;

closed_set! {
    /// The state of a circuit.
    #[example]
    /// ```
    /// use bc_status::{Circuit, Pace};
    ///
    /// let mut pace = Pace::default();
    /// for sent in [0.0, 10.0, 20.0, 30.0, 40.0] {
    ///     assert!(pace.admit(sent));
    ///     pace.fail(sent + 5.0, sent);
    /// }
    /// assert_eq!(pace.state(50.0).circuit, Circuit::Open);
    /// assert_eq!(pace.state(2_000.0).circuit, Circuit::HalfOpen);
    /// ```
    pub enum Circuit {
        /// Requests go out.
        Closed = "closed",
        /// None does: most of the last ones failed.
        Open = "open",
        /// One at a time goes out, as a probe.
        HalfOpen = "half-open",
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Breaker {
    enabled: bool,
    circuit: Circuit,
    since_ms: f64,
    open_ms: f64,
    is_probing: bool,
    /// The last answers, a bit each, set for a failure, and how many they are.
    failures: u32,
    seen: u32,
}

impl Breaker {
    pub fn new(now_ms: f64, enabled: bool) -> Self {
        Breaker {
            enabled,
            circuit: Circuit::Closed,
            since_ms: now_ms,
            open_ms: FIRST_OPEN_MS,
            is_probing: false,
            failures: 0,
            seen: 0,
        }
    }

    /// Since when it is as it is: half open without anybody asking from when its time was over.
    pub fn since_ms(&self, now_ms: f64) -> f64 {
        if self.circuit(now_ms) == self.circuit {
            self.since_ms
        } else {
            self.since_ms + self.open_ms
        }
    }

    /// An open one whose time is over has only to be asked.
    pub fn circuit(&self, now_ms: f64) -> Circuit {
        match self.circuit {
            Circuit::Open if self.wait_ms(now_ms) <= 0.0 => Circuit::HalfOpen,
            circuit => circuit,
        }
    }

    /// What goes out while it is not closed is a probe.
    pub fn send(&mut self, now_ms: f64) {
        if self.circuit == Circuit::Open {
            self.turn(Circuit::HalfOpen, now_ms.min(self.since_ms + self.open_ms));
        }
        self.is_probing = true;
    }

    /// Infinite while a probe is out.
    pub fn wait_ms(&self, now_ms: f64) -> f64 {
        match self.circuit {
            Circuit::Closed => 0.0,
            Circuit::Open => self.since_ms + self.open_ms - now_ms,
            Circuit::HalfOpen if self.is_probing => f64::INFINITY,
            Circuit::HalfOpen => 0.0,
        }
    }

    /// Takes in what became of a request; whether the circuit closed again with it.
    pub fn judge(&mut self, now_ms: f64, sent_ms: f64, failed: bool) -> bool {
        // Sent before it turned, which says nothing of now.
        if sent_ms < self.since_ms {
            return false;
        }
        match self.circuit {
            Circuit::Closed => {
                self.failures = (self.failures << 1 | u32::from(failed)) & ((1 << RECENT) - 1);
                self.seen = (self.seen + 1).min(RECENT);
                let is_broken = self.failures.count_ones() * 2 > self.seen;
                if self.enabled && failed && is_broken && self.seen >= FEWEST {
                    self.turn(Circuit::Open, now_ms);
                }
            }
            Circuit::HalfOpen => {
                self.open_ms =
                    if failed { (self.open_ms * 2.0).min(LONGEST_OPEN_MS) } else { FIRST_OPEN_MS };
                self.turn(if failed { Circuit::Open } else { Circuit::Closed }, now_ms);
                return !failed;
            }
            Circuit::Open => {}
        }
        false
    }

    /// The probe was given up: another may go.
    pub fn forget_probe(&mut self, sent_ms: f64) {
        if sent_ms >= self.since_ms {
            self.is_probing = false;
        }
    }

    fn turn(&mut self, circuit: Circuit, now_ms: f64) {
        *self =
            Breaker { circuit, since_ms: now_ms, is_probing: false, failures: 0, seen: 0, ..*self };
    }
}
