//! How many requests may be in flight: what the platform bears, which nothing tells
//! but a 429 without headers. Slow start, multiplicative decrease, additive recovery, as TCP.

/// In flight before the first answer has told of a quota.
const START: f64 = 8.0;
/// The hold after a 429 without headers, which doubles with each that follows.
const FIRST_HOLD_MS: f64 = 1_000.0;
const LONGEST_HOLD_MS: f64 = 60_000.0;

#[derive(Clone, Copy, Debug)]
pub struct Load {
    most: f64,
    /// Up to here it doubles with each round of answers, from here on one is added to it.
    calm: f64,
    shed_ms: f64,
    hold_ms: f64,
}

impl Default for Load {
    fn default() -> Self {
        Load {
            most: START,
            calm: f64::INFINITY,
            shed_ms: f64::NEG_INFINITY,
            hold_ms: FIRST_HOLD_MS,
        }
    }
}

impl Load {
    /// From one request at a time on.
    pub fn recovering() -> Self {
        Load { most: 1.0, ..Load::default() }
    }

    pub fn most(&self) -> f64 {
        self.most.floor()
    }

    pub fn allows(&self, in_flight: u32) -> bool {
        f64::from(in_flight + 1) <= self.most
    }

    /// After a good answer; `in_flight` are the others. What is not made use of does not grow.
    pub fn grow(&mut self, in_flight: u32) {
        self.hold_ms = FIRST_HOLD_MS;
        if f64::from(in_flight + 1) * 2.0 >= self.most {
            self.most += if self.most < self.calm { 1.0 } else { 1.0 / self.most };
        }
    }

    /// After a 429 without headers: how long to hold. Requests that were under way when the
    /// first of them came say nothing new.
    pub fn shed(&mut self, now_ms: f64, sent_ms: f64, in_flight: u32) -> f64 {
        if sent_ms < self.shed_ms {
            return 0.0;
        }
        self.most = (self.most.min(f64::from(in_flight + 1)) / 2.0).max(1.0);
        self.calm = self.most;
        let hold_ms = self.hold_ms;
        self.shed_ms = now_ms + hold_ms;
        self.hold_ms = (hold_ms * 2.0).min(LONGEST_HOLD_MS);
        hold_ms
    }
}
