//! What JavaScript builds of our results: `www/entry/host.js`, which says why nothing is
//! returned.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "./host.js")]
extern "C" {
    /// A `RateLimit`, or that there is none; NaN is absent.
    #[wasm_bindgen(js_name = rateLimit)]
    pub fn rate_limit(
        is_known: bool,
        window_ms: f64,
        reset_ms: f64,
        quota: f64,
        left: f64,
        retry_after_ms: f64,
    );

    /// A `Classification` but for its status, with the last rate limit, and with numbers for
    /// names, which the entry knows. The `ApiError` comes in JSON.
    pub fn classification(outcome: u8, api: u8, request_id: Option<&str>, error: Option<&str>);

    /// A `Diagnosis` of the last classification and the last decision; the findings come in JSON.
    #[cfg(feature = "explain")]
    pub fn diagnosis(findings: &str);

    /// A `RetryDecision`; `reason` is the index of a `Reason`.
    pub fn decision(retry: bool, delay_ms: f64, reason: u8, may_have_run: bool, attempts_left: u32);

    /// A `PaceState`; NaN is absent, and the circuit goes by its number.
    #[cfg(feature = "pace")]
    pub fn pace(
        window_ms: f64,
        reset_ms: f64,
        quota: f64,
        left: f64,
        share: f64,
        in_flight: u32,
        most_in_flight: f64,
        held_ms: f64,
        circuit: u8,
        circuit_ms: f64,
    );
}
