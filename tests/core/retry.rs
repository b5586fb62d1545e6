//! The decision: one test for each rule, with its boundaries.

use bc_status::{Decision, Exchange, Failure, Policy, Profile, Reason, Rule, State, decide};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const API: &str = "https://api.bigcommerce.com/stores/abc123/v3/catalog/products";
const SHOP: &str = "https://shop.example/api/storefront/customers";
const FIRST: State = State { attempt: 1, elapsed_ms: 0, random: None };

fn interactive() -> Policy {
    Policy::default()
}

fn background() -> Policy {
    Policy { profile: Profile::Background, ..Policy::default() }
}

fn answered<'a>(method: &'a str, status: u16, headers: &'a [(&'a str, &'a str)]) -> Exchange<'a> {
    Exchange { method, url: API, status: Some(status), headers, ..Exchange::default() }
}

fn failed(method: &str, failure: Failure) -> Exchange<'_> {
    Exchange { method, url: API, failure: Some(failure), ..Exchange::default() }
}

fn attempt(attempt: u32) -> State {
    State { attempt, ..FIRST }
}

fn outline(decision: &Decision) -> (bool, u64, Rule) {
    (decision.retry, decision.delay_ms, decision.rule())
}

#[test]
fn answers_that_need_no_repeat() {
    for status in [200, 201, 202, 204, 206, 207, 299, 304] {
        for method in ["GET", "POST"] {
            let decision = decide(&answered(method, status, &[]), &FIRST, &background());
            assert_eq!(outline(&decision), (false, 0, Rule::NotNeeded), "{method} {status}");
            assert_eq!(decision.attempts_left, 0, "{method} {status}");
        }
    }
}

#[test]
fn answers_that_a_repeat_does_not_change() {
    let codes =
        [301, 302, 308, 400, 401, 403, 404, 405, 406, 409, 410, 413, 415, 418, 422, 423, 499];
    for status in codes.into_iter().chain([501, 505, 507]) {
        for method in ["GET", "PUT", "POST"] {
            let vouched = Policy { repeatable: true, ..background() };
            let decision =
                decide(&answered(method, status, &[("Retry-After", "1")]), &FIRST, &vouched);
            assert_eq!(outline(&decision), (false, 0, Rule::NotRetryable), "{method} {status}");
        }
    }
}

#[test]
fn answers_that_are_no_final_answers() {
    for status in [0, 99, 100, 103, 600, 999] {
        let decision = decide(&answered("GET", status, &[]), &FIRST, &background());
        assert_eq!(outline(&decision), (false, 0, Rule::NotRetryable), "{status}");
        assert_eq!(decision.reason, Reason::NoFinalAnswer, "{status}");
    }
}

#[test]
fn a_429_waits_for_the_longest_time_the_server_names() {
    for (headers, delay_ms, rule) in [
        (&[("X-Rate-Limit-Time-Reset-Ms", "4200")][..], 4_200, Rule::RateLimitReset),
        (&[("X-Retry-After", "5")], 5_000, Rule::RetryAfter),
        (&[("Retry-After", "6")], 6_000, Rule::RetryAfter),
        (
            &[
                ("Retry-After", "Sun, 06 Nov 1994 08:49:44 GMT"),
                ("Date", "Sun, 06 Nov 1994 08:49:37 GMT"),
            ],
            7_000,
            Rule::RetryAfter,
        ),
        (&[("X-Request-Window-Resets-After", "0.397 s")], 397, Rule::RateLimitReset),
        (
            &[("X-Rate-Limit-Time-Reset-Ms", "4200"), ("X-Retry-After", "5")],
            5_000,
            Rule::RetryAfter,
        ),
        (
            &[("X-Rate-Limit-Time-Reset-Ms", "5001"), ("X-Retry-After", "5"), ("Retry-After", "3")],
            5_001,
            Rule::RateLimitReset,
        ),
        (
            &[("X-Rate-Limit-Time-Reset-Ms", "5000"), ("X-Retry-After", "5")],
            5_000,
            Rule::RateLimitReset,
        ),
        (&[("X-Rate-Limit-Time-Reset-Ms", "0")], 0, Rule::RateLimitReset),
    ] {
        for method in ["GET", "POST", "PATCH"] {
            let decision = decide(&answered(method, 429, headers), &FIRST, &interactive());
            assert_eq!(outline(&decision), (true, delay_ms, rule), "{method} {headers:?}");
            assert!(!decision.may_have_run, "a throttled request has not run");
            assert_eq!(decision.attempts_left, 2);
        }
    }
}

#[test]
fn a_wait_of_zero_is_believed_once() {
    let zero = answered("GET", 429, &[("X-Rate-Limit-Time-Reset-Ms", "0")]);
    assert_eq!(
        outline(&decide(&zero, &attempt(1), &background())),
        (true, 0, Rule::RateLimitReset)
    );
    let second = decide(&zero, &attempt(2), &background());
    assert_eq!(outline(&second), (true, 2_000, Rule::PlatformLoad));
}

#[test]
fn a_429_without_a_usable_time_is_platform_load() {
    let headers = [
        &[][..],
        &[("X-Rate-Limit-Requests-Left", "12")],
        &[("X-Rate-Limit-Time-Reset-Ms", "-1"), ("Retry-After", "soon")],
        &[("X-Rate-Limit-Time-Reset-Ms", "99999999999999999999"), ("X-Retry-After", "")],
        &[("Retry-After", "Sun, 06 Nov 1994 08:49:44 GMT")],
    ];
    for headers in headers {
        for (made, delay_ms) in
            [(1, 1_000), (2, 2_000), (3, 4_000), (6, 32_000), (7, 60_000), (9, 60_000)]
        {
            let decision = decide(&answered("POST", 429, headers), &attempt(made), &background());
            assert_eq!(
                outline(&decision),
                (true, delay_ms, Rule::PlatformLoad),
                "{made}: {headers:?}"
            );
        }
    }
}

