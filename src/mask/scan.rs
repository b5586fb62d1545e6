//! The walk through a text. Each place is looked at a few times at most: what is looked
//! ahead at is either taken, and passed over, or near.

use super::lookalike::is_lookalike;
use super::value::{is_open, is_value};
use super::{SHORTEST_QUOTED, Span};
use crate::text::has;

/// A value that is longer is no word, whatever its notation.
pub(super) const LONGEST_WORD: usize = 200;

/// A longer word may be a token.
const LONGEST_PLAIN: usize = 16;

/// For what the name of a secret waits that was given as a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Waits {
    No,
    /// The value beside it, in the same object or element.
    ForValue,
    /// The same, or the part of a form.
    ForPart,
}

/// In names.
pub(super) const NAME: u8 = 1;
/// In names and in tokens.
pub(super) const TOKEN: u8 = 2;
/// Between a name and its value.
pub(super) const GAP: u8 = 4;
/// Ends a value without quotes; one of a URL ends at a parameter too.
pub(super) const END: u8 = 8;
pub(super) const END_IN_URL: u8 = 16;
pub(super) const ESCAPE: u8 = 32;
pub(super) const QUOTE: u8 = 64;
/// Ends a line, and the text.
pub(super) const LINE: u8 = 128;

/// By a byte, of which there are no more.
#[expect(clippy::indexing_slicing, reason = "while compiling")]
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let sets: [(&[u8], u8); 8] = [
        (b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", NAME | TOKEN),
        (b".+%~", TOKEN),
        (b"\"'`\\^ \t\r\n=:>[]()", GAP),
        (b" \t\r\n\"'`<>{}[]()\\|,;", END | END_IN_URL),
        (b"&#?", END_IN_URL),
        (b"\\^", ESCAPE),
        (b"\"'`", QUOTE),
        (b"\r\n\0", LINE),
    ];
    let mut set = 0;
    while set < sets.len() {
        let mut at = 0;
        while at < sets[set].0.len() {
            classes[sets[set].0[at] as usize] |= sets[set].1;
            at += 1;
        }
        set += 1;
    }
    classes
};

#[expect(clippy::indexing_slicing, reason = "there is one for each byte")]
pub(super) fn classes(byte: u8) -> u8 {
    CLASSES[usize::from(byte)]
}

pub(super) struct Scan<'a> {
    pub text: &'a str,
    /// Whether it is what was sent, and not what was answered.
    pub is_sent: bool,
    /// Where secrets are, in their order; some may be empty.
    pub spans: Vec<Span>,
    /// Whether a secret's name, given as one, waits for the value beside it.
    pub waits: Waits,
    /// A value that waits for the name beside it, and which of the spans it would be.
    pub value: Span,
    pub slot: usize,
    /// Whether the text says what makes an option a login, and a code one of OAuth; looked for
    /// once it matters.
    pub is_command: Option<bool>,
    pub is_oauth: Option<bool>,
}

/// Where secrets are in a text.
pub(super) fn spans(text: &str, is_sent: bool) -> Vec<Span> {
    let mut scan = Scan {
        text,
        is_sent,
        spans: Vec::new(),
        waits: Waits::No,
        value: (0, 0),
        slot: 0,
        is_command: None,
        is_oauth: None,
    };
    let mut at = 0;
    while at < text.len() {
        // What a secret holds has no names.
        at = scan.past_words(at);
        at = scan.read(at).max(at + 1);
    }
    scan.spans
}

impl<'a> Scan<'a> {
    /// Past most of a sentence: short words with another one behind them that lead to nothing.
    fn past_words(&self, mut at: usize) -> usize {
        while let Some(rest) = self.text.as_bytes().get(at..)
            && let length @ ..=LONGEST_PLAIN = self.past(at, NAME) - at
            && let Some([last, b' ', next, ..]) = rest.get(length.wrapping_sub(1)..)
            && classes(*next) & NAME > 0
            && *last != b'N'
            && !matches!(
                rest.first().map_or(0, |first| first | 32),
                b'b' | b'd' | b'p' | b't' | b'-'
            )
        {
            at += length + 1;
        }
        at
    }

