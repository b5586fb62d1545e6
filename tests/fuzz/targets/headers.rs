//! Arbitrary response headers, a line each, under any policy.
#![no_main]

use bc_status::{Exchange, Outcome, Policy, Profile, RateLimit, State, classify, decide};
use bc_status_fuzz::{examine, headers, place, split, status};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some(([code, to, how, attempt, elapsed, random], text)) = split(data) else { return };
    let (method, url) = place(to);
    let received = headers(&text);
    let exchange = Exchange {
        method,
        url,
        status: Some(status(code)),
        headers: &received,
        ..Exchange::default()
    };
    let limit = |bit: u8| (how & bit != 0).then(|| 1 << (elapsed % 64));
    let policy = Policy {
        profile: if how & 1 == 0 { Profile::Interactive } else { Profile::Background },
        max_attempts: (how & 2 != 0).then_some(attempt.into()),
        max_delay_ms: limit(4),
        max_elapsed_ms: limit(8),
        jitter: how & 16 == 0,
        repeatable: how & 32 != 0,
    };
    let state = State {
        attempt: if attempt == 255 { u32::MAX } else { attempt.into() },
        elapsed_ms: if elapsed == 255 { u64::MAX } else { u64::from(elapsed) * 997 },
        random: match random {
            0 => None,
            1 => Some(f64::NAN),
            2 => Some(f64::INFINITY),
            3 => Some(-1.0),
            byte => Some(f64::from(byte) / 256.0),
        },
    };
    let found = classify(&exchange);
    let decision = decide(&exchange, &state, &policy);
    // A wait that the server asked for is never shortened.
    if decision.retry && found.outcome == Outcome::Throttled {
        let RateLimit { reset_ms, retry_after_ms, .. } = found.rate_limit.unwrap_or_default();
        assert!(Some(decision.delay_ms) >= reset_ms.max(retry_after_ms), "a wait was shortened");
    }
    if decision.retry {
        assert!(policy.max_delay_ms.is_none_or(|most| decision.delay_ms <= most));
        assert!(decision.attempts_left > 0);
    }
    examine(&exchange);
});
