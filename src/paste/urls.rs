//! URLs in prose: where they begin and end, and which of them was asked.

use crate::route::{Api, api};
use crate::text::{Search, at_most, has, same_name};

/// A URL with its scheme, from where it begins to where it ends.
pub(super) fn url_in(line: &str) -> Option<(usize, &str)> {
    let mut from = 0;
    while let Some(found) = line.get(from..)?.at("://") {
        let at = from + found;
        let scheme = ["https", "http"].into_iter().find(|scheme| {
            line.get(..at).is_some_and(|before| {
                let start = before.len().saturating_sub(scheme.len());
                before.get(start..).is_some_and(|end| same_name(end, scheme))
            })
        });
        if let Some(scheme) = scheme {
            let start = at - scheme.len();
            let rest = line.get(start..)?;
            let url = rest.get(..url_end(rest)).unwrap_or(rest);
            if url.len() > scheme.len() + 3
                && (!is_referred(line.get(..start)?) || api(url) != Api::Unknown)
            {
                return Some((start, url));
            }
        }
        from = at + 3;
    }
    None
}

/// Whether what stands before a URL says that it is one to read on at, or a picture's.
fn is_referred(before: &str) -> bool {
    const READ: [&str; 6] = ["Read more:", "Learn more:", "More info:", "more at", "See", "see"];
    let text = before.trim_end_matches([' ', '(', '<']);
    let picture = before.strip_suffix("](").unwrap_or("");
    let is_picture =
        picture.last_at("![").is_some_and(|at| !picture.get(at..).unwrap_or("").says("]"));
    is_picture || READ.into_iter().any(|words| text.ends_with(words))
}

/// Where a URL ends that begins a text: before what quotes, brackets and sentences put behind it.
pub(super) fn url_end(text: &str) -> usize {
    let is_end = |it: char| {
        it.is_whitespace()
            || it >= '\u{2e80}'
            || matches!(it, '"' | '\'' | '`' | '<' | '>' | '\\' | '|' | '^' | '│')
    };
    let mut end = text.find(is_end).unwrap_or(text.len());
    // `GET,https://…,Vector(…)`: what an object holds is parted by commas, too.
    let at = text.at(",").unwrap_or(end);
    if text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_uppercase) {
        end = end.min(at);
    }
    // A variable that nobody filled in may hold blanks and quotes.
    if let Some(at) = text.get(..end).and_then(|url| url.last_at("${"))
        && !text.get(at..end).unwrap_or("").contains('}')
        && let Some(length) = text.get(at..).and_then(|rest| at_most(rest, 80).find('}'))
    {
        end = at + length + 1;
        let rest = text.get(end..).unwrap_or("");
        end += rest.find(is_end).unwrap_or(rest.len());
    }
    loop {
        let url = text.get(..end).unwrap_or("");
        let Some(last) = url.chars().next_back() else { return end };
        let unpaired =
            |open, close| last == close && url.matches(open).count() < url.matches(close).count();
        let is_outside = matches!(last, '.' | ',' | ';' | ':' | '!' | '?')
            || unpaired('(', ')')
            || unpaired('[', ']')
            || unpaired('{', '}');
        if !is_outside {
            return end;
        }
        end -= last.len_utf8();
    }
}

/// The first URL of a line that is not one of documentation.
pub(super) fn likely_url_in(line: &str) -> Option<(usize, &str)> {
    const OTHERS: &str = "developer.bigcommerce.com|docs.bigcommerce.com|support.bigcommerce.com|curl.se|curl.haxx.se|nodejs.org|github.com|stackoverflow.com|mozilla.org|python.org|docs.rs|npmjs.com|://aka.ms|logging.apache.org|slf4j.org|learn.microsoft.com";
    let mut from = 0;
    loop {
        let (at, url) = url_in(line.get(from..)?)?;
        let end = from + at + url.len();
        // PHP cuts the arguments of calls off: `'https://store-a...'` names no host.
        let is_cut =
            line.get(end..).is_some_and(|rest| rest.starts_with("...") || rest.starts_with('…'));
        if !(has(url, OTHERS) || is_cut && is_bare(url)) {
            return Some((from + at, url));
        }
        from = end;
    }
}

/// Whether a URL has no path.
pub(super) fn is_bare(url: &str) -> bool {
    let host = url.at("://").and_then(|at| url.get(at + 3..)).unwrap_or("");
    host.split_once('/').is_none_or(|(_, path)| path.is_empty())
}

/// A path of BigCommerce's API, where nobody says the host.
pub(super) fn path_in(line: &str) -> Option<&str> {
    // Apache's log of errors.
    if let Some((_, path)) = line.parted("from remote server returned by ") {
        return path.get(..url_end(path)).filter(|path| path.starts_with('/'));
    }
    let at = ["/stores/", "/api/v2/", "/api/storefront/", "/v3/", "/v2/"]
        .into_iter()
        .filter_map(|front| line.at(front))
        .min()?;
    let is_own = line
        .get(..at)?
        .chars()
        .next_back()
        .is_none_or(|it| it.is_whitespace() || matches!(it, '"' | '\'' | '`' | '('));
    let path = line.get(at..)?;
    is_own.then(|| path.get(..url_end(path)).unwrap_or(path).trim_end_matches('?'))
}
