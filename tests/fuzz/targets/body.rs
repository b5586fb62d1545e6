//! Any bytes as the body of an answer, with the caller's token echoed in some.
#![no_main]

use bc_status::Exchange;
use bc_status_fuzz::{TOKEN, examine, place, planted, split, status};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some(([code, to, echo], body)) = split(data) else { return };
    let (method, url) = place(to);
    let body = if echo == 0 { body } else { planted(&body, echo) };
    examine(&Exchange {
        method,
        url,
        status: Some(status(code)),
        body: Some(&body),
        request_headers: Some(&[("X-Auth-Token", TOKEN)]),
        ..Exchange::default()
    });
});
