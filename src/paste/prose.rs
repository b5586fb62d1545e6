//! Lines that are no head: sentences, messages of errors, what loggers write.

use super::draft::{SURE, Side};
use super::lines::{Mode, Scanner};
use super::marks::{is_farewell, without_farewell};
use super::words;
use crate::text::{at_most, has};

impl Scanner<'_> {
    /// Takes what a line tells, or the line for a part of a body.
    pub(super) fn prose(&mut self, line: &str) {
        let heard = heard(line);
        if self.is_of_body(line, &heard) {
            if !self.body.is_empty() {
                self.body.push('\n');
            }
            self.body.push_str(without_farewell(line));
            if ends_with_answer(line) {
                self.ends_body();
                self.mode = Mode::Glued;
            }
            return;
        }
        self.hear(line, &heard);
        self.fields(line);
        if self.now.status.is_none() && self.now.failure.is_none() {
            self.now.failure = heard.failure;
        }
        self.now.in_browser |= words::is_of_page(line);
    }

    /// What follows a head or a command is a body, whatever it says.
    fn is_of_body(&self, line: &str, heard: &Heard) -> bool {
        let tells = heard.request.is_some()
            || heard.status.is_some_and(|(_, sure)| sure > 5)
            || heard.failure.is_some();
        match self.mode {
            Mode::After => !tells && heard.url.is_none() && self.now.body.is_none(),
            Mode::Body(side) => {
                let is_known = match side {
                    Side::Request => self.now.request_body.is_some(),
                    Side::Answer => self.now.body.is_some() || self.now.status.is_none(),
                };
                let is_next = tells && !self.body.is_empty() && !ends_with_answer(line);
                !is_known && !is_next && !is_farewell(line)
            }
            _ => false,
        }
    }

    /// Which request a line speaks of, and what became of it.
    fn hear(&mut self, line: &str, heard: &Heard) {
        if let Some((method, target)) = heard.request {
            let is_other = self.now.method != method || !self.now.url.ends_with(target);
            let code = heard.status.map(|(code, _)| code);
            if is_other || self.now.status.is_some() && code.is_some() && code != self.now.status {
                self.asks(method, target);
            }
        } else if let Some(url) = heard.url
            && (self.now.url.is_empty() || self.now.url.starts_with('/'))
        {
            self.now.found_url(url);
        } else if let Some(path) = words::path_in(line)
            && self.now.url.is_empty()
        {
            self.now.found_url(path);
        }
        // What a test wanted tells less than what it got.
        let is_summary = self.now.status.is_some() && has(line, "xpected");
        if let Some((code, sure)) = heard.status.filter(|_| !is_summary) {
            let is_other = self.now.sure >= 5 && sure >= 6 && self.now.status != Some(code);
            if is_other && self.now.sure < SURE {
                self.follow();
            }
            self.now.found_status(code, sure);
        }
    }

    /// `method=POST status=422 url=https://…`, as many loggers have it.
    fn fields(&mut self, line: &str) {
        for word in at_most(line, LONGEST_LINE).split_whitespace() {
            let Some((key, value)) = word.split_once('=') else { continue };
            let value = value.trim_matches(['"', '\'', ',']);
            match key.rsplit('.').next().unwrap_or(key).to_ascii_lowercase().as_str() {
                "method" | "http_method" | "verb"
                    if words::is_method(&value.to_ascii_uppercase()) =>
                {
                    self.now.found_method(value);
                }
                "path" | "uri" | "request_uri" if value.starts_with('/') => {
                    self.now.found_url(value)
                }
                "host" if self.now.url.starts_with('/') || self.now.url.is_empty() => {
                    self.now.found_base(&["https://", value].concat());
                }
                _ => {}
            }
        }
    }
}

/// Another answer that begins on the last line of a body.
fn ends_with_answer(line: &str) -> bool {
    line.len() > 10 && line.rfind("HTTP/").is_some_and(|at| at > 0 && at + 16 > line.len())
}

#[derive(Debug, Default)]
struct Heard<'a> {
    request: Option<(&'a str, &'a str)>,
    url: Option<&'a str>,
    status: Option<(u16, u8)>,
    failure: Option<crate::exchange::Failure>,
}

/// Of a line no more is looked at than a person would read.
const LONGEST_LINE: usize = 8_000;

fn heard(line: &str) -> Heard<'_> {
    let line = at_most(line, LONGEST_LINE);
    // Where a stack of calls stands in a file tells nothing.
    let trimmed = line.trim_start();
    let is_frame = trimmed.starts_with("at ")
        || trimmed.starts_with("File \"")
        || trimmed.starts_with("from /")
        || trimmed.starts_with('#') && trimmed.contains(".php(")
        || trimmed.starts_with("in /");
    if is_frame && !trimmed.contains("': ") {
        return Heard::default();
    }
    let url = words::likely_url_in(line);
    // Numbers in a URL are none of an answer.
    let without;
    let said = match url {
        Some((at, url)) => {
            without =
                [line.get(..at).unwrap_or(""), "\u{1}", line.get(at + url.len()..).unwrap_or("")]
                    .concat();
            &without
        }
        None => line,
    };
    Heard {
        request: words::request_in(line),
        url: url.map(|(_, url)| url),
        status: words::status_in(said),
        failure: words::failure_in(line),
    }
}
