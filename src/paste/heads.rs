//! Heads of requests and answers, in any notation.

use super::draft::{Draft, SURE, Side, side_of};
use super::escapes::unescaped;
use super::lines::{Mode, Scanner};
use super::marks::header;
use super::{urls, words};
use crate::text::{Search, is_one_of, same_name};

/// What no header is called, and what somebody tells of a request.
const TOLD: &str = "error|failed|message|result|status|expected|received|actual|left|right|but was";

impl Scanner<'_> {
    pub(super) fn starts_answer(&mut self, line: &str) -> bool {
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
        // Some clients say there of what it is the answer, as siege does.
        if let Some((method, target)) = line.parted("==> ").and_then(|(_, it)| it.split_once(' ')) {
            self.now.found_method(method);
            self.now.found_url(target.trim());
        }
        if self.now.url.is_empty()
            && let Some((_, url)) = urls::likely_url_in(line)
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

    pub(super) fn starts_request(&mut self, line: &str) -> bool {
        let line = line.strip_prefix("→ ").or_else(|| line.strip_prefix("↑ ")).unwrap_or(line);
        let Some((method, rest)) = line.split_once(' ') else { return false };
        if !words::is_method(method) {
            return false;
        }
        let rest = rest.trim_start();
        let target = rest.split(' ').next().unwrap_or("").trim_end_matches(':');
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

    pub(super) fn header(&mut self, name: &str, value: &str) -> bool {
        if name == ":status" {
            return self.starts_answer(&["HTTP/2 ", value].concat());
        }
        let side = match (self.mode, side_of(name)) {
            (Mode::Glued, _) => return true,
            // Behind the first line of a request alone, what came of it.
            (Mode::Head(Side::Request), None) if is_one_of(name, TOLD) => return false,
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

    /// A head in a text that a program quotes: `send: b'POST / HTTP/1.1\r\n…'`.
    pub(super) fn quoted(&mut self, line: &str) -> bool {
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

/// `https://host` of a URL.
fn origin_of(url: &str) -> Option<&str> {
    let host = url.at("://")? + 3;
    let end = url.get(host..)?.find('/').map_or(url.len(), |at| host + at);
    url.get(..end)
}
