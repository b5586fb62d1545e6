//! The pages that the table rests on.

/// A page to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// What the page is.
    pub text: &'static str,
    /// Where it is.
    pub url: &'static str,
}

macro_rules! links {
    ($($name:ident: $text:literal, $url:literal;)*) => {
        $(#[allow(dead_code, reason = "some are named in prose only, which may be off")]
        pub(crate) const $name: Link = Link { text: $text, url: $url };)*
    };
}

links! {
    CODES: "API status codes", "https://developer.bigcommerce.com/docs/start/about/status-codes";
    LIMITS: "API rate limits", "https://developer.bigcommerce.com/docs/start/best-practices#api-rate-limits";
    SERVER_ERRORS: "Handling 500 to 504", "https://developer.bigcommerce.com/docs/start/best-practices/integration-design#500-through-504-errors";
    CLIENT_ERRORS: "Handling 404 and 422", "https://developer.bigcommerce.com/docs/start/best-practices/integration-design#404-and-422-client-errors";
    ACCOUNTS: "API accounts and OAuth scopes", "https://developer.bigcommerce.com/docs/start/authentication/api-accounts";
    REFERENCE: "API reference", "https://docs.bigcommerce.com/developer/api-reference/rest/overview";
    PLATFORM_LIMITS: "Platform limits", "https://support.bigcommerce.com/s/article/Platform-Limits";
    STATUS_PAGE: "BigCommerce's status page", "https://status.bigcommerce.com/";
    HEADERS: "Requests and headers", "https://developer.bigcommerce.com/docs/start/about";
    APPS: "App authentication", "https://developer.bigcommerce.com/docs/integrations/apps/guide/auth";
    LOGIN: "Customer login", "https://developer.bigcommerce.com/docs/start/authentication/customer-login";
    SUNSETS: "Deprecations and sunsets", "https://developer.bigcommerce.com/docs/start/best-practices/sunsets";
    ERRORS: "Handling API errors", "https://developer.bigcommerce.com/docs/start/migration/4_errors";
    PAYMENTS_DOCS: "Payments API", "https://developer.bigcommerce.com/docs/store-operations/payments";
    GRAPHQL_DOCS: "GraphQL Storefront API", "https://developer.bigcommerce.com/docs/storefront/graphql";
    B2B_DOCS: "B2B Edition APIs", "https://developer.bigcommerce.com/docs/b2b-edition/about";
    PACKAGE: "bc-status", "https://www.npmjs.com/package/bc-status";
    LEGACY: "BigCommerce's Ruby client", "https://github.com/bigcommerce/bigcommerce-api-ruby/blob/master/lib/bigcommerce/exception.rb";
    RFC: "HTTP semantics, status codes", "https://www.rfc-editor.org/rfc/rfc9110#name-status-codes";
}
