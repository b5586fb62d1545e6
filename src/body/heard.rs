//! What a failure says about trying again: its words, whatever they are about, the wait that it asks
//! for, and whether a batch was done in part.
//!
//! That is far less than [`read`](super::read) finds out, and a page that repeats a request needs
//! no more of its answer's body.

use super::complaint::{CODES, FEEBLE_WORDS, NESTED, WORDS};
use super::{b2b, batch, beginning, graphql, is_binary, is_json, is_prose, markup, problem};
use crate::api_error::{ApiError, Shape};
use crate::edge::Edge;
use crate::exchange::Exchange;
use crate::json::{self, Json, decoded};
use crate::route::{self, Api};
use crate::said::Said;
use crate::text::is_one_of;

/// What was heard of a body.
#[derive(Default)]
pub(crate) struct Heard {
    pub said: Said,
    /// Whether its words are asked for; else it matters only that something is said.
    listens: bool,
    /// The wait that it asks for.
    pub wait_ms: Option<u64>,
    /// Whether some of a batch was done, and some was not.
    pub is_partial: bool,
    /// The network before the store, where it wrote the body and says whether to try again.
    pub edge: Option<Edge>,
}

/// In what a text stands.
#[derive(Clone, Copy, PartialEq)]
enum In {
    /// What was asked for, in which a complaint may stand all the same.
    Data,
    /// What speaks of the whole: what has a known name is said, and every sentence.
    Whole,
    /// A complaint: everything is said.
    Complaint,
}

impl Heard {
    /// Of the answer to a request that failed; `listens` where its words are asked for.
    pub fn of(exchange: &Exchange, listens: bool) -> Heard {
        let mut heard = Heard { listens, ..Heard::default() };
        let text = crate::text::bare(beginning(exchange.body.unwrap_or("")).0);
        if let Some(document) = json::read(text).filter(|document| is_json(document, text)) {
            heard.hear_json(&document.value, route::api(exchange.url));
            heard.said.add(document.rest, "");
            heard.edge = Edge::of_problem(&document.value);
        } else if !text.is_empty() && !is_binary(text) {
            let mut page = ApiError::default();
            if !markup::read(text, &mut page) {
                page = ApiError { shape: Shape::Text, title: Some(text.into()), ..page };
            }
            let items = page.items.iter().map(|item| &item.message);
            for line in page.title.iter().chain(&page.detail).chain(items) {
                heard.said.add(line, "");
            }
            let status = exchange.status.unwrap_or(0);
            heard.edge = Edge::of_refusal(status, text, &page, &heard.said);
        }
        heard
    }

    fn hear_json(&mut self, value: &Json, api: Api) {
        let is_graphql = value.is_map() && graphql::is_answer(value, api);
        let is_envelope = value.is_map() && !is_graphql && b2b::is_envelope(value, api);
        let place = if value.is_map() { In::Whole } else { In::Complaint };
        self.hear("", value, place);
        if is_envelope {
            self.hear("", value.at("data"), In::Complaint);
        }
        let may_be_batch = value.is_map() && !is_graphql && !is_envelope;
        self.is_partial = may_be_batch && batch::is_partial(value, !self.said.is_empty());
    }

