//! What a pacer is asked, and what it is told of its permits.

use super::host::{Host, OTHER, answer, call, failure, get, guarded, patient, redirect};
use bc_status::fetch::{End, Event, Fate, Forecast, Hooks, Settings, Step};
use bc_status::{Call, Failure, Gate, LONGEST_DELAY_MS, Policy, Reason};
use std::time::Duration;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn paced() -> Settings {
    Settings { is_paced: true, ..patient() }
}

#[test]
fn each_attempt_is_admitted_and_settled() {
    let spent = &[("x-rate-limit-requests-left", "0"), ("x-retry-after", "1")][..];
    for (reply, fate) in [
        (answer(503, &[]), Fate::Answered(503)),
        (answer(429, spent), Fate::Answered(429)),
        (answer(429, &[]), Fate::Answered(429)),
        (failure(Failure::Network), Fate::Failed),
        (failure(Failure::Timeout), Fate::Failed),
    ] {
        let mut host = Host::new([reply, answer(200, &[])]);
        host.run(&mut call(get(), paced()));
        assert_eq!(host.fates, [fate, Fate::Answered(200)]);
        assert_eq!(host.admitted, 2);
    }
}

#[test]
fn what_says_nothing_of_the_store_gives_the_permit_back() {
    let mut led = answer(404, &[]);
    led.redirected_to = Some(OTHER.into());
    for reply in [led, failure(Failure::Aborted)] {
        let mut host = Host::new([reply]);
        host.run(&mut call(get(), paced()));
        assert_eq!(host.fates, [Fate::Released]);
    }
    let mut host = Host::new([redirect(302, "no url")]);
    host.run(&mut call(guarded(get()), paced()));
    assert_eq!(host.fates, [Fate::Released], "nor where it leads nowhere");
}

#[cfg(feature = "explain")]
#[test]
fn a_429_that_is_no_quota_gives_the_permit_back() {
    let spam = r#"{"title":"Spam protection","type":"spam_protection"}"#;
    let mut host = Host::new([answer(429, &[("x-retry-after", "1")]).says(spam)]);
    let out = host.run(&mut call(get(), paced()));
    assert_eq!(out.decision.map(|it| it.reason), Some(Reason::SpamProtection));
    assert_eq!(host.fates, [Fate::Released]);
}

#[test]
fn the_pacer_hears_of_a_clear_answer_before_its_body_is_read() {
    let order = |left| {
        let headers = [("x-rate-limit-requests-left", left), ("x-retry-after", "1")];
        let mut host = Host::new([answer(429, &headers), answer(200, &[])]);
        host.run(&mut call(get(), paced()));
        let place = |wanted: fn(&Step) -> bool| host.steps.iter().position(wanted).unwrap();
        place(|step| matches!(step, Step::Settle(_))) < place(|step| matches!(step, Step::ReadBody))
    };
    assert!(order("0") && !order("7"), "what is unclear, its body tells");
}

#[test]
fn a_permit_has_to_come_in_the_time_that_is_left() {
    let most = |policy: Policy| {
        let mut call =
            Call::new(get(), Settings { is_paced: true, ..Settings::default().policy(policy) });
        match call.step(Event::Began, &mut Gate::default(), 0.0, 0.0) {
            Step::Admit { attempt: 1, max_wait_ms } => max_wait_ms,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(most(Policy::interactive()), 10_000.0);
    assert_eq!(most(Policy::background()), LONGEST_DELAY_MS as f64);
    let days = Duration::from_secs(3 * 86_400);
    assert_eq!(most(Policy::background().max_delay(days)), 3.0 * LONGEST_DELAY_MS as f64);
    assert_eq!(most(Policy::background().max_elapsed(Duration::from_secs(2))), 2_000.0);
}

#[test]
fn a_repeat_for_which_the_pacer_has_no_time_ends_the_call() {
    for (wait_ms, is_circuit_open, reason) in [
        (9_896.0, false, Some(Reason::DoesNotFit)),
        (60_000.5, true, Some(Reason::CircuitOpen)),
        (9_000.0, true, None),
        (0.0, false, None),
    ] {
        let mut host = Host::new([answer(503, &[]), answer(200, &[])]);
        host.forecast = Forecast { wait_ms, is_circuit_open };
        let settings = Settings { is_paced: true, ..Settings::default() };
        let out = host.run(&mut call(get(), settings));
        let refused = out.decision.filter(|it| host.sent.len() == 1 && !it.retry);
        assert_eq!(refused.map(|it| it.reason), reason);
        if let Some(decision) = refused {
            assert_eq!(decision.delay_ms, wait_ms.ceil() as u64, "what would have been right");
        }
    }
}

#[test]
fn a_pacer_that_throws_ends_the_call() {
    let mut call = Call::new(get(), paced());
    let mut gate = Gate::default();
    assert!(matches!(call.step(Event::Began, &mut gate, 0.0, 0.0), Step::Admit { .. }));
    let step = call.step(Event::Threw, &mut gate, 0.0, 0.0);
    assert!(matches!(step, Step::HandOut(out) if out.end == End::Threw));
}

#[test]
fn who_gives_up_while_the_pacer_is_told_gets_what_is_over() {
    for (status, hooks, end) in [
        (200, Hooks::default(), End::Answer),
        (503, Hooks { retry: true, ..Hooks::default() }, End::Aborted),
    ] {
        let mut host = Host::new([answer(status, &[])]);
        let settings = Settings { hooks, ..paced() };
        host.run(&mut call(get(), settings));
        let at = host.steps.iter().position(|step| matches!(step, Step::Settle(_))).unwrap();
        let mut host = Host::new([answer(status, &[])]);
        host.aborts_at = Some(at + 1);
        assert_eq!(host.run(&mut call(get(), settings)).end, end);
    }
}

#[test]
fn an_attempt_that_somebody_else_sent_has_its_permit() {
    let mut call = Call::sent(get(), paced(), 0.0);
    let answer = bc_status::fetch::Answer { status: 404, ..Default::default() };
    let step = call.step(Event::Answered(answer), &mut Gate::default(), 10.0, 0.0);
    assert_eq!(step, Step::Settle(Fate::Answered(404)));
}
