//! Headers to numbers: every timing and quota header BigCommerce sends, with
//! its unit. No other module knows a header's format.
//!
//! | header                              | unit                | read as                  |
//! |-------------------------------------|---------------------|--------------------------|
//! | `X-Rate-Limit-Time-Window-Ms`       | ms                  | [`RateLimit::window_ms`] |
//! | `X-Rate-Limit-Time-Reset-Ms`        | ms that remain      | [`RateLimit::reset_ms`]  |
//! | `X-Rate-Limit-Requests-Quota`       | requests            | [`RateLimit::quota`]     |
//! | `X-Rate-Limit-Requests-Left`        | requests            | [`RateLimit::left`]      |
//! | `X-Retry-After`                     | s                   | [`RateLimit::retry_after_ms`] |
//! | `Retry-After`                       | s or HTTP date      | [`RateLimit::retry_after_ms`] |
//! | `X-BC-ApiLimit-Remaining`           | requests in an hour | `left`, `window_ms` (legacy V2) |
//! | `X-Requests-Allocated`              | `150 times/60 s`    | `quota`, `window_ms` (B2B Edition) |
//! | `X-Requests-Window-Length`          | `60 s`              | `window_ms` (B2B Edition) |
//! | `X-Requests-Remaining`              | `149 times`         | `left` (B2B Edition)     |
//! | `X-Request-Window-Resets-After`     | `0.397 s`           | `reset_ms` (B2B Edition) |
//! | `RateLimit`                         | `"default";r=12;t=4` | `left`, `reset_ms` (IETF draft 11) |
//! | `RateLimit-Policy`                  | `"default";q=150;w=30` | `quota`, `window_ms` (IETF draft 11) |
//! | `RateLimit-Limit`, `-Remaining`, `-Reset` | requests, s   | `quota`, `left`, `reset_ms` (older IETF drafts) |
//!
//! One page of BigCommerce's documentation describes `X-Rate-Limit-Time-Reset-Ms`
//! as the size of the window. The other pages and the published algorithm say
//! that it is the time left in it, and so does this module.
//!
//! A value that is no number, is negative, or is larger than anybody means (a window
//! of more than a day, a wait of more than a year) is no value: it reads as absent,
//! so that a broken header can neither disable nor shorten a wait. Where a header is repeated, the longest wait and the
//! smallest count hold. The IETF's fields count where there is none of BigCommerce's own; one that is
//! malformed is ignored as a whole, and `Retry-After` goes before their reset. Fractions are rounded up: early is wrong, late is not.
//!
//! ```
//! use bc_status::{Exchange, RateLimit};
//!
//! let headers = [("X-Rate-Limit-Requests-Left", "6"), ("X-Rate-Limit-Time-Reset-Ms", "15000")];
//! let limit = RateLimit::read(&Exchange { headers: &headers, ..Exchange::default() }).unwrap();
//! assert_eq!((limit.left, limit.reset()), (Some(6), Some(std::time::Duration::from_secs(15))));
//! ```

use crate::exchange::Exchange;
use crate::headers::name;
use crate::text::{cut, decimal, same_name};
use std::time::Duration;

mod http_date;
mod ietf;

/// What an answer's headers say about quota and waiting.
///
/// Each member is `None` when its header is absent or unreadable; absent never
/// means zero.
///
/// ```
/// use bc_status::{Exchange, classify};
///
/// let throttled = Exchange { status: Some(429), headers: &[("retry-after", "9")], ..Exchange::default() };
/// let limit = classify(&throttled).rate_limit.unwrap();
/// assert_eq!((limit.retry_after_ms, limit.left), (Some(9_000), None));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct RateLimit {
    /// The length of the quota window, in milliseconds.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::optional"))]
    pub window_ms: Option<u64>,
    /// The time until the quota refills, in milliseconds.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::optional"))]
    pub reset_ms: Option<u64>,
    /// The requests this client may make in a window.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::optional"))]
    pub quota: Option<u64>,
    /// The requests left in this window. Other apps of the store spend from it too.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::optional"))]
    pub left: Option<u64>,
    /// The wait the server asked for in `Retry-After` or `X-Retry-After`,
    /// whichever is longer, in milliseconds.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::optional"))]
    pub retry_after_ms: Option<u64>,
}

/// Where a value goes.
#[derive(Clone, Copy, PartialEq)]
enum Member {
    Window,
    Reset,
    Quota,
    Left,
    RetryAfter,
}

/// How a value is written.
#[derive(Clone, Copy)]
enum Unit {
    Milliseconds,
    Seconds,
    SecondsOrDate,
    /// `0.397 s`, `397 ms`; a number without a unit of time says nothing.
    Quantity,
    /// The 60 s of `150 times/60 s`.
    RateWindow,
    /// `150`, `150 times`, the 150 of `150 times/60 s`.
    Count,
    /// The value counts what is left in an hour.
    CountOfAnHour,
}

