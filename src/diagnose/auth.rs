//! Who asks, and whether that is allowed.

use super::facts::Fact::*;
use super::marks::{api::*, on::*};
use super::row::{Row, sign};
use crate::status::link::*;
use crate::words::phrases;

/// What only the API account that made it sees.
const OWNED: &str = "/hooks|/metafields|/scripts";

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "auth.token-missing",
        title: "The request carries no access token",
        solutions: &[
            "Send the token of an API account as `X-Auth-Token`; check that the variable it comes from is set.",
        ],
        link: ACCOUNTS,
        signs: &[
            sign(97, C401 | C403).says("x-auth-token header is required").unless(&[WrongHeader]),
            sign(95, C401 | C403).of(TOKEN & KNOWN | B2B).when(&[LacksToken]).proof("No `X-Auth-Token` was sent."),
            sign(95, C401 | C403).when(&[LacksToken, Genuine]).of(UNKNOWN).proof("No `X-Auth-Token` was sent."),
            sign(60, C401 | C403).of(UNKNOWN).when(&[LacksToken]).proof("No `X-Auth-Token` was sent."),
            sign(91, C400 | C401 | C403).says("no credentials|credentials were missing|no token|token is missing|missing token|token is required|missing access token").unless(&[WrongHeader]),
            sign(92, C401).of(SHOP_GRAPHQL | PAYMENTS).when(&[LacksAuthorization]).unless(&[WrongHeader]).proof("No `Authorization` was sent."),
        ],
    },
    Row {
        id: "auth.token-malformed",
        title: "The access token is empty or not in the form of one",
        solutions: &[
            "Send the bare token: no quotes or blanks, and in `X-Auth-Token` no `Bearer` before it.",
            "Check that it is not cut off or a placeholder.",
        ],
        link: ACCOUNTS,
        signs: &[
            sign(97, C401).says("should have correct format"),
            sign(96, C400 | C401 | C403).when(&[TokenMalformed]).proof("What was sent as the token cannot be one."),
            sign(70, C401).says("malformed token|invalid token format|token*format"),
        ],
    },
    Row {
        id: "auth.token-wrong-header",
        title: "The token is in a header that this API does not read",
        solutions: &[
            "Rename `{header}` to `X-Auth-Token`.",
            "Management APIs read `X-Auth-Token`, storefront GraphQL `Authorization: Bearer`, payments `Authorization: PAT`.",
        ],
        link: ACCOUNTS,
        signs: &[
            sign(98, C400 | C401 | C403).when(&[WrongHeader, Misnamed]).proof("`{header}` was sent, and no `X-Auth-Token`."),
            sign(98, C400 | C401 | C403).of(KNOWN).when(&[WrongHeader]).proof("A credential was sent, but not in the header for it."),
            sign(80, C401 | C403).when(&[WrongHeader]).proof("A credential was sent, but not in the header for it."),
        ],
    },
    Row {
        id: "auth.token-rejected",
        title: "The access token is not, or no longer, valid",
        solutions: &[
            "Send it with curl; if that fails too, create a new API account and use its token.",
            "A token ends with a change of the owner's e-mail address or the app's scopes, with a newer token of the app, or with its API account.",
        ],
        link: ACCOUNTS,
        signs: &[
            sign(88, C401 | C403).says("not a valid combination|invalid token|token*invalid|token*expired|token*revoked"),
            sign(86, C401).of(TOKEN | PAYMENTS | B2B).unless(&[LacksToken]).says("unauthorized|invalid credentials|auth*failed"),
            sign(78, C401).unless(&[LacksToken]),
            sign(72, C400).of(B2B).says("auth failed"),
        ],
    },
    Row {
        id: "auth.graphql-token",
        title: "GraphQL does not accept the bearer token",
        solutions: &[
            "Create a new storefront token for this store and channel (it has an expiry date), and send it unchanged as `Authorization: Bearer`.",
            "From a server use a private token.",
        ],
        link: GRAPHQL_DOCS,
        signs: &[
            sign(95, FAILED | C200).says("jwt|graphql invalid credentials|json of an unknown format|_customer_access_token").unless(&[Storefront]),
            sign(80, C401 | C403).of(GRAPHQL),
        ],
    },
    Row {
        id: "auth.scope-missing",
        title: "The token lacks an OAuth scope for this",
        solutions: &[
            "Give the API account the scope `{scope}`; for reading alone its read-only form is enough, where it has one.",
            "Scopes of an API account cannot be edited: create a new one. For an app, let the merchant open it again.",
            "If the scopes are right, check the store hash: a wrong one looks the same.",
        ],
        link: ACCOUNTS,
        signs: &[
            sign(96, ANY).says("insufficient_access_scope|include the scopes required"),
            sign(88, C401 | C403 | C404).says("scope"),
            sign(76, C403).of(REST | ADMIN_GRAPHQL | B2B).says("permission|authorized|forbidden|access denied|not allowed").unless(&[Html]),
            sign(70, C403).of(REST | ADMIN_GRAPHQL | B2B).unless(&[Html]),
            sign(30, C404).of(REST).unless(&[Text]),
        ],
    },
    Row {
        id: "auth.store-hash-suspect",
        title: "The store hash in the URL may be wrong",
        solutions: &[
            "Compare `{hash}` with the API path of the API account: the bare hash, in small letters, without `store-` or `stores/`.|Compare the hash with the API path of the API account.",
        ],
        link: ACCOUNTS,
        signs: &[
            sign(93, C403 | C404).of(TOKEN).when(&[HashSuspect]).proof("The store hash is `{hash}`."),
            sign(64, BAD).of(TOKEN).when(&[HashSuspect]).proof("The store hash is `{hash}`."),
            sign(88, C401 | C403 | C404 | C422).says("store*not exist|store*not found|unknown store|invalid store"),
            sign(52, C403).of(REST | ADMIN_GRAPHQL).unless(&[Html]).proof("The answer is the same where the hash is that of another store; here it is `{hash}`."),
        ],
    },
    Row {
        id: "auth.token-in-browser",
        title: "A web page cannot call this API, and must not hold its token",
        solutions: &[
            "Call it from a server or an edge worker that holds the token, without the page's cookies, and let the page ask that.",
            "A token that was ever in a page is public: replace it.",
        ],
        link: ACCOUNTS,
        signs: &[
            sign(99, ANY).when(&[InPage, ClosedToPages]).proof("A web page called `{host}`, which answers no page (CORS)."),
            sign(95, ANY).when(&[InPage, HasToken]).proof("A web page sent an `X-Auth-Token`."),
            sign(95, ANY).when(&[InPage, HasToken, Foreign]).proof("A web page sent an `X-Auth-Token`."),
            sign(93, C401 | C403 | LOST).of(TOKEN).when(&[NamesOrigin, HasToken]).proof("A request with `X-Auth-Token` names the page `{origin}` as its origin."),
            sign(92, C401 | C403).says("token*browser"),
            sign(99, C401 | C403).says("originated from a browser"),
        ],
    },
    Row {
        id: "auth.origin-mismatch",
        title: "The token was made for another origin",
        solutions: &[
            "Create a token whose allowed CORS origins hold `{origin}`.|Create a token that names the page's origin exactly: scheme, host and port, no slash at its end.",
        ],
        link: GRAPHQL_DOCS,
        signs: &[
            sign(98, FAILED | C200).of(ALL & !REST).says("'origin' header|allowed origin|origin*not match|origin*not allowed|cors "),
            sign(72, LOST).of(SHOP_GRAPHQL | STOREFRONT).when(&[InPage, Unreachable]).proof("A page asked `{host}` and got no readable answer, as when CORS forbids it."),
        ],
    },
    Row {
        id: "auth.b2b-store-hash-missing",
        title: "B2B Edition needs X-Store-Hash beside X-Auth-Token",
        solutions: &[
            "Add `X-Store-Hash` with the hash of the token's store; an old `authToken` goes without it.",
        ],
        link: B2B_DOCS,
        signs: &[
            sign(97, FAILED).says("x-store-hash|store hash*required|storehash"),
            sign(94, C401 | C403 | C5XX).of(B2B).when(&[LacksStoreHash, HasToken]).proof("No `X-Store-Hash` was sent."),
            sign(80, C400 | C404).of(B2B).when(&[LacksStoreHash, HasToken]).proof("No `X-Store-Hash` was sent."),
            sign(84, C500).of(B2B).when(&[HeadersUnknown]).proof("Without that header B2B Edition answers with server errors."),
        ],
    },
    Row {
        id: "auth.sign-in-required",
        title: "The shopper has to sign in first",
        solutions: &[
            "Let the shopper sign in, and send the request in that session; for a guest this answer is normal.",
        ],
        link: LOGIN,
        signs: &[
            sign(94, C4XX).says(phrases::SIGN_IN),
            sign(96, FAILED | C200).says("missing_customer_access_token"),
            sign(92, C401 | C403 | C404).path("current.jwt"),
            sign(80, C401).of(STOREFRONT),
        ],
    },
    Row {
        id: "auth.oauth-code",
        title: "The authorisation code was used before, or has expired",
        solutions: &["Exchange each code once, right after the callback; let the merchant install again for a new one."],
        link: APPS,
        signs: &[
            sign(94, C4XX).of(OAUTH).says("invalid_grant|invalid grant|code*expired|code*used|code*invalid|invalid*code|code*not valid"),
            sign(62, C400 | C401).of(OAUTH),
        ],
    },
    Row {
        id: "auth.oauth-redirect-uri",
        title: "The redirect_uri is not the one registered for the app",
        solutions: &["Send the callback URL exactly as it stands in the Developer Portal, to the last slash."],
        link: APPS,
        signs: &[sign(97, C4XX).says("redirect_uri|redirect uri|redirect url|callback url")],
    },
    Row {
        id: "auth.oauth-context",
        title: "The token has no scopes: the context of the exchange was wrong",
        solutions: &["Pass `context` on as the callback gave it, `stores/` and the hash. This token gets 403 everywhere."],
        link: APPS,
        signs: &[
            sign(95, C200).of(OAUTH).when(&[NoScope]).proof("`scope` is null in the answer."),
            sign(95, C4XX).of(OAUTH).says("context"),
        ],
    },
    Row {
        id: "auth.login-token",
        title: "The customer login token was not accepted",
        solutions: &[
            "Make a new JWT for each login: a fresh `jti`, an `iat` of this minute, `store_hash` and `customer_id`, signed (HS256) with the client secret of an app with the login scope.",
        ],
        link: LOGIN,
        signs: &[
            sign(97, FAILED & !C404 | C3XX).path("/login/token/").proof("The request is a login by token."),
            sign(62, C404).path("/login/token/").proof("The request is a login by token."),
            sign(96, FAILED | C200).says("login token|login jwt|jti|loginwithcustomerloginjwt"),
        ],
    },
    Row {
        id: "auth.not-owner",
        title: "It belongs to another API account",
        solutions: &["Use the token of the API account that made it: only that sees its webhooks and scripts; of metafields `permission_set` and the scope `store_metafield_write_all` decide."],
        link: ACCOUNTS,
        signs: &[
            sign(95, C4XX | C200 | C207).says("unauthorized to|another client|different client|another api account|not the owner|owned by|not own|permission to*metafield|created by a|not belong to*client|not belong to*app"),
            sign(72, C403).of(REST).path(OWNED).unless(&[Post]),
            sign(50, C404).of(REST).path(OWNED),
            sign(45, C200 | C204).of(REST).path(OWNED).when(&[Empty]),
        ],
    },
];
