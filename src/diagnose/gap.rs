//! What an exchange has to fill the gaps of words with, by name.

use super::case::Case;
use crate::body::Shape;
use crate::callback::Callback;
use crate::exchange::Failure;
use crate::headers::name;
use crate::retry::Reason;
use crate::route::{self, Api};
use crate::text::{append, has};
use crate::values::Value;

/// What a value is.
///
/// ```
/// use bc_status::diagnose::{Kind, VALUES};
///
/// let lists = VALUES.iter().filter(|(_, kind, _)| *kind == Kind::List);
/// assert!(lists.map(|(name, ..)| *name).any(|name| name == "methods"));
/// ```
#[cfg(feature = "prose")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A text.
    Text,
    /// A number; one of milliseconds has a name in `Ms`.
    Number,
    /// A list of texts.
    List,
}

macro_rules! gaps {
    ($(#[doc = $about:literal] $gap:ident = $name:literal: $kind:ident,)*) => {
        /// A value by its name. Packed rows write its letter.
        #[derive(Clone, Copy)]
        pub(super) enum Gap { $(#[doc = $about] $gap,)* }

        impl Gap {
            const ALL: &[Gap] = &[$(Gap::$gap,)*];
            const NAMES: &[&str] = &[$($name,)*];
        }

        /// Every value there is: its name, what it is, and an example or a description.
        ///
        /// ```
        /// use bc_status::FindingId;
        /// use bc_status::diagnose::VALUES;
        ///
        /// let known = |name| VALUES.iter().any(|(value, ..)| *value == name);
        /// assert!(FindingId::ALL.iter().all(|id| id.value_names().all(known)));
        /// ```
        #[cfg(feature = "prose")]
        pub const VALUES: &[(&str, Kind, &str)] = &[$(($name, Kind::$kind, $about),)*];
    };
}

gaps! {
    /// `POST`
    Method = "method": Text,
    /// `/stores/abc123/v3/carts`
    Path = "path": Text,
    /// `api.bigcommerce.com`
    Host = "host": Text,
    /// `8443`
    Port = "port": Text,
    /// The step of the path where the store hash belongs, as `store-abc123`.
    Hash = "hash": Text,
    /// The length of the URL.
    Length = "length": Number,
    /// Where a redirect leads.
    Location = "location": Text,
    /// `{store_hash}`
    Placeholder = "placeholder": Text,
    /// `/v3/carts`, as the specifications have it.
    Route = "route": Text,
    /// The methods that the route takes.
    Methods = "methods": List,
    /// `/v3/carts/{id}`, which takes the method.
    Elsewhere = "elsewhere": Text,
    /// `/v3/catalog/products`, a path that this one resembles.
    Similar = "similar": Text,
    /// What replaces a deprecated route.
    Successor = "successor": Text,
    /// `store_v2_products`, the scope that the route needs.
    Scope = "scope": Text,
    /// The scopes that an answer of GraphQL asks for.
    Scopes = "scopes": List,
    /// `X-Auth_Token`, a misspelt name of a header.
    Header = "header": Text,
    /// The fields complained of, up to five.
    Fields = "fields": List,
    /// The `limit` in the URL.
    Limit = "limit": Number,
    /// The largest `limit` of this route.
    Most = "most": Number,
    /// How many items the request has.
    Items = "items": Number,
    /// How many items it may have.
    Batch = "batch": Number,
    /// How many such requests may run in parallel.
    AtOnce = "atOnce": Number,
    /// How long to wait, in milliseconds.
    Wait = "waitMs": Number,
    /// How many requests the quota has left.
    Left = "left": Number,
    /// How many requests the quota has.
    Quota = "quota": Number,
    /// How many items of a batch were done.
    Succeeded = "succeeded": Number,
    /// How many items of a batch were not.
    Failed = "failed": Number,
    /// The request id.
    Id = "id": Text,
    /// The request header `Accept`.
    Accept = "accept": Text,
    /// The request header `Content-Type`.
    ContentType = "contentType": Text,
    /// The request header `Origin`.
    Origin = "origin": Text,
    /// `id:in`, what a deletion is narrowed with.
    Filter = "filter": Text,
    /// What a query of GraphQL costs.
    Complexity = "complexity": Number,
    /// `Basic`, the scheme of the request header `Authorization`.
    Scheme = "scheme": Text,
    /// `data.login.customerAccessToken`, what is null in an answer of GraphQL.
    Nulls = "nulls": List,
    /// `destination`, a member of the request's body.
    Field = "field": Text,
    /// What was sent for it.
    Given = "sent": Text,
    /// What would be right.
    Right = "right": Text,
    /// `allow`, an option of our own Worker.
    WorkersOption = "option": Text,
    /// `Cloudflare`, the network before the store that answered.
    Network = "network": Text,
    /// `1015`, the code that such a network gives its answer.
    EdgeCode = "edgeCode": Number,
    /// `shop.example`, a store's own domain, which may have a proxy before it.
    Domain = "domain": Text,
    /// `store/order/updated`, the event of a webhook that BigCommerce calls with.
    Event = "event": Text,
    /// `/estimate`, where BigCommerce asks a tax provider.
    TaxPath = "taxPath": Text,
    /// `/rate`, where BigCommerce asks a shipping provider.
    ShippingPath = "shippingPath": Text,
    /// `/load`, where BigCommerce opens an app, installs or removes it.
    AppPath = "appPath": Text,
    /// `/v3/themes/actions/activate`, where it is about a theme.
    Theme = "theme": Text,
    /// `abc123def`, a value with the braces of a placeholder left around it.
    Bare = "bare": Text,
    /// `api.bigcommerce.com`, whose certificate the client refused.
    Untrusted = "untrusted": Text,
    /// `PAT`, the scheme of `Authorization` where another was sent, or none.
    WantedScheme = "wantedScheme": Text,
    /// `localhost`, a server that is no store's and has to let pages call it.
    Server = "server": Text,
    /// `/v2/orders`, asked for where the API of user names and keys was.
    OldPath = "oldPath": Text,
    /// 0, the `status_id` of an order that can be paid.
    PayableStatus = "payableStatus": Number,
    /// `/stores/abc123/v3/carts/7f1e`, where the path names what is asked for: that of GraphQL does not.
    Resource = "resource": Text,
    /// `normalStoreUrl`, a setting that a path with a slash too many comes from.
    Setting = "setting": Text,
    /// `store-abc123-1.mybigcommerce.com`, where GraphQL was asked: a host of one channel.
    ChannelHost = "channelHost": Text,
    /// The status.
    Code = "code": Number,
    /// What the body says.
    Message = "message": Text,
}

/// The letter of the first gap.
const FIRST: u8 = b'A';

impl Gap {
    pub fn name(self) -> &'static str {
        Gap::NAMES.get(self as usize).copied().unwrap_or("")
    }

    /// The gap of a letter in a packed row.
    pub fn of(letter: u8) -> Option<Gap> {
        Gap::ALL.get(usize::from(letter.wrapping_sub(FIRST))).copied()
    }
}

/// The letter of a gap by its name, a part of a text.
#[cfg(feature = "prose")]
#[expect(clippy::indexing_slicing, clippy::panic, reason = "while compiling")]
pub(super) const fn letter(text: &[u8], start: usize, end: usize) -> u8 {
    let mut gap = 0;
    while gap < Gap::NAMES.len() {
        let name = Gap::NAMES[gap].as_bytes();
        let mut at = 0;
        while at < name.len() && start + at < end && text[start + at] == name[at] {
            at += 1;
        }
        if at == name.len() && start + at == end {
            return FIRST + gap as u8;
        }
        gap += 1;
    }
    panic!("a row has a value of an unknown name");
}

/// What fills a gap of a finding that shows by phrases; `None` where nothing does. Texts may hold
/// secrets still.
pub(super) fn value(case: &Case, says: &[&str], gap: Gap) -> Option<Value> {
    let error = case.error;
    let items = &error.items;
    let known = |part| route::known_of(case.knowledge.known, part, &case.route.shape);
    let (mut text, mut number) = (None, None);
    match gap {
        Gap::Method => text = Some(case.exchange.method),
        Gap::Path => text = Some(case.url.path),
        Gap::Resource => {
            text = Some(case.url.path).filter(|path| !path.ends_with("graphql"));
        }
        Gap::Setting => {
            text = Some("normalStoreUrl").filter(|_| !has(case.url.path, "//"));
        }
        Gap::ChannelHost => {
            let is_graphql = case.found.api == Api::GraphqlStorefront;
            text = Some(case.url.host).filter(|_| is_graphql);
        }
        Gap::Host => text = Some(case.url.host),
        Gap::Untrusted => {
            let lost = &case.exchange;
            let is_refused =
                lost.unsent && lost.permanent && lost.failure == Some(Failure::Network);
            text = Some(case.url.host).filter(|_| is_refused);
        }
        Gap::Port => text = Some(case.url.port),
        Gap::Hash => text = case.hash(),
        Gap::Length => number = Some(case.exchange.url.len() as u64),
        Gap::Location => text = case.header(name::LOCATION),
        Gap::Placeholder => text = case.placeholder.map(|it| it.text),
        Gap::Route => text = Some(&case.route.shape),
        Gap::Methods => return list(route::names(case.route.methods)),
        Gap::Elsewhere => return elsewhere(case).map(Value::Text),
        Gap::Similar => {
            let bare = Some(case.route.shape.as_str()).filter(|_| case.asks_by_suffix());
            text = case.route.similar.as_deref().or(bare);
        }
        Gap::Successor => text = known("replaced\n"),
        Gap::Scope => text = known("scope\n"),
        Gap::Scopes => return list(case.told.required_scopes.clone()),
        Gap::Header => text = case.header_of_token(),
        Gap::Fields => return list(fields(case, says)),
        Gap::Limit => number = case.limit(),
        Gap::Most => number = case.page(),
        Gap::Items => number = case.length(),
        Gap::Batch => number = case.batch(),
        Gap::AtOnce => number = case.at_once,
        Gap::Wait => {
            // A wait of our own says nothing of when a quota refills.
            let is_own = case.retry.reason == Reason::UnderLoad;
            let delay_ms = Some(case.retry.delay_ms).filter(|ms| *ms > 0 && !is_own);
            return delay_ms.map(Value::Duration);
        }
        Gap::Left => number = case.left(),
        Gap::Quota => number = case.found.rate_limit?.quota,
        Gap::Succeeded => number = error.succeeded,
        Gap::Failed => {
            let failed = error.failed.unwrap_or(items.len() as u64);
            number = Some(failed).filter(|failed| *failed > 0);
        }
        Gap::Id => text = case.found.request_id.as_deref(),
        Gap::Accept => text = case.sent(name::ACCEPT),
        Gap::ContentType => text = case.sent(name::CONTENT_TYPE),
        Gap::Origin => text = case.sent(name::ORIGIN),
        Gap::Filter => text = Some(crate::text::cut(case.deletion, b' ').1),
        Gap::Complexity => number = case.complexity(),
        Gap::Scheme => {
            let parts = case.sent(name::AUTHORIZATION).map(|sent| crate::text::cut(sent, b' '));
            text = parts.filter(|(_, token)| !token.is_empty()).map(|(scheme, _)| scheme);
        }
        Gap::Nulls => return list(case.told.nulls.clone()),
        Gap::Field => text = case.slip.as_ref().map(|slip| slip.field.as_str()),
        Gap::Given => text = case.slip.as_ref().map(|slip| slip.given.as_str()),
        Gap::Right => text = case.slip.as_ref().map(|slip| slip.right.as_str()),
        Gap::WorkersOption => text = case.worker.map(|worker| worker.option),
        Gap::Network => text = case.edge.map(|edge| edge.network),
        Gap::EdgeCode => {
            number = case.edge.map(|edge| edge.code).filter(|code| *code > 0);
        }
        Gap::Theme => {
            let themes = crate::text::find(case.url.path, "/themes").is_some();
            text = Some(case.route.shape.as_str()).filter(|shape| themes && !shape.is_empty());
        }
        Gap::Domain => text = case.own_domain(),
        Gap::Bare => text = case.unfilled().and_then(super::placeholder::value_within),
        Gap::WantedScheme => text = case.missed_scheme(),
        Gap::Server => {
            let is_other = case.found.api == Api::Unknown && !case.url.is_bigcommerce();
            text = Some(case.url.host).filter(|_| is_other);
        }
        Gap::OldPath => text = Some(case.route.shape.as_str()).filter(|_| case.is_old_api()),
        Gap::Event => {
            let body = case.exchange.request_body.filter(|_| case.calls(Callback::Webhook))?;
            let document =
                crate::json::read(crate::text::at_most(crate::text::bare(body), 16 * 1024))?;
            return Some(Value::Text(beginning(document.value.at("scope").text())));
        }
        Gap::TaxPath => text = case.called(&[Callback::Tax]),
        Gap::ShippingPath => text = case.called(&[Callback::Shipping]),
        Gap::AppPath => text = case.called(&[Callback::App, Callback::Install]),
        Gap::PayableStatus => {
            number = Some(0).filter(|_| case.said.say("30101|in a correct status"));
        }
        Gap::Code => number = case.exchange.status.map(u64::from),
        // Which one tells, a sign knows.
        Gap::Message => {}
    }
    let text = text.map(beginning).filter(|text| !text.is_empty());
    text.map(Value::Text).or(number.map(Value::Number))
}

fn list(texts: Vec<String>) -> Option<Value> {
    (!texts.is_empty()).then_some(Value::List(texts))
}

/// A path beside this one that takes the method.
fn elsewhere(case: &Case) -> Option<String> {
    let route = &case.route;
    let takes = |methods: Option<&str>| {
        methods.is_some_and(|methods| route::takes(methods, case.exchange.method))
    };
    let mut path = String::new();
    if takes(route.of_one) {
        append(&mut path, &[&route.shape, "/{id}"]);
    } else if takes(route.of_all) {
        let slash = route.shape.bytes().rposition(|byte| byte == b'/')?;
        path.push_str(route.shape.get(..slash)?);
    }
    (!path.is_empty()).then_some(path)
}

/// The fields whose complaint has one of the phrases, else all that the answer names: each once,
/// and not too many.
fn fields(case: &Case, says: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    // What an answer of V2 tells its details by is no field of the request.
    let lines: &[_] = if case.error.shape == Shape::V2List { &[] } else { &case.lines };
    for wanted in [says, &[]] {
        for ((_, field), has_phrase) in lines.iter().zip(case.said.lines_with(wanted)) {
            let Some(name) = field.filter(|_| has_phrase) else { continue };
            let name = beginning(name);
            if names.len() < 5 && !names.contains(&name) {
                names.push(name);
            }
        }
        if !names.is_empty() {
            return names;
        }
    }
    in_words(case)
}

/// The fields that V2 names in its sentences, and the options of products that it wants.
fn in_words(case: &Case) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (line, _) in &case.lines {
        let after = crate::text::find(line, "field '").and_then(|at| line.get(at + 7..));
        names.extend(after.map(|rest| beginning(crate::text::cut(rest, b'\'').0)));
    }
    let mut rest =
        case.exchange.body.filter(|body| crate::text::has(body, "required_product_options"));
    while let Some(at) = rest.and_then(|text| crate::text::find(text, "\"display_name\"")) {
        rest = rest.and_then(|text| text.get(at + 14..));
        let name = rest.map_or("", |text| crate::text::cut(crate::text::cut(text, b'"').1, b'"').0);
        names.push(beginning(name));
        if names.len() >= 5 {
            break;
        }
    }
    names.retain(|name| !name.is_empty());
    names.truncate(5);
    names
}

/// So much of a text that no secret in what is shown of it is cut.
pub(super) fn beginning(text: &str) -> String {
    crate::text::at_most(text.trim_ascii(), 4096).into()
}

/// A text of somebody else's in one line, cut where it would be too long to quote. Its
/// backticks become apostrophes, since in our texts they mark code.
pub(crate) fn shortened(text: &str) -> String {
    const LONGEST: usize = 160;
    let mut short = String::with_capacity(text.len().min(LONGEST) + 3);
    let mut length = 0;
    let mut blank = false;
    for c in text.trim_ascii().chars() {
        if length >= LONGEST {
            short.push('…');
            break;
        }
        if c == ' ' || is_unseen(c) {
            blank = true;
            continue;
        }
        if blank {
            short.push(' ');
            length += 1;
            blank = false;
        }
        length += 1;
        short.push(if c == '`' { '\'' } else { c });
    }
    short
}

/// A character that a terminal or an editor acts on instead of showing it.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn long_texts_are_cut_to_a_line() {
        assert_eq!(shortened(" a\n  b "), "a b");
        assert_eq!(shortened(&"x".repeat(200)).chars().count(), 161);
    }
}
