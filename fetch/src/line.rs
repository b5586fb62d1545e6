//! The calls that wait for one store, in their order: those who were let out before and come again go first.

use bc_status::fetch::{Fate, Forecast};
use bc_status::{Circuit, Pace, PaceState, RateLimit};
use std::collections::VecDeque;
use std::task::Waker;

/// One who waits.
#[derive(Debug)]
struct Waiter {
    number: u64,
    is_again: bool,
    waker: Option<Waker>,
}

#[derive(Debug)]
pub(crate) struct Line {
    pace: Pace,
    waiters: VecDeque<Waiter>,
    /// Calls that wait to be repeated, by their numbers, and until when.
    repeats: Vec<(u64, f64)>,
    joined: u64,
}

/// The calls to a store that wait to be repeated, as their last answer asks. What is said of them
/// are milliseconds from now on; `None` where there are none.
///
/// ```no_run
/// use bc_status_fetch::Repeats;
///
/// fn shown(repeats: &Repeats) -> Option<String> {
///     let seconds = (repeats.last_ms? / 1000.0).ceil();
///     Some(format!("{} orders follow within {seconds} s", repeats.calls))
/// }
/// assert_eq!(shown(&Repeats::default()), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Repeats {
    /// How many they are.
    pub calls: usize,
    /// When the first of them asks again to be let out.
    pub next_ms: Option<f64>,
    /// When the last of them does.
    pub last_ms: Option<f64>,
}

/// What somebody who waits is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Said {
    Go,
    /// Ask again after so many milliseconds, or when somebody else has moved. It may be infinite.
    Wait(f64),
}

impl Line {
    /// `seed` is a number in [0, 1).
    pub fn new(now_ms: f64, seed: f64) -> Line {
        let pace = Pace::new(now_ms, seed, true);
        Line { pace, waiters: VecDeque::new(), repeats: Vec::new(), joined: 0 }
    }

    /// Joins, and returns a number to ask with.
    pub fn join(&mut self, is_again: bool) -> u64 {
        self.joined += 1;
        let number = self.joined;
        let waiter = Waiter { number, is_again, waker: None };
        let before = self.again();
        self.waiters.insert(if is_again { before } else { self.waiters.len() }, waiter);
        number
    }

    /// How many come again.
    fn again(&self) -> usize {
        self.waiters.iter().take_while(|waiter| waiter.is_again).count()
    }

    /// Whether it is the turn of a number. A call that is told to go has left the line.
    pub fn ask(&mut self, number: u64, now_ms: f64) -> Said {
        let place = self.waiters.iter().position(|waiter| waiter.number == number);
        let Some(place) = place else { return Said::Wait(f64::INFINITY) };
        if place == 0 && self.pace.admit(now_ms) {
            self.leave(number);
            return Said::Go;
        }
        Said::Wait(self.pace.wait_ms(now_ms, place as u32))
    }

    /// Whom to wake when somebody else has moved.
    pub fn listen(&mut self, number: u64, waker: &Waker) {
        let waiter = self.waiters.iter_mut().find(|waiter| waiter.number == number);
        if let Some(waiter) = waiter {
            waiter.waker = Some(waker.clone());
        }
    }

    /// Leaves, which may be the turn of somebody else.
    pub fn leave(&mut self, number: u64) {
        let before = self.waiters.len();
        self.waiters.retain(|waiter| waiter.number != number);
        if self.waiters.len() < before {
            self.wake();
        }
    }

    fn wake(&mut self) {
        self.waiters.iter_mut().filter_map(|waiter| waiter.waker.take()).for_each(Waker::wake);
    }

    /// What became of a request that was let out at `sent_ms`.
    pub fn settle(&mut self, fate: Fate, sent_ms: f64, now_ms: f64, limit: &RateLimit) {
        match fate {
            Fate::Answered(status) => self.pace.answer(now_ms, sent_ms, status, limit),
            Fate::Failed => self.pace.fail(now_ms, sent_ms),
            _ => self.pace.release(now_ms, sent_ms),
        }
        self.wake();
    }

    /// How long somebody who comes again now would wait.
    pub fn forecast(&mut self, now_ms: f64) -> Forecast {
        let before = self.again() as u32;
        let wait_ms = self.pace.wait_ms(now_ms, before);
        // Where only an answer helps, nobody knows when that comes.
        let wait_ms = if wait_ms.is_finite() { wait_ms } else { 0.0 };
        Forecast { wait_ms, is_circuit_open: self.pace.state(now_ms).circuit != Circuit::Closed }
    }

    pub fn state(&mut self, now_ms: f64) -> PaceState {
        self.pace.state(now_ms)
    }

    /// How many wait.
    pub fn len(&self) -> usize {
        self.waiters.len()
    }

    /// A call will ask again then; returns a number to say with that it waits no longer.
    pub fn repeat(&mut self, until_ms: f64) -> u64 {
        self.joined += 1;
        self.repeats.push((self.joined, until_ms));
        self.joined
    }

