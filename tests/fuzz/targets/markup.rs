//! Bodies that begin like HTML or XML.
#![no_main]

use bc_status::Exchange;
use bc_status_fuzz::{TOKEN, examine, place, planted, split, status};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some(([code, to, echo], rest)) = split(data) else { return };
    let (method, url) = place(to);
    let rest = if echo == 0 { rest } else { planted(&rest, echo) };
    examine(&Exchange {
        method,
        url,
        status: Some(status(code)),
        body: Some(&["<", &rest].concat()),
        request_headers: Some(&[("X-Auth-Token", TOKEN)]),
        ..Exchange::default()
    });
});
