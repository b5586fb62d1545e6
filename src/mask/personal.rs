//! What belongs to a person and is no credential: numbers of cards and e-mail addresses.
//!
//! Of an address the domain stays, since it tells a mistyped one. A number is one of a card
//! if it begins as an issuer's do, has their length and passes the check of Luhn; ids,
//! timestamps and the numbers of bar codes do not.

use super::Span;

/// Parts before an `@` are not longer.
const LONGEST_LOCAL: usize = 64;

pub(super) fn spans(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut spans: Vec<Span> = Vec::new();
    let mut at = 0;
    let mut before = b' ';
    while let Some(&byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or(&[]);
        let mut next = at + 1;
        if byte == b'@' && is_domain(rest.get(1..).unwrap_or(&[])) {
            let front = bytes.get(..at).unwrap_or(&[]).iter().rev().take(LONGEST_LOCAL);
            let is_local = |byte: &&u8| byte.is_ascii_alphanumeric() || b"._-+%~".contains(byte);
            let from = at - front.take_while(is_local).count();
            let from = spans.last().map_or(from, |last| from.max(last.1));
            if from < at {
                spans.push((from, at));
            }
        } else if byte.is_ascii_digit() && !(before.is_ascii_alphanumeric() || before == b'.') {
            let length = card(rest);
            if length > 0 {
                spans.push((at, at + length));
                next = at + length;
            }
        }
        before = byte;
        at = next;
    }
    spans
}

/// Whether a domain begins here, whose last label is a word.
fn is_domain(text: &[u8]) -> bool {
    let ends = |byte: &u8| !(byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    let mut name = text.get(..text.iter().position(ends).unwrap_or(text.len())).unwrap_or(&[]);
    // A full stop ends the sentence.
    while let Some((b'.' | b'-', front)) = name.split_last() {
        name = front;
    }
    let dot = name.iter().rposition(|byte| *byte == b'.').unwrap_or(0);
    let label = name.get(dot + 1..).unwrap_or(&[]);
    dot > 0 && label.len() > 1 && label.iter().all(u8::is_ascii_alphabetic)
}

/// The length of the number of a card, with its blanks or hyphens; 0 where none begins.
fn card(text: &[u8]) -> usize {
    let (mut count, mut prefix, mut group, mut found) = (0, 0, 0, 0);
    // The sums of Luhn and of bar codes, as if the last digit were weighted, and were not.
    let (mut luhn, mut code) = ([0, 0], [0, 0]);
    for (at, &byte) in text.iter().enumerate() {
        if byte.is_ascii_digit() {
            let digit = u32::from(byte - b'0');
            luhn = [luhn[1] + digit, luhn[0] + digit * 2 - if digit > 4 { 9 } else { 0 }];
            code = [code[1] + digit, code[0] + digit * 3];
            prefix = if count < 4 { prefix * 10 + digit } else { prefix };
            (count, group) = (count + 1, group + 1);
            let next = text.get(at + 1).copied().unwrap_or(b' ');
            let ends = !(next.is_ascii_alphanumeric() || next == b'_');
            if ends && luhn[0].is_multiple_of(10) && is_issued(count, prefix, code[0]) {
                found = at + 1;
            }
        } else if matches!(byte, b' ' | b'-') && (4..=6).contains(&group) {
            group = 0;
        } else {
            break;
        }
        if count > 19 {
            break;
        }
    }
    found
}

/// Whether an issuer of cards has such numbers.
fn is_issued(count: u32, prefix: u32, code: u32) -> bool {
    match count {
        // No Visa of thirteen digits was issued for decades, and bar codes are as long.
        13 => prefix / 1000 == 4 && !code.is_multiple_of(10),
        14 => matches!(prefix, 3000..3060 | 3600..3700 | 3800..4000) && !code.is_multiple_of(10),
        15 => matches!(prefix / 100, 34 | 37),
        16 => {
            matches!(prefix, 4000..5000 | 5100..5600 | 2221..2721 | 3528..3590 | 6011 | 6200..6300 | 6440..6600)
        }
        19 => matches!(prefix, 4000..5000 | 6011 | 6200..6300 | 6440..6600),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_are_found_and_other_numbers_are_not() {
        for card in [
            "4111111111111111",
            "4111 1111 1111 1111",
            "4111-1111-1111-1111",
            "4222222222222",
            "5555555555554444",
            "2223003122003222",
            "378282246310005",
            "3782 822463 10005",
            "6011111111111117",
            "3566002020360505",
            "30569309025904",
            "38520000023237",
            "6212345678901232",
            "4000056655665556",
        ] {
            assert_eq!(spans(card), [(0, card.len())], "{card}");
            let text = ["card ", card, " 12/29"].concat();
            assert_eq!(spans(&text), [(5, 5 + card.len())], "{text}");
        }
        for text in [
            "4111111111111112",
            "1700000000000",
            "1753372800000000",
            "4006381333931",
            "5901234123457",
            "4012345678901",
            "9780306406157",
            "0123456789012",
            "41111111111111111",
            "x4111111111111111",
            "4111111111111111x",
            "3.4111111111111111",
            "1234567890123452",
            "2024-01-15 10:30",
            "4111 11 11 11 11 11 11",
            "5d8b5b91-3c1a-4f3e-9d4a-aa10cc0fe5b1",
            "+49 4111 1111",
        ] {
            assert_eq!(spans(text), [], "{text}");
        }
    }

    #[test]
    fn addresses_keep_their_domain() {
        for (text, local) in [
            ("ada@shop.example", "ada"),
            ("to ada.l+x@mail.shop.example.", "ada.l+x"),
            ("<ada_1@shop.example>", "ada_1"),
        ] {
            let from = text.find(local).unwrap();
            assert_eq!(spans(text), [(from, from + local.len())], "{text}");
        }
        for text in [
            "react@18.2.0",
            "@scope/name",
            "a @ b.example",
            "***@shop.example",
            "x@y",
            "@include(if: $x)",
        ] {
            assert_eq!(spans(text), [], "{text}");
        }
    }
}