/// One row per header and member; of two rows for a member, the first that holds
/// a value wins, but for waits the server asks for: there the longest does.
const ROWS: [(&str, Member, Unit); 13] = [
    (name::X_RATE_LIMIT_TIME_WINDOW_MS, Member::Window, Unit::Milliseconds),
    (name::X_RATE_LIMIT_TIME_RESET_MS, Member::Reset, Unit::Milliseconds),
    (name::X_RATE_LIMIT_REQUESTS_QUOTA, Member::Quota, Unit::Count),
    (name::X_RATE_LIMIT_REQUESTS_LEFT, Member::Left, Unit::Count),
    (name::X_RETRY_AFTER, Member::RetryAfter, Unit::Seconds),
    (name::RETRY_AFTER, Member::RetryAfter, Unit::SecondsOrDate),
    (name::X_REQUESTS_ALLOCATED, Member::Quota, Unit::Count),
    (name::X_REQUESTS_WINDOW_LENGTH, Member::Window, Unit::Quantity),
    (name::X_REQUESTS_ALLOCATED, Member::Window, Unit::RateWindow),
    (name::X_REQUESTS_REMAINING, Member::Left, Unit::Count),
    (name::X_REQUEST_WINDOW_RESETS_AFTER, Member::Reset, Unit::Quantity),
    (name::X_BC_APILIMIT_REMAINING, Member::Left, Unit::Count),
    (name::X_BC_APILIMIT_REMAINING, Member::Window, Unit::CountOfAnHour),
];

const HOUR_MS: u64 = 60 * 60 * 1000;
/// The longest window known is an hour; more than a day is a timestamp or noise.
///
/// ```
/// use bc_status::{Exchange, RateLimit, rate_limit::LONGEST_WINDOW_MS};
///
/// // A timestamp, and no time that is left.
/// let later = (LONGEST_WINDOW_MS + 1).to_string();
/// let headers = [("x-rate-limit-time-reset-ms", later.as_str())];
/// assert_eq!(RateLimit::read(&Exchange::default().answer(429_u16, &headers)), None);
/// ```
pub const LONGEST_WINDOW_MS: u64 = 24 * HOUR_MS;
/// Nobody means a wait of more than a year.
pub(crate) const LONGEST_WAIT_MS: u64 = 366 * 24 * HOUR_MS;
/// No honest timing header is longer; reading a hostile one must stay cheap.
const LONGEST_VALUE: usize = 1024;
/// Counts stay exact in JavaScript up to here.
const LARGEST_COUNT: u64 = (1 << 53) - 1;

impl RateLimit {
    /// Reads the headers of an exchange; `None` when none of them holds a value.
    ///
    /// ```
    /// use bc_status::{Exchange, RateLimit};
    ///
    /// let headers = [("X-Rate-Limit-Time-Reset-Ms", "15000"), ("X-Rate-Limit-Requests-Left", "6")];
    /// let limit = RateLimit::read(&Exchange { headers: &headers, ..Exchange::default() }).unwrap();
    /// assert_eq!((limit.reset_ms, limit.left, limit.quota), (Some(15_000), Some(6), None));
    /// ```
    pub fn read(exchange: &Exchange) -> Option<RateLimit> {
        let mut limit = RateLimit::default();
        for &(name, member, unit) in &ROWS {
            let value = combined(exchange, name, member, unit);
            let place = match member {
                Member::Window => &mut limit.window_ms,
                Member::Reset => &mut limit.reset_ms,
                Member::Quota => &mut limit.quota,
                Member::Left => &mut limit.left,
                Member::RetryAfter => &mut limit.retry_after_ms,
            };
            if member == Member::RetryAfter || place.is_none() {
                *place = value.max(*place);
            }
        }
        ietf::read(exchange, &mut limit);
        (limit != RateLimit::default()).then_some(limit)
    }

    /// [`window_ms`](#structfield.window_ms) as a duration.
    ///
    /// ```
    /// use bc_status::RateLimit;
    /// use std::time::Duration;
    ///
    /// let limit = RateLimit { window_ms: Some(4_200), ..RateLimit::default() };
    /// assert_eq!(limit.window(), Some(Duration::from_millis(4_200)));
    /// ```
    pub fn window(&self) -> Option<Duration> {
        self.window_ms.map(Duration::from_millis)
    }

    /// [`reset_ms`](#structfield.reset_ms) as a duration.
    ///
    /// ```
    /// use bc_status::RateLimit;
    /// use std::time::Duration;
    ///
    /// let limit = RateLimit { reset_ms: Some(4_200), ..RateLimit::default() };
    /// assert_eq!(limit.reset(), Some(Duration::from_millis(4_200)));
    /// ```
    pub fn reset(&self) -> Option<Duration> {
        self.reset_ms.map(Duration::from_millis)
    }

