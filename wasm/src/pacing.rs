//! The pace of one key, which JavaScript holds by its address: a class of wasm-bindgen would
//! cost half a kilobyte. Only `www/pace/line.js` calls this. Moments are milliseconds of the
//! host's clock.

use crate::exchange::Headers;
use crate::found::Found;
use crate::lease::Lease;
use bc_status::{OwnedExchange, Pace, RateLimit};
use wasm_bindgen::prelude::*;

/// `shared`: by leases.
#[wasm_bindgen(js_name = paceBegin)]
pub fn begin(now_ms: f64, seed: f64, circuit: bool, shared: bool) -> *mut Pace {
    let new = if shared { Pace::shared } else { Pace::new };
    Box::into_raw(Box::new(new(now_ms, seed, circuit)))
}

#[wasm_bindgen(js_name = paceEnd)]
pub fn end(pace: *mut Pace) {
    // SAFETY: as below, and the line forgets the address with this.
    drop(unsafe { Box::from_raw(pace) });
}

/// Of 0, where a line is closed while a lease is on its way, nothing is known.
fn with<T: Default>(pace: *mut Pace, act: impl FnOnce(&mut Pace) -> T) -> T {
    // SAFETY: the address is 0, or one that `begin` gave and `end` has not taken back, and nothing
    // that is done with it calls JavaScript, which could come in here again.
    unsafe { pace.as_mut() }.map(act).unwrap_or_default()
}

#[wasm_bindgen(js_name = paceAdmit)]
pub fn admit(pace: *mut Pace, now_ms: f64) -> bool {
    with(pace, |pace| pace.admit(now_ms))
}

#[wasm_bindgen(js_name = paceWaitMs)]
pub fn wait_ms(pace: *mut Pace, now_ms: f64, before: u32) -> f64 {
    with(pace, |pace| pace.wait_ms(now_ms, before))
}

/// What the headers of an answer say that come with every one.
#[wasm_bindgen(js_name = paceAnswer)]
pub fn answer(
    pace: *mut Pace,
    now_ms: f64,
    sent_ms: f64,
    status: u16,
    left: Option<f64>,
    reset_ms: Option<f64>,
) {
    let [left, reset_ms] = [left, reset_ms].map(|number| number.map(|number| number as u64));
    let limit = RateLimit { left, reset_ms, ..RateLimit::default() };
    with(pace, |pace| pace.answer(now_ms, sent_ms, status, &limit));
}

/// The same of an answer whose headers are not read yet; finds the `RateLimit` in them.
#[wasm_bindgen(js_name = paceRead)]
pub fn read(
    pace: *mut Pace,
    now_ms: f64,
    sent_ms: f64,
    status: u16,
    headers: &Headers,
    found: &Found,
) {
    let answer = OwnedExchange { headers: Some(headers.read()), ..OwnedExchange::default() };
    let limit = answer.lend(RateLimit::read);
    with(pace, |pace| pace.answer(now_ms, sent_ms, status, &limit.unwrap_or_default()));
    found.give(&limit);
}

#[wasm_bindgen(js_name = paceFail)]
pub fn fail(pace: *mut Pace, now_ms: f64, sent_ms: f64) {
    with(pace, |pace| pace.fail(now_ms, sent_ms));
}

#[wasm_bindgen(js_name = paceRelease)]
pub fn release(pace: *mut Pace, now_ms: f64, sent_ms: f64) {
    with(pace, |pace| pace.release(now_ms, sent_ms));
}

/// Finds a `PaceState`, but for what only the line knows.
#[wasm_bindgen(js_name = paceState)]
pub fn state(pace: *mut Pace, now_ms: f64, found: &Found) {
    found.give(&with(pace, |pace| Some(pace.state(now_ms))));
}

/// Whether it is time to ask for a lease.
#[wasm_bindgen(js_name = leaseIsDue)]
pub fn lease_is_due(pace: *mut Pace, now_ms: f64) -> bool {
    with(pace, |pace| pace.lease_due(now_ms))
}

/// How many permits to ask for, with so many waiting.
#[wasm_bindgen(js_name = leaseWant)]
pub fn lease_want(pace: *mut Pace, waiting: u32) -> u32 {
    with(pace, |pace| pace.lease_want(waiting))
}

/// Finds what is given back of which windows.
#[wasm_bindgen(js_name = leaseBack)]
pub fn lease_back(pace: *mut Pace, now_ms: f64, found: &Found) {
    found.give(&with(pace, |pace| pace.lease_back(now_ms)));
}

/// Whether a lease that came makes sense.
#[wasm_bindgen(js_name = leaseTake)]
pub fn lease_take(pace: *mut Pace, now_ms: f64, asked_ms: f64, want: u32, lease: &Lease) -> bool {
    let lease = lease.read();
    lease.is_some_and(|lease| with(pace, |pace| pace.take_lease(now_ms, asked_ms, want, &lease)))
}

#[wasm_bindgen(js_name = leaseMiss)]
pub fn lease_miss(pace: *mut Pace, now_ms: f64) {
    with(pace, |pace| pace.miss_lease(now_ms));
}

#[wasm_bindgen(js_name = leaseEnd)]
pub fn lease_end(pace: *mut Pace, asked_ms: f64) {
    with(pace, |pace| pace.end_ask(asked_ms));
}

/// Whether others could use what is left.
#[wasm_bindgen(js_name = leaseIsRest)]
pub fn lease_is_rest(pace: *mut Pace) -> bool {
    with(pace, |pace| pace.is_rest())
}
