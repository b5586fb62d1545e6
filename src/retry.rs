//! Policy and decision: try again, and when?
//!
//! [`decide`] is a pure function of the exchange, the attempts made so far and
//! a policy. Time and randomness are arguments.
//!
//! | answer                                  | repeated                                 | wait                                                     |
//! | --------------------------------------- | ---------------------------------------- | -------------------------------------------------------- |
//! | 429, 509                                | any method: we assume it did not run     | what the server named, else up to 1 s, 2 s, 4 s … 60 s   |
//! | 408, 502, 503, 504, 520–524, 527, 530   | if repeatable                            | up to 1 s, 2 s, 4 s … 60 s, or longer if the server asks |
//! | 500 and other failures                  | if repeatable, five times at most        | 1 min, 2 min, 4 min …                                    |
//! | 501, 505, 507, 525, 526                 | never                                    |                                                          |
//! | no answer                               | if repeatable, unless the caller gave up | up to 1 s, 2 s, 4 s … 60 s                               |
//! | anything else                           | never: it succeeded, or has to change    |                                                          |
//!
//! "Up to" is full jitter. A wait that the server named, and the one after a 500,
//! gets a tenth or a second more at most, and is never shortened. One of more than a day
//! is given back to the caller, unless [`Policy::max_delay_ms`] allows it.
//!
//! GET, HEAD, OPTIONS, PUT, DELETE and a GraphQL request that holds only queries are
//! repeatable; for the others the caller can vouch with [`Policy::repeatable`].
//!
//! # Why 500 waits a minute
//!
//! BigCommerce's status page asks for three to five new attempts, at least a
//! minute apart and growing. Its migration guide treats 500 like 502 to 504, with
//! short waits and up to ten attempts. The two cannot both be followed; the
//! stricter one keeps both promises, so it holds.
//!
//! ```
//! use bc_status::{Exchange, Policy, Rule, State, decide};
//!
//! let throttled = Exchange::request("POST", "/v3/catalog/products")
//!     .answer(429_u16, &[("x-rate-limit-time-reset-ms", "4200")]);
//! let decision = decide(&throttled, &State::default(), &Policy::default());
//! assert!(decision.retry && !decision.may_have_run);
//! assert_eq!((decision.delay_ms, decision.rule()), (4_200, Rule::RateLimitReset));
//! ```

pub(crate) mod basis;
mod policy;
mod reason;

use crate::exchange::{Exchange, Failure};
#[cfg(feature = "explain")]
pub use crate::graphql::only_reads;
use crate::outcome::Outcome;
use crate::rate_limit::RateLimit;
use crate::route;
use crate::status;
use basis::Basis;
pub use basis::{Hint, Told};
pub use policy::{Policy, Profile, State};
pub use reason::{Reason, Rule};
use std::time::Duration;

/// The first of a series of our own waits.
const FIRST_BACKOFF_MS: u64 = 1_000;
/// The longest of our own waits, unless the policy says otherwise.
const LONGEST_BACKOFF_MS: u64 = 60_000;
/// The first wait after a 500.
const FIRST_SERVER_ERROR_MS: u64 = 60_000;
/// "Three to five times": no policy repeats a 500 more often.
const SERVER_ERROR_ATTEMPTS: u32 = 6;
/// Nobody sleeps longer at a time, unless the policy names a longer wait itself: a process
/// rarely lasts for it, and the caller can schedule the request instead.
///
/// ```
/// use bc_status::{Exchange, LONGEST_DELAY_MS, Policy, State, decide};
///
/// let longer = (LONGEST_DELAY_MS / 1000 + 1).to_string();
/// let headers = [("retry-after", longer.as_str())];
/// let asked = Exchange::default().answer(503_u16, &headers);
/// let decision = decide(&asked, &State::default(), &Policy::background());
/// assert!(!decision.retry && decision.delay_ms > LONGEST_DELAY_MS);
/// ```
pub const LONGEST_DELAY_MS: u64 = 24 * 60 * 60 * 1000;
/// Jitter on a wait the server named: at most this part of it…
///
/// ```
/// use bc_status::{Exchange, Policy, State, decide, retry::EXTRA_PART};
///
/// let asked = Exchange::default().answer(429_u16, &[("retry-after", "5")]);
/// let decision = decide(&asked, &State::default().random(1.0), &Policy::default());
/// assert_eq!(decision.delay_ms, 5_000 + 5_000 / EXTRA_PART);
/// ```
pub const EXTRA_PART: u64 = 10;
/// … and at most this, in milliseconds.
///
/// ```
/// use bc_status::{Exchange, Policy, State, decide, retry::LONGEST_EXTRA_MS};
///
/// let asked = Exchange::default().answer(429_u16, &[("retry-after", "3600")]);
/// let decision = decide(&asked, &State::default().random(1.0), &Policy::background());
/// assert_eq!(decision.delay_ms, 3_600_000 + LONGEST_EXTRA_MS);
/// ```
pub const LONGEST_EXTRA_MS: u64 = 1_000;

