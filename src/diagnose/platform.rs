//! What is wrong on BigCommerce's side, or between it and the client.

use super::facts::Fact::*;
use super::marks::{api::*, on::*};
use super::row::{Row, sign};
use crate::status::link::*;
use crate::words::phrases;

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "platform.blocked-by-proxy",
        title: "A firewall or a bot check before the store answered",
        solutions: &["Call the APIs, not the pages of a shop, from a server with an honest User-Agent; ask the merchant to let its address through."],
        link: CODES,
        signs: &[
            sign(97, FAILED).when(&[Challenged]).proof("`cf-mitigated` is among the headers."),
            sign(96, C4XX | C503).when(&[Text]).says("cloudflare|attention required|just a moment|checking your browser|enable javascript|ray id|access denied|blocked|akamai|incapsula|firewall|verify you are|security check|reference #|request unsuccessful"),
            sign(90, C403).when(&[Html]),
        ],
    },
    Row {
        id: "platform.suspended",
        title: "The store is suspended",
        solutions: &["Stop calling it and tell the merchant: only the owner, or BigCommerce's billing, can change that."],
        link: CODES,
        signs: &[
            sign(97, C403 | C503 | OTHER_4XX).says(phrases::SUSPENDED),
            sign(38, C503).unless(&[HasBody]).proof("A suspended store is answered with 503 too."),
        ],
    },
    Row {
        id: "platform.degraded",
        title: "A service behind the API is in trouble",
        solutions: &[
            "Wait {wait}, then try again with fewer items.|Try again later, with growing waits and fewer items; look at the status page.",
        ],
        link: STATUS_PAGE,
        signs: &[
            sign(96, C5XX).says(phrases::DEGRADED),
            sign(92, C5XX).says("tax service|shipping service|payment service|inventory service|search service"),
            sign(95, C503).when(&[AsksToWait]).proof("The body asks for a wait of {wait}."),
        ],
    },
    Row {
        id: "platform.maintenance",
        title: "The store is down for maintenance or an upgrade",
        solutions: &["Pause, and try again with growing waits; look at the status page. A store that stays away may be suspended."],
        link: STATUS_PAGE,
        signs: &[
            sign(94, C500 | C502 | C503).says("maintenance|upgraded|undergoing|be right back|be back|down for"),
            sign(83, C503),
        ],
    },
    Row {
        id: "platform.expensive-query",
        title: "The request asks for more than can be gathered in time",
        solutions: &["Ask for fewer items or ids at a time, leave `include` out, and name the fields with `include_fields`."],
        link: SERVER_ERRORS,
        signs: &[
            sign(89, C500 | C502 | C504).when(&[Expensive]).unless(&[Writes]).proof("`{path}` was asked for much at once."),
            sign(88, C500 | C503 | C504).unless(&[Writes]).says("too long|query timeout|query*timed out|request fewer|too expensive|execution time"),
        ],
    },
    Row {
        id: "platform.gateway",
        title: "The request failed on its way through BigCommerce",
        solutions: &["After a write, look first whether it was done; else try again with growing waits."],
        link: SERVER_ERRORS,
        signs: &[
            sign(83, C502 | C504),
            sign(86, C400 | C5XX).of(B2B).says("bigcommerce api error|bc api|bc internal server"),
            sign(84, FAILED).of(PAYMENTS).says("10000"),
            sign(80, C500 | C503).says("bad gateway|gateway timeout|upstream"),
        ],
    },
    Row {
        id: "platform.worker-failed",
        title: "The Worker in front of the store failed itself",
        solutions: &["If the answer names a binding, set it; else read the Worker's log, or give its `createHandler` the option `onProblem`, which is told the error."],
        link: PACKAGE,
        signs: &[sign(96, C5XX).says("error 1101|error code: 1101|error 1102|error code: 1102")],
    },
    Row {
        id: "platform.error",
        title: "Something failed inside BigCommerce",
        solutions: &[
            "Wait a minute or more, then try again up to five times if that does no harm.",
            "Check the body: missing options, wrong names and large files are at times answered like this.",
            "Quote the request id {id} to BigCommerce's support.",
        ],
        link: SERVER_ERRORS,
        signs: &[sign(83, C500 | OTHER_5XX).unless(&[Shopping]), sign(77, C500 | OTHER_5XX)],
    },
    Row {
        id: "other.unrecognised",
        title: "Nothing known fits this answer",
        solutions: &[
            "Read the body, and look the status up.",
            "The option `{option}` of the Worker in front of the store decides how much it tells.",
            "Quote the request id {id} to BigCommerce's support.",
        ],
        link: CODES,
        signs: &[sign(12, ANY), sign(30, OTHER_4XX)],
    },
];
