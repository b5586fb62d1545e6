//! A client whose pacer lets requests out.

use crate::aborts::{abort_soon, request};
use crate::stub::{API, Stub, answer, get, in_time, never, ok};
use bc_status_fetch::bc_status::Failure;
use bc_status_fetch::{Client, ErrorKind, Pacer};
use std::time::Duration;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::AbortController;

/// A client whose store has nothing left for so long.
async fn spent(reset_ms: &'static str, stub: &Stub, pacer: &Pacer) -> Client {
    let client = stub.builder().pace(pacer).build();
    assert_eq!(client.send(get()).await.unwrap().status(), 200);
    let state = pacer.state(API);
    assert_eq!(
        (state.left, state.quota, state.in_flight),
        (Some(0.0), Some(150.0), 0),
        "{reset_ms}"
    );
    client
}

fn nothing_left(reset_ms: &'static str) -> Stub {
    let headers: &'static [_] = Box::leak(Box::new([
        ("x-rate-limit-time-reset-ms", reset_ms),
        ("x-rate-limit-requests-left", "0"),
        ("x-rate-limit-requests-quota", "150"),
        ("x-rate-limit-time-window-ms", "30000"),
    ]));
    Stub::new(vec![answer(200, headers, ""), ok()])
}

#[wasm_bindgen_test]
async fn a_call_waits_for_the_quota_and_may_give_that_up() {
    in_time(async {
        let (stub, pacer) = (nothing_left("9000"), Pacer::default());
        let client = spent("9000", &stub, &pacer).await;
        let controller = AbortController::new().unwrap();
        abort_soon(&controller);
        let error = client.send(request(&controller)).await.unwrap_err();
        assert_eq!((error.kind(), stub.count()), (ErrorKind::Aborted, 1));
        assert_eq!((pacer.waiting(API), pacer.state(API).in_flight), (0, 0));
    })
    .await;
}

#[wasm_bindgen_test]
async fn it_goes_when_the_quota_is_back() {
    in_time(async {
        let (stub, pacer) = (nothing_left("30"), Pacer::default());
        let client = spent("30", &stub, &pacer).await;
        assert_eq!(client.send(get()).await.unwrap().status(), 200);
        assert_eq!((stub.count(), pacer.state(API).in_flight), (2, 0));
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_wait_that_is_too_long_is_not_begun() {
    in_time(async {
        let (stub, pacer) = (nothing_left("3600000"), Pacer::default());
        let client = spent("3600000", &stub, &pacer).await;
        let error = client.send(get()).await.unwrap_err();
        assert_eq!((error.kind(), stub.count()), (ErrorKind::Quota, 1));
        assert_eq!(pacer.waiting(API), 0);
    })
    .await;
}

#[wasm_bindgen_test]
async fn what_is_under_way_is_told_of_however_it_ends() {
    in_time(async {
        let pacer = Pacer::default();
        let limited = |stub: &Stub| {
            let builder = stub.builder().pace(&pacer).without_retry();
            builder.attempt_timeout(Duration::from_millis(10)).build()
        };
        let lost = limited(&Stub::new(vec![never()])).send(get()).await.unwrap_err();
        assert_eq!((lost.kind(), pacer.state(API).in_flight), (Failure::Timeout.into(), 0));
        limited(&Stub::new(vec![answer(404, &[], "")])).send(get()).await.unwrap();
        assert_eq!(pacer.state(API).in_flight, 0);

        // A future that is dropped gives its permit back.
        let client = Stub::new(vec![never()]).builder().pace(&pacer).build();
        let mut call = Box::pin(client.send(get()));
        std::future::poll_fn(|cx| {
            let _ = call.as_mut().poll(cx);
            std::task::Poll::Ready(())
        })
        .await;
        assert_eq!(pacer.state(API).in_flight, 1);
        drop(call);
        assert_eq!(pacer.state(API).in_flight, 0);
    })
    .await;
}