/// The same as the diagnosis says of it.
#[cfg(feature = "prose")]
#[test]
fn who_tries_passwords_is_not_told_to_try_again() {
    const GUARDED: &str =
        "https://api.bigcommerce.com/stores/abc123/v3/customers/validate-credentials";
    let of = |headers| {
        let refused = Exchange { url: GUARDED, ..answered("POST", 429, headers) };
        let found = bc_status::diagnose(&refused).findings;
        let is_guarded = found[0].id.as_str() == "limit.abuse-protection";
        (decide(&refused, &FIRST, &background()).rule(), is_guarded)
    };
    assert_eq!(of(&[]), (Rule::NotAQuota, true));
    let spent = [("X-Rate-Limit-Requests-Left", "0"), ("X-Rate-Limit-Time-Reset-Ms", "4000")];
    assert_eq!(of(&spent), (Rule::RateLimitReset, false));
}

#[test]
fn a_storefront_write_refused_without_a_quota_is_spam_protection() {
    let refused = |method, url, headers| {
        let exchange = Exchange { url, ..answered(method, 429, headers) };
        decide(&exchange, &FIRST, &background()).rule()
    };
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        assert_eq!(refused(method, SHOP, &[]), Rule::NotAQuota, "{method}");
    }
    let order = "https://shop.example/internalapi/v1/checkout/order";
    assert_eq!(refused("POST", order, &[]), Rule::NotAQuota);
    assert_eq!(refused("POST", "https://store-a.mybigcommerce.com/x", &[]), Rule::NotAQuota);

    assert_eq!(refused("GET", SHOP, &[]), Rule::PlatformLoad, "a read");
    assert_eq!(refused("POST", API, &[]), Rule::PlatformLoad, "not a storefront");
    let quota = [("X-Rate-Limit-Time-Reset-Ms", "10")];
    assert_eq!(refused("POST", SHOP, &quota), Rule::RateLimitReset, "a quota");
    let unreadable = [("X-Rate-Limit-Time-Reset-Ms", "soon")];
    assert_eq!(
        refused("POST", SHOP, &unreadable),
        Rule::PlatformLoad,
        "a quota, though unreadable"
    );
    let empty = [("X-Rate-Limit-Time-Reset-Ms", "")];
    assert_eq!(refused("POST", SHOP, &empty), Rule::NotAQuota, "an empty header names nothing");
}

#[test]
fn a_500_waits_a_minute_and_longer_each_time() {
    let error = answered("GET", 500, &[]);
    let mut previous = 59_999;
    for made in 1..=5 {
        let decision = decide(&error, &attempt(made), &background());
        assert!(decision.retry && decision.rule() == Rule::ServerError, "attempt {made}");
        assert!(decision.delay_ms > previous, "attempt {made}: {} ms", decision.delay_ms);
        assert_eq!(decision.attempts_left, 6 - made);
        previous = decision.delay_ms;
    }
    let last = decide(&error, &attempt(6), &background());
    assert_eq!((last.retry, last.rule()), (false, Rule::AttemptsExhausted));

    let eager = Policy { max_attempts: Some(50), ..background() };
    assert_eq!(
        decide(&error, &attempt(6), &eager).rule(),
        Rule::AttemptsExhausted,
        "five repeats at most"
    );
    assert_eq!(decide(&answered("GET", 555, &[]), &FIRST, &background()).rule(), Rule::ServerError);
}

#[test]
fn a_500_keeps_its_minute_whatever_the_policy() {
    let error = answered("GET", 500, &[]);
    let hasty = Policy { max_delay_ms: Some(30_000), ..background() };
    assert_eq!(outline(&decide(&error, &FIRST, &hasty)), (false, 60_000, Rule::BudgetExhausted));
    assert_eq!(
        outline(&decide(&error, &FIRST, &interactive())),
        (false, 60_000, Rule::BudgetExhausted),
        "nobody waits a minute for a page"
    );
    let asked = decide(&answered("GET", 500, &[("Retry-After", "90")]), &FIRST, &background());
    assert_eq!(outline(&asked), (true, 90_000, Rule::RetryAfter));
    let alike = decide(&answered("GET", 500, &[("Retry-After", "60")]), &FIRST, &background());
    assert_eq!(outline(&alike), (true, 60_000, Rule::RetryAfter), "the server's own words");
    let shorter = decide(&answered("GET", 500, &[("Retry-After", "5")]), &FIRST, &background());
    assert_eq!(outline(&shorter), (true, 60_000, Rule::ServerError));
}

#[test]
fn gateway_failures_back_off_from_a_second_to_a_minute() {
    for status in [408, 502, 503, 504, 520, 530] {
        for (made, delay_ms) in
            [(1, 1_000), (2, 2_000), (3, 4_000), (6, 32_000), (7, 60_000), (9, 60_000)]
        {
            let decision = decide(&answered("GET", status, &[]), &attempt(made), &background());
            assert_eq!(
                outline(&decision),
                (true, delay_ms, Rule::Unavailable),
                "{status} after {made}"
            );
            assert_eq!(decision.attempts_left, 10 - made);
        }
        let last = decide(&answered("GET", status, &[]), &attempt(10), &background());
        assert_eq!((last.retry, last.rule()), (false, Rule::AttemptsExhausted), "{status}");
    }
}

