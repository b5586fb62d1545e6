//! Cutting, comparing and counting in text. The standard library's searchers and
//! formatters do the same for any pattern, and in wasm outweigh all the readers of
//! this crate together.

/// The text before and after the first `at`; all of it and nothing where there is none.
pub(crate) fn cut(text: &str, at: u8) -> (&str, &str) {
    let found = position(text.as_bytes(), at).and_then(|place| text.split_at_checked(place));
    found.map_or((text, ""), |(before, after)| (before, after.get(1..).unwrap_or("")))
}

#[cfg(not(feature = "explain"))]
fn position(bytes: &[u8], byte: u8) -> Option<usize> {
    bytes.iter().position(|one| *one == byte)
}

/// Where the first of these bytes is. Tables are long, so eight are compared at once.
#[cfg(feature = "explain")]
#[inline(never)]
pub(crate) fn position(bytes: &[u8], byte: u8) -> Option<usize> {
    let found = first_of(bytes, byte);
    #[cfg(test)]
    steps::add(found.unwrap_or(bytes.len()));
    found
}

/// How many bytes were looked at, for tests of how that grows with a text.
#[cfg(all(test, feature = "explain"))]
pub(crate) mod steps {
    use std::cell::Cell;

    thread_local!(static STEPS: Cell<usize> = const { Cell::new(0) });

    pub fn add(count: usize) {
        STEPS.with(|steps| steps.set(steps.get() + count));
    }

    /// Those since the last call.
    pub fn taken() -> usize {
        STEPS.with(|steps| steps.replace(0))
    }
}

#[cfg(feature = "explain")]
#[inline(always)]
fn first_of(bytes: &[u8], byte: u8) -> Option<usize> {
    const ONES: u64 = u64::MAX / 255;
    let (eights, rest) = bytes.as_chunks::<8>();
    let mut at = 0;
    for eight in eights {
        let others = u64::from_le_bytes(*eight) ^ (ONES * u64::from(byte));
        // The lowest that is zero has its highest bit here.
        let zeros = others.wrapping_sub(ONES) & !others & (ONES << 7);
        if zeros > 0 {
            return Some(at + zeros.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    rest.iter().position(|one| *one == byte).map(|place| at + place)
}

/// Whether two names are the same but for case. Most differ in length, and asking
/// for that first saves a call, if it is not itself behind one.
#[inline(always)]
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    one.len() == other.len() && is_same(one.as_bytes(), other.as_bytes())
}

/// The same of two that are as long as each other. Those that begin alike differ at their end.
#[inline(never)]
fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut pairs = one.iter().zip(other).rev();
    pairs.all(|(one, other)| one.eq_ignore_ascii_case(other))
}

/// An unsigned decimal times a scale, rounded up, without floating point.
pub(crate) fn decimal(number: &str, scale: u64) -> Option<u64> {
    let (whole, fraction) = cut(number, b'.');
    // Times a thousand, sixteen digits still fit; more mean nothing anyway.
    if !(1..=16).contains(&whole.len()) {
        return None;
    }
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u64::from(byte - b'0'));
    let mut value = 0;
    for byte in whole.bytes() {
        value = value * 10 + digit(byte)?;
    }
    value *= scale;

    let mut place = scale;
    let mut below = false;
    for byte in fraction.bytes() {
        let digit = digit(byte)?;
        place /= 10;
        value += digit * place;
        // Past the last whole unit only "more than nothing" matters.
        below |= place == 0 && digit > 0;
    }
    Some(value + u64::from(below))
}

