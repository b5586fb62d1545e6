//! The requests to one store, which JavaScript holds by the address of their line: a class of
//! wasm-bindgen would cost half a kilobyte. Only `www/pace/line.js` and `www/pace/leases.js` call
//! this. Moments are milliseconds of the host's clock.

use crate::exchange::Headers;
use crate::found::Found;
use bc_status::pace::{Line, Room, Ticket};
use bc_status::{OwnedExchange, Pace, Priority, RateLimit};
use wasm_bindgen::prelude::*;

/// `shared`: by leases.
#[wasm_bindgen(js_name = paceBegin)]
pub fn begin(now_ms: f64, seed: f64, circuit: bool, shared: bool) -> *mut Line {
    let pace = if cfg!(feature = "leases") && shared { Pace::shared } else { Pace::new };
    Box::into_raw(Box::new(Line::new(pace(now_ms, seed, circuit))))
}

#[wasm_bindgen(js_name = paceEnd)]
pub fn end(line: *mut Line) {
    // SAFETY: as below, and JavaScript forgets the address with this.
    drop(unsafe { Box::from_raw(line) });
}

/// Of 0, where a line is closed while a lease is on its way, nothing is known.
pub fn with<T: Default>(line: *mut Line, act: impl FnOnce(&mut Line) -> T) -> T {
    // SAFETY: the address is 0, or one that `begin` gave and `end` has not taken back, and nothing
    // that is done with it calls JavaScript, which could come in here again.
    unsafe { line.as_mut() }.map(act).unwrap_or_default()
}

pub fn with_pace<T: Default>(line: *mut Line, act: impl FnOnce(&mut Pace) -> T) -> T {
    with(line, |line| act(line.pace()))
}

/// As `www/pace/rooms.js` finds it: the number of a row or nothing, how many it lets in, and the
/// path where each has its own limit.
fn room(row: Option<u32>, most: u32, path: Option<String>) -> Option<Room> {
    Some(Room::in_row(row? as usize, most, path.unwrap_or_default()))
}

fn priority(is_background: bool) -> Priority {
    if is_background { Priority::Background } else { Priority::Interactive }
}

/// Whether a request goes out now.
#[wasm_bindgen(js_name = paceAdmit)]
pub fn admit(
    line: *mut Line,
    now_ms: f64,
    row: Option<u32>,
    most: u32,
    path: Option<String>,
) -> bool {
    let room = room(row, most, path);
    with(line, |line| line.admit(now_ms, room.as_ref()))
}

/// One is no longer out.
#[wasm_bindgen(js_name = paceLeave)]
pub fn leave(line: *mut Line, row: Option<u32>, most: u32, path: Option<String>) {
    let room = room(row, most, path);
    with(line, |line| line.leave(room.as_ref()));
}

/// The ticket of one that waits.
#[wasm_bindgen(js_name = paceJoin)]
pub fn join(
    line: *mut Line,
    is_background: bool,
    is_again: bool,
    row: Option<u32>,
    most: u32,
    path: Option<String>,
) -> Ticket {
    let room = room(row, most, path);
    with(line, |line| line.join(priority(is_background), is_again, room))
}

#[wasm_bindgen(js_name = paceQuit)]
pub fn quit(line: *mut Line, ticket: Ticket) {
    with(line, |line| line.quit(ticket));
}

/// The ticket of who goes out now, or 0.
#[wasm_bindgen(js_name = paceNext)]
pub fn next(line: *mut Line, now_ms: f64) -> Ticket {
    with(line, |line| line.next(now_ms)).unwrap_or_default()
}

/// Who may be the next of a priority, or 0.
#[wasm_bindgen(js_name = paceHead)]
pub fn head(line: *mut Line, is_background: bool) -> Ticket {
    with(line, |line| line.head(priority(is_background))).unwrap_or_default()
}

/// How many wait, but for those at the door of a room.
#[wasm_bindgen(js_name = paceWaiting)]
pub fn waiting(line: *mut Line) -> usize {
    with(line, |line| line.waiting())
}

/// How many at least are served before one that comes now.
#[wasm_bindgen(js_name = paceAhead)]
pub fn ahead(line: *mut Line, is_background: bool, is_again: bool) -> usize {
    with(line, |line| line.ahead(priority(is_background), is_again))
}

/// How many are served before one that waits. At the door of a room it is less than nothing: one
/// less for each that is before it there, from -1 on.
#[wasm_bindgen(js_name = paceBefore)]
pub fn before(line: *mut Line, ticket: Ticket) -> i32 {
    with(line, |line| match line.before(ticket) {
        Some(before) => before as i32,
        None => -1 - line.before_at_door(ticket).unwrap_or_default() as i32,
    })
}

#[wasm_bindgen(js_name = paceWaitMs)]
pub fn wait_ms(line: *mut Line, now_ms: f64, before: usize) -> f64 {
    with(line, |line| line.wait_ms(now_ms, before))
}

/// What the headers of an answer say that come with every one.
#[wasm_bindgen(js_name = paceAnswer)]
pub fn answer(
    line: *mut Line,
    now_ms: f64,
    sent_ms: f64,
    status: u16,
    left: Option<f64>,
    reset_ms: Option<f64>,
) {
    let [left, reset_ms] = [left, reset_ms].map(|number| number.map(|number| number as u64));
    let limit = RateLimit { left, reset_ms, ..RateLimit::default() };
    with_pace(line, |pace| pace.answer(now_ms, sent_ms, status, &limit));
}

/// The same of an answer whose headers are not read yet; finds the `RateLimit` in them.
#[wasm_bindgen(js_name = paceRead)]
pub fn read(
    line: *mut Line,
    now_ms: f64,
    sent_ms: f64,
    status: u16,
    headers: &Headers,
    found: &Found,
) {
    let answer = OwnedExchange { headers: Some(headers.read()), ..OwnedExchange::default() };
    let limit = answer.lend(RateLimit::read);
    with_pace(line, |pace| pace.answer(now_ms, sent_ms, status, &limit.unwrap_or_default()));
    found.give(&limit);
}

#[wasm_bindgen(js_name = paceFail)]
pub fn fail(line: *mut Line, now_ms: f64, sent_ms: f64) {
    with_pace(line, |pace| pace.fail(now_ms, sent_ms));
}

#[wasm_bindgen(js_name = paceRelease)]
pub fn release(line: *mut Line, now_ms: f64, sent_ms: f64) {
    with_pace(line, |pace| pace.release(now_ms, sent_ms));
}

/// Finds a `PaceState`, but for what only the line knows.
#[wasm_bindgen(js_name = paceState)]
pub fn state(line: *mut Line, now_ms: f64, found: &Found) {
    found.give(&with_pace(line, |pace| Some(pace.state(now_ms))));
}
