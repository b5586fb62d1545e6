//! The circuit.

use super::{NOTHING, TWO_MINUTES_MS, exchange, flood, round, warm};
use bc_status::{Circuit, Pace, RateLimit};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// A client whose circuit has opened at this moment.
fn cut_off(now_ms: f64) -> Pace {
    let mut pace = Pace::new(now_ms, 0.0, true);
    for _ in 0..5 {
        exchange(&mut pace, now_ms, 503, &NOTHING);
    }
    pace
}

fn circuit(pace: &mut Pace, now_ms: f64) -> Circuit {
    pace.state(now_ms).circuit
}

#[test]
fn a_circuit_opens_when_most_of_the_last_answers_are_failures() {
    for status in [502, 503, 504] {
        let mut pace = Pace::default();
        for _ in 0..4 {
            exchange(&mut pace, 0.0, status, &NOTHING);
        }
        assert_eq!(circuit(&mut pace, 0.0), Circuit::Closed, "four say too little");
        exchange(&mut pace, 0.0, status, &NOTHING);
        assert_eq!(circuit(&mut pace, 0.0), Circuit::Open, "{status}");
        assert!(!pace.admit(0.0) && !pace.admit_leased(0.0));
    }
}

#[test]
fn answers_that_never_came_are_failures() {
    let mut pace = Pace::default();
    for _ in 0..5 {
        assert!(pace.admit(0.0));
        pace.fail(0.0, 0.0);
    }
    assert_eq!(circuit(&mut pace, 0.0), Circuit::Open);
}

#[test]
fn a_circuit_stays_closed_for_answers_of_the_store() {
    for status in [200, 304, 400, 401, 404, 422, 500, 501, 505] {
        let mut pace = Pace::default();
        for _ in 0..40 {
            exchange(&mut pace, 0.0, status, &NOTHING);
        }
        assert_eq!(circuit(&mut pace, 0.0), Circuit::Closed, "{status}");
    }
}

#[test]
fn a_429_is_no_failure() {
    let mut pace = Pace::default();
    for at in 0..10 {
        exchange(&mut pace, f64::from(at) * TWO_MINUTES_MS, 429, &NOTHING);
    }
    assert_eq!(circuit(&mut pace, 10.0 * TWO_MINUTES_MS), Circuit::Closed);
}

#[test]
fn a_half_of_failures_is_not_most() {
    let mut pace = Pace::default();
    for status in [200, 503].repeat(20) {
        exchange(&mut pace, 0.0, status, &NOTHING);
        assert_eq!(circuit(&mut pace, 0.0), Circuit::Closed);
    }
    exchange(&mut pace, 0.0, 503, &NOTHING);
    assert_eq!(circuit(&mut pace, 0.0), Circuit::Open, "eleven of twenty");
}

#[test]
fn only_the_last_twenty_answers_count() {
    let mut pace = warm();
    for failures in 1..=11 {
        assert_eq!(circuit(&mut pace, 0.0), Circuit::Closed, "before failure {failures}");
        exchange(&mut pace, 0.0, 503, &NOTHING);
    }
    assert_eq!(circuit(&mut pace, 0.0), Circuit::Open);
}

#[test]
fn a_good_answer_opens_no_circuit() {
    let mut pace = Pace::default();
    for status in [503, 503, 503, 503, 200] {
        exchange(&mut pace, 0.0, status, &NOTHING);
    }
    assert_eq!(circuit(&mut pace, 0.0), Circuit::Closed);
    exchange(&mut pace, 0.0, 503, &NOTHING);
    assert_eq!(circuit(&mut pace, 0.0), Circuit::Open);
}

#[test]
fn an_open_circuit_says_since_when() {
    let mut pace = cut_off(700.0);
    let state = pace.state(1_000.0);
    assert_eq!((state.circuit, state.circuit_ms), (Circuit::Open, 300.0));
    assert_eq!(pace.wait_ms(1_000.0, 0), 700.0);
    // Half open it is from when the time was over, whether anybody asked or not.
    let half_open = |pace: &mut Pace, now_ms| {
        let state = pace.state(now_ms);
        (state.circuit == Circuit::HalfOpen).then_some(state.circuit_ms)
    };
    assert_eq!(half_open(&mut pace, 1_700.0), Some(0.0));
    assert_eq!(half_open(&mut pace, 1_900.0), Some(200.0));
    assert!(pace.admit(2_000.0));
    assert_eq!(half_open(&mut pace, 2_100.0), Some(400.0));
}

#[test]
fn after_a_second_one_probe_goes_out() {
    let mut pace = cut_off(0.0);
    assert_eq!(flood(&mut pace, 999.0), 0);
    assert_eq!(circuit(&mut pace, 1_000.0), Circuit::HalfOpen);
    assert_eq!(flood(&mut pace, 1_000.0), 1);
    assert_eq!(circuit(&mut pace, 1_000.0), Circuit::HalfOpen);
    assert_eq!(pace.wait_ms(1_500.0, 0), f64::INFINITY);
}

#[test]
fn a_leased_request_is_a_probe_as_well() {
    let mut pace = cut_off(0.0);
    assert!(!pace.admit_leased(999.0));
    assert!(pace.admit_leased(1_000.0));
    assert!(!pace.admit_leased(1_000.0) && !pace.admit(1_000.0));
}

