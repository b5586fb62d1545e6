//! What the body of a request looks like. Its content never goes anywhere.

use crate::json;

/// The kind of a request's body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// There is none, or it is not known.
    Nothing,
    /// A JSON object.
    Object,
    /// A JSON list of so many items.
    List(usize),
    /// Looks like JSON and is none.
    Broken,
    /// Anything else.
    Other,
}

impl Kind {
    /// The kind of a body; of an empty one too.
    pub fn of(text: &str) -> Kind {
        let text = crate::text::bare(text);
        match json::read(text) {
            None if text.is_empty() => Kind::Nothing,
            None if text.starts_with('\'') => Kind::Broken,
            None => Kind::Other,
            Some(json) if json.is_cut || !json.rest.is_empty() => Kind::Broken,
            Some(json) if json.value.is_map() => Kind::Object,
            Some(json) if json.value.is_list() => Kind::List(json.value.members().len()),
            Some(_) => Kind::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn bodies_have_a_kind() {
        for (text, kind) in [
            ("{\"a\": 1}", Kind::Object),
            ("[{}, {}]", Kind::List(2)),
            ("{\"a\": 1", Kind::Broken),
            ("{'a': 1}", Kind::Broken),
            ("grant_type=code&code=x", Kind::Other),
            ("<order/>", Kind::Other),
            ("plain words", Kind::Other),
            (" \n", Kind::Nothing),
        ] {
            assert_eq!(Kind::of(text), kind, "{text}");
        }
    }
}
