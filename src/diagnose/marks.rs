//! Sets of status codes and of APIs, a bit each.
#![cfg_attr(not(feature = "prose"), allow(dead_code, reason = "rows name them"))]

/// Codes, a bit each, so that a sign can name several.
pub(super) mod on {
    pub const C200: u32 = 1;
    pub const C202: u32 = 1 << 1;
    pub const C204: u32 = 1 << 2;
    pub const C207: u32 = 1 << 3;
    pub const C3XX: u32 = 1 << 4;
    pub const C304: u32 = 1 << 5;
    pub const C400: u32 = 1 << 6;
    pub const C401: u32 = 1 << 7;
    pub const C403: u32 = 1 << 8;
    pub const C404: u32 = 1 << 9;
    pub const C405: u32 = 1 << 10;
    pub const C406: u32 = 1 << 11;
    pub const C409: u32 = 1 << 12;
    pub const C413: u32 = 1 << 13;
    pub const C414: u32 = 1 << 14;
    pub const C415: u32 = 1 << 15;
    pub const C422: u32 = 1 << 16;
    pub const C423: u32 = 1 << 17;
    pub const C429: u32 = 1 << 18;
    pub const C499: u32 = 1 << 19;
    pub const OTHER_4XX: u32 = 1 << 20;
    pub const C500: u32 = 1 << 21;
    pub const C501: u32 = 1 << 22;
    pub const C502: u32 = 1 << 23;
    pub const C503: u32 = 1 << 24;
    /// And the time-outs of other names.
    pub const C504: u32 = 1 << 25;
    pub const C507: u32 = 1 << 26;
    pub const OTHER_5XX: u32 = 1 << 27;
    /// No response, or none that is final.
    pub const LOST: u32 = 1 << 28;
    /// The hourly limit of the old V2.
    pub const C509: u32 = 1 << 29;

    pub const C2XX: u32 = C200 | C202 | C204 | C207;
    pub const C5XX: u32 = C500 | C501 | C502 | C503 | C504 | C507 | OTHER_5XX;
    pub const C4XX: u32 = 0x0017_ffc0;
    /// What fields and values are refused with.
    pub const INVALID: u32 = C400 | C422 | C409 | C413 | OTHER_4XX;
    /// What the state of a store is told with.
    pub const REFUSED: u32 = C400 | C403 | C409 | C422 | C500 | C207 | C200 | OTHER_4XX;
    pub const FAILED: u32 = C4XX | C5XX;
    /// Anything but a success.
    pub const BAD: u32 = C3XX | FAILED | LOST;
    pub const ANY: u32 = 0x3fff_ffff;

    /// Codes with a bit of their own, in the order of the bits.
    const OWN: [u16; 30] = [
        0, 202, 204, 207, 0, 304, 400, 401, 403, 404, 405, 406, 409, 413, 414, 415, 422, 423, 429,
        499, 0, 500, 501, 502, 503, 504, 507, 0, 0, 509,
    ];

    pub fn bit(status: Option<u16>) -> u32 {
        let Some(code) = status else { return LOST };
        let code = match code {
            408 | 520..=527 | 530 => 504,
            410 => 404,
            412 => 409,
            code => code,
        };
        match (OWN.iter().position(|own| *own == code), code) {
            (_, 0) => LOST,
            (Some(bit), _) => 1 << bit,
            (_, 200..=299) => C200,
            (_, 300..=399) => C3XX,
            (_, 400..=499) => OTHER_4XX,
            (_, 500..=599) => OTHER_5XX,
            _ => LOST,
        }
    }
}

/// APIs, a bit each.
pub(super) mod api {
    use crate::route::Api;

    pub const V2: u16 = bit(Api::V2);
    pub const V3: u16 = bit(Api::V3);
    pub const STOREFRONT: u16 = bit(Api::Storefront);
    pub const PAYMENTS: u16 = bit(Api::Payments);
    pub const OAUTH: u16 = bit(Api::Oauth);
    pub const B2B: u16 = bit(Api::B2b);
    pub const SHOP_GRAPHQL: u16 = bit(Api::GraphqlStorefront);
    pub const ADMIN_GRAPHQL: u16 = bit(Api::GraphqlAdmin) | bit(Api::GraphqlAccount);
    pub const GRAPHQL: u16 = SHOP_GRAPHQL | ADMIN_GRAPHQL;
    pub const UNKNOWN: u16 = bit(Api::Unknown);
    /// REST of the management APIs.
    pub const REST: u16 = V2 | V3;
    /// What takes an X-Auth-Token.
    pub const TOKEN: u16 = REST | ADMIN_GRAPHQL | UNKNOWN;
    pub const ALL: u16 = 0x3ff;
    pub const KNOWN: u16 = ALL & !UNKNOWN;

    pub const fn bit(api: Api) -> u16 {
        1 << api as u16
    }
}
