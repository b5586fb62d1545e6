//! What a decision is asked with: where the caller stands, and what a caller allows.

use crate::duration::whole_ms;
use crate::set::closed_set;
use std::time::Duration;

/// Where the caller stands.
///
/// ```
/// use bc_status::State;
/// use std::time::Duration;
///
/// let state = State::attempt(2).elapsed(Duration::from_secs(3)).random(0.5);
/// assert_eq!(state, State { attempt: 2, elapsed_ms: 3_000, random: Some(0.5) });
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// Attempts made, the one just answered included. 1 by default.
    pub attempt: u32,
    /// Time since the first attempt began, in milliseconds. 0 by default.
    pub elapsed_ms: u64,
    /// A random number in [0, 1) for jitter; without one there is no jitter.
    pub random: Option<f64>,
}

impl Default for State {
    fn default() -> Self {
        State::attempt(1)
    }
}

impl State {
    /// After so many attempts, the one just answered included.
    ///
    /// ```
    /// use bc_status::{Exchange, Policy, Rule, State, decide};
    ///
    /// let away = Exchange { status: Some(502), ..Exchange::default() };
    /// let decision = |attempt| decide(&away, &State::attempt(attempt), &Policy::default());
    /// assert_eq!((decision(1).attempts_left, decision(2).attempts_left), (2, 1));
    /// assert_eq!(decision(3).rule(), Rule::AttemptsExhausted);
    /// ```
    pub const fn attempt(attempt: u32) -> State {
        State { attempt, elapsed_ms: 0, random: None }
    }

    /// … of which the first began so long ago.
    ///
    /// ```
    /// use bc_status::{Exchange, Policy, State, decide};
    /// use std::time::Duration;
    ///
    /// let asked = Exchange::default().answer(429_u16, &[("retry-after", "5")]);
    /// let after = |seconds| State::default().elapsed(Duration::from_secs(seconds));
    /// assert!(decide(&asked, &after(5), &Policy::default()).retry);
    /// assert!(!decide(&asked, &after(6), &Policy::default()).retry);
    /// ```
    #[must_use]
    pub const fn elapsed(self, elapsed: Duration) -> State {
        State { elapsed_ms: whole_ms(elapsed), ..self }
    }

    /// … with a random number in [0, 1) for jitter.
    ///
    /// ```
    /// use bc_status::{Exchange, Policy, State, decide};
    ///
    /// let away = Exchange { status: Some(504), ..Exchange::default() };
    /// let state = State::default().random(0.25);
    /// assert_eq!(decide(&away, &state, &Policy::default()).delay_ms, 250);
    /// assert_eq!(decide(&away, &State::default(), &Policy::default()).delay_ms, 1_000);
    /// ```
    #[must_use]
    pub const fn random(self, random: f64) -> State {
        State { random: Some(random), ..self }
    }
}

closed_set! {
    /// Who waits for the answer.
    #[example]
    /// ```
    /// use bc_status::{Policy, Profile};
    ///
    /// // As an argument of a program has it.
    /// let profile: Profile = "background".parse()?;
    /// assert_eq!(Policy { profile, ..Policy::default() }, Policy::background());
    /// # Ok::<(), bc_status::set::UnknownName>(())
    /// ```
    pub enum Profile as RetryProfile default Interactive {
        /// A person: 3 attempts, 10 s in all.
        Interactive = "interactive",
        /// A job: 10 attempts (6 for a 500), no limit of time in all.
        Background = "background",
    }
}

impl Profile {
    /// The longest time from the first attempt to the last, in milliseconds; `u64::MAX` for no
    /// limit.
    ///
    /// ```
    /// use bc_status::Profile;
    ///
    /// assert_eq!(Profile::Interactive.max_elapsed_ms(), 10_000);
    /// assert_eq!(Profile::Background.max_elapsed_ms(), u64::MAX);
    /// ```
    pub const fn max_elapsed_ms(self) -> u64 {
        match self {
            Profile::Interactive => 10_000,
            Profile::Background => u64::MAX,
        }
    }

    /// The same as a duration; `None` for no limit.
    ///
    /// ```
    /// use bc_status::Profile;
    /// use std::time::Duration;
    ///
    /// assert_eq!(Profile::Interactive.max_elapsed(), Some(Duration::from_secs(10)));
    /// assert_eq!(Profile::Background.max_elapsed(), None);
    /// ```
    pub const fn max_elapsed(self) -> Option<Duration> {
        match self {
            Profile::Interactive => Some(Duration::from_millis(self.max_elapsed_ms())),
            Profile::Background => None,
        }
    }
}

