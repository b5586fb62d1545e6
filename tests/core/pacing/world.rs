//! A store and its clients in virtual time.

use bc_status::{Circuit, Pace, RateLimit};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Who is not done after so many events never will be.
const MOST_EVENTS: u32 = 200_000;
/// After so long without any answer the permits that are out are forgotten.
const FORGOTTEN_MS: f64 = 120_001.0;

/// What becomes of a request.
#[derive(Clone, Copy, Debug)]
pub enum Fate {
    /// The store answers, with this status unless it refuses.
    Answered(u16),
    /// The same, and the answer lacks the quota's headers.
    Bare(u16),
    /// The same, and it has other headers.
    Garbled(RateLimit),
    LostOnTheWayThere,
    LostOnTheWayBack,
    /// The caller gives it up before it is sent.
    Released,
    /// The caller never says what became of it.
    Dropped,
}

#[derive(Clone, Copy, Debug)]
pub struct Trip {
    pub up_ms: u64,
    pub down_ms: u64,
    pub fate: Fate,
}

#[derive(Clone, Copy, Debug)]
pub enum Change {
    Quota(u64),
    MoveMs(i64),
    /// Other apps take so many at once.
    Taken(u64),
}

#[derive(Clone, Debug)]
pub struct Scenario {
    pub quota: u64,
    pub length_ms: u64,
    /// Of each client.
    pub requests: Vec<u32>,
    pub trips: Vec<Trip>,
    pub changes: Vec<(u64, Change)>,
}

/// The quota's windows, as the store counts.
struct Store {
    quota: u64,
    used: u64,
    length_ms: u64,
    end_ms: u64,
}

impl Store {
    fn pass_time(&mut self, now_ms: u64) {
        if now_ms >= self.end_ms {
            let passed = (now_ms - self.end_ms) / self.length_ms + 1;
            self.end_ms += passed * self.length_ms;
            self.used = 0;
        }
    }

    fn change(&mut self, now_ms: u64, change: Change) {
        match change {
            Change::Quota(quota) => self.quota = quota,
            Change::MoveMs(ms) => self.end_ms = self.end_ms.saturating_add_signed(ms).max(now_ms),
            Change::Taken(units) => self.used = self.quota.max(self.used).min(self.used + units),
        }
    }

    fn take(&mut self) -> bool {
        let is_left = self.used < self.quota;
        self.used += u64::from(is_left);
        is_left
    }

    fn limit(&self, now_ms: u64) -> RateLimit {
        RateLimit {
            window_ms: Some(self.length_ms),
            reset_ms: Some(self.end_ms - now_ms),
            quota: Some(self.quota),
            left: Some(self.quota.saturating_sub(self.used)),
            retry_after_ms: None,
        }
    }
}

struct Client {
    pace: Pace,
    queued: u32,
    out: u32,
    probes: u32,
    /// When it looks again; what it had in mind before is void.
    wake_ms: u64,
    /// Whether it has not told of all that became of its requests.
    is_careless: bool,
}

#[derive(Clone, Copy)]
struct Request {
    client: usize,
    sent_ms: u64,
    is_probe: bool,
    trip: Trip,
}

#[derive(Clone, Copy)]
enum Event {
    Wake(usize),
    Change(Change),
    Arrive(Request),
    End(Request, Option<(u16, RateLimit)>),
}

pub struct World {
    now_ms: u64,
    store: Store,
    clients: Vec<Client>,
    /// By time, and of the same time in their order.
    events: BTreeMap<(u64, u32), Event>,
    scheduled: u32,
    trips: std::iter::Cycle<std::vec::IntoIter<Trip>>,
    refused: u32,
}

impl World {
    pub fn new(Scenario { quota, length_ms, requests, trips, changes }: Scenario) -> World {
        let client = |(at, queued): (usize, u32)| Client {
            pace: Pace::new(0.0, at as f64 / 8.0, true),
            queued,
            out: 0,
            probes: 0,
            wake_ms: 0,
            is_careless: false,
        };
        let mut world = World {
            now_ms: 0,
            store: Store { quota, used: 0, length_ms, end_ms: length_ms },
            clients: requests.into_iter().enumerate().map(client).collect(),
            events: BTreeMap::new(),
            scheduled: 0,
            trips: trips.into_iter().cycle(),
            refused: 0,
        };
        for client in 0..world.clients.len() {
            world.schedule(0, Event::Wake(client));
        }
        for (at_ms, change) in changes {
            world.schedule(at_ms, Event::Change(change));
        }
        world
    }

