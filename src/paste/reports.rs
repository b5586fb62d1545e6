//! Reports in JSON that keep as texts what was printed: notebooks, and results of tests.

use super::value::Value;
use super::value_reader::Reader;
use crate::text::{append, at_most, has};

/// What was printed, of a report that begins with its members.
pub(super) fn printed(text: &str) -> Option<String> {
    const MEMBERS: &str = "\"cells\"|\"numFailedTests\"|\"testResults\"";
    let begin = text.trim_start();
    if !begin.starts_with('{') || !has(at_most(begin, 2000), MEMBERS) {
        return None;
    }
    let (report, _) = Reader::new(begin).nested_at(0)?;
    let mut lines = String::new();
    for cell in items(&report, "cells") {
        put(&mut lines, cell.get("source"));
        for output in items(cell, "outputs") {
            put(&mut lines, output.get("text"));
            put(&mut lines, output.get("evalue"));
        }
    }
    for test in items(&report, "testResults").iter().flat_map(|it| items(it, "assertionResults")) {
        put(&mut lines, test.get("failureMessages"));
    }
    (!lines.is_empty()).then_some(lines)
}

fn items<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).map_or(&[], Value::items)
}

/// Adds a text, or the texts of a list, as lines.
fn put(lines: &mut String, value: Option<&Value>) {
    for one in value.into_iter().flat_map(|value| value.items().iter().chain([value])) {
        append(lines, &[one.text().unwrap_or("").trim_end(), "\n"]);
    }
}
