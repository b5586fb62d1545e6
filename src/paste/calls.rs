//! Calls in code and in traces, by which the method of a request is known that nobody names.

use super::words;
use crate::text::{any, find, find_in, has};

/// Of each method: the name that clients give their calls, and what those of resources are called.
const CALLS: &[(&str, &str, &str)] = &[
    ("GET", "get", ".all(|.iterall(|.find("),
    ("POST", "post", ".create(|client::create"),
    ("PUT", "put", ".update(|client::update"),
    ("PATCH", "patch", ""),
    ("DELETE", "delete", ".delete(|.destroy(|.delete_all(|.destroy_all("),
];
/// Who sends whatever the arguments are.
const SENDERS: &str =
    "quests.|treq.|axios.|httpx.|connection->|restclient.|httparty.|faraday.|client::";
/// Who has resources.
const CLIENTS: &str = "client.| api.|bigcommerce::|client::";
/// Who takes requests, and sends none.
const SERVERS: &str = "app.|router.|route.|server.|fastify.";
/// How arguments begin with a URL, or with a path.
const URLS: &str = "('/|(\"/|(`/|('http|(\"http|(`http|(f'http|(f\"http|async(";

/// The method that a call on a line stands for: `requests.get(`, `Connection->post('https://`,
/// `Client::createProduct(`, `client.Orders.all()`; also `method: 'get'`, `the get method`, and
/// `a GET request`.
pub(super) fn method_in(line: &str) -> Option<&'static str> {
    let written = line;
    let line = line.trim().to_ascii_lowercase();
    let may_send = !has(&line, SERVERS);
    let is_client = has(&line, CLIENTS);
    for (method, verb, names) in CALLS {
        let is_call = |at: usize| {
            let before = line.get(..at).unwrap_or("");
            let after = line.get(at + verb.len()..).unwrap_or("");
            let is_of = |sender: &str| {
                before.ends_with(sender) && (sender.ends_with("::") || after.starts_with('('))
            };
            any(SENDERS, &mut |sender| is_of(sender))
                || may_send
                    && (before.ends_with('.') || before.ends_with("->"))
                    && any(URLS, &mut |url| after.starts_with(url))
        };
        let mut from = 0;
        let mut is_sent = is_client && has(&line, names);
        while let Some(at) = find_in(line.as_bytes(), verb.as_bytes(), from).filter(|_| !is_sent) {
            is_sent = is_call(at);
            from = at + 1;
        }
        if is_sent {
            return Some(method);
        }
    }
    if let Some(method) = words::METHODS.split('|').find(|method| asks_by(written, method)) {
        return Some(method);
    }
    if let Some(method) = named_by(written) {
        return Some(method);
    }
    if !has(&line, "method") {
        return None;
    }
    words::METHODS.split('|').find(|method| {
        let verb = method.to_ascii_lowercase();
        line.starts_with(&["method: ", &verb].concat())
            || line.starts_with(&["method: '", &verb, "'"].concat())
            || has(&line, &["using the ", &verb, " method"].concat())
    })
}

/// `A GET request to …`, `the POST call`.
fn asks_by(line: &str, method: &str) -> bool {
    let Some(after) = find(line, method).and_then(|at| line.get(at + method.len()..)) else {
        return false;
    };
    let after = after.trim_start_matches(['\'', '"', '`']);
    after.starts_with(" request") || after.starts_with(" call")
}

/// `Method=POST`, `HttpMethod: POST`, `r.method: 'PUT'`, `<PreparedRequest [GET]>`.
fn named_by(line: &str) -> Option<&'static str> {
    let signs = [' ', '"', '\'', ':', '=', '(', '`', '>', '['];
    ["ethod", "METHOD", "Request [", "Request(", "_request(", ".request("].into_iter().find_map(
        |name| {
            let rest = line.get(find(line, name)? + name.len()..)?.trim_start_matches(signs);
            let rest = rest.strip_prefix("HttpMethod(value=").unwrap_or(rest);
            let ends = |method: &&str| {
                rest.strip_prefix(*method).is_some_and(|after| {
                    !after.starts_with(|it: char| it.is_ascii_alphanumeric() || it == '_')
                })
            };
            words::METHODS.split('|').find(ends)
        },
    )
}
