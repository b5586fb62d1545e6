//! What a client may spend of a quota that it shares with others: permits leased in batches.

use super::lease::{Lease, Unused};
use super::window::SPREAD;
use crate::set::closed_set;

/// If the store has not answered after so many milliseconds, the pacer continues alone.
pub const LONGEST_ASK_MS: f64 = 50.0;
/// What is left is given back when nothing was sent for so many milliseconds.
pub const REST_MS: f64 = 1_000.0;
/// An ask that has not ended by then was lost: in Workers, with the request that had sent it.
const LOST_MS: f64 = 1_000.0;
/// The ledger is asked again after this part of the time without it, so that what was away for a few
/// seconds is asked within one of its return.
const ALONE: f64 = 1.0 / 6.0;
const SHORTEST_ALONE_MS: f64 = 1_000.0;
const LONGEST_ALONE_MS: f64 = 30_000.0;
/// What a ledger says of later moments is wrong, and nobody waits for it.
const LATEST_MS: f64 = 31.0 * 24.0 * 3_600_000.0;
/// One that grants nothing is not asked again before, whatever it says.
const SHORTEST_AGAIN_MS: f64 = 10.0;

closed_set! {
    /// Whether a quota that is shared is spent by leases.
    pub enum Coordination {
        /// By leases.
        Leasing = "leasing",
        /// Without them: the store of leases is not reached.
        Alone = "alone",
    }
}

/// What a [`Pace`](super::Pace) knows of its leases.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct Coordinator {
    /// Whether it is reached.
    pub state: Coordination,
    /// How long that has been so, in milliseconds.
    pub since_ms: f64,
    /// Permits at hand.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::number"))]
    pub permits: u64,
}

/// Permits of one window. Moments are those of the client's own clock.
#[derive(Clone, Copy, Debug)]
struct Held {
    window: u64,
    permits: u32,
    from_ms: f64,
    until_ms: f64,
    gap_ms: f64,
}

#[derive(Clone, Debug)]
pub struct Leases {
    /// In the order of their windows.
    held: Vec<Held>,
    /// Of answers that came late, which the next ask gives back.
    owed: Vec<Held>,
    /// When it was, while an answer may come.
    asked_ms: f64,
    again_ms: f64,
    is_wanted: bool,
    /// How many the last lease was of, and how many the next one is when they come one by one.
    last: u32,
    size: u32,
    state: Coordination,
    since_ms: f64,
}

impl Leases {
    pub fn new(now_ms: f64) -> Self {
        Leases {
            held: Vec::new(),
            owed: Vec::new(),
            asked_ms: f64::NEG_INFINITY,
            again_ms: f64::NEG_INFINITY,
            is_wanted: false,
            last: 0,
            size: 1,
            state: Coordination::Leasing,
            since_ms: now_ms,
        }
    }

    pub fn is_alone(&self) -> bool {
        self.state == Coordination::Alone
    }

    /// Whether a permit may be spent now.
    pub fn has(&mut self, now_ms: f64) -> bool {
        while let Some(first) = self.held.first() {
            if first.permits > 0 && first.until_ms > now_ms {
                return first.from_ms <= now_ms;
            }
            // A batch that was too large; the next is smaller.
            if first.permits > 0 {
                self.size = self.size.div_ceil(2).max(1);
            }
            self.held.remove(0);
        }
        false
    }

    pub fn spend(&mut self) {
        if let Some(first) = self.held.first_mut() {
            first.permits = first.permits.saturating_sub(1);
            first.from_ms += first.gap_ms;
        }
    }

    /// Until the request after so many others has its permit, or asks for one; infinite where an
    /// answer tells.
    pub fn wait_ms(&self, now_ms: f64, before: u32) -> f64 {
        let mut left = before;
        for held in &self.held {
            if left < held.permits {
                return (held.from_ms + f64::from(left) * held.gap_ms - now_ms).max(0.0);
            }
            left -= held.permits;
        }
        let is_due = self.held.is_empty() && !self.is_asking(now_ms);
        if is_due { (self.again_ms - now_ms).max(1.0) } else { f64::INFINITY }
    }

