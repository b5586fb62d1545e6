//! An exchange, a state and a policy as `www/core/arguments.js` hands them over:
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
/// their order; where there are bodies, a line with that of the request, and `=`
/// before that of the response. One crossing instead of eighteen.
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
    let exchange = Exchange { method, url, status, headers, ..Exchange::default() };
    #[cfg(feature = "explain")]
    let exchange = with_bodies(exchange, rest);
    exchange
}

#[cfg(feature = "explain")]
fn with_bodies<'a>(exchange: Exchange<'a>, rest: &'a str) -> Exchange<'a> {
    let (request_body, rest) = cut_line(rest);
    let request_body = Some(request_body).filter(|body| !body.is_empty());
    Exchange { request_body, body: rest.strip_prefix('='), ..exchange }
}

/// Headers as lines: a name, then its value.
#[cfg(feature = "explain")]
pub fn pairs(text: &str) -> Vec<(&str, &str)> {
    let mut pairs = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (name, after) = cut_line(rest);
        let (value, after) = cut_line(after);
        pairs.push((name, value));
        rest = after;
    }
    pairs
}

/// The same for headers that may not be known: then the text is a lone `?`.
#[cfg(feature = "explain")]
pub fn request_pairs(text: &str) -> Option<Vec<(&str, &str)>> {
    (text != "?").then(|| pairs(text))
}

fn cut_line(text: &str) -> (&str, &str) {
    let end = text.bytes().position(|byte| byte == b'\n').unwrap_or(text.len());
    (text.get(..end).unwrap_or(text), text.get(end + 1..).unwrap_or(""))
}

/// The order is that of `FAILURES` in `www/core/arguments.js`.
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
