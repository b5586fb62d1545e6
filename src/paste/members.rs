//! Exchanges in values: errors of clients, lines of logs, archives, results of test runners.

use super::bodies::{answer_in, body_of, content_of, is_answer_body, is_body};
use super::draft::{Draft, SURE, Side, is_of_browser, side_of, side_of_all};
use super::names::{
    ANSWER_BODIES, ANSWER_HEADERS, ANSWERS, BASE, METHOD, PATH, QUERY, REQUEST_BODIES,
    REQUEST_HEADERS, REQUESTS, SAID, SKIPPED, STATUS, URL, is_exchange, is_first_line, is_path,
    plain,
};
use super::value::Value;
use super::value_reader::Reader;
use super::values::{is_answer_of_graphql, status_of};
use super::{PasteKind, lines, lost, words};
use crate::route::{Api, api};
use crate::text::{Search, has, is_one_of, same_name};

/// What a value is.
pub(super) enum Meaning {
    Exchanges(Vec<Draft>),
    Head(Side, Vec<(String, String)>),
    Body,
}

/// Objects within objects, so deep.
const DEEPEST: u32 = 10;
pub(super) fn meaning(value: &Value) -> Meaning {
    // What V2 says of a resource names where it is, and that was not asked for.
    let is_of_v2 = |one: &Value| one.get("details").and(one.get("message")).is_some();
    if value.items().first().is_some_and(is_of_v2) {
        return Meaning::Body;
    }
    let mut drafts = Vec::new();
    collect(value, &mut drafts, 0);
    drafts.retain(|draft| draft.is_answered() || draft.asks());
    if !drafts.is_empty() {
        return Meaning::Exchanges(joined(drafts));
    }
    // What went wrong may be said anywhere in an error, unless it is an answer's.
    if value.get("title").is_none() && value.get("status").is_none() {
        let mut draft = Draft::default();
        overhear(&mut draft, value, 0);
        draft.said = said_of_job(value);
        if draft.is_answered() || draft.asks() || draft.said.is_some() {
            return Meaning::Exchanges(vec![draft]);
        }
    }
    match head_of(value) {
        Some(head) => match side_of_all(head.iter().map(|(name, _)| name.as_str())) {
            Some(side) => Meaning::Head(side, head),
            None => Meaning::Body,
        },
        None => Meaning::Body,
    }
}

/// With each request the answer that follows it, where every message has a record of its own.
fn joined(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut all: Vec<Draft> = Vec::new();
    for draft in drafts {
        match all.last_mut() {
            Some(last) if !last.is_answered() && draft.is_answered() && !draft.asks() => {
                last.merge(draft);
            }
            _ => all.push(draft),
        }
    }
    all
}

/// Why a job failed, as Stencil inspects it: `{ messages: [ { error_code, message } ] }`.
fn said_of_job(value: &Value) -> Option<String> {
    let first = value.get("messages")?.items().first()?;
    first.get("error_code").and(first.get("message"))?.text().map(Into::into)
}

fn overhear(draft: &mut Draft, value: &Value, depth: u32) {
    if depth > DEEPEST {
        return;
    }
    let said = match value {
        Value::Text(said) | Value::Word(said) => said,
        _ => "",
    };
    if said.len() > 3 {
        draft.lose(lost::failure_in(said));
        draft.reads_nothing |= super::sentences::is_of_nothing(said);
        if let Some(call) = super::sentences::call_of(said) {
            draft.calls(call);
        }
    }
    for inner in value.items().iter().chain(value.members().iter().map(|(_, inner)| inner)) {
        overhear(draft, inner, depth + 1);
    }
}

/// `[{ key, value: { stringValue } }]` as the object that it stands for.
fn keyed(value: &Value) -> Option<Value> {
    let scalar = |value: &Value| {
        let inner = value.members().first().map_or(value, |(_, inner)| inner);
        let inner = inner.get("values").and_then(|list| list.items().first()).unwrap_or(inner);
        inner.members().first().map_or(inner, |(_, inner)| inner).clone()
    };
    // Jaeger has the type of the value between.
    let pair = |item: &Value| match item.members() {
        [(key, name), .., (value, inner)] if key == "key" && value == "value" => {
            Some((name.text()?.to_string(), scalar(inner)))
        }
        _ => None,
    };
    let pairs: Vec<_> = value.items().iter().map_while(pair).collect();
    (!pairs.is_empty() && pairs.len() == value.items().len()).then_some(Value::Map(pairs))
}

