//! Redirects as the Fetch standard has them, and no secret to another origin.

use super::host::{
    API, Host, OTHER, Reply, answer, call, failure, get, guarded, patient, post, redirect,
};
use bc_status::fetch::{Body, End, Refusal, Request, Settings, Step};
use bc_status::{Failure, Policy, Rule};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const THERE: &str = "https://api.bigcommerce.com/there";

#[test]
fn each_status_is_followed_as_by_the_standard() {
    for (status, method, expected, with_body) in [
        (301, "POST", "GET", false),
        (302, "POST", "GET", false),
        (302, "post", "GET", false),
        (303, "POST", "GET", false),
        (303, "PUT", "GET", false),
        (303, "HEAD", "HEAD", true),
        (303, "GET", "GET", true),
        (301, "PUT", "PUT", true),
        (302, "DELETE", "DELETE", true),
        (307, "POST", "POST", true),
        (308, "POST", "POST", true),
    ] {
        let request = Request { body: Body::Again, ..Request::new(method, API) };
        let mut host = Host::new([redirect(status, "/there"), answer(200, &[])]);
        let out = host.run(&mut call(guarded(request), patient()));
        assert_eq!(out.end, End::Answer);
        let last = host.hops()[1];
        assert_eq!(last, (1, expected, THERE, with_body, true), "{status} {method}");
    }
}

#[test]
fn an_answer_that_leads_nowhere_is_handed_out() {
    for reply in [
        answer(302, &[]),
        answer(304, &[("Location", OTHER)]),
        answer(300, &[("Location", OTHER)]),
        answer(200, &[("Location", OTHER)]),
    ] {
        let mut host = Host::new([reply]);
        assert_eq!(host.run(&mut call(guarded(get()), patient())).end, End::Answer);
        assert_eq!(host.sent.len(), 1);
    }
}

#[test]
fn elsewhere_is_followed_by_whoever_sends() {
    let mut host = Host::new([redirect(302, OTHER)]);
    let out = host.run(&mut call(get(), patient()));
    assert_eq!(out.decision.map(|it| it.rule()), Some(Rule::NotRetryable));
    assert!(!host.steps.iter().any(|step| matches!(step, Step::Resolve { .. })));
}

#[test]
fn a_credential_goes_to_its_own_origin_only_and_does_not_come_back() {
    for (from, to, goes) in [
        (API, THERE, true),
        (API, OTHER, false),
        (API, "https://api.bigcommerce.com:443/there", true),
        (API, "https://api.bigcommerce.com:8443/there", false),
        (API, "http://api.bigcommerce.com/there", false),
        ("http://shop.example/a", "https://shop.example/b", true),
        ("http://shop.example:8080/a", "https://shop.example:8080/b", false),
        ("https://shop.example/a", "https://a.shop.example/b", false),
    ] {
        let mut host = Host::new([redirect(307, to), redirect(307, from), answer(200, &[])]);
        host.run(&mut call(guarded(Request::new("GET", from)), patient()));
        let went: Vec<_> = host.hops().iter().map(|hop| hop.4).collect();
        let is_home = goes && !from.starts_with("http:");
        assert_eq!(went, [true, goes, is_home], "{from} {to}");
    }
}

#[test]
fn a_hop_says_which_headers_go_along() {
    let mut host = Host::new([redirect(302, OTHER), answer(200, &[])]);
    host.run(&mut call(guarded(post()), patient()));
    let [first, last] = [&host.sent[0].what.hop, &host.sent[1].what.hop];
    let names = [
        "X-Auth-Token",
        "x_auth_token",
        "Authorization",
        "Cookie",
        "Client-Secret",
        "Host",
        "Content-Type",
        "content-length",
    ];
    for name in names {
        assert!(first.keeps(name) && !last.keeps(name), "{name}");
    }
    for name in ["Accept", "Idempotency-Key", "X-Correlation-Id"] {
        assert!(first.keeps(name) && last.keeps(name), "{name}");
    }
}

#[test]
fn a_secret_in_a_body_goes_to_no_other_origin() {
    for (status, holds_secret, sent) in [(307, true, 1), (307, false, 2), (302, true, 2)] {
        let mut host = Host::new([redirect(status, OTHER), answer(200, &[])]);
        host.holds_secret = holds_secret;
        let out = host.run(&mut call(guarded(post()), patient()));
        assert_eq!((out.end, host.sent.len()), (End::Answer, sent), "{status} {holds_secret}");
        let searches = host.steps.contains(&Step::SearchBody);
        assert_eq!(searches, status == 307, "what does not go along is not looked at");
    }
    let mut host = Host::new([redirect(307, THERE), answer(200, &[])]);
    host.holds_secret = true;
    host.run(&mut call(guarded(post()), patient()));
    assert_eq!(host.sent.len(), 2, "within its origin it may");
}

