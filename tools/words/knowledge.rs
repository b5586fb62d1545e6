//! Prints what the crate knows as JavaScript modules, one by its name: `statuses`, the
//! meaning of each status code; `sets`, the members of each closed set; `reasons`, those of
//! decisions; `tables`, those of a diagnosis, and its words; `core-words`, what else the core
//! says; `headers`, those of an answer that decide; `kinds`, which findings are withheld from callers, which are no errors, and which outcomes are; `names`,
//! by which names words know reasons and pages; `limits`, sizes and times; `rooms`,
//! how many requests a route takes at once; `secrets`, the names that say that a value is
//! one, and `secret-headers`, those of headers, which a fetch needs sooner; `retries`, what is decided about a code by itself; `start`, what a fetch knows before its
//! first failure; `successes`, what is decided about a success. `types` are the closed sets, and
//! the values of findings, as types of TypeScript. `make package` calls it.

use bc_status::headers::{self, Role};
use bc_status::secret::{self, Kind};
use bc_status::set::{Member, SETS, Set};
use bc_status::status::{OTHER_NAMES, PAGES, classes};
use bc_status::{
    CONCURRENCY, Exchange, FindingId, Knowledge, LONGEST_DELAY_MS, Outcome, Policy, Profile,
    Reason, Retry, RetryBudget, Rule, State, Status, Words, body, classify, decide, diagnose,
    fetch, pace, retry, status, statuses,
};

fn main() {
    println!("// Generated from the tables of the core.");
    match std::env::args().nth(1).as_deref() {
        Some("statuses") => print_statuses(),
        Some("sets") => print_sets(),
        Some("types") => print_types(),
        Some("reasons") => print_reasons(),
        Some("tables") => print_tables(),
        Some("limits") => print_limits(),
        Some("headers") => print_headers(),
        Some("rooms") => print_rooms(),
        Some("secrets") => print_secrets(),
        Some("secret-headers") => {
            println!("export const SECRET_HEADER = /{}/;", secret::pattern(Kind::Header))
        }
        Some("retries") => print_retries(),
        Some("start") => print_start(),
        Some("successes") => print_successes(),
        Some("kinds") => {
            print_ids("WITHHELD", |id| id.is_for_operators());
            print_ids("NO_ERROR", |id| !id.is_error());
            print_error_outcomes();
        }
        Some("names") => print_names(),
        Some("core-words") => print_words("CORE_WORDS", is_of_core),
        other => panic!("there is no {other:?}"),
    }
}

fn print_statuses() {
    println!(
        "/** @typedef {{[text: string, documented: boolean, retry: import('bc-status').RetryAdvice, url: string, purpose: string, causes: string[], solutions: string[], links: string[]]}} Row */"
    );
    println!("/** @type {{Record<string | number, Row>}} */\nexport const STATUSES = {{");
    for status in statuses() {
        println!("  {}: {},", status.code, row(status));
    }
    for status in classes() {
        println!("  '{}': {},", status.class().name(), row(status));
    }
    println!("}};");

    let has_row = |code: &u16| statuses().iter().any(|status| status.code == *code);
    let others = (100..600).filter(|code| !has_row(code)).map(status);
    let named = others.filter(|status| !status.text.is_empty());
    let phrases: Vec<_> =
        named.map(|status| format!("{}: {:?}", status.code, status.text)).collect();
    println!("/** @type {{Record<number, string>}} */");
    println!("export const PHRASES = {{ {} }};", phrases.join(", "));

    let advice = Retry::ALL.iter().map(|retry| format!("{:?}: {:?}", retry.name(), retry.advice()));
    let advice: Vec<_> = advice.collect();
    println!("export const ADVICE = {{ {} }};", advice.join(", "));

    let mut last = "";
    let mut outcomes = Vec::new();
    for code in 100..600 {
        let outcome =
            classify(&Exchange { status: Some(code), ..Exchange::default() }).outcome.name();
        if outcome != last {
            outcomes.push(format!("[{code}, {outcome:?}]"));
        }
        last = outcome;
    }
    let others = OTHER_NAMES.iter().map(|(code, names)| format!("{code}: {names:?}"));
    println!("/** @type {{Record<number, string>}} */");
    println!("export const OTHER_NAMES = {{ {} }};", others.collect::<Vec<_>>().join(", "));
    println!("/** @type {{[from: number, outcome: import('bc-status').Outcome][]}} */");
    println!("export const CODE_OUTCOMES = [{}];", outcomes.join(", "));
}

