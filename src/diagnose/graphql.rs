//! What GraphQL says about queries and mutations.

use super::bits::{api::*, on::*};
use super::facts::Fact::*;
use super::row::{Kind::*, findings, sign};
use crate::status::link::*;

findings! {
    GRAPHQL_BUSINESS_ERROR = "graphql.business-error" {
        example: {
            method: "POST",
            url: "https://shop.example/graphql",
            status: Some(200),
            body: Some(r#"{"errors":[{"path":["cart"],"message":"The cart is empty"}]}"#),
        },
        kind: Fault,
        values: "",
        link: GRAPHQL_DOCS,
        signs: &[
            sign(89, C200).when(&[Graphql]).unless(&[QueryErrors]),
            // An error with a path comes of running a query, and not of reading it.
            sign(66, C200 | C400).when(&[QueryErrors, AboutFields, Mutates]),
            sign(58, C200 | C400).when(&[QueryErrors, AboutFields, BodyUnknown]),
            sign(75, C200 | C400).when(&[Ran]),
        ],
    }
    GRAPHQL_QUERY = "graphql.query" {
        example: {
            method: "POST",
            url: "https://shop.example/graphql",
            status: Some(400),
            body: Some(r#"{"errors":[{"message":"Must provide query string."}]}"#),
        },
        kind: Fault,
        values: "field sent right",
        link: GRAPHQL_DOCS,
        signs: &[
            sign(97, C200 | C400 | C422).of(GRAPHQL | B2B).when(&[SlipOfQuery]).shows("slip"),
            sign(94, C200 | C400 | C422).when(&[QueryErrors]).says("graphql_validation_failed|graphql_parse_failed|bad_user_input|cannot query field|syntax error|unknown argument|unknown type|unknown fragment|variable|must have a s|argument|expected type|validation error|one mutation|query string|required type|not defined|fragment"),
            sign(94, C400).of(GRAPHQL).says("syntax error|parse|query"),
            sign(73, C200 | C400 | C422).when(&[Graphql, QueryErrors]).unless(&[AboutFields, Ran]),
            sign(52, C200 | C400 | C422).when(&[Graphql, QueryErrors]),
        ],
    }
    GRAPHQL_NULL_DATA = "graphql.null-data" {
        example: {
            method: "POST",
            url: "https://shop.example/graphql",
            status: Some(200),
            body: Some(r#"{"data":{}}"#),
        },
        kind: Fault,
        values: "nulls",
        link: GRAPHQL_DOCS,
        signs: &[
            sign(92, C200).of(GRAPHQL | B2B).path("/graphql").when(&[Empty]).unless(&[HasNulls]).shows("no-data"),
            sign(92, C200).of(GRAPHQL | B2B).path("/graphql").when(&[Empty, HasNulls]).shows("null-of"),
            sign(86, C200).of(GRAPHQL | B2B).when(&[NullAnswer]).shows("null-of"),
        ],
    }
}
