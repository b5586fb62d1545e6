//! What terminals, chats, editors and collectors of logs put around and into a text.

use super::escapes::unescaped;
use super::{copied, reports};
use crate::json;
use crate::text::{Search, any, append, at_most, has, is_one_of, plain};

/// The text as the program wrote it.
pub(super) fn clean(text: &str) -> String {
    let text = without_signs(text);
    let mut text = without_fences(&text);
    if text.len() < copied::LONGEST {
        text = copied::mended(text);
    }
    if let Some(plain) = out_of_records(&text) {
        text = plain;
    }
    if let Some(printed) = reports::printed(&text) {
        text = without_signs(&printed);
    }
    if text.says("---response end---") {
        text = without_rules(&text);
    }
    if let Some(found) = found_by_a_test(&text) {
        text = found;
    }
    if text.says("\nServer response\n") {
        text = without_labels(&text);
    }
    // How sniffers of networks show the end of a line of HTTP.
    for end in ["\\r", "."] {
        if text.says(&[end, "\nHost: "].concat()) && text.says(&["\n", end, "\n"].concat()) {
            let ended = |line| str::strip_suffix(line, end).unwrap_or(line);
            text = text.split('\n').map(ended).collect::<Vec<_>>().join("\n");
        }
    }
    if has(&text, "<= Recv header|=> Send header") {
        text = untraced(&text);
    }
    if text.lines().take(FIRST_LINES).any(|line| Table::of_head(line).is_some()) {
        text = without_tables(&text);
    }
    // undici, which Node's own fetch is, logs two slashes where it sends one.
    if has(&text, "UNDICI |FETCH ") && text.says(" using https:") {
        text = copied::replaced(&text, ".com//", ".com/");
    }
    if text.says("${") {
        text = without_templates(&text);
    }
    // The prompt of the next command stands behind an answer without an end of line.
    for prompt in ["$ ", "# ", "% ", "❯ "] {
        if text.ends_with(prompt) {
            text.truncate(text.len() - prompt.len());
        }
    }
    // One may stand in another: a quotation of a log of a container.
    for _ in 0..4 {
        match without_prefixes(&text) {
            Some(shorter) => text = shorter,
            None => break,
        }
    }
    text
}

/// Without escape sequences of terminals, byte order marks and carriage returns.
fn without_signs(text: &str) -> String {
    let is_sign = |byte: &u8| {
        matches!(byte, b'\r' | 0x1b | 7 | 0) || *byte == 0xc2 || *byte == 0xe2 || *byte == 0xef
    };
    if !text.as_bytes().iter().any(is_sign) {
        return text.into();
    }
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\u{7}' | '\0' => {}
            // Editors and chats begin a text, or a line, with these.
            '\u{feff}' | '\u{200b}' if plain.is_empty() || plain.ends_with('\n') => {}
            '\u{a0}' | '\u{202f}' => plain.push(' '),
            '\u{1b}' => match letters.next() {
                // Colours and moves end with a letter.
                Some('[') => while letters.next().is_some_and(|it| !('@'..='~').contains(&it)) {},
                // Titles and links end with a bell, or with another escape.
                Some(']') => {
                    while let Some(it) = letters.next() {
                        if it == '\u{7}' {
                            break;
                        }
                        if it == '\u{1b}' {
                            letters.next();
                            break;
                        }
                    }
                }
                _ => {}
            },
            // What a meter has written over.
            '\r' => {
                if letters.peek() != Some(&'\n') {
                    plain.push('\n');
                }
            }
            other => plain.push(other),
        }
    }
    plain
}

/// The lines that a runtime of containers keeps in records: `{"log":"…\n","stream":"stdout",…}`.
fn out_of_records(text: &str) -> Option<String> {
    let begin = text.trim_start();
    if !begin.starts_with("{\"log\"") || !has(at_most(begin, 4096), "\"stream\"") {
        return None;
    }
    let mut whole = String::new();
    for line in begin.lines().filter(|line| !line.is_empty()) {
        whole.push_str(&unescaped(json::read(line)?.value.at("log").text()));
    }
    Some(whole)
}

/// Without the rules that wget draws around a head, and what it does between an answer's and its body.
fn without_rules(text: &str) -> String {
    let mut is_between = false;
    let mut kept = Vec::new();
    for line in text.split('\n') {
        is_between |= line == "---response end---";
        let is_rule = is_one_of(line, "---request begin---|---request end---|---response begin---");
        kept.push(if is_between || is_rule { "" } else { line });
        is_between &= !line.starts_with("Saving to: ");
    }
    kept.join("\n")
}

