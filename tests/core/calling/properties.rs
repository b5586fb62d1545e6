//! What holds of a call whatever servers, hooks and callers do.

use super::host::{Came, Host, Reply, odd_events};
use bc_status::fetch::{
    Answer, Body, End, Event, Fate, Forecast, HandOut, Hook, Hooks, Redirects, Request,
    RetryBudget, Settings, Step,
};
use bc_status::{
    AttemptRecord, Call, Exchange, Failure, Gate, Policy, Profile, Reason, Rule, State, decide,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What is secret at one is not so at another, but for the third, which is the first without TLS.
const ORIGINS: [&str; 5] = [
    "https://api.bigcommerce.com",
    "https://other.example",
    "http://api.bigcommerce.com",
    "https://api.bigcommerce.com:8443",
    "https://payments.bigcommerce.com",
];

fn origin_of(url: &str) -> usize {
    let is_of = |origin: &str| url == origin || url.starts_with(&format!("{origin}/"));
    ORIGINS.iter().position(|origin| is_of(origin)).expect("one of the origins")
}

fn is_for_same(from: usize, to: usize) -> bool {
    from == to || (from, to) == (2, 0)
}

/// So long it takes to read a body.
const READING_MS: f64 = 5.0;

#[derive(Clone, Debug)]
struct Scene {
    request: Request,
    settings: Settings,
    replies: Vec<Reply>,
    random: f64,
    budget: f64,
    forecast: Forecast,
    refuses: bool,
    throwing: Option<Hook>,
    holds_secret: bool,
    aborts_at: Option<usize>,
    is_odd: bool,
    closed_ms: Option<f64>,
}

fn location() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => (select(&ORIGINS[..]), "[a-z]{0,3}").prop_map(|(origin, path)| format!("{origin}/{path}")),
        2 => Just("/stores/abc123/v3/here".to_string()),
        1 => Just("no url".to_string()),
        1 => Just("ftp://other.example/".to_string()),
        1 => Just("https://user:pass@other.example/".to_string()),
    ]
}

fn reply() -> impl Strategy<Value = Reply> {
    let waits = prop_oneof![
        3 => Just(vec![]),
        2 => (0u32..9).prop_map(|s| vec![("Retry-After", s.to_string())]),
        2 => (0u32..9_000).prop_map(|ms| vec![
            ("X-Rate-Limit-Time-Reset-Ms", ms.to_string()),
            ("X-Rate-Limit-Requests-Left", (ms % 2).to_string()),
        ]),
        1 => Just(vec![("Retry-After", "soon".to_string()), ("X-Retry-After", "86400".to_string())]),
    ];
    let owned = |headers: Vec<(&str, String)>| {
        headers.into_iter().map(|(name, value)| (name.to_string(), value)).collect::<Vec<_>>()
    };
    let status = prop_oneof![
        6 => select(vec![200, 201, 404, 409, 422, 429, 429, 429, 500, 502, 503, 503, 503, 504, 509]),
        1 => any::<u16>(),
    ];
    let head =
        (status, waits).prop_map(move |(status, headers)| Came::Head(status, owned(headers)));
    let led = (select(vec![301, 302, 303, 307, 307, 308]), location())
        .prop_map(|(status, to)| Came::Head(status, vec![("location".into(), to)]));
    let failure = select(vec![Failure::Network, Failure::Network, Failure::Timeout]);
    let came = prop_oneof![
        8 => head,
        4 => led,
        3 => failure.prop_map(Came::Failed),
        1 => Just(Came::Failed(Failure::Aborted)),
        1 => Just(Came::Threw),
    ];
    let body = select(vec![
        "",
        "",
        "{}",
        r#"{"title":"Store is suspended"}"#,
        r#"{"error":{"code":"SERVICE_DEGRADED","message":"Later","retry_after_seconds":3}}"#,
        r#"{"title":"Spam protection","type":"spam_protection"}"#,
        r#"{"title":"Too many concurrent requests"}"#,
    ]);
    (came, 0.0..3_000.0, body)
        .prop_map(|(came, after_ms, body)| Reply { after_ms, ..Reply::of(came).says(body) })
}

