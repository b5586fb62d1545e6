//! What is said, by id: one table for each language, of which English is the crate's own.
//!
//! A table is a text. An id stands at the beginning of a line, and its texts are the indented
//! lines below it, the first of which names the thing; `#` begins a comment:
//!
//! ```text
//! request.double-slash
//!     The path has a double slash
//!     Join base and path with a single slash: `{path}` has two.|Join base and path with a single slash.
//! ```
//!
//! `{path}` is a gap for a value of that name. Of texts between bars, the first whose gaps
//! can all be filled is said. A text of which none can be filled is left out.

#[cfg(feature = "prose")]
use crate::outcome::Outcome;
use crate::text::{any, cut, push_number};
use crate::values::{Value, Values};
use std::borrow::Cow;

/// The words of one language.
///
/// ```
/// use bc_status::Words;
///
/// // One table after the other, the first that has it.
/// let tables = [Words::read("hello\n  Hallo\n"), Words::read("hello\n  Hello\nbye\n  Bye\n")];
/// let say = |id| tables.iter().map(|words| words.text(id)).find(|text| !text.is_empty());
/// assert_eq!((say("hello"), say("bye"), say("so long")), (Some("Hallo"), Some("Bye"), None));
/// ```
#[derive(Clone, Debug)]
pub struct Words {
    text: Cow<'static, str>,
    entries: Vec<Entry>,
}

/// Where an id begins and ends in the text, and where its texts end.
#[derive(Clone, Copy, Debug)]
struct Entry([usize; 3]);

