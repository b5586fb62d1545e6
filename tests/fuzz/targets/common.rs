//! What the targets share: places to send a request to, and what must hold of every
//! answer, whatever it was.

use bc_status::{
    Diagnosis, Exchange, Format, Policy, State, classify, decide, diagnose, render_diagnosis,
};

/// Echoed by bodies and sent as `X-Auth-Token`: must turn up nowhere.
pub const TOKEN: &str = "q7x2m9vk4t8zb3n6w1ydh5rj0pgc2fs";

const STATUSES: &[u16] = &[
    400, 422, 200, 207, 401, 403, 404, 409, 429, 500, 503, 413, 415, 201, 202, 204, 301, 304, 405,
    406, 408, 423, 499, 501, 502, 504, 507, 509, 520, 0, 99, 600, 65535,
];

const PLACES: &[(&str, &str)] = &[
    (
        "GET",
        "https://api.bigcommerce.com/stores/abc123/v3/catalog/products?limit=10&include=variants",
    ),
    ("POST", "https://api.bigcommerce.com/stores/abc123/v2/orders"),
    ("POST", "https://store-abc123.mybigcommerce.com/graphql"),
    ("PUT", "https://api.bigcommerce.com/stores/abc123/v3/catalog/products"),
    ("POST", "https://login.bigcommerce.com/oauth2/token"),
    ("POST", "https://payments.bigcommerce.com/stores/abc123/payments"),
    ("GET", "https://api-b2b.bigcommerce.com/api/v3/io/companies"),
    ("POST", "https://api-b2b.bigcommerce.com/graphql"),
    ("PUT", "https://api.bigcommerce.com/stores/abc123/v3/inventory/adjustments/absolute"),
    ("POST", "https://api.bigcommerce.com/stores/abc123/graphql"),
    ("DELETE", "https://api.bigcommerce.com/stores/abc123/v3/customers?id:in=1,2"),
    ("POST", "https://shop.example/api/storefront/carts"),
    ("GET", ""),
];

const HTML_ALONE: &[&str] = &["h2", "h3", "p", "ul", "li", "code", "article"];

pub fn status(byte: u8) -> u16 {
    STATUSES[usize::from(byte) % STATUSES.len()]
}

pub fn place(byte: u8) -> (&'static str, &'static str) {
    PLACES[usize::from(byte) % PLACES.len()]
}

/// The first `N` bytes, and the rest as text.
pub fn split<const N: usize>(data: &[u8]) -> Option<([u8; N], String)> {
    let (first, rest) = data.split_first_chunk()?;
    Some((*first, String::from_utf8_lossy(rest).into_owned()))
}

/// Puts the token into a text, near the byte at so many 256ths of it: as it is, or
/// with what a reader of JSON, of HTML or of URLs undoes.
pub fn planted(text: &str, at: u8) -> String {
    let way = at % 8;
    let mut at = text.len() * usize::from(at) / 255;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let (first, rest) = TOKEN.split_at(1);
    let code = first.as_bytes()[0];
    let echo = match way {
        1 => format!("\\u{code:04x}{rest}"),
        2 => format!("&#{code};{rest}"),
        3 => TOKEN.bytes().map(|byte| format!("\\u{byte:04x}")).collect(),
        4 => TOKEN.bytes().map(|byte| format!("&#x{byte:x};")).collect(),
        5 => format!("%{code:02x}{rest}"),
        _ => TOKEN.to_string(),
    };
    [&text[..at], &echo, &text[at..]].concat()
}

/// `name: value` in each line.
pub fn headers(text: &str) -> Vec<(&str, &str)> {
    text.lines()
        .map(|line| line.split_once(':').map_or((line, ""), |(name, value)| (name, value.trim())))
        .collect()
}

/// Reads an exchange in every way there is, and checks what comes of it.
pub fn examine(exchange: &Exchange) {
    let diagnosis = diagnose(exchange);
    assert_eq!(diagnosis.classification, classify(exchange));
    assert_eq!(diagnosis.retry, decide(exchange, &State::default(), &Policy::default()));
    if let Some(error) = &diagnosis.classification.error {
        assert!(error.items.len() <= 1000, "too many items");
        assert!(error.items.iter().all(|item| !item.message.is_empty()), "an empty message");
    }
    let secret =
        exchange.request_headers.unwrap_or_default().iter().any(|(_, value)| *value == TOKEN);
    let texts = shown(&diagnosis);
    for text in &texts {
        assert!(!secret || !text.contains(TOKEN), "the token is shown: {text}");
    }
}

fn shown(diagnosis: &Diagnosis) -> Vec<String> {
    let mut texts = vec![format!("{diagnosis:?}")];
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let text = render_diagnosis(diagnosis, format);
        assert!(!text.is_empty());
        check_rendered(&text, format);
        texts.push(text);
    }
    texts
}

/// Text fit to be shown: no control characters, and HTML of ours alone.
fn check_rendered(text: &str, format: Format) {
    assert!(!text.chars().any(|c| c < ' ' && c != '\n'), "a control character: {text:?}");
    if format == Format::Html {
        assert!(!text.to_ascii_lowercase().contains("<script"), "a script: {text}");
        assert_eq!(text.matches("<article").count(), 1);
        assert_eq!(text.matches("</article>").count(), 1);
        check_html(text);
    }
}

/// Every tag is one that the renderer writes, and is closed in its turn.
fn check_html(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        assert!(!rest[..at].contains('>'), "a stray >: {html}");
        rest = &rest[at + 1..];
        let end = if rest.starts_with("a href=\"") {
            rest.find("\">").expect("an end of the address") + 1
        } else {
            rest.find('>').expect("an end of the tag")
        };
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{html}");
        } else if let Some(url) = tag.strip_prefix("a href=\"") {
            assert!(url.starts_with("https://"), "{html}");
            assert!(!url[..url.len() - 1].contains(['"', '<', '>']), "{html}");
            open.push("a");
        } else if tag == "article class=\"bc-status\"" {
            open.push("article");
        } else {
            assert!(HTML_ALONE.contains(&tag), "an unknown tag {tag}: {html}");
            open.push(tag);
        }
    }
    assert!(open.is_empty() && !rest.contains('>'), "{html}");
}
