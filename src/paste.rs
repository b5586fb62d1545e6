//! What a pasted text tells of a request and its answer: outputs of tools, errors of clients,
//! lines of logs, archives of browsers, and plain words.
//!
//! It is read by its structure, and by no tool's name. What stands around it goes first
//! (`clean.rs`); then lines, heads, bodies and objects are found and put together (`lines.rs`,
//! `heads.rs`, `values.rs`, `members.rs` by the names in `names.rs`, `bodies.rs`), and in prose
//! what was asked and what came of it (`prose.rs`, `words.rs`, `urls.rs`, `lost.rs`,
//! `sentences.rs`). Of a whole archive only the exchange that is asked for is put together
//! (`archive.rs`). What a text does not hold is not known: a missing head is not a head without
//! headers, and a method that nobody names is no GET.
//!
//! ```
//! use bc_status::paste;
//!
//! let text = "$ curl -X POST https://api.bigcommerce.com/stores/abc123/v3/carts -i
//! HTTP/2 422
//! content-type: application/json
//!
//! {\"status\":422,\"title\":\"Missing data\"}";
//! let exchange = paste::read(text, None).unwrap().exchange;
//! assert_eq!((exchange.method.as_str(), exchange.status), ("POST", Some(422)));
//! // What was sent beside the method and the URL, the text does not tell.
//! assert_eq!(exchange.request_body, None);
//! ```

use crate::exchange::OwnedExchange;

mod archive;
mod bodies;
mod calls;
mod clean;
mod command;
mod copied;
mod draft;
mod escapes;
mod fetch_call;
mod heads;
mod lines;
mod lost;
mod marks;
mod members;
mod names;
mod panes;
mod phrases;
mod powershell;
mod prose;
mod reports;
mod sentences;
mod shell;
mod urls;
mod value;
mod value_reader;
mod values;
mod words;

use crate::route::{Api, api};
use crate::set::closed_set;
use crate::text::{at_most, has};
use draft::Draft;
use lines::Scanner;

closed_set! {
    /// What a pasted text was read as.
    #[example]
    /// ```
    /// use bc_status::paste::{self, PasteKind};
    ///
    /// let told = paste::read("curl -X DELETE https://shop.example/api/storefront/carts/7", None);
    /// assert_eq!(told.map(|told| told.kind), Some(PasteKind::Curl));
    /// let told = paste::read("HTTP/1.1 404 Not Found", None);
    /// assert_eq!(told.map(|told| told.kind), Some(PasteKind::Answer));
    /// ```
    pub enum PasteKind in paste {
        /// An answer, with its head.
        Answer = "answer",
        /// A request and its answer, with their heads.
        Verbose = "verbose",
        /// A body by itself.
        Body = "body",
        /// A request by itself, or a command that is not curl's.
        Request = "request",
        /// A curl command, and what came of it.
        Curl = "curl",
        /// A call of `fetch`, and what came of it.
        Fetch = "fetch",
        /// An HTTP Archive.
        Har = "har",
        /// An error of a client, a line of a log, or words.
        Log = "log",
    }
}

/// What a text tells.
///
/// ```
/// use bc_status::paste::{self, PasteKind};
///
/// let told = paste::read("429", None).unwrap();
/// assert_eq!((told.kind, told.entries, told.exchange.status), (PasteKind::Log, 1, Some(429)));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Pasted {
    /// What it was read as.
    pub kind: PasteKind,
    /// The exchange, as far as the text tells.
    pub exchange: OwnedExchange,
    /// Whether the text does not hold the status of the exchange: it is the one that such an answer
    /// comes with.
    #[cfg_attr(feature = "serde", serde(rename = "isAssumed"))]
    pub is_assumed: bool,
    /// How many there are in the text.
    pub entries: u32,
    /// Which of them this is, from 1; 0 where an archive holds none.
    pub entry: u32,
    /// Where the redirects before the answer led, each as its `Location` has it.
    pub hops: Vec<String>,
}

