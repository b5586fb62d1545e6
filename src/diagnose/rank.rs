//! Which rows show, and in which order.

use super::case::Case;
use super::facts::{Fact, hold, names};
use super::found::Confidence;
use super::rows::{RowRead, SignRead};
use super::sender::FromWorker;
use crate::body::Shape;
use crate::text::is_one_of;

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

/// A row that shows, by the best of its signs.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub row: &'a RowRead,
    pub score: u32,
    pub says: &'a [&'static str],
    pub shows: &'static str,
}

/// What shows, the best first.
pub(super) fn shown<'a>(case: &Case<'a>) -> Vec<Shown<'a>> {
    let facts = Fact::all(case);
    // What a server of this machine writes tells little of BigCommerce: only signs that speak
    // of such a server are worth as much as elsewhere.
    let holds = |fact| facts.get(fact as usize) == Some(&true);
    let (is_foreign, is_anybodys) = (holds(Fact::Foreign), holds(Fact::Anybodys));
    let is_at_home = holds(Fact::BigCommerce) || holds(Fact::Genuine);
    let is_others = holds(Fact::Elsewhere) || holds(Fact::WrongHost) && !is_at_home;
    let (is_called, is_jwt) = (case.callback.is_some(), case.said.say("CALL-JWT"));
    let is_of_edge = case.edge.is_some() && case.worker.is_none();
    let rated = |sign: &SignRead| {
        let SignRead { score, facts: wanted, says, path, .. } = sign;
        let score = *score;
        let shows = hold(&facts, wanted)
            && (path.is_empty() || crate::text::has(case.url.path, path))
            && (says.is_empty() || case.said.line_of(says).is_some());
        let is_mark = says
            .first()
            .and_then(|mark| mark.bytes().next())
            .is_some_and(|it| it.is_ascii_uppercase());
        match shows {
            false => 0,
            true if is_mark => score,
            // Who asks is BigCommerce, and the store never had the request: what else would show
            // is about a request to a store.
            true if is_called || is_jwt => 0,
            true if is_of_edge && *path != "//" && !Fact::of_the_way(wanted) => score / 5,
            true if is_foreign && !names(wanted, Fact::Foreign) => score / 2 + 10,
            true if is_anybodys && !names(wanted, Fact::Anybodys) => score / 2 + 10,
            true => score,
        }
    };
    // Kept in order, since few rows show.
    let mut shown = Vec::new();
    if let Some(FromWorker { row, score, .. }) = case.worker {
        return vec![Shown { row, score, says: &[], shows: "" }];
    }
    for row in &case.knowledge.rows {
        let mut best = Shown { row, score: 0, says: &[], shows: "" };
        for sign in &row.signs {
            let is_for_case = sign.codes >> case.code & sign.apis >> case.api & 1 > 0;
            if is_for_case && sign.score > best.score {
                let score = rated(sign);
                if score > best.score {
                    best = Shown { row, score, says: &sign.says, shows: sign.shows };
                }
            }
        }
        // A page that asks to sign in says so no matter who runs it, and no token goes there.
        let asks = case.error.shape == Shape::Html && row.id == "auth.sign-in-required";
        if best.score > 0 && (!is_others || asks || fits_others(row.id, &mut best.score)) {
            keep(&mut shown, best);
        }
    }
    // What an answer says to a request for nothing comes of that.
    let is_of_nothing =
        |best: &Shown| best.row.id == "request.placeholder-in-url" && best.score >= CERTAIN;
    if shown.first().is_some_and(is_of_nothing) {
        for other in shown.iter_mut().skip(1) {
            other.score = other.score.min(CERTAIN - 1);
        }
    }
    one_certain_a_line(case, shown)
}

/// Puts a row in its place: behind those that are as good.
fn keep<'a>(shown: &mut Vec<Shown<'a>>, mut row: Shown<'a>) {
    for other in shown.iter_mut() {
        if other.score < row.score {
            std::mem::swap(other, &mut row);
        }
    }
    shown.push(row);
}

/// Rows that, where none of their words is said, fit every answer of a status.
const BY_STATUS: &str = "platform.maintenance|graphql.query|auth.token-rejected|resource.duplicate";

/// Of what rests on the same message of the body only the best is certain.
fn one_certain_a_line<'a>(case: &Case, rows: Vec<Shown<'a>>) -> Vec<Shown<'a>> {
    let (mut kept, mut told) = (Vec::with_capacity(rows.len()), 0u64);
    for mut sign in rows {
        let id = sign.row.id;
        // Beside what is certain by the words of the body, that a value is wrong tells no more, nor
        // what any such status may come from.
        let is_less =
            id == "request.field-invalid" || sign.says.is_empty() && is_one_of(id, BY_STATUS);
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
        keep(&mut kept, sign);
    }
    kept
}

/// Whether a row may be told of somebody else's server: none that would send it a token. What is
/// known of BigCommerce alone is worth less there.
fn fits_others(row: &str, score: &mut u32) -> bool {
    const AT_HOME: &str = "request.|network.|callback.|auth.callback-jwt|limit.edge|platform.worker-failed\
        |platform.edge-tls|platform.gateway|platform.blocked-by-proxy";
    let begins = |start: &str| row.starts_with(start);
    if !crate::text::any(AT_HOME, &mut { begins }) {
        *score = *score / 2 + 10;
        return !row.starts_with("auth.");
    }
    true
}
