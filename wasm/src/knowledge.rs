//! Status knowledge.

use crate::host;
use wasm_bindgen::prelude::*;

/// Every code with a row of its own, ascending.
#[wasm_bindgen]
pub fn codes() -> Vec<u16> {
    bc_status::statuses().iter().map(|status| status.code).collect()
}

#[wasm_bindgen]
pub fn status(code: u16) -> JsValue {
    let status = bc_status::status(code);
    #[cfg(feature = "explain")]
    let purpose = status.purpose;
    #[cfg(not(feature = "explain"))]
    let purpose = "";
    host::status(
        status.code,
        status.text,
        status.class().name(),
        status.documented,
        purpose,
        status.retry.name(),
        status.url,
    )
}

#[cfg(feature = "explain")]
#[wasm_bindgen]
pub fn troubleshoot(code: u16) -> JsValue {
    use crate::exchange::lines;

    let status = bc_status::status(code);
    let links = status.links.iter().flat_map(|link| [link.text, link.url]);
    host::troubleshooting(
        status.code,
        &lines(status.causes.iter().copied()),
        &lines(status.solutions.iter().copied()),
        &lines(links),
    )
}

/// The order is that of `FORMATS` in `www/entry/check.js`.
#[cfg(feature = "explain")]
#[wasm_bindgen]
pub fn render(code: u16, format: u8) -> String {
    use bc_status::Format;

    let format = match format {
        0 => Format::Text,
        1 => Format::Markdown,
        _ => Format::Html,
    };
    bc_status::render_status(code, format)
}
