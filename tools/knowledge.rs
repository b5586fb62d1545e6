//! Prints what the crate knows as JavaScript modules, one by its name: `statuses`, the
//! meaning of each status code; `reasons`, those of decisions, and the names of outcomes
//! and APIs; `tables`, those of a diagnosis; `limits`, how much of a body is read; `rooms`,
//! how many requests a route takes at once; `secrets`, the names that say that a value is
//! one; `retries`, what is decided about a code by itself; `gaps`, what the texts of findings
//! leave open, for whoever translates them. `make package` calls it.

use bc_status::secret::{self, Kind};
use bc_status::status::classes;
use bc_status::{
    Api, CONCURRENCY, Exchange, Knowledge, LONGEST_DELAY_MS, Outcome, Policy, Profile, Reason,
    Retry, State, Status, body, classify, decide, json, status, statuses,
};

fn main() {
    println!("// Generated from the tables of the core.");
    match std::env::args().nth(1).as_deref() {
        Some("statuses") => print_statuses(),
        Some("reasons") => print_reasons(),
        Some("tables") => print_tables(),
        Some("limits") => print_limits(),
        Some("rooms") => print_rooms(),
        Some("secrets") => print_secrets(),
        Some("retries") => print_retries(),
        Some("gaps") => println!("export const GAPS = {:?};", Knowledge::GAPS),
        other => panic!(
            "{other:?} is none of statuses, reasons, tables, limits, rooms, secrets, retries and gaps"
        ),
    }
}

fn print_statuses() {
    println!("export const STATUSES = {{");
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
    println!("export const PHRASES = {{ {} }};", phrases.join(", "));

    let all = [
        Retry::NoneNeeded,
        Retry::Never,
        Retry::AfterChange,
        Retry::AfterWait,
        Retry::IfRepeatable,
    ];
    let advice = all.map(|retry| format!("{:?}: {:?}", retry.name(), retry.advice()));
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
    println!("export const CODE_OUTCOMES = [{}];", outcomes.join(", "));
}

fn print_reasons() {
    println!(
        "export const OUTCOMES = {:?};",
        Outcome::ALL.iter().map(|one| one.name()).collect::<Vec<_>>()
    );
    println!(
        "export const APIS = {:?};",
        Api::ALL.iter().map(|one| one.name()).collect::<Vec<_>>()
    );

    let reasons = Reason::ALL.iter().flat_map(|reason| [reason.rule().name(), reason.text()]);
    println!("export const REASONS = {:?};", reasons.collect::<Vec<_>>());

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

fn print_tables() {
    let Knowledge { findings, routes, known } = Knowledge::own();
    println!("export const TABLES = [{findings:?}, {routes:?}, {known:?}];");
}

/// In bytes, and in levels of nesting.
fn print_limits() {
    println!("export const LONGEST_BODY = {};", body::LONGEST);
    println!("export const DEEPEST_BODY = {};", json::DEEPEST);
}

/// Pattern, requests at once, and whether that is for each path.
fn print_rooms() {
    println!("export const ROOMS = [");
    for room in CONCURRENCY {
        println!("  [{:?}, {}, {}],", room.pattern(), room.most, room.each);
    }
    println!("];");
}

/// Expressions over names in small letters and without `-` and `_`.
fn print_secrets() {
    let kinds = [("HEADER", Kind::Header), ("FIELD", Kind::Field), ("PARAMETER", Kind::Parameter)];
    for (name, kind) in kinds {
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
