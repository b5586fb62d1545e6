//! The leases of a line, where processes share a quota; see [`pacing`](crate::pacing).

use crate::found::Found;
use crate::lease::Lease;
use crate::pacing::{with, with_pace};
use bc_status::pace::Line;
use wasm_bindgen::prelude::*;

fn waiting(line: &Line) -> u32 {
    u32::try_from(line.waiting()).unwrap_or(u32::MAX)
}

/// Whether it is time to ask for a lease.
#[wasm_bindgen(js_name = leaseIsDue)]
pub fn lease_is_due(line: *mut Line, now_ms: f64) -> bool {
    with(line, |line| {
        let waiting = waiting(line);
        line.pace().lease_due_for(now_ms, waiting)
    })
}

/// How many permits to ask for, for those who wait.
#[wasm_bindgen(js_name = leaseWant)]
pub fn lease_want(line: *mut Line) -> u32 {
    with(line, |line| {
        let waiting = waiting(line);
        line.pace().lease_want(waiting)
    })
}

/// Finds what is given back of which windows: while somebody waits, what came late alone.
#[wasm_bindgen(js_name = leaseBack)]
pub fn lease_back(line: *mut Line, now_ms: f64, found: &Found) {
    found.give(&with(line, |line| {
        let is_idle = line.waiting() == 0;
        line.pace().lease_back(now_ms, is_idle)
    }));
}

/// Whether a lease that came makes sense.
#[wasm_bindgen(js_name = leaseTake)]
pub fn lease_take(line: *mut Line, now_ms: f64, asked_ms: f64, want: u32, lease: &Lease) -> bool {
    let lease = lease.read();
    let take = |lease| with_pace(line, |pace| pace.take_lease(now_ms, asked_ms, want, &lease));
    lease.is_some_and(take)
}

/// No lease has come so far: how many more milliseconds to wait for it, or 0.
#[wasm_bindgen(js_name = leaseMiss)]
pub fn lease_miss(line: *mut Line, now_ms: f64) -> f64 {
    with_pace(line, |pace| pace.miss_lease_ms(now_ms))
}

#[wasm_bindgen(js_name = leaseEnd)]
pub fn lease_end(line: *mut Line, asked_ms: f64) {
    with_pace(line, |pace| pace.end_ask(asked_ms));
}

/// Whether others could use what is left.
#[wasm_bindgen(js_name = leaseIsRest)]
pub fn lease_is_rest(line: *mut Line) -> bool {
    with_pace(line, |pace| pace.is_rest())
}
