//! A ledger as it is written down, and what makes one that can be read again.

use crate::rate_limit::LONGEST_WINDOW_MS;
use std::fmt;

/// So many windows ahead a permit may be promised.
pub(super) const AHEAD: usize = 20;
/// Clients are kept to know how many share a quota. Those beyond count as none: what is granted is
/// counted by window, whoever has it, and a part of so many is small.
pub(super) const MOST_CLIENTS: usize = 250;
/// So many bytes of a client's name are kept, which may be anybody's. A Durable Object takes a value
/// of 128 KiB, and with six bytes of JSON for each of these a ledger has no more than 102 KB.
pub(super) const LONGEST_NAME: usize = 64;
/// Whole numbers are exact up to here.
pub(super) const MOST: f64 = ((1_u64 << 53) - 1) as f64;
/// Dates end there, and the moments after it are still whole numbers.
const LAST_MS: f64 = 8.64e15;

/// What a [`Ledger`](super::Ledger) knows. Moments are milliseconds of the clock that it is asked by.
///
/// With the feature `serde` a ledger is written and read itself; who writes it down by other means
/// takes this from [`Ledger::saved`](super::Ledger::saved), and gives it to `Ledger::try_from`, which
/// checks it: with odd numbers a ledger might never come to an end.
///
/// ```
/// use bc_status::Ledger;
/// use bc_status::pace::SavedLedger;
///
/// let saved = Ledger::default().saved().clone();
/// let odd = SavedLedger { window_ms: 0.0, ..saved };
/// assert_eq!(Ledger::try_from(odd).unwrap_err().member, "windowMs");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct SavedLedger {
    /// Whether an answer has told the quota and its window, which are guesses until then.
    pub is_told: bool,
    /// Requests in a window.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::amount"))]
    pub quota: f64,
    /// The length of a window.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::amount"))]
    pub window_ms: f64,
    /// The number of the current window.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::amount"))]
    pub number: f64,
    /// When it ends.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::amount"))]
    pub ends_ms: f64,
    /// Permits given by window, from the current one on.
    #[cfg_attr(feature = "serde", serde(with = "written::given"))]
    pub given: Vec<f64>,
    /// The least that was left in this window by anybody's report.
    #[cfg_attr(feature = "serde", serde(with = "written::left"))]
    pub left: Option<f64>,
    /// What others took of it for certain.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::amount"))]
    pub taken: f64,
    /// What others are expected to take of a window.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::amount"))]
    pub others: f64,
    /// Until when a 429 holds the store.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::amount"))]
    pub held_until_ms: f64,
    /// By client, when it last asked.
    #[cfg_attr(feature = "serde", serde(with = "written::clients"))]
    pub clients: Vec<(String, f64)>,
}

/// A number that no ledger can go on with: the moment of an ask, or a member of a saved one.
///
/// ```
/// let mut ledger = bc_status::Ledger::default();
/// let wrong = ledger.is_forgotten(-1.0).unwrap_err();
/// assert_eq!(wrong.to_string(), "nowMs must be a moment in milliseconds");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LedgerError {
    /// What is wrong, by the name that it has in JSON.
    pub member: &'static str,
    /// How it would be right.
    pub wanted: &'static str,
}

impl fmt::Display for LedgerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} must be {}", self.member, self.wanted)
    }
}

impl std::error::Error for LedgerError {}

const MOMENT: &str = "a moment in milliseconds";
const AMOUNT: &str = "a number from 0 on";

/// What is checked, in this order.
const MEMBERS: &[(&str, &str)] = &[
    ("quota", "a number from 1 on"),
    ("windowMs", "a number of milliseconds from 1 to a day"),
    ("number", "a whole number from 0 on"),
    ("endsMs", MOMENT),
    ("given", "a list of whole numbers from 0 on, 20 at most"),
    ("left", "null or a number from 0 on"),
    ("taken", AMOUNT),
    ("others", AMOUNT),
    ("heldUntilMs", MOMENT),
    ("clients", "an object of moments by client, 250 at most, of short names"),
];

pub(super) fn is_amount(number: f64) -> bool {
    (0.0..=MOST).contains(&number)
}

pub(super) fn is_quota(number: f64) -> bool {
    (1.0..=MOST).contains(&number)
}

pub(super) fn is_window(ms: f64) -> bool {
    (1.0..=LONGEST_WINDOW_MS as f64).contains(&ms)
}

fn is_whole(number: f64) -> bool {
    is_amount(number) && number == number.floor()
}

/// The moment of an ask.
pub(super) fn check_now(now_ms: f64) -> Result<(), LedgerError> {
    let is_moment = (0.0..=LAST_MS).contains(&now_ms);
    if is_moment { Ok(()) } else { Err(LedgerError { member: "nowMs", wanted: MOMENT }) }
}

impl SavedLedger {
    /// The first member that is wrong.
    pub(super) fn check(&self) -> Result<(), LedgerError> {
        let given = self.given.len() <= AHEAD && self.given.iter().all(|one| is_whole(*one));
        let clients = self.clients.len() <= MOST_CLIENTS
            && self.clients.iter().all(|(name, ms)| name.len() <= LONGEST_NAME && is_amount(*ms));
        let right = [
            is_quota(self.quota),
            is_window(self.window_ms),
            is_whole(self.number),
            is_amount(self.ends_ms),
            given,
            self.left.is_none_or(is_amount),
            is_amount(self.taken),
            is_amount(self.others),
            is_amount(self.held_until_ms),
            clients,
        ];
        match MEMBERS.iter().zip(right).find(|(_, is_right)| !is_right) {
            Some(((member, wanted), _)) => Err(LedgerError { member, wanted }),
            None => Ok(()),
        }
    }
}

/// As the npm package writes it.
#[cfg(feature = "serde")]
mod written {
    pub mod given {
        use crate::written::Amount;
        use serde::{Deserialize, Deserializer, Serializer};

        pub fn serialize<S: Serializer>(given: &[f64], to: S) -> Result<S::Ok, S::Error> {
            to.collect_seq(given.iter().map(|permits| Amount(*permits)))
        }

        /// A window of which nothing was given may be null.
        pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<f64>, D::Error> {
            let given = Vec::<Option<f64>>::deserialize(from)?;
            Ok(given.into_iter().map(Option::unwrap_or_default).collect())
        }
    }

    pub mod left {
        use crate::written::Amount;
        use serde::{Deserialize, Deserializer, Serialize, Serializer};

        pub fn serialize<S: Serializer>(left: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
            left.map(Amount).serialize(to)
        }

        /// Null, but not left out.
        pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
            Option::deserialize(from)
        }
    }

    pub mod clients {
        use crate::written::Amount;
        use serde::{Deserialize, Deserializer, Serializer};
        use std::collections::BTreeMap;

        type Clients = Vec<(String, f64)>;

        pub fn serialize<S: Serializer>(clients: &Clients, to: S) -> Result<S::Ok, S::Error> {
            to.collect_map(clients.iter().map(|(name, ms)| (name, Amount(*ms))))
        }

        pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Clients, D::Error> {
            Ok(BTreeMap::deserialize(from)?.into_iter().collect())
        }
    }
}
