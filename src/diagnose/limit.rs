//! Too much, too often, or too many.

use super::facts::Fact::*;
use super::marks::on::*;
use super::row::{Row, sign};
use crate::status::link::*;
use crate::words::phrases;

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "limit.quota",
        title: "The store's quota of requests is used up",
        solutions: &[
            "Wait {wait}: {left} left. The request has not run.|Wait {wait}. The request has not run.|Wait until the window is over. The request has not run.",
            "Send nothing else to this store meanwhile: all its apps share the quota. Watch `X-Rate-Limit-Requests-Left`.",
        ],
        link: LIMITS,
        signs: &[
            sign(95, C429).when(&[Quota, Genuine]).unless(&[SomeLeft]).proof("The headers say that the quota refills in {wait}."),
            sign(80, C429).when(&[Quota]).proof("The headers say that the quota refills in {wait}."),
            sign(76, C429).when(&[NoneLeft]).proof("{left} requests are left."),
            sign(96, C509),
        ],
    },
    Row {
        id: "limit.edge",
        title: "Something in front of the store limits requests; it is not the store's quota",
        solutions: &[
            "Wait {wait}, then send fewer requests at a time.|Send fewer requests at a time, and try again later.",
            "The option `{option}` of the Worker's `createHandler` decides how many a caller may send.",
        ],
        link: LIMITS,
        signs: &[sign(96, C4XX).says("error 1015|error code: 1015")],
    },
    Row {
        id: "limit.abuse-protection",
        title: "A protection against abuse stopped the request, not a quota",
        solutions: &["Do not repeat it on its own; let a person pass the check, or slow down attempts for one cart, customer or address."],
        link: LIMITS,
        signs: &[
            sign(97, C4XX).says("spam protection|spam_protection|spam|captcha"),
            sign(95, C429).says(phrases::SPAM),
            sign(91, C429).when(&[Writes, Storefront]).unless(&[Quota]).proof("A storefront refused a write and named no quota."),
            sign(93, C429).path("validate-credentials").unless(&[NoneLeft]).proof("`{path}` is guarded against guessing."),
            sign(84, C429).when(&[Html, Writes]).unless(&[Quota]),
        ],
    },
    Row {
        id: "limit.concurrency",
        title: "Too many of these requests run at once",
        solutions: &[
            "Run at most {at_once} of `{route}` at once.|Run fewer in parallel; this limit is apart from the quota.",
        ],
        link: LIMITS,
        signs: &[
            sign(97, C409 | C422 | C429 | C503).says(phrases::CONCURRENCY),
            sign(88, C429).when(&[SomeLeft, FewAtOnce]).proof("{left} requests were left, and `{route}` takes {at_once} at once."),
            sign(82, C429).when(&[SomeLeft]).proof("{left} requests were left."),
            sign(81, C429).when(&[FewAtOnce]).unless(&[Quota, NoneLeft]).proof("No quota is named, and `{route}` takes {at_once} at once."),
        ],
    },
    Row {
        id: "limit.platform-load",
        title: "The store is under load, and takes fewer requests for now",
        solutions: &["Slow down at once, and try again later with growing waits; there is no quota to wait for."],
        link: LIMITS,
        signs: &[
            sign(78, C429).unless(&[Quota]).proof("The answer has no headers of a quota."),
            sign(86, C429 | C503).says("high load|under load|heavy load|overload|too busy|is busy"),
            sign(40, C500).when(&[NoneLeft]).proof("{left} requests were left; at times that is told with a 500."),
        ],
    },
    Row {
        id: "limit.plan-capacity",
        title: "The store's plan allows no more of these",
        solutions: &["Delete what is no longer needed, or let the merchant change the plan."],
        link: PLATFORM_LIMITS,
        signs: &[
            sign(96, C507),
            sign(95, C4XX).says("upgrade your|your plan|store plan|store's plan|current plan|plan limit|plan allows|upgrade the plan|subscription"),
        ],
    },
    Row {
        id: "limit.platform-count",
        title: "The store has as many of these as the platform allows",
        solutions: &["Delete what is no longer needed before you add more."],
        link: PLATFORM_LIMITS,
        signs: &[sign(94, C4XX | C207 | C200).unless(&[TooManyItems, LimitTooHigh]).says("limit reached|limit has been|reached the|reached its|limit*reached|maximum*reached|has reached|maximum number of|maximum amount|have more than|can have at most|cannot exceed|more than*allowed|exceeds the limit|exceed the limit|exceeded the limit|exceeds the maximum|maximum of*store|maximum allowed|too many webhooks|too many metafields|limit exceeded|limit of")],
    },
    Row {
        id: "limit.graphql-complexity",
        title: "The query is too complex",
        solutions: &["Ask for fewer items (`first`) and less nesting, or split it: the limits are a complexity of 10,000 (B2B 4,500) and a depth of 16; `x-bc-graphql-complexity` tells what a query costs."],
        link: GRAPHQL_DOCS,
        signs: &[
            sign(98, ANY).says("complexity|too complex|max depth|maximum depth|query depth|depth limit|too deep|exceeds*depth"),
        ],
    },
];
