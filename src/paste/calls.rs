//! Calls in code and in traces, by which the method of a request is known that nobody names.

use super::words;
use crate::text::{any, has};

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
    "requests.|axios.|httpx.|connection->|restclient.|httparty.|faraday.|client::";
/// Who has resources.
const CLIENTS: &str = "client.| api.|bigcommerce::|client::";
/// Who takes requests, and sends none.
const SERVERS: &str = "app.|router.|route.|server.|fastify.";
/// How arguments begin with a URL, or with a path.
const URLS: &str = "('/|(\"/|(`/|('http|(\"http|(`http|(f'http|(f\"http|async(";

/// The method that a call on a line stands for: `requests.get(`, `Connection->post('https://`,
/// `Client::createProduct(`, `client.Orders.all()`; also `method: 'get'`, and `the get method`.
pub(super) fn method_in(line: &str) -> Option<&'static str> {
    let line = line.trim().to_ascii_lowercase();
    for (method, verb, names) in CALLS {
        let calls = |front: &str, back: &str| has(&line, &[front, verb, back].concat());
        if has(&line, verb)
            && (any(SENDERS, &mut |sender| {
                calls(sender, if sender.ends_with("::") { "" } else { "(" })
            }) || !has(&line, SERVERS)
                && any(URLS, &mut |url| calls(".", url) || calls("->", url)))
            || has(&line, CLIENTS) && has(&line, names)
        {
            return Some(method);
        }
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