impl Words {
    /// English, complete.
    ///
    /// ```
    /// use bc_status::{Outcome, Words};
    ///
    /// let said = |outcome| Words::english().text(&format!("shopper.{outcome}"));
    /// assert!(Outcome::ALL.iter().all(|outcome| !said(outcome).is_empty()));
    /// ```
    pub fn english() -> &'static Words {
        static ENGLISH: std::sync::LazyLock<Words> =
            std::sync::LazyLock::new(|| Words::read(include_str!("words/en.txt")));
        &ENGLISH
    }

    /// No words: nothing is said.
    ///
    /// ```
    /// use bc_status::{Exchange, Words, classify::classify_in};
    ///
    /// // Where it matters only what became of a request.
    /// let missing = Exchange::default().answer(404_u16, &[]).body("No such cart.");
    /// assert_eq!(classify_in(Words::NONE, &missing).outcome.name(), "missing");
    /// assert_eq!(Words::NONE.ids().count(), 0);
    /// ```
    pub const NONE: &'static Words = &Words { text: Cow::Borrowed(""), entries: Vec::new() };

    /// Reads a table. What it lacks is not said, and no error.
    ///
    /// ```
    /// use bc_status::Words;
    ///
    /// let words = Words::read("greeting\n    Hello.\n");
    /// assert_eq!(words.text("greeting"), "Hello.");
    /// ```
    pub fn read(text: impl Into<Cow<'static, str>>) -> Words {
        let text = text.into();
        let mut entries: Vec<Entry> = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let (line, _) = cut(text.get(at..).unwrap_or(""), b'\n');
            let next = at + line.len() + 1;
            let id = line.trim_ascii_end().len();
            if line.starts_with([' ', '\t']) {
                if let Some(Entry([.., end])) = entries.last_mut() {
                    *end = next;
                }
            } else if id > 0 && !line.starts_with('#') {
                entries.push(Entry([at, at + id, next]));
            }
            at = next;
        }
        Words { text, entries }
    }

    fn part(&self, from: usize, to: usize) -> &str {
        self.text.get(from..to.min(self.text.len())).unwrap_or("")
    }

    /// The ids, in their order.
    ///
    /// ```
    /// use bc_status::Words;
    ///
    /// // What a translation lacks.
    /// let words = Words::read("status.200\n    Fertig.\n");
    /// let lacks = Words::english().ids().filter(|id| words.text(id).is_empty());
    /// assert_eq!(lacks.count() + 1, Words::english().ids().count());
    /// ```
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|Entry([from, to, _])| self.part(*from, *to))
    }

    /// The texts of an id as the table has them.
    ///
    /// ```
    /// use bc_status::Words;
    ///
    /// let words = Words::read("tea\n    Boil water.\n    # At once.\n    Wait.\n");
    /// let steps: Vec<_> = words.texts("tea").collect();
    /// assert_eq!(steps, ["Boil water.", "# At once.", "Wait."]);
    /// ```
    pub fn texts<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.texts_of(id, "")
    }

    /// The first text of an id; empty where there is none.
    ///
    /// ```
    /// use bc_status::Words;
    ///
    /// assert_ne!(Words::english().text("status.429"), "");
    /// assert_eq!(Words::english().text("no.such"), "");
    /// ```
    pub fn text<'a>(&'a self, id: &str) -> &'a str {
        self.text_of(id, "")
    }

    /// The first text of an id whose parts are known apart: `shown.` and `path`.
    pub(crate) fn text_of<'a>(&'a self, group: &str, name: &str) -> &'a str {
        next_text(&mut self.lines(group, name)).unwrap_or("")
    }

    /// What a shopper may be told of an outcome: a short, calm sentence that says nothing of tokens,
    /// stores or causes. Empty where the language has none.
    #[cfg(feature = "prose")]
    fn shopper(&self, outcome: Outcome) -> &str {
        self.text_of("shopper.", outcome.name())
    }

    /// The texts of an id whose parts are known apart.
    pub(crate) fn texts_of<'a>(
        &'a self,
        group: &str,
        name: &str,
    ) -> impl Iterator<Item = &'a str> + use<'a> {
        let mut rest = self.lines(group, name);
        std::iter::from_fn(move || next_text(&mut rest))
    }

    /// The lines below an id.
    fn lines(&self, group: &str, name: &str) -> &str {
        let length = group.len() + name.len();
        let is = |Entry([from, to, _]): &&Entry| {
            to - from == length && {
                let id = self.part(*from, *to);
                id.ends_with(name) && id.starts_with(group)
            }
        };
        self.entries.iter().find(is).map_or("", |Entry([_, to, end])| self.part(to + 1, *end))
    }

    /// A text with its gaps filled, or the first of several between bars; `None` where a value
    /// is missing.
    ///
    /// ```
    /// use bc_status::{Exchange, Words, diagnose};
    ///
    /// let spent = [("x-rate-limit-requests-left", "0"), ("x-rate-limit-time-reset-ms", "4200")];
    /// let found = diagnose(&Exchange::default().answer(429_u16, &spent));
    /// let said = Words::english().fill("Back in {waitMs}.|Back soon.", &found.findings[0].values);
    /// assert_eq!(said.as_deref(), Some("Back in 4.2 s."));
    /// ```
    pub fn fill(&self, texts: &str, values: &Values) -> Option<String> {
        let mut filled = None;
        any(texts, &mut |text| {
            filled = self.fill_one(text, values);
            filled.is_some()
        });
        filled
    }

    fn fill_one(&self, text: &str, values: &Values) -> Option<String> {
        let mut filled = String::with_capacity(2 * text.len());
        let mut rest = text;
        loop {
            let (before, after) = cut(rest, b'{');
            filled.push_str(before);
            if before.len() == rest.len() {
                return Some(filled);
            }
            let (name, after) = cut(after, b'}');
            self.write(values.get(name)?, &mut filled);
            rest = after;
        }
    }

    fn write(&self, value: &Value, out: &mut String) {
        match value {
            Value::Text(text) => out.push_str(text),
            Value::Number(number) => push_number(out, *number),
            Value::Duration(ms) => out.push_str(&self.duration(*ms)),
            Value::List(texts) => {
                // Names that stand in backticks stand in backticks of their own.
                let separator = if out.ends_with('`') { "`, `" } else { ", " };
                for (at, text) in texts.iter().enumerate() {
                    out.push_str(if at > 0 { separator } else { "" });
                    out.push_str(text);
                }
            }
        }
    }

    /// A duration as people say it: `320 ms`, `4.2 s`, `1 min 30 s`.
    ///
    /// ```
    /// use bc_status::Words;
    ///
    /// assert_eq!(Words::english().duration(4_200), "4.2 s");
    /// assert_eq!(Words::read("decimal\n    ,\n").duration(4_200), "4,2 s");
    /// assert_eq!(Words::NONE.duration(7_325_000), "2 h 2 min 5 s");
    /// ```
    pub fn duration(&self, ms: u64) -> String {
        let mut text = String::new();
        let tenths = ms.div_ceil(100);
        let seconds = ms.div_ceil(1000);
        let parts = match ms {
            0..1000 => [(ms, " ms"), (0, ""), (0, "")],
            1000..60_000 if !tenths.is_multiple_of(10) => {
                let decimal = self.text("decimal");
                let decimal = if decimal.is_empty() { "." } else { decimal };
                [(tenths / 10, decimal), (tenths % 10, " s"), (0, "")]
            }
            _ => [(seconds / 3600, " h "), (seconds / 60 % 60, " min "), (seconds % 60, " s")],
        };
        for (number, unit) in parts {
            if number > 0 {
                push_number(&mut text, number);
                text.push_str(unit);
            }
        }
        String::from(text.trim_ascii())
    }
}

