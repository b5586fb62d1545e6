//! What a line of anybody's prose tells: a method, a URL, a status, why no answer came.

use crate::exchange::Failure;
use crate::text::{Marked, Search, at_most, has, is_one_of, same_name};

pub(super) const METHODS: &str =
    "GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|PROPFIND|MKCOL|MOVE|COPY|TRACE";

/// A URL with its scheme, from where it begins to where it ends.
pub(super) fn url_in(line: &str) -> Option<(usize, &str)> {
    let mut from = 0;
    while let Some(found) = line.get(from..)?.at("://") {
        let at = from + found;
        let scheme = ["https", "http"].into_iter().find(|scheme| {
            line.get(..at).is_some_and(|before| {
                let start = before.len().saturating_sub(scheme.len());
                before.get(start..).is_some_and(|end| same_name(end, scheme))
            })
        });
        if let Some(scheme) = scheme {
            let start = at - scheme.len();
            let rest = line.get(start..)?;
            let url = rest.get(..url_end(rest)).unwrap_or(rest);
            if url.len() > scheme.len() + 3 {
                return Some((start, url));
            }
        }
        from = at + 3;
    }
    None
}

/// Where a URL ends that begins a text: before what quotes, brackets and sentences put behind it.
fn url_end(text: &str) -> usize {
    let is_end = |it: char| {
        it.is_whitespace() || matches!(it, '"' | '\'' | '`' | '<' | '>' | '\\' | '|' | '^' | '│')
    };
    let mut end = text.find(is_end).unwrap_or(text.len());
    // `GET,https://…,Vector(…)`: what an object holds is parted by commas, too.
    let at = text.at(",").unwrap_or(end);
    if text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_uppercase) {
        end = end.min(at);
    }
    // A variable that nobody filled in may hold blanks and quotes.
    if let Some(at) = text.get(..end).and_then(|url| url.last_at("${"))
        && !text.get(at..end).unwrap_or("").contains('}')
        && let Some(length) = text.get(at..).and_then(|rest| at_most(rest, 80).find('}'))
    {
        end = at + length + 1;
        let rest = text.get(end..).unwrap_or("");
        end += rest.find(is_end).unwrap_or(rest.len());
    }
    loop {
        let url = text.get(..end).unwrap_or("");
        let Some(last) = url.chars().next_back() else { return end };
        let unpaired =
            |open, close| last == close && url.matches(open).count() < url.matches(close).count();
        let is_outside = matches!(last, '.' | ',' | ';' | ':' | '!' | '?')
            || unpaired('(', ')')
            || unpaired('[', ']')
            || unpaired('{', '}');
        if !is_outside {
            return end;
        }
        end -= last.len_utf8();
    }
}

/// The first URL of a line that is not one of documentation.
pub(super) fn likely_url_in(line: &str) -> Option<(usize, &str)> {
    const OTHERS: &str = "developer.bigcommerce.com|docs.bigcommerce.com|support.bigcommerce.com|curl.se|curl.haxx.se|nodejs.org|github.com|stackoverflow.com|mozilla.org|python.org|docs.rs|npmjs.com|://aka.ms|learn.microsoft.com";
    let mut from = 0;
    loop {
        let (at, url) = url_in(line.get(from..)?)?;
        let end = from + at + url.len();
        // PHP cuts the arguments of calls off: `'https://store-a...'` names no host.
        let is_cut =
            line.get(end..).is_some_and(|rest| rest.starts_with("...") || rest.starts_with('…'));
        if !(has(url, OTHERS) || is_cut && is_bare(url)) {
            return Some((from + at, url));
        }
        from = end;
    }
}

/// Whether a URL has no path.
pub(super) fn is_bare(url: &str) -> bool {
    let host = url.at("://").and_then(|at| url.get(at + 3..)).unwrap_or("");
    host.split_once('/').is_none_or(|(_, path)| path.is_empty())
}

/// A path of BigCommerce's API, where nobody says the host.
pub(super) fn path_in(line: &str) -> Option<&str> {
    let at = ["/stores/", "/api/v2/", "/api/storefront/", "/v3/", "/v2/"]
        .into_iter()
        .filter_map(|front| line.at(front))
        .min()?;
    let is_own = line
        .get(..at)?
        .chars()
        .next_back()
        .is_none_or(|it| it.is_whitespace() || matches!(it, '"' | '\'' | '`' | '('));
    let path = line.get(at..)?;
    is_own.then(|| path.get(..url_end(path)).unwrap_or(path).trim_end_matches('?'))
}

