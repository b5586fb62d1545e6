//! The codes of BigCommerce's validator in words.
//!
//! Some services answer with the keys of their validation library instead of
//! sentences. The list below has those seen and those the library is known to use.

use crate::text::cut;

/// Codes by their beginning, without `error.`; the name of the words for it; and what it says
/// to somebody who looks for phrases. The first row that fits wins.
const ROWS: &str = "path.missing=missing=required\
    |required=missing=required\
    |path.empty=empty=must not be empty\
    |expected.jsnumber=number=must be\
    |expected.jsstring=text=must be\
    |expected.jsboolean=boolean=must be\
    |expected.jsarray=list=must be a list\
    |expected.jsobject=object=must be\
    |expected.valid=listed=must be\
    |expected.date=date=must be\
    |expected=type\
    |minLength=short=too short\
    |maxLength=long=too long\
    |min=small\
    |max=large\
    |email=email=must be\
    |pattern=form=required\
    |unknown=unknown\
    |invalid=invalid=not valid";

/// A code without the full stop it sometimes has, and the name of the words for it; `None`
/// for a sentence.
pub(super) fn explained(text: &str) -> Option<(&str, &'static str)> {
    let code = text.strip_suffix('.').unwrap_or(text);
    Some((code, cut(row(code)?, b'=').0))
}

/// What a code says to somebody who looks for phrases.
pub(crate) fn phrase(code: &str) -> &'static str {
    cut(row(code).unwrap_or(""), b'=').1
}

/// The row of a code, without the code.
fn row(code: &str) -> Option<&'static str> {
    let bare = code.strip_prefix("error.").filter(|code| !crate::text::has(code, " |,"))?;
    let mut found = "code";
    crate::text::any(ROWS, &mut |row| {
        let (known, rest) = cut(row, b'=');
        let fits = bare.starts_with(known);
        if fits {
            found = rest;
        }
        fits
    });
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::{ROWS, explained};

    #[test]
    fn no_row_hides_a_longer_one() {
        let codes: Vec<_> = ROWS.split('|').map(|row| row.split('=').next().unwrap()).collect();
        for (at, code) in codes.iter().enumerate() {
            let hidden = codes[..at].iter().find(|earlier| code.starts_with(**earlier));
            assert_eq!(hidden, None, "{code}");
        }
    }
    #[test]
    fn codes_are_explained_and_sentences_left() {
        assert_eq!(explained("error.path.missing."), Some(("error.path.missing", "missing")));
        assert_eq!(explained("error.something.new"), Some(("error.something.new", "code")));
        assert_eq!(explained("error. Try again"), None);
        assert_eq!(explained("An error"), None);
    }
}