/// Whether to try again, when, and why.
///
/// ```
/// use bc_status::{Exchange, Policy, Rule, State, decide};
///
/// let lost = Exchange { method: "POST", status: Some(504), ..Exchange::default() };
/// let decision = decide(&lost, &State::default(), &Policy::default());
/// assert!(!decision.retry && decision.may_have_run);
/// assert_eq!(decision.rule(), Rule::NotRepeatable);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct Decision {
    /// Whether to send the request again.
    pub retry: bool,
    /// How long to wait first, in milliseconds. Where a wait did not fit into the policy, the wait
    /// that would have been right, so that the caller can schedule it.
    pub delay_ms: u64,
    /// Why; see [`Decision::rule`] and [`Reason::text`].
    pub reason: Reason,
    /// Whether the request may have had its effect.
    pub may_have_run: bool,
    /// Attempts the policy still allows; 0 where another makes no sense.
    pub attempts_left: u32,
}

#[cfg(feature = "serde")]
impl serde::Serialize for Decision {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut decision = to.serialize_struct("Decision", 6)?;
        decision.serialize_field("retry", &self.retry)?;
        decision.serialize_field("delayMs", &crate::written::Number(self.delay_ms))?;
        decision.serialize_field("rule", &self.rule())?;
        decision.serialize_field("reason", &self.reason)?;
        decision.serialize_field("mayHaveRun", &self.may_have_run)?;
        decision.serialize_field("attemptsLeft", &self.attempts_left)?;
        decision.end()
    }
}

impl Decision {
    /// The rule that decided.
    ///
    /// ```
    /// use bc_status::{Exchange, Policy, Rule, State, decide};
    ///
    /// let locked = Exchange { method: "PUT", status: Some(423), ..Exchange::default() };
    /// let decision = decide(&locked, &State::default(), &Policy::default());
    /// assert_eq!((decision.retry, decision.rule()), (false, Rule::NotRetryable));
    /// ```
    pub const fn rule(&self) -> Rule {
        self.reason.rule()
    }

    /// [`delay_ms`](#structfield.delay_ms) as a duration.
    ///
    /// ```
    /// use bc_status::{Exchange, Policy, State, decide};
    /// use std::time::Duration;
    ///
    /// let failed = Exchange { status: Some(500), ..Exchange::default() };
    /// let decision = decide(&failed, &State::default(), &Policy::background());
    /// assert_eq!(decision.delay(), Duration::from_secs(60));
    /// ```
    pub const fn delay(&self) -> Duration {
        Duration::from_millis(self.delay_ms)
    }
}

/// Decides whether and when to send a request again.
///
/// A wait that the server asked for is never shortened: neither by jitter nor by
/// a cap of the policy. Where it does not fit, the decision is not to retry, with
/// [`Rule::BudgetExhausted`] and the right wait in `delay_ms`.
///
/// ```
/// use bc_status::{Exchange, Policy, Rule, State, decide};
/// use std::time::Duration;
///
/// let failed = Exchange { status: Some(500), ..Exchange::default() };
///
/// // A person will not wait a minute …
/// let decision = decide(&failed, &State::default(), &Policy::default());
/// assert!(!decision.retry);
/// assert_eq!(decision.rule(), Rule::BudgetExhausted);
/// assert_eq!(decision.delay(), Duration::from_secs(60));
///
/// // … a nightly job will.
/// assert!(decide(&failed, &State::default(), &Policy::background()).retry);
/// ```
pub fn decide(exchange: &Exchange, state: &State, policy: &Policy) -> Decision {
    #[cfg(feature = "explain")]
    let exchange = &exchange.answered();
    decide_with(exchange, None, state, policy)
}

