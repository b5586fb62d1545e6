//! Diagnosis.

use crate::{decisions, exchange, host, words};
use bc_status::{Exchange, Knowledge, Words};
use wasm_bindgen::prelude::*;

/// Findings, routes, and what else is known of routes: the tables that a diagnosis rests on. There
/// is one set for each core, and it stays, so JavaScript holds its address.
#[wasm_bindgen]
pub fn knowledge(rows: String, routes: String, known: String) -> *const Knowledge {
    let [rows, routes, known] = [rows, routes, known].map(|table| &*table.leak());
    Box::into_raw(Box::new(Knowledge { rows, routes, known }))
}

/// Headers come as [`exchange::pairs`], those of the request as [`exchange::request_pairs`];
/// what follows them is as [`decisions::decide`] has it.
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "plain arguments are what crosses fast")]
pub fn diagnose(
    words: *const Words,
    knowledge: *const Knowledge,
    text: &str,
    status: Option<u16>,
    failure: Option<u8>,
    in_browser: bool,
    headers: &str,
    request_headers: &str,
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
    let mut known = Default::default();
    let headers = exchange::pairs(headers);
    let request_headers = exchange::request_pairs(request_headers);
    let exchange = Exchange {
        failure: exchange::failure(failure),
        in_browser,
        headers: &headers,
        request_headers: request_headers.as_deref(),
        ..exchange::read(text, &mut known, status)
    };
    // SAFETY: as with words.
    let knowledge = unsafe { &*knowledge };
    let state = exchange::state(attempt, elapsed_ms, random);
    let policy = exchange::policy(
        background,
        max_attempts,
        max_delay_ms,
        max_elapsed_ms,
        jitter,
        repeatable,
    );
    let diagnosis =
        bc_status::diagnose::diagnose_in(words::at(words), knowledge, &exchange, &state, &policy);
    decisions::give_classification(&diagnosis.classification);
    decisions::give_decision(&diagnosis.retry);
    host::diagnosis(&bc_status::json::write::findings(&diagnosis.findings));
}
