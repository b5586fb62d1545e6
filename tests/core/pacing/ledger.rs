//! Who may spend which part of a shared quota.

use bc_status::pace::{Grant, Seen, Unused};
use bc_status::{Lease, LeaseAsk, Ledger};
use std::time::Duration;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

pub const WINDOW_MS: f64 = 30_000.0;
pub const QUOTA: u32 = 150;

pub fn seen(quota: u32, left: u32, reset_ms: f64) -> Option<Seen> {
    Some(Seen { quota: quota.into(), window_ms: WINDOW_MS, left: left.into(), reset_ms })
}

pub fn wants(client: &str, want: u32) -> LeaseAsk {
    LeaseAsk { client: client.into(), want, ..LeaseAsk::default() }
}

fn tells(left: u32, reset_ms: f64) -> LeaseAsk {
    LeaseAsk { seen: seen(QUOTA, left, reset_ms), ..wants("a", 0) }
}

fn lease(ledger: &mut Ledger, now_ms: f64, ask: &LeaseAsk) -> Lease {
    ledger.lease(now_ms, ask).unwrap()
}

fn parts(grant: &Grant) -> (u64, u32, f64, f64) {
    (grant.window, grant.permits, grant.from_ms, grant.until_ms)
}

fn permits(lease: &Lease) -> u32 {
    lease.grants.iter().map(|grant| grant.permits).sum()
}

/// One that knows its window: it began at 1 and ends at 30,001.
pub fn told(quota: u32, left: u32) -> Ledger {
    let mut ledger = Ledger::default();
    let ask = LeaseAsk { seen: seen(quota, left, WINDOW_MS), ..wants("teller", 0) };
    lease(&mut ledger, 1.0, &ask);
    ledger
}

/// Whatever a client of this many wants, until nothing is granted of this window.
fn spend_all(ledger: &mut Ledger, now_ms: f64, client: &str) -> u32 {
    let mut sum = 0;
    loop {
        let granted = lease(ledger, now_ms, &wants(client, 1_000));
        let own = granted.grants.iter().filter(|grant| grant.from_ms == 0.0);
        let own: u32 = own.map(|grant| grant.permits).sum();
        sum += own;
        if own == 0 {
            return sum;
        }
    }
}

#[test]
fn until_a_quota_is_told_a_few_are_granted_and_then_no_more() {
    let mut ledger = Ledger::default();
    let first = lease(&mut ledger, 1.0, &wants("a", 3));
    assert_eq!(first.grants.iter().map(parts).collect::<Vec<_>>(), [(0, 3, 0.0, 29_700.0)]);
    assert_eq!(permits(&lease(&mut ledger, 2.0, &wants("b", 100))), 13);
    let last = lease(&mut ledger, 3.0, &wants("c", 1));
    assert_eq!((last.grants.len(), last.again_ms), (0, 1_000.0));
}

#[test]
fn the_first_report_is_believed_whenever_its_window_ends() {
    for reset_ms in [100.0, 5_000.0, 14_000.0, 16_000.0, 29_000.0] {
        let mut ledger = Ledger::default();
        lease(&mut ledger, 1.0, &wants("a", 3));
        let ask = LeaseAsk { seen: seen(QUOTA, 20, reset_ms), ..wants("a", 37) };
        let lease = lease(&mut ledger, 1_000.0, &ask);
        let (now, later): (Vec<&Grant>, Vec<_>) =
            lease.grants.iter().partition(|grant| grant.from_ms == 0.0);
        let now: Vec<_> = now.into_iter().map(|grant| (grant.permits, grant.until_ms)).collect();
        assert_eq!(now, if reset_ms > 300.0 { vec![(20, reset_ms - 300.0)] } else { vec![] });
        assert_eq!(later[0].from_ms, reset_ms);
    }
}

#[test]
fn what_is_kept_for_others_is_let_go_as_the_window_passes_without_them() {
    for (since_ms, granted) in [(0.0, 95), (15_000.0, 122), (29_000.0, 148)] {
        assert_eq!(spend_all(&mut told(QUOTA, 40), 30_001.0 + since_ms, "a"), granted);
    }
}

#[test]
fn nobody_gets_more_than_a_quarter_at_a_time_and_of_many_each_gets_his_part() {
    assert_eq!(permits(&lease(&mut told(QUOTA, QUOTA), 2.0, &wants("a", 1_000))), 37);
    let mut many = told(600, 600);
    for client in 0..10 {
        lease(&mut many, 2.0, &wants(&format!("client {client}"), 0));
    }
    assert_eq!(permits(&lease(&mut many, 3.0, &wants("client 1", 1_000))), 54);
}

