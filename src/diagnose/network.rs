//! No answer at all.

use super::facts::Fact::*;
use super::marks::on::*;
use super::row::{Row, sign};
use crate::status::link::*;

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "network.aborted",
        title: "The request was given up before an answer came",
        solutions: &[
            "If nobody meant to give up, look for a signal or a timeout of your own; after a write, look whether it was done.",
        ],
        link: ERRORS,
        signs: &[sign(96, LOST).when(&[Aborted]), sign(90, C499)],
    },
    Row {
        id: "network.timeout",
        title: "No answer came in time",
        solutions: &[
            "Ask for less at a time, or allow more time; after a write, look first whether it was done.",
        ],
        link: ERRORS,
        signs: &[sign(91, LOST).when(&[TimedOut])],
    },
    Row {
        id: "network.unreachable",
        title: "The connection could not be made, or broke",
        solutions: &[
            "Check the name `{host}`, DNS, proxies and firewalls from where this runs; after a write, look first whether it was done.|Check the URL and its host, DNS, proxies and firewalls.",
        ],
        link: ERRORS,
        signs: &[sign(90, LOST).when(&[Unreachable]), sign(70, LOST).unless(&[TimedOut, Aborted])],
    },
];
