//! What hooks are told.

use bc_status::{AttemptRecord, Decision, Failure};
use std::any::Any;

/// What a hook is told of a call. Tokens are in none of it.
///
/// ```no_run
/// use bc_status_fetch::{Client, Notice};
///
/// let client = Client::builder()
///     .on_retry(|notice: &Notice| {
///         let wait_ms = notice.decision.map_or(0, |decision| decision.delay_ms);
///         wait_ms < 5_000 // else the repeat is refused
///     })
///     .build();
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Notice<'a> {
    /// Which attempt it is about, from 1.
    pub attempt: u32,
    /// The method of the request.
    pub method: &'a str,
    /// Its URL, with secrets masked.
    pub url: &'a str,
    /// How long was waited before the attempt, in milliseconds: as the last answer asks, for a
    /// [`Pacer`](crate::Pacer), or for a store's quota.
    pub waited_ms: f64,
    /// The HTTP status; `None` when no response arrived, and before an attempt.
    pub status: Option<u16>,
    /// How the attempt ended without one.
    pub failure: Option<Failure>,
    /// What was decided; `None` before an attempt.
    pub decision: Option<Decision>,
    /// The attempts that have been decided about, the first one first.
    pub history: &'a [AttemptRecord],
    pub(crate) context: Option<&'a dyn Any>,
}

impl<'a> Notice<'a> {
    /// What the caller said of the call, if it is a `T`: see
    /// [`Client::with_context`](crate::Client::with_context).
    ///
    /// ```no_run
    /// let client = bc_status_fetch::Client::builder()
    ///     .on_give_up(|notice| println!("{:?} has failed", notice.context::<String>()))
    ///     .build();
    /// ```
    pub fn context<T: Any>(&self) -> Option<&'a T> {
        self.context?.downcast_ref()
    }
}

/// A URL as it may be seen.
#[cfg(feature = "explain")]
pub(crate) fn shown(url: &str) -> String {
    bc_status::masked_url(url)
}

/// A URL as it may be seen: without a user, and without its query, where secrets may be.
#[cfg(not(feature = "explain"))]
pub(crate) fn shown(url: &str) -> String {
    let plain = url.split(['?', '#']).next().unwrap_or("");
    match plain.split_once("//") {
        Some((scheme, rest)) => {
            let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            let host = authority.rsplit('@').next().unwrap_or("");
            format!("{scheme}//{host}{path}")
        }
        None => plain.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn no_secret_of_a_url_is_shown() {
        let url = "https://user:hunter22@shop.example/a?access_token=abcdef123456&page=2#b";
        let seen = shown(url);
        assert!(seen.starts_with("https://") && seen.contains("shop.example/a"), "{seen}");
        assert!(!seen.contains("hunter22") && !seen.contains("abcdef123456"), "{seen}");
    }
}
