//! What is sent again.

use crate::aborts::{abort_soon, request};
use crate::stub::{API, Stub, answer, get, in_time, ok, post};
use bc_status_fetch::bc_status::{Policy, RetryBudget, Rule};
use bc_status_fetch::{ErrorKind, Notice};
use gloo_net::http::Request;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::AbortController;

#[wasm_bindgen_test]
async fn a_post_that_met_a_429_arrives_again_after_the_reset() {
    in_time(async {
        let stub = Stub::new(vec![answer(429, &[("x-rate-limit-time-reset-ms", "40")], ""), ok()]);
        let began = js_sys::Date::now();
        let answer = stub.client().call(post(API, "{\"a\":\"ä\"}")).await.unwrap();
        assert!(js_sys::Date::now() - began >= 38.0, "dates have whole milliseconds");
        assert_eq!((answer.status(), answer.text().await.unwrap().as_str()), (200, "ok"));
        let rules: Vec<_> = answer.history().iter().map(|it| it.decision.rule()).collect();
        assert_eq!(rules, [Rule::RateLimitReset, Rule::NotNeeded]);
        for asked in stub.asked.borrow().iter() {
            assert_eq!(
                (asked.request.method(), asked.text().await),
                ("POST".into(), "{\"a\":\"ä\"}".into())
            );
        }
        assert_eq!(stub.count(), 2);
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_post_that_met_a_503_is_not_sent_again() {
    in_time(async {
        let stub = Stub::new(vec![answer(503, &[], "busy")]);
        let answer = stub.client().call(post(API, "{}")).await.unwrap();
        assert_eq!((answer.status(), stub.count()), (503, 1));
        assert_eq!(answer.decision().map(|it| it.rule()), Some(Rule::NotRepeatable));
        assert_eq!(answer.text().await.unwrap(), "busy", "its body can still be read");
    })
    .await;
}

#[cfg(feature = "explain")]
#[wasm_bindgen_test]
async fn a_suspended_store_is_left_alone_by_what_its_body_says() {
    in_time(async {
        let stub = Stub::new(vec![answer(503, &[], "{\"title\":\"Store is suspended\"}")]);
        let answer = stub.client().call(get()).await.unwrap();
        assert_eq!(
            (stub.count(), answer.decision().map(|it| it.rule())),
            (1, Some(Rule::Suspended))
        );
    })
    .await;
}

#[cfg(feature = "explain")]
#[wasm_bindgen_test]
async fn graphql_that_only_reads_is_sent_again() {
    in_time(async {
        let url = "https://api.bigcommerce.com/stores/abc123/graphql";
        for (document, count) in [("query { store { name } }", 2), ("mutation { a { b } }", 1)] {
            let stub = Stub::new(vec![answer(503, &[], ""), ok()]);
            let client = stub
                .builder()
                .policy(Policy::background().max_delay(Duration::from_millis(5)))
                .build();
            client.send(post(url, &format!("{{\"query\":\"{document}\"}}"))).await.unwrap();
            assert_eq!(stub.count(), count, "{document}");
        }
    })
    .await;
}

#[wasm_bindgen_test]
async fn one_429_holds_the_other_calls_of_the_client() {
    in_time(async {
        let spent = &[("x-rate-limit-time-reset-ms", "8000"), ("x-rate-limit-requests-left", "0")];
        let stub = Stub::new(vec![answer(429, spent, ""), ok()]);
        // A wait of its own the first call refuses.
        let client = stub.builder().on_retry(|_| false).build();
        assert_eq!(client.send(get()).await.unwrap().status(), 429);
        let controller = AbortController::new().unwrap();
        abort_soon(&controller);
        let error = client.clone().send(request(&controller)).await.unwrap_err();
        assert_eq!((error.kind(), stub.count()), (ErrorKind::Aborted, 1), "it waited");
        let elsewhere = Request::get("https://shop.example/").build().unwrap();
        assert_eq!(client.send(elsewhere).await.unwrap().status(), 200);
    })
    .await;
}

#[wasm_bindgen_test]
async fn hooks_are_told_and_may_refuse() {
    in_time(async {
        let seen = Rc::new(RefCell::new(Vec::new()));
        let stub = Stub::new(vec![answer(503, &[], "")]);
        let keep = |kind: &'static str| {
            let seen = seen.clone();
            move |notice: &Notice| seen.borrow_mut().push((kind, notice.attempt, notice.status))
        };
        let (attempt, retry, give_up) = (keep("attempt"), keep("retry"), keep("give up"));
        let client = stub
            .builder()
            .policy(Policy::background().max_delay(Duration::from_millis(1)))
            .on_attempt(attempt)
            .on_retry(move |notice| {
                retry(notice);
                notice.attempt < 2
            })
            .on_give_up(give_up)
            .build();
        assert_eq!(client.send(get()).await.unwrap().status(), 503);
        assert_eq!(
            *seen.borrow(),
            [
                ("attempt", 1, None),
                ("retry", 1, Some(503)),
                ("attempt", 2, None),
                ("retry", 2, Some(503)),
                ("give up", 2, Some(503)),
            ]
        );
    })
    .await;
}

#[wasm_bindgen_test]
async fn hooks_are_told_what_a_call_is_about_and_how_long_was_waited() {
    struct Job(u32);

    in_time(async {
        let seen = Rc::new(RefCell::new(Vec::new()));
        let stub = Stub::new(vec![answer(503, &[("retry-after", "0")], ""), ok()]);
        let keep = seen.clone();
        let client = stub
            .builder()
            .policy(Policy::background().max_delay(Duration::from_millis(20)).without_jitter())
            .on_attempt(move |notice| {
                assert!(notice.context::<String>().is_none());
                let job = notice.context::<Job>().map(|job| job.0);
                keep.borrow_mut().push((job, notice.attempt, notice.waited_ms >= 19.0));
            })
            .build();
        client.with_context(Job(7)).send(get()).await.unwrap();
        client.send(get()).await.unwrap();
        assert_eq!(*seen.borrow(), [(Some(7), 1, false), (Some(7), 2, true), (None, 1, false)]);
    })
    .await;
}

#[wasm_bindgen_test]
async fn the_budget_is_shared_and_given_back() {
    in_time(async {
        let hasty = Policy::background().max_delay(Duration::from_millis(1));
        let stub = Stub::new(vec![answer(503, &[], "")]);
        let client = stub.builder().policy(hasty).budget(RetryBudget::of(28.0)).build();
        client.send(get()).await.unwrap();
        client.clone().send(get()).await.unwrap();
        assert_eq!((stub.count(), client.budget_left()), (4, Some(0.0)));
        let stub = Stub::new(vec![answer(503, &[], ""), ok()]);
        let client = stub.builder().policy(hasty).budget(RetryBudget::of(28.0)).build();
        client.send(get()).await.unwrap();
        assert_eq!(client.budget_left(), Some(28.0));
        assert_eq!(stub.builder().budget(None).build().budget_left(), None);
    })
    .await;
}

#[wasm_bindgen_test]
async fn without_retry_it_is_sent_once() {
    in_time(async {
        let stub = Stub::new(vec![answer(503, &[], "")]);
        let answer = stub.builder().without_retry().build().call(get()).await.unwrap();
        assert_eq!((answer.status(), stub.count(), answer.history().len()), (503, 1, 0));
    })
    .await;
}
