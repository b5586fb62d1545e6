//! Whether this is a page, where the platform itself looks after redirects.

use wasm_bindgen::JsCast;
use web_sys::{Window, WorkerGlobalScope};

/// A page on the web, or a worker of one. Servers have no address of their own.
pub(crate) fn is_page() -> bool {
    let global = js_sys::global();
    let protocol = match global.dyn_ref::<Window>() {
        Some(window) => window.location().protocol().ok(),
        None => global
            .dyn_ref::<WorkerGlobalScope>()
            // workerd has the class, and no address.
            .filter(|scope| crate::platform::member(scope, "location").is_object())
            .map(|scope| scope.location().protocol()),
    };
    protocol.is_some_and(|protocol| protocol == "http:" || protocol == "https:")
}
