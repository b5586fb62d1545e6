//! What GraphQL says about queries and mutations.

use super::facts::Fact::*;
use super::marks::{api::*, on::*};
use super::row::{Row, sign};
use crate::status::link::*;

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "graphql.business-error",
        title: "The mutation was refused",
        solutions: &["Read `errors` beside the result of the mutation: a 200 does not mean that it was done. Ask for `__typename` and `message` there."],
        link: GRAPHQL_DOCS,
        signs: &[sign(89, C200).when(&[Graphql]).unless(&[QueryErrors])],
    },
    Row {
        id: "graphql.query",
        title: "The query itself is not accepted",
        solutions: &["Correct what the message names, after the schema; try it in the GraphQL playground of the store."],
        link: GRAPHQL_DOCS,
        signs: &[
            sign(94, C200 | C400 | C422).when(&[QueryErrors]).says("cannot query field|syntax error|unknown argument|unknown type|unknown fragment|variable|must have a s|argument|expected type|validation error|one mutation|query string|required type|not defined|fragment"),
            sign(94, C400).of(GRAPHQL).says("syntax error|parse|query"),
            sign(73, C200 | C400 | C422).when(&[Graphql, QueryErrors]),
        ],
    },
    Row {
        id: "graphql.null-data",
        title: "The data is null, and no error says why",
        solutions: &["Check ids and arguments, and whether this token or customer may see it: what may not be seen is null."],
        link: GRAPHQL_DOCS,
        signs: &[sign(92, C200).of(GRAPHQL).when(&[Empty]).proof("All of `data` is null.")],
    },
];
