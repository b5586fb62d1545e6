//! Commands of PowerShell.

use super::draft::Draft;
use super::urls::url_in;
use super::value_reader::Reader;
use crate::text::{Search, is_one_of};

/// `Invoke-WebRequest -Uri "…" -Method "POST" -Headers @{ "a"="b" } -Body "…"`
pub(super) fn read(command: &str) -> Option<(Draft, usize)> {
    let mut draft = Draft { request_headers: Some(Vec::new()), ..Draft::default() };
    // Each option on a line of its own, or all of them on one.
    let mut end = 0;
    let mut at = 0;
    while let Some(found) = command.get(at..)?.find('-') {
        let rest = command.get(at + found + 1..)?;
        at += found + 1;
        let name =
            rest.get(..rest.find(|it: char| !it.is_ascii_alphabetic()).unwrap_or(rest.len()))?;
        let value = rest.get(name.len()..)?.trim_start_matches([' ', '\t', '`', '\n', '(']);
        let begin =
            at + rest.len() - rest.trim_start_matches(|it: char| it.is_ascii_alphabetic()).len();
        let begin = begin + rest.get(name.len()..)?.len() - value.len();
        let taken = match name.to_ascii_lowercase().as_str() {
            "uri" => {
                let (text, length) = word(value);
                draft.url = text;
                length
            }
            "method" => {
                let (text, length) = word(value);
                draft.method = text.to_ascii_uppercase();
                length
            }
            "contenttype" | "useragent" => {
                let (text, length) = word(value);
                draft.sends(if name.len() > 9 { "Content-Type" } else { "User-Agent" }, &text);
                length
            }
            "headers" if value.starts_with("@{") => {
                let plain = unquoted(value);
                let (headers, _) = Reader::new(&plain).nested_at(1)?;
                for (name, value) in super::members::head_of(&headers)? {
                    if !is_one_of(&name, "authority|method|path|scheme") {
                        draft.sends(&name, &value);
                    }
                }
                value.at("\n}").map_or(2, |at| at + 2)
            }
            "body" => {
                let value =
                    value.strip_prefix("[System.Text.Encoding]::UTF8.GetBytes(").unwrap_or(value);
                let (text, length) = word(value);
                draft.request_body = Some(text);
                length
            }
            "websession" | "session" | "outfile" | "usebasicparsing" | "credential"
            | "authentication" | "timeoutsec" => 0,
            _ => continue,
        };
        at = (begin + taken).max(at);
        end = at;
        while !command.is_char_boundary(at) {
            at += 1;
        }
        // The command ends with a line that does not go on.
        let line = command.get(at..)?;
        let line = line.get(..line.find('\n').unwrap_or(line.len()))?;
        if !line.contains('`') && !line.says(" -") {
            break;
        }
    }
    if draft.url.is_empty() {
        draft.url = url_in(command).map(|(_, url)| url.to_string())?;
    }
    if draft.method.is_empty() {
        draft.method = "GET".into();
    }
    Some((draft, end.min(command.len())))
}

/// A word of PowerShell, in quotes or not, and its length.
fn word(text: &str) -> (String, usize) {
    let quote = text.chars().next().filter(|it| matches!(it, '"' | '\''));
    let Some(quote) = quote else {
        let end = text.find(|it: char| it.is_whitespace() || it == ')').unwrap_or(text.len());
        return (text.get(..end).unwrap_or("").into(), end);
    };
    let mut word = String::new();
    let mut letters = text.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        if letter == quote {
            return (word, at + 1);
        }
        if letter == '`' && quote == '"' {
            match letters.next() {
                Some((_, 'n')) => word.push('\n'),
                Some((_, other)) => word.push(other),
                None => {}
            }
        } else {
            word.push(letter);
        }
    }
    (word, text.len())
}

/// A quote within quotes as JSON has it, where PowerShell has a grave accent before it.
fn unquoted(mut text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    while let Some((before, after)) = text.parted("`\"") {
        plain.push_str(before);
        plain.push_str("\\\"");
        text = after;
    }
    plain.push_str(text);
    plain
}