/// How far the caller is willing to go. What is `None` comes from the profile.
///
/// ```
/// use bc_status::{Policy, Profile};
/// use std::time::Duration;
///
/// let nightly = Policy::background().max_attempts(20).max_delay(Duration::from_secs(300));
/// assert_eq!(nightly, Policy {
///     profile: Profile::Background,
///     max_attempts: Some(20),
///     max_delay_ms: Some(300_000),
///     ..Policy::default()
/// });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Policy {
    /// Sets what the other members leave open.
    pub profile: Profile,
    /// Attempts in all, the first included. A 500 gets 6 at most all the same.
    pub max_attempts: Option<u32>,
    /// The longest single wait, in milliseconds. Our own backoff is capped by it (by 60 s if it is
    /// `None`); a longer wait that the server asks for (more than a day if it is `None`)
    /// ends the attempts.
    pub max_delay_ms: Option<u64>,
    /// The longest time from the first attempt to the last, in milliseconds; `u64::MAX` for no
    /// limit.
    pub max_elapsed_ms: Option<u64>,
    /// Whether waits are spread at random. True by default.
    pub jitter: bool,
    /// The caller vouches that sending this request twice is harmless.
    pub repeatable: bool,
}

impl Default for Policy {
    fn default() -> Self {
        Policy::interactive()
    }
}

impl Policy {
    /// For a person who waits: 3 attempts, 10 s in all. The default.
    ///
    /// ```
    /// assert_eq!(bc_status::Policy::interactive(), bc_status::Policy::default());
    /// ```
    pub const fn interactive() -> Policy {
        Policy {
            profile: Profile::Interactive,
            max_attempts: None,
            max_delay_ms: None,
            max_elapsed_ms: None,
            jitter: true,
            repeatable: false,
        }
    }

    /// For a job: 10 attempts, no limit of time in all.
    ///
    /// ```
    /// use bc_status::{Policy, Profile};
    ///
    /// assert_eq!(Policy::background().profile, Profile::Background);
    /// ```
    pub const fn background() -> Policy {
        Policy { profile: Profile::Background, ..Policy::interactive() }
    }

    /// … with so many attempts in all: see [`max_attempts`](#structfield.max_attempts).
    ///
    /// ```
    /// use bc_status::{Exchange, Policy, State, decide};
    ///
    /// let once = Policy::default().max_attempts(1);
    /// let lost = Exchange { status: Some(502), ..Exchange::default() };
    /// assert!(!decide(&lost, &State::default(), &once).retry);
    /// ```
    #[must_use]
    pub const fn max_attempts(self, attempts: u32) -> Policy {
        Policy { max_attempts: Some(attempts), ..self }
    }

    /// … with no longer wait: see [`max_delay_ms`](#structfield.max_delay_ms).
    ///
    /// ```
    /// use bc_status::{Exchange, Policy, Rule, State, decide};
    /// use std::time::Duration;
    ///
    /// let hasty = Policy::background().max_delay(Duration::from_secs(2));
    /// let asked = Exchange::default().answer(503_u16, &[("retry-after", "3")]);
    /// assert_eq!(decide(&asked, &State::default(), &hasty).rule(), Rule::BudgetExhausted);
    /// ```
    #[must_use]
    pub const fn max_delay(self, delay: Duration) -> Policy {
        Policy { max_delay_ms: Some(whole_ms(delay)), ..self }
    }

    /// … in no longer time from the first attempt to the last; [`Duration::MAX`] for no limit.
    ///
    /// ```
    /// use bc_status::{Exchange, Policy, State, decide};
    /// use std::time::Duration;
    ///
    /// let patient = Policy::default().max_elapsed(Duration::from_secs(90));
    /// let failed = Exchange { status: Some(500), ..Exchange::default() };
    /// assert!(decide(&failed, &State::default(), &patient).retry);
    /// ```
    #[must_use]
    pub const fn max_elapsed(self, elapsed: Duration) -> Policy {
        Policy { max_elapsed_ms: Some(whole_ms(elapsed)), ..self }
    }

    /// … with waits as they are, and not spread at random.
    ///
    /// ```
    /// assert!(!bc_status::Policy::default().without_jitter().jitter);
    /// ```
    #[must_use]
    pub const fn without_jitter(self) -> Policy {
        Policy { jitter: false, ..self }
    }

    /// … for a request that may be sent twice: the caller vouches for it.
    ///
    /// ```
    /// use bc_status::{Exchange, Policy, State, decide};
    ///
    /// let lost = Exchange { method: "POST", status: Some(504), ..Exchange::default() };
    /// assert!(decide(&lost, &State::default(), &Policy::default().repeatable()).retry);
    /// ```
    #[must_use]
    pub const fn repeatable(self) -> Policy {
        Policy { repeatable: true, ..self }
    }
}
