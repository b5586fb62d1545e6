//! What the words of a body give away.
//!
//! BigCommerce's services word the same trouble in many ways. A set of phrases is
//! written `sku*duplicate|already exists`: alternatives between bars, and a star
//! for anything within a line. All phrases are lower case, but for marks of our own, which
//! are in capitals: what was found out about an exchange besides what its body says.

use crate::body::{ApiError, Shape, validator};
use crate::text::{find_in, has, position};

/// Phrases that both the decision to retry and the diagnosis look for.
pub(crate) mod phrases {
    /// A protection against abuse, and no quota.
    pub const SPAM: &str = "spam|captcha|bot protection|automated request|abuse|too many failed|too many login|too many attempts|suspicious activity";
    /// Only a signed-in shopper may do this.
    pub const SIGN_IN: &str = "must sign in|sign in|must log in|must be logged in|please log in|log in to |login required|not logged in|authentication required|signed in|unable to determine if provided email";
    /// A job of the same kind is still running.
    pub const JOB_ACTIVE: &str = "active import|active export|import or export job|already*running|currently running|already in progress|still in progress|still running|currently in progress|is in progress|being processed|another*processing|another*upload|upload in progress|upload one*at a time|another*deployment|deployment*progress|job*progress|already*queued|is already processing";
    /// Too many of these requests at once.
    pub const CONCURRENCY: &str =
        "concurren|in parallel|simultaneous|parallel request|at the same time|requests at once";
    /// The store was switched off for administrative reasons.
    pub const SUSPENDED: &str = "suspend|billing issue|billing reason|unpaid|past due|account*deactivated|store*deactivated|store*closed|store*disabled|store has expired|trial*expired";
    /// A service behind the API is in trouble, and says so.
    pub const DEGRADED: &str = "service_degraded|degraded|service gone|service*could not be contacted|service*not be reached|downstream|dependenc|provider*unavailable|provider*not respond|provider*timed out|could not connect to";
    /// Somebody else changed a resource in between.
    pub const VERSION: &str = "version|has been modified|was modified|changed since|been updated by|stale|optimistic|possible conflict|out of date|concurrent modif";
}

/// What an error says, ready to be searched: lower case, a line for each message, which begins
/// with a blank, so that a phrase may begin with a word.
#[derive(Default)]
pub(crate) struct Said {
    text: Vec<u8>,
    /// Which three letters follow each other, a bit each, so that most phrases are ruled
    /// out at a glance.
    triples: Vec<u64>,
}

/// What ends a line, and so may end a phrase: the rows of phrases are in a text of lines themselves.
const END: u8 = b'\t';

/// More words than this are not searched.
const MOST: usize = 16 * 1024;
/// More words than this no page of an error has.
const LONGEST_OF_PAGE: usize = 1500;

impl Said {
    #[inline(never)]
    pub fn of(error: &ApiError, lines: &[(&str, Option<&str>)]) -> Said {
        let mut said = Said::default();
        let names_fields = lines.iter().any(|(_, field)| field.is_some());
        for (line, field) in lines {
            // A page as long as that is a site's, and its words are about anything.
            let is_page = error.shape == Shape::Html && line.len() > LONGEST_OF_PAGE;
            // What goes with every complaint about fields tells nothing of these.
            let is_general =
                names_fields && field.is_none() && has(line, "all required fields are");
            said.add(if is_page || is_general { " " } else { line }, validator::phrase(line));
            if said.text.len() > MOST {
                break;
            }
        }
        said
    }

