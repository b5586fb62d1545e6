//! What a decision rests on beyond status and headers: what the body says about trying again.
//! Without the feature `explain` bodies are not read, and nothing is told.

use crate::exchange::Exchange;
use crate::outcome::Outcome;
#[cfg(feature = "explain")]
use crate::words::Words;

/// What a decision rests on.
pub(crate) struct Basis {
    pub outcome: Outcome,
    pub told: Told,
    /// The wait that the body asks for.
    pub wait_ms: u64,
}

/// What a body says about trying again.
#[derive(Clone, Copy, PartialEq)]
#[cfg_attr(not(feature = "explain"), allow(dead_code, reason = "said by bodies only"))]
pub(crate) enum Told {
    None,
    /// Abuse protection.
    Spam,
    /// A shopper has to sign in.
    SignIn,
    /// A job of the same kind is running.
    JobActive,
    /// Too many at once, and no quota.
    Concurrency,
    /// A service is in trouble.
    Degraded,
    /// The store is switched off.
    Suspended,
    /// The resource has changed since it was read.
    Stale,
    /// A failure that was told under a success.
    Failure,
}

#[cfg(not(feature = "explain"))]
impl Basis {
    pub fn read(exchange: &Exchange) -> Basis {
        Basis { outcome: crate::classify::outcome(exchange), told: Told::None, wait_ms: 0 }
    }
}

#[cfg(feature = "explain")]
impl Basis {
    pub fn read(exchange: &Exchange) -> Basis {
        // In no language: what is said by ourselves is no hint.
        let words = Words::NONE;
        let mut reading = crate::body::read(exchange, words);
        let outcome = reading.outcome.unwrap_or_else(|| crate::classify::outcome(exchange));
        Basis::of(exchange, outcome, reading.error().as_ref(), words)
    }

    /// The basis of a body that was read already.
    pub fn of(
        exchange: &Exchange,
        outcome: Outcome,
        error: Option<&crate::body::ApiError>,
        words: &Words,
    ) -> Basis {
        let told = error.map_or(Told::None, |error| told(exchange, outcome, error, words));
        let wait_ms = error.and_then(|error| error.retry_after_ms).unwrap_or(0);
        Basis { outcome, told, wait_ms }
    }
}

#[cfg(feature = "explain")]
fn told(
    exchange: &Exchange,
    outcome: Outcome,
    error: &crate::body::ApiError,
    words: &Words,
) -> Told {
    use crate::said::{Said, phrases};

    let said = || Said::of(error, words);
    let first = |rows: &[(&str, Told)]| {
        let said = said();
        rows.iter().find(|(phrases, _)| said.say(phrases)).map_or(Told::None, |(_, told)| *told)
    };
    match (outcome, exchange.status) {
        (_, Some(status)) if status < 400 => Told::Failure,
        (Outcome::Throttled, _) => first(&[
            (phrases::JOB_ACTIVE, Told::JobActive),
            (phrases::CONCURRENCY, Told::Concurrency),
            (phrases::SPAM, Told::Spam),
            (phrases::SIGN_IN, Told::SignIn),
        ]),
        (Outcome::Unavailable, _) => match first(&[
            (phrases::SUSPENDED, Told::Suspended),
            (phrases::DEGRADED, Told::Degraded),
        ]) {
            Told::None if error.retry_after_ms.is_some() => Told::Degraded,
            told => told,
        },
        (Outcome::Conflict, Some(409))
            if is_versioned(exchange.url) && said().say(phrases::VERSION) =>
        {
            Told::Stale
        }
        _ => Told::None,
    }
}

/// Whether the resource carries a version that a change has to name: carts and checkouts.
#[cfg(feature = "explain")]
pub(crate) fn is_versioned(url: &str) -> bool {
    crate::text::has(crate::route::Url::read(url).path, "/carts|/checkouts")
}
