//! When may the next request to a store go out?
//!
//! [`Pace`] is what is known of one key: a store, or a host. It is told of every answer, and
//! asked before every request. It has no clock and no queue of its own: a [`Moment`] is the
//! time since whenever the caller likes, of any clock that does not go back, and who waits is
//! the caller's matter.
//!
//! | what it heard of                | what it does                                              |
//! | ------------------------------- | --------------------------------------------------------- |
//! | quota, left and reset           | spends what is left, and waits for the reset              |
//! | others spend the same quota     | takes its share of what is left, and asks again           |
//! | a 429 that names a wait         | holds everything until then                               |
//! | a 429 without one               | holds for 1 s, 2 s … 60 s, halves what may be in flight   |
//! | 502, 503, 504 or nothing, mostly | opens the circuit: one probe after 1 s, 2 s … 30 s       |
//! | nothing of a quota              | bounds only what is in flight, and that ever more loosely |
//!
//! What is in flight counts as not yet counted by the server, and a reset that was heard of
//! is one that comes later by the way of the answer: both err on the safe side.
//!
//! ```
//! use bc_status::{Pace, RateLimit};
//! use std::time::Duration;
//!
//! // From an `Instant`: `start.elapsed()`.
//! let at = Duration::from_millis;
//! let mut pace = Pace::default();
//! assert!(pace.admit(at(0)));
//! let limit = RateLimit { quota: Some(150), left: Some(0), reset_ms: Some(4_200), ..RateLimit::default() };
//! pace.answer(at(80), at(0), 200, &limit);
//! assert!(!pace.admit(at(81)));
//! assert_eq!(pace.wait(at(81), 0), Some(at(4_199)));
//! assert!(pace.admit(at(4_280)));
//! ```
//!
//! Around a client of yours: ask [`Pace::admit`]; where it says no, wait for [`Pace::wait`] or the
//! next answer; send; then tell [`Pace::answer`] what [`RateLimit::read`] finds in the headers, or
//! [`Pace::fail`] that no answer came, or [`Pace::release`] that it was not sent after all.
//!
//! Where many wait, a [`Line`] knows their order, and which routes take only so many at once. Where
//! several processes spend one quota, a [`Ledger`] shares it out, and each has a pace that is
//! [shared](Pace::shared).

use crate::duration::of_ms;
use crate::rate_limit::RateLimit;
use crate::set::closed_set;
use std::time::Duration;

mod circuit;
mod lease;
mod leases;
mod ledger;
mod line;
mod load;
mod moment;
mod queue;
mod rooms;
mod saved;
mod state;
mod window;

use circuit::Breaker;
pub use circuit::Circuit;
pub use lease::{Grant, Lease, LeaseAsk, Seen, Unused};
use leases::Leases;
pub use leases::{Coordination, Coordinator, LONGEST_ASK_MS, REST_MS};
pub use ledger::Ledger;
pub use line::Line;
use load::Load;
pub use moment::Moment;
use queue::Turn;
pub use queue::{TURNS, Ticket};
pub use rooms::Room;
pub use saved::{LedgerError, SavedLedger};
pub use state::PaceState;
use window::Window;
pub use window::{SPREAD, UNLIMITED, USUAL_WINDOW_MS};

/// A request that has had no answer for so long, in milliseconds, has none to expect.
///
/// ```
/// use bc_status::Pace;
/// use bc_status::pace::LONGEST_ANSWER_MS;
///
/// let mut pace = Pace::default();
/// assert!(pace.admit(0.0));
/// // Nobody told what became of it.
/// assert!(pace.admit(LONGEST_ANSWER_MS + 1.0));
/// assert_eq!(pace.state(LONGEST_ANSWER_MS + 1.0).in_flight, 1);
/// ```
pub const LONGEST_ANSWER_MS: f64 = 120_000.0;
/// The fractions of its multiples fill (0, 1) evenly, so that clients do not go in step.
const GOLDEN: f64 = 0.618_033_988_749_895;

