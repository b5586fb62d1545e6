//! The waiting calls in their order: persons and jobs, and of each first those that come again.

use super::Priority;
use super::rooms::Room;

/// Of so many permits in a row the last goes to the background, if it waits.
///
/// ```
/// use bc_status::pace::{Line, TURNS};
/// use bc_status::Priority;
///
/// let mut line = Line::default();
/// let job = line.join(Priority::Background, false, None);
/// for _ in 0..9 {
///     line.join(Priority::Interactive, false, None);
/// }
/// let turns = std::iter::from_fn(|| line.next(0.0)).take_while(|ticket| *ticket != job);
/// assert_eq!(turns.count() + 1, usize::from(TURNS));
/// ```
pub const TURNS: u8 = 5;

/// The calls that wait in a [`Line`](super::Line), by the order in which they came.
///
/// ```
/// use bc_status::Priority;
/// use bc_status::pace::{Line, Ticket};
/// use std::collections::HashMap;
///
/// // Whom to wake up.
/// let (mut line, mut waiting) = (Line::default(), HashMap::<Ticket, &str>::new());
/// waiting.insert(line.join(Priority::Interactive, false, None), "the cart's call");
/// let next = line.next(0.0).and_then(|ticket| waiting.remove(&ticket));
/// assert_eq!(next, Some("the cart's call"));
/// ```
pub type Ticket = u32;

/// Whose turn it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Turn {
    passed: u8,
}

impl Turn {
    /// Where both wait, persons go first, and jobs are not starved.
    pub fn next(&mut self, interactive: bool, background: bool) -> Priority {
        let is_turn_of_background = self.passed + 1 >= TURNS;
        if background && (is_turn_of_background || !interactive) {
            self.passed = 0;
            return Priority::Background;
        }
        self.passed = if background { self.passed + 1 } else { 0 };
        Priority::Interactive
    }
}

#[derive(Clone, Debug)]
pub struct Waiter {
    pub ticket: Ticket,
    pub priority: Priority,
    /// It is a repeat, whose last answer would be lost with its place.
    pub is_again: bool,
    pub room: Option<Room>,
}

impl Waiter {
    fn order(&self) -> (bool, Ticket) {
        (!self.is_again, self.ticket)
    }
}

/// Of one priority, in their order.
#[derive(Clone, Debug, Default)]
struct Lane {
    waiters: Vec<Waiter>,
    /// Those before are gone: to move all others up for each would take the longer the more wait.
    first: usize,
}

impl Lane {
    fn waiting(&self) -> &[Waiter] {
        self.waiters.get(self.first..).unwrap_or_default()
    }

    fn size(&self) -> usize {
        self.waiting().len()
    }

    fn add(&mut self, waiter: Waiter) {
        let before = self.waiting().partition_point(|other| other.order() < waiter.order());
        self.waiters.insert(self.first + before, waiter);
    }

    fn find(&self, ticket: Ticket) -> Option<usize> {
        let find =
            |is_fresh| self.waiting().binary_search_by_key(&(is_fresh, ticket), Waiter::order).ok();
        find(true).or_else(|| find(false))
    }

    fn remove(&mut self, ticket: Ticket) -> Option<Waiter> {
        let before = self.find(ticket)?;
        Some(self.waiters.remove(self.first + before))
    }

    fn shift(&mut self) -> Option<Waiter> {
        let waiter = self.waiting().first()?.clone();
        self.first += 1;
        if self.first * 2 >= self.waiters.len() {
            self.waiters.drain(..self.first);
            self.first = 0;
        }
        Some(waiter)
    }

    /// Before whom one would be that came now.
    fn ahead(&self, is_again: bool) -> usize {
        if is_again { self.waiting().partition_point(|other| other.is_again) } else { self.size() }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Queue {
    interactive: Lane,
    background: Lane,
    turn: Turn,
}

impl Queue {
    pub fn size(&self) -> usize {
        self.interactive.size() + self.background.size()
    }

    fn lane(&mut self, priority: Priority) -> &mut Lane {
        match priority {
            Priority::Interactive => &mut self.interactive,
            Priority::Background => &mut self.background,
        }
    }

    pub fn add(&mut self, waiter: Waiter) {
        self.lane(waiter.priority).add(waiter);
    }

    pub fn remove(&mut self, ticket: Ticket) -> Option<Waiter> {
        self.interactive.remove(ticket).or_else(|| self.background.remove(ticket))
    }

    /// How many at least are served before one that comes now.
    pub fn ahead(&mut self, priority: Priority, is_again: bool) -> usize {
        self.lane(priority).ahead(is_again)
    }

    /// How many are served before one that waits, as far as can be known.
    pub fn before(&self, ticket: Ticket) -> Option<usize> {
        let of_job = || Some(self.background.find(ticket)? + self.interactive.size());
        self.interactive.find(ticket).or_else(of_job)
    }

    /// Who may be the next, of each priority.
    pub fn head(&mut self, priority: Priority) -> Option<Ticket> {
        self.lane(priority).waiting().first().map(|waiter| waiter.ticket)
    }

    /// The next, if one waits.
    pub fn shift(&mut self) -> Option<Waiter> {
        let priority = self.turn.next(self.interactive.size() > 0, self.background.size() > 0);
        self.lane(priority).shift()
    }
}