#[test]
fn a_gateway_may_ask_for_more_but_not_for_less() {
    let asked = |seconds, made| {
        let headers = [("Retry-After", seconds)];
        outline(&decide(&answered("GET", 503, &headers), &attempt(made), &background()))
    };
    assert_eq!(asked("120", 1), (true, 120_000, Rule::RetryAfter), "over our own cap");
    assert_eq!(asked("1", 3), (true, 4_000, Rule::Unavailable), "under our own backoff");
    assert_eq!(asked("4", 3), (true, 4_000, Rule::RetryAfter), "as long as our own backoff");
    assert_eq!(asked("0", 1), (true, 1_000, Rule::Unavailable));
    let window = [("X-Rate-Limit-Time-Reset-Ms", "29000")];
    assert_eq!(
        outline(&decide(&answered("GET", 504, &window), &FIRST, &background())),
        (true, 1_000, Rule::Unavailable),
        "the rest of a quota window is no wait for a gateway"
    );
}

#[test]
fn what_may_have_run_repeats_only_if_that_is_harmless() {
    let lost = [Failure::Network, Failure::Timeout].map(|failure| failed("", failure));
    let broken = [500, 502, 503, 504].map(|status| answered("", status, &[]));
    for exchange in lost.into_iter().chain(broken) {
        for method in ["GET", "get", "HEAD", "OPTIONS", "PUT", "DELETE"] {
            let decision = decide(&Exchange { method, ..exchange }, &FIRST, &background());
            assert!(decision.retry && decision.may_have_run, "{method} {exchange:?}");
        }
        for method in ["POST", "post", "PATCH", "FOO", ""] {
            let exchange = Exchange { method, ..exchange };
            let decision = decide(&exchange, &FIRST, &background());
            assert_eq!(outline(&decision), (false, 0, Rule::NotRepeatable), "{exchange:?}");
            assert!(decision.may_have_run);
            let vouched = Policy { repeatable: true, ..background() };
            assert!(decide(&exchange, &FIRST, &vouched).retry, "vouched: {exchange:?}");
        }
    }
}

#[test]
fn a_lost_connection_backs_off() {
    for failure in [Failure::Network, Failure::Timeout] {
        let lost = failed("GET", failure);
        assert_eq!(outline(&decide(&lost, &FIRST, &interactive())), (true, 1_000, Rule::Network));
        assert_eq!(
            outline(&decide(&lost, &attempt(2), &interactive())),
            (true, 2_000, Rule::Network)
        );
        assert_eq!(decide(&lost, &attempt(3), &interactive()).rule(), Rule::AttemptsExhausted);
        assert!(decide(&lost, &attempt(9), &background()).retry);
        assert!(!decide(&lost, &attempt(10), &background()).retry);
    }
    let unexplained = Exchange { failure: None, ..failed("GET", Failure::Network) };
    assert_eq!(decide(&unexplained, &FIRST, &interactive()).rule(), Rule::Network);
}

#[test]
fn an_abort_is_final() {
    let vouched = Policy { repeatable: true, ..background() };
    let decision = decide(&failed("GET", Failure::Aborted), &FIRST, &vouched);
    assert_eq!(outline(&decision), (false, 0, Rule::Aborted));
    assert!(decision.may_have_run);
}

#[test]
fn a_page_cannot_reach_the_management_api() {
    let from_page = |url| {
        let exchange = Exchange { url, in_browser: true, ..failed("GET", Failure::Network) };
        decide(&exchange, &FIRST, &interactive())
    };
    let decision = from_page(API);
    assert_eq!((decision.rule(), decision.reason), (Rule::NotRetryable, Reason::ClosedToPages));
    assert_eq!(from_page("https://shop.example/graphql").rule(), Rule::Network);
    assert_eq!(from_page("/stores/abc123/v3/catalog/products").rule(), Rule::Network, "a proxy");

    let throttled = Exchange { in_browser: true, ..answered("GET", 429, &[]) };
    assert_eq!(decide(&throttled, &FIRST, &interactive()).rule(), Rule::NotRetryable);
    let answered = Exchange { in_browser: true, ..answered("GET", 200, &[]) };
    assert_eq!(decide(&answered, &FIRST, &interactive()).rule(), Rule::NotNeeded);
}

#[test]
fn profiles_have_the_limits_they_are_said_to_have() {
    for (status, interactive_attempts, background_attempts) in
        [(429, 3, 10), (502, 3, 10), (503, 3, 10), (504, 3, 10), (500, 3, 6)]
    {
        let exchange = answered("GET", status, &[]);
        let patient = Policy { max_elapsed_ms: Some(u64::MAX), ..interactive() };
        for (policy, attempts) in
            [(patient, interactive_attempts), (background(), background_attempts)]
        {
            let before = decide(&exchange, &attempt(attempts - 1), &policy);
            let after = decide(&exchange, &attempt(attempts), &policy);
            assert_eq!((before.retry, before.attempts_left), (true, 1), "{status} {policy:?}");
            assert_eq!(
                (after.retry, after.rule()),
                (false, Rule::AttemptsExhausted),
                "{status} {policy:?}"
            );
        }
    }
}

#[test]
fn a_wait_that_does_not_fit_is_named_and_not_shortened() {
    let day = answered("GET", 429, &[("Retry-After", "86400")]);
    let decision = decide(&day, &FIRST, &interactive());
    assert_eq!(outline(&decision), (false, 86_400_000, Rule::BudgetExhausted));
    assert_eq!(decision.attempts_left, 2, "the caller may schedule it");
    assert_eq!(outline(&decide(&day, &FIRST, &background())), (true, 86_400_000, Rule::RetryAfter));
    let capped = Policy { max_delay_ms: Some(86_399_999), ..background() };
    assert_eq!(outline(&decide(&day, &FIRST, &capped)), (false, 86_400_000, Rule::BudgetExhausted));
}

