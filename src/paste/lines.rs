//! Lines: heads of requests and answers in any notation, prose, and what stands between them.

use super::draft::{Draft, SURE, Side, side_of};
use super::marks::{header, without_marks};
use super::members::{self, Meaning};
use super::sentences;
use super::value::Value;
use super::value_reader::{Reader, unescape};
use super::words;
use crate::text::{Search, at_most, has, is_one_of, same_name};

/// Reads a text from its beginning to its end, and puts together what it tells.
pub(super) struct Scanner<'a> {
    text: &'a str,
    drafts: Vec<Draft>,
    pub(super) now: Draft,
    pub(super) mode: Mode,
    /// The body, as far as it has come.
    pub(super) body: String,
    reader: Reader<'a>,
    depth: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mode {
    /// Anything may come.
    Open,
    Head(Side),
    /// Behind a head.
    Body(Side),
    /// Behind a command: what comes without a head is a body.
    After,
    /// In an answer that begins on the last line of another's body.
    Glued,
}

/// What the head of a request or an answer tells, written as it was sent.
pub(super) fn of_head(text: &str) -> Draft {
    let mut scanner = Scanner::new(text);
    for line in text.lines() {
        scanner.line(line.trim_end());
    }
    scanner.all().pop().unwrap_or_default()
}

/// What a sentence, or several, tell.
pub(super) fn of_prose(text: &str) -> Draft {
    let text = at_most(text, 20_000);
    let (mut all, _) = Scanner::new(text).within().scan();
    let at = super::chosen(&all);
    if at < all.len() { all.swap_remove(at) } else { Draft::default() }
}

impl<'a> Scanner<'a> {
    pub fn new(text: &'a str) -> Scanner<'a> {
        Scanner {
            text,
            drafts: Vec::new(),
            now: Draft::default(),
            mode: Mode::Open,
            body: String::new(),
            reader: Reader::new(text),
            depth: 0,
        }
    }

    /// … which is a member of a value, whose own values are not looked into again.
    fn within(self) -> Scanner<'a> {
        Scanner { depth: 1, ..self }
    }

    /// The exchanges, and whether the text ended where one does: not within a body or a value.
    pub fn scan(mut self) -> (Vec<Draft>, bool) {
        let mut is_whole = true;
        let mut at = 0;
        while at < self.text.len() {
            let rest = self.text.get(at..).unwrap_or("");
            let line = rest.get(..rest.find('\n').unwrap_or(rest.len())).unwrap_or("");
            if let Some(length) = self.markup(rest).or_else(|| self.command(line, rest)) {
                at += length;
                continue;
            }
            match self.value_in(at, line) {
                Some((start, value, end)) => {
                    self.line(self.text.get(at..start).unwrap_or("").trim_end());
                    let source = self.text.get(start..end).unwrap_or("");
                    self.value(&value, source, end >= self.text.len());
                    at = end;
                    is_whole = end < self.text.len();
                    // What stands behind it on its line is looked at by itself.
                    let behind = self.text.get(at..).unwrap_or("");
                    if behind.starts_with('\n') {
                        at += 1;
                    }
                }
                None => {
                    if !self.escaped(line) {
                        self.line(line.trim_end());
                    }
                    at += line.len() + 1;
                }
            }
        }
        is_whole &= !matches!(self.mode, Mode::Body(_) | Mode::After) || self.body.is_empty();
        (self.all(), is_whole)
    }

    fn all(mut self) -> Vec<Draft> {
        self.ends_body();
        self.push();
        // What came of a request may stand before it, as in an error with its log behind.
        let mut drafts: Vec<Draft> = Vec::new();
        for draft in self.drafts {
            match drafts.last_mut() {
                Some(last) if last.is_part_of(&draft) => last.merge(draft),
                _ => drafts.push(draft),
            }
        }
        drafts
    }

    pub(super) fn push(&mut self) {
        let mut draft = std::mem::take(&mut self.now);
        if let Some((code, _)) = draft.body.as_deref().and_then(sentences::answer_of_text) {
            draft.assume_status(code, 1);
        }
        if !draft.is_empty() {
            self.drafts.push(draft);
        }
    }

    /// A command that sends a request. Of several it is the last that counts.
    fn command(&mut self, line: &str, rest: &str) -> Option<usize> {
        const NAMES: &str = "curl|http|xh|wget|Invoke-|irm |iwr |fetch";
        if self.depth > 0 || line.len() > 100_000 || !has(at_most(line, 400), NAMES) {
            return None;
        }
        // A page that an answer holds may show a command; what somebody typed has an answer of its
        // own, or a prompt.
        if self.mode == Mode::Body(Side::Answer)
            && line.starts_with("curl ")
            && !has(at_most(rest, line.len() + 1000), "HTTP/|curl: (")
        {
            return None;
        }
        let (draft, length) = super::command::read(rest)?;
        self.ends_body();
        self.push();
        self.now = draft;
        self.mode = Mode::After;
        Some(length)
    }

