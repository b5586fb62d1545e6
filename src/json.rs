//! JSON as it arrives: complete or cut off, and now and then not quite JSON.
//!
//! A strict parser would give up where a body is truncated or a key lacks its
//! quotes, and what the body said would be lost. This one keeps all it could
//! read, and says where it stopped. Numbers stay text, and texts stay as they were
//! written until somebody wants to show them.

/// A value. Members keep their order, and a repeated key is kept too.
#[derive(Debug, PartialEq)]
pub(crate) enum Json<'a> {
    Null,
    Bool(bool),
    Number(&'a str),
    /// What stands between the quotes; see [`decoded`].
    Text(&'a str),
    /// Under empty keys, so that both kinds of nesting are of one make.
    List(Vec<Member<'a>>),
    Map(Vec<Member<'a>>),
}

pub(crate) type Member<'a> = (&'a str, Json<'a>);

/// What could be read of a text.
pub(crate) struct Document<'a> {
    pub value: Json<'a>,
    /// Whether the text ended before the value did.
    pub is_cut: bool,
    /// Whether something lay deeper than [`DEEPEST`], and was passed over.
    pub is_too_deep: bool,
    /// What follows the value, or could not be read.
    pub rest: &'a str,
}

/// Nesting past this is passed over: nobody means it.
///
/// ```
/// use bc_status::{Exchange, body, classify};
///
/// let deep = format!(r#"{{"title":"Deep","errors":{}"#, "[".repeat(body::DEEPEST));
/// let error = classify(&Exchange::default().answer(400_u16, &[]).body(&deep)).error.unwrap();
/// assert!(error.title.is_some() && error.items.is_empty());
/// ```
pub const DEEPEST: usize = 64;

/// Reads a text; `None` where it does not even begin like JSON.
pub(crate) fn read(text: &str) -> Option<Document<'_>> {
    let mut reader =
        Reader { text, at: 0, depth: 0, is_too_deep: false, is_cut: false, is_stuck: false };
    let value = reader.value()?;
    reader.blank();
    let rest = text.get(reader.at..).unwrap_or("");
    Some(Document { value, is_cut: reader.is_cut, is_too_deep: reader.is_too_deep, rest })
}

impl<'a> Json<'a> {
    /// The first member of this name; null where there is none.
    pub fn at(&self, name: &str) -> &Json<'a> {
        self.get(name).unwrap_or(&Json::Null)
    }

    /// The first member of this name.
    pub fn get(&self, name: &str) -> Option<&Json<'a>> {
        self.members().iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// Whether there is a member of this name with something in it.
    pub fn has(&self, name: &str) -> bool {
        !self.at(name).is_empty()
    }

    /// What an object or a list holds; nothing for anything else.
    pub fn members(&self) -> &[Member<'a>] {
        match self {
            Json::Map(members) | Json::List(members) => members,
            _ => &[],
        }
    }

    pub fn is_map(&self) -> bool {
        matches!(self, Json::Map(_))
    }

    pub fn is_list(&self) -> bool {
        matches!(self, Json::List(_))
    }

    /// A text as it was written; empty for anything else.
    pub fn text(&self) -> &'a str {
        match self {
            Json::Text(text) => text,
            _ => "",
        }
    }

    /// A text or a number as it was written; empty for anything else.
    pub fn word(&self) -> &'a str {
        match self {
            Json::Number(number) => number,
            other => other.text(),
        }
    }

    /// A whole number from zero on, written as a number or as a text: 422, 422.0, "422".
    pub fn whole(&self) -> Option<u64> {
        // Most are none, and asked for all the same.
        let word = self.word();
        if word.is_empty() {
            return None;
        }
        let (digits, fraction) = crate::text::cut(word, b'.');
        let zeros = fraction.bytes().all(|byte| byte == b'0');
        crate::text::whole(digits).filter(|_| zeros)
    }

    /// Null, or with nothing in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Json::Null => true,
            Json::Text(text) => text.is_empty(),
            Json::List(members) | Json::Map(members) => members.is_empty(),
            Json::Bool(_) | Json::Number(_) => false,
        }
    }
}

