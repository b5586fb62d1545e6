//! What is wrong with this very request, most probable cause first.
//!
//! Each possible finding is a row of knowledge in one of the topics below. A row has
//! signs; a sign that shows gives the row its score, and the best score makes the
//! rank. What a sign rests on is quoted as evidence. Evidence comes from the request
//! as much as from the answer: a missing header tells more than a status does. What an
//! answer says itself goes before what its host suggests: see `sender.rs`.
//!
//! Nothing secret is shown: see `mask.rs`.

use crate::classify::{Classification, of_reading};
use crate::exchange::Exchange;
use crate::hint::Hints;
use crate::mask::Mask;
use crate::outcome::Outcome;
use crate::retry::{Decision, Policy, State, decide_by};
use crate::set::closed_set;
use crate::text::{append, push_number};

mod case;
mod facts;
mod fill;
mod marks;
#[cfg(feature = "prose")]
mod pack;
mod packed;
#[cfg(feature = "prose")]
mod row;
mod sender;

#[cfg(feature = "prose")]
mod auth;
#[cfg(feature = "prose")]
mod graphql;
#[cfg(feature = "prose")]
mod limit;
#[cfg(feature = "prose")]
mod network;
#[cfg(feature = "prose")]
mod payment;
#[cfg(feature = "prose")]
mod platform;
#[cfg(feature = "prose")]
mod request;
#[cfg(feature = "prose")]
mod resource;
#[cfg(feature = "prose")]
mod result;

use case::Case;
pub(crate) use case::placeholder;
use facts::{Fact, hold};
pub(crate) use fill::shortened;
#[cfg(feature = "prose")]
pub(crate) use fill::{duration, is_unseen};
use fill::{fill, fill_any};
#[cfg(feature = "prose")]
use pack::Packer;
use packed::{Packed, PackedSign};
#[cfg(feature = "prose")]
use row::Row;

/// Every topic; of two findings with the same score, the one that stands first here
/// comes first.
#[cfg(feature = "prose")]
const TOPICS: &[&[Row]] = &[
    request::ROWS,
    auth::ROWS,
    resource::ROWS,
    payment::ROWS,
    limit::ROWS,
    graphql::ROWS,
    result::ROWS,
    network::ROWS,
    platform::ROWS,
];

/// The tables that a diagnosis rests on, as texts: the crate has them, the npm package
/// keeps them in JavaScript, where bundlers drop them if nothing is diagnosed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Knowledge {
    /// The findings, packed: see `packed.rs`.
    pub findings: &'static str,
    /// Which paths there are, and which methods they take: see `route/table.rs`.
    pub routes: &'static str,
    /// What else is known of single routes: see `route/known.rs`.
    pub known: &'static str,
}

#[cfg(feature = "prose")]
impl Knowledge {
    /// What the texts of findings may leave open, by name; the first is packed as the letter
    /// `A`, the second as `B`, and so on.
    pub const GAPS: &'static [&'static str] = fill::NAMES;

    /// The crate's own.
    pub fn own() -> Knowledge {
        const LENGTH: usize = Packer::<0>::pack(TOPICS).length;
        static FINDINGS: [u8; LENGTH] = Packer::<LENGTH>::pack(TOPICS).bytes;
        Knowledge {
            // Written as ASCII by ourselves, and a test says that it is.
            findings: str::from_utf8(&FINDINGS).unwrap_or(""),
            routes: crate::route::TABLE,
            known: crate::route::known(),
        }
    }
}

/// An exchange, explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnosis<'a> {
    /// What became of the request.
    pub classification: Classification<'a>,
    /// What is probably wrong, most probable first.
    pub findings: Vec<Finding>,
    /// Whether and when to send the request again, for a first attempt and a person
    /// who waits.
    pub retry: Decision,
}

/// One thing that is probably wrong. In its texts `***` stands for secrets, card numbers and
/// what is before the `@` of e-mail addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its name, out of a closed set; see [`ids`].
    pub id: &'static str,
    /// How sure it is.
    pub confidence: Confidence,
    /// What is wrong, in a sentence.
    pub title: String,
    /// What in this exchange gives it away.
    pub evidence: String,
    /// What to do, first thing first.
    pub solutions: Vec<String>,
    /// The page it rests on.
    pub url: &'static str,
}

