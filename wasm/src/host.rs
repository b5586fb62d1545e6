//! What JavaScript builds of our results: `www/entry/host.js`, which says why nothing is
//! returned.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "./host.js")]
extern "C" {
    /// A `Classification` but for its status, and with numbers for names, which the
    /// entry knows. The numbers are the members of a `RateLimit`, then outcome and API;
    /// NaN is absent. The `ApiError` comes in JSON.
    pub fn classification(numbers: &[f64], request_id: Option<&str>, error: Option<&str>);

    /// A `Diagnosis` of the last classification and the last decision; the findings come in JSON.
    #[cfg(feature = "explain")]
    pub fn diagnosis(findings: &str);

    /// A `RetryDecision`; `reason` is the index of a `Reason`.
    pub fn decision(retry: bool, delay_ms: f64, reason: u8, may_have_run: bool, attempts_left: u32);

    /// A `PaceState`; NaN is absent, and the circuit goes by its number.
    #[cfg(feature = "pace")]
    #[expect(clippy::too_many_arguments, reason = "plain arguments are what crosses fast")]
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
