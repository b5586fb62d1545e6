//! Reads values as programs print them: see `value.rs`. They may be cut off anywhere.

use super::escapes::unescape;
use super::value::Value;
use crate::text::Search;

/// Nobody prints deeper by hand; what is in there is stepped over.
const DEEPEST: u32 = 48;

/// Reads values out of one text. All reading together takes no more steps than `left`, so that
/// braces without an end cost no more than the text is long.
pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
    left: usize,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str) -> Reader<'a> {
        Reader { text, at: 0, depth: 0, left: text.len().saturating_mul(4) + 1000 }
    }

    /// The map or list that begins at a place, and where it ends.
    pub fn nested_at(&mut self, at: usize) -> Option<(Value, usize)> {
        self.at = at;
        self.depth = 0;
        let value = self.value()?;
        value.is_nested().then_some((value, self.at))
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Goes on by so many bytes, to the next beginning of a character.
    fn step(&mut self, bytes: usize) {
        self.at = (self.at + bytes).min(self.text.len());
        while !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
        self.left = self.left.saturating_sub(bytes);
    }

    /// Goes on to the first byte that is none of these; it begins a character.
    fn skip(&mut self, is: impl Fn(u8) -> bool) {
        let bytes = self.text.as_bytes().get(self.at..).unwrap_or(b"");
        let length = bytes.iter().position(|byte| !is(*byte)).unwrap_or(bytes.len());
        self.at += length;
        self.left = self.left.saturating_sub(length);
        #[cfg(test)]
        crate::text::steps::add(length);
        self.step(0);
    }

    fn blanks(&mut self) {
        self.skip(|byte| byte.is_ascii_whitespace());
    }

    fn takes(&mut self, part: &str) -> bool {
        let is = self.rest().starts_with(part);
        if is {
            self.step(part.len());
        }
        is
    }

    fn until(&mut self, is_end: impl Fn(u8) -> bool) -> &'a str {
        let from = self.at;
        self.skip(|byte| !is_end(byte));
        self.text.get(from..self.at).unwrap_or("")
    }

    fn value(&mut self) -> Option<Value> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        self.blanks();
        match self.peek()? {
            b'{' => self.nested(b'{', b'}'),
            b'(' => self.nested(b'(', b')'),
            b'[' if self.is_bracketed_word() => self.bracketed(),
            // A list of texts, as Go prints it.
            b'[' if self.takes("[]string{") => {
                let texts = self.until(|byte| byte == b'}').trim_matches('"').into();
                self.step(1);
                Some(Value::List(vec![Value::Text(texts)]))
            }
            // … and as Nim does.
            b'@' if self.takes("@[") => {
                self.at -= 1;
                self.value()
            }
            b'[' => self.nested(b'[', b']'),
            quote @ (b'"' | b'\'' | b'`') => Some(Value::Text(self.texts(quote))),
            b'<' => self.angled(),
            byte if byte == b'-' || byte.is_ascii_digit() => Some(self.number()),
            // What Elixir prints of a map, or of a struct: `%{`, `%Name{`.
            b'%' => {
                self.skip(|byte| byte == b'%' || byte.is_ascii_whitespace());
                self.value()
            }
            // A name of Elixir's, or Ruby's.
            b':' => {
                self.step(1);
                Some(Value::Text(self.until(|byte| !is_word(byte)).into()))
            }
            b'#' => {
                Some(Value::Word(self.until(|byte| matches!(byte, b',' | b'\n' | b'}')).into()))
            }
            _ => self.word(),
        }
    }

    /// `[Function: a]`, `[Object: null prototype] {`, `[Circular *1]`.
    fn is_bracketed_word(&self) -> bool {
        let inner = self.rest().get(1..).unwrap_or("");
        let word = inner.len()
            - inner.trim_start_matches(|it: char| it.is_ascii_alphanumeric() || it == '_').len();
        let (first, then) = (inner.bytes().next(), inner.as_bytes().get(word));
        let ends = matches!(then, Some(b':' | b']' | b' ' | b'('));
        first.is_some_and(|byte| byte.is_ascii_uppercase()) && word > 2 && ends
    }

    fn bracketed(&mut self) -> Option<Value> {
        let from = self.at + 1;
        let mut open = 0u32;
        while let Some(byte) = self.peek() {
            open += u32::from(byte == b'[');
            self.step(1);
            if byte == b']' {
                open -= 1;
                if open == 0 {
                    break;
                }
            }
        }
        let inner = self.text.get(from..self.at.saturating_sub(1)).unwrap_or("");
        self.skip(|byte| byte == b' ');
        if self.peek() != Some(b'{') {
            return Some(Value::Word(inner.into()));
        }
        let mut value = self.nested(b'{', b'}')?;
        if let (Value::Map(members), Some((name, said))) = (&mut value, inner.parted(": "))
            && name.ends_with("Error")
        {
            members.push(("message".into(), Value::Text(said.into())));
        }
        Some(value)
    }

    /// `<ref *1> Class {`, or what Python says of an object.
    fn angled(&mut self) -> Option<Value> {
        let said = self.until(|byte| byte == b'>' || byte == b'\n');
        self.step(1);
        if said.starts_with("<ref ") {
            return self.value();
        }
        Some(Value::Word(said.into()))
    }

    fn number(&mut self) -> Value {
        let said = self.until(|byte| {
            !(byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'+' | b'_'))
        });
        let is_number = said.parse::<i64>().is_ok()
            || said.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        if is_number && said.len() < 40 && said != "-" {
            Value::Number(said.into())
        } else {
            Value::Word(said.into())
        }
    }

    /// A word, or what a class or a type stands before: `Headers {`, `array(2) {`, `int(422)`,
    /// `b'…'`, `Array (`.
    fn word(&mut self) -> Option<Value> {
        let from = self.at;
        let word = self.until(|byte| !is_word(byte));
        if let (1, Some(quote @ (b'"' | b'\''))) = (word.len(), self.peek()) {
            return Some(Value::Text(self.texts(quote)));
        }
        if matches!(word, "http" | "https") && self.rest().starts_with("://") {
            self.at = from;
            let url = self.until(|byte| byte.is_ascii_whitespace() || byte == b'}');
            return Some(Value::Text(url.trim_end_matches(',').into()));
        }
        if word.is_empty() {
            // Something of which nothing is known.
            let said = self.until(|byte| matches!(byte, b',' | b'\n' | b'}' | b']' | b')'));
            if said.is_empty() {
                self.step(1);
            }
            return Some(Value::Word(said.trim().into()));
        }
        if self.peek() == Some(b'(') {
            let after = self.at;
            self.step(1);
            if word == "JSON.stringify" {
                return self.stringified(after);
            }
            let inner = self.until(|byte| matches!(byte, b')' | b'\n' | b'('));
            if self.peek() == Some(b')') {
                self.step(1);
                if word == "int" || word == "float" {
                    return Some(Value::Number(inner.into()));
                }
                self.skip(|byte| byte == b' ');
                match self.peek() {
                    Some(b'{') => return self.nested(b'{', b'}'),
                    Some(b'[') => return self.nested(b'[', b']'),
                    Some(b'"') if word == "string" => return Some(self.counted(inner)),
                    _ => return Some(Value::Word(inner.into())),
                }
            }
            self.at = after;
        }
        let end = self.at;
        self.skip(|byte| byte == b' ');
        if self.rest().starts_with("[Object: null prototype]")
            || self.rest().starts_with("[") && self.class_follows()
        {
            self.until(|byte| byte == b']');
            self.step(1);
            self.skip(|byte| byte == b' ');
        }
        if self.peek() == Some(b'{') {
            return self.nested(b'{', b'}');
        }
        // As var_export has it.
        if word == "array" && self.peek() == Some(b'(') && self.depth < DEEPEST {
            self.depth += 1;
            self.step(1);
            let map = self.map(b')');
            self.depth -= 1;
            return map;
        }
        // As print_r has it, on the next line.
        if word == "Array" || self.takes("Object") {
            self.blanks();
            if self.peek() == Some(b'(') {
                return self.printed();
            }
        }
        self.at = end;
        self.until(|byte| matches!(byte, b',' | b'\n' | b'}' | b']' | b')' | b';'));
        Some(Value::Word(self.text.get(from..self.at).unwrap_or("").trim().into()))
    }

    /// `JSON.stringify({ a: b })` is the text of what it is given.
    fn stringified(&mut self, from: usize) -> Option<Value> {
        let value = self.value();
        if value.is_none() {
            self.at = from;
            self.pass_over(b'(', b')');
            return Some(Value::Word(String::new()));
        }
        self.until(|byte| matches!(byte, b')' | b'\n'));
        self.step(1);
        value
    }

    /// `Object [AxiosHeaders] {`
    fn class_follows(&self) -> bool {
        let rest = self.rest();
        rest.find(']')
            .is_some_and(|at| at < 60 && rest.get(at + 1..).unwrap_or("").starts_with(" {"))
    }

    /// A text of which `var_dump` says how long it is.
    fn counted(&mut self, length: &str) -> Value {
        self.step(1);
        let length = length.parse::<usize>().unwrap_or(0);
        let from = self.at;
        if let Some(text) = self.text.get(from..from.saturating_add(length)) {
            self.step(length + 1);
            return Value::Text(text.into());
        }
        let text = self.rest();
        self.at = self.text.len();
        Value::Text(text.into())
    }

    /// `( [a] => b … )`
    fn printed(&mut self) -> Option<Value> {
        self.depth += 1;
        self.step(1);
        let mut members = Vec::new();
        loop {
            self.blanks();
            match self.peek() {
                None => break,
                Some(b')') => {
                    self.step(1);
                    break;
                }
                Some(b'[') if self.depth < DEEPEST => {
                    self.step(1);
                    let key = self.until(|byte| byte == b']' || byte == b'\n');
                    self.step(1);
                    self.blanks();
                    if !self.takes("=>") {
                        break;
                    }
                    self.skip(|byte| byte == b' ');
                    let line = self.rest();
                    let line = line.get(..line.find('\n').unwrap_or(line.len())).unwrap_or("");
                    let nests = line.trim_end() == "Array" || line.trim_end().ends_with(" Object");
                    let value = if nests {
                        self.step(line.len());
                        self.blanks();
                        if self.peek() == Some(b'(') {
                            self.printed()?
                        } else {
                            Value::Word(line.into())
                        }
                    } else {
                        self.step(line.len());
                        Value::Text(line.trim_end().into())
                    };
                    members.push((key.split(':').next().unwrap_or(key).into(), value));
                }
                _ => {
                    self.until(|byte| byte == b'\n');
                }
            }
        }
        self.depth -= 1;
        Some(as_list(members))
    }

    fn nested(&mut self, open: u8, close: u8) -> Option<Value> {
        if self.depth >= DEEPEST {
            self.pass_over(open, close);
            return Some(Value::Word(String::new()));
        }
        self.depth += 1;
        self.step(1);
        let value = if open == b'{' { self.map(close) } else { Some(self.list(close)) };
        self.depth -= 1;
        value
    }

    fn pass_over(&mut self, open: u8, close: u8) {
        let mut depth = 0u64;
        while let Some(byte) = self.peek() {
            self.step(1);
            depth += u64::from(byte == open);
            if byte == close {
                depth -= 1;
                if depth == 0 {
                    return;
                }
            }
        }
    }

    fn list(&mut self, close: u8) -> Value {
        let mut items = Vec::new();
        loop {
            self.skip(|byte| byte.is_ascii_whitespace() || byte == b',');
            match self.peek() {
                None => break,
                Some(byte) if byte == close => {
                    self.step(1);
                    break;
                }
                _ => match self.value() {
                    Some(value) => items.push(value),
                    None => break,
                },
            }
        }
        Value::List(items)
    }

    fn map(&mut self, close: u8) -> Option<Value> {
        let mut members: Vec<(String, Value)> = Vec::new();
        loop {
            self.skip(|byte| byte.is_ascii_whitespace() || matches!(byte, b',' | b';'));
            match self.peek() {
                None => break,
                Some(byte) if byte == close => {
                    self.step(1);
                    break;
                }
                // What people leave out where they show it: `{ /* … */ }`.
                Some(b'/') if self.takes("/*") => {
                    self.until(|byte| byte == b'/' || byte == b'\n');
                    self.step(1);
                    continue;
                }
                _ => {}
            }
            if self.left == 0 {
                return None;
            }
            match self.member() {
                Some(member) => members.push(member),
                // What begins like this is no map at all.
                None if members.is_empty() => return None,
                None => {
                    let said = self.until(|byte| matches!(byte, b',' | b'\n') || byte == close);
                    if said.is_empty() && self.peek() != Some(close) {
                        self.step(1);
                    }
                }
            }
        }
        Some(as_list(members))
    }

    fn member(&mut self) -> Option<(String, Value)> {
        let is_quoted = matches!(self.peek(), Some(b'"' | b'\''));
        let key = match self.peek()? {
            quote @ (b'"' | b'\'') => self.quoted(quote),
            b'[' => {
                self.step(1);
                let inner = self.until(|byte| byte == b']' || byte == b'\n');
                self.step(1);
                inner.trim_matches(['"', '\'']).into()
            }
            _ => {
                self.skip(|byte| byte == b':');
                let key = self.until(|byte| !is_word(byte) && byte != b'-');
                key.to_string()
            }
        };
        // JSON may name a member nothing, as V3 does a complaint of the whole body.
        if key.is_empty() && !is_quoted {
            return None;
        }
        self.skip(|byte| byte == b' ');
        let separated = self.takes("=>") || self.takes(":") || self.takes("=");
        if !separated {
            return None;
        }
        let value = self.value()?;
        // What a value is followed by ends with its line.
        self.skip(|byte| byte == b' ');
        if !matches!(self.peek(), None | Some(b',' | b';' | b'\n' | b'\r' | b'}' | b']' | b')')) {
            let is_new = matches!(self.peek(), Some(b'"' | b'['));
            if !is_new {
                self.until(|byte| matches!(byte, b',' | b'\n' | b'}'));
            }
        }
        Some((key, value))
    }

    /// Texts that Node has broken in several.
    fn texts(&mut self, quote: u8) -> String {
        let mut text = self.quoted(quote);
        loop {
            let before = self.at;
            self.blanks();
            if !self.takes("+") {
                self.at = before;
                return text;
            }
            self.blanks();
            match self.peek() {
                Some(quote @ (b'"' | b'\'' | b'`')) => text.push_str(&self.quoted(quote)),
                _ => {
                    self.at = before;
                    return text;
                }
            }
        }
    }

    fn quoted(&mut self, quote: u8) -> String {
        self.step(1);
        let mut text = String::new();
        loop {
            text.push_str(self.until(|byte| byte == quote || byte == b'\\'));
            match self.peek() {
                Some(b'\\') => {
                    self.step(1);
                    let taken = unescape(self.rest(), &mut text);
                    self.step(taken);
                }
                Some(_) => {
                    self.step(1);
                    return text;
                }
                None => return text,
            }
        }
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'_' | b'$' | b'.' | b'\\' | b'*' | b'@')
        || byte >= 0x80
}

/// PHP numbers what a list holds.
fn as_list(members: Vec<(String, Value)>) -> Value {
    let is_list = !members.is_empty()
        && members.iter().enumerate().all(|(at, (key, _))| key.parse() == Ok(at));
    if is_list {
        Value::List(members.into_iter().map(|(_, value)| value).collect())
    } else {
        Value::Map(members)
    }
}
