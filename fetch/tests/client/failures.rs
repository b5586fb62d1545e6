//! A fetch that fails, in whatever way, ends or is tried again; no call stays open.

use crate::stub::{Stub, TOKEN, answer, get, in_time, never, ok, rejects, value};
use bc_status_fetch::ErrorKind;
use bc_status_fetch::bc_status::{Failure, Policy};
use gloo_net::http::Request;
use js_sys::{Error, Object, Promise, Reflect};
use std::time::Duration;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn hasty() -> Policy {
    Policy::background().max_attempts(3).max_delay(Duration::from_millis(1))
}

#[wasm_bindgen_test]
async fn a_lost_connection_is_tried_again() {
    in_time(async {
        let stub = Stub::new(vec![rejects(|| Error::new("fetch failed").into()), ok()]);
        let came = stub.builder().policy(hasty()).build().call(get()).await.unwrap();
        let failures: Vec<_> = came.history().iter().map(|it| it.failure).collect();
        assert_eq!(failures, [Some(Failure::Network), None]);
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_fetch_that_throws_at_once_or_rejects_with_a_text_is_heard_of() {
    in_time(async {
        let stub = Stub::new(vec![Box::new(|| Err("no error at all".into()))]);
        let error = stub.builder().policy(hasty()).build().send(get()).await.unwrap_err();
        assert_eq!((error.kind(), stub.count()), (ErrorKind::Network, 3));
        assert_eq!(error.cause().as_string().as_deref(), Some("no error at all"));
        assert_eq!(error.history().len(), 3);
        let stub = Stub::new(vec![rejects(|| "text".into()), rejects(|| JsValue::NULL), ok()]);
        assert_eq!(stub.builder().policy(hasty()).build().send(get()).await.unwrap().status(), 200);
    })
    .await;
}

#[wasm_bindgen_test]
async fn what_is_no_response_is_an_error() {
    in_time(async {
        for foreign in [JsValue::UNDEFINED, JsValue::from(7), Object::new().into(), "a".into()] {
            let stub = Stub::new(vec![value(foreign)]);
            let error = stub.builder().policy(hasty()).build().send(get()).await.unwrap_err();
            assert_eq!((error.kind(), stub.count()), (ErrorKind::Foreign, 1));
        }
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_response_of_another_library_is_one() {
    in_time(async {
        let headers = js_sys::Map::new();
        headers.set(&"retry-after".into(), &"0".into());
        let foreign = Object::new();
        for (name, value) in [
            ("status", JsValue::from(503)),
            ("url", "".into()),
            ("headers", headers.into()),
            ("body", Object::new().into()),
        ] {
            Reflect::set(&foreign, &name.into(), &value).unwrap();
        }
        let stub = Stub::new(vec![value(Promise::resolve(&foreign).into()), ok()]);
        assert_eq!(stub.builder().policy(hasty()).build().send(get()).await.unwrap().status(), 200);
        assert_eq!(stub.count(), 2);
    })
    .await;
}

#[wasm_bindgen_test]
async fn an_attempt_that_takes_too_long_is_ended_and_tried_again() {
    in_time(async {
        let stub = Stub::new(vec![never(), ok()]);
        let limited =
            stub.builder().policy(hasty()).attempt_timeout(Duration::from_millis(20)).build();
        let came = limited.call(get()).await.unwrap();
        assert_eq!(came.history()[0].failure, Some(Failure::Timeout));
        let asked = stub.asked.borrow();
        let ended: Vec<_> =
            asked.iter().map(|asked| asked.signal.as_ref().unwrap().aborted()).collect();
        assert_eq!(ended, [true, false]);
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_body_that_was_read_cannot_be_sent() {
    in_time(async {
        let stub = Stub::new(vec![ok()]);
        let request = crate::stub::post(crate::stub::API, "{}");
        request.text().await.unwrap();
        let error = stub.client().send(request).await.unwrap_err();
        assert_eq!((error.kind(), stub.count()), (ErrorKind::Request, 0));
    })
    .await;
}

#[wasm_bindgen_test]
async fn what_is_on_no_network_is_asked_for_once() {
    in_time(async {
        let stub = Stub::new(vec![rejects(|| Error::new("unknown scheme").into())]);
        let request = Request::get("own://a/b").build().unwrap();
        let error = stub.builder().policy(hasty()).build().send(request).await.unwrap_err();
        assert_eq!((error.kind(), stub.count()), (ErrorKind::Request, 1));
    })
    .await;
}

#[wasm_bindgen_test]
async fn an_error_shows_no_token() {
    in_time(async {
        let stub = Stub::new(vec![rejects(|| Error::new(&format!("bad header {TOKEN}")).into())]);
        let error = stub.builder().policy(hasty()).build().send(get()).await.unwrap_err();
        assert!(!format!("{error} {error:?}").contains(TOKEN));
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_body_that_never_ends_does_not_hold_the_decision_up() {
    in_time(async {
        let stalled = Box::new(|| {
            let source = Object::new();
            let stream = web_sys::ReadableStream::new_with_underlying_source(&source).unwrap();
            let init = web_sys::ResponseInit::new();
            init.set_status(503);
            Ok(web_sys::Response::new_with_opt_readable_stream_and_init(Some(&stream), &init)
                .unwrap()
                .into())
        });
        let stub = Stub::new(vec![stalled, answer(200, &[], "")]);
        assert_eq!(stub.builder().policy(hasty()).build().send(get()).await.unwrap().status(), 200);
    })
    .await;
}
