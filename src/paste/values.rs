//! Values between the lines: JSON and its kin, which hold an exchange, a head or a body.

use super::draft::{Draft, Side};
use super::escapes::unescaped;
use super::lines::{Mode, Scanner};
use super::members::{self, Meaning};
use super::sentences;
use super::value::Value;
use super::value_reader::Reader;
use crate::route::{Api, api};
use crate::text::{Search, has, is_one_of};

impl Scanner<'_> {
    /// The first value on a line that is one, with where it begins and ends.
    pub(super) fn value_in(&mut self, at: usize, line: &str) -> Option<(usize, Value, usize)> {
        if self.depth > 0 && line.len() > 4000 {
            return None;
        }
        let mut from = 0;
        let opens = |byte: u8| matches!(byte, b'{' | b'[');
        while let Some(found) = line.get(from..)?.bytes().position(opens) {
            let place = from + found;
            let before = line.get(..place).unwrap_or("");
            let after = line.get(place + 1..).unwrap_or("");
            if begins_value(before, after, line.as_bytes().get(place) == Some(&b'[')) {
                let start = class_start(before);
                let start =
                    if line.get(start..place).is_some_and(str::is_empty) { place } else { start };
                if let Some((value, end)) = self.reader.nested_at(at + start)
                    && is_telling(&value)
                {
                    return Some((at + start, value, end));
                }
            }
            from = place + 1;
        }
        // PHP prints a map with its parenthesis on the next line, and exports it with one on the same.
        let named = line.trim() == "Array" || line.trim().ends_with(" Object");
        let follows = || {
            let rest = self.text.get(at + line.len()..).unwrap_or("");
            rest.trim_start().starts_with('(')
        };
        if line.trim() == "array (" || named && follows() {
            let indent = line.len() - line.trim_start().len();
            let (value, end) = self.reader.nested_at(at + indent)?;
            return Some((at + indent, value, end));
        }
        // `[` and `{` are there for what is quoted, too: `string(12) "{…"` is none.
        None
    }

    /// JSON in a text that a program quotes, once or several times: `"{\"status\":503, …"`. Where
    /// braces count as a secret, stars stand for them.
    pub(super) fn escaped(&mut self, line: &str) -> bool {
        let Some(at) = line.at("{\\").or_else(|| line.at("***\\")) else { return false };
        let Some((before, rest)) = line.split_at_checked(at) else { return false };
        let (before, mut plain) = match before.strip_suffix('[') {
            Some(before) => (before, ["[", rest].concat()),
            None => (before, ["{", rest.trim_start_matches(['{', '*'])].concat()),
        };
        for _ in 0..3 {
            if plain.trim_start_matches(['[', '{']).starts_with('\\') {
                plain = unescaped(&plain);
            }
        }
        let Some((value, _)) = Reader::new(&plain).nested_at(0).filter(|(it, _)| is_telling(it))
        else {
            return false;
        };
        self.line(before.trim_end());
        let mut source = String::new();
        value.write(&mut source);
        self.value(&value, &source, false);
        // Loggers write further members behind it.
        if let Some((_, behind)) = rest.parted("}\" ") {
            self.line(behind);
        }
        true
    }

    pub(super) fn value(&mut self, value: &Value, source: &str, is_last: bool) {
        // Errors within what Node inspects: `reason: Error: 403 Forbidden https://…`.
        if self.depth == 0
            && source.says("Error: ")
            && source.says("\n        at ")
            && status_of(value).is_none()
        {
            let before = self.now.is_answered();
            self.depth += 1;
            for line in source.lines().filter(|line| line.says("Error: ")) {
                self.prose(line);
            }
            self.depth -= 1;
            if !before && self.now.is_answered() {
                return;
            }
        }
        match members::meaning(value) {
            Meaning::Exchanges(drafts) => {
                self.ends_body();
                let several = drafts.len() > 1;
                for draft in drafts {
                    // What a server was asked itself, before it called BigCommerce.
                    let was_asked = !self.now.url.is_empty()
                        && api(&self.now.url) == Api::Unknown
                        && api(&draft.url) != Api::Unknown;
                    let is_other = draft.is_answered()
                        && (self.now.is_answered() && !self.is_same(&draft) || was_asked);
                    if several || is_other {
                        self.push();
                    }
                    self.now.merge(draft);
                }
                self.mode = Mode::Open;
            }
            Meaning::Head(side, head) => {
                self.ends_body();
                for (name, value) in head {
                    match side {
                        Side::Request => self.now.sends(&name, &value),
                        Side::Answer => self.now.receives(&name, &value),
                    }
                }
                self.mode = Mode::Open;
            }
            Meaning::Body => {
                let is_json = crate::json::read(source)
                    .is_some_and(|it| it.rest.trim().is_empty() && !it.is_cut);
                let is_cut = is_last && crate::json::read(source).is_some_and(|it| it.is_cut);
                let mut body = String::new();
                // What Python writes of B2B Edition's complaints, is read as the text that it is.
                if is_json || is_cut || source.says("ErrorDetail(") {
                    body.push_str(source);
                } else {
                    value.write(&mut body);
                }
                self.ends_body();
                let is_sent = is_event(value)
                    || self.mode == Mode::Body(Side::Request)
                    || self.mode != Mode::After
                        && !self.now.is_answered()
                        && self.now.asks()
                        && !says_failure(value);
                // Behind a request line alone, what speaks of a failure is the answer.
                let is_sent = is_sent
                    && !(says_failure(value) && status_of(value).is_some_and(|code| code >= 400))
                    && !is_answer_of_graphql(value);
                if is_sent && self.now.request_body.is_none() {
                    self.now.request_body = Some(body);
                } else {
                    // A person, or a log, shows the bodies of several answers, and no more of them.
                    let code = status_of(value);
                    let is_next = code.is_some_and(|code| code >= 400)
                        && self.now.sure == 2
                        && self.now.status.is_some_and(|code| code >= 400)
                        && self.now.body.as_ref().is_some_and(|known| *known != body);
                    if is_next {
                        self.follow();
                    }
                    let answers = of_graphql(value);
                    // Clients of GraphQL print an error by itself, or all in a list.
                    let inner = value.get("error").filter(|inner| is_error_of_graphql(inner));
                    let is_error = inner.is_some()
                        || (self.is_graphql || names(value, "locations|extensions"))
                            && names(value, "message");
                    match code {
                        Some(code) => self.now.found_status(code, 2),
                        None if answers.is_some() || is_error || is_done(value) => {
                            let said = value.get("message").and_then(Value::text);
                            let known = said.and_then(sentences::answer_of_text);
                            self.now.assume_status(known.map_or(200, |(code, _)| code), 2);
                        }
                        None => {}
                    }
                    if let Some(answer) = answers.filter(|_| !value.items().is_empty()) {
                        body.clear();
                        answer.write(&mut body);
                    } else if is_error && answers.is_none() {
                        if let Some(inner) = inner {
                            body.clear();
                            inner.write(&mut body);
                        }
                        body = ["{\"errors\":[", body.trim_matches(['[', ']']), "]}"].concat();
                        // It tells more than the sentence before it.
                        self.now.body = self.now.body.take().filter(|_| !self.now.is_assumed);
                    }
                    self.now.found_body(body);
                    self.mode = Mode::Open;
                }
            }
        }
    }

    pub(super) fn is_same(&self, draft: &Draft) -> bool {
        self.now.status == draft.status || self.now.status.is_none() || draft.status.is_none()
    }
}

