//! A fetch for BigCommerce's APIs in Rust on wasm32: in a page (Leptos, Yew, Dioxus, plain
//! wasm-bindgen), in its workers, in Cloudflare's Workers (workers-rs) and in Node.
//!
//! It sends the requests of [gloo-net](gloo_net::http), waits where a store asks for it, and repeats
//! what may be repeated. What is decided is [`bc_status::Call`]; this crate is the loop that does
//! what that says.
//!
//! ```no_run
//! use bc_status_fetch::{Client, Error};
//! use gloo_net::http::Request;
//!
//! # async fn run(token: &str) -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::default();
//! let request = Request::get("https://api.bigcommerce.com/stores/abc123/v3/catalog/products")
//!     .header("X-Auth-Token", token)
//!     .build()?;
//! let response = client.send(request).await?;
//! assert_eq!(response.status(), 200);
//! # Ok(())
//! # }
//! ```
//!
//! - Answers of 4xx and 5xx are answers, and no errors. What was tried says [`Answer::history`], or
//!   [`Error::history`].
//! - A request that may have run is sent again only where sending it twice is harmless. Its body is
//!   sent again byte for byte, and kept for that until the call is over.
//! - After a 429 that says when the quota is back, no call of the same client to that store is sent
//!   before. A budget sees to it that an outage is not multiplied by repeats.
//! - A [`Pacer`], where there is one, spends a store's quota and does not overrun it.
//! - Redirects of a request with a secret header, or a body, are followed here, but in a page: no
//!   credential goes to another origin, and no secret in a body. A URL of BigCommerce's is asked by
//!   https, also where it says http.
//! - The signal of the [request](gloo_net::http::RequestBuilder::abort_signal) ends it at once,
//!   also while it waits.
//!
//! It needs `fetch`, `AbortController`, `setTimeout` and `performance`, and neither a window nor a
//! document. Two features are on by default, and without them the WebAssembly is smaller: `explain`
//! reads the beginning of a failure's body where that tells more than the head, `pace` has the
//! [`Pacer`].
// What a feature adds is linked to all the same.
#![cfg_attr(
    not(feature = "pace"),
    allow(rustdoc::broken_intra_doc_links, reason = "the documentation has every feature")
)]
#![warn(missing_docs)]

mod abort;
mod answer;
mod body;
mod builder;
mod client;
mod drive;
mod error;
mod head;
#[cfg(feature = "pace")]
mod line;
mod notice;
mod outgoing;
#[cfg(feature = "pace")]
mod pacer;
#[cfg(not(feature = "pace"))]
#[path = "unpaced.rs"]
mod pacer;
mod page;
mod platform;
mod sleep;

pub use answer::Answer;
pub use bc_status;
pub use builder::Builder;
pub use client::Client;
pub use error::{Error, ErrorKind};
#[cfg(feature = "pace")]
pub use line::Repeats;
pub use notice::Notice;
#[cfg(feature = "pace")]
pub use pacer::Pacer;
