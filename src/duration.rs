//! Milliseconds to durations and back. Results hold milliseconds, as JavaScript has them.

use std::time::Duration;

/// Whole milliseconds, rounded up. A duration too long for that has no limit.
pub(crate) const fn whole_ms(duration: Duration) -> u64 {
    let ms = duration.as_nanos().div_ceil(1_000_000);
    if ms > u64::MAX as u128 { u64::MAX } else { ms as u64 }
}

/// The duration of so many milliseconds; `None` for one that never ends, zero for what is over.
/// Rounded up as well: a caller that waits for it and asks again is not told of a rest of nothing.
pub(crate) fn of_ms(ms: f64) -> Option<Duration> {
    let us = (ms.max(0.0) * 1000.0).ceil();
    (us < u64::MAX as f64).then(|| Duration::from_micros(us as u64))
}

#[cfg(test)]
mod tests {
    use super::{of_ms, whole_ms};
    use std::time::Duration;

    #[test]
    fn nothing_is_rounded_down_or_overflows() {
        assert_eq!(whole_ms(Duration::from_micros(1)), 1);
        assert_eq!(whole_ms(Duration::from_millis(4_200)), 4_200);
        assert_eq!(whole_ms(Duration::MAX), u64::MAX);
        assert_eq!(of_ms(4_199.5), Some(Duration::from_micros(4_199_500)));
        assert_eq!(of_ms(1e-9), Some(Duration::from_micros(1)));
        assert_eq!((of_ms(-1.0), of_ms(f64::INFINITY)), (Some(Duration::ZERO), None));
    }
}