/// A method and what it is sent to, wherever they stand: `POST https://…`, `"GET /a HTTP/1.1"`,
/// `[PUT] "https://…"`.
pub(super) fn request_in(line: &str) -> Option<(&str, &str)> {
    let bytes = line.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let is_letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        let from = at;
        while is_letter(at) {
            at += 1;
        }
        let word = line.get(from..at).unwrap_or("");
        // Firefox has `XHRPOST`, and Go `Post "https://…"`.
        let word = word.strip_prefix("XHR").unwrap_or(word);
        let rest = line.get(at..).unwrap_or("");
        let is_of_go = (rest.starts_with(" \"http") || rest.starts_with(" \\\"http"))
            && is_one_of(&word.to_ascii_uppercase(), METHODS);
        if is_method(word) || is_of_go {
            let signs = [' ', '[', ']', ':', '"', '\'', '`', '\t', '\\', ','];
            let rest = rest.trim_start_matches(signs);
            let rest = [
                "on resource ",
                "request to URL: ",
                "request to ",
                "request for ",
                "request on ",
                "to ",
            ]
            .into_iter()
            .find_map(|words| rest.strip_prefix(words))
            .unwrap_or(rest)
            .trim_start_matches(signs);
            if let Some(target) = target_of(rest) {
                return Some((word, target));
            }
        }
        at += usize::from(from == at);
    }
    None
}

/// A path of the API, as people name it: `v3/orders`.
pub(super) fn is_rootless(target: &str) -> bool {
    target.starts_with("v2/") || target.starts_with("v3/") || target.starts_with("stores/")
}

fn target_of(rest: &str) -> Option<&str> {
    let scheme = rest.at("://").filter(|at| *at < 6);
    if scheme.is_some()
        && let Some((0, url)) = url_in(rest)
    {
        return Some(url);
    }
    let is_path = |target: &&str| target.starts_with('/') || is_rootless(target);
    let target = rest.split_whitespace().next().filter(is_path)?;
    target.get(..url_end(target))
}

/// Methods are written in capitals.
pub(super) fn is_method(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_uppercase()) && is_one_of(word, METHODS)
}

/// A status, and how sure it is that it is one, from 1 to 9.
pub(super) fn status_in(line: &str) -> Option<(u16, u8)> {
    let bytes = line.as_bytes();
    let mut best: Option<(u16, u8)> = None;
    let mut at = 0;
    while at + 3 <= bytes.len() {
        let digits = bytes.get(at..at + 3).unwrap_or(b"");
        if !digits.iter().all(u8::is_ascii_digit) {
            at += 1;
            continue;
        }
        let is_part = |byte: Option<&u8>| {
            byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'/'))
        };
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        // Several: `429s`.
        let many = usize::from(
            bytes.get(at + 3) == Some(&b's')
                && !bytes.get(at + 4).is_some_and(u8::is_ascii_alphanumeric),
        );
        let after = bytes.get(at + 3 + many);
        let decimal = |byte: Option<&u8>, next: Option<&u8>| {
            byte.is_some_and(|it| matches!(it, b'.' | b'-' | b','))
                && next.is_some_and(u8::is_ascii_digit)
        };
        let outer = at.checked_sub(2).and_then(|at| bytes.get(at));
        let is_whole = !is_part(before)
            && !is_part(after)
            && !decimal(before, outer)
            && !decimal(after, bytes.get(at + 4))
            && !before.is_some_and(|byte| matches!(byte, b'-' | b'$' | b'#'))
            && after != Some(&b'-');
        let code: u16 = line.get(at..at + 3).and_then(|digits| digits.parse().ok()).unwrap_or(0);
        // 599 is what Perl makes up where there was no answer.
        if is_whole && (100..599).contains(&code) {
            let sure =
                sureness(line.get(..at).unwrap_or(""), line.get(at + 3..).unwrap_or(""), code);
            if sure > 0 && best.is_none_or(|(_, other)| sure > other) {
                best = Some((code, sure));
            }
        }
        at += 3;
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
    }
    best
}

/// `http/1.1`, in small letters.
fn is_version(word: &str) -> bool {
    word.trim_start_matches(['"', '\'']).starts_with("http/")
}

