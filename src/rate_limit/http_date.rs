//! The three date formats of HTTP (RFC 9110, section 5.6.7).
//!
//! The crate `httpdate` reads them too, and the tests hold this module to it; in
//! wasm it costs ten times as many bytes, for a check that no wait depends on.

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Seconds since 1970.
///
/// All formats hold the same words in one of two orders once their separators
/// are gone, so one reader serves them:
///
/// ```text
/// Sun, 06 Nov 1994 08:49:37 GMT     IMF-fixdate
/// Sunday, 06-Nov-94 08:49:37 GMT    RFC 850
/// Sun Nov  6 08:49:37 1994          asctime
/// ```
///
/// The name of the day is not compared with the date: a server that gets it wrong
/// still means the date.
pub(super) fn parse(text: &str) -> Option<u64> {
    // The longest has eight words; a ninth makes the text something else.
    let mut words = [""; 9];
    let mut count = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.bytes().position(|b| b" ,-:".contains(&b)).unwrap_or(rest.len());
        if end > 0 {
            *words.get_mut(count)? = rest.get(..end)?;
            count += 1;
        }
        rest = rest.get(end + 1..).unwrap_or("");
    }

    let [_, day, month, year, h, m, s, "GMT", ""] = words else {
        let [_, month, day, h, m, s, year, "", ""] = words else { return None };
        return seconds_since_1970(year, month, day, [h, m, s]);
    };
    seconds_since_1970(year, month, day, [h, m, s])
}

fn seconds_since_1970(year: &str, month: &str, day: &str, time: [&str; 3]) -> Option<u64> {
    let [hours, minutes, seconds] = time.map(number);
    let (hours, minutes, seconds) = (hours?, minutes?, seconds?);
    let month = MONTHS.iter().zip(1..).find(|(name, _)| **name == month)?.1;
    let day = number(day)?;
    // Of two digits, those from 70 on belong to the last century.
    let year = match (number(year)?, year.len()) {
        (year, 2) if year < 70 => year + 2000,
        (year, 2) => year + 1900,
        (year, _) => year,
    };
    if year < 1970 {
        return None;
    }
    let days = days_since_1970(year, month, day);
    let is_date = day > 0 && days < days_since_1970(year, month + 1, 1);
    // 60 is a leap second.
    let valid = hours < 24 && minutes < 60 && seconds <= 60 && is_date;
    let time = (hours * 60 + minutes) * 60 + seconds;
    valid.then_some(days * 86_400 + time)
}

fn number(word: &str) -> Option<u64> {
    let short = (1..=4).contains(&word.len());
    let digits = word.bytes().all(|b| b.is_ascii_digit());
    (short && digits).then(|| word.bytes().fold(0, |n, b| n * 10 + u64::from(b - b'0')))
}

/// Counts years from March, so that a leap day is the last day of its year; a thirteenth month
/// is the next January.
#[inline(never)]
fn days_since_1970(year: u64, month: u64, day: u64) -> u64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days_before_month = (153 * month + 2) / 5;
    const DAYS_BEFORE_1970: u64 = 719_469;
    year * 365 + year / 4 - year / 100 + year / 400 + days_before_month + day - DAYS_BEFORE_1970
}
