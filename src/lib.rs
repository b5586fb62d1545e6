//! What a BigCommerce API answer means, whether and when to try again, and
//! what to do about it.
//!
//! The crate is pure: no clock, no sleeping, no randomness, no network, and no
//! panic on whatever a server sends. Durations are whole milliseconds in names
//! ending in `_ms`; what is absent is `None`, never zero.
//!
//! | module           | answers                                                   |
//! | ---------------- | --------------------------------------------------------- |
//! | [`mod@status`]   | what does this code mean at BigCommerce?                  |
//! | [`exchange`]     | one request and what came of it                           |
//! | [`headers`]      | which response headers matter?                            |
//! | [`rate_limit`]   | what do the headers say about quota and waiting?          |
//! | [`outcome`]      | what can become of a request?                             |
//! | [`route`]        | which API does this URL belong to?                        |
//! | `body`           | what does the body say went wrong? (feature `explain`)    |
//! | [`mod@classify`] | what became of the request?                               |
//! | [`retry`]        | try again? when? is it safe?                              |
//! | [`pace`]         | may the next request go out now?                          |
//! | [`mod@concurrency`] | how many such requests at once?                        |
//! | `diagnose`       | what is wrong, and what to do? (features `explain`, `prose`) |
//! | `render`         | a status or a diagnosis as text, Markdown or HTML (`prose`) |
//! | `json`           | results in JSON                                           |
//! | [`set`]          | which words can a result hold?                            |
//! | `words`          | what is said, by id, in any language (`explain`)          |
//! | `values`         | what the words about an exchange are made of (`explain`)  |
//!
//! ```
//! use bc_status::{Exchange, Policy, Rule, State, decide};
//!
//! let decision = decide(
//!     &Exchange {
//!         url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/products",
//!         status: Some(429),
//!         headers: &[("x-rate-limit-time-reset-ms", "4200")],
//!         ..Exchange::default()
//!     },
//!     &State::default(),
//!     &Policy::default(),
//! );
//! assert!(decision.retry);
//! assert_eq!(decision.delay_ms, 4_200);
//! assert_eq!(decision.rule(), Rule::RateLimitReset);
//! ```
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod api_error;
#[cfg(feature = "explain")]
pub mod body;
pub mod classify;
pub mod concurrency;
#[cfg(feature = "explain")]
pub mod diagnose;
mod duration;
#[cfg(feature = "explain")]
pub mod error;
pub mod exchange;
#[cfg(feature = "explain")]
mod graphql;
pub mod headers;
#[cfg(feature = "http")]
pub mod http_types;
#[cfg(feature = "explain")]
pub mod json;
#[cfg(feature = "explain")]
mod mask;
pub mod outcome;
pub mod pace;
pub mod rate_limit;
#[cfg(feature = "explain")]
pub mod render;
#[cfg(feature = "explain")]
mod request;
pub mod retry;
pub mod route;
#[cfg(feature = "explain")]
mod said;
#[cfg(feature = "explain")]
pub mod secret;
pub mod set;
pub mod status;
mod text;
#[cfg(feature = "explain")]
pub mod values;
#[cfg(feature = "explain")]
pub mod words;

pub use api_error::{ApiError, ErrorItem, Shape};
pub use classify::{Classification, classify};
pub use concurrency::{CONCURRENCY, Concurrency, concurrency};
#[cfg(feature = "explain")]
pub use diagnose::{Confidence, Diagnosis, Finding, FindingId, Knowledge};
#[cfg(feature = "prose")]
pub use diagnose::{diagnose, diagnose_at};
#[cfg(feature = "explain")]
pub use error::BcStatusError;
pub use exchange::{Exchange, Failure};
#[cfg(feature = "explain")]
pub use graphql::holds_queries_only;
pub use headers::Headers;
#[cfg(feature = "explain")]
pub use mask::{masked, masked_url};
pub use outcome::Outcome;
pub use pace::{Circuit, Moment, Pace, PaceState, Priority};
pub use rate_limit::RateLimit;
#[cfg(feature = "explain")]
pub use render::Format;
#[cfg(feature = "prose")]
pub use render::{render_diagnosis, render_status};
pub use retry::{Decision, LONGEST_DELAY_MS, Policy, Profile, Reason, Rule, State, decide};
pub use route::Api;
pub use status::{Class, Retry, Status, status, statuses};
#[cfg(feature = "explain")]
pub use values::{Value, Values};
#[cfg(feature = "explain")]
pub use words::Words;

#[cfg(all(doctest, feature = "prose"))]
#[doc = include_str!("../README.md")]
struct Readme;
