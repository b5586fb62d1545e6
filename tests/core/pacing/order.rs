//! Answers that overtake each other, or the end of their window.

use super::{flood, limit, told, warm};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn the_least_that_is_left_is_the_latest() {
    let mut pace = told(&limit(40, 20_000));
    for _ in 0..3 {
        assert!(pace.admit(0.0));
    }
    for left in [37, 39, 38] {
        pace.answer(500.0, 0.0, 200, &limit(left, 19_500));
        assert_eq!(pace.state(500.0).left, Some(37.0));
    }
}

#[test]
fn what_was_sent_after_the_last_answer_is_later_for_certain() {
    let mut pace = told(&limit(40, 20_000));
    assert!(pace.admit(10.0));
    pace.answer(100.0, 10.0, 200, &limit(60, 19_950));
    assert_eq!(pace.state(100.0).left, Some(60.0));
}

#[test]
fn an_answer_of_the_window_before_says_nothing_of_this_one() {
    let mut pace = told(&limit(40, 20_000));
    assert!(pace.admit(19_900.0));
    pace.answer(20_300.0, 19_900.0, 200, &limit(39, 50));
    let state = pace.state(20_300.0);
    assert_eq!((state.left, state.reset_ms), (Some(150.0), Some(29_700.0)));
}

#[test]
fn an_answer_of_the_next_window_begins_it() {
    let mut pace = told(&limit(40, 20_000));
    assert_eq!(flood(&mut pace, 19_000.0), 40);
    // The store's window was over earlier than the answer, which was long on its way, made believe.
    pace.answer(19_900.0, 19_000.0, 200, &limit(149, 29_900));
    let state = pace.state(19_900.0);
    assert_eq!((state.left, state.reset_ms), (Some(149.0), Some(29_900.0)));
}

#[test]
fn a_reset_is_later_by_the_way_of_its_answer() {
    let mut pace = warm();
    assert!(pace.admit(0.0));
    pace.answer(800.0, 0.0, 200, &limit(0, 10_000));
    assert!(!pace.admit(10_799.0), "the answer may have had no way back at all");
    assert!(pace.admit(10_800.0));
}

#[test]
fn a_faster_answer_tells_more_exactly_of_the_reset() {
    let mut pace = warm();
    assert!(pace.admit(0.0) && pace.admit(0.0));
    pace.answer(800.0, 0.0, 200, &limit(40, 10_000));
    pace.answer(850.0, 0.0, 200, &limit(40, 9_750));
    assert_eq!(pace.state(850.0).reset_ms, Some(9_750.0));
}

#[test]
fn a_slower_answer_tells_less_exactly_of_the_reset() {
    let mut pace = told(&limit(40, 10_000));
    assert!(pace.admit(0.0));
    pace.answer(700.0, 0.0, 200, &limit(39, 10_000));
    assert_eq!(pace.state(700.0).reset_ms, Some(9_300.0), "10.7 s less a way of 0.7 s");
}
