//! What is wrong with this very request, most probable cause first.
//!
//! Each possible finding is a row of knowledge in one of the topics below. A row has
//! signs; a sign that shows gives the row its score, and the best score makes the
//! rank. What a sign rests on is quoted as evidence. Evidence comes from the request
//! as much as from the answer: a missing header tells more than a status does. What an
//! answer says itself goes before what its host suggests: see `sender.rs`.
//!
//! A finding is an id with values; what is said of it is in [`crate::words`], by its id.
//!
//! Nothing secret is shown: see `mask.rs`.

use crate::body::Shape;
use crate::classify::{Classification, of_reading};
use crate::error::BcStatusError;
use crate::exchange::Exchange;
use crate::mask::Mask;
use crate::outcome::Outcome;
use crate::retry::basis::Basis;
use crate::retry::{Decision, Policy, State, decide_by};
use crate::set::closed_set;
use crate::text::cut;
use crate::values::{Value, Values};
use crate::words::Words;
use std::fmt;

mod bits;
mod case;
mod facts;
mod gap;
mod id;
#[cfg(feature = "prose")]
mod row;
mod row_reader;
#[cfg(feature = "prose")]
mod row_writer;
mod sender;
mod slip;

#[cfg(feature = "prose")]
mod auth;
#[cfg(feature = "prose")]
mod callback;
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
use facts::{Fact, hold, names};
use gap::Gap;
#[cfg(feature = "prose")]
pub(crate) use gap::is_unseen;
pub(crate) use gap::shortened;
#[cfg(feature = "prose")]
pub use gap::{Kind, VALUES};
pub use id::FindingId;
#[cfg(feature = "prose")]
use row::Row;
use row_reader::{RowReader, SignRead};
#[cfg(feature = "prose")]
use row_writer::RowWriter;

/// Every topic; of two findings with the same score, the one that stands first here
/// comes first.
#[cfg(feature = "prose")]
const TOPICS: &[&[Row]] = &[
    callback::ROWS,
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
    /// The rows of findings, packed: see `row_reader.rs`.
    pub rows: &'static str,
    /// Which paths there are, and which methods they take: see `route/table.rs`.
    pub routes: &'static str,
    /// What else is known of single routes: see `route/known.rs`.
    pub known: &'static str,
}

#[cfg(feature = "prose")]
impl Knowledge {
    /// The crate's own.
    pub fn own() -> Knowledge {
        const LENGTH: usize = RowWriter::<0>::pack(TOPICS).length;
        static ROWS: [u8; LENGTH] = RowWriter::<LENGTH>::pack(TOPICS).bytes;
        Knowledge {
            // Written as ASCII by ourselves, and a test says that it is.
            rows: str::from_utf8(&ROWS).unwrap_or(""),
            routes: crate::route::TABLE,
            known: crate::route::known(),
        }
    }
}

/// An exchange, explained.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(all(feature = "serde", feature = "prose"), derive(serde::Deserialize))]
pub struct Diagnosis {
    /// What became of the request.
    pub classification: Classification,
    /// What is probably wrong, most probable first.
    pub findings: Vec<Finding>,
    /// Whether and when to send the request again.
    pub retry: Decision,
}

impl Diagnosis {
    /// The diagnosis as an error, if the request had no success: see [`Outcome::is_error`].
    pub fn into_result(self) -> Result<Diagnosis, BcStatusError> {
        if self.classification.outcome.is_error() { Err(self.into()) } else { Ok(self) }
    }
}

/// For a terminal or a log, in English and over several lines: see
/// [`render_diagnosis`](crate::render_diagnosis).
#[cfg(feature = "prose")]
impl fmt::Display for Diagnosis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = crate::render::render_diagnosis(self, crate::render::Format::Text);
        f.write_str(text.trim_end())
    }
}

/// One thing that is probably wrong. In its texts `***` stands for secrets, card numbers and
/// what is before the `@` of e-mail addresses.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Finding {
    /// Its name, out of a closed set.
    pub id: FindingId,
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
    /// What the sentences are made of, as far as it is known.
    pub values: Values,
}

/// The page is that of the id.
#[cfg(all(feature = "serde", feature = "prose"))]
impl<'de> serde::Deserialize<'de> for Finding {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Finding, D::Error> {
        #[derive(serde::Deserialize)]
        struct Written {
            id: FindingId,
            confidence: Confidence,
            title: String,
            evidence: String,
            solutions: Vec<String>,
            #[serde(default)]
            values: Values,
        }

        let Written { id, confidence, title, evidence, solutions, values } =
            Written::deserialize(from)?;
        Ok(Finding { id, confidence, title, evidence, solutions, url: id.url(), values })
    }
}

/// `limit.quota: The store's quota of requests is used up`.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.id.as_str(), self.title)
    }
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
pub fn diagnose(exchange: &Exchange) -> Diagnosis {
    diagnose_at(exchange, &State::default(), &Policy::default())
}