/// `OUTCOMES`, `RETRY_RULES`: the names of each set, in their order.
fn print_sets() {
    for set in SETS.iter().filter(|set| set.name != Profile::SET.name) {
        print_set(set);
    }
    println!("export {{ {} }} from './start.js';", constant(Profile::SET.name));
}

fn print_set(set: &Set) {
    let names: Vec<_> = set.members.iter().map(|member| member.name).collect();
    println!("/** @type {{import('bc-status').{}[]}} */", set.name);
    println!("export const {} = {names:?};", constant(set.name));
}

/// `PacePriority` becomes `PACE_PRIORITIES`.
fn constant(name: &str) -> String {
    let mut constant = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !constant.is_empty() {
            constant.push('_');
        }
        constant.push(letter.to_ascii_uppercase());
    }
    match constant.strip_suffix('Y') {
        Some(most) => format!("{most}IES"),
        None if constant.ends_with('S') => constant + "ES",
        None => constant + "S",
    }
}

/// In a module of its own, since bundlers that split load a module whole: a page has this before
/// its first request.
fn print_start() {
    print_set(&Profile::SET);
    // Over letters in any case.
    println!("export const SECRET_HINT = /{}/i;", secret::hint_pattern());
    let usual = [headers::name::X_AUTH_TOKEN, headers::name::AUTHORIZATION];
    println!("export const USUAL_CREDENTIALS = {usual:?};");
}

/// What is decided about a success, by the first of the codes from which it is.
fn print_successes() {
    println!("/** @type {{[from: number, reason: string][]}} */");
    let mut last = None;
    let mut successes = Vec::new();
    for code in 200..300 {
        let exchange = Exchange { status: Some(code), ..Exchange::default() };
        let decision = decide(&exchange, &State::default(), &Policy::default());
        assert!(!decision.retry && decision.rule() == Rule::NotNeeded, "{code}");
        assert!(decision.may_have_run && decision.attempts_left == 0, "{code}");
        if last != Some(decision.reason) {
            successes.push(format!("[{code}, {:?}]", decision.reason.text()));
        }
        last = Some(decision.reason);
    }
    println!("export const SUCCESSES = [{}];", successes.join(", "));
}

fn print_types() {
    for set in SETS {
        let choices = set
            .members
            .iter()
            .map(|Member { name, about, .. }| format!("\n  /**{about} */\n  | '{name}'"));
        print_type(set.about, set.name, choices);
    }
    let codes = statuses().iter().map(|status| format!("\n  | {}", status.code));
    let about = " The codes that have a row of their own. Any other gets the row of its class.";
    print_type(about, "StatusCode", codes);
    let ids = FindingId::ALL.iter().map(|id| format!("\n  | '{id}'"));
    print_type(FindingId::SET.about, FindingId::SET.name, ids);
    print_values();
}

/// What the sentences of findings are made of.
fn print_values() {
    println!(
        "\n/** The values that sentences of findings are made of; those in `Ms` are milliseconds. */"
    );
    println!("export interface FindingValue {{");
    for (name, kind, about) in diagnose::VALUES {
        let kind = match kind {
            diagnose::Kind::Text => "string",
            diagnose::Kind::Number => "number",
            diagnose::Kind::List => "string[]",
            other => panic!("which type has {other:?}?"),
        };
        println!("  /** {about} */\n  {name}: {kind};");
    }
    println!(
        "}}\n\n/** Of each finding the names of its values, besides those that any evidence may have. */"
    );
    println!("export interface FindingValueNames {{");
    for id in FindingId::ALL {
        let names: Vec<_> = id.value_names().map(|name| format!("'{name}'")).collect();
        let names = if names.is_empty() { "never".into() } else { names.join(" | ") };
        println!("  '{id}': {names};");
    }
    println!("}}");
}

