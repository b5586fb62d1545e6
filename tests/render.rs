//! A status in words.
#![cfg(feature = "explain")]

use bc_status::{Format, render_status, status, statuses};
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
  - API status codes: https://developer.bigcommerce.com/docs/start/about/status-codes
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

- [API status codes](https://developer.bigcommerce.com/docs/start/about/status-codes)
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
         <li><a href=\"https://developer.bigcommerce.com/docs/start/about/status-codes\">\
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
fn codes_without_a_name_say_so() {
    assert!(render_status(418, Format::Text).starts_with("418 (no registered name)\n"));
    assert!(render_status(0, Format::Text).starts_with("Not an HTTP status\n"));
}
