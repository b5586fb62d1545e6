//! What a client may spend of a quota that it shares with others: permits leased in batches.

use super::lease::{Lease, Unused};
use super::window::{MOST_SPREAD, SPREAD};
use crate::set::closed_set;

/// If the store has not answered after so many milliseconds, the pacer continues alone.
///
/// ```
/// use bc_status::Pace;
/// use bc_status::pace::{Coordination, LONGEST_ASK_MS};
///
/// let mut pace = Pace::shared(0.0, 0.5, true);
/// assert!(pace.lease_due(0.0));
/// pace.miss_lease(LONGEST_ASK_MS);
/// let coordinator = pace.state(LONGEST_ASK_MS).coordinator.unwrap();
/// assert_eq!(coordinator.state, Coordination::Alone);
/// ```
pub const LONGEST_ASK_MS: f64 = 50.0;
/// What is left is given back when nothing was sent for so many milliseconds.
///
/// ```
/// use bc_status::pace::{Grant, REST_MS};
/// use bc_status::{Lease, Pace};
///
/// let mut pace = Pace::shared(0.0, 0.5, true);
/// let grants = vec![Grant { window: 7, permits: 3, from_ms: 0.0, until_ms: 9_000.0 }];
/// pace.take_lease(5.0, 0.0, 3, &Lease { grants, ..Lease::default() });
/// let mut back = |now_ms| (now_ms >= REST_MS).then(|| pace.give_back(now_ms)).flatten();
/// assert!(back(900.0).is_none() && back(1_100.0).is_some());
/// ```
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
/// A timer that fires so late shows that the process was busy: the answer may be there, unread.
const BUSY_MS: f64 = 5.0;
/// Time for the process to read it.
const TURN_MS: f64 = 1.0;
/// While some permits are left, more are asked for only after fewer have been left than requests
/// wait for so long. At the beginning of a window that is so for a moment, while everybody is busy.
const AHEAD_MS: f64 = 250.0;

closed_set! {
    /// Whether a quota that is shared is spent by leases.
    #[example]
    /// ```
    /// use bc_status::Pace;
    /// use bc_status::pace::Coordination;
    ///
    /// let mut pace = Pace::shared(0.0, 0.5, true);
    /// assert!(pace.lease_due(0.0));
    /// // The ledger is not there.
    /// pace.end_ask(0.0);
    /// pace.miss_lease(10.0);
    /// let coordinator = pace.state(10.0).coordinator.unwrap();
    /// assert_eq!(coordinator.state, Coordination::Alone);
    /// ```
    pub enum Coordination in pace {
        /// By leases.
        Leasing = "leasing",
        /// Without them: the store of leases is not reached.
        Alone = "alone",
    }
}

