//! Rows of knowledge, read once out of the text that `row_writer.rs` packs them into.

use crate::text::{BASE, any, cut};

/// A finding, and what gives it away. In the text it is
///
/// ```text
/// row  = id LF, letters of its link and of each value LF, sign…, LF
/// sign = codes (5), apis (2), score (2), facts LF, phrases LF, parts of a path LF, name of the words LF
/// ```
///
/// A number takes so many characters of six bits each, and of the facts those that must not hold
/// stand after a `!`. All links are above the first row, a line each, up to an empty one.
#[derive(Debug)]
pub(super) struct RowRead {
    pub id: &'static str,
    pub link: &'static str,
    /// A letter for each value: see `gap.rs`.
    pub values: &'static str,
    pub signs: Vec<SignRead>,
}

/// One way in which a finding shows: see `row.rs`.
#[derive(Debug)]
pub(super) struct SignRead {
    pub codes: usize,
    pub apis: usize,
    pub score: u32,
    pub facts: &'static str,
    pub says: Vec<&'static str>,
    pub path: &'static str,
    pub shows: &'static str,
}

/// The rows in a text.
pub(super) fn read(mut rest: &'static str) -> Vec<RowRead> {
    let links = rest;
    while !line(&mut rest).is_empty() {}
    let mut rows = Vec::new();
    loop {
        let id = line(&mut rest);
        if id.is_empty() {
            return rows;
        }
        let letters = line(&mut rest);
        let mut link = "";
        let mut above = links;
        for _ in BASE..=letters.bytes().next().unwrap_or(0) {
            link = line(&mut above);
        }
        let mut signs = Vec::new();
        loop {
            let numbers = line(&mut rest);
            if numbers.is_empty() {
                break;
            }
            signs.push(SignRead {
                codes: number(numbers, 0, 5),
                apis: number(numbers, 5, 2),
                score: number(numbers, 7, 2) as u32,
                facts: numbers.get(9..).unwrap_or(""),
                says: phrases(line(&mut rest)),
                path: line(&mut rest),
                shows: line(&mut rest),
            });
        }
        rows.push(RowRead { id, link, values: letters.get(1..).unwrap_or(""), signs });
    }
}

/// Takes the next line off a text.
#[inline(never)]
fn line(rest: &mut &'static str) -> &'static str {
    let (line, after) = cut(rest, b'\n');
    *rest = after;
    line
}

fn phrases(between_bars: &'static str) -> Vec<&'static str> {
    let mut phrases = Vec::new();
    any(between_bars, &mut |phrase| {
        phrases.push(phrase);
        false
    });
    phrases
}

#[inline(never)]
fn number(text: &str, from: usize, digits: usize) -> usize {
    let digits = text.as_bytes().get(from..from + digits).unwrap_or(&[]);
    digits.iter().fold(0, |number, digit| number << 6 | usize::from(digit.wrapping_sub(BASE)))
}
