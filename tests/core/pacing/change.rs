//! Windows and quotas that change, and headers that are missing or wrong.

use super::{NOTHING, exchange, flood, limit, told};
use bc_status::RateLimit;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_window_that_moves_later_is_waited_for() {
    let mut pace = told(&limit(40, 10_000));
    exchange(&mut pace, 1_000.0, 200, &limit(0, 14_000));
    assert!(!pace.admit(14_999.0));
    assert!(pace.admit(15_000.0));
}

#[test]
fn a_window_that_moves_earlier_is_made_use_of() {
    let mut pace = told(&limit(40, 20_000));
    exchange(&mut pace, 1_000.0, 200, &limit(0, 500));
    assert!(!pace.admit(1_499.0));
    assert!(pace.admit(1_500.0));
}

#[test]
fn a_window_of_another_length_is_believed() {
    let mut pace = told(&limit(40, 10_000));
    exchange(&mut pace, 1_000.0, 200, &RateLimit { window_ms: Some(60_000), ..limit(39, 9_000) });
    let state = pace.state(10_000.0);
    assert_eq!((state.window_ms, state.reset_ms), (Some(60_000.0), Some(60_000.0)));
}

#[test]
fn a_quota_that_changes_is_believed() {
    for quota in [75, 300] {
        let mut pace = told(&limit(140, 10_000));
        let left = quota - 11;
        exchange(&mut pace, 1_000.0, 200, &RateLimit { quota: Some(quota), ..limit(left, 9_000) });
        assert_eq!(pace.state(1_000.0).quota, Some(quota as f64));
        assert_eq!(u64::from(flood(&mut pace, 1_000.0)), left);
        for _ in 0..left {
            pace.answer(1_001.0, 1_000.0, 200, &NOTHING);
        }
        assert_eq!(u64::from(flood(&mut pace, 11_000.0)), quota, "in the next window");
    }
}

#[test]
fn a_quota_that_changes_is_not_taken_for_others() {
    let mut pace = told(&limit(150, 20_000));
    exchange(&mut pace, 1_000.0, 200, &limit(149, 19_000));
    exchange(&mut pace, 2_000.0, 200, &RateLimit { quota: Some(300), ..limit(298, 18_000) });
    exchange(&mut pace, 3_000.0, 200, &RateLimit { quota: Some(75), ..limit(72, 17_000) });
    assert_eq!(pace.state(3_000.0).share, 1.0);
}

#[test]
fn answers_without_headers_are_counted() {
    let mut pace = told(&limit(40, 20_000));
    exchange(&mut pace, 1_000.0, 200, &NOTHING);
    exchange(&mut pace, 1_000.0, 404, &NOTHING);
    assert_eq!(pace.state(1_000.0).left, Some(38.0));
    exchange(&mut pace, 2_000.0, 200, &limit(37, 18_000));
    let state = pace.state(2_000.0);
    assert_eq!((state.left, state.share), (Some(37.0), 1.0));
}

#[test]
fn a_broken_header_does_not_end_the_pacing() {
    let no_window = RateLimit { window_ms: Some(0), ..limit(2, 1_000) };
    let no_quota = RateLimit { quota: Some(0), ..limit(2, 1_000) };
    for broken in [no_window, no_quota] {
        let mut pace = told(&limit(3, 20_000));
        exchange(&mut pace, 100.0, 200, &broken);
        assert!(flood(&mut pace.clone(), 40_000.0) <= 150, "{broken:?}");
        assert_eq!(flood(&mut pace, 500.0), 2, "{broken:?}");
        pace.answer(600.0, 500.0, 200, &limit(1, 2_000));
        pace.answer(600.0, 500.0, 200, &limit(0, 2_000));
        assert!(!pace.admit(2_599.0), "{broken:?}");
        assert_eq!(flood(&mut pace, 4_000.0), 150, "{broken:?}");
    }
}

#[test]
fn an_absurd_quota_is_forgotten_with_the_next() {
    let mut pace = told(&limit(100, 20_000));
    assert!(pace.admit(0.0));
    let absurd = RateLimit { quota: Some(1 << 53), left: Some(0), ..NOTHING };
    pace.answer(100.0, 0.0, 200, &absurd);
    assert!(pace.admit(200.0), "for a moment it is a plan without a quota");
    pace.answer(300.0, 200.0, 200, &limit(60, 19_700));
    let state = pace.state(300.0);
    assert_eq!(state.quota, Some(150.0));
    assert!(state.share > 0.01, "no more than usual counts as taken by others: {state:?}");
    assert!(pace.wait_ms(300.0, 0) < 1_000.0, "{}", pace.wait_ms(300.0, 0));
}

#[test]
fn a_reset_beyond_the_window_is_put_right_by_the_next_answer() {
    for far_ms in [40_000, 86_400_000, u64::MAX] {
        let mut pace = told(&limit(150, 20_000));
        exchange(&mut pace, 100.0, 200, &limit(149, far_ms));
        exchange(&mut pace, 200.0, 200, &limit(148, 19_800));
        let state = pace.state(200.0);
        assert_eq!((state.reset_ms, state.left), (Some(19_800.0), Some(148.0)), "{far_ms}");
    }
}

#[test]
fn a_quota_of_nothing_is_asked_about_once_in_a_window() {
    for nothing in [
        RateLimit { quota: Some(0), ..limit(0, 1_000) },
        RateLimit { quota: None, ..limit(0, 1_000) },
    ] {
        let mut pace = told(&nothing);
        assert_eq!(flood(&mut pace, 999.0), 0);
        assert_eq!(flood(&mut pace, 1_500.0), 1, "{nothing:?}");
    }
}
