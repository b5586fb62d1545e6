//! A diagnosis as an error, for programs that pass errors on.
//!
//! ```
//! use bc_status::{BcStatusError, Exchange, diagnose};
//!
//! /// What a client of one's own does with each answer.
//! fn checked(exchange: &Exchange) -> Result<(), BcStatusError> {
//!     diagnose(exchange).into_result()?;
//!     Ok(())
//! }
//!
//! let refused = Exchange::request("GET", "/v2/orders").answer(401_u16, &[]);
//! assert!(checked(&refused).unwrap_err().to_string().starts_with("401 Unauthorized: "));
//! assert!(checked(&Exchange { status: Some(200), ..refused }).is_ok());
//! ```

use crate::diagnose::{Diagnosis, FindingId};
use std::error::Error;
use std::fmt;

/// What went wrong with a request, as an [`Error`]: its status, and the most probable cause in
/// a sentence. The [diagnosis](Self::diagnosis) has the rest. Like that, it holds no secret.
///
/// ```
/// use bc_status::{BcStatusError, Exchange, FindingId, diagnose};
///
/// fn check(exchange: &Exchange) -> Result<(), Box<dyn std::error::Error>> {
///     diagnose(exchange).into_result()?;
///     Ok(())
/// }
///
/// let throttled = Exchange { status: Some(509), ..Exchange::default() };
/// let error = check(&throttled).unwrap_err();
/// assert!(error.to_string().starts_with("509 Bandwidth Limit Exceeded: "));
/// let error = error.downcast::<BcStatusError>().unwrap();
/// assert_eq!(error.id(), Some(FindingId::LIMIT_QUOTA));
/// assert!(error.diagnosis().retry.retry);
///
/// assert!(check(&Exchange { status: Some(204), ..Exchange::default() }).is_ok());
/// ```
// In a box, since a `Result` is as large as its error.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BcStatusError(Box<Diagnosis>);

impl BcStatusError {
    /// The most probable cause; `None` where nothing is known of one.
    ///
    /// ```
    /// use bc_status::{BcStatusError, Exchange, FindingId, diagnose};
    ///
    /// let error = BcStatusError::from(diagnose(&Exchange {
    ///     status: Some(429),
    ///     headers: &[("x-rate-limit-time-reset-ms", "4200")],
    ///     ..Exchange::default()
    /// }));
    /// assert_eq!((error.id(), error.status()), (Some(FindingId::LIMIT_QUOTA), Some(429)));
    /// ```
    pub fn id(&self) -> Option<FindingId> {
        self.0.findings.first().map(|finding| finding.id)
    }

    /// The status of the answer; `None` when no response arrived.
    ///
    /// ```
    /// use bc_status::{BcStatusError, Exchange, Failure, diagnose};
    ///
    /// let error = BcStatusError::from(diagnose(&Exchange::default().failure(Failure::Timeout)));
    /// assert_eq!(error.status(), None);
    /// assert!(error.to_string().starts_with("no answer: "));
    /// ```
    pub fn status(&self) -> Option<u16> {
        self.0.classification.code
    }

    /// All that was found out.
    ///
    /// ```
    /// use bc_status::{BcStatusError, Exchange, diagnose};
    ///
    /// let refused = Exchange { status: Some(405), ..Exchange::default() };
    /// let error = BcStatusError::from(diagnose(&refused));
    /// assert!(!error.diagnosis().findings[0].solutions.is_empty());
    /// ```
    pub fn diagnosis(&self) -> &Diagnosis {
        &self.0
    }

    /// The same, to keep.
    ///
    /// ```
    /// use bc_status::{Exchange, diagnose};
    ///
    /// let found = diagnose(&Exchange { status: Some(413), ..Exchange::default() });
    /// let error = found.clone().into_result().unwrap_err();
    /// assert_eq!(error.into_diagnosis(), found);
    /// ```
    pub fn into_diagnosis(self) -> Diagnosis {
        *self.0
    }
}

impl From<Diagnosis> for BcStatusError {
    fn from(diagnosis: Diagnosis) -> Self {
        BcStatusError(Box::new(diagnosis))
    }
}

impl fmt::Display for BcStatusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.classification.status() {
            Some(status) => write!(f, "{status}: ")?,
            None => f.write_str("no answer: ")?,
        }
        match self.0.findings.first() {
            Some(finding) => f.write_str(&finding.title),
            None => write!(f, "{}", self.0.classification.outcome),
        }
    }
}

impl Error for BcStatusError {}
