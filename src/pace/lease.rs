//! What clients that share a quota ask of its [`Ledger`](super::Ledger), and what they get.

/// What a client asks for, and tells. What makes no sense in it counts as not said.
///
/// ```
/// use bc_status::{LeaseAsk, Ledger};
///
/// let ask = LeaseAsk { client: "one".into(), want: 5, ..LeaseAsk::default() };
/// let lease = Ledger::default().lease(1_000.0, &ask).unwrap();
/// assert!(!lease.grants.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase", default))]
pub struct LeaseAsk {
    /// The client, by a name of its own.
    pub client: String,
    /// Permits that it can use; 0 where it only gives back or tells.
    pub want: u32,
    /// Permits of earlier leases that it will not use.
    pub back: Vec<Unused>,
    /// What the last answers told, at this moment; `None` where none has.
    pub seen: Option<Seen>,
    /// How long a 429 holds the store from now on, in milliseconds; else 0.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::amount"))]
    pub held_ms: f64,
}

/// Permits of one window that are given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Unused {
    /// The number of the window, as in the [`Grant`].
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::number"))]
    pub window: u64,
    /// How many.
    pub permits: u32,
}

/// A quota as answers tell of it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct Seen {
    /// Requests in a window, of all clients of the store together.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::amount"))]
    pub quota: f64,
    /// The length of the window, in milliseconds.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::amount"))]
    pub window_ms: f64,
    /// What is left of the quota.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::amount"))]
    pub left: f64,
    /// The time until it is back, in milliseconds.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::amount"))]
    pub reset_ms: f64,
}

/// What a client may send. Times are milliseconds from the answer on.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct Lease {
    /// Permits by window, in the order of time.
    pub grants: Vec<Grant>,
    /// When to ask again, where nothing was granted.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::amount"))]
    pub again_ms: f64,
    /// Whether others could use what this client leaves.
    pub is_wanted: bool,
}

/// Permits of one window. Times are milliseconds from the answer on.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct Grant {
    /// The number of the window.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::number"))]
    pub window: u64,
    /// How many requests may be sent.
    pub permits: u32,
    /// When the first may be.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::amount"))]
    pub from_ms: f64,
    /// When they are over.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::amount"))]
    pub until_ms: f64,
}
