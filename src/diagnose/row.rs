//! The form of a row of knowledge: what a finding is called, what gives it away,
//! and what to do about it.
//!
//! Titles, evidence and solutions are templates: `{path}` stands for the path of the
//! request (see `fill.rs`). A solution whose gap cannot be filled is left out, so a
//! row has one that needs no filling.
//!
//! Of a solution written `{path} is wrong|It is wrong`, the first that can be filled is taken.
//! Rows are packed into one text while compiling (`pack.rs`): tables of pointers would be
//! as large as all they point to.

use super::facts::Fact;
use super::marks::api;
use crate::status::Link;

/// One finding of the closed set.
pub(super) struct Row {
    pub id: &'static str,
    pub title: &'static str,
    pub solutions: &'static [&'static str],
    pub link: Link,
    pub signs: &'static [Sign],
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
    pub proof: &'static str,
}

/// A sign that shows under these codes.
pub(super) const fn sign(score: u8, codes: u32) -> Sign {
    Sign { score, codes, apis: api::ALL, says: "", path: "", when: &[], unless: &[], proof: "" }
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

    /// What to quote; without it, the message with the phrase, else the status line.
    pub const fn proof(self, proof: &'static str) -> Sign {
        Sign { proof, ..self }
    }
}
