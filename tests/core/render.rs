//! A status and a diagnosis in words.

use bc_status::{
    Diagnosis, Exchange, Format, diagnose, render_diagnosis, render_status, status, statuses,
};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const FORMATS: [Format; 3] = [Format::Text, Format::Markdown, Format::Html];

#[test]
fn text_is_laid_out_for_a_terminal() {
    assert_eq!(
        render_status(415, Format::Text),
        "\
415 Unsupported Media Type
The `Content-Type` of the request is not supported, or missing.
Change the request, or what it is about, before you send it again.

Common causes
  - The `Content-Type` header is missing or names an unsupported type. The answer is plain text or HTML, and no JSON.

What to do
  - Send `Content-Type: application/json` with JSON in the body; for a file let the client set `multipart/form-data` itself.

Read on
  - API status codes: https://docs.bigcommerce.com/developer/api-reference/rest/overview
"
    );
}

#[test]
fn markdown_has_headings_lists_and_links() {
    assert_eq!(
        render_status(415, Format::Markdown),
        "\
## 415 Unsupported Media Type

The `Content-Type` of the request is not supported, or missing.

Change the request, or what it is about, before you send it again.

### Common causes

- The `Content-Type` header is missing or names an unsupported type. The answer is plain text or HTML, and no JSON.

### What to do

- Send `Content-Type: application/json` with JSON in the body; for a file let the client set `multipart/form-data` itself.

### Read on

- [API status codes](https://docs.bigcommerce.com/developer/api-reference/rest/overview)
"
    );
}

#[test]
fn html_is_escaped_and_plain() {
    assert_eq!(
        render_status(415, Format::Html),
        "<article class=\"bc-status\"><h2>415 Unsupported Media Type</h2>\
         <p>The <code>Content-Type</code> of the request is not supported, or missing.</p>\
         <p>Change the request, or what it is about, before you send it again.</p>\
         <h3>Common causes</h3><ul>\
         <li>The <code>Content-Type</code> header is missing or names an unsupported type. The answer is plain text or HTML, and no JSON.</li></ul>\
         <h3>What to do</h3><ul>\
         <li>Send <code>Content-Type: application/json</code> with JSON in the body; for a file let the client set <code>multipart/form-data</code> itself.</li></ul>\
         <h3>Read on</h3><ul>\
         <li><a href=\"https://docs.bigcommerce.com/developer/api-reference/rest/overview\">\
         API status codes</a></li></ul></article>"
    );
    for row in statuses() {
        let html = render_status(row.code, Format::Html);
        for forbidden in ["style=", "<script", "<style", "`"] {
            assert!(!html.contains(forbidden), "{}: {forbidden} in {html}", row.code);
        }
        assert_eq!(html.matches('<').count(), html.matches('>').count(), "{}", row.code);
    }
}

#[test]
fn every_code_can_be_rendered_and_loses_nothing() {
    for code in [0, 7, 99, 100, 300, 418, 600, 10_007, u16::MAX]
        .into_iter()
        .chain(statuses().iter().map(|row| row.code))
    {
        let row = status(code);
        for format in [Format::Text, Format::Markdown] {
            let text = render_status(code, format);
            let named = text.contains(&code.to_string()) || !(100..600).contains(&code);
            assert!(named, "{code} is not in {text:?}");
            for sentence in [row.causes, row.solutions, &[row.purpose]].concat() {
                assert!(text.contains(sentence), "{code}: {sentence:?} is not in {text:?}");
            }
        }
        for format in FORMATS {
            let text = render_status(code, format);
            for link in row.links {
                assert!(text.contains(link.url), "{code} {format:?}: {}", link.url);
            }
        }
    }
}

#[test]
fn a_body_that_says_nothing_has_no_heading() {
    for (body, says) in [("", false), ("{}", false), ("Slow down", true)] {
        let exchange = Exchange { status: Some(400), body: Some(body), ..Exchange::default() };
        let text = render_diagnosis(&diagnose(&exchange), Format::Text);
        assert_eq!(text.contains("What the body says"), says, "{text}");
    }
}

#[test]
fn codes_without_a_name_say_so() {
    assert!(render_status(418, Format::Text).starts_with("418 (no registered name)\n"));
    assert!(render_status(0, Format::Text).starts_with("Not an HTTP status\n"));
}

#[test]
fn a_diagnosis_is_laid_out_in_each_format() {
    let throttled = diagnose(&Exchange {
        url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/products",
        status: Some(429),
        headers: &[
            ("X-Rate-Limit-Time-Reset-Ms", "4200"),
            ("X-Rate-Limit-Requests-Left", "0"),
            ("X-Rate-Limit-Requests-Quota", "150"),
            ("X-Request-Id", "9f2c"),
        ],
        body: Some(r#"{"status":429,"title":"Slow down","errors":{"0.name":"Not now"}}"#),
        ..Exchange::default()
    });
    assert_eq!(
        render_diagnosis(&throttled, Format::Text),
        "\
429 Too Many Requests: throttled

The store's quota of requests is used up (certain)
The headers say that the quota refills in 4.2 s.
  - Wait 4.2 s: 0 of 150 left. The request has not run.
  - Send nothing else to this store meanwhile: all its apps share the quota. Watch `X-Rate-Limit-Requests-Left`.
Read on: https://docs.bigcommerce.com/developer/docs/overview/api-fundamentals/rate-limits (limit.quota)

What the body says
  - Slow down
  - index 0, `name`: Not now

Try again?
Yes, after 4.2 s. The quota refills after this wait; we assume that the request did not run.
Request id for BigCommerce's support: `9f2c`
"
    );
    assert_eq!(
        render_diagnosis(&throttled, Format::Markdown),
        "\
## 429 Too Many Requests: throttled

### The store's quota of requests is used up (certain)

The headers say that the quota refills in 4.2 s.

- Wait 4.2 s: 0 of 150 left. The request has not run.
- Send nothing else to this store meanwhile: all its apps share the quota. Watch `X-Rate-Limit-Requests-Left`.

Read on: [limit.quota](https://docs.bigcommerce.com/developer/docs/overview/api-fundamentals/rate-limits)

### What the body says

- Slow down
- index 0, `name`: Not now

### Try again?

Yes, after 4.2 s. The quota refills after this wait; we assume that the request did not run.

Request id for BigCommerce's support: `9f2c`
"
    );
    assert_eq!(
        render_diagnosis(&throttled, Format::Html),
        "<article class=\"bc-status\"><h2>429 Too Many Requests: throttled</h2>\
         <h3>The store's quota of requests is used up (certain)</h3>\
         <p>The headers say that the quota refills in 4.2 s.</p>\
         <ul><li>Wait 4.2 s: 0 of 150 left. The request has not run.</li>\
         <li>Send nothing else to this store meanwhile: all its apps share the quota. Watch <code>X-Rate-Limit-Requests-Left</code>.</li></ul>\
         <p>Read on: <a href=\"https://docs.bigcommerce.com/developer/docs/overview/api-fundamentals/rate-limits\">limit.quota</a></p>\
         <h3>What the body says</h3><ul><li>Slow down</li>\
         <li>index 0, <code>name</code>: Not now</li></ul>\
         <h3>Try again?</h3>\
         <p>Yes, after 4.2 s. The quota refills after this wait; we assume that the request did not run.</p>\
         <p>Request id for BigCommerce's support: <code>9f2c</code></p></article>"
    );
}

#[test]
fn parts_of_a_problem_are_shown_below_it() {
    let two = diagnose(&Exchange {
        method: "PUT",
        url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/products",
        status: Some(422),
        body: Some(
            r#"[{"status":409,"title":"One","errors":{"sku":"taken"}},{"title":"Two","errors":{"name":"long"}}]"#,
        ),
        ..Exchange::default()
    });
    let text = render_diagnosis(&two, Format::Text);
    let said = "The body names the status 409; the answer's own counts.\n  - One\n  - ↳ `sku`: taken\n  - Two\n  - ↳ `name`: long\n";
    assert!(text.contains(said), "{text}");
}

/// Texts that would do harm where they are not escaped.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "`<script>alert(1)</script>",
    "`` <script>alert(1)</script> `",
    "a ` b <b onclick=alert(1)> ` c ` <i>",
    "\\<script>alert(1)</script>",
    "\\`<script>alert(1)</script>\\`",
    "</article></li><style>*{display:none}</style>",
    "<!-- never closed",
    "&lt;script&gt; &#60;script&#62;",
    "[x](javascript:alert(1))",
    "\\[x\\](javascript:alert(1))",
    "![x](https://evil.example/pixel.png)",
    "`[x](javascript:alert(1))",
    "[x]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "**bold** [x][y]",
];

/// The ways in which a text of somebody else's comes into a diagnosis.
fn each_way(hostile: &str, check: &mut dyn FnMut(&Diagnosis)) {
    let escaped = hostile.replace('\\', "\\\\").replace('"', "\\\"");
    let problem = format!(
        r#"{{"status":422,"title":"{escaped}","detail":"and {escaped}","type":"{escaped}",
            "errors":{{"{escaped}":"{escaped}","name":"x {escaped}"}}}}"#
    );
    let url = format!("https://api.bigcommerce.com/stores/{hostile}/v3/carts?limit={hostile}");
    let sent =
        [("Content-Type", hostile), ("Accept", hostile), ("Origin", hostile), (hostile, "x")];
    let answered = [("Location", hostile), ("X-Request-Id", hostile)];
    for status in [207, 301, 400, 403, 404, 406, 415, 422] {
        for (url, body) in [
            (url.as_str(), hostile),
            (url.as_str(), &problem),
            ("https://shop.example/graphql", &problem),
        ] {
            for method in ["POST", hostile] {
                check(&diagnose(&Exchange {
                    method,
                    url,
                    status: Some(status),
                    headers: &answered,
                    body: Some(body),
                    request_headers: Some(&sent),
                    ..Exchange::default()
                }));
            }
        }
    }
}

