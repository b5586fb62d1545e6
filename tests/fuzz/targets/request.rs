//! Arbitrary request headers, a line each, and after an empty line a request's body:
//! as it is, and as the document of a GraphQL request.
#![no_main]

use bc_status::{Exchange, Policy, State, decide};
use bc_status_fuzz::{TOKEN, examine, headers, place, planted, split, status};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some(([code, to, echo], text)) = split(data) else { return };
    let (head, body) = text.split_once("\n\n").unwrap_or((&text, ""));
    let (method, url) = place(to);
    let mut sent = headers(head);
    sent.push(("X-Auth-Token", TOKEN));
    let answer = match echo % 3 {
        0 => format!(
            "{{\"status\":400,\"title\":\"{TOKEN}\",\"errors\":{{\"{TOKEN}\":\"no {TOKEN}\"}}}}"
        ),
        1 => format!("no such token: {TOKEN}"),
        _ => planted(body, echo),
    };
    let sent_body = if echo & 128 == 0 { body.to_string() } else { planted(body, echo) };
    examine(&Exchange {
        method,
        url,
        status: Some(status(code)),
        body: Some(&answer),
        request_headers: Some(&sent),
        request_body: Some(&sent_body),
        ..Exchange::default()
    });
    graphql(body);
});

/// What changes something is never sent twice unasked.
fn graphql(document: &str) {
    let mut request = String::from("{\"query\":\"");
    for c in document.chars() {
        match c {
            '"' | '\\' => request.extend(['\\', c]),
            '\n' => request.push_str("\\n"),
            c if c < ' ' => request.push(' '),
            c => request.push(c),
        }
    }
    request.push_str("\"}");
    let exchange = Exchange {
        method: "POST",
        url: "https://shop.example/graphql",
        status: Some(502),
        request_body: Some(&request),
        ..Exchange::default()
    };
    let again = decide(&exchange, &State::default(), &Policy::default()).retry;
    assert!(!again || !changes(document), "a mutation would be sent twice: {document}");
}

/// Whether a document that is well formed holds a mutation or a subscription.
fn changes(document: &str) -> bool {
    let (mut open, mut found) = (Vec::new(), false);
    let mut rest = document;
    // A definition begins where nothing stands before it, or after a brace.
    let mut begins = true;
    while let Some(c) = rest.chars().next() {
        let word =
            rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let mut taken = word.max(c.len_utf8());
        match c {
            '#' => taken = rest.find('\n').unwrap_or(rest.len()),
            '"' => match string(rest) {
                Some(length) => taken = length,
                None => return false,
            },
            '{' | '(' | '[' => open.push(c),
            '}' | ')' | ']' => {
                let ended = matches!(
                    (open.pop(), c),
                    (Some('{'), '}') | (Some('('), ')') | (Some('['), ']')
                );
                if !ended {
                    return false;
                }
                begins = open.is_empty() && c == '}';
            }
            _ if word > 0 && open.is_empty() => {
                found |= begins && matches!(&rest[..word], "mutation" | "subscription");
                begins = false;
            }
            _ => {}
        }
        rest = &rest[taken..];
    }
    found && open.is_empty()
}

/// The length of a string with its quotes, if it ends.
fn string(text: &str) -> Option<usize> {
    if let Some(block) = text.strip_prefix("\"\"\"") {
        let mut from = 0;
        loop {
            let at = from + block[from..].find("\"\"\"")?;
            if !block[..at].ends_with('\\') {
                return Some(at + 6);
            }
            from = at + 3;
        }
    }
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '\n' | '\r' => return None,
            '"' if !escaped => return Some(at + 1),
            _ => escaped = c == '\\' && !escaped,
        }
    }
    None
}
