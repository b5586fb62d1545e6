//! One complaint, or a tree of them, to items.

use super::place::Place;
use super::{ErrorItem, is_bare_word, validator};
use crate::json::{Json, decoded};
use crate::secret::{Kind, is_secret};
use crate::text::{any, append_after, cut, find, is_one_of};
use crate::values::{Value, Values};
use crate::words::Words;

/// Members that hold a complaint's words, wherever they are.
pub(super) const WORDS: &str =
    "message|errMsg|error|_detail|error_description|error_message|errorMessage|msg";
/// Members that hold words too, but might also be fields of the request.
pub(super) const FEEBLE_WORDS: &str = "title|detail|details|description|reason";
/// Members that tell a complaint from a map of fields.
const MARKS: &str =
    "status|code|type|__typename|field|path|extensions|instance|locations|error_code";
const FIELDS: &str = "field|path|property|parameter|param|attribute";
pub(super) const CODES: &str = "code|error_code|errorCode|__typename";
/// Members with further complaints in them.
pub(super) const NESTED: &str = "errors|error|errMsg|details|detail|field_errors|batch_errors|validation_errors|messages|reasons";

/// Everything a value complains of.
pub(super) fn collect(value: &Json, place: &Place, words: &Words, items: &mut Vec<ErrorItem>) {
    if is_one(value) {
        return one(value, place, words, items);
    }
    push(value.word(), place, words, items);
    for (index, (key, inner)) in value.members().iter().enumerate() {
        if value.is_map() {
            let (field, code) = coded(key);
            let from = items.len();
            collect(inner, &place.join(&decoded(field)), words, items);
            for item in items.iter_mut().skip(if code.is_empty() { usize::MAX } else { from }) {
                item.code = item.code.take().or(Some(code.into()));
            }
        } else if inner.is_map() && !is_one(inner) {
            // Fields by name, of the item of the batch that stands here.
            collect(inner, &place.item(index as u64), words, items);
        } else {
            collect(inner, place, words, items);
        }
    }
}

/// A key such as `origins:has_invalid_suffix` in its field and its code. The ends of filters, as
/// in `id:in`, are none.
fn coded(key: &str) -> (&str, &str) {
    const FILTERS: &str = "in|not_in|min|max|greater|less|like|not_like";
    let (field, code) = cut(key, b':');
    let is_word = code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let is_code = code.len() > 2 && is_word && !is_one_of(code, FILTERS) && !field.is_empty();
    if is_code { (field, code) } else { (key, "") }
}

/// Whether an object is a complaint, and not a map of fields to complaints.
pub(super) fn is_one(map: &Json) -> bool {
    if !map.is_map() {
        return false;
    }
    let words = |names| any(names, &mut |name| matches!(map.at(name), Json::Text(_)));
    let marked = || any(MARKS, &mut |name| !map.at(name).word().is_empty());
    let pathed =
        || any("path|extensions|locations", &mut |name| !map.at(name).members().is_empty());
    let known = |key: &str| [WORDS, FEEBLE_WORDS, NESTED].iter().any(|names| is_one_of(key, names));
    let only_known = || map.members().iter().all(|(key, _)| known(key));
    words(WORDS) && (marked() || pathed() || only_known())
        || words(FEEBLE_WORDS)
            && (marked() || map.at("errors").is_map() || map.at("errors").is_list())
        // A code in place of a message.
        || map.get("message").is_some() && is_bare_word(map.at("code").text())
        || words("_detail")
        || map.has("field_errors")
        || map.at("data").is_map() && map.members().len() == 1
        || map.at("status").whole().is_some_and(|code| code >= 400)
}

/// One complaint, and those in it.
pub(super) fn one(map: &Json, place: &Place, words: &Words, items: &mut Vec<ErrorItem>) {
    let mut place = place.clone();
    any(FIELDS, &mut |name| {
        let field = map.at(name);
        // A path of GraphQL begins with names.
        for (at, (_, step)) in field.members().iter().enumerate() {
            if at > 0 || step.whole().is_none() {
                place = place.join(step.word());
            }
        }
        place = place.join(field.word());
        !field.is_empty()
    });
    let from = items.len();
    let mut message = String::new();
    for names in [WORDS, FEEBLE_WORDS] {
        any(names, &mut |name| {
            let text = map.at(name).text().trim_ascii();
            if find(&message, text).is_none() {
                append_after(&mut message, ": ", &[text]);
            }
            false
        });
    }
    push(&message, &place, words, items);
    for (key, value) in map.members() {
        if is_one_of(key, NESTED) && value.text().is_empty() {
            collect(value, &place, words, items);
        }
    }
    if items.len() == from {
        let mut values = Values::default();
        if let Some(identity) = identity(map.get("data").unwrap_or(map)) {
            values.add("identity", Value::Text(identity));
        }
        let said = words.fill(words.text("body.refused"), &values).unwrap_or_default();
        add(said, None, &place, items);
    }
    if !message.is_empty() {
        for part in items.iter_mut().skip(from + 1) {
            part.of = part.of.or(Some(from as u32));
        }
    }
    if let Some(item) = items.get_mut(from) {
        item.status = status_of(map);
        // A validator's code says more than the code of the whole.
        if item.code.is_none() && !message.is_empty() {
            item.code = code_of(map);
        }
    }
}

/// The status in an object, if it can be one.
pub(super) fn status_of(map: &Json) -> Option<u16> {
    let status = map.get("status").unwrap_or(map.at("statusCode")).whole()?;
    (100..=599).contains(&status).then_some(status as u16)
}

/// The code in an object, or the bare word in its `type`.
pub(super) fn code_of(map: &Json) -> Option<String> {
    let mut code = "";
    let found = any(CODES, &mut |name| {
        code = map.at(name).word();
        !code.is_empty()
    });
    if !found {
        code = map.at("extensions").at("code").word();
    }
    if code.is_empty() && is_bare_word(map.at("type").text()) {
        code = map.at("type").text();
    }
    (!code.is_empty()).then(|| decoded(code))
}

/// What identifies the item that a complaint is about.
fn identity(map: &Json) -> Option<String> {
    let mut text = String::new();
    for (key, value) in map.members() {
        if !value.word().is_empty() {
            let shown = if is_secret(key, Kind::Field) { crate::mask::MASK } else { value.word() };
            append_after(&mut text, ", ", &[key, " ", shown]);
        }
    }
    (!text.is_empty()).then_some(text)
}

/// Adds a text as it was written, if there is any.
fn push(text: &str, place: &Place, words: &Words, items: &mut Vec<ErrorItem>) {
    let text = text.trim_ascii();
    if text.is_empty() {
        return;
    }
    let (message, code) = match validator::explained(text) {
        Some((code, name)) => (words.text_of("body.", name).into(), Some(code.into())),
        // A backslash at the end of a body that is cut stands for nothing yet.
        None => (Some(decoded(text)).filter(|it| !it.is_empty()).unwrap_or(text.into()), None),
    };
    add(message, code, place, items);
}

fn add(message: String, code: Option<String>, place: &Place, items: &mut Vec<ErrorItem>) {
    items.push(if items.len() < super::MOST_ITEMS {
        ErrorItem {
            message,
            field: place.field(),
            index: place.index,
            code,
            ..ErrorItem::default()
        }
    } else {
        // Only to be counted.
        ErrorItem::default()
    });
}
