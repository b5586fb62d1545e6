//! What mail, spreadsheets, pages and terminals did to a text that was copied out of them.

use crate::text::{Search, append};

/// Nobody copies more out of them; longer texts are logs.
pub(super) const LONGEST: usize = 200_000;

/// A text as it was before it was copied.
pub(super) fn mended(mut text: String) -> String {
    if text.says("&lt; HTTP/") || text.says("{&quot;") && !text.says("{\"") {
        text = without_entities(&text);
    }
    if let Some(thrown) = shown_by_express(&text) {
        text = thrown;
    }
    if text.says("{“") && !text.says("{\"") {
        text = replaced(&replaced(&text, "“", "\""), "”", "\"");
    }
    // Cells of spreadsheets have quotes twice.
    if text.says("{\"\"") && !text.says("{\"\":") {
        text = replaced(&text, "\"\"", "\"");
    }
    if text.says("=3D") && text.says("=\n") {
        text = replaced(&replaced(&text, "=\n", ""), "=3D", "=");
    }
    if text.says("${") && text.says("^\n") {
        text = without_source(&text);
    }
    if let Some(joined) = unwrapped(&text) {
        text = joined;
    }
    text
}

pub(super) fn replaced(text: &str, from: &str, to: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.parted(from) {
        append(&mut whole, &[before, to]);
        rest = after;
    }
    whole + rest
}

/// What Express threw, of the page that it shows instead of an answer.
fn shown_by_express(text: &str) -> Option<String> {
    let (_, page) = text.parted("<title>Error</title>").filter(|_| text.starts_with('<'))?;
    let (thrown, _) = page.parted("<pre>")?.1.parted("</pre>")?;
    Some(without_entities(&replaced(thrown, "<br>", "\n")))
}

/// As a page shows what a program wrote into it.
fn without_entities(text: &str) -> String {
    const ENTITIES: [(&str, &str); 7] = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#039;", "'"),
        ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ];
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let from = rest.get(before.len()..).unwrap_or("");
        let (entity, sign) =
            ENTITIES.into_iter().find(|(it, _)| from.starts_with(it)).unwrap_or(("&", "&"));
        plain.push_str(sign);
        rest = if entity == "&" { after } else { from.get(entity.len()..).unwrap_or("") };
    }
    plain + rest
}

/// `HTTP/1.1 429 …`, `422 Unprocessable Entity`
fn begins_answer(line: &str) -> bool {
    let code = line.split(' ').next().unwrap_or("");
    line.starts_with("HTTP/") || code.len() == 3 && code.bytes().all(|it| it.is_ascii_digit())
}

/// Without a line of source that a runtime shows above a caret, where it ends within a template.
fn without_source(text: &str) -> String {
    let is_open = |line: &str| {
        line.last_at("${").is_some_and(|at| !line.get(at..).unwrap_or("").contains('}'))
    };
    let is_caret = |line: &str| line.trim() == "^";
    let nexts = text.split('\n').skip(1).chain([""]);
    let lines = text.split('\n').zip(nexts);
    let kept = lines.filter(|(line, next)| !(is_open(line) && is_caret(next)));
    kept.map(|(line, _)| line).collect::<Vec<_>>().join("\n")
}

/// A text whose lines a terminal of some width broke, one of them within a URL, put together again.
fn unwrapped(text: &str) -> Option<String> {
    let width = |line: &str| line.bytes().filter(|it| it & 0xc0 != 0x80).count();
    let widest = text.lines().map(width).max().filter(|width| (60..=240).contains(width))?;
    let is_broken = |line: &str| width(line) == widest;
    let goes_on = |line: &str| {
        let begin = line.as_bytes().first();
        begin.is_some_and(|it| it.is_ascii_alphanumeric() || b"-_/.?&=%:".contains(it))
            && !line.says("://")
            && !begins_answer(line)
    };
    let is_within = |(line, next): (&str, &str)| {
        let is_url = |at: usize| !line.get(at..).unwrap_or(" ").contains([' ', '\'', '"']);
        is_broken(line) && line.last_at("://").is_some_and(is_url) && goes_on(next)
    };
    let is_rest = |line: &str| is_broken(line) && !line.says("://");
    if !text.lines().any(is_rest) || !text.lines().zip(text.lines().skip(1)).any(is_within) {
        return None;
    }
    let mut whole = String::with_capacity(text.len());
    for line in text.lines() {
        append(&mut whole, &[line, if is_broken(line) { "" } else { "\n" }]);
    }
    Some(whole)
}
