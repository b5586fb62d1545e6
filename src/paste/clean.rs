//! What terminals, chats, editors and collectors of logs put around and into a text.

/// The text as the program wrote it.
pub(super) fn clean(text: &str) -> String {
    let text = without_signs(text);
    let mut text = without_fences(&text);
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
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\u{feff}' | '\u{200b}' | '\u{7}' | '\0' => {}
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
            '\u{9b}' => while letters.next().is_some_and(|it| !('@'..='~').contains(&it)) {},
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

fn without_fences(text: &str) -> String {
    if !text.contains("```") && !text.contains("~~~") {
        return text.into();
    }
    let is_fence = |line: &&str| {
        let line = line.trim_start();
        line.starts_with("```") || line.starts_with("~~~")
    };
    let kept: Vec<&str> = text.split('\n').filter(|line| !is_fence(line)).collect();
    kept.join("\n")
}

/// Without what stands before every line, if something does.
fn without_prefixes(text: &str) -> Option<String> {
    let is_verbose = text.lines().any(|line| line.starts_with("< HTTP/"))
        || text.lines().any(|line| line.starts_with("> ") && line.contains(" HTTP/"));
    let kinds: [fn(&str) -> usize; 6] = [quotation, container, pod, moment, syslog, numbered];
    for (number, kind) in kinds.into_iter().enumerate() {
        // What curl sends stands behind the same sign.
        if number == 0 && is_verbose {
            continue;
        }
        let mut lines = text.lines().filter(|line| !line.trim().is_empty()).peekable();
        if lines.peek().is_some() && lines.all(|line| kind(line) > 0) {
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

/// `[pod/shop-7c9/app] `
fn pod(line: &str) -> usize {
    match line.find("] ") {
        Some(end) if line.starts_with("[pod/") => end + 2,
        _ => 0,
    }
}

/// `2026-11-28T17:00:00.000Z `, as runners of jobs and kubectl have it.
fn moment(line: &str) -> usize {
    let bytes = line.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let sign = |at: usize, sign: &[u8]| bytes.get(at).is_some_and(|byte| sign.contains(byte));
    let is_date = digit(0) && digit(3) && sign(4, b"-") && digit(5) && sign(7, b"-") && digit(9);
    if !is_date || !sign(10, b"T") || !sign(13, b":") || !sign(16, b":") {
        return 0;
    }
    let end = line.find(' ').unwrap_or(line.len());
    if end > 40 { 0 } else { (end + 1).min(line.len()) }
}

/// `Nov 28 17:00:00 host program[1]: `
fn syslog(line: &str) -> usize {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let month = line.get(..3).is_some_and(|month| MONTHS.contains(month));
    let time =
        line.get(4..15).is_some_and(|time| time.bytes().filter(|it| *it == b':').count() == 2);
    match line.find(": ") {
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
        _ => 0,
    }
}