/// A whole number in digits alone.
pub(crate) fn whole(digits: &str) -> Option<u64> {
    decimal(digits, 1).filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Appends a number in digits.
#[cfg(feature = "explain")]
pub(crate) fn push_number(text: &mut String, number: u64) {
    if number > 9 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// Where a part begins in a text. Most places are ruled out by the first byte.
pub(crate) fn find(text: &str, part: &str) -> Option<usize> {
    find_in(text.as_bytes(), part.as_bytes(), 0)
}

/// The same, from a place on.
pub(crate) fn find_in(text: &[u8], part: &[u8], from: usize) -> Option<usize> {
    let Some(first) = part.first() else { return Some(from) };
    let mut at = from;
    loop {
        at += position(text.get(at..)?, *first)?;
        if text.get(at..)?.starts_with(part) {
            return Some(at);
        }
        at += 1;
    }
}

/// What `str` searches for texts with is made for long ones, and weighs several times as much as all
/// that is searched for here is worth.
#[cfg(feature = "paste")]
pub(crate) trait Search {
    /// As `find`.
    fn at(&self, part: &str) -> Option<usize>;
    /// As `split_once`.
    fn parted(&self, part: &str) -> Option<(&str, &str)>;
    /// As `contains`.
    fn says(&self, part: &str) -> bool;
    /// As `rfind`.
    fn last_at(&self, part: &str) -> Option<usize>;
}

#[cfg(feature = "paste")]
impl Search for str {
    fn at(&self, part: &str) -> Option<usize> {
        find(self, part)
    }

    fn parted(&self, part: &str) -> Option<(&str, &str)> {
        let at = find(self, part)?;
        Some((self.get(..at)?, self.get(at + part.len()..)?))
    }

    fn says(&self, part: &str) -> bool {
        find(self, part).is_some()
    }

    fn last_at(&self, part: &str) -> Option<usize> {
        let first = part.bytes().next()?;
        let begins = |at: &usize| {
            self.as_bytes().get(*at..).is_some_and(|it| it.starts_with(part.as_bytes()))
        };
        let mut places = self.bytes().enumerate().rev().filter(|(_, byte)| *byte == first);
        places.find_map(|(at, _)| Some(at).filter(begins))
    }
}

/// Whether one of the parts between the bars is in a text.
#[cfg(feature = "explain")]
pub(crate) fn has(text: &str, parts: &str) -> bool {
    any(parts, &mut |part| find(text, part).is_some())
}

/// Whether a text is one of those between the bars, but for case.
#[cfg(feature = "explain")]
pub(crate) fn is_one_of(text: &str, texts: &str) -> bool {
    let mut rest = texts.as_bytes();
    loop {
        let length = position(rest, b'|').unwrap_or(rest.len());
        let one = rest.get(..length).filter(|_| length == text.len());
        if one.is_some_and(|one| is_same(one, text.as_bytes())) {
            return length > 0;
        }
        match rest.get(length + 1..) {
            Some(after) => rest = after,
            None => return false,
        }
    }
}

/// Whether one of the texts between the bars is so.
#[cfg(feature = "explain")]
pub(crate) fn any<'a>(texts: &'a str, is: &mut impl FnMut(&'a str) -> bool) -> bool {
    let mut rest = texts;
    while !rest.is_empty() {
        let (text, after) = cut(rest, b'|');
        if is(text) {
            return true;
        }
        rest = after;
    }
    false
}

/// A text with another put behind it.
#[cfg(feature = "explain")]
pub(crate) fn append(text: &mut String, parts: &[&str]) {
    for part in parts {
        text.push_str(part);
    }
}

/// Appends the same, and puts a separator before it where there is something already.
#[cfg(feature = "explain")]
pub(crate) fn append_after(text: &mut String, separator: &str, parts: &[&str]) {
    if !text.is_empty() {
        text.push_str(separator);
    }
    append(text, parts);
}

/// A name's letters and digits alone, in lower case.
pub(crate) fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for byte in name.bytes().filter(u8::is_ascii_alphanumeric) {
        plain.push(char::from(byte.to_ascii_lowercase()));
    }
    plain
}

/// A text without white space around it, and without the mark of its encoding.
#[cfg(feature = "explain")]
pub(crate) fn bare(text: &str) -> &str {
    let text = text.trim_ascii();
    text.strip_prefix('\u{feff}').map_or(text, str::trim_ascii)
}

/// The beginning of a text, up to so many bytes, cut where a character ends.
#[inline(never)]
pub(crate) fn at_most(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// Takes the first character off a text.
#[cfg(feature = "explain")]
pub(crate) fn next(text: &mut &str) -> Option<char> {
    let c = text.chars().next()?;
    *text = text.get(c.len_utf8()..).unwrap_or("");
    Some(c)
}

/// A number in hexadecimal digits alone, and not too many of them.
#[cfg(feature = "explain")]
pub(crate) fn hex(digits: &str) -> Option<u32> {
    let mut value = 0;
    for byte in digits.bytes() {
        value = value << 4 | char::from(byte).to_digit(16)?;
    }
    (1..=6).contains(&digits.len()).then_some(value)
}

/// A table of ours that was packed while compiling; a test says that it is ASCII.
#[cfg(feature = "prose")]
pub(crate) const fn of_ascii(table: &[u8]) -> &str {
    match str::from_utf8(table) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// The digit for zero of numbers in packed texts; there are 64 digits.
#[cfg(feature = "explain")]
pub(crate) const BASE: u8 = b'0';

#[cfg(all(test, feature = "explain"))]
mod tests {
    #[test]
    fn one_of_several_is_a_whole_one() {
        let is = |text| super::is_one_of(text, "value|Val|null");
        assert!(is("VALUE") && is("val") && is("null"));
        assert!(!["", "val|null", "value|val", "valu", "alue", "|", "nulls"].into_iter().any(is));
    }
}
