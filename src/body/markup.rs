//! HTML and XML: what a person would read of them.

use super::{ApiError, ErrorItem, Shape};
use crate::text::{cut, find, has, hex, is_one_of, next, same_name, whole};

/// Elements whose content nobody sees.
const HIDDEN: &str = "script|style|noscript|template|svg|head|iframe";
/// What HTML has and V2's XML does not.
const PAGE: &str = "<html|<HTML|<!doctype|<!DOCTYPE|<body|<head|<title|<h1|<center|<p>|<div";

/// Reads a page or a document into an error; false for a text without markup.
///
/// V2 answers in XML where JSON was not asked for. No error of that kind was ever
/// found in the open, so every element that holds a text is taken.
pub(super) fn read(text: &str, error: &mut ApiError) -> bool {
    let is_page = has(text, PAGE);
    if !text.starts_with('<') {
        return false;
    }
    let (mut name, mut hidden) = ("", "");
    let (mut title, mut seen, mut leaf) = (String::new(), String::new(), String::new());
    let mut rest = text;
    while !rest.is_empty() {
        let (before, after) = cut(rest, b'<');
        let in_title = is_page && same_name(name, "title");
        let target = match (is_page, in_title) {
            (false, _) => &mut leaf,
            (true, true) => &mut title,
            (true, false) => &mut seen,
        };
        if in_title || hidden.is_empty() {
            add(target, before);
        }
        if let Some(data) = after.strip_prefix("![CDATA[") {
            add(target, data.get(..find(data, "]]>").unwrap_or(data.len())).unwrap_or(""));
            rest = behind(data, "]]>");
            continue;
        }
        if let Some(comment) = after.strip_prefix("!--") {
            rest = behind(comment, "-->");
            continue;
        }
        let tag = after.get(..tag_length(after)).unwrap_or("");
        let content = after.get(tag.len() + 1..).unwrap_or("");
        rest = content;
        let closing = tag.strip_prefix('/');
        let tag = closing.unwrap_or(tag);
        let end = tag.bytes().position(|byte| byte.is_ascii_whitespace() || byte == b'/');
        let tag = tag.get(..end.unwrap_or(tag.len())).unwrap_or(tag);
        // What an element of XML held, at its end or at that of the document.
        if (closing.is_some() || rest.is_empty()) && !leaf.is_empty() {
            take(name, &leaf, error);
        }
        leaf.clear();
        name = if closing.is_none() { tag } else { "" };
        if closing.is_some() && same_name(tag, hidden) {
            hidden = "";
        }
        if is_page && closing.is_none() && hidden.is_empty() && is_one_of(tag, HIDDEN) {
            hidden = tag;
            // Scripts and styles hold what looks like tags.
            if is_one_of(tag, "script|style") {
                rest = to_end_of(content, tag);
            }
        }
    }
    error.shape = if is_page { Shape::Html } else { Shape::Xml };
    error.title = Some(title).filter(|title| !title.is_empty());
    error.detail = Some(seen).filter(|seen| !seen.is_empty());
    is_page || !error.items.is_empty()
}

/// The length of a tag; a `>` between quotes does not end it.
fn tag_length(text: &str) -> usize {
    let mut quote = b'>';
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'>' if quote == b'>' => return at,
            b'"' | b'\'' if quote == b'>' => quote = byte,
            byte if byte == quote => quote = b'>',
            _ => {}
        }
    }
    text.len()
}

/// Takes what an element of XML held.
fn take(name: &str, text: &str, error: &mut ApiError) {
    if name == "status" {
        error.status = whole(text).filter(|code| (100..600).contains(code)).map(|code| code as u16);
    } else {
        error.items.push(ErrorItem { message: text.into(), ..ErrorItem::default() });
    }
}

/// Adds a text with its entities resolved and its white space folded.
fn add(target: &mut String, text: &str) {
    let mut blank = !target.is_empty();
    let mut rest = text;
    while let Some(mut c) = next(&mut rest) {
        if c == '&'
            && let Some((meant, after)) = entity(rest)
        {
            (c, rest) = (meant, after);
        }
        if c.is_ascii_whitespace() {
            blank = !target.is_empty();
            continue;
        }
        if blank {
            target.push(' ');
            blank = false;
        }
        target.push(c);
    }
}

/// What an entity stands for, and what follows it; `None` for those nobody needs here.
fn entity(text: &str) -> Option<(char, &str)> {
    const NAMED: &str = "amp&|lt<|gt>|quot\"|apos'|nbsp |copy©|mdash—|ndash–|hellip…|rsquo’";
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let (name, rest) = (text.get(..end)?, text.get(end + 1..)?);
    if let Some(number) = name.strip_prefix('#') {
        let point = match number.strip_prefix('x').or(number.strip_prefix('X')) {
            Some(digits) => hex(digits)?,
            None => whole(number).filter(|point| *point < 0x11_0000)? as u32,
        };
        return Some((char::from_u32(point)?, rest));
    }
    let mut meant = None;
    crate::text::any(NAMED, &mut |row| {
        meant = row.strip_prefix(name).and_then(|rest| {
            let mut rest = rest;
            next(&mut rest).filter(|_| rest.is_empty() && !name.is_empty())
        });
        meant.is_some()
    });
    Some((meant?, rest))
}

/// The text behind a mark; nothing where there is none.
fn behind<'a>(text: &'a str, mark: &str) -> &'a str {
    find(text, mark).and_then(|at| text.get(at + mark.len()..)).unwrap_or("")
}

/// The text from the tag on that closes this element.
fn to_end_of<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some(at) = find(rest, "</") {
        let tag = rest.get(at..).unwrap_or("");
        if tag.get(2..name.len() + 2).is_some_and(|close| same_name(close, name)) {
            return tag;
        }
        rest = tag.get(2..).unwrap_or("");
    }
    ""
}
