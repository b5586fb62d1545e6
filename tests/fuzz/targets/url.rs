//! Arbitrary methods and URLs: the first line and the second; the rest is the body.
#![no_main]

use bc_status::{Exchange, Failure, route};
use bc_status_fuzz::{TOKEN, examine, planted, split, status};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some(([code, echo, how], text)) = split(data) else { return };
    let (method, rest) = text.split_once('\n').unwrap_or(("GET", &text));
    let (url, body) = rest.split_once('\n').unwrap_or((rest, ""));
    let body = planted(body, echo);
    let url = if how & 8 == 0 { url.to_string() } else { planted(url, echo) };
    let lost = how & 4 != 0;
    let _ = route::api(&url);
    examine(&Exchange {
        method,
        url: &url,
        status: (!lost).then(|| status(code)),
        body: (!lost).then_some(&body),
        request_headers: Some(&[("X-Auth-Token", TOKEN)]),
        failure: lost.then_some(match how & 3 {
            0 => Failure::Network,
            1 => Failure::Timeout,
            _ => Failure::Aborted,
        }),
        in_browser: how & 16 != 0,
        ..Exchange::default()
    });
});
