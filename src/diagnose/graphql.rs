//! What GraphQL says about queries and mutations.

use super::bits::{api::*, on::*};
use super::facts::Fact::*;
use super::row::{Kind::*, findings, sign};
use crate::status::link::*;

findings! {
    GRAPHQL_BUSINESS_ERROR = "graphql.business-error" {
        kind: Fault,
        values: "",
        link: GRAPHQL_DOCS,
        signs: &[sign(89, C200).when(&[Graphql]).unless(&[QueryErrors])],
    }
    GRAPHQL_QUERY = "graphql.query" {
        kind: Fault,
        values: "",
        link: GRAPHQL_DOCS,
        signs: &[
            sign(94, C200 | C400 | C422).when(&[QueryErrors]).says("cannot query field|syntax error|unknown argument|unknown type|unknown fragment|variable|must have a s|argument|expected type|validation error|one mutation|query string|required type|not defined|fragment"),
            sign(94, C400).of(GRAPHQL).says("syntax error|parse|query"),
            sign(73, C200 | C400 | C422).when(&[Graphql, QueryErrors]),
        ],
    }
    GRAPHQL_NULL_DATA = "graphql.null-data" {
        kind: Fault,
        values: "",
        link: GRAPHQL_DOCS,
        signs: &[sign(92, C200).of(GRAPHQL).when(&[Empty]).shows("no-data")],
    }
}
