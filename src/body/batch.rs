//! What a batch did and did not do.
//!
//! `data` holds what was done and `errors` what was not, as a list of problems or
//! as a single one; or `batch_errors` stands alone; or each item of `data` has a
//! status of its own. `meta` counts them, with more than one name for a failure.

use super::complaint::{is_one, one};
use super::place::Place;
use super::{Reading, problem};
use crate::json::Json;
use crate::outcome::Outcome;
use crate::words::Words;

const SUCCEEDED: &str = "success|succeeded|successful|saved_records|success_count";
const FAILED: &str = "failed|failure|failures|errors|failed_count";

fn count(map: &Json, names: &str) -> Option<u64> {
    let meta = map.at("meta");
    let mut count = None;
    crate::text::any(if meta.is_map() { names } else { "" }, &mut |name| {
        count = meta.at(name).whole();
        count.is_some()
    });
    count
}

/// Whether an item of `data` was refused.
pub(super) fn is_refused(item: &Json) -> bool {
    let status = item.at("status").whole().unwrap_or(0);
    (400..600).contains(&status) || (item.has("error") || item.has("errors")) && is_one(item)
}

fn refused(map: &Json) -> usize {
    map.at("data").members().iter().filter(|(_, item)| is_refused(item)).count()
}

/// Whether an object tells of a batch, and of something in it that was not done.
pub(super) fn is_result(map: &Json) -> bool {
    let failed = count(map, FAILED);
    let counts = failed.is_some() || count(map, SUCCEEDED).is_some();
    map.has("batch_errors")
        || map.has("errors") && (map.get("data").is_some() || counts)
        || map.at("data").is_list() && refused(map) > 0
        || failed.is_some()
        || counts && map.has("title")
}

/// Whether a failure is that of a batch of which some was done; `says` whether it complains at all.
pub(super) fn is_partial(map: &Json, says: bool) -> bool {
    let data = map.at("data");
    let saved = data.is_list() && data.members().len() > refused(map);
    let counted = |names| count(map, names).is_some_and(|count| count > 0);
    is_result(map) && (saved || counted(SUCCEEDED)) && (says || counted(FAILED))
}

pub(super) fn read(map: &Json, status: u16, words: &Words, reading: &mut Reading) {
    let error = &mut reading.found;
    problem::fill(error, map, words);
    let data = map.at("data");
    for (index, (_, item)) in data.members().iter().enumerate() {
        if data.is_list() && is_refused(item) {
            one(item, &Place::default().item(index as u64), words, &mut error.items);
        }
    }
    error.total = count(map, "total|count");
    error.succeeded = count(map, SUCCEEDED);
    error.failed = count(map, FAILED);

    let saved = if data.is_list() {
        data.members().len() > refused(map)
    } else {
        !data.is_empty() && status < 400
    };
    let some_done = saved || error.succeeded.is_some_and(|done| done > 0);
    let some_failed = error.failed.is_some_and(|failed| failed > 0)
        || !error.items.is_empty()
        || error.title.is_some();
    reading.says &= some_failed || status >= 400;
    reading.outcome = match (some_done, some_failed) {
        (true, true) => Some(Outcome::Partial),
        // Nothing was done: the first complaint tells what became of it.
        (false, true) if status < 400 => {
            let named = error.items.iter().find_map(|item| item.status);
            let named = error.status.filter(|status| *status >= 400).or(named);
            Some(named.map_or(Outcome::Rejected, crate::status::outcome))
        }
        (_, false) if status == 207 => Some(Outcome::Ok),
        _ => None,
    };
}
