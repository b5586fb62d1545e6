//! The budget for repeats that many calls share, so that an outage is not multiplied by them.

use crate::retry::{Decision, Rule};
use crate::set::closed_set;

closed_set! {
    /// What a repeat is for.
    #[example]
    /// ```
    /// use bc_status::RetryBudget;
    /// use bc_status::fetch::RetryKind;
    ///
    /// let mut budget = RetryBudget::of(10.0);
    /// let affordable = RetryKind::ALL.iter().filter(|kind| budget.take(**kind));
    /// assert_eq!(affordable.collect::<Vec<_>>(), [&RetryKind::Throttle]);
    /// ```
    pub enum RetryKind in fetch {
        /// A failure.
        Retry = "retry",
        /// A request that was throttled, without a wait named.
        Throttle = "throttle",
    }
}

impl RetryKind {
    /// What a repeat takes: nothing, where a throttled request is sent when the store said that
    /// its quota is back. That multiplies no outage.
    pub(super) fn of(decision: &Decision) -> Option<RetryKind> {
        if decision.may_have_run {
            return Some(RetryKind::Retry);
        }
        let is_named = matches!(decision.rule(), Rule::RateLimitReset | Rule::RetryAfter);
        (!is_named).then_some(RetryKind::Throttle)
    }
}

/// What a success gives back.
///
/// ```
/// use bc_status::RetryBudget;
/// use bc_status::fetch::{Refund, RetryKind};
///
/// let mut budget = RetryBudget::default();
/// budget.take(RetryKind::Throttle);
/// // The call that was repeated for it has succeeded.
/// budget.give(Refund::Repeat(RetryKind::Throttle));
/// assert_eq!(budget.left(), RetryBudget::CAPACITY);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Refund {
    /// A little, for a success at the first attempt, or after a repeat that took nothing.
    Success,
    /// What the last repeat took.
    Repeat(RetryKind),
}

/// One bucket of tokens for the repeats of all calls. The numbers are those of AWS's SDKs: a
/// bucket holds 500, a repeat takes 14 after a failure and 5 after a 429 that names no wait, a
/// success gives back 1, or what its repeat took.
///
/// ```
/// use bc_status::RetryBudget;
/// use bc_status::fetch::{Refund, RetryKind};
///
/// let mut budget = RetryBudget::of(20.0);
/// assert!(budget.take(RetryKind::Retry));
/// assert!(!budget.take(RetryKind::Retry));
/// budget.give(Refund::Repeat(RetryKind::Retry));
/// assert_eq!(budget.left(), 20.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RetryBudget {
    capacity: f64,
    retry_cost: f64,
    throttle_cost: f64,
    refund: f64,
    left: f64,
}

impl Default for RetryBudget {
    fn default() -> Self {
        RetryBudget::of(RetryBudget::CAPACITY)
    }
}

impl RetryBudget {
    /// What a bucket holds, unless told otherwise.
    ///
    /// ```
    /// use bc_status::RetryBudget;
    ///
    /// assert_eq!(RetryBudget::default(), RetryBudget::of(RetryBudget::CAPACITY));
    /// ```
    pub const CAPACITY: f64 = 500.0;
    /// What a repeat after a failure takes.
    ///
    /// ```
    /// use bc_status::RetryBudget;
    ///
    /// // In an outage no more repeats than these are sent.
    /// assert_eq!((RetryBudget::CAPACITY / RetryBudget::RETRY_COST) as u32, 35);
    /// ```
    pub const RETRY_COST: f64 = 14.0;
    /// What a repeat of a throttled request takes.
    ///
    /// ```
    /// use bc_status::RetryBudget;
    /// use bc_status::fetch::RetryKind;
    ///
    /// let mut budget = RetryBudget::of(RetryBudget::THROTTLE_COST);
    /// assert!(!budget.take(RetryKind::Retry) && budget.take(RetryKind::Throttle));
    /// ```
    pub const THROTTLE_COST: f64 = 5.0;
    /// What a success gives back.
    ///
    /// ```
    /// use bc_status::RetryBudget;
    ///
    /// // So many successes pay for one repeat.
    /// assert_eq!(RetryBudget::RETRY_COST / RetryBudget::REFUND, 14.0);
    /// ```
    pub const REFUND: f64 = 1.0;

