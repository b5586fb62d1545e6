//! The credentials of a request: whether they can be any, and are where they are looked for.

use super::case::Case;
use super::placeholder::{is_taken_out, placeholder};
use crate::headers::name;
use crate::route::{Api, Url};
use crate::text::{has, same_name};

fn is_no_token(text: &str) -> bool {
    // What somebody took out before he showed it may have been one.
    if is_taken_out(text) {
        return false;
    }
    text.is_empty() || has(text, " |\"|'|,|;") || placeholder(text).is_some()
}

impl Case<'_> {
    /// The scheme that `Authorization` has to have, where it has a token with another, or with none.
    pub fn missed_scheme(&self) -> Option<&'static str> {
        let wanted = match self.found.api {
            Api::GraphqlStorefront => "Bearer",
            Api::Payments => "PAT",
            _ => return None,
        };
        let sent = self.sent(name::AUTHORIZATION)?;
        let (scheme, token) = crate::text::cut(sent, b' ');
        // What is shorter is a scheme whose token is missing.
        let token = if token.is_empty() && sent.len() > 20 { sent } else { token };
        Some(wanted).filter(|_| !same_name(scheme, wanted) && !is_no_token(token))
    }

    /// A token that cannot be one: empty, with blanks, quotes or a scheme, or a placeholder.
    pub fn token_is_malformed(&self) -> bool {
        let (name, scheme) = match self.found.api {
            Api::GraphqlStorefront => ("authorization", "bearer"),
            Api::Payments => ("authorization", "pat"),
            _ => (name::X_AUTH_TOKEN, ""),
        };
        let Some(value) = self.sent(name) else { return false };
        let token = if scheme.is_empty() {
            value
        } else {
            match crate::text::cut(value, b' ') {
                (given, token) if same_name(given, scheme) => token,
                _ => return self.missed_scheme().is_none(),
            }
        };
        is_no_token(token)
    }

    /// A credential in a header that this API does not look at.
    pub fn token_is_in_wrong_header(&self) -> bool {
        let (token, bearer) = (self.gives(name::X_AUTH_TOKEN), self.gives(name::AUTHORIZATION));
        let misnamed = self.misnamed.is_some();
        match self.found.api {
            Api::GraphqlStorefront => !bearer && (token || misnamed),
            Api::Payments => !bearer && token,
            Api::B2b => {
                let is_rest = has(self.url.path, "/io/");
                !token && self.sent(name::AUTHTOKEN).is_none() && (misnamed || bearer && is_rest)
            }
            // The old V2 of a shop's own domain takes a password.
            Api::V2 if self.is_old_api() => false,
            Api::Oauth | Api::Storefront => false,
            _ => !token && (bearer || self.gives(name::X_AUTH_CLIENT) || misnamed),
        }
    }

    /// A store hash that cannot be one. Those seen have 5 to 10 small letters and digits.
    pub fn hash_is_suspect(&self) -> bool {
        let may_be_wrong = |hash: &&str| {
            self.placeholder.is_none() && !is_taken_out(hash) && !self.has_reached_the_store()
        };
        let Some(hash) = self.hash().filter(may_be_wrong) else { return false };
        let digits = hash.bytes().all(|byte| byte.is_ascii_digit());
        let plain = hash.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        !plain || (digits && hash.len() > 5) || !(4..=14).contains(&hash.len()) || hash == "stores"
    }

    pub fn acts_in_browser(&self) -> bool {
        let of_shop =
            || self.sent(name::COOKIE).is_some_and(|cookies| has(cookies, "SHOP_|fornax_"));
        self.gives(name::X_BC_CUSTOMER_ID) && (self.gives(name::ORIGIN) || of_shop())
    }

    /// A context that cannot be one, in JSON or in a form.
    pub fn context_is_odd(&self) -> bool {
        let body = crate::text::bare(self.exchange.request_body.unwrap_or(""));
        let read = crate::json::read(body).filter(|_| body.starts_with('{'));
        let form = Url { query: body, ..Url::default() };
        let context = match &read {
            Some(json) => json.value.at("context").text(),
            None => form.parameter("context").unwrap_or(""),
        };
        let hash = crate::text::any("stores/|stores%2F|stores%2f|stores\\/", &mut |start| {
            context.strip_prefix(start).is_some_and(|hash| {
                !hash.is_empty() && placeholder(hash).is_none() && !has(hash, "/")
            })
        });
        !context.is_empty() && !hash
    }
}
