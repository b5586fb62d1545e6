//! Diagnosis.

use crate::decision::{RetryPolicy, RetryState};
use crate::exchange::Exchange;
use crate::found::Found;
use crate::words;
use bc_status::diagnose::diagnose_in;
use bc_status::{Knowledge, Words};
use wasm_bindgen::prelude::*;

/// Findings, routes, and what else is known of routes: the tables that a diagnosis rests on. There
/// is one set for each core, and it stays, so JavaScript holds its address.
#[wasm_bindgen]
pub fn knowledge(rows: String, routes: String, known: String) -> *const Knowledge {
    Box::into_raw(Box::new(Knowledge::read([rows, routes, known].map(|table| &*table.leak()))))
}

/// Finds the path of a URL as the documentation has it, if it has one: archives are grouped by it.
#[cfg(feature = "shapes")]
#[wasm_bindgen(js_name = routeShape)]
pub fn route_shape(knowledge: *const Knowledge, url: &str, found: &Found) {
    // SAFETY: as with words.
    let knowledge = unsafe { &*knowledge };
    found.give(&bc_status::route::shape_in(knowledge.routes, url));
}

/// Finds a `Diagnosis`, with its status and its reason as [`classify`](crate::classification::classify)
/// and [`decide`](crate::decision::decide) have them.
#[wasm_bindgen]
pub fn diagnose(
    words: *const Words,
    knowledge: *const Knowledge,
    exchange: &Exchange,
    state: &RetryState,
    policy: &RetryPolicy,
    found: &Found,
) {
    let (words, state, policy) = (words::at(words), state.read(), policy.read());
    // SAFETY: as with words.
    let knowledge = unsafe { &*knowledge };
    exchange
        .read()
        .lend(|exchange| found.give(&diagnose_in(words, knowledge, exchange, &state, &policy)));
}