/// Adds the exchanges of an object, or of all the objects of a list.
fn collect(value: &Value, drafts: &mut Vec<Draft>, depth: u32) {
    if depth > DEEPEST {
        return;
    }
    if let Some(map) = keyed(value) {
        return collect(&map, drafts, depth + 1);
    }
    for item in value.items() {
        collect(item, drafts, depth + 1);
    }
    if value.members().is_empty() {
        return;
    }
    if let Some(entries) = value.get("log").and_then(|log| log.get("entries")) {
        drafts.extend(entries.items().iter().map(of_entry));
        return;
    }
    if value.get("request").is_some_and(|request| request.get("url").is_some())
        && value.get("response").is_some_and(|response| {
            response.get("content").is_some()
                || response.get("headers").is_some_and(|it| !it.items().is_empty())
        })
    {
        drafts.push(of_entry(value));
        return;
    }
    if is_exchange(value) {
        let mut draft = Draft::default();
        gather(&mut draft, value, Role::Unknown, 0);
        let answer = draft.body.as_deref().filter(|_| draft.status.is_none());
        if let Some((answer, _)) = answer.and_then(|body| Reader::new(body).nested_at(0)) {
            match status_of(&answer) {
                Some(code) => draft.found_status(code, 2),
                None if is_answer_of_graphql(&answer) => draft.assume_status(200, 2),
                None => {}
            }
        }
        if draft.status.is_some_and(|code| code >= 500)
            && let Some(inner) = called(value, depth).filter(|it| it.status != draft.status)
        {
            draft = inner;
        }
        // What reached nobody answers for itself, and so does an error that is made for it.
        let is_unsent = draft.lost.is_some_and(|lost| lost.unsent);
        let is_made = draft.lost.is_some() && value.get("isBoom").is_some();
        if (is_unsent || is_made) && draft.status.is_some_and(|code| code >= 500) {
            draft.status = None;
        }
        if draft.is_answered() || draft.asks() {
            drafts.push(draft);
            return;
        }
    }
    for (key, inner) in value.members() {
        if inner.is_nested() && !is_one_of(&plain(key), SKIPPED) {
            collect(inner, drafts, depth + 1);
        }
    }
}

/// The failed call to BigCommerce that a server tells of within what it says of its own answer.
fn called(value: &Value, depth: u32) -> Option<Draft> {
    let is_told = |key: &str| !is_one_of(&plain(key), SKIPPED);
    let mut inner = value.members().iter().filter(|(key, _)| depth < DEEPEST && is_told(key));
    inner.find_map(|(_, inner)| {
        called(inner, depth + 1).or_else(|| {
            let mut draft = Draft::default();
            if is_exchange(inner) {
                gather(&mut draft, inner, Role::Unknown, 0);
            }
            let is_own = api(&draft.url) != Api::Unknown;
            (is_own && draft.status.is_some_and(|code| code >= 400)).then_some(draft)
        })
    })
}

/// An entry of an HTTP Archive. No matter what wrote it, nothing in it has to be there.
pub(super) fn of_entry(entry: &Value) -> Draft {
    let mut draft = Draft { source: Some(PasteKind::Har), ..Draft::default() };
    let none = Value::List(Vec::new());
    let (request, response) =
        (entry.get("request").unwrap_or(&none), entry.get("response").unwrap_or(&none));
    draft.found_method(text(request, "method"));
    let url = request.get("url").filter(|url| url.is_text());
    draft.found_url(url.and_then(Value::text).unwrap_or(""));
    draft.request_headers = request.get("headers").and_then(head_of);
    draft.request_body = request
        .get("postData")
        .and_then(|data| data.get("text"))
        .and_then(Value::text)
        .map(Into::into);
    let sent = draft.request_headers.iter().flatten();
    draft.in_browser = sent.into_iter().any(|(name, _)| is_of_browser(name));
    match text(response, "status").parse::<u16>() {
        Ok(code) if (100..=599).contains(&code) => {
            draft.found_status(code, SURE);
            draft.headers = response.get("headers").and_then(head_of);
            draft.body = response.get("content").and_then(content_of);
        }
        _ => {
            let said = ["_failureText", "_error"].into_iter().find_map(|name| {
                let of_response = response.get(name).and_then(Value::text);
                entry.get(name).and_then(Value::text).or(of_response)
            });
            draft.lost = Some(said.and_then(lost::failure_in).unwrap_or(lost::BROKEN));
        }
    }
    draft
}