#[test]
fn each_probe_that_fails_doubles_the_wait_for_the_next_up_to_half_a_minute() {
    let (mut pace, mut now_ms) = (cut_off(0.0), 0.0);
    for seconds in [1, 2, 4, 8, 16, 30, 30] {
        let wait_ms = f64::from(seconds) * 1_000.0;
        assert_eq!(pace.wait_ms(now_ms, 0), wait_ms);
        now_ms += wait_ms;
        exchange(&mut pace, now_ms, 502, &NOTHING);
        assert_eq!(circuit(&mut pace, now_ms), Circuit::Open);
    }
}

#[test]
fn a_probe_without_an_answer_has_failed() {
    let mut pace = cut_off(0.0);
    assert!(pace.admit(1_000.0));
    pace.fail(1_500.0, 1_000.0);
    assert_eq!(pace.wait_ms(1_500.0, 0), 2_000.0);
}

#[test]
fn a_good_probe_closes_the_circuit() {
    let mut pace = cut_off(0.0);
    exchange(&mut pace, 1_000.0, 404, &NOTHING);
    let state = pace.state(1_200.0);
    assert_eq!((state.circuit, state.circuit_ms), (Circuit::Closed, 200.0));
}

#[test]
fn after_a_good_probe_an_open_circuit_waits_a_second_again() {
    let mut pace = cut_off(0.0);
    exchange(&mut pace, 1_000.0, 503, &NOTHING);
    exchange(&mut pace, 3_000.0, 200, &NOTHING);
    for _ in 0..5 {
        assert_eq!(circuit(&mut pace, 3_000.0), Circuit::Closed, "what was before is forgotten");
        exchange(&mut pace, 3_000.0, 503, &NOTHING);
    }
    assert_eq!(pace.wait_ms(3_000.0, 0), 1_000.0);
}

#[test]
fn a_circuit_that_closes_lets_out_one_and_then_twice_as_many_with_each_round() {
    let mut pace = cut_off(0.0);
    exchange(&mut pace, 1_000.0, 200, &NOTHING);
    flood(&mut pace, 1_000.0);
    for most in [1, 2, 4, 8] {
        assert_eq!(pace.state(1_000.0).in_flight, most);
        round(&mut pace, 1_000.0);
    }
}

#[test]
fn a_probe_that_is_taken_back_makes_way_for_another() {
    let mut pace = cut_off(0.0);
    assert!(pace.admit(1_000.0));
    pace.release(1_100.0, 1_000.0);
    assert_eq!(circuit(&mut pace, 1_100.0), Circuit::HalfOpen);
    assert_eq!(flood(&mut pace, 1_100.0), 1);
}

#[test]
fn a_probe_that_is_throttled_makes_way_for_another_after_the_hold() {
    let mut pace = cut_off(0.0);
    assert!(pace.admit(1_000.0));
    pace.answer(1_100.0, 1_000.0, 429, &RateLimit { retry_after_ms: Some(5_000), ..NOTHING });
    assert_eq!(pace.wait_ms(1_100.0, 0), 5_000.0);
    assert_eq!(flood(&mut pace, 6_100.0), 1);
}

#[test]
fn a_probe_that_is_never_heard_of_makes_way_for_another_after_two_minutes() {
    let mut pace = cut_off(0.0);
    assert!(pace.admit(1_000.0));
    assert!(!pace.admit(1_000.0 + TWO_MINUTES_MS));
    assert_eq!(flood(&mut pace, 1_001.0 + TWO_MINUTES_MS), 1);
}

#[test]
fn what_was_sent_before_a_circuit_turned_says_nothing_new() {
    let mut pace = Pace::default();
    assert_eq!(flood(&mut pace, 0.0), 8);
    for _ in 0..5 {
        pace.fail(100.0, 0.0);
    }
    pace.answer(200.0, 0.0, 200, &NOTHING);
    assert_eq!(circuit(&mut pace, 200.0), Circuit::Open, "a good one that was on its way");

    assert!(pace.admit(1_100.0));
    pace.answer(1_200.0, 0.0, 200, &NOTHING);
    pace.release(1_200.0, 0.0);
    assert_eq!(circuit(&mut pace, 1_200.0), Circuit::HalfOpen, "the probe is still out");
    assert!(!pace.admit(1_200.0));
}

#[test]
fn failures_from_before_a_recovery_do_not_open_a_circuit_again() {
    let mut pace = warm();
    assert!(flood(&mut pace, 0.0) > 100);
    for _ in 0..11 {
        pace.fail(100.0, 0.0);
    }
    assert_eq!(circuit(&mut pace, 100.0), Circuit::Open);
    for _ in 0..1_000 {
        pace.release(100.0, 0.0);
    }
    exchange(&mut pace, 1_100.0, 200, &NOTHING);
    for _ in 0..20 {
        pace.fail(2_000.0, 0.0);
    }
    assert_eq!(circuit(&mut pace, 2_000.0), Circuit::Closed);
}

#[test]
fn a_circuit_can_be_switched_off() {
    let mut pace = Pace::new(0.0, 0.0, false);
    for _ in 0..100 {
        exchange(&mut pace, 0.0, 503, &NOTHING);
    }
    assert_eq!(circuit(&mut pace, 0.0), Circuit::Closed);
}

#[test]
fn failures_do_not_let_more_out() {
    let mut pace = Pace::new(0.0, 0.0, false);
    for _ in 0..flood(&mut pace, 0.0) {
        pace.answer(0.0, 0.0, 503, &NOTHING);
    }
    assert_eq!(pace.state(0.0).most_in_flight, 8.0);
}
