//! Whose turn it is, and requests whose unit somebody else has set aside.

use super::{limit, told};
use bc_status::{Pace, Priority};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn persons_go_first_and_jobs_every_fifth_time() {
    let mut pace = Pace::default();
    let turns: Vec<_> = (0..10).map(|_| pace.next(true, true)).collect();
    for (at, turn) in turns.into_iter().enumerate() {
        let expected = if at % 5 == 4 { Priority::Background } else { Priority::Interactive };
        assert_eq!(turn, expected, "turn {at}");
    }
}

#[test]
fn who_waits_alone_is_next() {
    let mut pace = Pace::default();
    for _ in 0..10 {
        assert_eq!(pace.next(false, true), Priority::Background);
        assert_eq!(pace.next(true, false), Priority::Interactive);
    }
}

#[test]
fn turns_count_while_a_job_waits() {
    let mut pace = Pace::default();
    for _ in 0..10 {
        pace.next(true, false);
    }
    for _ in 0..4 {
        assert_eq!(pace.next(true, true), Priority::Interactive);
    }
    assert_eq!(pace.next(true, true), Priority::Background);
}

#[test]
fn a_lease_is_no_matter_of_the_window() {
    let mut pace = told(&limit(0, 20_000));
    assert_eq!(pace.wait_leased_ms(0.0), 0.0);
    assert!(pace.admit_leased(0.0));
    assert!(!pace.admit(0.0));
    assert_eq!(pace.state(0.0).in_flight, 1);
}

#[test]
fn a_lease_is_a_matter_of_what_is_in_flight() {
    let mut pace = Pace::default();
    for _ in 0..8 {
        assert!(pace.admit_leased(0.0));
    }
    assert!(!pace.admit_leased(0.0));
    assert_eq!(pace.wait_leased_ms(0.0), f64::INFINITY);
}
