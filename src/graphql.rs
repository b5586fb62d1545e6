//! Whether a request of GraphQL only reads, so that sending it twice does no harm.
//!
//! Documents are read far enough to tell a query from a mutation, and no further. What
//! is not understood counts as a mutation.

use crate::exchange::Exchange;
use crate::json::{self, Json};
use crate::route::{self, Api};

/// Whether a request is one of GraphQL and holds nothing but queries.
pub(crate) fn only_reads(exchange: &Exchange) -> bool {
    let api = route::api(exchange.url);
    let speaks_graphql =
        matches!(api, Api::GraphqlStorefront | Api::GraphqlAdmin | Api::GraphqlAccount | Api::B2b)
            && crate::text::has(exchange.url, "/graphql");
    if !speaks_graphql {
        return false;
    }
    let body = crate::text::bare(exchange.request_body.unwrap_or(""));
    let Some(document) = json::read(body).filter(|read| !read.is_cut && read.rest.is_empty())
    else {
        return false;
    };
    match document.value.members() {
        [] => false,
        requests if document.value.is_list() => {
            requests.iter().all(|(_, request)| is_query(request))
        }
        _ => is_query(&document.value),
    }
}

fn is_query(request: &Json) -> bool {
    // The server may go by another of two documents.
    let documents = request.members().iter().filter(|(name, _)| *name == "query").count();
    documents == 1 && holds_only_queries(request.at("query").text()).unwrap_or(false)
}

/// Reads a document as it stands in JSON; `None` where it is not understood.
fn holds_only_queries(text: &str) -> Option<bool> {
    let document = plain(text)?;
    let mut rest = document.as_bytes();
    let (mut depth, mut definitions) = (0u32, 0);
    // Whether what comes next is the first of a definition.
    let mut begins = true;
    while let [letter, after @ ..] = rest {
        match letter {
            b'#' => {
                let end = after.iter().position(|letter| matches!(letter, b'\n' | b'\r'));
                rest = after.get(end.unwrap_or(after.len())..)?;
            }
            b'"' => rest = behind_string(after)?,
            b'{' | b'(' | b'[' => {
                begins = false;
                depth += 1;
                rest = after;
            }
            b'}' | b')' | b']' => {
                depth = depth.checked_sub(1)?;
                // Objects among the arguments lie deeper.
                if depth == 0 && *letter == b'}' {
                    begins = true;
                    definitions += 1;
                }
                rest = after;
            }
            _ if begins && is_of_name(*letter) => {
                let length = rest.iter().take_while(|letter| is_of_name(**letter)).count();
                let (name, after) = rest.split_at_checked(length)?;
                if !matches!(name, b"query" | b"fragment") {
                    return Some(false);
                }
                begins = false;
                rest = after;
            }
            _ => rest = after,
        }
    }
    Some(begins && depth == 0 && definitions > 0)
}

fn is_of_name(letter: u8) -> bool {
    letter.is_ascii_alphanumeric() || letter == b'_'
}

/// A document without the backslashes of JSON; `None` where one hides a letter: nobody
/// writes a document so.
fn plain(text: &str) -> Option<String> {
    let mut plain = String::new();
    let mut rest = text;
    loop {
        let (before, mut after) = crate::text::cut(rest, b'\\');
        plain.push_str(before);
        if before.len() == rest.len() {
            return Some(plain);
        }
        plain.push(match crate::text::next(&mut after)? {
            'n' => '\n',
            'r' => '\r',
            't' => ' ',
            c @ ('"' | '\\' | '/') => c,
            _ => return None,
        });
        rest = after;
    }
}

/// What follows a string or a block of three quotes, of which one quote was read.
fn behind_string(rest: &[u8]) -> Option<&[u8]> {
    let (mut rest, end): (_, &[u8]) = match rest {
        [b'"', b'"', block @ ..] => (block, b"\"\"\""),
        line => (line, b"\""),
    };
    while !rest.starts_with(end) {
        let length = match rest.first()? {
            b'\\' => 2,
            b'\n' | b'\r' if end.len() == 1 => return None,
            _ => 1,
        };
        rest = rest.get(length..)?;
    }
    rest.get(end.len()..)
}
