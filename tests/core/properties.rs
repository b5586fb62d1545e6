//! What holds of whatever a network brings: nothing panics, nothing secret comes out,
//! nothing that was said is lost.

use bc_status::{
    Diagnosis, Exchange, Failure, Format, Outcome, Policy, Profile, State, classify, decide,
    diagnose, render_diagnosis,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

const FORMATS: [Format; 3] = [Format::Text, Format::Markdown, Format::Html];

const SENTENCE: &str = "[A-Z][a-z]{2,8}( [a-z]{3,8}){1,4}";

/// Bodies as they come, one of each kind.
const SHAPES: [&str; 16] = [
    r#"[{"status":400,"message":"The field 'x' is wrong.","details":{"why":"It is"}}]"#,
    r#"{"status":422,"title":"Bad input","type":"https://docs.example/422",
        "errors":{"name":"error.path.missing","0.variants.1.sku":"Taken"}}"#,
    r#"{"status":400,"title":"Bad input","detail":"A bracket is open"}"#,
    r#"{"data":[{"id":1}],"errors":[{"status":422,"title":"No","errors":{"1":"Taken"}}],
        "meta":{"total":2,"success":1,"failed":1}}"#,
    r#"{"batch_errors":[{"data":{"sku":"A"},"field_errors":{"price":"Not above 0"}}]}"#,
    r#"{"data":[{"order_id":1,"status":503,"error":"Tax is away"}],"meta":{}}"#,
    r#"{"error":{"code":"SERVICE_DEGRADED","message":"Later","retry_after_seconds":30}}"#,
    r#"{"error":"invalid_grant","error_description":"It was used"}"#,
    r#"{"data":{"cart":null},"errors":[{"message":"No cart","path":["cart",0],
        "extensions":{"code":"NONE"}}]}"#,
    r#"{"data":{"cart":{"addItem":{"errors":[{"__typename":"E","message":"None left"}]}}}}"#,
    r#"{"code":40013,"data":{"errMsg":[{},{"email":["Taken"]}]},"meta":{"message":"Wrong input"}}"#,
    r#"{"data":{"status":"FAILED","errors":[{"code":"T-1","message":"No template"}]}}"#,
    r#"<!DOCTYPE html><html><head><title>Error</title></head><body>
        <h1 class="a>b">It&#39;s &amp; broken</h1><!-- x --><script>if (a<b) {}</script></body></html>"#,
    r#"<?xml version="1.0"?><errors><error><status>401</status>
        <message><![CDATA[No <access>]]></message></error></errors>"#,
    "The route is not found, check the URL",
    "{name: 'x', \"a\": [1, 2,], \"e\": \"\\ud83d\\ude00\\u00e9\\uzzzz\"} and more",
];

const URLS: [&str; 12] = [
    "https://api.bigcommerce.com/stores/abc123/v3/catalog/products?limit=999&include=images",
    "https://api.bigcommerce.com/stores/abc123/v3/carts/1-2-3",
    "https://api.bigcommerce.com/stores/{store_hash}/v2/orders/",
    "https://api.bigcommerce.com/stores/abc123/graphql",
    "https://api.bigcommerce.com/accounts/7/graphql",
    "https://shop.example/graphql",
    "https://store-abc123.mybigcommerce.com/api/storefront/carts",
    "https://payments.bigcommerce.com/stores/abc123/payments",
    "https://login.bigcommerce.com/oauth2/token",
    "https://api-b2b.bigcommerce.com/api/v3/io/companies",
    "http://user:password@[::1]:8080//stores/abc123//v3/x",
    "https://shop.example/login/token/eyJ.x.y",
];

const ANSWERED: [&str; 12] = [
    "X-Rate-Limit-Time-Reset-Ms",
    "X-Rate-Limit-Time-Window-Ms",
    "X-Rate-Limit-Requests-Left",
    "X-Rate-Limit-Requests-Quota",
    "X-Retry-After",
    "Retry-After",
    "Date",
    "X-Requests-Allocated",
    "X-Request-Id",
    "Content-Type",
    "Location",
    "cf-mitigated",
];

