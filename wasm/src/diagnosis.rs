//! Diagnosis.

use crate::{decisions, exchange, host};
use bc_status::{Exchange, Knowledge};
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use wasm_bindgen::prelude::*;

/// Set once, by [`learn`].
static KNOWLEDGE: AtomicPtr<Knowledge> = AtomicPtr::new(ptr::null_mut());

/// Takes the tables of a diagnosis, once and for good.
#[wasm_bindgen]
pub fn learn(findings: String, routes: String, known: String) {
    let [findings, routes, known] = [findings, routes, known].map(|text| &*String::leak(text));
    let knowledge = Box::new(Knowledge { findings, routes, known });
    KNOWLEDGE.store(Box::into_raw(knowledge), Ordering::Relaxed);
}

fn knowledge() -> Knowledge {
    let learned = KNOWLEDGE.load(Ordering::Relaxed);
    // SAFETY: it is null, or was leaked by `learn` and is never freed or written again.
    unsafe { learned.as_ref() }.copied().unwrap_or_default()
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