/// The same, where it is known how often the request was sent already, and how patient the
/// caller is.
#[cfg(feature = "prose")]
pub fn diagnose_at(exchange: &Exchange, state: &State, policy: &Policy) -> Diagnosis {
    diagnose_in(Words::english(), &Knowledge::own(), exchange, state, policy)
}

/// The same in the words of any language, by tables that the caller holds.
pub fn diagnose_in(
    words: &Words,
    knowledge: &Knowledge,
    exchange: &Exchange,
    state: &State,
    policy: &Policy,
) -> Diagnosis {
    let mut reading = crate::body::read(exchange, words, true);
    let classification = of_reading(exchange, &mut reading);
    let basis = Basis::of(exchange, classification.outcome, classification.error.is_some());
    let retry = decide_by(&basis, exchange, state, policy);
    let findings =
        findings(&Case::new(words, knowledge, exchange, &classification, &reading, &retry));
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
    // Beside what is certain, guesses are in the way.
    let is_certain = shown.first().is_some_and(|(sign, _)| sign.score >= CERTAIN);
    let least = if is_certain { LIKELY } else { FEEBLE };
    for (sign, row) in &shown {
        let fits = sign.score >= least || (findings.is_empty() && needs_one);
        if fits && findings.len() < MOST_FINDINGS {
            findings.push(finding(case, row, sign, mask));
        }
    }
    findings
}