const SENT: [&str; 8] = [
    "X-Auth-Token",
    "Authorization",
    "Accept",
    "Content-Type",
    "Origin",
    "X-Store-Hash",
    "x_auth_token",
    "Cookie",
];

/// Keys and words that mean something to the readers.
const WORDS: [&str; 30] = [
    "errors",
    "error",
    "data",
    "meta",
    "status",
    "title",
    "message",
    "detail",
    "details",
    "type",
    "code",
    "errMsg",
    "batch_errors",
    "field_errors",
    "extensions",
    "path",
    "__typename",
    "retry_after_seconds",
    "failed",
    "success",
    "0",
    "0.variants.0.sku",
    "",
    "$",
    "error.path.missing",
    "FAILED",
    "already exists",
    "too many concurrent requests",
    "token=",
    "Bearer ",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(&WORDS[..]).prop_map(String::from),
        2 => "[ -~]{0,24}",
        1 => "\\PC{0,16}",
        1 => any::<String>(),
        1 => "[\\[\\]{}()<>\"'`\\\\&;#:/|*%=\u{0}\u{1b}\u{7f}\u{9b}\u{feff}é😀]{0,24}",
    ]
}

/// A tree of JSON, with the keys that the readers look for.
fn tree() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        (0u16..700).prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        text().prop_map(Into::into),
    ];
    leaf.prop_recursive(8, 128, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Into::into),
            btree_map(text(), inner, 0..6)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}

/// A real shape with a part cut out and another put in its place.
fn mutated() -> impl Strategy<Value = String> {
    (select(&SHAPES[..]), any::<Index>(), any::<Index>(), text()).prop_map(
        |(shape, one, other, text)| {
            let place = |index: Index| {
                let mut at = index.index(shape.len() + 1);
                while !shape.is_char_boundary(at) {
                    at -= 1;
                }
                at
            };
            let (from, to) = (place(one).min(place(other)), place(one).max(place(other)));
            format!("{}{text}{}", &shape[..from], &shape[to..])
        },
    )
}

/// What no reader may trust to end.
fn nested() -> impl Strategy<Value = String> {
    let parts = [
        "[",
        "{\"a\":",
        "{\"errors\":[",
        "{\"errors\":{",
        "<p>",
        "<a b=\"",
        "<!--",
        "&",
        "\\",
        "[{\"message\":\"x y\",\"details\":[",
    ];
    (select(parts.to_vec()), 0usize..400, text(), any::<bool>()).prop_map(
        |(part, depth, inner, closes)| {
            let mut body = part.repeat(depth);
            body.push_str(&inner);
            if closes {
                let close = |c| match c {
                    '[' => Some(']'),
                    '{' => Some('}'),
                    _ => None,
                };
                let ends: String = body.chars().rev().filter_map(close).collect();
                body.push_str(&ends);
            }
            body
        },
    )
}

fn body() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => text(),
        4 => tree().prop_map(|tree| tree.to_string()),
        4 => mutated(),
        // Cut off.
        2 => (select(&SHAPES[..]), any::<Index>()).prop_map(|(shape, at)| {
            String::from_utf8_lossy(&shape.as_bytes()[..at.index(shape.len())]).into_owned()
        }),
        1 => nested(),
        // Bytes that are no text.
        1 => vec(any::<u8>(), 0..64).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
    ]
}

fn url() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(&URLS[..]).prop_map(String::from),
        3 => (select(&URLS[..]), text()).prop_map(|(url, more)| format!("{url}{more}")),
        1 => (text(), text()).prop_map(|(host, path)| format!("https://{host}/{path}")),
        1 => text(),
    ]
}

fn headers(names: &'static [&'static str]) -> impl Strategy<Value = Vec<(String, String)>> {
    let name = prop_oneof![4 => select(names).prop_map(String::from), 1 => text()];
    let value = prop_oneof![
        2 => "[0-9]{0,20}",
        1 => "[0-9]{1,6}(\\.[0-9]{1,6})? ?(s|ms|times|times/60 s)?",
        1 => Just("Sun, 06 Nov 1994 08:49:37 GMT".to_string()),
        1 => Just("application/json".to_string()),
        2 => text(),
    ];
    vec((name, value), 0..6)
}

