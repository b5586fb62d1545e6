//! What is on its way, and what becomes of it.

use super::{NOTHING, TWO_MINUTES_MS, exchange, flood, limit, round, told};
use bc_status::Pace;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn before_any_answer_eight_are_in_flight() {
    let mut pace = Pace::default();
    assert_eq!(flood(&mut pace, 0.0), 8);
    let state = pace.state(0.0);
    assert_eq!((state.in_flight, state.most_in_flight), (8, 8.0));
    assert_eq!(pace.wait_ms(0.0, 0), f64::INFINITY, "only an answer helps");
}

#[test]
fn twice_as_many_are_in_flight_after_each_round_of_good_answers() {
    let mut pace = Pace::default();
    flood(&mut pace, 0.0);
    for most in [8, 16, 32, 64] {
        assert_eq!(pace.state(0.0).in_flight, most);
        round(&mut pace, 0.0);
    }
}

#[test]
fn what_is_not_made_use_of_does_not_grow() {
    let mut pace = Pace::default();
    for _ in 0..100 {
        exchange(&mut pace, 0.0, 200, &NOTHING);
    }
    assert_eq!(pace.state(0.0).most_in_flight, 8.0);
}

#[test]
fn what_is_in_flight_counts_as_not_counted_yet() {
    let mut pace = told(&limit(40, 20_000));
    for _ in 0..10 {
        assert!(pace.admit(0.0));
    }
    pace.answer(100.0, 0.0, 200, &limit(39, 19_900));
    assert_eq!(pace.state(100.0).in_flight, 9);
    assert_eq!(flood(&mut pace, 100.0), 30, "39 left, and 9 of them are on their way");
}

#[test]
fn what_is_in_flight_at_the_reset_may_be_counted_after_it() {
    let mut pace = told(&limit(40, 20_000));
    assert_eq!(flood(&mut pace, 0.0), 40);
    assert_eq!(flood(&mut pace, 21_000.0), 110);
}

#[test]
fn a_failure_may_have_been_counted() {
    let mut pace = told(&limit(40, 20_000));
    assert!(pace.admit(0.0));
    pace.fail(100.0, 0.0);
    let state = pace.state(100.0);
    assert_eq!((state.in_flight, state.left), (0, Some(39.0)));
}

#[test]
fn a_failure_after_the_reset_may_have_been_counted_after_it() {
    let mut pace = told(&limit(40, 20_000));
    assert!(pace.admit(19_900.0));
    pace.fail(20_500.0, 19_900.0);
    assert_eq!(flood(&mut pace, 21_000.0), 149);
}

#[test]
fn a_permit_that_is_taken_back_was_not_counted() {
    let mut pace = told(&limit(40, 20_000));
    assert_eq!(flood(&mut pace, 0.0), 40);
    pace.release(100.0, 0.0);
    let state = pace.state(100.0);
    assert_eq!((state.in_flight, state.left), (39, Some(40.0)));
    assert_eq!(flood(&mut pace, 100.0), 1);
}

#[test]
fn what_was_never_in_flight_takes_nothing_away() {
    let mut pace = told(&limit(40, 20_000));
    pace.answer(1.0, 0.0, 200, &limit(39, 19_999));
    pace.fail(1.0, 0.0);
    pace.release(1.0, 0.0);
    assert_eq!(pace.state(1.0).in_flight, 0);
    assert_eq!(flood(&mut pace, 1.0), 38);
}

#[test]
fn permits_without_an_answer_are_forgotten_after_two_minutes() {
    let mut pace = Pace::default();
    assert_eq!(flood(&mut pace, 0.0), 8);
    assert!(!pace.admit(TWO_MINUTES_MS));
    assert_eq!(pace.state(TWO_MINUTES_MS).in_flight, 8);
    assert_eq!(pace.state(TWO_MINUTES_MS + 1.0).in_flight, 0);
    assert_eq!(flood(&mut pace, TWO_MINUTES_MS + 1.0), 8);
}

#[test]
fn two_minutes_begin_with_the_request_after_an_idle_time() {
    let mut pace = Pace::default();
    exchange(&mut pace, 0.0, 200, &NOTHING);
    assert!(pace.admit(500_000.0));
    assert_eq!(pace.state(500_000.0 + TWO_MINUTES_MS).in_flight, 1);
}

#[test]
fn two_minutes_begin_anew_with_each_answer() {
    let mut pace = Pace::default();
    assert_eq!(flood(&mut pace, 0.0), 8);
    pace.answer(100_000.0, 0.0, 200, &NOTHING);
    assert_eq!(pace.state(TWO_MINUTES_MS + 1.0).in_flight, 7);
}
