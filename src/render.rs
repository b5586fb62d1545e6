//! A status or a diagnosis as text for a terminal, Markdown for an issue tracker,
//! HTML for a page. It reads them in JSON, which is how the npm package hands over what its
//! callers may have changed.

#[cfg(feature = "prose")]
use crate::diagnose::Diagnosis;
use crate::diagnose::{is_unseen, shortened};
use crate::json::{self, Json};
use crate::retry::Rule;
use crate::set::closed_set;
use crate::text::{append, append_after, push_number};
use crate::values::{Value, Values};
use crate::words::Words;

closed_set! {
    /// How a text is marked up.
    pub enum Format {
        /// Plain text, for a terminal.
        Text = "text",
        /// Markdown, for an issue tracker or a chat.
        Markdown = "markdown",
        /// HTML, for a page: escaped, with neither style nor script in it.
        Html = "html",
    }
}

/// What a code means, why it comes and what to do, ready to be shown.
///
/// ```
/// use bc_status::{Format, render_status};
///
/// let text = render_status(429, Format::Text);
/// assert!(text.starts_with("429 Too Many Requests\n"));
/// ```
#[cfg(feature = "prose")]
pub fn render_status(code: u16, format: Format) -> String {
    render_json(Words::english(), &crate::status::status(code).to_json(), format)
        .unwrap_or_default()
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
#[cfg(feature = "prose")]
pub fn render_diagnosis(diagnosis: &Diagnosis, format: Format) -> String {
    render_json(Words::english(), &diagnosis.to_json(), format).unwrap_or_default()
}

/// Renders what the JavaScript package writes in JSON: a diagnosis, or all it knows
/// about a status. What is said of it is in it; what stands between is in `words`. `None` for
/// anything else.
pub fn render_json(words: &Words, json: &str, format: Format) -> Option<String> {
    let document = json::read(json)?;
    let what = &document.value;
    if what.at("findings").is_list() {
        return Some(of_diagnosis(words, what, format));
    }
    what.at("code").whole()?;
    let mut page = Page { format, out: String::new() };
    page.open();
    page.title(&title(words, what));
    page.paragraph(&text(what.at("purpose")));
    page.paragraph(&text(what.at("advice")));
    page.heading(words.text("page.causes"));
    page.items(what.at("causes"));
    page.heading(words.text("page.solutions"));
    page.items(what.at("solutions"));
    page.heading(words.text("page.links"));
    page.links(what.at("links"), "text");
    page.close();
    Some(page.out)
}

/// A text as it is meant.
fn text(json: &Json) -> String {
    json::decoded(json.text())
}

/// More complaints than this are counted only.
const MOST_SHOWN: usize = 20;

/// A text of words with one gap.
fn said(words: &Words, id: &str, name: &'static str, value: Value) -> String {
    let mut values = Values::default();
    values.add(name, value);
    words.fill(words.text(id), &values).unwrap_or_default()
}

fn of_diagnosis(words: &Words, diagnosis: &Json, format: Format) -> String {
    let (found, retry) = (diagnosis.at("classification"), diagnosis.at("retry"));
    let mut page = Page { format, out: String::new() };
    page.open();
    let status = found.at("status");
    let answered = status.at("code").whole().is_some();
    let mut line = if answered { title(words, status) } else { words.text("page.noAnswer").into() };
    append(&mut line, &[": ", found.at("outcome").text()]);
    page.title(&line);
    for (_, finding) in diagnosis.at("findings").members() {
        let mut line = text(finding.at("title"));
        let sure = finding.at("confidence").text();
        let said = words.text_of("page.confidence.", sure);
        append(&mut line, &[" (", if said.is_empty() { sure } else { said }, ")"]);
        page.heading(&line);
        page.paragraph(&text(finding.at("evidence")));
        page.items(finding.at("solutions"));
        page.list(&|page| page.link(finding, "id"));
    }
    complaints(words, found.at("error"), &mut page);
    page.heading(words.text("page.again"));
    page.paragraph(&again(words, retry));
    let id = text(found.at("requestId"));
    if !id.is_empty() {
        page.paragraph(&said(words, "page.requestId", "id", Value::Text(id)));
    }
    page.close();
    page.out
}

/// Whether and when to send it again, and why.
fn again(words: &Words, retry: &Json) -> String {
    let delay_ms = retry.at("delayMs").whole().filter(|ms| *ms > 0);
    let mut values = Values::default();
    if let Some(ms) = delay_ms {
        values.add("waitMs", Value::Duration(ms));
    }
    let again = *retry.at("retry") == Json::Bool(true);
    // Once all attempts are used up, no wait brings another.
    let is_over = retry.at("rule").text() == Rule::AttemptsExhausted.name();
    let id = match (again, delay_ms) {
        (true, _) => "page.yes",
        (false, Some(_)) if !is_over => "page.later",
        _ => "page.no",
    };
    let mut line = words.fill(words.text(id), &values).unwrap_or_default();
    append_after(&mut line, " ", &[&text(retry.at("reason"))]);
    line
}

/// What the body said, if it said anything.
fn complaints(words: &Words, error: &Json, page: &mut Page) {
    if ["title", "detail", "note", "items"].iter().all(|name| error.at(name).is_empty()) {
        return;
    }
    page.heading(words.text("page.said"));
    page.list(&|page| {
        for name in ["title", "detail", "note"] {
            page.item(&shortened(&text(error.at(name))));
        }
        let items = error.at("items").members();
        for (_, item) in items.iter().take(MOST_SHOWN) {
            page.item(&complaint(words, item));
        }
        if items.len() > MOST_SHOWN {
            let count = Value::Number((items.len() - MOST_SHOWN) as u64);
            page.item(&said(words, "page.more", "count", count));
        }
    });
}

/// `index 2, price: It is required, and missing.`
fn complaint(words: &Words, item: &Json) -> String {
    let index = item.at("index").whole();
    let mut line = index
        .map(|index| said(words, "page.index", "index", Value::Number(index)))
        .unwrap_or_default();
    let field = shortened(&text(item.at("field")));
    if !field.is_empty() {
        append_after(&mut line, ", ", &["`", &field, "`"]);
    }
    append_after(&mut line, ": ", &[&shortened(&text(item.at("message")))]);
    line
}

/// The code and the name of a status.
fn title(words: &Words, status: &Json) -> String {
    let code = status.at("code").whole().unwrap_or(0);
    if !(100..600).contains(&code) {
        return words.text("page.notStatus").into();
    }
    let mut title = String::new();
    push_number(&mut title, code);
    let name = text(status.at("text"));
    append(&mut title, &[" ", if name.is_empty() { words.text("page.noName") } else { &name }]);
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

    fn items(&mut self, items: &Json) {
        self.list(&|page| {
            for (_, item) in items.members() {
                page.item(&text(item));
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

    /// Links by text and address.
    fn links(&mut self, links: &Json, name: &str) {
        self.list(&|page| {
            for (_, link) in links.members() {
                page.link(link, name);
            }
        });
    }

    /// A link, but to no other address than one of the web's.
    fn link(&mut self, link: &Json, name: &str) {
        let (name, url) = (text(link.at(name)), text(link.at("url")));
        if !url.starts_with("https://") || crate::text::has(&url, " |)|`") {
            return;
        }
        let (first, second) = if self.format == Format::Html { (url, name) } else { (name, url) };
        let [before, between, after] = match self.format {
            Format::Text => ["  - ", ": ", "\n"],
            Format::Markdown => ["- [", "](", ")\n"],
            Format::Html => ["<li><a href=\"", "\">", "</a></li>"],
        };
        self.out.push_str(before);
        self.content(&first);
        self.out.push_str(between);
        self.content(&second);
        self.out.push_str(after);
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

    /// Text as it may stand in the format, whoever wrote it. Our texts mark code
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
