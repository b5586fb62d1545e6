//! What holds of clients that share a quota by leases, whatever they do.

use super::limit;
use bc_status::{LeaseAsk, Ledger, Pace, RateLimit};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;

const WINDOW_MS: f64 = 30_000.0;

#[derive(Clone, Copy, Debug)]
struct Turn {
    after_ms: u32,
    client: usize,
    /// So many requests want to go out.
    requests: u32,
    /// The ledger is not reached.
    is_missed: bool,
    gives_back: bool,
}

/// `missing`: of twenty asks so many come to nothing.
fn turn(missing: u8) -> impl Strategy<Value = Turn> {
    let after_ms = prop_oneof![8 => 0..300_u32, 2 => 0..3_000_u32, 1 => 0..90_000_u32];
    (after_ms, 0..4_usize, 0..40_u32, 0..20_u8, any::<bool>()).prop_map(
        move |(after_ms, client, requests, missed, gives_back)| Turn {
            after_ms,
            client,
            requests,
            is_missed: missed < missing,
            gives_back,
        },
    )
}

/// Asks where it is time to, with the answer at once.
fn ask(pace: &mut Pace, ledger: &mut Ledger, now_ms: f64, client: usize, turn: Turn) {
    if !pace.lease_due(now_ms) {
        return;
    }
    if turn.is_missed {
        pace.miss_lease(now_ms);
    } else {
        let ask = pace.lease_ask(now_ms, turn.requests);
        tell(pace, ledger, now_ms, client, ask);
    }
    pace.end_ask(now_ms);
}

fn tell(pace: &mut Pace, ledger: &mut Ledger, now_ms: f64, client: usize, mut ask: LeaseAsk) {
    ask.client = client.to_string();
    let lease = ledger.lease(now_ms, &ask).unwrap();
    assert!(pace.take_lease(now_ms, now_ms, ask.want, &lease), "{lease:?}");
}

proptest! {
    #![proptest_config(crate::tries(256))]

    /// The store counts from 0 on, and all are answered at once. Two requests come before all
    /// others: the one hears of the quota, and with the other the ledger does. What it grants before
    /// it knows of the window, a client could spend in the next one.
    #[test]
    fn no_window_is_overrun(
        quota in 20..300_u64,
        began_ms in 0..30_000_u32,
        turns in vec(turn(0), 1..300),
    ) {
        let mut ledger = Ledger::default();
        let mut paces: Vec<_> = (0..4).map(|it| Pace::shared(0.0, f64::from(it) / 4.0, true)).collect();
        let mut used: BTreeMap<u64, u64> = BTreeMap::new();
        let mut now_ms = f64::from(began_ms);
        let first = Turn { after_ms: 0, client: 0, requests: 1, is_missed: false, gives_back: false };
        for turn in [first, first].into_iter().chain(turns) {
            now_ms += f64::from(turn.after_ms);
            let pace = &mut paces[turn.client];
            for _ in 0..turn.requests {
                ask(pace, &mut ledger, now_ms, turn.client, turn);
                if !pace.admit(now_ms) {
                    break;
                }
                let window = (now_ms / WINDOW_MS) as u64;
                let count = used.entry(window).or_default();
                *count += 1;
                prop_assert!(*count <= quota, "{count} of {quota} in window {window}");
                let reset_ms = (window + 1) as f64 * WINDOW_MS - now_ms;
                let told = limit(quota - *count, reset_ms as u64);
                pace.answer(now_ms, now_ms, 200, &RateLimit { quota: Some(quota), ..told });
            }
            if turn.gives_back && let Some(back) = pace.give_back(now_ms) {
                tell(pace, &mut ledger, now_ms, turn.client, back);
                pace.end_ask(now_ms);
            }
        }
    }

    /// Who waits is told when to look again, and then there is a permit, an ask or an answer.
    #[test]
    fn nobody_waits_for_nothing(turns in vec(turn(1), 1..200)) {
        let mut ledger = Ledger::default();
        let mut paces: Vec<_> = (0..4).map(|it| Pace::shared(0.0, f64::from(it) / 4.0, true)).collect();
        let mut now_ms = 0.0;
        for turn in turns {
            now_ms += f64::from(turn.after_ms);
            let pace = &mut paces[turn.client];
            for _ in 0..turn.requests {
                ask(pace, &mut ledger, now_ms, turn.client, turn);
                if pace.admit(now_ms) {
                    pace.answer(now_ms, now_ms, 200, &limit(40, 10_000));
                    continue;
                }
                let wait_ms = pace.wait_ms(now_ms, 0);
                prop_assert!(wait_ms > 0.0 && wait_ms < f64::INFINITY, "{wait_ms}: {pace:?}");
                // A timer goes at a whole millisecond, and a permit may have ended before it.
                let goes_on = |then_ms: f64| {
                    let mut later = pace.clone();
                    later.lease_due(then_ms) || later.admit(then_ms)
                };
                let is_told = goes_on(now_ms + wait_ms.ceil()) || goes_on(now_ms + wait_ms + 1e-6);
                prop_assert!(is_told, "{wait_ms}: {pace:?}");
                break;
            }
        }
    }
}
