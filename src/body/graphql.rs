//! Errors of GraphQL: beside the data, and inside it.
//!
//! A query that fails has `errors` at the top. A mutation that is refused has them
//! deep in `data`, with a `__typename` each; an empty list there means success.

use super::complaint::{collect, one};
use super::place::Place;
use super::{ApiError, ErrorItem, Reading};
use crate::json::{Json, decoded};
use crate::outcome::Outcome;
use crate::route::Api;
use crate::text::{append, append_after, has, whole};
use crate::words::Words;

/// More scopes than this no answer asks for.
const MOST_SCOPES: usize = 5;
/// More of what is null is not told.
const MOST_NULLS: usize = 3;
/// Below this many names something optional may be null: `data.cart.createCart.cart`.
const DEEPEST_NULL: usize = 2;

/// Whether an object is an answer of GraphQL: by its URL, or by what only GraphQL has.
pub(super) fn is_answer(map: &Json, api: Api) -> bool {
    let by_url = matches!(api, Api::GraphqlStorefront | Api::GraphqlAdmin | Api::GraphqlAccount);
    let errors = map.at("errors");
    let (data, any) = (map.get("data").is_some(), !errors.is_empty());
    let others = map.members().len() - usize::from(data) - usize::from(any);
    let typical = |error: &Json| error.get("locations").or(error.get("extensions")).is_some();
    let bare = |error: &Json| {
        let others = "status|title|field|code|type";
        error.has("message") && !crate::text::any(others, &mut |name| error.get(name).is_some())
    };
    let errors = || errors.members().iter().map(|(_, error)| error);
    by_url && (data || any)
        || errors().any(typical)
        || any && map.at("errors").is_list() && others == 0 && errors().all(bare)
}

pub(super) fn read(map: &Json, failed: bool, words: &Words, reading: &mut Reading) {
    let errors = map.at("errors");
    reading.has_query_errors = !errors.is_empty();
    reading.has_data = map.at("data").is_map();
    let error = &mut reading.found;
    for (_, item) in errors.members().iter().filter(|(_, item)| item.is_map()) {
        one(item, &Place::default(), words, &mut error.items);
        for (_, list) in item.at("extensions").members().iter().filter(|(_, it)| it.is_list()) {
            for (_, one) in list.members() {
                told(one, &mut error.items);
            }
        }
        for (_, scope) in item.at("extensions").at("requiredScopes").members() {
            let scope = decoded(scope.text());
            let scopes = &mut reading.required_scopes;
            if !scope.is_empty() && scopes.len() < MOST_SCOPES && !scopes.contains(&scope) {
                scopes.push(scope);
            }
        }
    }
    if error.items.is_empty() {
        collect(errors, &Place::default(), words, &mut error.items);
    }
    let asked = error.items.len();
    let data = map.at("data");
    inside(data, &Place::default(), words, error);
    if error.items.is_empty() && failed {
        super::problem::fill(error, map, words);
    }
    if failed {
        return;
    }
    let has_data = holds_anything(data);
    if error.items.is_empty() {
        nulls(data, "data", 0, &mut reading.nulls);
        let mut is_empty = false;
        reading.lists_nothing = lists_nothing(data, &mut is_empty) && is_empty;
    }
    reading.says = !error.items.is_empty();
    // Of an error that says nothing there is no item.
    reading.outcome = Some(match (reading.has_query_errors, error.items.len() > asked) {
        (false, true) => Outcome::Rejected,
        (false, false) if has_data || map.get("data").is_none() => Outcome::Ok,
        (false, false) => Outcome::Empty,
        _ if has_data => Outcome::Partial,
        _ => refusal(error),
    });
}

/// What an error of B2B Edition has of each product beside its message: `OOS: Blue mug`.
fn told(one: &Json, items: &mut Vec<ErrorItem>) {
    let code = one.at("code").text();
    if !code.is_empty() {
        let mut message = decoded(code);
        append_after(&mut message, ": ", &[&decoded(one.at("productName").text())]);
        items.push(ErrorItem { message, ..ErrorItem::default() });
    }
}

/// Errors of a mutation, wherever they are in the data.
fn inside(value: &Json, place: &Place, words: &Words, error: &mut ApiError) {
    for (key, inner) in value.members() {
        let holds_one = inner.members().iter().any(|(_, item)| item.is_map());
        // How B2B Edition judges each product of a list.
        if inner.at("responseType").text() == "ERROR" {
            one(inner, place, words, &mut error.items);
        } else if !(*key == "errors" && inner.is_list() && holds_one) {
            inside(inner, &place.join(key), words, error);
        } else {
            for (_, item) in inner.members() {
                let from = error.items.len();
                one(item, &Place::default(), words, &mut error.items);
                if let Some(item) = error.items.get_mut(from)
                    && item.field.is_none()
                {
                    item.field = place.field();
                }
            }
        }
    }
}

/// Whether anything in the data is not null. An empty list of errors is a success by itself, and
/// nothing beside what is null.
fn holds_anything(data: &Json) -> bool {
    let Json::Map(members) = data else { return *data != Json::Null };
    let is_no_error = |key: &str, value: &Json| key == "errors" && value.is_empty();
    let mut others = members.iter().filter(|(key, value)| !is_no_error(key, value)).peekable();
    if others.peek().is_none() {
        return !members.is_empty();
    }
    others.any(|(_, value)| holds_anything(value))
}

/// Whether the data has no item of any list, and nothing beside its lists.
fn lists_nothing(data: &Json, is_empty: &mut bool) -> bool {
    data.members().iter().all(|(key, value)| match *key {
        "edges" | "nodes" => {
            *is_empty |= value.is_list();
            value.is_list() && value.is_empty()
        }
        "__typename" | "pageInfo" | "collectionInfo" => true,
        _ => value.is_map() && lists_nothing(value, is_empty),
    })
}

/// What is null near the top of the data, where answers to changes are. What was removed is null
/// by right.
fn nulls(data: &Json, path: &str, depth: usize, found: &mut Vec<String>) {
    for (key, value) in data.members() {
        let is_gone =
            crate::text::any("delete|remove|unassign|unapply|clear|logout", &mut |verb| {
                key.starts_with(verb)
            });
        // Who logs in may have no cart.
        let is_gone = is_gone || *key == "cart" && has(path, "ogin");
        if is_gone || data.is_list() || found.len() >= MOST_NULLS {
            continue;
        }
        let mut name = String::from(path);
        append(&mut name, &[".", &decoded(key)]);
        if *value == Json::Null {
            found.push(name);
        } else if depth < DEEPEST_NULL {
            nulls(value, &name, depth + 1, found);
        }
    }
}

/// What a refused query amounts to.
fn refusal(error: &ApiError) -> Outcome {
    let code = error.items.iter().find_map(|item| item.code.as_deref()).unwrap_or("");
    // B2B Edition has numbers, of which the first three digits are a status: 401, 40101.
    let status = code.get(..3).and_then(whole).filter(|_| whole(code).is_some());
    if let Some(status @ 400..600) = status {
        return crate::status::outcome(status as u16);
    }
    if has(code, "ACCESS|AUTH|FORBIDDEN") {
        Outcome::Denied
    } else if has(code, "THROTTLED|RATE_LIMIT") {
        Outcome::Throttled
    } else if has(code, "INTERNAL") {
        Outcome::Failed
    } else {
        Outcome::Rejected
    }
}
