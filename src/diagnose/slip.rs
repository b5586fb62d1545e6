//! A slip of the pen: a value of the request at hand that is wrong by itself, where it is clear
//! what would be right. Its words name both. So they do of a value that a success did not take.

use crate::base64;
use crate::exchange::Exchange;
use crate::json::{self, Json, decoded};
use crate::route::{Api, Url};
use crate::text::{append, at_most, bare, cut, decimal, find, has, is_one_of, whole};

/// What is wrong, by the name of its words, and where.
pub(super) struct Slip {
    pub name: &'static str,
    pub of: Of,
    pub field: String,
    pub given: String,
    pub right: String,
}

/// The finding that a slip belongs to.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Of {
    /// `request.field-invalid`
    Value,
    /// `request.field-read-only`
    ReadOnly,
    /// `graphql.query`
    Query,
    /// `auth.login-token`
    Login,
    /// `result.nothing-done`
    Ignored,
}

impl Slip {
    fn new(name: &'static str, of: Of, field: &str, given: &str, right: &str) -> Slip {
        Slip { name, of, field: field.into(), given: given.into(), right: right.into() }
    }

    /// Looks for one where they are known to happen.
    pub fn find(exchange: &Exchange, url: &Url, api: Api) -> Option<Slip> {
        if has(url.path, "/login/token/") {
            return of_login(url);
        }
        if !exchange.method_writes() {
            return None;
        }
        if exchange.status == Some(200) && matches!(api, Api::V2 | Api::V3) {
            return of_answer(exchange);
        }
        let body = bare(exchange.request_body?);
        let is_of_hooks = has(url.path, "/hooks");
        let is_wanted = is_of_hooks || has(url.path, "/api-token|/v2/customers|/graphql|/carts");
        let document = json::read(body).filter(|_| is_wanted)?;
        let map = &document.value;
        if has(url.path, "/graphql") {
            return of_query(&decoded(map.at("query").text()));
        }
        match api {
            Api::V2 | Api::V3 if is_of_hooks => of_destination(map.at("destination").text()),
            Api::V3 if has(url.path, "/api-token") => of_token(map),
            Api::V3 if has(url.path, "/carts") && map.at("line_items").is_map() => {
                Some(Slip::new("line-items", Of::Value, "line_items", "{…}", "[{…}]"))
            }
            Api::V2 if map.get("form_fields").is_some() => Some(Slip::new(
                "form-fields",
                Of::ReadOnly,
                "form_fields",
                "",
                "/v3/customers/form-field-values",
            )),
            _ => None,
        }
    }
}

/// Webhooks go to https at its standard port.
fn of_destination(written: &str) -> Option<Slip> {
    let given = decoded(written);
    let url = Url::read(&given);
    if url.host.is_empty() || is_one_of(url.scheme, "https") && matches!(url.port, "" | "443") {
        return None;
    }
    let mut right = String::new();
    append(&mut right, &["https://", url.host, url.path]);
    if !url.query.is_empty() {
        append(&mut right, &["?", url.query]);
    }
    Some(Slip::new("destination", Of::Value, "destination", &given, &right))
}

/// A number or a yes or no that was sent to one thing, and comes back as another.
fn of_answer(exchange: &Exchange) -> Option<Slip> {
    let is_put = is_one_of(exchange.method, "PUT");
    let sent = json::read(bare(exchange.request_body.filter(|_| is_put)?))?;
    let came = json::read(bare(crate::body::beginning(exchange.body?).0))?;
    let data = came.value.get("data").unwrap_or(&came.value);
    let members = sent.value.members().iter().filter(|_| sent.value.is_map() && data.is_map());
    let mut ignored = members.filter_map(|(name, sent)| {
        let (given, right) = differing(sent, data.at(name))?;
        Some(Slip::new("ignored", Of::Ignored, &decoded(name), given, right))
    });
    ignored.next()
}

/// Both, as words, where they are no longer the same.
fn differing<'a>(sent: &Json<'a>, kept: &Json<'a>) -> Option<(&'a str, &'a str)> {
    if let (Json::Bool(sent), Json::Bool(kept)) = (sent, kept) {
        let word = |is_so: bool| if is_so { "true" } else { "false" };
        return (sent != kept).then(|| (word(*sent), word(*kept)));
    }
    // V2 has numbers as texts, with four decimals.
    let number = |word| decimal(word, 10_000);
    let (sent, kept) = (sent.word(), kept.word());
    (number(sent)? != number(kept)?).then_some((sent, kept))
}