/// The pace of the requests to one store or host.
///
/// ```
/// use bc_status::{Pace, RateLimit};
///
/// let mut pace = Pace::default();
/// let limit = RateLimit { left: Some(2), reset_ms: Some(1_000), ..RateLimit::default() };
/// assert!(pace.admit(0.0));
/// pace.answer(50.0, 0.0, 200, &RateLimit { quota: Some(9), ..limit });
/// let sent = (50..1_000).filter(|now| pace.admit(f64::from(*now))).count();
/// assert_eq!(sent, 2);
/// ```
#[derive(Clone, Debug)]
pub struct Pace {
    window: Option<Window>,
    load: Load,
    breaker: Breaker,
    leases: Option<Leases>,
    in_flight: u32,
    /// Whether an answer has come at all.
    is_answered: bool,
    /// When a request was last answered or given up.
    settled_ms: f64,
    /// Nothing goes out before.
    held_until_ms: f64,
    turn: Turn,
    dither: f64,
}

closed_set! {
    /// Which call is served next.
    #[example]
    /// ```
    /// use bc_status::Priority;
    /// use bc_status::pace::Line;
    ///
    /// let mut line = Line::default();
    /// let job = line.join(Priority::Background, false, None);
    /// let person = line.join(Priority::Interactive, false, None);
    /// assert_eq!((line.next(0.0), line.next(0.0)), (Some(person), Some(job)));
    /// ```
    pub enum Priority as PacePriority {
        /// A person waits.
        Interactive = "interactive",
        /// A job: it gets every fifth turn while people wait.
        Background = "background",
    }
}

impl Default for Pace {
    fn default() -> Self {
        Pace::new(0.0, 0.0, true)
    }
}

impl Pace {
    /// `seed` is a number in [0, 1), another one for each client, so that clients do not go
    /// in step. `circuit` says whether failures open a circuit.
    ///
    /// ```
    /// use bc_status::{Circuit, Pace};
    ///
    /// let mut pace = Pace::new(0.0, 0.25, false);
    /// for sent in [0.0, 10.0, 20.0, 30.0, 40.0] {
    ///     pace.admit(sent);
    ///     pace.fail(sent + 5.0, sent);
    /// }
    /// // It has none to open.
    /// assert_eq!(pace.state(50.0).circuit, Circuit::Closed);
    /// ```
    pub fn new(now: impl Moment, seed: f64, circuit: bool) -> Self {
        let now_ms = now.ms();
        Pace {
            window: None,
            load: Load::default(),
            breaker: Breaker::new(now_ms, circuit),
            leases: None,
            in_flight: 0,
            is_answered: false,
            settled_ms: now_ms,
            held_until_ms: now_ms,
            turn: Turn::default(),
            dither: seed,
        }
    }

    /// The same for a quota that is shared by leases, which a [`Ledger`] elsewhere gives: what goes
    /// out then is what was leased.
    ///
    /// Ask the ledger where [`lease_due`](Self::lease_due) says so, and tell
    /// [`take_lease`](Self::take_lease) what it answers. While it cannot be reached, or where no
    /// answer tells of a quota, the pace is as without leases.
    ///
    /// ```
    /// use bc_status::{Ledger, Pace};
    ///
    /// let mut ledger = Ledger::default();
    /// let mut pace = Pace::shared(0.0, 0.5, true);
    /// assert!(!pace.admit(0.0));
    /// assert!(pace.lease_due(0.0));
    /// let mut ask = pace.lease_ask(0.0, 1);
    /// ask.client = "worker 1".into();
    /// let lease = ledger.lease(1_000.0, &ask)?;
    /// assert!(pace.take_lease(20.0, 0.0, ask.want, &lease));
    /// pace.end_ask(0.0);
    /// assert!(pace.admit(20.0));
    /// # Ok::<(), bc_status::LedgerError>(())
    /// ```
    pub fn shared(now: impl Moment, seed: f64, circuit: bool) -> Self {
        let now_ms = now.ms();
        Pace { leases: Some(Leases::new(now_ms)), ..Pace::new(now_ms, seed, circuit) }
    }

