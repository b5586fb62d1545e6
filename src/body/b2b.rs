//! The envelopes of B2B Edition: `{"code", "data", "meta": {"message"}}` and the
//! older `{"code", "data", "message"}`.
//!
//! `code` is a number of their own, such as 40010, and no HTTP status, even where
//! it looks like one. Successes come in the same envelope.

use super::complaint::collect;
use super::place::Place;
use super::{Reading, problem};
use crate::json::Json;
use crate::outcome::Outcome;
use crate::route::Api;
use crate::words::Words;

pub(super) fn is_envelope(map: &Json, api: Api) -> bool {
    let coded = map.get("code").is_some() && (api == Api::B2b || map.get("data").is_some());
    let worded = map.at("meta").has("message") || map.at("data").get("errMsg").is_some();
    map.get("title").is_none() && (coded || worded)
}

pub(super) fn read(map: &Json, status: u16, words: &Words, reading: &mut Reading) {
    let code = map.at("code").whole();
    let refused = code.filter(|code| *code != 0 && !(200..300).contains(code));
    if status < 400 && refused.is_none() {
        reading.says = false;
        return;
    }
    problem::fill(&mut reading.found, map, words);
    let data = map.at("data");
    let said = data.get("errMsg").or(data.get("errors")).unwrap_or(data);
    collect(said, &Place::default(), words, &mut reading.found.items);
    if status < 400 {
        reading.outcome = refused.map(|code| match code {
            400..600 => crate::status::outcome(code as u16),
            _ => Outcome::Rejected,
        });
    }
}