/// The tags of a page, which quotes in attributes do not end.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).map(|part| part.split('>').next().unwrap_or("")).collect()
}

#[test]
fn html_lets_no_markup_through() {
    const OURS: [&str; 9] =
        ["article class=\"bc-status\"", "h2", "h3", "p", "ul", "li", "code", "a", "article"];
    for hostile in HOSTILE {
        each_way(hostile, &mut |diagnosis| {
            let html = render_diagnosis(diagnosis, Format::Html);
            for tag in tags(&html) {
                let is_link = tag.strip_prefix("a href=\"https://").is_some_and(|address| {
                    address.ends_with('"') && address.matches(['"', ' ', '\'']).count() == 1
                });
                let tag = tag.strip_prefix('/').unwrap_or(tag);
                assert!(is_link || OURS.contains(&tag), "<{tag}> of {hostile} in {html}");
            }
            let ends = html.matches("</").count();
            assert_eq!(html.matches('<').count(), 2 * ends, "{hostile}: {html}");
        });
    }
}

/// What of a Markdown text is no code: between backticks, and after a backslash,
/// nothing is markup. After CommonMark: a run of backticks is closed by the next of the
/// same length within the block; without one it is only text.
fn markup_of(line: &str) -> String {
    let bytes = line.as_bytes();
    let (mut at, mut live) = (0, String::new());
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at += 2,
            b'`' => {
                let run = |from: usize| bytes[from..].iter().take_while(|b| **b == b'`').count();
                let length = run(at);
                let mut end = at + length;
                while end < bytes.len() && run(end) != length {
                    end += run(end).max(1);
                }
                at = if end < bytes.len() { end + length } else { at + length };
            }
            byte => {
                live.push(char::from(byte));
                at += 1;
            }
        }
    }
    live
}

