//! Sentences of clients and tools that repeat what an answer said, and show no more of it.

use super::phrases::Phrases;
use super::value::Value;
use super::{lost, words};
use crate::text::{Search, cut, find, has};
use std::sync::LazyLock;

/// What clients of GraphQL begin an error with; behind it stands what the answer said.
const OF_GRAPHQL: &str = "GraphQL error: Message: |BigCommerceGQLError: |FetcherError: |GraphQLError: |GraphQL Error: |GraphQL error: |GraphQL errors: |ApolloError: |CombinedGraphQLErrors: |[GraphQL] ";
/// How the answers of GraphQL begin that say what is wrong with a query.
const OF_QUERIES: &str = "The query is too complex|Cannot query field |Unknown argument |Unknown field '|Unknown type \"|Variable \"$|Variable '$";
/// How V2 says what it does not take.
const OF_FIELDS: &str = "The field '|The fields '";
/// What checks the tokens of BigCommerce's calls, in Node, Python, Ruby and PHP.
const OF_JWT: &str = "NotBeforeError: |TokenExpiredError: |JsonWebTokenError: |jwt.exceptions.|JWT::ExpiredSignature|JWT::ImmatureSignature|JWT::VerificationError|JWT::DecodeError|JWT\\BeforeValidException|JWT\\ExpiredException|JWT\\SignatureInvalidException";

/// Where a theme failed, and not the request.
const OF_THEMES: &str = "Deployment failed with|problem uploading |problem processing |rror code: TR-|(TR-|processing your theme: TR-";
/// What Stencil says of a job that failed, before anything else that it says.
const JOB: &str = "Job Failed";
/// What GraphQL says of a token and where it was sent from.
const OF_TOKENS: &str =
    "'Origin' header invalid|GraphQL invalid credentials|GraphQL credentials were missing";
/// What ended a Worker, as its log has it.
const OF_WORKERS: &str = " - Exceeded |exceededCpu|exceededMemory";
/// What parsers of JSON say where there was nothing to read.
const OF_NOTHING: &str = "nexpected end of JSON input|nexpected end of data at line 1 column 1|Parse error: Unexpected EOF|Expecting value: line 1 column 1|any JSON tokens|o content to map due to end-of-input|nd of input at line 1 column 1 path|EOF while parsing a value at line 1 column 0|at least contain two octets|nexpected token at ''|nexpected end of input";
/// All that some answers say, and the status that they come with.
const WHOLE: [(u16, &str); 12] = [
    (
        404,
        "The route is not found, check the URL|The requested resource was not found|The requested resource does not exist|page of results was not found",
    ),
    (
        401,
        "X-Auth-Token header is required|X-Auth-Token headers are required|X-Auth-Token header should have correct format|No credentials were supplied|non-repeatable request",
    ),
    (
        403,
        "required scope to access the endpoint|our scope does not include this resource|API scopes are invalid|BigCommerce.ERROR: Could not retrieve the token",
    ),
    (
        409,
        "upload one theme at a time|already have a theme upload in progress|A resource conflict prevented| is a duplicate|not meet quantity|nsufficient inventory|is already in use by another",
    ),
    (500, "ThemeUploadError: Server Error"),
    (400, "ThemeUploadError: "),
    (401, "Bad signed request|Invalid login. Please attempt to log in again"),
    (
        422,
        "can not have more than|are provided correctly|reached the maximum number of|JSON data is missing|issing Required Fields|has to be a JSON array",
    ),
    (503, "he store is suspended"),
    (
        400,
        "or more products are|redirect_uri does not match|redirect_uri_mismatch|ErrorDetail(string=|invalid_grant|invalid_client|Invalid client id",
    ),
    (
        429,
        "error code: 1015|API limit reached|request limit reached|request limit exceeded|API quota ex|API quota reached|rate limit reached|reached the rate limit|ate limit exceeded|ate Limit Exceeded|ate limit exhausted|ate Limit Exhausted",
    ),
    (
        403,
        "error code: 10|Attention Required! | Cloudflare|Cannot start a checkout session with an empty cart",
    ),
];