pub(super) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::text).unwrap_or("")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Unknown,
    Request,
    Answer,
}

fn code_of(value: &Value) -> Option<u16> {
    let text = match value {
        Value::Word(text) => text,
        value => value.text()?,
    };
    let text = text.trim();
    let code = text.get(..3)?.parse().ok()?;
    let is_whole = text.get(3..)?.is_empty() || text.get(3..)?.starts_with([' ', ':', ',']);
    (is_whole && (100..=599).contains(&code)).then_some(code)
}

fn gather(draft: &mut Draft, value: &Value, role: Role, depth: u32) {
    if depth > DEEPEST {
        return;
    }
    let (mut host, mut scheme, mut path, mut query) = ("", "", "", "");
    let is_told = value.members().iter().any(|(key, _)| is_one_of(&plain(key), METHOD));
    for (key, inner) in value.members() {
        let name = plain(key);
        let is = |names: &str| is_one_of(&name, names);
        let said = inner.text().unwrap_or("");
        let is_code =
            is(STATUS) || name == "code" && (role == Role::Answer || is_told) || name == "kind";
        if is_code && !inner.is_nested() {
            if let Some(code) = code_of(inner) {
                let less = match role {
                    Role::Answer => 0,
                    Role::Unknown => 1,
                    Role::Request => 4,
                };
                draft.found_status(code, SURE - less);
            }
        } else if role != Role::Request
            && draft.body.is_none()
            && let Some(body) = answer_in(inner.items().first().map_or(said, first_text))
        {
            draft.found_body(body);
        } else if inner.is_text()
            && (is(METHOD) || words::is_method(said) && draft.method.is_empty())
        {
            draft.found_method(said);
        } else if is(METHOD)
            && let Value::Word(word) = inner
            && words::is_method(word)
        {
            draft.found_method(word);
        } else if inner.is_text() && !is(URL) && is_path(said) && draft.url.is_empty() {
            path = said;
        } else if is(URL) && inner.get("href").is_some() {
            draft.found_url(text(inner, "href"));
        } else if is(URL) && inner.get("full").is_some() {
            draft.found_url(text(inner, "full"));
        } else if is(URL) && inner.get("host").is_some() {
            draft.found_url(&in_parts(inner));
        } else if is(URL) && inner.is_text() {
            if role != Role::Answer || draft.url.is_empty() {
                draft.found_url(said);
            }
        } else if is(URL)
            && let Some(last) = inner.items().last().and_then(Value::text)
        {
            // Where redirects led, step by step.
            draft.found_url(last);
        } else if is(BASE) && inner.is_text() {
            draft.found_base(said);
        } else if is(PATH) && inner.is_text() {
            path = said;
        } else if is("hostname|host|serveraddress|requesthost|clientrequesthost|vhost|cshost")
            && inner.is_text()
        {
            host = if host.is_empty() || name == "hostname" { said } else { host };
        } else if is("protocol|scheme|urlscheme|requestscheme") && inner.is_text() {
            scheme = said;
        } else if is(QUERY) && said.contains('=') && !said.contains([' ', '{']) {
            query = said.trim_start_matches('?');
        } else if is_first_line(said) || name == "header" && said.says("HTTP/") {
            draft.merge(lines::of_head(said));
        } else if is(REQUEST_HEADERS) {
            draft.request_headers = draft.request_headers.take().or(head_of(inner));
        } else if is(ANSWER_HEADERS)
            || is("headers|rawheaders|header|headerslist") && inner.is_nested()
        {
            take_head(draft, inner, if is(ANSWER_HEADERS) { Role::Answer } else { role });
        } else if is("httprequestline|httpresponseline")
            && let Some((header, said)) = said.trim_end().parted(": ")
        {
            // Of Wireshark, a member for each.
            if name == "httprequestline" {
                draft.sends(header, said);
            } else {
                draft.receives(header, said);
            }
        } else if let Some(header) = header_among(key) {
            draft.receives(&header, first_text(inner));
        } else if let Some(header) = header_in(key, "http.request.header.") {
            draft.sends(&header, first_text(inner));
        } else if let Some(header) = header_in(key, "http.response.header.") {
            draft.receives(&header, first_text(inner));
        } else if role != Role::Request && is_answer_body(inner) {
            if let Some(body) = body_of(inner) {
                draft.found_body(body);
            }
        } else if is(REQUESTS) && said.starts_with('<') {
            // `<Request('GET', 'https://…')>`, as Python shows it.
            hear(draft, said);
        } else if is(REQUESTS) && inner.is_nested() {
            gather(draft, inner, Role::Request, depth + 1);
        } else if is(ANSWERS) && inner.is_nested() {
            // Clients of GraphQL lay what was answered out among what they say of it.
            if let Some(errors) = inner.get("errors").filter(|errors| !errors.items().is_empty()) {
                let mut body = String::from("{\"errors\":");
                errors.write(&mut body);
                body.push('}');
                draft.body.get_or_insert(body);
            }
            gather(draft, inner, Role::Answer, depth + 1);
        } else if role == Role::Request && is(REQUEST_BODIES) || name == "requestbody" {
            draft.request_body = draft.request_body.take().or(body_of(inner));
        } else if is(ANSWER_BODIES) && role != Role::Request && is_body(inner) {
            // Elastic's fields have it a step deeper.
            let inner = inner.get("content").filter(|inner| inner.is_text()).unwrap_or(inner);
            if let Some(body) = body_of(inner) {
                draft.found_body(body);
            }
        } else if is("breadcrumbs|trace") && inner.is_nested() {
            steps(draft, inner);
        } else if name == "exception" && inner.is_nested() {
            exceptions(draft, inner);
        } else if is("code|errno|errorcode|failure") && inner.is_text() {
            draft.lose(lost::failure_in(said));
        } else if name == "source"
            && let Value::Word(word) = inner
        {
            // As Rust shows why.
            draft.lose(lost::failure_in(word));
        } else if is(SAID) && inner.is_text() {
            hear(draft, said);
        } else if inner.is_nested() && !is(SKIPPED) && role != Role::Request {
            gather(draft, inner, role, depth + 1);
        }
    }
    let is_open = draft.url.is_empty() && !path.is_empty() || draft.url.starts_with('/');
    if is_open && !host.is_empty() {
        let scheme =
            if scheme.starts_with("http") { scheme.trim_end_matches([':', '/']) } else { "https" };
        draft.found_base(&[scheme, "://", host].concat());
    }
    if draft.url.is_empty() {
        draft.found_url(path);
    }
    // Servers write it apart from the path.
    if !query.is_empty() && draft.url.ends_with(path) && !path.is_empty() && !draft.url.says("?") {
        draft.url = [draft.url.as_str(), "?", query].concat();
    }
}

