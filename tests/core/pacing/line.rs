//! Who waits, in which order, and at which door.

use super::{NOTHING, limit};
use bc_status::pace::{Line, Room, Ticket};
use bc_status::{Pace, Priority};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use Priority::{Background, Interactive};

/// One request at a time, into a room of its own.
fn one_at_a_time() -> Room {
    Room::of("PUT", "v3/pricelists/records").unwrap()
}

/// Nothing goes out before 20,000.
fn spent() -> Line {
    let mut line = Line::default();
    assert!(line.admit(0.0, None));
    line.pace().answer(0.0, 0.0, 200, &limit(0, 20_000));
    line
}

/// Answers one that is out, and lets the next one out.
fn turn(line: &mut Line) -> Option<Ticket> {
    line.pace().answer(20_000.0, 20_000.0, 200, &NOTHING);
    line.next(20_000.0 + 1_000.0)
}

/// All who wait, in the order in which they go out.
fn order(line: &mut Line) -> Vec<Ticket> {
    std::iter::from_fn(|| turn(line)).collect()
}

#[test]
fn who_comes_while_others_wait_does_not_pass_by() {
    let mut line = spent();
    let ticket = line.join(Interactive, false, None);
    assert_eq!(line.next(19_999.0), None);
    assert!(!line.admit(20_000.0, None), "another is before it");
    assert_eq!(line.next(20_000.0), Some(ticket));
    assert!(line.admit(20_002.0, None), "and now nobody is");
}

#[test]
fn persons_go_before_jobs_which_get_every_fifth_turn() {
    let mut line = spent();
    let jobs: Vec<_> = (0..2).map(|_| line.join(Background, false, None)).collect();
    let persons: Vec<_> = (0..10).map(|_| line.join(Interactive, false, None)).collect();
    let expected = [&persons[..4], &jobs[..1], &persons[4..8], &jobs[1..], &persons[8..]].concat();
    assert_eq!(order(&mut line), expected);
}

#[test]
fn who_comes_again_goes_before_all_others_of_its_kind() {
    let mut line = spent();
    let [first, second] = [(); 2].map(|()| line.join(Interactive, false, None));
    let job = line.join(Background, false, None);
    let again = line.join(Interactive, true, None);
    let later = line.join(Interactive, true, None);
    let job_again = line.join(Background, true, None);
    assert_eq!(line.head(Interactive), Some(again));
    assert_eq!(line.head(Background), Some(job_again));
    assert_eq!(order(&mut line), [again, later, first, second, job_again, job]);
    assert_eq!((line.head(Interactive), line.waiting()), (None, 0));
}

#[test]
fn one_knows_how_many_are_before_it() {
    let mut line = spent();
    let persons = [(); 3].map(|()| line.join(Interactive, false, None));
    let job = line.join(Background, false, None);
    let again = line.join(Interactive, true, None);
    let before = |line: &Line, ticket| line.before(ticket).unwrap();
    assert_eq!(persons.map(|ticket| before(&line, ticket)), [1, 2, 3]);
    assert_eq!((before(&line, again), before(&line, job)), (0, 4));
    assert_eq!(line.ahead(Interactive, false), 4);
    assert_eq!((line.ahead(Interactive, true), line.ahead(Background, false)), (1, 1));
    line.quit(persons[0]);
    assert_eq!(before(&line, persons[2]), 2);
    assert_eq!((line.before(persons[0]), line.waiting()), (None, 4));
}

#[test]
fn one_waits_as_long_as_the_pace_says() {
    let mut line = spent();
    assert_eq!(line.wait_ms(0.0, 0), line.pace().wait_ms(0.0, 0));
    assert_eq!((line.wait_ms(5_000.0, 0), line.wait_ms(5_000.0, 150)), (15_000.0, 45_000.0));
}

