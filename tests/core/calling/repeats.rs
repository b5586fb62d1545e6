//! What is sent again, and what is not.

use super::host::{API, Came, Host, Reply, answer, call, failure, get, guarded, patient, post};
use bc_status::fetch::{
    Answer, Body, End, Event, Refund, Request, RetryBudget, RetryKind, Settings, Step,
};
use bc_status::{Call, Failure, Gate, Policy, Reason, Rule};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const RESET: &[(&str, &str)] =
    &[("x-rate-limit-time-reset-ms", "4200"), ("x-rate-limit-requests-left", "0")];

#[test]
fn a_success_is_handed_out_at_once() {
    let mut host = Host::new([answer(204, &[])]);
    let mut call = call(get(), Settings { has_budget: true, ..patient() });
    let out = host.run(&mut call);
    assert_eq!((out.end, out.refund), (End::Answer, Some(Refund::Success)));
    assert_eq!(out.decision.map(|it| it.rule()), Some(Rule::NotNeeded));
    assert_eq!((host.sent.len(), host.steps.len(), call.history().len()), (1, 2, 1));
    assert!(call.is_over());
}

#[test]
fn a_get_is_sent_again_after_a_503_and_a_post_is_not() {
    for (request, sent) in [(get(), 3), (post(), 1)] {
        let mut host = Host::new([answer(503, &[]), answer(503, &[]), answer(200, &[])]);
        let out = host.run(&mut call(request, patient()));
        assert_eq!((out.end, host.sent.len()), (End::Answer, sent));
    }
}

#[test]
fn a_post_that_met_a_429_is_sent_again_after_the_reset() {
    let mut host = Host::new([answer(429, RESET), answer(200, &[])]);
    let out = host.run(&mut call(post(), patient()));
    assert_eq!((out.end, host.waits_ms.as_slice()), (End::Answer, &[4_200.0][..]));
    assert!(host.sent[1].at_ms - host.sent[0].at_ms >= 4_300.0);
}

#[test]
fn a_post_whose_answer_was_lost_is_not_sent_again() {
    for lost in [Failure::Network, Failure::Timeout] {
        let mut host = Host::new([failure(lost)]);
        let out = host.run(&mut call(post(), patient()));
        assert_eq!((out.end, host.sent.len()), (End::Failure(lost), 1));
        assert_eq!(out.decision.map(|it| it.reason), Some(Reason::MayHaveRun));
    }
    let vouched = Settings::default().policy(Policy::background().repeatable().max_attempts(4));
    let mut host = Host::new([failure(Failure::Network)]);
    host.run(&mut call(post(), vouched));
    assert_eq!(host.sent.len(), 4, "the caller vouches for it");
}

#[test]
fn a_stream_is_never_sent_twice() {
    let once = Request { body: Body::Once, ..Request::new("PUT", API) };
    let mut host = Host::new([answer(503, &[])]);
    let out = host.run(&mut call(once, patient()));
    let decision = out.decision.unwrap();
    assert_eq!((host.sent.len(), decision.retry, decision.reason), (1, false, Reason::BodyUsedUp));
}

#[test]
fn without_a_policy_it_is_sent_once() {
    let mut host = Host::new([answer(503, &[])]);
    let mut call = call(get(), Settings::default().once());
    let out = host.run(&mut call);
    assert_eq!((out.end, out.decision, out.refund), (End::Answer, None, None));
    assert_eq!((host.steps.len(), call.history().len()), (2, 0), "and nothing is read");
}

#[test]
fn what_every_attempt_would_end_with_ends_the_call() {
    let mut host = Host::new([Reply::of(Came::Threw)]);
    let mut call = call(get(), patient());
    assert_eq!(host.run(&mut call).end, End::Threw);
    assert_eq!((host.sent.len(), call.history().len()), (1, 0));
}

#[test]
fn a_body_is_read_where_it_may_change_the_decision() {
    for (status, method, is_read) in [
        (429, "POST", true),
        (409, "GET", true),
        (500, "POST", true),
        (501, "GET", true),
        (599, "GET", true),
        (503, "GET", true),
        (408, "GET", true),
        (408, "POST", false),
        (404, "GET", false),
        (422, "GET", false),
        (302, "GET", false),
        (200, "GET", false),
        (207, "GET", false),
    ] {
        let mut host = Host::new([answer(status, &[])]);
        host.run(&mut call(Request::new(method, API), Settings::default()));
        assert_eq!(host.steps.contains(&Step::ReadBody), is_read, "{status} {method}");
    }
}

#[test]
fn of_a_quota_that_is_spent_and_when_it_is_back_the_head_says_all() {
    let [left, none, reset] = [
        ("x-rate-limit-requests-left", "3"),
        ("x-rate-limit-requests-left", "0"),
        ("x-rate-limit-time-reset-ms", "4200"),
    ];
    for (status, headers, is_read) in [
        (429, &[none, reset] as &[_], false),
        (429, &[left, reset], true),
        (429, &[none], true),
        (429, &[reset], true),
        (503, &[none, reset], true),
    ] {
        let mut host = Host::new([answer(status, headers), answer(200, &[])]);
        host.run(&mut call(get(), Settings::default()));
        assert_eq!(host.steps.contains(&Step::ReadBody), is_read, "{status} {headers:?}");
    }
}

