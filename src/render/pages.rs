//! The pages of [`super`].

use super::Format;
use crate::api_error::{ApiError, ErrorItem};
use crate::diagnose::{Diagnosis, is_unseen, shortened};
use crate::outcome::Outcome;
use crate::retry::{Decision, Reason, Rule};
use crate::status::Status;
use crate::text::{append, append_after, push_number};
use crate::values::{Value, Values};
use crate::words::Words;

/// What a code means, why it comes and what to do, ready to be shown.
///
/// ```
/// use bc_status::{Format, render_status};
///
/// let text = render_status(429, Format::Text);
/// assert!(text.starts_with("429 Too Many Requests\n"));
/// ```
pub fn render_status(code: u16, format: Format) -> String {
    let words = Words::english();
    let status = crate::status::status(code);
    let mut page = Page { format, out: String::new() };
    page.open();
    page.title(&title(words, &status));
    page.paragraph(status.purpose);
    page.paragraph(status.retry.advice());
    page.heading(words.text("page.causes"));
    page.items(status.causes);
    page.heading(words.text("page.solutions"));
    page.items(status.solutions);
    page.heading(words.text("page.links"));
    page.list(&|page| {
        for link in status.links {
            page.link(link.text, link.url);
        }
    });
    page.close();
    page.out
}

/// What is wrong with an exchange and what to do about it, ready to be shown.
///
/// ```
/// use bc_status::{Exchange, Format, diagnose, render_diagnosis};
///
/// let lost = diagnose(&Exchange {
///     url: "https://api.bigcommerce.com/stores/abc123/v3/carts",
///     status: Some(401),
///     body: Some("X-Auth-Token header is required"),
///     ..Exchange::default()
/// });
/// let text = render_diagnosis(&lost, Format::Text);
/// assert!(text.starts_with("401 Unauthorized: denied\n"));
/// ```
pub fn render_diagnosis(diagnosis: &Diagnosis, format: Format) -> String {
    render_diagnosis_in(Words::english(), diagnosis, format)
}

/// The same with what stands between in the words of any language, as in
/// [`diagnose_in`](crate::diagnose::diagnose_in).
///
/// ```
/// use bc_status::render::render_diagnosis_in;
/// use bc_status::{Exchange, Failure, Format, Words, diagnose};
///
/// let words = Words::read("page.noAnswer\n    Keine Antwort\n");
/// let lost = diagnose(&Exchange::default().failure(Failure::Timeout));
/// let page = render_diagnosis_in(&words, &lost, Format::Text);
/// assert!(page.starts_with("Keine Antwort: no-response\n"));
/// ```
pub fn render_diagnosis_in(words: &Words, diagnosis: &Diagnosis, format: Format) -> String {
    let found = &diagnosis.classification;
    let mut page = Page { format, out: String::new() };
    page.open();
    let mut line = match found.status() {
        Some(status) => title(words, &status),
        // There was an answer, and nobody told its status.
        None if found.outcome != Outcome::NoResponse => String::new(),
        None => words.text("page.noAnswer").into(),
    };
    append_after(&mut line, ": ", &[found.outcome.name()]);
    page.title(&line);
    for finding in &diagnosis.findings {
        let sure = finding.confidence.name();
        let said = words.text_of("page.confidence.", sure);
        let mut line = finding.title.clone();
        append(&mut line, &[" (", if said.is_empty() { sure } else { said }, ")"]);
        page.heading(&line);
        page.paragraph(&finding.evidence);
        page.items(&finding.solutions);
        page.source(words.text("page.links"), finding.id.as_str(), finding.url);
    }
    if let Some(error) = &found.error {
        complaints(words, error, &mut page);
    }
    page.heading(words.text("page.again"));
    page.paragraph(&again(words, &diagnosis.retry));
    if let Some(id) = &found.request_id {
        page.paragraph(&said(words, "page.requestId", "id", Value::Text(id.clone())));
    }
    page.close();
    page.out
}

