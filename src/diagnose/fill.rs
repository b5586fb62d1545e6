//! Fills the gaps of a row's texts with what this very exchange has.
//!
//! | gap             | for instance                              |
//! |-----------------|-------------------------------------------|
//! | `{method}`      | `POST`                                    |
//! | `{path}`        | `/stores/abc123/v3/carts`                 |
//! | `{host}`        | `api.bigcommerce.com`                     |
//! | `{port}`        | `8443`                                    |
//! | `{hash}`        | `store-abc123`                            |
//! | `{length}`      | the length of the URL                     |
//! | `{location}`    | where a redirect leads                    |
//! | `{placeholder}` | `{store_hash}`                            |
//! | `{route}`       | `/v3/carts`, as the table has it          |
//! | `{methods}`     | `GET, PUT, DELETE`                        |
//! | `{elsewhere}`   | `/v3/carts/{id}`, which takes the method  |
//! | `{similar}`     | `/v3/catalog/products`                    |
//! | `{successor}`   | what replaces a deprecated route          |
//! | `{scope}`       | `store_v2_products`                       |
//! | `{header}`      | `X-Auth_Token`, a misspelt name           |
//! | `{accept}`, `{content_type}`, `{origin}` | request headers        |
//! | `{fields}`      | the fields complained of, up to five      |
//! | `{limit}`       | the `limit` in the URL                    |
//! | `{most}`        | the largest `limit` of this route         |
//! | `{items}`       | how many items the request has            |
//! | `{batch}`       | how many it may have                      |
//! | `{at_once}`     | how many may run in parallel              |
//! | `{wait}`        | `4.2 s`                                   |
//! | `{left}`        | `0 of 150`                                |
//! | `{filter}`      | `id:in`, what a deletion is narrowed with |
//! | `{option}`      | `allow`, of our own Worker                |
//! | `{succeeded}`, `{failed}` | how a batch went                |
//! | `{id}`          | the request id                            |

use super::case::Case;
use crate::route;
use crate::text::{append, cut, push_number};

macro_rules! gaps {
    ($($gap:ident = $name:literal,)*) => {
        /// What a text of a row leaves open. Packed texts write its letter.
        #[derive(Clone, Copy)]
        enum Gap { $($gap,)* }

        impl Gap {
            const ALL: &[Gap] = &[$(Gap::$gap,)*];
            #[cfg(feature = "prose")]
            const NAMES: &[&str] = &[$($name,)*];
        }
    };
}

gaps! {
    Method = "method",
    Path = "path",
    Host = "host",
    Port = "port",
    Hash = "hash",
    Length = "length",
    Location = "location",
    Placeholder = "placeholder",
    Route = "route",
    Methods = "methods",
    Elsewhere = "elsewhere",
    Similar = "similar",
    Successor = "successor",
    Scope = "scope",
    Header = "header",
    Fields = "fields",
    Limit = "limit",
    Most = "most",
    Items = "items",
    Batch = "batch",
    AtOnce = "at_once",
    Wait = "wait",
    Left = "left",
    Succeeded = "succeeded",
    Failed = "failed",
    Id = "id",
    Accept = "accept",
    ContentType = "content_type",
    Origin = "origin",
    Filter = "filter",
    WorkersOption = "option",
}

/// The names of the gaps, in the order of their letters.
#[cfg(feature = "prose")]
pub(super) const NAMES: &[&str] = Gap::NAMES;

/// The letter of the first gap.
const FIRST: u8 = b'A';

/// The letter of a gap by its name, which begins at a place of a text.
#[cfg(feature = "prose")]
pub(super) const fn letter(text: &[u8], start: usize) -> u8 {
    let mut gap = 0;
    while gap < Gap::NAMES.len() {
        let name = Gap::NAMES[gap].as_bytes();
        let mut at = 0;
        while at < name.len() && text[start + at] == name[at] {
            at += 1;
        }
        if at == name.len() && text[start + at] == b'}' {
            return FIRST + gap as u8;
        }
        gap += 1;
    }
    panic!("a text of a row has a gap of an unknown name");
}

/// The first of the texts between the bars whose gaps can be filled.
pub(super) fn fill_any(case: &Case, templates: &str) -> Option<String> {
    let mut filled = None;
    crate::text::any(templates, &mut |template| {
        filled = fill(case, template);
        filled.is_some()
    });
    filled
}

/// A text with its gaps filled; `None` where one cannot be.
pub(super) fn fill(case: &Case, template: &str) -> Option<String> {
    let mut text = String::new();
    let mut rest = template;
    loop {
        let (before, after) = cut(rest, b'{');
        text.push_str(before);
        let Some(letter) = after.bytes().next() else { return Some(text) };
        let length = text.len();
        gap(case, *Gap::ALL.get(usize::from(letter - FIRST))?, &mut text);
        if text.len() == length {
            return None;
        }
        rest = after.get(1..).unwrap_or("");
    }
}

