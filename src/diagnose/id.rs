//! The name of a finding. A row declares it: see `row.rs`.

use std::fmt;

/// The name of a [`Finding`](crate::Finding), out of a closed set: `limit.quota`.
///
/// There is a constant for each, and [`ALL`](Self::ALL) of them in their order. Programs decide
/// by it, and by no sentence. It compares with text, too:
///
/// ```
/// use bc_status::{Exchange, FindingId, diagnose};
///
/// let throttled = diagnose(&Exchange { status: Some(509), ..Exchange::default() });
/// let advice = match throttled.findings[0].id {
///     FindingId::LIMIT_QUOTA => "slow down",
///     id if !id.is_error() => "all is well",
///     _ => "ask a person",
/// };
/// assert_eq!(advice, "slow down");
/// assert_eq!(throttled.findings[0].id, "limit.quota");
/// assert_eq!("limit.quota".parse(), Ok(FindingId::LIMIT_QUOTA));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingId(pub(super) &'static str);

impl FindingId {
    /// As it is written in results.
    ///
    /// ```
    /// assert_eq!(bc_status::FindingId::LIMIT_QUOTA.as_str(), "limit.quota");
    /// ```
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

#[cfg(all(feature = "serde", not(feature = "prose")))]
impl serde::Serialize for FindingId {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        crate::written::name(self.0, to)
    }
}

impl fmt::Debug for FindingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.0, f)
    }
}

impl AsRef<str> for FindingId {
    fn as_ref(&self) -> &str {
        self.0
    }
}

impl PartialEq<str> for FindingId {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for FindingId {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

#[cfg(feature = "prose")]
mod all {
    use super::FindingId;
    use crate::diagnose::TOPICS;
    use crate::diagnose::row::{Kind, Row};
    use crate::set::{Member, Set};

    const COUNT: usize = {
        let (mut count, mut topic) = (0, TOPICS);
        while let [rows, others @ ..] = topic {
            count += rows.len();
            topic = others;
        }
        count
    };

    #[expect(clippy::indexing_slicing, reason = "while compiling")]
    const ALL: [FindingId; COUNT] = {
        let (mut all, mut at, mut topics) = ([FindingId(""); COUNT], 0, TOPICS);
        while let [rows, others @ ..] = topics {
            let mut rows = *rows;
            while let [row, others @ ..] = rows {
                all[at] = row.id;
                at += 1;
                rows = others;
            }
            topics = others;
        }
        all
    };

    #[expect(clippy::indexing_slicing, reason = "while compiling")]
    const MEMBERS: [Member; COUNT] = {
        let (mut members, mut at) = ([Member { name: "", about: "" }; COUNT], 0);
        while at < COUNT {
            members[at] = Member { name: ALL[at].0, about: " See its words." };
            at += 1;
        }
        members
    };

    impl FindingId {
        /// All of them; of two that are equally probable, the one that stands first here is
        /// shown first.
        ///
        /// ```
        /// use bc_status::FindingId;
        ///
        /// let payments = FindingId::ALL.iter().filter(|id| id.as_str().starts_with("payment."));
        /// assert_eq!(payments.count(), 5);
        /// ```
        pub const ALL: &[FindingId] = &ALL;

        /// The set itself, for code that lists it.
        ///
        /// ```
        /// use bc_status::FindingId;
        ///
        /// assert_eq!(FindingId::SET.members.len(), FindingId::ALL.len());
        /// ```
        pub const SET: Set = Set {
            name: "FindingId",
            about: " What can be wrong with a request: a closed set.",
            members: &MEMBERS,
        };

        /// The page that it rests on.
        #[cfg(feature = "serde")]
        pub(in crate::diagnose) fn url(self) -> &'static str {
            self.row().map_or("", |row| row.link.url)
        }

        fn row(self) -> Option<&'static Row> {
            TOPICS.iter().copied().flatten().find(|row| row.id == self)
        }

        /// Whether it is about something that went wrong. Others say what is worth knowing
        /// where nothing did.
        ///
        /// ```
        /// use bc_status::FindingId;
        ///
        /// assert!(FindingId::RESULT_PARTIAL.is_error());
        /// assert!(!FindingId::RESULT_SCHEDULED.is_error());
        /// ```
        pub fn is_error(self) -> bool {
            self.row().is_some_and(|row| row.kind != Kind::NoError)
        }

        /// Whether callers of a service had better not be told: it concerns those who run it.
        ///
        /// ```
        /// use bc_status::FindingId;
        ///
        /// assert!(FindingId::AUTH_TOKEN_REJECTED.is_for_operators());
        /// assert!(!FindingId::REQUEST_FIELD_MISSING.is_for_operators());
        /// ```
        pub fn is_for_operators(self) -> bool {
            self.row().is_some_and(|row| row.kind == Kind::Operators)
        }

        /// The names of the [values](crate::Finding::values) that its words may use.
        ///
        /// ```
        /// use bc_status::FindingId;
        ///
        /// let names: Vec<_> = FindingId::LIMIT_QUOTA.value_names().collect();
        /// assert_eq!(names, ["waitMs", "left", "quota"]);
        /// ```
        pub fn value_names(self) -> impl Iterator<Item = &'static str> {
            self.row().map_or("", |row| row.values).split_terminator(' ')
        }
    }

    crate::set::names! {
        /// ```
        /// use bc_status::FindingId;
        ///
        /// assert_eq!(FindingId::named("limit.quota"), Some(FindingId::LIMIT_QUOTA));
        /// assert_eq!(FindingId::named("limit"), None);
        /// ```
        FindingId as_str
    }
}
