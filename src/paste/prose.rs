//! Lines that are no head: sentences, messages of errors, what loggers write.

use super::draft::{SURE, Side, side_of};
use super::lines::{Mode, Scanner};
use super::lost::Lost;
use super::marks::{is_farewell, without_farewell};
use super::value::Value;
use super::{lost, names, sentences, urls, words};
use crate::headers::name;
use crate::text::{Search, at_most, has, is_one_of, same_name};

const METHOD: &str = "http.request.method|method|http method|request method|request.method|verb";

impl Scanner<'_> {
    /// Takes what a line tells, or the line for a part of a body.
    pub(super) fn prose(&mut self, line: &str) {
        let heard = heard(line);
        if let Some(begun) = self.open.take()
            && self.now.said.is_none()
        {
            self.now.said = sentences::ended(&begun, line);
        }
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
        self.now.reads_nothing |= sentences::is_of_nothing(at_most(line, LONGEST_LINE));
        let label = line.parted(": ").or_else(|| line.parted("\t"));
        let label =
            label.filter(|(label, _)| is_one_of(label.trim().trim_end_matches(':'), METHOD));
        let method = label.map_or(line, |(_, method)| method).trim();
        if words::is_method(method)
            || label.is_some() && words::is_method(&method.to_ascii_uppercase())
        {
            self.now.found_method(method);
        }
        let known = at_most(line, LONGEST_LINE);
        // Among others: `{url: …, method: DELETE}`, `-Method Put`.
        let named = || words::behind(known, "ethod: ").or_else(|| words::behind(known, "-Method "));
        if self.now.method.is_empty()
            && let Some(rest) = named()
        {
            let end = rest.find(|it: char| !it.is_ascii_alphabetic()).unwrap_or(rest.len());
            let method = rest.get(..end).unwrap_or("").to_ascii_uppercase();
            self.now.found_method(if words::is_method(&method) { &method } else { "" });
        }
        if self.now.method.is_empty()
            && let Some(method) = super::calls::method_in(known)
        {
            self.now.guess_method(method);
        }
        if self.now.url.is_empty()
            && let Some(call) = sentences::call_of(known)
        {
            self.now.calls(call);
        }
        let whole = || sentences::answer_of_text(line.trim());
        if self.now.body.is_none()
            && let Some((code, body)) = sentences::quotations(known)
                .into_iter()
                .find_map(sentences::answer_of_text)
                .or_else(whole)
        {
            self.now.assume_status(code, 3);
            self.now.body = Some(body);
        } else if self.now.said.is_none() && self.now.is_assumed && sentences::is_sentence(known) {
            // Behind what a tool calls its failure, it says why.
            self.now.said = Some(known.trim().into());
        } else if self.now.said.is_none()
            && let Some((code, _)) = heard.status
        {
            let said = sentences::behind_status(known, code);
            let said = said.or_else(|| sentences::quoted_behind(known, code));
            let said = said.or_else(|| sentences::paired(known, code));
            self.now.said = said.or_else(|| sentences::of_check(known, code)).map(Into::into);
            if self.now.said.is_none() {
                self.open = sentences::begun_behind(known, code).map(Into::into);
            }
        } else if self.now.said.is_none() && self.now.status.is_some_and(|code| code >= 400) {
            self.now.said = sentences::titled(known).map(Into::into);
        }
        if heard.url.is_some()
            && let Some(method) = words::method_behind(line)
        {
            self.now.guess_method(method);
        }
        if let Some(lost) = heard.lost {
            self.loses(line, lost);
        }
        self.fields(line);
        if self.now.status.is_none() {
            self.now.lose(heard.lost);
        }
        self.now.in_browser |= lost::is_of_page(line, heard.lost.is_some());
    }

    /// What a line tells besides that says why no answer came.
    fn loses(&mut self, line: &str, lost: Lost) {
        if let Some(origin) = lost::origin_in(line).filter(|_| self.now.request_headers.is_none()) {
            self.now.sends("Origin", origin.trim_end_matches('/'));
        }
        if self.now.url.is_empty()
            && let Some(url) = lost::no_url_in(line)
        {
            self.now.found_url(url);
        }
        if self.now.url.is_empty()
            && lost.unsent
            && let Some(host) = lost::misspelt_host_in(line)
        {
            self.now.found_base(&["https://", host].concat());
        }
        if lost::is_no_token(line) {
            self.now.sends(name::X_AUTH_TOKEN, "");
        }
        // As Go shows an error of its own.
        if let Some((_, rest)) = line.parted("Op:\"") {
            let method = rest.split('"').next().unwrap_or("").to_ascii_uppercase();
            self.now.found_method(if words::is_method(&method) { &method } else { "" });
        }
    }

    /// What follows a head or a command is a body, whatever it says.
    fn is_of_body(&self, line: &str, heard: &Heard) -> bool {
        // A number alone is no body of a request.
        if self.body.is_empty() && line.trim().len() == 3 && heard.status.is_some() {
            return false;
        }
        // What a tool calls an answer that it prints behind the colon.
        if self.body.is_empty() && line.len() < 40 && line.as_bytes().last() == Some(&b':') {
            return false;
        }
        let tells = heard.request.is_some()
            || heard.status.is_some_and(|(_, sure)| sure > 5 || line.trim().len() == 3)
            || heard.lost.is_some();
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
            && heard.status.is_some()
            && self.now.is_answered()
            && !self.now.url.is_empty()
            && !self.now.url.starts_with(url)
        {
            // Each line of a log tells of its own.
            self.ends_body();
            self.push();
            self.now.found_url(url);
        } else if let Some(url) = heard.url {
            // Of those that are only spoken of, the last may be the one, and of a setting none is.
            let is_asked = heard.status.is_some() || heard.lost.is_some() || is_labelled(line);
            if is_asked || !urls::is_bare(url) && !is_setting(line) {
                self.now.hears_url(url, is_asked);
            }
        } else if let Some(path) = urls::path_in(line)
            && self.now.url.is_empty()
        {
            self.now.found_url(path);
        }
        // What a test wanted tells less than what it got.
        let is_found = |(code, sure)| sure >= SURE && code >= 400;
        // Of what else was answered, beside one that was not.
        let is_of_other = heard.status.is_some_and(|(code, _)| code < 400)
            && heard.url.is_none()
            && self.now.lost.is_some();
        let is_summary = has(line, "xpected")
            && self
                .now
                .status
                .is_some_and(|code| code >= 400 || !heard.status.is_some_and(is_found));
        if let Some((code, sure)) = heard.status.filter(|_| !is_summary && !is_of_other) {
            // A body that has another status of its own is that of another answer.
            let knows = self.now.sure >= 5 || self.now.sure == 2 && self.now.body.is_some();
            let is_other = knows && sure >= 6 && self.now.status != Some(code);
            if is_other && self.now.sure < SURE {
                self.follow();
            }
            self.now.found_status(code, sure);
            self.now.is_named |= has(line, "BigCommerce|Bigcommerce");
        }
    }

    /// `method=POST status=422 url=https://…`, as many loggers have it, and
    /// `Error(method='POST', status=422)`, as Python shows an object.
    fn fields(&mut self, line: &str) {
        let line = at_most(line, LONGEST_LINE);
        let mut rest = line;
        while let Some(at) = rest.find('=') {
            let before = rest.get(..at).unwrap_or("").trim_end();
            rest = rest.get(at + 1..).unwrap_or("").trim_start_matches(' ');
            let is_part = |it: char| it.is_ascii_alphanumeric() || it == '_' || it == '.';
            let key = before.get(before.trim_end_matches(is_part).len()..).unwrap_or("");
            let key = key.rsplit('.').next().unwrap_or(key);
            let value = rest.trim_start_matches(['"', '\'']);
            let is_quoted = value.len() < rest.len();
            let end = |it: char| {
                matches!(it, '"' | '\'')
                    || !is_quoted && (it.is_whitespace() || matches!(it, ',' | ')' | '&' | ';'))
            };
            let value = value.get(..value.find(end).unwrap_or(value.len())).unwrap_or("");
            let is = |names: &str| is_one_of(key, names);
            let method = value.trim_start_matches(':');
            if words::is_method(method)
                || is("method|http_method|verb") && words::is_method(&method.to_ascii_uppercase())
            {
                self.now.found_method(method);
            } else if is("path|uri|request_uri|uri_path|url_path") && value.starts_with('/')
                || names::is_path(value)
            {
                self.now.found_url(value);
            } else if is("host|hostname|dest|upstream")
                && value.contains('.')
                && value.starts_with(|it: char| it.is_ascii_alphabetic())
                && (self.now.url.starts_with('/') || self.now.url.is_empty())
            {
                self.now.found_base(&["https://", value].concat());
            } else if is("scope") && value.starts_with("store/") {
                // A webhook, of which a log has no more than that.
                let mut body = String::from("{\"producer\":\"stores/\",\"scope\":");
                Value::Text(value.into()).write(&mut body);
                self.now.request_body.get_or_insert(body + "}");
                self.now.found_method("POST");
            }
        }
        self.pairs(line);
        self.map(line);
        if !self.now.heads.1 {
            self.limits(line);
        }
    }

    /// Headers of limits that a sentence names, each with its number.
    fn limits(&mut self, line: &str) {
        const NAMES: &[&str] = &[
            name::X_RATE_LIMIT_TIME_RESET_MS,
            name::X_RATE_LIMIT_TIME_WINDOW_MS,
            name::X_RATE_LIMIT_REQUESTS_LEFT,
            name::X_RATE_LIMIT_REQUESTS_QUOTA,
            name::RETRY_AFTER,
        ];
        if !has(line, "-limit-|_limit_|-Limit-|-LIMIT-|_LIMIT_") {
            return;
        }
        let line = line.to_ascii_lowercase().replace('_', "-");
        let is_known =
            |name: &str| self.now.headers.iter().flatten().any(|(known, _)| same_name(known, name));
        let names: Vec<&str> = NAMES.iter().filter(|name| !is_known(name)).copied().collect();
        for header in names {
            let Some(at) = line.at(header) else { continue };
            // Languages have the number in a list, or in a list in a map.
            let signs = [' ', '\t', ':', '=', '>', '`', '"', '\'', '[', '@', '(', '\\'];
            let rest = line.get(at + header.len()..).unwrap_or("").trim_start_matches(signs);
            let end = rest.find(|it: char| !it.is_ascii_digit()).unwrap_or(rest.len());
            if let Some(number) = rest.get(..end).filter(|number| !number.is_empty()) {
                self.now.receives(header, number);
            }
        }
    }

    /// Headers as Go prints its map of them: `map[Content-Type:[application/json] Date:[Mon, …]]`.
    fn map(&mut self, line: &str) {
        let Some((_, mut rest)) = line.parted("map[") else { return };
        while let Some((name, inner)) = rest.parted(":[") {
            let Some((value, behind)) = inner.parted("]") else { return };
            let name = name.trim_start();
            if !is_custom(name) && side_of(name).is_none() {
                return;
            }
            match side_of(name).flatten() {
                Some(Side::Request) => self.now.sends(name, value),
                _ => self.now.receives(name, value),
            }
            rest = behind;
        }
    }

    /// Headers that a line quotes in pairs: `[(b'Server', b'openresty'), …]`, `{'Server': 'a'}`.
    fn pairs(&mut self, line: &str) {
        if !has(line, "'|\"") || !has(line, "-|erver|ccept") {
            return;
        }
        let mut names: Vec<(&str, &str)> = Vec::new();
        let mut held: Option<&str> = None;
        let mut rest = line;
        let quotes = |byte: u8| matches!(byte, b'"' | b'\'');
        while let Some(at) = rest.bytes().position(quotes) {
            let between = rest.get(..at).unwrap_or("");
            let quote = rest.as_bytes().get(at).copied().unwrap_or(b'"') as char;
            let inner = rest.get(at + 1..).unwrap_or("");
            let end = inner.find(quote).unwrap_or(inner.len());
            let text = inner.get(..end).unwrap_or("");
            let joins = between.trim_matches([' ', 'b']);
            match held {
                Some(name) if is_one_of(joins, ":|,|=>|=") => {
                    names.push((name, text));
                    held = None;
                }
                _ => held = Some(text).filter(|name| side_of(name).is_some() || is_custom(name)),
            }
            rest = inner.get(end + 1..).unwrap_or("");
        }
        // One of several heads is the request's, and begins where its first name is met.
        let mut side = None;
        self.now.is_partial |= names.len() == 1;
        for (name, value) in names {
            side = side_of(name).flatten().or(side);
            match side {
                Some(Side::Request) => self.now.sends(name, value),
                Some(Side::Answer) => self.now.receives(name, value),
                None => {}
            }
        }
    }
}

