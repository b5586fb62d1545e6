//! A command as a shell splits it into words: bash and its kin, cmd, and PowerShell.

use crate::text::{Search, at_most, has};

/// The words of a command, and where what follows it begins.
pub(super) fn words(text: &str) -> (Vec<String>, usize) {
    if is_cmd(text) { cmd_words(text) } else { split(text) }
}

/// Browsers copy for cmd with carets before quotes and line ends.
fn is_cmd(text: &str) -> bool {
    has(at_most(text, 2_000), "^\n|^\"")
}

fn cmd_words(text: &str) -> (Vec<String>, usize) {
    let mut plain = String::new();
    let mut end = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        end = at + letter.len_utf8();
        match letter {
            '\n' => {
                end = at;
                break;
            }
            '^' => match letters.next() {
                // A line goes on; two ends of lines are one within a text.
                Some((at, '\n')) => {
                    end = at + 1;
                    if letters.next_if(|(_, next)| *next == '\n').is_some() {
                        plain.push('\n');
                        end += 1;
                    }
                }
                Some((at, other)) => {
                    plain.push(other);
                    end = at + other.len_utf8();
                }
                None => {}
            },
            other => plain.push(other),
        }
    }
    // What a quoted text holds behind a line end is its own.
    (split_all(&plain, true).0, end)
}

fn split(text: &str) -> (Vec<String>, usize) {
    split_all(text, false)
}

fn split_all(text: &str, is_cmd: bool) -> (Vec<String>, usize) {
    let mut words = Vec::new();
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or("");
        if let Some(blank) = blank_at(rest) {
            at += blank;
            continue;
        }
        let Some(first) = rest.chars().next() else { return (words, at) };
        if ends_command(first, rest, is_cmd) {
            return (words, at);
        }
        let (word, length) = word_at(rest, is_cmd);
        words.push(word);
        at += length.max(1);
        while !text.is_char_boundary(at.min(text.len())) {
            at += 1;
        }
    }
}

/// Between words, also where a line goes on behind a backslash or PowerShell's backtick.
fn blank_at(rest: &str) -> Option<usize> {
    if rest.starts_with([' ', '\t']) {
        return Some(1);
    }
    (rest.starts_with("\\\n") || rest.starts_with("`\n")).then_some(2)
}

/// A pipe, a list and a redirection end a command. An address may have an ampersand that nobody
/// quoted, and is pasted as it is.
fn ends_command(letter: char, rest: &str, is_cmd: bool) -> bool {
    match letter {
        '\n' => !is_cmd,
        '|' | '<' | '>' | ')' => true,
        '&' | ';' => rest
            .get(1..)
            .unwrap_or("")
            .chars()
            .next()
            .is_none_or(|next| next.is_whitespace() || next == letter),
        _ => false,
    }
}

/// Quoted and plain parts that touch are one word.
fn word_at(text: &str, is_cmd: bool) -> (String, usize) {
    let (word, length, is_literal) = written_at(text, is_cmd);
    (if is_literal { word } else { without_variables(word) }, length)
}

/// A header with what the shell put in place of a variable taken out: nobody sees it.
fn without_variables(word: String) -> String {
    let is_name = |name: &str| name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
    let Some((name, value)) = word.parted(": ").filter(|(name, _)| is_name(name)) else {
        return word;
    };
    let value = value.trim();
    let parts = value.split_once(' ').filter(|(scheme, _)| is_word(scheme));
    let (scheme, bare) = parts.unwrap_or(("", value));
    let is_variable = bare.starts_with('$') && !bare.contains(' ');
    let is_of_cmd = bare.len() > 2 && bare.starts_with('%') && bare.ends_with('%');
    if !is_variable && !is_of_cmd && !bare.starts_with("$(") && !bare.starts_with('`') {
        return word;
    }
    [name, ": ", scheme, if scheme.is_empty() { "" } else { " " }, "***"].concat()
}

fn is_word(text: &str) -> bool {
    text.bytes().all(|it| it.is_ascii_alphabetic())
}

/// … and whether the end of it is meant as it stands, between single quotes.
fn written_at(text: &str, is_cmd: bool) -> (String, usize, bool) {
    let mut word = String::new();
    let mut is_literal = false;
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or("");
        let Some(letter) = rest.chars().next() else { break };
        if letter.is_whitespace()
            || blank_at(rest).is_some()
            || at > 0 && ends_command(letter, rest, is_cmd)
        {
            break;
        }
        let is_ansi = rest.starts_with("$'");
        match letter {
            '$' if is_ansi => at += 2 + quoted(rest, 2, '\'', Escapes::Ansi, &mut word),
            '\'' | '‘' | '’' => {
                is_literal = true;
                let open = letter.len_utf8();
                at += open
                    + quoted(
                        rest,
                        open,
                        if letter == '\'' { '\'' } else { '’' },
                        Escapes::None,
                        &mut word,
                    );
            }
            '"' | '“' | '”' => {
                is_literal = false;
                let open = letter.len_utf8();
                at += open
                    + quoted(
                        rest,
                        open,
                        if letter == '"' { '"' } else { '”' },
                        Escapes::Some,
                        &mut word,
                    );
            }
            // What a command prints, nobody sees.
            '$' if rest.starts_with("$(") => {
                let length = rest.find([')', '\n']).map_or(rest.len(), |end| end + 1);
                word.push_str(rest.get(..length).unwrap_or(""));
                at += length;
            }
            '\\' => {
                let next = rest.get(1..).and_then(|rest| rest.chars().next());
                word.extend(next);
                at += 1 + next.map_or(0, char::len_utf8);
            }
            other => {
                word.push(other);
                at += other.len_utf8();
            }
        }
    }
    (word, at, is_literal)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Escapes {
    None,
    Some,
    Ansi,
}

/// Adds what stands within quotes, and says how long it is with the closing one.
fn quoted(text: &str, from: usize, quote: char, escapes: Escapes, word: &mut String) -> usize {
    let mut at = from;
    loop {
        let rest = text.get(at..).unwrap_or("");
        let Some(letter) = rest.chars().next() else { return at - from };
        // An address has no end of line: the quote that would close it was cut off.
        if letter == '\n' && word.starts_with("http") {
            return at - from;
        }
        at += letter.len_utf8();
        if letter == quote {
            return at - from;
        }
        if letter != '\\' && !(letter == '`' && escapes == Escapes::Some && rest.starts_with("`\""))
            || escapes == Escapes::None
        {
            word.push(letter);
            continue;
        }
        let rest = text.get(at..).unwrap_or("");
        let Some(next) = rest.chars().next() else { return at - from };
        if escapes == Escapes::Ansi {
            at += super::escapes::unescape(rest, word);
            continue;
        }
        at += next.len_utf8();
        match next {
            '\\' | '"' | '$' | '`' => word.push(next),
            '\n' => {}
            other => {
                word.push(letter);
                word.push(other);
            }
        }
    }
}
