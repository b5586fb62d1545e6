//! One row per status code: what BigCommerce means by it.
//!
//! The table at the end of this file is the only place where a code is known;
//! lookups, decisions, the table in docs/codes.md and the TypeScript union derive from
//! it. A row that lacks a member does not compile, and a row that no test names, or
//! that has no [words](crate::words), fails the tests.
//!
//! BigCommerce's documentation contradicts itself, and measurements, on some
//! codes (405 against 404, 413, the waits after a 500). Those rows say so.
//!
//! ```
//! use bc_status::{status, statuses};
//!
//! assert_eq!(status(204).text, "No Content");
//! assert_eq!(status(299).class().name(), "success");
//! assert!(statuses().iter().any(|row| row.code == 509));
//! ```

use crate::outcome::Outcome;
use std::fmt;
use std::sync::LazyLock;

mod class;
pub(crate) mod link;
mod phrase;

pub use class::{Class, Retry};
pub use link::Link;
#[cfg(feature = "prose")]
pub use link::PAGES;
use link::*;
#[cfg(feature = "prose")]
pub use phrase::OTHER_NAMES;
use phrase::iana_phrase;

/// What a status code means at BigCommerce. Its words come with the feature `prose`; without
/// it they are empty.
///
/// ```
/// use bc_status::{Retry, status};
///
/// let locked = status(423);
/// assert_eq!((locked.documented, locked.retry), (true, Retry::AfterWait));
/// assert_eq!(locked.to_string(), "423 Locked Status Code");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Status {
    /// The code; any number, even one HTTP does not know.
    pub code: u16,
    /// BigCommerce's own wording, else the IANA phrase, else empty.
    pub text: &'static str,
    /// Whether the code is on BigCommerce's status pages, old or new.
    pub documented: bool,
    /// What became of a request that got it, where nothing else is known.
    pub outcome: Outcome,
    /// Whether sending the request again can help.
    pub retry: Retry,
    /// The page this row rests on.
    pub url: &'static str,
    /// What BigCommerce means by it.
    pub purpose: &'static str,
    /// Why it comes, most common first.
    pub causes: &'static [&'static str],
    /// What to do, first thing first.
    pub solutions: &'static [&'static str],
    /// Where to read on.
    pub links: &'static [Link],
}

impl Status {
    const NONE: Status = Status {
        code: 0,
        text: "",
        documented: false,
        outcome: Outcome::NoResponse,
        retry: Retry::Never,
        url: RFC.url,
        purpose: "",
        causes: &[],
        solutions: &[],
        links: &[],
    };

    /// The class the code belongs to.
    ///
    /// ```
    /// assert_eq!(bc_status::status(504).class(), bc_status::Class::ServerError);
    /// ```
    pub const fn class(&self) -> Class {
        Class::of(self.code)
    }
}

/// `429 Too Many Requests`; the code alone where it has no name.
impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if !self.text.is_empty() {
            write!(f, " {}", self.text)?;
        }
        Ok(())
    }
}

/// What a code means. Total: a code without a row gets the row of its class.
///
/// ```
/// assert_eq!(bc_status::status(422).text, "Missing or Invalid Data");
/// assert_eq!(bc_status::status(418).class().name(), "client-error");
/// ```
pub fn status(code: u16) -> Status {
    let class = Class::of(code);
    let of_code = statuses().iter().find(|row| row.code == code);
    // Every class has a row.
    let of_class = || classes().iter().find(|row| row.class() == class);
    let row = of_code.or_else(of_class).unwrap_or(&Status::NONE);
    let text = if row.code == code { row.text } else { iana_phrase(code) };
    let retry = if is_permanent(code) { Retry::Never } else { row.retry };
    Status { code, text, outcome: outcome(code), retry, ..*row }
}