/// Of a comparison what a test found, and not what it wanted. Each legend counts for what is below it:
/// Cucumber shows a difference twice, with opposite signs.
fn found_by_a_test(text: &str) -> Option<String> {
    const FOUND_BY_PLUS: &str = "+ actual|+ Received|- Expected|- expected";
    const FOUND_BY_MINUS: &str = "- actual|- Received|+ Expected|+ expected";
    let says = |one, other| text.says(one) && text.says(other);
    let is_compared = says("- Expected", "+ Received")
        || has(text, "+ actual - expected|- expected + actual")
        || says("- actual", "+ expected");
    if !is_compared {
        return None;
    }
    let mut signs = None;
    let lines = text.split('\n').filter_map(|line| {
        if has(line, FOUND_BY_PLUS) {
            signs = Some(("+", "-"));
        } else if has(line, FOUND_BY_MINUS) {
            signs = Some(("-", "+"));
        }
        let bare = line.trim_start();
        let begins = |it: char| it == ' ' || it == '\t' || it.is_ascii_digit();
        let is_of = |sign| bare.strip_prefix(sign).filter(|rest| rest.starts_with(begins));
        // The same in one line.
        if has(line, " to match object | to deeply equal | to strictly equal ") {
            return None;
        }
        let Some((found, wanted)) = signs else { return Some(line) };
        match (is_of(found), is_of(wanted)) {
            (Some(rest), _) => Some(rest),
            (None, Some(_)) => None,
            _ => Some(line),
        }
    });
    Some(lines.collect::<Vec<_>>().join("\n"))
}

/// Without what Swagger UI writes above the parts of an answer.
fn without_labels(text: &str) -> String {
    const LABELS: &str = "Curl|Request URL|Server response|Code\tDetails|Response body|Response headers|Download|Copy";
    let (answer, _) = text.parted("\nResponses\nCode").unwrap_or((text, ""));
    let kept = answer.split('\n').filter(|line| !is_one_of(line.trim(), LABELS));
    kept.collect::<Vec<_>>().join("\n")
}

/// What curl traces, in pieces with the place of each line before it, put together again.
fn untraced(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut is_data = false;
    for line in text.split('\n') {
        if has(line, "<= Recv |=> Send ") {
            is_data = has(line, " data,");
            continue;
        }
        let piece = line
            .get(4..)
            .and_then(|rest| rest.strip_prefix(": "))
            .filter(|_| line.bytes().take(4).all(|it| it.is_ascii_hexdigit()));
        // Data goes on in the next piece, a head with the next line.
        if !is_data || piece.is_none() {
            whole.push('\n');
        }
        whole.push_str(piece.unwrap_or(line));
        is_data &= piece.is_some();
    }
    whole
}

/// Where a table has what: the places, from 1, of a method, of what was asked, of its host and of a
/// status; 0 where it has none. Cells end with `sign`.
struct Table {
    places: [usize; 4],
    sign: &'static str,
    count: usize,
}

impl Table {
    /// `None` where a line is not one of names, of which one says a status, and another what was asked.
    fn of_head(line: &str) -> Option<Table> {
        let line = line.strip_prefix("#Fields: ").unwrap_or(line);
        if line.len() > 600 || !has(line, "tatus|TATUS|ode|ODE|esult|RESULT") {
            return None;
        }
        let has_blanks = line.says("sc-") || !line.bytes().any(|it| it.is_ascii_lowercase());
        for sign in ["|", "\t", ",", ";", "│", " "] {
            let mut places = [0; 4];
            let count = cells(line, sign, &mut |at, cell| {
                if let Some(place) = column(cell).and_then(|kind| places.get_mut(kind)) {
                    *place = at;
                }
            });
            let [method, target, _, status] = places;
            if status > 0 && method + target > 0 && (sign != " " || has_blanks) {
                return Some(Table { places, sign, count });
            }
        }
        None
    }

