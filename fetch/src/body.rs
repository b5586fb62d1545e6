//! Bodies: the beginning of an answer's, and letting go of one.

use crate::abort::before;
use crate::platform::member;
use crate::sleep::Sleep;
use bc_status::fetch::{LONGEST_BODY, LONGEST_BODY_MS};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader, Response};

/// Lets go of a body that nobody will read.
pub(crate) fn cancel(body: Option<ReadableStream>) {
    // Another library's is something else.
    let body = body.filter(|body| body.is_instance_of::<ReadableStream>() && !body.locked());
    body.iter().for_each(|body| forget(body.cancel()));
}

/// Nobody waits for it, and what it rejects with is nobody's matter.
fn forget(promise: js_sys::Promise) {
    wasm_bindgen_futures::spawn_local(async {
        let _ = JsFuture::from(promise).await;
    });
}

/// The beginning of a body, from a clone; empty where it was read already. After a time, what has
/// arrived is enough.
pub(crate) async fn beginning_of(response: &Response) -> String {
    let body = match response.clone() {
        Ok(clone) => clone.body(),
        Err(_) => None,
    };
    let Some(reader) = body.and_then(|body| body.get_reader().dyn_into().ok()) else {
        return String::new();
    };
    let mut bytes = Vec::new();
    let limit = Sleep::new(LONGEST_BODY_MS);
    // What has come before the connection broke is still worth reading.
    before(Some(limit), read(&reader, &mut bytes)).await;
    forget(reader.cancel());
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn read(reader: &ReadableStreamDefaultReader, bytes: &mut Vec<u8>) {
    while bytes.len() <= LONGEST_BODY {
        let Ok(chunk) = JsFuture::from(reader.read()).await else { return };
        let value = member(&chunk, "value");
        match value.dyn_ref::<Uint8Array>() {
            Some(value) => bytes.extend(value.to_vec()),
            None => return,
        }
    }
}