/// Whether a text has any of these, which most lines have not.
static ANSWERS: LazyLock<Phrases<20>> = LazyLock::new(|| {
    let others = [OF_THEMES, JOB, OF_TOKENS, OF_WORKERS, OF_GRAPHQL, OF_QUERIES, OF_FIELDS, OF_JWT];
    let mut tables = others.into_iter().chain(WHOLE.map(|(_, texts)| texts));
    Phrases::of(std::array::from_fn(|_| tables.next().unwrap_or("")))
});

/// What a line stands for that BigCommerce answers in plain text, or a tool of its repeats alone:
/// the status that it comes with, and the body.
pub(super) fn answer_of_text(text: &str) -> Option<(u16, String)> {
    if text.len() >= 400 {
        return None;
    }
    // Node has the name of an error in brackets where its class has another.
    let plain = text.parted("]: ").map(|(name, said)| [name, ": ", said].concat());
    let text = plain.as_deref().unwrap_or(text);
    // Apollo has behind the message where it belongs, and Apps Script what may be done.
    let text = text.parted(", Location: ").map_or(text, |(said, _)| said);
    let text = text.parted(" (use muteHttp").map_or(text, |(said, _)| said);
    if let Some(begun) = begun_in(text) {
        return Some(begun);
    }
    let [themes, jobs, tokens, workers, graphql, queries, fields, jwt, whole @ ..] =
        ANSWERS.said_in(text);
    // Stencil says so of an answer with that body, and the control panel of a theme.
    if jobs || themes {
        let said = text.parted(JOB).map_or(text, |(_, said)| said);
        let said = said.trim_start_matches(['.', ' ']);
        return Some((200, of_job(if said.is_empty() { JOB } else { said })));
    }
    if tokens {
        return Some((401, of_graphql(text)));
    }
    if let Some(said) = from(text, OF_FIELDS).filter(|_| fields) {
        return Some((400, sentence(said).into()));
    }
    if let Some(said) = from(text, OF_QUERIES).filter(|_| queries) {
        return Some((200, of_graphql(said)));
    }
    for name in OF_GRAPHQL.split('|').filter(|_| graphql) {
        let Some((_, said)) = text.parted(name) else { continue };
        let said = said.trim_end_matches(']');
        if has(said, " ")
            && !said.starts_with('{')
            && words::status_in(said).is_none()
            && lost::failure_in(text).is_none()
        {
            let is_token = has(said, "uthenticat|redential");
            return Some((if is_token { 401 } else { 200 }, of_graphql(said)));
        }
    }
    if workers {
        return Some((503, "error code: 1102".into()));
    }
    if jwt {
        return Some((401, sentence(text).into()));
    }
    // What a client could not print, nobody knows.
    let is_short = text.len() < 200 && !text.says("[object Object]");
    let mut known = WHOLE.iter().zip(whole).filter(|(_, is_said)| *is_said && is_short);
    let said = text.parted("BigCommerce.ERROR: ").map_or(text, |(_, said)| said);
    known.next().map(|((code, _), _)| (*code, said.into()))
}

/// Whether a parser of JSON complains of an answer without a body.
pub(super) fn is_of_nothing(text: &str) -> bool {
    has(text, OF_NOTHING)
}

