//! V3 problems, OAuth, Payments and any other object; jobs that failed.

use super::complaint::{NESTED, code_of, collect, is_one, status_of};
use super::place::Place;
use super::{ApiError, Shape, is_bare_word, is_prose};
use crate::json::{Json, decoded};
use crate::route::Api;
use crate::text::{any, is_one_of};
use crate::words::Words;

/// Members that speak of the whole, in the order in which they become title and detail.
const TEXTS: &str = "title|error|message|detail|details|error_description";

/// The shape of an object that is nothing more special.
pub(super) fn shape(map: &Json, api: Api) -> Shape {
    let has = |name| map.get(name).is_some();
    if has("error_description") || (api == Api::Oauth && has("error")) {
        Shape::Oauth
    } else if api == Api::V2 && has("message") && !has("title") {
        Shape::V2List
    } else if has("type")
        || has("errors")
        || has("status")
        || has("code")
        || any(TEXTS, &mut { has })
    {
        Shape::Problem
    } else {
        Shape::Other
    }
}

/// Whether an object complains although its status is a success: it names a status of
/// its own, or holds errors.
pub(super) fn complains(map: &Json, status: u16) -> bool {
    let own = status_of(map).is_some_and(|own| own >= 400 || own == 207 && status == 207);
    own && (map.has("title") || map.has("message"))
        || (map.has("errors") || map.has("error")) && map.get("data").is_none()
}

/// What an object says of the whole, then its complaints.
pub(super) fn fill(error: &mut ApiError, map: &Json, words: &Words) {
    error.status = error.status.or(status_of(map));
    error.retry_after_ms = error.retry_after_ms.or(wait(map));
    if error.code.is_none() {
        error.code = code_of(map);
    }
    let kind = map.at("type").text();
    if error.kind.is_none() && !kind.is_empty() {
        error.kind = Some(decoded(kind));
    }
    let described = map.at("error_description").text();
    let is_oauth = error.shape == Shape::Oauth || !described.is_empty();
    if is_oauth && is_bare_word(map.at("error").text()) {
        error.code = Some(decoded(map.at("error").text()));
        error.say(described);
    }
    // B2B Edition words it there.
    error.say(map.at("meta").at("message").text());
    any(TEXTS, &mut |name| {
        let is_code = name == "error" && error.code.as_deref() == Some(map.at(name).text());
        if !is_code || described.is_empty() {
            error.say(map.at(name).text());
        }
        false
    });
    // `{"error": {"code", "message", "details"}}` speaks of the whole too.
    let inner = map.at("error");
    if is_one(inner) {
        fill(error, inner, words);
    }
    for (key, value) in map.members() {
        let is_inner = || *key == "error" && is_one(inner);
        if value.text().is_empty() && is_one_of(key, NESTED) && !is_inner() {
            nested(error, value, words);
        }
    }
    sentences(map, error);
}

/// Sentences under names that nobody knows.
fn sentences(value: &Json, error: &mut ApiError) {
    for (key, value) in value.members() {
        if is_prose(value.text()) && !is_one_of(key, "type|instance|timestamp") {
            error.say(value.text());
        } else if !value.members().is_empty()
            && !is_one_of(key, NESTED)
            && !is_one_of(key, "data|meta")
        {
            sentences(value, error);
        }
    }
}

/// Complaints of a map. A problem that stands alone, in no list, speaks of the whole.
fn nested(error: &mut ApiError, value: &Json, words: &Words) {
    if error.title.is_none() && value.is_map() && is_one(value) {
        return fill(error, value, words);
    }
    if let [(_, one)] = value.members()
        && one.has("errors")
    {
        error.status = error.status.or(status_of(one));
    }
    collect(value, &Place::default(), words, &mut error.items);
}

/// The wait that a body asks for.
pub(super) fn wait(map: &Json) -> Option<u64> {
    let mut wait = map.at("retry_after_ms").whole();
    any("retry_after_seconds|retry_after|retryAfter", &mut |name| {
        wait = wait.or(crate::text::decimal(map.at(name).word(), 1000));
        false
    });
    wait.filter(|ms| *ms <= crate::rate_limit::LONGEST_WAIT_MS)
}

/// A job that ended badly, told under a success: `{"data": {"status": "FAILED", "errors"}}`, and a
/// payment, which pages are told by its type: `{"type": "failure"}`.
pub(super) fn failed_job<'a, 'b>(map: &'b Json<'a>, api: Api) -> Option<&'b Json<'a>> {
    let data = map.get("data").filter(|data| data.is_map()).unwrap_or(map);
    let state = data.get("status").or(data.get("state"));
    let state = state.unwrap_or(data.at(if api == Api::Payments { "type" } else { "" })).text();
    is_one_of(state, "failed|error|errored|failure").then_some(data)
}
