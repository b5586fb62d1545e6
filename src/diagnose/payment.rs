//! Payments and refunds.

use super::facts::Fact::*;
use super::marks::{api::*, on::*};
use super::row::{Row, sign};
use crate::status::link::*;

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "payment.duplicate",
        title: "This payment was made already",
        solutions: &["Do not pay again: read the transactions of the order first."],
        link: PAYMENTS_DOCS,
        signs: &[sign(98, FAILED | C200).when(&[Payment]).says("30105|duplicate|already been|already paid|already processed|already captured")],
    },
    Row {
        id: "payment.token",
        title: "The payment access token is used up, expired or does not fit the order",
        solutions: &["Create a new token for each attempt, after the last change of the order: it works once, and for an hour. Send it as `Authorization: PAT`."],
        link: PAYMENTS_DOCS,
        signs: &[
            sign(96, FAILED).when(&[Payment]).says("30100|30004|30050|30051|access token|pat token|token*expired|token*used|single use|token*not match"),
            sign(89, C401 | C403).of(PAYMENTS),
        ],
    },
    Row {
        id: "payment.configuration",
        title: "The store's payment provider is not set up for this",
        solutions: &["Let the merchant check the provider: credentials, currency, stored cards. Ask for the accepted methods before you pay."],
        link: PAYMENTS_DOCS,
        signs: &[sign(97, FAILED).when(&[Payment]).says("30000|30001|3001|30002|configur|not enabled|not set up|provider*not|gateway*not|merchant|vault|method*not available")],
    },
    Row {
        id: "payment.declined",
        title: "The payment was declined",
        solutions: &["Let the shopper check the card or pay in another way, with a new payment access token; do not repeat the same."],
        link: PAYMENTS_DOCS,
        signs: &[
            sign(97, FAILED | C200).when(&[Payment]).says("30102|30103|30104|30106|30107|declin|insufficient funds|card*expired|expired card|honor|issuer|card number|cvv|card details|card was refused|revoked|3ds|authentication failed"),
            sign(58, C400 | C422).of(PAYMENTS),
        ],
    },
    Row {
        id: "payment.refund-split",
        title: "The refund does not add up",
        solutions: &["Ask for a quote (`payment_actions/refund_quotes`), split the amount as it says, and refund an order with one request at a time."],
        link: PAYMENTS_DOCS,
        signs: &[
            sign(98, INVALID | C207 | C200).path("/refund").says("amount|exceed|remaining|greater than|negative|sum of|not match|not equal|split|total|payments|balance"),
            sign(70, C400 | C422).path("/refund"),
        ],
    },
];
