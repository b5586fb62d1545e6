//! Spends a store's quota, and does not overrun it.

use crate::abort::before;
use crate::line::{Line, Repeats, Said};
use crate::platform::{now_ms, random};
use crate::sleep::Sleep;
use bc_status::fetch::{Fate, Forecast, store_of};
use bc_status::{PaceState, RateLimit};
use std::cell::RefCell;
use std::fmt;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

/// Of more stores nothing is kept that nobody waits for.
const MOST_LINES: usize = 1_000;

/// Lets requests out as a store's quota allows, first come, first served; repeats go before all
/// others. What the quota is, it learns from what the store answers. Clones share what they know:
/// one for a program, whatever clients it has.
///
/// ```no_run
/// use bc_status_fetch::{Client, Pacer};
/// use bc_status_fetch::bc_status::Policy;
///
/// let pacer = Pacer::default();
/// let client = Client::builder().pace(&pacer).build();
/// let nightly = Client::builder().pace(&pacer).policy(Policy::background()).build();
/// ```
#[derive(Clone, Default)]
pub struct Pacer(Rc<RefCell<Vec<(String, Line)>>>);

/// The wait would be longer than it may.
pub(crate) struct TooLong;

impl Pacer {
    /// What is known of the store that a URL belongs to.
    ///
    /// ```no_run
    /// # let pacer = bc_status_fetch::Pacer::default();
    /// let state = pacer.state("https://api.bigcommerce.com/stores/abc123/v3/carts");
    /// println!("{:?} of {:?} left, {} under way", state.left, state.quota, state.in_flight);
    /// ```
    pub fn state(&self, url: &str) -> PaceState {
        self.at(&store_of(url), |line| line.state(now_ms()))
    }

    /// How many wait for the store that a URL belongs to.
    ///
    /// ```no_run
    /// # let pacer = bc_status_fetch::Pacer::default();
    /// assert_eq!(pacer.waiting("https://api.bigcommerce.com/stores/abc123/v3/carts"), 0);
    /// ```
    pub fn waiting(&self, url: &str) -> usize {
        self.at(&store_of(url), |line| line.len())
    }

    /// The calls that wait to be repeated, to the store that a URL belongs to; those that
    /// [wait](Pacer::waiting) to be let out are not among them.
    ///
    /// ```no_run
    /// # let pacer = bc_status_fetch::Pacer::default();
    /// let repeats = pacer.repeats("https://api.bigcommerce.com/stores/abc123/v3/carts");
    /// println!("{} come again, the last in {:?} ms", repeats.calls, repeats.last_ms);
    /// ```
    pub fn repeats(&self, url: &str) -> Repeats {
        self.at(&store_of(url), |line| line.repeats(now_ms()))
    }

    /// A call waits for so long to be repeated, unless that is dropped before.
    pub(crate) fn repeat<'a>(&'a self, store: &'a str, ms: f64) -> Repeat<'a> {
        let number = self.at(store, |line| line.repeat(now_ms() + ms));
        Repeat { pacer: self, store, number }
    }

    fn at<T>(&self, store: &str, act: impl FnOnce(&mut Line) -> T) -> T {
        let mut lines = self.0.borrow_mut();
        if let Some((_, line)) = lines.iter_mut().find(|(key, _)| key == store) {
            return act(line);
        }
        let now = now_ms();
        if lines.len() >= MOST_LINES {
            lines.retain_mut(|(_, line)| !line.is_idle(now));
        }
        let mut line = Line::new(now, random());
        let done = act(&mut line);
        lines.push((store.into(), line));
        done
    }

    /// Waits for leave to send a request.
    pub(crate) async fn admit(
        &self,
        store: &str,
        attempt: u32,
        max_wait_ms: f64,
    ) -> Result<(), TooLong> {
        let number = self.at(store, |line| line.join(attempt > 1));
        // Who gives up leaves.
        let place = Place { pacer: self, store, number };
        let ends_ms = now_ms() + max_wait_ms;
        loop {
            let now = now_ms();
            let wait_ms = match self.at(store, |line| line.ask(place.number, now)) {
                Said::Go => return Ok(()),
                Said::Wait(ms) => ms,
            };
            let rest_ms = ends_ms - now;
            if rest_ms <= 0.0 || (wait_ms.is_finite() && wait_ms > rest_ms) {
                return Err(TooLong);
            }
            place.moved(wait_ms.min(rest_ms)).await;
        }
    }

    pub(crate) fn settle(&self, store: &str, fate: Fate, sent_ms: f64, limit: &RateLimit) {
        self.at(store, |line| line.settle(fate, sent_ms, now_ms(), limit));
    }

    pub(crate) fn forecast(&self, store: &str) -> Forecast {
        self.at(store, |line| line.forecast(now_ms()))
    }
}

/// A call that waits to be repeated.
pub(crate) struct Repeat<'a> {
    pacer: &'a Pacer,
    store: &'a str,
    number: u64,
}

impl Drop for Repeat<'_> {
    fn drop(&mut self) {
        self.pacer.at(self.store, |line| line.end_repeat(self.number));
    }
}

/// A place in a line.
struct Place<'a> {
    pacer: &'a Pacer,
    store: &'a str,
    number: u64,
}

impl Place<'_> {
    /// Waits until somebody else has moved, for so many milliseconds at most.
    async fn moved(&self, ms: f64) {
        let mut has_slept = false;
        let moved = poll_fn(|cx| {
            if has_slept {
                return Poll::Ready(());
            }
            has_slept = true;
            self.pacer.at(self.store, |line| line.listen(self.number, cx.waker()));
            Poll::Pending
        });
        let limit = ms.is_finite().then(|| Sleep::new(ms));
        before(limit, moved).await;
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.pacer.at(self.store, |line| line.leave(self.number));
    }
}

impl fmt::Debug for Pacer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pacer").field("stores", &self.0.borrow().len()).finish()
    }
}
