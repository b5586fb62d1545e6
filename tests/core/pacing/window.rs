//! The quota's window, and what of it goes out when.

use super::{NOTHING, WINDOW, flood, limit, told};
use bc_status::{Pace, RateLimit};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_first_answer_tells_of_the_window() {
    let mut pace = Pace::default();
    let before = pace.state(0.0);
    assert_eq!(
        (before.window_ms, before.reset_ms, before.quota, before.left),
        (None, None, None, None)
    );
    assert!(pace.admit(0.0));
    pace.answer(100.0, 0.0, 200, &limit(40, 20_000));
    let state = pace.state(1_100.0);
    assert_eq!(state.window_ms, Some(30_000.0));
    assert_eq!(state.reset_ms, Some(19_000.0));
    assert_eq!(state.quota, Some(150.0));
    assert_eq!(state.left, Some(40.0));
    assert_eq!(state.share, 1.0);
}

#[test]
fn what_an_answer_does_not_name_is_taken_for_the_usual() {
    let state = |limit| {
        let state = told(&limit).state(0.0);
        [state.window_ms, state.reset_ms, state.quota, state.left]
    };
    let full = state(RateLimit { quota: Some(80), ..NOTHING });
    assert_eq!(full, [Some(30_000.0), Some(30_000.0), Some(80.0), Some(80.0)]);
    let no_length = state(RateLimit { window_ms: Some(0), left: Some(7), ..WINDOW });
    assert_eq!(no_length, [Some(30_000.0), Some(30_000.0), Some(150.0), Some(7.0)]);
    let no_quota = state(RateLimit { left: Some(7), window_ms: Some(4_000), ..NOTHING });
    assert_eq!(no_quota, [Some(4_000.0), Some(4_000.0), Some(7.0), Some(7.0)]);
    let no_count = state(RateLimit { reset_ms: Some(1_000), window_ms: Some(4_000), ..NOTHING });
    assert_eq!(no_count, [None; 4], "a window without a count is none");
}

#[test]
fn what_is_left_goes_out_and_no_more() {
    let mut pace = told(&limit(40, 20_000));
    assert_eq!(flood(&mut pace, 0.0), 40);
    assert_eq!(pace.wait_ms(0.0, 0), 20_000.0);
    assert_eq!(pace.wait_ms(5_000.0, 0), 15_000.0);
}

#[test]
fn who_stands_further_behind_waits_for_a_later_window() {
    let mut pace = told(&limit(40, 20_000));
    assert_eq!(pace.wait_ms(0.0, 39), 0.0);
    for (before, wait_ms) in [(40, 20_000.0), (189, 20_000.0), (190, 50_000.0), (340, 80_000.0)] {
        assert_eq!(pace.wait_ms(0.0, before), wait_ms, "behind {before}");
    }
}

#[test]
fn at_the_reset_the_whole_quota_is_back() {
    let mut pace = told(&limit(0, 20_000));
    assert!(!pace.admit(19_999.0));
    assert!(pace.admit(20_000.0));
    assert_eq!(flood(&mut pace, 21_000.0), 149);
    assert_eq!(pace.wait_ms(21_000.0, 0), 29_000.0);
}

#[test]
fn a_window_begins_one_request_after_the_other() {
    let mut pace = told(&limit(0, 20_000));
    let each_ms: Vec<_> = (0..=300).map(|ms| flood(&mut pace, 20_000.0 + f64::from(ms))).collect();
    assert_eq!(each_ms.iter().sum::<u32>(), 150);
    assert_eq!(each_ms.iter().max(), Some(&1));
    assert_eq!(each_ms[..5], [1, 0, 1, 0, 1], "a hundredth of the window for all of them");
}

#[test]
fn the_wait_at_the_beginning_of_a_window_counts_those_before() {
    let mut pace = told(&limit(0, 20_000));
    assert_eq!(pace.wait_ms(20_000.0, 5), 10.0);
    assert!(pace.admit(20_000.0));
    assert_eq!(pace.wait_ms(20_000.0, 0), 2.0);
    assert_eq!(pace.wait_ms(20_001.0, 5), 11.0);
}

#[test]
fn idle_windows_pass_unused() {
    let mut pace = told(&limit(0, 20_000));
    let state = pace.state(20_000.0 + 7.5 * 30_000.0);
    assert_eq!((state.left, state.reset_ms), (Some(150.0), Some(15_000.0)));
    assert_eq!(flood(&mut pace, 20_000.0 + 7.5 * 30_000.0), 150, "and nothing is saved up");
}

#[test]
fn plans_without_a_quota_are_not_paced() {
    for (quota, goes_out) in [(7_000_000, true), (1_000_000, true), (999_999, false)] {
        let mut pace = told(&RateLimit { quota: Some(quota), ..limit(0, 20_000) });
        assert_eq!(pace.admit(0.0), goes_out, "{quota}");
        assert_eq!(pace.wait_ms(0.0, 500_000) == 0.0, goes_out, "{quota}");
    }
}
