//! A status or a diagnosis as text for a terminal, Markdown for an issue tracker,
//! HTML for a page. The npm package lays them out alike, in `www/entry/render.js`, and
//! does not load the core for it; a test compares the two.

use crate::diagnose::Diagnosis;
use crate::diagnose::{duration, is_unseen, shortened};
use crate::json::{self, Json};
use crate::text::{append, append_after, push_number};

/// How a text is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text, for a terminal.
    Text,
    /// Markdown, for an issue tracker or a chat.
    Markdown,
    /// HTML, for a page: escaped, with neither style nor script in it.
    Html,
}

/// What a code means, why it comes and what to do, ready to be shown.
///
/// ```
/// use bc_status::{Format, render_status};
///
/// let text = render_status(429, Format::Text);
/// assert!(text.starts_with("429 Too Many Requests\n"));
/// ```
pub fn render_status(code: u16, format: Format) -> String {
    render_json(&crate::status::status(code).to_json(), format).unwrap_or_default()
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
    render_json(&diagnosis.to_json(), format).unwrap_or_default()
}

/// Renders what the JavaScript package writes in JSON: a diagnosis, or all it knows
/// about a status. `None` for anything else.
pub fn render_json(json: &str, format: Format) -> Option<String> {
    let document = json::read(json)?;
    let what = &document.value;
    if what.at("findings").is_list() {
        return Some(of_diagnosis(what, format));
    }
    what.at("code").whole()?;
    let mut page = Page { format, out: String::new() };
    page.open();
    page.title(&title(what));
    page.paragraph(&text(what.at("purpose")));
    page.paragraph(&text(what.at("advice")));
    page.heading("Common causes");
    page.items(what.at("causes"));
    page.heading("What to do");
    page.items(what.at("solutions"));
    page.heading("Read on");
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

fn of_diagnosis(diagnosis: &Json, format: Format) -> String {
    let (found, retry) = (diagnosis.at("classification"), diagnosis.at("retry"));
    let mut page = Page { format, out: String::new() };
    page.open();
    let status = found.at("status");
    let answered = status.at("code").whole().is_some();
    let mut line = if answered { title(status) } else { "No answer".into() };
    append(&mut line, &[": ", found.at("outcome").text()]);
    page.title(&line);
    for (_, finding) in diagnosis.at("findings").members() {
        let mut line = text(finding.at("title"));
        append(&mut line, &[" (", finding.at("confidence").text(), ")"]);
        page.heading(&line);
        page.paragraph(&text(finding.at("evidence")));
        page.items(finding.at("solutions"));
        page.list(&|page| page.link(finding, "id"));
    }
    said(found.at("error"), &mut page);
    page.heading("Try again?");
    let delay_ms = retry.at("delayMs").whole().unwrap_or(0);
    let again = *retry.at("retry") == Json::Bool(true);
    let mut line = String::from(match (again, delay_ms) {
        (true, 0) => "Yes, at once. ",
        (true, _) => "Yes, after ",
        (false, 0) => "No. ",
        (false, _) => "Not now; in ",
    });
    if delay_ms > 0 {
        append(&mut line, &[&duration(delay_ms), ". "]);
    }
    line.push_str(&text(retry.at("reason")));
    page.paragraph(&line);
    let id = text(found.at("requestId"));
    if !id.is_empty() {
        let mut line = String::new();
        append(&mut line, &["Request id for BigCommerce's support: `", &id, "`"]);
        page.paragraph(&line);
    }
    page.close();
    page.out
}

/// What the body said, if it said anything.
fn said(error: &Json, page: &mut Page) {
    if ["title", "detail", "note", "items"].iter().all(|name| error.at(name).is_empty()) {
        return;
    }
    page.heading("What the body says");
    page.list(&|page| {
        for name in ["title", "detail", "note"] {
            page.item(&shortened(&text(error.at(name))));
        }
        let items = error.at("items").members();
        for (_, item) in items.iter().take(MOST_SHOWN) {
            page.item(&complaint(item));
        }
        if items.len() > MOST_SHOWN {
            let mut more = String::from("… and ");
            push_number(&mut more, (items.len() - MOST_SHOWN) as u64);
            more.push_str(" more");
            page.item(&more);
        }
    });
}

/// `index 2, price: It is required, and missing.`
fn complaint(item: &Json) -> String {
    let mut line = String::new();
    if let Some(index) = item.at("index").whole() {
        line.push_str("index ");
        push_number(&mut line, index);
    }
    let field = shortened(&text(item.at("field")));
    if !field.is_empty() {
        append_after(&mut line, ", ", &["`", &field, "`"]);
    }
    append_after(&mut line, ": ", &[&shortened(&text(item.at("message")))]);
    line
}

/// The code and the name of a status.
fn title(status: &Json) -> String {
    let code = status.at("code").whole().unwrap_or(0);
    if !(100..600).contains(&code) {
        return String::from("Not an HTTP status");
    }
    let mut title = String::new();
    push_number(&mut title, code);
    let name = text(status.at("text"));
    append(&mut title, &[" ", if name.is_empty() { "(no registered name)" } else { &name }]);
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
