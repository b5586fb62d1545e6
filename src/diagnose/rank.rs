//! Which rows show, and in which order.

use super::case::Case;
use super::facts::{Fact, hold, names};
use super::found::Confidence;
use super::row_reader::{RowReader, SignRead};
use crate::body::Shape;

/// From here on a sign makes its finding certain.
pub(super) const CERTAIN: u32 = 90;
/// From here on, likely.
pub(super) const LIKELY: u32 = 60;
/// Findings that fit less than this are shown only where there is nothing better.
pub(super) const FEEBLE: u32 = 20;
pub(super) const fn confidence(score: u32) -> Confidence {
    match score {
        CERTAIN.. => Confidence::Certain,
        LIKELY.. => Confidence::Likely,
        _ => Confidence::Possible,
    }
}

/// The signs that show, the best first, with the rest of their rows.
pub(super) fn shown(case: &Case) -> Vec<(SignRead<'static>, &'static str)> {
    let facts = Fact::all(case);
    // What a server of this machine writes tells little of BigCommerce: only signs that speak
    // of such a server are worth as much as elsewhere.
    let holds = |fact| facts.get(fact as usize) == Some(&true);
    let (is_foreign, is_anybodys) = (holds(Fact::Foreign), holds(Fact::Anybodys));
    let is_at_home = holds(Fact::BigCommerce) || holds(Fact::Genuine);
    let is_others = holds(Fact::Elsewhere) || holds(Fact::WrongHost) && !is_at_home;
    let (is_called, is_jwt) = (case.callback.is_some(), case.said.say("CALL-JWT"));
    let is_of_edge = case.edge.is_some() && case.worker.is_none();
    let rated = |score: u32, wanted: &str, says: &str, path: &str| {
        let shows = hold(&facts, wanted)
            && (path.is_empty() || crate::text::has(case.url.path, path))
            && (says.is_empty() || case.said.line_of(says).is_some());
        // Behind the length of the first phrase.
        let is_mark = says.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase);
        match shows {
            false => 0,
            true if is_mark => score,
            // Who asks is BigCommerce, and the store never had the request: what else would show
            // is about a request to a store.
            true if is_called || is_jwt => 0,
            true if is_of_edge && path != "//" && !Fact::of_the_way(wanted) => score / 5,
            true if is_foreign && !names(wanted, Fact::Foreign) => score / 2 + 10,
            true if is_anybodys && !names(wanted, Fact::Anybodys) => score / 2 + 10,
            true => score,
        }
    };
    // Kept in order, since few rows show.
    let mut shown: Vec<(SignRead, &str)> = Vec::new();
    let mut rows = RowReader::new(case.knowledge.rows);
    if let Some(worker) = case.worker {
        let sign = SignRead { score: worker.score, ..SignRead::default() };
        shown.push((sign, worker.row));
        rows = RowReader::new("");
    }
    while let Some(mut row) = rows.next(case.code, case.api, &rated) {
        // A page that asks to sign in says so no matter who runs it, and no token goes there.
        let asks = case.error.shape == Shape::Html && row.1.starts_with("auth.sign-in-required");
        if is_others && !asks && !fits_others(row.1, &mut row.0.score) {
            continue;
        }
        keep(&mut shown, row);
    }
    one_certain_a_line(case, shown)
}

/// Puts a row in its place: behind those that are as good.
fn keep<'a>(shown: &mut Vec<(SignRead<'a>, &'a str)>, mut row: (SignRead<'a>, &'a str)) {
    for other in shown.iter_mut() {
        if other.0.score < row.0.score {
            std::mem::swap(other, &mut row);
        }
    }
    shown.push(row);
}

/// Rows that, where none of their words is said, fit every answer of a status.
const BY_STATUS: &str = "platform.maintenance\n|graphql.query\n|auth.token-rejected\n";

/// Of what rests on the same message of the body only the best is certain.
fn one_certain_a_line<'a>(
    case: &Case,
    rows: Vec<(SignRead<'a>, &'a str)>,
) -> Vec<(SignRead<'a>, &'a str)> {
    let (mut kept, mut told) = (Vec::with_capacity(rows.len()), 0u64);
    for (mut sign, row) in rows {
        // Beside what is certain by the words of the body, that a value is wrong tells no more, nor
        // what any such status may come from.
        let is_less = row.starts_with("request.field-invalid")
            || sign.says.is_empty() && crate::text::any(BY_STATUS, &mut |id| row.starts_with(id));
        if told > 0 && sign.score < CERTAIN && is_less {
            continue;
        }
        if let Some(line) =
            case.said.line_of(sign.says).filter(|_| told > 0 || sign.score >= CERTAIN)
        {
            let bit = 1 << line.min(63);
            match (told & bit > 0, sign.score >= CERTAIN) {
                // What the same words may mean as well.
                (true, false) if sign.score >= LIKELY => continue,
                (true, true) => sign.score = CERTAIN - 1,
                (false, true) => told |= bit,
                (_, false) => {}
            }
        }
        keep(&mut kept, (sign, row));
    }
    kept
}

/// Whether a row may be told of somebody else's server: none that would send it a token. What is
/// known of BigCommerce alone is worth less there.
fn fits_others(row: &str, score: &mut u32) -> bool {
    const AT_HOME: &str = "request.|network.|callback.|auth.callback-jwt|limit.edge|platform.worker-failed\
        |platform.edge-tls|platform.blocked-by-proxy";
    let begins = |start: &str| row.starts_with(start);
    if !crate::text::any(AT_HOME, &mut { begins }) {
        *score = *score / 2 + 10;
        return !row.starts_with("auth.");
    }
    true
}
