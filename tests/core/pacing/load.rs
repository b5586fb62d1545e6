//! A 429 that names no wait: the platform's load.

use super::{NOTHING, exchange, flood, limit, round, told, warm};
use bc_status::Pace;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Meets one such 429, and says for how long it holds.
fn shed(pace: &mut Pace, now_ms: f64) -> f64 {
    exchange(pace, now_ms, 429, &NOTHING);
    pace.state(now_ms).held_ms
}

#[test]
fn a_bare_429_holds_for_a_second_and_then_twice_as_long_each_time_up_to_a_minute() {
    let (mut pace, mut now_ms) = (Pace::default(), 0.0);
    for seconds in [1, 2, 4, 8, 16, 32, 60, 60] {
        let shortest_ms = f64::from(seconds) * 1_000.0;
        let held_ms = shed(&mut pace, now_ms);
        assert!(
            held_ms >= shortest_ms && held_ms <= 1.5 * shortest_ms,
            "{held_ms} for {seconds} s"
        );
        assert!(!pace.admit(now_ms + held_ms - 1.0));
        now_ms += held_ms;
    }
}

#[test]
fn a_bare_429_halves_what_may_be_in_flight() {
    let mut pace = Pace::default();
    assert_eq!(flood(&mut pace, 0.0), 8);
    pace.answer(0.0, 0.0, 429, &NOTHING);
    assert_eq!(pace.state(0.0).most_in_flight, 4.0);
}

#[test]
fn a_bare_429_halves_what_was_in_flight_where_that_was_less() {
    let mut pace = warm();
    for _ in 0..20 {
        assert!(pace.admit(0.0));
    }
    pace.answer(0.0, 0.0, 429, &NOTHING);
    assert_eq!(pace.state(0.0).most_in_flight, 10.0);
}

#[test]
fn one_may_always_be_in_flight() {
    let (mut pace, mut now_ms) = (Pace::default(), 0.0);
    for _ in 0..6 {
        now_ms += shed(&mut pace, now_ms);
    }
    assert_eq!(pace.state(now_ms).most_in_flight, 1.0);
    assert_eq!(flood(&mut pace, now_ms), 1);
}

#[test]
fn a_burst_of_bare_429s_is_one() {
    let mut pace = Pace::default();
    assert_eq!(flood(&mut pace, 0.0), 8);
    pace.answer(10.0, 0.0, 429, &NOTHING);
    let first = pace.state(10.0);
    for _ in 0..7 {
        pace.answer(500.0, 0.0, 429, &NOTHING);
    }
    let last = pace.state(500.0);
    assert_eq!((last.held_ms, last.most_in_flight), (first.held_ms - 490.0, 4.0));
    let next_ms = 500.0 + last.held_ms;
    let again_ms = shed(&mut pace, next_ms);
    assert!((2_000.0..=3_000.0).contains(&again_ms), "the second of them: {again_ms}");
}

#[test]
fn a_good_answer_forgets_how_long_the_last_hold_was() {
    let mut pace = Pace::default();
    let mut now_ms = shed(&mut pace, 0.0);
    now_ms += shed(&mut pace, now_ms);
    exchange(&mut pace, now_ms, 200, &NOTHING);
    assert!(shed(&mut pace, now_ms) <= 1_500.0);
}

#[test]
fn after_a_bare_429_one_more_is_in_flight_with_each_round() {
    let mut pace = Pace::default();
    for _ in 0..flood(&mut pace, 0.0) {
        pace.answer(0.0, 0.0, 429, &NOTHING);
    }
    flood(&mut pace, 5_000.0);
    let most: Vec<_> = (0..6)
        .map(|_| {
            round(&mut pace, 5_000.0);
            pace.state(5_000.0).most_in_flight
        })
        .collect();
    assert_eq!(most, [4.0, 5.0, 6.0, 7.0, 8.0, 9.0]);
}

#[test]
fn a_bare_429_is_the_quotas_where_little_of_it_was_left() {
    for (left, is_quota) in [(1, true), (3, true), (4, false), (40, false)] {
        let mut pace = told(&limit(left, 20_000));
        exchange(&mut pace, 0.0, 429, &NOTHING);
        assert_eq!(pace.state(0.0).held_ms == 20_000.0, is_quota, "{left} left");
    }
}

#[test]
fn clients_do_not_come_back_in_step() {
    let held = [0.0, 0.2, 0.4, 0.6, 0.8].map(|seed| shed(&mut Pace::new(0.0, seed, true), 0.0));
    for (at, one) in held.iter().enumerate() {
        assert!(held[..at].iter().all(|other| (one - other).abs() > 50.0), "{held:?}");
    }
}
