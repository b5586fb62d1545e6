//! What a pasted text tells.

use crate::found::Found;
use wasm_bindgen::prelude::*;

/// Finds what a text tells of an exchange, if it tells of one; `entry` is the one that is asked
/// for, from 1.
#[wasm_bindgen(js_name = readPasted)]
pub fn read_pasted(text: &str, entry: Option<u32>, found: &Found) {
    if let Some(pasted) = bc_status::paste::read(text, entry) {
        found.give(&pasted);
    }
}