    /// Whether all are spent, and it is time to ask for more; then an answer may come.
    pub fn is_due(&mut self, now_ms: f64) -> bool {
        self.has(now_ms);
        let is_due = now_ms >= self.again_ms && self.held.is_empty() && !self.is_asking(now_ms);
        if is_due {
            self.asked_ms = now_ms;
        }
        is_due
    }

    fn is_asking(&self, now_ms: f64) -> bool {
        now_ms - self.asked_ms < LOST_MS
    }

    /// As many as wait; where no more do than were let out of late, more come one by one.
    pub fn want(&mut self, waiting: u32) -> u32 {
        self.size =
            if waiting <= self.last { self.size.min(self.last).saturating_mul(2) } else { 1 };
        self.size.max(waiting)
    }

    /// Takes in a lease, which tells the time since it was given: after the ask and before now.
    /// It may be anybody's: whether it makes sense.
    ///
    /// One that comes late is not spent: who asked has gone on alone, and has sent by what answers
    /// told. Its permits stay counted as given until the next ask, which gives them back.
    pub fn take(&mut self, now_ms: f64, asked_ms: f64, want: u32, lease: &Lease) -> bool {
        let is_time = |ms: f64| ms.is_finite() && ms <= LATEST_MS;
        let is_right = is_time(lease.again_ms)
            && lease.again_ms >= 0.0
            && lease.grants.iter().all(|grant| is_time(grant.from_ms) && is_time(grant.until_ms));
        if !is_right {
            return false;
        }
        self.last = 0;
        for grant in &lease.grants {
            let from_ms = grant.from_ms.max(0.0);
            self.last = self.last.saturating_add(grant.permits);
            self.held.push(Held {
                window: grant.window,
                permits: grant.permits,
                from_ms: now_ms + from_ms,
                until_ms: asked_ms + grant.until_ms,
                gap_ms: (grant.until_ms - from_ms) * SPREAD / f64::from(grant.permits.max(1)),
            });
        }
        if now_ms - asked_ms > LONGEST_ASK_MS {
            self.last = 0;
            self.owed.append(&mut self.held);
            if !self.is_alone() {
                self.go_alone(now_ms);
            }
            return true;
        }
        // Who wanted nothing was refused nothing.
        let is_refused = want > 0 && self.last == 0;
        self.again_ms =
            if is_refused { now_ms + lease.again_ms.max(SHORTEST_AGAIN_MS) } else { now_ms };
        self.is_wanted = lease.is_wanted;
        self.turn(Coordination::Leasing, now_ms);
        true
    }

    /// No answer came in time.
    pub fn go_alone(&mut self, now_ms: f64) {
        self.turn(Coordination::Alone, now_ms);
        let past_ms = now_ms - self.since_ms;
        self.again_ms = now_ms + (past_ms * ALONE).clamp(SHORTEST_ALONE_MS, LONGEST_ALONE_MS);
    }

    fn turn(&mut self, state: Coordination, now_ms: f64) {
        if self.state != state {
            self.since_ms = now_ms;
        }
        self.state = state;
    }

    /// No answer will come to the ask of that moment any more.
    pub fn end(&mut self, asked_ms: f64) {
        if self.asked_ms == asked_ms {
            self.asked_ms = f64::NEG_INFINITY;
        }
    }

    /// Whether others could use what is left.
    pub fn is_rest(&self) -> bool {
        self.is_wanted && self.permits() > 0
    }

    /// What came late, and of who `is_idle` all that is left. It is told once, even if the ask that
    /// tells it is lost: given back twice, it would be somebody else's.
    pub fn give_back(&mut self, now_ms: f64, is_idle: bool) -> Vec<Unused> {
        self.has(now_ms);
        let mut back = std::mem::take(&mut self.owed);
        if is_idle && !self.held.is_empty() {
            self.size = 1;
            self.asked_ms = now_ms;
            back.append(&mut self.held);
        }
        back.iter().map(|it| Unused { window: it.window, permits: it.permits }).collect()
    }

    pub fn state(&mut self, now_ms: f64) -> Coordinator {
        self.has(now_ms);
        let Leases { state, since_ms, .. } = *self;
        Coordinator { state, since_ms: now_ms - since_ms, permits: self.permits() }
    }

    fn permits(&self) -> u64 {
        self.held.iter().map(|held| u64::from(held.permits)).sum()
    }
}
