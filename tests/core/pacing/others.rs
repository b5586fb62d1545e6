//! Other clients of the same quota.

use super::{exchange, flood, limit, told, warm};
use bc_status::{Pace, RateLimit};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Requests of ours ten milliseconds apart, of which each is followed by so many of others;
/// the share after each.
fn shares(pace: &mut Pace, from_ms: f64, left: &mut u64, others: u64, requests: u32) -> Vec<f64> {
    let each = |at| {
        let now_ms = from_ms + f64::from(at) * 10.0;
        *left -= 1;
        exchange(
            pace,
            now_ms,
            200,
            &RateLimit { quota: Some(10_000), ..limit(*left, 20_000 - now_ms as u64) },
        );
        *left -= others;
        pace.state(now_ms).share
    };
    (0..requests).map(each).collect()
}

#[test]
fn alone_the_whole_quota_is_ours() {
    let mut pace = warm();
    assert!(shares(&mut pace, 0.0, &mut 10_000, 0, 200).iter().all(|share| *share == 1.0));
}

#[test]
fn what_went_before_we_came_was_nobody_elses() {
    let mut pace = told(&limit(3, 20_000));
    assert_eq!(pace.state(0.0).share, 1.0);
}

#[test]
fn what_is_in_flight_is_not_taken_for_others() {
    let mut pace = told(&limit(150, 20_000));
    for _ in 0..10 {
        assert!(pace.admit(0.0));
    }
    pace.answer(100.0, 0.0, 200, &limit(140, 19_900));
    assert_eq!(pace.state(100.0).share, 1.0);
}

#[test]
fn others_are_counted_anew_in_each_window() {
    let mut pace = told(&limit(150, 20_000));
    for left in (130..150).rev() {
        exchange(&mut pace, 0.0, 200, &limit(left, 20_000));
    }
    exchange(&mut pace, 0.0, 200, &limit(119, 20_000));
    let first = pace.state(0.0).share;
    assert!(first < 1.0, "ten of others after twenty of ours");
    exchange(&mut pace, 20_000.0, 200, &limit(139, 30_000));
    assert!(pace.state(20_000.0).share < first - 0.1, "ten more, after one of ours");
}

#[test]
fn the_share_falls_to_what_is_ours() {
    for (others, part) in [(1, 0.5), (3, 0.25)] {
        let share = *shares(&mut warm(), 0.0, &mut 10_000, others, 200).last().unwrap();
        assert!((share - part).abs() < 0.05, "{share} beside {others} times as many of others");
    }
}

#[test]
fn the_share_comes_back_when_others_leave() {
    let (mut pace, mut left) = (warm(), 10_000);
    let beside = *shares(&mut pace, 0.0, &mut left, 3, 200).last().unwrap();
    let later = shares(&mut pace, 2_000.0, &mut left, 0, 600);
    assert!(later[40] > beside + 0.1 && later[40] < 0.9, "not at once: {}", later[40]);
    assert_eq!(later[599], 1.0);
}

#[test]
fn others_are_forgotten_in_an_idle_window() {
    let mut pace = warm();
    shares(&mut pace, 0.0, &mut 10_000, 3, 200);
    assert!(pace.clone().state(49_999.0).share < 1.0, "not in the next window");
    assert_eq!(pace.state(50_000.0).share, 1.0);
}

#[test]
fn what_others_took_is_counted_once() {
    let mut pace = told(&limit(150, 20_000));
    exchange(&mut pace, 0.0, 200, &limit(139, 20_000));
    let share = pace.state(0.0).share;
    for left in (129..139).rev() {
        exchange(&mut pace, 0.0, 200, &limit(left, 20_000));
    }
    assert!(pace.state(0.0).share > share, "these were ours alone");
}

#[test]
fn beside_others_only_a_part_of_our_share_goes_out_at_a_time() {
    let mut pace = told(&limit(150, 20_000));
    exchange(&mut pace, 0.0, 200, &limit(139, 20_000));
    let share = pace.state(0.0).share;
    assert_eq!(flood(&mut pace, 0.0), (139.0 * share * 0.3) as u32);
    assert_eq!(pace.wait_ms(0.0, 0), f64::INFINITY, "answers tell what the others leave");
}

/// A client beside others who leave it less than one request at a time.
fn cramped(left: u64) -> Pace {
    let mut pace = told(&limit(150, 20_000));
    for _ in 0..5 {
        assert!(pace.admit(0.0));
    }
    for left in [120, 90, 60, 30, left] {
        pace.answer(400.0, 0.0, 200, &limit(left, 20_000));
    }
    pace
}

#[test]
fn who_has_less_than_one_of_what_is_left_tries_one_at_a_time_and_pauses() {
    let mut pace = cramped(25);
    let state = pace.state(400.0);
    let ours = state.share * 25.0;
    assert!(ours >= 1.0 && ours * 0.3 < 1.0, "{state:?}");
    assert!(pace.admit(400.0));
    assert_eq!(pace.wait_ms(400.0, 0), f64::INFINITY);
    pace.answer(500.0, 400.0, 200, &limit(25, 19_900));
    let wait_ms = pace.wait_ms(500.0, 0);
    assert!(wait_ms > 50.0 && wait_ms < 1_500.0, "{wait_ms}");
    assert!(!pace.admit(500.0));
    assert!(pace.admit(500.0 + wait_ms));
}

#[test]
fn who_has_nothing_of_what_is_left_waits_for_the_reset() {
    let mut pace = cramped(4);
    assert!(pace.state(400.0).share * 4.0 < 1.0);
    assert_eq!(pace.wait_ms(400.0, 0), 19_600.0);
}

#[test]
fn a_pause_ends_with_the_window() {
    let mut pace = cramped(25);
    assert!(pace.admit(19_900.0));
    pace.answer(19_910.0, 19_900.0, 200, &RateLimit { quota: Some(30), ..limit(29, 90) });
    assert!(pace.clone().wait_ms(19_910.0, 0) > 90.0);
    assert!(pace.admit(20_000.0));
}

#[test]
fn who_stands_behind_beside_others_waits_for_more_windows() {
    let mut pace = cramped(0);
    let in_each = 150.0 * pace.state(400.0).share;
    assert!(in_each > 5.0 && in_each < 10.0, "{in_each}");
    for (before, windows) in [(4, 0.0), (9, 1.0), (29, (30.0 / in_each).ceil() - 1.0)] {
        assert_eq!(pace.wait_ms(400.0, before), 19_600.0 + windows * 30_000.0, "behind {before}");
    }
}

#[test]
fn who_has_less_than_one_of_a_whole_window_tries_one_in_each() {
    let mut pace = cramped(4);
    let few = RateLimit { quota: Some(5), ..limit(4, 20_000) };
    exchange(&mut pace, 20_400.0, 200, &few);
    assert!(pace.state(20_400.0).share * 5.0 < 1.0);
    for window in [20_400.0, 40_400.0, 60_400.0] {
        assert_eq!(pace.wait_ms(window, 0), 20_000.0, "after one try");
        exchange(&mut pace, window + 20_000.0, 200, &few);
    }
}
