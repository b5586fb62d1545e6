//! HTTP Archives that are whole. They are long, and only one of their exchanges is asked for: the
//! others are looked at no closer than it takes to know which.

use super::draft::Draft;
use super::escapes::unescaped;
use super::members::of_entry;
use super::value::Value;
use crate::json::{self, Json};
use crate::route::{Api, api};
use crate::text::{at_most, has};

/// The exchange that is asked for, else the last that failed; how many there are, and which of
/// them it is, from 0. `None` where a text is no archive, or no whole one.
pub(super) fn read(text: &str, wanted: Option<u32>) -> Option<(Draft, usize, usize)> {
    let text = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    if !text.starts_with('{') || !has(at_most(text, 4096), "\"log\"") {
        return None;
    }
    let document = json::read(text)?;
    let whole = !document.is_cut && document.rest.trim().is_empty();
    let entries = document.value.at("log").at("entries").members();
    if entries.is_empty() {
        return None;
    }
    let at = match wanted {
        Some(entry) => (entry.max(1) as usize).min(entries.len()) - 1,
        None => chosen(entries.iter().map(|(_, entry)| entry)),
    };
    let (_, entry) = entries.get(at).filter(|_| whole)?;
    Some((of_entry(&Value::from(entry)), entries.len(), at))
}

/// The last that failed, BigCommerce's before others; else the last. See `super::chosen`.
fn chosen<'a>(
    entries: impl DoubleEndedIterator<Item = &'a Json<'a>> + ExactSizeIterator + Clone,
) -> usize {
    let code = |entry: &Json| entry.at("response").at("status").whole().unwrap_or(0);
    let has_failed = |entry: &&Json| !(100..400).contains(&code(entry));
    let is_own =
        |entry: &&Json| api(&unescaped(entry.at("request").at("url").text())) != Api::Unknown;
    let mut own = entries.clone();
    let mut any = entries.clone();
    own.rposition(|entry| has_failed(&entry) && is_own(&entry))
        .or_else(|| any.rposition(|entry| has_failed(&entry)))
        .unwrap_or(entries.len() - 1)
}

impl From<&Json<'_>> for Value {
    fn from(json: &Json) -> Value {
        let member = |(name, inner): &(&str, Json)| (unescaped(name), Value::from(inner));
        match json {
            Json::Null => Value::Word("null".into()),
            Json::Bool(is) => Value::Word(if *is { "true" } else { "false" }.into()),
            Json::Number(number) => Value::Number((*number).into()),
            Json::Text(text) => Value::Text(unescaped(text)),
            Json::List(items) => Value::List(items.iter().map(|(_, item)| item.into()).collect()),
            Json::Map(members) => Value::Map(members.iter().map(member).collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::paste::read;

    #[test]
    fn a_whole_archive_tells_what_one_that_is_cut_tells() {
        let entry = |path: &str, status: u16, host: &str| {
            format!(
                r#"{{"request":{{"method":"GET","url":"https://{host}{path}","headers":[{{"name":"Accept","value":"a"}}]}},"response":{{"status":{status},"headers":[],"content":{{"text":"\"\ud83d\ude00\" \r\n{status}"}}}}}}"#
            )
        };
        let (own, other) = ("api.bigcommerce.com", "a.example");
        let store = "/stores/abc123/v3/hooks";
        let all = [
            entry(store, 404, own),
            entry(store, 200, own),
            entry("/a", 500, other),
            entry("/b", 0, other),
            entry("/c", 304, other),
        ];
        for count in 1..=all.len() {
            for wanted in [None, Some(1), Some(2), Some(9)] {
                let whole = format!(r#"{{"log":{{"entries":[{}]}}}}"#, all[..count].join(","));
                let cut = whole.trim_end_matches('}');
                let told = read(&whole, wanted).unwrap();
                assert!(
                    super::read(&whole, wanted).is_some() && super::read(cut, wanted).is_none()
                );
                assert_eq!(Some(told), read(cut, wanted), "{count} {wanted:?}");
            }
        }
        assert_eq!(read(r#"{"log":{"entries":[]}}"#, None).unwrap().entries, 0);
    }
}