    fn schedule(&mut self, after_ms: u64, event: Event) {
        self.scheduled += 1;
        self.events.insert((self.now_ms + after_ms, self.scheduled), event);
    }

    /// Until all requests have been let out: how many of them were refused.
    pub fn run(mut self) -> Result<u32, TestCaseError> {
        while self.clients.iter().any(|client| client.queued > 0) {
            prop_assert!(self.scheduled < MOST_EVENTS, "there is no end of it");
            let Some(((now_ms, _), event)) = self.events.pop_first() else {
                return Err(TestCaseError::fail("a request waits for nothing"));
            };
            self.now_ms = now_ms;
            self.store.pass_time(now_ms);
            match event {
                Event::Wake(client) if self.clients[client].wake_ms != now_ms => {}
                Event::Wake(client) => self.pump(client)?,
                Event::Change(change) => self.store.change(now_ms, change),
                Event::Arrive(request) => self.arrive(request),
                Event::End(request, answer) => self.end(request, answer)?,
            }
        }
        Ok(self.refused)
    }

    /// Lets out what may go, and looks again when the pace says so.
    fn pump(&mut self, at: usize) -> Result<(), TestCaseError> {
        let now = self.now_ms as f64;
        while self.clients[at].queued > 0 {
            let client = &mut self.clients[at];
            let state = client.pace.state(now);
            let is_right =
                state.in_flight == client.out || client.is_careless && state.in_flight < client.out;
            prop_assert!(is_right, "{} are out: {state:?}", client.out);
            if !client.pace.admit(now) {
                break;
            }
            prop_assert!(state.held_ms == 0.0, "one went out in a hold: {state:?}");
            prop_assert!(state.circuit != Circuit::Open, "one went out all the same: {state:?}");
            let is_probe = state.circuit == Circuit::HalfOpen;
            prop_assert!(!is_probe || client.probes == 0 || client.is_careless, "two probes");
            client.queued -= 1;
            client.out += 1;
            client.probes += u32::from(is_probe);
            let trip = self.trips.next().expect("a cycle has no end");
            let request = Request { client: at, sent_ms: self.now_ms, is_probe, trip };
            self.schedule(trip.up_ms, Event::Arrive(request));
        }
        let client = &mut self.clients[at];
        if client.queued > 0 {
            let wait_ms = client.pace.wait_ms(now, 0);
            prop_assert!(wait_ms > 0.0, "it may go out, and did not");
            let state = client.pace.state(now);
            let is_due = wait_ms < f64::INFINITY || state.in_flight > 0;
            prop_assert!(is_due, "no answer is due: {state:?}");
            // Who waits for an answer looks for himself too, since some never come.
            let finite_ms = if wait_ms < f64::INFINITY { wait_ms.ceil() } else { FORGOTTEN_MS };
            client.wake_ms = self.now_ms + finite_ms as u64;
            self.schedule(finite_ms as u64, Event::Wake(at));
        }
        Ok(())
    }

    fn arrive(&mut self, request: Request) {
        let fate = request.trip.fate;
        let answer = if matches!(fate, Fate::LostOnTheWayThere | Fate::Released) {
            None
        } else {
            let is_taken = self.store.take();
            self.refused += u32::from(!is_taken);
            let answer = |status, limit| Some((if is_taken { status } else { 429 }, limit));
            match fate {
                Fate::Answered(status) => answer(status, self.store.limit(self.now_ms)),
                Fate::Bare(status) => answer(status, RateLimit::default()),
                Fate::Garbled(limit) => answer(200, limit),
                _ => None,
            }
        };
        self.schedule(request.trip.down_ms, Event::End(request, answer));
    }

    fn end(
        &mut self,
        request: Request,
        answer: Option<(u16, RateLimit)>,
    ) -> Result<(), TestCaseError> {
        let (now, sent) = (self.now_ms as f64, request.sent_ms as f64);
        let client = &mut self.clients[request.client];
        if matches!(request.trip.fate, Fate::Dropped) {
            client.is_careless = true;
            return Ok(());
        }
        client.out -= 1;
        client.probes -= u32::from(request.is_probe);
        match answer {
            Some((status, limit)) => client.pace.answer(now, sent, status, &limit),
            None if matches!(request.trip.fate, Fate::Released) => client.pace.release(now, sent),
            None => client.pace.fail(now, sent),
        }
        self.pump(request.client)
    }
}
