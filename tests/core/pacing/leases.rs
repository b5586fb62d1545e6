//! A quota that is shared by leases, as a client of it sees them.

use super::{flood, limit};
use bc_status::pace::{Coordination, Grant, Unused};
use bc_status::{Lease, LeaseAsk, Ledger, Pace, RateLimit};
use std::time::Duration;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn grant(permits: u32, until_ms: f64) -> Grant {
    Grant { window: 0, permits, from_ms: 0.0, until_ms }
}

fn lease(grants: &[Grant]) -> Lease {
    Lease { grants: grants.into(), again_ms: 0.0, is_wanted: false }
}

/// Asks at a moment, and has the answer at once.
fn get(pace: &mut Pace, now_ms: f64, want: u32, lease: &Lease) {
    assert!(pace.lease_due(now_ms), "nothing is asked for at {now_ms}");
    let ask = pace.lease_ask(now_ms, want);
    assert!(pace.take_lease(now_ms, now_ms, ask.want, lease));
    pace.end_ask(now_ms);
}

fn coordinator(pace: &mut Pace, now_ms: f64) -> (Coordination, f64, u64) {
    let coordinator = pace.state(now_ms).coordinator.unwrap();
    (coordinator.state, coordinator.since_ms, coordinator.permits)
}

fn shared() -> Pace {
    Pace::shared(0.0, 0.0, true)
}

#[test]
fn without_leases_there_is_no_coordinator() {
    let mut pace = Pace::default();
    assert_eq!((pace.state(0.0).coordinator, pace.lease_due(0.0)), (None, false));
}

#[test]
fn what_is_leased_goes_out_and_no_more() {
    let mut pace = shared();
    assert!(!pace.admit(0.0));
    get(&mut pace, 0.0, 1, &lease(&[grant(5, 20_000.0)]));
    assert_eq!(coordinator(&mut pace, 0.0), (Coordination::Leasing, 0.0, 5));
    // Over a hundredth of the time, and not at once.
    let sent: Vec<_> = (0..1_000).filter(|ms| pace.admit(f64::from(*ms))).collect();
    assert_eq!(sent, [0, 40, 80, 120, 160]);
}

#[test]
fn one_asks_and_again_when_the_answer_has_come_or_after_a_second() {
    let mut pace = shared();
    assert!(pace.lease_due(0.0));
    assert!(!pace.lease_due(1.0) && !pace.lease_due(999.0));
    assert_eq!(pace.wait_ms(1.0, 0), f64::INFINITY);
    assert!(pace.lease_due(1_000.0), "the first ask is lost");
    pace.end_ask(0.0);
    assert!(!pace.lease_due(1_001.0), "the second is not over");
    pace.end_ask(1_000.0);
    assert!(pace.lease_due(1_002.0));
}

#[test]
fn an_ask_tells_what_answers_told() {
    let mut pace = shared();
    assert_eq!(pace.lease_ask(0.0, 3), LeaseAsk { want: 3, ..LeaseAsk::default() });
    get(&mut pace, 0.0, 1, &lease(&[grant(1, 20_000.0)]));
    assert!(pace.admit(0.0));
    pace.answer(100.0, 0.0, 429, &limit(0, 4_000));
    let ask = pace.lease_ask(1_100.0, 1);
    let seen = ask.seen.unwrap();
    assert_eq!(
        (seen.quota, seen.window_ms, seen.left, seen.reset_ms),
        (150.0, 30_000.0, 0.0, 3_000.0)
    );
    assert_eq!(ask.held_ms, 3_000.0);
}

#[test]
fn who_sends_one_after_the_other_asks_for_twice_as_many_each_time() {
    let mut pace = shared();
    let mut asks = Vec::new();
    let mut now_ms = 0.0;
    for _ in 0..5 {
        assert!(pace.lease_due(now_ms));
        let want = pace.lease_ask(now_ms, 1).want;
        asks.push(want);
        pace.take_lease(now_ms, now_ms, want, &lease(&[grant(want, 20_000.0)]));
        pace.end_ask(now_ms);
        for _ in 0..want {
            now_ms += 200.0;
            assert!(pace.admit(now_ms));
            pace.answer(now_ms, now_ms, 200, &limit(100, 20_000));
        }
    }
    assert_eq!(asks, [1, 2, 4, 8, 16]);
    // What was too much is over, and the next one is half of it.
    assert!(pace.lease_due(now_ms));
    let want = pace.lease_ask(now_ms, 1).want;
    assert_eq!(want, 32);
    pace.take_lease(now_ms, now_ms, want, &lease(&[grant(want, 500.0)]));
    pace.end_ask(now_ms);
    assert!(pace.lease_due(now_ms + 500.0));
    assert_eq!(pace.lease_ask(now_ms + 500.0, 1).want, 32, "twice the half");
}

