//! The quota of one store, and who may spend which part of it in which window.

use super::lease::{Grant, Lease, LeaseAsk, Seen};
use super::saved::{
    AHEAD, LONGEST_NAME, LedgerError, MOST, MOST_CLIENTS, SavedLedger, check_now, is_amount,
    is_quota, is_window,
};
use super::{Moment, UNLIMITED, USUAL_WINDOW_MS};
use crate::rate_limit::LONGEST_WINDOW_MS;
use crate::text::at_most;

/// The smallest quota, until an answer has told the real one.
const USUAL_QUOTA: f64 = 150.0;
/// Fewer are not worth a call, while so many are wanted.
const FEWEST: f64 = 16.0;
/// Nobody gets more than this part of a window at a time, for who comes next.
const MOST_PART: f64 = 1.0 / 4.0;
/// Until the quota is told only the first few are let out; who gets nothing asks again after this.
const FIRST: f64 = 16.0;
const AGAIN_MS: f64 = 1000.0;
/// So many are granted at a time where there is no quota.
const PLENTY: u32 = 1000;
/// Nothing is sent in this last part of a window, since it would arrive in the next.
const END: f64 = 0.01;
/// Nobody counts as present who has not asked for so many windows.
const PRESENT: f64 = 3.0;
/// A report comes over two ways, each of which may take a while.
const WAY: f64 = 1.0 / 16.0;

/// What is kept of one store for clients that share its quota: its windows, and who may spend which
/// part of them.
///
/// Pure: it has no clock, and what it knows can be written down and read again (with the feature
/// `serde`, as the npm package has it; or as a [`SavedLedger`]). One ask has to be over, and written
/// down, before the next.
///
/// ```
/// use bc_status::{Ledger, LeaseAsk};
/// use std::time::Duration;
///
/// let mut ledger = Ledger::default();
/// let ask = LeaseAsk { client: "worker 1".into(), want: 3, ..LeaseAsk::default() };
/// let lease = ledger.lease(Duration::from_secs(1), &ask)?;
/// assert_eq!(lease.grants[0].permits, 3);
/// # Ok::<(), bc_status::LedgerError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Ledger {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "checked"))]
    known: SavedLedger,
}

#[cfg(feature = "serde")]
fn checked<'de, D: serde::Deserializer<'de>>(from: D) -> Result<SavedLedger, D::Error> {
    let saved = <SavedLedger as serde::Deserialize>::deserialize(from)?;
    saved.check().map_err(serde::de::Error::custom)?;
    Ok(saved)
}

/// One that knows nothing yet.
impl Default for Ledger {
    fn default() -> Self {
        Ledger {
            known: SavedLedger {
                is_told: false,
                quota: USUAL_QUOTA,
                window_ms: USUAL_WINDOW_MS,
                number: 0.0,
                ends_ms: 0.0,
                given: Vec::new(),
                left: None,
                taken: 0.0,
                others: 0.0,
                held_until_ms: 0.0,
                clients: Vec::new(),
            },
        }
    }
}

/// Reads one again.
impl TryFrom<SavedLedger> for Ledger {
    type Error = LedgerError;

    fn try_from(saved: SavedLedger) -> Result<Ledger, LedgerError> {
        saved.check()?;
        Ok(Ledger { known: saved })
    }
}

impl Ledger {
    /// What it knows, to be written down.
    ///
    /// ```
    /// use bc_status::Ledger;
    ///
    /// let kept = Ledger::default().saved().clone();
    /// assert_eq!(Ledger::try_from(kept), Ok(Ledger::default()));
    /// ```
    pub fn saved(&self) -> &SavedLedger {
        &self.known
    }