#[test]
fn a_room_takes_so_many_and_the_others_wait_at_its_door() {
    let mut line = Line::default();
    let room = Room::of("PUT", "v3/customers");
    for _ in 0..3 {
        assert!(line.admit(0.0, room.as_ref()));
    }
    assert!(!line.admit(0.0, room.as_ref()));
    let [first, second] = [(); 2].map(|()| line.join(Interactive, false, room.clone()));
    assert_eq!((line.waiting(), line.before(first), line.next(0.0)), (0, None, None));
    assert_eq!((line.before_at_door(first), line.before_at_door(second)), (Some(0), Some(1)));
    assert!(line.admit(0.0, None), "others are not held up");
    line.leave(room.as_ref());
    assert_eq!((line.waiting(), line.before(first)), (1, Some(0)));
    assert_eq!((line.next(0.0), line.next(0.0)), (Some(first), None));
    line.leave(room.as_ref());
    assert_eq!(line.next(0.0), Some(second));
}

#[test]
fn at_a_door_they_wait_in_the_same_order() {
    let mut line = Line::default();
    let room = Some(one_at_a_time());
    assert!(line.admit(0.0, room.as_ref()));
    let job = line.join(Background, false, room.clone());
    let person = line.join(Interactive, false, room.clone());
    let again = line.join(Interactive, true, room.clone());
    for ticket in [again, person, job] {
        line.pace().answer(0.0, 0.0, 200, &NOTHING);
        line.leave(room.as_ref());
        assert_eq!(line.next(0.0), Some(ticket));
    }
}

#[test]
fn who_was_at_a_door_goes_by_when_it_came() {
    let mut line = Line::default();
    let room = Some(one_at_a_time());
    assert!(line.admit(0.0, room.as_ref()));
    let at_door = line.join(Interactive, false, room.clone());
    line.pace().answer(0.0, 0.0, 200, &limit(0, 20_000));
    let later = line.join(Interactive, false, None);
    line.leave(room.as_ref());
    assert_eq!(order(&mut line), [at_door, later]);
}

#[test]
fn a_room_for_each_path_is_one_for_each() {
    let refunds = |id: u32| Room::of("POST", &format!("v3/orders/{id}/payment_actions/refunds"));
    let mut line = Line::default();
    assert!(line.admit(0.0, refunds(1).as_ref()));
    assert!(!line.admit(0.0, refunds(1).as_ref()));
    assert!(line.admit(0.0, refunds(2).as_ref()));
    line.leave(refunds(1).as_ref());
    assert!(!line.admit(0.0, refunds(2).as_ref()));
    assert!(line.admit(0.0, refunds(1).as_ref()));
}

#[test]
fn who_quits_leaves_its_place_in_the_room_to_the_next() {
    let mut line = spent();
    let room = Some(one_at_a_time());
    let [inside, gone, next] = [(); 3].map(|()| line.join(Interactive, false, room.clone()));
    assert_eq!(line.waiting(), 1, "one is inside, and waits for the quota");
    line.quit(gone);
    assert_eq!((line.before(inside), line.waiting()), (Some(0), 1));
    line.quit(inside);
    assert_eq!((line.before(next), line.waiting()), (Some(0), 1));
    line.quit(next);
    assert_eq!(line.waiting(), 0);
    assert!(line.admit(20_000.0, room.as_ref()), "nobody is inside");
}

#[test]
fn who_does_not_wait_cannot_quit_or_leave() {
    let mut line = spent();
    let ticket = line.join(Interactive, false, None);
    for other in [0, ticket + 1, Ticket::MAX] {
        line.quit(other);
    }
    line.leave(Some(&one_at_a_time()));
    line.leave(None);
    assert_eq!(line.before(ticket), Some(0));
    assert!(Line::default().admit(0.0, Some(&one_at_a_time())));
}

#[test]
fn a_line_may_be_for_any_pace() {
    let mut line = Line::new(Pace::shared(0.0, 0.5, true));
    assert!(!line.admit(0.0, None), "nothing is leased");
    assert!(line.pace().lease_due(0.0));
}
