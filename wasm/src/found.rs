//! How a result goes to JavaScript: into an object that the caller passes.
//!
//! An export that returned an object could end the process: when V8 inlines such a call, as
//! Node 20 does, and the function around it is deoptimised meanwhile, it finds no way back.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `{ value }`, which the caller reads afterwards.
    pub type Found;

    #[wasm_bindgen(method, setter)]
    fn set_value(this: &Found, value: JsValue);
}

impl Found {
    /// Gives a result as a plain object of JSON's kinds.
    pub fn give(&self, result: &impl Serialize) {
        if let Ok(value) = result.serialize(&Serializer::json_compatible()) {
            self.set_value(value);
        }
    }
}
