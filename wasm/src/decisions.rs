//! What became of an exchange, and whether to try again.

use crate::exchange;
use crate::host;
#[cfg(feature = "explain")]
use bc_status::Classification;
use bc_status::{Decision, Exchange, RateLimit};
use wasm_bindgen::prelude::*;

/// `request_headers`, as [`exchange::request_pairs`], are wanted for the secrets in them only,
/// which a body may echo.
#[cfg(feature = "explain")]
#[wasm_bindgen]
pub fn classify(
    words: *const bc_status::Words,
    text: &str,
    status: Option<u16>,
    request_headers: &str,
) {
    let mut headers = Default::default();
    let request_headers = exchange::request_pairs(request_headers);
    let exchange = exchange::read(text, &mut headers, status);
    let request_headers = request_headers.as_deref();
    let exchange = Exchange { request_headers, ..exchange };
    give_classification(&bc_status::classify::classify_in(crate::words::at(words), &exchange));
}

#[cfg(not(feature = "explain"))]
#[wasm_bindgen]
pub fn classify(text: &str, status: Option<u16>) {
    use bc_status::classify::outcome;
    let mut headers = Default::default();
    let exchange = exchange::read(text, &mut headers, status);
    give_rate_limit(RateLimit::read(&exchange));
    // Member by member: a classification owns what it holds, and would have to be dropped.
    let api = bc_status::route::api(exchange.url);
    let request_id = bc_status::headers::request_id(&exchange);
    host::classification(outcome(&exchange) as u8, api as u8, request_id, None);
}

/// Outcome and API go as numbers: their names are kept in JavaScript.
#[cfg(feature = "explain")]
pub fn give_classification(found: &Classification) {
    give_rate_limit(found.rate_limit);
    let error = found.error.as_ref().map(|error| error.to_json());
    host::classification(
        found.outcome as u8,
        found.api as u8,
        found.request_id.as_deref(),
        error.as_deref(),
    );
}

pub fn give_rate_limit(limit: Option<RateLimit>) {
    let RateLimit { window_ms, reset_ms, quota, left, retry_after_ms } = limit.unwrap_or_default();
    let [window_ms, reset_ms, quota, left, retry_after_ms] =
        [window_ms, reset_ms, quota, left, retry_after_ms]
            .map(|number| number.map_or(f64::NAN, |number| number as f64));
    host::rate_limit(limit.is_some(), window_ms, reset_ms, quota, left, retry_after_ms);
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
