//! `bc-status` for JavaScript: the core's functions. The `fetch` that acts on their
//! decisions is JavaScript (`www/fetch/call.js`), since all it does is to wait.
//!
//! This crate is the only one that knows JavaScript exists. Of its inputs it reads the members,
//! which the package has checked (see `www/core/arguments.js`); how results go back, `found.rs` says.

#[cfg(feature = "alone")]
mod classification;
#[cfg(feature = "decide")]
mod decision;
#[cfg(feature = "explain")]
mod diagnosis;
#[cfg(any(feature = "decide", feature = "pace"))]
mod exchange;
#[cfg(any(feature = "decide", feature = "pace", feature = "paste"))]
mod found;
#[cfg(feature = "bodies")]
mod hint;
#[cfg(feature = "leases")]
mod lease;
#[cfg(feature = "leases")]
mod leasing;
#[cfg(feature = "ledger")]
mod ledger;
#[cfg(all(feature = "masks", any(feature = "alone", not(feature = "explain"))))]
mod mask;
#[cfg(feature = "leases")]
mod number;
#[cfg(feature = "pace")]
mod pacing;
#[cfg(feature = "paste")]
mod paste;
#[cfg(feature = "explain")]
mod words;

#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