    /// Whether a request may go out now; then it counts as in flight until
    /// [`answer`](Self::answer), [`fail`](Self::fail) or [`release`](Self::release).
    ///
    /// ```
    /// use bc_status::{Pace, RateLimit};
    /// use std::time::Duration;
    ///
    /// let at = Duration::from_millis;
    /// let mut pace = Pace::default();
    /// assert!(pace.admit(at(0)));
    /// let spent = RateLimit { quota: Some(150), left: Some(0), reset_ms: Some(4_200), ..RateLimit::default() };
    /// pace.answer(at(80), at(0), 200, &spent);
    /// assert!(!pace.admit(at(81)));
    /// ```
    pub fn admit(&mut self, now: impl Moment) -> bool {
        self.admit_at(now.ms())
    }

    /// The same for a request whose unit of the quota somebody else has set aside.
    ///
    /// ```
    /// use bc_status::{Pace, RateLimit};
    ///
    /// let mut pace = Pace::default();
    /// pace.admit(0.0);
    /// let spent = RateLimit { left: Some(0), reset_ms: Some(1_000), ..RateLimit::default() };
    /// pace.answer(50.0, 0.0, 200, &RateLimit { quota: Some(9), ..spent });
    /// assert!(!pace.admit(60.0) && pace.admit_leased(60.0));
    /// ```
    pub fn admit_leased(&mut self, now: impl Moment) -> bool {
        self.admit_leased_at(now.ms())
    }

    /// When it makes sense to ask again for a request with so many before it, if no answer
    /// comes meanwhile; `None` where only an answer helps.
    ///
    /// ```
    /// use bc_status::Pace;
    /// use std::time::Duration;
    ///
    /// assert_eq!(Pace::default().wait(Duration::ZERO, 0), Some(Duration::ZERO));
    /// ```
    pub fn wait(&mut self, now: impl Moment, before: u32) -> Option<Duration> {
        of_ms(self.wait_ms(now, before))
    }

    /// The same in milliseconds: infinite where only an answer helps.
    ///
    /// ```
    /// use bc_status::Pace;
    ///
    /// let mut pace = Pace::default();
    /// assert_eq!(pace.wait_ms(0.0, 0), 0.0);
    /// while pace.admit(0.0) {}
    /// // As much is in flight as may be.
    /// assert_eq!(pace.wait_ms(0.0, 0), f64::INFINITY);
    /// ```
    pub fn wait_ms(&mut self, now: impl Moment, before: u32) -> f64 {
        self.wait_at(now.ms(), before)
    }

    /// The same for a request whose unit of the quota somebody else has set aside.
    ///
    /// ```
    /// use bc_status::{Pace, RateLimit};
    /// use std::time::Duration;
    ///
    /// let mut pace = Pace::default();
    /// let (sent, now) = (Duration::ZERO, Duration::from_millis(80));
    /// pace.admit(sent);
    /// // A 429 holds what was set aside as well.
    /// let held = RateLimit { retry_after_ms: Some(3_000), ..RateLimit::default() };
    /// pace.answer(now, sent, 429, &held);
    /// assert!(pace.wait_leased(now).is_some_and(|wait| wait >= Duration::from_secs(3)));
    /// ```
    pub fn wait_leased(&mut self, now: impl Moment) -> Option<Duration> {
        of_ms(self.wait_leased_ms(now))
    }

    /// The same in milliseconds.
    ///
    /// ```
    /// assert_eq!(bc_status::Pace::default().wait_leased_ms(0.0), 0.0);
    /// ```
    pub fn wait_leased_ms(&mut self, now: impl Moment) -> f64 {
        self.wait_leased_at(now.ms())
    }

