//! Names, and the notations in which a value follows.
//!
//! | notation                                 | for instance                                     |
//! |------------------------------------------|--------------------------------------------------|
//! | a header, its value in the next line too | `X-Auth-Token: …`, `cookie: a=…; b=…`            |
//! | a parameter, a variable                  | `?access_token=…`, `token%3D…`, `BC_TOKEN="…"`   |
//! | a member, escaped or not                 | `{"password":"…"}`, `\"password\":\"…\"`         |
//! | an index                                 | `environ["X"] = '…'`, `[X-Auth-Token] => …`      |
//! | a pair                                   | `(b'x-auth-token', b'…')`, `["Cookie", "…", …]`  |
//! | name and value beside each other         | `{"key":"X-Auth-Token","value":"…"}`, `<input …>` |
//! | a part of a form                         | `form-data; name="token"`, a blank line, `…`     |
//! | an element                               | `<password>…</password>`                         |
//! | an option of curl or httpie              | `-u user:…`, `-a user:…`                         |
//! | a scheme                                 | `Bearer …`                                       |

use super::scan::{
    END, END_IN_URL, ESCAPE, GAP, LINE, LONGEST_WORD, NAME, QUOTE, Scan, Waits, classes,
};
use super::value::{is_random, is_value};
use super::{SCHEMES, SHORTEST, SHORTEST_QUOTED, Span};
use crate::secret::{Kind, is_secret, may_be_secret};
use crate::text::{has, is_one_of};

/// Names are not longer; what is before is something else.
const LONGEST_NAME: usize = 64;
/// Escaped more often, a quote is none.
const DEEPEST: usize = 16;

/// What is between a name and what follows it.
#[derive(Default)]
struct Gap {
    /// What tells a name from its value: `=`, `:`, `,` or nothing.
    sign: u8,
    /// What the value is in, or nothing, and how often that was escaped.
    quote: u8,
    depth: usize,
    /// Quotes around the name.
    closed: bool,
    /// The value is in another line.
    lines: bool,
    /// Written as `%3D`.
    encoded: bool,
    end: usize,
}

