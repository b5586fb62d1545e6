//! Calls of `fetch`.

use super::draft::Draft;
use super::value::Value;
use super::value_reader::Reader;
use crate::text::has;

/// `fetch("…", { … })`, as browsers copy it and as people write it.
pub(super) fn read(command: &str) -> Option<(Draft, usize)> {
    let inner = command.get("fetch".len()..)?.trim_start().strip_prefix('(')?.trim_start();
    let from = command.len() - inner.len();
    let mut draft = Draft { method: "GET".into(), ..Draft::default() };
    let quote = inner.chars().next().filter(|it| matches!(it, '"' | '\'' | '`'));
    let end = match quote {
        Some(quote) => {
            let end = inner.get(1..)?.find(quote)? + 1;
            draft.found_url(inner.get(1..end)?);
            end + 1
        }
        // A variable, of which nobody says what is in it.
        None => {
            let name = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '.' | '$');
            let end = inner.len() - inner.trim_start_matches(name).len();
            let behind = inner.get(end..)?.trim_start().strip_prefix(',')?;
            if end == 0 || !behind.trim_start().starts_with('{') {
                return None;
            }
            end
        }
    };
    let rest = inner.get(end..)?;
    let mut length = from + end;
    let behind = rest.trim_start();
    if let Some(init) = behind.strip_prefix(',') {
        let start = command.len() - init.trim_start().len();
        if let Some((value, end)) = Reader::new(command).nested_at(start) {
            let text = |name| value.get(name).and_then(Value::text);
            if let Some(method) = text("method") {
                draft.method = method.to_ascii_uppercase();
            }
            // What a variable holds is not shown.
            let is_plain =
                |(_, value): &(String, Value)| value.text().is_some_and(|it| !has(it, "${"));
            let headers = value.get("headers").filter(|it| it.members().iter().all(is_plain));
            draft.request_headers = headers.and_then(super::members::head_of);
            draft.request_body = value.get("body").and_then(super::bodies::body_of);
            // Only what browsers copy of themselves has these.
            draft.in_browser = value.get("mode").is_some() || value.get("credentials").is_some();
            length = end;
        }
    }
    // Which they are, a variable knows.
    if !has(command.get(from..length)?, "headers|...") {
        draft.request_headers.get_or_insert_default();
    }
    let tail = command.get(length..)?;
    length += tail.len() - tail.trim_start_matches([' ', ',', ')', ';']).len();
    Some((draft, length))
}
