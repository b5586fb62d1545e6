//! What became of an exchange, and whether to try again.

use crate::exchange;
use crate::host;
use bc_status::{Classification, Decision, Exchange};
use wasm_bindgen::prelude::*;

/// `request_headers`, as [`exchange::request_pairs`], are wanted for the secrets in them only,
/// which a body may echo.
#[cfg(feature = "explain")]
#[wasm_bindgen]
pub fn classify(text: &str, status: Option<u16>, request_headers: &str) {
    let mut headers = Default::default();
    let request_headers = exchange::request_pairs(request_headers);
    let exchange = exchange::read(text, &mut headers, status);
    let request_headers = request_headers.as_deref();
    give_classification(&bc_status::classify(&Exchange { request_headers, ..exchange }));
}

#[cfg(not(feature = "explain"))]
#[wasm_bindgen]
pub fn classify(text: &str, status: Option<u16>) {
    let mut headers = Default::default();
    give_classification(&bc_status::classify(&exchange::read(text, &mut headers, status)));
}

/// Outcome and API go as numbers: their names are kept in JavaScript.
pub fn give_classification(found: &Classification) {
    let limit = found.rate_limit.unwrap_or_default();
    let numbers = [
        limit.window_ms,
        limit.reset_ms,
        limit.quota,
        limit.left,
        limit.retry_after_ms,
        Some(found.outcome as u64),
        Some(found.api as u64),
    ];
    let numbers = numbers.map(|number| number.map_or(f64::NAN, |number| number as f64));
    #[cfg(feature = "explain")]
    let error = found.error.as_ref().map(|error| error.to_json());
    #[cfg(not(feature = "explain"))]
    let error: Option<String> = None;
    host::classification(&numbers, found.request_id, error.as_deref());
}

#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "plain arguments are what crosses fast")]
pub fn decide(
    text: &str,
    status: Option<u16>,
    failure: Option<u8>,
    in_browser: bool,
    attempt: f64,
    elapsed_ms: f64,
    random: f64,
    background: bool,
    max_attempts: f64,
    max_delay_ms: f64,
    max_elapsed_ms: f64,
    jitter: bool,
    repeatable: bool,
) {
    let mut headers = Default::default();
    let exchange = Exchange {
        failure: exchange::failure(failure),
        in_browser,
        ..exchange::read(text, &mut headers, status)
    };
    let state = exchange::state(attempt, elapsed_ms, random);
    let policy = exchange::policy(
        background,
        max_attempts,
        max_delay_ms,
        max_elapsed_ms,
        jitter,
        repeatable,
    );
    give_decision(&bc_status::decide(&exchange, &state, &policy));
}

/// A URL without the secrets in it.
#[cfg(feature = "explain")]
#[wasm_bindgen(js_name = maskedUrl)]
pub fn masked_url(url: &str) -> String {
    bc_status::masked_url(url)
}

/// Whether a body of GraphQL holds queries and nothing else.
#[cfg(feature = "explain")]
#[wasm_bindgen(js_name = holdsQueriesOnly)]
pub fn holds_queries_only(body: &str) -> bool {
    bc_status::holds_queries_only(body)
}

pub fn give_decision(decision: &Decision) {
    host::decision(
        decision.retry,
        decision.delay_ms as f64,
        decision.reason as u8,
        decision.may_have_run,
        decision.attempts_left,
    );
}