/// A storefront token is for two origins at most, which are no URLs, and ends at a second.
fn of_token(map: &Json) -> Option<Slip> {
    const FIELD: &str = "allowed_cors_origins";
    let origins = map.at(FIELD);
    for (_, origin) in origins.members() {
        let given = decoded(origin.text());
        let url = Url::read(&given);
        let (scheme, host) = if url.host.is_empty() {
            ("https", cut(&given, b'/').0)
        } else {
            (url.scheme, url.host)
        };
        let mut right = String::new();
        append(&mut right, &[scheme, "://", host]);
        if !url.port.is_empty() {
            append(&mut right, &[":", url.port]);
        }
        if right != given && !host.is_empty() {
            return Some(Slip::new("value", Of::Value, FIELD, &given, &right));
        }
    }
    let count = origins.members().len();
    if count > 2 {
        let mut given = String::new();
        crate::text::push_number(&mut given, count as u64);
        return Some(Slip::new("origins", Of::Value, FIELD, &given, "2"));
    }
    let ends = map.at("expires_at").word();
    // In seconds that is the year 5138.
    let in_ms = whole(ends).is_some_and(|at| at > 100_000_000_000);
    let right = ends.get(..ends.len().saturating_sub(3)).filter(|_| in_ms)?;
    Some(Slip::new("value", Of::Value, "expires_at", ends, right))
}

/// After a login the shopper can only be sent to a path of the same store.
fn of_login(url: &Url) -> Option<Slip> {
    const FIELD: &str = "redirect_to";
    let token = cut(url.path.get(find(url.path, "/token/")? + 7..)?, b'/').0;
    let claims = cut(cut(token, b'.').1, b'.').0;
    let (claims, _) = base64::decoded(at_most(claims, 8 * 1024));
    let claims: String = claims.into_iter().map(|byte| char::from(byte & 0x7f)).collect();
    let claims = json::read(&claims);
    let claimed = claims.as_ref().map_or("", |claims| claims.value.at(FIELD).text());
    let given = match url.parameter(FIELD) {
        Some(asked) if claimed.is_empty() => unescaped(asked),
        _ => decoded(claimed),
    };
    let target = Url::read(&given);
    if target.host.is_empty() {
        return None;
    }
    let mut right = String::from(if target.path.is_empty() { "/" } else { target.path });
    if !target.query.is_empty() {
        append(&mut right, &["?", target.query]);
    }
    Some(Slip::new("value", Of::Login, FIELD, &given, &right))
}

/// The percent signs of a URL, as far as URLs need them.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    loop {
        let (before, after) = cut(rest, b'%');
        plain.push_str(before);
        let code = after.get(..2).and_then(crate::text::hex).unwrap_or(0);
        if !(0x20..0x7f).contains(&code) {
            return plain;
        }
        plain.push(char::from(code as u8));
        rest = after.get(2..).unwrap_or("");
    }
}

/// In a query: a variable between quotes, which is then a text, or a value whose own quotes end
/// it too early.
fn of_query(query: &str) -> Option<Slip> {
    let mut rest = query;
    loop {
        let (before, after) = cut(rest, b'"');
        if before.len() == rest.len() {
            return None;
        }
        let (text, behind) = cut(after, b'"');
        if text.is_empty() && behind.starts_with('"') {
            // A block may hold anything.
            return None;
        }
        let field = name_before(before);
        if text.starts_with('$') && text.len() > 1 && is_name(text.get(1..).unwrap_or("")) {
            return Some(Slip::new("quoted-variable", Of::Query, field, text, text));
        }
        if !field.is_empty() && !text.ends_with('\\') && is_stray(behind) {
            return Some(Slip::new("stray-quote", Of::Query, field, field, field));
        }
        rest = behind;
    }
}

/// The name of the argument whose value begins here; empty where none does.
fn name_before(text: &str) -> &str {
    let text = text.trim_ascii_end();
    let Some(text) = text.get(..text.len().saturating_sub(1)).filter(|_| text.ends_with(':'))
    else {
        return "";
    };
    let start = text.bytes().rposition(|byte| !is_of_name(byte)).map_or(0, |at| at + 1);
    text.get(start..).unwrap_or("")
}

