//! Bodies among the members of a value: what BigCommerce answered, whatever a log calls it.

use super::members::text as text_of;
use super::names::plain;
use super::value::Value;
use super::value_reader::Reader;
use crate::base64;
use crate::text::{Search, append, is_one_of};

/// The answer that a text is, whatever it is called: JSON of BigCommerce's, maybe behind its status
/// and between quotes, as n8n has it.
pub(super) fn answer_in(text: &str) -> Option<String> {
    let start = text.bytes().position(|it| matches!(it, b'{' | b'['))?;
    let is_of_front = |it: u8| it.is_ascii_digit() || matches!(it, b' ' | b'"' | b'-');
    if !text.bytes().take(start).all(is_of_front) {
        return None;
    }
    let mut rest = text.get(start..)?.trim_end_matches([' ', '"']);
    let mut body = String::new();
    if rest.starts_with("{\\\"") {
        while let Some((front, behind)) = rest.parted("\\\"") {
            append(&mut body, &[front, "\""]);
            rest = behind;
        }
    }
    body.push_str(rest);
    let (value, _) = Reader::new(&body).nested_at(0)?;
    let says = |one: &Value, name: &str| one.get("status").and(one.get(name)).is_some();
    let of_v2 = || value.items().first().is_some_and(|one| says(one, "message"));
    (says(&value, "title") || of_v2()).then_some(body)
}

pub(super) fn content_of(content: &Value) -> Option<String> {
    let text = content.get("text").and_then(Value::text)?;
    if text_of(content, "encoding") != "base64" {
        return Some(text.into());
    }
    let (bytes, rest) = base64::decoded(text);
    let decoded = String::from_utf8(bytes).ok().filter(|_| rest.is_empty());
    Some(decoded.unwrap_or_else(|| text.into()))
}

pub(super) fn body_of(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        Value::Map(_) | Value::List(_) => {
            let mut json = String::new();
            value.write(&mut json);
            Some(json)
        }
        _ => None,
    }
}

/// Whether an object is what BigCommerce answers, whatever a log calls it.
pub(super) fn is_answer_body(value: &Value) -> bool {
    let has = |name: &str| value.get(name).is_some();
    let is_problem = has("title") && has("status") && (has("type") || has("errors"));
    is_problem && !has("headers") && !has("url") && !has("data") && !has("body")
}

/// What a client inspects of a stream is no body.
pub(super) fn is_body(value: &Value) -> bool {
    match value {
        Value::Text(text) => !text.is_empty(),
        Value::Map(members) => {
            !members.iter().any(|(key, _)| is_one_of(&plain(key), "locked|readablestate|events"))
        }
        Value::List(items) => !items.is_empty(),
        _ => false,
    }
}
