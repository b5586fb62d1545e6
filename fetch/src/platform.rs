//! What every runtime has: a clock, timers and chance.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    pub(crate) fn now_ms() -> f64;
    /// In Node it gives an object.
    #[wasm_bindgen(js_name = setTimeout)]
    pub(crate) fn set_timeout(callback: &Function, ms: f64) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    pub(crate) fn clear_timeout(id: &JsValue);
}

pub(crate) fn random() -> f64 {
    js_sys::Math::random()
}

/// A member of whatever it is; undefined where it has none, or does not say.
pub(crate) fn member(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The fetch that is there now: a page may have wrapped it.
pub(crate) fn global_fetch() -> Result<Function, JsValue> {
    member(&js_sys::global(), "fetch").dyn_into()
}
