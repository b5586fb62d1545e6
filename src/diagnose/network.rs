//! No answer at all.

use super::bits::on::*;
use super::facts::Fact::*;
use super::row::{Kind::*, Row, sign};
use crate::status::link::*;

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "network.aborted",
        kind: Fault,
        values: "",
        link: ERRORS,
        signs: &[sign(96, LOST).when(&[Aborted]), sign(90, C499)],
    },
    Row {
        id: "network.timeout",
        kind: Fault,
        values: "",
        link: ERRORS,
        signs: &[sign(91, LOST).when(&[TimedOut])],
    },
    Row {
        id: "network.unreachable",
        kind: Fault,
        values: "host",
        link: ERRORS,
        signs: &[sign(90, LOST).when(&[Unreachable]), sign(70, LOST).unless(&[TimedOut, Aborted])],
    },
];
