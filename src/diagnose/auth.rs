//! Who asks, and whether that is allowed.

use super::bits::{api::*, on::*};
use super::facts::{Fact::*, TOKEN_WANTED};
use super::row::{Kind::*, findings, sign};
use crate::said::phrases;
use crate::status::link::*;

/// What only the API account that made it sees.
const OWNED: &str = "/hooks|/metafields|/scripts";
/// Where shoppers are, and B2B Edition's buyers.
const SHOPPERS: u16 = STOREFRONT | SHOP_GRAPHQL | B2B | UNKNOWN;

pub(super) const NO_TOKEN: &str = "no credentials|credentials were missing|no token|token is missing|missing token|token is required|missing access token";

const NOT_THIS_ORIGIN: &str =
    "'origin' header|allowed origin|origin*not match|origin*not allowed|cors ";

const NO_STORE: &str = "store does not exist|store doesn't exist|store not found|store was not found|store could not be found|store hash|no such store|unknown store|invalid store";

findings! {
    AUTH_TOKEN_MISSING = "auth.token-missing" {
        example: { status: Some(401), body: Some("X-Auth-Token header is required") },
        kind: Operators,
        values: "",
        link: ACCOUNTS,
        signs: &[
            sign(97, C401 | C403).says(TOKEN_WANTED).unless(&[WrongHeader]),
            // A report that names more than the missing header may have left the header out.
            sign(95, C401).of(TOKEN & KNOWN).when(&[LacksToken]).unless(&[NamesEntity]).shows("no-token"),
            sign(87, C401).of(TOKEN & KNOWN).when(&[LacksToken]).shows("no-token"),
            sign(62, C403).of(TOKEN & KNOWN).when(&[LacksToken]).shows("no-token"),
            sign(95, C401 | C403).of(B2B).path("/api/").when(&[LacksToken]).unless(&[Graphql]).shows("no-token"),
            sign(95, C401 | C403).when(&[LacksToken, Genuine, TakesToken]).of(UNKNOWN).shows("no-token"),
            sign(60, C401 | C403).of(UNKNOWN).when(&[LacksToken, TakesToken]).shows("no-token"),
            sign(91, C401 | C403).of(ALL & !(OAUTH | STOREFRONT)).says(NO_TOKEN).unless(&[HasCredential]),
            sign(91, C400).of(ADMIN_GRAPHQL | SHOP_GRAPHQL | B2B).says(NO_TOKEN).unless(&[WrongHeader]),
            sign(89, C400 | C401).of(REST).says("authentication required").unless(&[WrongHeader, HasToken]),
            sign(92, C401).of(SHOP_GRAPHQL | PAYMENTS).when(&[LacksAuthorization]).unless(&[WrongHeader]).shows("no-authorization"),
        ],
    }
    AUTH_TOKEN_MALFORMED = "auth.token-malformed" {
        example: { request_headers: Some(&[("X-Auth-Token", "undefined")]), status: Some(401) },
        kind: Operators,
        values: "",
        link: ACCOUNTS,
        signs: &[
            sign(97, C401).says("should have correct format"),
            sign(96, C401 | C403).when(&[TokenMalformed]).shows("malformed-token"),
            sign(96, C400).when(&[TokenMalformed]).unless(&[HasItems]).shows("malformed-token"),
            sign(92, LOST).when(&[Aborted, Unsent, TokenMalformed]).shows("malformed-token"),
            sign(70, C401).says("malformed token|token*format"),
        ],
    }
    AUTH_TOKEN_WRONG_HEADER = "auth.token-wrong-header" {
        example: {
            request_headers: Some(&[("X-Auth-Access-Token", "q7x0m2v9k4z1w8")]),
            status: Some(401),
        },
        kind: Operators,
        values: "header scheme wantedScheme",
        link: ACCOUNTS,
        signs: &[
            sign(98, C401 | C403).when(&[WrongScheme]),
            sign(98, C400).when(&[WrongScheme]).unless(&[HasItems]),
            sign(98, C400 | C401 | C403).when(&[WrongHeader, Misnamed]).shows("misnamed"),
            sign(98, C400 | C401 | C403).of(KNOWN).when(&[WrongHeader]).unless(&[AboutFields]).shows("wrong-header"),
            sign(80, C401 | C403).when(&[WrongHeader, TakesToken]).shows("wrong-header"),
        ],
    }
    AUTH_TOKEN_REJECTED = "auth.token-rejected" {
        example: {
            request_headers: Some(&[("X-Auth-Token", "q7x0m2v9k4z1w8")]),
            status: Some(401),
        },
        kind: Operators,
        values: "",
        link: ACCOUNTS,
        signs: &[
            sign(88, C401 | C403).of(ALL & !OAUTH).unless(&[Graphql]).says("not a valid combination|invalid token|invalid access token|token*invalid|token*expired|token*revoked"),
            sign(86, C401).of(TOKEN | B2B).when(&[TakesToken]).unless(&[LacksToken, WrongHeader, OldApi]).says("unauthorized|invalid credentials|auth*failed"),
            sign(78, C401).of(ALL & !(OAUTH | STOREFRONT | SHOP_GRAPHQL | PAYMENTS)).when(&[TakesToken]).unless(&[LacksToken, WrongHeader, TokenWanted, OldApi]),
            sign(72, C400).of(B2B).says("auth failed"),
        ],
    }
    AUTH_GRAPHQL_TOKEN = "auth.graphql-token" {
        example: { method: "POST", url: "https://shop.example/graphql", status: Some(401) },
        kind: Operators,
        values: "",
        link: GRAPHQL_DOCS,
        signs: &[
            sign(95, FAILED | C200).says("graphql invalid credentials|unknown jwt token"),
            sign(95, FAILED | C200).of(GRAPHQL).says("jwt|json of an unknown format|server-to-server"),
            sign(93, C401).of(UNKNOWN).says("storefront token|storefront api"),
            // No REST API of BigCommerce speaks of one.
            sign(87, C401).of(UNKNOWN).when(&[HostUntold]).says("jwt signature|jwt token|invalid jwt|jwt is"),
            // Shoppers need no token to read a catalogue; the storefront itself does.
            sign(96, C401).of(SHOP_GRAPHQL | UNKNOWN).when(&[Graphql]).says("authentication required"),
            sign(80, C401 | C403).of(SHOP_GRAPHQL),
        ],
    }
    AUTH_SCOPE_MISSING = "auth.scope-missing" {
        example: {
            url: "https://api.bigcommerce.com/stores/abc123/v3/customers",
            status: Some(403),
        },
        kind: Operators,
        values: "scope scopes",
        link: ACCOUNTS,
        signs: &[
            sign(96, ANY).says("insufficient_access_scope|include the scopes required"),
            sign(92, C200).of(ADMIN_GRAPHQL).when(&[QueryErrors]).says("forbidden|access denied|not authorized|permission"),
            sign(88, C401 | C403 | C404).of(ALL & !(OAUTH | STOREFRONT | PAYMENTS)).says("scope"),
            sign(89, C403).of(STOREFRONT).says("scope to access"),
            sign(90, C400 | C401 | C403).of(OAUTH).says("invalid_scope|invalid scope|scope*not match|scope*not allowed"),
            sign(76, C403).of(REST | ADMIN_GRAPHQL | B2B).says("permission|authorized|forbidden|access denied|not allowed").unless(&[Html, Graphql]),
            sign(70, C403).of(REST | ADMIN_GRAPHQL | B2B).unless(&[Html, Graphql]),
            sign(44, C403).of(UNKNOWN).when(&[HostUntold]).unless(&[Html]),
            // A route that names nothing is there: to a token without its scope, it may not be.
            sign(59, C404).of(REST).when(&[RouteKnown]).unless(&[Text, NamesOne, NamesEntity, MethodOff, TrailingSlash, Suffixed]),
            sign(30, C404).of(REST).unless(&[Text]),
        ],
    }
    AUTH_STORE_HASH_SUSPECT = "auth.store-hash-suspect" {
        example: {
            url: "https://api.bigcommerce.com/stores/store-abc123/v3/catalog/products",
            status: Some(403),
        },
        kind: Operators,
        values: "hash",
        link: ACCOUNTS,
        signs: &[
            sign(93, C403 | C404).of(TOKEN).when(&[HashSuspect]).shows("hash"),
            sign(64, BAD).of(TOKEN).when(&[HashSuspect]).shows("hash"),
            sign(91, C401 | C403 | C404 | C422).of(ALL & !B2B).says(NO_STORE),
            sign(88, C401 | C403 | C404 | C422).of(B2B).unless(&[LacksStoreHash]).says(NO_STORE),
            sign(52, C403).of(REST | ADMIN_GRAPHQL).unless(&[Html]).shows("hash-of-another"),
            sign(40, C403).of(UNKNOWN).when(&[HostUntold]).unless(&[Html]),
        ],
    }
    AUTH_TOKEN_IN_BROWSER = "auth.token-in-browser" {
        example: {
            url: "https://api.bigcommerce.com/stores/abc123/v3/carts",
            failure: Some(bc_status::Failure::Network),
            in_browser: true,
        },
        kind: Operators,
        values: "host origin",
        link: ACCOUNTS,
        signs: &[
            sign(99, ANY).when(&[InPage, ClosedToPages]).shows("page-called-host"),
            sign(95, ANY).when(&[InPage, HasToken]).shows("token-from-page"),
            sign(95, ANY).when(&[InPage, HasToken, Foreign]).shows("token-from-page"),
            sign(93, C401 | C403 | LOST).of(TOKEN).when(&[NamesOrigin, HasToken]).shows("token-with-origin"),
            sign(92, C401 | C403).says("token*browser"),
            sign(99, C400 | C401 | C403 | C200).says("originated from a browser|impersonation*not allowed|impersonation*frontend|impersonation*browser"),
            sign(88, C403).of(SHOP_GRAPHQL).when(&[ActsInBrowser]).shows("acts-in-browser"),
        ],
    }
    AUTH_ORIGIN_MISMATCH = "auth.origin-mismatch" {
        example: {
            method: "POST",
            url: "https://shop.example/graphql",
            status: Some(401),
            body: Some(r#"{"errors":[{"message":"'Origin' header invalid"}]}"#),
        },
        kind: Operators,
        values: "origin host server",
        link: GRAPHQL_DOCS,
        signs: &[
            sign(98, FAILED | C200).of(SHOP_GRAPHQL).says(NOT_THIS_ORIGIN),
            sign(98, FAILED | C200).of(UNKNOWN | B2B).when(&[Graphql]).says(NOT_THIS_ORIGIN),
            sign(95, FAILED | C200).of(B2B | UNKNOWN).says("allowed_cors_origins*errordetail(string='invalid"),
            // The browser says that it is CORS.
            sign(88, LOST).when(&[InPage, Unreachable, Permanent]).unless(&[Unsent, ClosedToPages]).shows("page-got-nothing"),
            sign(86, LOST).of(SHOP_GRAPHQL | STOREFRONT | B2B).when(&[InPage, Unreachable, CrossOrigin]).unless(&[Unsent]).shows("page-got-nothing"),
            sign(72, LOST).of(SHOP_GRAPHQL | STOREFRONT).when(&[InPage, Unreachable]).unless(&[Unsent]).shows("page-got-nothing"),
        ],
    }
    AUTH_B2B_STORE_HASH_MISSING = "auth.b2b-store-hash-missing" {
        example: {
            url: "https://api-b2b.bigcommerce.com/api/v3/io/companies",
            request_headers: Some(&[("X-Auth-Token", "q7x0m2v9k4z1w8")]),
            status: Some(500),
        },
        kind: Operators,
        values: "",
        link: B2B_DOCS,
        signs: &[
            sign(97, FAILED).of(B2B | UNKNOWN).unless(&[Graphql]).says("x-store-hash|store hash*required|storehash"),
            sign(94, C401 | C403 | C5XX).of(B2B).when(&[LacksStoreHash, HasToken]).shows("no-store-hash"),
            sign(85, C500).of(B2B).when(&[LacksStoreHash]).unless(&[Graphql]).shows("no-store-hash"),
            sign(80, C400 | C404).of(B2B).when(&[LacksStoreHash, HasToken]).shows("no-store-hash"),
            sign(58, C500).of(B2B).when(&[HeadersUnknown]).unless(&[Graphql]).shows("b2b-without-header"),
        ],
    }
    AUTH_SIGN_IN_REQUIRED = "auth.sign-in-required" {
        example: { url: "https://shop.example/customer/current.jwt", status: Some(404) },
        kind: Operators,
        values: "",
        link: LOGIN,
        signs: &[
            sign(94, C4XX | C200).of(SHOPPERS).unless(&[Html]).says(phrases::SIGN_IN),
            sign(81, C401 | C403).of(SHOPPERS).when(&[Html]).says(phrases::SIGN_IN),
            sign(96, FAILED | C200).of(SHOPPERS).says("missing_customer_access_token"),
            sign(95, C4XX | C200).of(B2B).when(&[Graphql]).says("invalid user access|no permission|not have permission|permission denied|not permitted|not authorized|unauthorized"),
            sign(94, C4XX | C200).of(B2B | SHOP_GRAPHQL).when(&[Graphql, RefusesRole]),
            sign(84, C4XX | C200).of(UNKNOWN | SHOP_GRAPHQL).when(&[QueryErrors]).says("permission denied|not have permission|no permission"),
            sign(93, C4XX | C200).of(B2B | SHOP_GRAPHQL).when(&[Graphql, AsksToSignIn]),
            sign(92, C401 | C403 | C404).path("current.jwt"),
            sign(80, C401).of(STOREFRONT),
            sign(84, C401 | C403).of(B2B).path("/graphql"),
            sign(90, C401 | C403).of(B2B).path("/graphql").says("credentials were not provided|no credentials"),
        ],
    }
    AUTH_SESSION_MISSING = "auth.session-missing" {
        example: {
            method: "POST",
            url: "https://api-b2b.bigcommerce.com/graphql",
            status: Some(200),
            body: Some(r#"{"errors":[{"message":"Token expired"}]}"#),
        },
        kind: Operators,
        values: "path",
        link: LOGIN,
        signs: &[
            sign(96, FAILED | C200).of(SHOPPERS).says("invalid_customer_access_token|customer not authenticated|not authenticated|unauthenticated|session*expired|session*ended|session*invalid|session*not found|session*timed out|invalid session|no session|session*missing|checkout session with an empty"),
            sign(94, C400 | C401 | C403 | OTHER_4XX).of(STOREFRONT).says("xsrf|csrf"),
            sign(97, FAILED | C200).of(B2B).says("40101"),
            sign(92, C401).of(B2B).path("/graphql").says("expired|signature|invalid token|token*invalid|jwt"),
            sign(92, C200 | C400).of(B2B).when(&[Graphql]).says("authorization failed|token*expired|token*invalid|invalid token|signature*expired|signature*verif|jwt"),
            sign(93, C401).of(STOREFRONT).says("not found|not exist"),
            // What the pages of a shop call.
            sign(78, C401 | C403).of(UNKNOWN).path("/remote/v1/|/internalapi/").unless(&[Html, TakesToken]).shows("not-of-session"),
            sign(86, C401 | C403).of(STOREFRONT).path("/carts|/checkouts|/orders").unless(&[Html]).shows("not-of-session"),
            sign(66, C404).of(STOREFRONT).path("/carts/|/checkouts/").shows("not-of-session"),
            sign(66, C401 | C403).of(UNKNOWN).path("/embedded-checkout").unless(&[Html]).shows("not-of-session"),
            sign(60, C200 | C400).of(SHOP_GRAPHQL).says("cart does not exist|cart not found|checkout does not exist|checkout not found"),
        ],
    }
    AUTH_OAUTH_CLIENT = "auth.oauth-client" {
        example: {
            method: "POST",
            url: "https://login.bigcommerce.com/oauth2/token",
            status: Some(401),
        },
        kind: Operators,
        values: "",
        link: APPS,
        signs: &[
            sign(96, C4XX).of(OAUTH).says("invalid_client|invalid client|unauthorized_client|unknown client|client id|client_id|clientid|client secret|client_secret|client*not found|client authentication|client credentials"),
            sign(82, C401 | C403).of(OAUTH),
        ],
    }
    AUTH_WEBDAV_DIGEST = "auth.webdav-digest" {
        example: {
            method: "PUT",
            url: "https://store-abc123.mybigcommerce.com/dav/content/a.jpg",
            status: Some(401),
        },
        kind: Operators,
        values: "scheme",
        link: WEBDAV,
        signs: &[
            sign(97, C401).when(&[WebDav]).unless(&[HeadersUnknown]).shows("webdav"),
            sign(88, C401).when(&[WebDav, HeadersUnknown]),
            sign(92, C401).says("digest' header|digest authentication|sabre\\dav|non-repeatable request"),
        ],
    }
    AUTH_OAUTH_CODE = "auth.oauth-code" {
        example: {
            method: "POST",
            url: "https://login.bigcommerce.com/oauth2/token",
            status: Some(401),
            body: Some(r#"{"error":"invalid_grant"}"#),
        },
        kind: Operators,
        values: "",
        link: APPS,
        signs: &[
            sign(94, C4XX).of(OAUTH).says("invalid_grant|invalid grant|code*expired|code*used|code*invalid|invalid*code|code*not valid"),
            sign(62, C400).of(OAUTH),
            sign(86, C3XX).of(OAUTH).shows("sent-to-login"),
            sign(86, C200 | C400).of(OAUTH).when(&[Html]),
        ],
    }
    AUTH_OAUTH_REDIRECT_URI = "auth.oauth-redirect-uri" {
        example: {
            method: "POST",
            url: "https://login.bigcommerce.com/oauth2/token",
            status: Some(400),
            body: Some(r#"{"error":"redirect_uri_mismatch"}"#),
        },
        kind: Operators,
        values: "",
        link: APPS,
        signs: &[
            sign(97, C4XX).of(OAUTH).says("redirect_uri|redirect uri|redirect url|callback url|redirecturi"),
            sign(88, C4XX).of(UNKNOWN).says("redirect_uri*not match|redirect_uri*mismatch|redirect uri*not match"),
        ],
    }
    AUTH_OAUTH_CONTEXT = "auth.oauth-context" {
        example: {
            method: "POST",
            url: "https://login.bigcommerce.com/oauth2/token",
            status: Some(400),
            body: Some(r#"{"error":"Invalid context"}"#),
        },
        kind: Operators,
        values: "",
        link: APPS,
        signs: &[
            sign(95, C200).of(OAUTH).when(&[NoScope]).shows("no-scope"),
            sign(95, C4XX).of(OAUTH).says("context"),
            sign(84, C400 | C401 | C403).of(OAUTH).when(&[OddContext]).shows("odd-context"),
        ],
    }
    AUTH_LOGIN_TOKEN = "auth.login-token" {
        example: {
            url: "https://shop.example/login/token/eyJ.a.b",
            status: Some(401),
            body: Some("<html>Invalid login token</html>"),
        },
        kind: Operators,
        values: "field sent right",
        link: LOGIN,
        signs: &[
            sign(98, C4XX | C3XX | C500).when(&[SlipOfLogin]).shows("slip"),
            sign(97, C4XX & !C404 & !C429).of(STOREFRONT | UNKNOWN).path("/login/token/").shows("token-login"),
            sign(96, C3XX).of(STOREFRONT | UNKNOWN).path("/login/token/").when(&[BackToLogin]).shows("token-login"),
            sign(62, C404 | C500).of(STOREFRONT | UNKNOWN).path("/login/token/").shows("token-login"),
            sign(96, FAILED | C200).of(SHOPPERS).says("login token|login jwt|jti|loginwithcustomerloginjwt"),
        ],
    }
    AUTH_NOT_OWNER = "auth.not-owner" {
        example: {
            method: "PUT",
            url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/products/9/metafields/44",
            status: Some(403),
        },
        kind: Operators,
        values: "path",
        link: ACCOUNTS,
        signs: &[
            sign(95, C4XX | C200 | C207).of(REST | ADMIN_GRAPHQL | UNKNOWN).says("unauthorized to delete|unauthorized to update|unauthorized to edit|unauthorized to modify|another client|different client|other client|another api account|another app|different app|not the owner|only the owner|its owner|owned by|not own|permission to*metafield|created by another|created by a different|not created by|not belong to*client|not belong to*app|permission_set"),
            sign(95, C403 | C422).of(REST).path(OWNED).when(&[OfOne]).says("unauthorized to"),
            sign(77, C403).of(REST).path("/metafields").when(&[OfOne]).unless(&[Post, Reads]).shows("made-by-another"),
            sign(50, C403).of(REST).path(OWNED).when(&[OfOne]).unless(&[Post]),
            sign(50, C404).of(REST).path(OWNED).unless(&[RouteUnknown]),
            sign(45, C200 | C204).of(REST).path(OWNED).when(&[Empty]),
        ],
    }
}