    /// Permits for a client, which tells what it has seen and gives back what it will not use.
    /// Moments are those of a clock that all clients share, such as the time since 1970.
    ///
    /// # Errors
    ///
    /// If `now` is before 0, after the last date, or no number. The ledger is as before then.
    ///
    /// ```
    /// use bc_status::{LeaseAsk, Ledger};
    ///
    /// let mut ledger = Ledger::default();
    /// let ask = LeaseAsk { client: "one".into(), want: 200, ..LeaseAsk::default() };
    /// // Nobody knows the quota yet: the first few are let out.
    /// assert_eq!(ledger.lease(1_000.0, &ask)?.grants[0].permits, 16);
    /// assert!(ledger.lease(f64::NAN, &ask).is_err());
    /// # Ok::<(), bc_status::LedgerError>(())
    /// ```
    pub fn lease(&mut self, now: impl Moment, ask: &LeaseAsk) -> Result<Lease, LedgerError> {
        let now_ms = now.ms();
        check_now(now_ms)?;
        self.roll(now_ms);
        self.meet(now_ms, &ask.client);
        if let Some(seen) = &ask.seen {
            self.hear(now_ms, seen);
        }
        if ask.held_ms > 0.0 && ask.held_ms <= LONGEST_WINDOW_MS as f64 {
            self.hold(now_ms, ask.held_ms);
        }
        for unused in &ask.back {
            self.take_back(unused.window, unused.permits);
        }
        let grants = if self.known.quota >= UNLIMITED {
            vec![self.plenty(now_ms, ask.want)]
        } else {
            self.share(now_ms, ask.want)
        };
        let again_ms = if grants.is_empty() { self.next_ms(now_ms) } else { 0.0 };
        Ok(Lease { grants, again_ms, is_wanted: self.known.clients.len() > 1 })
    }

    /// Whether it holds nothing worth keeping: nobody has asked of late, and all that was promised
    /// is over.
    ///
    /// # Errors
    ///
    /// As [`lease`](Self::lease).
    ///
    /// ```
    /// assert_eq!(bc_status::Ledger::default().is_forgotten(1_000.0), Ok(true));
    /// ```
    pub fn is_forgotten(&mut self, now: impl Moment) -> Result<bool, LedgerError> {
        let now_ms = now.ms();
        check_now(now_ms)?;
        self.roll(now_ms);
        let SavedLedger { clients, given, held_until_ms, .. } = &self.known;
        Ok(clients.is_empty() && given.is_empty() && *held_until_ms <= now_ms)
    }

    fn meet(&mut self, now_ms: f64, client: &str) {
        let name = at_most(client, LONGEST_NAME);
        let clients = &mut self.known.clients;
        if let Some((_, asked_ms)) = clients.iter_mut().find(|(known, _)| known == name) {
            *asked_ms = now_ms;
        } else if clients.len() < MOST_CLIENTS {
            clients.push((name.to_owned(), now_ms));
        }
    }

    fn roll(&mut self, now_ms: f64) {
        let known = &mut self.known;
        // Nothing lies further ahead, unless the clock was set back or somebody else wrote it down.
        if known.ends_ms == 0.0 || known.ends_ms - now_ms > 2.0 * known.window_ms {
            known.ends_ms = now_ms + known.window_ms;
        }
        if known.held_until_ms - now_ms > LONGEST_WINDOW_MS as f64 {
            known.held_until_ms = 0.0;
        }
        let longest_ms = PRESENT * known.window_ms;
        known.clients.retain(|(_, asked_ms)| (now_ms - asked_ms).abs() <= longest_ms);
        // After a long rest nothing of it is known any more.
        while now_ms >= self.known.ends_ms {
            let passed = ((now_ms - self.known.ends_ms) / self.known.window_ms).floor();
            self.go_on((passed - AHEAD as f64).max(1.0));
        }
    }

    fn go_on(&mut self, windows: f64) {
        let known = &mut self.known;
        // Of what others took as much is expected again, and less each time that they take less.
        let usual = ((known.others + known.taken) / 2.0 + 0.5).floor();
        let most = if known.taken < known.others { known.others - 1.0 } else { MOST };
        known.others = usual.min(most.max(0.0));
        // It only has to be another one.
        known.number += windows;
        if known.number >= MOST {
            known.number -= MOST;
        }
        known.ends_ms += windows * known.window_ms;
        known.given.drain(..known.given.len().min(windows as usize));
        known.left = None;
        known.taken = 0.0;
    }

    /// So many are left: what is gone and was given to nobody, others took.
    fn count(&mut self, left: f64) {
        let given = self.given(0);
        let known = &mut self.known;
        known.left = Some(known.left.map_or(left, |least| least.min(left)));
        known.taken = known.taken.max(known.quota - left - given);
    }