/// What V8 shows of an answer that is no JSON is how it began, and a sentence that is known ends it.
fn begun_in(text: &str) -> Option<(u16, String)> {
    let (_, rest) = text.parted("nexpected token ")?;
    let (_, rest) = rest.parted(", \"")?;
    let (begin, _) = rest.parted("\"... is not valid JSON").filter(|(begin, _)| begin.len() > 7)?;
    let of = |(code, texts): (u16, &'static str)| texts.split('|').map(move |text| (code, text));
    let mut known = WHOLE.into_iter().flat_map(of).filter(|(_, text)| text.starts_with(begin));
    known.next().map(|(code, text)| (code, text.into()))
}

/// As the API answers of such a job.
pub(super) fn of_job(said: &str) -> String {
    ["{\"data\":{\"status\":\"FAILED\",", &of_errors(said), "}}"].concat()
}

/// Whether nothing but that is known of a job.
pub(super) fn is_bare_job(body: &str) -> bool {
    body == of_job(JOB)
}

/// A text from where one of the parts begins.
fn from<'a>(text: &'a str, parts: &str) -> Option<&'a str> {
    parts.split('|').find_map(|part| text.get(find(text, part)?..))
}

/// The errors of an answer, of which the message is known.
fn of_errors(said: &str) -> String {
    let mut json = String::from("\"errors\":[{\"message\":");
    Value::Text(said.into()).write(&mut json);
    json.push_str("}]");
    json
}

/// The path that a tool asks for where it fails with a name or a sentence of its own, and whether it
/// reads only.
pub(super) fn call_of(line: &str) -> Option<(&'static str, bool)> {
    const CALLS: &str = "StoreHashReadError /admin/oauth/info|either does not exist or is not available at this time /stencil-version-check|StoreSettingsLocaleError /v3/settings/store/locale|store channels /v3/channels|store sites /v3/sites|rendered regions /v3/content/regions|ThemeUploadError /v3/themes|invalid_grant /oauth2/token|invalid_client /oauth2/token|Invalid client id /oauth2/token";
    CALLS.split('|').find_map(|call| {
        let (said, _) = call.parted(" /")?;
        let path = call.get(said.len() + 1..).filter(|_| line.says(said))?;
        Some((path, !has(path, "token|themes")))
    })
}

/// As GraphQL answers.
fn of_graphql(said: &str) -> String {
    ["{", &of_errors(said), "}"].concat()
}

/// The sentence that stands behind a status and its phrase:
/// `Client Error (400): The name is taken.`, `500 Internal Server Error @ store: It broke.`
pub(super) fn behind_status(line: &str, code: u16) -> Option<&str> {
    let rest = behind_code(line, code)?;
    let in_brackets = || Some(("", rest.strip_prefix("] ")?));
    let parted = rest.parted(": ").or_else(|| rest.parted(" — ")).or_else(|| rest.parted(" - "));
    let (phrase, said) = parted.or_else(in_brackets)?;
    let phrase = phrase.parted(" @ ").map_or(phrase, |(phrase, _)| phrase);
    let is_of_phrase = |it: u8| {
        it.is_ascii_alphabetic()
            || matches!(it, b' ' | b')' | b'(' | b']' | b'-' | b'/' | b'_')
            || it.is_ascii_digit()
    };
    if phrase.len() > 60 || !phrase.bytes().all(is_of_phrase) {
        return None;
    }
    Some(sentence(said)).filter(|said| is_sentence(said))
}

/// The title of an answer whose members a client prints as pairs, and what stands behind its protocol:
/// `status: 422, title: The name is taken., instance: `, `HTTP 422 The name is taken.`
pub(super) fn paired(line: &str, code: u16) -> Option<&str> {
    let rest = behind_code(line, code)?;
    let titled = ["title: ", "detail: ", "message: "].into_iter().find_map(|it| rest.parted(it));
    let said = match titled {
        Some((_, said)) => to_next_pair(said),
        None => rest.strip_prefix(' ').filter(|_| line.says("HTTP "))?,
    };
    Some(sentence(said.trim_end_matches([',', ' ']))).filter(|said| is_sentence(said))
}

/// A text up to the next pair: `, name: `.
fn to_next_pair(text: &str) -> &str {
    let mut rest = text;
    while let Some((_, behind)) = rest.parted(", ") {
        let name = cut(behind, b':').0;
        if name.len() < behind.len() && !name.says(" ") {
            return text.get(..text.len() - behind.len() - 2).unwrap_or(text);
        }
        rest = behind;
    }
    text
}

