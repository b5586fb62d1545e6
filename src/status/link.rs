//! The pages that the table rests on.

/// A page to read.
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
    ($($page:ident = $name:literal: $url:literal;)*) => {
        $(#[allow(dead_code, reason = "some are named by findings only, which may be off")]
        pub(crate) const $page: Page = Page { name: $name, url: $url };)*

        /// Name and address of each page.
        #[cfg(feature = "prose")]
        pub const PAGES: &[(&str, &str)] = &[$(($name, $url),)*];
    };
}

pages! {
    CODES = "codes": "https://developer.bigcommerce.com/docs/start/about/status-codes";
    LIMITS = "limits": "https://developer.bigcommerce.com/docs/start/best-practices#api-rate-limits";
    SERVER_ERRORS = "server-errors": "https://developer.bigcommerce.com/docs/start/best-practices/integration-design#500-through-504-errors";
    CLIENT_ERRORS = "client-errors": "https://developer.bigcommerce.com/docs/start/best-practices/integration-design#404-and-422-client-errors";
    ACCOUNTS = "accounts": "https://developer.bigcommerce.com/docs/start/authentication/api-accounts";
    REFERENCE = "reference": "https://docs.bigcommerce.com/developer/api-reference/rest/overview";
    PLATFORM_LIMITS = "platform-limits": "https://support.bigcommerce.com/s/article/Platform-Limits";
    WEBDAV = "webdav": "https://support.bigcommerce.com/s/article/File-Access-WebDAV";
    STATUS_PAGE = "status-page": "https://status.bigcommerce.com/";
    HEADERS = "headers": "https://developer.bigcommerce.com/docs/start/about";
    APPS = "apps": "https://developer.bigcommerce.com/docs/integrations/apps/guide/auth";
    LOGIN = "login": "https://developer.bigcommerce.com/docs/start/authentication/customer-login";
    SUNSETS = "sunsets": "https://developer.bigcommerce.com/docs/start/best-practices/sunsets";
    ERRORS = "errors": "https://developer.bigcommerce.com/docs/start/migration/4_errors";
    PAYMENTS_DOCS = "payments-docs": "https://developer.bigcommerce.com/docs/store-operations/payments";
    GRAPHQL_DOCS = "graphql-docs": "https://developer.bigcommerce.com/docs/storefront/graphql";
    B2B_DOCS = "b2b-docs": "https://developer.bigcommerce.com/docs/b2b-edition/about";
    PACKAGE = "package": "https://www.npmjs.com/package/bc-status";
    LEGACY = "legacy": "https://github.com/bigcommerce/bigcommerce-api-ruby/blob/master/lib/bigcommerce/exception.rb";
    RFC = "rfc": "https://www.rfc-editor.org/rfc/rfc9110#name-status-codes";
}
