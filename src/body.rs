//! A body of any kind to an [`ApiError`].
//!
//! What counts is the structure of a body, not its content type, which is missing
//! or wrong often enough. Whatever a body says is kept: each message ends up in
//! [`ApiError::items`], `title` or `detail`.
//!
//! | file        | shapes                                                            |
//! |-------------|-------------------------------------------------------------------|
//! | `problem`   | V2 lists and objects, V3 problems, OAuth, Payments, anything JSON |
//! | `batch`     | what a batch did and did not do                                   |
//! | `graphql`   | errors beside the data, and errors inside it                      |
//! | `b2b`       | the envelopes of B2B Edition                                      |
//! | `markup`    | HTML and XML                                                      |
//! | `complaint` | one complaint, or a tree of them, to items                        |
//! | `place`     | keys such as `0.variants.0.sku` to index and field                |
//! | `validator` | `error.path.missing` and its kin in words                         |
//!
//! ```
//! use bc_status::{Exchange, Shape, classify};
//!
//! let read = |body| classify(&Exchange::default().answer(404_u16, &[]).body(body)).error.unwrap();
//! let of_v2 = read(r#"[{"status":404,"message":"The order was not found."}]"#);
//! let of_v3 = read(r#"{"status":404,"title":"The product was not found.","type":"about:blank"}"#);
//! let in_words = read("The route is not found, check the URL");
//! assert_eq!([of_v2.shape, of_v3.shape, in_words.shape], [Shape::V2List, Shape::Problem, Shape::Text]);
//! assert_eq!(of_v2.items[0].message, "The order was not found.");
//! assert_eq!(of_v3.title.as_deref(), Some("The product was not found."));
//! ```

pub use crate::api_error::{ApiError, ErrorItem, Shape};
use crate::edge::Edge;
use crate::exchange::Exchange;
use crate::json::{self, Json};
use crate::mask::Mask;
use crate::outcome::Outcome;
use crate::route::{self, Api};
use crate::text::append_after;
use crate::values::{Value, Values};
use crate::words::Words;
use place::Place;

mod b2b;
mod batch;
mod complaint;
mod graphql;
pub(crate) mod heard;
mod markup;
mod place;
mod problem;
pub(crate) mod validator;

pub use crate::json::DEEPEST;

/// Bodies are read up to here, in bytes.
///
/// ```
/// use bc_status::{Exchange, body, classify};
///
/// let long = format!(r#"{{"title":"Too long","pad":"{}"}}"#, " ".repeat(body::LONGEST));
/// let error = classify(&Exchange::default().answer(400_u16, &[]).body(&long)).error.unwrap();
/// assert_eq!(error.title.as_deref(), Some("Too long"));
/// assert!(error.note.is_some());
/// ```
pub const LONGEST: usize = 256 * 1024;
/// More complaints than this are counted, and not kept.
///
/// ```
/// use bc_status::{Exchange, body, classify};
///
/// let complaints = vec![r#"{"status":400,"message":"No."}"#; body::MOST_ITEMS + 1].join(",");
/// let list = format!("[{complaints}]");
/// let error = classify(&Exchange::default().answer(400_u16, &[]).body(&list)).error.unwrap();
/// assert_eq!(error.items.len(), body::MOST_ITEMS);
/// ```
pub const MOST_ITEMS: usize = 1000;

/// What reading a body gave.
#[derive(Default)]
pub(crate) struct Reading {
    /// What went wrong, as far as it was found out.
    found: ApiError,
    /// Whether the body, or its status, says that something did.
    says: bool,
    /// What the body tells of the outcome; `None` leaves it to the status.
    pub outcome: Option<Outcome>,
    /// GraphQL has errors beside the data, and not only inside it.
    pub has_query_errors: bool,
    /// … and an object of data beside them.
    pub has_data: bool,
    /// What was asked of GraphQL and is null, as a path from `data` on.
    pub nulls: Vec<String>,
    /// What an answer of GraphQL asks the token for.
    pub required_scopes: Vec<String>,
    /// A token came without a scope.
    pub lacks_scope: bool,
    /// So many items a page holds, and there may be more.
    pub page: Option<u64>,
    /// A list of GraphQL is empty, and nothing else is there.
    pub lists_nothing: bool,
    /// The body is an object with a title.
    pub is_titled: bool,
    /// The network before the store, where it wrote the body.
    pub edge: Option<Edge>,
    /// The secrets of the exchange, if they were looked for.
    pub mask: Option<Mask>,
}

