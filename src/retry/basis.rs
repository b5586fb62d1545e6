//! What a decision rests on beyond status and headers: what the body says about trying again.
//! Without the feature `explain` bodies are not read, and nothing is told but by others.

use crate::exchange::Exchange;
use crate::outcome::Outcome;
use crate::retry::Reason;
use crate::set::closed_set;

/// What a decision rests on.
pub(crate) struct Basis {
    pub outcome: Outcome,
    pub hint: Hint,
}

closed_set! {
    /// What the body of an answer says about trying again.
    #[example]
    /// ```
    /// use bc_status::retry::{Hint, Told};
    ///
    /// // Written down by who reads bodies, and read by who decides.
    /// let hint = Hint { told: "busy".parse()?, ..Hint::default() };
    /// assert_eq!(hint.told, Told::Busy);
    /// # Ok::<(), bc_status::set::UnknownName>(())
    /// ```
    pub enum Told default Nothing in retry {
        /// Nothing of it.
        Nothing = "nothing",
        /// Abuse protection.
        Spam = "spam",
        /// A shopper has to sign in.
        SignIn = "sign-in",
        /// A job of the same kind is running.
        JobActive = "job-active",
        /// … and stands in the way of what was asked.
        JobRunning = "job-running",
        /// Too many at once, and no quota; or a service behind the API is in trouble.
        Busy = "busy",
        /// The store is switched off.
        Suspended = "suspended",
        /// The resource has changed since it was read.
        Stale = "stale",
        /// Some of a batch was done.
        Partial = "partial",
        /// A failure that was told under a success, or one that another try cannot mend.
        Failure = "failure",
        /// A network before the store asks for a wait; the store never had the request.
        Network = "network",
    }
}

impl Told {
    /// Why there is no point in trying again, if there is none.
    pub(crate) const fn stop(self) -> Option<Reason> {
        match self {
            Told::Nothing | Told::Busy | Told::Network => None,
            Told::Spam => Some(Reason::SpamProtection),
            Told::SignIn => Some(Reason::SignIn),
            Told::JobActive => Some(Reason::JobActive),
            Told::JobRunning => Some(Reason::JobRunning),
            Told::Suspended => Some(Reason::SwitchedOff),
            Told::Stale => Some(Reason::Stale),
            Told::Partial => Some(Reason::PartlyDone),
            Told::Failure => Some(Reason::ChangeFirst),
        }
    }
}

/// What the body of a failure says about trying again, and no more: for whoever reads bodies in one
/// place and decides in another; see [`decide_with`](super::decide_with).
///
/// ```
/// use bc_status::retry::{Hint, Told, decide_with};
/// use bc_status::{Exchange, Policy, Rule, State};
///
/// let busy = Exchange { status: Some(503), ..Exchange::default() };
/// let hint = Hint { told: Told::Suspended, ..Hint::default() };
/// let decision = decide_with(&busy, Some(hint), &State::default(), &Policy::default());
/// assert_eq!(decision.rule(), Rule::Suspended);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct Hint {
    /// What it says.
    pub told: Told,
    /// The wait that it asks for, in milliseconds; 0 where it asks for none.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::number"))]
    pub wait_ms: u64,
}

impl Basis {
    /// With what a body was found to say.
    pub fn with(exchange: &Exchange, hint: Hint) -> Basis {
        let outcome = match hint.told {
            Told::Partial => Outcome::Partial,
            _ => crate::classify::outcome(exchange),
        };
        Basis { outcome, hint }
    }

    #[cfg(not(feature = "explain"))]
    pub fn read(exchange: &Exchange) -> Basis {
        Basis::with(exchange, Hint::default())
    }

    #[cfg(feature = "explain")]
    pub fn read(exchange: &Exchange) -> Basis {
        if let Some(basis) = Basis::without_reading(exchange) {
            return basis;
        }
        // In no language: here it matters only whether something is said.
        let mut reading = crate::body::read(exchange, crate::words::Words::NONE, false);
        let outcome = reading.outcome.unwrap_or_else(|| crate::classify::outcome(exchange));
        Basis::of(exchange, outcome, reading.error().is_some())
    }

