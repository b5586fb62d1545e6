//! One row per status code: what BigCommerce means by it.
//!
//! The table at the end of this file is the only place where a code is known;
//! lookups, decisions, the README's table and the TypeScript union derive from
//! it. A row that lacks a member does not compile, and a row that no test names
//! fails the tests.
//!
//! BigCommerce's documentation contradicts itself, and measurements, on some
//! codes (405 against 404, 413, the waits after a 500). Those rows say so.

use crate::outcome::Outcome;

mod class;
pub(crate) mod link;
mod phrase;

pub use class::{Class, Retry};
pub use link::Link;
use link::*;
use phrase::iana_phrase;

/// What a status code means at BigCommerce.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Status {
    /// The code; any number, even one HTTP does not know.
    pub code: u16,
    /// BigCommerce's own wording, else the IANA phrase, else empty.
    pub text: &'static str,
    /// Whether the code is on BigCommerce's status pages, old or new.
    pub documented: bool,
    /// What became of a request that got it, where nothing else is known.
    pub outcome: Outcome,
    /// Whether sending the request again can help.
    pub retry: Retry,
    /// The page this row rests on.
    pub url: &'static str,
    /// What BigCommerce means by it.
    #[cfg(feature = "prose")]
    pub purpose: &'static str,
    /// Why it comes, most common first.
    #[cfg(feature = "prose")]
    pub causes: &'static [&'static str],
    /// What to do, first thing first.
    #[cfg(feature = "prose")]
    pub solutions: &'static [&'static str],
    /// Where to read on.
    #[cfg(feature = "prose")]
    pub links: &'static [Link],
}

impl Status {
    /// The class the code belongs to.
    pub const fn class(&self) -> Class {
        Class::of(self.code)
    }
}

/// What a code means. Total: a code without a row gets the row of its class.
///
/// ```
/// assert_eq!(bc_status::status(422).text, "Missing or Invalid Data");
/// assert_eq!(bc_status::status(418).class().name(), "client-error");
/// ```
pub fn status(code: u16) -> Status {
    let row = row(code);
    let text = if row.code == code { row.text } else { iana_phrase(code) };
    Status { code, text, outcome: outcome(code), ..*row }
}

/// Every code with a row of its own, ascending: those BigCommerce documents, and
/// a few that its answers carry all the same ([`Status::documented`] tells).
pub fn statuses() -> &'static [Status] {
    ROWS
}

/// The rows of the classes, for the codes that have none of their own.
#[cfg(feature = "prose")]
pub fn classes() -> &'static [Status] {
    CLASSES
}

/// The row of a code, else that of its class.
fn row(code: u16) -> &'static Status {
    let class = Class::of(code);
    let of_code = ROWS.iter().find(|row| row.code == code);
    of_code.or_else(|| CLASSES.iter().find(|row| row.class() == class)).unwrap_or(NO_STATUS)
}

/// Outcome and advice of a code, else of its class: all that decisions rest on, apart
/// from the words, so that a build without them does not carry them.
fn verdict(code: u16) -> (Outcome, Retry) {
    let class = Class::of(code);
    let of_code = VERDICTS.iter().find(|(known, ..)| *known == code);
    let of_class = || CLASS_VERDICTS.iter().find(|(known, ..)| Class::of(*known) == class);
    let found = of_code.or_else(of_class);
    found.map_or((Outcome::NoResponse, Retry::Never), |(_, outcome, retry)| (*outcome, *retry))
}

/// What a code alone tells of the outcome.
pub(crate) fn outcome(code: u16) -> Outcome {
    match code {
        410 => Outcome::Missing,
        412 => Outcome::Conflict,
        // What the CDN before storefronts answers when it cannot reach them.
        520..=527 | 530 => Outcome::Unavailable,
        _ => verdict(code).0,
    }
}

/// Whether nothing but another request can get another answer.
pub(crate) fn is_permanent(code: u16) -> bool {
    verdict(code).1 == Retry::Never
}