impl Reading {
    /// What went wrong, if anything did.
    pub fn error(&mut self) -> Option<ApiError> {
        self.says.then(|| std::mem::take(&mut self.found))
    }

    /// What a parsed body tells besides errors.
    fn tell(&mut self, map: &Json) {
        self.lacks_scope = map.has("access_token") && !map.has("scope");
        let page = map.at("meta").at("pagination");
        let list = if map.is_list() { map } else { map.at("data") };
        // What V2 lists ends anywhere, but for a full page.
        let full = Some(list.members().len() as u64).filter(|items| matches!(items, 10 | 250));
        let more = |items: &u64| page.at("total").whole().is_none_or(|total| total > *items);
        self.page = page.at("per_page").whole().or(full).filter(more);
        self.is_titled = map.has("title");
    }
}

impl ApiError {
    /// Takes a text as the title if there is none yet, else as the detail, else as
    /// an item; a text that is there already only once.
    fn say(&mut self, text: &str) {
        let text = json::decoded(text.trim_ascii());
        let told = |told: &Option<String>| told.as_deref() == Some(&text);
        if text.is_empty() || told(&self.title) || told(&self.detail) {
        } else if self.title.is_none() {
            self.title = Some(text);
        } else if self.detail.is_none() {
            self.detail = Some(text);
        } else if self.items.last().is_none_or(|item| item.message != text) {
            self.items.push(ErrorItem { message: text, ..ErrorItem::default() });
        }
    }

    /// Notes what could not be taken as it was, by the name of its words, with a number where
    /// they have one.
    fn note(&mut self, words: &Words, name: &str, count: u64) {
        let mut values = Values::default();
        values.add("count", Value::Number(count));
        let said = words.fill(words.text_of("note.", name), &values).unwrap_or_default();
        append_after(self.note.get_or_insert_default(), " ", &[&said]);
    }

    /// Masks every text that came from the body.
    fn mask(&mut self, mask: &Mask) {
        let cover = |text: &mut Option<String>| {
            if let Some(text) = text {
                mask.cover(text);
            }
        };
        cover(&mut self.title);
        cover(&mut self.detail);
        cover(&mut self.kind);
        cover(&mut self.code);
        for item in &mut self.items {
            mask.cover(&mut item.message);
            cover(&mut item.field);
            cover(&mut item.code);
        }
    }

    /// What a body says in words and codes, in an order that stays the same, and the field that
    /// each line is about; our own words for a code are not what it says.
    pub(crate) fn lines(&self, words: &Words) -> Vec<(&str, Option<&str>)> {
        let whole = [&self.title, &self.detail, &self.code, &self.kind];
        let mut lines: Vec<_> =
            whole.into_iter().flatten().map(|line| (line.as_str(), None)).collect();
        for item in &self.items {
            let (code, field) = (item.code.as_deref(), item.field.as_deref());
            let own = code.and_then(validator::explained);
            if own.is_none_or(|(_, name)| words.text_of("body.", name) != item.message) {
                lines.push((&item.message, field));
            }
            lines.extend(code.map(|code| (code, field)));
        }
        lines
    }
}

