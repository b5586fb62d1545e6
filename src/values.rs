//! What the words about an exchange are made of.
//!
//! ```
//! use bc_status::{Exchange, Value, diagnose};
//!
//! let long = Exchange::request("GET", "https://api.bigcommerce.com/stores/abc123/v3/catalog/products?limit=999");
//! let found = diagnose(&long.answer(422_u16, &[])).findings.swap_remove(0);
//! assert_eq!(found.values.get("limit"), Some(&Value::Number(999)));
//! assert_eq!(found.values.get("most"), Some(&Value::Number(250)));
//! ```

use std::time::Duration;

/// One value, by its name in [`Values`].
///
/// ```
/// use bc_status::{Exchange, Value, diagnose};
///
/// let long = Exchange::request("GET", "/v3/catalog/products?limit=999").answer(422_u16, &[]);
/// let limit = match diagnose(&long).findings[0].values.get("most") {
///     Some(Value::Number(most)) => *most,
///     _ => 50,
/// };
/// assert_eq!(limit, 250);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value {
    /// A text of the exchange, such as its path: in one line, shortened, and without secrets.
    Text(String),
    /// A number, such as how many items there are.
    Number(u64),
    /// A duration in milliseconds; its name ends in `Ms`.
    Duration(u64),
    /// Several texts, such as methods.
    List(Vec<String>),
}

impl Value {
    /// A duration as one; `None` for anything else.
    ///
    /// ```
    /// use bc_status::Value;
    ///
    /// assert_eq!(Value::Duration(90).as_duration(), Some(std::time::Duration::from_millis(90)));
    /// assert_eq!(Value::Number(90).as_duration(), None);
    /// ```
    pub fn as_duration(&self) -> Option<Duration> {
        match self {
            Value::Duration(ms) => Some(Duration::from_millis(*ms)),
            _ => None,
        }
    }

    /// Changes each text in it.
    pub(crate) fn each_text(&mut self, change: &mut impl FnMut(&mut String)) {
        match self {
            Value::Text(text) => change(text),
            Value::List(texts) => texts.iter_mut().for_each(change),
            Value::Number(_) | Value::Duration(_) => {}
        }
    }
}

/// Values by name, each name once, in the order in which they were found out.
///
/// ```
/// use bc_status::{Exchange, diagnose};
///
/// let throttled = Exchange {
///     status: Some(429),
///     headers: &[("x-rate-limit-time-reset-ms", "4200")],
///     ..Exchange::default()
/// };
/// let wait = diagnose(&throttled).findings[0].values.get("waitMs").and_then(|value| value.as_duration());
/// assert_eq!(wait, Some(std::time::Duration::from_millis(4_200)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Values(Vec<(&'static str, Value)>);

impl Values {
    /// The value of a name.
    ///
    /// ```
    /// use bc_status::{Exchange, Value, diagnose};
    ///
    /// let wrong = Exchange::request("GET", "/v3/payments/access_tokens").answer(404_u16, &[]);
    /// let values = &diagnose(&wrong).findings[0].values;
    /// assert_eq!(values.get("methods"), Some(&Value::List(vec!["POST".into()])));
    /// assert_eq!(values.get("waitMs"), None);
    /// ```
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Each name and its value.
    ///
    /// ```
    /// use bc_status::{Exchange, diagnose};
    ///
    /// let url = "https://api.bigcommerce.com:8443/stores/abc123/v3/carts";
    /// let found = &diagnose(&Exchange { url, ..Exchange::default() }).findings[0];
    /// let names: Vec<_> = found.values.iter().map(|(name, _)| name).collect();
    /// assert!(names.contains(&"port"));
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }

    pub(crate) fn add(&mut self, name: &'static str, value: Value) {
        self.0.push((name, value));
    }
}

/// By serde they are an object, with texts, numbers and lists of texts.
#[cfg(feature = "serde")]
mod written {
    use super::{Value, Values};
    use crate::written::Number;
    use serde::ser::SerializeStruct;
    use serde::{Serialize, Serializer};

    impl Serialize for Value {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            match self {
                Value::Text(text) => to.serialize_str(text),
                Value::Number(number) | Value::Duration(number) => Number(*number).serialize(to),
                Value::List(texts) => texts.serialize(to),
            }
        }
    }

    impl Serialize for Values {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            let mut values = to.serialize_struct("Values", self.0.len())?;
            for (name, value) in self.iter() {
                values.serialize_field(name, value)?;
            }
            values.end()
        }
    }
}

#[cfg(all(feature = "serde", feature = "prose"))]
mod read {
    use super::{Value, Values};
    use crate::diagnose::VALUES;
    use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
    use std::fmt;

    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Written {
        Text(String),
        Number(u64),
        List(Vec<String>),
    }

    impl<'de> Deserialize<'de> for Values {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Values, D::Error> {
            from.deserialize_map(Named)
        }
    }

    struct Named;

    impl<'de> Visitor<'de> for Named {
        type Value = Values;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the values of a finding by their names")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Values, A::Error> {
            let mut values = Values::default();
            while let Some((name, value)) = map.next_entry::<String, Written>()? {
                let known = VALUES.iter().find(|(known, ..)| *known == name);
                let (known, ..) = known.ok_or_else(|| {
                    A::Error::custom(format_args!("`{name}` is no value of a finding"))
                })?;
                let value = match value {
                    Written::Text(text) => Value::Text(text),
                    Written::Number(ms) if known.ends_with("Ms") => Value::Duration(ms),
                    Written::Number(number) => Value::Number(number),
                    Written::List(texts) => Value::List(texts),
                };
                values.add(known, value);
            }
            Ok(values)
        }
    }
}