/// `URL: https://…`
fn is_labelled(line: &str) -> bool {
    has(at_most(line.trim_start(), 6), "URL: |url: ")
}

/// `STORE_API_URL=https://…`, as environments have it.
fn is_setting(line: &str) -> bool {
    let name = line.split_once('=').map_or("", |(name, _)| name);
    name.bytes().all(|it| it.is_ascii_uppercase() || it == b'_') && has(name, "_")
}

fn is_custom(name: &str) -> bool {
    let is_token = |it: u8| it.is_ascii_alphanumeric() || it == b'-';
    name.contains('-') && name.len() < 60 && name.bytes().all(is_token)
}

/// Another answer that begins on the last line of a body.
fn ends_with_answer(line: &str) -> bool {
    line.len() > 10 && line.last_at("HTTP/").is_some_and(|at| at > 0 && at + 16 > line.len())
}

#[derive(Debug, Default)]
struct Heard<'a> {
    request: Option<(&'a str, &'a str)>,
    url: Option<&'a str>,
    status: Option<(u16, u8)>,
    lost: Option<lost::Lost>,
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
        || trimmed.starts_with('#') && trimmed.says(".php(")
        || trimmed.starts_with("in /")
        || super::lines::is_numbered(line);
    if is_frame && !trimmed.says("': ") {
        // PHP shows what its functions were given.
        let url = urls::likely_url_in(line).filter(|_| trimmed.says("->get('http"));
        return Heard { url: url.map(|(_, url)| url), ..Heard::default() };
    }
    // A page that may not call is none that was called.
    let is_page = |(at, url): &(usize, &str)| {
        lost::origin_in(line) == Some(*url)
            || line.get(..*at).is_some_and(|before| before.ends_with("eferer: "))
    };
    let url = urls::likely_url_in(line).filter(|found| !is_page(found));
    let lost = lost::failure_in(line);
    let request = words::request_in(line);
    let is_answered = |sure: u8| sure > 2 && lost::is_vague(line);
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
        request,
        url: url.map(|(_, url)| url),
        status: match words::status_in(said) {
            // The head of the answer came, and its body broke off; a 204 has none.
            Some((200..=203 | 205..=299, _)) if lost.is_some() && !lost::is_vague(line) => None,
            // Perl makes up a 500 where it could not connect.
            Some((_, sure)) if lost.is_some() && sure < 7 && !is_answered(sure) => None,
            // Clients call what was answered a failure of the network, too.
            None if lost.is_none() || lost::is_vague(line) => {
                let speaks = request.is_some() || url.is_some() || urls::path_in(line).is_some();
                let alone = || words::code_alone_in(said).filter(|_| speaks);
                words::phrase_in(sentences::sentence(line))
                    .or_else(|| words::class_in(line))
                    .or_else(alone)
                    .map(|code| (code, 3))
            }
            status => status,
        },
        lost,
    }
}
