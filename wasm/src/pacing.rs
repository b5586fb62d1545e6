//! The pace of one key, which JavaScript holds by its address: a class of wasm-bindgen would
//! cost half a kilobyte. Only `www/pace/line.js` calls this. Moments are milliseconds of the
//! host's clock.

use crate::exchange::Headers;
use crate::found::Found;
use bc_status::{OwnedExchange, Pace, RateLimit};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_name = paceBegin)]
pub fn begin(now_ms: f64, seed: f64, circuit: bool) -> *mut Pace {
    Box::into_raw(Box::new(Pace::new(now_ms, seed, circuit)))
}

#[wasm_bindgen(js_name = paceEnd)]
pub fn end(pace: *mut Pace) {
    // SAFETY: as below, and the line forgets the address with this.
    drop(unsafe { Box::from_raw(pace) });
}

fn with<T>(pace: *mut Pace, act: impl FnOnce(&mut Pace) -> T) -> T {
    // SAFETY: the address is one that `begin` gave and `end` has not taken back, and nothing
    // that is done with it calls JavaScript, which could come in here again.
    act(unsafe { &mut *pace })
}

/// `leased`: for a request whose unit of the quota is set aside elsewhere.
#[wasm_bindgen(js_name = paceAdmit)]
pub fn admit(pace: *mut Pace, now_ms: f64, leased: bool) -> bool {
    with(pace, |pace| if leased { pace.admit_leased(now_ms) } else { pace.admit(now_ms) })
}

#[wasm_bindgen(js_name = paceWaitMs)]
pub fn wait_ms(pace: *mut Pace, now_ms: f64, before: u32, leased: bool) -> f64 {
    with(
        pace,
        |pace| if leased { pace.wait_leased_ms(now_ms) } else { pace.wait_ms(now_ms, before) },
    )
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
    found.give(&with(pace, |pace| pace.state(now_ms)));
}
