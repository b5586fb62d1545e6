//! An exchange as `www/core/arguments.js` has checked it.

use bc_status::retry::{Hint, Told};
use bc_status::{Failure, OwnedExchange};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `Exchange` of the package, with every member in one form.
    pub type Exchange;

    #[wasm_bindgen(method, getter)]
    fn method(this: &Exchange) -> String;
    #[wasm_bindgen(method, getter)]
    fn url(this: &Exchange) -> String;
    #[wasm_bindgen(method, getter)]
    fn status(this: &Exchange) -> Option<u16>;
    #[wasm_bindgen(method, getter)]
    fn headers(this: &Exchange) -> Option<Headers>;
    #[wasm_bindgen(method, getter)]
    fn failure(this: &Exchange) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = inBrowser)]
    fn in_browser(this: &Exchange) -> bool;
    /// What its body is known to say; see `hint.rs`.
    #[wasm_bindgen(method, getter)]
    fn told(this: &Exchange) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = waitMs)]
    fn wait_ms(this: &Exchange) -> Option<f64>;

    /// An array with the name of each header, and behind it its value.
    pub type Headers;

    #[wasm_bindgen(method, indexing_getter)]
    fn at(this: &Headers, index: u32) -> Option<String>;
}

#[cfg(feature = "explain")]
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, getter)]
    fn body(this: &Exchange) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = requestHeaders)]
    fn request_headers(this: &Exchange) -> Option<Headers>;
    #[wasm_bindgen(method, getter, js_name = requestBody)]
    fn request_body(this: &Exchange) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn unsent(this: &Exchange) -> bool;
    #[wasm_bindgen(method, getter)]
    fn permanent(this: &Exchange) -> bool;
}

/// What is not read without that feature.
#[cfg(not(feature = "explain"))]
impl Exchange {
    fn body(&self) -> Option<String> {
        None
    }

    fn request_headers(&self) -> Option<Headers> {
        None
    }

    fn request_body(&self) -> Option<String> {
        None
    }

    fn unsent(&self) -> bool {
        false
    }

    fn permanent(&self) -> bool {
        false
    }
}

impl Headers {
    pub fn read(&self) -> Vec<(String, String)> {
        let mut texts = (0..).map_while(|index| self.at(index));
        std::iter::from_fn(|| Some((texts.next()?, texts.next()?))).collect()
    }
}

impl Exchange {
    /// What its body says, where that was read elsewhere.
    pub fn hint(&self) -> Option<Hint> {
        let told = Told::named(&self.told()?)?;
        Some(Hint { told, wait_ms: self.wait_ms().unwrap_or_default() as u64 })
    }

    /// Copies it out of JavaScript.
    pub fn read(&self) -> OwnedExchange {
        let exchange = OwnedExchange {
            method: self.method(),
            url: self.url(),
            status: self.status(),
            headers: self.headers().map(|headers| headers.read()),
            failure: self.failure().and_then(|name| Failure::named(&name)),
            in_browser: self.in_browser(),
            unsent: self.unsent(),
            permanent: self.permanent(),
            body: self.body(),
            request_headers: self.request_headers().map(|headers| headers.read()),
            request_body: self.request_body(),
        };
        // The widget asks for a status, and the loop has one.
        #[cfg(feature = "alone")]
        let exchange = exchange.answered();
        exchange
    }
}
