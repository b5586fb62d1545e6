//! Whether and when to send a request again.

use crate::exchange::Exchange;
use crate::found::Found;
use bc_status::retry::decide_with;
use bc_status::{Policy, Profile, State};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `RetryState` of the package.
    pub type RetryState;

    #[wasm_bindgen(method, getter)]
    fn attempt(this: &RetryState) -> Option<f64>;
    #[wasm_bindgen(method, getter, js_name = elapsedMs)]
    fn elapsed_ms(this: &RetryState) -> Option<f64>;
    #[wasm_bindgen(method, getter)]
    fn random(this: &RetryState) -> Option<f64>;

    /// `RetryPolicy` of the package.
    pub type RetryPolicy;

    #[wasm_bindgen(method, getter)]
    fn profile(this: &RetryPolicy) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = maxAttempts)]
    fn max_attempts(this: &RetryPolicy) -> Option<f64>;
    #[wasm_bindgen(method, getter, js_name = maxDelayMs)]
    fn max_delay_ms(this: &RetryPolicy) -> Option<f64>;
    #[wasm_bindgen(method, getter, js_name = maxElapsedMs)]
    fn max_elapsed_ms(this: &RetryPolicy) -> Option<f64>;
    #[wasm_bindgen(method, getter)]
    fn jitter(this: &RetryPolicy) -> Option<bool>;
    #[wasm_bindgen(method, getter)]
    fn repeatable(this: &RetryPolicy) -> Option<bool>;
}

impl RetryState {
    /// Undefined is the first attempt.
    pub fn read(&self) -> State {
        if self.is_undefined() {
            return State::default();
        }
        let State { attempt, elapsed_ms, random } = State::default();
        State {
            attempt: self.attempt().map_or(attempt, |attempt| attempt as u32),
            elapsed_ms: self.elapsed_ms().map_or(elapsed_ms, |ms| ms as u64),
            random: self.random().or(random),
        }
    }
}

impl RetryPolicy {
    /// Undefined is the default. Infinity becomes the largest integer, which the core takes as "no limit".
    pub fn read(&self) -> Policy {
        if self.is_undefined() {
            return Policy::default();
        }
        let Policy { profile, jitter, repeatable, .. } = Policy::default();
        Policy {
            profile: self.profile().and_then(|name| Profile::named(&name)).unwrap_or(profile),
            max_attempts: self.max_attempts().map(|attempts| attempts as u32),
            max_delay_ms: self.max_delay_ms().map(|ms| ms as u64),
            max_elapsed_ms: self.max_elapsed_ms().map(|ms| ms as u64),
            jitter: self.jitter().unwrap_or(jitter),
            repeatable: self.repeatable().unwrap_or(repeatable),
        }
    }
}

/// Finds a `RetryDecision`, with its reason by name: the words for it are JavaScript's.
#[wasm_bindgen]
pub fn decide(exchange: &Exchange, state: &RetryState, policy: &RetryPolicy, found: &Found) {
    let (state, policy) = (state.read(), policy.read());
    let hint = exchange.hint();
    exchange.read().lend(|exchange| found.give(&decide_with(exchange, hint, &state, &policy)));
}

/// Whether a body of GraphQL holds queries and nothing else.
#[cfg(feature = "alone")]
#[wasm_bindgen(js_name = holdsQueriesOnly)]
pub fn holds_queries_only(body: &str) -> bool {
    bc_status::holds_queries_only(body)
}
