//! Exchange to outcome.

use bc_status::Outcome::{self, *};
use bc_status::{Api, Exchange, Failure, classify};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn outcome(method: &str, status: u16) -> Outcome {
    classify(&Exchange { method, status: Some(status), ..Exchange::default() }).outcome
}

#[test]
fn outcomes_follow_the_status() {
    for (status, expected) in [
        (200, Ok),
        (201, Ok),
        (202, Accepted),
        (204, Empty),
        (207, Partial),
        (301, Redirect),
        (302, Redirect),
        (304, NotModified),
        (307, Redirect),
        (400, Rejected),
        (401, Denied),
        (403, Denied),
        (404, Missing),
        (405, Rejected),
        (406, Rejected),
        (408, Unavailable),
        (409, Conflict),
        (410, Missing),
        (413, Rejected),
        (415, Rejected),
        (422, Rejected),
        (423, Conflict),
        (429, Throttled),
        (499, NoResponse),
        (500, Failed),
        (501, Failed),
        (502, Unavailable),
        (503, Unavailable),
        (504, Unavailable),
        (505, Failed),
        (507, Failed),
        (509, Throttled),
        (522, Unavailable),
        (555, Failed),
        (0, NoResponse),
        (101, NoResponse),
        (999, NoResponse),
    ] {
        assert_eq!(outcome("GET", status), expected, "GET {status}");
    }
}

#[test]
fn nothing_to_return_is_empty_for_a_read_and_done_for_a_write() {
    for (method, expected) in [
        ("GET", Empty),
        ("get", Empty),
        ("HEAD", Empty),
        ("DELETE", Ok),
        ("PUT", Ok),
        ("POST", Ok),
        ("PATCH", Ok),
    ] {
        assert_eq!(outcome(method, 204), expected, "{method} 204");
    }
}

#[test]
fn without_a_response_there_is_no_status() {
    for failure in [None, Some(Failure::Network), Some(Failure::Timeout), Some(Failure::Aborted)] {
        let found = classify(&Exchange { failure, ..Exchange::default() });
        assert_eq!(found.status(), None, "{failure:?}");
        assert_eq!(found.outcome, NoResponse, "{failure:?}");
    }
}

#[test]
fn one_exchange_is_read_in_full() {
    let found = classify(&Exchange {
        method: "POST",
        url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/products",
        status: Some(429),
        headers: &[
            ("X-Rate-Limit-Requests-Left", "0"),
            ("X-Rate-Limit-Time-Reset-Ms", "4200"),
            ("X-Request-Id", "9f2c"),
        ],
        ..Exchange::default()
    });
    assert_eq!(found.status().map(|status| status.text), Some("Too Many Requests"));
    assert_eq!((found.outcome, found.api), (Throttled, Api::V3));
    let limit = found.rate_limit.unwrap();
    assert_eq!((limit.left, limit.reset_ms, limit.quota), (Some(0), Some(4_200), None));
    assert_eq!(found.request_id.as_deref(), Some("9f2c"));
}