/// The signs that show, the best first, with the rest of their rows.
fn shown(case: &Case) -> Vec<(SignRead<'static>, &'static str)> {
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
        if sign.score >= CERTAIN
            && let Some(line) = case.said.line_of(sign.says)
        {
            let bit = 1 << line.min(63);
            sign.score = if told & bit > 0 { CERTAIN - 1 } else { sign.score };
            told |= bit;
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

fn finding(case: &Case, row: &'static str, sign: &SignRead, mask: &Mask) -> Finding {
    let (id, rest) = cut(row, b'\n');
    let (url, letters) = cut(rest, b'\n');
    let words = case.words;
    let mut values = Values::default();
    for gap in letters.bytes().filter_map(Gap::of) {
        add(&mut values, gap, gap::value(case, sign.says, gap), mask);
    }
    let shown = |name, values: &Values| {
        let text = if str::is_empty(name) { "" } else { words.text_of("shown.", name) };
        words.fill(text, values).unwrap_or_default()
    };
    // What its sign says, else the message with the phrase, else what the server answered.
    let slip = case.slip.as_ref().filter(|_| sign.shows == "slip");
    let mut told = words.texts_of("slip.", slip.map_or("", |slip| slip.name));
    let mut evidence = match told.next() {
        Some(text) => words.fill(text, &values).unwrap_or_default(),
        None => shown(sign.shows, &values),
    };
    if evidence.is_empty() {
        let (name, others) = otherwise(case, sign);
        for (gap, value) in others {
            add(&mut values, gap, value, mask);
        }
        evidence = shown(name, &values);
    }
    let mut texts = words.texts(id);
    let title = texts.next().and_then(|title| words.fill(title, &values));
    Finding {
        id: FindingId(id),
        confidence: confidence(sign.score),
        title: title.unwrap_or_else(|| id.into()),
        evidence,
        solutions: told.chain(texts).filter_map(|text| words.fill(text, &values)).collect(),
        url,
        values,
    }
}

/// Adds what is known, without the secrets in it.
fn add(values: &mut Values, gap: Gap, value: Option<Value>, mask: &Mask) {
    if let Some(mut value) = value.filter(|_| values.get(gap.name()).is_none()) {
        value.each_text(&mut |text| show(text, mask));
        values.add(gap.name(), value);
    }
}

/// Makes a text fit to be shown. A secret that was cut would not be known for one.
#[inline(never)]
fn show(text: &mut String, mask: &Mask) {
    mask.cover_finding(text);
    *text = shortened(text);
}

/// What gives a finding away whose sign does not say it: the words, and what they are made of.
fn otherwise(case: &Case, sign: &SignRead) -> (&'static str, [(Gap, Option<Value>); 3]) {
    let nothing = || (Gap::Message, None);
    let line = case.said.line_of(sign.says);
    // A failure under a success is told by nothing but its message.
    let is_success = case.exchange.status.is_some_and(|status| status < 300);
    let first = || Some(case.error.items.first().filter(|_| is_success)?.message.as_str());
    let (name, message) = match case.worker {
        Some(worker) => ("worker", Some(worker.says)),
        None => (
            "said",
            line.and_then(|line| Some(case.error.lines(case.words).get(line)?.0)).or_else(first),
        ),
    };
    // Of GraphQL the status tells nothing.
    let first = case.error.items.first().filter(|_| case.error.shape == Shape::Graphql);
    let message = message.or(first.map(|item| item.message.as_str()));
    if let Some(message) = message {
        let mut said = gap::beginning(message);
        // A code alone tells a reader nothing where a sentence stands beside it.
        let lines = case.error.lines(case.words);
        let sentence = lines.iter().map(|(line, _)| *line).find(|line| line.contains(' '));
        // What stands in for a body's words is in a language, and no quotation.
        let is_quoted = |sentence: &&str| {
            let body = case.exchange.body.filter(|_| sentence.len() < 300);
            body.is_some_and(|body| crate::text::find(body, sentence).is_some())
        };
        if let Some(sentence) = sentence.filter(is_quoted).filter(|sentence| {
            name == "said" && !message.contains(' ') && !sentence.starts_with(message)
        }) {
            crate::text::append(&mut said, &[": ", &gap::beginning(sentence)]);
        }
        return (name, [(Gap::Message, Some(Value::Text(said))), nothing(), nothing()]);
    }
    let name = if case.exchange.status.is_some() { "status" } else { "lost" };
    (name, [Gap::Code, Gap::Method, Gap::Path].map(|gap| (gap, gap::value(case, "", gap))))
}

#[cfg(all(test, feature = "prose"))]
mod tests {
    use super::{FindingId, Gap, Knowledge, RowReader, TOPICS, Words};

    #[test]
    fn rows_come_back_as_they_were_packed() {
        let Knowledge { rows, routes, known } = Knowledge::own();
        assert!(rows.is_ascii() && routes.is_ascii() && known.is_ascii());
        let mut packed = RowReader::new(rows).texts();
        for row in TOPICS.iter().copied().flatten() {
            let lines: Vec<_> = packed.next().unwrap().lines().collect();
            let values: Vec<_> =
                lines.get(2).unwrap_or(&"").bytes().map(|it| Gap::of(it).unwrap().name()).collect();
            assert_eq!(
                (lines[0], lines[1], values.join(" ")),
                (row.id.as_str(), row.link.url, row.values.into())
            );
        }
        assert!(packed.next().is_none());
    }

    /// A constant is named as its id is written, so that knowing one is knowing the other.
    #[test]
    fn constants_of_ids_are_named_as_the_ids() {
        let names = [
            super::callback::NAMES,
            super::request::NAMES,
            super::auth::NAMES,
            super::resource::NAMES,
            super::payment::NAMES,
            super::limit::NAMES,
            super::graphql::NAMES,
            super::result::NAMES,
            super::network::NAMES,
            super::platform::NAMES,
        ];
        let names = names.concat();
        assert_eq!(names.len(), FindingId::ALL.len());
        for (id, name) in FindingId::ALL.iter().zip(names) {
            assert_eq!(id.as_str().to_ascii_uppercase().replace(['.', '-'], "_"), name);
            assert_eq!(id.to_string().parse(), Ok(*id));
        }
    }

    #[test]
    fn every_finding_has_its_words_and_they_want_what_it_has() {
        let words = Words::english();
        let gaps = |text: &str| -> Vec<String> {
            let parts = text.split('{').skip(1);
            parts.map(|part| part.split('}').next().unwrap().into()).collect()
        };
        for row in TOPICS.iter().copied().flatten() {
            let texts: Vec<_> = words.texts(row.id.as_str()).collect();
            assert!(texts.len() > 1, "{} has no title, or no solution", row.id);
            let shown = row.signs.iter().map(|sign| sign.shows).filter(|name| !name.is_empty());
            let mut shown: Vec<_> = shown
                .filter(|name| *name != "slip")
                .map(|name| words.text(&format!("shown.{name}")))
                .collect();
            assert!(!shown.contains(&""), "{} is shown with words that are not there", row.id);
            if row.signs.iter().any(|sign| sign.shows == "slip") {
                let slips = words.ids().filter(|id| id.starts_with("slip."));
                shown.extend(slips.flat_map(|id| words.texts(id)));
            }
            let known: Vec<_> = row.values.split(' ').collect();
            let mut wanted = Vec::new();
            for text in texts.iter().chain(&shown) {
                wanted.extend(gaps(text));
            }
            assert!(
                wanted.iter().all(|gap| known.contains(&gap.as_str())),
                "{}: {wanted:?}",
                row.id
            );
            assert!(
                known.iter().all(|name| name.is_empty() || wanted.iter().any(|gap| gap == name)),
                "{} has a value that nobody wants: {known:?}",
                row.id
            );
            // Filled wherever the row shows.
            let always = ["method", "length", "placeholder", "port", "host"];
            let open = |text: &str| gaps(text).iter().all(|gap| always.contains(&gap.as_str()));
            assert!(
                texts[1..].iter().any(|texts| texts.split('|').any(open)),
                "{} needs a gap filled",
                row.id
            );
        }
        let shown: Vec<_> = TOPICS
            .iter()
            .copied()
            .flatten()
            .flat_map(|row| row.signs.iter().map(|sign| sign.shows))
            .chain(["said", "worker", "status", "lost"])
            .collect();
        for id in words.ids().filter_map(|id| id.strip_prefix("shown.")) {
            assert!(shown.contains(&id), "nothing is shown with {id}");
        }
    }
}
