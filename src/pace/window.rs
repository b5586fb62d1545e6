//! The quota's window, as the answers tell of it.

use crate::rate_limit::RateLimit;

/// The documented window, where an answer does not name it.
///
/// ```
/// use bc_status::Ledger;
/// use bc_status::pace::USUAL_WINDOW_MS;
///
/// // Until an answer tells.
/// assert_eq!(Ledger::default().saved().window_ms, USUAL_WINDOW_MS);
/// ```
pub const USUAL_WINDOW_MS: f64 = 30_000.0;
/// A quota that nobody reaches: plans without one have such.
///
/// ```
/// use bc_status::pace::{Seen, UNLIMITED};
/// use bc_status::{LeaseAsk, Ledger};
///
/// let seen = Some(Seen { quota: UNLIMITED, window_ms: 30_000.0, left: 9.0, reset_ms: 0.0 });
/// let ask = LeaseAsk { client: "one".into(), want: 5_000, seen, ..LeaseAsk::default() };
/// assert_eq!(Ledger::default().lease(0.0, &ask)?.grants[0].permits, 5_000);
/// # Ok::<(), bc_status::LedgerError>(())
/// ```
pub const UNLIMITED: f64 = 1_000_000.0;
/// What a window allows goes out over this part of it, and not all in one millisecond.
///
/// ```
/// use bc_status::pace::{SPREAD, USUAL_WINDOW_MS};
///
/// // So long it takes until all that a window allows is out.
/// assert_eq!(USUAL_WINDOW_MS * SPREAD, 300.0);
/// ```
pub const SPREAD: f64 = 0.01;
/// With a shared quota, over up to this part: when a window begins all clients send at once, and a
/// machine that runs several would be too busy to read the next leases in time.
pub const MOST_SPREAD: f64 = 0.1;
/// Each client then sends one request in so many milliseconds, or faster where the quota asks for that.
const BUSY_MS: f64 = 20.0;
/// Beside others, this part of our share of what is left goes out at a time: the rest is
/// for what they have in flight and we have not heard of.
const CAUTION: f64 = 0.3;
/// Others are forgotten at half of this rate: after so many requests they count half.
const MEMORY: f64 = 64.0;

#[derive(Clone, Copy, Debug)]
pub struct Window {
    pub quota: f64,
    /// The least that was heard of in this window; of what is in flight nothing is counted.
    pub left: f64,
    pub length_ms: f64,
    /// When the quota is back, which is heard of late and never early.
    pub reset_ms: f64,
    began_ms: f64,
    /// When `left` was heard of.
    heard_ms: f64,
    /// From when on, and how many requests were let out since.
    open_ms: f64,
    let_out: f64,
    /// Of this window's units, those that went before we came, and ours that were answered.
    before: f64,
    answered: f64,
    /// Units that others took in this window, at least.
    taken: f64,
    rivals: Rivals,
    /// How long an answer takes, and when one more may be tried while less than one is ours.
    latency_ms: f64,
    next_try_ms: f64,
}

/// Who spends the quota: units of late, ours and those of others.
#[derive(Clone, Copy, Debug, Default)]
struct Rivals {
    ours: f64,
    others: f64,
}

impl Rivals {
    fn add(&mut self, ours: f64, others: f64) {
        self.ours += ours;
        self.others += others;
        while self.ours + self.others > MEMORY {
            self.ours /= 2.0;
            self.others /= 2.0;
        }
    }

    fn share(&self) -> f64 {
        if self.others < 1.0 { 1.0 } else { (self.ours + 1.0) / (self.ours + self.others + 1.0) }
    }
}

/// After a quota of zero, one request in each window asks whether it still is zero.
fn quota(limit: &RateLimit, known: f64) -> f64 {
    limit.quota.map_or(known, |quota| quota as f64).max(1.0)
}

/// A window has a length, and is no shorter than what is left of it.
fn length(limit: &RateLimit, known_ms: f64) -> f64 {
    let named_ms = limit.window_ms.filter(|ms| *ms > 0).map_or(known_ms, |ms| ms as f64);
    named_ms.max(limit.reset_ms.map_or(0.0, |ms| ms as f64))
}

impl Window {
    /// The first answer that tells of one.
    pub fn read(now_ms: f64, limit: &RateLimit) -> Option<Window> {
        let left = limit.left.or(limit.quota)? as f64;
        let quota = quota(limit, left);
        let length_ms = length(limit, USUAL_WINDOW_MS);
        let reset_ms = now_ms + limit.reset_ms.map_or(length_ms, |ms| ms as f64);
        Some(Window {
            quota,
            left,
            length_ms,
            reset_ms,
            began_ms: reset_ms - length_ms,
            heard_ms: now_ms,
            open_ms: reset_ms - length_ms,
            let_out: 0.0,
            before: quota - left,
            answered: 0.0,
            taken: 0.0,
            rivals: Rivals::default(),
            latency_ms: 0.0,
            next_try_ms: 0.0,
        })
    }

    pub fn share(&self) -> f64 {
        self.rivals.share()
    }

    /// Whether the window has moved, or its quota has changed.
    pub fn has_changed(&self, quota: f64, reset_ms: f64) -> bool {
        self.quota != quota || (self.reset_ms - reset_ms).abs() > self.length_ms * MOST_SPREAD
    }