/// More complaints than this are counted only.
const MOST_SHOWN: usize = 20;

/// A text of words with one gap.
fn said(words: &Words, id: &str, name: &'static str, value: Value) -> String {
    let mut values = Values::default();
    values.add(name, value);
    words.fill(words.text(id), &values).unwrap_or_default()
}

/// Whether and when to send it again, and why.
fn again(words: &Words, retry: &Decision) -> String {
    let mut values = Values::default();
    if retry.delay_ms > 0 {
        values.add("waitMs", Value::Duration(retry.delay_ms));
    }
    // Once all attempts are used up, no wait brings another.
    let is_over = retry.rule() == Rule::AttemptsExhausted;
    let id = match retry.retry {
        true => "page.yes",
        false if retry.delay_ms > 0 && !is_over => "page.later",
        false => "page.no",
    };
    // Neither yes nor no.
    let is_open = retry.reason == Reason::MethodUnknown;
    let answer = if is_open { None } else { words.fill(words.text(id), &values) };
    let mut line = answer.unwrap_or_default();
    append_after(&mut line, " ", &[words.text_of("reason.", retry.reason.name())]);
    line
}

/// What the body said, if it said anything.
fn complaints(words: &Words, error: &ApiError, page: &mut Page) {
    let ApiError { title, detail, note, items, .. } = error;
    // A page may say the same in its title and its heading.
    let detail = detail.as_ref().filter(|detail| title.as_ref() != Some(*detail));
    let texts = [title.as_ref(), detail, note.as_ref()].map(|text| text.map_or("", |text| text));
    if items.is_empty() && texts.concat().is_empty() {
        return;
    }
    page.heading(words.text("page.said"));
    page.list(&|page| {
        for text in texts {
            page.item(&shortened(text));
        }
        for item in items.iter().take(MOST_SHOWN) {
            page.item(&complaint(words, item));
        }
        if items.len() > MOST_SHOWN {
            let count = Value::Number((items.len() - MOST_SHOWN) as u64);
            page.item(&said(words, "page.more", "count", count));
        }
    });
}

/// Before what is a part of the problem above it.
const PART: &str = "↳ ";

/// `index 2, price: Required, but missing.`
fn complaint(words: &Words, item: &ErrorItem) -> String {
    let mut line = match item.index {
        Some(index) => said(words, "page.index", "index", Value::Number(index)),
        None => String::new(),
    };
    let field = shortened(item.field.as_deref().unwrap_or(""));
    if !field.is_empty() {
        append_after(&mut line, ", ", &["`", &field, "`"]);
    }
    append_after(&mut line, ": ", &[&shortened(&item.message)]);
    if item.of.is_some() {
        line.insert_str(0, PART);
    }
    line
}

/// The code and the name of a status.
fn title(words: &Words, status: &Status) -> String {
    if !(100..600).contains(&status.code) {
        return words.text("page.notStatus").into();
    }
    let mut title = String::new();
    push_number(&mut title, status.code.into());
    let name = if status.text.is_empty() { words.text("page.noName") } else { status.text };
    append(&mut title, &[" ", name]);
    title
}

/// Lays out blocks in one of the formats.
struct Page {
    format: Format,
    out: String,
}

impl Page {
    fn open(&mut self) {
        if self.format == Format::Html {
            self.out.push_str("<article class=\"bc-status\">");
        }
    }

    fn close(&mut self) {
        if self.format == Format::Html {
            self.out.push_str("</article>");
        }
    }

    fn title(&mut self, text: &str) {
        match self.format {
            Format::Text => self.line("", text),
            Format::Markdown => self.line("## ", text),
            Format::Html => self.element("h2", text),
        }
    }

    fn paragraph(&mut self, text: &str) {
        match self.format {
            Format::Text => self.line("", text),
            Format::Markdown => {
                self.out.push('\n');
                self.line("", text);
            }
            Format::Html => self.element("p", text),
        }
    }

    fn items(&mut self, items: &[impl AsRef<str>]) {
        self.list(&|page| {
            for item in items {
                page.item(item.as_ref());
            }
        });
    }

