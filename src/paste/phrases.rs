//! Tables of phrases, all of which are looked for in one pass over a text.

use crate::text::any;

/// The phrases of `N` tables, by how they begin. A pair of bytes has a mark, which it may share with
/// another.
pub(super) struct Phrases<const N: usize> {
    /// Which marks a phrase begins with, a bit each: most places of a text begin none.
    begins: [u64; MARKS / 64],
    /// Of each mark the phrases, and the table that each is from.
    phrases: Vec<Vec<(&'static [u8], usize)>>,
}

const MARKS: usize = 1024;

impl<const N: usize> Phrases<N> {
    /// In each table bars stand between the phrases, of two bytes at least.
    pub fn of(tables: [&'static str; N]) -> Self {
        let mut all = Phrases { begins: [0; MARKS / 64], phrases: vec![Vec::new(); MARKS] };
        for (number, table) in tables.into_iter().enumerate() {
            any(table, &mut |phrase: &'static str| {
                all.add(phrase.as_bytes(), number);
                false
            });
        }
        all
    }

    fn add(&mut self, phrase: &'static [u8], table: usize) {
        let [one, other, ..] = phrase else { return };
        let mark = mark_of(*one, *other);
        if let Some(word) = self.begins.get_mut(mark / 64) {
            *word |= 1 << (mark % 64);
        }
        if let Some(phrases) = self.phrases.get_mut(mark) {
            phrases.push((phrase, table));
        }
    }

    /// Of which tables a text has a phrase.
    pub fn said_in(&self, text: &str) -> [bool; N] {
        let mut said = [false; N];
        let mut rest = text.as_bytes();
        while let [one, other, ..] = rest {
            let mark = mark_of(*one, *other);
            if self.begins.get(mark / 64).is_some_and(|word| word >> (mark % 64) & 1 > 0) {
                for (phrase, table) in self.phrases.get(mark).into_iter().flatten() {
                    if let Some(said) = said.get_mut(*table).filter(|_| rest.starts_with(phrase)) {
                        *said = true;
                    }
                }
            }
            rest = rest.get(1..).unwrap_or(&[]);
        }
        said
    }
}

fn mark_of(one: u8, other: u8) -> usize {
    (usize::from(one) * 37 + usize::from(other)) % MARKS
}

#[cfg(test)]
mod tests {
    use super::Phrases;

    #[test]
    fn each_table_is_told_apart() {
        let phrases = Phrases::of(["timed out|timeout of ", "refused|time", "zz"]);
        assert_eq!(phrases.said_in("it timed out"), [true, true, false]);
        assert_eq!(phrases.said_in("refused"), [false, true, false]);
        assert_eq!(phrases.said_in("refuse, zz"), [false, false, true]);
        assert_eq!(phrases.said_in("Timed Out"), [false; 3]);
        for text in ["", "z", "t", "timeou", "é"] {
            let has_short = text.starts_with("time");
            assert_eq!(phrases.said_in(text), [false, has_short, false], "{text}");
        }
    }
}
