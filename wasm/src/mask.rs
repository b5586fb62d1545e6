//! What looks like a secret, and is not shown.

use wasm_bindgen::prelude::*;

/// A URL without the secrets in it.
#[wasm_bindgen(js_name = maskedUrl)]
pub fn masked_url(url: &str) -> String {
    bc_status::masked_url(url)
}