/// Keeps rows to what differs between them, and drops the prose where the
/// feature `prose` is off.
macro_rules! rows {
    ($name:ident $verdicts:ident, $($code:literal $text:literal $documented:ident $outcome:ident $retry:ident $source:ident {
        purpose: $purpose:literal,
        causes: $causes:tt,
        solutions: $solutions:tt,
        links: $links:tt,
    })*) => {
        static $name: &[Status] = &[$(Status {
            code: $code,
            text: $text,
            documented: documented!($documented),
            outcome: Outcome::$outcome,
            retry: Retry::$retry,
            url: $source.url,
            #[cfg(feature = "prose")]
            purpose: $purpose,
            #[cfg(feature = "prose")]
            causes: &$causes,
            #[cfg(feature = "prose")]
            solutions: &$solutions,
            #[cfg(feature = "prose")]
            links: &$links,
        },)*];
        static $verdicts: &[(u16, Outcome, Retry)] =
            &[$(($code, Outcome::$outcome, Retry::$retry),)*];
    };
}

macro_rules! documented {
    (documented) => {
        true
    };
    (undocumented) => {
        false
    };
}

rows! { ROWS VERDICTS,
    200 "OK" documented Ok NoneNeeded CODES {
        purpose: "The request succeeded. Usual for GET and PUT; most V3 POSTs and some DELETEs answer 200 as well.",
        causes: [
            "The request was carried out.",
            "GraphQL answers 200 even when the query or the mutation failed: the body then holds `errors`.",
        ],
        solutions: ["For GraphQL and batches, read `errors` in the body before you call it a success."],
        links: [CODES],
    }
    201 "Created" documented Ok NoneNeeded CODES {
        purpose: "A POST succeeded and the resource exists.",
        causes: ["The resource was created; in V2 the `Location` header names it."],
        solutions: ["Do not insist on 201: many POSTs, above all in V3, answer 200."],
        links: [CODES],
    }
    202 "Accepted" documented Accepted NoneNeeded CODES {
        purpose: "A task was scheduled that will do the work. It is not done yet.",
        causes: ["The operation runs in the background, such as deleting many categories."],
        solutions: ["Read the resource later to see whether the work is done; do not send the request again meanwhile."],
        links: [CODES],
    }
    204 "No Content" documented Empty NoneNeeded CODES {
        purpose: "The request succeeded and there is nothing to return. On a GET it means an empty result: V2 lists without a match, and pages past the last one, are answered with it; in V3 only a few are, such as the images of a product.",
        causes: [
            "A DELETE or another write was done.",
            "A list is empty, or the page lies behind the last one.",
            "DELETE /v3/customers without an `id:in` filter: nothing was deleted.",
            "If you expected content: the request was redirected between the www and the non-www address of the store.",
        ],
        solutions: [
            "Do not parse the body; take it as an empty list.",
            "If you expected content, check filters and page, then try the www or the non-www form of the URL.",
        ],
        links: [CODES],
    }
    207 "Multi-Status" documented Partial AfterChange CODES {
        purpose: "Several operations ran, each with a status of its own in the body. As a rule some of them failed.",
        causes: ["At least one item of a batch was refused while others were saved."],
        solutions: [
            "Go through the body item by item.",
            "Correct the items that failed and send only those again.",
            "The body may name no failure at all; then compare what was saved with what you sent.",
        ],
        links: [CODES],
    }
    301 "Moved Permanently" documented Redirect AfterChange CODES {
        purpose: "The address has changed for good: the route moved (rare), or plain http was sent on to https.",
        causes: ["The URL begins with http.", "The store answers on its www or its non-www address only.", "The route has moved."],
        solutions: [
            "Use https, and the address in the `Location` header, from now on.",
            "Try the www or the non-www form of the URL.",
            "Never let a client carry X-Auth-Token along to another host.",
        ],
        links: [CODES],
    }
    302 "Found" documented Redirect AfterChange CODES {
        purpose: "The answer is at another address for now. BigCommerce names this code in its troubleshooting notes only.",
        causes: [
            "The store answers on its www or its non-www address only.",
            "The request carries X-Forwarded headers of a proxy.",
            "Long ago: a deprecated version of the API pointing to the current one.",
        ],
        solutions: ["Try the www or the non-www form of the URL.", "Remove X-Forwarded headers.", "Look where `Location` points before you follow it."],
        links: [CODES],
    }
    304 "Not Modified" documented NotModified NoneNeeded CODES {
        purpose: "The resource has not changed since the date in `If-Modified-Since`. No current operation documents that header, so expect this from V2 only.",
        causes: ["The request carried `If-Modified-Since`."],
        solutions: ["Use the copy you have.", "To get the content anyway, leave `If-Modified-Since` out."],
        links: [CODES],
    }
    400 "Bad Request" documented Rejected AfterChange CODES {
        purpose: "The request is malformed, or its URL is restricted, for instance by a port in it.",
        causes: [
            "The body is not valid JSON, or lacks required data.",
            "The `Content-Type` header is missing.",
            "The URL has a port in it, or an unfilled placeholder.",
            "A field or filter is not supported by the resource (V2).",
            "An image URL could not be fetched from its host.",
        ],
        solutions: [
            "Check the syntax of the body and look for missing data.",
            "Send `Content-Type: application/json`.",
            "Check the URL for ports and placeholders.",
        ],
        links: [CODES, CLIENT_ERRORS],
    }
    401 "Unauthorized" documented Denied AfterChange CODES {
        purpose: "Credentials are missing or invalid. It says nothing about the store hash: the token is checked first.",
        causes: [
            "X-Auth-Token is missing, empty or mistyped.",
            "The token was revoked: the store owner's e-mail address changed, the app's scopes changed, a newer token was issued, or the API account was deleted.",
            "GraphQL: the bearer token has expired, or belongs to another channel or store.",
            "V2, once reported and perhaps no longer so: a slash at the end of the path.",
        ],
        solutions: [
            "Check the access token, and the client id where one is used.",
            "Send the same credentials with curl; if that works, the fault is in the app or its settings.",
            "After a change of scopes let the merchant open the app again, or create a new API account.",
        ],
        links: [CODES, ACCOUNTS],
    }
    403 "Forbidden" documented Denied AfterChange CODES {
        purpose: "The credentials are valid but do not permit this. A wrong store hash looks just the same.",
        causes: [
            "The token lacks the OAuth scope of this resource.",
            "The URL is wrong, most often the store hash in it.",
            "The store owner's account changed.",
            "The operation would exceed a limit of the platform, such as the number of brands or categories.",
            "The user may not install or uninstall apps.",
            "On a storefront: a firewall or a bot check before the store.",
        ],
        solutions: [
            "Compare the scopes with those the resource needs: in the control panel under API accounts, or in the Developer Portal under My Apps.",
            "Check the endpoint and the store hash: the hash alone, in lower case, without `store-` before it.",
            "Check that no platform limit is reached.",
            "Check that the user may install and uninstall apps.",
        ],
        links: [CODES, ACCOUNTS, PLATFORM_LIMITS],
    }
    404 "Does Not Exist" documented Missing AfterChange CODES {
        purpose: "What was asked for does not exist. The gateway also answers 404, in plain text, when a route does not exist or does not take this method.",
        causes: [
            "There is no entity with this id, or it was deleted.",
            "The path is wrong: a typing error, V2 for V3, or the wrong parent.",
            "The route exists, but not for this method; GET /v3/carts is an example.",
            "The token lacks a scope; that can look like this too.",
            "Some DELETEs without a filter.",
            "A guest asked for the current customer of a storefront: that is normal.",
        ],
        solutions: [
            "If the body is plain text, or JSON with a general title only: check path, version and method.",
            "If the title names an entity: check its id.",
            "If all that seems right, check the scopes of the token.",
            "After a DELETE that may already have run, take 404 as done; of a list, what existed may be gone.",
        ],
        links: [CODES, CLIENT_ERRORS, REFERENCE],
    }
    405 "Method Not Allowed" documented Rejected AfterChange CODES {
        purpose: "The resource exists but does not support the method. In practice the gateway answers most such requests with a 404 in plain text.",
        causes: ["The path takes other methods: PUT goes to /v2/orders/{id}, for example, and not to /v2/orders.", "A rule of the resource: codes can be generated for some promotions only."],
        solutions: ["Look up which methods the path takes.", "Check whether the id is missing from the path."],
        links: [CODES, REFERENCE],
    }
    406 "Not Acceptable" documented Rejected AfterChange CODES {
        purpose: "The format named in `Accept` is not supported.",
        causes: ["The `Accept` header names a format that the resource does not have, or is missing; without it V2 may answer in XML."],
        solutions: ["Send `Accept: application/json`."],
        links: [CODES],
    }
    408 "Request Timeout" undocumented Unavailable IfRepeatable LEGACY {
        purpose: "The server stopped waiting for the request to arrive. BigCommerce does not document it, but its own client provides for it.",
        causes: ["The connection is slow or was interrupted.", "The body is too large for the connection."],
        solutions: ["Send the request again if it is safe to repeat.", "Send less at a time."],
        links: [RFC],
    }
    409 "Conflict" documented Conflict AfterChange CODES {
        purpose: "The change is refused because of a condition in the store. The body, above all `details`, may name it.",
        causes: [
            "The name, SKU or URL is taken.",
            "A brand, category or tax class that the request names does not exist.",
            "The `version` of a cart or checkout is no longer the current one.",
            "Something else depends on it, as products on a category to be deleted.",
            "Another job, upload or deployment is still running.",
        ],
        solutions: [
            "Read what the body names, and resolve that first.",
            "For a version conflict read the resource again and apply the change to what you get.",
            "While another job runs, wait for its end.",
        ],
        links: [CODES],
    }
    413 "Request Entity Too Large" documented Rejected AfterChange CODES {
        purpose: "Too many objects at once. The status page means a `limit` above the maximum; in practice it is mostly a batch that is too long or a file that is too big.",
        causes: ["The batch has more items than the route takes: 10 products, 50 variants, 10 customers.", "`limit` is above the maximum.", "The file is too big."],
        solutions: ["Send fewer items in a request.", "Lower `limit`; 250 is the usual maximum."],
        links: [CODES, PLATFORM_LIMITS],
    }
    415 "Unsupported Media Type" documented Rejected AfterChange CODES {
        purpose: "The `Content-Type` of the request is not supported, or missing.",
        causes: ["The `Content-Type` header is missing or names an unsupported type. The answer is plain text or HTML, and no JSON."],
        solutions: ["Send `Content-Type: application/json` with JSON in the body; for a file let the client set `multipart/form-data` itself."],
        links: [CODES],
    }
    422 "Missing or Invalid Data" documented Rejected AfterChange CODES {
        purpose: "Required fields are missing or values are invalid; the body says which. In some batches the valid items are saved all the same.",
        causes: [
            "A required field is missing.",
            "A value has the wrong type or is not allowed.",
            "A filter or query parameter is not supported.",
            "The payment provider declined.",
        ],
        solutions: [
            "Go through `errors` in the body and correct each field it names.",
            "After a batch check what was saved before you send it again.",
            "In a job skip and log a single 422; stop when they repeat.",
        ],
        links: [CODES, CLIENT_ERRORS],
    }
    423 "Locked Status Code" documented Conflict AfterWait CODES {
        purpose: "The resource is locked and cannot be used now. Nothing documents when that ends.",
        causes: ["Another process holds the resource."],
        solutions: ["Try again later; if it stays locked, ask BigCommerce's support and quote the request id."],
        links: [CODES],
    }
    429 "Too Many Requests" documented Throttled AfterWait CODES {
        purpose: "The client has used up the store's quota. The request is taken not to have run. Without quota headers it is the platform under load or a protection against abuse.",
        causes: [
            "The quota of the window is spent; all apps of a store share it.",
            "The store is under heavy load: the X-Rate-Limit headers are missing.",
            "Too many requests at once on an endpoint that limits concurrency.",
            "Spam protection, or a job that is already running: no quota, and waiting alone does not help.",
        ],
        solutions: [
            "Wait for the milliseconds in `X-Rate-Limit-Time-Reset-Ms`, or the seconds in `X-Retry-After` if it is there and longer, and send nothing to this store meanwhile.",
            "Without those headers wait longer with each attempt.",
            "Watch `X-Rate-Limit-Requests-Left`, and slow down before it reaches zero.",
            "Where a job that is already running stands in the way, wait for its end.",
            "Where a storefront refuses a write without those headers, do not repeat it: have the person sign in or confirm.",
        ],
        links: [LIMITS, CODES],
    }
    499 "Client Closed Request" documented NoResponse AfterChange CODES {
        purpose: "The client closed the connection before the answer. It is seen in logs; the client itself does not receive it.",
        causes: ["The client's time limit is shorter than the request takes.", "The user or a proxy broke off."],
        solutions: ["Allow the request more time, or ask for less.", "After a write check whether it was done before you send it again."],
        links: [CODES],
    }
    500 "Internal Server Error" documented Failed IfRepeatable CODES {
        purpose: "Something failed inside the API. Now and then client mistakes, and even rate limiting, are answered with a 500.",
        causes: [
            "The request is expensive: many objects, many sub-resources.",
            "An internal error at BigCommerce.",
            "Input the API does not check: carts and checkouts with missing options, an image that is too large, B2B without X-Store-Hash.",
        ],
        solutions: [
            "Try again three to five times, waiting longer each time and at least a minute. (BigCommerce's migration guide allows shorter waits; the status page does not.)",
            "Ask for less: a smaller `limit`, or only the fields you need.",
            "After a write check whether it was done before you send it again.",
            "Look at BigCommerce's status page.",
        ],
        links: [CODES, SERVER_ERRORS, STATUS_PAGE],
    }
    501 "Not Implemented" documented Failed Never CODES {
        purpose: "The API does not support the method anywhere, as with TRACE and PATCH.",
        causes: ["The request uses PATCH or TRACE."],
        solutions: ["Use PUT to update."],
        links: [CODES, REFERENCE],
    }
    502 "Bad Gateway" undocumented Unavailable IfRepeatable SERVER_ERRORS {
        purpose: "The request failed on its way through BigCommerce. It may have run.",
        causes: ["A service behind the gateway did not answer properly."],
        solutions: [
            "Try again with growing waits if the request is safe to repeat.",
            "After a payment, capture, void or refund check the order's transactions first.",
        ],
        links: [SERVER_ERRORS, STATUS_PAGE],
    }
    503 "Service Unavailable" documented Unavailable IfRepeatable CODES {
        purpose: "The store is down for maintenance, is being upgraded, or is suspended for administrative or billing reasons.",
        causes: ["Maintenance or an upgrade.", "A service behind the API is away.", "The store is suspended: then no waiting helps until the merchant acts."],
        solutions: [
            "Try again with growing waits, and pause other work on this store.",
            "If it lasts, look at BigCommerce's status page.",
            "If the body speaks of a suspended store, ask the merchant to contact BigCommerce.",
        ],
        links: [CODES, SERVER_ERRORS, STATUS_PAGE],
    }
    504 "Gateway Timeout" undocumented Unavailable IfRepeatable SERVER_ERRORS {
        purpose: "The answer took too long. The request may have run, or may still be running.",
        causes: ["The request is expensive.", "A service behind the gateway is slow."],
        solutions: [
            "Try again with growing waits if the request is safe to repeat; several attempts usually succeed.",
            "After a write check whether it was done before you send it again.",
            "Ask for less in one request.",
        ],
        links: [SERVER_ERRORS, STATUS_PAGE],
    }
    505 "HTTP Version Not Supported" undocumented Failed Never SERVER_ERRORS {
        purpose: "The server does not speak this version of HTTP. Waiting does not change it.",
        causes: ["The client or a proxy uses an unusual version of HTTP."],
        solutions: ["Use HTTP/1.1 or HTTP/2."],
        links: [SERVER_ERRORS, RFC],
    }
    507 "Insufficient Storage" documented Failed Never CODES {
        purpose: "The store has reached a limit of its BigCommerce plan, such as 500 products.",
        causes: ["The plan allows no more objects of this kind."],
        solutions: ["Delete what is no longer needed, or let the merchant change the plan."],
        links: [CODES, PLATFORM_LIMITS],
    }
    509 "Bandwidth Limit Exceeded" undocumented Throttled AfterWait LEGACY {
        purpose: "The hourly limit of the old V2 API with basic authentication is reached. The request is taken not to have run.",
        causes: ["More requests in an hour than the old API allows."],
        solutions: ["Watch `X-BC-ApiLimit-Remaining`: it counts what is left in a rolling hour.", "Move to an API account and V3."],
        links: [LEGACY, LIMITS],
    }
}

