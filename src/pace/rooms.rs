//! Routes that take only so many requests at once.

use super::queue::{Queue, Ticket, Waiter};
use crate::concurrency::{CONCURRENCY, row_of};

/// The requests that share a limit of [how many are under way at once](crate::concurrency()).
///
/// ```
/// use bc_status::pace::Room;
///
/// assert!(Room::of("PUT", "v3/customers").is_some());
/// assert_eq!(Room::of("GET", "v3/customers"), None);
/// assert_eq!(Room::of("PUT", "/v3/customers/"), Room::of("put", "v3/customers"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Room {
    row: usize,
    /// Of a limit for each path.
    path: String,
    most: u32,
}

impl Room {
    /// The room of a request, if its route is limited; the path from the version on.
    ///
    /// ```
    /// use bc_status::pace::Room;
    ///
    /// // Each cart has a room of its own.
    /// let items = |cart| Room::of("POST", &format!("api/storefront/carts/{cart}/items"));
    /// assert!(items("7f1e").is_some() && items("7f1e") != items("8a20"));
    /// ```
    pub fn of(method: &str, path: &str) -> Option<Room> {
        let row = row_of(method, path)?;
        let limit = CONCURRENCY.get(row)?;
        let path = if limit.each { path } else { "" };
        Some(Room::in_row(row, limit.most, path.into()))
    }

    /// The same for who has looked it up in [`CONCURRENCY`] already: the number of
    /// the row, how many it lets in, and the path where each has a limit of its own, else nothing.
    ///
    /// ```
    /// use bc_status::CONCURRENCY;
    /// use bc_status::pace::Room;
    ///
    /// let row = CONCURRENCY.iter().position(|row| row.path == "v3/pricing/products").unwrap();
    /// let room = Room::in_row(row, CONCURRENCY[row].most, String::new());
    /// assert_eq!(Room::of("POST", "v3/pricing/products"), Some(room));
    /// ```
    pub fn in_row(row: usize, most: u32, path: String) -> Room {
        Room { row, most, path }
    }
}

/// A room that somebody is in.
#[derive(Clone, Debug)]
struct Place {
    room: Room,
    inside: u32,
    door: Queue,
}

#[derive(Clone, Debug, Default)]
pub struct Rooms {
    places: Vec<Place>,
}

impl Rooms {
    fn find(&self, room: &Room) -> Option<usize> {
        self.places.iter().position(|place| place.room == *room)
    }

    pub fn is_free(&self, room: &Room) -> bool {
        let place = self.find(room).and_then(|at| self.places.get(at));
        place.is_none_or(|place| place.inside < room.most)
    }

    /// Goes in, where it is free.
    pub fn enter(&mut self, room: &Room) {
        let at = self.find(room);
        if let Some(place) = at.and_then(|at| self.places.get_mut(at)) {
            place.inside += 1;
        } else {
            self.places.push(Place { room: room.clone(), inside: 1, door: Queue::default() });
        }
    }

    /// Waits at the door of one that is not free.
    pub fn wait(&mut self, waiter: Waiter) {
        let place = self.places.iter_mut().find(|place| waiter.room.as_ref() == Some(&place.room));
        if let Some(place) = place {
            place.door.add(waiter);
        }
    }

    /// Who goes in now that a place is left.
    pub fn leave(&mut self, room: &Room) -> Option<Waiter> {
        let at = self.find(room)?;
        let place = self.places.get_mut(at)?;
        let next = place.door.shift();
        place.inside -= u32::from(next.is_none());
        if place.inside == 0 {
            self.places.swap_remove(at);
        }
        next
    }

    pub fn before(&self, ticket: Ticket) -> Option<usize> {
        self.places.iter().find_map(|place| place.door.before(ticket))
    }

    /// Goes from the door.
    pub fn quit(&mut self, ticket: Ticket) {
        for place in &mut self.places {
            place.door.remove(ticket);
        }
    }
}
