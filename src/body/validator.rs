//! The codes of BigCommerce's validator in words.
//!
//! Some services answer with the keys of their validation library instead of
//! sentences. The list below has those seen and those the library is known to use.

/// Codes by their beginning, without `error.`, and what they mean; the first row that
/// fits wins.
const ROWS: &str = "path.missing=It is required, and missing.\
    |required=It is required, and missing.\
    |path.empty=It must not be empty.\
    |expected.jsnumber=It must be a number.\
    |expected.jsstring=It must be a text.\
    |expected.jsboolean=It must be true or false.\
    |expected.jsarray=It must be a list.\
    |expected.jsobject=It must be an object.\
    |expected.valid=It must be one of the listed values.\
    |expected.date=It must be a date as in the reference.\
    |expected=It has the wrong type.\
    |minLength=It is too short.\
    |maxLength=It is too long.\
    |min=It is too small.\
    |max=It is too large.\
    |email=It must be an e-mail address.\
    |pattern=It does not have the required form.\
    |unknown=It is not known here.\
    |invalid=It is not valid.";

/// A code without the full stop it sometimes has, and what it means; `None` for a sentence.
pub(super) fn explained(text: &str) -> Option<(&str, &'static str)> {
    let code = text.strip_suffix('.').unwrap_or(text);
    let bare = code.strip_prefix("error.").filter(|code| !crate::text::has(code, " |,"))?;
    let mut words = "It was not accepted.";
    crate::text::any(ROWS, &mut |row| {
        let (known, means) = crate::text::cut(row, b'=');
        let fits = bare.starts_with(known);
        if fits {
            words = means;
        }
        fits
    });
    Some((code, words))
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
        assert_eq!(
            explained("error.path.missing."),
            Some(("error.path.missing", "It is required, and missing."))
        );
        assert_eq!(
            explained("error.something.new"),
            Some(("error.something.new", "It was not accepted."))
        );
        assert_eq!(explained("error. Try again"), None);
        assert_eq!(explained("An error"), None);
    }
}
