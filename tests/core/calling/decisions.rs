//! What a call decides is what `decide` says.

use super::host::{API, Host, answer, call, get, patient};
use bc_status::fetch::Settings;
use bc_status::{Exchange, Policy, State, decide};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_call_decides_as_decide_does() {
    for status in 100..=599_u16 {
        for policy in [Policy::interactive(), Policy::background()] {
            let headers = [("retry-after", "3")];
            let mut host = Host::new([answer(status, &headers), answer(200, &[])]);
            host.random = 0.25;
            let mut call = call(get(), Settings::default().policy(policy));
            host.run(&mut call);
            let exchange = Exchange::request("GET", API).answer(status, &headers);
            let first = call.history()[0].decision;
            // Bodies are read in 5 ms; one that has begun is over.
            let elapsed_ms =
                if host.steps.contains(&bc_status::fetch::Step::ReadBody) { 106 } else { 101 };
            let state = State { attempt: 1, elapsed_ms, random: Some(0.25) };
            let decided = decide(&exchange, &state, &policy);
            assert_eq!((first.retry, first.rule()), (decided.retry, decided.rule()), "{status}");
            assert!(first.delay_ms == decided.delay_ms || !first.retry, "{status}");
        }
    }
}

#[test]
fn the_last_attempt_is_the_last() {
    let mut host = Host::new([answer(503, &[])]);
    let mut call = call(get(), patient());
    host.run(&mut call);
    assert_eq!((host.sent.len(), call.attempts()), (10, 10));
    let left: Vec<_> = call.history().iter().map(|it| it.decision.attempts_left).collect();
    assert_eq!(left, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
}
