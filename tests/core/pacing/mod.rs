//! The pace: one test for each thing it does, and what holds of it whatever happens.

use bc_status::{Pace, RateLimit};

mod change;
mod circuit;
mod flight;
mod hold;
mod leases;
#[cfg(not(target_arch = "wasm32"))]
mod leases_properties;
mod ledger;
#[cfg(not(target_arch = "wasm32"))]
mod ledger_properties;
mod line;
#[cfg(not(target_arch = "wasm32"))]
mod line_properties;
mod load;
mod order;
mod others;
#[cfg(not(target_arch = "wasm32"))]
mod properties;
mod saved;
mod turn;
mod window;
#[cfg(not(target_arch = "wasm32"))]
mod world;

const NOTHING: RateLimit =
    RateLimit { window_ms: None, reset_ms: None, quota: None, left: None, retry_after_ms: None };
const WINDOW: RateLimit = RateLimit { window_ms: Some(30_000), quota: Some(150), ..NOTHING };
const TWO_MINUTES_MS: f64 = 120_000.0;

/// What every answer says.
fn limit(left: u64, reset_ms: u64) -> RateLimit {
    RateLimit { left: Some(left), reset_ms: Some(reset_ms), ..WINDOW }
}

/// Sends whatever may go out at this moment: how many that is.
fn flood(pace: &mut Pace, now_ms: f64) -> u32 {
    (0..10_000).take_while(|_| pace.admit(now_ms)).count() as u32
}

/// Answers all that are in flight, one after the other, and sends what may go out after each.
fn round(pace: &mut Pace, now_ms: f64) {
    for _ in 0..pace.state(now_ms).in_flight {
        pace.answer(now_ms, now_ms, 200, &NOTHING);
        flood(pace, now_ms);
    }
}

/// Sends one, which is answered at once.
fn exchange(pace: &mut Pace, now_ms: f64, status: u16, limit: &RateLimit) {
    assert!(pace.admit(now_ms), "nothing goes out at {now_ms} ms: {:?}", pace.state(now_ms));
    pace.answer(now_ms, now_ms, status, limit);
}

/// A client that has found the platform to bear a thousand at once, and knows of no quota.
fn warm() -> Pace {
    let mut pace = Pace::default();
    while pace.state(0.0).most_in_flight < 1_000.0 {
        for _ in 0..flood(&mut pace, 0.0) {
            pace.answer(0.0, 0.0, 200, &NOTHING);
        }
    }
    pace
}

/// The same after an answer at 0 ms.
fn told(limit: &RateLimit) -> Pace {
    let mut pace = warm();
    exchange(&mut pace, 0.0, 200, limit);
    pace
}