/// The same with what the body of a failure is known to say, which is then not read.
///
/// ```
/// use bc_status::retry::{Hint, Told, decide_with};
/// use bc_status::{Exchange, Policy, State};
///
/// // The body asks for a wait, and its head for none.
/// let away = Exchange { status: Some(503), ..Exchange::default() };
/// let hint = Hint { told: Told::Busy, wait_ms: 8_000 };
/// let decision = decide_with(&away, Some(hint), &State::default(), &Policy::default());
/// assert_eq!(decision.delay_ms, 8_000);
/// ```
pub fn decide_with(
    exchange: &Exchange,
    hint: Option<Hint>,
    state: &State,
    policy: &Policy,
) -> Decision {
    let basis = match hint {
        Some(hint) => Basis::with(exchange, hint),
        None => Basis::read(exchange),
    };
    decide_by(&basis, exchange, state, policy)
}

/// The same for an exchange whose body was read already.
pub(crate) fn decide_by(
    basis: &Basis,
    exchange: &Exchange,
    state: &State,
    policy: &Policy,
) -> Decision {
    let is_kept = basis.hint.told == Told::Network;
    let is_kept = is_kept || exchange.unsent && exchange.status.is_none();
    let may_have_run = !is_kept && may_have_run(basis.outcome, exchange);
    let stop =
        |reason| Decision { retry: false, delay_ms: 0, reason, may_have_run, attempts_left: 0 };

    let wait = match verdict(basis, exchange, state, policy) {
        Verdict::Stop(reason) => return stop(reason),
        Verdict::Wait(wait) => wait,
    };
    if may_have_run && !is_repeatable(exchange) && !policy.repeatable {
        let is_known = !exchange.method.is_empty();
        return stop(if is_known { Reason::MayHaveRun } else { Reason::MethodUnknown });
    }

    let attempts_left = wait.max_attempts.saturating_sub(state.attempt);
    let (delay_ms, fits) = wait.jittered(state, policy);
    let (retry, reason) = match (attempts_left, fits) {
        (0, _) => (false, Reason::AttemptsUsed),
        (_, false) => (false, Reason::DoesNotFit),
        _ => (true, wait.reason),
    };
    Decision { retry, delay_ms, reason, may_have_run, attempts_left }
}

/// Whether a wait before an attempt is within the policy, as one that the server asks for after
/// the first.
pub(crate) fn has_room_for(wait_ms: u64, elapsed_ms: u64, policy: &Policy) -> bool {
    let state = State { elapsed_ms, ..State::default() };
    let max_attempts = max_attempts(policy);
    let wait = Wait { reason: Reason::AskedToWait, asked_ms: wait_ms, backoff_ms: 0, max_attempts };
    max_attempts > state.attempt && wait.jittered(&state, policy).1
}

/// Whether a request may be sent again although it may have run.
pub(crate) fn is_repeatable(exchange: &Exchange) -> bool {
    #[cfg(feature = "explain")]
    let reads = || only_reads(exchange);
    #[cfg(not(feature = "explain"))]
    let reads = || false;
    exchange.method_is_repeatable() || reads()
}

enum Verdict {
    Stop(Reason),
    Wait(Wait),
}

