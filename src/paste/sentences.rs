//! Sentences of clients and tools that repeat what an answer said, and show no more of it.

use super::value::Value;
use super::words;
use crate::text::has;

/// What clients of GraphQL begin an error with; behind it stands what the answer said.
const OF_GRAPHQL: &str =
    "BigCommerceGQLError: |FetcherError: |GraphQLError: |GraphQL Error: |ApolloError: ";
/// What checks the tokens of BigCommerce's calls, in Node, Python, Ruby and PHP.
const OF_JWT: &str = "NotBeforeError: |TokenExpiredError: |JsonWebTokenError: |NotBeforeError]: |TokenExpiredError]: |JsonWebTokenError]: |jwt.exceptions.|JWT::ExpiredSignature|JWT::ImmatureSignature|JWT::VerificationError|JWT::DecodeError|JWT\\BeforeValidException|JWT\\ExpiredException|JWT\\SignatureInvalidException";

/// What a line stands for that BigCommerce answers in plain text, or a tool of its repeats alone:
/// the status that it comes with, and the body.
pub(super) fn answer_of_text(text: &str) -> Option<(u16, String)> {
    const TEXTS: &[(u16, &str)] = &[
        (404, "The route is not found, check the URL"),
        (401, "X-Auth-Token header is required|X-Auth-Token header should have correct format"),
        (
            403,
            "required scope to access the endpoint|your scope does not include this resource|API scopes are invalid|BigCommerce.ERROR: Could not retrieve the token",
        ),
        (409, "upload one theme at a time|already have a theme upload in progress"),
        (400, "redirect_uri does not match|redirect_uri_mismatch|ErrorDetail(string="),
    ];
    if text.len() >= 400 {
        return None;
    }
    // Stencil says so of an answer with that body.
    if let Some((_, said)) = text.split_once("Job Failed") {
        let said = said.trim_start_matches(['.', ' ']);
        let errors = of_errors(if said.is_empty() { "Job Failed" } else { said });
        return Some((200, ["{\"data\":{\"status\":\"FAILED\",", &errors, "}}"].concat()));
    }
    if has(text, "'Origin' header invalid|GraphQL invalid credentials") {
        return Some((401, of_graphql(text)));
    }
    for name in OF_GRAPHQL.split('|') {
        let Some((_, said)) = text.split_once(name) else { continue };
        let said = said.trim_end_matches(']');
        if has(said, " ")
            && !said.starts_with('{')
            && words::status_in(said).is_none()
            && words::failure_in(text).is_none()
        {
            let is_token = has(said, "uthenticat|redential");
            return Some((if is_token { 401 } else { 200 }, of_graphql(said)));
        }
    }
    if has(text, OF_JWT) {
        return Some((401, sentence(text).into()));
    }
    let known = TEXTS.iter().find(|(_, texts)| text.len() < 200 && has(text, texts));
    known.map(|(code, _)| (*code, text.into()))
}

/// The errors of an answer, of which the message is known.
fn of_errors(said: &str) -> String {
    let mut json = String::from("\"errors\":[{\"message\":");
    Value::Text(said.into()).write(&mut json);
    json.push_str("}]");
    json
}

/// As GraphQL answers.
fn of_graphql(said: &str) -> String {
    ["{", &of_errors(said), "}"].concat()
}

/// The sentence that stands behind a status and its phrase:
/// `Client Error (400): The name is taken.`, `500 Internal Server Error @ store: It broke.`
pub(super) fn behind_status(line: &str, code: u16) -> Option<&str> {
    let code = code.to_string();
    let rest = line.get(line.find(&code)? + 3..)?;
    let (phrase, said) = rest.split_once(": ")?;
    let phrase = phrase.split_once(" @ ").map_or(phrase, |(phrase, _)| phrase);
    let is_of_phrase =
        |it: u8| it.is_ascii_alphabetic() || matches!(it, b' ' | b')' | b'(' | b']' | b'-');
    if phrase.len() > 60 || !phrase.bytes().all(is_of_phrase) {
        return None;
    }
    let said = sentence(said);
    let is_sentence = said.as_bytes().first().is_some_and(u8::is_ascii_uppercase)
        && said.split_once(' ').is_some_and(|(_, rest)| has(rest, " "))
        && !has(said, "://")
        && words::request_in(said).is_none()
        && words::status_in(said).is_none()
        && words::phrase_in(said).is_none()
        && words::failure_in(said).is_none();
    is_sentence.then_some(said)
}

/// Without the place where it was thrown, which follows, and what a program quotes it with.
pub(super) fn sentence(said: &str) -> &str {
    let mut said = said;
    for end in " thrown in | in /| Stack trace| at /|',)|')".split('|') {
        said = said.split_once(end).map_or(said, |(said, _)| said);
    }
    said.trim_matches([' ', '"', '\'', '`', '`'])
}
