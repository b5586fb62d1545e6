//! Payments and refunds.

use super::bits::{api::*, on::*};
use super::facts::Fact::*;
use super::row::{Kind::*, findings, sign};
use crate::status::link::*;

findings! {
    PAYMENT_DUPLICATE = "payment.duplicate" {
        example: {
            method: "POST",
            url: "https://payments.bigcommerce.com/stores/abc123/payments",
            status: Some(422),
            body: Some(r#"{"code":30105}"#),
        },
        kind: Fault,
        values: "",
        link: PAYMENTS_DOCS,
        signs: &[sign(98, FAILED | C200).when(&[Payment]).says("30105|duplicate|already been|already paid|already processed|already captured")],
    }
    PAYMENT_TOKEN = "payment.token" {
        example: {
            method: "POST",
            url: "https://payments.bigcommerce.com/stores/abc123/payments",
            status: Some(401),
        },
        kind: Fault,
        values: "",
        link: PAYMENTS_DOCS,
        signs: &[
            sign(96, FAILED).when(&[Payment]).says("30100|30004|30050|30051|access token|pat token|token*expired|token*used|single use|token*not match"),
            sign(89, C401 | C403).of(PAYMENTS),
        ],
    }
    PAYMENT_CONFIGURATION = "payment.configuration" {
        example: {
            method: "POST",
            url: "https://payments.bigcommerce.com/stores/abc123/payments",
            status: Some(422),
            body: Some(r#"{"code":30001}"#),
        },
        kind: Fault,
        values: "payableStatus",
        link: PAYMENTS_DOCS,
        signs: &[sign(97, FAILED & !C502 & !C503 & !C504).when(&[Payment]).says("30101|in a correct status|30000|30001|3001|30002|configur|not enabled|not set up|provider*not|gateway*not|merchant|vault|method*not available")],
    }
    PAYMENT_DECLINED = "payment.declined" {
        example: {
            method: "POST",
            url: "https://payments.bigcommerce.com/stores/abc123/payments",
            status: Some(422),
            body: Some(r#"{"code":30102}"#),
        },
        kind: Fault,
        values: "",
        link: PAYMENTS_DOCS,
        signs: &[
            sign(97, FAILED | C200).when(&[Payment]).says("30102|30103|30104|30106|30107|declin|insufficient funds|card*expired|expired card|honor|issuer|card number|cvv|card details|card was refused|revoked|3ds|authentication failed|order_finalization|insufficient_funds|payment_cancel|transaction_reject"),
            // It says that it failed, and not why.
            sign(88, C200).of(PAYMENTS).when(&[JobFailed]),
            sign(58, C400 | C422).of(PAYMENTS),
        ],
    }
    PAYMENT_REFUND_SPLIT = "payment.refund-split" {
        example: {
            method: "POST",
            url: "https://api.bigcommerce.com/stores/abc123/v3/orders/4471/payment_actions/refunds",
            status: Some(422),
        },
        kind: Fault,
        values: "",
        link: PAYMENTS_DOCS,
        signs: &[
            sign(98, INVALID | C207 | C200).path("/refund").says("amount|exceed|remaining|greater than|negative|sum of|not match|not equal|split|total|payments|balance"),
            sign(70, C400 | C422).path("/refund"),
        ],
    }
}
