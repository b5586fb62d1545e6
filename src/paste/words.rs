//! What a line of anybody's prose tells: a method and what it is sent to, and a status.

use super::urls::{url_end, url_in};
use crate::text::{Search, has, is_one_of, same_name};

pub(super) const METHODS: &str =
    "GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|PROPFIND|MKCOL|MOVE|COPY|TRACE";

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
        // axios has it so behind the reason: `timeout of 800ms exceeded get https://…`. To get is a
        // word like others.
        let is_of_axios = rest.starts_with(" http")
            && (is_one_of(word, "post|put|patch|delete")
                || line.get(..from).is_some_and(|before| before.ends_with("exceeded "))
                    && is_one_of(&word.to_ascii_uppercase(), METHODS));
        if is_method(word) || is_of_go || is_of_axios {
            let signs = [' ', '[', ']', ':', '"', '\'', '`', '\t', '\\', ',', '-', '>', '→'];
            let rest = rest.trim_start_matches(signs);
            let rest = [
                "on resource ",
                "request to URL: ",
                "request to ",
                "request for ",
                "request on ",
                "to ",
                // As other languages have it.
                "auf ",
                "an ",
                "sur ",
                "vers ",
                "a ",
                "« ",
            ]
            .into_iter()
            .find_map(|words| rest.strip_prefix(words))
            .unwrap_or(rest)
            .trim_start_matches(signs);
            // Browsers and loggers put the status between: `POST 422 https://…`.
            let behind_code = rest.get(3..).filter(|behind| {
                behind.starts_with(" http") && rest.bytes().take(3).all(|it| it.is_ascii_digit())
            });
            let rest = behind_code.map_or(rest, str::trim_start);
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

/// The method that stands at the end of a line: `422 https://… POST`.
pub(super) fn method_behind(line: &str) -> Option<&'static str> {
    let (_, last) = line.trim_end().rsplit_once(' ')?;
    METHODS.split('|').find(|method| *method == last)
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
        // `TCP_MISS/429`, as proxies that keep answers log it.
        let is_of_cache = line.get(..at).is_some_and(|before| {
            before.ends_with('/')
                && before.rsplit(' ').next().is_some_and(|it| it.starts_with("TCP_"))
        });
        let before = at.checked_sub(1).and_then(|at| bytes.get(at)).filter(|_| !is_of_cache);
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
            let sure = if is_of_cache {
                9
            } else {
                sureness(line.get(..at).unwrap_or(""), line.get(at + 3..).unwrap_or(""), code)
            };
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

/// What numbers that stand before it count or measure.
const COUNTED: &str = "ms|s|seconds|bytes|kb|mb|times|items|requests|products|orders|customers|variants|records|rows|images|pages";

/// The one number of a line that can be that of a failure.
pub(super) fn code_alone_in(line: &str) -> Option<u16> {
    const NUMBERED: &str = "line|page|row|batch|job|step|id|took|uploaded|synced";
    let begin = line.trim_start();
    if ["if ", "it(", "test("].into_iter().any(|code| begin.starts_with(code)) {
        return None;
    }
    let mut found = None;
    let signs = ['(', ')', '[', ']', '"', '\'', ',', '.', '?', '!', ':', '*'];
    let mut words = line.split([' ', '\t']).peekable();
    let (mut last, mut last_whole) = ("", "");
    while let Some(word) = words.next() {
        let whole = std::mem::replace(&mut last_whole, word);
        let word = word.trim_matches(signs);
        let before = std::mem::replace(&mut last, word);
        let next = words.peek().map_or("", |next| next.trim_matches(signs));
        let is_worker = whole.ends_with("worker") || whole.ends_with("thread");
        if is_one_of(next, COUNTED)
            || is_one_of(next, "sec")
            || is_one_of(before, NUMBERED)
            || is_worker
        {
            continue;
        }
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
            && (after.is_empty()
                || after.starts_with(['.', ',', '"'])
                || after.starts_with(" - ") && before.ends_with("rror: "))
    };
    // `failed with 'Too Many Requests'`
    let quoted = |(_, phrase): &&(u16, &str)| {
        let Some((before, after)) = line.parted(phrase).filter(|_| has(phrase, " ")) else {
            return false;
        };
        let after = after.trim_start_matches(|it: char| it.is_ascii_alphabetic() || it == ' ');
        ['\'', '"', '`'].into_iter().any(|it| before.ends_with(it) && after.starts_with(it))
    };
    let mut failures = PHRASES.iter().filter(|(code, _)| *code >= 400);
    let (code, _) = failures.find(|one| alone(one) || whole(one) || quoted(one))?;
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
    (500, "InternalServer"),
    (501, "NotImplemented"),
    (502, "BadGateway"),
    (503, "ServiceUnavailable"),
    (504, "GatewayTimeout"),
    (507, "InsufficientStorage"),
];

/// The status that the class of an error is named after: `Shop::Forbidden: …`, `shop.NotFoundError`;
/// or that .NET has as a name: `status code UnprocessableEntity`.
pub(super) fn class_in(said: &str) -> Option<u16> {
    // What .NET calls them is a word by itself.
    let is_name = |rest: &str| {
        let end = rest.find(|it: char| !it.is_ascii_alphabetic()).unwrap_or(rest.len());
        let known =
            |(code, class): &(u16, &str)| rest.get(..end).filter(|it| it == class).and(Some(*code));
        CLASSES.iter().find_map(known)
    };
    const BEFORE: &str = "tatus code |tatus code: |tatusCode: |tatusCode=|tatus |tatus: |failed with |answered |answers |returned |-> |=> ";
    let mut named = BEFORE.split('|').filter_map(|it| is_name(behind(said, it)?));
    if let Some(code) = named.next() {
        return Some(code);
    }
    let line = said;
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
        let unit = unit.unwrap_or("");
        is_one_of(unit, COUNTED) || is_one_of(unit, "b|us|milliseconds|h|m")
    };
    // `limit=250` is a parameter, `status=429` is not.
    let is_parameter =
        before.ends_with('=') && !ends("status|code|statuscode|status_code|response|http|rc");
    // What code compares with, or has a stand-in answer.
    let is_compared = [">=", "<=", "==", "!=", "< ", "> "]
        .into_iter()
        .any(|sign| before.trim_end_matches(' ').ends_with(sign.trim_end()) && before.says(sign));
    let is_numbered = near.ends_with("worker ") || near.ends_with("thread ");
    if is_measure && !ends("status|error|code|http")
        || is_numbered && !says_phrase(after, code)
        || is_compared && code.is_multiple_of(100)
        || before.says("to_return(")
        || is_parameter
        || code < 200 && !ends("status|http/1.1")
        || ends(
            "line|port|exit code|errno|pid|equal|equals|eq|tobe|to be|want|wanted|expects|expected status|expected",
        ) && !after.trim_start().starts_with("to ")
    {
        return 0;
    }
    // What a step of a scenario or the title of a test wishes for.
    let begin = before.trim_start_matches([' ', '✖', '✗', '×', '✔', '✓']);
    let is_step = (begin.starts_with("And ") || begin.starts_with("Then "))
        && has(begin, "tatus|should|expect|response code")
        && !has(begin, " get| got |return|fail| gives|throw");
    let is_wish =
        is_step || ["* status", "it(", "test("].into_iter().any(|word| begin.starts_with(word));
    if is_wish || ends("should return|should be|should respond with|toequal") {
        return 0;
    }
    // What an assertion holds against what it wanted: the first of two.
    if begin.says("assert ") && before.trim_end().ends_with("==") {
        return 0;
    }
    let is_left = |side: &str| begin.strip_prefix(side).is_some_and(|rest| rest.trim().is_empty());
    if is_left("right:") {
        return 0;
    }
    if ends("assert") && after.trim_start().starts_with("==")
        || ends("asserting that|(was")
        || is_left("left:")
        || is_left("Received:")
    {
        return 9;
    }
    // `422 “The name is taken.”`
    if code >= 400 && after.starts_with(' ') && after.trim_start().starts_with(['"', '“', '`']) {
        return 6;
    }
    if ends("actual value is|actual value: int <|actual|but was|but got|instead got") {
        return 9;
    }
    if ends("http/1.1|http/1.0|http/2|http/3|http/2.0") || is_between(before, after) {
        return 9;
    }
    // What an assertion found, and what it wanted.
    if before.trim().is_empty() && after.trim_start().starts_with("!== ") {
        return 9;
    }
    if before.trim_end().ends_with("!==") {
        return 0;
    }
    if says_phrase(after, code) {
        return 8;
    }
    if ends(
        "status code|status code was|status code of|statuscode|status_code|status of|status was|status is|response status is|http status|http error|returned error|http code|response code|http|status",
    ) {
        return 7;
    }
    // `… returned an error: (401) Not authorised`, in any language.
    if code >= 400 && before.ends_with(": (") && after.starts_with(") ") {
        return 7;
    }
    // Right behind a URL.
    if before.trim_end().ends_with('\u{1}') {
        return 7;
    }
    // `GET /v2/orders -> 204, nothing there`
    let is_arrow = ["->", "→", "=>"].into_iter().any(|arrow| near.trim_end().ends_with(arrow));
    if is_arrow
        && (before.says("/") || before.says("\u{1}"))
        && PHRASES.iter().any(|(known, _)| *known == code)
    {
        return 6;
    }
    if is_place {
        return 0;
    }
    if ends(
        "error|errored with|failed|failed with|fail with|fails with|failing with|code|response|returned|got|received|answered|responded with|with a|with an|error!|←|=>|replied|codes.|get a|get an|got a|got an|gets a|getting a|getting|gets|get|receive|receiving|returning|returns|gives|throws|gave|see a|seeing",
    ) {
        return 6;
    }
    if code >= 400 && ends("with") {
        return 6;
    }
    let rest = after.trim();
    // At the beginning of a message, or of a sentence: `[422] It is there already`.
    let said = rest.strip_prefix("] ").unwrap_or("");
    let in_round = before.trim() == "(" && rest.starts_with(") ") && code >= 400;
    if before.trim() == "[" && !said.is_empty()
        || in_round
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
    // `this 422 error`, `an HTTP 403 error`, `(422) The name is taken.`
    if rest.starts_with("response")
        || code >= 400
            && (rest.starts_with("error") || rest.starts_with("Error"))
            && !rest.starts_with("error codes")
    {
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

/// `429 Too Many Requests` and no more.
pub(super) fn is_status_line(line: &str) -> bool {
    line.split_once(' ').is_some_and(|(code, phrase)| {
        code.len() == 3
            && PHRASES.iter().any(|(known, begins)| {
                code.parse() == Ok(*known) && phrase.starts_with(begins) && phrase.len() < 40
            })
    })
}

/// Whether a status stands between the times of a request and how long the answer was, as in the
/// logs of proxies: `0/0/0/1/1 429 486 …`, `0.086 0.048 0.037 429 429 312 186 "GET`.
fn is_between(before: &str, after: &str) -> bool {
    let is_size = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut next = after.split(' ').skip(1);
    if !next.next().is_some_and(is_size) {
        return false;
    }
    let mut last = before.trim_end().rsplit(' ');
    let is_time = |word: &str| {
        word.contains(['/', '.'])
            && word.bytes().all(|it| it.is_ascii_digit() || matches!(it, b'/' | b'.' | b'-' | b'+'))
    };
    let timers = last.next().filter(|word| is_time(word));
    timers.is_some_and(|word| {
        word.bytes().filter(|it| *it == b'/').count() == 4
            || (0..2).all(|_| last.next().is_some_and(is_time))
    })
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
    // n8n says so in place of what was answered.
    (401, "Authorization failed - please check your credentials"),
    (403, "Forbidden"),
    (404, "Not Found"),
    (404, "Resource Not Found"),
    (404, "The resource you are requesting could not be found"),
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
    (429, "Too Many Req"),
    (429, "The service is receiving too many requests from you"),
    (500, "Internal Server"),
    (500, "Internal Error"),
    (500, "The service was not able to process your request"),
    (501, "Not Implemented"),
    (502, "Bad Gateway"),
    (503, "Service Un"),
    (503, "Service Temp"),
    (504, "Gateway Time"),
    (507, "Insufficient Stor"),
    (509, "Bandwidth Limit"),
];

/// What stands behind a code says what it means.
fn says_phrase(after: &str, code: u16) -> bool {
    let said = after.trim_start_matches([' ', '(', ')', ']', '"', '-', ':', '\'']);
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

/// What stands behind these words.
pub(super) fn behind<'a>(line: &'a str, words: &str) -> Option<&'a str> {
    line.get(crate::text::find(line, words)? + words.len()..)
}