/// `{ protocol, host: ["api", …], path: ["stores", …] }`
fn in_parts(url: &Value) -> String {
    let joined = |name: &str, by: &str| {
        let part = url.get(name);
        let parts: Vec<&str> =
            part.map_or(&[][..], Value::items).iter().filter_map(Value::text).collect();
        part.and_then(Value::text).map_or_else(|| parts.join(by), Into::into)
    };
    let scheme = text(url, "protocol");
    let scheme = if scheme.is_empty() { "https" } else { scheme };
    [scheme, "://", &joined("host", "."), "/", joined("path", "/").trim_start_matches('/')].concat()
}

/// What was done before an error: the last request to BigCommerce is the one that it is about, and
/// not the one that the program was serving.
fn steps(draft: &mut Draft, value: &Value) {
    let mut drafts = Vec::new();
    collect(value, &mut drafts, DEEPEST - 2);
    for step in value.get("values").map_or(&[][..], Value::items) {
        collect(step, &mut drafts, DEEPEST - 2);
    }
    let is_own = |draft: &Draft| api(&draft.url) != Api::Unknown;
    if let Some(same) = drafts.iter().rfind(|step| step.url == draft.url) {
        draft.found_method(&same.method);
    }
    if let Some(at) = drafts.iter().rposition(is_own)
        && !is_own(draft)
    {
        let step = drafts.swap_remove(at);
        draft.method = String::new();
        draft.url = String::new();
        draft.merge(step);
    }
}