/// Every code with a row of its own, ascending: those BigCommerce documents, and
/// a few that its answers carry all the same ([`Status::documented`] tells).
///
/// ```
/// let codes: Vec<u16> = bc_status::statuses().iter().map(|row| row.code).collect();
/// assert!(codes.is_sorted() && codes.contains(&429));
/// ```
pub fn statuses() -> &'static [Status] {
    static STATUSES: LazyLock<Vec<Status>> =
        LazyLock::new(|| ROWS.iter().map(|row| row.status(&row.code.to_string())).collect());
    &STATUSES
}

/// The rows of the classes, for the codes that have none of their own.
///
/// ```
/// assert!(bc_status::status::classes().iter().all(|row| !row.documented));
/// ```
pub fn classes() -> &'static [Status] {
    static CLASSES: LazyLock<Vec<Status>> =
        LazyLock::new(|| CLASS_ROWS.iter().map(|row| row.status(row.class().name())).collect());
    &CLASSES
}

/// A row of the table: what differs from code to code, but for words.
struct Row {
    code: u16,
    text: &'static str,
    documented: bool,
    outcome: Outcome,
    retry: Retry,
    source: Page,
    #[cfg_attr(not(feature = "prose"), allow(dead_code, reason = "read on by people"))]
    pages: &'static [Page],
}

impl Row {
    fn class(&self) -> Class {
        Class::of(self.code)
    }

    /// The row with its words, which go by the code or the class. It is asked once for each.
    #[cfg_attr(not(feature = "prose"), allow(unused_variables, reason = "words go by it"))]
    fn status(&self, name: &str) -> Status {
        let status = Status {
            code: self.code,
            text: self.text,
            documented: self.documented,
            outcome: self.outcome,
            retry: self.retry,
            url: self.source.url,
            ..Status::NONE
        };
        #[cfg(feature = "prose")]
        let status = self.in_words(status, name);
        status
    }

    #[cfg(feature = "prose")]
    fn in_words(&self, status: Status, name: &str) -> Status {
        let (words, id) = (crate::words::Words::english(), format!("status.{name}"));
        let texts = |part: &str| -> &'static [&'static str] {
            words.texts(&format!("{id}.{part}")).collect::<Vec<_>>().leak()
        };
        let link = |page: &Page| Link { text: words.text_of("link.", page.name), url: page.url };
        Status {
            purpose: words.text(&id),
            causes: texts("causes"),
            solutions: texts("solutions"),
            links: self.pages.iter().map(link).collect::<Vec<_>>().leak(),
            ..status
        }
    }
}

/// Outcome and advice of a code, else of its class: all that decisions rest on, apart
/// from the words, so that a build without them does not carry them.
fn verdict(code: u16) -> (Outcome, Retry) {
    let class = Class::of(code);
    let of_code = VERDICTS.iter().find(|(known, ..)| *known == code);
    let of_class = || CLASS_VERDICTS.iter().find(|(known, ..)| Class::of(*known) == class);
    let found = of_code.or_else(of_class);
    found.map_or((Outcome::NoResponse, Retry::Never), |(_, outcome, retry)| (*outcome, *retry))
}

/// What a code alone tells of the outcome.
pub(crate) fn outcome(code: u16) -> Outcome {
    match code {
        410 => Outcome::Missing,
        412 => Outcome::Conflict,
        // What the CDN before storefronts answers when it cannot reach them.
        520..=527 | 530 => Outcome::Unavailable,
        _ => verdict(code).0,
    }
}

/// Whether nothing but another request can get another answer.
pub(crate) fn is_permanent(code: u16) -> bool {
    // A CDN that cannot make TLS to its origin does not, the next time.
    matches!(code, 525 | 526) || verdict(code).1 == Retry::Never
}

/// Keeps rows to what differs between them.
macro_rules! rows {
    ($name:ident $verdicts:ident, $($code:literal $text:literal $documented:ident $outcome:ident $retry:ident $source:ident [$($page:ident),*];)*) => {
        static $name: &[Row] = &[$(Row {
            code: $code,
            text: $text,
            documented: documented!($documented),
            outcome: Outcome::$outcome,
            retry: Retry::$retry,
            source: $source,
            pages: &[$($page),*],
        },)*];
        static $verdicts: &[(u16, Outcome, Retry)] =
            &[$(($code, Outcome::$outcome, Retry::$retry),)*];
    };
}

