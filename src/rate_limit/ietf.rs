//! The IETF's `RateLimit` fields: draft 11 of draft-ietf-httpapi-ratelimit-headers, and what came
//! before it. BigCommerce sends none of them; networks and Workers before it do.

use super::{LONGEST_VALUE, LONGEST_WINDOW_MS, RateLimit};
use crate::exchange::Exchange;
use crate::headers::name;
use crate::text::{cut, whole};

pub const NAMES: [&str; 5] = [
    name::RATELIMIT,
    name::RATELIMIT_POLICY,
    name::RATELIMIT_LIMIT,
    name::RATELIMIT_REMAINING,
    name::RATELIMIT_RESET,
];

/// Adds what the fields say, where there is nothing of BigCommerce's own.
pub fn read(exchange: &Exchange, limit: &mut RateLimit) {
    let RateLimit { window_ms, reset_ms, quota, left, retry_after_ms } = *limit;
    if window_ms.or(reset_ms).or(quota).or(left).is_some() {
        return;
    }
    let first = |name| {
        let value = exchange.header_values(name).next().unwrap_or("");
        if value.len() > LONGEST_VALUE { "" } else { value.trim_ascii() }
    };
    let (mut policy, mut reset, mut window) = ("", None, None);
    // Of several the one with the least left, and of those the one that lasts.
    if let Some(item) = item(first(name::RATELIMIT), b'r', b't', "") {
        (policy, limit.left, reset) = (item.name, Some(item.count), item.seconds);
    }
    if let Some(item) = item(first(name::RATELIMIT_POLICY), b'q', b'w', policy) {
        (limit.quota, window) = (Some(item.count), item.seconds);
    }
    if limit.left.or(limit.quota).is_none() {
        limit.left = whole(first(name::RATELIMIT_REMAINING));
        reset = whole(first(name::RATELIMIT_RESET));
        // `100, 100;w=60`
        limit.quota = whole(cut(cut(first(name::RATELIMIT_LIMIT), b',').0, b';').0);
    }
    let ms = |seconds: Option<u64>| {
        seconds.map(|seconds| seconds.saturating_mul(1000)).filter(|ms| *ms <= LONGEST_WINDOW_MS)
    };
    limit.reset_ms = ms(reset).filter(|_| retry_after_ms.is_none());
    limit.window_ms = ms(window);
}

/// An item of a field: `"default";r=12;t=4`.
struct Item<'a> {
    name: &'a str,
    count: u64,
    seconds: Option<u64>,
}

/// The item of a field with the smallest count, of those with a name where one is given; `None`
/// where the field is malformed. An item has to have a count.
fn item<'a>(field: &'a str, count: u8, seconds: u8, named: &str) -> Option<Item<'a>> {
    let mut best: Option<Item> = None;
    let mut rest = field;
    while !rest.is_empty() {
        let (name, after) = cut(rest.trim_ascii_start().strip_prefix('"')?, b'"');
        let (parameters, others) = cut(after, b',');
        rest = others;
        let (before, mut parameters) = cut(parameters, b';');
        if !before.trim_ascii().is_empty() {
            return None;
        }
        let (mut given, mut lasts, mut counts) = (None, None, true);
        while !parameters.is_empty() {
            let (parameter, others) = cut(parameters, b';');
            parameters = others;
            let (key, value) = cut(parameter.trim_ascii(), b'=');
            match *key.as_bytes() {
                [key] if key == count => given = Some(whole(value)?),
                [key] if key == seconds => lasts = Some(whole(value)?),
                // Of another unit than requests.
                [b'q', b'u'] => counts = value == "\"requests\"",
                _ => {}
            }
        }
        let item = Item { name, count: given?, seconds: lasts };
        let is_better = best.as_ref().is_none_or(|best| {
            item.count < best.count || item.count == best.count && item.seconds > best.seconds
        });
        if counts && is_better && (named.is_empty() || name == named) {
            best = Some(item);
        }
    }
    best
}
