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
///
/// ```
/// use bc_status::pace::Unused;
/// use bc_status::{LeaseAsk, Ledger};
///
/// let mut ledger = Ledger::default();
/// let ask = LeaseAsk { client: "one".into(), want: 16, ..LeaseAsk::default() };
/// let grant = ledger.lease(0.0, &ask)?.grants[0];
/// // All is given away until somebody gives it back.
/// assert!(ledger.lease(1.0, &ask)?.grants.is_empty());
/// let back = vec![Unused { window: grant.window, permits: 4 }];
/// assert_eq!(ledger.lease(2.0, &LeaseAsk { back, ..ask })?.grants[0].permits, 4);
/// # Ok::<(), bc_status::LedgerError>(())
/// ```
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
///
/// ```
/// use bc_status::pace::Seen;
/// use bc_status::{LeaseAsk, Ledger};
///
/// let mut ledger = Ledger::default();
/// let seen = Some(Seen { quota: 400.0, window_ms: 30_000.0, left: 390.0, reset_ms: 12_000.0 });
/// ledger.lease(0.0, &LeaseAsk { client: "one".into(), seen, ..LeaseAsk::default() })?;
/// assert_eq!((ledger.saved().quota, ledger.saved().ends_ms), (400.0, 12_000.0));
/// # Ok::<(), bc_status::LedgerError>(())
/// ```
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
///
/// ```
/// use bc_status::{LeaseAsk, Ledger};
///
/// let mut ledger = Ledger::default();
/// let ask = |client: &str| LeaseAsk { client: client.into(), want: 16, ..LeaseAsk::default() };
/// assert!(!ledger.lease(0.0, &ask("one"))?.is_wanted);
/// let lease = ledger.lease(1.0, &ask("two"))?;
/// assert!(lease.is_wanted && lease.grants.is_empty() && lease.again_ms == 1_000.0);
/// # Ok::<(), bc_status::LedgerError>(())
/// ```
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
///
/// ```
/// use bc_status::{LeaseAsk, Ledger};
///
/// let ask = LeaseAsk { client: "one".into(), want: 3, held_ms: 2_000.0, ..LeaseAsk::default() };
/// let lease = Ledger::default().lease(0.0, &ask)?;
/// // A 429 holds the store, and nothing is left of this window.
/// assert!(lease.grants.iter().all(|grant| grant.from_ms >= 2_000.0));
/// # Ok::<(), bc_status::LedgerError>(())
/// ```
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
