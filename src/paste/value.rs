//! Values as programs print them: JSON, what Node inspects, dicts of Python, hashes of Ruby,
//! `print_r` and `var_dump` of PHP. They may be cut off anywhere.

/// What was printed.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Map(Vec<(String, Value)>),
    List(Vec<Value>),
    Text(String),
    /// As it is written.
    Number(String),
    /// `true`, `None`, `[Function: a]`, and whatever else is no text.
    Word(String),
}

impl Value {
    pub fn members(&self) -> &[(String, Value)] {
        match self {
            Value::Map(members) => members,
            _ => &[],
        }
    }

    pub fn get(&self, name: &str) -> Option<&Value> {
        self.members().iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    pub fn items(&self) -> &[Value] {
        match self {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// A text, or a number as it is written.
    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) | Value::Number(text) => Some(text),
            _ => None,
        }
    }

    pub fn is_text(&self) -> bool {
        matches!(self, Value::Text(_))
    }

    pub fn is_nested(&self) -> bool {
        matches!(self, Value::Map(_) | Value::List(_))
    }

    /// As JSON.
    pub fn write(&self, json: &mut String) {
        match self {
            Value::Map(members) => {
                json.push('{');
                for (at, (key, value)) in members.iter().enumerate() {
                    if at > 0 {
                        json.push(',');
                    }
                    quote(key, json);
                    json.push(':');
                    value.write(json);
                }
                json.push('}');
            }
            Value::List(items) => {
                json.push('[');
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        json.push(',');
                    }
                    item.write(json);
                }
                json.push(']');
            }
            Value::Text(text) => quote(text, json),
            Value::Number(number) => json.push_str(number),
            Value::Word(word) => match word.as_str() {
                "true" | "True" => json.push_str("true"),
                "false" | "False" => json.push_str("false"),
                "null" | "None" | "nil" | "NULL" | "undefined" => json.push_str("null"),
                other => quote(other, json),
            },
        }
    }
}

fn quote(text: &str, json: &mut String) {
    json.push('"');
    for letter in text.chars() {
        match letter {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            control if control < ' ' => json.push(' '),
            other => json.push(other),
        }
    }
    json.push('"');
}