/// Writes what fills a gap; nothing where it cannot be filled.
fn gap(case: &Case, gap: Gap, out: &mut String) {
    let error = case.error;
    let items = &error.items;
    let known = |part| route::known_of(case.knowledge.known, part, &case.route.shape);
    let (mut text, mut number) = (None, None);
    match gap {
        Gap::Method => text = Some(case.exchange.method),
        Gap::Path => text = Some(case.url.path),
        Gap::Host => text = Some(case.url.host),
        Gap::Port => text = Some(case.url.port),
        Gap::Hash => text = case.hash(),
        Gap::Length => number = Some(case.exchange.url.len() as u64),
        Gap::Location => text = case.header("location"),
        Gap::Placeholder => text = case.placeholder,
        Gap::Route => text = Some(&case.route.shape),
        Gap::Methods => out.push_str(&route::names(case.route.methods)),
        Gap::Elsewhere => elsewhere(case, out),
        Gap::Similar => text = case.route.similar.as_deref(),
        Gap::Successor => text = known("replaced\n"),
        Gap::Scope => text = known("scope\n"),
        Gap::Header => text = case.misnamed,
        Gap::Fields => fields(items, out),
        Gap::Limit => number = case.limit(),
        Gap::Most => number = case.page(),
        Gap::Items => number = case.length(),
        Gap::Batch => number = case.batch,
        Gap::AtOnce => number = case.at_once,
        Gap::Wait => {
            if case.retry.delay_ms > 0 {
                out.push_str(&duration(case.retry.delay_ms));
            }
        }
        Gap::Left => {
            if let Some(left) = case.left() {
                push_number(out, left);
                if let Some(quota) = case.found.rate_limit.and_then(|limit| limit.quota) {
                    out.push_str(" of ");
                    number = Some(quota);
                }
            }
        }
        Gap::Succeeded => number = error.succeeded,
        Gap::Failed => {
            let failed = error.failed.unwrap_or(items.len() as u64);
            number = Some(failed).filter(|failed| *failed > 0);
        }
        Gap::Id => text = case.found.request_id,
        Gap::Accept => text = case.sent("accept"),
        Gap::ContentType => text = case.sent("content-type"),
        Gap::Origin => text = case.sent("origin"),
        Gap::Filter => text = Some(cut(case.deletion, b' ').1),
        Gap::WorkersOption => text = case.worker.map(|worker| worker.option),
    }
    if let Some(text) = text {
        out.push_str(&shortened(text));
    }
    if let Some(number) = number {
        push_number(out, number);
    }
}

/// A path beside this one that takes the method.
fn elsewhere(case: &Case, out: &mut String) {
    let route = &case.route;
    let takes = |methods: Option<&str>| {
        methods.is_some_and(|methods| route::takes(methods, case.exchange.method))
    };
    if takes(route.of_one) {
        append(out, &[&route.shape, "/{id}"]);
    } else if takes(route.of_all) {
        let slash = route.shape.bytes().rposition(|byte| byte == b'/').unwrap_or(0);
        out.push_str(route.shape.get(..slash).unwrap_or(""));
    }
}

/// The fields that the answer names, each once, and not too many.
fn fields(items: &[crate::body::ErrorItem], out: &mut String) {
    let mut names: Vec<&str> = Vec::new();
    for item in items {
        let Some(field) = item.field.as_deref() else { continue };
        if names.len() < 5 && !names.contains(&field) {
            append(out, &[if names.is_empty() { "" } else { "`, `" }, &shortened(field)]);
            names.push(field);
        }
    }
}

/// A duration as people say it: `320 ms`, `4.2 s`, `1 min 30 s`.
pub(crate) fn duration(ms: u64) -> String {
    let mut text = String::new();
    let tenths = ms.div_ceil(100);
    let seconds = ms.div_ceil(1000);
    let parts = match ms {
        0..1000 => [(ms, " ms"), (0, ""), (0, "")],
        1000..60_000 if !tenths.is_multiple_of(10) => {
            [(tenths / 10, "."), (tenths % 10, " s"), (0, "")]
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

/// A text of somebody else's in one line, cut where it would be too long to quote. Its
/// backticks become apostrophes, since in our texts they mark code.
pub(crate) fn shortened(text: &str) -> String {
    const LONGEST: usize = 160;
    let mut short = String::new();
    let mut length = 0;
    let mut blank = false;
    for c in text.trim_ascii().chars() {
        if length >= LONGEST {
            short.push('…');
            break;
        }
        if c == ' ' || is_unseen(c) {
            blank = true;
            continue;
        }
        if blank {
            short.push(' ');
            length += 1;
            blank = false;
        }
        length += 1;
        short.push(if c == '`' { '\'' } else { c });
    }
    short
}

/// A character that a terminal or an editor acts on instead of showing it.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{duration, shortened};

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
            assert_eq!(duration(ms), text);
        }
    }

    #[test]
    fn long_texts_are_cut_to_a_line() {
        assert_eq!(shortened(" a\n  b "), "a b");
        assert_eq!(shortened(&"x".repeat(200)).chars().count(), 161);
    }
}
