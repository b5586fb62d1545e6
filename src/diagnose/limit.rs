//! Too much, too often, or too many.

use super::bits::{api::*, on::*};
use super::facts::Fact::*;
use super::row::{Kind::*, findings, sign};
use crate::retry::GUARDED;
use crate::said::phrases;
use crate::status::link::*;

/// Too many of something is told with these.
const COUNTED: u32 = C4XX & !C429 & !C401 & !C404 | C207 | C200;

const TOO_COMPLEX: &str = "query complexity|complexity of|complexity*query|complexity*limit|complexity*exceed|complexity*maximum|max complexity|maximum complexity|max_complexity|too complex|max depth|maximum depth|query depth|depth limit|depth*exceed|too deep|exceeds*depth|nested too";

findings! {
    LIMIT_QUOTA = "limit.quota" {
        example: {
            status: Some(429),
            headers: &[("x-rate-limit-requests-left", "0"), ("x-rate-limit-time-reset-ms", "4200")],
        },
        kind: Fault,
        values: "waitMs left quota",
        link: LIMITS,
        signs: &[
            sign(95, C429).when(&[Quota, Genuine]).unless(&[SomeLeft]).shows("quota-refills"),
            sign(80, C429).when(&[Quota]).unless(&[SomeLeft]).shows("quota-refills"),
            sign(58, C429).when(&[Quota, SomeLeft]).shows("quota-refills"),
            sign(76, C429).when(&[NoneLeft]).shows("are-left"),
            sign(68, C429).unless(&[AnswerKnown, Storefront]),
            sign(96, C509),
        ],
    }
    LIMIT_EDGE = "limit.edge" {
        example: { status: Some(429), body: Some("error code: 1015") },
        kind: Fault,
        values: "waitMs option network edgeCode",
        link: EDGE_LIMITS,
        signs: &[sign(98, FAILED).says("EDGE-LIMITED").shows("edge")],
    }
    LIMIT_ABUSE_PROTECTION = "limit.abuse-protection" {
        example: {
            method: "POST",
            url: "https://shop.example/api/storefront/customers",
            status: Some(429),
        },
        kind: Fault,
        values: "path",
        link: LIMITS,
        signs: &[
            sign(97, C4XX).says("spam protection|spam_protection"),
            sign(97, C4XX | C200).of(STOREFRONT | SHOP_GRAPHQL | B2B | UNKNOWN).says("spam|captcha"),
            sign(95, C429).says(phrases::SPAM),
            sign(89, C429).when(&[Writes, Storefront, AnswerKnown]).unless(&[Quota]).shows("refused-write"),
            sign(68, C429).when(&[Writes, Storefront]).unless(&[AnswerKnown]),
            sign(93, C429).path(GUARDED).unless(&[Quota]).shows("guarded"),
            sign(86, C429).path(GUARDED).unless(&[NoneLeft]).shows("guarded"),
            sign(84, C429).when(&[Html, Writes]).unless(&[Quota]),
        ],
    }
    LIMIT_CONCURRENCY = "limit.concurrency" {
        example: {
            method: "PUT",
            url: "https://api.bigcommerce.com/stores/abc123/v3/customers",
            status: Some(429),
            headers: &[("x-rate-limit-requests-left", "120")],
        },
        kind: Fault,
        values: "atOnce route left quota",
        link: LIMITS,
        signs: &[
            sign(97, C422 | C429 | C503).says(phrases::CONCURRENCY),
            sign(97, C409).unless(&[Shopping]).says(phrases::CONCURRENCY),
            sign(88, C429).when(&[SomeLeft, FewAtOnce]).shows("left-at-once"),
            sign(82, C429).when(&[SomeLeft]).shows("were-left"),
            sign(81, C429).when(&[FewAtOnce]).unless(&[Quota, NoneLeft]).shows("few-at-once"),
        ],
    }
    LIMIT_PLATFORM_LOAD = "limit.platform-load" {
        example: {
            url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/products",
            status: Some(429),
        },
        kind: Fault,
        values: "left quota",
        link: LIMITS,
        signs: &[
            sign(78, C429).when(&[AnswerKnown]).unless(&[Quota, NoneLeft]).shows("no-quota-headers"),
            sign(52, C429).unless(&[AnswerKnown, Quota]),
            sign(86, C429 | C503).says("high load|under load|heavy load|overload|too busy|is busy"),
            sign(40, C500).when(&[NoneLeft]).shows("left-with-500"),
        ],
    }
    LIMIT_PLAN_CAPACITY = "limit.plan-capacity" {
        example: { status: Some(507) },
        kind: Operators,
        values: "",
        link: PLATFORM_LIMITS,
        signs: &[
            sign(96, C507),
            sign(95, C4XX).says("upgrade your|your plan|store plan|store's plan|current plan|plan limit|plan allows|upgrade the plan|subscription plan|current subscription|your subscription|enterprise plan|enterprise store"),
        ],
    }
    LIMIT_PLATFORM_COUNT = "limit.platform-count" {
        example: {
            method: "POST",
            status: Some(403),
            body: Some(r#"[{"message":"The store has reached the limit of 30000 brands."}]"#),
        },
        kind: Operators,
        values: "",
        link: PLATFORM_LIMITS,
        signs: &[
            sign(94, COUNTED).of(REST | B2B | UNKNOWN).unless(&[TooManyItems, LimitTooHigh, Reads, Graphql, OfAValue]).says("limit reached|limit has been|limit*reached|maximum*reached|store has reached|reached the maximum|reached the limit|reached its|reached your|upload limit|maximum number of|maximum amount|have more than|can have at most|maximum of*store|too many webhooks|too many metafields|webhook limit|metafield limit"),
            sign(93, COUNTED).of(REST | B2B | UNKNOWN).unless(&[TooManyItems, LimitTooHigh, Reads, Graphql, OfAValue, AboutFields, Shopping]).says("has reached|cannot exceed|more than*allowed|exceeds the limit|exceed the limit|exceeded the limit|exceeds the maximum|maximum allowed|limit exceeded|limit of"),
        ],
    }
    LIMIT_GRAPHQL_COMPLEXITY = "limit.graphql-complexity" {
        example: {
            method: "POST",
            url: "https://api.bigcommerce.com/stores/abc123/graphql",
            status: Some(400),
            body: Some(r#"{"errors":[{"message":"The query is too complex: 6120 of 4500"}]}"#),
        },
        kind: Fault,
        values: "complexity",
        link: GRAPHQL_DOCS,
        signs: &[
            sign(98, C200 | FAILED).of(GRAPHQL | B2B).unless(&[Storefront]).says(TOO_COMPLEX),
            sign(98, C200 | FAILED).of(UNKNOWN).when(&[Graphql]).says(TOO_COMPLEX),
            sign(96, C200 | FAILED).of(GRAPHQL).when(&[Complex]).shows("complexity"),
        ],
    }
}