closed_set! {
    /// How sure a finding is.
    pub enum Confidence {
        /// The exchange says so itself.
        Certain = "certain",
        /// It fits well, and others fit less.
        Likely = "likely",
        /// It fits.
        Possible = "possible",
    }
}

/// From here on a sign makes its finding certain.
const CERTAIN: u32 = 90;
/// From here on, likely.
const LIKELY: u32 = 60;
/// Findings that fit less than this are shown only where there is nothing better.
const FEEBLE: u32 = 20;
/// More findings than this help nobody.
const MOST_FINDINGS: usize = 5;

const fn confidence(score: u32) -> Confidence {
    match score {
        CERTAIN.. => Confidence::Certain,
        LIKELY.. => Confidence::Likely,
        _ => Confidence::Possible,
    }
}

/// The ids of all findings.
#[cfg(feature = "prose")]
pub fn ids() -> impl Iterator<Item = &'static str> {
    Packed::new(Knowledge::own().findings).texts().map(|texts| crate::text::cut(texts, b'\n').0)
}

/// Says what is wrong with an exchange, and what to do about it.
///
/// ```
/// use bc_status::{Exchange, diagnose};
///
/// let diagnosis = diagnose(&Exchange {
///     url: "https://api.bigcommerce.com/stores/abc123/v3/carts",
///     status: Some(404),
///     body: Some("The route is not found, check the URL"),
///     ..Exchange::default()
/// });
/// assert_eq!(diagnosis.findings[0].id, "request.method-not-on-route");
/// assert!(diagnosis.findings[0].solutions[0].contains("/v3/carts/{id}"));
/// ```
#[cfg(feature = "prose")]
pub fn diagnose<'a>(exchange: &Exchange<'a>) -> Diagnosis<'a> {
    diagnose_by(&Knowledge::own(), exchange)
}

/// The same by tables that the caller holds.
pub fn diagnose_by<'a>(knowledge: &Knowledge, exchange: &Exchange<'a>) -> Diagnosis<'a> {
    let mut reading = crate::body::read(exchange);
    let classification = of_reading(exchange, &mut reading);
    let hints = Hints::of(exchange, classification.outcome, classification.error.as_ref());
    let retry = decide_by(&hints, exchange, &State::default(), &Policy::default());
    let findings = findings(&Case::new(knowledge, exchange, &classification, &reading, &retry));
    Diagnosis { classification, findings, retry }
}

fn findings(case: &Case) -> Vec<Finding> {
    if cfg!(left_out = "diagnosis") {
        return Vec::new();
    }
    let shown = shown(case);
    let needs_one = !matches!(case.found.outcome, Outcome::Ok | Outcome::NotModified);
    let mut own = None;
    let mask = case.told.mask.as_ref();
    let mask = mask.unwrap_or_else(|| own.insert(Mask::of(case.exchange)));
    let mut findings = Vec::new();
    for (sign, texts) in &shown {
        let fits = sign.score >= FEEBLE || (findings.is_empty() && needs_one);
        if fits && findings.len() < MOST_FINDINGS {
            findings.push(finding(case, texts, sign, mask));
        }
    }
    findings
}

