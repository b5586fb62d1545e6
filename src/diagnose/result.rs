//! Answers that look like success, or like nothing at all.

use super::bits::{api::*, on::*};
use super::facts::Fact::*;
use super::row::{Kind::*, findings, sign};
use crate::status::link::*;

findings! {
    RESULT_JOB_FAILED = "result.job-failed" {
        example: { status: Some(200), body: Some(r#"{"data":{"status":"FAILED"}}"#) },
        kind: Fault,
        values: "theme",
        link: REFERENCE,
        signs: &[sign(97, C2XX).when(&[JobFailed]).unless(&[Graphql, Payment])],
    }
    RESULT_PARTIAL = "result.partial" {
        example: { status: Some(422), body: Some(r#"{"meta":{"failed":1,"success":2}}"#) },
        kind: Fault,
        values: "succeeded failed",
        link: CODES,
        signs: &[
            sign(98, ANY).when(&[Partial, HasError]).unless(&[Graphql]),
            sign(94, C207).when(&[Partial]),
            sign(59, C422).path("/content/pages").when(&[Post]).shows("pages-created"),
            sign(57, C404).path("/content/pages").when(&[Deletes]).shows("pages-deleted"),
            sign(56, C422).path("/promotions").when(&[Deletes]).shows("promotions-deleted"),
        ],
    }
    RESULT_UNKNOWN_OUTCOME = "result.unknown-outcome" {
        example: {
            method: "POST",
            url: "https://api.bigcommerce.com/stores/abc123/v3/orders/7/payment_actions/capture",
            status: Some(504),
        },
        kind: Fault,
        values: "path method",
        link: ERRORS,
        signs: &[
            sign(96, C2XX).path("/shipping/carrier/connection").shows("always-204"),
            sign(90, C5XX).path("/capture|/void|/refunds").when(&[Writes]).shows("acts-on-money"),
            sign(82, C5XX | LOST | C499).of(ALL & !GRAPHQL).when(&[Unrepeatable]).shows("may-have-run"),
        ],
    }
    RESULT_NOTHING_DONE = "result.nothing-done" {
        example: {
            method: "PUT",
            url: "https://api.bigcommerce.com/stores/abc123/v3/customers",
            status: Some(200),
            body: Some(r#"{"data":[]}"#),
        },
        kind: Fault,
        values: "filter method path field sent right",
        link: REFERENCE,
        signs: &[
            sign(76, C200).when(&[Ignored]).shows("slip"),
            sign(96, C204 | C200).when(&[DeletesNothing]).shows("no-filter"),
            sign(86, C204 | C200).when(&[Unfiltered]).shows("no-filter"),
            sign(95, C200).of(ALL & !GRAPHQL).when(&[Writes, Empty]).shows("empty-list-of-method"),
            sign(85, C200 | C207).when(&[NothingSaved]).shows("none-done"),
        ],
    }
    RESULT_DELETED_ALL = "result.deleted-all" {
        example: {
            method: "DELETE",
            url: "https://api.bigcommerce.com/stores/abc123/v3/customers/subscribers",
            status: Some(204),
        },
        kind: Fault,
        values: "filter method path",
        link: REFERENCE,
        signs: &[sign(88, C204 | C200).when(&[DeletesAll]).shows("no-filter-deletes-all")],
    }
    RESULT_EMPTY_LIST = "result.empty-list" {
        example: {
            url: "https://api.bigcommerce.com/stores/abc123/v2/orders?min_id=999999",
            status: Some(204),
        },
        kind: NoError,
        values: "path channelHost",
        link: CODES,
        signs: &[
            sign(94, C204).when(&[Reads]),
            sign(70, C204).unless(&[Reads, Writes]),
            sign(92, C200).of(ALL & !GRAPHQL).when(&[Empty]).unless(&[Writes]).shows("empty-list"),
            sign(76, C200).when(&[EmptyConnection]).shows("empty-connection"),
            sign(93, C404 | C409 | C422).of(REST | B2B | UNKNOWN).says("no redirects|meet the criteria|no records|nothing to export|no results|page of results|no matching|no shipments"),
        ],
    }
    RESULT_PAGE_CAPPED = "result.page-capped" {
        example: {
            url: "https://api.bigcommerce.com/stores/abc123/v3/catalog/products?limit=250&include=options",
            status: Some(200),
            body: Some(r#"{"meta":{"pagination":{"per_page":10}}}"#),
        },
        kind: Fault,
        values: "limit",
        link: REFERENCE,
        signs: &[
            sign(94, C200).of(V3).path("/catalog/products").when(&[PageOfTen, Expensive]).shows("page-of-ten"),
            sign(92, C200).of(REST).when(&[PageCapped]).shows("page-capped"),
        ],
    }
    RESULT_SCHEDULED = "result.scheduled" {
        example: { status: Some(202) },
        kind: NoError,
        values: "",
        link: CODES,
        signs: &[sign(96, C202)],
    }
    RESULT_UNCHANGED = "result.unchanged" {
        example: { status: Some(304) },
        kind: NoError,
        values: "",
        link: CODES,
        signs: &[sign(96, C304)],
    }
    RESULT_REDIRECTED = "result.redirected" {
        example: { status: Some(301), headers: &[("location", "https://shop.example/")] },
        kind: Operators,
        values: "location",
        link: CODES,
        signs: &[
            sign(84, C3XX).when(&[HasLocation]).unless(&[BackToLogin]).shows("location"),
            sign(50, C3XX).when(&[BackToLogin]).shows("location"),
            sign(80, C3XX).unless(&[BackToLogin]),
        ],
    }
}
