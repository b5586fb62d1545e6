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
//!
//! ```
//! # #[cfg(feature = "prose")] {
//! use bc_status::{Exchange, FindingId, diagnose};
//!
//! // A text and a 404: not a missing product, but a method that this path does not take.
//! let asked = Exchange::request("GET", "https://api.bigcommerce.com/stores/abc123/v3/carts")
//!     .answer(404_u16, &[])
//!     .body("The route is not found, check the URL");
//! let diagnosis = diagnose(&asked);
//! let first = &diagnosis.findings[0];
//! assert_eq!(first.id, FindingId::REQUEST_METHOD_NOT_ON_ROUTE);
//! assert!(first.solutions.iter().any(|solution| solution.contains("POST")));
//! # }
//! ```

use crate::body::Shape;
use crate::classify::of_reading;
use crate::exchange::Exchange;
use crate::mask::Mask;
use crate::outcome::Outcome;
use crate::retry::basis::Basis;
use crate::retry::{Policy, State, decide_by};
use crate::text::cut;
use crate::values::{Value, Values};
use crate::words::Words;

mod bits;
mod case;
mod facts;
mod found;
mod gap;
mod host;
mod id;
mod placeholder;
mod rank;
#[cfg(feature = "prose")]
mod row;
#[cfg(feature = "prose")]
mod row_writer;
mod rows;
mod sender;
mod slip;
mod token;

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
pub use found::{Confidence, Diagnosis, Finding};
use gap::Gap;
#[cfg(feature = "prose")]
pub(crate) use gap::is_unseen;
pub(crate) use gap::shortened;
#[cfg(feature = "prose")]
pub use gap::{Kind, VALUES};
pub use id::FindingId;
pub(crate) use placeholder::placeholder;
use rank::{CERTAIN, FEEBLE, LIKELY, Shown, confidence, shown};
#[cfg(feature = "prose")]
use row::Row;
#[cfg(feature = "prose")]
use row_writer::RowWriter;
use rows::RowRead;

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

/// The tables that a diagnosis rests on.
///
/// ```
/// use bc_status::{Knowledge, route};
///
/// let knowledge = Knowledge::own();
/// let shape = route::shape_in(knowledge.routes, "/v3/customers/attributes?page=2");
/// assert_eq!(shape.as_deref(), Some("/v3/customers/attributes"));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Knowledge {
    rows: Vec<RowRead>,
    /// Which paths there are, and which methods they take: see `route/table.rs`.
    pub routes: &'static str,
    /// What else is known of single routes: see `route/known.rs`.
    pub known: &'static str,
}

impl Knowledge {
    /// Out of texts, as [`Knowledge::texts`] has them.
    ///
    /// ```
    /// use bc_status::diagnose::diagnose_in;
    /// use bc_status::{Exchange, Knowledge, Policy, State, Words};
    ///
    /// let [rows, ..] = Knowledge::texts();
    /// let no_routes = Knowledge::read([rows, "", ""]);
    /// let lost = Exchange::request("GET", "/v3/cart").answer(404_u16, &[]);
    /// let (state, policy) = (State::default(), Policy::default());
    /// let found = diagnose_in(Words::english(), &no_routes, &lost, &state, &policy);
    /// assert_eq!(found.findings[0].id, "request.route-unknown");
    /// ```
    pub fn read([rows, routes, known]: [&'static str; 3]) -> Knowledge {
        Knowledge { rows: rows::read(rows), routes, known }
    }
}

#[cfg(feature = "prose")]
impl Knowledge {
    /// The crate's own: rows of findings, routes, and what else is known of single routes. The npm
    /// package keeps them in JavaScript, where bundlers drop them if nothing is diagnosed.
    ///
    /// ```
    /// use bc_status::{FindingId, Knowledge};
    ///
    /// let [rows, routes, _] = Knowledge::texts();
    /// assert!(FindingId::ALL.iter().all(|id| rows.contains(id.as_str())));
    /// assert!(!routes.contains("limit.quota"));
    /// ```
    pub fn texts() -> [&'static str; 3] {
        const LENGTH: usize = RowWriter::<0>::pack(TOPICS).length;
        static ROWS: [u8; LENGTH] = RowWriter::<LENGTH>::pack(TOPICS).bytes;
        const TEXT: &str = crate::text::of_ascii(&ROWS);
        [TEXT, crate::route::TABLE, crate::route::known()]
    }

    /// The crate's own, read.
    ///
    /// ```
    /// use bc_status::Knowledge;
    ///
    /// // Read once, and then kept.
    /// assert!(std::ptr::eq(Knowledge::own(), Knowledge::own()));
    /// ```
    pub fn own() -> &'static Knowledge {
        static OWN: std::sync::LazyLock<Knowledge> =
            std::sync::LazyLock::new(|| Knowledge::read(Knowledge::texts()));
        &OWN
    }
}

