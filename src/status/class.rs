//! The closed sets a status is described with.

use crate::set::closed_set;
#[cfg(feature = "prose")]
use crate::words::Words;

closed_set! {
    /// The class of a status code; `unknown` for what is no integer from 100 to 599.
    #[example]
    /// ```
    /// use bc_status::Class;
    ///
    /// let quiet = |code| matches!(Class::of(code), Class::Informational | Class::Success);
    /// assert!(quiet(204) && !quiet(503));
    /// assert_eq!("server-error".parse(), Ok(Class::of(503)));
    /// ```
    pub enum Class as StatusClass {
        /// 100 to 199.
        Informational = "informational",
        /// 200 to 299.
        Success = "success",
        /// 300 to 399.
        Redirection = "redirection",
        /// 400 to 499.
        ClientError = "client-error",
        /// 500 to 599.
        ServerError = "server-error",
        /// No status code of HTTP.
        Unknown = "unknown",
    }
}

impl Class {
    /// The class of a code.
    ///
    /// ```
    /// use bc_status::Class;
    ///
    /// assert_eq!((Class::of(204), Class::of(999)), (Class::Success, Class::Unknown));
    /// ```
    pub const fn of(code: u16) -> Class {
        match code {
            100..=199 => Class::Informational,
            200..=299 => Class::Success,
            300..=399 => Class::Redirection,
            400..=499 => Class::ClientError,
            500..=599 => Class::ServerError,
            _ => Class::Unknown,
        }
    }
}

closed_set! {
    /// Whether sending a request again can help.
    #[example]
    /// ```
    /// use bc_status::{Retry, statuses};
    ///
    /// let waits = statuses().iter().filter(|row| row.retry == Retry::AfterWait);
    /// assert_eq!(waits.map(|row| row.code).collect::<Vec<_>>(), [423, 429, 509]);
    /// ```
    pub enum Retry as RetryAdvice {
        /// It succeeded.
        NoneNeeded = "none-needed",
        /// The answer will not change.
        Never = "never",
        /// Once the request or the store has been changed.
        AfterChange = "after-change",
        /// After a wait, where running twice does no harm.
        IfRepeatable = "if-repeatable",
        /// After a wait, whatever the method: we assume that it did not run.
        AfterWait = "after-wait",
    }
}

impl Retry {
    /// The advice in a sentence, for people.
    ///
    /// ```
    /// use bc_status::Retry;
    ///
    /// assert_ne!(Retry::Never.advice(), Retry::AfterWait.advice());
    /// ```
    #[cfg(feature = "prose")]
    pub fn advice(self) -> &'static str {
        Words::english().text_of("advice.", self.name())
    }
}
