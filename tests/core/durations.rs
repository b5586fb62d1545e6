//! Durations are milliseconds in members, and `Duration` in methods: the same everywhere.

use bc_status::{
    Circuit, Exchange, Pace, Policy, Profile, RateLimit, Rule, State, decide, rate_limit,
};
use std::time::Duration;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

#[test]
fn a_policy_is_built_as_it_is_written() {
    assert_eq!(Policy::interactive(), Policy::default());
    let built = Policy::background()
        .max_attempts(4)
        .max_delay(ms(1_500))
        .max_elapsed(Duration::MAX)
        .without_jitter()
        .repeatable();
    let written = Policy {
        profile: Profile::Background,
        max_attempts: Some(4),
        max_delay_ms: Some(1_500),
        max_elapsed_ms: Some(u64::MAX),
        jitter: false,
        repeatable: true,
    };
    assert_eq!(built, written);
    assert_eq!(Profile::Interactive.max_elapsed(), Some(ms(10_000)));
    assert_eq!(Profile::Background.max_elapsed(), None);
}

#[test]
fn a_state_is_built_as_it_is_written() {
    assert_eq!(State::attempt(1), State::default());
    let written = State { attempt: 3, elapsed_ms: 2_001, random: Some(0.25) };
    // Rounded up: less time is left, and not more.
    assert_eq!(State::attempt(3).elapsed(Duration::from_micros(2_000_001)).random(0.25), written);
}

#[test]
fn limits_in_durations_hold_as_those_in_milliseconds() {
    let headers = [("retry-after", "5")];
    let exchange = Exchange { status: Some(429), headers: &headers, ..Exchange::default() };
    let decide = |policy: Policy| decide(&exchange, &State::default(), &policy);
    let waits = decide(Policy::interactive().max_delay(ms(5_000)));
    assert!(waits.retry && waits.delay() == ms(5_000) && waits.delay_ms == 5_000);
    let ends = decide(Policy::interactive().max_delay(ms(4_999)));
    assert!(!ends.retry && ends.rule() == Rule::BudgetExhausted && ends.delay() == ms(5_000));
    assert!(!decide(Policy::background().max_elapsed(ms(4_000))).retry);
}

#[test]
fn what_headers_say_of_time_is_a_duration() {
    let headers = [
        ("x-rate-limit-time-window-ms", "30000"),
        ("x-rate-limit-time-reset-ms", "4200"),
        ("retry-after", "5"),
    ];
    let limit = rate_limit::RateLimit::read(&Exchange { headers: &headers, ..Exchange::default() });
    let limit = limit.unwrap();
    let all = (limit.window(), limit.reset(), limit.retry_after());
    assert_eq!(all, (Some(ms(30_000)), Some(ms(4_200)), Some(ms(5_000))));
    assert_eq!(RateLimit::default().reset(), None);
}

/// Seven requests of a quota of three, by a clock of durations and by one of milliseconds.
#[test]
fn a_pace_goes_by_either_clock() {
    let limit = |left, reset_ms| RateLimit {
        quota: Some(3),
        left: Some(left),
        reset_ms: Some(reset_ms),
        window_ms: Some(1_000),
        ..RateLimit::default()
    };
    let (mut one, mut other) = (Pace::new(ms(0), 0.3, true), Pace::new(0.0, 0.3, true));
    let mut now = ms(0);
    for request in 0..7 {
        let mut asked = 0;
        let now_ms = |now: Duration| now.as_secs_f64() * 1000.0;
        while !one.admit(now) {
            assert!(!other.admit(now_ms(now)));
            let wait = one.wait(now, 0).unwrap();
            // Whoever waits as long as it says is let out, or told how much longer.
            assert!(!wait.is_zero() && asked < 3, "{request}: {wait:?}");
            now += wait;
            asked += 1;
        }
        assert!(other.admit(now_ms(now)));
        assert_eq!(one.wait(now, 7), one.wait(now, 7));
        let (left, reset_ms) = (2 - request % 3, 1_000 - now.as_millis() as u64 % 1_000);
        one.answer(now, now, 200, &limit(left, reset_ms));
        other.answer(now_ms(now), now_ms(now), 200, &limit(left, reset_ms));
        assert_eq!(one.state(now), other.state(now_ms(now)));
    }
    assert!(now >= ms(2_000), "{now:?}");
    let state = one.state(now);
    assert_eq!((state.window(), state.held()), (Some(ms(1_000)), Duration::ZERO));
    assert!(state.reset().unwrap() <= ms(1_000));
    assert_eq!((state.circuit, state.circuit_for()), (Circuit::Closed, now));
}

#[test]
fn a_wait_that_only_an_answer_ends_is_none() {
    let mut pace = Pace::default();
    while pace.admit(ms(0)) {}
    assert_eq!(pace.wait(ms(0), 0), None);
    assert_eq!(pace.wait_leased(ms(0)), None);
    pace.answer(ms(9), ms(0), 200, &RateLimit::default());
    assert_eq!(pace.wait(ms(9), 0), Some(Duration::ZERO));
}
