//! The core, in one program: each program of tests is linked once for every set of features and
//! every place that it runs in.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "ends where something is wrong"
)]

#[cfg(feature = "explain")]
mod body;
mod calling;
mod classify;
mod concurrency;
#[cfg(feature = "prose")]
mod diagnose;
mod durations;
#[cfg(feature = "prose")]
mod error;
#[cfg(feature = "http")]
mod http_types;
#[cfg(feature = "explain")]
mod mask;
mod pacing;
#[cfg(all(feature = "prose", not(target_arch = "wasm32")))]
mod properties;
mod rate_limit;
#[cfg(feature = "prose")]
mod render;
mod retry;
mod route;
#[cfg(all(feature = "prose", not(target_arch = "wasm32")))]
mod serde;
mod status;
#[cfg(not(target_arch = "wasm32"))]
mod surface;

/// So many inputs for a property; which ones failed is printed, and nowhere written down.
#[cfg(not(target_arch = "wasm32"))]
fn tries(cases: u32) -> proptest::test_runner::Config {
    let default = proptest::test_runner::Config::default();
    proptest::test_runner::Config { cases, failure_persistence: None, ..default }
}