/// The one number of a line that can be that of a failure.
pub(super) fn code_alone_in(line: &str) -> Option<u16> {
    let mut found = None;
    for word in line.split([' ', '\t']) {
        let word = word.trim_matches(['(', ')', '[', ']', '"', '\'', ',', '.', '?', '!', ':', '*']);
        let word = word.strip_suffix('s').unwrap_or(word);
        let code = word.parse::<u16>().ok().filter(|code| (400..=599).contains(code));
        if let Some(code) = code.filter(|_| word.len() == 3) {
            if found.is_some_and(|other| other != code) {
                return None;
            }
            found = Some(code);
        }
    }
    found
}

/// The status whose phrase is all that a line says, if it says one: `Error: Too Many Requests`.
pub(super) fn phrase_in(line: &str) -> Option<u16> {
    let said = line.last_at(": ").and_then(|at| line.get(at + 2..)).unwrap_or(line);
    let said = said.last_at("] ").and_then(|at| said.get(at + 2..)).unwrap_or(said);
    let said = said.trim_matches([' ', '"', '\'', '.', '!']);
    let whole = |(_, phrase): &&(u16, &str)| {
        !phrase.is_empty()
            && said.get(..phrase.len()).is_some_and(|front| same_name(front, phrase))
            && said.len() < phrase.len() + 14
            && said.get(phrase.len()..).is_some_and(|rest| {
                rest.bytes().all(|it| it.is_ascii_alphabetic() || it == b' ' || it == b'-')
            })
    };
    // A sentence by itself, or its beginning.
    let alone = |(_, phrase): &&(u16, &str)| {
        let Some(at) = line.at(phrase).filter(|_| !phrase.is_empty()) else { return false };
        let before = line.get(..at).unwrap_or("");
        let after = line.get(at + phrase.len()..).unwrap_or("");
        (before.is_empty() || before.ends_with([' ', '"']) && is_end(before.trim_end()))
            && (after.is_empty() || after.starts_with(['.', ',', '"']))
    };
    let mut failures = PHRASES.iter().filter(|(code, _)| *code >= 400);
    let (code, _) = failures.find(|one| alone(one) || whole(one))?;
    Some(*code)
}

/// Whether something ends with this text, and what is said may begin behind it.
fn is_end(before: &str) -> bool {
    before.ends_with(['.', ':', ']', '"'])
}

/// How clients call the classes of their errors.
const CLASSES: &[(u16, &str)] = &[
    (400, "BadRequest"),
    (401, "Unauthorized"),
    (403, "Forbidden"),
    (404, "NotFound"),
    (404, "DoesNotExist"),
    (405, "MethodNotAllowed"),
    (409, "Conflict"),
    (409, "ResourceConflict"),
    (422, "UnprocessableEntity"),
    (429, "TooManyRequests"),
    (429, "RateLimiting"),
    (429, "RateLimit"),
    (429, "RateLimitExceeded"),
    (500, "InternalServerError"),
    (502, "BadGateway"),
    (503, "ServiceUnavailable"),
    (504, "GatewayTimeout"),
];

/// The status that the class of an error is named after: `Shop::Forbidden: …`, `shop.NotFoundError`;
/// or that .NET has as a name: `status code UnprocessableEntity`.
pub(super) fn class_in(said: &str) -> Option<u16> {
    let named = behind(said, "tatus code ").or_else(|| behind(said, "tatusCode: "));
    let line = named.map(|rest| [".", rest].concat());
    let line = line.as_deref().unwrap_or(said);
    let is_part = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | ':' | '.');
    let mut names = line.split(|it| !is_part(it)).filter_map(|word| {
        let (_, name) = word.trim_end_matches([':', '.']).rsplit_once([':', '.'])?;
        let bare = name.strip_suffix("Error").or_else(|| name.strip_suffix("Exception"));
        let known = CLASSES.iter().find(|(_, class)| *class == bare.unwrap_or(name));
        known.map(|(code, _)| *code)
    });
    // The last is what was raised, and not what caught it.
    names.next_back()
}

