//! The client over a fetch of the test's own, in Node.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "ends where something is wrong")]
#![allow(clippy::await_holding_refcell_ref, reason = "nothing is asked meanwhile")]

mod aborts;
mod failures;
#[cfg(feature = "pace")]
mod paced;
mod redirects;
mod repeats;
mod stub;