#[test]
fn who_stands_further_behind_waits_for_a_later_grant() {
    let mut pace = shared();
    let later = Grant { window: 1, permits: 100, from_ms: 20_000.0, until_ms: 30_000.0 };
    get(&mut pace, 0.0, 1, &lease(&[grant(2, 10_000.0), later]));
    assert_eq!(pace.wait_ms(0.0, 0), 0.0);
    assert_eq!(pace.wait_ms(0.0, 1), 50.0);
    assert_eq!(pace.wait_ms(0.0, 2), 20_000.0);
    assert_eq!(pace.wait_ms(5_000.0, 12), 15_010.0);
    assert_eq!(pace.wait_ms(0.0, 102), f64::INFINITY, "an answer tells");
}

#[test]
fn what_is_over_is_spent_by_nobody() {
    let mut pace = shared();
    get(&mut pace, 0.0, 1, &lease(&[grant(5, 500.0)]));
    assert!(pace.admit(0.0));
    assert_eq!(coordinator(&mut pace, 499.0).2, 4);
    assert_eq!(coordinator(&mut pace, 500.0).2, 0);
    assert!(!pace.admit(500.0));
    assert!(pace.lease_due(500.0));
}

#[test]
fn a_lease_is_over_as_if_it_had_been_given_when_it_was_asked_for() {
    let mut pace = shared();
    assert!(pace.lease_due(0.0));
    assert!(pace.take_lease(40.0, 0.0, 1, &lease(&[grant(5, 500.0)])));
    assert_eq!(coordinator(&mut pace, 499.0).2, 5);
    assert_eq!(coordinator(&mut pace, 500.0).2, 0);
}

#[test]
fn what_comes_late_is_not_spent_and_given_back_with_the_next_ask() {
    for missed in [true, false] {
        let mut pace = shared();
        assert!(pace.lease_due(0.0));
        if missed {
            pace.miss_lease(50.0);
        }
        assert!(pace.take_lease(51.0, 0.0, 1, &lease(&[grant(5, 20_000.0)])));
        pace.end_ask(0.0);
        let (state, _, permits) = coordinator(&mut pace, 51.0);
        assert_eq!((state, permits), (Coordination::Alone, 0));
        assert!(!pace.lease_due(1_000.0) && pace.lease_due(1_051.0));
        assert_eq!(pace.lease_ask(1_051.0, 1).back, [Unused { window: 0, permits: 5 }]);
        assert_eq!(pace.lease_ask(1_051.0, 1).back, [], "once");
    }
}

#[test]
fn what_came_late_is_given_back_beside_what_is_left() {
    let mut pace = shared();
    get(&mut pace, 0.0, 1, &lease(&[grant(3, 20_000.0)]));
    assert!(pace.take_lease(90.0, 10.0, 1, &lease(&[grant(5, 20_000.0)])));
    let permits: Vec<_> = pace.lease_back(100.0, true).iter().map(|it| it.permits).collect();
    assert_eq!(permits, [3, 5]);
}

#[test]
fn the_longer_it_is_alone_the_less_often_it_asks() {
    let mut pace = shared();
    let mut asked = Vec::new();
    for now in (0..=600_000).step_by(50) {
        let now_ms = f64::from(now);
        if pace.lease_due(now_ms) {
            asked.push(now_ms);
            pace.miss_lease(now_ms + 50.0);
            pace.end_ask(now_ms);
        }
    }
    let gaps: Vec<_> = asked.windows(2).map(|two| two[1] - two[0]).collect();
    for (gap_ms, at_ms) in gaps.iter().zip(&asked) {
        assert!((1_050.0..=30_100.0).contains(gap_ms), "{gap_ms} at {at_ms}");
        assert!(*gap_ms <= 1_200.0 + at_ms / 6.0, "{gap_ms} at {at_ms}");
    }
    assert!(gaps.is_sorted() && gaps.last() == Some(&30_050.0), "{gaps:?}");
    // Back at once, and from the beginning.
    let now_ms = 700_000.0;
    get(&mut pace, now_ms, 1, &lease(&[grant(1, 10.0)]));
    pace.miss_lease(now_ms + 20.0);
    assert!(!pace.lease_due(now_ms + 1_019.0) && pace.lease_due(now_ms + 1_020.0));
}