fn request() -> impl Strategy<Value = Request> {
    let method = select(vec![
        "GET", "GET", "PUT", "DELETE", "POST", "POST", "POST", "post", "PATCH", "HEAD",
    ]);
    let body = select(vec![Body::None, Body::Again, Body::Again, Body::Again, Body::Once]);
    let redirects = select(vec![Redirects::Here, Redirects::Here, Redirects::Elsewhere]);
    (method, select(&ORIGINS[..]), body, redirects).prop_map(|(method, origin, body, redirects)| {
        Request { body, redirects, ..Request::new(method, &format!("{origin}/stores/abc123/v3/x")) }
    })
}

fn policy() -> impl Strategy<Value = Policy> {
    (
        select(vec![Profile::Interactive, Profile::Background]),
        option::of(0u32..6),
        option::of(select(vec![0, 500, 5_000, 100_000])),
        option::of(select(vec![0, 1_000, 20_000, u64::MAX])),
        any::<bool>(),
    )
        .prop_map(|(profile, max_attempts, max_delay_ms, max_elapsed_ms, jitter)| Policy {
            profile,
            max_attempts,
            max_delay_ms,
            max_elapsed_ms,
            jitter,
            repeatable: false,
        })
}

fn settings() -> impl Strategy<Value = Settings> {
    (
        option::weighted(0.9, policy()),
        option::weighted(0.3, select(vec![0, 100, 1_500, u64::MAX])),
        any::<[bool; 5]>(),
    )
        .prop_map(
            |(policy, attempt_timeout_ms, [attempt, retry, give_up, has_budget, is_paced])| {
                let hooks = Hooks { attempt, retry, give_up };
                Settings { policy, attempt_timeout_ms, hooks, has_budget, is_paced }
            },
        )
}

fn scene() -> impl Strategy<Value = Scene> {
    let forecast = (select(vec![0.0, 0.0, 700.5, 1e9]), any::<bool>())
        .prop_map(|(wait_ms, is_circuit_open)| Forecast { wait_ms, is_circuit_open });
    let hook = select(vec![Hook::Attempt, Hook::Retry, Hook::GiveUp]);
    (
        (request(), settings(), vec(reply(), 1..12)),
        (0.0..1.0, select(vec![0.0, 5.0, 20.0, 500.0]), forecast),
        (any::<bool>(), option::weighted(0.1, hook), any::<bool>()),
        (option::weighted(0.2, 1usize..40), any::<bool>(), option::weighted(0.2, 0.0..5_000.0)),
    )
        .prop_map(|((request, settings, replies), chance, hooks, more)| {
            let (random, budget, forecast) = chance;
            let (refuses, throwing, holds_secret) = hooks;
            let (aborts_at, is_odd, closed_ms) = more;
            let refuses = refuses && random < 0.3;
            Scene {
                request,
                settings,
                replies,
                random,
                budget,
                forecast,
                refuses,
                throwing,
                holds_secret,
                aborts_at,
                is_odd,
                closed_ms,
            }
        })
}

/// What came of a scene.
struct Played {
    scene: Scene,
    host: Host,
    call: Call,
    out: HandOut,
    /// The reply to each that was sent.
    replies: Vec<Reply>,
}

fn play(scene: Scene) -> Played {
    // What comes after the last.
    let last = Reply::of(Came::Head(200, vec![]));
    let replies: Vec<_> = scene.replies.iter().cloned().chain([last]).collect();
    let mut host = Host::new(replies.clone());
    host.random = scene.random;
    host.budget = RetryBudget::of(scene.budget);
    host.forecast = scene.forecast;
    host.refuses = scene.refuses;
    host.throwing = scene.throwing;
    host.holds_secret = scene.holds_secret;
    host.aborts_at = scene.aborts_at;
    host.is_odd = scene.is_odd;
    if let Some(ms) = scene.closed_ms {
        host.gate.close(Call::new(scene.request.clone(), scene.settings).store(), ms, host.now_ms);
    }
    let mut call = Call::new(scene.request.clone(), scene.settings);
    let out = host.run(&mut call);
    let sent = host.sent.len();
    let replies = (0..sent).map(|at| replies[at.min(replies.len() - 1)].clone()).collect();
    Played { scene, host, call, out, replies }
}

