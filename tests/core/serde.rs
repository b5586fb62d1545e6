//! Exchanges and results in JSON, as the npm package writes them.

use bc_status::{
    Decision, Diagnosis, Exchange, Failure, FindingId, Outcome, OwnedExchange, Rule, Value,
    classify, decide, diagnose,
};
use serde_json::{from_str, json, to_string, to_value};

const V3: &str = "https://api.bigcommerce.com/stores/abc123/v3/catalog/products";

#[test]
fn an_exchange_is_read_with_headers_in_either_form() {
    let pairs: OwnedExchange = from_str(
        r#"{"status":429,"headers":[["Retry-After","3"]],"requestHeaders":{"accept":"a"}}"#,
    )
    .unwrap();
    let object: OwnedExchange = from_str(
        r#"{"status":429,"headers":{"Retry-After":"3"},"requestHeaders":[["accept","a"]]}"#,
    )
    .unwrap();
    assert_eq!(pairs, object);
    assert_eq!((pairs.method.as_str(), pairs.url.as_str()), ("GET", ""));
    let decision = pairs.lend(|it| decide(it, &Default::default(), &Default::default()));
    assert_eq!((decision.rule(), decision.delay_ms), (Rule::RetryAfter, 3_000));
    let lost: OwnedExchange = from_str(r#"{"failure":"timeout","requestHeaders":null}"#).unwrap();
    assert_eq!((lost.failure, lost.request_headers), (Some(Failure::Timeout), None));
}

#[test]
fn an_exchange_comes_back_as_it_was_written() {
    let exchange = Exchange {
        method: "PUT",
        url: V3,
        status: Some(422),
        headers: &[("a", "1"), ("a", "2")],
        body: Some("{}"),
        request_headers: Some(&[]),
        ..Exchange::default()
    };
    let read: OwnedExchange = from_str(&to_string(&exchange).unwrap()).unwrap();
    assert_eq!(read, OwnedExchange::from(&exchange));
    assert_eq!(from_str::<OwnedExchange>(&to_string(&read).unwrap()).unwrap(), read);
}

#[test]
fn a_diagnosis_has_the_members_of_the_package() {
    let diagnosis = diagnose(&Exchange {
        url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/products?limit=500",
        status: Some(422),
        body: Some(
            r#"{"status":422,"title":"The limit is too high","type":"x","errors":{"limit":"must be at most 250"}}"#,
        ),
        headers: &[("x-request-id", "r1"), ("x-rate-limit-requests-left", "7")],
        ..Exchange::default()
    });
    let written = to_value(&diagnosis).unwrap();
    let found = &written["classification"];
    assert_eq!(found["status"], 422);
    assert_eq!(found["outcome"], "rejected");
    assert_eq!(found["error"]["type"], "x");
    assert_eq!(found["error"]["retryAfterMs"], json!(null));
    assert_eq!(found["rateLimit"]["left"], 7);
    assert_eq!(found["requestId"], "r1");
    assert_eq!(written["findings"][0]["id"], diagnosis.findings[0].id.as_str());
    assert_eq!(written["retry"]["rule"], "not-retryable");
    assert_eq!(written["retry"]["reason"], diagnosis.retry.reason.name());
    let values = diagnosis.findings[0].values.iter();
    for (name, value) in values {
        let written = &written["findings"][0]["values"][name];
        match value {
            Value::Text(text) => assert_eq!(written, text),
            Value::Number(number) | Value::Duration(number) => assert_eq!(written, number),
            _ => assert!(written.is_array()),
        }
    }
    assert_eq!(from_str::<Diagnosis>(&to_string(&diagnosis).unwrap()).unwrap(), diagnosis);
}

#[test]
fn what_is_no_name_of_a_set_is_refused_by_name() {
    let refused = from_str::<Outcome>(r#""well""#).unwrap_err().to_string();
    assert!(refused.starts_with("`well` is no Outcome; these are: ok, "), "{refused}");
    assert!(from_str::<FindingId>(r#""limit.quote""#).is_err());
    let decision =
        r#"{"retry":true,"delayMs":1,"reason":"quota","mayHaveRun":false,"attemptsLeft":1}"#;
    assert!(from_str::<Decision>(decision).unwrap_err().to_string().contains("`quota` is no"));
}

#[test]
fn control_characters_of_a_body_are_escapes_in_json() {
    let error = classify(&Exchange {
        url: V3,
        status: Some(422),
        body: Some(r#"{"title":"a\u001b[2J\u0007\b\u0000b\\\"","detail":"two\nlines\ttab"}"#),
        ..Exchange::default()
    })
    .error
    .unwrap();
    let json = to_string(&error).unwrap();
    let title = r#""title":"a\u001b[2J\u0007\b\u0000b\\\"","detail":"two\nlines\ttab""#;
    assert!(json.contains(title), "{json}");
}
