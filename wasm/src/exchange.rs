//! An exchange, a state and a policy as `www/entry/check.js` hands them over:
//! plain arguments, because a number crosses in nanoseconds and an object does not.

use bc_status::headers::HEADERS;
use bc_status::{Exchange, Failure, Policy, Profile, State};
use wasm_bindgen::prelude::*;

/// The names of the headers that [`read`] expects, a line each.
#[wasm_bindgen(js_name = headerNames)]
pub fn header_names() -> String {
    lines(HEADERS)
}

/// Text with a line for each item.
pub fn lines<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for item in items {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(item);
    }
    text
}

/// Room for the headers that are there.
pub type Headers<'a> = [(&'static str, &'a str); HEADERS.len()];

/// Cuts a text of lines: method, URL, then the value of each of [`HEADERS`] in
/// their order. One crossing instead of sixteen.
pub fn read<'a>(text: &'a str, headers: &'a mut Headers<'a>, status: Option<u16>) -> Exchange<'a> {
    let (method, rest) = cut_line(text);
    let (url, mut rest) = cut_line(rest);
    let mut free = headers.iter_mut();
    let mut count = 0;
    for &name in &HEADERS {
        let (value, after) = cut_line(rest);
        rest = after;
        if !value.is_empty()
            && let Some(header) = free.next()
        {
            *header = (name, value);
            count += 1;
        }
    }
    let headers = headers.get(..count).unwrap_or_default();
    Exchange { method, url, status, headers, failure: None, in_browser: false }
}

fn cut_line(text: &str) -> (&str, &str) {
    let end = text.bytes().position(|byte| byte == b'\n').unwrap_or(text.len());
    (text.get(..end).unwrap_or(text), text.get(end + 1..).unwrap_or(""))
}

/// The order is that of `FAILURES` in `www/entry/check.js`.
pub fn failure(index: Option<u8>) -> Option<Failure> {
    Some(match index? {
        0 => Failure::Network,
        1 => Failure::Timeout,
        _ => Failure::Aborted,
    })
}

/// NaN stands for what the caller left out.
pub fn state(attempt: f64, elapsed_ms: f64, random: f64) -> State {
    State { attempt: attempt as u32, elapsed_ms: elapsed_ms as u64, random: given(random) }
}

/// NaN stands for what the caller left out; Infinity becomes the largest integer,
/// which the core takes as "no limit".
pub fn policy(
    background: bool,
    max_attempts: f64,
    max_delay_ms: f64,
    max_elapsed_ms: f64,
    jitter: bool,
    repeatable: bool,
) -> Policy {
    Policy {
        profile: if background { Profile::Background } else { Profile::Interactive },
        max_attempts: given(max_attempts).map(|n| n as u32),
        max_delay_ms: given(max_delay_ms).map(|ms| ms as u64),
        max_elapsed_ms: given(max_elapsed_ms).map(|ms| ms as u64),
        jitter,
        repeatable,
    }
}

fn given(number: f64) -> Option<f64> {
    (!number.is_nan()).then_some(number)
}