    /// A document of HTML or XML at the beginning of a line, up to where it ends.
    fn markup(&mut self, rest: &str) -> Option<usize> {
        let text = rest.trim_start_matches([' ', '\t']);
        let indent = rest.len() - text.len();
        let begins = |front: &str| text.get(..front.len()).is_some_and(|it| same_name(it, front));
        let kinds = ["<!doctype", "<html", "<?xml", "<errors", "<error", "<head>", "<body"];
        // Results of tests are read as the lines they are.
        if !kinds.into_iter().any(begins) || has(at_most(text, 400), "<testsuite") {
            return None;
        }
        let is_html = begins("<!doctype") || begins("<html") || begins("<head>") || begins("<body");
        let end = if is_html {
            text.at("</html>").or_else(|| text.at("</HTML>")).map(|at| at + "</html>".len())
        } else {
            // Up to the end tag of the last element.
            text.last_at("</").and_then(|at| Some(at + text.get(at..)?.find('>')? + 1))
        };
        let end = end.or_else(|| text.at("\n\n")).unwrap_or(text.len());
        let document = text.get(..end)?;
        if self.mode != Mode::Body(Side::Request) {
            self.ends_body();
            // Servers name their status in the title.
            let title =
                document.at("<title>").and_then(|at| document.get(at + 7..)?.split('<').next());
            if let Some((code, _)) = title.and_then(words::status_in) {
                self.now.found_status(code, 2);
            } else if title
                .is_some_and(|title| has(title, "Cloudflare|Just a moment|Access Denied"))
            {
                self.now.assume_status(403, 2);
            }
            self.found_body(document.into());
        }
        self.mode = Mode::Open;
        Some(indent + end)
    }

    fn found_body(&mut self, body: String) {
        if self.mode == Mode::Body(Side::Request) {
            self.now.request_body.get_or_insert(body);
        } else {
            self.now.body.get_or_insert(body);
        }
    }

