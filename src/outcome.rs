//! What can become of a request, in fourteen words.
//!
//! ```
//! use bc_status::Outcome;
//!
//! assert_eq!(Outcome::ALL.len(), 14);
//! assert_eq!("throttled".parse(), Ok(Outcome::Throttled));
//! assert_eq!(Outcome::Missing.to_string(), "missing");
//! ```

use crate::set::closed_set;

closed_set! {
    /// What became of a request.
    #[example]
    /// ```
    /// use bc_status::{Exchange, Outcome, classify};
    ///
    /// let job = Exchange { method: "POST", status: Some(202), ..Exchange::default() };
    /// let next = match classify(&job).outcome {
    ///     Outcome::Ok | Outcome::Empty => "go on",
    ///     Outcome::Accepted => "ask later whether it is done",
    ///     _ => "look closer",
    /// };
    /// assert_eq!(next, "ask later whether it is done");
    /// ```
    pub enum Outcome {
        /// Done.
        Ok = "ok",
        /// Done, and there is nothing to return: on a GET, an empty list.
        Empty = "empty",
        /// Scheduled, and not done yet.
        Accepted = "accepted",
        /// Some of it was done.
        Partial = "partial",
        /// Nothing changed since the date the request named.
        NotModified = "not-modified",
        /// The answer is elsewhere.
        Redirect = "redirect",
        /// The request itself has to change.
        Rejected = "rejected",
        /// Credentials, scopes or origin do not allow it.
        Denied = "denied",
        /// There is no such thing, or no such route.
        Missing = "missing",
        /// The state of the store stands against it.
        Conflict = "conflict",
        /// Too many requests; this one was not run.
        Throttled = "throttled",
        /// A gateway or the store is down for now.
        Unavailable = "unavailable",
        /// The server failed.
        Failed = "failed",
        /// No final answer arrived.
        NoResponse = "no-response",
    }
}

impl Outcome {
    /// Whether something went wrong, be it a part of a batch. A redirect is no error, and what
    /// did not change is none.
    ///
    /// ```
    /// use bc_status::Outcome;
    ///
    /// assert!(Outcome::Partial.is_error() && !Outcome::Empty.is_error());
    /// ```
    pub const fn is_error(self) -> bool {
        match self {
            Outcome::Ok | Outcome::Empty | Outcome::Accepted => false,
            Outcome::NotModified | Outcome::Redirect => false,
            Outcome::Partial | Outcome::Rejected | Outcome::Denied | Outcome::Missing => true,
            Outcome::Conflict | Outcome::Throttled | Outcome::Unavailable => true,
            Outcome::Failed | Outcome::NoResponse => true,
        }
    }
}
