//! What is wrong on BigCommerce's side, or between it and the client.

use super::bits::{api::*, on::*};
use super::facts::Fact::*;
use super::row::{Kind::*, findings, sign};
use crate::said::phrases;
use crate::status::link::*;

findings! {
    PLATFORM_BLOCKED_BY_PROXY = "platform.blocked-by-proxy" {
        kind: Fault,
        values: "",
        link: CODES,
        signs: &[
            sign(97, FAILED).when(&[Challenged]).shows("challenged"),
            sign(96, C4XX | C503).when(&[Text]).says("cloudflare|attention required|just a moment|checking your browser|enable javascript|ray id|access denied|blocked|akamai|incapsula|firewall|verify you are|security check|reference #|request unsuccessful"),
            sign(90, C403).when(&[Html]),
        ],
    }
    PLATFORM_SUSPENDED = "platform.suspended" {
        kind: Operators,
        values: "",
        link: CODES,
        signs: &[
            sign(97, C403 | C503 | OTHER_4XX).says(phrases::SUSPENDED),
            sign(38, C503).unless(&[HasBody]).shows("suspended-503"),
        ],
    }
    PLATFORM_DEGRADED = "platform.degraded" {
        kind: Fault,
        values: "waitMs",
        link: STATUS_PAGE,
        signs: &[
            sign(96, C5XX).says(phrases::DEGRADED),
            sign(92, C5XX).says("tax service|shipping service|payment service|inventory service|search service"),
            sign(95, C503).when(&[AsksToWait]).shows("asks-to-wait"),
        ],
    }
    PLATFORM_MAINTENANCE = "platform.maintenance" {
        kind: Fault,
        values: "",
        link: STATUS_PAGE,
        signs: &[
            sign(94, C500 | C502 | C503).says("maintenance|upgraded|undergoing|be right back|be back|down for"),
            sign(83, C503),
        ],
    }
    PLATFORM_EXPENSIVE_QUERY = "platform.expensive-query" {
        kind: Fault,
        values: "path",
        link: SERVER_ERRORS,
        signs: &[
            sign(89, C500 | C502 | C504).when(&[Expensive]).unless(&[Writes]).shows("expensive"),
            sign(88, C500 | C503 | C504).unless(&[Writes]).says("too long|query timeout|query*timed out|request fewer|too expensive|execution time"),
        ],
    }
    PLATFORM_GATEWAY = "platform.gateway" {
        kind: Fault,
        values: "",
        link: SERVER_ERRORS,
        signs: &[
            sign(83, C502 | C504),
            sign(86, C400 | C5XX).of(B2B).says("bigcommerce api error|bc api|bc internal server"),
            sign(84, FAILED).of(PAYMENTS).says("10000"),
            sign(80, C500 | C503).says("bad gateway|gateway timeout|upstream"),
        ],
    }
    PLATFORM_WORKER_FAILED = "platform.worker-failed" {
        kind: Fault,
        values: "",
        link: PACKAGE,
        signs: &[sign(96, C5XX).says("error 1101|error code: 1101|error 1102|error code: 1102")],
    }
    PLATFORM_ERROR = "platform.error" {
        kind: Fault,
        values: "id",
        link: SERVER_ERRORS,
        signs: &[
            sign(93, C200 | C400 | C401).when(&[QueryErrors, FailsInside]),
            sign(93, C200 | C400 | C401).when(&[QueryErrors]).says("internal server error|internal_server_error|internal error|cannot return null for non-null|unexpected error|something went wrong|an error occurred|an error has occurred|an unknown error|service error|downstream"),
            sign(83, C500 | OTHER_5XX).unless(&[Shopping]),
            sign(77, C500 | OTHER_5XX),
        ],
    }
    OTHER_UNRECOGNISED = "other.unrecognised" {
        kind: Fault,
        values: "option id",
        link: CODES,
        signs: &[sign(12, ANY), sign(30, OTHER_4XX)],
    }
}