/// A text with what its backslashes stand for.
pub(crate) fn decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let (plain, mut after) = crate::text::cut(rest, b'\\');
        decoded.push_str(plain);
        if plain.len() == rest.len() {
            return decoded;
        }
        let Some(c) = crate::text::next(&mut after) else { return decoded };
        decoded.push(match c {
            'n' => '\n',
            't' => '\t',
            'r' | 'f' => ' ',
            'b' => '\x08',
            'u' => code_point(&mut after),
            c => c,
        });
        rest = after;
    }
}

fn code_point(rest: &mut &str) -> char {
    let high = hex(rest);
    let low = rest.strip_prefix("\\u").filter(|_| high >> 10 == 0xd8 >> 2);
    let Some(mut after) = low else {
        return char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER);
    };
    let low = hex(&mut after);
    if low >> 10 != 0xdc >> 2 {
        return char::REPLACEMENT_CHARACTER;
    }
    *rest = after;
    let point = 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
    char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Four digits taken off the front; where they are none, nothing is.
fn hex(rest: &mut &str) -> u32 {
    let digits = rest.get(..4).and_then(crate::text::hex);
    if digits.is_some() {
        *rest = rest.get(4..).unwrap_or("");
    }
    digits.unwrap_or(0xfffd)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    is_too_deep: bool,
    is_cut: bool,
    /// Whether something could not be read; then nothing after it is.
    is_stuck: bool,
}

