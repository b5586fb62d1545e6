//! Who asks, and whether that is allowed.

use super::bits::{api::*, on::*};
use super::facts::Fact::*;
use super::row::{Kind::*, findings, sign};
use crate::said::phrases;
use crate::status::link::*;

/// What only the API account that made it sees.
const OWNED: &str = "/hooks|/metafields|/scripts";

findings! {
    AUTH_TOKEN_MISSING = "auth.token-missing" {
        kind: Operators,
        values: "",
        link: ACCOUNTS,
        signs: &[
            sign(97, C401 | C403).says("x-auth-token header is required").unless(&[WrongHeader]),
            sign(95, C401 | C403).of(TOKEN & KNOWN | B2B).when(&[LacksToken]).shows("no-token"),
            sign(95, C401 | C403).when(&[LacksToken, Genuine]).of(UNKNOWN).shows("no-token"),
            sign(60, C401 | C403).of(UNKNOWN).when(&[LacksToken]).shows("no-token"),
            sign(91, C400 | C401 | C403).says("no credentials|credentials were missing|no token|token is missing|missing token|token is required|missing access token").unless(&[WrongHeader]),
            sign(92, C401).of(SHOP_GRAPHQL | PAYMENTS).when(&[LacksAuthorization]).unless(&[WrongHeader]).shows("no-authorization"),
        ],
    }
    AUTH_TOKEN_MALFORMED = "auth.token-malformed" {
        kind: Operators,
        values: "",
        link: ACCOUNTS,
        signs: &[
            sign(97, C401).says("should have correct format"),
            sign(96, C400 | C401 | C403).when(&[TokenMalformed]).shows("malformed-token"),
            sign(70, C401).says("malformed token|invalid token format|token*format"),
        ],
    }
    AUTH_TOKEN_WRONG_HEADER = "auth.token-wrong-header" {
        kind: Operators,
        values: "header",
        link: ACCOUNTS,
        signs: &[
            sign(98, C400 | C401 | C403).when(&[WrongHeader, Misnamed]).shows("misnamed"),
            sign(98, C400 | C401 | C403).of(KNOWN).when(&[WrongHeader]).shows("wrong-header"),
            sign(80, C401 | C403).when(&[WrongHeader]).shows("wrong-header"),
        ],
    }
    AUTH_TOKEN_REJECTED = "auth.token-rejected" {
        kind: Operators,
        values: "",
        link: ACCOUNTS,
        signs: &[
            sign(88, C401 | C403).says("not a valid combination|invalid token|token*invalid|token*expired|token*revoked"),
            sign(86, C401).of(TOKEN | PAYMENTS | B2B).unless(&[LacksToken]).says("unauthorized|invalid credentials|auth*failed"),
            sign(78, C401).unless(&[LacksToken]),
            sign(72, C400).of(B2B).says("auth failed"),
        ],
    }
    AUTH_GRAPHQL_TOKEN = "auth.graphql-token" {
        kind: Operators,
        values: "",
        link: GRAPHQL_DOCS,
        signs: &[
            sign(95, FAILED | C200).says("jwt|graphql invalid credentials|json of an unknown format|_customer_access_token").unless(&[Storefront]),
            sign(80, C401 | C403).of(GRAPHQL),
        ],
    }
    AUTH_SCOPE_MISSING = "auth.scope-missing" {
        kind: Operators,
        values: "scope scopes",
        link: ACCOUNTS,
        signs: &[
            sign(96, ANY).says("insufficient_access_scope|include the scopes required"),
            sign(88, C401 | C403 | C404).says("scope"),
            sign(76, C403).of(REST | ADMIN_GRAPHQL | B2B).says("permission|authorized|forbidden|access denied|not allowed").unless(&[Html]),
            sign(70, C403).of(REST | ADMIN_GRAPHQL | B2B).unless(&[Html]),
            sign(30, C404).of(REST).unless(&[Text]),
        ],
    }
    AUTH_STORE_HASH_SUSPECT = "auth.store-hash-suspect" {
        kind: Operators,
        values: "hash",
        link: ACCOUNTS,
        signs: &[
            sign(93, C403 | C404).of(TOKEN).when(&[HashSuspect]).shows("hash"),
            sign(64, BAD).of(TOKEN).when(&[HashSuspect]).shows("hash"),
            sign(88, C401 | C403 | C404 | C422).says("store*not exist|store*not found|unknown store|invalid store"),
            sign(52, C403).of(REST | ADMIN_GRAPHQL).unless(&[Html]).shows("hash-of-another"),
        ],
    }
    AUTH_TOKEN_IN_BROWSER = "auth.token-in-browser" {
        kind: Operators,
        values: "host origin",
        link: ACCOUNTS,
        signs: &[
            sign(99, ANY).when(&[InPage, ClosedToPages]).shows("page-called-host"),
            sign(95, ANY).when(&[InPage, HasToken]).shows("token-from-page"),
            sign(95, ANY).when(&[InPage, HasToken, Foreign]).shows("token-from-page"),
            sign(93, C401 | C403 | LOST).of(TOKEN).when(&[NamesOrigin, HasToken]).shows("token-with-origin"),
            sign(92, C401 | C403).says("token*browser"),
            sign(99, C401 | C403).says("originated from a browser"),
        ],
    }
    AUTH_ORIGIN_MISMATCH = "auth.origin-mismatch" {
        kind: Operators,
        values: "origin host",
        link: GRAPHQL_DOCS,
        signs: &[
            sign(98, FAILED | C200).of(ALL & !REST).says("'origin' header|allowed origin|origin*not match|origin*not allowed|cors "),
            sign(72, LOST).of(SHOP_GRAPHQL | STOREFRONT).when(&[InPage, Unreachable]).shows("page-got-nothing"),
        ],
    }
    AUTH_B2B_STORE_HASH_MISSING = "auth.b2b-store-hash-missing" {
        kind: Operators,
        values: "",
        link: B2B_DOCS,
        signs: &[
            sign(97, FAILED).says("x-store-hash|store hash*required|storehash"),
            sign(94, C401 | C403 | C5XX).of(B2B).when(&[LacksStoreHash, HasToken]).shows("no-store-hash"),
            sign(80, C400 | C404).of(B2B).when(&[LacksStoreHash, HasToken]).shows("no-store-hash"),
            sign(84, C500).of(B2B).when(&[HeadersUnknown]).shows("b2b-without-header"),
        ],
    }
    AUTH_SIGN_IN_REQUIRED = "auth.sign-in-required" {
        kind: Operators,
        values: "",
        link: LOGIN,
        signs: &[
            sign(94, C4XX).says(phrases::SIGN_IN),
            sign(96, FAILED | C200).says("missing_customer_access_token"),
            sign(92, C401 | C403 | C404).path("current.jwt"),
            sign(80, C401).of(STOREFRONT),
        ],
    }
    AUTH_OAUTH_CODE = "auth.oauth-code" {
        kind: Operators,
        values: "",
        link: APPS,
        signs: &[
            sign(94, C4XX).of(OAUTH).says("invalid_grant|invalid grant|code*expired|code*used|code*invalid|invalid*code|code*not valid"),
            sign(62, C400 | C401).of(OAUTH),
        ],
    }
    AUTH_OAUTH_REDIRECT_URI = "auth.oauth-redirect-uri" {
        kind: Operators,
        values: "",
        link: APPS,
        signs: &[sign(97, C4XX).says("redirect_uri|redirect uri|redirect url|callback url")],
    }
    AUTH_OAUTH_CONTEXT = "auth.oauth-context" {
        kind: Operators,
        values: "",
        link: APPS,
        signs: &[
            sign(95, C200).of(OAUTH).when(&[NoScope]).shows("no-scope"),
            sign(95, C4XX).of(OAUTH).says("context"),
        ],
    }
    AUTH_LOGIN_TOKEN = "auth.login-token" {
        kind: Operators,
        values: "",
        link: LOGIN,
        signs: &[
            sign(97, FAILED & !C404 | C3XX).path("/login/token/").shows("token-login"),
            sign(62, C404).path("/login/token/").shows("token-login"),
            sign(96, FAILED | C200).says("login token|login jwt|jti|loginwithcustomerloginjwt"),
        ],
    }
    AUTH_NOT_OWNER = "auth.not-owner" {
        kind: Operators,
        values: "",
        link: ACCOUNTS,
        signs: &[
            sign(95, C4XX | C200 | C207).says("unauthorized to|another client|different client|another api account|not the owner|owned by|not own|permission to*metafield|created by a|not belong to*client|not belong to*app"),
            sign(72, C403).of(REST).path(OWNED).unless(&[Post]),
            sign(50, C404).of(REST).path(OWNED),
            sign(45, C200 | C204).of(REST).path(OWNED).when(&[Empty]),
        ],
    }
}