#[test]
fn what_is_left_is_given_back_where_others_could_use_it() {
    let mut pace = shared();
    get(&mut pace, 0.0, 1, &lease(&[grant(5, 20_000.0)]));
    assert!(!pace.is_rest());
    get(&mut pace, 30_000.0, 1, &Lease { is_wanted: true, ..lease(&[grant(5, 20_000.0)]) });
    assert!(pace.is_rest() && pace.admit(30_000.0));
    let ask = pace.give_back(31_000.0).unwrap();
    assert_eq!((ask.want, ask.back[0].permits), (0, 4));
    assert!(!pace.is_rest());
    assert_eq!(pace.give_back(31_000.0), None);
    // Nothing was refused, and so new ones are had at once.
    assert!(!pace.lease_due(31_001.0), "it has not been answered");
    assert!(pace.take_lease(31_002.0, 31_000.0, 0, &lease(&[])));
    pace.end_ask(31_000.0);
    assert!(pace.lease_due(31_003.0));
}

#[test]
fn who_is_refused_asks_again_when_the_ledger_says() {
    for (again_ms, waits_ms) in [(0.0, 10.0), (3.0, 10.0), (7_000.0, 7_000.0)] {
        let mut pace = shared();
        get(&mut pace, 0.0, 1, &Lease { again_ms, ..Lease::default() });
        assert_eq!(pace.wait_ms(0.0, 0), waits_ms);
        assert!(!pace.lease_due(waits_ms - 1.0) && pace.lease_due(waits_ms));
    }
}

#[test]
fn who_has_no_answer_goes_on_alone_and_asks_again_every_second_at_first() {
    let mut pace = shared();
    let mut now_ms = 0.0;
    for wait_ms in [1_000.0; 7] {
        assert!(pace.lease_due(now_ms));
        pace.miss_lease(now_ms);
        pace.end_ask(now_ms);
        assert!(!pace.lease_due(now_ms + wait_ms - 1.0));
        now_ms += wait_ms;
        assert_eq!(coordinator(&mut pace, now_ms), (Coordination::Alone, now_ms, 0));
    }
    assert_eq!(flood(&mut pace, now_ms), 8, "as many as without leases");
    for _ in 0..8 {
        pace.release(now_ms, now_ms);
    }
    get(&mut pace, now_ms, 1, &lease(&[grant(3, 9_000.0)]));
    assert_eq!(coordinator(&mut pace, now_ms + 5.0), (Coordination::Leasing, 5.0, 3));
    assert_eq!(flood(&mut pace, now_ms + 2_000.0), 3, "and no more");
}

#[test]
fn a_lease_that_makes_no_sense_is_none() {
    let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e308];
    let again = odd.iter().chain(&[-1.0]).map(|ms| Lease { again_ms: *ms, ..lease(&[]) });
    let from = odd.map(|from_ms| lease(&[Grant { from_ms, ..grant(5, 100.0) }]));
    let until = odd.map(|until_ms| lease(&[grant(5, until_ms)]));
    for lease in again.chain(from).chain(until) {
        let mut pace = shared();
        assert!(pace.lease_due(0.0));
        assert!(!pace.take_lease(1.0, 0.0, 1, &lease), "{lease:?}");
        assert_eq!(coordinator(&mut pace, 1.0).2, 0);
    }
}

#[test]
fn of_no_quota_nothing_is_leased() {
    let mut pace = shared();
    get(&mut pace, 0.0, 1, &lease(&[grant(1, 20_000.0)]));
    assert!(pace.admit(0.0));
    pace.answer(10.0, 0.0, 200, &RateLimit::default());
    assert!(!pace.lease_due(10.0));
    assert_eq!(flood(&mut pace, 10.0), 8);
    pace.answer(20.0, 10.0, 200, &limit(90, 20_000));
    assert!(pace.lease_due(20.0), "but is when an answer tells of one");
    assert!(!pace.admit(20.0));
}

#[test]
fn without_leases_nothing_comes_of_asking() {
    let mut pace = Pace::default();
    assert_eq!((pace.lease_ask(0.0, 5).want, pace.give_back(0.0)), (0, None));
    assert!(!pace.take_lease(0.0, 0.0, 5, &lease(&[grant(5, 100.0)])));
    pace.miss_lease(0.0);
    pace.end_ask(0.0);
    assert!(pace.admit(0.0));
}