impl Scan<'_> {
    /// The value of the name in a place, if it is secret.
    pub fn named(&mut self, from: usize, to: usize) -> Option<Span> {
        // `/login/token/…`
        if self.byte(to) == b'/' {
            let is_login = self.word(from.saturating_sub(7), to + 1) == "/login/token/";
            return is_login.then(|| (to + 1, self.until(to + 1, END_IN_URL, b'/')));
        }
        let gap = self.gap(to);
        if gap.end == to {
            return None;
        }
        let (text, name) = (self.text, self.word(from.max(to.saturating_sub(LONGEST_NAME)), to));
        if gap.sign == 0 {
            if let Some(block) = self.key_block(to) {
                return Some(block);
            }
            let is_login = name.starts_with('-')
                && is_one_of(name, "-u|-su|--user|--proxy-user|-a|--auth")
                && *self.is_command.get_or_insert_with(|| has(text, "curl |http |https "));
            if gap.lines || !(is_login || is_one_of(name, SCHEMES)) {
                return None;
            }
            let mut span = self.value_at(&gap);
            if is_login && self.is(gap.end - 1, QUOTE) {
                span.1 = self.closing(span.0, self.byte(gap.end - 1), 0);
            }
            let value = self.word(span.0, span.1);
            let fits = if is_login { has(value, ":") } else { is_random(value) };
            return (fits && is_value("", value, SHORTEST, self.is_sent)).then_some(span);
        }
        let before = self.byte(from.wrapping_sub(1));
        if gap.sign == b'>' && !matches!(before, b'<' | b':') {
            return None;
        }
        // What is neither is what most names are.
        let may_lead = match name.as_bytes() {
            [.., before, last] => matches!(
                (before | 32, last | 32),
                (b'd' | b'm' | b'u', b'e') | (b'e', b'r' | b'y') | (b'a', b'l') | (b'l', b'd')
            ),
            _ => false,
        };
        if !(may_lead || may_be_secret(name) || name.contains('-')) {
            return None;
        }
        // `?code=`
        let is_parameter = gap.sign == b'=' && matches!(before, b'?' | b'&' | b'#' | b'%' | b'\\');
        if !is_parameter && is_one_of(name, "name|key|header|field") {
            let end = self.past(gap.end, NAME);
            let is_whole = gap.sign != b',' && self.is(end, END | ESCAPE | LINE);
            if is_whole && is_secret_name(self.word(gap.end, end)) {
                let is_part = gap.sign == b'=' && gap.end == to + 2;
                self.waits = if is_part { Waits::ForPart } else { Waits::ForValue };
                let value = self.word(self.value.0, self.value.1);
                if is_value("", value, SHORTEST_QUOTED, self.is_sent)
                    && let Some(slot) = self.spans.get_mut(self.slot)
                {
                    *slot = self.value;
                }
            }
            return None;
        }
        let is_value_of_name = gap.quote > 0 && is_one_of(name, "value|val");
        let is_code = is_one_of(name, "code|26code|3Fcode|u0026code");
        let mut is_oauth =
            || *self.is_oauth.get_or_insert_with(|| has(text, "client_id|grant_type|scope="));
        if !(is_value_of_name
            || is_code && (is_parameter || is_oauth())
            || is_secret_name(name)
            || is_parameter && is_secret(name, Kind::Parameter))
        {
            return None;
        }
        let span = self.value_at(&gap);
        if is_value_of_name && self.waits == Waits::No {
            (self.value, self.slot) = (span, self.spans.len());
            self.spans.push((span.0, span.0));
            return None;
        }
        let value = self.word(span.0, span.1);
        // `"code": "invalid_x"` is the code of an error.
        let has_digit = value.bytes().any(|byte| byte.is_ascii_digit());
        if is_code
            && !is_parameter
            && value.len() < LONGEST_WORD
            && (has(value, ".") || !has_digit && self.byte(span.1) != b'&')
        {
            return None;
        }
        if gap.quote > 0 {
            // In a list of names the next one is no value.
            let is_name =
                !is_random(value) || has(value, if value.len() < 20 { " " } else { " |-|_" });
            let fits = gap.sign != b',' || !is_name || value.len() > LONGEST_WORD;
            return (fits && is_value(name, value, SHORTEST_QUOTED, self.is_sent)).then_some(span);
        }
        let is_alone = self.is(self.blank(span.1), LINE | ESCAPE);
        let is_plain = name.bytes().all(|byte| byte.is_ascii_alphabetic());
        // `token: refused` and `Bearer authentication` are sentences, and so is a line of
        // more than a word.
        let is_sentence = if gap.lines {
            !is_alone || value.len() < LONGEST_WORD && value.ends_with(':')
        } else {
            span.0 > gap.end
                || gap.sign == b':' && is_plain && (!is_alone || is_one_of(name, SCHEMES))
        };
        let is_word = !is_random(value) && value.bytes().all(|byte| byte.is_ascii_lowercase());
        let fits = gap.sign != b',' && !(is_sentence && (is_word || gap.lines));
        (fits && is_value(name, value, SHORTEST, self.is_sent)).then_some(span)
    }

    /// What is between a name and its value.
    fn gap(&self, to: usize) -> Gap {
        let mut gap = Gap { end: to, ..Gap::default() };
        if self.byte(to) == b'%' && is_one_of(self.word(to, to + 3), "%3D") {
            return Gap { sign: b'=', encoded: true, end: to + 3, ..gap };
        }
        let mut depth = 0;
        loop {
            let byte = self.byte(gap.end);
            let own = classes(byte);
            if own & QUOTE > 0 {
                if gap.sign > 0 && depth <= DEEPEST {
                    gap.quote = byte;
                    gap.depth = depth;
                    gap.end += 1;
                    return gap;
                }
                gap.closed = true;
            }
            match byte {
                b'=' | b':' if matches!(gap.sign, 0 | b',') => gap.sign = byte,
                b',' if gap.sign == 0 && gap.closed => gap.sign = byte,
                b'>' if gap.end == to => gap.sign = byte,
                b'b' if gap.sign > 0 && self.is(gap.end + 1, QUOTE) => {}
                // **X-Auth-Token:** and no mask.
                b'*' if self.word(gap.end, gap.end + 2) == "**"
                    && self.byte(gap.end + 2) != b'*' =>
                {
                    gap.end += 1;
                }
                b'\r' | b'\n' => gap.lines = true,
                _ if own & GAP == 0 => return gap,
                _ => {}
            }
            depth = if own & ESCAPE > 0 { depth + 1 } else { 0 };
            gap.end += 1;
        }
    }

    /// Past blanks.
    fn blank(&self, at: usize) -> usize {
        let mut at = at;
        while self.byte(at) == b' ' {
            at += 1;
        }
        at
    }

    /// What stands behind a gap, without its scheme.
    fn value_at(&self, gap: &Gap) -> Span {
        let mut start = gap.end;
        if gap.sign == b'>' {
            start += if self.word(start, start + 9) == "<![CDATA[" { 9 } else { 0 };
            let end = self.until(start, LINE, b'<');
            let is_data = self.word(end.saturating_sub(3), end) == "]]>";
            return (start, if is_data { end - 3 } else { end });
        }
        let end = self.past(start, NAME);
        if self.byte(end) == b' ' && is_one_of(self.word(start, end), SCHEMES) {
            start = self.blank(end);
        }
        let mut end = match (gap.quote, gap.sign) {
            (0, _) if gap.encoded => self.until(start, END_IN_URL, b'%'),
            (0, b'=') => self.until(start, END_IN_URL, 0),
            (0, _) => self.until(start, END, 0),
            (quote, _) => self.closing(start, quote, gap.depth),
        };
        if gap.quote == 0 && gap.sign == b':' {
            end = self.end_of_list(end);
        }
        (start, end)
    }

    /// Where a list such as a cookie ends: `a=…; b="…"`.
    fn end_of_list(&self, mut end: usize) -> usize {
        loop {
            if self.byte(end) == b'"' && self.byte(end.wrapping_sub(1)) == b'=' {
                end = self.closing(end + 1, b'"', 0);
                end = self.until(end + usize::from(self.byte(end) == b'"'), END, 0);
            }
            let next = self.blank(end + 1);
            let to = self.until(next, END, 0);
            if !matches!(self.byte(end), b';' | b',') || !has(self.word(next, to), "=") {
                return end;
            }
            end = to;
        }
    }

    /// Where quotes close, at the latest with the line.
    fn closing(&self, from: usize, quote: u8, depth: usize) -> usize {
        let (mut at, mut escapes) = (from, 0usize);
        loop {
            let byte = self.byte(at);
            // Each level of escapes doubles the backslashes, and adds one before a quote.
            if byte == quote && escapes.checked_rem(2 * (depth + 1)) == Some(depth) {
                return at - escapes;
            }
            if byte == b'\n' || at >= self.text.len() {
                return at;
            }
            escapes = if self.is(at, ESCAPE) { escapes + 1 } else { 0 };
            at += 1;
        }
    }
}

/// A field, or a header by its hyphen.
fn is_secret_name(name: &str) -> bool {
    is_secret(name, Kind::Field) || name.contains('-') && is_secret(name, Kind::Header)
}