fn is_name(text: &str) -> bool {
    text.bytes().all(is_of_name)
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Whether what follows a value cannot follow one: no end, and no further argument.
fn is_stray(behind: &str) -> bool {
    let behind = behind.trim_ascii_start();
    let length = behind.bytes().position(|byte| !is_of_name(byte)).unwrap_or(behind.len());
    let after = behind.get(length..).unwrap_or("").trim_ascii_start();
    match behind.bytes().next() {
        None => true,
        Some(b',' | b')' | b'}' | b']' | b'"' | b'#' | b'{' | b'@') => false,
        Some(_) => !after.starts_with(':') || length == 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Slip, of_query, unescaped};
    use crate::exchange::Exchange;
    use crate::route::{self, Url};

    fn slip(url: &str, body: &str) -> Option<Slip> {
        let exchange =
            Exchange { method: "POST", url, request_body: Some(body), ..Exchange::default() };
        Slip::find(&exchange, &Url::read(url), route::api(url))
    }

    #[test]
    fn slips_name_what_was_given_and_what_is_right() {
        const HOOKS: &str = "https://api.bigcommerce.com/stores/abc123/v3/hooks";
        const TOKEN: &str = "https://api.bigcommerce.com/stores/abc123/v3/storefront/api-token";
        for (url, body, given, right) in [
            (
                HOOKS,
                r#"{"destination":"http://a.example/b?c=d"}"#,
                "http://a.example/b?c=d",
                "https://a.example/b?c=d",
            ),
            (
                HOOKS,
                r#"{"destination":"https:\/\/a.example:8443/b"}"#,
                "https://a.example:8443/b",
                "https://a.example/b",
            ),
            (
                TOKEN,
                r#"{"allowed_cors_origins":["https://a.example/"]}"#,
                "https://a.example/",
                "https://a.example",
            ),
            (
                TOKEN,
                r#"{"allowed_cors_origins":["a.example/b"]}"#,
                "a.example/b",
                "https://a.example",
            ),
            (
                TOKEN,
                r#"{"allowed_cors_origins":["https://a.b","https://c.d","http://e.f:8"]}"#,
                "3",
                "2",
            ),
            (TOKEN, r#"{"expires_at":1885635176000}"#, "1885635176000", "1885635176"),
        ] {
            let found = slip(url, body).unwrap();
            assert_eq!((found.given.as_str(), found.right.as_str()), (given, right), "{body}");
        }
        for (url, body) in [
            (HOOKS, r#"{"destination":"https://a.example:443/b"}"#),
            (HOOKS, r#"{"destination":"a"}"#),
            (
                TOKEN,
                r#"{"allowed_cors_origins":["http://localhost:3000"],"expires_at":1885635176}"#,
            ),
            (TOKEN, "[]"),
            (HOOKS, "{"),
        ] {
            assert!(slip(url, body).is_none(), "{body}");
        }
    }

    #[test]
    fn a_login_leads_to_a_path() {
        // {"redirect_to":"https://a.example/checkout?b=c"}
        let url = "https://a.example/login/token/e30.eyJyZWRpcmVjdF90byI6Imh0dHBzOi8vYS5leGFtcGxlL2NoZWNrb3V0P2I9YyJ9.x";
        let exchange = Exchange { url, ..Exchange::default() };
        let found = Slip::find(&exchange, &Url::read(url), route::api(url)).unwrap();
        assert_eq!(found.right, "/checkout?b=c");
        let url = "https://a.example/login/token/x?redirect_to=https%3A%2F%2Fa.example%2Fb";
        let found = Slip::find(&exchange, &Url::read(url), route::api(url)).unwrap();
        assert_eq!(found.right, "/b");
        let url = "https://a.example/login/token/x?redirect_to=%2Fb";
        assert!(Slip::find(&exchange, &Url::read(url), route::api(url)).is_none());
        assert_eq!((unescaped("%2"), unescaped("a%00b")), ("".into(), "a".into()));
    }

    #[test]
    fn quotes_in_queries_are_looked_at() {
        for (query, name) in [
            (r#"mutation { login(email: "$email", password: "x") { result } }"#, "quoted-variable"),
            (r#"{ site { search(term: "5" screw") { a } } }"#, "stray-quote"),
            (r#"{ a(b: ""c"") { d } }"#, "stray-quote"),
        ] {
            assert_eq!(of_query(query).map(|slip| slip.name), Some(name), "{query}");
        }
        for query in [
            r#"{ a(b: "c" d: "e") { f } }"#,
            r#"{ a(b: "c", d: ["e" "f"]) { g(h: "i") } }"#,
            r#"{ a(b: """c "d" e""") { f } }"#,
            r#"{ a(b: "costs $5") }"#,
            r#"{ a(b: "c \" d") }"#,
            "{ a }",
            "",
        ] {
            assert!(of_query(query).is_none(), "{query}");
        }
    }
}
