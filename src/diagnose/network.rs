//! No answer at all.

use super::bits::on::*;
use super::facts::Fact::*;
use super::row::{Kind::*, findings, sign};
use crate::status::link::*;

findings! {
    NETWORK_ABORTED = "network.aborted" {
        example: { failure: Some(bc_status::Failure::Aborted) },
        kind: Fault,
        values: "",
        link: ERRORS,
        signs: &[sign(96, LOST).when(&[Aborted]).unless(&[Unsent]), sign(90, C499)],
    }
    NETWORK_TIMEOUT = "network.timeout" {
        example: { failure: Some(bc_status::Failure::Timeout) },
        kind: Fault,
        values: "",
        link: ERRORS,
        signs: &[
            sign(91, LOST).when(&[TimedOut]).unless(&[Unsent]),
            sign(80, LOST).when(&[TimedOut, Unsent]),
        ],
    }
    NETWORK_UNREACHABLE = "network.unreachable" {
        example: { failure: Some(bc_status::Failure::Network) },
        kind: Fault,
        values: "untrusted host",
        link: ERRORS,
        signs: &[
            // To a page a broken connection and a refusal by CORS look the same.
            sign(80, LOST).when(&[Unreachable, InPage]).unless(&[ClosedToPages]),
            sign(90, LOST).when(&[Unreachable]).unless(&[InPage]),
            // How much is asked for, or how long it takes, is nothing to a connection that did not come about.
            sign(90, LOST).when(&[TimedOut, Unsent]),
            // Some clients make up a status where there was no answer.
            sign(88, C500).says("getaddrinfo"),
            sign(70, LOST).unless(&[TimedOut, Aborted, InPage, HasBody]),
            sign(70, LOST).when(&[InPage]).unless(&[TimedOut, Aborted, ClosedToPages]),
        ],
    }
}