    pub fn end_repeat(&mut self, number: u64) {
        self.repeats.retain(|(one, _)| *one != number);
    }

    pub fn repeats(&self, now_ms: f64) -> Repeats {
        let waits_ms = || self.repeats.iter().map(|(_, until_ms)| (until_ms - now_ms).max(0.0));
        Repeats {
            calls: self.repeats.len(),
            next_ms: waits_ms().reduce(f64::min),
            last_ms: waits_ms().reduce(f64::max),
        }
    }

    /// Whether nobody waits for it or an answer of it.
    pub fn is_idle(&mut self, now_ms: f64) -> bool {
        self.waiters.is_empty() && self.repeats.is_empty() && self.pace.state(now_ms).in_flight == 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Repeats, Said};
    use bc_status::RateLimit;
    use bc_status::fetch::Fate;

    const SPENT: RateLimit = RateLimit {
        window_ms: Some(30_000),
        reset_ms: Some(4_000),
        quota: Some(150),
        left: Some(0),
        retry_after_ms: None,
    };

    /// A line whose store has nothing left for 4 s.
    fn spent() -> Line {
        let mut line = Line::new(0.0, 0.0);
        let first = line.join(false);
        assert_eq!(line.ask(first, 0.0), Said::Go);
        line.settle(Fate::Answered(200), 0.0, 0.0, &SPENT);
        line
    }

    #[test]
    fn who_comes_first_goes_first_but_for_those_who_come_again() {
        let mut line = spent();
        let [one, two] = [line.join(false), line.join(false)];
        let [three, four] = [line.join(true), line.join(true)];
        let mut gone = Vec::new();
        while line.len() > 0 {
            for number in [one, two, three, four] {
                if line.ask(number, 5_000.0) == Said::Go {
                    gone.push(number);
                    line.settle(Fate::Released, 5_000.0, 5_000.0, &RateLimit::default());
                }
            }
        }
        assert_eq!(gone, [three, four, one, two]);
    }

    #[test]
    fn nobody_goes_before_the_quota_is_back() {
        let mut line = spent();
        let number = line.join(false);
        let Said::Wait(ms) = line.ask(number, 0.0) else { panic!("it went") };
        assert!((4_000.0..4_500.0).contains(&ms), "{ms}");
        assert_eq!(line.forecast(0.0).wait_ms, ms);
        assert_eq!(line.ask(number, ms), Said::Go);
    }

    #[test]
    fn who_has_left_is_not_waited_for() {
        let mut line = spent();
        let [one, two] = [line.join(false), line.join(false)];
        assert!(matches!(line.ask(two, 5_000.0), Said::Wait(_)), "it is not its turn");
        line.leave(one);
        assert_eq!(line.ask(two, 5_000.0), Said::Go);
        assert_eq!(line.ask(two, 5_000.0), Said::Wait(f64::INFINITY), "and only once");
    }

    #[test]
    fn a_line_is_idle_when_nobody_waits_and_nothing_is_under_way() {
        let mut line = spent();
        assert!(line.is_idle(0.0));
        let number = line.join(false);
        assert!(!line.is_idle(5_000.0));
        line.ask(number, 5_000.0);
        assert!(!line.is_idle(5_000.0));
        line.settle(Fate::Failed, 5_000.0, 5_010.0, &RateLimit::default());
        assert!(line.is_idle(5_010.0));
    }

    #[test]
    fn calls_that_wait_to_be_repeated_are_told_of_until_they_ask_again() {
        let mut line = spent();
        assert_eq!(line.repeats(0.0), Repeats::default());
        let [one, two] = [line.repeat(4_000.0), line.repeat(9_000.0)];
        let [next_ms, last_ms] = [Some(3_000.0), Some(8_000.0)];
        assert_eq!(line.repeats(1_000.0), Repeats { calls: 2, next_ms, last_ms });
        // A timer may be late.
        assert_eq!(line.repeats(4_500.0).next_ms, Some(0.0));
        assert!(!line.is_idle(1_000.0));
        line.end_repeat(one);
        assert_eq!((line.repeats(1_000.0).calls, line.repeats(1_000.0).next_ms), (1, last_ms));
        line.end_repeat(two);
        assert_eq!(line.repeats(1_000.0), Repeats::default());
        assert!(line.is_idle(1_000.0));
    }

    #[test]
    fn a_store_that_does_not_answer_is_asked_now_and_then() {
        let mut line = Line::new(0.0, 0.0);
        for _ in 0..50 {
            let number = line.join(false);
            if line.ask(number, 0.0) == Said::Go {
                line.settle(Fate::Failed, 0.0, 0.0, &RateLimit::default());
            } else {
                line.leave(number);
            }
        }
        let forecast = line.forecast(0.0);
        assert!(forecast.is_circuit_open && forecast.wait_ms > 0.0, "{forecast:?}");
    }
}