    /// Takes in an answer to a request that was sent at `sent`, with what its headers say.
    ///
    /// ```
    /// use bc_status::{Exchange, Pace, RateLimit};
    ///
    /// let mut pace = Pace::default();
    /// pace.admit(0.0);
    /// let headers = [("ratelimit-limit", "150"), ("ratelimit-remaining", "149")];
    /// let limit = RateLimit::read(&Exchange::default().answer(200_u16, &headers));
    /// pace.answer(80.0, 0.0, 200, &limit.unwrap_or_default());
    /// assert_eq!(pace.state(80.0).quota, Some(150.0));
    /// ```
    pub fn answer(&mut self, now: impl Moment, sent: impl Moment, status: u16, limit: &RateLimit) {
        self.answer_at(now.ms(), sent.ms(), status, limit);
    }

    /// Takes in that no answer came to a request, which may have run.
    ///
    /// ```
    /// use bc_status::Pace;
    ///
    /// let mut pace = Pace::default();
    /// pace.admit(0.0);
    /// pace.fail(9_000.0, 0.0);
    /// assert_eq!(pace.state(9_000.0).in_flight, 0);
    /// ```
    pub fn fail(&mut self, now: impl Moment, sent: impl Moment) {
        self.fail_at(now.ms(), sent.ms());
    }

    /// Takes back a permit whose request was not sent, or was given up by the caller.
    ///
    /// ```
    /// use bc_status::{Pace, PaceState};
    ///
    /// let mut pace = Pace::default();
    /// let before: PaceState = pace.state(0.0);
    /// assert!(pace.admit(0.0));
    /// pace.release(0.0, 0.0);
    /// assert_eq!(pace.state(0.0), before);
    /// ```
    pub fn release(&mut self, now: impl Moment, sent: impl Moment) {
        self.release_at(now.ms(), sent.ms());
    }

    /// Whose turn it is where both wait: persons go first, and jobs are not starved.
    ///
    /// ```
    /// use bc_status::{Pace, Priority};
    ///
    /// let mut pace = Pace::default();
    /// let turns: Vec<_> = (0..5).map(|_| pace.next(true, true)).collect();
    /// assert_eq!(turns.iter().position(|turn| *turn == Priority::Background), Some(4));
    /// ```
    pub fn next(&mut self, interactive: bool, background: bool) -> Priority {
        self.turn.next(interactive, background)
    }

    /// Whether it is time to ask for a lease, since a request wants to go out and none is left. Then
    /// nothing more is asked for until [`end_ask`](Self::end_ask), or for a second.
    ///
    /// ```
    /// use bc_status::Pace;
    ///
    /// let mut pace = Pace::shared(0.0, 0.5, true);
    /// // One ask at a time.
    /// assert!(pace.lease_due(0.0) && !pace.lease_due(10.0));
    /// pace.end_ask(0.0);
    /// assert!(pace.lease_due(10.0));
    /// ```
    pub fn lease_due(&mut self, now: impl Moment) -> bool {
        self.lease_due_for(now, 0)
    }

    /// The same with so many requests waiting: also true where for a quarter of a second fewer permits
    /// have been left than that.
    ///
    /// ```
    /// use bc_status::{Lease, Pace, pace::Grant};
    ///
    /// let mut pace = Pace::shared(0.0, 0.5, true);
    /// assert!(pace.lease_due_for(0.0, 1));
    /// let grant = Grant { window: 0, permits: 2, from_ms: 0.0, until_ms: 9_000.0 };
    /// pace.take_lease(5.0, 0.0, 2, &Lease { grants: vec![grant], ..Lease::default() });
    /// pace.end_ask(0.0);
    /// // Three wait for two permits, but not for long yet.
    /// assert!(!pace.lease_due_for(10.0, 3) && pace.lease_due_for(300.0, 3));
    /// ```
    pub fn lease_due_for(&mut self, now: impl Moment, waiting: u32) -> bool {
        if !self.may_lease() {
            return false;
        }
        let now_ms = now.ms();
        self.leases.as_mut().is_some_and(|leases| leases.is_due(now_ms, waiting))
    }