    /// Counts what is gone of the window as taken by others.
    pub fn meet_others(&mut self) {
        self.rivals.add(1.0, self.before);
    }

    /// An answer that came now, to a request of ours that `counted` unless it was refused.
    pub fn learn(
        &mut self,
        now_ms: f64,
        sent_ms: f64,
        limit: &RateLimit,
        counted: bool,
        in_flight: u32,
    ) {
        let way_ms = (now_ms - sent_ms).max(0.0);
        self.length_ms = length(limit, self.length_ms);
        self.quota = quota(limit, self.quota);
        if let Some(reset_ms) = limit.reset_ms {
            let reset_ms = now_ms + reset_ms as f64;
            // The answer may have been on its way all that time, and the reset be as much earlier.
            let earliest_ms = reset_ms - way_ms;
            if reset_ms < self.reset_ms - self.length_ms / 2.0 && sent_ms < self.began_ms {
                return;
            }
            if earliest_ms > self.reset_ms + self.length_ms / 2.0 {
                self.begin(reset_ms);
            } else if earliest_ms > self.reset_ms || reset_ms < self.reset_ms {
                self.reset_ms = reset_ms;
            }
        }
        self.latency_ms += (way_ms - self.latency_ms) / 8.0;
        if counted {
            self.answered += 1.0;
            self.rivals.add(1.0, 0.0);
        }
        match limit.left {
            Some(left) => self.hear(now_ms, sent_ms, left as f64, in_flight),
            None if counted => self.left -= 1.0,
            None => {}
        }
    }

    /// A request without an answer: it may have been counted, and in this window.
    pub fn count(&mut self) {
        self.answered += 1.0;
        self.left -= 1.0;
    }

    fn hear(&mut self, now_ms: f64, sent_ms: f64, left: f64, in_flight: u32) {
        // Answers overtake each other, and the least is the latest; but what was sent after
        // that came is later for certain.
        if left <= self.left || sent_ms >= self.heard_ms {
            self.left = left;
            self.heard_ms = now_ms;
        }
        let taken = self.quota - left - self.before - self.answered - f64::from(in_flight);
        if taken > self.taken {
            self.rivals.add(0.0, taken - self.taken);
            self.taken = taken;
        }
    }

    /// Goes on to the window of this moment.
    pub fn roll(&mut self, now_ms: f64) {
        if now_ms < self.reset_ms {
            return;
        }
        let passed = ((now_ms - self.reset_ms) / self.length_ms).floor();
        if passed >= 1.0 {
            self.rivals = Rivals::default();
        }
        self.begin(self.reset_ms + (passed + 1.0) * self.length_ms);
    }

    fn begin(&mut self, reset_ms: f64) {
        let began_ms = reset_ms - self.length_ms;
        *self = Window {
            left: self.quota,
            reset_ms,
            began_ms,
            heard_ms: began_ms,
            open_ms: began_ms.max(self.open_ms),
            let_out: 0.0,
            before: 0.0,
            answered: 0.0,
            taken: 0.0,
            next_try_ms: 0.0,
            ..*self
        };
    }

    /// Lets nothing out before this moment, and then not all at once.
    pub fn open_at(&mut self, open_ms: f64) {
        if open_ms > self.open_ms {
            self.open_ms = open_ms;
            self.let_out = 0.0;
        }
    }

    /// One goes out.
    pub fn take(&mut self, now_ms: f64, dither: f64) {
        self.let_out += 1.0;
        let ours = self.ours();
        if ours < 1.0 {
            self.next_try_ms = now_ms + self.latency_ms / ours.max(CAUTION) * (0.5 + dither);
        }
    }

    /// How long the request after so many others has to wait, if no answer comes.
    pub fn wait_ms(&self, now_ms: f64, in_flight: u32, before: u32) -> f64 {
        if self.quota >= UNLIMITED {
            return 0.0;
        }
        let next = f64::from(before) + 1.0;
        let in_flight = f64::from(in_flight);
        let free = self.left - in_flight;
        if next > free {
            let windows =
                ((next - free.max(0.0)) / (self.quota * self.share()).max(1.0)).ceil() - 1.0;
            return self.reset_ms - now_ms + windows * self.length_ms;
        }
        let ours = self.ours();
        if self.is_alone() || in_flight + next <= ours {
            return self.open_ms - now_ms + (self.let_out + before as f64) * self.gap_ms();
        }
        if ours >= 1.0 || in_flight > 0.0 {
            return f64::INFINITY;
        }
        // One is tried in each window all the same: how else to hear that others have left?
        let is_over = self.share() * self.left < 1.0 && self.let_out > 0.0;
        let next_ms = if is_over { self.reset_ms } else { self.next_try_ms };
        next_ms - now_ms
    }

    /// Until the reset, if less than one at a time is ours until then.
    pub fn spent_ms(&self, now_ms: f64) -> Option<f64> {
        (self.ours() < 1.0).then_some(self.reset_ms - now_ms)
    }

    fn is_alone(&self) -> bool {
        self.share() >= 1.0
    }

    /// What we may have in flight beside others.
    fn ours(&self) -> f64 {
        self.share() * self.left * CAUTION
    }

    fn gap_ms(&self) -> f64 {
        self.length_ms * SPREAD / self.quota
    }

    /// The same for who shares it by leases.
    pub fn shared_gap_ms(&self) -> f64 {
        BUSY_MS.min(self.length_ms / self.quota)
    }
}
