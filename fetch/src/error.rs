//! What a call fails with when there is no answer.

use bc_status::fetch::Refusal;
use bc_status::{AttemptRecord, Decision, Failure};
use std::fmt;
use wasm_bindgen::JsValue;

/// Why there is no answer. It says nothing of the request, and so holds no token; what the platform
/// said is its [`cause`](Error::cause).
///
/// ```no_run
/// use bc_status_fetch::{Client, ErrorKind};
/// # async fn run(client: Client, request: gloo_net::http::Request) {
/// match client.send(request).await {
///     Ok(response) => println!("{}", response.status()),
///     Err(error) if error.kind() == ErrorKind::Aborted => println!("somebody else was faster"),
///     Err(error) => println!("{error}, after {} attempts", error.history().len()),
/// }
/// # }
/// ```
pub struct Error {
    pub(crate) kind: ErrorKind,
    pub(crate) cause: JsValue,
    pub(crate) history: Vec<AttemptRecord>,
}

/// What kind of an [`Error`].
///
/// ```no_run
/// use bc_status_fetch::{Error, ErrorKind};
///
/// fn can_come_later(error: &Error) -> bool {
///     matches!(error.kind(), ErrorKind::Network | ErrorKind::Timeout | ErrorKind::Quota)
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The connection could not be made, or broke.
    Network,
    /// The time for an attempt, or for the call, ran out.
    Timeout,
    /// The caller gave up.
    Aborted,
    /// The wait for the store's quota would take longer than the call may: nothing was sent.
    Quota,
    /// A redirect that may not be followed.
    Redirect(Refusal),
    /// The request cannot be sent: its body was read before, say, or there is no fetch.
    Request,
    /// The fetch that the client was given came to what is no response.
    Foreign,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, cause: JsValue) -> Error {
        Error { kind, cause, history: Vec::new() }
    }

    /// What kind it is.
    ///
    /// ```no_run
    /// use bc_status_fetch::{Error, ErrorKind, bc_status::fetch::Refusal};
    ///
    /// fn is_loop(error: &Error) -> bool {
    ///     error.kind() == ErrorKind::Redirect(Refusal::TooMany)
    /// }
    /// ```
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// What the platform threw, or the reason of the caller's signal; undefined where there is
    /// neither. Some platforms quote a header or the URL in it.
    ///
    /// ```no_run
    /// # fn look(error: &bc_status_fetch::Error) {
    /// // The reason that the caller gave, if that was a text.
    /// let reason: Option<String> = error.cause().as_string();
    /// println!("{error}: {}", reason.as_deref().unwrap_or("nobody said why"));
    /// # }
    /// ```
    pub fn cause(&self) -> &JsValue {
        &self.cause
    }

    /// What was tried, and why it ended.
    ///
    /// ```no_run
    /// # fn look(error: &bc_status_fetch::Error) {
    /// let waited_ms: f64 = error.history().iter().map(|record| record.waited_ms).sum();
    /// println!("{error} in {} attempts, after {waited_ms} ms of waiting", error.history().len());
    /// # }
    /// ```
    pub fn history(&self) -> &[AttemptRecord] {
        &self.history
    }

    /// What was decided last.
    ///
    /// ```no_run
    /// use bc_status_fetch::Error;
    ///
    /// // Whether the caller has to look what became of it before it is sent anew.
    /// fn may_have_run(error: &Error) -> bool {
    ///     error.decision().is_none_or(|decision| decision.may_have_run)
    /// }
    /// ```
    pub fn decision(&self) -> Option<Decision> {
        self.history.last().map(|record| record.decision)
    }
}

impl From<Failure> for ErrorKind {
    fn from(failure: Failure) -> ErrorKind {
        match failure {
            Failure::Timeout => ErrorKind::Timeout,
            Failure::Aborted => ErrorKind::Aborted,
            _ => ErrorKind::Network,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            ErrorKind::Network => "no answer arrived",
            ErrorKind::Timeout => "no answer arrived in time",
            ErrorKind::Aborted => "the call was aborted",
            ErrorKind::Quota => "the wait for the store's quota would be too long",
            ErrorKind::Redirect(refusal) => refusal.text(),
            ErrorKind::Request => "the request cannot be sent",
            ErrorKind::Foreign => "what fetch came to is no response",
        })
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Error");
        shown.field("kind", &self.kind).field("history", &self.history).finish_non_exhaustive()
    }
}

impl std::error::Error for Error {}
