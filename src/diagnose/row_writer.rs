//! Rows of knowledge into one text, while compiling; `row_reader.rs` says how it is written.

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
        let (mut at, mut length) = (0, 0);
        while at < PAGES.len() {
            length += PAGES[at].1.len() + 1;
            at += 1;
        }
        self.number(length, 3);
        at = 0;
        while at < PAGES.len() {
            self.line(PAGES[at].1);
            at += 1;
        }
    }

    const fn row(&mut self, row: &Row) {
        let mut values = RowWriter::<0> { bytes: [], length: 0 };
        values.values(row.values);
        let texts = row.id.as_str().len() + values.length + 3;
        let mut at = 0;
        let (mut codes, mut signs) = (0, RowWriter::<0> { bytes: [], length: 0 });
        while at < row.signs.len() {
            codes |= row.signs[at].codes;
            signs.sign(&row.signs[at]);
            at += 1;
        }
        self.number(codes as usize, 5);
        self.number(signs.length, 3);
        self.number(texts, 3);
        at = 0;
        while at < row.signs.len() {
            self.sign(&row.signs[at]);
            at += 1;
        }
        self.line(row.id.as_str());
        self.number(number_of(row.link), 1);
        self.values(row.values);
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
        let (says, facts) = (phrases_length(sign.says), facts_length(sign));
        self.number(sign.codes as usize, 5);
        self.number(sign.apis as usize, 2);
        self.number(sign.score as usize, 2);
        self.number(says, 2);
        self.number(sign.path.len(), 2);
        self.number(facts, 1);
        self.number(sign.shows.len(), 1);
        self.phrases(sign.says);
        self.text(sign.path);
        self.facts(sign.when);
        if !sign.unless.is_empty() {
            self.byte(b'!');
            self.facts(sign.unless);
        }
        self.text(sign.shows);
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

    /// Phrases between bars, each with its length before it instead.
    const fn phrases(&mut self, phrases: &str) {
        let bytes = phrases.as_bytes();
        let mut start = 0;
        while start < bytes.len() {
            let mut end = start;
            while end < bytes.len() && bytes[end] != b'|' {
                end += 1;
            }
            assert!(end - start > 2, "a phrase has three letters");
            self.number(end - start, 1);
            let mut at = start;
            while at < start + 3 {
                assert!(bytes[at] != b'*', "a phrase begins with three letters");
                at += 1;
            }
            while start < end {
                self.byte(bytes[start]);
                start += 1;
            }
            start += 1;
        }
    }

    const fn line(&mut self, text: &str) {
        self.text(text);
        self.byte(b'\n');
    }

    const fn text(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            self.byte(bytes[at]);
            at += 1;
        }
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

/// The length of phrases: a length for each in place of the bar behind it.
const fn phrases_length(phrases: &str) -> usize {
    if phrases.is_empty() { 0 } else { phrases.len() + 1 }
}

/// The length of the facts of a sign.
const fn facts_length(sign: &Sign) -> usize {
    let mut writer = RowWriter::<0> { bytes: [], length: 0 };
    writer.facts(sign.when);
    writer.facts(sign.unless);
    writer.length + if sign.unless.is_empty() { 0 } else { 1 }
}
