//! The pages that the table rests on.

/// A page to read.
///
/// ```
/// # #[cfg(feature = "prose")] {
/// use bc_status::status;
///
/// let link = status(429).links.first().unwrap();
/// let markdown = format!("[{}]({})", link.text, link.url);
/// assert!(markdown.contains("](https://docs.bigcommerce.com/") && link.text.len() > 3);
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Link {
    /// What the page is.
    pub text: &'static str,
    /// Where it is.
    pub url: &'static str,
}

/// A page as tables name it; what it is called is a matter of words.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    #[cfg_attr(not(feature = "prose"), allow(dead_code, reason = "words go by it"))]
    pub name: &'static str,
    pub url: &'static str,
}

macro_rules! pages {
    ($($page:ident = $name:literal: $url:literal $seen:literal;)*) => {
        $(#[allow(dead_code, reason = "some are named by findings only, which may be off")]
        pub(crate) const $page: Page = Page { name: $name, url: $url };)*

        /// Name and address of each page.
        ///
        /// ```
        /// use bc_status::status::PAGES;
        ///
        /// let page = PAGES.iter().find(|(name, _)| *name == "status-page");
        /// assert_eq!(page.map(|(_, url)| *url), Some("https://status.bigcommerce.com/"));
        /// ```
        #[cfg(feature = "prose")]
        pub const PAGES: &[(&str, &str)] = &[$(($name, $url),)*];

        /// Address of each page, and the day it was last seen.
        #[cfg(test)]
        const SEEN: &[(&str, &str)] = &[$(($url, $seen),)*];
    };
}

// Every address that is shown to people, with the day it was last seen. The documentation moved to
// docs.bigcommerce.com in 2026; the older host leads there.
pages! {
    CODES = "codes": "https://docs.bigcommerce.com/developer/api-reference/rest/overview" "2026-11-28";
    LIMITS = "limits": "https://docs.bigcommerce.com/developer/docs/overview/api-fundamentals/rate-limits" "2026-11-28";
    SERVER_ERRORS = "server-errors": "https://docs.bigcommerce.com/developer/docs/overview/api-fundamentals/integration-design#500-through-504-server-errors" "2026-11-28";
    CLIENT_ERRORS = "client-errors": "https://docs.bigcommerce.com/developer/docs/overview/api-fundamentals/integration-design" "2026-11-28";
    ACCOUNTS = "accounts": "https://docs.bigcommerce.com/developer/docs/overview/api-fundamentals/api-accounts" "2026-11-28";
    // The same page: of the reference it is the beginning.
    REFERENCE = "codes": "https://docs.bigcommerce.com/developer/api-reference/rest/overview" "2026-11-28";
    PLATFORM_LIMITS = "platform-limits": "https://support.bigcommerce.com/s/article/Platform-Limits" "2026-08-11";
    WEBDAV = "webdav": "https://support.bigcommerce.com/s/article/File-Access-WebDAV" "2026-11-28";
    STATUS_PAGE = "status-page": "https://status.bigcommerce.com/" "2026-11-28";
    HEADERS = "headers": "https://developer.bigcommerce.com/docs/start/about" "2026-08-11";
    APPS = "apps": "https://developer.bigcommerce.com/docs/integrations/apps/guide/auth" "2026-08-11";
    LOGIN = "login": "https://developer.bigcommerce.com/docs/start/authentication/customer-login" "2026-08-11";
    SUNSETS = "sunsets": "https://docs.bigcommerce.com/developer/docs/overview/api-fundamentals/deprecations-sunsets" "2026-11-28";
    ERRORS = "errors": "https://developer.bigcommerce.com/docs/start/migration/4_errors" "2026-08-11";
    PAYMENTS_DOCS = "payments-docs": "https://developer.bigcommerce.com/docs/store-operations/payments" "2026-08-11";
    GRAPHQL_DOCS = "graphql-docs": "https://docs.bigcommerce.com/developer/docs/storefront/guides/graphql-storefront-api/overview" "2026-11-28";
    B2B_DOCS = "b2b-docs": "https://developer.bigcommerce.com/docs/b2b-edition/about" "2026-08-11";
    WEBHOOKS = "webhooks": "https://developer.bigcommerce.com/docs/integrations/webhooks" "2026-07-24";
    CALLBACKS = "callbacks": "https://developer.bigcommerce.com/docs/integrations/apps/guide/callbacks" "2026-08-11";
    EDGE_ERRORS = "edge-errors": "https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/" "2026-11-28";
    EDGE_LIMITS = "edge-limits": "https://developers.cloudflare.com/changelog/post/2026-03-12-retry-after-header-for-1xxx-errors" "2026-11-28";
    PACKAGE = "package": "https://www.npmjs.com/package/bc-status" "2026-11-28";
    LEGACY = "legacy": "https://github.com/bigcommerce/bigcommerce-api-ruby/blob/master/lib/bigcommerce/exception.rb" "2026-08-11";
    RFC = "rfc": "https://www.rfc-editor.org/rfc/rfc9110#name-status-codes" "2026-11-28";
}

#[cfg(test)]
mod tests {
    use super::SEEN;

    #[test]
    fn every_address_has_the_day_it_was_seen() {
        for (url, day) in SEEN {
            assert!(url.starts_with("https://"), "{url}");
            let is_day = day.len() == 10 && day.starts_with("20") && day.matches('-').count() == 2;
            assert!(is_day && *day >= "2026-07-01", "{url}: {day}");
        }
    }
}
