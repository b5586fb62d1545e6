//! A call without I/O: one test for each thing it does, and what holds of it whatever happens.

mod decisions;
mod gate;
mod history;
mod hooks;
mod host;
mod pacer;
#[cfg(not(target_arch = "wasm32"))]
mod properties;
mod redirects;
mod repeats;
mod time;