/// What a status, or the lack of one, asks for before the limits of a policy.
fn verdict(basis: &Basis, exchange: &Exchange, state: &State, policy: &Policy) -> Verdict {
    use Verdict::{Stop, Wait};

    let closed = exchange.in_browser && route::is_closed_to_pages(exchange.url);
    match basis.outcome {
        Outcome::Ok | Outcome::Empty | Outcome::Accepted => Stop(Reason::Answered),
        Outcome::Partial => Stop(Reason::PartlyDone),
        Outcome::NotModified => Stop(Reason::Unchanged),
        #[cfg(feature = "explain")]
        Outcome::NoResponse if exchange.permanent && !closed => Stop(Reason::Permanent),
        Outcome::NoResponse if exchange.failure == Some(Failure::Aborted) => Stop(Reason::GaveUp),
        _ if closed => Stop(Reason::ClosedToPages),
        Outcome::Redirect => Stop(Reason::Redirected),
        outcome => match (basis.hint.told.stop(), outcome) {
            (Some(reason), _) => Stop(reason),
            (_, Outcome::Unavailable | Outcome::Failed) if is_permanent(exchange) => {
                Stop(Reason::Permanent)
            }
            (_, outcome) if outcome == Outcome::Unavailable || basis.hint.told == Told::Network => {
                Wait(unavailable(basis, exchange, state, policy))
            }
            (_, Outcome::Throttled) => throttled(basis, exchange, state, policy),
            (_, Outcome::Failed) => Wait(server_error(basis, exchange, state, policy)),
            (_, Outcome::NoResponse) => match exchange.status {
                None => Wait(self::Wait::backoff(Reason::NoAnswer, state, policy)),
                Some(499) => Stop(Reason::ClientLeft),
                Some(_) => Stop(Reason::NoFinalAnswer),
            },
            (_, Outcome::Conflict) if exchange.status == Some(423) => Stop(Reason::Locked),
            _ => Stop(Reason::ChangeFirst),
        },
    }
}

/// What of the management API is guarded against whoever tries passwords, as all of a storefront is.
pub(crate) const GUARDED: &str = "-credentials";

fn throttled(basis: &Basis, exchange: &Exchange, state: &State, policy: &Policy) -> Verdict {
    let is_guarded = route::is_storefront(exchange.url) || exchange.url.ends_with(GUARDED);
    let names_none = exchange.headers_known && !RateLimit::is_mentioned(exchange);
    if is_guarded && names_none && exchange.method_writes() {
        return Verdict::Stop(Reason::SpamProtection);
    }
    let RateLimit { reset_ms, retry_after_ms, .. } = RateLimit::read(exchange).unwrap_or_default();
    let retry_after_ms = retry_after_ms.max(Some(basis.hint.wait_ms).filter(|wait| *wait > 0));
    if basis.hint.told == Told::Busy {
        let asked_ms = reset_ms.max(retry_after_ms).unwrap_or(0);
        return Verdict::Wait(Wait { asked_ms, ..Wait::backoff(Reason::AtOnce, state, policy) });
    }
    Verdict::Wait(match reset_ms.max(retry_after_ms) {
        // A second 429 shows that "no wait" was wrong.
        Some(0) if state.attempt > 1 => Wait::backoff(Reason::UnderLoad, state, policy),
        Some(asked_ms) => {
            let by_reset = reset_ms == Some(asked_ms);
            let reason = if by_reset { Reason::QuotaReset } else { Reason::AskedToWait };
            Wait { reason, asked_ms, backoff_ms: 0, max_attempts: max_attempts(policy) }
        }
        None => Wait::backoff(Reason::UnderLoad, state, policy),
    })
}

fn unavailable(basis: &Basis, exchange: &Exchange, state: &State, policy: &Policy) -> Wait {
    let wait = Wait::backoff(Reason::Away, state, policy);
    let asked_ms = asked_ms(exchange).max(basis.hint.wait_ms);
    let reason = match basis.hint.told {
        Told::Busy => Reason::Degraded,
        Told::Network => Reason::EdgeWait,
        _ if asked_ms > 0 && asked_ms >= wait.backoff_ms => Reason::AskedToWait,
        _ => wait.reason,
    };
    Wait { reason, asked_ms, ..wait }
}