/// `{ type, value }`, of which there may be several.
fn exceptions(draft: &mut Draft, value: &Value) {
    let list = value.get("values").map_or_else(|| value.items(), Value::items);
    for one in list.iter().chain([value]) {
        let said = [text(one, "type"), ": ", text(one, "value"), text(one, "message")].concat();
        hear(draft, &said);
    }
}

fn header_in(key: &str, front: &str) -> Option<String> {
    key.get(..front.len()).filter(|start| same_name(start, front))?;
    key.get(front.len()..).map(|name| name.replace('_', "-"))
}

/// A header of limits among what is said of an answer: `x_rate_limit_requests_left`.
fn header_among(key: &str) -> Option<String> {
    let name = key.to_ascii_lowercase().replace('_', "-");
    name.starts_with("x-rate-limit-").then_some(name)
}

fn first_text(value: &Value) -> &str {
    value.text().or_else(|| value.items().first()?.text()).unwrap_or("")
}

/// What a sentence tells that no member does.
fn hear(draft: &mut Draft, said: &str) {
    let heard = lines::of_prose(said);
    // What a program says of BigCommerce goes before what it says of itself.
    let is_own = has(said, "BigCommerce|Bigcommerce") && heard.has_failed();
    let weak = Draft { sure: if is_own { SURE } else { heard.sure.min(SURE - 2) }, ..heard };
    if draft.body.is_none() || weak.body.is_none() {
        draft.merge(weak);
    } else {
        draft.merge(Draft { body: None, ..weak });
    }
}

fn take_head(draft: &mut Draft, value: &Value, role: Role) {
    let Some(head) = head_of(value) else { return };
    let side = match role {
        Role::Request => Some(Side::Request),
        Role::Answer => Some(Side::Answer),
        Role::Unknown => side_of_all(head.iter().map(|(name, _)| name.as_str())),
    };
    for (name, value) in head {
        match side {
            Some(Side::Request) => draft.sends(&name, &value),
            Some(Side::Answer) => draft.receives(&name, &value),
            None => {}
        }
    }
}

/// Headers as an object, as pairs, as a list of names and values in turn, or as `{ name, value }`.
pub(super) fn head_of(value: &Value) -> Option<Vec<(String, String)>> {
    let mut head = Vec::new();
    for (name, value) in value.members() {
        // Beside the headers of HTTP/2.
        if name.says("Symbol(sensitive") {
            continue;
        }
        // As undici has them by their names in small letters.
        if let Some((name, said)) = value.get("name").zip(value.get("value")) {
            head.extend(
                name.text().zip(said.text()).map(|(name, said)| (name.into(), said.into())),
            );
            continue;
        }
        // Node's own form of node-fetch, and of axios.
        if value.is_nested() && value.items().is_empty() {
            return head_of(value);
        }
        let said: Vec<&str> = value.items().iter().filter_map(Value::text).collect();
        let said = value.text().map_or_else(|| said.join(", "), Into::into);
        if name.contains(' ') || name.is_empty() || !value.is_nested() && value.text().is_none() {
            continue;
        }
        // Ruby's names have no hyphens.
        let hyphened = name.replace('_', "-");
        let name = if side_of(&hyphened).is_some() { hyphened } else { name.clone() };
        head.push((name, said));
    }
    let mut items = value.items().iter();
    while let Some(item) = items.next() {
        match item {
            Value::Map(_) => {
                let name = if item.get("name").is_some() { "name" } else { "key" };
                head.push((text(item, name).into(), text(item, "value").into()));
            }
            Value::List(pair) => {
                let said = |at: usize| pair.get(at).and_then(Value::text).unwrap_or("").to_string();
                head.push((said(0), said(1)));
            }
            Value::Text(line) => match line.parted(": ") {
                Some((name, value)) if !name.contains(' ') => {
                    head.push((name.into(), value.into()))
                }
                _ if line.starts_with("HTTP/") => {}
                _ => head
                    .push((line.clone(), items.next().and_then(Value::text).unwrap_or("").into())),
            },
            _ => {}
        }
    }
    (!head.is_empty()).then_some(head)
}
