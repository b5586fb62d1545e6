//! What a BigCommerce API answer means, whether and when to try again, and
//! what to do about it.
//!
//! The crate is pure: no clock, no sleeping, no randomness, no network, and no
//! panic on whatever a server sends. What is absent is `None`, never zero.
//!
//! Durations are milliseconds in members whose names end in `_ms`, as in the npm package, and
//! [`Duration`](std::time::Duration) in the methods named like them: `decision.delay_ms` and
//! [`decision.delay()`](Decision::delay). Results own what they hold. They and the closed sets may
//! grow, and are `#[non_exhaustive]`; what callers fill in ([`Exchange`], [`State`], [`Policy`],
//! [`RateLimit`], [`LeaseAsk`], [`Lease`]) can be written as a struct. A struct has the
//! same members whatever features are on.
//!
//! | module                | answers                                        | what it has |
//! | --------------------- | ---------------------------------------------- | ----------- |
//! | [`mod@status`]        | what does this code mean at BigCommerce?       | [`status()`], [`statuses`], [`Status`], [`Class`], [`Retry`] |
//! | [`exchange`]          | one request and what came of it                | [`Exchange`], [`OwnedExchange`], [`Failure`] |
//! | [`headers`]           | headers in a list, and which of them matter    | [`Headers`] |
//! | [`http_types`]        | the same from the types of the crate `http`    | (`http`) |
//! | [`rate_limit`]        | what do the headers say of quota and waiting?  | [`RateLimit`] |
//! | [`outcome`]           | what can become of a request?                  | [`Outcome`] |
//! | [`route`]             | which API does this URL belong to?             | [`Api`] |
//! | [`api_error`]         | what went wrong, by the body?                  | [`ApiError`], [`ErrorItem`], [`Shape`] |
//! | [`body`]              | how is a body read?                            | (`explain`) [`holds_queries_only`] |
//! | [`mod@classify`]      | what became of the request?                    | [`classify()`], [`Classification`] |
//! | [`retry`]             | try again? when? is it safe?                   | [`decide`], [`decide_with`](retry::decide_with), [`State`], [`Policy`], [`Profile`], [`Decision`], [`Rule`], [`Reason`], [`LONGEST_DELAY_MS`] |
//! | [`fetch`]             | send it, follow it, wait, send it again: what next? | [`Call`], [`Gate`], [`RetryBudget`], [`AttemptRecord`] |
//! | [`pace`]              | may the next request go out now?               | [`Pace`], [`PaceState`], [`Moment`], [`Priority`], [`Circuit`], [`Ledger`], [`LedgerError`], [`LeaseAsk`], [`Lease`] |
//! | [`mod@concurrency`]   | how many such requests at once?                | [`concurrency()`], [`Concurrency`], [`CONCURRENCY`] |
//! | [`mod@diagnose`]      | what is wrong, and what to do?                 | (`explain`) [`Diagnosis`], [`Finding`], [`FindingId`], [`Confidence`], [`Knowledge`]; (`prose`) [`diagnose()`], [`diagnose_at`] |
//! | [`error`]             | a diagnosis as an error                        | (`explain`) [`BcStatusError`] |
//! | [`render`]            | a status or a diagnosis as text, Markdown, HTML | (`explain`) [`Format`]; (`prose`) [`render_status`], [`render_diagnosis`] |
//! | [`secret`]            | what is secret, and must not be shown?         | (`explain`) [`masked`], [`masked_url`] |
//! | [`words`]             | what is said, by id, in any language           | (`explain`) [`Words`]; (`prose`) [`shopper_message`] |
//! | [`values`]            | what words about an exchange are made of       | (`explain`) [`Values`], [`Value`] |
//! | [`paste`]             | what is the exchange in a text that was pasted? | (`paste`) [`paste::read`] |
//! | [`set`]               | which words can a result hold?                 | |
//!
//! The feature in brackets is the one it wants: `explain` reads bodies and diagnoses, `prose` (the
//! default, with `explain`) has the words for it. Off by default are `paste`, which reads what tools
//! print, and `http` and `serde`, with which exchanges and results are read and written as the npm
//! package has them; only `reason` is a name of [`Reason`], and not its sentence.
//!
//! ```
//! use bc_status::{Exchange, Policy, Rule, State, decide};
//! use std::time::Duration;
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
//! assert_eq!(decision.delay(), Duration::from_millis(4_200));
//! assert_eq!(decision.rule(), Rule::RateLimitReset);
//! ```
#![cfg_attr(docsrs, feature(doc_cfg))]
// What a feature adds is linked to all the same.
#![cfg_attr(
    not(all(feature = "prose", feature = "http", feature = "paste")),
    allow(rustdoc::broken_intra_doc_links, reason = "the documentation has every feature")
)]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod api_error;
#[cfg(feature = "explain")]
mod base64;
#[cfg(feature = "explain")]
pub mod body;
#[cfg(feature = "explain")]
mod callback;
pub mod classify;
pub mod concurrency;
#[cfg(feature = "explain")]
pub mod diagnose;
mod duration;
#[cfg(feature = "explain")]
mod edge;
#[cfg(feature = "explain")]
pub mod error;
pub mod exchange;
pub mod fetch;
#[cfg(feature = "explain")]
mod graphql;
pub mod headers;
#[cfg(feature = "http")]
pub mod http_types;
#[cfg(feature = "explain")]
mod json;
#[cfg(feature = "explain")]
mod mask;
pub mod outcome;
pub mod pace;
#[cfg(feature = "paste")]
pub mod paste;
pub mod rate_limit;
#[cfg(feature = "explain")]
pub mod render;
#[cfg(feature = "explain")]
mod request;
pub mod retry;
pub mod route;
#[cfg(feature = "explain")]
mod said;
pub mod secret;
pub mod set;
pub mod status;
mod text;
#[cfg(feature = "explain")]
pub mod values;
#[cfg(feature = "explain")]
pub mod words;
#[cfg(feature = "serde")]
mod written;

pub use api_error::{ApiError, ErrorItem, Shape};
pub use classify::{Classification, classify};
pub use concurrency::{CONCURRENCY, Concurrency, concurrency};
#[cfg(feature = "explain")]
pub use diagnose::{Confidence, Diagnosis, Finding, FindingId, Knowledge};
#[cfg(feature = "prose")]
pub use diagnose::{diagnose, diagnose_at};
#[cfg(feature = "explain")]
pub use error::BcStatusError;
pub use exchange::{Exchange, Failure, OwnedExchange};
pub use fetch::{AttemptRecord, Call, Gate, RetryBudget};
#[cfg(feature = "explain")]
pub use graphql::holds_queries_only;
pub use headers::Headers;
#[cfg(feature = "explain")]
pub use mask::{masked, masked_url};
pub use outcome::Outcome;
pub use pace::{Circuit, Lease, LeaseAsk, Ledger, LedgerError, Moment, Pace, PaceState, Priority};
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
#[cfg(feature = "prose")]
pub use words::shopper_message;

#[cfg(all(doctest, feature = "prose", feature = "http"))]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(all(doctest, feature = "prose", feature = "http"))]
#[doc = include_str!("../docs/rust.md")]
struct Guide;