    /// Reads what stands in a place, and says where to go on.
    fn read(&mut self, at: usize) -> usize {
        let before = at.wrapping_sub(1);
        let mut next = at;
        let byte = self.byte(at);
        let span = match byte {
            _ if classes(byte) & TOKEN > 0 => {
                next = self.past(at, NAME);
                let starts =
                    !self.is(before, TOKEN) || self.spans.last().is_some_and(|last| last.1 == at);
                let end = if starts { self.past(next, TOKEN) } else { at };
                if is_lookalike(self.word(at, end)) {
                    Some((at, end))
                } else {
                    self.named(at, next)
                }
            }
            b'\n' => self.part(at),
            b':' => self.user_info(at),
            // Another object or element.
            b'>' if self.byte(before) == b'=' => None,
            b'{' | b'}' | b'<' | b'>' => {
                (self.waits, self.value) = (Waits::No, (0, 0));
                None
            }
            _ => None,
        };
        let Some(span) = span else { return next };
        self.spans.push(span);
        span.1.max(next)
    }

    /// `://user:password@`
    fn user_info(&self, at: usize) -> Option<Span> {
        let mut start = at + 1;
        while matches!(self.byte(start), b'/' | b'\\') {
            start += 1;
        }
        if start < at + 3 {
            return None;
        }
        let authority = self.word(start, self.until(start, END | END_IN_URL, b'/'));
        let length = authority.bytes().rposition(|byte| byte == b'@').unwrap_or(0);
        let is_open = is_open(authority.get(..length).unwrap_or(""), self.is_sent);
        (!is_open).then_some((start, start + length))
    }

    /// The part of a form whose name waits, behind an empty line; no other value is there.
    fn part(&mut self, at: usize) -> Option<Span> {
        let mut start = at + 1;
        while matches!(self.byte(start), b'\r' | b' ') {
            start += 1;
        }
        if self.byte(start) != b'\n' {
            return None;
        }
        let is_part = self.waits == Waits::ForPart;
        (self.waits, self.value) = (Waits::No, (0, 0));
        let end = self.until(start + 1, LINE, 0);
        let is_value = is_value("", self.word(start + 1, end), SHORTEST_QUOTED, self.is_sent);
        (is_part && is_value).then_some((start + 1, end))
    }

    /// `-----BEGIN PRIVATE KEY-----` and all up to its end, or to where it was cut off. The
    /// word before it has its hyphens, and the end of an escape.
    pub fn key_block(&self, to: usize) -> Option<Span> {
        let from = to.checked_sub(10).filter(|from| self.word(*from, to) == "-----BEGIN")?;
        let mut end = self.until(to, LINE, b'-');
        let header = self.word(to, end);
        let is_header = header.bytes().all(|byte| byte == b' ' || byte.is_ascii_uppercase());
        if !(is_header && has(header, "PRIVATE KEY")) {
            return None;
        }
        let mut is_end = false;
        loop {
            end = self.until(self.past(end, NAME), QUOTE, b'-');
            if is_end || self.byte(end) != b'-' {
                return Some((from, self.past(end, NAME).min(end + 5)));
            }
            is_end = self.word(end, end + 8) == "-----END";
        }
    }

    /// 0 outside of the text.
    #[inline(never)]
    pub fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    pub fn is(&self, at: usize, wanted: u8) -> bool {
        classes(self.byte(at)) & wanted > 0
    }

    pub fn word(&self, from: usize, end: usize) -> &'a str {
        self.text.get(from..end).unwrap_or("")
    }

    fn rest(&self, at: usize) -> std::slice::Iter<'a, u8> {
        self.text.as_bytes().get(at..).unwrap_or(&[]).iter()
    }

    pub fn past(&self, at: usize, wanted: u8) -> usize {
        at + self.rest(at).take_while(|byte| classes(**byte) & wanted > 0).count()
    }

    /// To the first of these classes, or of this byte.
    pub fn until(&self, at: usize, wanted: u8, byte: u8) -> usize {
        let goes_on = |one: &&u8| classes(**one) & wanted == 0 && **one != byte;
        at + self.rest(at).take_while(goes_on).count()
    }
}
