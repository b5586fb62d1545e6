//! What a body says went wrong, whatever its shape. Bodies are read with the feature `explain`.
//!
//! ```
//! # #[cfg(feature = "explain")] {
//! use bc_status::{Exchange, classify};
//!
//! let body = r#"{"errors":{"name":"is required","weight":"must be a number"}}"#;
//! let answer = Exchange::request("POST", "/v3/catalog/products").answer(422_u16, &[]).body(body);
//! let error = classify(&answer).error.unwrap();
//! let fields: Vec<_> = error.items.iter().filter_map(|item| item.field.as_deref()).collect();
//! assert_eq!(fields, ["name", "weight"]);
//! # }
//! ```

use crate::set::closed_set;
use std::time::Duration;

/// What a body says went wrong, with its secrets masked. Nothing else is left out: card numbers
/// and e-mail addresses are masked in findings only.
///
/// ```
/// # #[cfg(feature = "explain")] {
/// use bc_status::{Exchange, Shape, classify};
///
/// let body = r#"{"status":422,"title":"Missing data","errors":{"name":"is required"}}"#;
/// let answer = Exchange::request("POST", "/v3/catalog/products").answer(422_u16, &[]).body(body);
/// let error = classify(&answer).error.unwrap();
/// assert_eq!((error.shape, error.title.as_deref()), (Shape::Problem, Some("Missing data")));
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct ApiError {
    /// The family of shapes the body belongs to.
    pub shape: Shape,
    /// What went wrong with the whole, in a phrase; never what one of its items says.
    pub title: Option<String>,
    /// The same at more length; of HTML the visible text.
    pub detail: Option<String>,
    /// The problem type: an absolute or relative URL, or a bare word.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: Option<String>,
    /// The error code, where it has one: a word or a number, which is no HTTP status.
    pub code: Option<String>,
    /// The status, if the body names one. Where it is another than that of the
    /// answer, the answer's.
    pub status: Option<u16>,
    /// Every single complaint, in the order of the body.
    pub items: Vec<ErrorItem>,
    /// How many items a batch had.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::optional"))]
    pub total: Option<u64>,
    /// How many of them were done.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::optional"))]
    pub succeeded: Option<u64>,
    /// How many of them were not.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::optional"))]
    pub failed: Option<u64>,
    /// The wait that the body asks for, in milliseconds.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::optional"))]
    pub retry_after_ms: Option<u64>,
    /// What of the body could not be read, or was left out.
    pub note: Option<String>,
}

/// One complaint.
///
/// ```
/// # #[cfg(feature = "explain")] {
/// use bc_status::{Exchange, classify};
///
/// let body = r#"{"errors":{"2.variants.0.sku":"is taken"}}"#;
/// let error = classify(&Exchange::default().answer(422_u16, &[]).body(body)).error.unwrap();
/// let item = &error.items[0];
/// assert_eq!((item.index, item.field.as_deref()), (Some(2), Some("variants[0].sku")));
/// assert_eq!(item.message, "is taken");
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct ErrorItem {
    /// What is wrong, in words.
    pub message: String,
    /// Which field it is about, as `variants[0].product_id`.
    pub field: Option<String>,
    /// Which item of a batch it is about, from 0.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::written::optional"))]
    pub index: Option<u64>,
    /// The code that came with it.
    pub code: Option<String>,
    /// The status that came with it.
    pub status: Option<u16>,
    /// The position in [`items`](ApiError::items) of the problem that this is a part of, where a
    /// body lists several problems, each with complaints of its own.
    pub of: Option<u32>,
}

closed_set! {
    /// The family of shapes that a body belongs to.
    #[example]
    /// ```
    /// use bc_status::{ApiError, Shape};
    ///
    /// assert_eq!("v2-list".parse(), Ok(Shape::V2List));
    /// assert_eq!(ApiError::default().shape, Shape::Other);
    /// ```
    pub enum Shape default Other {
        /// `[{"status", "message"}]`, or one of these alone: V2.
        V2List = "v2-list",
        /// `{"status", "title", "type", "errors"}`, or a list of these: V3 and Payments.
        Problem = "problem",
        /// `data` beside `errors`, `batch_errors`, or a status per item.
        Batch = "batch",
        /// `errors` of GraphQL, beside the data or in it.
        Graphql = "graphql",
        /// `{"code", "data", "meta"}` of B2B Edition.
        B2b = "b2b",
        /// `{"error", "error_description"}`.
        Oauth = "oauth",
        /// Plain text.
        Text = "text",
        /// A page.
        Html = "html",
        /// XML, from V2.
        Xml = "xml",
        /// Nothing.
        Empty = "empty",
        /// Anything else, such as compressed bytes.
        Other = "other",
    }
}

impl ApiError {
    /// [`retry_after_ms`](#structfield.retry_after_ms) as a duration.
    ///
    /// ```
    /// # #[cfg(feature = "explain")] {
    /// use bc_status::{Exchange, classify};
    /// use std::time::Duration;
    ///
    /// let body = r#"{"cloudflare_error":true,"error_code":1015,"retry_after":30}"#;
    /// let error = classify(&Exchange::default().answer(429_u16, &[]).body(body)).error.unwrap();
    /// assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
    /// # }
    /// ```
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after_ms.map(Duration::from_millis)
    }
}

#[cfg(feature = "explain")]
impl ApiError {
    /// An error that says nothing.
    pub(crate) const NOTHING: &'static ApiError = &ApiError {
        shape: Shape::Other,
        title: None,
        detail: None,
        kind: None,
        code: None,
        status: None,
        items: Vec::new(),
        total: None,
        succeeded: None,
        failed: None,
        retry_after_ms: None,
        note: None,
    };
}
