//! Whether what stands behind a name is its value: no gap that nobody filled, no sentence
//! about it.

use super::SCHEMES;
use crate::secret::is_card_code;
use crate::text::{cut, has, is_one_of};

/// Words of sentences about a value, and what programs write for no value.
const PROSE: &str = "is|are|was|must|be|has|have|not|no|should|cannot|the|a|of|to|for|and|please|required|invalid|missing|expired|revoked|unknown|null|none|true|false|undefined|string|object|array|redacted";

/// A sentence is not longer, and neither is a gap. What is neither is masked and passed
/// over, so that however many names lead to the same end, it is looked at once.
const LONGEST_SENTENCE: usize = 256;

/// Has a digit, or is too long for a word.
pub(super) fn is_random(value: &str) -> bool {
    value.len() >= 20 || has_digit(value)
}

pub(super) fn has_digit(value: &str) -> bool {
    value.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a value is open yet: `{token}`, `$TOKEN`, `<your token>:<secret>`, `xxxxx`. What was
/// sent may be a secret all the same, with a digit in it or of one sign over and over.
pub(super) fn is_open(value: &str, is_sent: bool) -> bool {
    const GAPS: &str = "xxxx|XXXX|***|•••|*…|env.|env[|env(|environ|ENV[";
    if value.len() > LONGEST_SENTENCE || is_sent && has_digit(value) {
        return false;
    }
    let mut rest = if has(value, GAPS) { "" } else { value };
    while !rest.is_empty() {
        let (part, after) = cut(rest, b':');
        if !is_gap(part, is_sent) {
            return false;
        }
        rest = after;
    }
    true
}

fn is_gap(part: &str, is_sent: bool) -> bool {
    let bytes = part.as_bytes();
    let Some((first, last)) = bytes.first().zip(bytes.last()) else { return true };
    match (first, last) {
        (b'{', b'}') | (b'<', b'>') | (b'%', b'%') | (b'$', b'}' | b')') => return true,
        (b'[', b']') | (b'$', _) if !has_digit(part) => return true,
        _ => {}
    }
    !is_sent && bytes.iter().all(|byte| byte == first)
        || (bytes.len() < 6 && bytes.iter().all(u8::is_ascii_digit))
        || (!has(part, "{|}|<|>|[|:|$") && crate::diagnose::placeholder(part).is_some())
}

/// Whether what stands behind a name is its value. What was sent is no sentence about it.
pub(super) fn is_value(name: &str, value: &str, shortest: usize, is_sent: bool) -> bool {
    if is_card_code(name) && (3..5).contains(&value.len()) {
        return value.bytes().all(|byte| byte.is_ascii_digit());
    }
    value.len() >= shortest && !is_open(value, is_sent) && (is_sent || !is_prose(value))
}

/// A sentence, a word about the value, or the code of a validator.
fn is_prose(value: &str) -> bool {
    let mut rest = if value.len() > LONGEST_SENTENCE { "" } else { value };
    while !rest.is_empty() {
        let (word, after) = cut(rest, b' ');
        if is_one_of(word, PROSE) {
            return true;
        }
        rest = after;
    }
    is_one_of(value, SCHEMES) || value.starts_with("error.")
}