    /// The first value on a line that is one, with where it begins and ends.
    fn value_in(&mut self, at: usize, line: &str) -> Option<(usize, Value, usize)> {
        if self.depth > 0 && line.len() > 4000 {
            return None;
        }
        let mut from = 0;
        while let Some(found) = line.get(from..)?.find(['{', '[']) {
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
        let named = line.trim() == "Array" || line.trim().ends_with(" Object");
        if named
            && self
                .text
                .get(at + line.len()..)
                .is_some_and(|rest| rest.trim_start().starts_with('('))
        {
            let indent = line.len() - line.trim_start().len();
            let (value, end) = self.reader.nested_at(at + indent)?;
            return Some((at + indent, value, end));
        }
        // `[` and `{` are there for what is quoted, too: `string(12) "{…"` is none.
        None
    }

    /// JSON in a text that a program quotes, once or several times: `"{\"status\":503, …"`. Where
    /// braces count as a secret, stars stand for them.
    fn escaped(&mut self, line: &str) -> bool {
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
        true
    }

    fn value(&mut self, value: &Value, source: &str, is_last: bool) {
        match members::meaning(value) {
            Meaning::Exchanges(drafts) => {
                self.ends_body();
                let several = drafts.len() > 1;
                for draft in drafts {
                    let is_other =
                        self.now.is_answered() && draft.is_answered() && !self.is_same(&draft);
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
                    && !(says_failure(value) && status_of(value).is_some_and(|code| code >= 400));
                if is_sent && self.now.request_body.is_none() {
                    self.now.request_body = Some(body);
                } else {
                    let answers = of_graphql(value);
                    match status_of(value) {
                        Some(code) => self.now.found_status(code, 2),
                        None if answers.is_some() => self.now.assume_status(200, 2),
                        None => {}
                    }
                    if let Some(answer) = answers.filter(|_| !value.items().is_empty()) {
                        body.clear();
                        answer.write(&mut body);
                    }
                    self.now.body.get_or_insert(body);
                    self.mode = Mode::Open;
                }
            }
        }
    }

    fn is_same(&self, draft: &Draft) -> bool {
        self.now.status == draft.status || self.now.status.is_none() || draft.status.is_none()
    }

    fn line(&mut self, line: &str) {
        #[cfg(test)]
        crate::text::steps::add(line.len());
        if self.depth < 3 && self.quoted(line) {
            return;
        }
        let (line, remark) = without_marks(line.strip_suffix("\\r\\n").unwrap_or(line));
        if line.trim().is_empty() {
            return self.blank();
        }
        if remark {
            return self.remark(line);
        }
        let trimmed = line.trim_start();
        if self.starts_answer(trimmed) || self.starts_request(trimmed) {
            return;
        }
        if let Some((name, value)) = header(trimmed)
            && self.header(name, value)
        {
            return;
        }
        if let Mode::Head(side) = self.mode {
            // Some print a body right behind the head of an answer.
            self.mode = if side == Side::Answer { Mode::Body(side) } else { Mode::Open };
        }
        // The shortest that tells something is a status or a method.
        if trimmed.len() >= 3 || self.mode != Mode::Open {
            self.prose(line);
        }
    }

    fn blank(&mut self) {
        match self.mode {
            Mode::Head(side) => self.mode = Mode::Body(side),
            Mode::Body(_) if !self.body.is_empty() => self.body.push('\n'),
            _ => {}
        }
    }

    /// `* Connected to …`, as curl has it.
    fn remark(&mut self, line: &str) {
        if let Some(inner) = line.rsplit_once('[').and_then(|(_, inner)| inner.strip_suffix(']'))
            && has(line, "h2|h3|[HTTP/2]|[HTTP/3]")
            && let Some((name, value)) = header(inner)
        {
            // It is sent once more behind an arrow, with all of its headers.
            if name.starts_with(':') {
                self.now.sends(name, value);
            }
            return;
        }
        if let Some((_, url)) = words::url_in(line)
            && has(line, "OPENED stream for|Issue another request to this URL|Switched from")
        {
            self.now.found_url(url);
        }
        if !self.now.is_answered() && !has(line, "old SSL|left intact|Closing connection|verify") {
            self.now.lose(words::failure_in(line));
        }
    }

    fn starts_answer(&mut self, line: &str) -> bool {
        let Some(rest) = line.strip_prefix("HTTP/") else { return false };
        let Some((version, rest)) = rest.split_once(' ') else { return false };
        let code = rest.trim_start().get(..3).and_then(|code| code.parse::<u16>().ok());
        let Some(code) = code.filter(|code| (100..=599).contains(code)) else { return false };
        if !version.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            return false;
        }
        self.ends_body();
        let is_next = self.now.status.is_some_and(|_| self.now.sure >= SURE);
        if is_next {
            self.follow();
        }
        self.now.lost = None;
        self.now.sure = 0;
        self.now.found_status(code, SURE);
        self.now.headers = Some(Vec::new());
        self.now.body = None;
        self.now.heads.1 = true;
        // Some clients say there of what it is the answer.
        if self.now.url.is_empty()
            && let Some((_, url)) = words::likely_url_in(line)
        {
            self.now.found_url(url);
        }
        self.mode = Mode::Head(Side::Answer);
        true
    }

    /// Another answer to the same request: after an interim one, a redirect, or a repeat.
    pub(super) fn follow(&mut self) {
        let Draft { method, url, base, request_headers, request_body, hops, source, heads, .. } =
            self.now.clone();
        let is_moved = self.now.status.is_some_and(|code| (300..400).contains(&code));
        let location =
            self.now.headers.iter().flatten().find(|(name, _)| same_name(name, "location"));
        let location = location.filter(|_| is_moved).map(|(_, value)| value.clone());
        self.push();
        let heads = (heads.0, false);
        self.now = Draft {
            method,
            url,
            base,
            request_headers,
            request_body,
            hops,
            source,
            heads,
            ..Draft::default()
        };
        if let Some(location) = location {
            if location.says("://") {
                self.now.url.clone_from(&location);
            } else if let Some(origin) = origin_of(&self.now.url)
                && location.starts_with('/')
            {
                self.now.url = [origin, &location].concat();
            }
            self.now.hops.push(location);
        }
    }

    fn starts_request(&mut self, line: &str) -> bool {
        let line = line.strip_prefix("→ ").or_else(|| line.strip_prefix("↑ ")).unwrap_or(line);
        let Some((method, rest)) = line.split_once(' ') else { return false };
        if !words::is_method(method) {
            return false;
        }
        let rest = rest.trim_start();
        let target = rest.split(' ').next().unwrap_or("");
        let is_url = target.starts_with("https://") || target.starts_with("http://");
        let behind = rest.get(target.len()..).unwrap_or("").trim();
        let has_version = behind.starts_with("HTTP/") || is_one_of(behind, "h2|h3|http/1.1");
        if !is_url && !target.starts_with('/') || !(behind.is_empty() || has_version || is_url) {
            return false;
        }
        if !behind.is_empty() && !has_version {
            // A console, or a runner of tests: `GET https://… 401 (Unauthorized)`
            return false;
        }
        self.asks(method, target);
        self.mode = Mode::Head(Side::Request);
        self.now.heads.0 = true;
        true
    }

    pub(super) fn asks(&mut self, method: &str, target: &str) {
        self.ends_body();
        let is_again = self.now.method == method
            && !self.now.is_answered()
            && (self.now.url.ends_with(target) || target.ends_with(&self.now.url));
        if !is_again && (self.now.is_answered() || !self.now.method.is_empty()) {
            let base = self.now.base.clone();
            self.push();
            if target.starts_with('/') {
                self.now.base = base;
            }
        }
        if self.now.method.is_empty() {
            self.now.method = method.to_ascii_uppercase();
        }
        if !is_again {
            self.now.url = String::new();
        }
        let root = if words::is_rootless(target) { "/" } else { "" };
        self.now.found_url(&[root, target].concat());
    }

    fn header(&mut self, name: &str, value: &str) -> bool {
        if name == ":status" {
            return self.starts_answer(&["HTTP/2 ", value].concat());
        }
        let side = match (self.mode, side_of(name)) {
            (Mode::Glued, _) => return true,
            (Mode::Head(side), _) => side,
            // Some name a status in words, and go on with what came along.
            (_, Some(Some(side))) => side,
            _ if is_one_of(name, ":method|:path|:authority|:scheme") => Side::Request,
            (_, Some(None)) => {
                if self.now.is_answered() {
                    Side::Answer
                } else {
                    Side::Request
                }
            }
            _ => return false,
        };
        if !matches!(self.mode, Mode::Head(_)) {
            self.ends_body();
        }
        let value = value.trim_matches('"');
        match side {
            Side::Request => self.now.sends(name, value),
            Side::Answer => self.now.receives(name, value),
        }
        self.mode = Mode::Head(side);
        true
    }

    pub(super) fn ends_body(&mut self) {
        let body = std::mem::take(&mut self.body);
        let body = body.trim();
        if body.is_empty() {
            return;
        }
        self.found_body(body.into());
    }

    /// A head in a text that a program quotes: `send: b'POST / HTTP/1.1\r\n…'`.
    fn quoted(&mut self, line: &str) -> bool {
        if !line.says("\\r\\n") {
            return false;
        }
        let Some(from) = line.find(['"', '\'']) else { return false };
        let quote = line.as_bytes().get(from).copied().unwrap_or(b'"') as char;
        let inner = line.get(from + 1..).unwrap_or("");
        let inner = inner.rsplit_once(quote).map_or(inner, |(inner, _)| inner);
        let front = inner.trim_start();
        let is_head = front.starts_with("HTTP/")
            || header(front).is_some()
            || front.starts_with("\\r\\n")
            || front.split(' ').next().is_some_and(words::is_method);
        if !is_head {
            return false;
        }
        let plain = unescaped(inner);
        self.depth += 3;
        let ends = plain.ends_with("\r\n\r\n") || plain == "\r\n";
        for line in plain.trim_end().lines() {
            self.line(line.trim_end());
        }
        if ends {
            self.blank();
        }
        self.depth -= 3;
        true
    }
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(rest.get(..at).unwrap_or(""));
        rest = rest.get(at + 1..).unwrap_or("");
        let taken = unescape(rest, &mut plain);
        rest = rest.get(taken..).unwrap_or("");
    }
    plain.push_str(rest);
    plain
}

