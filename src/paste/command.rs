//! Commands and calls that send a request: curl, HTTPie and its kin, wget, PowerShell, `fetch`.

use super::draft::Draft;
use super::value::Value;
use super::value_reader::Reader;
use super::words::{code_alone_in, is_method, status_in};
use super::{PasteKind, fetch_call, powershell, shell};
use crate::base64;
use crate::text::{Search, at_most, has, is_one_of, same_name};

/// What the command at the beginning of a text sends, and how long the command is.
pub(super) fn read(text: &str) -> Option<(Draft, usize)> {
    let start = begin(text)?;
    let command = text.get(start..)?;
    let first = command.split([' ', '\t', '(', '\n', '`']).next()?;
    let name = first.rsplit(['/', '\\']).next()?;
    // `cURL error 28: …` is none.
    if name.starts_with("cURL") || command.get(first.len()..)?.trim_start().starts_with(':') {
        return None;
    }
    let written = name;
    let name = name.to_ascii_lowercase();
    let (draft, length) = match name.strip_suffix(".exe").unwrap_or(&name) {
        "curl" => {
            let args = command.get(first.len()..)?.strip_prefix([' ', '\t'])?;
            let (words, end) = shell::words(args);
            // A sentence may begin with the name.
            if !words.iter().any(|word| word.starts_with('-') || is_address(word)) {
                return None;
            }
            (curl(&words), first.len() + 1 + end)
        }
        "http" | "https" | "xh" | "xhs" if name == written => {
            let args = command.get(first.len()..)?.strip_prefix([' ', '\t'])?;
            let (words, end) = shell::words(args);
            if !words.iter().any(|word| is_address(word)) {
                return None;
            }
            let mut draft = httpie(&words, name.ends_with('s'))?;
            // What is fed to it.
            let rest = args.get(end..).unwrap_or("");
            let fed = rest.strip_prefix("<<<").map(|rest| shell::words(rest.trim_start()).0);
            draft.request_body = draft.request_body.or_else(|| fed?.into_iter().next());
            (draft, first.len() + 1 + end)
        }
        "wget" => {
            let args = command.get(first.len()..)?.strip_prefix([' ', '\t'])?;
            let (words, end) = shell::words(args);
            (wget(&words)?, first.len() + 1 + end)
        }
        "invoke-webrequest" | "invoke-restmethod" | "iwr" | "irm" => powershell::read(command)?,
        "fetch" => fetch_call::read(command)?,
        _ => return None,
    };
    let source = match name.as_str() {
        "fetch" => PasteKind::Fetch,
        _ if name.starts_with("curl") => PasteKind::Curl,
        _ => PasteKind::Request,
    };
    let mut draft = Draft { source: Some(source), ..draft };
    // What a pipe makes of the answer, up to the end of the line, is none of it.
    let rest = command.get(length..).unwrap_or("");
    let tail = rest.find('\n').map_or(rest.len(), |at| at + 1);
    let said = rest.get(..tail).unwrap_or("");
    // … but for a status, which somebody noted behind a call.
    if source == PasteKind::Fetch
        && !said.starts_with('.')
        && let Some(code) = status_in(said).map(|(code, _)| code).or_else(|| code_alone_in(said))
    {
        draft.found_status(code, 6);
    }
    Some((draft, start + length + tail))
}

/// Behind a prompt, `time`, variables, `await` and what the answer is kept in.
fn begin(text: &str) -> Option<usize> {
    let line = text.get(..text.find('\n').unwrap_or(text.len()))?;
    let mut at = line.len() - line.trim_start().len();
    // PowerShell shows the line that failed behind a plus.
    if let Some(rest) = line.strip_prefix("+ ") {
        at = line.len() - rest.trim_start().len();
    }
    if let Some(prompt) = at_most(line, 120).find(['$', '%', '>', '#', '❯', '➜']) {
        let sign = line.get(prompt..)?.chars().next()?;
        let behind = prompt + sign.len_utf8();
        let is_prompt = line.get(behind..).is_some_and(|rest| rest.starts_with([' ', '\t']));
        if is_prompt && prompt >= at && !has(line.get(..prompt)?, "\"|'|`") {
            at = behind + line.get(behind..)?.len() - line.get(behind..)?.trim_start().len();
        }
    }
    for _ in 0..9 {
        let rest = line.get(at..)?;
        let word = rest.split([' ', '\t']).next()?;
        let is_variable = word.split_once('=').is_some_and(|(name, _)| {
            !name.is_empty() && name.bytes().all(|it| it.is_ascii_uppercase() || it == b'_')
        });
        let is_before =
            is_one_of(word, "time|sudo|await|return|const|let|var|exec|!") || is_variable;
        if !is_before {
            break;
        }
        at += word.len();
        at += line.get(at..)?.len() - line.get(at..)?.trim_start().len();
        if is_one_of(word, "const|let|var")
            && let Some(sign) = line.get(at..)?.at("= ")
        {
            at += sign + 2;
        }
    }
    Some(at)
}

