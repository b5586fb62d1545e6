//! A caller who gives up.

use crate::stub::{API, Stub, TOKEN, answer, in_time, never, rejects, soon};
use bc_status_fetch::ErrorKind;
use gloo_net::http::Request;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::AbortController;

pub fn request(controller: &AbortController) -> Request {
    let builder = Request::get(API).header("X-Auth-Token", TOKEN);
    builder.abort_signal(Some(&controller.signal())).build().unwrap()
}

pub fn abort_soon(controller: &AbortController) {
    let controller = controller.clone();
    soon(move || controller.abort_with_reason(&"enough".into()));
}

#[wasm_bindgen_test]
async fn a_wait_ends_at_once_with_the_callers_reason() {
    in_time(async {
        let stub = Stub::new(vec![answer(429, &[("x-rate-limit-time-reset-ms", "3600000")], "")]);
        let controller = AbortController::new().unwrap();
        abort_soon(&controller);
        let error = stub.client().send(request(&controller)).await.unwrap_err();
        assert_eq!((error.kind(), stub.count()), (ErrorKind::Aborted, 1));
        assert_eq!(error.cause().as_string().as_deref(), Some("enough"));
        assert_eq!(error.history().len(), 1);
    })
    .await;
}

#[wasm_bindgen_test]
async fn so_does_an_attempt_also_where_fetch_does_not_listen() {
    in_time(async {
        for reply in [never(), rejects(|| "whatever".into())] {
            let stub = Stub::new(vec![reply]);
            let controller = AbortController::new().unwrap();
            abort_soon(&controller);
            let error = stub.client().send(request(&controller)).await.unwrap_err();
            assert_eq!((error.kind(), stub.count()), (ErrorKind::Aborted, 1));
            assert_eq!(error.cause().as_string().as_deref(), Some("enough"));
        }
    })
    .await;
}

#[wasm_bindgen_test]
async fn who_gave_up_before_sends_nothing() {
    in_time(async {
        let stub = Stub::new(vec![never()]);
        let controller = AbortController::new().unwrap();
        controller.abort_with_reason(&"enough".into());
        let error = stub.client().send(request(&controller)).await.unwrap_err();
        assert_eq!((error.kind(), stub.count()), (ErrorKind::Aborted, 0));
    })
    .await;
}

/// The signal of an attempt with a limit is one of its own, which follows the caller's for the body.
#[wasm_bindgen_test]
async fn the_callers_signal_ends_the_body_of_a_limited_attempt_too() {
    in_time(async {
        let stub = Stub::new(vec![answer(200, &[], "ok")]);
        let controller = AbortController::new().unwrap();
        let limited = stub.builder().attempt_timeout(std::time::Duration::from_secs(60)).build();
        limited.send(request(&controller)).await.unwrap();
        let signal = stub.asked.borrow()[0].signal.clone().unwrap();
        assert!(!signal.aborted());
        controller.abort();
        assert!(signal.aborted());
    })
    .await;
}