#[test]
fn a_wait_of_more_than_a_day_is_given_back_unless_the_policy_names_it() {
    let longer = answered("GET", 429, &[("Retry-After", "86401")]);
    let later = answered("GET", 503, &[("Retry-After", "172800")]);
    let endless = Policy { max_elapsed_ms: Some(u64::MAX), ..interactive() };
    for policy in [background(), endless] {
        let given_back = (false, 86_401_000, Rule::BudgetExhausted);
        assert_eq!(outline(&decide(&longer, &FIRST, &policy)), given_back);
        assert!(!decide(&later, &FIRST, &policy).retry);
        for (allowed, retry) in [(86_400_999, false), (86_401_000, true), (u64::MAX, true)] {
            let named = Policy { max_delay_ms: Some(allowed), ..policy };
            assert_eq!(decide(&longer, &FIRST, &named).retry, retry, "{allowed}");
        }
    }
    // Jitter alone makes no wait too long.
    let day = answered("GET", 429, &[("Retry-After", "86400")]);
    let late = State { random: Some(0.999), ..FIRST };
    assert_eq!(outline(&decide(&day, &late, &background())), (true, 86_400_000, Rule::RetryAfter));
}

#[test]
fn the_time_limit_counts_what_has_passed() {
    let exchange = answered("GET", 429, &[("X-Rate-Limit-Time-Reset-Ms", "4000")]);
    for (elapsed_ms, fits) in
        [(0, true), (6_000, true), (6_001, false), (10_000, false), (u64::MAX, false)]
    {
        let state = State { elapsed_ms, ..FIRST };
        let decision = decide(&exchange, &state, &interactive());
        assert_eq!((decision.retry, decision.delay_ms), (fits, 4_000), "after {elapsed_ms} ms");
    }
    let zero = Policy { max_elapsed_ms: Some(0), ..background() };
    assert_eq!(decide(&exchange, &FIRST, &zero).rule(), Rule::BudgetExhausted);
}

#[test]
fn attempts_end_before_time_is_asked_about() {
    let exchange = answered("GET", 429, &[("Retry-After", "86400")]);
    assert_eq!(decide(&exchange, &attempt(3), &interactive()).rule(), Rule::AttemptsExhausted);
    let once = Policy { max_attempts: Some(1), ..background() };
    assert_eq!(decide(&exchange, &FIRST, &once).rule(), Rule::AttemptsExhausted);
}

#[test]
fn a_cap_of_the_policy_caps_our_own_backoff() {
    let capped = Policy { max_delay_ms: Some(1_500), ..background() };
    let exchange = answered("GET", 503, &[]);
    assert_eq!(outline(&decide(&exchange, &attempt(5), &capped)), (true, 1_500, Rule::Unavailable));
    let generous = Policy { max_delay_ms: Some(100_000), ..background() };
    assert_eq!(
        outline(&decide(&exchange, &attempt(8), &generous)),
        (true, 100_000, Rule::Unavailable)
    );
}

#[test]
fn jitter_only_lengthens_what_the_server_named() {
    for (asked, longest_extra) in
        [("1000", 100), ("5000", 500), ("20000", 1_000), ("600000", 1_000)]
    {
        let headers = [("X-Rate-Limit-Time-Reset-Ms", asked)];
        let asked: u64 = asked.parse().unwrap();
        for random in [0.0, 0.25, 0.999_999, 1.0, -7.0, 42.0, f64::NAN, f64::INFINITY] {
            let state = State { random: Some(random), ..FIRST };
            let decision = decide(&answered("GET", 429, &headers), &state, &background());
            let extra = decision.delay_ms - asked;
            assert!(extra <= longest_extra, "{asked} ms, random {random}: {extra} ms more");
        }
        let half = State { random: Some(0.5), ..FIRST };
        let decision = decide(&answered("GET", 429, &headers), &half, &background());
        assert_eq!(decision.delay_ms - asked, longest_extra / 2);
    }
}

#[test]
fn jitter_never_makes_a_wait_too_long() {
    let exchange = answered("GET", 429, &[("Retry-After", "10")]);
    let state = State { random: Some(0.9), ..FIRST };
    assert_eq!(
        outline(&decide(&exchange, &state, &interactive())),
        (true, 10_000, Rule::RetryAfter)
    );
}

#[test]
fn our_own_backoff_has_full_jitter() {
    for (random, delay_ms) in [(0.0, 0), (0.5, 4_000), (0.999, 7_992)] {
        let state = State { random: Some(random), ..attempt(4) };
        let decision = decide(&answered("GET", 503, &[]), &state, &background());
        assert_eq!(decision.delay_ms, delay_ms, "random {random}");
    }
    let asked = answered("GET", 503, &[("Retry-After", "3")]);
    let state = State { random: Some(0.0), ..attempt(4) };
    assert_eq!(
        decide(&asked, &state, &background()).delay_ms,
        3_000,
        "never before the server's time"
    );
}

#[test]
fn a_500_has_jitter_on_top_only() {
    for (random, delay_ms) in [(0.0, 60_000), (0.5, 60_500), (0.999, 60_999)] {
        let state = State { random: Some(random), ..FIRST };
        assert_eq!(decide(&answered("GET", 500, &[]), &state, &background()).delay_ms, delay_ms);
    }
}

#[test]
fn jitter_can_be_switched_off() {
    let policy = Policy { jitter: false, ..background() };
    let state = State { random: Some(0.5), ..FIRST };
    assert_eq!(decide(&answered("GET", 503, &[]), &state, &policy).delay_ms, 1_000);
}

#[test]
fn extreme_states_do_not_overflow() {
    for attempt in [0, 1, u32::MAX] {
        for elapsed_ms in [0, u64::MAX] {
            for limit in [None, Some(0), Some(u64::MAX)] {
                for status in [429, 500, 503] {
                    let state = State { attempt, elapsed_ms, random: Some(0.999) };
                    let policy = Policy {
                        max_attempts: limit.map(|n| n as u32),
                        max_delay_ms: limit,
                        max_elapsed_ms: limit,
                        ..background()
                    };
                    let headers = [("Retry-After", "31622400")];
                    let decision = decide(&answered("GET", status, &headers), &state, &policy);
                    assert!(decision.delay_ms >= 31_622_400_000, "{state:?} {policy:?}");
                }
            }
        }
    }
}

