//! Sets of status codes and of APIs, a bit each.
#![cfg_attr(not(feature = "prose"), allow(dead_code, reason = "rows name them"))]

/// Codes, a bit each, so that a sign can name several.
pub(super) mod on {
    /// Declares the bits in their order: of a code the first that fits is taken.
    macro_rules! bits {
        ($($(#[$doc:meta])* $name:ident: $codes:pat,)+) => {
            #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "named as the bits are")]
            enum Bit { $($name,)+ }

            $($(#[$doc])* pub const $name: u32 = 1 << Bit::$name as u32;)+

            /// Every one of them.
            pub const ANY: u32 = 0 $(| $name)+;

            pub fn bit(status: Option<u16>) -> u32 {
                match status {
                    $(Some($codes) => $name,)+
                    _ => LOST,
                }
            }
        };
    }

    bits! {
        C202: 202,
        C204: 204,
        C207: 207,
        C200: 200..=299,
        C304: 304,
        C3XX: 300..=399,
        C400: 400,
        C401: 401,
        C403: 403,
        C404: 404 | 410,
        C405: 405,
        C406: 406,
        C409: 409 | 412,
        C413: 413,
        C414: 414,
        C415: 415,
        C422: 422,
        C423: 423,
        C429: 429,
        C499: 499,
        C500: 500,
        C501: 501,
        C502: 502,
        C503: 503,
        /// And the time-outs of other names.
        C504: 504 | 408 | 520..=527 | 530,
        C507: 507,
        /// The hourly limit of the old V2.
        C509: 509,
        OTHER_4XX: 400..=499,
        OTHER_5XX: 500..=599,
        /// No response, or none that is final.
        LOST: 0..=199 | 600..,
    }

    pub const C2XX: u32 = C200 | C202 | C204 | C207;
    /// But for 499, with which the client itself left.
    pub const C4XX: u32 = C400
        | C401
        | C403
        | C404
        | C405
        | C406
        | C409
        | C413
        | C414
        | C415
        | C422
        | C423
        | C429
        | OTHER_4XX;
    pub const C5XX: u32 = C500 | C501 | C502 | C503 | C504 | C507 | OTHER_5XX;
    /// What fields and values are refused with.
    pub const INVALID: u32 = C400 | C422 | C409 | C413 | OTHER_4XX;
    /// What the state of a store is told with.
    pub const REFUSED: u32 = C400 | C403 | C409 | C422 | C500 | C207 | C200 | OTHER_4XX;
    pub const FAILED: u32 = C4XX | C5XX;
    /// Anything but a success.
    pub const BAD: u32 = C3XX | FAILED | LOST;
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
    pub const ALL: u16 = (1 << Api::ALL.len()) - 1;
    pub const KNOWN: u16 = ALL & !UNKNOWN;

    pub const fn bit(api: Api) -> u16 {
        1 << api as u16
    }
}