/// Reads the body of an exchange; what it has no words for is said in ours. Who wrote a text or a page
/// is found out where somebody asks for it.
pub(crate) fn read(exchange: &Exchange, words: &Words, asks_edge: bool) -> Reading {
    let mut reading = Reading::default();
    if cfg!(left_out = "bodies") {
        return reading;
    }
    let (Some(status), Some(body)) = (exchange.status, exchange.body) else {
        return reading;
    };
    let (body, was_longer) = beginning(body);
    let text = crate::text::bare(body);
    reading.says = status >= 400;
    let error = &mut reading.found;
    if text.is_empty() {
        error.shape = Shape::Empty;
    } else if let Some(document) = json::read(text).filter(|document| is_json(document, text)) {
        of_json(&document, status, exchange, words, &mut reading);
    } else if is_binary(text) {
        error.note(words, "binary", 0);
    } else if reading.says && !markup::read(text, error) {
        *error = plain(text);
    }
    let is_of_text = matches!(reading.found.shape, Shape::Text | Shape::Html);
    if asks_edge && is_of_text && reading.says {
        let said = crate::said::Said::of(&reading.found, &reading.found.lines(words));
        reading.edge = Edge::of_text(status, text, &reading.found, &said);
    }
    if !reading.says {
        return reading;
    }
    let error = &mut reading.found;
    if was_longer {
        error.note(words, "beginning", LONGEST as u64 / 1024);
    }
    if (100..600).contains(&status)
        && let Some(own) = error.status.filter(|own| *own != status)
    {
        error.note(words, "status", own.into());
        error.status = Some(status);
    }
    let count = error.items.len();
    if count > MOST_ITEMS {
        error.items.truncate(MOST_ITEMS);
        error.note(words, "complaints", count as u64);
    }
    error.mask(reading.mask.insert(Mask::of(exchange)));
    reading
}

/// The status that a body names, where nobody tells another: whoever has a body was answered.
#[inline(never)]
pub(crate) fn status_in(body: &str) -> Option<u16> {
    let document = json::read(crate::text::bare(beginning(body).0))?;
    let value = &document.value;
    let first = || value.members().first().and_then(|(_, one)| complaint::status_of(one));
    let named = complaint::status_of(value).or_else(first).filter(|status| *status >= 400);
    // B2B Edition has codes that begin with a status, and GraphQL none.
    let code = value.at("code");
    named.or_else(|| match code.whole().filter(|_| code.text().is_empty()).unwrap_or(0) {
        code @ 400..600 => Some(code as u16),
        code @ 40_000..60_000 => Some((code / 100) as u16),
        _ if value.at("errors").is_list() && value.has("data") => Some(200),
        _ => None,
    })
}

/// The part of a body that is read, cut where a character ends.
pub(crate) fn beginning(body: &str) -> (&str, bool) {
    let read = crate::text::at_most(body, LONGEST);
    (read, read.len() < body.len())
}

/// A text may begin with a number, or with a bracket, and not be JSON at all.
fn is_json(document: &json::Document, text: &str) -> bool {
    let nested = document.value.is_map() || document.value.is_list();
    if nested { document.rest.len() < text.len() - 1 } else { document.rest.is_empty() }
}

/// Compressed or otherwise no text: of its beginning a tenth is what no text holds.
fn is_binary(text: &str) -> bool {
    let is_odd = |c: char| c == '\u{fffd}' || (c < ' ' && !c.is_ascii_whitespace());
    let (mut odd, mut all) = (0, 0);
    for c in text.chars().take(512) {
        odd += usize::from(is_odd(c));
        all += 1;
    }
    odd * 10 > all
}

fn plain(text: &str) -> ApiError {
    let title = (!text.is_empty()).then(|| text.into());
    ApiError { shape: Shape::Text, title, ..ApiError::default() }
}