    /// A row as logs have it: `GET /v3/orders status=404`.
    fn row(&self, line: &str) -> Option<String> {
        let mut parts = [""; 4];
        let mut others = String::new();
        let count = cells(line, self.sign, &mut |at, cell| {
            let mut pairs = self.places.iter().zip(&mut parts);
            match pairs.find(|(place, _)| **place == at) {
                Some((_, part)) => *part = cell,
                None => append(&mut others, &[" ", cell]),
            }
        });
        let [method, target, host, status] = parts;
        let host = if host.is_empty() || !target.starts_with('/') { "" } else { host };
        let scheme = if host.is_empty() { "" } else { "https://" };
        let row = [method, " ", scheme, host, target, " status=", status, &others].concat();
        (count == self.count && !status.starts_with('-')).then_some(row)
    }
}

/// How many cells a line has; of each the place, from 1, and what is in it.
fn cells<'a>(line: &'a str, sign: &str, each: &mut dyn FnMut(usize, &'a str)) -> usize {
    let (mut count, mut rest) = (0, Some(line));
    while let Some(line) = rest {
        let (cell, after) = match line.parted(sign) {
            Some((cell, after)) => (cell, Some(after)),
            None => (line, None),
        };
        rest = after;
        // Between names that blanks part there may be several.
        if sign != " " || !cell.is_empty() {
            count += 1;
            each(count, cell.trim_matches([' ', '"', '`']));
        }
    }
    count
}

/// What is in a column of this name.
fn column(name: &str) -> Option<usize> {
    let name = plain(name);
    let kinds = [
        "method|verb",
        "url|uri|path|uristem|endpoint|route|request",
        "host",
        "status|code|result",
    ];
    kinds.into_iter().position(|ends| any(ends, &mut |end| name.ends_with(end)))
}

fn without_tables(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut table: Option<Table> = None;
    for line in text.split('\n') {
        let head = Table::of_head(line);
        let row = table.as_ref().filter(|_| head.is_none()).and_then(|table| table.row(line));
        table = head.or(table);
        append(&mut whole, &[row.as_deref().unwrap_or(line), "\n"]);
    }
    whole
}

/// Code does not tell what its templates come to: of a URL in one, that is left open.
fn without_templates(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut is_code = false;
    for (number, part) in text.split('`').enumerate() {
        // Behind a parenthesis or a sign of assignment it is code, and else a quotation.
        let begins = plain.trim_end_matches([' ', '\n']).ends_with(['(', '=']);
        is_code = number > 0 && !is_code && begins;
        if number > 0 {
            plain.push('`');
        }
        let mut rest = part;
        while let Some((before, after)) = rest.parted("${").filter(|_| is_code) {
            let Some((_, behind)) = after.split_once('}') else { break };
            plain.push_str(before);
            // Before a path it stands for the host.
            if !(plain.ends_with('`') && behind.starts_with('/')) {
                plain.push('…');
            }
            rest = behind;
        }
        plain.push_str(rest);
    }
    plain
}

fn without_fences(text: &str) -> String {
    if !text.says("```") && !text.says("~~~") {
        return text.into();
    }
    let is_fence = |line: &&str| {
        let line = line.trim_start();
        line.starts_with("```") || line.starts_with("~~~")
    };
    let kept: Vec<&str> = text.split('\n').filter(|line| !is_fence(line)).collect();
    kept.join("\n")
}

/// What none of so many lines has, the others have not either.
const FIRST_LINES: usize = 40;

/// Without what stands before every line, if something does.
fn without_prefixes(text: &str) -> Option<String> {
    let is_verbose = text.lines().any(|line| line.starts_with("< HTTP/"))
        || text.lines().any(|line| line.starts_with("> ") && line.says(" HTTP/"));
    let kinds: [fn(&str) -> usize; 7] =
        [quotation, container, pod, moment, syslog, program, numbered];
    for (number, kind) in kinds.into_iter().enumerate() {
        // What curl sends stands behind the same sign.
        if number == 0 && is_verbose {
            continue;
        }
        let (mut all, mut with) = (0, 0);
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            all += 1;
            with += usize::from(kind(line) > 0);
            if with == 0 && all > FIRST_LINES {
                break;
            }
        }
        // What another stream put between has none; of a quotation there is no other.
        if all > 0 && (with == all || number > 0 && with > 3 && with * 4 >= all * 3) {
            let shorter = |line: &str| line.get(kind(line)..).unwrap_or("").to_string();
            let lines: Vec<String> = text.split('\n').map(shorter).collect();
            return Some(lines.join("\n"));
        }
    }
    None
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// `> `
fn quotation(line: &str) -> usize {
    let indent = blanks(line);
    match line.get(indent..) {
        Some(rest) if rest.starts_with("> ") => indent + 2,
        Some(">") => indent + 1,
        _ => 0,
    }
}

