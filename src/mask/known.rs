//! The secrets of the exchange as a tree of their bytes, so that each place of a text is
//! asked once, however many there are.

use super::value::{has_digit, is_open, is_random};
use super::{SHORTEST, Span};
use crate::text::is_one_of;

/// What follows the pair of a `Set-Cookie`, schemes, and what every message about a secret says.
const ATTRIBUTES: &str = "secret|password|x-auth-token|invalid|missing|expired|required|path|domain|expires|max-age|samesite|priority|version|comment|httponly|secure|partitioned|bearer|digest";

/// Where a value comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// A header, a URL.
    Head,
    /// A header whose pairs have names.
    Cookies,
    /// The body of the request.
    Sent,
    /// A body, whose words other texts have too.
    Body,
}

/// What parts a value: the first one everywhere, since a secret with the mask's sign in it would
/// be found in what is masked; the first six between the words of a header.
const SIGNS: &[u8] = b"*\" ;,=:@/?&#\\";

/// A secret may have been cut short: so much of it is enough to know it by.
const ENOUGH: usize = 12;

/// A byte that follows what leads to it.
#[derive(Clone, Copy, Default)]
struct Node {
    byte: u8,
    /// A secret ends here.
    ends: bool,
    /// The first that follows this one, and the next beside it; 0 where there is none.
    child: u32,
    next: u32,
}

#[derive(Default)]
pub(super) struct Known {
    /// With which bytes they begin, by the last six bits: most places are ruled out by that.
    firsts: u64,
    /// The first is the root.
    nodes: Vec<Node>,
}

impl Known {
    /// Adds each word of a value and each part of one: `Bearer x`, `user:pass@host`, of cookies
    /// the values. What was sent in a body is one word.
    pub fn add(&mut self, value: &str, origin: Origin) {
        // The braces of a placeholder hold together.
        if is_open(value, true) {
            return;
        }
        for signs in [if origin == Origin::Sent { 1 } else { 6 }, SIGNS.len()] {
            let (mut rest, mut name) = (value, "");
            while !rest.is_empty() {
                let ends = |byte| SIGNS.get(..signs).is_some_and(|all| all.contains(&byte));
                let end = rest.bytes().position(ends).unwrap_or(rest.len());
                let (part, sign) = (rest.get(..end).unwrap_or(""), rest.as_bytes().get(end));
                if origin == Origin::Cookies && name.is_empty() && sign == Some(&b'=') {
                    name = part;
                } else if end >= SHORTEST
                    && (name.is_empty() || !is_one_of(name, ATTRIBUTES))
                    && (has_digit(part) || !is_one_of(part, ATTRIBUTES) && !is_open(part, true))
                    && (signs == 1
                        || !matches!(origin, Origin::Sent | Origin::Body)
                        || is_random(part))
                {
                    self.insert(part);
                }
                if matches!(sign, Some(b';' | b',')) {
                    name = "";
                }
                rest = rest.get(end + 1..).unwrap_or("");
            }
        }
    }

    fn insert(&mut self, secret: &str) {
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        self.nodes.reserve(secret.len());
        self.firsts |= secret.bytes().next().map_or(0, bit);
        let mut node = 0;
        for byte in secret.bytes() {
            let mut child = self.child(node, byte);
            if child == 0 {
                child = self.nodes.len();
                if let Some(parent) = self.nodes.get_mut(node) {
                    let next = std::mem::replace(&mut parent.child, child as u32);
                    self.nodes.push(Node { byte, next, ..Node::default() });
                }
            }
            node = child;
        }
        if let Some(last) = self.nodes.get_mut(node) {
            last.ends = true;
        }
    }

    fn node(&self, node: usize) -> Node {
        self.nodes.get(node).copied().unwrap_or_default()
    }

    /// What a byte leads to; 0 where it leads nowhere.
    fn child(&self, node: usize, byte: u8) -> usize {
        let mut child = self.node(node).child as usize;
        while child > 0 && self.node(child).byte != byte {
            child = self.node(child).next as usize;
        }
        child
    }

    /// Where secrets are in a text.
    pub fn spans(&self, text: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut at = 0;
        while let Some(byte) = text.as_bytes().get(at) {
            let (mut node, mut end) = (0, at);
            let rest = if self.firsts & bit(*byte) > 0 { text.as_bytes().get(at..) } else { None };
            for (byte, length) in rest.unwrap_or(&[]).iter().zip(1..) {
                node = self.child(node, *byte);
                if node == 0 {
                    break;
                }
                // Two secrets can part within a character.
                if (length >= ENOUGH || self.node(node).ends) && text.is_char_boundary(at + length)
                {
                    end = at + length;
                }
            }
            if end > at {
                spans.push((at, end));
            }
            at = end.max(at + 1);
        }
        spans
    }
}

fn bit(byte: u8) -> u64 {
    1 << (byte & 63)
}
