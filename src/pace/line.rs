//! The requests to one store: who waits, who is out, and who is the next.

use super::queue::{Queue, Ticket, Waiter};
use super::rooms::{Room, Rooms};
use super::{Moment, Pace, Priority};

/// The requests to one store in their order: those that wait for its [`Pace`], and those that wait
/// until a route of it that takes few at once has room for them.
///
/// Persons are served before jobs, which get every fifth turn, and of each those first who were let
/// out before and come again. A waiting call is known by a [`Ticket`]; to wake it up is the caller's
/// matter: whenever a request ends, or when [`wait_ms`](Self::wait_ms) is over, let out all that
/// [`next`](Self::next) names.
///
/// ```
/// use bc_status::Priority;
/// use bc_status::pace::{Line, Room};
///
/// let mut line = Line::default();
/// let room = Room::of("PUT", "v3/pricelists/records");
/// assert!(line.admit(0.0, room.as_ref()));
/// // One at a time: this one waits.
/// assert!(!line.admit(1.0, room.as_ref()));
/// let ticket = line.join(Priority::Interactive, false, room.clone());
/// assert_eq!(line.next(2.0), None);
/// line.pace().release(50.0, 0.0);
/// line.leave(room.as_ref());
/// assert_eq!(line.next(50.0), Some(ticket));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Line {
    pace: Pace,
    queue: Queue,
    rooms: Rooms,
    tickets: Ticket,
}

impl Line {
    /// A line for a pace; the default is one for the default pace.
    ///
    /// ```
    /// use bc_status::Pace;
    /// use bc_status::pace::Line;
    ///
    /// let mut line = Line::new(Pace::shared(0.0, 0.5, true));
    /// // It waits for a lease.
    /// assert!(!line.admit(0.0, None) && line.pace().lease_due(0.0));
    /// ```
    pub fn new(pace: Pace) -> Line {
        Line { pace, ..Line::default() }
    }

    /// The pace, which is told of every answer, asked for its state, and leases what it may.
    ///
    /// ```
    /// use bc_status::RateLimit;
    /// use bc_status::pace::Line;
    ///
    /// let mut line = Line::default();
    /// assert!(line.admit(0.0, None));
    /// line.pace().answer(80.0, 0.0, 200, &RateLimit { left: Some(9), ..RateLimit::default() });
    /// assert_eq!(line.pace().state(80.0).in_flight, 0);
    /// ```
    pub fn pace(&mut self) -> &mut Pace {
        &mut self.pace
    }

    /// Whether a request may go out now. It may not while others wait.
    ///
    /// ```
    /// use bc_status::Priority;
    /// use bc_status::pace::Line;
    ///
    /// let mut line = Line::default();
    /// line.join(Priority::Background, false, None);
    /// // There is room, and somebody who was here before.
    /// assert!(!line.admit(0.0, None));
    /// assert!(line.next(0.0).is_some() && line.admit(0.0, None));
    /// ```
    pub fn admit(&mut self, now: impl Moment, room: Option<&Room>) -> bool {
        let is_free = room.is_none_or(|room| self.rooms.is_free(room));
        let may = self.queue.size() == 0 && is_free && self.pace.admit(now);
        if let (true, Some(room)) = (may, room) {
            self.rooms.enter(room);
        }
        may
    }

    /// Waits for its turn, at the door of its room while that is full. `is_again`: it was let out
    /// before.
    ///
    /// ```
    /// use bc_status::Priority;
    /// use bc_status::pace::Line;
    ///
    /// let mut line = Line::default();
    /// let new = line.join(Priority::Background, false, None);
    /// let again = line.join(Priority::Background, true, None);
    /// assert_eq!((line.before(again), line.before(new)), (Some(0), Some(1)));
    /// ```
    pub fn join(&mut self, priority: Priority, is_again: bool, room: Option<Room>) -> Ticket {
        self.tickets = self.tickets.wrapping_add(1).max(1);
        let waiter = Waiter { ticket: self.tickets, priority, is_again, room };
        match &waiter.room {
            Some(room) if !self.rooms.is_free(room) => self.rooms.wait(waiter),
            room => {
                room.iter().for_each(|room| self.rooms.enter(room));
                self.queue.add(waiter);
            }
        }
        self.tickets
    }

    /// Who goes out now. Ask until there is nobody.
    ///
    /// ```
    /// use bc_status::Priority;
    /// use bc_status::pace::Line;
    ///
    /// let mut line = Line::default();
    /// let tickets = [(); 3].map(|()| line.join(Priority::Interactive, false, None));
    /// let out: Vec<_> = std::iter::from_fn(|| line.next(0.0)).collect();
    /// assert_eq!(out, tickets);
    /// ```
    pub fn next(&mut self, now: impl Moment) -> Option<Ticket> {
        let may = self.queue.size() > 0 && self.pace.admit(now);
        if may { self.queue.shift().map(|waiter| waiter.ticket) } else { None }
    }

