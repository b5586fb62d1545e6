//! Requests that BigCommerce sends, and somebody else's endpoint has to answer: webhooks, estimates of
//! taxes, shipping quotes, and what opens or removes an app.

use crate::exchange::Exchange;
use crate::json::{self, Json};
use crate::route::Url;
use crate::said::Said;
use crate::text::{bare, has, same_name};

/// The endpoint that is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Callback {
    /// The destination of a webhook.
    Webhook,
    /// A tax provider.
    Tax,
    /// A shipping provider.
    Shipping,
    /// An app that is opened, or removed, with a signed payload.
    App,
    /// An app that is being installed, with a code to exchange.
    Install,
}

/// What tells is at the beginning of a body.
const LONGEST: usize = 16 * 1024;
/// Where apps are called.
const OF_APPS: &str = "/load|/uninstall|/remove|/auth|/install|/callback";
/// How libraries word it that a signed payload does not verify.
const OF_CHECKS: &str = "bad signed request|notbeforeerror|tokenexpirederror|jsonwebtokenerror|jwt.exceptions|jwt::|firebase\\jwt";
const JWT: &str = "jwt|jsonwebtoken|signed request|signature|not active|not yet valid|used before|signed_payload|signed payload|token expired|token is expired|nbf|iat claim";

impl Callback {
    /// What a request is by its shape, if it is one of these.
    #[inline(never)]
    pub fn read(exchange: &Exchange) -> Option<Callback> {
        let url = Url::read(exchange.url);
        if url.path.is_empty() || url.is_bigcommerce() {
            return None;
        }
        let gives = |name| url.parameter(name).is_some_and(|value| !value.is_empty());
        if gives("signed_payload_jwt") || gives("signed_payload") {
            return Some(Callback::App);
        }
        let context = url.parameter("context").unwrap_or("");
        if gives("code") && gives("scope") && has(context, "stores/|stores%2F|stores%2f") {
            return Some(Callback::Install);
        }
        if !same_name(exchange.method, "POST") {
            return None;
        }
        let headers = exchange.request_headers.unwrap_or(&[]);
        let has = |name| headers.iter().any(|(header, _)| same_name(header, name));
        let is_signed = has("webhook-signature");
        let Some(body) = exchange.request_body else {
            return (is_signed && has("webhook-id")).then_some(Callback::Webhook);
        };
        let body = bare(crate::text::at_most(body, LONGEST));
        let document = body.starts_with('{').then(|| json::read(body)).flatten()?;
        Callback::of_body(&document.value, &url, is_signed)
    }

    fn of_body(body: &Json, url: &Url, is_signed: bool) -> Option<Callback> {
        let scope = body.at("scope").text();
        let is_event = scope.starts_with("store/")
            && (body.at("producer").text().starts_with("stores/")
                || body.at("data").is_map() && (body.has("hash") || body.has("store_id")));
        if is_event || is_signed && !scope.is_empty() {
            return Some(Callback::Webhook);
        }
        let options = ["connection_options", "zone_options", "rate_options"];
        let has_options = options.iter().any(|name| body.has(name));
        if body.at("base_options").is_map() || has_options && has(url.path, "check_connection") {
            return Some(Callback::Shipping);
        }
        let is_quote = body.at("documents").is_list()
            && (body.has("transaction_date") || body.has("currency_code"))
            && body.has("customer");
        is_quote.then_some(Callback::Tax)
    }

    /// What a request whose body is not known may be by its address: providers have such names.
    pub fn by_path(exchange: &Exchange) -> Option<Callback> {
        let url = Url::read(exchange.url);
        if url.is_bigcommerce()
            || exchange.request_body.is_some()
            || !same_name(exchange.method, "POST")
        {
            None
        } else if has(exchange.url, "tax") && has(url.path, "/estimate|/adjust|/commit|/void") {
            Some(Callback::Tax)
        } else if has(url.path, "/check_connection_options|/shipping/rate") {
            Some(Callback::Shipping)
        } else {
            let is_named = has(url.path, "bigcommerce|/bc") && has(url.path, "hook");
            // A log that names neither a host nor BigCommerce is of one's own server: what it refuses,
            // it has received.
            let is_refused = exchange.status.is_some_and(|status| status < 500)
                && !matches!(url.first_step(), "stores" | "v2" | "v3");
            let is_likely = has(url.path, "webhook") && (!url.host.is_empty() || is_refused);
            (is_named || is_likely).then_some(Callback::Webhook)
        }
    }

    /// Whether what was answered makes BigCommerce take the call for failed.
    pub fn has_failed(self, exchange: &Exchange) -> bool {
        match exchange.status {
            None => exchange.failure.is_some(),
            Some(status) if self == Callback::Webhook => !(200..300).contains(&status),
            Some(status) => status >= 400,
        }
    }

    /// Whether an app says that a signed payload does not verify, or is not there.
    pub fn complains_of_jwt(exchange: &Exchange, said: &Said) -> bool {
        let url = Url::read(exchange.url);
        let is_of_app = Callback::read(exchange).map_or_else(
            || match url.host {
                // What checks a token tells by its name what it checked.
                "" => said.say(OF_CHECKS),
                _ => !url.is_bigcommerce() && has(url.path, OF_APPS),
            },
            |callback| callback == Callback::App,
        );
        is_of_app && exchange.status.is_some_and(|status| status >= 400) && said.say(JWT)
    }

    /// What rows know it by.
    pub fn mark(self) -> &'static str {
        match self {
            Callback::Webhook => "CALL-WEBHOOK",
            Callback::Tax => "CALL-TAX",
            Callback::Shipping => "CALL-SHIPPING",
            Callback::App => "CALL-APP",
            Callback::Install => "CALL-INSTALL",
        }
    }
}