/// Takes the next text off the lines below an id, among which are comments.
fn next_text<'a>(lines: &mut &'a str) -> Option<&'a str> {
    while !lines.is_empty() {
        let (line, after) = cut(lines, b'\n');
        *lines = after;
        if !line.trim_ascii().is_empty() && !line.starts_with('#') {
            return Some(line.trim_ascii());
        }
    }
    None
}

/// What a shopper may be told of an outcome, in a language: a short, calm sentence that says
/// nothing of tokens, stores or causes. What the language lacks is said in English.
///
/// ```
/// use bc_status::{Outcome, Words, shopper_message};
///
/// let english = shopper_message(Outcome::Throttled, Words::english());
/// assert_eq!(english, "It is busy here right now. Please try again in a minute.");
/// let own = Words::read("shopper.throttled\n One moment, please.\n");
/// assert_eq!(shopper_message(Outcome::Throttled, &own), "One moment, please.");
/// assert!(!shopper_message(Outcome::Failed, &own).is_empty());
/// ```
#[cfg(feature = "prose")]
pub fn shopper_message(outcome: Outcome, words: &Words) -> &str {
    match words.shopper(outcome) {
        "" => Words::english().shopper(outcome),
        said => said,
    }
}

#[cfg(all(test, feature = "prose"))]
mod tests {
    use super::Words;

    #[test]
    fn shoppers_are_told_of_every_outcome_and_of_no_store() {
        for outcome in crate::Outcome::ALL {
            let said = super::shopper_message(*outcome, Words::english());
            assert!(said.ends_with('.') && said.len() < 120, "{outcome}: {said}");
            for word in ["token", "store", "API", "scope", "HTTP", "server", "BigCommerce"] {
                assert!(!said.contains(word), "{outcome}: {said}");
            }
        }
    }

    #[test]
    fn a_table_is_read_with_or_without_its_comments() {
        let words = Words::read("# Said\n\none\n    1|2\n  # 3\n\n    4\ntwo\n three\r\nfour\n");
        assert_eq!(words.ids().collect::<Vec<_>>(), ["one", "two", "four"]);
        assert_eq!(words.texts("one").collect::<Vec<_>>(), ["1|2", "# 3", "4"]);
        assert_eq!((words.text("two"), words.text("four"), words.text("on")), ("three", "", ""));
        assert_eq!(Words::read("").ids().count() + Words::read(" a\n").ids().count(), 0);
        let windows = Words::read("one\r\n Two\r\n\r\n\tThree\r\n");
        assert_eq!(windows.texts("one").collect::<Vec<_>>(), ["Two", "Three"]);
    }

    #[test]
    fn durations_are_said_as_people_say_them() {
        for (ms, text) in [
            (320, "320 ms"),
            (4_200, "4.2 s"),
            (4_201, "4.3 s"),
            (30_000, "30 s"),
            (59_999, "1 min"),
            (60_000, "1 min"),
            (90_000, "1 min 30 s"),
            (7_325_000, "2 h 2 min 5 s"),
        ] {
            assert_eq!(Words::english().duration(ms), text);
        }
    }
}
