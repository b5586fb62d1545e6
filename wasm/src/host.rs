//! What JavaScript builds for us: `host.js` beside `src/`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/host.js")]
extern "C" {
    /// A `Status` without its code, which the caller may have written differently.
    pub fn status(
        code: u16,
        text: &str,
        class: &str,
        documented: bool,
        purpose: &str,
        retry: &str,
        url: &str,
    ) -> JsValue;

    /// A `Troubleshooting`; lists come a line an entry, links as text and URL in turn.
    pub fn troubleshooting(code: u16, causes: &str, solutions: &str, links: &str) -> JsValue;

    /// A `RateLimit`.
    #[wasm_bindgen(js_name = rateLimit)]
    pub fn rate_limit(
        window_ms: Option<f64>,
        reset_ms: Option<f64>,
        quota: Option<f64>,
        left: Option<f64>,
        retry_after_ms: Option<f64>,
    ) -> JsValue;

    /// A `Classification` but for its status, which the caller adds.
    pub fn classification(
        outcome: &str,
        api: &str,
        rate_limit: JsValue,
        request_id: Option<&str>,
    ) -> JsValue;

    /// Tells the rule and the text of every reason, two lines each.
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