/// Whether a word can be where a request goes: `api.example/a`, `localhost:8000`, `$URL`.
fn is_address(word: &str) -> bool {
    has(word, ".|:|/") || word.starts_with(['$', '{', '<', '['])
}

/// Letters of curl's options that have a name here.
const SHORT: &[(char, &str)] = &[
    ('X', "request"),
    ('H', "header"),
    ('d', "data"),
    ('F', "form"),
    ('u', "user"),
    ('A', "user-agent"),
    ('b', "cookie"),
    ('e', "referer"),
    ('I', "head"),
    ('G', "get"),
    ('T', "upload-file"),
];
/// Options with a value that says nothing of the request.
const OTHER_SHORT: &str = "ocmxwCDEKPQrtUyYz";
const OTHER_LONG: &str = "output|max-time|connect-timeout|proxy|write-out|retry|retry-delay|retry-max-time|max-redirs|cacert|cert|key|resolve|interface|config|limit-rate|dump-header|cookie-jar|range|trace|trace-ascii|stderr|socks5|noproxy|ciphers|connect-to|dns-servers|proto|proxy-user|unix-socket|aws-sigv4|max-filesize";
const WITH_VALUE: &str = "request|header|data|data-raw|data-binary|data-ascii|data-urlencode|json|form|form-string|user|user-agent|cookie|referer|url|oauth2-bearer|upload-file|url-query";
const DATA: &str = "data|data-raw|data-binary|data-ascii|data-urlencode|json";

/// Pairs of an option and its value, where it has one; what is no option is a URL.
fn options(words: &[String]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().cloned().unwrap_or_default();
        if let Some(name) = word.strip_prefix("--") {
            if is_one_of(name, WITH_VALUE) {
                found.push((name.to_string(), value()));
            } else if is_one_of(name, OTHER_LONG) {
                value();
            } else {
                found.push((name.to_string(), String::new()));
            }
        } else if word.len() > 1 && word.starts_with('-') {
            for (at, letter) in word.char_indices().skip(1) {
                let name = SHORT.iter().find(|(short, _)| *short == letter).map(|(_, name)| *name);
                let has_value =
                    name.map_or(OTHER_SHORT.contains(letter), |name| is_one_of(name, WITH_VALUE));
                if has_value {
                    let given = word.get(at + 1..).unwrap_or("");
                    let given = if given.is_empty() { value() } else { given.to_string() };
                    found.extend(name.map(|name| (name.to_string(), given)));
                    break;
                }
                found.extend(name.map(|name| (name.to_string(), String::new())));
            }
        } else if word != "-" {
            found.push(("url".into(), word.clone()));
        }
    }
    found
}

fn curl(words: &[String]) -> Draft {
    let options = options(words);
    let all = |names: &'static str| {
        options
            .iter()
            .filter(move |(name, _)| is_one_of(name, names))
            .map(|(_, value)| value.as_str())
    };
    let has = |names: &'static str| options.iter().any(|(name, _)| is_one_of(name, names));
    let data: Vec<String> = options
        .iter()
        .filter(|(name, _)| is_one_of(name, DATA))
        .map(|(name, value)| if name == "data-urlencode" { encoded(value) } else { value.clone() })
        .collect();
    let is_form = has("form|form-string");
    let is_query = has("get");
    let mut draft = Draft::default();
    let urls: Vec<&str> = all("url").collect();
    // Others may be values of options that nobody knows.
    let is_address = |url: &&&str| url.says("://") || url.starts_with(['$', '{', '<', '[']);
    if let Some(typed) = urls.iter().find(is_address).or(urls.first()) {
        draft.url = if is_address(&typed) { (*typed).into() } else { ["http://", typed].concat() };
        if is_query && !data.is_empty() {
            draft.url.push(if draft.url.contains('?') { '&' } else { '?' });
            draft.url.push_str(&data.join("&"));
        }
    }
    let body =
        (!is_query && !data.is_empty()).then(|| data.join(if has("json") { "" } else { "&" }));
    draft.method = match all("request").next_back() {
        Some(method) => method.to_ascii_uppercase(),
        None if has("head") => "HEAD".into(),
        None if body.is_some() || is_form => "POST".into(),
        None if has("upload-file") => "PUT".into(),
        None => "GET".into(),
    };
    let mut headers: Vec<(String, String)> = Vec::new();
    let mut taken: Vec<String> = Vec::new();
    for header in all("header") {
        let Some(end) = header.find([':', ';']) else { continue };
        let (name, value) =
            (header.get(..end).unwrap_or("").trim(), header.get(end + 1..).unwrap_or("").trim());
        taken.push(name.to_ascii_lowercase());
        // A header without a value takes curl's own away.
        if !value.is_empty() || header.get(end..end + 1) == Some(";") {
            headers.push((name.into(), value.into()));
        }
    }
    let mut more = |name: &str, value: String| headers.push((name.into(), value));
    all("user").for_each(|user| {
        more("Authorization", ["Basic ", &base64::encoded(at_most(user, 4096))].concat())
    });
    all("oauth2-bearer").for_each(|token| more("Authorization", ["Bearer ", token].concat()));
    all("user-agent").for_each(|agent| more("User-Agent", agent.into()));
    all("referer").for_each(|page| more("Referer", page.into()));
    // Without an equals sign it is a file.
    all("cookie")
        .filter(|cookie| cookie.contains('='))
        .for_each(|cookie| more("Cookie", cookie.into()));
    let json = "application/json";
    let mut own = |name: &str, value: &str| {
        if !taken.iter().any(|one| same_name(one, name)) {
            headers.push((name.into(), value.into()));
        }
    };
    own("Accept", if has("json") { json } else { "*/*" });
    if is_form {
        own("Content-Type", "multipart/form-data");
    } else if body.is_some() {
        own("Content-Type", if has("json") { json } else { "application/x-www-form-urlencoded" });
    }
    draft.in_browser = false;
    draft.request_headers = Some(headers);
    // Of a file nobody knows what is in it.
    draft.request_body = body.filter(|_| !data.iter().any(|part| part.starts_with('@')));
    draft
}

