//! The closed sets a status is described with.

/// The class of a status code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// 100 to 199.
    Informational,
    /// 200 to 299.
    Success,
    /// 300 to 399.
    Redirection,
    /// 400 to 499.
    ClientError,
    /// 500 to 599.
    ServerError,
    /// No status code of HTTP.
    Unknown,
}

impl Class {
    /// The class of a code.
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

    /// The class as it is written in results.
    pub const fn name(self) -> &'static str {
        match self {
            Class::Informational => "informational",
            Class::Success => "success",
            Class::Redirection => "redirection",
            Class::ClientError => "client-error",
            Class::ServerError => "server-error",
            Class::Unknown => "unknown",
        }
    }
}

/// Whether sending a request again can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// It succeeded.
    NoneNeeded,
    /// The answer will not change.
    Never,
    /// Once the request or the store has been changed.
    AfterChange,
    /// After a wait, whatever the method: it is taken not to have run.
    AfterWait,
    /// After a wait, where running twice does no harm.
    IfRepeatable,
}

impl Retry {
    /// The advice as it is written in results.
    pub const fn name(self) -> &'static str {
        match self {
            Retry::NoneNeeded => "none-needed",
            Retry::Never => "never",
            Retry::AfterChange => "after-change",
            Retry::AfterWait => "after-wait",
            Retry::IfRepeatable => "if-repeatable",
        }
    }

    /// The advice in a sentence, for people.
    #[cfg(feature = "prose")]
    pub const fn advice(self) -> &'static str {
        match self {
            Retry::NoneNeeded => "No new attempt is needed.",
            Retry::Never => "Do not send it again: the answer will not change.",
            Retry::AfterChange => {
                "Change the request, or what it is about, before you send it again."
            }
            Retry::AfterWait => "Wait, then send it again.",
            Retry::IfRepeatable => "Send it again after a wait if doing it twice does no harm.",
        }
    }
}