    /// Of a body that was read already, and `says` that something went wrong.
    #[cfg(feature = "explain")]
    pub fn of(exchange: &Exchange, outcome: Outcome, says: bool) -> Basis {
        if let Some(basis) = Basis::without_reading(exchange) {
            return basis;
        }
        let told = if says { Told::Failure } else { Told::Nothing };
        Basis { outcome, hint: Hint { told, wait_ms: 0 } }
    }

    /// What the request itself settles, or else the hint of a failure: whatever more its body says.
    #[cfg(feature = "explain")]
    #[inline(never)]
    fn without_reading(exchange: &Exchange) -> Option<Basis> {
        if is_of_request(exchange) {
            let outcome = crate::classify::outcome(exchange);
            return Some(Basis { outcome, hint: Hint { told: Told::Failure, wait_ms: 0 } });
        }
        is_failure(exchange).then(|| Basis::with(exchange, Hint::of(exchange)))
    }
}

/// Whether a failure is to be expected of the request as it is: it is BigCommerce's own, which sends
/// what failed again itself, or its URL has to be mended.
#[cfg(feature = "explain")]
fn is_of_request(exchange: &Exchange) -> bool {
    let is_called = |callback: crate::callback::Callback| callback.has_failed(exchange);
    let failed = match crate::classify::outcome(exchange) {
        Outcome::NoResponse => exchange.status.is_none() && exchange.failure.is_some(),
        outcome => matches!(outcome, Outcome::Unavailable | Outcome::Failed),
    };
    failed && crate::route::is_to_be_mended(exchange.url)
        || crate::callback::Callback::read(exchange).is_some_and(is_called)
}

#[cfg(feature = "explain")]
fn is_failure(exchange: &Exchange) -> bool {
    exchange.status.is_some_and(|status| status >= 400)
}

#[cfg(feature = "explain")]
impl Hint {
    /// Reads the body of a failure; of any other nothing is told here.
    ///
    /// ```
    /// use bc_status::Exchange;
    /// use bc_status::retry::{Hint, Told};
    ///
    /// let body = r#"{"title":"This store already has an active import or export job running"}"#;
    /// let hint = Hint::of(&Exchange::default().answer(429_u16, &[]).body(body));
    /// assert_eq!(hint.told, Told::JobActive);
    /// ```
    pub fn of(exchange: &Exchange) -> Hint {
        use crate::said::phrases;

        if !is_failure(exchange) {
            return Hint::default();
        }
        let outcome = crate::classify::outcome(exchange);
        let rows: &[(&str, Told)] = match outcome {
            _ if exchange.body.is_none() => &[],
            Outcome::Throttled => &[
                (phrases::JOB_ACTIVE, Told::JobActive),
                (phrases::CONCURRENCY, Told::Busy),
                (phrases::SPAM, Told::Spam),
                (phrases::SIGN_IN, Told::SignIn),
            ],
            Outcome::Unavailable => {
                &[(phrases::SUSPENDED, Told::Suspended), (phrases::DEGRADED, Told::Busy)]
            }
            Outcome::Conflict if exchange.status == Some(409) && is_versioned(exchange.url) => {
                &[(phrases::JOB_ACTIVE, Told::JobRunning), (phrases::VERSION, Told::Stale)]
            }
            Outcome::Conflict => &[(phrases::JOB_ACTIVE, Told::JobRunning)],
            _ => &[],
        };
        let heard = crate::body::heard::Heard::of(exchange, !rows.is_empty());
        if let Some(edge) = heard.edge {
            // A rule's own wait, in a header, goes before that of the documentation.
            let has_own =
                exchange.header_values(crate::headers::name::RETRY_AFTER).next().is_some();
            let documented_ms = if has_own { 0 } else { edge.wait_ms };
            return Hint { told: edge.told(), wait_ms: heard.wait_ms.unwrap_or(documented_ms) };
        }
        let said = rows.iter().find(|(phrases, _)| heard.said.say(phrases));
        let told = match said {
            _ if heard.is_partial => Told::Partial,
            Some((_, told)) => *told,
            None if outcome == Outcome::Unavailable && heard.wait_ms.is_some() => Told::Busy,
            None => Told::Nothing,
        };
        Hint { told, wait_ms: heard.wait_ms.unwrap_or(0) }
    }
}

/// Whether the resource carries a version that a change has to name: carts and checkouts.
#[cfg(feature = "explain")]
pub(crate) fn is_versioned(url: &str) -> bool {
    crate::text::has(crate::route::Url::read(url).path, "/carts|/checkouts")
}