fn sureness(before: &str, after: &str, code: u16) -> u8 {
    let tail = |length: usize| {
        let mut from = before.len().saturating_sub(length);
        while !before.is_char_boundary(from) {
            from += 1;
        }
        before.get(from..).unwrap_or("").to_ascii_lowercase()
    };
    let near = tail(24);
    let front =
        near.trim_end_matches([' ', '"', '\'', '`', '(', '[', ':', '=', '-', '>', '<', '*', '│']);
    let ends = |words: &str| crate::text::any(words, &mut |word: &str| front.ends_with(word));
    // A place in a file, an amount, a time.
    let is_place =
        before.ends_with(':') && !before.ends_with(": ") && !ends("status|code|error|http");
    let is_measure = {
        let unit = after.trim_start();
        let unit =
            unit.get(..unit.find(|it: char| !it.is_ascii_alphabetic()).unwrap_or(unit.len()));
        is_one_of(
            unit.unwrap_or("").to_ascii_lowercase().as_str(),
            "ms|s|b|kb|mb|bytes|us|items|times|requests|products|seconds|milliseconds|h|m",
        )
    };
    // `limit=250` is a parameter, `status=429` is not.
    let is_parameter =
        before.ends_with('=') && !ends("status|code|statuscode|status_code|response");
    if is_measure && !ends("status")
        || is_parameter
        || code < 200 && !ends("status|http/1.1")
        || ends(
            "line|port|exit code|errno|pid|equal|equals|eq|tobe|to be|want|wanted|expects|expected status|expected",
        ) && !after.trim_start().starts_with("to ")
    {
        return 0;
    }
    if ends("actual value is|actual value: int <|actual|but was|but got|instead got") {
        return 9;
    }
    if ends("http/1.1|http/1.0|http/2|http/3|http/2.0") {
        return 9;
    }
    if says_phrase(after, code) {
        return 8;
    }
    if ends(
        "status code|status code of|statuscode|status_code|status of|status was|status is|http status|http error|returned error|http code|response code|http|status",
    ) {
        return 7;
    }
    // Right behind a URL.
    if before.trim_end().ends_with('\u{1}') {
        return 7;
    }
    if is_place {
        return 0;
    }
    if ends(
        "error|errored with|failed|failed with|code|response|returned|got|received|answered|responded with|with a|with an|error!|←|=>|replied|codes.|get a|get an|got a|got an|gets a|getting a|getting|gets|get|receive|receiving|returning|returns|gives|throws|gave|see a|seeing",
    ) {
        return 6;
    }
    let rest = after.trim();
    // At the beginning of a message, or of a sentence: `[422] It is there already`.
    let said = rest.strip_prefix("] ").unwrap_or("");
    if before.trim() == "[" && !said.is_empty()
        || before.ends_with(". [") && said.starts_with(|it: char| it.is_ascii_uppercase())
    {
        return 7;
    }
    // How many answers had it.
    if before.trim_end().ends_with('[') && rest.starts_with(']') && rest.ends_with("responses") {
        return 6;
    }
    if before.trim().is_empty() {
        return match rest.bytes().next() {
            None => 5,
            Some(b'{' | b'[' | b'<' | b':' | b'-' | b'?') => 5,
            // `401 on /v3/orders`
            _ if rest.starts_with("on ")
                || rest.starts_with("for ")
                || rest.starts_with("from ") =>
            {
                6
            }
            _ => 2,
        };
    }
    if rest.starts_with("response") {
        return 6;
    }
    // Behind the request of a log.
    if front.len() < near.trim_end().len() && front.rsplit(' ').next().is_some_and(is_version) {
        return 9;
    }
    if before.trim_end().ends_with('│') && after.trim_start().starts_with('│') {
        return 4;
    }
    if rest.is_empty() && !before.trim_end().ends_with(|it: char| it.is_ascii_digit()) {
        return 3;
    }
    if ends("expected") && after.trim_start().starts_with("to ") {
        return 6;
    }
    0
}

/// How servers, proxies and clients begin what they say of a code.
const PHRASES: &[(u16, &str)] = &[
    (200, "OK"),
    (201, "Created"),
    (202, "Accepted"),
    (204, "No Content"),
    (207, "Multi-Status"),
    (301, "Moved"),
    (302, "Found"),
    (304, "Not Modified"),
    (307, "Temporary Redirect"),
    (308, "Permanent Redirect"),
    (400, "Bad Request"),
    (401, "Unauthorized"),
    (403, "Forbidden"),
    (404, "Not Found"),
    (404, "Resource Not Found"),
    (405, "Method Not Allowed"),
    (406, "Not Acceptable"),
    (408, "Request Time"),
    (409, "Conflict"),
    (410, "Gone"),
    (412, "Precondition"),
    (413, "Content Too Large"),
    (413, "Payload Too Large"),
    (413, "Request Entity"),
    (414, "URI Too Long"),
    (415, "Unsupported Media"),
    (422, "Unprocessable"),
    (422, "Missing or Invalid"),
    (423, "Locked"),
    (429, "Too Many"),
    (500, "Internal"),
    (501, "Not Implemented"),
    (502, "Bad Gateway"),
    (503, "Service"),
    (504, "Gateway Time"),
    (507, "Insufficient"),
    (509, "Bandwidth Limit"),
];