/// What the table advises people is what the decision does, but for one code: the
/// table can say "later", while a decision would have to know when.
#[test]
fn decisions_follow_the_advice_of_the_table() {
    use bc_status::{Retry, statuses};

    for row in statuses() {
        let get = decide(&answered("GET", row.code, &[]), &FIRST, &background());
        let post = decide(&answered("POST", row.code, &[]), &FIRST, &background());
        let expected = match row.retry {
            _ if row.code == 423 => (false, false),
            Retry::NoneNeeded | Retry::Never | Retry::AfterChange => (false, false),
            Retry::AfterWait => (true, true),
            Retry::IfRepeatable => (true, false),
            other => panic!("what comes of {other}?"),
        };
        assert_eq!((get.retry, post.retry), expected, "{}: {:?}", row.code, row.retry);
    }
}

#[test]
fn every_reason_is_a_sentence_of_its_own() {
    for reason in Reason::ALL {
        let text = reason.text();
        if cfg!(feature = "prose") {
            assert!(text.ends_with('.') && text.len() > 15, "{reason:?}: {text:?}");
            let twins = Reason::ALL.iter().filter(|other| other.text() == text).count();
            assert_eq!(twins, 1, "{text:?}");
        } else {
            assert_eq!(text, reason.rule().name());
        }
    }
}

/// What bodies say is read with the feature `explain`.
#[test]
fn where_a_cdn_cannot_make_tls_nothing_is_repeated() {
    for status in [525, 526] {
        for method in ["GET", "POST"] {
            let exchange = Exchange { method, status: Some(status), ..Exchange::default() };
            let decision = decide(&exchange, &State::default(), &Policy::background());
            assert_eq!((decision.retry, decision.rule()), (false, Rule::NotRetryable), "{status}");
            assert!(!decision.may_have_run, "{status}");
        }
    }
    for status in [520, 521, 522, 523, 524, 530] {
        let exchange = Exchange { status: Some(status), ..Exchange::default() };
        let decision = decide(&exchange, &State::default(), &Policy::background());
        assert_eq!((decision.retry, decision.rule()), (true, Rule::Unavailable), "{status}");
    }
}

#[cfg(feature = "explain")]
mod bodies {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    const CART: &str = "https://api.bigcommerce.com/stores/abc123/v3/carts/1-2-3/items";
    const GRAPHQL: &str = "https://shop.example/graphql";

    fn told<'a>(method: &'a str, status: u16, body: &'a str) -> Exchange<'a> {
        Exchange { body: Some(body), ..answered(method, status, &[]) }
    }