/// More findings than this help nobody.
const MOST_FINDINGS: usize = 5;

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
///
/// ```
/// use bc_status::{Exchange, Policy, Rule, State, diagnose_at};
///
/// let failed = Exchange { status: Some(503), ..Exchange::default() };
/// let diagnosis = diagnose_at(&failed, &State::attempt(10), &Policy::background());
/// assert_eq!(diagnosis.retry.rule(), Rule::AttemptsExhausted);
/// ```
#[cfg(feature = "prose")]
pub fn diagnose_at(exchange: &Exchange, state: &State, policy: &Policy) -> Diagnosis {
    diagnose_in(Words::english(), Knowledge::own(), &exchange.answered(), state, policy)
}

/// The same in the words of any language, by tables that the caller holds.
///
/// ```
/// use bc_status::diagnose::diagnose_in;
/// use bc_status::{Exchange, Knowledge, Policy, State, Words};
///
/// let words = Words::read("limit.plan-capacity\n    Der Tarif ist ausgeschöpft.\n");
/// let full = Exchange { status: Some(507), ..Exchange::default() };
/// let (state, policy) = (State::default(), Policy::default());
/// let diagnosis = diagnose_in(&words, Knowledge::own(), &full, &state, &policy);
/// assert_eq!(diagnosis.findings[0].title, "Der Tarif ist ausgeschöpft.");
/// ```
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
    let mut findings = Vec::new();
    // Beside what is certain, guesses are in the way.
    let is_certain = shown.first().is_some_and(|sign| sign.score >= CERTAIN);
    let least = if is_certain { LIKELY } else { FEEBLE };
    for sign in &shown {
        let fits = sign.score >= least || (findings.is_empty() && needs_one);
        if fits && findings.len() < MOST_FINDINGS {
            let mask = match &case.told.mask {
                Some(mask) => mask,
                None => own.get_or_insert_with(|| Mask::of(case.exchange)),
            };
            // No other cause is likely beside one that is certain.
            let is_less = is_certain && sign.score < CERTAIN;
            let score = if is_less { FEEBLE } else { sign.score };
            findings.push(finding(case, &Shown { score, ..*sign }, mask));
        }
    }
    findings
}

fn finding(case: &Case, sign: &Shown, mask: &Mask) -> Finding {
    let RowRead { id, link, values: letters, .. } = *sign.row;
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
        url: link,
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
fn otherwise(case: &Case, sign: &Shown) -> (&'static str, [(Gap, Option<Value>); 3]) {
    let nothing = || (Gap::Message, None);
    let line = case.said.line_of(sign.says);
    // A failure under a success is told by nothing but its message, and what is wrong with the data
    // by what the body says of it.
    let status = case.exchange.status.unwrap_or(0);
    let item = || Some(case.error.items.first().filter(|_| status < 300)?.message.as_str());
    let is_of_data = matches!(status, 400 | 409 | 413 | 422);
    // What stands in for a body's words is in a language, and no quotation.
    let is_quoted = |sentence: &&str| {
        let body = case.exchange.body.filter(|_| sentence.len() < 300);
        body.is_some_and(|body| crate::text::find(body, sentence).is_some())
    };
    let title = || {
        Some(case.lines.first()?.0).filter(|line| is_of_data && line.len() > 3).filter(is_quoted)
    };
    let first = || item().or_else(title);
    let (name, message) = match case.worker {
        Some(worker) => ("worker", Some(worker.says)),
        None => ("said", line.and_then(|line| Some(case.lines.get(line)?.0)).or_else(first)),
    };
    // Of GraphQL the status tells nothing.
    let first = case.error.items.first().filter(|_| case.error.shape == Shape::Graphql);
    let message = message.or(first.map(|item| item.message.as_str()));
    // Where the body has no words, what stands in for them has in brackets what the body has.
    let stand_in = cut(case.words.text("body.refused"), b'(').0.trim_end();
    let quoted = message.and_then(|message| match message.strip_prefix(stand_in) {
        Some(rest) => cut(rest, b'(').1.strip_suffix(')'),
        None => Some(message),
    });
    if let Some(message) = quoted {
        let mut said = gap::beginning(message);
        // A code alone tells a reader nothing where a sentence stands beside it.
        let sentence = case.lines.iter().map(|(line, _)| *line).find(|line| line.contains(' '));
        if let Some(sentence) = sentence.filter(is_quoted).filter(|sentence| {
            name == "said" && !message.contains(' ') && !sentence.starts_with(message)
        }) {
            crate::text::append(&mut said, &[": ", &gap::beginning(sentence)]);
        }
        return (name, [(Gap::Message, Some(Value::Text(said))), nothing(), nothing()]);
    }
    let name = if case.exchange.status.is_some() { "status" } else { "lost" };
    (name, [Gap::Code, Gap::Method, Gap::Path].map(|gap| (gap, gap::value(case, &[], gap))))
}

#[cfg(all(test, feature = "prose"))]
mod tests;