/// What stands behind a code says what it means.
fn says_phrase(after: &str, code: u16) -> bool {
    let said = after.trim_start_matches([' ', '(', '"', '-', ':', '\'']);
    if said.len() == after.len() && !said.is_empty() {
        return false;
    }
    let begins = |phrase: &str| {
        !phrase.is_empty() && said.get(..phrase.len()).is_some_and(|front| same_name(front, phrase))
    };
    PHRASES.iter().any(|(other, phrase)| *other == code && begins(phrase))
        || (400..500).contains(&code) && begins("Client Error")
        || code >= 500 && begins("Server Error")
}

/// Why no answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lost {
    pub failure: Failure,
    /// Nothing of the request was sent.
    pub unsent: bool,
    /// … and nothing would be at any other time.
    pub permanent: bool,
}

/// In small letters, how applications begin, whether there was an answer or not …
const VAGUE: &str = "failed to fetch|fetch failed|networkerror|network error|unable to connect to the|could not connect to the|error sending request";
/// … and what only an answer can say.
const OF_ANSWERS: &str =
    "scopes are|scope is|api scopes|credentials|permission|unauthori|forbidden";

/// In small letters, what clients say of a request that they did not take …
const NOT_TAKEN: &str = "parse url|invalid_url|typeerror: invalid url|invalid_arg_type|argument must be |invalid_protocol|invalid_char|invalid_http_token|no scheme supplied|only absolute urls|unsupported protocol|unsupportedprotocol|missing protocol scheme|malformedurl|bad uri(|invalid character in header|invalid header|invalid_header_value|required in setheader|missing storefront token|missing store hash|tcp connection to :|nil port";
/// … and of a server that they do not trust, or an address that is none.
const NOT_TRUSTED: &str = "certificate problem|ssl peer certificate|verify the first certificate|pkix path|certificate verify failed|certificate has expired|certificate is not trusted|certificate_unknown|certificate signed by unknown|certificate validation|self-signed certificate|self signed certificate|self_signed_cert|unable_to_verify_leaf|unable to get local issuer|cert_has_expired|err_tls_cert_altname|err_cert_|trust relationship|curl: (60)|curl: (51)|curl: (3)|curl error 60:|curl error 3:";
/// … and what browsers say of pages that may not call.
const NOT_ALLOWED: &str = "blocked by cors policy|cross-origin request blocked|access control checks|is not allowed by access-control-allow-origin";
/// All that some say of a request that was given up.
const GIVEN_UP: &str = "aborted|cancelled|canceled|load request cancelled";

/// Where nobody says why.
pub(super) const BROKEN: Lost = Lost { failure: Failure::Network, unsent: false, permanent: false };