    /// What to ask for, with so many requests waiting; the name of the client is the caller's.
    /// Where no answer comes within [`LONGEST_ASK_MS`], call [`miss_lease`](Self::miss_lease).
    ///
    /// ```
    /// use bc_status::{LeaseAsk, Pace};
    ///
    /// let mut pace = Pace::shared(0.0, 0.5, true);
    /// assert!(pace.lease_due(0.0));
    /// let ask = LeaseAsk { client: "worker 2".into(), ..pace.lease_ask(0.0, 8) };
    /// assert_eq!((ask.want, ask.seen), (8, None));
    /// ```
    pub fn lease_ask(&mut self, now: impl Moment, waiting: u32) -> LeaseAsk {
        let now_ms = now.ms();
        let (want, back) = (self.lease_want(waiting), self.lease_back(now_ms, false));
        LeaseAsk { want, back, ..self.report(now_ms) }
    }

    /// Gives back what is left, if anything is, when nothing was sent for [`REST_MS`] and nobody
    /// waits. It is an ask as well, whose lease is of no permits.
    ///
    /// ```
    /// use bc_status::{Lease, Pace, pace::Grant};
    ///
    /// let mut pace = Pace::shared(0.0, 0.5, true);
    /// assert_eq!(pace.give_back(0.0), None);
    /// let grant = Grant { window: 7, permits: 3, from_ms: 0.0, until_ms: 9_000.0 };
    /// pace.take_lease(5.0, 0.0, 3, &Lease { grants: vec![grant], ..Lease::default() });
    /// let ask = pace.give_back(1_500.0).unwrap();
    /// assert_eq!((ask.want, ask.back[0].window, ask.back[0].permits), (0, 7, 3));
    /// ```
    pub fn give_back(&mut self, now: impl Moment) -> Option<LeaseAsk> {
        let now_ms = now.ms();
        let back = self.lease_back(now_ms, true);
        (!back.is_empty()).then(|| LeaseAsk { back, ..self.report(now_ms) })
    }

    /// [`LeaseAsk::want`] alone, for who has a [`state`](Self::state) to make the rest of.
    ///
    /// ```
    /// use bc_status::Pace;
    ///
    /// assert_eq!(Pace::shared(0.0, 0.5, true).lease_want(12), 12);
    /// // There is nothing to lease for it.
    /// assert_eq!(Pace::default().lease_want(12), 0);
    /// ```
    pub fn lease_want(&mut self, waiting: u32) -> u32 {
        self.leases.as_mut().map_or(0, |leases| leases.want(waiting))
    }

    /// [`LeaseAsk::back`] alone, likewise: permits of leases that came late; and of who `is_idle`, as
    /// [`give_back`](Self::give_back) has it, all that is left.
    ///
    /// ```
    /// use bc_status::{Lease, Pace, pace::Grant};
    ///
    /// let mut pace = Pace::shared(0.0, 0.5, true);
    /// let grant = Grant { window: 7, permits: 3, from_ms: 0.0, until_ms: 9_000.0 };
    /// // It took too long, and who asked has gone on alone.
    /// pace.take_lease(200.0, 0.0, 3, &Lease { grants: vec![grant], ..Lease::default() });
    /// assert_eq!(pace.lease_back(200.0, false)[0].permits, 3);
    /// assert!(pace.lease_back(200.0, false).is_empty());
    /// ```
    pub fn lease_back(&mut self, now: impl Moment, is_idle: bool) -> Vec<Unused> {
        let now_ms = now.ms();
        self.leases.as_mut().map_or_else(Vec::new, |leases| leases.give_back(now_ms, is_idle))
    }

