//! How results are written by serde: with their members named as in the npm package, names of
//! closed sets as texts, and durations as whole milliseconds.
//!
//! To JavaScript large numbers go as floating point, which is what they become there: of a 64-bit
//! integer serde-wasm-bindgen asks whether it fits, and brings all that formats errors along.

use serde::{Serialize, Serializer};

pub(crate) struct Number(pub u64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match u32::try_from(self.0) {
            Ok(number) => to.serialize_u32(number),
            Err(_) if cfg!(target_arch = "wasm32") => to.serialize_f64(self.0 as f64),
            Err(_) => to.serialize_u64(self.0),
        }
    }
}

pub(crate) fn number<S: Serializer>(number: &u64, to: S) -> Result<S::Ok, S::Error> {
    Number(*number).serialize(to)
}

/// A number that may have fractions, and where it has none is written without, as JavaScript does.
pub(crate) struct Amount(pub f64);

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let whole = self.0 as u64;
        if whole as f64 == self.0 && whole < 1 << 53 {
            Number(whole).serialize(to)
        } else {
            to.serialize_f64(self.0)
        }
    }
}

pub(crate) fn amount<S: Serializer>(amount: &f64, to: S) -> Result<S::Ok, S::Error> {
    Amount(*amount).serialize(to)
}

pub(crate) fn optional<S: Serializer>(number: &Option<u64>, to: S) -> Result<S::Ok, S::Error> {
    number.map(Number).serialize(to)
}

/// A name out of a closed set. As a variant it is known to last, so that JavaScript's text of it
/// is made once.
pub(crate) fn name<S: Serializer>(name: &'static str, to: S) -> Result<S::Ok, S::Error> {
    if cfg!(target_arch = "wasm32") {
        to.serialize_unit_variant("", 0, name)
    } else {
        to.serialize_str(name)
    }
}