/// The reply as it was for the call: a limit of time may have come before it.
fn came(played: &Played, at: usize) -> Came {
    let (sent, reply) = (&played.host.sent[at], &played.replies[at]);
    match sent.what.limit_ms {
        Some(limit) if reply.after_ms > limit => Came::Failed(Failure::Timeout),
        _ => reply.came.clone(),
    }
}

/// Whether a request that met this may have had its effect.
fn may_have_run(came: &Came) -> bool {
    match came {
        Came::Failed(_) | Came::Threw => true,
        Came::Head(status, _) => matches!(status, 200..=206 | 500 | 502..=504),
    }
}

/// The wait that the server named, as far as this test writes it.
fn named_ms(came: &Came) -> f64 {
    let Came::Head(status @ (429 | 503), headers) = came else { return 0.0 };
    let number = |name: &str| {
        let named = headers.iter().find(|(one, _)| one == name);
        named.and_then(|(_, value)| value.parse::<f64>().ok()).unwrap_or(0.0)
    };
    let by_quota = if *status == 429 { number("X-Rate-Limit-Time-Reset-Ms") } else { 0.0 };
    by_quota.max(number("Retry-After") * 1_000.0)
}

proptest! {
    #![proptest_config(crate::tries(6_000))]

    /// That it ends at all, the host asserts.
    #[test]
    fn every_call_ends_and_nothing_comes_after_the_end(scene in scene()) {
        let mut played = play(scene);
        prop_assert!(played.call.is_over());
        let ends = played.host.steps.iter().filter(|step| matches!(step, Step::HandOut(_)));
        prop_assert_eq!(ends.count(), 1);
        let (attempts, history) = (played.call.attempts(), played.call.history().len());
        for event in odd_events().into_iter().chain([Event::Aborted, Event::Threw]) {
            let step = played.call.step(event, &mut played.host.gate, played.host.now_ms, 0.5);
            prop_assert_eq!(step, Step::Nothing, "after {:?}", event);
        }
        prop_assert_eq!((attempts, history), (played.call.attempts(), played.call.history().len()));
    }

    #[test]
    fn no_post_is_sent_twice_after_it_may_have_run(scene in scene()) {
        let played = play(scene);
        let mut ran = false;
        for (at, sent) in played.host.sent.iter().enumerate() {
            let writes = ["POST", "PATCH"].iter().any(|it| sent.what.hop.method.eq_ignore_ascii_case(it));
            prop_assert!(!(ran && writes), "{:?}", played.host.hops());
            let is_led_on = played.host.sent.get(at + 1).is_some_and(|next| {
                next.what.attempt == sent.what.attempt && next.what.hop.method == "GET"
            });
            ran |= writes && (may_have_run(&came(&played, at)) || is_led_on);
        }
    }

    #[test]
    fn no_stream_is_sent_twice(scene in scene()) {
        let played = play(scene);
        if played.scene.request.body == Body::Once {
            let with_body = played.host.sent.iter().filter(|sent| sent.what.hop.with_body);
            prop_assert_eq!(with_body.count().max(1), 1);
        }
    }

    #[test]
    fn no_wait_is_shorter_than_the_server_asked_for(scene in scene()) {
        let played = play(scene);
        let sent = &played.host.sent;
        for (at, pair) in sent.windows(2).enumerate() {
            if pair[0].what.attempt == pair[1].what.attempt {
                continue;
            }
            let came = came(&played, at);
            let took_ms = played.replies[at].after_ms.min(pair[0].what.limit_ms.unwrap_or(f64::MAX));
            let waited_ms = pair[1].at_ms - pair[0].at_ms - took_ms;
            prop_assert!(waited_ms >= named_ms(&came) - 1e-6, "{waited_ms} after {came:?}");
        }
    }

    #[test]
    fn no_credential_goes_to_another_origin_and_no_secret_in_a_body(scene in scene()) {
        let played = play(scene);
        let Scene { request, holds_secret, .. } = &played.scene;
        let mut is_home = true;
        let mut body_home = true;
        let mut before = None;
        for sent in &played.host.sent {
            let hop = &sent.what.hop;
            let origin = origin_of(&hop.url);
            if hop.number == 0 {
                prop_assert_eq!(&hop.url, &request.url);
                (is_home, body_home) = (true, true);
            } else {
                let is_same = before.is_some_and(|before| is_for_same(before, origin));
                is_home &= is_same;
                body_home &= is_same;
            }
            before = Some(origin);
            prop_assert!(!hop.with_credentials || is_home, "{:?}", played.host.hops());
            prop_assert_eq!(hop.keeps("X-Auth-Token"), hop.with_credentials);
            let with_body = hop.with_body && request.body != Body::None;
            prop_assert!(!(with_body && *holds_secret) || body_home, "{:?}", played.host.hops());
        }
    }

    #[test]
    fn the_budget_is_never_exceeded(scene in scene()) {
        let played = play(scene);
        let Scene { settings, budget, .. } = &played.scene;
        let history = played.call.history();
        let repeats: Vec<_> = history.iter().filter(|record| record.decision.retry).collect();
        let costs = repeats.iter().map(|AttemptRecord { decision, .. }| {
            let is_named = matches!(decision.rule(), Rule::RateLimitReset | Rule::RetryAfter);
            match decision.may_have_run {
                true => 14.0,
                false if is_named => 0.0,
                false => 5.0,
            }
        });
        let spent: f64 = costs.sum();
        prop_assert!(!settings.has_budget || spent <= *budget, "{spent} of {budget}");
        let last = played.host.sent.last().map_or(0, |sent| sent.what.attempt);
        prop_assert!(last as usize <= repeats.len() + 1, "each repeat was decided");
    }

    #[test]
    fn what_is_decided_agrees_with_decide(scene in scene()) {
        let played = play(scene);
        let Scene { request, settings, random, .. } = &played.scene;
        let Some(policy) = settings.policy else { return Ok(()) };
        let mut lasts = Vec::new();
        for (at, sent) in played.host.sent.iter().enumerate() {
            let is_last = played.host.sent.get(at + 1).is_none_or(|next| next.what.attempt > sent.what.attempt);
            if is_last {
                lasts.push(at);
            }
        }
        for (record, at) in played.call.history().iter().zip(lasts) {
            let came = match record.failure {
                Some(failure) => Came::Failed(failure),
                None => came(&played, at),
            };
            let Came::Head(status, headers) = &came else {
                prop_assert_eq!(record.status, None);
                continue;
            };
            let headers: Vec<_> = headers.iter().map(|(name, value)| (&**name, &**value)).collect();
            let ends_ms = record.started_ms + record.duration_ms;
            let decided = |read_ms: f64, body| {
                let elapsed_ms = (ends_ms + read_ms).floor() as u64 + 1;
                let state = State { attempt: record.attempt, elapsed_ms, random: Some(*random) };
                let exchange = Exchange {
                    body,
                    ..Exchange::request(&request.method, &request.url).answer(*status, &headers)
                };
                decide(&exchange, &state, &policy)
            };
            let body = Some(played.replies[at].body.as_str()).filter(|body| !body.is_empty());
            // By the head, or after the body was read.
            let by_either = [decided(0.0, None), decided(READING_MS, body)];
            let own = [
                Reason::BodyUsedUp,
                Reason::BudgetSpent,
                Reason::Refused,
                Reason::CircuitOpen,
                Reason::DoesNotFit,
            ];
            let is_own = own.contains(&record.decision.reason)
                && by_either.iter().any(|decided| decided.retry);
            let was_led_on = record.decision.reason == Reason::MayHaveRun;
            // The sum of two fractions may lie on the other side of a whole millisecond.
            let is_like = |it: &bc_status::Decision| {
                let other = record.decision;
                it.retry == other.retry && it.reason == other.reason
                    && it.attempts_left == other.attempts_left
                    && it.may_have_run == other.may_have_run
                    && it.delay_ms.abs_diff(other.delay_ms) <= 1
            };
            prop_assert!(is_own || was_led_on || by_either.iter().any(is_like), "{record:?} {by_either:?}");
        }
    }

    #[test]
    fn every_permit_is_settled_once(scene in scene()) {
        let played = play(scene);
        let mut out = 0;
        for step in &played.host.steps {
            match step {
                Step::Admit { max_wait_ms, .. } => {
                    prop_assert!(out == 0 && *max_wait_ms >= 0.0);
                    out += 1;
                }
                Step::Settle(fate) => {
                    prop_assert!(out > 0, "{fate:?}");
                    out -= 1;
                }
                _ => {}
            }
        }
        // The one that was asked for when the caller gave up was never given.
        let asked = played.host.steps.iter().filter(|step| matches!(step, Step::Admit { .. }));
        prop_assert_eq!(out, asked.count() - played.host.admitted as usize);
        let is_success = |fate: &Fate| matches!(fate, Fate::Answered(200..=299));
        let successes = played.host.fates.iter().filter(|fate| is_success(fate)).count();
        prop_assert!(successes <= 1);
    }

    #[test]
    fn who_gives_up_sends_nothing_more(scene in scene(), at in 1usize..40) {
        let mut played = play(Scene { aborts_at: Some(at), ..scene });
        let after = played.host.steps.split_off(at.min(played.host.steps.len()));
        let sends = after.iter().any(|step| {
            matches!(step, Step::Send(_) | Step::Wait { .. } | Step::Admit { .. } | Step::ReadBody)
        });
        prop_assert!(!sends, "{after:?}");
        let gave_up = matches!(played.out.end, End::Aborted | End::Failure(Failure::Aborted));
        let was_over = matches!(played.host.steps.last(), Some(Step::HandOut(_) | Step::Settle(_)));
        prop_assert!(gave_up || was_over || played.scene.throwing.is_some(), "{:?}", played.out);
    }

    /// Whatever it is told, and however little of it makes sense.
    #[test]
    fn nothing_that_happens_is_too_odd(
        request in request(),
        settings in settings(),
        events in vec((any::<Index>(), any::<u16>(), location(), -1e12..1e12f64), 1..60),
    ) {
        let mut call = Call::new(request, settings);
        let mut gate = Gate::default();
        let mut sent = 0;
        for (index, status, url, now_ms) in &events {
            let headers = [("location", url.as_str()), ("retry-after", "1")];
            let answer = Answer { status: *status, headers: &headers, url, redirected: status % 2 > 0 };
            let more = [
                Event::Answered(answer),
                Event::Resolved(Some(url)),
                Event::Resolved(None),
                Event::Aborted,
                Event::Threw,
                Event::Failed(Failure::Timeout),
                Event::BudgetSaid(false),
                Event::Searched(true),
                Event::Forecast(Forecast { wait_ms: f64::NAN, is_circuit_open: true }),
            ];
            let all: Vec<_> = odd_events().into_iter().chain(more).collect();
            let was_over = call.is_over();
            let step = call.step(all[index.index(all.len())], &mut gate, *now_ms, status.rem_euclid(10).into());
            sent += u32::from(matches!(step, Step::Send(_)));
            prop_assert!(!was_over || matches!(step, Step::Nothing | Step::HandOut(_)));
        }
        prop_assert!(sent <= events.len() as u32);
    }
}