    /// Whether others could use what is left of the leases, so that it is worth to
    /// [give it back](Self::give_back).
    ///
    /// ```
    /// use bc_status::{Lease, Pace, pace::Grant};
    ///
    /// let mut pace = Pace::shared(0.0, 0.5, true);
    /// let grants = vec![Grant { window: 7, permits: 3, from_ms: 0.0, until_ms: 9_000.0 }];
    /// pace.take_lease(5.0, 0.0, 3, &Lease { grants, is_wanted: true, ..Lease::default() });
    /// assert!(pace.is_rest());
    /// pace.give_back(1_500.0);
    /// assert!(!pace.is_rest());
    /// ```
    pub fn is_rest(&self) -> bool {
        self.leases.as_ref().is_some_and(Leases::is_rest)
    }

    /// Takes in the lease that came for an ask of `asked`, and for how many permits that was.
    /// False where it makes no sense, which is as good as none.
    ///
    /// ```
    /// use bc_status::{Lease, Pace, pace::Grant};
    ///
    /// let mut pace = Pace::shared(0.0, 0.5, true);
    /// let grant = |until_ms| vec![Grant { window: 7, permits: 3, from_ms: 0.0, until_ms }];
    /// let wrong = Lease { grants: grant(f64::NAN), ..Lease::default() };
    /// let right = Lease { grants: grant(9_000.0), ..Lease::default() };
    /// assert!(!pace.take_lease(5.0, 0.0, 3, &wrong) && pace.take_lease(5.0, 0.0, 3, &right));
    /// assert!(pace.admit(5.0));
    /// ```
    pub fn take_lease(
        &mut self,
        now: impl Moment,
        asked: impl Moment,
        want: u32,
        lease: &Lease,
    ) -> bool {
        let (now_ms, asked_ms) = (now.ms(), asked.ms());
        let gap_ms = self.window.as_ref().map_or(0.0, Window::shared_gap_ms);
        self.leases.as_mut().is_some_and(|it| it.take(now_ms, asked_ms, want, lease, gap_ms))
    }

    /// Takes in that no lease came, or none in time: the quota is spent without, and the ledger is
    /// asked again after 1 s, and every second at first: then after a sixth of the time without it,
    /// 30 s at most. A lease that comes after [`LONGEST_ASK_MS`] is as good as none: tell it to
    /// [`take_lease`](Self::take_lease) all the same, so that the next ask gives it back.
    ///
    /// Returns how much longer to wait for the answer, where that makes sense; call this again after
    /// that time. It does while permits are left, until [`LONGEST_ASK_MS`] after the last was spent, and
    /// when the call itself comes late: then the process was busy, and the answer may be there, unread.
    /// Where the ask has failed, call [`end_ask`](Self::end_ask) first.
    ///
    /// ```
    /// use bc_status::Pace;
    ///
    /// let mut pace = Pace::shared(0.0, 0.5, true);
    /// assert!(pace.lease_due(0.0) && !pace.admit(0.0));
    /// // No answer has come in time: it goes on alone.
    /// assert_eq!(pace.miss_lease(50.0), None);
    /// assert!(pace.admit(50.0));
    /// ```
    pub fn miss_lease(&mut self, now: impl Moment) -> Option<Duration> {
        of_ms(self.miss_lease_ms(now)).filter(|time| !time.is_zero())
    }

    /// The same in milliseconds; 0 for none.
    ///
    /// ```
    /// use bc_status::{Lease, Pace, pace::Grant, pace::LONGEST_ASK_MS};
    ///
    /// let mut pace = Pace::shared(0.0, 0.5, true);
    /// let grants = vec![Grant { window: 7, permits: 3, from_ms: 0.0, until_ms: 9_000.0 }];
    /// pace.take_lease(5.0, 0.0, 3, &Lease { grants, ..Lease::default() });
    /// // While permits are left there is time.
    /// assert_eq!(pace.miss_lease_ms(400.0), LONGEST_ASK_MS);
    /// ```
    pub fn miss_lease_ms(&mut self, now: impl Moment) -> f64 {
        self.leases.as_mut().map_or(0.0, |leases| leases.miss(now.ms()))
    }

