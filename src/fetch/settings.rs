//! How far a call goes, and whom it has to ask and to tell.

use crate::duration::whole_ms;
use crate::retry::Policy;
use std::time::Duration;

/// What the caller wants of a call.
///
/// ```
/// use bc_status::Policy;
/// use bc_status::fetch::Settings;
/// use std::time::Duration;
///
/// let nightly = Settings::default()
///     .policy(Policy::background())
///     .attempt_timeout(Duration::from_secs(30));
/// assert_eq!(nightly.attempt_timeout_ms, Some(30_000));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Settings {
    /// Whether and how often it may be sent again; `None` for never. For a person who waits by
    /// default. Its [`max_elapsed_ms`](Policy::max_elapsed_ms), where it is given, ends an attempt
    /// as well.
    pub policy: Option<Policy>,
    /// The longest time for an attempt, from sending it to the head of its answer, with all of its
    /// redirects, in milliseconds; `None` for no limit, as by default.
    pub attempt_timeout_ms: Option<u64>,
    /// Which hooks there are. None by default.
    pub hooks: Hooks,
    /// Whether a budget has to be asked for each repeat. False by default.
    pub has_budget: bool,
    /// Whether a pacer has to admit each attempt. It then looks after quotas, and the
    /// [`Gate`](super::Gate) is not asked. False by default.
    pub is_paced: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            policy: Some(Policy::interactive()),
            attempt_timeout_ms: None,
            hooks: Hooks::default(),
            has_budget: false,
            is_paced: false,
        }
    }
}

impl Settings {
    /// … by this policy.
    ///
    /// ```
    /// use bc_status::Policy;
    /// use bc_status::fetch::Settings;
    ///
    /// let twice = Settings::default().policy(Policy::interactive().max_attempts(2));
    /// assert_eq!(twice.policy.and_then(|policy| policy.max_attempts), Some(2));
    /// ```
    #[must_use]
    pub const fn policy(self, policy: Policy) -> Settings {
        Settings { policy: Some(policy), ..self }
    }

    /// … sent once, whatever comes of it.
    ///
    /// ```
    /// assert_eq!(bc_status::fetch::Settings::default().once().policy, None);
    /// ```
    #[must_use]
    pub const fn once(self) -> Settings {
        Settings { policy: None, ..self }
    }

    /// … with no longer attempt.
    ///
    /// ```
    /// use bc_status::Gate;
    /// use bc_status::fetch::{Call, Event, Request, Settings, Step};
    ///
    /// let hasty = Settings::default().attempt_timeout(std::time::Duration::from_secs(5));
    /// let mut call = Call::new(Request::new("GET", "/v3/carts"), hasty);
    /// let Step::Send(sending) = call.step(Event::Began, &mut Gate::default(), 0.0, 0.5) else {
    ///     panic!("nothing to wait for");
    /// };
    /// assert_eq!(sending.limit_ms, Some(5_000.0));
    /// ```
    #[must_use]
    pub const fn attempt_timeout(self, limit: Duration) -> Settings {
        Settings { attempt_timeout_ms: Some(whole_ms(limit)), ..self }
    }

    /// The longest time for the attempt that begins after so many milliseconds.
    pub(super) fn limit_ms(&self, elapsed_ms: f64) -> Option<f64> {
        let whole_ms = self.policy.and_then(|policy| policy.max_elapsed_ms);
        // A call that may take no time at all is sent once, and that takes some.
        let whole_ms = whole_ms.filter(|ms| *ms > 0 && *ms < u64::MAX);
        let rest_ms = whole_ms.map(|ms| (ms as f64 - elapsed_ms).max(0.0));
        let own_ms = self.attempt_timeout_ms.filter(|ms| *ms < u64::MAX).map(|ms| ms as f64);
        match (own_ms, rest_ms) {
            (Some(own), Some(rest)) => Some(own.min(rest)),
            (own, rest) => own.or(rest),
        }
    }
}

/// Which hooks there are: nobody is told of what nobody wants to hear.
///
/// ```
/// use bc_status::Gate;
/// use bc_status::fetch::{Call, Event, Hooks, Request, Settings, Step};
///
/// let hooks = Hooks { attempt: true, ..Hooks::default() };
/// let settings = Settings { hooks, ..Settings::default() };
/// let mut call = Call::new(Request::new("GET", "/v3/carts"), settings);
/// assert!(matches!(call.step(Event::Began, &mut Gate::default(), 0.0, 0.5), Step::Tell(_)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hooks {
    /// One that is told of each attempt before it is sent.
    pub attempt: bool,
    /// One that is told of each repeat before the wait for it, and may refuse it.
    pub retry: bool,
    /// One that is told when a call ends with a failure, before that is handed out.
    pub give_up: bool,
}