/// In small letters, what clients say where an answer came too late …
const TIMEOUTS: &str = "timed out|timed_out|timeout of |timeouterror|timeout error|etimedout|esockettimedout|connect_timeout|connecttimeout|headers_timeout|body_timeout|read timeout|readtimeout|opentimeout|execution expired|sockettimeoutexception|i/o timeout|deadline exceeded|timeout exceeded|operation timeout|request timeout|took longer than|timeout awaiting|timeout reached|timeout while|due to timeout|client.timeout|timeout specified has expired|httpclient.timeout|timeout was reached|err_timed_out|net_timeout|err_socket_timeout|econnaborted|ns_error_net_timeout|curl: (28)|curl error 28";
/// … where whoever asked did not wait for it …
const ABORTS: &str = "aborterror|operation was aborted|request aborted|request was aborted|err_aborted|err_canceled|cancelederror|ns_binding_aborted|signal is aborted|aborted by the user|context canceled|request was cancel|task was cancel|taskcanceledexception";
/// … where no connection could be made …
const UNSENT: &str = "dial tcp|dial: |before secure tls|setting cipher list|aggregateerror: error|[aggregateerror|econnrefused|connectionrefused|connect call failed|bad port| enotfound|'enotfound|eai_again|eai_nodata|ehostunreach|enetunreach|eaddrnotavail|connection refused|connection_refused|could not resolve|couldn't resolve|unable to resolve|not be resolved|not_resolved|name or service not known|nodename nor servname|name resolution|no such host|no address associated|name does not resolve|host lookup|lookup address|unknownhost|unknown_host|unknown host|nxdomain|getaddrinfo|dns error|failed to connect|couldn't connect|could not connect|can't connect|cannot connect|unable to connect|connect_error|tcp connect error|connecterror|connectexception|connecttimeout|connect timeout|connect_timeout|connect timed out|connect etimedout|connection attempts failed|establish a new connection|failed to open tcp connection|actively refused|no connection could be made|no route to host|network is unreachable|internet_disconnected|internet connection appears to be offline|address_unreachable|proxy_connection_failed|hostname could not be found|curl: (5)|curl: (6)|curl: (7)|curl error 5:|curl error 6:|curl error 7:";
/// … and where one broke.
const BREAKS: &str = "wrong status line|badstatusline|econnreset|epipe|und_err_socket|net::err_|ns_error_|socket hang up|other side closed|connection reset|connection aborted|connection closed|connection was closed|connection closed before|connection error|connectionerror|connection prematurely|premature close|prematureclose|max retries exceeded|remote end closed|remotedisconnected|remoteprotocolerror| readerror|.readerror|empty reply from server|server disconnected|serverdisconnected|unexpected eof|unexpected end of file|incompleteread|broken pipe|end of file reached|eoferror|closed by the remote host|forcibly closed|response ended prematurely|stream was reset|stream reset|protocol_error|handshake failure|handshakeexception|sslhandshake|ssl_error|sslerror|ssl connection could not be established|fetch failed|failed to fetch|networkerror|network error|network connection was lost|load failed|error sending request|underlying connection was closed|socketexception|transporterror|no data received|connection lost";

/// Exit codes of curl for which there was an answer: (22), and (23), for which there was no room.
const ANSWERED: &str = "curl: (22)|curl: (23)|curl error 22";

/// Why no answer came.
pub(super) fn failure_in(line: &str) -> Option<Lost> {
    if line.len() > 4000 || has(line, ANSWERED) {
        return None;
    }
    let line = [" ", line.trim_matches([' ', ':'])].concat().to_ascii_lowercase();
    let marked = Marked::new(&line);
    let line = line.trim_start();
    let says = |words: &str| marked.has(words);
    if says(VAGUE) && says(OF_ANSWERS) {
        return None;
    }
    let (failure, unsent, permanent) = if says(NOT_TAKEN) {
        (Failure::Aborted, true, true)
    } else if says(TIMEOUTS) || line == "timeout" {
        (Failure::Timeout, says(UNSENT), false)
    } else if says(ABORTS) || is_one_of(line, GIVEN_UP) {
        (Failure::Aborted, false, false)
    } else if says(NOT_TRUSTED) {
        (Failure::Network, true, true)
    } else if says(NOT_ALLOWED) {
        (Failure::Network, false, true)
    } else if says(UNSENT) {
        (Failure::Network, true, false)
    } else if says(BREAKS) || says("curl: (|curl error ") || line.ends_with(": eof") {
        return Some(BROKEN);
    } else {
        return None;
    };
    Some(Lost { failure, unsent, permanent })
}

/// The page that a browser speaks of, where it may not call.
pub(super) fn origin_in(line: &str) -> Option<&str> {
    let safari = || line.strip_prefix("Origin ").filter(|rest| has(rest, " is not allowed"));
    let rest = behind(line, "from origin '").or_else(safari)?;
    rest.get(..rest.find(['\'', ' '])?)
}

/// What was meant to be a URL, by a client that could not take it for one.
pub(super) fn no_url_in(line: &str) -> Option<&str> {
    let rest = behind(line, "parse URL from ").or_else(|| behind(line, "nvalid URL '"))?;
    rest.get(..rest.find(['\'', ' ']).unwrap_or(rest.len()))
}

fn behind<'a>(line: &'a str, words: &str) -> Option<&'a str> {
    line.get(crate::text::find(line, words)? + words.len()..)
}

/// Whether a status in the same line tells more than that something was lost.
pub(super) fn is_vague(line: &str) -> bool {
    has(&line.to_ascii_lowercase(), VAGUE)
}

/// What only a page is told. Of a connection that was not made any program could tell.
pub(super) fn is_of_page(line: &str) -> bool {
    has(
        line,
        "TypeError: Failed to fetch|TypeError: Load failed|net::ERR_FAILED|net::ERR_BLOCKED|CORS policy|Cross-Origin Request Blocked|server responded with a status of|access control checks|not allowed by Access-Control|NetworkError when attempting",
    )
}