    fn hear(&mut self, key: &str, value: &Json, place: In) {
        let text = value.text();
        let is_named = || [WORDS, FEEBLE_WORDS, CODES, "type"].iter().any(|it| is_one_of(key, it));
        let is_wanted = self.listens || self.said.is_empty();
        if is_wanted
            && (place == In::Complaint || place == In::Whole && (is_prose(text) || is_named()))
        {
            self.said.add(&decoded(text), "");
        }
        if value.is_map() && place != In::Data {
            self.wait_ms = self.wait_ms.or(problem::wait(value));
        }
        for (key, inner) in value.members() {
            if *key == "meta" && place == In::Whole {
                self.hear("", inner.at("message"), In::Complaint);
            }
            let place = match *key {
                "data" | "meta" if place == In::Whole => In::Data,
                _ if is_one_of(key, NESTED) || place == In::Data && batch::is_refused(inner) => {
                    In::Complaint
                }
                _ => place,
            };
            self.hear(key, inner, place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Heard;
    use crate::exchange::Exchange;

    fn heard(url: &str, body: &str) -> Heard {
        Heard::of(
            &Exchange { url, status: Some(503), body: Some(body), ..Exchange::default() },
            true,
        )
    }

    #[test]
    fn words_are_heard_wherever_a_complaint_stands() {
        for body in [
            "The store is SUSPENDED",
            "\"suspended\"",
            r#"{"title":"suspended"}"#,
            r#"{"type":"suspended"}"#,
            r#"{"code":"store_suspended"}"#,
            r#"{"status":503,"whatever":"your store was suspended"}"#,
            r#"{"errors":{"store":"suspended"}}"#,
            r#"{"errors":["suspended"]}"#,
            r#"{"error":{"message":"\u0073uspended"}}"#,
            r#"[{"status":503,"message":"suspended"}]"#,
            r#"{"meta":{"message":"suspended"}}"#,
            r#"{"code":40010,"data":{"errMsg":"suspended"},"meta":{"message":""}}"#,
            r#"{"data":{"cart":{"errors":[{"message":"suspended"}]}}}"#,
            r#"{"data":[{"id":1},{"status":503,"reason":"suspended"}]}"#,
            r#"{"title":"cut","detail":"suspended"#,
            r#"{"title":1} suspended"#,
            "<html><head><title>suspended</title></head></html>",
            "<error><message>suspended</message></error>",
        ] {
            assert!(heard("", body).said.say("suspend"), "{body}");
        }
    }

    #[test]
    fn what_is_data_and_no_complaint_is_not_heard() {
        for body in [
            "",
            "{}",
            r#"{"data":{"name":"suspended ceiling lamp"},"title":"Busy"}"#,
            r#"{"data":[{"id":1,"description":"suspended"}],"errors":["Busy"]}"#,
            r#"{"sku":"suspended"}"#,
            "<html><script>var suspended = 1</script><p>Busy</p></html>",
        ] {
            assert!(!heard("", body).said.say("suspend"), "{body}");
        }
    }

    #[test]
    fn the_wait_is_heard_of_the_whole_and_of_a_complaint() {
        for (body, wait_ms) in [
            (r#"{"retry_after_seconds":30}"#, Some(30_000)),
            (r#"{"error":{"message":"x","retryAfter":"1.5"}}"#, Some(1_500)),
            (r#"{"retry_after_ms":20,"error":{"message":"x","retry_after":3}}"#, Some(20)),
            (r#"{"data":{"retry_after":30}}"#, None),
            (r#"{"retry_after":"soon"}"#, None),
            ("retry_after: 30", None),
        ] {
            assert_eq!(heard("", body).wait_ms, wait_ms, "{body}");
        }
    }

    #[test]
    fn a_batch_that_was_done_in_part_is_one_whatever_its_status() {
        let v3 = "https://api.bigcommerce.com/stores/abc123/v3/catalog/products";
        let admin = "https://api.bigcommerce.com/stores/abc123/graphql";
        for (url, body, is_partial) in [
            (v3, r#"{"data":[{"id":1}],"errors":[{"title":"x"}]}"#, true),
            (v3, r#"{"data":[{"id":1},{"status":422,"title":"x"}]}"#, true),
            (v3, r#"{"title":"x","meta":{"success":1,"failed":1}}"#, true),
            (v3, r#"{"data":[{"status":422,"title":"x"}]}"#, false),
            (v3, r#"{"data":[],"errors":[{"title":"x"}]}"#, false),
            (v3, r#"{"title":"x"}"#, false),
            (admin, r#"{"data":[{"id":1}],"errors":[{"message":"x"}]}"#, false),
        ] {
            assert_eq!(heard(url, body).is_partial, is_partial, "{body}");
        }
    }
}