fn print_type(about: &str, name: &str, choices: impl Iterator<Item = String>) {
    let choices: String = choices.collect();
    println!("\n/**{about} */\nexport type {name} ={choices};");
}

fn print_error_outcomes() {
    let is_error = |outcome: &&Outcome| outcome.is_error();
    let names: Vec<_> =
        Outcome::ALL.iter().filter(is_error).map(|outcome| outcome.name()).collect();
    println!("export const ERROR_OUTCOMES = {names:?};");
}

fn print_ids(name: &str, is_wanted: impl Fn(FindingId) -> bool) {
    let ids: Vec<_> = FindingId::ALL.iter().filter(|id| is_wanted(**id)).collect();
    println!("export const {name} = {ids:?};");
}

/// Each name as a constant, and lists of those that decide, that tell of a quota, and that only a
/// diagnosis reads.
fn print_headers() {
    for (constant, name, _) in headers::ALL {
        println!("export const {constant} = {name:?};");
    }
    let list = |constant: &str, is_wanted: fn(Role) -> bool| {
        let wanted = headers::ALL.iter().filter(|(.., role)| is_wanted(*role));
        println!(
            "export const {constant} = {:?};",
            wanted.map(|(_, name, _)| name).collect::<Vec<_>>()
        );
    };
    list("QUOTA_HEADERS", |role| role == Role::Quota);
    list("DECISIVE_HEADERS", |role| matches!(role, Role::Quota | Role::Decides));
    list("DIAGNOSED_HEADERS", |role| matches!(role, Role::Answer | Role::Request));
}

fn print_reasons() {
    println!("export const REASONS = {{");
    for reason in Reason::ALL {
        println!("  {:?}: {:?},", reason.name(), reason.text());
    }
    println!("}};\nexport const REASON_RULES = {{");
    for reason in Reason::ALL {
        println!("  {:?}: {:?},", reason.name(), reason.rule().name());
    }
    println!("}};");

    // What the fetch decides by itself, and says in the core's words.
    let own = [
        ("bodyUsedUp", Reason::BodyUsedUp),
        ("budgetSpent", Reason::BudgetSpent),
        ("refused", Reason::Refused),
        ("circuitOpen", Reason::CircuitOpen),
        ("doesNotFit", Reason::DoesNotFit),
    ];
    let own = own.map(|(name, reason)| {
        format!("{name}: {{ rule: {:?}, reason: {:?} }}", reason.rule().name(), reason.text())
    });
    println!("export const OWN_REASONS = {{ {} }};", own.join(", "));

    let patience_ms = Profile::Interactive.max_elapsed_ms();
    println!("export const INTERACTIVE_MS = {patience_ms};");
    println!("export const LONGEST_DELAY_MS = {LONGEST_DELAY_MS};");
}

/// By which names words know reasons, in their order, and the pages of statuses.
fn print_names() {
    let reasons: Vec<_> = Reason::ALL.iter().map(|reason| reason.name()).collect();
    println!("export const REASON_NAMES = {reasons:?};");
    let named = |name: &str| !Words::english().text(&format!("link.{name}")).is_empty();
    let pages = PAGES.iter().filter(|(name, _)| named(name));
    let names: Vec<_> = pages.map(|(name, url)| format!("{url:?}: {name:?}")).collect();
    println!("export const LINK_NAMES = {{ {} }};", names.join(", "));
}

fn print_tables() {
    println!("export const TABLES = {:?};", Knowledge::texts());
    let is_finding = |id: &str| id.parse::<FindingId>().is_ok();
    print_words("FINDING_WORDS", |id| {
        is_finding(id) || id.starts_with("shown.") || id.starts_with("slip.")
    });
}

/// What the core says but for findings: what stands where bodies have no words.
fn is_of_core(id: &str) -> bool {
    id == "decimal" || ["note.", "body."].iter().any(|group| id.starts_with(group))
}

