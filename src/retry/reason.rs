//! Why a decision came out as it did.

use crate::set::{Member, Set, closed_set};

closed_set! {
    /// The rule a decision rests on.
    #[example]
    /// ```
    /// use bc_status::{Exchange, Policy, Rule, State, decide};
    ///
    /// let throttled = Exchange::default().answer(429_u16, &[("retry-after", "3600")]);
    /// let decision = decide(&throttled, &State::default(), &Policy::default());
    /// let todo = match decision.rule() {
    ///     Rule::NotNeeded => "nothing",
    ///     Rule::BudgetExhausted => "schedule it",
    ///     _ => "tell somebody",
    /// };
    /// assert_eq!(todo, "schedule it");
    /// ```
    pub enum Rule as RetryRule {
        /// The request was answered.
        NotNeeded = "not-needed",
        /// The same request would get the same answer.
        NotRetryable = "not-retryable",
        /// The quota refills after a time the server named.
        RateLimitReset = "rate-limit-reset",
        /// The server asked for a wait.
        RetryAfter = "retry-after",
        /// The store is under load; there is no quota to wait for.
        PlatformLoad = "platform-load",
        /// A 429 that waiting does not fix.
        NotAQuota = "not-a-quota",
        /// Too many requests of this kind at once.
        Concurrency = "concurrency",
        /// A service behind the API is in trouble, and says so.
        Degraded = "degraded",
        /// The store is switched off.
        Suspended = "suspended",
        /// Somebody else changed the resource since it was read.
        ReReadFirst = "re-read-first",
        /// A failure inside BigCommerce.
        ServerError = "server-error",
        /// A gateway or the store is down for now.
        Unavailable = "unavailable",
        /// No answer arrived.
        Network = "network",
        /// The request may have run, and running twice may do harm.
        NotRepeatable = "not-repeatable",
        /// The policy allows no further attempt.
        AttemptsExhausted = "attempts-exhausted",
        /// The right wait does not fit into the policy.
        BudgetExhausted = "budget-exhausted",
        /// Repeats of many calls have used up what they share.
        RetryBudget = "retry-budget",
        /// The store fails so often that it is asked only now and then.
        CircuitOpen = "circuit-open",
        /// The caller gave up.
        Aborted = "aborted",
    }
}

macro_rules! reasons {
    ($($reason:ident = $name:literal: $rule:ident;)*) => {
        /// Why a decision came out as it did; each belongs to one [`Rule`].
        ///
        /// ```
        /// use bc_status::{Exchange, Policy, Reason, State, decide};
        ///
        /// let asked = Exchange { status: Some(503), ..Exchange::default() };
        /// let decision = decide(&asked, &State::attempt(3), &Policy::default());
        /// assert_eq!(decision.reason, Reason::AttemptsUsed);
        /// assert_eq!("attempts-used".parse(), Ok(Reason::AttemptsUsed));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Reason {
            $(#[doc = concat!("`", $name, "`, of [`Rule::", stringify!($rule), "`].")] $reason,)*
        }

        impl Reason {
            /// Every reason, in the order of its discriminant.
            ///
            /// ```
            /// use bc_status::{Reason, Rule};
            ///
            /// let of_rule = |reason: &&Reason| reason.rule() == Rule::RetryAfter;
            /// let names: Vec<_> = Reason::ALL.iter().filter(of_rule).map(|it| it.name()).collect();
            /// assert_eq!(names, ["asked-to-wait", "edge-wait"]);
            /// ```
            pub const ALL: &[Reason] = &[$(Reason::$reason,)*];

            /// The set itself, for code that lists it.
            ///
            /// ```
            /// use bc_status::Reason;
            ///
            /// let first = Reason::SET.members[0];
            /// assert_eq!((first.name, first.about), ("answered", " It belongs to `NotNeeded`."));
            /// ```
            pub const SET: Set = Set {
                name: "RetryReason",
                about: " Why a decision came out as it did.",
                members: &[$(Member { name: $name, about: concat!(" It belongs to `", stringify!($rule), "`.") },)*],
            };

            /// By which words know it.
            ///
            /// ```
            /// assert_eq!(bc_status::Reason::DoesNotFit.name(), "does-not-fit");
            /// ```
            pub const fn name(self) -> &'static str {
                match self { $(Reason::$reason => $name,)* }
            }

            /// The rule the reason belongs to.
            ///
            /// ```
            /// use bc_status::{Reason, Rule};
            ///
            /// // The method is one that may not run twice, or nobody knows which it was.
            /// assert_eq!(Reason::MayHaveRun.rule(), Rule::NotRepeatable);
            /// assert_eq!(Reason::MethodUnknown.rule(), Rule::NotRepeatable);
            /// ```
            pub const fn rule(self) -> Rule {
                match self { $(Reason::$reason => Rule::$rule,)* }
            }

            /// The reason in a sentence.
            ///
            /// ```
            /// use bc_status::Reason;
            ///
            /// assert!(Reason::GaveUp.text().ends_with('.'));
            /// assert_ne!(Reason::GaveUp.text(), Reason::Refused.text());
            /// ```
            #[cfg(feature = "prose")]
            pub fn text(self) -> &'static str {
                crate::words::Words::english().text_of("reason.", self.name())
            }

            /// The name of the rule: the sentences come with the feature `prose`.
            #[cfg(not(feature = "prose"))]
            pub const fn text(self) -> &'static str {
                self.rule().name()
            }
        }

        crate::set::names! {
            /// ```
            /// use bc_status::Reason;
            ///
            /// assert_eq!(Reason::named("quota-reset"), Some(Reason::QuotaReset));
            /// // That is the name of its rule.
            /// assert_eq!(Reason::named("rate-limit-reset"), None);
            /// ```
            Reason name
        }
    };
}

reasons! {
    Answered = "answered": NotNeeded;
    PartlyDone = "partly-done": NotNeeded;
    Unchanged = "unchanged": NotNeeded;
    Redirected = "redirected": NotRetryable;
    ChangeFirst = "change-first": NotRetryable;
    JobRunning = "job-running": NotRetryable;
    Locked = "locked": NotRetryable;
    Permanent = "permanent": NotRetryable;
    ClientLeft = "client-left": NotRetryable;
    ClosedToPages = "closed-to-pages": NotRetryable;
    NoFinalAnswer = "no-final-answer": NotRetryable;
    QuotaReset = "quota-reset": RateLimitReset;
    AskedToWait = "asked-to-wait": RetryAfter;
    EdgeWait = "edge-wait": RetryAfter;
    UnderLoad = "under-load": PlatformLoad;
    SpamProtection = "spam-protection": NotAQuota;
    SignIn = "sign-in": NotAQuota;
    JobActive = "job-active": NotAQuota;
    AtOnce = "at-once": Concurrency;
    Degraded = "degraded": Degraded;
    SwitchedOff = "switched-off": Suspended;
    Stale = "stale": ReReadFirst;
    InternalError = "internal-error": ServerError;
    Away = "away": Unavailable;
    NoAnswer = "no-answer": Network;
    MayHaveRun = "may-have-run": NotRepeatable;
    MethodUnknown = "method-unknown": NotRepeatable;
    BodyUsedUp = "body-used-up": NotRepeatable;
    AttemptsUsed = "attempts-used": AttemptsExhausted;
    DoesNotFit = "does-not-fit": BudgetExhausted;
    BudgetSpent = "budget-spent": RetryBudget;
    GaveUp = "gave-up": Aborted;
    Refused = "refused": Aborted;
    CircuitOpen = "circuit-open": CircuitOpen;
}
