//! Where BigCommerce is the one who asks.

use super::bits::on::*;
use super::row::{Kind::*, findings, sign};
use crate::status::link::*;

findings! {
    AUTH_CALLBACK_JWT = "auth.callback-jwt" {
        example: {
            url: "https://app.example.com/api/load?signed_payload_jwt=eyJ.a.b",
            status: Some(401),
        },
        kind: Operators,
        values: "path",
        link: CALLBACKS,
        signs: &[
            sign(98, FAILED).says("CALL-JWT"),
            // Whoever opens an app has nothing else to show.
            sign(88, C401 | C403).says("CALL-APP").shows("app-refused"),
        ],
    }
    CALLBACK_RECEIVER = "callback.receiver" {
        example: {
            method: "POST",
            url: "https://tax.example.com/estimate",
            failure: Some(bc_status::Failure::Timeout),
        },
        kind: Operators,
        values: "location event taxPath shippingPath appPath host",
        link: WEBHOOKS,
        signs: &[
            sign(97, BAD).says("CALL-WEBHOOK|CALL-TAX|CALL-SHIPPING|CALL-INSTALL").shows("called"),
            sign(97, BAD & !C401 & !C403).says("CALL-APP").shows("called"),
            sign(80, C401 | C403).says("CALL-APP").shows("called"),
            sign(84, BAD).says("CALL-LIKE").shows("called"),
        ],
    }
}
