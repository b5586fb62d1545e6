//! Whether a request of GraphQL only reads, so that sending it twice does no harm.
//!
//! Documents are read far enough to tell a query from a mutation, and no further. What
//! is not understood counts as a mutation.

use crate::exchange::Exchange;
use crate::json::{self, Json};
use crate::route::{self, Api};

/// Whether a request is one of GraphQL and holds nothing but queries, so that it may be sent twice.
///
/// ```
/// use bc_status::Exchange;
/// use bc_status::retry::only_reads;
///
/// let query = Exchange::request("POST", "https://shop.example/graphql");
/// assert!(only_reads(&query.request_body(r#"{"query":"{ site { id } }"}"#)));
/// ```
pub fn only_reads(exchange: &Exchange) -> bool {
    let api = route::api(exchange.url);
    let speaks_graphql =
        matches!(api, Api::GraphqlStorefront | Api::GraphqlAdmin | Api::GraphqlAccount | Api::B2b)
            && crate::text::has(exchange.url, "/graphql");
    if !speaks_graphql {
        return false;
    }
    holds_queries(exchange.request_body.unwrap_or(""), false)
}

/// Whether the body of a request of GraphQL holds queries and nothing else, whichever
/// server reads it: for callers that let queries through and no mutations.
///
/// The body has to be JSON; whether it is that without a flaw is for the caller to say.
/// What a server may take for another document than `query`, such as the name of a stored
/// one, is refused.
///
/// ```
/// use bc_status::holds_queries_only;
///
/// assert!(holds_queries_only(r#"{"query":"query Shop { store { name } }","variables":{}}"#));
/// assert!(!holds_queries_only(r#"{"query":"mutation { a }"}"#));
/// assert!(!holds_queries_only(r#"{"query":"{ a }","documentId":"7"}"#));
/// ```
pub fn holds_queries_only(body: &str) -> bool {
    holds_queries(body, true)
}

/// Whether all requests of a body are queries, and there is at least one.
fn holds_queries(body: &str, nothing_else: bool) -> bool {
    let read = json::read(crate::text::bare(body));
    let Some(document) = read.filter(|read| !read.is_cut && read.rest.is_empty()) else {
        return false;
    };
    let is_fine = |request| is_query(request) && !(nothing_else && names_another(request));
    match document.value.members() {
        [] => false,
        requests if document.value.is_list() => {
            requests.iter().all(|(_, request)| is_fine(request))
        }
        _ => is_fine(&document.value),
    }
}

fn is_query(request: &Json) -> bool {
    // The server may go by another of two documents.
    let documents = request.members().iter().filter(|(name, _)| *name == "query").count();
    documents == 1 && holds_only_queries(request.at("query").text()).unwrap_or(false)
}

/// Whether a request may name a document beside the one in `query`.
fn names_another(request: &Json) -> bool {
    request.members().iter().any(|(name, value)| {
        if *name == "extensions" {
            // A backslash might spell it in another way.
            return value
                .members()
                .iter()
                .any(|(name, _)| crate::text::has(name, "persistedQuery|\\"));
        }
        !crate::text::any("query|operationName|variables", &mut |known| known == *name)
    })
}

/// Reads a document as it stands in JSON; `None` where it is not understood.
fn holds_only_queries(text: &str) -> Option<bool> {
    let document = plain(text)?;
    // Some servers end a line there, and so a comment.
    if crate::text::has(&document, "\u{2028}|\u{2029}") {
        return None;
    }
    let mut rest = document.as_bytes();
    let (mut depth, mut definitions) = (0u32, 0);
    // Whether what comes next is the first of a definition.
    let mut begins = true;
    while let [letter, after @ ..] = rest {
        match letter {
            b'#' => {
                let end = after.iter().position(|letter| matches!(letter, b'\n' | b'\r'));
                rest = after.get(end.unwrap_or(after.len())..)?;
                // The standard ends a comment at a lone return, and Sangria does not.
                if matches!(rest, [b'\r', next @ ..] if !next.starts_with(b"\n")) {
                    return None;
                }
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
    let is_block = end.len() > 1;
    while !rest.starts_with(end) {
        let length = match rest {
            // In a block a backslash means nothing but before three quotes.
            [b'\\', b'"', b'"', b'"', ..] if is_block => 4,
            [b'\\', ..] if !is_block => 2,
            [b'\n' | b'\r', ..] if !is_block => return None,
            _ => 1,
        };
        rest = rest.get(length..)?;
    }
    rest.get(end.len()..)
}

#[cfg(test)]
mod tests {
    use super::holds_queries_only;

    #[test]
    fn queries_pass_whatever_their_clients_add() {
        for body in [
            r#"{"query":"{ shop }"}"#,
            r#"{"operationName":"A","variables":{"a":[{"query":"mutation { b }"}]},"query":"query A { a }"}"#,
            r#"{"query":"{ a }","operationName":null,"variables":null,"extensions":null}"#,
            r#"{"query":"{ a }","extensions":{"clientLibrary":{"name":"@apollo/client"}}}"#,
            r#"[{"query":"{ a }"},{"query":"query B { b }"}]"#,
        ] {
            assert!(holds_queries_only(body), "{body}");
        }
    }

    #[test]
    fn what_may_be_something_else_is_no_query() {
        for body in [
            r#"{"query":"mutation { a }"}"#,
            r#"{"query":"subscription { a }"}"#,
            r#"{"query":"query A { a } mutation B { b }","operationName":"A"}"#,
            r#"[{"query":"{ a }"},{"query":"mutation { b }"}]"#,
            r#"[{"query":"{ a }"},"mutation { b }"]"#,
            r#"[[{"query":"{ a }"}]]"#,
            r#"{"query":"mutation { b }","query":"{ a }"}"#,
            r#"{"query":"{ a }","Query":"mutation { b }"}"#,
            r#"{"query":"{ a }","qu\u0065ry":"mutation { b }"}"#,
            r#"{"query":"{ a }","mutation":"mutation { b }"}"#,
            r#"{"query":"{ a }","id":"7"}"#,
            r#"{"extensions":{"persistedQuery":{"sha256Hash":"7"}}}"#,
            r#"{"query":"{ a }","extensions":{"persistedQuery":{"sha256Hash":"7"}}}"#,
            r#"{"query":"{ a }","extensions":{},"extensions":{"persisted\u0051uery":{}}}"#,
            r#"{"query":["mutation { b }"]}"#,
            r#"{"query":{"query":"{ a }"}}"#,
            r#"{"variables":{"query":"{ a }"}}"#,
            r#"{"query":"{ a }"} {"query":"mutation { b }"}"#,
            r#""{ a }""#,
            "query={a}",
            "{ a }",
            "[]",
            "{}",
            "",
        ] {
            assert!(!holds_queries_only(body), "{body}");
        }
    }
}