#[test]
fn what_may_not_be_followed_is_refused_at_once() {
    let once = Request { body: Body::Once, ..Request::new("POST", API) };
    for (request, status, to, why) in [
        (get(), 302, "no url", Refusal::NoUrl),
        (get(), 302, "ftp://other.example/", Refusal::NotHttp),
        (get(), 302, "mailto:a@other.example", Refusal::NotHttp),
        (get(), 302, "https://admin:pa55@other.example/", Refusal::User),
        (get(), 302, "https://admin@other.example/", Refusal::User),
        (once.clone(), 307, "/there", Refusal::BodyOnce),
        (once, 302, "/there", Refusal::BodyOnce),
    ] {
        let mut host = Host::new([redirect(status, to), answer(200, &[])]);
        let mut call = call(guarded(request), patient());
        assert_eq!(host.run(&mut call).end, End::Refused(why), "{to}");
        assert_eq!((host.sent.len(), call.history().len()), (1, 0), "and not sent again");
    }
}

#[test]
fn a_303_asks_for_no_stream() {
    let once = Request { body: Body::Once, ..Request::new("POST", API) };
    let mut host = Host::new([redirect(303, "/there"), answer(200, &[])]);
    assert_eq!(host.run(&mut call(guarded(once), patient())).end, End::Answer);
    assert_eq!(host.hops()[1], (1, "GET", THERE, false, true));
}

#[test]
fn a_loop_ends_after_twenty_hops_and_is_not_begun_again() {
    let mut host = Host::new([redirect(302, "/there")]);
    let out = host.run(&mut call(guarded(get()), patient()));
    assert_eq!((out.end, host.sent.len()), (End::Refused(Refusal::TooMany), 21));
}

#[test]
fn where_only_the_senders_own_url_is_known_a_redirect_is_handed_out() {
    let mut host = Host::new([redirect(302, "/there")]);
    let out = host.run(&mut call(guarded(Request::new("GET", "/here")), patient()));
    assert_eq!((out.end, host.sent.len()), (End::Answer, 1));
}

#[test]
fn a_repeat_begins_with_the_request_itself() {
    let mut host =
        Host::new([redirect(302, OTHER), answer(503, &[]), redirect(302, OTHER), answer(200, &[])]);
    host.run(&mut call(
        guarded(Request { body: Body::Again, ..Request::new("PUT", API) }),
        patient(),
    ));
    assert_eq!(
        host.hops(),
        [
            (1, "PUT", API, true, true),
            (1, "PUT", OTHER, true, false),
            (2, "PUT", API, true, true),
            (2, "PUT", OTHER, true, false),
        ]
    );
    let searches = host.steps.iter().filter(|step| **step == Step::SearchBody).count();
    assert_eq!(searches, 1, "the body is the same");
}

#[test]
fn a_post_that_was_led_on_to_a_get_has_run_whatever_becomes_of_that() {
    let throttled = || answer(429, &[("retry-after", "1")]);
    for (request, status, reply, attempts) in [
        (post(), 303, failure(Failure::Network), 1),
        (post(), 303, throttled(), 1),
        (post(), 302, throttled(), 1),
        (post(), 307, throttled(), 2),
        (Request { method: "PUT".into(), ..post() }, 303, throttled(), 2),
        (get(), 302, throttled(), 2),
    ] {
        let mut host = Host::new([redirect(status, "/there"), reply, answer(200, &[])]);
        let mut call = call(guarded(request), patient());
        let out = host.run(&mut call);
        assert_eq!(call.attempts(), attempts, "{status}");
        let decision = out.decision.unwrap();
        let is_kept = decision.rule() == Rule::NotRepeatable && decision.may_have_run;
        assert_eq!(is_kept, attempts == 1);
    }
}

#[test]
fn the_caller_may_vouch_for_a_post_that_was_led_on() {
    let throttled = answer(429, &[("retry-after", "1")]);
    let mut host = Host::new([redirect(303, "/there"), throttled, answer(200, &[])]);
    let policy = Policy::background().repeatable();
    host.run(&mut call(guarded(post()), Settings::default().policy(policy)));
    assert_eq!(host.sent.len(), 3);
}

#[test]
fn the_time_limit_is_that_of_all_hops_together() {
    let mut host = Host::new([redirect(302, "/there").after(700.0), answer(200, &[]).after(700.0)]);
    let settings = Settings { attempt_timeout_ms: Some(1_000), ..Settings::default().once() };
    let out = host.run(&mut call(guarded(get()), settings));
    let limits: Vec<_> = host.sent.iter().map(|sent| sent.what.limit_ms).collect();
    assert_eq!(limits, [Some(1_000.0), Some(300.0)]);
    assert_eq!(out.end, End::Failure(Failure::Timeout));
}

#[test]
fn a_post_that_others_were_led_on_with_has_run_and_is_not_sent_again() {
    let spent = || answer(429, &[("Retry-After", "1")]);
    for (method, redirected_to, sent) in
        [("POST", Some(OTHER.into()), 1), ("POST", None, 2), ("PUT", Some(OTHER.into()), 2)]
    {
        let mut host = Host::new([Reply { redirected_to, ..spent() }, answer(200, &[])]);
        let request = Request { body: Body::Again, ..Request::new(method, API) };
        let out = host.run(&mut call(request, patient()));
        assert_eq!((out.end, host.sent.len()), (End::Answer, sent), "{method}");
    }
}
