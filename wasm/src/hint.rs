//! What the body of a failure says about trying again, for a fetch whose core decides by status and
//! headers.

use bc_status::Exchange;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `{ told, waitMs }`, which the caller hands on as members of the exchange.
    pub type Hint;

    #[wasm_bindgen(method, setter)]
    fn set_told(this: &Hint, told: &str);
    #[wasm_bindgen(method, setter, js_name = waitMs)]
    fn set_wait_ms(this: &Hint, ms: f64);
}

/// Finds out what the body says.
#[wasm_bindgen(js_name = readHint)]
pub fn read(status: u16, url: &str, body: &str, hint: &Hint) {
    let (status, body) = (Some(status), Some(body));
    let found = bc_status::retry::Hint::of(&Exchange { url, status, body, ..Exchange::default() });
    hint.set_told(found.told.name());
    hint.set_wait_ms(found.wait_ms as f64);
}

/// Whether a request is one of GraphQL that holds queries and nothing else.
#[wasm_bindgen(js_name = onlyReads)]
pub fn only_reads(url: &str, body: &str) -> bool {
    let request_body = Some(body);
    bc_status::retry::only_reads(&Exchange { url, request_body, ..Exchange::default() })
}