#[cfg(feature = "explain")]
#[test]
fn a_suspended_store_is_left_alone_by_what_its_body_says() {
    let suspended = answer(503, &[]).says(r#"{"status":503,"title":"Store is suspended"}"#);
    let mut host = Host::new([suspended]);
    let out = host.run(&mut call(get(), patient()));
    assert_eq!((host.sent.len(), out.decision.map(|it| it.rule())), (1, Some(Rule::Suspended)));
}

#[test]
fn what_was_decided_elsewhere_with_the_body_counts() {
    // With nothing said of what is left.
    const RESET: &[(&str, &str)] = &[("x-rate-limit-time-reset-ms", "4200")];
    let decide = |settings| {
        let mut call = Call::sent(get(), settings, 0.0);
        let mut gate = Gate::default();
        let refused = Answer { status: 429, headers: RESET, ..Answer::default() };
        assert_eq!(call.step(Event::Answered(refused), &mut gate, 50.0, 0.0), Step::ReadBody);
        (call, gate)
    };
    // As if the body had said that it is no quota.
    let (mut call, mut gate) = decide(patient());
    let mut decision = {
        let mut host = Host::new([answer(429, RESET), answer(200, &[])]);
        let mut other = super::host::call(get(), patient());
        host.run(&mut other);
        other.history()[0].decision
    };
    assert_eq!(
        call.step(Event::Decided(decision), &mut gate, 60.0, 0.0),
        Step::Wait { ms: 4_200.0 }
    );
    assert!(!gate.is_open());
    let (mut call, mut gate) = decide(patient());
    (decision.retry, decision.reason) = (false, Reason::SpamProtection);
    let step = call.step(Event::Decided(decision), &mut gate, 60.0, 0.0);
    assert!(matches!(step, Step::HandOut(out) if out.decision == Some(decision)));
    assert!(gate.is_open(), "no quota holds it");
    let (mut call, mut gate) = decide(patient());
    decision.reason = Reason::AttemptsUsed;
    call.step(Event::Decided(decision), &mut gate, 60.0, 0.0);
    assert!(!gate.is_open(), "a limit of the policy ended it, and the quota is spent");
}

#[cfg(feature = "explain")]
#[test]
fn a_post_of_graphql_that_only_reads_is_sent_again() {
    let url = "https://api.bigcommerce.com/stores/abc123/graphql";
    let query = r#"{"query":"query { store { name } }"}"#;
    let mutation = r#"{"query":"mutation { a { b } }"}"#;
    let request = Request { body: Body::Again, ..Request::new("POST", url) };
    for (document, sent) in [(Some(query), 2), (Some(mutation), 1), (None, 1)] {
        // At hand, or read when it is needed.
        let known = Request { text: document.map(Into::into), ..request.clone() };
        for request in [known, request.clone()] {
            let mut host = Host::new([answer(503, &[]), answer(200, &[])]);
            host.document = document.map(Into::into);
            let asks = request.text.is_none();
            host.run(&mut call(request, patient()));
            assert_eq!(host.sent.len(), sent, "{document:?}");
            let asked = host.steps.iter().filter(|step| **step == Step::ReadRequest).count();
            assert_eq!(asked, usize::from(asks));
        }
    }
}

#[test]
fn of_other_bodies_nothing_is_asked() {
    let mut host = Host::new([answer(503, &[])]);
    host.run(&mut call(guarded(post()), patient()));
    assert!(!host.steps.contains(&Step::ReadRequest));
}

#[test]
fn a_repeat_costs_what_the_budget_says_and_a_success_gives_it_back() {
    for (reply, kind) in [
        (answer(503, &[]), Some(RetryKind::Retry)),
        (answer(429, &[]), Some(RetryKind::Throttle)),
        (answer(429, RESET), None),
        (answer(503, &[("retry-after", "2")]), Some(RetryKind::Retry)),
    ] {
        let mut host = Host::new([reply, answer(200, &[])]);
        let out = host.run(&mut call(get(), Settings { has_budget: true, ..patient() }));
        assert_eq!(host.asked, kind.into_iter().collect::<Vec<_>>());
        assert_eq!(out.refund, Some(kind.map_or(Refund::Success, Refund::Repeat)));
    }
}

#[test]
fn an_empty_budget_ends_the_call() {
    let mut host = Host::new([answer(503, &[])]);
    host.budget = RetryBudget::of(28.0);
    let mut call = call(get(), Settings { has_budget: true, ..patient() });
    let out = host.run(&mut call);
    assert_eq!((host.sent.len(), host.budget.left()), (3, 0.0));
    assert_eq!(out.decision.map(|it| (it.retry, it.reason)), Some((false, Reason::BudgetSpent)));
    assert_eq!(call.history().last().map(|it| it.decision), out.decision);
}

#[test]
fn a_budget_holds_no_more_than_its_capacity() {
    let mut budget = RetryBudget::of(10.0).cost(RetryKind::Retry, 4.0).refund(3.0);
    budget.give(Refund::Success);
    assert_eq!(budget.left(), 10.0);
    assert!(budget.take(RetryKind::Retry) && budget.take(RetryKind::Retry));
    assert!(!budget.take(RetryKind::Retry));
    budget.give(Refund::Success);
    assert_eq!(budget.left(), 5.0);
    budget.give(Refund::Repeat(RetryKind::Retry));
    assert_eq!(budget.left(), 9.0);
    let default = RetryBudget::default();
    assert_eq!(default.left(), 500.0);
}

#[test]
fn a_page_does_not_ask_the_management_api_again() {
    let request = Request { in_browser: true, ..get() };
    let mut host = Host::new([failure(Failure::Network)]);
    let out = host.run(&mut call(request, patient()));
    assert_eq!(
        (host.sent.len(), out.decision.map(|it| it.reason)),
        (1, Some(Reason::ClosedToPages))
    );
}