// One row per class, for the codes that have none.
rows! { CLASSES CLASS_VERDICTS,
    100 "Continue" undocumented NoResponse NoneNeeded RFC {
        purpose: "An interim answer; the final one is still to come.",
        causes: ["The client showed an interim answer as if it were the final one."],
        solutions: ["Wait for the final answer."],
        links: [RFC],
    }
    200 "" undocumented Ok NoneNeeded RFC {
        purpose: "The request succeeded. BigCommerce does not document this code.",
        causes: ["The request was understood and accepted."],
        solutions: ["Read the body for details."],
        links: [RFC, CODES],
    }
    300 "Multiple Choices" undocumented Redirect AfterChange RFC {
        purpose: "The answer is at another address. BigCommerce does not document this code.",
        causes: ["The address has changed, or http was sent on to https."],
        solutions: ["Use the address in the `Location` header.", "Never let a client carry X-Auth-Token along to another host."],
        links: [RFC, CODES],
    }
    400 "" undocumented Rejected AfterChange RFC {
        purpose: "The request was refused. BigCommerce does not document this code; take it as a 400.",
        causes: ["Something in the request does not suit the server, or a proxy on the way."],
        solutions: ["Read the body, and change the request before you send it again.", "Check whether a proxy on the way gave the answer."],
        links: [RFC, CODES],
    }
    500 "" undocumented Failed IfRepeatable RFC {
        purpose: "The server, or a gateway before it, failed. BigCommerce does not document this code; take it as a 500.",
        causes: ["A failure at BigCommerce or at a proxy on the way."],
        solutions: ["Try again with growing waits if the request is safe to repeat.", "Look at BigCommerce's status page."],
        links: [RFC, SERVER_ERRORS, STATUS_PAGE],
    }
    0 "" undocumented NoResponse Never RFC {
        purpose: "This is no HTTP status code: those are the whole numbers from 100 to 599.",
        causes: ["No answer arrived, or a browser hid it: an opaque answer has the status 0.", "The number is not a status, but a code from inside a body."],
        solutions: ["Take the status of the HTTP answer, and not a number from its body.", "If no answer arrived, ask about the failure instead of a status."],
        links: [RFC],
    }
}

/// The last row of [`CLASSES`].
static NO_STATUS: &Status = &CLASSES[CLASSES.len() - 1];
