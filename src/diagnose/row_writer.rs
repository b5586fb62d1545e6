//! Rows of knowledge into one text, while compiling; `rows.rs` says how it is written.

use super::facts::Fact;
use super::row::{Row, Sign};
use crate::status::link::{PAGES, Page};
use crate::text::BASE;

/// Writes rows while compiling; with an `N` of 0 it only measures.
pub(super) struct RowWriter<const N: usize> {
    pub bytes: [u8; N],
    pub length: usize,
}

#[expect(clippy::indexing_slicing, reason = "while compiling")]
impl<const N: usize> RowWriter<N> {
    pub const fn pack(topics: &[&[Row]]) -> RowWriter<N> {
        let mut writer = RowWriter { bytes: [0; N], length: 0 };
        writer.links();
        let mut topic = 0;
        while topic < topics.len() {
            let mut row = 0;
            while row < topics[topic].len() {
                writer.row(&topics[topic][row]);
                row += 1;
            }
            topic += 1;
        }
        writer
    }

    /// The addresses of all pages, which rows name by a letter each.
    const fn links(&mut self) {
        let mut at = 0;
        while at < PAGES.len() {
            self.line(PAGES[at].1);
            at += 1;
        }
        self.byte(b'\n');
    }

    const fn row(&mut self, row: &Row) {
        self.line(row.id.as_str());
        self.number(number_of(row.link), 1);
        self.values(row.values);
        self.byte(b'\n');
        let mut at = 0;
        while at < row.signs.len() {
            self.sign(&row.signs[at]);
            at += 1;
        }
        self.byte(b'\n');
    }

    /// A letter for each name.
    const fn values(&mut self, names: &str) {
        let bytes = names.as_bytes();
        let mut start = 0;
        while start < bytes.len() {
            let mut end = start;
            while end < bytes.len() && bytes[end] != b' ' {
                end += 1;
            }
            self.byte(super::gap::letter(bytes, start, end));
            start = end + 1;
        }
    }

    const fn sign(&mut self, sign: &Sign) {
        self.number(sign.codes as usize, 5);
        self.number(sign.apis as usize, 2);
        self.number(sign.score as usize, 2);
        self.facts(sign.when);
        if !sign.unless.is_empty() {
            self.byte(b'!');
            self.facts(sign.unless);
        }
        self.byte(b'\n');
        check_phrases(sign.says);
        self.line(sign.says);
        self.line(sign.path);
        self.line(sign.shows);
    }

    const fn facts(&mut self, facts: &[Fact]) {
        let mut at = 0;
        while at < facts.len() {
            let (is_late, letter) = facts[at].letter();
            if is_late {
                self.byte(b'~');
            }
            self.byte(letter);
            at += 1;
        }
    }

    const fn line(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            assert!(bytes[at] != b'\n', "what is part of a row is one line");
            self.byte(bytes[at]);
            at += 1;
        }
        self.byte(b'\n');
    }

    const fn number(&mut self, number: usize, digits: u32) {
        assert!(digits > 4 || number >> (6 * digits) == 0, "a text of a row is too long");
        let mut digit = digits;
        while digit > 0 {
            digit -= 1;
            self.byte(BASE + (number >> (6 * digit) & 63) as u8);
        }
    }

    const fn byte(&mut self, byte: u8) {
        if N > 0 {
            self.bytes[self.length] = byte;
        }
        self.length += 1;
    }
}

/// Which of all pages it is.
#[expect(clippy::indexing_slicing, reason = "while compiling")]
const fn number_of(page: Page) -> usize {
    let (url, mut number) = (page.url.as_bytes(), 0);
    loop {
        let other = PAGES[number].1.as_bytes();
        let mut at = 0;
        while at < url.len() && at < other.len() && url[at] == other[at] {
            at += 1;
        }
        if at == url.len() && at == other.len() {
            return number;
        }
        number += 1;
    }
}

/// Phrases between bars are ruled out by their first three letters: see [`crate::said`].
#[expect(clippy::indexing_slicing, reason = "while compiling")]
const fn check_phrases(phrases: &str) {
    let bytes = phrases.as_bytes();
    let (mut at, mut length) = (0, 0);
    while at < bytes.len() {
        let is_bar = bytes[at] == b'|';
        assert!(length > 2 || !is_bar, "a phrase has three letters");
        assert!(length > 2 || bytes[at] != b'*', "a phrase begins with three letters");
        length = if is_bar { 0 } else { length + 1 };
        at += 1;
    }
    assert!(length > 2 || bytes.is_empty(), "a phrase has three letters");
}