/// An exchange that owns what it holds.
#[derive(Clone, Debug)]
struct Owned {
    method: String,
    url: String,
    status: Option<u16>,
    headers: Vec<(String, String)>,
    body: Option<String>,
    request_headers: Option<Vec<(String, String)>>,
    request_body: Option<String>,
    failure: Option<Failure>,
    in_browser: bool,
    unsent: bool,
}

fn status() -> impl Strategy<Value = Option<u16>> {
    let known = [
        200, 202, 204, 207, 301, 304, 400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 423, 429,
        499, 500, 501, 502, 503, 504, 507, 509,
    ];
    prop_oneof![
        6 => select(known.to_vec()).prop_map(Some),
        2 => (100u16..600).prop_map(Some),
        1 => any::<u16>().prop_map(Some),
        1 => Just(None),
    ]
}

fn exchange() -> impl Strategy<Value = Owned> {
    let methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "get", "Post"];
    let method = prop_oneof![6 => select(methods.to_vec()).prop_map(String::from), 1 => text()];
    let failures = [None, Some(Failure::Network), Some(Failure::Timeout), Some(Failure::Aborted)];
    (
        (method, url(), status(), headers(&ANSWERED)),
        (option::weighted(0.9, body()), option::of(headers(&SENT)), option::of(body())),
        (select(failures.to_vec()), any::<bool>(), any::<bool>()),
    )
        .prop_map(
            |((method, url, status, headers), (body, request_headers, request_body), rest)| {
                let (failure, in_browser, unsent) = rest;
                let failure = failure.filter(|_| status.is_none());
                Owned {
                    method,
                    url,
                    status,
                    headers,
                    body,
                    request_headers,
                    request_body,
                    failure,
                    in_browser,
                    unsent,
                }
            },
        )
}