/// A part of the English words, as `src/words.rs` has them, but for comments.
fn print_words(name: &str, is_wanted: impl Fn(&str) -> bool) {
    let words = Words::english();
    let mut table = String::new();
    for id in words.ids().filter(|id| is_wanted(id)) {
        table += &format!("{id}\n");
        for text in words.texts(id) {
            table += &format!(" {text}\n");
        }
    }
    println!("export const {name} = {table:?};");
}

/// In bytes, and in levels of nesting.
fn print_limits() {
    println!("export const LONGEST_BODY = {};", body::LONGEST);
    println!("export const DEEPEST_BODY = {};", body::DEEPEST);
    println!("export const EXTRA_PART = {};", retry::EXTRA_PART);
    println!("export const LONGEST_EXTRA_MS = {};", retry::LONGEST_EXTRA_MS);
    println!("export const LONGEST_ANSWER_MS = {};", pace::LONGEST_ANSWER_MS);
    println!("export const LONGEST_ASK_MS = {};", pace::LONGEST_ASK_MS);
    println!("export const REST_MS = {};", pace::REST_MS);
    println!("export const MOST_HOPS = {};", fetch::MOST_HOPS);
    // Of the body of a failure, where no person reads it.
    println!("export const LONGEST_FAILURE = {};", fetch::LONGEST_BODY);
    println!("export const LONGEST_FAILURE_MS = {};", fetch::LONGEST_BODY_MS);
    println!(
        "export const RETRY_BUDGET = {{ capacity: {}, retryCost: {}, throttleCost: {}, refund: {} }};",
        RetryBudget::CAPACITY,
        RetryBudget::RETRY_COST,
        RetryBudget::THROTTLE_COST,
        RetryBudget::REFUND,
    );
}

/// Pattern, requests at once, and whether that is for each path.
fn print_rooms() {
    println!("/** @type {{[pattern: string, most: number, each: boolean][]}} */");
    println!("export const ROOMS = [");
    for room in CONCURRENCY {
        println!("  [{:?}, {}, {}],", room.pattern(), room.most, room.each);
    }
    println!("];");
}

/// Expressions over names in small letters and without `-` and `_`.
fn print_secrets() {
    for (name, kind) in [("FIELD", Kind::Field), ("PARAMETER", Kind::Parameter)] {
        println!("export const SECRET_{name} = /{}/;", secret::pattern(kind));
    }
    println!("export const CARD_CODE = /{}/;", secret::card_code_pattern());
    // Over texts.
    println!("export const SECRET_PREFIX = /{}/g;", secret::prefix_pattern());
}

/// What is decided after the first attempt, by the code alone: for a GET and a POST, each
/// for whoever waits and for a job. As most codes share theirs, a code has that of the
/// greatest code in the list that is not above it.
fn print_retries() {
    println!(
        "/** @type {{[from: number, decisions: [retry: boolean, delayMs: number, rule: import('bc-status').RetryRule][]][]}} */"
    );
    println!("export const RETRIES = [");
    let mut last = String::new();
    for code in 100..600 {
        let decisions = ["GET", "POST"].map(|method| {
            [Profile::Interactive, Profile::Background].map(|profile| {
                let exchange = Exchange { method, status: Some(code), ..Exchange::default() };
                let policy = Policy { profile, jitter: false, ..Policy::default() };
                let decision = decide(&exchange, &State::default(), &policy);
                let rule = decision.reason.rule().name();
                format!("[{}, {}, {rule:?}]", decision.retry, decision.delay_ms)
            })
        });
        let decisions = decisions.concat().join(", ");
        if decisions != last {
            println!("  [{code}, [{decisions}]],");
        }
        last = decisions;
    }
    println!("];");
}

/// Text, whether it is documented, advice, source, purpose, causes, solutions, and links
/// as text and address in turn.
fn row(status: &Status) -> String {
    let Status { text, documented, retry, url, purpose, causes, solutions, .. } = status;
    let links: Vec<_> = status.links.iter().flat_map(|link| [link.text, link.url]).collect();
    let retry = retry.name();
    format!(
        "[{text:?}, {documented}, {retry:?}, {url:?}, {purpose:?}, {causes:?}, {solutions:?}, {links:?}]"
    )
}