#[test]
fn all_of_this_window_goes_and_then_the_next_ones_in_the_order_of_time() {
    let mut ledger = told(QUOTA, QUOTA);
    assert_eq!(spend_all(&mut ledger, 10.0, "a"), QUOTA);
    let next = lease(&mut ledger, 20.0, &wants("a", 37));
    assert_eq!(next.again_ms, 0.0);
    assert!(next.grants.iter().all(|it| it.from_ms >= 29_981.0 && it.until_ms > it.from_ms));
}

#[test]
fn what_is_given_back_is_granted_again_and_only_in_its_window() {
    let mut ledger = told(QUOTA, QUOTA);
    let window = lease(&mut ledger, 2.0, &wants("a", 30)).grants[0].window;
    let back = LeaseAsk { back: vec![Unused { window, permits: 12 }], ..wants("a", 0) };
    spend_all(&mut ledger, 3.0, "b");
    assert_eq!(permits(&lease(&mut ledger, 4.0, &back)), 0);
    assert_eq!(spend_all(&mut ledger, 5.0, "c"), 12);
    lease(&mut ledger, WINDOW_MS + 2.0, &tells(QUOTA, WINDOW_MS - 1.0));
    lease(&mut ledger, WINDOW_MS + 3.0, &back);
    let promised = ledger.saved().given.first().copied().unwrap_or_default() as u32;
    assert_eq!(spend_all(&mut ledger, WINDOW_MS + 4.0, "c") + promised, QUOTA);
}

#[test]
fn what_others_took_is_expected_of_them_again_and_forgotten_again() {
    let mut ledger = told(QUOTA, 90);
    assert_eq!(spend_all(&mut ledger, 2.0, "a"), 90);
    for (at, others) in
        [(1.0, 30.0), (2.0, 15.0), (3.0, 8.0), (4.0, 4.0), (5.0, 2.0), (6.0, 1.0), (7.0, 0.0)]
    {
        lease(&mut ledger, at * WINDOW_MS + 2.0, &tells(QUOTA, WINDOW_MS - 1.0));
        assert_eq!(ledger.saved().others, others);
    }
}

#[test]
fn a_429_leaves_nothing_of_its_window_to_anybody() {
    for (held_ms, from_ms) in [(WINDOW_MS - 200.0, WINDOW_MS - 300.0), (90_000.0, 89_900.0)] {
        let mut ledger = told(QUOTA, QUOTA);
        lease(&mut ledger, 100.0, &LeaseAsk { held_ms, ..wants("a", 0) });
        let granted = lease(&mut ledger, 200.0, &wants("b", 10)).grants;
        assert!(!granted.is_empty() && granted.iter().all(|grant| grant.from_ms >= from_ms));
    }
}

#[test]
fn of_a_plan_without_a_quota_all_is_granted_but_not_before_a_429_is_over() {
    let mut ledger = told(16_000_000, 16_000_000);
    let all = lease(&mut ledger, 2.0, &wants("a", 5_000));
    assert_eq!(all.grants.iter().map(parts).collect::<Vec<_>>(), [(0, 5_000, 0.0, WINDOW_MS)]);
    lease(&mut ledger, 3.0, &LeaseAsk { held_ms: 4_000.0, ..wants("a", 0) });
    let held = lease(&mut ledger, 1_003.0, &wants("b", 1)).grants[0];
    assert_eq!((held.from_ms, held.until_ms), (3_000.0, 33_000.0));
}

#[test]
fn a_quota_that_grows_or_shrinks_counts_at_once() {
    let mut ledger = told(QUOTA, QUOTA);
    spend_all(&mut ledger, 2.0, "a");
    let more = LeaseAsk { seen: seen(450, 450, WINDOW_MS - 2.0), ..wants("a", 0) };
    lease(&mut ledger, 3.0, &more);
    assert_eq!(spend_all(&mut ledger, 4.0, "a"), 300);
    let mut less = told(450, 450);
    assert_eq!(spend_all(&mut less, 2.0, "a"), 450);
    lease(&mut less, 3.0, &tells(0, WINDOW_MS - 2.0));
    assert_eq!(spend_all(&mut less, 4.0, "a"), 0);
}

#[test]
fn a_report_that_took_a_while_on_its_way_moves_no_window() {
    let mut ledger = told(QUOTA, QUOTA);
    lease(&mut ledger, 1_000.0, &tells(100, 30_501.0));
    assert_eq!(ledger.saved().ends_ms, 30_001.0);
    lease(&mut ledger, 2_000.0, &tells(100, 27_961.0));
    assert_eq!(ledger.saved().ends_ms, 29_961.0, "the earliest is the latest known");
}