fn server_error(basis: &Basis, exchange: &Exchange, state: &State, policy: &Policy) -> Wait {
    let own_ms = doubled(FIRST_SERVER_ERROR_MS, state.attempt);
    let asked_ms = asked_ms(exchange).max(basis.hint.wait_ms);
    Wait {
        reason: if asked_ms >= own_ms { Reason::AskedToWait } else { Reason::InternalError },
        asked_ms: asked_ms.max(own_ms),
        backoff_ms: 0,
        max_attempts: max_attempts(policy).min(SERVER_ERROR_ATTEMPTS),
    }
}

/// What the server asked for outside of quotas: a 503 with quota headers says
/// how the quota stands, and not when the store comes back.
fn asked_ms(exchange: &Exchange) -> u64 {
    RateLimit::read(exchange).and_then(|limit| limit.retry_after_ms).unwrap_or(0)
}

/// A wait before jitter and limits.
struct Wait {
    reason: Reason,
    /// Asked for by the server or its documentation: never shortened.
    asked_ms: u64,
    /// Our own, spread by full jitter.
    backoff_ms: u64,
    max_attempts: u32,
}

impl Wait {
    fn backoff(reason: Reason, state: &State, policy: &Policy) -> Wait {
        let cap = policy.max_delay_ms.unwrap_or(LONGEST_BACKOFF_MS);
        Wait {
            reason,
            asked_ms: 0,
            backoff_ms: doubled(FIRST_BACKOFF_MS, state.attempt).min(cap),
            max_attempts: max_attempts(policy),
        }
    }

    /// The wait with jitter, and whether it fits into the policy. Jitter alone
    /// never makes a wait too long.
    fn jittered(&self, state: &State, policy: &Policy) -> (u64, bool) {
        let random = state.random.filter(|_| policy.jitter).map(|random| random.clamp(0.0, 1.0));
        let backoff_ms = scaled(self.backoff_ms, random.unwrap_or(1.0));
        let extra_ms =
            scaled((self.asked_ms / EXTRA_PART).min(LONGEST_EXTRA_MS), random.unwrap_or(0.0));

        let least_ms = self.asked_ms.max(backoff_ms);
        let room_ms = max_elapsed_ms(policy).checked_sub(state.elapsed_ms);
        let most_ms = policy.max_delay_ms.unwrap_or(LONGEST_DELAY_MS);
        let longest_ms = room_ms.map(|room| room.min(most_ms));
        let delay_ms = self.asked_ms.saturating_add(extra_ms).max(backoff_ms);
        match longest_ms {
            Some(longest) if least_ms <= longest => (delay_ms.min(longest), true),
            _ => (delay_ms, false),
        }
    }
}

fn max_attempts(policy: &Policy) -> u32 {
    policy.max_attempts.unwrap_or(match policy.profile {
        Profile::Interactive => 3,
        Profile::Background => 10,
    })
}

pub(crate) fn max_elapsed_ms(policy: &Policy) -> u64 {
    policy.max_elapsed_ms.unwrap_or(policy.profile.max_elapsed_ms())
}

/// `first` after one attempt, twice that after two, and so on.
fn doubled(first: u64, attempt: u32) -> u64 {
    let times = attempt.saturating_sub(1).min(16);
    first << times
}

fn scaled(ms: u64, random: f64) -> u64 {
    (ms as f64 * random) as u64
}

/// Whether the request may have had its effect.
///
/// That refused and throttled requests were not run is an inference from what is
/// known of BigCommerce's gateway, and documented nowhere.
fn may_have_run(outcome: Outcome, exchange: &Exchange) -> bool {
    match outcome {
        Outcome::Ok | Outcome::Empty | Outcome::Accepted | Outcome::Partial => true,
        Outcome::NoResponse => true,
        Outcome::Unavailable | Outcome::Failed => !is_permanent(exchange),
        // What was made is where it leads to.
        Outcome::Redirect => exchange.status == Some(303),
        Outcome::NotModified | Outcome::Throttled => false,
        Outcome::Rejected | Outcome::Denied | Outcome::Missing | Outcome::Conflict => false,
    }
}

fn is_permanent(exchange: &Exchange) -> bool {
    exchange.status.is_some_and(status::is_permanent)
}
