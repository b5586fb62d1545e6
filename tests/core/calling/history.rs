//! What was tried.

use super::host::{Host, answer, call, failure, get, patient};
use bc_status::fetch::Settings;
use bc_status::{Failure, Policy, Rule};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn each_attempt_is_recorded_with_its_times_and_its_decision() {
    let mut host = Host::new([
        answer(503, &[("retry-after", "2")]),
        failure(Failure::Network).after(250.0),
        answer(200, &[]).after(40.0),
    ]);
    let mut call = call(get(), patient());
    host.run(&mut call);
    let seen: Vec<_> = call
        .history()
        .iter()
        .map(|it| {
            (it.attempt, it.status, it.failure, it.started_ms, it.duration_ms, it.decision.rule())
        })
        .collect();
    assert_eq!(
        seen,
        [
            (1, Some(503), None, 0.0, 100.0, Rule::RetryAfter),
            (2, None, Some(Failure::Network), 2_105.0, 250.0, Rule::Network),
            (3, Some(200), None, 4_355.0, 40.0, Rule::NotNeeded),
        ]
    );
    assert_eq!(host.waits_ms, [2_000.0, 2_000.0]);
}

#[test]
fn each_attempt_tells_how_long_was_waited_before_it() {
    let mut host = Host::new([
        answer(503, &[("retry-after", "2")]),
        failure(Failure::Network).after(250.0),
        answer(200, &[]).after(40.0),
    ]);
    let mut call = call(get(), patient());
    host.run(&mut call);
    let waits_ms: Vec<_> = call.history().iter().map(|it| it.waited_ms).collect();
    // Not in it is what the host takes to read a body.
    assert_eq!(waits_ms, [0.0, host.waits_ms[0], host.waits_ms[1]]);
    assert_eq!(call.waited_ms(), host.waits_ms[1]);
}

#[test]
fn what_was_decided_last_is_in_it() {
    let mut host = Host::new([answer(503, &[])]);
    let mut call = call(get(), Settings::default().policy(Policy::interactive().max_attempts(1)));
    let out = host.run(&mut call);
    assert_eq!(call.history().last().map(|it| it.decision), out.decision);
}

#[cfg(all(feature = "serde", not(target_arch = "wasm32")))]
#[test]
fn it_is_written_as_the_npm_package_has_it() {
    let mut host = Host::new([answer(404, &[]).after(12.5)]);
    let mut call = call(get(), patient());
    host.run(&mut call);
    let written = serde_json::to_value(call.history()).unwrap();
    assert_eq!(
        written,
        serde_json::json!([{
            "attempt": 1,
            "status": 404,
            "failure": null,
            "startedMs": 0.0,
            "waitedMs": 0.0,
            "durationMs": 12.5,
            "decision": {
                "retry": false,
                "delayMs": 0,
                "rule": "not-retryable",
                "reason": "change-first",
                "mayHaveRun": false,
                "attemptsLeft": 0,
            },
        }])
    );
    let read: Vec<bc_status::AttemptRecord> = serde_json::from_value(written).unwrap();
    assert_eq!(read, call.history());
}