    #[test]
    fn a_429_that_is_no_quota_is_not_repeated() {
        let quota = [("X-Rate-Limit-Time-Reset-Ms", "10"), ("X-Retry-After", "1")];
        for (reason, bodies) in [
            (
                Reason::SpamProtection,
                &[
                    r#"{"status":429,"title":"Spam Protection Failed"}"#,
                    r#"{"status":429,"type":"spam_protection_failed"}"#,
                    r#"{"title":"Too many failed tries to sign up","detail":"Solve the captcha"}"#,
                    "<html><title>Hold on</title><p>Unusual: automated requests</p></html>",
                ][..],
            ),
            (
                Reason::SignIn,
                &[
                    r#"{"title":"The shopper must sign in to go on"}"#,
                    r#"[{"status":429,"message":"Please log in first"}]"#,
                    "Authentication required",
                ],
            ),
            (
                Reason::JobActive,
                &[
                    r#"{"title":"The store already has an active import or export job running"}"#,
                    r#"{"errors":{"job":"Another one is already running"}}"#,
                    r#"[{"status":429,"message":"An export is still in progress"}]"#,
                ],
            ),
        ] {
            for body in bodies {
                for (method, headers) in [("POST", &[][..]), ("GET", &[]), ("POST", &quota)] {
                    let exchange = Exchange { headers, ..told(method, 429, body) };
                    let vouched = Policy { repeatable: true, ..background() };
                    let decision = decide(&exchange, &FIRST, &vouched);
                    assert_eq!(outline(&decision), (false, 0, Rule::NotAQuota), "{method} {body}");
                    assert_eq!(decision.reason, reason, "{method} {body}");
                    assert!(!decision.may_have_run, "{method} {body}");
                }
            }
        }
        let quota = Exchange { headers: &quota, ..told("POST", 429, r#"{"title":"Slow down"}"#) };
        assert_eq!(
            outline(&decide(&quota, &FIRST, &background())),
            (true, 1_000, Rule::RetryAfter)
        );
        let elsewhere = told("GET", 503, r#"{"title":"The captcha service is away"}"#);
        assert_eq!(decide(&elsewhere, &FIRST, &background()).rule(), Rule::Unavailable);
    }

    #[test]
    fn too_many_at_once_backs_off_or_waits_as_asked() {
        for body in [
            r#"{"status":429,"title":"Too many concurrent requests"}"#,
            r#"{"title":"Send fewer in parallel"}"#,
            "There are 3 simultaneous requests; 2 are allowed",
        ] {
            let crowded = |headers| Exchange { headers, ..told("POST", 429, body) };
            for (made, delay_ms) in [(1, 1_000), (2, 2_000), (4, 8_000), (9, 60_000)] {
                let decision = decide(&crowded(&[]), &attempt(made), &background());
                assert_eq!(outline(&decision), (true, delay_ms, Rule::Concurrency), "{body}");
                assert!(!decision.may_have_run);
            }
            let asked = [("X-Rate-Limit-Time-Reset-Ms", "2500"), ("X-Retry-After", "3")];
            for (made, delay_ms) in [(1, 3_000), (2, 3_000), (3, 4_000)] {
                let decision = decide(&crowded(&asked), &attempt(made), &background());
                assert_eq!(outline(&decision), (true, delay_ms, Rule::Concurrency), "{made}");
            }
            // Jitter spreads our own wait, and never shortens what was asked for.
            let state = State { random: Some(0.0), ..attempt(3) };
            assert_eq!(decide(&crowded(&[]), &state, &background()).delay_ms, 0);
            assert_eq!(decide(&crowded(&asked), &state, &background()).delay_ms, 3_000);
            let day = [("Retry-After", "86400")];
            assert_eq!(
                outline(&decide(&crowded(&day), &FIRST, &interactive())),
                (false, 86_400_000, Rule::BudgetExhausted)
            );
        }
    }

    #[test]
    fn a_service_in_trouble_says_how_long() {
        let degraded = |wait: &str| {
            format!(
                r#"{{"error":{{"code":"SERVICE_DEGRADED","message":"Later",
                    "retry_after_seconds":{wait}}}}}"#
            )
        };
        let decided = |body: &str, headers: &[(&str, &str)], state: &State, policy: &Policy| {
            outline(&decide(&Exchange { headers, ..told("PUT", 503, body) }, state, policy))
        };
        for (wait, delay_ms) in [
            ("30", 30_000),
            ("\"30\"", 30_000),
            ("30.0001", 30_001),
            ("1.9999", 2_000),
            ("300", 300_000),
            // Less than our own wait, or none that means anything.
            ("0", 1_000),
            ("0.5", 1_000),
            ("-30", 1_000),
            ("null", 1_000),
            ("\"soon\"", 1_000),
        ] {
            assert_eq!(
                decided(&degraded(wait), &[], &FIRST, &background()),
                (true, delay_ms, Rule::Degraded),
                "{wait}"
            );
        }
        let half_a_minute = degraded("30");
        let body = half_a_minute.as_str();
        assert_eq!(
            decided(body, &[("Retry-After", "40")], &FIRST, &background()),
            (true, 40_000, Rule::Degraded),
            "the longer of the two"
        );
        assert_eq!(
            decided(body, &[("Retry-After", "5")], &FIRST, &background()),
            (true, 30_000, Rule::Degraded)
        );
        // No cap and no jitter shortens it.
        assert_eq!(
            decided(body, &[], &FIRST, &interactive()),
            (false, 30_000, Rule::BudgetExhausted)
        );
        let capped = Policy { max_delay_ms: Some(29_999), ..background() };
        assert_eq!(decided(body, &[], &FIRST, &capped), (false, 30_000, Rule::BudgetExhausted));
        for random in [0.0, 0.5, 0.999] {
            let state = State { random: Some(random), ..FIRST };
            let (retry, delay_ms, _) = decided(body, &[], &state, &background());
            assert!(retry && (30_000..=31_000).contains(&delay_ms), "{random}: {delay_ms}");
        }
        // The words alone, without a wait.
        let gone =
            r#"{"data":[],"errors":[{"order_id":1,"status":503,"error":"Tax service gone away"}]}"#;
        assert_eq!(decided(gone, &[], &FIRST, &background()), (true, 1_000, Rule::Degraded));
        // It may have run all the same.
        let write = decide(&told("POST", 503, body), &FIRST, &background());
        assert_eq!(outline(&write), (false, 0, Rule::NotRepeatable));
        assert!(write.may_have_run);
    }

    #[test]
    fn every_gateway_failure_may_name_a_wait_in_its_body() {
        for status in [502, 503, 504] {
            let body = r#"{"title":"Away","retry_after_seconds":30}"#;
            let decision = decide(&told("GET", status, body), &FIRST, &background());
            assert!(decision.retry, "{status}");
            assert_eq!(decision.delay_ms, 30_000, "{status}");
        }
        // And so may a failure of any other kind: what was asked for is never shortened.
        for status in [429, 500] {
            let body = r#"{"title":"Not now","retry_after_seconds":90}"#;
            for random in [None, Some(0.0), Some(0.9)] {
                let state = State { random, ..FIRST };
                let decision = decide(&told("GET", status, body), &state, &background());
                assert!(decision.retry, "{status}");
                assert!((90_000..=91_000).contains(&decision.delay_ms), "{status} {decision:?}");
            }
        }
    }

    #[test]
    fn a_suspended_store_is_left_alone() {
        for body in [
            "This store is suspended",
            r#"{"status":503,"title":"The account was suspended for a billing issue"}"#,
            "<html><title>Store closed</title><body>The store has been suspended.</body></html>",
            r#"{"title":"Suspended","retry_after_seconds":5}"#,
        ] {
            for method in ["GET", "POST"] {
                let vouched = Policy { repeatable: true, ..background() };
                let headers = [("Retry-After", "1")];
                let exchange = Exchange { headers: &headers, ..told(method, 503, body) };
                let decision = decide(&exchange, &FIRST, &vouched);
                assert_eq!(outline(&decision), (false, 0, Rule::Suspended), "{method} {body}");
            }
        }
        let upgrade = told("GET", 503, "Down for maintenance");
        assert_eq!(decide(&upgrade, &FIRST, &background()).rule(), Rule::Unavailable);
    }

    #[test]
    fn a_changed_cart_is_read_again_first() {
        let stale = [
            r#"{"status":409,"title":"The version does not match"}"#,
            r#"{"title":"Conflict","detail":"The cart was modified by someone else"}"#,
        ];
        let storefront = "https://shop.example/api/storefront/checkouts/1-2-3";
        for body in stale {
            for url in [CART, storefront] {
                for method in ["PUT", "POST", "DELETE"] {
                    let exchange = Exchange { url, ..told(method, 409, body) };
                    let decision = decide(&exchange, &FIRST, &background());
                    assert_eq!(outline(&decision), (false, 0, Rule::ReReadFirst), "{method} {url}");
                    assert!(!decision.may_have_run);
                }
            }
            let product = decide(&told("PUT", 409, body), &FIRST, &background());
            assert_eq!(product.rule(), Rule::NotRetryable, "products have no version");
        }
        let other = Exchange { url: CART, ..told("PUT", 409, r#"{"title":"The cart is empty"}"#) };
        assert_eq!(decide(&other, &FIRST, &background()).rule(), Rule::NotRetryable);
    }

    fn lost_query<'a>(url: &'a str, request_body: Option<&'a str>) -> Decision {
        let exchange = Exchange { url, request_body, ..failed("POST", Failure::Network) };
        decide(&exchange, &FIRST, &background())
    }

    #[test]
    fn graphql_that_may_write_is_not_sent_twice() {
        for query in [
            r#"{"query":"mutation { cart { deleteCart(input: {}) { deletedCartEntityId } } }"}"#,
            r#"{"query":"mutation Go($x: Int) @live { a }"}"#,
            r#"{"query":"mutation{a}"}"#,
            r#"{"query":"\nquery A { a }\n mutation B { b }","operationName":"A"}"#,
            r#"{"query":"query A{a}mutation B{b}"}"#,
            r#"{"query":"\u006dutation { a }"}"#,
            // A comment may stand right behind a name, and ends with either kind of line end.
            r##"{"query":"mutation#go\n{ a }"}"##,
            r##"{"query":"mutation# mutation that writes something\n{ a }"}"##,
            r##"{"query":"query A { a } # and\rmutation B { b }","operationName":"B"}"##,
            r#"{"query":"subscription { a }"}"#,
            r##"{"query":"{ a } # \\\rmutation { b }"}"##,
            r#"{"query":"{ a(b: \"\"\" \") mutation { b }"}"#,
            r#"{"query":"{ a(b: \"\n\") } mutation { b }"}"#,
            // Where a block ends and where a comment does, not all lexers say the same.
            r##"{"query":"query A { a(b: \"\"\" \\\\\"\"\" #\n \"\"\") } mutation B { b } #\"\"\") }","operationName":"B"}"##,
            r##"{"query":"query A { a # \r (b: \"\"\"\n } mutation B { b } # \"\"\") }","operationName":"B"}"##,
            "{\"query\":\"query A { a } # \u{2028} mutation B { b }\",\"operationName\":\"B\"}",
            r#"{"query":"{ a }","query":"mutation { b }"}"#,
            r#"{"query":"{ a }"} {"query":"mutation { b }"}"#,
            r#"{"query":"{ a } }"}"#,
            r#"{"query":"query A"}"#,
            r#"[{"query":"{ a }"},{"query":"mutation { b }"}]"#,
            r#"{"query":"query { a"}"#,
            r#"{"query":""}"#,
            r#"{"id":"persisted-7"}"#,
            r#"{"query":"{ a }""#,
            "[]",
            "{ a }",
            "",
        ] {
            let decision = lost_query(GRAPHQL, Some(query));
            assert_eq!(outline(&decision), (false, 0, Rule::NotRepeatable), "{query}");
        }
        assert_eq!(lost_query(GRAPHQL, None).rule(), Rule::NotRepeatable);
    }

    #[test]
    fn graphql_that_only_reads_is_sent_again() {
        for query in [
            r#"{"query":"{ a }"}"#,
            r#"{"query":"query { a }","variables":{"x":"mutation { b }"}}"#,
            r#"{"query":"query mutation($x: In = {a: [1]}) @live(if: {b: 1}) { a(b: {c: \"}\"}) }"}"#,
            r##"{"query":"# mutation { a }\r\nquery A { a }\n\nfragment F on T { mutation }"}"##,
            r#"{"query":"{ a(path: \"\"\"C:\\new\\\"\"\" mutation { \"\"\") }"}"#,
            r#"{"query":"{ a(text: \"mutation { \\\" \", more: \"\", block: \"\"\"mutation \\\"\"\" { \"\"\") }"}"#,
            r#"[{"query":"{ a }"},{"query":"query B { b }"}]"#,
            "\u{feff} {\"query\":\"{ a }\"}\n",
        ] {
            let decision = lost_query(GRAPHQL, Some(query));
            assert_eq!((decision.retry, decision.rule()), (true, Rule::Network), "{query}");
            for url in [
                "https://api.bigcommerce.com/stores/abc123/graphql",
                "https://api-b2b.bigcommerce.com/graphql",
            ] {
                assert!(lost_query(url, Some(query)).retry, "{query} to {url}");
            }
            let rest =
                lost_query("https://api.bigcommerce.com/stores/abc123/v3/carts", Some(query));
            assert_eq!(rest.rule(), Rule::NotRepeatable, "{query} to no GraphQL");
        }
    }

    #[test]
    fn what_was_done_in_part_is_not_repeated() {
        let mixed = r#"{"data":[{"id":1}],"errors":[{"status":503,"title":"One was not"}],
            "meta":{"total":2,"success":1,"failed":1}}"#;
        for status in [200, 207, 409, 422, 500, 502, 503, 504] {
            for method in ["GET", "PUT", "POST"] {
                let decision = decide(&told(method, status, mixed), &FIRST, &background());
                assert_eq!(outline(&decision), (false, 0, Rule::NotNeeded), "{method} {status}");
                assert_eq!(decision.reason, Reason::PartlyDone, "{method} {status}");
                assert!(decision.may_have_run, "{method} {status}");
            }
        }
    }

    #[test]
    fn a_failure_told_under_a_success_is_not_repeated() {
        let job = r#"{"data":{"status":"FAILED","errors":[{"message":"No template"}]}}"#;
        let none =
            r#"{"data":[],"errors":[{"status":422,"error":"Too much"}],"meta":{"success":0}}"#;
        for body in [job, none] {
            let decision = decide(&told("GET", 200, body), &FIRST, &background());
            assert_eq!(outline(&decision), (false, 0, Rule::NotRetryable), "{body}");
        }
        let refused = r#"{"data":null,"errors":[{"message":"No such field"}]}"#;
        let exchange = Exchange { url: GRAPHQL, ..told("POST", 200, refused) };
        assert_eq!(decide(&exchange, &FIRST, &background()).rule(), Rule::NotRetryable);
    }

    /// What Cloudflare answers in a store's place.
    fn of_cloudflare(status: u16, code: u16, retryable: bool, wait: &str) -> String {
        format!(
            r#"{{"title":"Error {code}: x","status":{status},"error_code":{code},
            "cloudflare_error":true,"retryable":{retryable}{wait}}}"#
        )
    }

    #[test]
    fn a_network_before_the_store_is_taken_at_its_word() {
        let shop = "https://shop.example/api/storefront/carts";
        for (method, status, code) in
            [("POST", 429, 1015), ("GET", 403, 1005), ("POST", 409, 1004), ("POST", 503, 1200)]
        {
            let body = of_cloudflare(status, code, true, r#","retry_after":7"#);
            let exchange = Exchange { url: shop, ..told(method, status, &body) };
            let decision = decide(&exchange, &FIRST, &background());
            assert_eq!(outline(&decision), (true, 7_000, Rule::RetryAfter), "{code}");
            assert_eq!(decision.reason, Reason::EdgeWait, "{code}");
            assert!(!decision.may_have_run, "{code} never reached the store");
            let body = of_cloudflare(status, code, false, "");
            let exchange = Exchange { url: shop, ..told("GET", status, &body) };
            let decision = decide(&exchange, &FIRST, &background());
            assert_eq!(outline(&decision), (false, 0, Rule::NotRetryable), "{code}");
        }
        // Without a wait of its own the documented one holds; a header of a rule goes before it.
        let text = Exchange { url: shop, ..told("GET", 429, "error code: 1015") };
        assert_eq!(decide(&text, &FIRST, &background()).delay_ms, 30_000);
        let headers = [("retry-after", "3")];
        let text = Exchange { headers: &headers, ..text };
        assert_eq!(decide(&text, &FIRST, &background()).delay_ms, 3_000);
        // What reached the store may have run.
        let body = of_cloudflare(524, 524, true, r#","retry_after":2"#);
        let late = Exchange { url: shop, ..told("POST", 524, &body) };
        assert_eq!(decide(&late, &FIRST, &background()).rule(), Rule::NotRepeatable);
    }

    #[test]
    fn what_bigcommerce_sends_is_not_sent_again_by_others() {
        let event = r#"{"scope":"store/order/updated","producer":"stores/x","data":{}}"#;
        for status in [404, 429, 500, 502, 503] {
            let call = Exchange {
                url: "https://app.example.com/hooks",
                request_body: Some(event),
                ..told("POST", status, "")
            };
            let vouched = Policy { repeatable: true, ..background() };
            assert_eq!(decide(&call, &FIRST, &vouched).rule(), Rule::NotRetryable, "{status}");
        }
    }

    #[test]
    fn a_url_that_has_to_be_mended_is_not_asked_again() {
        for url in [
            "http://fabricshop.example.com/admin/oauth/info",
            "http://store-abc123.mybigcommerce.com/graphql",
            "https://shop.example.com//api/storefront/carts",
            "https://store-abc123.mybigcommerce.com//dav/content",
            "https://api.bigcommerce.com/stores/abc123//v3/catalog/products",
            "https://api.bigcommerce.com:8443/stores/abc123/v3/catalog/products",
            "https://api.bigcommerce.com/api/storefront/carts",
            "https://https://shop.example.com/api/storefront/carts",
            "https://api.bigcommerce.com/stores/abc123/v3/admin/oauth/info",
        ] {
            for failed in [
                Exchange { failure: Some(Failure::Network), ..Exchange::request("GET", url) },
                Exchange { status: Some(503), ..Exchange::request("GET", url) },
                Exchange { status: Some(502), ..Exchange::request("GET", url) },
                Exchange { status: Some(500), ..Exchange::request("GET", url) },
            ] {
                let rule = decide(&failed, &FIRST, &background()).rule();
                assert_eq!(rule, Rule::NotRetryable, "{url} {:?}", failed.status);
            }
            // Also where its body says that a part was done: a diagnosis decides the same.
            let body = r#"{"data":[{"id":1}],"errors":[{"status":422,"title":"No"}],"meta":{"total":2,"success":1,"failed":1}}"#;
            let parted =
                Exchange { status: Some(500), body: Some(body), ..Exchange::request("GET", url) };
            let decision = decide(&parted, &FIRST, &background());
            assert_eq!(decision.rule(), Rule::NotRetryable, "{url}");
            #[cfg(feature = "prose")]
            assert_eq!(
                bc_status::diagnose_at(&parted, &FIRST, &background()).retry,
                decision,
                "{url}"
            );
            // A throttled request is none of the URL's.
            let throttled = Exchange { status: Some(429), ..Exchange::request("GET", url) };
            assert!(decide(&throttled, &FIRST, &background()).retry, "{url}");
        }
        for url in [
            "http://localhost:3000/graphql",
            "http://bff:8080/api/storefront/carts",
            "http://10.20.0.4/graphql",
            "http://example.com/page",
            "https://shop.example.com:8443/graphql",
            "https://api.bigcommerce.com/stores/abc123/v3/catalog/products/",
            "https://api.bigcommerce.com:443/stores/abc123/v3/catalog/products",
            "",
        ] {
            let failed = Exchange { status: Some(503), ..Exchange::request("GET", url) };
            assert!(decide(&failed, &FIRST, &background()).retry, "{url}");
        }
    }
}