    fn hear(&mut self, now_ms: f64, seen: &Seen) {
        let Seen { quota, window_ms, left, reset_ms } = *seen;
        if !(is_quota(quota) && is_window(window_ms) && is_amount(left) && is_amount(reset_ms)) {
            return;
        }
        let ends_ms = now_ms + reset_ms.min(window_ms);
        let way_ms = window_ms * WAY;
        let known = &mut self.known;
        // Until then the window's end was a guess.
        if !known.is_told || window_ms != known.window_ms {
            known.ends_ms = ends_ms;
        }
        known.is_told = true;
        known.quota = quota;
        known.window_ms = window_ms;
        // The next one has begun before this one was over by our reckoning.
        if ends_ms - way_ms > known.ends_ms + window_ms / 2.0 {
            self.go_on(1.0);
        }
        let known = &mut self.known;
        if ends_ms - way_ms > known.ends_ms || ends_ms < known.ends_ms {
            // A report of the window before, which ends now, says nothing of this one.
            if known.ends_ms - ends_ms > window_ms / 2.0 {
                return;
            }
            known.ends_ms = ends_ms;
        }
        self.count(left);
    }

    /// A 429: nothing is left until then, unless it is of the window before.
    fn hold(&mut self, now_ms: f64, held_ms: f64) {
        let until_ms = now_ms + held_ms;
        if until_ms > self.known.ends_ms - self.known.window_ms / 2.0 {
            self.count(0.0);
        }
        self.known.held_until_ms = self.known.held_until_ms.max(until_ms);
    }

    fn take_back(&mut self, window: u64, permits: u32) {
        let at = window as f64 - self.known.number;
        if at < 0.0 {
            return;
        }
        if let Some(given) = self.known.given.get_mut(at as usize) {
            *given = (*given - f64::from(permits)).max(0.0);
        }
    }

    fn plenty(&self, now_ms: f64, want: u32) -> Grant {
        let SavedLedger { number, window_ms, held_until_ms, .. } = self.known;
        let from_ms = (held_until_ms - now_ms).max(0.0);
        Grant {
            window: number as u64,
            permits: want.max(PLENTY),
            from_ms,
            until_ms: from_ms + window_ms,
        }
    }

    /// In the first windows that have some left; nobody gets more than his part of one in all.
    fn share(&mut self, now_ms: f64, want: u32) -> Vec<Grant> {
        let SavedLedger { quota, number, ends_ms, window_ms, held_until_ms, .. } = self.known;
        let clients = self.known.clients.len() as f64;
        let most = FEWEST.max((quota * MOST_PART.min(1.0 / clients)).floor());
        let mut wanted = f64::from(want).min(most);
        let mut grants = Vec::new();
        for at in 0..AHEAD {
            if wanted <= 0.0 {
                break;
            }
            let permits = wanted.min(self.free(now_ms, at));
            let ahead = at as f64;
            let starts_ms = if at == 0 { now_ms } else { ends_ms + (ahead - 1.0) * window_ms };
            let from_ms = starts_ms.max(held_until_ms) - now_ms;
            let until_ms = ends_ms + ahead * window_ms - window_ms * END - now_ms;
            if permits < 1.0 || from_ms >= until_ms {
                continue;
            }
            self.give(at, permits);
            let window = (number + ahead) as u64;
            grants.push(Grant { window, permits: permits as u32, from_ms, until_ms });
            wanted -= permits;
        }
        grants
    }

    fn given(&self, at: usize) -> f64 {
        self.known.given.get(at).copied().unwrap_or_default()
    }

    fn give(&mut self, at: usize, permits: f64) {
        let given = &mut self.known.given;
        if given.len() <= at {
            given.resize(at + 1, 0.0);
        }
        if let Some(given) = given.get_mut(at) {
            *given += permits;
        }
    }

    fn free(&self, now_ms: f64, at: usize) -> f64 {
        let SavedLedger { is_told, quota, others, left, .. } = self.known;
        let given = self.given(at);
        match at {
            0 if !is_told => FIRST - given,
            _ if !is_told => 0.0,
            0 if left == Some(0.0) => 0.0,
            0 => (quota - self.expected(now_ms)).floor() - given,
            _ => (quota - others).floor() - given,
        }
    }

    /// What others will have taken of this window: what they have, and at most their usual part of
    /// the rest.
    fn expected(&self, now_ms: f64) -> f64 {
        let SavedLedger { ends_ms, window_ms, taken, others, .. } = self.known;
        let rest = (ends_ms - now_ms) / window_ms;
        taken.max(others.min(taken + others * rest))
    }

    /// When to ask again for who got nothing: what is kept for others is let go with time.
    fn next_ms(&self, now_ms: f64) -> f64 {
        let SavedLedger { is_told, ends_ms, window_ms, taken, others, .. } = self.known;
        let rest_ms = ends_ms - now_ms;
        match () {
            () if !is_told => AGAIN_MS,
            () if others > taken => rest_ms.min(window_ms / 4.0),
            () => rest_ms,
        }
    }
}
