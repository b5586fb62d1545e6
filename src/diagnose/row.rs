//! The form of a row of knowledge: what a finding is called, what gives it away,
//! and what to do about it.
//!
//! What is said of a finding is a matter of words: see [`crate::words`]. A row names the
//! values that its words may use, and a sign the words that it is shown with.
//!
//! Rows are packed into one text while compiling (`row_writer.rs`): tables of pointers would be
//! as large as all they point to.

use super::FindingId;
use super::bits::api;
use super::facts::Fact;
use crate::status::link::Page;

/// One finding of the closed set.
pub(super) struct Row {
    pub id: FindingId,
    pub kind: Kind,
    /// Names of values, with a blank between them: see `gap.rs`.
    pub values: &'static str,
    pub link: Page,
    pub signs: &'static [Sign],
}

/// What a finding is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Something that went wrong.
    Fault,
    /// What only those who run a service should hear of it: its credentials, the store's bills
    /// and plan, where the store moved.
    Operators,
    /// Something worth knowing where nothing went wrong.
    NoError,
}

/// One way in which a finding shows.
#[derive(Clone, Copy)]
pub(super) struct Sign {
    /// From 1 to 99: how sure it is, against all other signs.
    pub score: u8,
    pub codes: u32,
    pub apis: u16,
    pub says: &'static str,
    pub path: &'static str,
    pub when: &'static [Fact],
    pub unless: &'static [Fact],
    pub shows: &'static str,
}

/// A sign that shows under these codes.
pub(super) const fn sign(score: u8, codes: u32) -> Sign {
    Sign { score, codes, apis: api::ALL, says: "", path: "", when: &[], unless: &[], shows: "" }
}

impl Sign {
    /// … if the URL belongs to one of these APIs.
    pub const fn of(self, apis: u16) -> Sign {
        Sign { apis, ..self }
    }

    /// … if the body says one of these phrases, see [`crate::words`].
    pub const fn says(self, says: &'static str) -> Sign {
        Sign { says, ..self }
    }

    /// … if one of these parts is in the path.
    pub const fn path(self, path: &'static str) -> Sign {
        Sign { path, ..self }
    }

    /// … if all of this holds.
    pub const fn when(self, when: &'static [Fact]) -> Sign {
        Sign { when, ..self }
    }

    /// … if none of this holds.
    pub const fn unless(self, unless: &'static [Fact]) -> Sign {
        Sign { unless, ..self }
    }

    /// What to show it with, by the name of the words; without it, the message with the phrase,
    /// else the status line.
    pub const fn shows(self, shows: &'static str) -> Sign {
        Sign { shows, ..self }
    }
}

/// Declares the findings of a topic, each in a row, and a constant for each of their ids:
/// `LIMIT_QUOTA = "limit.quota" { kind: Fault, … }`. Before the members of the row may stand what
/// the documentation of the constant shows, members of an exchange whose first finding it is:
/// `example: { status: Some(509) }`.
macro_rules! findings {
    ($($name:ident = $id:literal {
        $(example: { $($member:ident: $value:expr),+ $(,)? },)?
        kind: $kind:expr,
        values: $values:expr,
        link: $link:expr,
        signs: $signs:expr $(,)?
    })*) => {
        pub(super) const ROWS: &[super::row::Row] = &[$(super::row::Row {
            id: super::FindingId::$name,
            kind: $kind,
            values: $values,
            link: $link,
            signs: $signs,
        },)*];

        impl super::FindingId {
            $(#[doc = concat!("`", $id, "`")]
            $(
                ///
                /// ```
                /// use bc_status::{Exchange, FindingId, diagnose};
                ///
                /// let found = diagnose(&Exchange {
                $(#[doc = concat!("    ", stringify!($member), ": ", stringify!($value), ",")])+
                ///     ..Exchange::default()
                /// });
                #[doc = concat!("assert_eq!(found.findings[0].id, FindingId::", stringify!($name), ");")]
                /// ```
            )?
            pub const $name: super::FindingId = super::FindingId($id);)*
        }

        #[cfg(test)]
        pub(super) const NAMES: &[&str] = &[$(stringify!($name),)*];
    };
}

pub(super) use findings;