#[test]
fn one_ledger_serves_all() {
    let mut ledger = Ledger::default();
    let mut paces = [shared(), shared()];
    for (at, pace) in paces.iter_mut().enumerate() {
        assert!(pace.lease_due(5.0));
        let ask = LeaseAsk { client: at.to_string(), ..pace.lease_ask(5.0, 10) };
        let granted = ledger.lease(5.0, &ask).unwrap();
        assert!(pace.take_lease(5.0, 5.0, ask.want, &granted));
    }
    let permits = paces.each_mut().map(|pace| coordinator(pace, 5.0).2);
    assert_eq!(permits, [10, 6], "16 until the quota is told");
}

/// With permits of the next window, and none of this one.
fn ahead(permits: u32) -> (Pace, Lease) {
    let mut pace = shared();
    let next = Grant { window: 1, permits, from_ms: 10_000.0, until_ms: 40_000.0 };
    get(&mut pace, 0.0, permits, &lease(&[next]));
    let one_more = Grant { window: 2, permits: 1, from_ms: 40_000.0, until_ms: 70_000.0 };
    (pace, lease(&[one_more]))
}

#[test]
fn where_more_wait_than_are_left_more_are_asked_for_before_they_are_needed() {
    let (mut pace, more) = ahead(3);
    assert!(!pace.lease_due_for(0.0, 3), "as many as wait");
    assert!(!pace.lease_due_for(1_000.0, 5) && !pace.lease_due_for(1_249.0, 5));
    assert!(!pace.lease_due_for(1_260.0, 3), "not for long enough");
    assert!(!pace.lease_due_for(1_300.0, 5) && pace.lease_due_for(1_550.0, 5));
    let ask = pace.lease_ask(1_550.0, 5);
    assert_eq!((ask.want, ask.back), (2, vec![]));
    assert!(pace.take_lease(1_560.0, 1_550.0, ask.want, &more));
    pace.end_ask(1_550.0);
    // One of a later window is enough: it tells that those before are given away.
    assert!((2_000..9_000).all(|now| !pace.lease_due_for(f64::from(now), 5)));
    assert_eq!(coordinator(&mut pace, 9_000.0), (Coordination::Leasing, 9_000.0, 4));
}

#[test]
fn with_permits_of_a_later_window_at_hand_nobody_goes_on_alone() {
    let (mut pace, more) = ahead(1);
    assert!(!pace.lease_due_for(0.0, 2) && pace.lease_due_for(250.0, 2));
    for now_ms in [300.0, 350.0, 400.0] {
        assert_eq!(pace.miss_lease(now_ms), Some(Duration::from_millis(50)));
    }
    assert!(pace.take_lease(430.0, 250.0, 1, &more), "late, and of use all the same");
    assert_eq!(coordinator(&mut pace, 430.0), (Coordination::Leasing, 430.0, 2));
    assert_eq!(pace.give_back(431.0).unwrap().back.len(), 2);
}

#[test]
fn an_answer_is_late_when_somebody_has_waited_for_it() {
    let (mut pace, _) = ahead(1);
    assert!(!pace.lease_due_for(9_740.0, 2) && pace.lease_due_for(9_990.0, 2));
    // Spent while the answer is on its way.
    assert!(pace.admit(10_020.0) && !pace.admit(10_021.0));
    assert_eq!(pace.miss_lease(10_040.0), Some(Duration::from_millis(30)));
    assert_eq!(pace.miss_lease(10_070.0), None);
    assert_eq!(coordinator(&mut pace, 10_070.0).0, Coordination::Alone);
}

#[test]
fn what_has_failed_is_not_waited_for() {
    let mut pace = shared();
    get(&mut pace, 0.0, 1, &lease(&[grant(1, 20_000.0)]));
    assert!(pace.admit(10.0) && pace.lease_due(11.0));
    pace.end_ask(11.0);
    assert_eq!(pace.miss_lease(12.0), None);
}

