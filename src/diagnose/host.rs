//! Whose server it was that answered, by its host, its path and its marks.

use super::case::Case;
use crate::headers::name;
use crate::route::{self, Api};
use crate::text::{find, has, is_one_of};

impl Case<'_> {
    pub fn is_foreign(&self) -> bool {
        let refused = self.exchange.status.is_some_and(|code| code >= 300);
        refused && self.url.is_local() && !self.is_bigcommerces
    }

    /// The path of an API, or none at all.
    pub fn has_path_of_apis(&self) -> bool {
        let step = self.url.first_step();
        step.is_empty() || is_one_of(step, "stores|v2|v3|accounts")
    }

    /// Before there were API accounts.
    pub fn is_old_api(&self) -> bool {
        self.found.api == Api::V2 && self.url.path.starts_with("/api/v2")
    }

    /// A server that is neither BigCommerce's nor on this machine answered: at a path that no
    /// store has, or with the marks of other software.
    pub fn is_elsewhere(&self) -> bool {
        const OF_STORES: &str = "/admin|/stencil-version-check|/dav|/checkout|/embedded-checkout|/internalapi/|/cart.php|/login.php|/account.php|/remote/v1";
        let refused = self.exchange.status.is_some_and(|code| code >= 300);
        let is_other = !self.url.host.is_empty()
            && !self.url.is_bigcommerce()
            && !self.url.is_local()
            && !self.is_bigcommerces;
        refused
            && is_other
            && !self.is_of_theme_tool()
            && (self.found.api == Api::Unknown && !self.path_begins(OF_STORES)
                || self.is_of_other_software())
    }

    /// Stencil's command asks stores themselves, and with a token.
    pub fn is_of_theme_tool(&self) -> bool {
        self.sent(name::X_AUTH_CLIENT).is_some_and(|client| has(client, "stencil"))
    }

    /// Marks of shops, blogs and servers that no store of BigCommerce's has.
    pub fn is_of_other_software(&self) -> bool {
        const SERVERS: &str = "Apache|Microsoft-IIS|LiteSpeed|Vercel|Netlify|GitHub.com|AmazonS3|Werkzeug|gunicorn|Kestrel|Cowboy";
        const PAGES: &str = "wp-content|wp-json|woocommerce|cdn.shopify|Magento|__NEXT_DATA__|/_next/static|Whitelabel Error Page|laravel|Cannot GET /|Cannot POST /";
        let names = |name, marks| self.header(name).is_some_and(|value| has(value, marks));
        self.header(name::X_POWERED_BY).is_some()
            || names(name::SERVER, SERVERS)
            || names(name::LINK, "wp-json|api.w.org")
            || self
                .exchange
                .body
                .is_some_and(|body| has(crate::text::at_most(body, 32 * 1024), PAGES))
    }

    /// A host of no shop, or a path as management APIs have it.
    pub fn takes_a_token(&self) -> bool {
        let is_of_shop = self.url.is_bigcommerce()
            && !is_one_of(
                self.url.host,
                "api.bigcommerce.com|api-b2b.bigcommerce.com|payments.bigcommerce.com",
            );
        let is_managed = matches!(self.url.first_step(), "stores" | "v2" | "v3" | "accounts");
        is_managed
            || self.url.host.is_empty()
            || self.url.is_local()
            || !is_of_shop && !self.path_has("/admin|/dav|/remote/|/internalapi/")
    }

    pub fn is_webdav(&self) -> bool {
        let path = self.url.path;
        path == "/dav"
            || path.starts_with("/dav/")
            || self.header(name::WWW_AUTHENTICATE).is_some_and(|value| has(value, "SabreDAV"))
    }

    /// An API's path on a host that does not serve it.
    pub fn is_on_wrong_host(&self) -> bool {
        let host = self.url.host;
        let is = |known| is_one_of(host, known);
        let step = self.url.first_step();
        let of_store = step == "stores";
        // A host by itself is spoken of, and nothing was asked of it.
        if host.is_empty() || step.is_empty() || self.url.is_local() {
            false
        } else if is("api.bigcommerce.com") {
            route::is_none_of_management(&self.url) || self.found.api == Api::Payments
        } else if is("payments.bigcommerce.com") {
            // What the checkout of a page calls, no specification has.
            !self.route.is_known() && !self.path_has("/api/public/")
        } else if is("login.bigcommerce.com") {
            // Where apps are installed, and devices signed in.
            !matches!(step, "oauth2" | "login" | "app" | "device")
        } else {
            let versioned = matches!(self.found.api, Api::V2 | Api::V3 | Api::GraphqlAdmin);
            of_store && versioned
                || is("bigcommerce.com")
                || has(host, "www.bigcommerce|developer.bigcommerce|docs.bigcommerce")
                || of_store && is("api-b2b.bigcommerce.com")
                || matches!(self.found.api, Api::Unknown)
                    && (matches!(step, "v2" | "v3") || find(self.url.path, "/api/v3/").is_some())
        }
    }
}