/// The signs that show, the best first, with the texts of their findings.
fn shown<'a>(case: &Case<'a>) -> Vec<(PackedSign<'a>, &'static str)> {
    let facts = Fact::all(case);
    // What a server of this machine writes tells little of BigCommerce: only signs that speak
    // of such a server are worth as much as elsewhere.
    let is_foreign = facts.get(Fact::Foreign as usize) == Some(&true);
    let rated = |score: u32, wanted: &str, says: &str, path: &str| {
        let shows = hold(&facts, wanted)
            && (says.is_empty() || case.words.line_of(says).is_some())
            && (path.is_empty() || crate::text::has(case.url.path, path));
        match shows {
            false => 0,
            true if is_foreign && !wanted.bytes().any(|one| one == Fact::Foreign.letter()) => {
                score / 2 + 10
            }
            true => score,
        }
    };
    // Kept in order, since few rows show.
    let mut shown: Vec<(PackedSign, &str)> = Vec::new();
    let mut rows = Packed::new(case.knowledge.findings);
    if let Some(worker) = case.worker {
        let sign = PackedSign { score: worker.score, ..PackedSign::default() };
        shown.push((sign, worker.texts));
        rows = Packed::new("");
    }
    while let Some(mut row) = rows.next(case.code, case.api, &rated) {
        // A better one moves up to its place.
        for other in &mut shown {
            if other.0.score < row.0.score {
                std::mem::swap(other, &mut row);
            }
        }
        shown.push(row);
    }
    shown
}

fn finding(case: &Case, texts: &'static str, sign: &PackedSign, mask: &Mask) -> Finding {
    let mut rest = texts;
    let mut line = || {
        let (line, after) = crate::text::cut(rest, b'\n');
        rest = after;
        line
    };
    let (id, title, url) = (line(), line(), line());
    let covered = |mut text: String| {
        mask.cover_finding(&mut text);
        text
    };
    // What has no gap is ours alone.
    let filled = |template: &str, text: String| {
        if crate::text::has(template, "{") { covered(text) } else { text }
    };
    let mut solutions = Vec::new();
    loop {
        let solution = line();
        if solution.is_empty() {
            break;
        }
        solutions.extend(fill_any(case, solution).map(|text| filled(solution, text)));
    }
    Finding {
        id,
        confidence: confidence(sign.score),
        title: filled(title, fill(case, title).unwrap_or_else(|| id.into())),
        evidence: covered(evidence(case, sign)),
        solutions,
        url,
    }
}

/// What gives a finding away: what its sign says, else the message with the phrase,
/// else what the server answered.
fn evidence(case: &Case, sign: &PackedSign) -> String {
    if let Some(text) = fill(case, sign.proof).filter(|text| !text.is_empty()) {
        return text;
    }
    let mut text = String::new();
    let line = case.words.line_of(sign.says);
    let (who, message) = match case.worker {
        Some(worker) => ("The Worker in front of the store", Some(worker.says)),
        None => ("The body", line.and_then(|line| case.error.lines().nth(line))),
    };
    if let Some(message) = message {
        append(&mut text, &[who, " says: “", &shortened(message), "”"]);
        return text;
    }
    match case.exchange.status {
        Some(code) => {
            text.push_str("HTTP ");
            push_number(&mut text, code.into());
        }
        None => text.push_str("No answer"),
    }
    let path = if case.url.path.is_empty() { "…" } else { case.url.path };
    append(&mut text, &[" to ", case.exchange.method, " `", &shortened(path), "`"]);
    text
}

#[cfg(all(test, feature = "prose"))]
mod tests {
    use super::{Knowledge, Packed, TOPICS};

    #[test]
    fn rows_come_back_as_they_were_packed() {
        let Knowledge { findings, routes, known } = Knowledge::own();
        assert!(findings.is_ascii() && routes.is_ascii() && known.is_ascii());
        let mut packed = Packed::new(findings).texts();
        for row in TOPICS.iter().copied().flatten() {
            let back = packed.next().unwrap();
            let lines: Vec<_> = back.lines().collect();
            assert_eq!((lines[0], lines[2]), (row.id, row.link.url));
            assert_eq!(lines.len(), 3 + row.solutions.len(), "{}", row.id);
            assert!(!row.title.is_empty() && !row.solutions.is_empty(), "{}", row.id);
            // Filled wherever the row shows.
            let filled = ["{method}", "{length}", "{placeholder}", "{port}", "{host}"];
            let open = |text: &str| {
                !filled
                    .iter()
                    .fold(text.into(), |text: String, gap| text.replace(gap, ""))
                    .contains('{')
            };
            assert!(
                row.solutions.iter().any(|texts| texts.split('|').any(open)),
                "{} needs a gap filled",
                row.id
            );
        }
        assert!(packed.next().is_none());
    }
}