    /// A request of that room is no longer out; the pace has been told of it.
    ///
    /// ```
    /// use bc_status::Priority;
    /// use bc_status::pace::{Line, Room};
    ///
    /// let mut line = Line::default();
    /// let room = Room::of("PUT", "v3/inventory/items");
    /// assert!(line.admit(0.0, room.as_ref()));
    /// line.join(Priority::Background, false, room.clone());
    /// assert_eq!(line.waiting(), 0);
    /// // Who was at its door goes in.
    /// line.leave(room.as_ref());
    /// assert_eq!(line.waiting(), 1);
    /// ```
    pub fn leave(&mut self, room: Option<&Room>) {
        if let Some(next) = room.and_then(|room| self.rooms.leave(room)) {
            self.queue.add(next);
        }
    }

    /// Does not wait any longer.
    ///
    /// ```
    /// use bc_status::Priority;
    /// use bc_status::pace::Line;
    ///
    /// let mut line = Line::default();
    /// let ticket = line.join(Priority::Interactive, false, None);
    /// line.quit(ticket);
    /// assert_eq!((line.waiting(), line.next(0.0)), (0, None));
    /// ```
    pub fn quit(&mut self, ticket: Ticket) {
        match self.queue.remove(ticket) {
            Some(waiter) => self.leave(waiter.room.as_ref()),
            None => self.rooms.quit(ticket),
        }
    }

    /// How many wait for the pace. Those at the door of a room are not counted.
    ///
    /// ```
    /// use bc_status::Priority;
    /// use bc_status::pace::Line;
    ///
    /// let mut line = Line::default();
    /// for priority in [Priority::Interactive, Priority::Background] {
    ///     line.join(priority, false, None);
    /// }
    /// assert_eq!(line.waiting(), 2);
    /// ```
    pub fn waiting(&self) -> usize {
        self.queue.size()
    }

    /// How many at least are served before one that comes now.
    ///
    /// ```
    /// use bc_status::Priority;
    /// use bc_status::pace::Line;
    ///
    /// let mut line = Line::default();
    /// line.join(Priority::Interactive, false, None);
    /// let ahead = |line: &mut Line, is_again| line.ahead(Priority::Interactive, is_again);
    /// assert_eq!((ahead(&mut line, false), ahead(&mut line, true)), (1, 0));
    /// ```
    pub fn ahead(&mut self, priority: Priority, is_again: bool) -> usize {
        self.queue.ahead(priority, is_again)
    }

    /// How many are served before one that waits, as far as can be known; `None` for one at the
    /// door of a room, where only an answer helps.
    ///
    /// ```
    /// use bc_status::Priority;
    /// use bc_status::pace::Line;
    ///
    /// let mut line = Line::default();
    /// let job = line.join(Priority::Background, false, None);
    /// line.join(Priority::Interactive, false, None);
    /// assert_eq!(line.before(job), Some(1));
    /// ```
    pub fn before(&self, ticket: Ticket) -> Option<usize> {
        self.queue.before(ticket)
    }

    /// The same at the door of its room, of those who wait there.
    ///
    /// ```
    /// use bc_status::Priority;
    /// use bc_status::pace::{Line, Room};
    ///
    /// let mut line = Line::default();
    /// let room = Room::of("PUT", "v3/pricelists/records");
    /// assert!(line.admit(0.0, room.as_ref()));
    /// let ticket = line.join(Priority::Interactive, false, room);
    /// assert_eq!((line.before(ticket), line.before_at_door(ticket)), (None, Some(0)));
    /// ```
    pub fn before_at_door(&self, ticket: Ticket) -> Option<usize> {
        self.rooms.before(ticket)
    }

    /// Who may be the next of a priority.
    ///
    /// ```
    /// use bc_status::Priority;
    /// use bc_status::pace::Line;
    ///
    /// let mut line = Line::default();
    /// let person = line.join(Priority::Interactive, false, None);
    /// assert_eq!(line.head(Priority::Interactive), Some(person));
    /// assert_eq!(line.head(Priority::Background), None);
    /// ```
    pub fn head(&mut self, priority: Priority) -> Option<Ticket> {
        self.queue.head(priority)
    }

    /// How long one with so many before it waits, as [`Pace::wait_ms`].
    ///
    /// ```
    /// use bc_status::RateLimit;
    /// use bc_status::pace::Line;
    ///
    /// let mut line = Line::default();
    /// line.admit(0.0, None);
    /// let left = RateLimit { left: Some(1), reset_ms: Some(1_000), ..RateLimit::default() };
    /// line.pace().answer(50.0, 0.0, 200, &RateLimit { quota: Some(9), ..left });
    /// // The next one goes, and the one behind it has to wait for the quota.
    /// assert!(line.wait_ms(60.0, 0) < 100.0 && line.wait_ms(60.0, 1) > 900.0);
    /// ```
    pub fn wait_ms(&mut self, now: impl Moment, before: usize) -> f64 {
        self.pace.wait_ms(now, u32::try_from(before).unwrap_or(u32::MAX))
    }
}
