//! What backslashes mean.

/// A text with what its backslashes mean.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(rest.get(..at).unwrap_or(""));
        rest = rest.get(at + 1..).unwrap_or("");
        let taken = unescape(rest, &mut plain);
        rest = rest.get(taken..).unwrap_or("");
    }
    plain.push_str(rest);
    plain
}

/// Adds what a backslash before this text means, and says how many bytes of it that takes.
pub(super) fn unescape(rest: &str, text: &mut String) -> usize {
    let Some(letter) = rest.chars().next() else { return 0 };
    let coded = |from: usize, length: usize| {
        let digits = rest.get(from..from + length)?;
        let code = u32::from_str_radix(digits, 16).ok()?;
        Some((char::from_u32(code).unwrap_or('\u{fffd}'), from + length))
    };
    let (meant, taken) = match letter {
        'n' => ('\n', 1),
        'r' => ('\r', 1),
        't' => ('\t', 1),
        'b' | 'f' | 'a' | 'e' => (' ', 1),
        '0' => (' ', 1),
        'u' => pair(rest).or_else(|| coded(1, 4)).unwrap_or(('u', 1)),
        'x' => coded(1, 2).unwrap_or(('x', 1)),
        '\n' => ('\n', 1),
        other => (other, other.len_utf8()),
    };
    text.push(meant);
    taken
}

/// One character that JSON writes as two: `ud83d\\ude00`.
fn pair(rest: &str) -> Option<(char, usize)> {
    let half = |from: usize| u16::from_str_radix(rest.get(from..from + 4)?, 16).ok();
    let units = [half(1)?, rest.get(5..7).filter(|it| *it == "\\u").and_then(|_| half(7))?];
    let whole = char::decode_utf16(units).next()?.ok()?;
    (whole.len_utf16() == 2).then_some((whole, 11))
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn what_backslashes_mean() {
        for (text, meant) in [
            (r"a\nb", "a\nb"),
            (r"\ud83d\ude00!", "\u{1f600}!"),
            (r"\ud83d", "\u{fffd}"),
            (r"\ud83d\u0041", "\u{fffd}A"),
            (r"\u00e9\x41\u12", "\u{e9}Au12"),
        ] {
            assert_eq!(unescaped(text), meant, "{text}");
        }
    }
}