/// The marks that quotations stand between.
const QUOTES: [(&str, &str); 4] = [("\"", "\""), ("“", "”"), ("`", "`"), ("„", "“")];

/// What a line quotes.
#[inline(never)]
pub(super) fn quotations(line: &str) -> Vec<&str> {
    let mut quoted = Vec::new();
    for (open, close) in QUOTES {
        let mut rest = line;
        while let Some((_, inner)) = rest.parted(open)
            && let Some((text, after)) = inner.parted(close)
        {
            quoted.push(text);
            rest = after;
        }
    }
    quoted
}

/// What is behind a status in a line.
fn behind_code(line: &str, code: u16) -> Option<&str> {
    line.get(line.at(&code.to_string())? + 3..)
}

/// The sentence that a line quotes behind a status: `a 404 "Order does not exist"`.
pub(super) fn quoted_behind(line: &str, code: u16) -> Option<&str> {
    // `409 The name is taken.`
    let with_code = || {
        let code = code.to_string();
        let quoted = quotations(line).into_iter().find_map(|it| it.strip_prefix(code.as_str()))?;
        Some(quoted.trim_start_matches([' ', '.', '…', ':', '-'])).filter(|it| it.says(" "))
    };
    quotations(behind_code(line, code)?)
        .into_iter()
        .find(|said| is_sentence(said))
        .or_else(with_code)
}

/// The same, where the line ends within it.
pub(super) fn begun_behind(line: &str, code: u16) -> Option<&str> {
    let rest = behind_code(line, code)?;
    let mut quotes = QUOTES.into_iter();
    quotes.find_map(|(open, close)| {
        let (_, begun) = rest.parted(open).filter(|(_, begun)| !begun.says(close))?;
        rest.get(rest.len() - begun.len() - open.len()..)
    })
}

/// A quotation that goes on in the next line.
pub(super) fn ended(begun: &str, line: &str) -> Option<String> {
    let whole = [begun, " ", line.trim_start_matches([' ', '\t', '/', '#', '*', '>'])].concat();
    quotations(&whole).into_iter().next().filter(|said| is_sentence(said)).map(Into::into)
}

/// What a line gives as the message of an answer whose status is known: `title: "The name is taken."`,
/// `I am getting "The name is taken."`
pub(super) fn titled(line: &str) -> Option<&str> {
    const BEFORE: &str = "title: |message|detail: |error|getting |get |got |says |said |returns |returned |answers |response |responds ";
    let said = quotations(line).into_iter().next().filter(|said| is_sentence(said))?;
    let (before, _) = line.parted(said)?;
    has(&before.to_ascii_lowercase(), BEFORE).then_some(said)
}

/// What a line says of a check before the store, behind a status.
pub(super) fn of_check(line: &str, code: u16) -> Option<&str> {
    behind_code(line, code).filter(|rest| has(rest, "bot protection"))
}

/// Words that begin with a capital, and speak of no request and no answer.
pub(super) fn is_sentence(said: &str) -> bool {
    let said = said.trim();
    said.as_bytes().first().is_some_and(u8::is_ascii_uppercase)
        && said.split_once(' ').is_some_and(|(_, rest)| has(rest, " "))
        && !has(said, "://")
        && words::request_in(said).is_none()
        && words::status_in(said).is_none()
        && words::phrase_in(said).is_none()
        && lost::failure_in(said).is_none()
}

/// Without the place where it was thrown, which follows, and what a program quotes it with.
pub(super) fn sentence(said: &str) -> &str {
    let mut said = said;
    for end in " thrown in | in /| Stack trace| at /|',)|')".split('|') {
        said = said.parted(end).map_or(said, |(said, _)| said);
    }
    said.trim_matches([' ', '"', '\'', '`', '`'])
}
