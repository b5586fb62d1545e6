//! The words of a language.

use bc_status::Words;
use wasm_bindgen::prelude::*;

/// Reads a table of words, as `src/words.rs` describes it. A page has a few of them and keeps
/// them, so nothing takes them back: JavaScript holds their address, as that of a
/// [`pace`](crate::pacing).
#[wasm_bindgen]
pub fn words(table: String) -> *const Words {
    Box::into_raw(Box::new(Words::read(table)))
}

/// The words at an address.
pub fn at(words: *const Words) -> &'static Words {
    // SAFETY: the address is one that `words` gave, and what is there is never changed or freed.
    unsafe { &*words }
}
