//! The client.

use crate::answer::Answer;
use crate::builder::Builder;
use crate::drive::drive;
use crate::error::Error;
use crate::notice::Notice;
use crate::pacer::Pacer;
use bc_status::fetch::Settings;
use bc_status::{Gate, RetryBudget};
use gloo_net::http::{Request, Response};
use js_sys::Function;
use std::any::Any;
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

/// Sends requests, waits where a store asks for it, and repeats what may be repeated.
///
/// Clones share what is known of stores, and the budget for repeats: one client is enough.
///
/// ```no_run
/// use bc_status_fetch::Client;
/// use gloo_net::http::Request;
///
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// let client = Client::default();
/// let order = Request::post("https://shop.example/api/orders").body("{}")?;
/// let response = client.send(order).await?;
/// println!("{}", response.status());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    pub(crate) inner: Rc<Inner>,
    /// What hooks are told of its calls.
    pub(crate) context: Option<Rc<dyn Any>>,
}

pub(crate) struct Inner {
    pub fetch: Option<Function>,
    pub settings: Settings,
    pub hooks: Hooks,
    pub pacer: Option<Pacer>,
    pub shared: RefCell<Shared>,
}

/// What all calls of a client share.
pub(crate) struct Shared {
    pub gate: Gate,
    pub budget: Option<RetryBudget>,
}

type Told = Box<dyn Fn(&Notice)>;
type Asked = Box<dyn Fn(&Notice) -> bool>;

#[derive(Default)]
pub(crate) struct Hooks {
    pub attempt: Option<Told>,
    pub retry: Option<Asked>,
    pub give_up: Option<Told>,
}

impl Default for Client {
    fn default() -> Self {
        Client::builder().build()
    }
}

impl Client {
    /// For one with a policy, limits or hooks of its own.
    ///
    /// ```no_run
    /// use bc_status_fetch::{Client, bc_status::Policy};
    ///
    /// let client = Client::builder().policy(Policy::background()).build();
    /// ```
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The same client, for calls about something of the caller's own, which hooks are told:
    /// [`Notice::context`].
    ///
    /// ```no_run
    /// use bc_status_fetch::Client;
    /// # use gloo_net::http::Request;
    /// # async fn run(request: Request) {
    /// struct Job(u32);
    ///
    /// let client = Client::builder()
    ///     .on_retry(|notice| notice.context::<Job>().is_some_and(|job| job.0 < 3))
    ///     .build();
    /// let response = client.with_context(Job(2)).send(request).await;
    /// # }
    /// ```
    #[must_use]
    pub fn with_context(&self, context: impl Any) -> Client {
        Client { inner: self.inner.clone(), context: Some(Rc::new(context)) }
    }

    /// Sends a request, again where that may help: an answer, whatever its status is.
    ///
    /// # Errors
    ///
    /// Where no answer arrived, the caller gave up, or a redirect may not be followed.
    ///
    /// ```no_run
    /// # use bc_status_fetch::Client;
    /// # use gloo_net::http::Request;
    /// # async fn run(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.send(Request::get("/api/storefront/carts").build()?).await?;
    /// let carts = response.text().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn send(&self, request: Request) -> Result<Response, Error> {
        self.call(request).await.map(Answer::into_response)
    }

    /// The same, with how it came about.
    ///
    /// # Errors
    ///
    /// As [`send`](Client::send).
    ///
    /// ```no_run
    /// # use bc_status_fetch::Client;
    /// # use gloo_net::http::Request;
    /// # async fn run(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.call(Request::get("/api/storefront/carts").build()?).await?;
    /// println!("{} after {} attempts", answer.status(), answer.history().len());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn call(&self, request: Request) -> Result<Answer, Error> {
        drive(&self.inner, self.context.as_deref(), request.into()).await
    }

    /// What is left of the budget for repeats; `None` where there is none.
    ///
    /// ```no_run
    /// assert_eq!(bc_status_fetch::Client::default().budget_left(), Some(500.0));
    /// ```
    pub fn budget_left(&self) -> Option<f64> {
        self.inner.shared.borrow().budget.map(|budget| budget.left())
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("settings", &self.inner.settings).finish_non_exhaustive()
    }
}