    /// [`retry_after_ms`](#structfield.retry_after_ms) as a duration.
    ///
    /// ```
    /// use bc_status::RateLimit;
    /// use std::time::Duration;
    ///
    /// let limit = RateLimit { retry_after_ms: Some(4_200), ..RateLimit::default() };
    /// assert_eq!(limit.retry_after(), Some(Duration::from_millis(4_200)));
    /// ```
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after_ms.map(Duration::from_millis)
    }

    /// Whether an answer has a header of a quota or a wait, readable or not.
    ///
    /// ```
    /// use bc_status::{Exchange, RateLimit};
    ///
    /// let odd = Exchange { headers: &[("retry-after", "soon")], ..Exchange::default() };
    /// assert!(RateLimit::read(&odd).is_none() && RateLimit::is_mentioned(&odd));
    /// ```
    pub fn is_mentioned(exchange: &Exchange) -> bool {
        let names = || ROWS.iter().map(|(name, ..)| name).chain(&ietf::NAMES);
        let known = |key: &str| names().any(|name| same_name(key, name));
        exchange.headers.iter().any(|(key, value)| !value.is_empty() && known(key))
    }
}

/// The value of a header that may be repeated, on lines of its own or after a comma.
fn combined(exchange: &Exchange, name: &str, member: Member, unit: Unit) -> Option<u64> {
    let mut combined = None;
    for (key, value) in exchange.headers {
        let mut rest = *value;
        if !same_name(key, name) || rest.len() > LONGEST_VALUE {
            continue;
        }
        while !rest.is_empty() {
            let (part, after) = cut(rest, b',');
            if let Some(value) = read(unit, part, rest, exchange) {
                let counts = matches!(member, Member::Quota | Member::Left);
                combined = Some(match combined {
                    None => value,
                    Some(other) if counts => value.min(other),
                    Some(other) => value.max(other),
                });
            }
            rest = after;
        }
    }
    combined
}

/// One value; `rest` is the text from it on, since a date holds a comma.
fn read(unit: Unit, part: &str, rest: &str, exchange: &Exchange) -> Option<u64> {
    let (number, written_unit) = split_unit(part);
    let (value, most) = match (unit, written_unit) {
        (Unit::Milliseconds, "") | (Unit::Quantity, "ms") => {
            (decimal(number, 1), LONGEST_WINDOW_MS)
        }
        (Unit::Quantity, "s") => (decimal(number, 1000), LONGEST_WINDOW_MS),
        (Unit::Seconds | Unit::SecondsOrDate, "") => (decimal(number, 1000), LONGEST_WAIT_MS),
        (Unit::SecondsOrDate, _) => (until(rest, exchange), LONGEST_WAIT_MS),
        (Unit::RateWindow, _) => return read(Unit::Quantity, cut(part, b'/').1, "", exchange),
        (Unit::Count | Unit::CountOfAnHour, _) => {
            let times = matches!(cut(written_unit, b'/').0, "" | "times");
            let whole = times && !number.bytes().any(|b| b == b'.');
            (decimal(number, 1).filter(|_| whole), LARGEST_COUNT)
        }
        _ => (None, 0),
    };
    let value = value.filter(|value| *value <= most)?;
    Some(if matches!(unit, Unit::CountOfAnHour) { HOUR_MS } else { value })
}

/// The time from the answer's `Date` to an HTTP date; zero for one that has passed.
fn until(rest: &str, exchange: &Exchange) -> Option<u64> {
    let (weekday, after) = cut(rest, b',');
    let length = weekday.len() + 1 + cut(after, b',').0.len();
    let date = http_date::parse(weekday).or_else(|| http_date::parse(rest.get(..length)?))?;
    let answered = exchange.header_values(name::DATE).find_map(http_date::parse)?;
    Some(date.saturating_sub(answered) * 1000)
}

/// A number, and the unit written after it.
fn split_unit(text: &str) -> (&str, &str) {
    let text = text.trim_ascii();
    let unit = text.bytes().position(|b| b != b'.' && !b.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = (text.get(..unit), text.get(unit..));
    (number.unwrap_or(""), unit.unwrap_or("").trim_ascii())
}

#[cfg(test)]
mod tests {
    use super::ROWS;
    use crate::headers::{ALL, Role};

    #[test]
    fn every_row_is_among_the_headers_that_decide() {
        for (name, ..) in ROWS {
            let role = ALL.iter().find(|(_, known, _)| *known == name).map(|(.., role)| *role);
            assert!(matches!(role, Some(Role::Quota | Role::Decides)), "{name}");
        }
    }
}
