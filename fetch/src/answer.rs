//! What a call comes to.

use bc_status::{AttemptRecord, Decision};
use gloo_net::http::Response;
use std::ops::Deref;

/// An answer, whatever its status, and how it came about. It is a [`Response`] with more to say.
///
/// ```no_run
/// # async fn run(client: &bc_status_fetch::Client, request: gloo_net::http::Request) -> Result<(), Box<dyn std::error::Error>> {
/// let answer = client.call(request).await?;
/// for record in answer.history() {
///     println!("{}: {:?} after {} ms", record.attempt, record.status, record.duration_ms);
/// }
/// println!("{}", answer.text().await?);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Answer {
    pub(crate) response: Response,
    pub(crate) history: Vec<AttemptRecord>,
    pub(crate) was_led: bool,
}

impl Answer {
    /// What was tried, and why it ended; nothing, where the client has no policy.
    ///
    /// ```no_run
    /// # async fn run(client: bc_status_fetch::Client, request: gloo_net::http::Request) -> Result<(), bc_status_fetch::Error> {
    /// for record in client.call(request).await?.history() {
    ///     println!("attempt {} got {:?}: {}", record.attempt, record.status, record.decision.rule());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn history(&self) -> &[AttemptRecord] {
        &self.history
    }

    /// What was decided last.
    ///
    /// ```no_run
    /// # fn look(answer: &bc_status_fetch::Answer) {
    /// // A wait that did not fit: the request can be scheduled.
    /// if let Some(decision) = answer.decision().filter(|decision| decision.delay_ms > 0) {
    ///     println!("again in {} ms: {}", decision.delay_ms, decision.rule());
    /// }
    /// # }
    /// ```
    pub fn decision(&self) -> Option<Decision> {
        self.history.last().map(|record| record.decision)
    }

    /// Whether redirects led to it, no matter what followed them.
    ///
    /// ```no_run
    /// # async fn run(client: bc_status_fetch::Client, request: gloo_net::http::Request) -> Result<(), bc_status_fetch::Error> {
    /// let answer = client.call(request).await?;
    /// if answer.was_redirected() {
    ///     println!("{} is what answered", answer.url());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn was_redirected(&self) -> bool {
        self.was_led || self.response.redirected()
    }

    /// The response alone.
    ///
    /// ```no_run
    /// # async fn run(client: bc_status_fetch::Client, request: gloo_net::http::Request) -> Result<(), Box<dyn std::error::Error>> {
    /// let text = client.call(request).await?.into_response().text().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn into_response(self) -> Response {
        self.response
    }
}

impl Deref for Answer {
    type Target = Response;

    fn deref(&self) -> &Response {
        &self.response
    }
}
