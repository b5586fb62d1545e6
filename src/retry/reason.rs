//! Why a decision came out as it did.

use crate::set::{Member, Set, closed_set};

closed_set! {
    /// The rule a decision rests on.
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
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Reason {
            $(#[doc = concat!("`", $name, "`, of [`Rule::", stringify!($rule), "`].")] $reason,)*
        }

        impl Reason {
            /// Every reason, in the order of its discriminant.
            pub const ALL: &[Reason] = &[$(Reason::$reason,)*];

            /// The set itself, for code that lists it.
            pub const SET: Set = Set {
                name: "RetryReason",
                about: " Why a decision came out as it did.",
                members: &[$(Member { name: $name, about: concat!(" It belongs to `", stringify!($rule), "`.") },)*],
            };

            /// By which words know it.
            pub const fn name(self) -> &'static str {
                match self { $(Reason::$reason => $name,)* }
            }

            /// The rule the reason belongs to.
            pub const fn rule(self) -> Rule {
                match self { $(Reason::$reason => Rule::$rule,)* }
            }

            /// The reason in a sentence.
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

        crate::set::names!(Reason name);
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
