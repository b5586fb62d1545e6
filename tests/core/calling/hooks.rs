//! What hooks are told, and what they may say.

use super::host::{Host, answer, call, failure, get, patient};
use bc_status::fetch::{End, Hook, Hooks, Settings};
use bc_status::{Failure, Reason, Rule};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const ALL: Hooks = Hooks { attempt: true, retry: true, give_up: true };

fn heard(host: &Host) -> Vec<(Hook, u32, Option<u16>)> {
    host.told.iter().map(|told| (told.hook, told.attempt, told.status)).collect()
}

#[test]
fn hooks_hear_of_attempts_repeats_and_the_end() {
    let mut host = Host::new([answer(503, &[]), answer(404, &[])]);
    host.run(&mut call(get(), Settings { hooks: ALL, ..patient() }));
    assert_eq!(
        heard(&host),
        [
            (Hook::Attempt, 1, None),
            (Hook::Retry, 1, Some(503)),
            (Hook::Attempt, 2, None),
            (Hook::GiveUp, 2, Some(404)),
        ]
    );
    let rules: Vec<_> = host.told.iter().filter_map(|told| Some(told.decision?.rule())).collect();
    assert_eq!(rules, [Rule::Unavailable, Rule::NotRetryable]);
}

#[test]
fn nobody_is_told_of_a_success_at_the_end() {
    let mut host = Host::new([answer(503, &[]), answer(200, &[])]);
    host.run(&mut call(get(), Settings { hooks: ALL, ..patient() }));
    assert!(host.told.iter().all(|told| told.hook != Hook::GiveUp));
}

#[test]
fn who_wants_to_hear_nothing_is_told_nothing() {
    let mut host = Host::new([answer(503, &[]), answer(404, &[])]);
    host.run(&mut call(get(), patient()));
    assert_eq!(host.told.len(), 0);
}

#[test]
fn a_hook_may_refuse_a_repeat_and_only_that() {
    let mut host = Host::new([answer(503, &[])]);
    host.refuses = true;
    let mut call = call(get(), Settings { hooks: ALL, ..patient() });
    let out = host.run(&mut call);
    let decision = out.decision.unwrap();
    assert_eq!((host.sent.len(), decision.retry, decision.reason), (1, false, Reason::Refused));
    assert_eq!(host.told.last().map(|told| told.decision), Some(out.decision));
    assert_eq!(call.history().len(), 1);
}

#[test]
fn what_a_hook_throws_ends_the_call() {
    for (hook, sent) in [(Hook::Attempt, 0), (Hook::Retry, 1), (Hook::GiveUp, 2)] {
        let mut host = Host::new([answer(503, &[]), answer(404, &[])]);
        host.throwing = Some(hook);
        let out = host.run(&mut call(get(), Settings { hooks: ALL, ..patient() }));
        assert_eq!((out.end, host.sent.len()), (End::Threw, sent), "{hook:?}");
    }
}

#[test]
fn without_a_policy_the_end_is_told_all_the_same() {
    let mut host = Host::new([failure(Failure::Network)]);
    let mut call = call(get(), Settings { hooks: ALL, ..Settings::default().once() });
    let out = host.run(&mut call);
    assert_eq!(out.end, End::Failure(Failure::Network));
    assert_eq!(heard(&host), [(Hook::Attempt, 1, None), (Hook::GiveUp, 1, None)]);
    assert_eq!(host.told[1].failure, Some(Failure::Network));
    assert_eq!(out.decision.map(|it| it.rule()), Some(Rule::AttemptsExhausted));
    assert_eq!(call.history().len(), 0);
}
