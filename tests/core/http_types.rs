//! Exchanges from the types of the crate `http`.

use bc_status::{Class, Exchange, Headers, Outcome, Status, classify};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_header_map_keeps_repeated_values_and_skips_what_is_no_text() {
    let mut map = HeaderMap::new();
    map.append("retry-after", HeaderValue::from_static("3"));
    map.append("retry-after", HeaderValue::from_static("7"));
    map.append("x-request-id", HeaderValue::from_bytes(b"\xff\xfe").unwrap());
    let headers = Headers::from(&map);
    assert_eq!(headers.as_slice(), [("retry-after", "3"), ("retry-after", "7")]);
    let found = classify(&Exchange::default().answer(StatusCode::TOO_MANY_REQUESTS, &headers));
    assert_eq!(found.rate_limit.unwrap().retry_after_ms, Some(7_000));
    assert_eq!(found.request_id, None);
}

#[test]
fn methods_and_codes_are_taken_as_they_are() {
    let url = "https://api.bigcommerce.com/stores/abc123/v3/carts".to_string();
    for (method, outcome) in [(Method::GET, Outcome::Empty), (Method::DELETE, Outcome::Ok)] {
        let exchange = Exchange::request(&method, &url).answer(StatusCode::NO_CONTENT, &[]);
        assert_eq!(classify(&exchange).outcome, outcome);
    }
    assert_eq!(Status::from(StatusCode::CONFLICT), bc_status::status(409));
    assert_eq!(Class::from(StatusCode::CONFLICT), Class::ClientError);
}

#[test]
fn what_is_found_outlives_the_answer() {
    let found = {
        let response = http::Response::builder().status(503).header("x-request-id", "9f2c");
        let response = response.body("{}".to_string()).unwrap();
        let headers = Headers::from(response.headers());
        classify(&Exchange::default().answer(response.status(), &headers).body(response.body()))
    };
    assert_eq!(found.request_id.as_deref(), Some("9f2c"));
}
