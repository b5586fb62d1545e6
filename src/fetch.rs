//! A call without I/O: what to do next, from its beginning to what the caller gets.
//!
//! A [`Call`] knows its request and how far to go. It is told what happened, by an [`Event`], and
//! says what to do, by a [`Step`]. Attempts, redirects, credentials, budget, the hold of a store
//! after a 429, limits of time and the history are handled here; sending, waiting and calling hooks is
//! left to the driver. Time and chance are arguments: a [`Moment`] of any clock that does not go back.
//!
//! | step                        | what happens then                              |
//! | --------------------------- | ---------------------------------------------- |
//! | [`Step::Admit`]             | [`Event::Admitted`]                            |
//! | [`Step::Send`]              | [`Event::Answered`], [`Event::Failed`]         |
//! | [`Step::Resolve`]           | [`Event::Resolved`]                            |
//! | [`Step::SearchBody`]        | [`Event::Searched`]                            |
//! | [`Step::ReadRequest`]       | [`Event::RequestRead`]                         |
//! | [`Step::ReadBody`]          | [`Event::BodyRead`], [`Event::Decided`]        |
//! | [`Step::AskPace`]           | [`Event::Forecast`]                            |
//! | [`Step::AskBudget`]         | [`Event::BudgetSaid`]                          |
//! | [`Step::Settle`]            | [`Event::Settled`]                             |
//! | [`Step::Tell`]              | [`Event::HookSaid`]                            |
//! | [`Step::Wait`]              | [`Event::Waited`]                              |
//! | [`Step::HandOut`]           | nothing: the call is over                      |
//!
//! [`Event::Aborted`] may come at any time, [`Event::Threw`] instead of any other event. Most calls
//! see a few of these steps: who neither paces, nor has a budget, hooks or redirects to follow, is
//! never asked for them.
//!
//! Whether and when a request is sent again is what [`decide`](crate::decide) says, and besides:
//! a body that can be read once is never sent twice, the budget has to have what a repeat costs, and
//! a hook may refuse it. No secret header goes to another origin by a redirect, and no secret in a
//! body.
//!
//! ```
//! use bc_status::fetch::{Answer, Call, End, Event, Request, Settings, Step};
//! use bc_status::Gate;
//!
//! // What the store answers, one after the other.
//! let mut answers = [
//!     Answer { status: 429, headers: &[("x-rate-limit-time-reset-ms", "4200")], ..Answer::default() },
//!     Answer { status: 200, ..Answer::default() },
//! ]
//! .into_iter();
//!
//! let request = Request::new("POST", "https://api.bigcommerce.com/stores/abc123/v2/orders");
//! let mut call = Call::new(request, Settings::default());
//! let mut gate = Gate::default();
//! let mut now_ms = 0.0;
//! let mut event = Event::Began;
//! let end = loop {
//!     event = match call.step(event, &mut gate, now_ms, 0.5) {
//!         Step::Send(_) => Event::Answered(answers.next().unwrap()),
//!         Step::ReadBody => Event::BodyRead(""),
//!         Step::Wait { ms } => {
//!             now_ms += ms;
//!             Event::Waited
//!         }
//!         Step::HandOut(out) => break out.end,
//!         other => panic!("nobody asked for {other:?}"),
//!     };
//! };
//! assert_eq!(end, End::Answer);
//! assert_eq!(now_ms, 4_410.0);
//! assert_eq!(call.history().len(), 2);
//! ```

mod address;
mod budget;
mod call;
mod event;
mod gate;
mod history;
mod outcome;
mod redirect;
mod request;
mod settings;
mod step;
mod store;
mod verdict;

pub use crate::pace::Moment;
pub use budget::{Refund, RetryBudget, RetryKind};
pub use call::Call;
pub use event::{Answer, Event, Forecast};
pub use gate::{Gate, Held};
pub use history::AttemptRecord;
pub use redirect::{Hop, MOST_HOPS, Refusal, is_credential, is_redirect};
pub use request::{Body, Redirects, Request};
pub use settings::{Hooks, Settings};
pub use step::{End, Fate, HandOut, Hook, LONGEST_BODY, LONGEST_BODY_MS, Sending, Step, Tell};
pub use store::store_of;