/// `web-1  | `, as docker compose has it.
fn container(line: &str) -> usize {
    let length = named(line);
    // pm2 numbers them: `0|web  | `.
    if let Some((number, rest)) = line.split_once('|')
        && (1..4).contains(&number.len())
        && number.bytes().all(|it| it.is_ascii_digit())
    {
        let inner = named(rest);
        return if inner > 0 { number.len() + 1 + inner } else { length };
    }
    length
}

fn named(line: &str) -> usize {
    let is_name = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.');
    let name = line.len() - line.trim_start_matches(is_name).len();
    let rest = line.get(name..).unwrap_or("");
    let gap = blanks(rest);
    match rest.get(gap..) {
        Some(rest) if name > 0 && rest.starts_with("| ") => name + gap + 2,
        Some("|") if name > 0 => name + gap + 1,
        _ => 0,
    }
}

/// `[pod/shop-7c9/app] `, `[next] `
fn pod(line: &str) -> usize {
    let named = line.strip_prefix('[').and_then(|rest| rest.parted("] "));
    match named {
        Some((name, _))
            if name.starts_with("pod/") || name.bytes().all(|it| it.is_ascii_lowercase()) =>
        {
            name.len() + 3
        }
        _ => 0,
    }
}

/// `app[web.1]: `, as platforms name what wrote a line.
fn program(line: &str) -> usize {
    let is_name = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.' | '/');
    let name = line.len() - line.trim_start_matches(is_name).len();
    let Some(rest) = line.get(name..).and_then(|rest| rest.strip_prefix('[')) else { return 0 };
    match rest.at("]: ") {
        Some(end) if name > 0 && end < 40 => name + 1 + end + 3,
        _ => 0,
    }
}

/// `2026-11-28T17:00:00.000Z `, as runners of jobs and kubectl have it, also in brackets, and
/// `17:00:00.123456 `.
fn moment(line: &str) -> usize {
    if let Some(inner) = line.strip_prefix('[') {
        let length = stamp(inner);
        let ends = inner.get(..length).is_some_and(|stamp| stamp.trim_end().ends_with(']'));
        return if ends { length + 1 } else { 0 };
    }
    stamp(line)
}

fn stamp(line: &str) -> usize {
    let bytes = line.as_bytes();
    let clock = line.find(' ').filter(|at| (8..17).contains(at)).and_then(|at| line.get(..at));
    let is_clock = |time: &str| {
        time.bytes().all(|it| it.is_ascii_digit() || matches!(it, b':' | b'.' | b',' | b']'))
            && time.bytes().filter(|it| *it == b':').count() == 2
    };
    if clock.is_some_and(is_clock) {
        return clock.map_or(0, |time| time.len() + 1);
    }
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let sign = |at: usize, sign: &[u8]| bytes.get(at).is_some_and(|byte| sign.contains(byte));
    let is_date = digit(0) && digit(3) && sign(4, b"-") && digit(5) && sign(7, b"-") && digit(9);
    if !is_date || !sign(10, b"T") || !sign(13, b":") || !sign(16, b":") {
        return 0;
    }
    let end = line.find([' ', '\t']).unwrap_or(line.len());
    if end > 40 { 0 } else { (end + 1).min(line.len()) }
}

/// `Nov 28 17:00:00 host program[1]: `
fn syslog(line: &str) -> usize {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let month = line.get(..3).is_some_and(|month| MONTHS.says(month));
    let time =
        line.get(4..15).is_some_and(|time| time.bytes().filter(|it| *it == b':').count() == 2);
    match line.at(": ") {
        Some(end) if month && time && end < 100 => end + 2,
        _ => 0,
    }
}

/// `  12 | `, as editors and tools of diffs number lines.
fn numbered(line: &str) -> usize {
    let indent = blanks(line);
    let rest = line.get(indent..).unwrap_or("");
    let digits = rest.len() - rest.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let after = rest.get(digits..).unwrap_or("");
    let gap = blanks(after);
    match after.get(gap..) {
        Some(after) if digits > 0 && after.starts_with("│ ") => {
            indent + digits + gap + "│ ".len()
        }
        Some(after) if digits > 0 && after.starts_with("| ") => indent + digits + gap + 2,
        Some(after) if digits > 0 && (indent > 0 || digits < 3) && after.starts_with('\t') => {
            indent + digits + gap + 1
        }
        _ => 0,
    }
}
