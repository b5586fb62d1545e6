//! What is secret without a name beside it: long and random, or with a known beginning.

use crate::text::{any, find, has};

/// How the tokens of well-known services begin.
const PREFIXES: &str = "ghp_|gho_|ghu_|ghs_|ghr_|github_pat_|glpat-|sk_live_|sk_test_|rk_live_|rk_test_|whsec_|xoxb-|xoxp-|AKIA|AIza|npm_|shpat_";

/// The same as a regular expression, for the npm package.
///
/// ```
/// let pattern = bc_status::secret::prefix_pattern();
/// assert!(pattern.contains("|sk_live_|") && pattern.ends_with(r"[\w-]{12,}"));
/// ```
#[cfg(feature = "prose")]
pub fn prefix_pattern() -> String {
    [r"(?<![A-Za-z\d])(?:", PREFIXES, r")[\w-]{12,}"].concat()
}

/// Whether a run of letters, digits and a few signs is a JWT, a token or a key, or letters
/// that somebody hid behind escapes.
pub(super) fn is_lookalike(run: &str) -> bool {
    if run.len() <= 16 {
        return false;
    }
    let escapes = run.bytes().filter(|byte| *byte == b'%').count();
    if run.starts_with("eyJ") || escapes > 8 || is_prefixed(run) {
        return true;
    }
    let (mut length, mut digits, mut others) = (0, 0, 0);
    for byte in run.bytes().chain([b'.']) {
        if byte.is_ascii_alphanumeric() {
            length += 1;
            digits += usize::from(byte.is_ascii_digit());
            others += usize::from(!byte.is_ascii_hexdigit());
            continue;
        }
        let mixed = digits >= 3 && length - digits >= 3;
        if mixed && length >= if others == 0 { 40 } else { 24 } {
            return true;
        }
        (length, digits, others) = (0, 0, 0);
    }
    false
}

fn is_prefixed(run: &str) -> bool {
    // One of these is in every beginning.
    if !run.bytes().any(|byte| matches!(byte, b'_' | b'-' | b'A')) {
        return false;
    }
    let mut is = |prefix| {
        find(run, prefix).is_some_and(|at| {
            let before = |places| run.as_bytes().get(at.wrapping_sub(places));
            let is_inside = before(1).is_some_and(u8::is_ascii_alphanumeric);
            run.len() > at + 16 && (!is_inside || before(3) == Some(&b'%'))
        })
    };
    any(PREFIXES, &mut is) && !has(run, "xxxx|XXXX|your|YOUR")
}