/// Reads a text; of several exchanges in it the last that failed, or the one that was asked for,
/// counted from 1. `None` where it tells of none.
///
/// ```
/// use bc_status::paste;
///
/// let told = paste::read("401 on https://api.bigcommerce.com/stores/abc123/v3/orders", None);
/// let exchange = told.unwrap().exchange;
/// assert_eq!((exchange.status, exchange.method.as_str()), (Some(401), ""));
/// assert_eq!(paste::read("Hello!", None), None);
/// ```
pub fn read(text: &str, entry: Option<u32>) -> Option<Pasted> {
    if let Some((draft, entries, at)) = archive::read(text, entry) {
        return Some(draft.finish(PasteKind::Har, entries as u32, at as u32 + 1));
    }
    let (text, last) = parts(text);
    let text = clean::clean(text);
    let mut drafts = match panes::read(&text) {
        Some(draft) => vec![draft],
        None => {
            let (mut drafts, is_whole) = Scanner::new(&text).scan();
            // A long body is all there is, and its end tells nothing.
            if is_whole && !last.is_empty() {
                drafts.extend(Scanner::new(&clean::clean(last)).scan().0);
            }
            drafts
        }
    };
    let entries = drafts.len();
    let wanted = entry.map(|entry| (entry.max(1) as usize).min(entries.max(1)) - 1);
    let at = wanted.unwrap_or_else(|| chosen(&drafts));
    let tells = |draft: &Draft| draft.asks() || draft.is_answered();
    if at >= entries || !drafts.iter().any(tells) && is_empty_archive(&text) {
        return is_empty_archive(&text).then(|| Draft::default().finish(PasteKind::Har, 0, 0));
    }
    let mut draft = drafts.swap_remove(at);
    // Logs of servers and clients have the host somewhere else.
    if draft.url.starts_with("/stores/") && has(&text, "api.bigcommerce.com") {
        draft.found_base("https://api.bigcommerce.com");
    }
    let kind = draft.kind();
    Some(draft.finish(kind, entries as u32, at as u32 + 1))
}

/// What of a longer text is read: so much of its beginning, and of its end. An archive is read
/// whole.
const LONGEST_PART: usize = 512 * 1024;

/// The parts of a text that are read.
fn parts(text: &str) -> (&str, &str) {
    let begin = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    let is_archive = begin.starts_with('{')
        && has(at_most(begin, 4096), "\"log\"|\"entries\"|\"request\"")
        && !has(begin.trim_end(), "}\n{");
    if is_archive || text.len() <= 2 * LONGEST_PART {
        return (text, "");
    }
    let mut from = text.len() - LONGEST_PART;
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let last = text.get(from..).unwrap_or("");
    let last = last.find('\n').and_then(|at| last.get(at + 1..)).unwrap_or(last);
    (at_most(text, LONGEST_PART), last)
}

/// The last that failed, BigCommerce's before others, as pages call many; else the last that was
/// answered, else the last.
fn chosen(drafts: &[Draft]) -> usize {
    let last = |is: &dyn Fn(&Draft) -> bool| drafts.iter().rposition(is);
    let is_own = |draft: &Draft| draft.is_named || api(&draft.url) != Api::Unknown;
    last(&|draft| draft.has_failed() && is_own(draft))
        .or_else(|| last(&Draft::has_failed))
        .or_else(|| last(&Draft::is_answered))
        .unwrap_or(drafts.len().saturating_sub(1))
}

fn is_empty_archive(text: &str) -> bool {
    let mut reader = value_reader::Reader::new(text);
    let start = text.len() - text.trim_start().len();
    reader.nested_at(start).is_some_and(|(value, _)| {
        value
            .get("log")
            .and_then(|log| log.get("entries"))
            .is_some_and(|entries| entries.items().is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::text::steps;

    #[test]
    fn twice_the_text_takes_twice_the_steps() {
        let seeds = [
            "[",
            "{",
            "(",
            "\"",
            "'",
            "\\",
            "{\"a\":",
            "[{",
            "Array\n(\n",
            "a=",
            "a: b\n",
            "> ",
            "< HTTP/1.1 200\n",
            "HTTP/1.1 200 ",
            "404 ",
            "https://a/",
            "GET /a ",
            "curl -",
            "curl '",
            "fetch(\"a\", {",
            "* a\n",
            "1|",
            "[1] ",
            "<html>",
            "<?xml",
            "</",
            "`",
            "^\n",
            "=> ",
            "://",
            "{\"request\":",
            "{\"status\":404,",
            "Invoke-WebRequest -Uri a -",
            "\u{1b}[",
            "\u{1b}]",
            "\r",
            "timed out ",
            "Error: Not Found\n",
            "\n",
            " ",
            "•",
            "20:26:30.1 a\n",
            "key:",
            "%",
            "(`${",
            "'a': 'b', ",
        ];
        for seed in seeds {
            for before in ["", "{\"log\":", "HTTP/1.1 500\n\n", "curl -H "] {
                let steps = |bytes: usize| {
                    steps::taken();
                    read(&[before, &seed.repeat(bytes / seed.len())].concat(), None);
                    steps::taken()
                };
                let (once, twice) = (steps(32 * 1024), steps(64 * 1024));
                assert!(twice <= once * 5 / 2 + 200_000, "{before:?} {seed:?}: {once}, {twice}");
            }
        }
    }

    /// Each line is held against tables that are longer than it, so the many short ones cost most.
    #[test]
    fn lines_that_are_too_short_to_tell_are_held_against_no_table() {
        let text = "y\n".repeat(32 * 1024);
        steps::taken();
        assert_eq!(read(&text, None), None);
        let steps = steps::taken();
        assert!(steps < 50 * text.len(), "{steps} steps for {} bytes", text.len());
    }
}
