//! Diagnosis.

use crate::{decisions, exchange, host};
use bc_status::{Exchange, Knowledge};
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use wasm_bindgen::prelude::*;

/// The tables in use: findings, routes, limits and scopes.
static TABLES: AtomicPtr<[String; 3]> = AtomicPtr::new(ptr::null_mut());

/// Takes the tables of a diagnosis, in place of those before.
#[wasm_bindgen]
pub fn learn(findings: String, routes: String, known: String) {
    let tables = Box::into_raw(Box::new([findings, routes, known]));
    let before = TABLES.swap(tables, Ordering::Relaxed);
    if !before.is_null() {
        // SAFETY: it came from `Box::into_raw`, and nobody else has it: a diagnosis reads the
        // tables during its call only, there is one thread, and no diagnosis calls `learn`.
        drop(unsafe { Box::from_raw(before) });
    }
}

fn knowledge() -> Knowledge {
    // SAFETY: it is null, or lives until the next call of `learn`, which is after this diagnosis.
    match unsafe { TABLES.load(Ordering::Relaxed).as_ref() } {
        Some([findings, routes, known]) => Knowledge { findings, routes, known },
        None => Knowledge::default(),
    }
}

/// Headers come as [`exchange::pairs`], those of the request as [`exchange::request_pairs`].
#[wasm_bindgen]
pub fn diagnose(
    text: &str,
    status: Option<u16>,
    failure: Option<u8>,
    in_browser: bool,
    headers: &str,
    request_headers: &str,
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
    let diagnosis = bc_status::diagnose::diagnose_by(&knowledge(), &exchange);
    decisions::give_classification(&diagnosis.classification);
    decisions::give_decision(&diagnosis.retry);
    host::diagnosis(&bc_status::json::write::findings(&diagnosis.findings));
}
