//! What holds of a line whatever comes and goes: everybody is served once or has gone, and no room
//! is overfull.

use super::NOTHING;
use bc_status::Priority;
use bc_status::pace::{Line, Room, Ticket};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Act {
    /// One wants to go out, and waits where it may not.
    Come(Priority, bool, Option<Room>),
    /// One of those who wait goes away.
    Quit(Index),
    /// One of those who are out is answered.
    End(Index),
}

fn room() -> impl Strategy<Value = Option<Room>> {
    let refunds = |id| ("POST", format!("v3/orders/{id}/payment_actions/refunds"));
    let routes = vec![
        ("GET", "v3/catalog/products".to_owned()),
        ("PUT", "v3/customers".to_owned()),
        ("PUT", "v3/pricelists/records".to_owned()),
        refunds(1),
        refunds(2),
    ];
    select(routes).prop_map(|(method, path)| Room::of(method, &path))
}

fn act() -> impl Strategy<Value = Act> {
    let priority = select(vec![Priority::Interactive, Priority::Background]);
    let come =
        (priority, any::<bool>(), room()).prop_map(|(it, again, at)| Act::Come(it, again, at));
    prop_oneof![4 => come, 1 => any::<Index>().prop_map(Act::Quit), 3 => any::<Index>().prop_map(Act::End)]
}

fn most(room: &Room) -> usize {
    if Some(room) == Room::of("PUT", "v3/customers").as_ref() { 3 } else { 1 }
}

proptest! {
    #![proptest_config(crate::tries(256))]

    #[test]
    fn everybody_is_served_once_and_no_room_is_overfull(
        acts in vec(act(), 1..300),
        any in any::<Index>(),
    ) {
        let mut line = Line::default();
        let mut waiting: BTreeMap<Ticket, Option<Room>> = BTreeMap::new();
        let mut out: Vec<Option<Room>> = Vec::new();
        // In the end all who are out are answered, one after the other.
        let rest = vec![Act::End(any); acts.len()];
        for act in acts.into_iter().chain(rest) {
            match act {
                Act::Come(priority, is_again, room) => {
                    if line.admit(0.0, room.as_ref()) {
                        out.push(room);
                    } else {
                        let ticket = line.join(priority, is_again, room.clone());
                        prop_assert!(waiting.insert(ticket, room).is_none());
                    }
                }
                Act::Quit(index) => {
                    if !waiting.is_empty() {
                        let ticket = *waiting.keys().nth(index.index(waiting.len())).unwrap();
                        waiting.remove(&ticket);
                        line.quit(ticket);
                    }
                }
                Act::End(index) => {
                    if !out.is_empty() {
                        let room = out.swap_remove(index.index(out.len()));
                        line.pace().answer(0.0, 0.0, 200, &NOTHING);
                        line.leave(room.as_ref());
                    }
                }
            }
            while let Some(ticket) = line.next(0.0) {
                let room = waiting.remove(&ticket);
                prop_assert!(room.is_some(), "{ticket} is served twice, or has gone");
                out.extend(room);
            }
            for room in out.iter().flatten() {
                let inside = out.iter().flatten().filter(|other| *other == room).count();
                prop_assert!(inside <= most(room), "{inside} are in {room:?}");
            }
            let at_doors = waiting.keys().filter(|ticket| line.before(**ticket).is_none()).count();
            prop_assert_eq!(line.waiting() + at_doors, waiting.len());
            let is_moving = !out.is_empty() || waiting.is_empty();
            prop_assert!(is_moving, "{waiting:?} wait for nobody");
        }
        prop_assert!(waiting.is_empty(), "{waiting:?}");
    }
}
