//! Cutting text at a byte. The standard library's searchers do the same for any
//! pattern, and in wasm outweigh all the readers of this crate together.

/// The text before and after the first `at`; all of it and nothing where there is none.
pub(crate) fn cut(text: &str, at: u8) -> (&str, &str) {
    let place = text.bytes().position(|byte| byte == at).unwrap_or(text.len());
    (text.get(..place).unwrap_or(text), text.get(place + 1..).unwrap_or(""))
}

/// Whether two names are the same but for case. Most differ in length, and asking
/// for that first saves a call, if it is not itself behind one.
#[inline(always)]
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.eq_ignore_ascii_case(other)
}
