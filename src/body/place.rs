//! Keys such as `0.variants.0.sku` to index and field.

use crate::text::{is_one_of, whole};

/// Where in a request a complaint belongs.
#[derive(Clone, Default)]
pub(super) struct Place {
    pub index: Option<u64>,
    /// As `variants[0].product_id`; empty where the whole request is meant.
    pub field: String,
}

/// Fields are not longer.
const LONGEST: usize = 200;

/// Keys that lead to a reason, and to no field.
const NO_FIELDS: &str = "invalid_reason|$|errMsg|non_field_errors|__all__";

impl Place {
    /// The place that a key leads to from here. A number that comes first is the
    /// place in a batch.
    ///
    /// Seen are `0.variants.0.sku`, `setting.0.settings`, `.customer_create`,
    /// `variants[0].sku`, `obj.name`, `/variants/0/sku`, and the empty key.
    pub fn join(&self, key: &str) -> Place {
        let mut place = self.clone();
        if crate::text::has(key, " ") {
            place.name(key);
            return place;
        }
        let key = key.strip_prefix("obj.").unwrap_or(key);
        let is_pointer = key.starts_with('/');
        let separates = |byte| match byte {
            b'/' => is_pointer,
            b'.' | b'[' | b']' => !is_pointer,
            _ => false,
        };
        let mut rest = key;
        while !rest.is_empty() {
            let end = rest.bytes().position(separates);
            let (step, after) = match end {
                Some(end) => (rest.get(..end), rest.get(end + 1..)),
                None => (Some(rest), None),
            };
            place.step(step.unwrap_or(""));
            rest = after.unwrap_or("");
        }
        place
    }

    /// The place of an item of a list.
    pub fn item(&self, index: u64) -> Place {
        let mut place = self.clone();
        place.number(index);
        place
    }

    pub fn field(&self) -> Option<String> {
        (!self.field.is_empty()).then(|| self.field.clone())
    }

    fn step(&mut self, step: &str) {
        let digits = step.bytes().next().filter(u8::is_ascii_digit);
        match digits.and_then(|_| whole(step)) {
            Some(number) => self.number(number),
            None if step.is_empty() || is_one_of(step, NO_FIELDS) => {}
            None => self.name(step),
        }
    }

    fn name(&mut self, name: &str) {
        // A path that is longer names nothing; the items of a hostile body would repeat it.
        if self.field.len() + name.len() > LONGEST {
            return;
        }
        if !self.field.is_empty() {
            self.field.push('.');
        }
        self.field.push_str(name);
    }

    fn number(&mut self, number: u64) {
        if self.field.is_empty() && self.index.is_none() {
            self.index = Some(number);
            return;
        }
        self.field.push('[');
        crate::text::push_number(&mut self.field, number);
        self.field.push(']');
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn keys_name_an_index_and_a_field() {
        for (key, index, field) in [
            ("name", None, "name"),
            ("0", Some(0), ""),
            ("0.variants.0.product_id", Some(0), "variants[0].product_id"),
            ("12.sku", Some(12), "sku"),
            ("setting.0.settings", None, "setting[0].settings"),
            ("variants[0].sku", None, "variants[0].sku"),
            ("[3].name", Some(3), "name"),
            (".customer_create", None, "customer_create"),
            ("/variants/0/sku", None, "variants[0].sku"),
            ("obj.name", None, "name"),
            ("$.name", None, "name"),
            ("user Id", None, "user Id"),
            ("id:in", None, "id:in"),
            ("invalid_reason", None, ""),
            ("", None, ""),
        ] {
            let place = Place::default().join(key);
            assert_eq!((place.index, place.field.as_str()), (index, field), "{key}");
        }
        assert_eq!(Place::default().item(2).join("options").item(0).field, "options[0]");
    }
}
