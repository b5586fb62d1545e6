//! What the words about an exchange are made of.

use std::time::Duration;

/// One value, by its name in [`Values`].
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Values(Vec<(&'static str, Value)>);

impl Values {
    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Each name and its value.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }

    pub(crate) fn add(&mut self, name: &'static str, value: Value) {
        self.0.push((name, value));
    }
}