/// An error of a program that is written as JSON, as programs print it.
pub(super) fn thrown(value: &Value) -> Option<String> {
    let name = value.get("name")?.text()?.strip_suffix("Error")?;
    let said = value.get("message")?.text()?;
    // With more than that it is a client's, which says what came of the request.
    let is_bare = value.members().iter().all(|(key, _)| is_one_of(key, "name|message|stack"));
    is_bare.then(|| [name, "Error: ", said].concat())
}

/// What a log notes beside a line that tells of no failure, and no answer.
pub(super) fn is_remark(before: &str, value: &Value) -> bool {
    let is_of_client =
        value.get("code").and_then(Value::text).is_some_and(|it| it.starts_with("ERR_"));
    let is_record =
        is_of_client || has_any(value, "level|severity|levelname") && has_any(value, "msg|message");
    if is_record && !has_any(value, "status|title") {
        return matches!(members::meaning(value), Meaning::Body);
    }
    has(before, "INFO|DEBUG|NOTICE")
        && !says_failure(value)
        && matches!(members::meaning(value), Meaning::Body)
}

/// What a body calls its own status.
pub(super) fn status_of(value: &Value) -> Option<u16> {
    let of = |value: &Value| {
        value.get("status").and_then(Value::text).and_then(|text| text.parse::<u16>().ok())
    };
    // B2B Edition has it as a code, beside what it says of the whole.
    let of_b2b = || value.get("meta").and(value.get("code"))?.text()?.parse().ok();
    // Batches have what became of their items inside.
    let of_batch = || of(value.get("errors").filter(|_| value.get("meta").is_some())?);
    let first = || value.items().first().and_then(of);
    let code = of(value).or_else(first).or_else(of_b2b).or_else(of_batch)?;
    (100..=599).contains(&code).then_some(code)
}