macro_rules! documented {
    (documented) => {
        true
    };
    (undocumented) => {
        false
    };
}

rows! { ROWS VERDICTS,
    200 "OK" documented Ok NoneNeeded CODES [CODES];
    201 "Created" documented Ok NoneNeeded CODES [CODES];
    202 "Accepted" documented Accepted NoneNeeded CODES [CODES];
    204 "No Content" documented Empty NoneNeeded CODES [CODES];
    207 "Multi-Status" documented Partial AfterChange CODES [CODES];
    301 "Moved Permanently" documented Redirect AfterChange CODES [CODES];
    302 "Found" documented Redirect AfterChange CODES [CODES];
    304 "Not Modified" documented NotModified NoneNeeded CODES [CODES];
    400 "Bad Request" documented Rejected AfterChange CODES [CODES, CLIENT_ERRORS];
    401 "Unauthorized" documented Denied AfterChange CODES [CODES, ACCOUNTS];
    403 "Forbidden" documented Denied AfterChange CODES [CODES, ACCOUNTS, PLATFORM_LIMITS];
    404 "Does Not Exist" documented Missing AfterChange CODES [CODES, CLIENT_ERRORS];
    405 "Method Not Allowed" documented Rejected AfterChange CODES [CODES];
    406 "Not Acceptable" documented Rejected AfterChange CODES [CODES];
    408 "Request Timeout" undocumented Unavailable IfRepeatable LEGACY [RFC];
    409 "Conflict" documented Conflict AfterChange CODES [CODES];
    413 "Request Entity Too Large" documented Rejected AfterChange CODES [CODES, PLATFORM_LIMITS];
    415 "Unsupported Media Type" documented Rejected AfterChange CODES [CODES];
    422 "Missing or Invalid Data" documented Rejected AfterChange CODES [CODES, CLIENT_ERRORS];
    423 "Locked Status Code" documented Conflict AfterWait CODES [CODES];
    429 "Too Many Requests" documented Throttled AfterWait CODES [LIMITS, CODES];
    499 "Client Closed Request" documented NoResponse AfterChange CODES [CODES];
    500 "Internal Server Error" documented Failed IfRepeatable CODES [CODES, SERVER_ERRORS, STATUS_PAGE];
    501 "Not Implemented" documented Failed Never CODES [CODES];
    502 "Bad Gateway" undocumented Unavailable IfRepeatable SERVER_ERRORS [SERVER_ERRORS, STATUS_PAGE];
    503 "Service Unavailable" documented Unavailable IfRepeatable CODES [CODES, SERVER_ERRORS, STATUS_PAGE];
    504 "Gateway Timeout" undocumented Unavailable IfRepeatable SERVER_ERRORS [SERVER_ERRORS, STATUS_PAGE];
    505 "HTTP Version Not Supported" undocumented Failed Never SERVER_ERRORS [SERVER_ERRORS, RFC];
    507 "Insufficient Storage" documented Failed Never CODES [CODES, PLATFORM_LIMITS];
    509 "Bandwidth Limit Exceeded" undocumented Throttled AfterWait LEGACY [LEGACY, LIMITS];
}

// One row per class, for the codes that have none.
rows! { CLASS_ROWS CLASS_VERDICTS,
    100 "Continue" undocumented NoResponse NoneNeeded RFC [RFC];
    200 "" undocumented Ok NoneNeeded RFC [RFC, CODES];
    300 "Multiple Choices" undocumented Redirect AfterChange RFC [RFC, CODES];
    400 "" undocumented Rejected AfterChange RFC [RFC, CODES];
    500 "" undocumented Failed IfRepeatable RFC [RFC, SERVER_ERRORS, STATUS_PAGE];
    0 "" undocumented NoResponse Never RFC [RFC];
}
