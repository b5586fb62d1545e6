//! What became of an exchange.

use crate::exchange::Exchange;
use crate::found::Found;
use bc_status::classify::classify_in;
use wasm_bindgen::prelude::*;

/// Finds a `Classification`, with its status as a number. The headers of the request are wanted for
/// the secrets in them only, which a body may repeat.
#[wasm_bindgen]
pub fn classify(words: *const bc_status::Words, exchange: &Exchange, found: &Found) {
    let words = crate::words::at(words);
    exchange.read().lend(|exchange| found.give(&classify_in(words, exchange)));
}