/// `https://host` of a URL.
fn origin_of(url: &str) -> Option<&str> {
    let host = url.at("://")? + 3;
    let end = url.get(host..)?.find('/').map_or(url.len(), |at| host + at);
    url.get(..end)
}

/// What a body calls its own status.
fn status_of(value: &Value) -> Option<u16> {
    let of = |value: &Value| {
        value.get("status").and_then(Value::text).and_then(|text| text.parse::<u16>().ok())
    };
    // B2B Edition has it as a code, beside what it says of the whole.
    let of_b2b = || value.get("meta").and(value.get("code"))?.text()?.parse().ok();
    let code = of(value).or_else(|| value.items().first().and_then(of)).or_else(of_b2b)?;
    (100..=599).contains(&code).then_some(code)
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
    let has = |names: &str| error.members().iter().any(|(key, _)| is_one_of(key, names));
    let is_whole = answer.members().iter().all(|(key, _)| is_one_of(key, "data|errors|extensions"));
    let is_own = is_whole && !has("status|title|field|code|type") || has("locations");
    (is_own && has("message")).then_some(answer)
}

fn says_failure(value: &Value) -> bool {
    let one = value.items().first().unwrap_or(value);
    one.members().iter().any(|(key, _)| is_one_of(key, "title|errors|error|detail|message"))
        || status_of(value).is_some()
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