    /// A full bucket of so many tokens.
    ///
    /// ```
    /// assert_eq!(bc_status::RetryBudget::of(100.0).left(), 100.0);
    /// ```
    pub const fn of(capacity: f64) -> RetryBudget {
        RetryBudget {
            capacity,
            retry_cost: RetryBudget::RETRY_COST,
            throttle_cost: RetryBudget::THROTTLE_COST,
            refund: RetryBudget::REFUND,
            left: capacity,
        }
    }

    /// … of which a repeat takes so many.
    ///
    /// ```
    /// use bc_status::RetryBudget;
    /// use bc_status::fetch::RetryKind;
    ///
    /// let mut budget = RetryBudget::of(100.0).cost(RetryKind::Retry, 60.0);
    /// assert!(budget.take(RetryKind::Retry) && !budget.take(RetryKind::Retry));
    /// ```
    #[must_use]
    pub const fn cost(self, kind: RetryKind, tokens: f64) -> RetryBudget {
        match kind {
            RetryKind::Retry => RetryBudget { retry_cost: tokens, ..self },
            RetryKind::Throttle => RetryBudget { throttle_cost: tokens, ..self },
        }
    }

    /// … to which a success gives back so many.
    ///
    /// ```
    /// use bc_status::RetryBudget;
    /// use bc_status::fetch::{Refund, RetryKind};
    ///
    /// let mut budget = RetryBudget::of(100.0).refund(5.0);
    /// budget.take(RetryKind::Retry);
    /// let left = budget.left();
    /// budget.give(Refund::Success);
    /// assert_eq!(budget.left(), left + 5.0);
    /// ```
    #[must_use]
    pub const fn refund(self, tokens: f64) -> RetryBudget {
        RetryBudget { refund: tokens, ..self }
    }

    const fn cost_of(&self, kind: RetryKind) -> f64 {
        match kind {
            RetryKind::Retry => self.retry_cost,
            RetryKind::Throttle => self.throttle_cost,
        }
    }

    /// Takes what a repeat of this kind costs; false where it is not there.
    ///
    /// ```
    /// use bc_status::RetryBudget;
    /// use bc_status::fetch::RetryKind;
    ///
    /// let mut budget = RetryBudget::of(30.0);
    /// let repeats = (0..5).filter(|_| budget.take(RetryKind::Retry)).count();
    /// assert_eq!((repeats, budget.left()), (2, 2.0));
    /// ```
    pub fn take(&mut self, kind: RetryKind) -> bool {
        let cost = self.cost_of(kind);
        let is_there = self.left >= cost;
        if is_there {
            self.left -= cost;
        }
        is_there
    }

    /// Gives back what a success is worth; never more than there is room for.
    ///
    /// ```
    /// use bc_status::RetryBudget;
    /// use bc_status::fetch::Refund;
    ///
    /// let mut full = RetryBudget::of(30.0);
    /// full.give(Refund::Success);
    /// assert_eq!(full.left(), 30.0);
    /// ```
    pub fn give(&mut self, refund: Refund) {
        let tokens = match refund {
            Refund::Success => self.refund,
            Refund::Repeat(kind) => self.cost_of(kind),
        };
        self.left = self.capacity.min(self.left + tokens);
    }

    /// How many tokens are left.
    ///
    /// ```
    /// use bc_status::RetryBudget;
    /// use bc_status::fetch::RetryKind;
    ///
    /// let mut budget = RetryBudget::default();
    /// budget.take(RetryKind::Throttle);
    /// assert_eq!(budget.left() / RetryBudget::CAPACITY, 0.99);
    /// ```
    pub const fn left(&self) -> f64 {
        self.left
    }
}
