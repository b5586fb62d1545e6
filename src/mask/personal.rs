//! What belongs to a person and is no credential: numbers of cards and e-mail addresses.
//!
//! Of an address the domain stays, since it tells a mistyped one. A number is one of a card
//! if it begins as an issuer's do, has their length and passes the check of Luhn; ids,
//! timestamps and the numbers of bar codes do not.

use super::Span;

pub(super) fn spans(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut spans = Vec::new();
    let (mut at, mut word) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or(&[]);
        let is_start = at == word || bytes.get(at - 1) == Some(&b'-');
        let number = if is_start && byte.is_ascii_digit() { card(rest) } else { 0 };
        if number > 0 {
            spans.push((at, at + number));
            at += number;
            word = at;
            continue;
        }
        if byte == b'@' && at > word && is_domain(rest) {
            spans.push((word, at));
        }
        at += 1;
        if !(byte.is_ascii_alphanumeric() || b"._-+%~".contains(&byte)) {
            word = at;
        }
    }
    spans
}

/// Whether an `@` has a domain behind it, whose last label is a word.
fn is_domain(text: &[u8]) -> bool {
    let (mut dots, mut letters) = (0, 0);
    for (byte, next) in text.iter().zip(1..).skip(1) {
        match byte {
            // A full stop ends the sentence.
            b'.' if text.get(next).is_some_and(u8::is_ascii_alphanumeric) => {
                (dots, letters) = (dots + 1, 0);
            }
            b'-' | b'0'..=b'9' => letters = -256,
            _ if byte.is_ascii_alphabetic() => letters += 1,
            _ => break,
        }
    }
    dots > 0 && letters > 1
}

/// The length of the number of a card, with its blanks or hyphens; 0 where none begins.
fn card(text: &[u8]) -> usize {
    let (mut count, mut prefix, mut group, mut found) = (0, 0, 0, 0);
    // The sums of Luhn and of bar codes, and what they would be with one digit more.
    let (mut luhn, mut code) = ((0, 0), (0, 0));
    for (&byte, length) in text.iter().zip(1..) {
        if byte.is_ascii_digit() && count < 20 {
            let digit = u32::from(byte - b'0');
            luhn = (luhn.1 + digit, luhn.0 + digit * 2 - if digit > 4 { 9 } else { 0 });
            code = (code.1 + digit, code.0 + digit * 3);
            (count, group) = (count + 1, group + 1);
            if count < 3 {
                prefix = prefix * 10 + digit;
            }
            let ends = !text.get(length).is_some_and(|next| next.is_ascii_alphanumeric());
            if ends && luhn.0.is_multiple_of(10) && is_issued(count, prefix, code.0) {
                found = length;
            }
        } else if matches!(byte, b' ' | b'-') && (4..7).contains(&group) {
            group = 0;
        } else {
            break;
        }
    }
    found
}

/// Whether an issuer of cards has such numbers.
fn is_issued(count: u32, prefix: u32, code: u32) -> bool {
    match count {
        // No Visa of thirteen digits was issued for decades, and bar codes are as long.
        13 | 14 => {
            matches!((count, prefix), (13, 40..50) | (14, 30 | 36 | 38 | 39))
                && !code.is_multiple_of(10)
        }
        15 => matches!(prefix, 34 | 37),
        16 | 19 => matches!(prefix, 22..28 | 35 | 40..56 | 60 | 62 | 64 | 65),
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
            "react@18.2.",
            "x@y.",
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
