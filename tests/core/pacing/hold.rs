//! A 429 that names a wait.

use super::{NOTHING, exchange, flood, limit, told};
use bc_status::{Pace, RateLimit};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_429_holds_everything_until_the_reset() {
    let mut pace = told(&limit(40, 20_000));
    assert_eq!(flood(&mut pace, 0.0), 40);
    pace.answer(100.0, 0.0, 429, &limit(0, 12_000));
    assert_eq!(pace.state(100.0).held_ms, 12_000.0);
    for pace in [&mut pace.clone(), &mut pace] {
        assert_eq!(pace.wait_ms(100.0, 0), 12_000.0);
        assert_eq!(pace.wait_leased_ms(100.0), 12_000.0);
        assert!(!pace.admit(12_099.0) && !pace.admit_leased(12_099.0));
        // The rest of the burst comes back.
        for _ in 0..39 {
            pace.answer(900.0, 0.0, 200, &limit(3, 11_200));
        }
    }
    assert!(pace.admit(12_100.0));
}

#[test]
fn a_429_holds_for_the_longest_time_it_names() {
    for (reset_ms, retry_after_ms, held_ms) in [
        (Some(4_000), None, 4_000.0),
        (None, Some(5_000), 5_000.0),
        (Some(4_000), Some(5_000), 5_000.0),
        (Some(6_000), Some(5_000), 6_000.0),
    ] {
        let mut pace = Pace::default();
        exchange(&mut pace, 0.0, 429, &RateLimit { reset_ms, retry_after_ms, ..NOTHING });
        assert_eq!(pace.state(0.0).held_ms, held_ms);
        assert_eq!(pace.state(0.0).most_in_flight, 8.0, "a quota says nothing of the platform");
    }
}

#[test]
fn a_shorter_wait_does_not_end_a_longer_one() {
    let mut pace = Pace::default();
    assert!(pace.admit(0.0) && pace.admit(0.0));
    pace.answer(100.0, 0.0, 429, &RateLimit { retry_after_ms: Some(9_000), ..NOTHING });
    pace.answer(200.0, 0.0, 429, &RateLimit { retry_after_ms: Some(1_000), ..NOTHING });
    assert_eq!(pace.state(200.0).held_ms, 8_900.0);
}

#[test]
fn a_509_is_a_429() {
    let mut pace = Pace::default();
    exchange(&mut pace, 0.0, 509, &RateLimit { retry_after_ms: Some(9_000), ..NOTHING });
    assert_eq!(pace.state(0.0).held_ms, 9_000.0);
}

#[test]
fn other_answers_do_not_hold_whatever_they_ask_for() {
    for status in [200, 404, 500, 503] {
        let mut pace = told(&limit(40, 20_000));
        let asking = RateLimit { retry_after_ms: Some(9_000), ..limit(39, 20_000) };
        exchange(&mut pace, 0.0, status, &asking);
        assert!(pace.admit(0.0), "{status}");
    }
}

#[test]
fn a_refused_request_was_not_counted() {
    let mut pace = told(&limit(40, 20_000));
    exchange(&mut pace, 0.0, 429, &RateLimit { retry_after_ms: Some(1), ..NOTHING });
    assert_eq!(pace.state(0.0).left, Some(40.0));
}

#[test]
fn after_a_hold_the_release_is_spread() {
    let mut pace = told(&limit(140, 20_000));
    exchange(&mut pace, 0.0, 429, &RateLimit { retry_after_ms: Some(5_000), ..NOTHING });
    let each_ms: Vec<_> = (0..300).map(|ms| flood(&mut pace, 5_000.0 + f64::from(ms))).collect();
    assert_eq!(each_ms.iter().sum::<u32>(), 140);
    assert_eq!(each_ms.iter().max(), Some(&1));
}

#[test]
fn the_release_is_spread_from_the_end_of_the_hold_on() {
    let mut pace = told(&limit(150, 20_000));
    for left in (50..150).rev() {
        exchange(&mut pace, 0.0, 200, &limit(left, 20_000));
    }
    let mut beyond = pace.clone();
    exchange(&mut pace, 0.0, 429, &RateLimit { retry_after_ms: Some(5_000), ..NOTHING });
    assert_eq!(flood(&mut pace, 5_000.0), 1, "at once, whatever went before");
    exchange(&mut beyond, 0.0, 429, &RateLimit { retry_after_ms: Some(25_000), ..NOTHING });
    assert_eq!(flood(&mut beyond, 25_000.0), 1, "though the window is five seconds old");
}

#[test]
fn a_wait_of_zero_is_no_wait() {
    let mut pace = told(&limit(40, 20_000));
    exchange(&mut pace, 0.0, 429, &limit(0, 0));
    assert!(pace.state(0.0).held_ms >= 1_000.0, "as without one");
    assert!(!pace.admit(999.0));
}
