//! What holds of the pace whatever happens: it lets out what it may, and never waits for nothing.

use super::world::{Change, Fate, Scenario, Trip, World};
use bc_status::{Pace, Priority, RateLimit};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const DAY_MS: u64 = 24 * 3_600_000;

fn number(most: u64) -> impl Strategy<Value = Option<u64>> {
    option::of(prop_oneof![0..200u64, 0..100_000u64, 0..=most, Just(most)])
}

/// Whatever headers may say, within what is read from them.
fn readable() -> impl Strategy<Value = RateLimit> {
    limits((1 << 53) - 1, DAY_MS, 366 * DAY_MS)
}

fn limits(count: u64, window_ms: u64, wait_ms: u64) -> impl Strategy<Value = RateLimit> {
    (number(window_ms), number(window_ms), number(count), number(count), number(wait_ms)).prop_map(
        |(window_ms, reset_ms, quota, left, retry_after_ms)| RateLimit {
            window_ms,
            reset_ms,
            quota,
            left,
            retry_after_ms,
        },
    )
}

fn trip(fate: impl Strategy<Value = Fate>) -> impl Strategy<Value = Trip> {
    (25..400u64, 25..400u64, fate).prop_map(|(up_ms, down_ms, fate)| Trip { up_ms, down_ms, fate })
}

fn status() -> impl Strategy<Value = u16> {
    select(vec![200, 201, 404, 422, 500, 502, 503])
}

/// Every answer comes and says what is left.
fn plain() -> impl Strategy<Value = Fate> {
    prop_oneof![9 => status().prop_map(Fate::Answered), 1 => Just(Fate::Released)]
}

/// What the store counts is not always told.
fn lossy() -> impl Strategy<Value = Fate> {
    prop_oneof![
        6 => plain(),
        2 => status().prop_map(Fate::Bare),
        1 => Just(Fate::LostOnTheWayThere),
        1 => Just(Fate::LostOnTheWayBack),
    ]
}

fn anything() -> impl Strategy<Value = Fate> {
    prop_oneof![
        8 => lossy(),
        2 => select(vec![429, 509]).prop_map(Fate::Bare),
        2 => readable().prop_map(Fate::Garbled),
        1 => Just(Fate::Dropped),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (0..500u64).prop_map(Change::Quota),
        (-20_000..20_000i64).prop_map(Change::MoveMs),
        (1..100u64).prop_map(Change::Taken),
    ]
}

/// A moment of a clock that goes wrong.
fn moment() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => 0.0..1e6,
        1 => any::<f64>(),
        1 => select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, -0.0]),
    ]
}

proptest! {
    #![proptest_config(crate::tries(256))]

    #[test]
    fn alone_nothing_is_refused(
        quota in 8..500u64,
        length_ms in 4_000..60_000u64,
        requests in 1..600u32,
        trips in vec(trip(plain()), 1..60),
    ) {
        let requests = vec![requests];
        let world = World::new(Scenario { quota, length_ms, requests, trips, changes: vec![] });
        prop_assert_eq!(world.run()?, 0);
    }

    #[test]
    fn whatever_happens_all_go_out_in_the_end(
        quota in prop_oneof![0..10u64, 0..500u64, Just(7_000_000)],
        length_ms in 1_000..60_000u64,
        requests in vec(1..200u32, 1..5),
        trips in vec(trip(anything()), 1..60),
        changes in vec((0..200_000u64, change()), 0..10),
    ) {
        World::new(Scenario { quota, length_ms, requests, trips, changes }).run()?;
    }

    #[test]
    fn a_wait_ends_when_it_says(
        limit in readable(),
        status in select(vec![200, 429, 503]),
        way_ms in 0..1_000u32,
        before in 0..1_000u32,
    ) {
        let now_ms = f64::from(way_ms);
        let mut pace = Pace::default();
        prop_assert!(pace.admit(0.0));
        pace.answer(now_ms, 0.0, status, &limit);
        let wait_ms = pace.wait_ms(now_ms, 0);
        prop_assert!((0.0..f64::INFINITY).contains(&wait_ms), "{wait_ms}");
        prop_assert!(pace.wait_ms(now_ms, before) >= wait_ms);
        prop_assert!(wait_ms < 1.0 || !pace.clone().admit(now_ms + wait_ms - 1.0));
        prop_assert!(pace.admit(now_ms + wait_ms.ceil()), "after {wait_ms} ms: {:?}", pace.state(now_ms));
    }

    #[test]
    fn no_number_makes_it_panic_or_miscount(
        seed in prop_oneof![0.0..1.0, any::<f64>()],
        circuit in any::<bool>(),
        events in vec(
            (0..7u8, moment(), moment(), any::<u16>(), limits(u64::MAX, u64::MAX, u64::MAX), any::<u32>()),
            0..100,
        ),
    ) {
        let mut pace = Pace::new(0.0, seed, circuit);
        let mut out = 0u32;
        for (kind, now_ms, sent_ms, status, limit, before) in events {
            match kind {
                0 => out += u32::from(pace.admit(now_ms)),
                1 => out += u32::from(pace.admit_leased(now_ms)),
                2 => pace.answer(now_ms, sent_ms, status, &limit),
                3 => pace.answer(now_ms, sent_ms, 429, &limit),
                4 => pace.fail(now_ms, sent_ms),
                5 => pace.release(now_ms, sent_ms),
                _ => prop_assert!(pace.wait_ms(now_ms, before) >= 0.0),
            }
            if (2..6).contains(&kind) {
                out = out.saturating_sub(1);
            }
            let state = pace.state(now_ms);
            prop_assert!(state.in_flight <= out, "{} are out: {:?}", out, state);
            prop_assert!(state.most_in_flight >= 1.0 && state.held_ms >= 0.0, "{state:?}");
        }
    }

    #[test]
    fn of_five_turns_in_a_row_one_is_the_backgrounds_if_it_waits(
        waiting in vec((any::<bool>(), any::<bool>()), 1..200),
    ) {
        let mut pace = Pace::default();
        let mut passed = 0;
        for (interactive, background) in waiting {
            if !interactive && !background {
                continue;
            }
            let next = pace.next(interactive, background);
            let is_background = next == Priority::Background;
            let waits = if is_background { background } else { interactive };
            prop_assert!(waits, "{:?} is next and does not wait", next);
            passed = if background && !is_background { passed + 1 } else { 0 };
            prop_assert!(passed < 5);
        }
    }
}
