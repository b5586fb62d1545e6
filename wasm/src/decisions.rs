//! What became of an exchange, and whether to try again.

use crate::exchange::{self, lines};
use crate::host;
use bc_status::{Decision, Exchange, RateLimit, Reason};
use std::cell::Cell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
pub fn classify(text: &str, status: Option<u16>) -> JsValue {
    let mut headers = Default::default();
    let found = bc_status::classify(&exchange::read(text, &mut headers, status));
    let limit = found.rate_limit.as_ref().map_or(JsValue::NULL, rate_limit);
    host::classification(found.outcome.name(), found.api.name(), limit, found.request_id)
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
) -> JsValue {
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
    to_js(&bc_status::decide(&exchange, &state, &policy))
}

thread_local! {
    static REASONS_TOLD: Cell<bool> = const { Cell::new(false) };
}

/// The texts cross once; after that a reason is a number.
fn tell_reasons() {
    if !REASONS_TOLD.replace(true) {
        let texts = Reason::ALL.iter().flat_map(|reason| [reason.rule().name(), reason.text()]);
        host::set_reasons(&lines(texts));
    }
}

pub fn to_js(decision: &Decision) -> JsValue {
    tell_reasons();
    host::decision(
        decision.retry,
        decision.delay_ms as f64,
        decision.reason as u8,
        decision.may_have_run,
        decision.attempts_left,
    )
}

fn rate_limit(limit: &RateLimit) -> JsValue {
    let number = |value: Option<u64>| value.map(|value| value as f64);
    host::rate_limit(
        number(limit.window_ms),
        number(limit.reset_ms),
        number(limit.quota),
        number(limit.left),
        number(limit.retry_after_ms),
    )
}
