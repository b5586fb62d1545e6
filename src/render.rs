//! A status or a diagnosis as text for a terminal, Markdown for an issue tracker,
//! HTML for a page.
//!
//! ```
//! use bc_status::{Exchange, Format, diagnose, render_diagnosis, render_status};
//!
//! let diagnosis = diagnose(&Exchange { status: Some(507), ..Exchange::default() });
//! assert!(render_diagnosis(&diagnosis, Format::Text).starts_with("507 Insufficient Storage"));
//! assert!(render_status(507, Format::Html).starts_with('<'));
//! ```

#[cfg(feature = "prose")]
mod pages;

#[cfg(feature = "prose")]
pub use pages::{render_diagnosis, render_diagnosis_in, render_status};

use crate::set::closed_set;

closed_set! {
    /// How a text is marked up.
    #[example]
    /// ```
    /// use bc_status::{Format, render_status};
    ///
    /// let format: Format = "markdown".parse()?;
    /// assert!(render_status(404, format).starts_with("#"));
    /// # Ok::<(), bc_status::set::UnknownName>(())
    /// ```
    pub enum Format {
        /// Plain text, for a terminal.
        Text = "text",
        /// Markdown, for an issue tracker or a chat.
        Markdown = "markdown",
        /// HTML, for a page: escaped, with neither style nor script in it.
        Html = "html",
    }
}