    /// Takes in that nothing more will come of an ask of `asked`.
    ///
    /// ```
    /// use bc_status::Pace;
    ///
    /// let mut pace = Pace::shared(0.0, 0.5, true);
    /// assert!(pace.lease_due(40.0));
    /// // Of another ask, and so without effect.
    /// pace.end_ask(0.0);
    /// assert!(!pace.lease_due(60.0));
    /// ```
    pub fn end_ask(&mut self, asked: impl Moment) {
        if let Some(leases) = &mut self.leases {
            leases.end(asked.ms());
        }
    }

    /// What is known at this moment.
    ///
    /// ```
    /// use bc_status::{Pace, RateLimit};
    ///
    /// let mut pace = Pace::default();
    /// pace.admit(0.0);
    /// let asks = RateLimit { retry_after_ms: Some(500), ..RateLimit::default() };
    /// pace.answer(80.0, 0.0, 429, &asks);
    /// assert!(pace.state(80.0).held_ms >= 500.0 && pace.state(700.0).held_ms == 0.0);
    /// ```
    pub fn state(&mut self, now: impl Moment) -> PaceState {
        self.state_at(now.ms())
    }

    fn admit_at(&mut self, now_ms: f64) -> bool {
        if self.is_leasing() {
            let has = self.leases.as_mut().is_some_and(|leases| leases.has(now_ms));
            let may = has && self.admit_leased_at(now_ms);
            if let (true, Some(leases)) = (may, &mut self.leases) {
                leases.spend(now_ms);
            }
            return may;
        }
        let may = self.wait_at(now_ms, 0) <= 0.0;
        if may {
            let dither = self.dither();
            if let Some(window) = &mut self.window {
                window.take(now_ms, dither);
            }
            self.send(now_ms);
        }
        may
    }

    fn admit_leased_at(&mut self, now_ms: f64) -> bool {
        let may = self.wait_leased_at(now_ms) <= 0.0;
        if may {
            self.send(now_ms);
        }
        may
    }

    fn wait_at(&mut self, now_ms: f64, before: u32) -> f64 {
        let wait_ms = self.wait_leased_at(now_ms);
        match (&self.leases, &self.window) {
            (Some(leases), _) if self.is_leasing() => wait_ms.max(leases.wait_ms(now_ms, before)),
            (_, Some(window)) => wait_ms.max(window.wait_ms(now_ms, self.in_flight, before)),
            // The first answer will tell what others have left.
            (_, None) if self.is_shared() && self.in_flight > 0 => f64::INFINITY,
            (_, None) => wait_ms,
        }
    }

    /// Whether others had a part of the quota by the last lease.
    fn is_shared(&self) -> bool {
        self.leases.as_ref().is_some_and(Leases::is_shared)
    }

    /// Of none that answers tell of, nothing can be leased.
    fn may_lease(&self) -> bool {
        self.window.is_some() || !self.is_answered
    }

    fn is_leasing(&self) -> bool {
        self.leases.as_ref().is_some_and(|leases| !leases.is_alone()) && self.may_lease()
    }

    fn wait_leased_at(&mut self, now_ms: f64) -> f64 {
        self.pass_time(now_ms);
        let wait_ms = (self.held_until_ms - now_ms).max(self.breaker.wait_ms(now_ms)).max(0.0);
        if self.load.allows(self.in_flight) { wait_ms } else { f64::INFINITY }
    }

    /// What a ledger is told.
    fn report(&mut self, now_ms: f64) -> LeaseAsk {
        let PaceState { quota, window_ms, left, reset_ms, held_ms, .. } = self.state_at(now_ms);
        let seen = (|| {
            Some(Seen { quota: quota?, window_ms: window_ms?, left: left?, reset_ms: reset_ms? })
        })();
        LeaseAsk { seen, held_ms, ..LeaseAsk::default() }
    }

