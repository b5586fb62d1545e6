//! Who sent the answer. What an answer says itself goes before what its host suggests: a mock
//! server on this machine may speak for BigCommerce, and our own Worker has any host.

use super::case::Case;
use super::rows::RowRead;
use super::{CERTAIN, FEEBLE, Knowledge, LIKELY};
use crate::body::{ApiError, Shape};
use crate::exchange::Exchange;
use crate::headers::name;
use crate::rate_limit::RateLimit;
use crate::route::{self, Api};
use crate::text::{bare, cut, find, has, same_name};

impl Case<'_> {
    /// Whether the answer has what only BigCommerce writes: its headers, or one of its bodies.
    pub fn speaks_for_bigcommerce(&self) -> bool {
        let is_quota = |limit: RateLimit| limit.quota.or(limit.left).or(limit.reset_ms).is_some();
        let is_ours = |(name, _): &(&str, &str)| {
            same_name(name, name::X_RETRY_AFTER)
                || name.get(..5).is_some_and(|front| same_name(front, "x-bc-"))
        };
        let is_hex = |id: &str| id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
        self.found.rate_limit.is_some_and(is_quota)
            || self.exchange.headers.iter().any(is_ours)
            || self.found.request_id.as_deref().is_some_and(is_hex)
            || self.has_body_of_bigcommerce()
    }

    fn has_body_of_bigcommerce(&self) -> bool {
        let ApiError { shape, kind, title, .. } = self.error;
        let (kind, title) = (kind.as_deref().unwrap_or(""), title.as_deref().unwrap_or(""));
        let is_list = self.exchange.body.is_some_and(|body| bare(body).starts_with('['));
        match shape {
            Shape::V2List => is_list,
            Shape::Batch => true,
            // Others have such envelopes too, at other paths.
            Shape::B2b | Shape::Oauth | Shape::Graphql => self.found.api != Api::Unknown,
            // Others write problems too, with a type of their own or a title that says nothing.
            Shape::Problem => {
                has(kind, "bigcommerce|api-docs")
                    || self.error.retry_after_ms.is_some()
                    || (is_list || self.told.is_titled)
                        && !has(kind, "ietf.org")
                        && (kind != "about:blank" || !self.error.items.is_empty())
                        && self.names_an_entity()
            }
            _ => has(title, "The route is not found|X-Auth-Token header|scope to access"),
        }
    }
}

/// What a problem of our own Worker stands for.
#[derive(Clone, Copy)]
pub(super) struct FromWorker<'a> {
    /// The row of the finding.
    pub row: &'a RowRead,
    pub score: u32,
    /// The option of `createHandler` that decides it; empty where none does.
    pub option: &'a str,
    /// What the Worker says of it.
    pub says: &'a str,
}

impl<'a> FromWorker<'a> {
    /// Reads a problem whose code is a finding, which the Worker has of the store, or one of
    /// its own, which come with `about:blank`.
    pub fn read(
        knowledge: &'a Knowledge,
        exchange: &Exchange,
        error: &'a ApiError,
    ) -> Option<FromWorker<'a>> {
        let code = error.code.as_deref()?;
        let own = route::known_of(knowledge.known, "worker\n", code)
            .filter(|_| error.kind.as_deref() == Some("about:blank"));
        let (sure, rest) = own.map_or(("", code), |row| cut(row, b' '));
        let (id, option) = cut(rest, b' ');
        let sure = sure.bytes().next().or_else(|| confidence(exchange.body?));
        let score = match sure {
            Some(b'c') => CERTAIN,
            Some(b'p') => FEEBLE,
            _ => LIKELY,
        };
        let row = knowledge.rows.iter().find(|row| row.id == id)?;
        Some(FromWorker { row, score, option, says: error.detail.as_deref()? })
    }
}

/// How sure the diagnosis in a body is of its first finding, as the first letter.
fn confidence(body: &str) -> Option<u8> {
    const NAME: &str = "\"confidence\"";
    let at = find(body, NAME)? + NAME.len();
    body.get(at..)?.bytes().find(u8::is_ascii_alphabetic)
}
