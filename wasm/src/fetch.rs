//! The fetch loop: from the first answer that is not a success to the one that
//! is handed out.
//!
//! The first attempt is made in JavaScript, so that a success never comes here.
//! From then on the loop says what to wait for next, and JavaScript awaits it:
//! an executor for futures would cost more than all the decisions together.

use crate::decisions::to_js;
use crate::exchange;
use bc_status::headers::HEADERS;
use bc_status::{Decision, Exchange, Policy, Reason, decide};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// One call of the wrapped fetch: `Call` in `www/entry/fetch.js`.
    pub type Call;

    /// Time since the first attempt began.
    #[wasm_bindgen(method, getter, js_name = elapsedMs)]
    fn elapsed_ms(this: &Call) -> f64;
    /// Sends the request once more, through the caller's fetch; what that throws
    /// becomes a rejection.
    #[wasm_bindgen(method)]
    fn send(this: &Call) -> Promise;
    /// Resolves after the time, or rejects with the reason of the caller's signal.
    #[wasm_bindgen(method)]
    fn wait(this: &Call, ms: f64) -> Promise;
    /// Cancels the body of an answer that is not handed out.
    #[wasm_bindgen(method)]
    fn discard(this: &Call, answer: &Response);
    /// Which failure an error stands for, as an index.
    #[wasm_bindgen(method, js_name = failureOf)]
    fn failure_of(this: &Call, error: &JsValue) -> u8;
    /// A random number in [0, 1), for jitter.
    #[wasm_bindgen(method, getter)]
    fn random(this: &Call) -> f64;
    /// Adds an attempt to the history.
    #[wasm_bindgen(method)]
    fn record(this: &Call, status: Option<u16>, failure: Option<u8>, decision: JsValue);
}

#[wasm_bindgen]
extern "C" {
    /// An answer, as the entry made it readable: the platform's own, or another's
    /// rewritten. Of both only this much is asked, which no bindings are needed for.
    pub type Response;
    type Headers;
    /// What the loop waits for.
    pub type Promise;

    #[wasm_bindgen(method, getter)]
    fn status(this: &Response) -> u16;
    #[wasm_bindgen(method, getter)]
    fn headers(this: &Response) -> Headers;
    #[wasm_bindgen(method)]
    fn get(this: &Headers, name: &str) -> Option<String>;
}

/// The loop between two promises.
#[wasm_bindgen]
pub struct Loop {
    call: Call,
    request: String,
    in_browser: bool,
    replayable: bool,
    policy: Policy,
    attempt: u32,
    waits: bool,
}

#[wasm_bindgen]
impl Loop {
    /// `request` is method and URL, each ending its line; `replayable` tells whether the
    /// body can be sent again exactly as it was.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::too_many_arguments, reason = "plain arguments are what crosses fast")]
    pub fn new(
        call: Call,
        request: String,
        in_browser: bool,
        replayable: bool,
        background: bool,
        max_attempts: f64,
        max_delay_ms: f64,
        max_elapsed_ms: f64,
        jitter: bool,
        repeatable: bool,
    ) -> Loop {
        let policy = exchange::policy(
            background,
            max_attempts,
            max_delay_ms,
            max_elapsed_ms,
            jitter,
            repeatable,
        );
        Loop { call, request, in_browser, replayable, policy, attempt: 1, waits: false }
    }

    /// Takes what the last promise came to, and returns the next to await; none
    /// when the last answer or error is the one to hand out.
    pub fn next(&mut self, fulfilled: bool, value: JsValue) -> Option<Promise> {
        if self.waits {
            self.waits = false;
            self.attempt += 1;
            // A wait is rejected only when the caller gives up.
            return fulfilled.then(|| self.call.send());
        }
        let response = fulfilled.then(|| Response::from(value.clone()));
        let failure = (!fulfilled).then(|| self.call.failure_of(&value));
        let decision = self.decide(response.as_ref(), failure);
        self.call.record(response.as_ref().map(Response::status), failure, to_js(&decision));
        if !decision.retry {
            return None;
        }
        if let Some(response) = response {
            self.call.discard(&response);
        }
        self.waits = true;
        Some(self.call.wait(decision.delay_ms as f64))
    }

    fn decide(&self, response: Option<&Response>, failure: Option<u8>) -> Decision {
        let mut text = self.request.clone();
        for &name in &HEADERS {
            let value = response.and_then(|response| response.headers().get(name));
            text.push_str(value.as_deref().unwrap_or_default());
            text.push('\n');
        }
        let mut headers = Default::default();
        let exchange = Exchange {
            failure: exchange::failure(failure),
            in_browser: self.in_browser,
            ..exchange::read(&text, &mut headers, response.map(Response::status))
        };
        let state =
            exchange::state(f64::from(self.attempt), self.call.elapsed_ms(), self.call.random());
        let decision = decide(&exchange, &state, &self.policy);
        if decision.retry && !self.replayable {
            return Decision { retry: false, reason: Reason::BodyUsedUp, ..decision };
        }
        decision
    }
}
