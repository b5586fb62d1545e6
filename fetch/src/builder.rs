//! How a client is made.

use crate::client::{Client, Hooks, Inner, Shared};
use crate::notice::Notice;
use crate::pacer::Pacer;
use bc_status::fetch::Settings;
use bc_status::{Gate, Policy, RetryBudget};
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// Makes a [`Client`].
///
/// ```no_run
/// use bc_status_fetch::{Client, bc_status::Policy};
/// use std::time::Duration;
///
/// let client = Client::builder()
///     .policy(Policy::background().max_attempts(20))
///     .attempt_timeout(Duration::from_secs(30))
///     .on_give_up(|notice| println!("{} {}: {:?}", notice.method, notice.url, notice.decision))
///     .build();
/// ```
#[must_use]
pub struct Builder {
    fetch: Option<Function>,
    settings: Settings,
    budget: Option<RetryBudget>,
    hooks: Hooks,
    pacer: Option<Pacer>,
}

impl Default for Builder {
    fn default() -> Self {
        let (settings, budget) = (Settings::default(), Some(RetryBudget::default()));
        Builder { fetch: None, settings, budget, hooks: Hooks::default(), pacer: None }
    }
}

impl Builder {
    /// Whether and how often requests are sent again: for a person who waits, unless told
    /// otherwise. Its [`max_elapsed_ms`](Policy::max_elapsed_ms), where it is given, ends an attempt
    /// as well.
    ///
    /// ```no_run
    /// use bc_status_fetch::{Client, bc_status::Policy};
    ///
    /// let nightly = Client::builder().policy(Policy::background()).build();
    /// ```
    pub fn policy(self, policy: Policy) -> Builder {
        Builder { settings: self.settings.policy(policy), ..self }
    }

    /// Sends each request once, whatever comes of it.
    ///
    /// ```no_run
    /// let once = bc_status_fetch::Client::builder().without_retry().build();
    /// ```
    pub fn without_retry(self) -> Builder {
        Builder { settings: self.settings.once(), ..self }
    }

    /// The longest time for an attempt until the head of its answer, with all of its redirects;
    /// none by default.
    ///
    /// ```no_run
    /// use std::time::Duration;
    ///
    /// let client = bc_status_fetch::Client::builder()
    ///     .attempt_timeout(Duration::from_secs(10))
    ///     .build();
    /// ```
    pub fn attempt_timeout(self, limit: Duration) -> Builder {
        Builder { settings: self.settings.attempt_timeout(limit), ..self }
    }

    /// The budget that all repeats of the client are taken from, such as
    /// [`RetryBudget::default`], which is the default; `None` for no limit.
    ///
    /// ```no_run
    /// use bc_status_fetch::{Client, bc_status::RetryBudget};
    ///
    /// let client = Client::builder().budget(RetryBudget::of(100.0)).build();
    /// let another = Client::builder().budget(None).build();
    /// ```
    pub fn budget(self, budget: impl Into<Option<RetryBudget>>) -> Builder {
        Builder { budget: budget.into(), ..self }
    }

    /// Has each attempt wait until a store's quota has room for it.
    ///
    /// ```no_run
    /// use bc_status_fetch::{Client, Pacer};
    ///
    /// let client = Client::builder().pace(&Pacer::default()).build();
    /// ```
    #[cfg(feature = "pace")]
    pub fn pace(self, pacer: &Pacer) -> Builder {
        Builder { pacer: Some(pacer.clone()), ..self }
    }

    /// What requests are sent with: any function that takes what fetch takes, such as the `fetch` of
    /// a service binding, bound to it. It is called with an undefined `this`. By default the global
    /// fetch, as it is when a request is sent.
    ///
    /// ```no_run
    /// # fn make(fetch: js_sys::Function) {
    /// let client = bc_status_fetch::Client::builder().fetch(fetch).build();
    /// # }
    /// ```
    pub fn fetch(self, fetch: Function) -> Builder {
        Builder { fetch: Some(fetch), ..self }
    }

    /// Told of each attempt before it is sent.
    ///
    /// ```no_run
    /// let client = bc_status_fetch::Client::builder()
    ///     .on_attempt(|notice| println!("attempt {} of {}", notice.attempt, notice.url))
    ///     .build();
    /// ```
    pub fn on_attempt(mut self, hook: impl Fn(&Notice) + 'static) -> Builder {
        self.hooks.attempt = Some(Box::new(hook));
        self.settings.hooks.attempt = true;
        self
    }

    /// Told of each repeat before the wait for it; with `false` it refuses it.
    ///
    /// ```no_run
    /// let client = bc_status_fetch::Client::builder()
    ///     .on_retry(|notice| notice.attempt < 2)
    ///     .build();
    /// ```
    pub fn on_retry(mut self, hook: impl Fn(&Notice) -> bool + 'static) -> Builder {
        self.hooks.retry = Some(Box::new(hook));
        self.settings.hooks.retry = true;
        self
    }

    /// Told when a call ends with a failure, before that is handed out.
    ///
    /// ```no_run
    /// let client = bc_status_fetch::Client::builder()
    ///     .on_give_up(|notice| println!("{:?}", notice.history))
    ///     .build();
    /// ```
    pub fn on_give_up(mut self, hook: impl Fn(&Notice) + 'static) -> Builder {
        self.hooks.give_up = Some(Box::new(hook));
        self.settings.hooks.give_up = true;
        self
    }

    /// The client.
    ///
    /// ```no_run
    /// use bc_status_fetch::{Builder, Client};
    ///
    /// let client: Client = Builder::default().budget(None).build();
    /// assert_eq!(client.budget_left(), None);
    /// ```
    pub fn build(self) -> Client {
        let Builder { fetch, settings, budget, hooks, pacer } = self;
        let settings =
            Settings { has_budget: budget.is_some(), is_paced: pacer.is_some(), ..settings };
        let shared = RefCell::new(Shared { gate: Gate::default(), budget });
        let inner = Rc::new(Inner { fetch, settings, hooks, pacer, shared });
        Client { inner, context: None }
    }
}
