//! What holds of a ledger in whatever order it is asked, and of whatever was written down.

use super::ledger::wants;
use bc_status::pace::{SavedLedger, Seen, Unused};
use bc_status::{Lease, LeaseAsk, Ledger};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;

const DAY_MS: f64 = 86_400_000.0;

/// What a client does after a while.
#[derive(Clone, Copy, Debug)]
struct Turn {
    /// In parts of a window.
    after: f64,
    client: u8,
    want: u32,
    /// Gives back this part of what it holds, instead of wanting more.
    back: Option<f64>,
    /// Forgets what it holds, as a process that ends.
    is_lost: bool,
    is_telling: bool,
}

fn turn() -> impl Strategy<Value = Turn> {
    let after = prop_oneof![19 => 0.0..0.05, 1 => 0.0..3.0];
    (after, 0..9_u8, 1..80_u32, option::weighted(0.3, 0.0..=1.0), 0..50_u8, 0..10_u8).prop_map(
        |(after, client, want, back, lost, telling)| Turn {
            after,
            client,
            want,
            back,
            is_lost: lost == 0,
            is_telling: telling < 7,
        },
    )
}

/// All asks with their moments and leases.
fn live(
    quota: u32,
    window_ms: f64,
    turns: &[Turn],
    mut act: impl FnMut(f64, &LeaseAsk) -> Lease,
) -> Vec<(f64, LeaseAsk, Lease)> {
    let mut now_ms = 1.0_f64;
    let mut holdings: BTreeMap<u8, Vec<Unused>> = BTreeMap::new();
    let mut all = Vec::new();
    for turn in turns {
        now_ms += (turn.after * window_ms).floor();
        let held = holdings.entry(turn.client).or_default();
        if turn.is_lost {
            held.clear();
        }
        let mut ask = wants(&format!("client {}", turn.client), turn.want);
        if let (Some(part), false) = (turn.back, held.is_empty()) {
            let part = |one: Unused| (f64::from(one.permits) * part).floor() as u32;
            ask.back = held.drain(..).map(|it| Unused { permits: part(it), ..it }).collect();
            ask.want = 0;
        }
        let reset_ms = window_ms - (now_ms - 1.0) % window_ms;
        let left = f64::from(quota);
        ask.seen = turn.is_telling.then_some(Seen { quota: left, window_ms, left, reset_ms });
        let lease = act(now_ms, &ask);
        held.extend(
            lease.grants.iter().map(|it| Unused { window: it.window, permits: it.permits }),
        );
        all.push((now_ms, ask, lease));
    }
    all
}

fn odd() -> impl Strategy<Value = f64> {
    prop_oneof![
        10 => 0.0..1e6_f64,
        2 => (0..1_000_000_u32).prop_map(f64::from),
        1 => any::<f64>(),
        2 => select(vec![0.0, 1.0, 150.0, 30_000.0, DAY_MS, 1e12, 8.64e15, 9e15, 1e308, -1.0, 0.5, f64::NAN, f64::INFINITY]),
    ]
}

fn whole() -> impl Strategy<Value = f64> {
    prop_oneof![9 => (0..1_000_000_u32).prop_map(f64::from), 1 => odd()]
}

fn saved() -> impl Strategy<Value = SavedLedger> {
    let name = select(vec!["", "a", "__proto__", "client 1"]).prop_map(str::to_owned);
    let times = (odd(), whole(), odd(), odd());
    let counts = (any::<bool>(), odd(), vec(whole(), 0..4), option::of(odd()), odd(), odd());
    (times, counts, vec((name, odd()), 0..3)).prop_map(|(times, counts, clients)| {
        let (window_ms, number, ends_ms, held_until_ms) = times;
        let (is_told, quota, given, left, taken, others) = counts;
        SavedLedger {
            is_told,
            quota,
            window_ms,
            number,
            ends_ms,
            given,
            left,
            taken,
            others,
            held_until_ms,
            clients,
        }
    })
}

