//! The hold of a store after a 429, which all calls share.

use super::host::{API, Host, OTHER, answer, call, get, guarded, patient, redirect};
use bc_status::fetch::{Request, Settings};
use bc_status::{Gate, Policy};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const RESET: &[(&str, &str)] =
    &[("x-rate-limit-time-reset-ms", "4000"), ("x-rate-limit-requests-left", "0")];

/// By a policy for which a quota counts, though it waits for none.
fn once_by_policy() -> Settings {
    Settings::default().policy(Policy::interactive().max_attempts(1).without_jitter())
}

/// A host whose gate was closed for 4 s by a call that does not wait itself, a second ago.
fn closed() -> Host {
    let mut host = Host::new([answer(429, RESET), answer(200, &[])]);
    host.run(&mut call(get(), once_by_policy()));
    host.now_ms += 1_000.0;
    assert_eq!((host.waits_ms.len(), host.gate.is_open()), (0, false));
    host
}

#[test]
fn another_call_to_the_store_waits_until_the_quota_is_back() {
    let mut host = closed();
    host.run(&mut call(get(), patient()));
    assert_eq!(host.waits_ms, [3_000.0]);
    host.run(&mut call(get(), patient()));
    assert_eq!(host.waits_ms.len(), 1, "and then no more");
    assert!(host.gate.is_open());
}

#[test]
fn a_network_before_the_store_holds_nothing_of_the_stores() {
    let mut host = Host::new([
        answer(429, &[("retry-after", "4")]).says("error code: 1015"),
        answer(200, &[]),
        answer(200, &[]),
    ]);
    host.run(&mut call(get(), patient()));
    assert_eq!(host.waits_ms, [4_000.0], "the call itself waits");
    assert!(host.gate.is_open(), "and no other");
}

#[test]
fn calls_to_other_stores_do_not_wait() {
    let mut host = closed();
    host.run(&mut call(Request::new("GET", OTHER), patient()));
    assert_eq!(host.waits_ms.len(), 0);
}

#[test]
fn calls_go_one_after_the_other_when_it_opens() {
    let waits: Vec<_> = [0.0, 0.5, 0.999]
        .into_iter()
        .map(|random| {
            let mut host = closed();
            host.random = random;
            host.run(&mut call(get(), Settings::default().policy(Policy::background())));
            host.waits_ms[0]
        })
        .collect();
    assert_eq!(waits, [3_000.0, 3_200.0, 3_000.0 + 400.0 * 0.999]);
}

#[test]
fn a_wait_that_does_not_fit_is_not_begun() {
    for policy in [
        Policy::interactive().max_delay(std::time::Duration::from_millis(2_999)),
        Policy::interactive().max_elapsed(std::time::Duration::from_millis(2_999)),
        Policy::interactive().max_attempts(1),
    ] {
        let mut host = closed();
        host.run(&mut call(get(), Settings::default().policy(policy.without_jitter())));
        assert_eq!(host.waits_ms.len(), 0, "{policy:?}");
    }
}

#[test]
fn jitter_alone_makes_no_wait_too_long() {
    for (most_ms, wait_ms) in [(3_300, 3_200.0), (3_199, 3_000.0), (3_000, 3_000.0)] {
        let mut host = closed();
        host.random = 0.5;
        let limit = std::time::Duration::from_millis(most_ms);
        let policy = Policy::background().max_delay(limit);
        host.run(&mut call(get(), Settings::default().policy(policy)));
        assert_eq!(host.waits_ms, [wait_ms], "{most_ms}");
    }
}

#[test]
fn nobody_waits_who_is_sent_once_or_is_paced() {
    for settings in [Settings::default().once(), Settings { is_paced: true, ..patient() }] {
        let mut host = closed();
        host.run(&mut call(get(), settings));
        assert_eq!(host.waits_ms.len(), 0);
    }
}

#[test]
fn a_call_waits_once_for_the_429_that_it_met() {
    let mut host = Host::new([answer(429, RESET), answer(200, &[])]);
    host.run(&mut call(get(), patient()));
    assert_eq!(host.waits_ms, [4_000.0]);
}

#[test]
fn a_call_waits_for_a_hold_that_came_while_it_waited() {
    let mut host = Host::new([answer(429, RESET), answer(200, &[])]);
    let mut other = call(get(), patient());
    host.run(&mut call(get(), once_by_policy()));
    host.gate.close("abc123", 9_000.0, host.now_ms);
    host.run(&mut other);
    assert_eq!(host.waits_ms, [9_000.0], "the longer hold stays");
}

#[test]
fn the_answer_of_whoever_a_redirect_led_to_holds_no_store() {
    let there = format!("{API}/7");
    // Here, or by somebody else.
    for (to, is_held) in [(OTHER, false), (there.as_str(), true)] {
        let mut led = answer(429, RESET);
        led.redirected_to = Some(to.into());
        for replies in [vec![redirect(302, to), answer(429, RESET)], vec![led]] {
            let mut host = Host::new(replies);
            host.run(&mut call(guarded(get()), once_by_policy()));
            assert_eq!(host.gate.is_open(), !is_held, "{to}");
        }
    }
}

/// The clock of a test may not run with its timers.
#[test]
fn what_was_waited_for_is_over_whatever_the_clock_says() {
    let mut host = Host::new([answer(429, RESET), answer(200, &[])]);
    host.is_clock_still = true;
    host.run(&mut call(get(), patient()));
    assert_eq!(host.waits_ms, [4_000.0], "by the call that met it");
    let mut host = closed();
    host.is_clock_still = true;
    host.run(&mut call(get(), patient()));
    assert_eq!(host.waits_ms, [3_000.0], "by another");
}

#[test]
fn a_429_that_names_no_wait_holds_nobody() {
    for reply in [answer(429, &[]), answer(503, &[("retry-after", "4")])] {
        let mut host = Host::new([reply]);
        host.run(&mut call(get(), once_by_policy()));
        assert!(host.gate.is_open());
    }
}

#[test]
fn a_gate_forgets_what_is_over() {
    let mut gate = Gate::default();
    gate.close("a", 1_000.0, 0.0);
    gate.close("a", 500.0, 0.0);
    assert_eq!(gate.wait("a", 0.0, 0.0).map(|held| held.until_ms), Some(1_000.0));
    gate.close("b", 10.0, 1_000.0);
    assert_eq!(gate.wait("a", 1_000.0, 0.0), None);
    assert_eq!(gate.wait("b", 1_010.0, 0.0), None);
    assert!(gate.is_open());
}