#[test]
fn who_was_too_busy_to_hear_of_an_answer_looks_for_it_first() {
    let mut pace = shared();
    assert!(pace.lease_due(0.0));
    // A timer of 50 ms that comes after 90.
    assert_eq!(pace.miss_lease(90.0), Some(Duration::from_millis(1)));
    let mut hears = pace.clone();
    assert!(hears.take_lease(92.0, 0.0, 1, &lease(&[grant(5, 20_000.0)])));
    assert_eq!(coordinator(&mut hears, 92.0), (Coordination::Leasing, 92.0, 5));
    assert_eq!(pace.miss_lease(92.0), None, "it was not there");
    assert!(pace.take_lease(93.0, 0.0, 1, &lease(&[grant(5, 20_000.0)])));
    assert_eq!(coordinator(&mut pace, 93.0), (Coordination::Alone, 1.0, 0));
}

#[test]
fn who_is_alone_beside_others_asks_with_one_request_what_is_left() {
    let mut pace = shared();
    get(&mut pace, 0.0, 1, &Lease { is_wanted: true, ..lease(&[]) });
    assert!(pace.lease_due(1_000.0));
    assert_eq!(pace.miss_lease(1_050.0), None);
    pace.end_ask(1_000.0);
    assert!(pace.admit(1_100.0) && !pace.admit(1_101.0));
    assert_eq!(pace.wait_ms(1_101.0, 0), f64::INFINITY, "an answer tells");
    // Of 150 there are 90 left: others were here.
    pace.answer(1_150.0, 1_100.0, 200, &limit(90, 20_000));
    assert!(pace.state(1_150.0).share < 0.1);
    assert!((1..=9).contains(&flood(&mut pace, 1_150.0)));
}

#[test]
fn what_was_freed_of_an_earlier_window_goes_out_first() {
    let (mut pace, _) = ahead(1);
    assert!(!pace.lease_due_for(0.0, 2) && pace.lease_due_for(250.0, 2));
    assert!(pace.take_lease(260.0, 250.0, 1, &lease(&[grant(1, 9_000.0)])));
    assert!(pace.admit(261.0) && !pace.admit(262.0));
    assert_eq!(pace.wait_ms(262.0, 0), 9_738.0);
}

#[test]
fn an_ask_takes_as_long_as_since_it_was_sent() {
    let mut pace = shared();
    assert!(pace.lease_due(0.0));
    // Who sends many asks when all of them wait.
    let ask = pace.lease_ask(40.0, 20);
    assert!(pace.take_lease(85.0, 0.0, ask.want, &lease(&[grant(20, 20_000.0)])));
    assert_eq!(coordinator(&mut pace, 85.0), (Coordination::Leasing, 85.0, 20));
}

#[test]
fn what_was_granted_of_later_windows_goes_back_when_they_are_others() {
    for told in [
        RateLimit { quota: Some(75), ..limit(40, 20_000) },
        RateLimit { quota: Some(150), ..limit(100, 9_000) },
    ] {
        let mut pace = shared();
        let next = Grant { window: 1, permits: 7, from_ms: 20_000.0, until_ms: 50_000.0 };
        get(&mut pace, 0.0, 9, &lease(&[grant(3, 20_000.0), next]));
        assert!(pace.admit(0.0));
        pace.answer(10.0, 0.0, 200, &RateLimit { quota: Some(150), ..limit(100, 20_000) });
        assert_eq!(coordinator(&mut pace, 10.0).2, 9);
        assert!(pace.admit(300.0));
        pace.answer(310.0, 300.0, 200, &told);
        assert_eq!(coordinator(&mut pace, 310.0).2, 1);
        assert!(pace.admit(600.0) && pace.lease_due(700.0));
        assert_eq!(pace.lease_ask(700.0, 1).back, [Unused { window: 1, permits: 7 }]);
    }
}

#[test]
fn in_short_windows_what_is_leased_goes_out_over_a_tenth_of_them() {
    let mut pace = shared();
    get(&mut pace, 0.0, 1, &lease(&[grant(1, 3_000.0)]));
    assert!(pace.admit(0.0));
    let told = RateLimit { quota: Some(150), window_ms: Some(3_000), ..limit(149, 3_000) };
    pace.answer(0.0, 0.0, 200, &told);
    get(&mut pace, 0.0, 18, &lease(&[grant(18, 3_000.0)]));
    let mut sent = Vec::new();
    for now in 0..3_000 {
        if pace.admit(f64::from(now)) {
            sent.push(now);
            pace.answer(f64::from(now), f64::from(now), 200, &told);
        }
    }
    assert_eq!((sent.len(), sent.first(), sent.last()), (18, Some(&0), Some(&284)));
}
