//! Redirects, and what does not go along.

use crate::stub::{API, Stub, TOKEN, answer, get, in_time, ok, post};
use bc_status_fetch::ErrorKind;
use bc_status_fetch::bc_status::fetch::Refusal;
use gloo_net::http::Request;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn no_credential_goes_to_another_origin() {
    in_time(async {
        for (to, goes) in [("https://other.example/b", false), ("/b", true)] {
            let to: &'static str = to;
            let headers: &'static [_] = Box::leak(Box::new([("location", to)]));
            let stub = Stub::new(vec![answer(302, headers, ""), ok()]);
            let request =
                Request::get(API).header("X-Auth-Token", TOKEN).header("X-A", "1").build().unwrap();
            let came = stub.client().call(request).await.unwrap();
            assert!(came.was_redirected() && came.status() == 200);
            let asked = stub.asked.borrow();
            assert_eq!(asked[1].header("x-auth-token").is_some(), goes, "{to}");
            assert_eq!(asked[1].header("x-a").as_deref(), Some("1"));
            assert!(asked[1].request.url().ends_with("/b"));
        }
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_secret_in_a_body_goes_to_no_other_origin_and_other_bodies_do() {
    in_time(async {
        let secret = r#"{"client_secret":"a1b2c3d4e5f6g7h8i9"}"#;
        let away: &[_] = &[("location", "https://other.example/b")];
        for (body, count) in
            [(secret, 1), (r#"{"name":"Chair"}"#, if cfg!(feature = "explain") { 2 } else { 1 })]
        {
            let stub = Stub::new(vec![answer(307, away, ""), ok()]);
            let came = stub.client().call(post(API, body)).await.unwrap();
            assert_eq!((stub.count(), came.status()), (count, if count == 1 { 307 } else { 200 }));
            let asked = stub.asked.borrow();
            assert_eq!(asked[count - 1].text().await, body);
        }
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_post_that_is_led_on_becomes_a_get() {
    in_time(async {
        let stub = Stub::new(vec![answer(303, &[("location", "/b")], ""), ok()]);
        stub.client().send(post(API, "{}")).await.unwrap();
        let asked = stub.asked.borrow();
        assert_eq!(
            (asked[1].request.method(), asked[1].header("content-type")),
            ("GET".into(), None)
        );
        assert_eq!(asked[1].header("x-auth-token").as_deref(), Some(TOKEN));
    })
    .await;
}

#[wasm_bindgen_test]
async fn what_may_not_be_followed_is_an_error() {
    in_time(async {
        let stub =
            Stub::new(vec![answer(302, &[("location", "https://user:pa55@other.example/")], "")]);
        let error = stub.client().send(get()).await.unwrap_err();
        assert_eq!((error.kind(), stub.count()), (ErrorKind::Redirect(Refusal::User), 1));
        assert!(!format!("{error} {error:?}").contains("pa55"));
    })
    .await;
}

#[wasm_bindgen_test]
async fn what_has_no_secret_is_led_by_the_platform() {
    in_time(async {
        let stub = Stub::new(vec![ok()]);
        stub.client().send(Request::get(API).build().unwrap()).await.unwrap();
        stub.client().send(get()).await.unwrap();
        let asked = stub.asked.borrow();
        let how: Vec<_> = asked.iter().map(|asked| asked.request.redirect()).collect();
        assert_eq!(how, [web_sys::RequestRedirect::Follow, web_sys::RequestRedirect::Manual]);
    })
    .await;
}

#[wasm_bindgen_test]
async fn bigcommerce_is_asked_by_https() {
    in_time(async {
        let stub = Stub::new(vec![ok()]);
        let plain = API.replace("https:", "http:");
        for request in [post(&plain, "{}"), post("http://shop.example/", "{}")] {
            stub.client().send(request).await.unwrap();
        }
        let asked = stub.asked.borrow();
        let sent: Vec<_> = asked.iter().map(|asked| asked.request.url()).collect();
        assert_eq!(sent, [API, "http://shop.example/"]);
        assert_eq!(asked[0].text().await, "{}");
        assert_eq!(asked[0].header("x-auth-token").as_deref(), Some(TOKEN));
    })
    .await;
}

#[wasm_bindgen_test]
async fn raw_utf_8_in_a_location_is_read() {
    in_time(async {
        let stub =
            Stub::new(vec![answer(302, &[("location", "/Gr\u{c3}\u{b6}\u{c3}\u{9f}e")], ""), ok()]);
        stub.client().send(get()).await.unwrap();
        let asked = stub.asked.borrow();
        assert!(asked[1].request.url().ends_with("/Gr%C3%B6%C3%9Fe"), "{}", asked[1].request.url());
    })
    .await;
}
