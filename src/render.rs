//! A status as text for a terminal, Markdown for an issue tracker, HTML for a page.

use crate::status::{Class, Link, Retry, Status, status};

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
    let status = status(code);
    let mut page = Page { format, out: String::new() };
    page.open();
    page.title(&title(&status));
    page.paragraph(status.purpose);
    page.paragraph(advice(status.retry));
    page.list("Common causes", status.causes);
    page.list("What to do", status.solutions);
    page.links("Read on", status.links);
    page.close();
    page.out
}

fn title(status: &Status) -> String {
    if status.class() == Class::Unknown {
        return String::from("Not an HTTP status");
    }
    // The standard formatter would bring twenty times the size of this along.
    let digits = [status.code / 100, status.code / 10 % 10, status.code % 10];
    let mut title: String =
        digits.into_iter().map(|digit| char::from(b'0' | digit as u8)).collect();
    title.push(' ');
    title.push_str(if status.text.is_empty() { "(no registered name)" } else { status.text });
    title
}

/// The advice in a sentence, for people.
const fn advice(retry: Retry) -> &'static str {
    match retry {
        Retry::NoneNeeded => "No new attempt is needed.",
        Retry::Never => "Do not send it again: the answer will not change.",
        Retry::AfterChange => "Change the request, or what it is about, before you send it again.",
        Retry::AfterWait => "Wait, then send it again.",
        Retry::IfRepeatable => "Send it again after a wait if doing it twice does no harm.",
    }
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

    fn list(&mut self, heading: &str, items: &[&str]) {
        self.heading(heading);
        for item in items {
            match self.format {
                Format::Text => self.line("  - ", item),
                Format::Markdown => self.line("- ", item),
                Format::Html => self.element("li", item),
            }
        }
        self.end_list();
    }

    fn links(&mut self, heading: &str, links: &[Link]) {
        self.heading(heading);
        for Link { text, url } in links {
            let [before, between, after] = match self.format {
                Format::Text => ["  - ", ": ", "\n"],
                Format::Markdown => ["- [", "](", ")\n"],
                Format::Html => ["<li><a href=\"", "\">", "</a></li>"],
            };
            let (first, second) =
                if self.format == Format::Html { (url, text) } else { (text, url) };
            self.out.push_str(before);
            self.content(first);
            self.out.push_str(between);
            self.content(second);
            self.out.push_str(after);
        }
        self.end_list();
    }

    fn heading(&mut self, text: &str) {
        match self.format {
            Format::Text => {
                self.out.push('\n');
                self.line("", text);
            }
            Format::Markdown => {
                self.out.push_str("\n### ");
                self.line("", text);
                self.out.push('\n');
            }
            Format::Html => {
                self.element("h3", text);
                self.out.push_str("<ul>");
            }
        }
    }

    fn end_list(&mut self) {
        if self.format == Format::Html {
            self.out.push_str("</ul>");
        }
    }

    fn line(&mut self, before: &str, text: &str) {
        self.out.push_str(before);
        self.out.push_str(text);
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

    /// Text as it may stand in the format. Our texts mark code with backticks, as
    /// Markdown does.
    fn content(&mut self, text: &str) {
        if self.format != Format::Html {
            return self.out.push_str(text);
        }
        let mut in_code = false;
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '`' => {
                    self.out.push_str(if in_code { "</code>" } else { "<code>" });
                    in_code = !in_code;
                }
                c => self.out.push(c),
            }
        }
    }
}