    fn answer_at(&mut self, now_ms: f64, sent_ms: f64, status: u16, limit: &RateLimit) {
        self.settle(now_ms);
        self.is_answered = true;
        let throttled = matches!(status, 429 | 509);
        match &mut self.window {
            Some(window) => {
                let (quota, reset_ms) = (window.quota, window.reset_ms);
                window.learn(now_ms, sent_ms, limit, !throttled, self.in_flight);
                if let Some(leases) = &mut self.leases
                    && window.has_changed(quota, reset_ms)
                {
                    leases.doubt(now_ms);
                }
            }
            None => {
                self.window = Window::read(now_ms, limit);
                if let (true, Some(window)) = (self.is_shared(), &mut self.window) {
                    window.meet_others();
                }
            }
        }
        if throttled {
            self.hold(now_ms, sent_ms, limit);
            self.breaker.forget_probe(sent_ms);
        } else {
            self.judge(now_ms, sent_ms, matches!(status, 502..=504));
        }
    }

    fn fail_at(&mut self, now_ms: f64, sent_ms: f64) {
        self.settle(now_ms);
        if let Some(window) = &mut self.window {
            window.count();
        }
        self.judge(now_ms, sent_ms, true);
    }

    fn release_at(&mut self, now_ms: f64, sent_ms: f64) {
        self.settle(now_ms);
        self.breaker.forget_probe(sent_ms);
    }

    fn state_at(&mut self, now_ms: f64) -> PaceState {
        self.pass_time(now_ms);
        let coordinator = self.leases.as_mut().map(|leases| leases.state(now_ms));
        let window = self.window.as_ref();
        PaceState {
            window_ms: window.map(|window| window.length_ms),
            reset_ms: window.map(|window| window.reset_ms - now_ms),
            quota: window.map(|window| window.quota),
            // What came without the header may have been counted twice.
            left: window.map(|window| window.left.max(0.0)),
            share: window.map_or(1.0, |window| window.share()),
            in_flight: self.in_flight,
            most_in_flight: self.load.most(),
            held_ms: (self.held_until_ms - now_ms).max(0.0),
            circuit: self.breaker.circuit(now_ms),
            circuit_ms: now_ms - self.breaker.since_ms(now_ms),
            coordinator,
        }
    }

    fn pass_time(&mut self, now_ms: f64) {
        if self.in_flight > 0 && now_ms - self.settled_ms > LONGEST_ANSWER_MS {
            self.in_flight = 0;
            self.breaker.forget_probe(now_ms);
        }
        if self.in_flight == 0 {
            self.settled_ms = now_ms;
        }
        if let Some(window) = &mut self.window {
            window.roll(now_ms);
        }
    }

    fn settle(&mut self, now_ms: f64) {
        self.pass_time(now_ms);
        self.settled_ms = now_ms;
        self.in_flight = self.in_flight.saturating_sub(1);
    }

    /// A 429 holds the whole key.
    fn hold(&mut self, now_ms: f64, sent_ms: f64, limit: &RateLimit) {
        let named_ms = limit.reset_ms.max(limit.retry_after_ms).map(|ms| ms as f64);
        // Without headers it may be the quota all the same, where little of it was left.
        let spent_ms = self.window.as_ref().and_then(|window| window.spent_ms(now_ms));
        let wait_ms = match named_ms.or(spent_ms) {
            Some(wait_ms) if wait_ms > 0.0 => wait_ms,
            _ => self.load.shed(now_ms, sent_ms, self.in_flight) * (1.0 + self.dither() / 2.0),
        };
        self.held_until_ms = self.held_until_ms.max(now_ms + wait_ms);
        if let Some(window) = &mut self.window {
            window.open_at(self.held_until_ms);
        }
    }

    fn judge(&mut self, now_ms: f64, sent_ms: f64, failed: bool) {
        if !failed {
            self.load.grow(self.in_flight);
        }
        if self.breaker.judge(now_ms, sent_ms, failed) {
            self.load = Load::recovering();
        }
    }

    fn send(&mut self, now_ms: f64) {
        self.in_flight += 1;
        self.breaker.send(now_ms);
    }

    fn dither(&mut self) -> f64 {
        self.dither += GOLDEN;
        self.dither -= self.dither.floor();
        self.dither
    }
}
