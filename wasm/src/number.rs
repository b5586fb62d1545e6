//! Numbers of anybody's, who may have given any; in place of what is none there is NaN.

pub fn whole(number: f64) -> Option<u64> {
    let whole = number as u64;
    (whole as f64 == number).then_some(whole)
}

/// Less than nothing, or more than anybody may have, is none.
pub fn count(number: f64) -> Option<u32> {
    whole(number).and_then(|whole| u32::try_from(whole).ok())
}