fn of_json(
    document: &json::Document,
    status: u16,
    exchange: &Exchange,
    words: &Words,
    reading: &mut Reading,
) {
    let value = &document.value;
    let api = route::api(exchange.url);
    reading.tell(value);
    if value.is_map() {
        of_map(value, status, api, exchange, words, reading);
    } else if !value.is_list() {
        reading.found = plain(&json::decoded(value.word()));
    } else if reading.says {
        of_list(value, api, words, &mut reading.found);
    } else if value.is_empty() {
        reading.outcome = nothing(status, exchange);
    }
    let error = &mut reading.found;
    if document.is_cut {
        error.note(words, "cut", 0);
    }
    if document.is_too_deep {
        error.note(words, "deep", 0);
    }
    further(document.rest, words, error);
}

/// What follows the JSON, or could not be read as such.
fn further(rest: &str, words: &Words, error: &mut ApiError) {
    if !rest.is_empty() {
        error.note(words, "rest", 0);
        error.items.push(ErrorItem { message: rest.into(), ..ErrorItem::default() });
    }
}

/// A list under an error status: complaints of V2, problems of V3.
fn of_list(list: &Json, api: Api, words: &Words, error: &mut ApiError) {
    let items = || list.members().iter().map(|(_, item)| item);
    error.shape = if items().any(|item| item.has("title")) {
        Shape::Problem
    } else if api == Api::V2 || items().any(Json::is_map) {
        Shape::V2List
    } else {
        Shape::Other
    };
    complaint::collect(list, &Place::default(), words, &mut error.items);
    error.status = items().find_map(complaint::status_of);
}

fn of_map(
    map: &Json,
    status: u16,
    api: Api,
    exchange: &Exchange,
    words: &Words,
    reading: &mut Reading,
) {
    let failed = reading.says;
    reading.says = true;
    // B2B Edition has both at one host, and a code of its own in what it refuses before the query.
    let is_bare = || map.get("code").is_none() && map.at("data").is_map();
    let is_of_b2b = api == Api::B2b && crate::text::has(exchange.url, "/graphql") && is_bare();
    if graphql::is_answer(map, api) || is_of_b2b {
        reading.found.shape = Shape::Graphql;
        return graphql::read(map, failed, words, reading);
    }
    if b2b::is_envelope(map, api) {
        reading.found.shape = Shape::B2b;
        b2b::read(map, status, words, reading);
        return of_success(map, status, exchange, reading);
    }
    if batch::is_result(map) {
        reading.found.shape = Shape::Batch;
        return batch::read(map, status, words, reading);
    }
    reading.edge = Edge::of_problem(map).filter(|_| failed);
    let error = &mut reading.found;
    error.shape = problem::shape(map, api);
    if let Some(job) = problem::failed_job(map, api).filter(|_| !failed) {
        error.shape = Shape::Problem;
        problem::fill(error, job, words);
        if error.title.is_none() && api != Api::Payments {
            error.title = Some(words.text("body.job").into());
        }
        reading.outcome = Some(Outcome::Failed);
    } else if !failed && !problem::complains(map, status) {
        reading.says = false;
        of_success(map, status, exchange, reading);
    } else {
        if error.shape == Shape::V2List {
            complaint::one(map, &Place::default(), words, &mut error.items);
            error.status = complaint::status_of(map);
        } else {
            problem::fill(error, map, words);
        }
        if status < 207 {
            reading.outcome = Some(Outcome::Rejected);
        }
    }
}

fn of_success(map: &Json, status: u16, exchange: &Exchange, reading: &mut Reading) {
    let data = map.at("data");
    if !reading.says && data.is_list() && data.is_empty() {
        reading.outcome = nothing(status, exchange);
    }
}

/// An empty list is an empty result, but for a deletion, of which it is all there is to say.
fn nothing(status: u16, exchange: &Exchange) -> Option<Outcome> {
    (status == 200 && !crate::text::same_name(exchange.method, "DELETE")).then_some(Outcome::Empty)
}

/// A text worth telling a person: more than one word.
fn is_prose(text: &str) -> bool {
    crate::text::has(text, " ") && text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// A word that names an error, and not a page about it.
fn is_bare_word(text: &str) -> bool {
    !text.is_empty() && !crate::text::has(text, "/| ")
}
