//! Rows of knowledge into one text, while compiling; `packed.rs` says how it is written.

use super::facts::Fact;
use super::row::{Row, Sign};
use crate::text::BASE;

/// Writes rows while compiling; with an `N` of 0 it only measures.
pub(super) struct Packer<const N: usize> {
    pub bytes: [u8; N],
    pub length: usize,
}

impl<const N: usize> Packer<N> {
    pub const fn pack(topics: &[&[Row]]) -> Packer<N> {
        let mut packer = Packer { bytes: [0; N], length: 0 };
        let mut topic = 0;
        while topic < topics.len() {
            let mut row = 0;
            while row < topics[topic].len() {
                packer.row(&topics[topic][row]);
                row += 1;
            }
            topic += 1;
        }
        packer
    }

    const fn row(&mut self, row: &Row) {
        let mut texts = row.id.len() + packed_length(row.title) + row.link.url.len() + 3;
        let mut at = 0;
        while at < row.solutions.len() {
            texts += packed_length(row.solutions[at]) + 1;
            at += 1;
        }
        let (mut codes, mut signs) = (0, Packer::<0> { bytes: [], length: 0 });
        at = 0;
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
        self.line(row.id);
        self.line(row.title);
        self.line(row.link.url);
        at = 0;
        while at < row.solutions.len() {
            self.line(row.solutions[at]);
            at += 1;
        }
    }

    const fn sign(&mut self, sign: &Sign) {
        let excluded = if sign.unless.is_empty() { 0 } else { sign.unless.len() + 1 };
        let (says, facts) = (phrases_length(sign.says), sign.when.len() + excluded);
        self.number(sign.codes as usize, 5);
        self.number(10 + says + sign.path.len() + facts + packed_length(sign.proof), 3);
        self.number(sign.apis as usize, 2);
        self.number(sign.score as usize, 2);
        self.number(says, 2);
        self.number(sign.path.len(), 2);
        self.number(facts, 2);
        self.phrases(sign.says);
        self.text(sign.path);
        self.facts(sign.when);
        if excluded > 0 {
            self.byte(b'!');
            self.facts(sign.unless);
        }
        self.text(sign.proof);
    }

    const fn facts(&mut self, facts: &[Fact]) {
        let mut at = 0;
        while at < facts.len() {
            self.byte(facts[at].letter());
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
            self.number(end - start, 1);
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

    /// A text, with a letter for each gap: `{path}` becomes `{` and a letter.
    const fn text(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            self.byte(bytes[at]);
            if bytes[at] == b'{' {
                self.byte(super::fill::letter(bytes, at + 1));
                while bytes[at] != b'}' {
                    at += 1;
                }
            }
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

/// The length of phrases: a length for each in place of the bar behind it.
const fn phrases_length(phrases: &str) -> usize {
    if phrases.is_empty() { 0 } else { phrases.len() + 1 }
}

/// The length of a text once its gaps are letters.
const fn packed_length(text: &str) -> usize {
    let mut packer = Packer::<0> { bytes: [], length: 0 };
    packer.text(text);
    packer.length
}