#[test]
fn markdown_lets_no_markup_through() {
    assert_eq!(
        markup_of(r"a \< `<b>` \\<i> ``<`` ` <u>"),
        "a     <i>     <u>".replace("     ", "   ").as_str()
    );
    for hostile in HOSTILE {
        each_way(hostile, &mut |diagnosis| {
            let text = render_diagnosis(diagnosis, Format::Markdown);
            for line in text.lines() {
                let live = markup_of(line);
                assert!(!live.contains('<'), "{hostile}: {live:?} of {line:?}");
                // Ours are the links to the documentation alone.
                let ours = line.starts_with("Read on: [")
                    && line.contains("](https://")
                    && line.contains("bigcommerce.com/") | line.contains("rfc-editor.org/");
                let is_link = live.contains("](") || live.contains("][") || live.contains("]:");
                assert!(ours || !is_link, "{hostile}: {live:?} of {line:?}");
            }
        });
    }
}

#[test]
fn control_characters_are_gone() {
    let hostile = "red \u{1b}[31mroom\u{1b}[0m \u{1b}]8;;https://evil.example\u{7}link \
                   \u{9b}2J bell\u{7} \
                   back\u{8}space \u{7f} \u{0} \u{85} \u{9d}0;title\u{9c} line\r\nbreak";
    each_way(hostile, &mut |diagnosis| {
        for format in FORMATS {
            let text = render_diagnosis(diagnosis, format);
            let odd = text.chars().find(|c| c.is_control() && *c != '\n');
            assert_eq!(odd, None, "{format:?}: {text:?}");
        }
    });
    let escaped = diagnose(&Exchange {
        status: Some(400),
        body: Some(r#"{"title":"red \u001b[31mroom\u009b2J","detail":"two\nlines\u2028more"}"#),
        ..Exchange::default()
    });
    let text = render_diagnosis(&escaped, Format::Text);
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
    assert!(text.contains("two lines"), "a complaint stays in its line: {text}");
}

#[test]
fn long_bodies_are_shortened() {
    let items: Vec<_> =
        (0..500).map(|at| format!("\"{at}\":\"No {}\"", "x ".repeat(200))).collect();
    let body =
        format!(r#"{{"title":"{}","errors":{{{}}}}}"#, "long ".repeat(5_000), items.join(","));
    let diagnosis = diagnose(&Exchange {
        method: "POST",
        status: Some(422),
        body: Some(&body),
        ..Exchange::default()
    });
    for format in FORMATS {
        let text = render_diagnosis(&diagnosis, format);
        assert!(text.len() < 10_000, "{format:?}: {} bytes", text.len());
        assert!(text.contains("… and "), "{format:?} says that there is more");
    }
}