/// What V3 answers with where nothing went wrong.
fn is_done(value: &Value) -> bool {
    let is_part = |(key, inner): &(String, Value)| {
        is_one_of(key, "data|meta") && (key != "data" || inner.is_nested())
    };
    value.get("data").is_some() && value.members().iter().all(is_part)
}

/// What BigCommerce sends to a webhook, or to a provider of taxes or shipping.
fn is_event(value: &Value) -> bool {
    let has = |name| value.get(name).is_some();
    has("producer") && has("scope") || has("documents") && has("customer") || has("base_options")
}

/// The answer of GraphQL that a value is, or of several at once the first. It comes
/// with 200 whatever went wrong within a query.
fn of_graphql(value: &Value) -> Option<&Value> {
    let answer = value.items().first().unwrap_or(value);
    let error = answer.get("errors")?.items().first()?;
    let has = |names: &str| has_any(error, names);
    let is_whole = answer.members().iter().all(|(key, _)| is_one_of(key, "data|errors|extensions"));
    let is_own = is_whole && !has("status|title|field|code|type") || has("locations");
    (is_own && has("message")).then_some(answer)
}

/// No request has errors with a message, nor data beside them.
pub(super) fn is_answer_of_graphql(value: &Value) -> bool {
    of_graphql(value).is_some() || value.get("error").is_some_and(is_error_of_graphql)
}

/// An error that says where in the query it belongs.
fn is_error_of_graphql(value: &Value) -> bool {
    names(value, "locations|extensions|path") && names(value, "message")
}

fn says_failure(value: &Value) -> bool {
    names(value, "title|errors|error|detail|message") || status_of(value).is_some()
}

/// Whether a value, or the first of a list, has a member of one of these names.
fn names(value: &Value, names: &str) -> bool {
    has_any(value.items().first().unwrap_or(value), names)
}

fn has_any(map: &Value, names: &str) -> bool {
    map.members().iter().any(|(key, _)| is_one_of(key, names))
}

/// Only what looks like one is read: a brace in a sentence, or in code, is none.
fn begins_value(before: &str, after: &str, is_list: bool) -> bool {
    let next = after.trim_start();
    let first = next.bytes().next();
    let last = before.trim_end().bytes().next_back();
    if last == Some(b'$')
        || before.ends_with('&')
        || before.ends_with('@')
            && !before.trim_end().ends_with("= @")
            && !before.trim_end().ends_with("Headers @")
    {
        return false;
    }
    if is_list {
        let is_own = before.trim().is_empty()
            || last.is_some_and(|byte| matches!(byte, b':' | b'=' | b' '))
            || before.ends_with(' ');
        return is_own && matches!(first, None | Some(b'{' | b'\n'))
            || before.trim().is_empty() && first == Some(b'"');
    }
    match first {
        None => true,
        Some(b'"' | b'\'' | b'[' | b'}') => true,
        Some(byte) if byte.is_ascii_alphabetic() || byte == b':' || byte == b'_' => {
            let word = next.len()
                - next
                    .trim_start_matches(|it: char| {
                        it.is_ascii_alphanumeric() || matches!(it, '_' | '-' | '$' | '.')
                    })
                    .len();
            let then = next.get(word..).unwrap_or("").trim_start();
            // `{ Error: the message`, as Node had it up to version 10.
            let is_error = next.get(..word).is_some_and(|name| name.ends_with("Error"));
            let said = then.trim_start_matches([':', ' ']);
            if is_error && !said.starts_with(['\'', '"', '{', '[']) {
                return false;
            }
            then.starts_with(':') || then.starts_with("=>")
        }
        _ => false,
    }
}

/// Where the name of the class begins that stands before a brace: `Object [AxiosHeaders] {`.
fn class_start(before: &str) -> usize {
    let trimmed = before.trim_end();
    if let Some(inner) = trimmed.strip_suffix(']')
        && let Some(at) = inner.rfind('[')
        && before.len() - trimmed.len() <= 1
        && inner.get(at + 1..).is_some_and(|said| said.says("Error: "))
    {
        return at;
    }
    before.len()
}

/// An empty pair of braces tells nothing.
fn is_telling(value: &Value) -> bool {
    !value.members().is_empty()
        || value.items().iter().any(|item| item.is_nested() || item.is_text())
}
