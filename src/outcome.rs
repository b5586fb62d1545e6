//! What can become of a request, in fourteen words.

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Ok,
    /// It was understood, and there is nothing to return.
    Empty,
    /// It was scheduled; it is not done yet.
    Accepted,
    /// Some of it was done.
    Partial,
    /// Nothing changed since the date the request named.
    NotModified,
    /// The answer is elsewhere.
    Redirect,
    /// The request itself has to change.
    Rejected,
    /// Credentials, scopes or origin do not allow it.
    Denied,
    /// There is no such thing, or no such route.
    Missing,
    /// The state of the store stands against it.
    Conflict,
    /// Too many requests; this one was not run.
    Throttled,
    /// A gateway or the store is away for now.
    Unavailable,
    /// The server failed.
    Failed,
    /// No final answer arrived.
    NoResponse,
}

impl Outcome {
    /// All of them, in the order of their numbers.
    pub const ALL: &[Outcome] = &[
        Outcome::Ok,
        Outcome::Empty,
        Outcome::Accepted,
        Outcome::Partial,
        Outcome::NotModified,
        Outcome::Redirect,
        Outcome::Rejected,
        Outcome::Denied,
        Outcome::Missing,
        Outcome::Conflict,
        Outcome::Throttled,
        Outcome::Unavailable,
        Outcome::Failed,
        Outcome::NoResponse,
    ];

    /// The outcome as it is written in results.
    pub const fn name(self) -> &'static str {
        match self {
            Outcome::Ok => "ok",
            Outcome::Empty => "empty",
            Outcome::Accepted => "accepted",
            Outcome::Partial => "partial",
            Outcome::NotModified => "not-modified",
            Outcome::Redirect => "redirect",
            Outcome::Rejected => "rejected",
            Outcome::Denied => "denied",
            Outcome::Missing => "missing",
            Outcome::Conflict => "conflict",
            Outcome::Throttled => "throttled",
            Outcome::Unavailable => "unavailable",
            Outcome::Failed => "failed",
            Outcome::NoResponse => "no-response",
        }
    }
}
