//! A moment of the caller's clock.

use std::time::Duration;

/// A moment: the time since another that the caller chose once for a [`Pace`](super::Pace), as
/// when the program began. A [`Duration`], such as `start.elapsed()` of an
/// [`Instant`](std::time::Instant); or milliseconds as `f64`, as `performance.now()` of JavaScript
/// has them.
///
/// ```
/// use bc_status::Moment;
/// use std::time::Duration;
///
/// fn is_over(until: impl Moment, now: impl Moment) -> bool {
///     until.ms() <= now.ms()
/// }
/// assert!(is_over(Duration::from_secs(2), 2_000.0));
/// ```
pub trait Moment: Sealed {
    /// In milliseconds.
    ///
    /// ```
    /// use bc_status::Moment;
    ///
    /// assert_eq!(std::time::Duration::from_micros(1_500).ms(), 1.5);
    /// ```
    fn ms(self) -> f64;
}

impl Moment for f64 {
    fn ms(self) -> f64 {
        self
    }
}

impl Moment for Duration {
    fn ms(self) -> f64 {
        self.as_secs_f64() * 1000.0
    }
}

/// For these two alone.
pub trait Sealed {}
impl Sealed for f64 {}
impl Sealed for Duration {}