/// Behind its name; of a file it stays what was typed.
fn encoded(value: &str) -> String {
    let (name, text) = match value.find(['=', '@']) {
        Some(at) if value.get(at..at + 1) == Some("@") => return value.into(),
        Some(0) => ("", value.get(1..).unwrap_or("")),
        Some(at) => (value.get(..=at).unwrap_or(""), value.get(at + 1..).unwrap_or("")),
        None => ("", value),
    };
    let mut written = String::from(name);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~!*'();:@$,/".contains(&byte) {
            written.push(byte as char);
        } else {
            let digit = |half: u8| {
                char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase()
            };
            written.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    written
}

/// `http POST URL name:value field=value`
fn httpie(words: &[String], is_secure: bool) -> Option<Draft> {
    let mut draft = Draft::default();
    let mut fields: Vec<(String, Value)> = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if is_one_of(
            word,
            "-a|--auth|-A|--auth-type|-o|--output|--timeout|-p|--print|-s|--style|--session|--verify",
        ) {
            words.next();
        } else if word.starts_with('-') {
        } else if draft.method.is_empty() && draft.url.is_empty() && is_method(word) {
            draft.method = word.clone();
        } else if draft.url.is_empty() {
            // The log of a load balancer begins with the kind of its listener, and a time.
            if word.starts_with(|it: char| it.is_ascii_digit()) && word.contains('T') {
                return None;
            }
            let scheme = if is_secure { "https://" } else { "http://" };
            draft.url = match word.strip_prefix("://") {
                Some(rest) => [scheme, rest].concat(),
                None if word.says("://") => word.clone(),
                None if word.starts_with(':') => ["http://localhost", word].concat(),
                None => [scheme, word].concat(),
            };
        } else if let Some(at) = word.find([':', '=']) {
            let (name, sign) = (word.get(..at)?, word.get(at..)?);
            if let Some(json) = sign.strip_prefix(":=") {
                let value = Reader::new(json)
                    .nested_at(0)
                    .map_or(Value::Word(json.into()), |(value, _)| value);
                fields.push((name.into(), value));
            } else if let Some(value) = sign.strip_prefix("==") {
                draft.url.push(if draft.url.contains('?') { '&' } else { '?' });
                draft.url.push_str(&[name, "=", value].concat());
            } else if let Some(value) = sign.strip_prefix('=') {
                fields.push((name.into(), Value::Text(value.into())));
            } else {
                draft.sends(name, sign.get(1..)?);
            }
        }
    }
    if draft.url.is_empty() {
        return None;
    }
    draft.request_headers.get_or_insert_default();
    if !fields.is_empty() {
        let mut json = String::new();
        Value::Map(fields).write(&mut json);
        draft.request_body = Some(json);
        draft.sends("Content-Type", "application/json");
    }
    if draft.method.is_empty() {
        draft.method = if draft.request_body.is_some() { "POST" } else { "GET" }.into();
    }
    Some(draft)
}

fn wget(words: &[String]) -> Option<Draft> {
    let mut draft = Draft { request_headers: Some(Vec::new()), ..Draft::default() };
    for word in words {
        match word.split_once('=') {
            Some(("--header", header)) => {
                let (name, value) = header.split_once(':')?;
                draft.sends(name.trim(), value);
            }
            Some(("--method", method)) => draft.method = method.to_ascii_uppercase(),
            Some(("--post-data" | "--body-data", body)) => draft.request_body = Some(body.into()),
            _ if draft.url.is_empty() && !word.starts_with('-') && word.says("://") => {
                draft.url = word.clone()
            }
            _ => {}
        }
    }
    if draft.method.is_empty() {
        draft.method = if draft.request_body.is_some() { "POST" } else { "GET" }.into();
    }
    (!draft.url.is_empty()).then_some(draft)
}
