//! What programs write before, around and behind a line.

use super::draft::side_of;
use crate::text::Search;

/// `name: value`, where the name can be that of a header.
pub(super) fn header(line: &str) -> Option<(&str, &str)> {
    if let Some((name, value)) = line.parted("\t").filter(|(name, _)| side_of(name).is_some()) {
        return Some((name, value.trim()));
    }
    let pseudo = line.strip_prefix(':').map_or(0, |_| 1);
    let end = line.get(pseudo..)?.find(':')? + pseudo;
    let name = line.get(..end)?;
    let is_token = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | ':');
    let value = line.get(end + 1..)?;
    // `RateLimitError: …` is what a program raised.
    let is_error = name.ends_with("Error") || name.ends_with("Exception");
    let is_name = name.len() > 1 && name.chars().all(is_token) && !is_error;
    (is_name && !value.starts_with("//") && !value.starts_with(':')).then(|| (name, value.trim()))
}

/// Without arrows, labels and dashes before it; and whether it is a remark of curl's.
pub(super) fn without_marks(line: &str) -> (&str, bool) {
    let mut line = line;
    for _ in 0..5 {
        let text = line.trim_start();
        if let Some(rest) = text.strip_prefix("* ").or_else(|| text.strip_prefix("== Info: ")) {
            return (rest, true);
        }
        // How much curl sent or received.
        if text.ends_with(" bytes data]") && (text.starts_with("{ [") || text.starts_with("} [")) {
            return ("", true);
        }
        let marks = [
            "--> ",
            "<-- ",
            "> ",
            "< ",
            "| ",
            "│ ",
            "- ",
            "→ ",
            "← ",
            "<- ",
            "-> ",
            // lftp
            "---> ",
            "<--- ",
            "<--* ",
            "=> ",
            "== ",
            "header: ",
            "request: ",
            "response: ",
            "reply: ",
            "$ ",
            "// ",
            "┌ ",
            "└ ",
        ];
        let shorter = marks.into_iter().find_map(|mark| text.strip_prefix(mark));
        let is_alone = matches!(text, ">" | "<" | "|" | "│" | "└" | "┌" | "--->" | "<---");
        match shorter.or_else(|| logger(text)).or_else(|| clock(text)) {
            Some(rest) => line = rest,
            None if is_alone => return ("", false),
            None => break,
        }
    }
    (line, false)
}

/// Behind the seconds since the beginning, and what came: `[  0.030] recv (stream_id=13) `.
fn clock(line: &str) -> Option<&str> {
    let (inner, rest) = line.strip_prefix('[')?.parted("] ")?;
    let is_time = inner.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'.'));
    if !is_time || !inner.contains('.') {
        return None;
    }
    let behind = |front: &str| rest.strip_prefix(front)?.parted(") ").map(|(_, rest)| rest);
    Some(behind("recv (").or_else(|| behind("send (")).unwrap_or(rest))
}

/// Behind what a logger writes before a message: `I, [2026-11-27T22:39:53 #15]  INFO -- request: `.
fn logger(line: &str) -> Option<&str> {
    let begins = line.len() > 3 && line.as_bytes().get(1..3) == Some(b", ");
    if begins && let Some((_, rest)) = line.parted(" -- ") {
        return rest.parted(": ").map(|(_, rest)| rest);
    }
    None
}

pub(super) fn is_farewell(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("curl: (")
        || line.starts_with("Connection #")
        || line.starts_with("http: ")
        || line.says("requests processed")
}

/// curl's farewell follows a body on its last line, where that has no end.
pub(super) fn without_farewell(line: &str) -> &str {
    let ends = ["* Connection #", "* Closing connection", "HTTP 1", "HTTP 2", "HTTP 3"];
    let at = ends.into_iter().filter_map(|end| line.at(end)).min();
    line.get(..at.unwrap_or(line.len())).unwrap_or(line)
}