    fn item(&mut self, text: &str) {
        match self.format {
            _ if text.is_empty() => {}
            Format::Text => self.line("  - ", text),
            Format::Markdown => self.line("- ", text),
            Format::Html => self.element("li", text),
        }
    }

    /// An item that is a link.
    fn link(&mut self, name: &str, url: &str) {
        let parts = match self.format {
            Format::Text => ["  - ", ": ", "\n"],
            Format::Markdown => ["- [", "](", ")\n"],
            Format::Html => ["<li><a href=\"", "\">", "</a></li>"],
        };
        self.linked("", parts, name, url, self.format == Format::Html);
    }

    /// A paragraph of a link behind words.
    fn source(&mut self, words: &str, name: &str, url: &str) {
        let (opening, parts) = match self.format {
            Format::Text => ("", [": ", " (", ")\n"]),
            Format::Markdown => ("\n", [": [", "](", ")\n"]),
            Format::Html => ("<p>", [": <a href=\"", "\">", "</a></p>"]),
        };
        self.linked(&[opening, words].concat(), parts, name, url, self.format != Format::Markdown);
    }

    /// A link, but to no other address than one of the web's.
    fn linked(&mut self, before: &str, parts: [&str; 3], name: &str, url: &str, url_first: bool) {
        if !url.starts_with("https://") || crate::text::has(url, " |)|`") {
            return;
        }
        let (first, second) = if url_first { (url, name) } else { (name, url) };
        let [open, between, close] = parts;
        self.out.push_str(before);
        self.out.push_str(open);
        self.content(first);
        self.out.push_str(between);
        self.content(second);
        self.out.push_str(close);
    }

    fn list(&mut self, entries: &impl Fn(&mut Page)) {
        match self.format {
            Format::Text => entries(self),
            Format::Markdown => {
                if !self.out.ends_with("\n\n") {
                    self.out.push('\n');
                }
                entries(self);
            }
            Format::Html => {
                self.out.push_str("<ul>");
                entries(self);
                self.out.push_str("</ul>");
            }
        }
    }

    fn heading(&mut self, text: &str) {
        match self.format {
            Format::Text => {
                self.out.push('\n');
                self.line("", text);
            }
            Format::Markdown => {
                self.out.push('\n');
                self.line("### ", text);
            }
            Format::Html => self.element("h3", text),
        }
    }

    fn line(&mut self, before: &str, text: &str) {
        self.out.push_str(before);
        self.content(text);
        self.out.push('\n');
    }

    fn element(&mut self, name: &str, text: &str) {
        for part in ["<", name, ">"] {
            self.out.push_str(part);
        }
        self.content(text);
        for part in ["</", name, ">"] {
            self.out.push_str(part);
        }
    }

    /// Text as it may stand in the format, no matter who wrote it. Our texts mark code
    /// with backticks, as Markdown does.
    fn content(&mut self, text: &str) {
        let mut in_code = false;
        for c in text.chars() {
            if c == '`' {
                in_code = !in_code;
            }
            match (self.format, c) {
                (_, c) if is_unseen(c) => self.out.push(' '),
                (Format::Markdown, '<' | '[' | ']' | '*' | '\\') if !in_code => {
                    self.out.push('\\');
                    self.out.push(c);
                }
                (Format::Text | Format::Markdown, c) => self.out.push(c),
                (Format::Html, '&') => self.out.push_str("&amp;"),
                (Format::Html, '<') => self.out.push_str("&lt;"),
                (Format::Html, '>') => self.out.push_str("&gt;"),
                (Format::Html, '"') => self.out.push_str("&quot;"),
                (Format::Html, '`') => self.code(in_code),
                (Format::Html, c) => self.out.push(c),
            }
        }
        if in_code && self.format == Format::Html {
            self.code(false);
        }
    }

    fn code(&mut self, begins: bool) {
        self.out.push_str(if begins { "<code>" } else { "</code>" });
    }
}
