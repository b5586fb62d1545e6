//! Arbitrary text as a body of JSON.
#![no_main]

use bc_status::Exchange;
use bc_status_fuzz::{TOKEN, examine, place, planted, split, status};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some(([code, to, begins, echo], text)) = split(data) else { return };
    let (method, url) = place(to);
    let begin = ["", "{", "[", "{\"errors\":", "[{\"status\":400,\"message\":"];
    let text = if echo == 0 { text } else { planted(&text, echo) };
    let body = [begin[usize::from(begins) % begin.len()], &text].concat();
    examine(&Exchange {
        method,
        url,
        status: Some(status(code)),
        body: Some(&body),
        request_headers: Some(&[("X-Auth-Token", TOKEN)]),
        ..Exchange::default()
    });
});