fn borrowed(headers: &[(String, String)]) -> Vec<(&str, &str)> {
    headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

impl Owned {
    fn with<T>(&self, look: impl FnOnce(&Exchange) -> T) -> T {
        let headers = borrowed(&self.headers);
        let request_headers = self.request_headers.as_deref().map(borrowed);
        look(&Exchange {
            method: &self.method,
            url: &self.url,
            status: self.status,
            headers: &headers,
            headers_known: true,
            body: self.body.as_deref(),
            request_headers: request_headers.as_deref(),
            request_body: self.request_body.as_deref(),
            failure: self.failure,
            in_browser: self.in_browser,
            unsent: self.unsent,
            permanent: self.unsent,
        })
    }
}

fn json_of(diagnosis: &Diagnosis) -> String {
    serde_json::to_string(diagnosis).unwrap()
}

/// All that ever leaves the crate of a diagnosis.
fn outputs(diagnosis: &Diagnosis) -> Vec<String> {
    let mut outputs = vec![format!("{diagnosis:?}"), json_of(diagnosis)];
    outputs.extend(FORMATS.map(|format| render_diagnosis(diagnosis, format)));
    outputs
}

proptest! {
    #![proptest_config(crate::tries(1_500))]

    #[test]
    fn whatever_comes_is_diagnosed(owned in exchange()) {
        owned.with(|exchange| {
            let diagnosis = diagnose(exchange);
            let found = &diagnosis.classification;
            prop_assert_eq!(found, &classify(exchange));
            prop_assert_eq!(
                diagnosis.retry,
                decide(exchange, &State::default(), &Policy::default())
            );
            let needs_none = matches!(found.outcome, Outcome::Ok | Outcome::NotModified);
            prop_assert!(needs_none || !diagnosis.findings.is_empty());
            prop_assert!(diagnosis.findings.len() <= 5);
            for finding in &diagnosis.findings {
                prop_assert!(!finding.title.is_empty() && !finding.evidence.is_empty());
                prop_assert!(!finding.solutions.is_empty(), "{:?}", finding);
            }
            if let Some(error) = &found.error {
                prop_assert!(error.items.len() <= 1_000);
                let statuses = error.items.iter().filter_map(|item| item.status);
                for status in statuses.chain(error.status) {
                    prop_assert!((100..600).contains(&status), "{}", status);
                }
                prop_assert!(error.items.iter().all(|item| !item.message.is_empty()));
                for text in [&error.title, &error.detail, &error.kind, &error.code, &error.note] {
                    prop_assert_ne!(text.as_deref(), Some(""));
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn decisions_keep_to_the_policy(
        owned in exchange(),
        attempt in 0u32..12,
        elapsed_ms in 0u64..20_000,
        random in option::of(0.0..1.0),
        max_delay_ms in option::of(0u64..100_000),
    ) {
        owned.with(|exchange| {
            for profile in [Profile::Interactive, Profile::Background] {
                let policy = Policy { profile, max_delay_ms, ..Policy::default() };
                let state = State { attempt, elapsed_ms, random };
                let decision = decide(exchange, &state, &policy);
                let interactive = profile == Profile::Interactive;
                prop_assert!(!decision.retry || decision.attempts_left > 0);
                let fits = max_delay_ms.is_none_or(|most| decision.delay_ms <= most);
                prop_assert!(!decision.retry || fits);
                prop_assert!(
                    !(decision.retry && interactive) || elapsed_ms + decision.delay_ms <= 10_000
                );
                let may_read = exchange.method.eq_ignore_ascii_case("POST")
                    && exchange.url.contains("/graphql");
                let harmless = exchange.method_is_repeatable() || may_read;
                prop_assert!(!decision.retry || !decision.may_have_run || harmless);
            }
            Ok(())
        })?;
    }

    #[test]
    fn json_is_read_back_as_it_was_written(owned in exchange()) {
        owned.with(|exchange| {
            let diagnosis = diagnose(exchange);
            let written = json_of(&diagnosis);
            let read: Diagnosis = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(&read, &diagnosis);
            let json: serde_json::Value = serde_json::from_str(&written).unwrap();
            let found = &json["classification"];
            prop_assert_eq!(&found["outcome"], diagnosis.classification.outcome.name());
            prop_assert_eq!(&json["retry"]["rule"], diagnosis.retry.rule().name());
            let findings = json["findings"].as_array().map_or(0, Vec::len);
            prop_assert_eq!(findings, diagnosis.findings.len());
            for (written, finding) in
                json["findings"].as_array().into_iter().flatten().zip(&diagnosis.findings)
            {
                prop_assert_eq!(&written["id"], finding.id.as_str());
                prop_assert_eq!(
                    written["solutions"].as_array().map(Vec::len),
                    Some(finding.solutions.len())
                );
            }
            if let Some(error) = &diagnosis.classification.error {
                let items = found["error"]["items"].as_array().map(Vec::len);
                prop_assert_eq!(items, Some(error.items.len()));
            }
            Ok(())
        })?;
    }

    #[test]
    fn html_has_no_tags_but_ours(owned in exchange()) {
        owned.with(|exchange| {
            let html = render_diagnosis(&diagnose(exchange), Format::Html);
            for part in html.split('<').skip(1) {
                let tag = part.split('>').next().unwrap_or("");
                let name = tag.trim_start_matches('/');
                let ours = ["article", "h2", "h3", "p", "ul", "li", "code", "a"];
                let is_ours = ours.contains(&name) || name == "article class=\"bc-status\"";
                let is_link = name.starts_with("a href=\"https://");
                let is_whole = name.matches('"').count() == 2;
                prop_assert!(is_ours || is_link && is_whole, "<{}>", tag);
            }
            Ok(())
        })?;
    }

    #[test]
    fn texts_have_no_control_characters(owned in exchange()) {
        owned.with(|exchange| {
            let diagnosis = diagnose(exchange);
            for format in FORMATS {
                let text = render_diagnosis(&diagnosis, format);
                let odd = text.chars().find(|c| c.is_control() && *c != '\n');
                prop_assert_eq!(odd, None, "{:?}", text);
            }
            Ok(())
        })?;
    }

    /// The credentials of a request are in nothing that is shown, wherever they are echoed.
    #[test]
    fn secrets_stay_secret(
        mut owned in exchange(),
        token in prop_oneof![
            // As BigCommerce makes them, as others do, and short words.
            "[a-z0-9]{31}",
            "[A-Za-z0-9_-]{12,80}",
            "[g-z]{8,12}",
        ],
        header in select(vec!["X-Auth-Token", "x-auth-token", "Authorization", "Cookie"]),
        echoes in vec((any::<Index>(), 0u8..5), 1..5),
    ) {
        // Of texts that the crate itself writes, a token is no part.
        prop_assume!(token.chars().collect::<std::collections::BTreeSet<_>>().len() > 4);
        let value = match header {
            "Authorization" => format!("Bearer {token}"),
            "Cookie" => format!("SHOP_SESSION={token}; a=b"),
            _ => token.clone(),
        };
        owned.request_headers.get_or_insert_default().push((header.into(), value));
        for (at, place) in echoes {
            let text = match place {
                0 => &mut owned.url,
                1 => owned.request_body.get_or_insert_default(),
                _ => owned.body.get_or_insert_default(),
            };
            let mut at = at.index(text.len() + 1);
            // Behind a backslash the first letters would be part of an escape, as in `\u001b`.
            let may_be_escape = |at: usize| text.bytes().take(at).rev().take(5).any(|it| it == b'\\');
            while !text.is_char_boundary(at) || may_be_escape(at) {
                at -= 1;
            }
            text.insert_str(at, &token);
        }
        owned.with(|exchange| {
            for output in outputs(&diagnose(exchange)) {
                prop_assert!(!output.contains(&token), "{} is in {}", token, output);
            }
            Ok(())
        })?;
    }

    /// Each message of a problem comes back, at the place its key names.
    #[test]
    fn no_complaint_is_lost(
        errors in btree_map("[a-z]{4,9}(\\.[a-z]{4,9})?", SENTENCE, 1..40),
        title in SENTENCE,
        status in select(vec![400u16, 409, 422, 500]),
        at_index in option::of(0u64..500),
    ) {
        let key = |field: &str| match at_index {
            Some(index) => format!("{index}.{field}"),
            None => field.to_string(),
        };
        let problem: serde_json::Map<_, _> =
            errors.iter().map(|(field, text)| (key(field), text.clone().into())).collect();
        let body = serde_json::json!({ "status": status, "title": title, "errors": problem });
        let body = body.to_string();
        let exchange = Exchange {
            method: "PUT",
            url: URLS[0],
            status: Some(status),
            body: Some(&body),
            ..Exchange::default()
        };
        let error = classify(&exchange).error.unwrap_or_default();
        prop_assert_eq!(error.title.as_deref(), Some(title.as_str()));
        prop_assert_eq!(error.items.len(), errors.len());
        for (item, (field, message)) in error.items.iter().zip(&errors) {
            prop_assert_eq!(&item.message, message);
            prop_assert_eq!(item.field.as_deref(), Some(field.as_str()));
            prop_assert_eq!(item.index, at_index);
        }
    }

    /// Cut anywhere, a body still says what stood before the cut.
    #[test]
    fn a_cut_body_keeps_its_beginning(cut in any::<Index>()) {
        let start = r#"{"status":422,"title":"A whole sentence",
            "errors":{"name":"Too long","#;
        let end = r#""sku":"Taken","weight":"Too light"}}"#;
        let body = format!("{start}{}", &end[..cut.index(end.len())]);
        let exchange = Exchange { status: Some(422), body: Some(&body), ..Exchange::default() };
        let error = classify(&exchange).error.unwrap_or_default();
        prop_assert_eq!(error.title.as_deref(), Some("A whole sentence"));
        prop_assert_eq!(error.items.first().map(|item| item.message.as_str()), Some("Too long"));
        prop_assert_eq!(error.note.as_deref(), Some("The body ends in the middle."));
    }
}