    /// Adds a line of our own, in capitals, which nothing that a body says has.
    pub fn mark(&mut self, mark: &str) {
        self.triples.resize(1 << 9, 0);
        let mut triple = 0;
        for byte in mark.bytes() {
            triple = with(triple, byte);
            if let Some(word) = self.triples.get_mut(triple >> 6) {
                *word |= 1 << (triple & 63);
            }
        }
        self.text.extend_from_slice(mark.as_bytes());
        self.text.push(END);
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub fn has_digits(&self) -> bool {
        self.text.iter().any(u8::is_ascii_digit)
    }

    /// Adds a line, and what it says besides.
    pub fn add(&mut self, line: &str, means: &str) {
        if line.is_empty() || self.text.len() > MOST {
            return;
        }
        self.text.reserve(line.len().min(MOST) + means.len() + 3);
        self.triples.resize(1 << 9, 0);
        let mut triple = 0;
        for part in [" ", line, if means.is_empty() { "" } else { " " }, means] {
            // What is no ASCII may fall out: no phrase has any of it.
            for byte in part.bytes().take(MOST).filter(u8::is_ascii) {
                let byte = byte.to_ascii_lowercase().max(b' ');
                triple = with(triple, byte);
                if let Some(word) = self.triples.get_mut(triple >> 6) {
                    *word |= 1 << (triple & 63);
                }
                self.text.push(byte);
            }
        }
        // A phrase may end with a line.
        triple = with(triple, END);
        if let Some(word) = self.triples.get_mut(triple >> 6) {
            *word |= 1 << (triple & 63);
        }
        self.text.push(END);
    }

    /// Whether the letters up to a star may be there.
    fn may_hold(&self, phrase: &[u8]) -> bool {
        let mut triple = 0;
        for (at, byte) in phrase.iter().enumerate() {
            if *byte == b'*' {
                break;
            }
            triple = with(triple, *byte);
            if at >= 2 && !self.holds(triple) {
                return false;
            }
        }
        true
    }

    #[inline(always)]
    fn holds(&self, triple: usize) -> bool {
        self.triples.get(triple >> 6).is_some_and(|word| word >> (triple & 63) & 1 > 0)
    }

    /// Whether one of the phrases is said.
    pub fn say(&self, phrases: &str) -> bool {
        crate::text::any(phrases, &mut |phrase| {
            self.find_phrase(&self.text, phrase.as_bytes()).is_some()
        })
    }

    /// The number of the first line with one of the phrases.
    pub fn line_of(&self, phrases: &[&str]) -> Option<usize> {
        let at = self.likely(phrases).find_map(|phrase| self.find_phrase(&self.text, phrase))?;
        let before = self.text.iter().take(at);
        Some(before.filter(|byte| **byte == END).count())
    }

    /// Whether each line has one of the phrases; without any, all have.
    pub fn lines_with(&self, phrases: &[&str]) -> impl Iterator<Item = bool> {
        let is_any = phrases.is_empty();
        let is_said = |phrase: &&[u8]| self.find_phrase(&self.text, phrase).is_some();
        let said: Vec<_> = self.likely(phrases).filter(is_said).collect();
        let lines = self.text.split_inclusive(|byte| *byte == END);
        lines.map(move |line| {
            is_any || said.iter().any(|phrase| self.find_phrase(line, phrase).is_some())
        })
    }

    /// Of phrases those that may be said: their first three letters rule most out.
    fn likely<'a>(&self, phrases: &[&'a str]) -> impl Iterator<Item = &'a [u8]> {
        phrases.iter().map(|phrase| phrase.as_bytes()).filter(|phrase| match phrase {
            [one, two, three, ..] => self.holds(with(with(with(0, *one), *two), *three)),
            _ => false,
        })
    }

    fn find_phrase(&self, text: &[u8], phrase: &[u8]) -> Option<usize> {
        if !self.may_hold(phrase) {
            return None;
        }
        let before_star = |text| position(text, b'*').unwrap_or(text.len());
        let length = before_star(phrase);
        let mut from = 0;
        'next: loop {
            let at = find_in(text, phrase.get(..length)?, from)?;
            from = at + 1;
            let mut end = at + length;
            let mut rest = phrase.get(length + 1..).unwrap_or(&[]);
            while !rest.is_empty() {
                let line_end = position(text.get(end..)?, END)? + end;
                let length = before_star(rest);
                match find_in(text.get(..line_end)?, rest.get(..length)?, end) {
                    Some(at) => end = at + length,
                    None => continue 'next,
                }
                rest = rest.get(length + 1..).unwrap_or(&[]);
            }
            return Some(at);
        }
    }
}

/// The last two letters of three and another: five bits of each.
#[inline(always)]
fn with(triple: usize, letter: u8) -> usize {
    (triple << 5 | usize::from(letter & 31)) & 0x7fff
}

#[cfg(test)]
mod tests {
    use super::Said;

    #[test]
    fn phrases_are_found_in_lines() {
        let mut said = Said::default();
        said.add("The product SKU is a Duplicate", "");
        said.add("Name already", "exists.");
        for phrase in
            ["sku", "sku*duplicate", "x|already exist", "the*is*duplicate", "exists.", " name a"]
        {
            assert!(said.say(phrase), "{phrase}");
        }
        for phrase in ["duplicate*sku", "sku*exists", "zzz", "", "the*the", " uplicate"] {
            assert!(!said.say(phrase), "{phrase}");
        }
        assert_eq!(said.line_of(&["zzz", "exists"]), Some(1));
        assert_eq!(said.line_of(&["zzz"]), None);
        assert_eq!(said.line_of(&[]), None);
    }
}
