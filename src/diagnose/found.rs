//! What a diagnosis is made of.

use super::id::FindingId;
use crate::classify::Classification;
use crate::error::BcStatusError;
use crate::retry::Decision;
use crate::set::closed_set;
use crate::values::Values;
use std::fmt;

/// An exchange, explained.
///
/// ```
/// use bc_status::{Exchange, FindingId, diagnose};
///
/// let throttled = Exchange {
///     status: Some(429),
///     headers: &[("x-rate-limit-time-reset-ms", "4200")],
///     ..Exchange::default()
/// };
/// let diagnosis = diagnose(&throttled);
/// assert_eq!(diagnosis.findings[0].id, FindingId::LIMIT_QUOTA);
/// assert!(diagnosis.retry.retry);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(all(feature = "serde", feature = "prose"), derive(serde::Deserialize))]
pub struct Diagnosis {
    /// What became of the request.
    pub classification: Classification,
    /// What is probably wrong, most probable first.
    pub findings: Vec<Finding>,
    /// Whether and when to send the request again.
    pub retry: Decision,
}

impl Diagnosis {
    /// The diagnosis as an error, if the request had no success: see [`Outcome::is_error`](crate::Outcome::is_error).
    ///
    /// ```
    /// use bc_status::{Exchange, diagnose};
    ///
    /// assert!(diagnose(&Exchange { status: Some(200), ..Exchange::default() }).into_result().is_ok());
    /// assert!(diagnose(&Exchange { status: Some(403), ..Exchange::default() }).into_result().is_err());
    /// ```
    pub fn into_result(self) -> Result<Diagnosis, BcStatusError> {
        if self.classification.outcome.is_error() { Err(self.into()) } else { Ok(self) }
    }
}

/// For a terminal or a log, in English and over several lines: see
/// [`render_diagnosis`](crate::render_diagnosis).
#[cfg(feature = "prose")]
impl fmt::Display for Diagnosis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = crate::render::render_diagnosis(self, crate::render::Format::Text);
        f.write_str(text.trim_end())
    }
}

/// One thing that is probably wrong. In its texts `***` stands for secrets, card numbers and
/// what is before the `@` of e-mail addresses.
///
/// ```
/// use bc_status::{Exchange, diagnose};
///
/// let found = &diagnose(&Exchange { status: Some(401), ..Exchange::default() }).findings[0];
/// println!("{} ({}): {}", found.title, found.confidence, found.solutions.join(" "));
/// assert!(found.to_string().starts_with("auth.token-rejected: "));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Finding {
    /// Its name, out of a closed set.
    pub id: FindingId,
    /// How sure it is.
    pub confidence: Confidence,
    /// What is wrong, in a sentence.
    pub title: String,
    /// What in this exchange gives it away.
    pub evidence: String,
    /// What to do, first thing first.
    pub solutions: Vec<String>,
    /// The page it rests on.
    pub url: &'static str,
    /// What the sentences are made of, as far as it is known.
    pub values: Values,
}

/// The page is that of the id.
#[cfg(all(feature = "serde", feature = "prose"))]
impl<'de> serde::Deserialize<'de> for Finding {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Finding, D::Error> {
        #[derive(serde::Deserialize)]
        struct Written {
            id: FindingId,
            confidence: Confidence,
            title: String,
            evidence: String,
            solutions: Vec<String>,
            #[serde(default)]
            values: Values,
        }

        let Written { id, confidence, title, evidence, solutions, values } =
            Written::deserialize(from)?;
        Ok(Finding { id, confidence, title, evidence, solutions, url: id.url(), values })
    }
}

/// `limit.quota: The store's quota of requests is used up`.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.id.as_str(), self.title)
    }
}

closed_set! {
    /// How sure a finding is.
    #[example]
    /// ```
    /// use bc_status::{Confidence, Exchange, diagnose};
    ///
    /// let spent = Exchange { status: Some(507), ..Exchange::default() };
    /// let found = &diagnose(&spent).findings[0];
    /// let begin = if found.confidence == Confidence::Certain { "It is" } else { "It may be" };
    /// assert_eq!(begin, "It is");
    /// ```
    pub enum Confidence {
        /// The exchange says so itself.
        Certain = "certain",
        /// It fits well, and others fit less.
        Likely = "likely",
        /// It fits.
        Possible = "possible",
    }
}
