//! Placeholders in a URL that nobody filled in, and what people take out of one before they show it.

use super::case::Case;
use crate::body::Shape;
use crate::text::{cut, has, is_one_of, same_name};
use std::cell::Cell;

/// What stands where a value belongs.
#[derive(Clone, Copy)]
pub(super) struct Placeholder<'a> {
    pub text: &'a str,
    /// Whoever showed the request may have taken the value out himself.
    pub is_taken_out: bool,
}

impl<'a> Case<'a> {
    /// The one in path, query or host that may be what the answer is about. What was taken out tells
    /// less than what was sent, wherever it stands: reports seldom show a store hash.
    pub fn find_placeholder(&self) -> Option<Placeholder<'a>> {
        let taken_out = Cell::new(None);
        let is_sent = |text: &&'a str| {
            let is_out = is_taken_out(text);
            if is_out && taken_out.get().is_none() {
                taken_out.set(Some(*text));
            }
            !is_out
        };
        let hash = self.hash().unwrap_or("");
        let (has_store, has_one) = (self.has_reached_the_store(), self.has_found_what_it_names());
        let in_path = &mut |step: &'a str| {
            let is_proven = if step == hash { has_store } else { has_one };
            let found = placeholder(step).filter(|found| !is_proven || is_nothing(found));
            found.filter(is_sent)
        };
        let in_query = &mut |pair: &'a str| placeholder(cut(pair, b'=').1).filter(is_sent);
        // A query of GraphQL is full of braces.
        let is_graphql = has(self.url.path, "/graphql") || has(self.url.query, "query=");
        let query = if is_graphql { "" } else { self.url.query };
        // A store without a hash.
        let is_storeless = has(self.url.host, "store-undefined|store-null");
        let in_host = || {
            let found = placeholder(self.url.host).or(Some(self.url.host).filter(|_| is_storeless));
            found.filter(is_sent)
        };
        let text = first_in(self.url.path, b'/', in_path)
            .or_else(|| first_in(query, b'&', in_query))
            .or_else(in_host);
        let sent = text.map(|text| Placeholder { text, is_taken_out: false });
        sent.or(taken_out.get().map(|text| Placeholder { text, is_taken_out: true }))
    }

    /// One that was sent as it stands there.
    pub fn unfilled(&self) -> Option<&'a str> {
        self.placeholder.filter(|it| !it.is_taken_out).map(|it| it.text)
    }

    /// Whether the store itself has answered, which only a real hash leads to: route and token are
    /// looked at before the store is, and a quota is a store's.
    pub fn has_reached_the_store(&self) -> bool {
        let limit = self.found.rate_limit;
        limit.is_some_and(|limit| limit.left.is_some() || limit.quota.is_some())
            || self.is_told_by_a_store()
                && match self.exchange.status {
                    Some(200..=299 | 409 | 412 | 413 | 422 | 423) => true,
                    Some(400) => self.error.items.iter().any(|item| item.field.is_some()),
                    Some(404) => self.names_an_entity(),
                    _ => false,
                }
    }

    fn is_told_by_a_store(&self) -> bool {
        !matches!(self.error.shape, Shape::Text | Shape::Html | Shape::Empty)
    }

    /// Whether the answer is about something else than an id that is none.
    fn has_found_what_it_names(&self) -> bool {
        match self.exchange.status {
            Some(409 | 412 | 413 | 429 | 500..) => true,
            // It says which one it looked for.
            Some(404) => {
                self.names_an_entity() && (self.said.has_digits() || self.url.host.is_empty())
            }
            Some(422) => {
                self.is_told_by_a_store() && !self.said.say("parameter|integer|uuid|_id|input is")
            }
            _ => false,
        }
    }
}

/// What is found first between separators.
fn first_in<'a>(
    mut rest: &'a str,
    separator: u8,
    find: &mut dyn FnMut(&'a str) -> Option<&'a str>,
) -> Option<&'a str> {
    while !rest.is_empty() {
        let (part, after) = cut(rest, separator);
        let found = find(part);
        if found.is_some() {
            return found;
        }
        rest = after;
    }
    None
}

/// The value in a placeholder that is none: with several digits, as ids and store hashes have, and
/// names have not.
pub(super) fn value_within(placeholder: &str) -> Option<&str> {
    let is_sign = |byte: u8| !byte.is_ascii_alphanumeric();
    let start = placeholder.bytes().position(|byte| !is_sign(byte))?;
    let end = placeholder.bytes().rposition(|byte| !is_sign(byte))?;
    let inner = placeholder.get(start..=end)?;
    let is_of_value = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
    let digits = inner.bytes().filter(u8::is_ascii_digit).count();
    Some(inner).filter(|_| digits > 1 && inner.bytes().all(is_of_value))
}

/// `{id}`, as references write it: not `{{id}}`, which a client of APIs fills in.
pub(super) fn is_notation(placeholder: &str) -> bool {
    let name = placeholder.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    name.is_some_and(|name| name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'_'))
}

/// What languages print where there is no value.
fn is_nothing(part: &str) -> bool {
    const NOTHING: &str =
        "%s|%d|undefined|null|nan|none|nil|[object object]|[object%20object]|%5bobject%20object%5d";
    is_one_of(part, NOTHING)
}

/// What people write over a value that nobody else should see: `xxxxx`, `***`, `...`, `REDACTED`.
pub(crate) fn is_taken_out(part: &str) -> bool {
    let first = part.bytes().next().unwrap_or(0);
    let is_run = matches!(first, b'x' | b'X' | b'*' | b'.' | b'#' | b'_' | b'-')
        && part.len() > 2
        && part.bytes().all(|byte| byte == first);
    is_run
        || is_one_of(
            part,
            "[filtered]|<filtered>|[removed]|<removed>|[masked]|<masked>|[hidden]|<hidden>",
        )
        || has(part, "xxxx|XXXX|***|•••|███|edacted|EDACTED")
}

/// A placeholder in a part of a URL: `{id}`, `{{id}}`, `:id`, `<id>`, `$ID`, `[id]`,
/// `%7Bid%7D`, `YOUR_HASH`, and what languages print for nothing.
pub(crate) fn placeholder(part: &str) -> Option<&str> {
    let bytes = part.as_bytes();
    let (first, last) = (bytes.first(), bytes.last());
    let named =
        bytes.get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'{'));
    let is = |open, close| first == Some(&open) && last == Some(&close) && bytes.len() > 2;
    let upper = |byte: &u8| byte.is_ascii_uppercase() || *byte == b'_';
    let begins = |start: &str| part.get(..start.len()).is_some_and(|front| same_name(front, start));
    let found = is_nothing(part)
        || is_taken_out(part)
        || bytes.iter().any(|byte| matches!(byte, b'{' | b'}' | b'<' | b'>'))
        || has(part, "%7b|%7B|%3c|%3C")
        || (matches!(first, Some(b':' | b'$')) && named)
        || is(b'%', b'%')
        || is(b'[', b']') && named && !has(part, ":")
        || (bytes.len() > 4 && bytes.iter().all(upper) && has(part, "_"))
        || crate::text::any(
            "your-|your_|yourstore|store-hash|store_hash|storehash|changeme",
            &mut { begins },
        );
    found.then_some(part)
}