/// What a [`Pace`](super::Pace) knows of its leases.
///
/// ```
/// use bc_status::{Lease, Pace, pace::Grant};
///
/// let mut pace = Pace::shared(0.0, 0.5, true);
/// let grants = vec![Grant { window: 7, permits: 3, from_ms: 0.0, until_ms: 9_000.0 }];
/// pace.take_lease(5.0, 0.0, 3, &Lease { grants, ..Lease::default() });
/// let coordinator = pace.state(80.0).coordinator.unwrap();
/// assert_eq!((coordinator.permits, coordinator.since_ms), (3, 80.0));
/// ```
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
    /// Until when its answer is in time.
    late_ms: f64,
    /// Since when none is left, or fewer than wait.
    empty_ms: f64,
    short_ms: f64,
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
            late_ms: f64::NEG_INFINITY,
            empty_ms: f64::NEG_INFINITY,
            short_ms: f64::INFINITY,
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

    /// Whether others had a part of the quota by the last lease.
    pub fn is_shared(&self) -> bool {
        self.is_wanted
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

    pub fn spend(&mut self, now_ms: f64) {
        if let Some(first) = self.held.first_mut() {
            first.permits = first.permits.saturating_sub(1);
            first.from_ms += first.gap_ms;
        }
        if self.permits() == 0 {
            self.empty_ms = now_ms;
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

    /// Whether all permits are spent, or fewer are left than requests wait, and it is time to ask for
    /// more; then an answer may come. Asking ahead gets the answer before it is needed.
    pub fn is_due(&mut self, now_ms: f64, waiting: u32) -> bool {
        self.has(now_ms);
        let is_short = u64::from(waiting) > self.permits() && !self.is_ahead();
        self.short_ms = if is_short { self.short_ms.min(now_ms) } else { f64::INFINITY };
        let is_wanted = self.held.is_empty() || now_ms - self.short_ms >= AHEAD_MS;
        let is_due = is_wanted && now_ms >= self.again_ms && !self.is_asking(now_ms);
        if is_due {
            self.begin(now_ms);
        }
        is_due
    }

    /// Whether some permits are of a later window. To lease even further ahead would rely on a quota
    /// that may change.
    fn is_ahead(&self) -> bool {
        let windows = self.held.first().zip(self.held.last());
        windows.is_some_and(|(first, last)| first.window != last.window)
    }

    fn begin(&mut self, now_ms: f64) {
        self.asked_ms = now_ms;
        self.late_ms = now_ms + LONGEST_ASK_MS;
        self.short_ms = f64::INFINITY;
    }

    fn is_asking(&self, now_ms: f64) -> bool {
        now_ms - self.asked_ms < LOST_MS
    }

    /// As many as wait; where no more do than were let out of late, more come one by one. While some
    /// permits are left, only what these do not cover.
    pub fn want(&mut self, waiting: u32) -> u32 {
        let permits = u32::try_from(self.permits()).unwrap_or(u32::MAX);
        if permits > 0 {
            return waiting.saturating_sub(permits).max(1);
        }
        self.size =
            if waiting <= self.last { self.size.min(self.last).saturating_mul(2) } else { 1 };
        self.size.max(waiting)
    }

    /// Takes in a lease, which tells the time since it was given: after the ask and before now.
    /// It may be anybody's: whether it makes sense.
    ///
    /// One that comes late is not spent: who asked has gone on alone, and has sent by what answers
    /// told. Its permits stay counted as given until the next ask, which gives them back.
    ///
    /// What is granted goes out over a hundredth of its time; or one each `gap_ms`, if a tenth of its
    /// time is enough for that.
    pub fn take(
        &mut self,
        now_ms: f64,
        asked_ms: f64,
        want: u32,
        lease: &Lease,
        gap_ms: f64,
    ) -> bool {
        let is_time = |ms: f64| ms.is_finite() && ms <= LATEST_MS;
        let is_right = is_time(lease.again_ms)
            && lease.again_ms >= 0.0
            && lease.grants.iter().all(|grant| is_time(grant.from_ms) && is_time(grant.until_ms));
        if !is_right {
            return false;
        }
        let is_late = now_ms
            > if asked_ms == self.asked_ms { self.late_ms } else { asked_ms + LONGEST_ASK_MS };
        if is_late {
            self.owed.append(&mut self.held);
        }
        self.last = 0;
        for grant in &lease.grants {
            let from_ms = grant.from_ms.max(0.0);
            let part_ms = (grant.until_ms - from_ms) / f64::from(grant.permits.max(1));
            let held = Held {
                window: grant.window,
                permits: grant.permits,
                from_ms: now_ms + from_ms,
                until_ms: asked_ms + grant.until_ms,
                gap_ms: (part_ms * SPREAD).max(gap_ms.min(part_ms * MOST_SPREAD)),
            };
            if is_late {
                self.owed.push(held);
                continue;
            }
            self.last = self.last.saturating_add(grant.permits);
            // Permits that others gave back may be of an earlier window than those at hand.
            let later = self.held.iter().position(|other| other.until_ms > held.until_ms);
            self.held.insert(later.unwrap_or(self.held.len()), held);
        }
        if is_late {
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

    /// No answer has come so far: how many more milliseconds to wait for it, or 0 to continue alone.
    pub fn miss(&mut self, now_ms: f64) -> f64 {
        self.has(now_ms);
        let waited_ms = now_ms - self.empty_ms;
        let more_ms = match self.held.is_empty() {
            // The ledger grants permits of a later window only when this one has none left.
            false => LONGEST_ASK_MS,
            true if self.asked_ms == f64::NEG_INFINITY => 0.0,
            // The last permit was spent since, so no request has waited for 50 ms yet.
            true if waited_ms < LONGEST_ASK_MS => (LONGEST_ASK_MS - waited_ms).max(TURN_MS),
            true if now_ms > self.late_ms + BUSY_MS => TURN_MS,
            true => 0.0,
        };
        if more_ms == 0.0 {
            self.go_alone(now_ms);
        } else {
            self.late_ms = now_ms + more_ms + BUSY_MS;
        }
        more_ms
    }

    fn go_alone(&mut self, now_ms: f64) {
        self.turn(Coordination::Alone, now_ms);
        self.late_ms = f64::NEG_INFINITY;
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

    /// The quota or its windows have changed, so permits of later windows no longer fit: the next ask
    /// gives them back.
    pub fn doubt(&mut self, now_ms: f64) {
        let later = self.held.iter().position(|held| held.from_ms > now_ms + LONGEST_ASK_MS);
        if let Some(later) = later {
            self.owed.extend(self.held.drain(later..));
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
        // The time limit counts from when the ask is sent, not from when it was due.
        if self.late_ms > f64::NEG_INFINITY {
            self.late_ms = now_ms + LONGEST_ASK_MS;
        }
        let mut back = std::mem::take(&mut self.owed);
        if is_idle && !self.held.is_empty() {
            self.size = 1;
            self.begin(now_ms);
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
