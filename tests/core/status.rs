//! The status table: each row, the fallbacks, and what derives from them.

use bc_status::Outcome::{self, *};
use bc_status::Retry::{self, *};
use bc_status::{Class, status, statuses};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Code, text, on BigCommerce's pages, outcome, advice. A row of the table that is
/// not here fails `every_row_is_tested`.
const ROWS: [(u16, &str, bool, Outcome, Retry); 30] = [
    (200, "OK", true, Ok, NoneNeeded),
    (201, "Created", true, Ok, NoneNeeded),
    (202, "Accepted", true, Accepted, NoneNeeded),
    (204, "No Content", true, Empty, NoneNeeded),
    (207, "Multi-Status", true, Partial, AfterChange),
    (301, "Moved Permanently", true, Redirect, AfterChange),
    (302, "Found", true, Redirect, AfterChange),
    (304, "Not Modified", true, NotModified, NoneNeeded),
    (400, "Bad Request", true, Rejected, AfterChange),
    (401, "Unauthorized", true, Denied, AfterChange),
    (403, "Forbidden", true, Denied, AfterChange),
    (404, "Does Not Exist", true, Missing, AfterChange),
    (405, "Method Not Allowed", true, Rejected, AfterChange),
    (406, "Not Acceptable", true, Rejected, AfterChange),
    (408, "Request Timeout", false, Unavailable, IfRepeatable),
    (409, "Conflict", true, Conflict, AfterChange),
    (413, "Request Entity Too Large", true, Rejected, AfterChange),
    (415, "Unsupported Media Type", true, Rejected, AfterChange),
    (422, "Missing or Invalid Data", true, Rejected, AfterChange),
    (423, "Locked Status Code", true, Conflict, AfterWait),
    (429, "Too Many Requests", true, Throttled, AfterWait),
    (499, "Client Closed Request", true, NoResponse, AfterChange),
    (500, "Internal Server Error", true, Failed, IfRepeatable),
    (501, "Not Implemented", true, Failed, Never),
    (502, "Bad Gateway", false, Unavailable, IfRepeatable),
    (503, "Service Unavailable", true, Unavailable, IfRepeatable),
    (504, "Gateway Timeout", false, Unavailable, IfRepeatable),
    (505, "HTTP Version Not Supported", false, Failed, Never),
    (507, "Insufficient Storage", true, Failed, Never),
    (509, "Bandwidth Limit Exceeded", false, Throttled, AfterWait),
];

#[test]
fn every_row_is_tested() {
    let listed: Vec<u16> = statuses().iter().map(|row| row.code).collect();
    let tested: Vec<u16> = ROWS.iter().map(|row| row.0).collect();
    assert_eq!(listed, tested, "the table and this test know the same codes, ascending");
}

#[test]
fn rows_say_what_bigcommerce_means() {
    for (code, text, documented, outcome, retry) in ROWS {
        let row = status(code);
        assert_eq!(row.code, code, "{code}");
        assert_eq!(row.text, text, "{code}: text");
        assert_eq!(row.documented, documented, "{code}: documented");
        assert_eq!(row.outcome, outcome, "{code}: outcome");
        assert_eq!(row.retry, retry, "{code}: retry");
        assert!(row.url.starts_with("https://"), "{code}: source {:?}", row.url);
    }
}

#[test]
fn the_status_pages_of_bigcommerce_are_complete() {
    let documented: Vec<u16> =
        statuses().iter().filter(|row| row.documented).map(|row| row.code).collect();
    assert_eq!(
        documented,
        [
            200, 201, 202, 204, 207, 301, 302, 304, 400, 401, 403, 404, 405, 406, 409, 413, 415,
            422, 423, 429, 499, 500, 501, 503, 507
        ]
    );
}

#[test]
fn codes_without_a_row_fall_back_to_their_class() {
    for (code, class, text, outcome, retry) in [
        (100, Class::Informational, "Continue", NoResponse, NoneNeeded),
        (103, Class::Informational, "Early Hints", NoResponse, NoneNeeded),
        (199, Class::Informational, "", NoResponse, NoneNeeded),
        (206, Class::Success, "Partial Content", Ok, NoneNeeded),
        (299, Class::Success, "", Ok, NoneNeeded),
        (300, Class::Redirection, "Multiple Choices", Redirect, AfterChange),
        (308, Class::Redirection, "Permanent Redirect", Redirect, AfterChange),
        (410, Class::ClientError, "Gone", Missing, AfterChange),
        (412, Class::ClientError, "Precondition Failed", Conflict, AfterChange),
        (418, Class::ClientError, "", Rejected, AfterChange),
        (498, Class::ClientError, "", Rejected, AfterChange),
        (506, Class::ServerError, "Variant Also Negotiates", Failed, IfRepeatable),
        (520, Class::ServerError, "", Unavailable, IfRepeatable),
        // A CDN that cannot make TLS to its origin does not, the next time.
        (525, Class::ServerError, "", Unavailable, Never),
        (599, Class::ServerError, "", Failed, IfRepeatable),
        (0, Class::Unknown, "", NoResponse, Never),
        (99, Class::Unknown, "", NoResponse, Never),
        (600, Class::Unknown, "", NoResponse, Never),
        (65_535, Class::Unknown, "", NoResponse, Never),
    ] {
        let row = status(code);
        assert_eq!(
            (row.code, row.class(), row.text, row.outcome, row.retry, row.documented),
            (code, class, text, outcome, retry, false),
            "{code}"
        );
    }
}

#[cfg(feature = "prose")]
mod prose {
    use super::{status, statuses};
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn every_code_is_explained() {
        for code in 0..=600 {
            let row = status(code);
            assert!(row.purpose.ends_with('.'), "{code}: purpose {:?}", row.purpose);
            assert!(!row.causes.is_empty(), "{code}: causes");
            assert!(!row.solutions.is_empty(), "{code}: solutions");
            assert!(!row.links.is_empty(), "{code}: links");
            for text in row.causes.iter().chain(row.solutions) {
                let ended = text.ends_with('.') || text.ends_with(".)");
                assert!(ended && !text.contains('\n'), "{code}: one sentence a line: {text:?}");
            }
            for link in row.links {
                assert!(link.url.starts_with("https://") && !link.text.is_empty(), "{code}");
            }
        }
    }

    /// What the troubleshooting rows of BigCommerce's page ask for has to be there.
    #[test]
    fn bigcommerces_own_advice_is_complete() {
        for (code, words) in [
            (204, &["www", "non-www"][..]),
            (301, &["www", "non-www", "https"]),
            (302, &["www", "non-www"]),
            (400, &["syntax", "missing data", "Content-Type"]),
            (401, &["access token", "client id", "curl"]),
            (403, &["scopes", "URL", "store hash", "platform limit", "install"]),
            (415, &["Content-Type"]),
            (500, &["three to five", "at least a minute", "Ask for less", "status page"]),
        ] {
            let row = status(code);
            let advice = [row.causes, row.solutions].concat().join("\n");
            for word in words {
                assert!(advice.contains(word), "{code} does not speak of {word:?}:\n{advice}");
            }
        }
    }

    #[test]
    fn the_table_of_codes_has_every_row() {
        let table = include_str!("../../docs/codes.md");
        for row in statuses() {
            let line =
                format!("| {} | {} | {} | {} |", row.code, row.text, row.purpose, row.retry.name());
            assert!(table.contains(&line), "docs/codes.md lacks the line\n{line}");
        }
    }
}