impl<'a> Reader<'a> {
    /// The byte that comes next; 0 at the end.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    fn blank(&mut self) {
        self.pass(|byte| byte.is_ascii_whitespace());
    }

    /// Moves on while the bytes are so, and returns what was passed.
    fn pass(&mut self, is: fn(u8) -> bool) -> &'a str {
        let from = self.at;
        while !self.is_at_end() && is(self.peek()) {
            self.at += 1;
        }
        self.text.get(from..self.at).unwrap_or("")
    }

    /// `None` where no value begins; the place stays.
    fn value(&mut self) -> Option<Json<'a>> {
        self.blank();
        let from = self.at;
        let first = self.peek();
        if first == b'"' {
            return Some(Json::Text(self.string()));
        }
        if first == b'{' {
            return Some(Json::Map(self.members()));
        }
        if first == b'[' {
            return Some(Json::List(self.members()));
        }
        let word =
            self.pass(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.'));
        if first == b'-' || first.is_ascii_digit() {
            return Some(Json::Number(word));
        }
        let begins = |literal: &str| literal.starts_with(word) && !word.is_empty();
        match word {
            "null" => Some(Json::Null),
            "true" | "false" => Some(Json::Bool(word == "true")),
            _ if self.is_at_end() && crate::text::any("null|true|false", &mut { begins }) => {
                self.is_cut = true;
                Some(Json::Null)
            }
            _ => {
                self.at = from;
                None
            }
        }
    }

    /// What stands between brackets. Where an item cannot be read, the place stays
    /// before it, so that the rest of the text is not lost.
    fn members(&mut self) -> Vec<Member<'a>> {
        let mut members = Vec::new();
        if self.depth == DEEPEST {
            self.is_too_deep = true;
            self.skip();
            return members;
        }
        let keyed = self.peek() == b'{';
        self.at += 1;
        self.depth += 1;
        while !self.is_stuck {
            self.blank();
            if self.is_at_end() {
                self.is_cut = true;
                break;
            }
            let byte = self.peek();
            if matches!(byte, b',' | b'}' | b']') {
                self.at += 1;
                if byte != b',' {
                    break;
                }
                continue;
            }
            let before = self.at;
            match self.member(keyed) {
                Some(member) => members.push(member),
                None if self.is_stuck => {}
                None => {
                    self.is_stuck = true;
                    self.at = if self.is_cut { self.text.len() } else { before };
                }
            }
        }
        self.depth -= 1;
        members
    }

    fn member(&mut self, keyed: bool) -> Option<Member<'a>> {
        let mut key = "";
        if keyed {
            // The quotes of a key may be missing.
            key = if self.peek() == b'"' {
                self.string()
            } else {
                self.pass(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            };
            self.blank();
            if self.peek() != b':' {
                self.is_cut |= self.is_at_end();
                return None;
            }
            self.at += 1;
        }
        match self.value() {
            Some(value) => Some((key, value)),
            // Cut off before its value, a member still says that it was there.
            None => self.is_at_end().then_some((key, Json::Null)),
        }
    }

    /// Passes over a list or an object whatever is in it.
    fn skip(&mut self) {
        let mut open = 0usize;
        while !self.is_at_end() {
            match self.peek() {
                b'"' => {
                    self.string();
                    continue;
                }
                b'{' | b'[' => open += 1,
                b'}' | b']' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return;
            }
        }
        self.is_cut = true;
    }

    /// What stands between quotes, as it is written.
    fn string(&mut self) -> &'a str {
        self.at += 1;
        let from = self.at;
        loop {
            let end = self.at;
            self.at += 1;
            match self.text.as_bytes().get(end) {
                Some(b'"') => return self.text.get(from..end).unwrap_or(""),
                // Whatever it escapes; of a longer character the rest follows by itself.
                Some(b'\\') => self.at += 1,
                Some(_) => {}
                None => {
                    self.is_cut = true;
                    self.at = self.text.len();
                    return self.text.get(from..).unwrap_or("");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, decoded, read};

    fn shown(value: &Json) -> String {
        match value {
            Json::Null => "null".into(),
            Json::Bool(flag) => flag.to_string(),
            Json::Number(number) => (*number).into(),
            Json::Text(text) => format!("{:?}", decoded(text)),
            Json::List(items) => {
                let item = |(_, value): &(_, Json)| shown(value);
                format!("[{}]", items.iter().map(item).collect::<Vec<_>>().join(","))
            }
            Json::Map(members) => {
                let member = |(key, value): &(_, Json)| format!("{key:?}:{}", shown(value));
                format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(","))
            }
        }
    }

    #[test]
    fn reads_json() {
        for (text, expected) in [
            (
                r#" {"a": [1, -2.5e3, "x", true, false, null], "b": {}} "#,
                r#"{"a":[1,-2.5e3,"x",true,false,null],"b":{}}"#,
            ),
            (r#""a\"b\\\/\n\u00e9\ud83d\ude00\ud83dx""#, "\"a\\\"b\\\\/\\né😀\u{fffd}x\""),
            (r#"{"a":1,"a":2}"#, r#"{"a":1,"a":2}"#),
            ("0", "0"),
        ] {
            let document = read(text).unwrap();
            assert_eq!(shown(&document.value), expected, "{text}");
            assert!(!document.is_cut && document.rest.is_empty(), "{text}");
        }
    }

    #[test]
    fn keeps_what_a_cut_text_said() {
        for (text, expected) in [
            (r#"{"a":"some te"#, r#"{"a":"some te"}"#),
            (r#"{"a":1,"b""#, r#"{"a":1}"#),
            (r#"{"a":"#, r#"{"a":null}"#),
            (r#"[{"a":"x"},{"b"#, r#"[{"a":"x"},{}]"#),
            (r#"[tr"#, "[null]"),
            (r#""\ud83d\u"#, "\"\u{fffd}\u{fffd}\""),
        ] {
            let document = read(text).unwrap();
            assert_eq!(shown(&document.value), expected, "{text}");
            assert!(document.is_cut, "{text}");
        }
    }

    #[test]
    fn reads_what_is_nearly_json_and_says_where_it_stopped() {
        let document = read(r#"{"a":[1,2,], errors: [{"b":"x"}],} tail"#).unwrap();
        assert_eq!(shown(&document.value), r#"{"a":[1,2],"errors":[{"b":"x"}]}"#);
        assert_eq!(document.rest, "tail");
        assert_eq!(read(r#"{"a":1 'x': 2}"#).unwrap().rest, "'x': 2}");
        for text in ["", "  ", "Not JSON", "<html>", "'a'", "undefined", "nullable"] {
            assert!(read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn passes_over_what_is_too_deep() {
        let text = format!("{{\"a\":{}1{},\"b\":2}}", "[".repeat(5000), "]".repeat(5000));
        let document = read(&text).unwrap();
        assert!(document.is_too_deep && !document.is_cut);
        assert_eq!(document.value.get("b").and_then(Json::whole), Some(2));
    }

    #[test]
    fn whole_numbers_come_in_three_writings() {
        for (text, expected) in [
            ("422", Some(422)),
            ("422.0", Some(422)),
            (r#""422""#, Some(422)),
            ("-1", None),
            ("1.5", None),
            ("1e3", None),
            (r#""x""#, None),
            ("true", None),
        ] {
            assert_eq!(read(text).unwrap().value.whole(), expected, "{text}");
        }
    }
}
