//! Lines: heads of requests and answers in any notation, prose, and what stands between them.

use super::draft::{Draft, Side};
use super::marks::{header, without_marks};
use super::value_reader::Reader;
use super::{lost, sentences, urls, values, words};
use crate::text::{Search, at_most, has, same_name};

/// Reads a text from its beginning to its end, and puts together what it tells.
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    drafts: Vec<Draft>,
    pub(super) now: Draft,
    pub(super) mode: Mode,
    /// The body, as far as it has come.
    pub(super) body: String,
    pub(super) reader: Reader<'a>,
    pub(super) depth: u32,
    /// A quotation behind a status that the end of its line has broken off.
    pub(super) open: Option<String>,
    /// The next line is one of a program.
    is_frame: bool,
    /// What stands before a value calls it errors of GraphQL.
    pub(super) is_graphql: bool,
}

/// Of a page that begins within a line, and may go on in others.
const LONGEST_PAGE: usize = 64 * 1024;

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

/// A line of a program, behind its number, as ava shows it: `  4:   t.is(…)`.
pub(super) fn is_numbered(line: &str) -> bool {
    let line = line.trim_start();
    let rest = line.trim_start_matches(|it: char| it.is_ascii_digit());
    rest.len() < line.len() && rest.starts_with(":   ")
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
            open: None,
            is_frame: false,
            is_graphql: false,
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
            let document = self.markup(rest).or_else(|| self.markup_within(line, rest));
            if let Some(length) = document.or_else(|| self.command(line, rest)) {
                at += length;
                continue;
            }
            // What Python and runners of tests show of a program is no value.
            let is_source = self.is_frame && line.starts_with("    ") || is_numbered(line);
            self.is_frame = line.starts_with("  File \"");
            match if is_source { None } else { self.value_in(at, line) } {
                Some((start, value, end)) => {
                    let before = self.text.get(at..start).unwrap_or("");
                    self.line(before.trim_end());
                    let source = self.text.get(start..end).unwrap_or("");
                    self.is_graphql = has(before, "raphQL error|TransportQueryError");
                    if let Some(thrown) = values::thrown(&value) {
                        self.line(&thrown);
                    } else if !values::is_remark(before, &value) {
                        self.value(&value, source, end >= self.text.len());
                    }
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
        // What Node tells of a program that it ran.
        let front = line.at("Command failed: ").map_or(0, |at| at + 16);
        let (draft, length) = super::command::read(rest.get(front..)?)?;
        let length = front + length;
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
        if !kinds.into_iter().any(begins) || has(at_most(text, 400), "<testsuite|<robot") {
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
        // How browsers show JSON.
        let shown = document.parted("<pre").and_then(|(_, rest)| rest.parted(">"));
        if let Some((json, _)) = shown.and_then(|(_, rest)| rest.parted("</pre>"))
            && let Some((value, _)) =
                json.starts_with('{').then(|| Reader::new(json).nested_at(0)).flatten()
        {
            self.value(&value, json, false);
            return Some(indent + end);
        }
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
            } else if title.is_some_and(|title| has(title, "aintenance")) {
                self.now.assume_status(503, 2);
            }
            self.found_body(document.into());
        }
        self.mode = Mode::Open;
        Some(indent + end)
    }

    /// A page behind what a client says of it: `Not JSON, but: <!DOCTYPE html>…`
    fn markup_within(&mut self, line: &str, rest: &str) -> Option<usize> {
        let start = line.at("<").filter(|start| *start > 0)?;
        let (front, page) = (line.get(..start)?, line.get(start..)?);
        let begins = |tag: &str| page.get(..tag.len()).is_some_and(|it| same_name(it, tag));
        let is_page = begins("<!doctype html") || begins("<html");
        let named = front.trim_end().trim_end_matches(['"', '\'']).trim_end();
        if !is_page || !named.ends_with([':', '=']) || front.says("{") {
            return None;
        }
        self.line(front);
        let whole = rest.get(start..).filter(|page| has(at_most(page, LONGEST_PAGE), "</html>"));
        Some(start + self.markup(whole.unwrap_or(page))?)
    }

    fn found_body(&mut self, body: String) {
        if self.mode == Mode::Body(Side::Request) {
            self.now.request_body.get_or_insert(body);
        } else {
            self.now.body.get_or_insert(body);
        }
    }

    pub(super) fn line(&mut self, line: &str) {
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
        // Perl shows what was sent, and leaves the version out of what came.
        if self.mode == Mode::Body(Side::Request)
            && words::is_status_line(trimmed)
            && self.starts_answer(&["HTTP/1.1 ", trimmed].concat())
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

    pub(super) fn blank(&mut self) {
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
        if let Some((_, url)) = urls::url_in(line)
            && has(line, "OPENED stream for|Issue another request to this URL|Switched from")
        {
            self.now.found_url(url);
        }
        if !self.now.is_answered() && !has(line, "old SSL|left intact|Closing connection|verify") {
            self.now.lose(lost::failure_in(line));
        }
    }

    pub(super) fn ends_body(&mut self) {
        let body = std::mem::take(&mut self.body);
        let body = body.trim();
        if body.is_empty() {
            return;
        }
        self.found_body(body.into());
    }
}
