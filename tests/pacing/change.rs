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