fn report() -> impl Strategy<Value = Option<Seen>> {
    option::of((odd(), odd(), odd(), odd())).prop_map(|seen| {
        seen.map(|(quota, window_ms, left, reset_ms)| Seen { quota, window_ms, left, reset_ms })
    })
}

fn ask() -> impl Strategy<Value = LeaseAsk> {
    let unused =
        (any::<u64>(), any::<u32>()).prop_map(|(window, permits)| Unused { window, permits });
    (any::<u32>(), vec(unused, 0..3), report(), odd()).prop_map(|(want, back, seen, held_ms)| {
        LeaseAsk { want, back, seen, held_ms, ..wants("b", 0) }
    })
}

proptest! {
    #![proptest_config(crate::tries(256))]

    #[test]
    fn no_window_is_granted_more_than_its_quota(
        quota in 20..500_u32,
        seconds in 1..40_u32,
        turns in vec(turn(), 1..400),
    ) {
        let window_ms = f64::from(seconds) * 1_000.0;
        let mut ledger = Ledger::default();
        let all = live(quota, window_ms, &turns, |now_ms, ask| ledger.lease(now_ms, ask).unwrap());
        let mut sums: BTreeMap<u64, i64> = BTreeMap::new();
        for (_, ask, lease) in all {
            for Unused { window, permits } in ask.back {
                *sums.entry(window).or_default() -= i64::from(permits);
            }
            for grant in lease.grants {
                prop_assert!(grant.permits > 0 && grant.from_ms >= 0.0);
                prop_assert!(grant.until_ms > grant.from_ms, "{:?}", grant);
                prop_assert!(grant.until_ms <= 21.0 * window_ms.max(30_000.0), "{:?}", grant);
                let sum = sums.entry(grant.window).or_default();
                *sum += i64::from(grant.permits);
                prop_assert!(*sum <= i64::from(quota), "{sum} of {quota} in {}", grant.window);
            }
            prop_assert!((0.0..=window_ms.max(1_000.0)).contains(&lease.again_ms));
        }
    }

    #[test]
    fn what_is_written_down_and_read_again_at_any_moment_goes_on_the_same(
        quota in 20..500_u32,
        seconds in 1..40_u32,
        turns in vec(turn(), 1..100),
    ) {
        let window_ms = f64::from(seconds) * 1_000.0;
        let mut whole = Ledger::default();
        let all = live(quota, window_ms, &turns, |now_ms, ask| whole.lease(now_ms, ask).unwrap());
        let mut ledger = Ledger::default();
        let again = live(quota, window_ms, &turns, |now_ms, ask| {
            ledger = serde_json::from_str(&serde_json::to_string(&ledger).unwrap()).unwrap();
            ledger.lease(now_ms, ask).unwrap()
        });
        prop_assert_eq!(all, again);
    }

    #[test]
    fn whatever_numbers_were_written_down_it_is_refused_or_goes_on(
        saved in saved(),
        asks in vec(ask(), 1..8),
    ) {
        let Ok(mut ledger) = Ledger::try_from(saved) else { return Ok(()) };
        let moments = [0.0, 10.0, 40_000.0, 1e12, 1e12 + 5.0, 8.64e15, 20.0];
        for (now_ms, ask) in moments.into_iter().zip(asks) {
            let lease = ledger.lease(now_ms, &ask).unwrap();
            for grant in &lease.grants {
                prop_assert!(grant.permits > 0 && grant.from_ms >= 0.0, "{:?}", grant);
                prop_assert!(grant.until_ms > grant.from_ms, "{:?}", grant);
            }
            prop_assert!((0.0..=2.0 * DAY_MS).contains(&lease.again_ms), "{}", lease.again_ms);
            let kept = Ledger::try_from(ledger.saved().clone());
            prop_assert!(kept.is_ok(), "{:?} of {:?}", kept, ledger);
        }
    }
}
