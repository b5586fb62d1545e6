//! Rows of knowledge in one text, read back.

use crate::text::{BASE, cut};

/// All rows as one text, in which everything can be passed over by its length:
///
/// ```text
/// rows  = length of the links (3), link LF…, row…
/// row   = codes of any sign (5), length of the signs (3), of the texts (3), sign…, texts
/// texts = id LF number of its link (1) value… (1 each) LF
/// sign  = codes (5), apis (2), score (2), lengths of says and path (2 each), of facts and of the
///         name of the words (1 each), says, path, fact… (1 each, those that must not hold after
///         a `!`), name of the words
/// ```
///
/// A number takes so many characters of six bits each; each phrase of `says` has its length
/// before it (1).
#[derive(Clone, Copy)]
pub(super) struct RowReader<'a> {
    text: &'a str,
    at: usize,
}

/// A sign as it is read back; by default one that never shows.
#[derive(Clone, Copy, Default)]
pub(super) struct SignRead<'a> {
    pub score: u32,
    pub says: &'a str,
    pub shows: &'a str,
}

impl<'a> RowReader<'a> {
    pub fn new(text: &'a str) -> RowReader<'a> {
        let mut reader = RowReader { text, at: 0 };
        reader.at += reader.number(3);
        reader
    }

    /// The link that a row names by this letter.
    pub fn link(text: &'a str, letter: u8) -> &'a str {
        let (mut link, mut rest) = cut(text.get(3..).unwrap_or(""), b'\n');
        for _ in BASE..letter {
            (link, rest) = cut(rest, b'\n');
        }
        link
    }

    fn number(&mut self, digits: usize) -> usize {
        let from = self.at;
        self.at += digits;
        let digits = self.text.as_bytes().get(from..self.at).unwrap_or(&[]);
        digits.iter().fold(0, |number, digit| number << 6 | usize::from(digit.wrapping_sub(BASE)))
    }

    /// Whether the next number has a bit, of which a digit has six.
    fn has(&mut self, bit: usize, digits: usize) -> bool {
        self.at += digits;
        let digit = self.text.as_bytes().get(self.at - 1 - bit / 6);
        digit.is_some_and(|digit| digit.wrapping_sub(BASE) >> (bit % 6) & 1 > 0)
    }

    fn take(&mut self, length: usize) -> &'a str {
        let from = self.at;
        self.at += length;
        self.text.get(from..self.at).unwrap_or("")
    }

    /// The next row: its best sign that shows, and its texts. Rows without a sign for
    /// the code are passed over. `rated` says what is left of a score, by facts, phrases
    /// and parts of a path.
    pub fn next(
        &mut self,
        code: usize,
        api: usize,
        rated: &impl Fn(u32, &str, &str, &str) -> u32,
    ) -> Option<(SignRead<'a>, &'a str)> {
        while self.at < self.text.len() {
            let is_for_code = self.has(code, 5);
            let (signs, texts) = (self.number(3), self.number(3));
            let end = self.at + signs;
            let mut best = SignRead::default();
            while self.at < end && is_for_code {
                let is_for_case = self.has(code, 5) & self.has(api, 2);
                let score = self.number(2) as u32;
                let lengths = [2, 2, 1, 1].map(|digits| self.number(digits));
                if !is_for_case || score <= best.score {
                    self.at += lengths.iter().sum::<usize>();
                    continue;
                }
                let [says, path, facts, shows] = lengths.map(|length| self.take(length));
                let score = rated(score, facts, says, path);
                if score > best.score {
                    best = SignRead { score, says, shows };
                }
            }
            self.at = end + texts;
            if best.score > 0 {
                return Some((best, self.text.get(end..self.at).unwrap_or("")));
            }
        }
        None
    }

    /// The texts of the row with this id.
    pub fn named(mut self, id: &str) -> Option<&'a str> {
        while self.at < self.text.len() {
            let (_, signs, texts) = (self.number(5), self.number(3), self.number(3));
            self.at += signs;
            let texts = self.take(texts);
            if cut(texts, b'\n').0 == id {
                return Some(texts);
            }
        }
        None
    }

    /// The texts of every row.
    #[cfg(all(test, feature = "prose"))]
    pub fn texts(mut self) -> impl Iterator<Item = &'a str> {
        std::iter::from_fn(move || {
            let more = self.at < self.text.len();
            let (_, signs, texts) = (self.number(5), self.number(3), self.number(3));
            self.at += signs;
            more.then(|| self.take(texts))
        })
    }
}