#[test]
fn a_report_of_the_window_before_says_nothing_of_this_one() {
    let mut ledger = told(QUOTA, QUOTA);
    lease(&mut ledger, WINDOW_MS + 2.0, &tells(QUOTA, WINDOW_MS - 1.0));
    lease(&mut ledger, WINDOW_MS + 50.0, &tells(0, 5.0));
    assert_eq!(spend_all(&mut ledger, WINDOW_MS + 60.0, "a"), QUOTA);
}

#[test]
fn a_window_that_moved_is_followed_within_one_of_them() {
    for moved_ms in [2_000.0, 9_000.0, 14_000.0, 17_000.0, 28_000.0] {
        let mut ledger = told(QUOTA, QUOTA);
        for turn in 0..180 {
            let now_ms = WINDOW_MS + 2.0 + f64::from(turn) * 500.0;
            let reset_ms = WINDOW_MS - (now_ms - 1.0 - moved_ms).rem_euclid(WINDOW_MS);
            lease(&mut ledger, now_ms, &tells(QUOTA, reset_ms));
            let off_ms = (ledger.saved().ends_ms - now_ms - reset_ms).abs();
            assert!(now_ms <= 3.0 * WINDOW_MS || off_ms <= WINDOW_MS / 16.0, "by {moved_ms}");
        }
    }
}

#[test]
fn a_client_that_is_not_heard_of_any_more_is_no_rival() {
    let mut ledger = told(QUOTA, QUOTA);
    lease(&mut ledger, 2.0, &wants("gone", 0));
    assert!(lease(&mut ledger, 3.0, &wants("a", 0)).is_wanted);
    for at in 1..=4 {
        lease(&mut ledger, f64::from(at) * WINDOW_MS, &wants("a", 0));
    }
    assert!(!lease(&mut ledger, 4.0 * WINDOW_MS + 9.0, &wants("a", 0)).is_wanted);
}

#[test]
fn after_a_long_rest_the_next_window_is_found_and_nothing_is_held_against_it() {
    let mut ledger = told(QUOTA, 3);
    spend_all(&mut ledger, 2.0, "a");
    let now_ms = 1.0 + 1e7 * WINDOW_MS + 7_000.0;
    assert_eq!(ledger.clone().is_forgotten(now_ms), Ok(true));
    let granted = lease(&mut ledger, now_ms, &wants("a", 10)).grants;
    let [(_, permits, from_ms, until_ms)] = granted.iter().map(parts).collect::<Vec<_>>()[..]
    else {
        panic!("{granted:?}");
    };
    assert_eq!((permits, from_ms, until_ms), (10, 0.0, 22_700.0));
}

#[test]
fn who_gives_back_what_is_not_his_gets_nobody_more_than_the_quota() {
    let mut ledger = told(QUOTA, QUOTA);
    spend_all(&mut ledger, 2.0, "a");
    let back =
        |window, permits| LeaseAsk { back: vec![Unused { window, permits }], ..wants("a", 0) };
    lease(&mut ledger, 3.0, &back(99, 50));
    assert_eq!(spend_all(&mut ledger, 4.0, "a"), 0);
    lease(&mut ledger, 5.0, &back(0, u32::MAX));
    assert!(spend_all(&mut ledger, 6.0, "a") <= QUOTA);
}

#[test]
fn a_moment_that_is_none_is_an_error_and_leaves_the_ledger_as_it_was() {
    let mut ledger = told(QUOTA, QUOTA);
    let before = ledger.clone();
    for now_ms in [f64::NAN, f64::INFINITY, -1.0, 1e300] {
        let wrong = ledger.lease(now_ms, &wants("a", 1)).unwrap_err();
        assert_eq!(wrong.to_string(), "nowMs must be a moment in milliseconds");
        assert_eq!(ledger.is_forgotten(now_ms), Err(wrong));
    }
    assert!(ledger.lease(Duration::MAX, &wants("a", 1)).is_err());
    assert_eq!(ledger, before);
}

#[test]
fn more_clients_than_are_told_apart_make_it_no_larger() {
    let mut ledger = told(QUOTA, QUOTA);
    for client in 0..3_000 {
        lease(&mut ledger, 10.0, &wants(&format!("{client} {}", "ä".repeat(1_000)), 0));
    }
    let clients = &ledger.saved().clients;
    assert_eq!(clients.len(), 250);
    assert!(clients.iter().all(|(name, _)| name.len() <= 64));
    assert_eq!(permits(&lease(&mut ledger, 11.0, &wants("last", 5))), 5);
}
