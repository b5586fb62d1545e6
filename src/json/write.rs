//! Results in JSON, with their members named and ordered as in the JavaScript package:
//! it parses a text faster than it takes an object member by member, and a writer is
//! smaller than a serializer.

use crate::body::{ApiError, ErrorItem};
#[cfg(feature = "prose")]
use crate::classify::Classification;
#[cfg(feature = "prose")]
use crate::diagnose::Diagnosis;
use crate::diagnose::Finding;
#[cfg(feature = "prose")]
use crate::status::Status;
use crate::values::Value;

#[cfg(feature = "prose")]
impl Status {
    /// The status and its words in JSON.
    pub fn to_json(&self) -> String {
        let mut json = Writer::default();
        json.object(&|json| {
            json.number("code", Some(self.code.into()));
            json.text("text", Some(self.text));
            json.text("advice", Some(self.retry.advice()));
            json.text("purpose", Some(self.purpose));
            json.list("causes", self.causes, |json, text| json.string(text));
            json.list("solutions", self.solutions, |json, text| json.string(text));
            json.list("links", self.links, |json, link| {
                json.object(&|json| {
                    json.text("text", Some(link.text));
                    json.text("url", Some(link.url));
                });
            });
        });
        json.out
    }
}

impl ApiError {
    /// The error in JSON.
    pub fn to_json(&self) -> String {
        let mut json = Writer::default();
        error(&mut json, self);
        json.out
    }
}

#[cfg(feature = "prose")]
impl Diagnosis {
    /// The diagnosis in JSON: of its status only code and text, of its rate limit nothing.
    pub fn to_json(&self) -> String {
        let mut json = Writer::default();
        json.object(&|json| {
            json.key("classification");
            classification(json, &self.classification);
            json.list("findings", &self.findings, finding);
            json.key("retry");
            json.object(&|json| {
                json.key("retry");
                json.out.push_str(if self.retry.retry { "true" } else { "false" });
                json.number("delayMs", Some(self.retry.delay_ms));
                json.text("rule", Some(self.retry.rule().name()));
                json.text("reason", Some(self.retry.reason.text()));
            });
        });
        json.out
    }
}

#[cfg(feature = "prose")]
fn classification(json: &mut Writer, found: &Classification) {
    json.object(&|json| {
        json.key("status");
        json.object(&|json| {
            json.number("code", found.code.map(u64::from));
            json.text("text", found.status().map(|status| status.text));
        });
        json.text("outcome", Some(found.outcome.name()));
        json.text("api", Some(found.api.name()));
        if let Some(found) = &found.error {
            json.key("error");
            error(json, found);
        }
        json.text("requestId", found.request_id.as_deref());
    });
}

fn error(json: &mut Writer, error: &ApiError) {
    json.object(&|json| {
        json.text("shape", Some(error.shape.name()));
        let texts = [
            ("title", &error.title),
            ("detail", &error.detail),
            ("type", &error.kind),
            ("code", &error.code),
        ];
        for (key, text) in texts {
            json.text(key, text.as_deref());
        }
        json.number("status", error.status.map(u64::from));
        json.list("items", &error.items, item);
        let numbers = [
            ("total", error.total),
            ("succeeded", error.succeeded),
            ("failed", error.failed),
            ("retryAfterMs", error.retry_after_ms),
        ];
        for (key, number) in numbers {
            json.number(key, number);
        }
        json.text("note", error.note.as_deref());
    });
}

fn item(json: &mut Writer, item: &ErrorItem) {
    json.object(&|json| {
        json.text("message", Some(&item.message));
        json.text("field", item.field.as_deref());
        json.number("index", item.index);
        json.text("code", item.code.as_deref());
        json.number("status", item.status.map(u64::from));
    });
}

/// Findings in JSON.
pub fn findings(findings: &[Finding]) -> String {
    let mut json = Writer::default();
    json.items(findings, finding);
    json.out
}

fn finding(json: &mut Writer, finding: &Finding) {
    json.object(&|json| {
        json.text("id", Some(finding.id.as_str()));
        json.text("confidence", Some(finding.confidence.name()));
        json.text("title", Some(&finding.title));
        json.text("evidence", Some(&finding.evidence));
        json.list("solutions", &finding.solutions, |json, text| json.string(text));
        json.text("url", Some(finding.url));
        json.key("values");
        json.object(&|json| {
            for (name, value) in finding.values.iter() {
                match value {
                    Value::Text(text) => json.text(name, Some(text)),
                    Value::Number(number) | Value::Duration(number) => {
                        json.number(name, Some(*number));
                    }
                    Value::List(texts) => json.list(name, texts, |json, text| json.string(text)),
                }
            }
        });
    });
}

#[derive(Default)]
struct Writer {
    out: String,
}

impl Writer {
    /// Appends what needs no escape.
    fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn object(&mut self, members: &impl Fn(&mut Writer)) {
        self.raw("{");
        members(self);
        self.raw("}");
    }

    fn items<T>(&mut self, items: &[T], write: impl Fn(&mut Writer, &T)) {
        self.raw("[");
        for item in items {
            self.separate();
            write(self, item);
        }
        self.raw("]");
    }

    fn list<T>(&mut self, key: &str, items: &[T], write: impl Fn(&mut Writer, &T)) {
        self.key(key);
        self.items(items, write);
    }

    fn text(&mut self, key: &str, text: Option<&str>) {
        self.key(key);
        match text {
            Some(text) => self.string(text),
            None => self.out.push_str("null"),
        }
    }

    fn number(&mut self, key: &str, number: Option<u64>) {
        self.key(key);
        match number {
            Some(number) => crate::text::push_number(&mut self.out, number),
            None => self.out.push_str("null"),
        }
    }

    fn key(&mut self, key: &str) {
        self.separate();
        crate::text::append(&mut self.out, &["\"", key, "\":"]);
    }

    /// A comma, but after an opening bracket.
    fn separate(&mut self) {
        if !matches!(self.out.as_bytes().last(), Some(b'{' | b'[')) {
            self.raw(",");
        }
    }

    fn string(&mut self, text: &str) {
        self.raw("\"");
        let mut rest = text;
        loop {
            // What needs no escape goes over in one piece.
            let special = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
            let length = rest.bytes().position(special).unwrap_or(rest.len());
            self.out.push_str(rest.get(..length).unwrap_or(""));
            let Some(byte) = rest.as_bytes().get(length) else { break };
            let escape = match byte {
                b'"' => "\\\"",
                b'\\' => "\\\\",
                b'\n' => "\\n",
                b'\t' => "\\t",
                // Blank, as everywhere else where a text is read.
                b'\r' | b'\x0c' => " ",
                0..16 => "\\u000",
                _ => "\\u001",
            };
            self.out.push_str(escape);
            if escape.len() > 2 {
                let digit = byte & 15;
                self.out.push(char::from(digit + if digit < 10 { b'0' } else { b'a' - 10 }));
            }
            rest = rest.get(length + 1..).unwrap_or("");
        }
        self.raw("\"");
    }
}
