//! What is wrong on BigCommerce's side, or between it and the client.

use super::bits::{api::*, on::*};
use super::facts::Fact::*;
use super::row::{Kind::*, findings, sign};
use crate::said::phrases;
use crate::status::link::*;

/// Routes that rest on services of others: payments, taxes, shipping.
const DEPENDENT: &str = "/transactions|/payment_actions|/payments|/refund|/shipping_quotes|/shipping/carrier|/tax/providers";

findings! {
    PLATFORM_BLOCKED_BY_PROXY = "platform.blocked-by-proxy" {
        example: { status: Some(403), headers: &[("server", "AkamaiGHost")] },
        kind: Fault,
        values: "network edgeCode domain path",
        link: EDGE_ERRORS,
        signs: &[
            sign(98, FAILED).says("EDGE-REFUSED").shows("edge"),
            sign(97, FAILED | C200).when(&[Challenged]).shows("challenged"),
            // The pages of a shop are for browsers.
            sign(56, C406).of(UNKNOWN | STOREFRONT).when(&[AcceptsAll]).unless(&[Genuine]),
            sign(96, C4XX | C503).when(&[Text]).says("cloudflare|attention required|just a moment|checking your browser|enable javascript|ray id|access denied|blocked|akamai|incapsula|firewall|verify you are|security check|bot protection|reference #|request unsuccessful"),
            sign(94, C403).path("/admin/oauth/info|/stencil-version-check").unless(&[Genuine]).shows("open-to-all"),
            sign(80, C403).when(&[Html]),
            sign(89, C403 | C406).path("/dav/").unless(&[Xml]),
        ],
    }
    PLATFORM_SUSPENDED = "platform.suspended" {
        example: {
            status: Some(503),
            body: Some(r#"[{"message":"Store suspended by administrative action."}]"#),
        },
        kind: Operators,
        values: "",
        link: CODES,
        signs: &[
            sign(97, C403 | C503 | OTHER_4XX).says(phrases::SUSPENDED),
            sign(38, C503).unless(&[HasBody]).shows("suspended-503"),
        ],
    }
    PLATFORM_DEGRADED = "platform.degraded" {
        example: { status: Some(503), body: Some(r#"{"error":{"code":"SERVICE_DEGRADED"}}"#) },
        kind: Fault,
        values: "waitMs path",
        link: STATUS_PAGE,
        signs: &[
            sign(96, C5XX).says(phrases::DEGRADED),
            sign(92, C5XX).says("tax service|shipping service|payment service|inventory service|search service"),
            sign(95, C503).when(&[AsksToWait]).shows("asks-to-wait"),
            sign(88, C503).of(REST | PAYMENTS).path(DEPENDENT).unless(&[Html]).shows("dependency"),
            sign(84, C503).of(REST).when(&[Genuine, Quota, HasError]).unless(&[Html]).shows("counted"),
        ],
    }
    PLATFORM_MAINTENANCE = "platform.maintenance" {
        example: { status: Some(503), body: Some("<html>Down for maintenance</html>") },
        kind: Fault,
        values: "",
        link: STATUS_PAGE,
        signs: &[
            sign(94, C500 | C502 | C503).says("maintenance|upgraded|undergoing|be right back|be back|down for"),
            sign(83, C503),
        ],
    }
    PLATFORM_EXPENSIVE_QUERY = "platform.expensive-query" {
        example: {
            url: "https://api.bigcommerce.com/stores/abc123/v2/orders?limit=250&include=consignments,fees",
            status: Some(504),
        },
        kind: Fault,
        values: "path",
        link: SERVER_ERRORS,
        signs: &[
            sign(89, C500 | C502 | C504).when(&[Expensive]).unless(&[Writes]).shows("expensive"),
            sign(88, C500 | C503 | C504).unless(&[Writes]).says("too long|query timeout|query*timed out|request fewer|too expensive|execution time"),
        ],
    }
    PLATFORM_GATEWAY = "platform.gateway" {
        example: { status: Some(502) },
        kind: Fault,
        values: "network edgeCode domain theme code",
        link: SERVER_ERRORS,
        signs: &[
            sign(95, FAILED).says("EDGE-AWAY").shows("edge"),
            sign(88, C502).path("/themes/actions").when(&[Writes]).shows("theme"),
            sign(83, C502 | C504),
            sign(86, C400 | C5XX).of(B2B).says("bigcommerce api error|bc api|bc internal server"),
            sign(84, FAILED).of(PAYMENTS).says("10000"),
            sign(86, C503).when(&[Html]).says("503 service temporarily unavailable|503 service unavailable|nginx|openresty|apache"),
            sign(80, C500 | C503).says("bad gateway|gateway timeout|upstream"),
        ],
    }
    PLATFORM_WORKER_FAILED = "platform.worker-failed" {
        example: { status: Some(500), body: Some("error code: 1101") },
        kind: Fault,
        values: "network edgeCode",
        link: PACKAGE,
        signs: &[sign(98, FAILED).says("EDGE-WORKER").shows("edge")],
    }
    PLATFORM_EDGE_TLS = "platform.edge-tls" {
        example: { status: Some(525) },
        kind: Fault,
        values: "network edgeCode domain",
        link: EDGE_ERRORS,
        signs: &[sign(98, FAILED).says("EDGE-TLS").shows("edge")],
    }
    PLATFORM_ERROR = "platform.error" {
        example: { url: "https://api.bigcommerce.com/stores/abc123/v3/orders", status: Some(500) },
        kind: Fault,
        values: "id method path",
        link: SERVER_ERRORS,
        signs: &[
            sign(93, C200 | C400 | C401).when(&[QueryErrors, FailsInside]),
            sign(93, C200 | C400 | C401).when(&[QueryErrors]).says("internal server error|internal_server_error|internal error|cannot return null for non-null|an error occurred|an error has occurred|an unknown error|service error|downstream"),
            // Apps and shops in between say so of their own faults.
            sign(85, C200 | C400 | C401).when(&[QueryErrors]).says("unexpected error|something went wrong"),
            sign(83, C500 | OTHER_5XX).unless(&[Shopping, Foreign]),
            sign(77, C500 | OTHER_5XX).unless(&[Foreign]),
            sign(48, C400 | C404 | C405 | C422).of(REST).when(&[Faultless]).unless(&[TrailingSlash, Port, WrongHost]).shows("faultless"),
        ],
    }
    OTHER_UNRECOGNISED = "other.unrecognised" {
        example: { status: Some(418) },
        kind: Fault,
        values: "option id",
        link: CODES,
        signs: &[sign(12, ANY), sign(30, OTHER_4XX)],
    }
}
