//! What JavaScript builds for us: `host.js` beside `src/`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/host.js")]
extern "C" {
    /// A `Classification` but for its status, and with numbers for names, which the
    /// entry knows. The numbers are the members of a `RateLimit`, then outcome and API;
    /// NaN is absent. The `ApiError` comes in JSON.
    pub fn classification(
        numbers: &[f64],
        request_id: Option<&str>,
        error: Option<&str>,
    ) -> JsValue;

    /// A `Diagnosis`; the findings come in JSON.
    #[cfg(feature = "explain")]
    pub fn diagnosis(classification: JsValue, findings: &str, retry: JsValue) -> JsValue;

    /// Takes the rule and the text of every reason, two lines each.
    #[wasm_bindgen(js_name = setReasons)]
    pub fn set_reasons(lines: &str);

    /// A `RetryDecision`; `reason` is an index into what [`set_reasons`] told.
    pub fn decision(
        retry: bool,
        delay_ms: f64,
        reason: u8,
        may_have_run: bool,
        attempts_left: u32,
    ) -> JsValue;
}
