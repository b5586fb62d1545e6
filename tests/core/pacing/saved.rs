//! Ledgers and leases as they are written down.

use super::ledger::{QUOTA, told, wants};
use bc_status::pace::{SavedLedger, Unused};
use bc_status::{Lease, LeaseAsk, Ledger};
use serde_json::{Value, from_str, from_value, json, to_string, to_value};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Of a ledger in the middle of its life, as the npm package writes it.
fn written() -> Value {
    json!({
        "isTold": true, "quota": 150, "windowMs": 30_000, "number": 0, "endsMs": 30_001, "given": [30],
        "left": 0, "taken": 150, "others": 0, "heldUntilMs": 205, "clients": { "teller": 1, "a": 5 },
    })
}

fn with(member: &str, value: Value) -> Value {
    let mut saved = written();
    saved[member] = value;
    saved
}

#[test]
fn a_ledger_is_written_as_the_package_writes_it() {
    let mut ledger = told(QUOTA, QUOTA);
    ledger.lease(5.0, &LeaseAsk { held_ms: 29_000.0, ..wants("a", 30) }).unwrap();
    let text = to_string(&ledger).unwrap();
    assert_eq!(
        text,
        r#"{"isTold":true,"quota":150,"windowMs":30000,"number":0,"endsMs":30001,"given":[0,30],"left":0,"taken":150,"others":0,"heldUntilMs":29005,"clients":{"teller":1,"a":5}}"#
    );
    let read: Ledger = from_str(&text).unwrap();
    assert_eq!(to_value(&read).unwrap(), to_value(&ledger).unwrap());
}

#[test]
fn a_ledger_of_the_package_is_read() {
    let ledger: Ledger = from_value(written()).unwrap();
    assert_eq!(to_value(&ledger).unwrap(), written());
    let holes: Ledger = from_value(with("given", json!([null, 30]))).unwrap();
    assert_eq!(holes.saved().given, [0.0, 30.0]);
}

#[test]
fn a_ledger_that_somebody_else_wrote_down_is_refused_by_the_name_of_what_is_wrong() {
    let day_ms = 24 * 3_600_000;
    let numbers = [json!(-1), json!(-0.5), json!(-1e308), json!(1e308), json!(1_u64 << 60)];
    let odd = |more: &[Value]| [&numbers[..], more].concat();
    let many: serde_json::Map<_, _> = (0..1_001).map(|n| (n.to_string(), json!(1))).collect();
    let wrong = [
        ("quota", odd(&[json!(0), json!(0.5), json!(1e-300)])),
        ("windowMs", odd(&[json!(0), json!(0.5), json!(1e-300), json!(2 * day_ms)])),
        ("number", odd(&[json!(0.5), json!(1e-300)])),
        ("endsMs", odd(&[])),
        ("given", vec![json!([-1]), json!([0.5]), json!([1_u64 << 60]), json!(vec![0; 21])]),
        ("left", odd(&[])),
        ("taken", odd(&[])),
        ("others", odd(&[])),
        ("heldUntilMs", odd(&[])),
        ("clients", vec![json!({ "a": -1 }), json!({ "a": 1e308 }), Value::Object(many)]),
    ];
    for (member, values) in wrong {
        for value in values {
            let error = from_value::<Ledger>(with(member, value.clone())).unwrap_err().to_string();
            assert!(error.starts_with(&format!("{member} must be ")), "{member} {value}: {error}");
        }
        for value in [json!("150"), json!(true), json!([[1]]), json!("x")] {
            assert!(from_value::<Ledger>(with(member, value)).is_err());
        }
        let mut without = written();
        without.as_object_mut().unwrap().remove(member);
        let error = from_value::<Ledger>(without).unwrap_err().to_string();
        assert!(error.contains(&format!("missing field `{member}`")), "{error}");
    }
    assert!(from_value::<Ledger>(with("isTold", json!(1))).is_err());
}

#[test]
fn without_serde_a_ledger_is_checked_as_well() {
    let saved = told(QUOTA, 3).saved().clone();
    assert!(Ledger::try_from(saved.clone()).is_ok());
    for quota in [f64::NAN, f64::INFINITY, 0.0] {
        let wrong = Ledger::try_from(SavedLedger { quota, ..saved.clone() }).unwrap_err();
        assert_eq!((wrong.member, wrong.wanted), ("quota", "a number from 1 on"));
    }
    let left = Some(f64::NAN);
    assert_eq!(Ledger::try_from(SavedLedger { left, ..saved }).unwrap_err().member, "left");
}

#[test]
fn what_ends_holds_or_was_asked_in_the_far_future_keeps_nobody_waiting_for_that() {
    let mut saved = written();
    for member in ["endsMs", "heldUntilMs"] {
        saved[member] = json!(4e15);
    }
    saved["clients"] = json!({ "a": 4e15, "b": 4e15 });
    saved["given"] = json!([]);
    saved["left"] = json!(null);
    saved["taken"] = json!(0);
    let mut ledger: Ledger = from_value(saved).unwrap();
    let lease = ledger.lease(1_000.0, &wants("a", 3)).unwrap();
    assert_eq!((lease.grants[0].from_ms, lease.grants[0].permits), (0.0, 3));
    assert!(!lease.is_wanted);
}

#[test]
fn an_ask_and_a_lease_are_written_and_read_as_the_package_has_them() {
    let text = r#"{"client":"a","want":3,"back":[{"window":0,"permits":2}],"seen":{"quota":150,"windowMs":30000,"left":20,"resetMs":100.5},"heldMs":0}"#;
    let ask: LeaseAsk = from_str(text).unwrap();
    assert_eq!(ask.back, [Unused { window: 0, permits: 2 }]);
    assert_eq!(to_string(&ask).unwrap(), text);
    let bare: LeaseAsk =
        from_str(r#"{"client":"a","want":3,"back":[],"seen":null,"heldMs":0}"#).unwrap();
    assert_eq!(bare, wants("a", 3));
    let lease = Ledger::default().lease(1.0, &bare).unwrap();
    let text = to_string(&lease).unwrap();
    assert_eq!(
        text,
        r#"{"grants":[{"window":0,"permits":3,"fromMs":0,"untilMs":29700}],"againMs":0,"isWanted":false}"#
    );
    assert_eq!(from_str::<Lease>(&text).unwrap(), lease);
}
