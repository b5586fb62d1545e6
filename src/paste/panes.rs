//! The panes of browsers' tools, where a name stands on one line and its value on the next.

use super::draft::Draft;
use super::words;

/// What a pane was selected and copied of; `None` where it is none.
pub(super) fn read(text: &str) -> Option<Draft> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let labelled = |label: &str| {
        let at = lines.iter().position(|line| {
            let line = line.trim_end_matches(':');
            line.eq_ignore_ascii_case(label)
        })?;
        Some((at, *lines.get(at + 1)?))
    };
    // Swagger UI has the same labels about what the lines of the text tell.
    if labelled("Server response").is_some() {
        return None;
    }
    let (from, url) = labelled("Request URL").or_else(|| labelled("URL"))?;
    if !url.starts_with("http") {
        return None;
    }
    let mut draft = Draft::default();
    draft.found_url(url);
    draft.in_browser = true;
    if let Some((_, method)) = labelled("Request method") {
        draft.found_method(method);
    }
    if let Some((_, status)) = labelled("Status code").or_else(|| labelled("Status"))
        && let Some((code, _)) = words::status_in(status)
    {
        draft.found_status(code, super::draft::SURE);
    }
    // The answer's come first, and the request's from its first pseudo header or name on.
    let mut is_request = false;
    let mut rest = lines.get(from..).unwrap_or(&[]).iter();
    while let Some(name) = rest.next() {
        let is_name = name
            .bytes()
            .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || matches!(it, b'-' | b':'))
            && name.bytes().any(|it| it.is_ascii_lowercase());
        if !is_name {
            continue;
        }
        let Some(value) = rest.next() else { break };
        is_request |= name.starts_with(':') || matches!(*name, "accept" | "host" | "user-agent");
        if is_request {
            draft.sends(name, value);
        } else {
            draft.receives(name, value);
        }
    }
    Some(draft)
}
