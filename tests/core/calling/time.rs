//! Limits of time, and a caller who gives up.

use super::host::{Host, answer, call, failure, get, guarded, patient, redirect};
use bc_status::fetch::{Answer, End, Event, Hook, Hooks, Settings, Step};
use bc_status::{Call, Failure, Gate, Policy, Reason, Rule};
use std::time::Duration;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn limits(host: &Host) -> Vec<Option<f64>> {
    host.sent.iter().map(|sent| sent.what.limit_ms).collect()
}

#[test]
fn without_limits_there_are_none() {
    for settings in [
        Settings::default(),
        patient(),
        Settings::default().policy(Policy::background().max_elapsed(Duration::MAX)),
        Settings::default().policy(Policy::interactive().max_elapsed(Duration::ZERO)),
        Settings::default().attempt_timeout(Duration::MAX),
    ] {
        let mut host = Host::new([answer(200, &[])]);
        host.run(&mut call(get(), settings));
        assert_eq!(limits(&host), [None], "{settings:?}");
    }
}

#[test]
fn an_attempt_that_takes_too_long_has_timed_out() {
    let mut host = Host::new([answer(200, &[]).after(900.0), answer(200, &[])]);
    let mut call = call(get(), patient().attempt_timeout(Duration::from_millis(500)));
    let out = host.run(&mut call);
    assert_eq!((out.end, limits(&host)), (End::Answer, vec![Some(500.0); 2]));
    assert_eq!(call.history()[0].failure, Some(Failure::Timeout));
    assert_eq!(call.history()[0].duration_ms, 500.0);
}

#[test]
fn the_time_of_the_whole_call_ends_an_attempt_too() {
    let policy = Policy::interactive().max_elapsed(Duration::from_secs(4)).without_jitter();
    let mut host = Host::new([answer(503, &[]), answer(200, &[]).after(9_000.0)]);
    let settings = Settings::default().policy(policy).attempt_timeout(Duration::from_millis(3_500));
    let out = host.run(&mut call(get(), settings));
    // 100 ms for the first answer, 5 ms for its body, a wait of a second.
    assert_eq!(limits(&host), [Some(3_500.0), Some(2_895.0)]);
    assert_eq!(out.end, End::Failure(Failure::Timeout));
    assert_eq!(out.decision.map(|it| it.rule()), Some(Rule::BudgetExhausted));
    assert_eq!(host.now_ms, 9_000.0);
}

#[test]
fn a_millisecond_that_has_begun_is_over() {
    for (elapsed_ms, sent) in [(4_100, 1), (4_101, 2)] {
        let policy = Policy::interactive().max_elapsed(Duration::from_millis(elapsed_ms));
        let mut host = Host::new([answer(503, &[("retry-after", "4")]), answer(200, &[])]);
        host.run(&mut call(get(), Settings::default().policy(policy)));
        assert_eq!(host.sent.len(), sent, "{elapsed_ms} ms");
    }
}

#[test]
fn a_wait_that_does_not_fit_is_given_back() {
    let day = answer(503, &[("retry-after", "86401")]);
    let mut host = Host::new([day]);
    let out = host.run(&mut call(get(), patient()));
    let decision = out.decision.unwrap();
    assert_eq!((host.waits_ms.len(), decision.reason), (0, Reason::DoesNotFit));
    assert_eq!(decision.delay_ms, 86_401_000);
}

#[test]
fn the_clock_may_be_durations() {
    let mut call = Call::new(get(), patient());
    let mut gate = Gate::default();
    let at = Duration::from_millis;
    assert!(matches!(call.step(Event::Began, &mut gate, at(7), 0.0), Step::Send(_)));
    let answer = Answer { status: 200, ..Answer::default() };
    call.step(Event::Answered(answer), &mut gate, at(57), 0.0);
    assert_eq!(call.history()[0].duration(), at(50));
    assert_eq!(call.history()[0].started(), at(0));
}

#[test]
fn who_gives_up_an_attempt_gets_it_told_and_recorded() {
    let hooks = Hooks { give_up: true, ..Hooks::default() };
    let mut host = Host::new([answer(200, &[])]);
    host.aborts_at = Some(1);
    let mut call = call(get(), Settings { hooks, ..patient() });
    let out = host.run(&mut call);
    assert_eq!(out.end, End::Failure(Failure::Aborted));
    assert_eq!(out.decision.map(|it| it.reason), Some(Reason::GaveUp));
    assert_eq!(host.told.last().map(|told| told.hook), Some(Hook::GiveUp));
    assert_eq!(call.history().len(), 1);
}

#[test]
fn who_gives_up_a_wait_gets_nothing_more() {
    let hooks = Hooks { attempt: true, retry: true, give_up: true };
    let settings = Settings { hooks, has_budget: true, ..patient() };
    let script = || [redirect(302, "/there"), answer(503, &[]), answer(404, &[])];
    let mut host = Host::new(script());
    host.run(&mut call(guarded(get()), settings));
    let whole = host.steps.clone();
    for (at, step) in whole.iter().enumerate() {
        let mut host = Host::new(script());
        host.aborts_at = Some(at + 1);
        let out = host.run(&mut call(guarded(get()), settings));
        let is_sent = matches!(step, Step::Send(_) | Step::Resolve { .. });
        match step {
            Step::HandOut(_) => assert_eq!(out.end, End::Answer),
            _ if is_sent => assert_eq!(out.end, End::Failure(Failure::Aborted), "{step:?}"),
            _ => assert_eq!(out.end, End::Aborted, "{step:?}"),
        }
        let most = whole[..=at].iter().filter(|step| matches!(step, Step::Send(_))).count();
        assert!(host.sent.len() <= most, "{step:?}");
    }
    assert!(whole.len() > 10, "{whole:?}");
}

#[test]
fn who_gives_up_before_the_beginning_sends_nothing() {
    let mut call = Call::new(get(), patient());
    let step = call.step(Event::Aborted, &mut Gate::default(), 0.0, 0.0);
    assert!(matches!(step, Step::HandOut(out) if out.end == End::Aborted));
    assert_eq!(call.step(Event::Began, &mut Gate::default(), 0.0, 0.0), Step::Nothing);
}

#[test]
fn a_failure_of_the_platform_that_is_an_abort_counts_as_one() {
    let mut host = Host::new([failure(Failure::Aborted)]);
    let out = host.run(&mut call(get(), patient()));
    assert_eq!((host.sent.len(), out.decision.map(|it| it.rule())), (1, Some(Rule::Aborted)));
}
