//! Bodies of every shape to what they say went wrong.

use bc_status::Outcome::{self, *};
use bc_status::{ApiError, ErrorItem, Exchange, Shape, classify};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const V2: &str = "https://api.bigcommerce.com/stores/abc123/v2/orders";
const V3: &str = "https://api.bigcommerce.com/stores/abc123/v3/catalog/products";
const PAY: &str = "https://payments.bigcommerce.com/stores/abc123/payments";
const OAUTH: &str = "https://login.bigcommerce.com/oauth2/token";
const B2B: &str = "https://api-b2b.bigcommerce.com/api/v3/io/companies";
const SHOP_GRAPHQL: &str = "https://shop.example/graphql";
const ADMIN_GRAPHQL: &str = "https://api.bigcommerce.com/stores/abc123/graphql";

fn read(url: &str, status: u16, body: &str) -> (Outcome, Option<ApiError>) {
    let exchange = Exchange {
        method: "PUT",
        url,
        status: Some(status),
        body: Some(body),
        ..Exchange::default()
    };
    let found = classify(&exchange);
    (found.outcome, found.error)
}

/// The error that a body under an error status is read as.
fn error_of(url: &str, status: u16, body: &str) -> ApiError {
    read(url, status, body).1.unwrap_or_else(|| panic!("{status} says nothing: {body}"))
}

/// What other crates cannot write as a struct, since members may be added to it.
macro_rules! built {
    ($type:ident { $($member:ident: $value:expr,)+ ..$base:expr }) => {{
        let mut built: $type = $base;
        $(built.$member = $value;)+
        built
    }};
}

fn error(shape: Shape) -> ApiError {
    built!(ApiError { shape: shape, ..ApiError::default() })
}

fn some(text: &str) -> Option<String> {
    Some(text.into())
}

fn item(message: &str) -> ErrorItem {
    built!(ErrorItem { message: message.into(), ..ErrorItem::default() })
}

fn of_field(field: &str, message: &str) -> ErrorItem {
    built!(ErrorItem { field: some(field), ..item(message) })
}

fn with_status(status: u16, message: &str) -> ErrorItem {
    built!(ErrorItem { status: Some(status), ..item(message) })
}

#[track_caller]
fn check(cases: Vec<(&str, u16, &str, ApiError)>) {
    for (url, status, body, expected) in cases {
        assert_eq!(error_of(url, status, body), expected, "{status} from {url}: {body}");
    }
}

/// What is wrong with a whole answer, whatever else may be said of it.
#[track_caller]
fn check_outcomes(cases: Vec<(&str, u16, &str, Outcome, Option<ApiError>)>) {
    for (url, status, body, outcome, expected) in cases {
        assert_eq!(read(url, status, body), (outcome, expected), "{status} from {url}: {body}");
    }
}

#[test]
fn v2_lists_its_complaints() {
    check(vec![
        (
            V2,
            400,
            r#"[{"status":400,"message":"The field 'wrapping' is not a number."}]"#,
            built!(ApiError {
                status: Some(400),
                items: vec![with_status(400, "The field 'wrapping' is not a number.")],
                ..error(Shape::V2List)
            }),
        ),
        (
            V2,
            409,
            r#"[{"status":409,"message":"That coupon is there."},{"status":409,
                "message":"So is its code.","details":{"conflict":"SPRING was made in May"}}]"#,
            built!(ApiError {
                status: Some(409),
                items: vec![
                    with_status(409, "That coupon is there."),
                    with_status(409, "So is its code."),
                    built!(ErrorItem {
                        of: Some(1),
                        ..of_field("conflict", "SPRING was made in May")
                    }),
                ],
                ..error(Shape::V2List)
            }),
        ),
        (
            V2,
            404,
            r#"{"status":"404","message":"No such order."}"#,
            built!(ApiError {
                status: Some(404),
                items: vec![with_status(404, "No such order.")],
                ..error(Shape::V2List)
            }),
        ),
    ]);
}

#[test]
fn v3_states_a_problem() {
    check(vec![
        (
            V3,
            422,
            r#"{"status":422,"title":"This does not do","type":"https://docs.example/422",
                "instance":"/x",
                "errors":{"name":"error.path.missing","0.variants.1.sku":"Give it another",
                "weight":"Too light"}}"#,
            built!(ApiError {
                title: some("This does not do"),
                kind: some("https://docs.example/422"),
                status: Some(422),
                items: vec![
                    built!(ErrorItem {
                        code: some("error.path.missing"),
                        ..of_field("name", "Required, but missing.")
                    }),
                    built!(ErrorItem {
                        index: Some(0),
                        ..of_field("variants[1].sku", "Give it another")
                    }),
                    of_field("weight", "Too light"),
                ],
                ..error(Shape::Problem)
            }),
        ),
        // Statuses come as numbers, fractions and texts; errors as nothing.
        (
            V3,
            404,
            r#"{"status":"404","title":"Gone for good","type":"/api-docs/x","errors":{}}"#,
            built!(ApiError {
                title: some("Gone for good"),
                kind: some("/api-docs/x"),
                status: Some(404),
                ..error(Shape::Problem)
            }),
        ),
        (
            V3,
            405,
            r#"{"status":405.0}"#,
            built!(ApiError { status: Some(405), ..error(Shape::Problem) }),
        ),
        // As texts, as complaints with a field each, as one object.
        (
            V3,
            422,
            r#"{"title":"Two things","errors":["First thing","Second thing"]}"#,
            built!(ApiError {
                title: some("Two things"),
                items: vec![item("First thing"), item("Second thing")],
                ..error(Shape::Problem)
            }),
        ),
        (
            V3,
            422,
            r#"{"title":"Two things","errors":[{"field":"a.b","message":"First"},{"field":"c",
                "message":"Second","code":17}]}"#,
            built!(ApiError {
                title: some("Two things"),
                items: vec![
                    of_field("a.b", "First"),
                    built!(ErrorItem { code: some("17"), ..of_field("c", "Second") }),
                ],
                ..error(Shape::Problem)
            }),
        ),
        (
            V3,
            400,
            r#"{"status":400,"title":"Wrong","detail":"A bracket is open"}"#,
            built!(ApiError {
                title: some("Wrong"),
                detail: some("A bracket is open"),
                status: Some(400),
                ..error(Shape::Problem)
            }),
        ),
        (
            V3,
            400,
            r#"{"status":400,"title":"Wrong","error":{"message":"No promotion is of that type"}}"#,
            built!(ApiError {
                title: some("Wrong"),
                detail: some("No promotion is of that type"),
                status: Some(400),
                ..error(Shape::Problem)
            }),
        ),
        (
            V3,
            403,
            r#"{"error":"This scope does not hold it."}"#,
            built!(ApiError {
                title: some("This scope does not hold it."),
                ..error(Shape::Problem)
            }),
        ),
        // Nested lists of fields, keys without quotes.
        (
            V3,
            422,
            r#"{title:"Nested",errors:{options:[{"label":"Too long"},{"label":"Too short"}]}}"#,
            built!(ApiError {
                title: some("Nested"),
                items: vec![
                    of_field("options[0].label", "Too long"),
                    of_field("options[1].label", "Too short"),
                ],
                ..error(Shape::Problem)
            }),
        ),
        // A list of problems.
        (
            V3,
            422,
            r#"[{"status":422,"title":"First one"},{"status":409,"title":"Second one"}]"#,
            built!(ApiError {
                status: Some(422),
                items: vec![with_status(422, "First one"), with_status(409, "Second one")],
                ..error(Shape::Problem)
            }),
        ),
        (
            V3,
            404,
            r#"{"errors":[{"status":404,"title":"No such tree"}]}"#,
            built!(ApiError {
                items: vec![with_status(404, "No such tree")],
                ..error(Shape::Problem)
            }),
        ),
    ]);
}

#[test]
fn payments_and_oauth_have_codes() {
    check(vec![
        (
            PAY,
            422,
            r#"{"status":422,"title":"No money","detail":"The card has none","code":30102,
                "type":"https://docs.example/pay"}"#,
            built!(ApiError {
                title: some("No money"),
                detail: some("The card has none"),
                kind: some("https://docs.example/pay"),
                code: some("30102"),
                status: Some(422),
                ..error(Shape::Problem)
            }),
        ),
        (
            OAUTH,
            400,
            r#"{"error":"invalid_grant","error_description":"That code is spent."}"#,
            built!(ApiError {
                title: some("That code is spent."),
                code: some("invalid_grant"),
                ..error(Shape::Oauth)
            }),
        ),
        (
            OAUTH,
            406,
            r#"{"error":"No such format."}"#,
            built!(ApiError { title: some("No such format."), ..error(Shape::Oauth) }),
        ),
    ]);
}

#[test]
fn a_service_in_trouble_names_a_wait() {
    let prices = "https://api.bigcommerce.com/stores/abc123/v3/pricelists/1/records";
    let degraded = built!(ApiError {
        title: some("Prices rest"),
        detail: some("Come back"),
        code: some("SERVICE_DEGRADED"),
        retry_after_ms: Some(45_000),
        ..error(Shape::Problem)
    });
    check(vec![
        (
            prices,
            503,
            r#"{"error":{"code":"SERVICE_DEGRADED","message":"Prices rest","details":"Come back",
                "retry_after_seconds":45,"timestamp":"2026-01-02T03:04:05Z"}}"#,
            degraded.clone(),
        ),
        (
            prices,
            503,
            r#"{"code":"SERVICE_DEGRADED","message":"Prices rest","detail":"Come back",
                "retry_after_seconds":"44.9999"}"#,
            degraded,
        ),
    ]);
    for wait in ["-5", "\"soon\"", "99999999999", "null", "{}", "[]"] {
        let body = format!(r#"{{"title":"Away","retry_after_seconds":{wait}}}"#);
        assert_eq!(error_of(prices, 503, &body).retry_after_ms, None, "{wait}");
    }
}

/// Some keys name a field and, behind a colon, what is wrong with it.
#[test]
fn keys_with_a_code_are_split() {
    let body = r#"{"status":422,"title":"No","errors":{
        "allowed_cors_origins:has_invalid_suffix":"https://a.example/","id:in":"Too many",
        "date_modified:not_in":"No such","a:B":"Odd"}}"#;
    let items = error_of(V3, 422, body).items;
    let read: Vec<_> =
        items.iter().map(|item| (item.field.as_deref().unwrap(), item.code.as_deref())).collect();
    assert_eq!(
        read,
        [
            ("allowed_cors_origins", Some("has_invalid_suffix")),
            ("id:in", None),
            ("date_modified:not_in", None),
            ("a:B", None),
        ]
    );
}

/// Each problem of a list keeps its status, its title and its own complaints together.
#[test]
fn problems_of_a_list_stay_apart() {
    let two = r#"[{"status":409,"title":"One is there","type":"/x","errors":{"sku":"taken"}},
        {"status":422,"title":"Two is wrong","errors":{"price":"too low","name":"too long"}}]"#;
    for body in [two.to_string(), format!(r#"{{"errors":{two}}}"#)] {
        let error = error_of(V3, 422, &body);
        assert_eq!((error.title, error.detail), (None, None), "{body}");
        let items = error.items.iter().map(|item| (&item.message[..], item.status, item.of));
        assert_eq!(
            items.collect::<Vec<_>>(),
            [
                ("One is there", Some(409), None),
                ("taken", None, Some(0)),
                ("Two is wrong", Some(422), None),
                ("too low", None, Some(2)),
                ("too long", None, Some(2)),
            ],
            "{body}"
        );
    }
    let nested = r#"{"title":"Whole","errors":[{"title":"Outer","status":422,
        "errors":[{"message":"Inner","status":400,"errors":{"a":"b"}}]}]}"#;
    let of: Vec<_> = error_of(V3, 422, nested).items.iter().map(|item| item.of).collect();
    assert_eq!(of, [None, Some(0), Some(1)]);
}

#[test]
fn a_batch_is_partial_under_whatever_status() {
    let metafields = r#"{"data":[{"id":1}],"errors":[{"status":422,"title":"One is refused",
        "errors":{"1":"That key is there"}}],"meta":{"total":2,"success":1,"failed":1}}"#;
    for status in [200, 207, 422, 409, 503] {
        let (outcome, error) = read(V3, status, metafields);
        let error = error.unwrap();
        assert_eq!((outcome, error.shape), (Partial, Shape::Batch), "{status}");
        assert_eq!(
            (error.total, error.succeeded, error.failed),
            (Some(2), Some(1), Some(1)),
            "{status}"
        );
        assert_eq!(
            error.items,
            [
                with_status(422, "One is refused"),
                built!(ErrorItem { index: Some(1), of: Some(0), ..item("That key is there") }),
            ],
            "{status}"
        );
        // What one item is called is not what the whole is.
        assert_eq!(error.title, None, "{status}");
        assert_eq!(error.status, Some(status), "{status}");
        assert_eq!(error.note.is_some(), status != 422, "{status}");
    }
}

#[test]
fn batches_tell_what_was_not_done() {
    check_outcomes(vec![
        (
            V3,
            207,
            r#"{"data":[{"order_id":7,"status":503,"error":"Tax is away"},{"order_id":8,
                "status":200}],"meta":{}}"#,
            Partial,
            Some(built!(ApiError {
                items: vec![built!(ErrorItem {
                    index: Some(0),
                    ..with_status(503, "Tax is away")
                })],
                ..error(Shape::Batch)
            })),
        ),
        (
            V3,
            207,
            r#"{"data":[{"id":5}],"errors":{"status":207,"title":"Some were left out"},
                "meta":{"success":"1","failure":2}}"#,
            Partial,
            Some(built!(ApiError {
                title: some("Some were left out"),
                status: Some(207),
                succeeded: Some(1),
                failed: Some(2),
                ..error(Shape::Batch)
            })),
        ),
        (
            V3,
            422,
            r#"{"status":422,"title":"No route was saved","meta":{"saved_records":0}}"#,
            Rejected,
            Some(built!(ApiError {
                title: some("No route was saved"),
                status: Some(422),
                succeeded: Some(0),
                ..error(Shape::Batch)
            })),
        ),
        // A 207 that names no failure may have had one all the same.
        (V3, 207, r#"{"data":[{"id":5}],"meta":{"pagination":{"total":1}}}"#, Partial, None),
    ]);
    // Nothing was done: what became of it is what the complaints say.
    for (status, outcome) in [(422, Rejected), (404, Missing), (409, Conflict), (503, Unavailable)]
    {
        let body = format!(
            r#"{{"data":[],"errors":[{{"order_id":7,"status":{status},"error":"It is not to be"}}],
                "meta":{{"failure":1,"success":0,"total":1}}}}"#
        );
        let (found, error) = read(V3, 200, &body);
        assert_eq!(found, outcome, "{status}");
        assert_eq!(error.unwrap().failed, Some(1), "{status}");
    }
}

#[test]
fn a_batch_in_which_nothing_failed_is_done() {
    let (outcome, error) = read(
        V3,
        207,
        r#"{"data":[{"id":5},{"id":6}],"errors":[],"meta":{"total":2,"success":2,"failed":0}}"#,
    );
    assert_eq!((outcome, error), (Ok, None));
}

/// Without its id, nobody knows which of the items was refused.
#[test]
fn what_identifies_an_item_is_said_where_nothing_else_is() {
    for (url, status, body, ids) in [
        (
            V3,
            422,
            r#"{"batch_errors":[{"data":{"price_list_id":3,"sku":"SKU-ONE"}},
                {"data":{"price_list_id":3,"sku":"SKU-TWO"}}]}"#,
            ["SKU-ONE", "SKU-TWO"],
        ),
        (
            B2B,
            400,
            r#"{"code":400,"data":{"errors":[{"id":"4201","_detail":""},{"id":"4202",
                "_detail":""}]},"meta":{"message":"Some failed"}}"#,
            ["4201", "4202"],
        ),
    ] {
        let error = error_of(url, status, body);
        let told = format!("{error:?}");
        for id in ids {
            assert!(told.contains(id), "{id} of {body} is not in {told}");
        }
    }
}

#[test]
fn graphql_fails_beside_the_data_and_in_it() {
    check_outcomes(vec![
        (
            ADMIN_GRAPHQL,
            200,
            r#"{"errors":[{"message":"No field is called naem","locations":[{"line":1,"column":9}],
                "path":["store","naem",2],"extensions":{"code":"BAD_FIELD"}}]}"#,
            Rejected,
            Some(built!(ApiError {
                items: vec![built!(ErrorItem {
                    code: some("BAD_FIELD"),
                    ..of_field("store.naem[2]", "No field is called naem")
                })],
                ..error(Shape::Graphql)
            })),
        ),
        (
            SHOP_GRAPHQL,
            200,
            r#"{"data":{"site":{"name":"Shop"},"cart":null},"errors":[{"message":"No cart for you",
                "path":["cart"]}]}"#,
            Partial,
            Some(built!(ApiError {
                items: vec![of_field("cart", "No cart for you")],
                ..error(Shape::Graphql)
            })),
        ),
        (
            SHOP_GRAPHQL,
            200,
            r#"{"data":{"cart":{"addItem":{"result":null,"errors":[{"__typename":"OutOfStockError",
                "message":"None is left"}]}}}}"#,
            Rejected,
            Some(built!(ApiError {
                items: vec![built!(ErrorItem {
                    code: some("OutOfStockError"),
                    ..of_field("cart.addItem", "None is left")
                })],
                ..error(Shape::Graphql)
            })),
        ),
        (SHOP_GRAPHQL, 200, r#"{"data":{"site":{"name":"Shop"}}}"#, Ok, None),
        (SHOP_GRAPHQL, 200, r#"{"data":{"cart":{"addItem":{"errors":[]}}}}"#, Ok, None),
        (SHOP_GRAPHQL, 200, r#"{"data":{"site":{"product":null}}}"#, Empty, None),
        (SHOP_GRAPHQL, 200, r#"{"data":null}"#, Empty, None),
        // Known by its form, wherever it comes from.
        (
            "",
            401,
            r#"{"errors":[{"message":"Who are you?"}]}"#,
            Denied,
            Some(built!(ApiError { items: vec![item("Who are you?")], ..error(Shape::Graphql) })),
        ),
    ]);
    for (code, outcome) in [
        ("INSUFFICIENT_ACCESS_SCOPE", Denied),
        ("FORBIDDEN", Denied),
        ("THROTTLED", Throttled),
        ("INTERNAL_SERVER_ERROR", Failed),
        ("ANYTHING_ELSE", Rejected),
    ] {
        let body = format!(
            r#"{{"data":null,"errors":[{{"message":"No.","extensions":{{"code":"{code}"}}}}]}}"#
        );
        assert_eq!(read(ADMIN_GRAPHQL, 200, &body).0, outcome, "{code}");
    }
}

#[test]
fn graphql_with_errors_is_never_ok() {
    for body in [
        // Asked for `errors { __typename }`, or for the members of another type.
        r#"{"data":{"cart":{"addItem":{"errors":[{"__typename":"OutOfStockError"}]}}}}"#,
        r#"{"data":{"customer":{"register":{"customer":null,"errors":[{}]}}}}"#,
        // Against the specification, but errors.
        r#"{"data":{"a":1},"errors":"It broke"}"#,
        r#"{"data":{"a":1},"errors":{"message":"It broke"}}"#,
        r#"{"errors":"It broke"}"#,
        r#"{"data":{"a":1},"errors":["It broke"]}"#,
        r#"{"data":{"a":1},"errors":[{}]}"#,
    ] {
        let (outcome, error) = read(SHOP_GRAPHQL, 200, body);
        assert!(!matches!(outcome, Ok | Empty), "{outcome:?}: {body}");
        let error = error.unwrap_or_else(|| panic!("no error: {body}"));
        assert!(!body.contains("broke") || error_says(&error, "It broke"), "{error:?}: {body}");
    }
}

fn error_says(error: &ApiError, text: &str) -> bool {
    let says = |told: &Option<String>| told.as_deref().is_some_and(|told| told.contains(text));
    says(&error.title)
        || says(&error.detail)
        || error.items.iter().any(|item| item.message.contains(text))
}

#[test]
fn b2b_has_codes_of_its_own() {
    check_outcomes(vec![
        (
            B2B,
            422,
            r#"{"code":422,"data":{"errMsg":{"email":["Is there"],"role":["Unknown","Too high"]}},
                "meta":{"message":"Wrong input"}}"#,
            Rejected,
            Some(built!(ApiError {
                title: some("Wrong input"),
                code: some("422"),
                items: vec![
                    of_field("email", "Is there"),
                    of_field("role", "Unknown"),
                    of_field("role", "Too high"),
                ],
                ..error(Shape::B2b)
            })),
        ),
        (
            B2B,
            400,
            r#"{"code":400,"data":{"errMsg":[{},{"email":["Is there"]}]},
                "meta":{"message":"Wrong input"}}"#,
            Rejected,
            Some(built!(ApiError {
                title: some("Wrong input"),
                code: some("400"),
                items: vec![built!(ErrorItem { index: Some(1), ..of_field("email", "Is there") })],
                ..error(Shape::B2b)
            })),
        ),
        (
            B2B,
            400,
            r#"{"code":400,"data":{"errMsg":"Not you"},"meta":{"message":"The call failed"}}"#,
            Rejected,
            Some(built!(ApiError {
                title: some("The call failed"),
                code: some("400"),
                items: vec![item("Not you")],
                ..error(Shape::B2b)
            })),
        ),
        // An internal code under a success.
        (
            B2B,
            200,
            r#"{"code":40013,"data":{"quote":"It is closed"},"message":"Refused"}"#,
            Rejected,
            Some(built!(ApiError {
                title: some("Refused"),
                code: some("40013"),
                items: vec![of_field("quote", "It is closed")],
                ..error(Shape::B2b)
            })),
        ),
        (
            B2B,
            200,
            r#"{"code":404,"data":{},"meta":{"message":"No company"}}"#,
            Missing,
            Some(built!(ApiError {
                title: some("No company"),
                code: some("404"),
                ..error(Shape::B2b)
            })),
        ),
        (B2B, 200, r#"{"code":200,"data":{"id":3},"meta":{"message":"SUCCESS"}}"#, Ok, None),
        (B2B, 200, r#"{"code":200,"data":[],"meta":{"message":"SUCCESS"}}"#, Empty, None),
    ]);
}

#[test]
fn a_job_may_fail_under_a_success() {
    let job = "https://api.bigcommerce.com/stores/abc123/v3/themes/jobs/9";
    check_outcomes(vec![
        (
            job,
            200,
            r#"{"data":{"id":"9","status":"FAILED","percent_complete":40,"errors":[{"code":"T-1",
                "message":"No such template"}]}}"#,
            Failed,
            Some(built!(ApiError {
                title: some("The job has failed."),
                items: vec![built!(ErrorItem { code: some("T-1"), ..item("No such template") })],
                ..error(Shape::Problem)
            })),
        ),
        (job, 200, r#"{"data":{"id":"9","status":"COMPLETED","errors":[]}}"#, Ok, None),
        (job, 200, r#"{"data":{"id":"9","status":"WORKING"}}"#, Ok, None),
    ]);
}

#[test]
fn nothing_in_a_list_is_empty() {
    let of = |method, status, body| {
        let exchange = Exchange {
            method,
            url: V3,
            status: Some(status),
            body: Some(body),
            ..Exchange::default()
        };
        let found = classify(&exchange);
        assert_eq!(found.error, None, "{method} {status} {body}");
        found.outcome
    };
    for body in [r#"{"data":[],"meta":{"pagination":{"total":0}}}"#, "[]", "\u{feff} [ ] "] {
        assert_eq!(of("GET", 200, body), Empty, "{body}");
        assert_eq!(of("PUT", 200, body), Empty, "{body}");
        assert_eq!(of("DELETE", 200, body), Ok, "{body}");
        assert_eq!(of("GET", 202, body), Accepted, "{body}");
    }
    for body in [r#"{"data":[{}]}"#, r#"{"data":{}}"#, "[0]", "{}", "0", "Done", "", "<p>Done</p>"]
    {
        assert_eq!(of("GET", 200, body), Ok, "{body}");
    }
    assert_eq!(of("GET", 204, ""), Empty);
    // Fields of a resource are no errors.
    for body in [
        r#"{"data":{"status":"failed_once","message":"Thank you","code":"SPRING"}}"#,
        r#"{"id":1,"status":"Refunded","message":"Wrapped"}"#,
        r#"{"data":[{"id":1,"status":200,"errors":[]}],"meta":{}}"#,
    ] {
        assert_eq!(of("GET", 200, body), Ok, "{body}");
    }
}

#[test]
fn what_is_no_json_is_read_too() {
    check(vec![
        (
            V3,
            404,
            "  There is no such route\n",
            built!(ApiError { title: some("There is no such route"), ..error(Shape::Text) }),
        ),
        (
            V3,
            404,
            r#""There is \"no\" such route""#,
            built!(ApiError { title: some("There is \"no\" such route"), ..error(Shape::Text) }),
        ),
        (
            V3,
            500,
            "<!DOCTYPE html><html><head><title>Oh &amp; no</title>\
             <style>p{color:red}</style></head><body><script>let a = '<p>';</script>\
             <h1>It&#39;s broken</h1><!-- not this --><p>Come\n back</p></body></html>",
            built!(ApiError {
                title: some("Oh & no"),
                detail: some("It's broken Come back"),
                ..error(Shape::Html)
            }),
        ),
        (
            V2,
            401,
            "<?xml version=\"1.0\"?><errors><error><status>401</status>\
             <message>Not &lt;you&gt;</message></error></errors>",
            built!(ApiError {
                status: Some(401),
                items: vec![item("Not <you>")],
                ..error(Shape::Xml)
            }),
        ),
        (V3, 502, "", error(Shape::Empty)),
        (V3, 502, " \r\n\u{feff}", error(Shape::Empty)),
        (
            V3,
            500,
            "\u{1f}\u{fffd}\u{8}\0\0\u{fffd}\u{fffd}",
            built!(ApiError {
                note: some("The body is not text; it may be compressed."),
                ..error(Shape::Other)
            }),
        ),
        (V3, 400, r#"{"teapot":true}"#, error(Shape::Other)),
        (
            V3,
            400,
            r#"["Short","And stout"]"#,
            built!(ApiError {
                items: vec![item("Short"), item("And stout")],
                ..error(Shape::Other)
            }),
        ),
        (
            V3,
            400,
            r#"{"whatever":{"it":"Words that nobody expected"}}"#,
            built!(ApiError { title: some("Words that nobody expected"), ..error(Shape::Other) }),
        ),
    ]);
}

#[test]
fn an_absent_text_is_none_and_not_empty() {
    for body in ["null", "true", "\"\"", "{}", "[]", "[null]", r#"{"title":"","errors":[""]}"#] {
        let error = error_of(V3, 400, body);
        for text in [&error.title, &error.detail, &error.code, &error.kind, &error.note] {
            assert_ne!(text.as_deref(), Some(""), "{body}: {error:?}");
        }
        assert!(error.items.iter().all(|item| !item.message.is_empty()), "{body}: {error:?}");
    }
}

#[test]
fn broken_json_keeps_what_it_said() {
    let cut = error_of(V3, 422, r#"{"status":422,"title":"Bad input","errors":{"name":"Too lo"#);
    assert_eq!(cut.title.as_deref(), Some("Bad input"));
    assert_eq!(cut.items, [of_field("name", "Too lo")]);
    assert_eq!(cut.note.as_deref(), Some("The body ends in the middle."));

    let followed = error_of(V3, 400, r#"{"title":"Bad input"} and more"#);
    assert_eq!(followed.items, [item("and more")]);
    assert_eq!(
        followed.note.as_deref(),
        Some("Part of the body is not JSON and is kept as it is.")
    );
    let warned = error_of(V3, 500, "[notice] undefined index");
    assert_eq!(
        (warned.shape, warned.title.as_deref()),
        (Shape::Text, Some("[notice] undefined index"))
    );
}

#[test]
fn the_status_of_the_answer_counts() {
    let other = error_of(V2, 400, r#"[{"status":404,"message":"No such thing."}]"#);
    assert_eq!(other.status, Some(400));
    assert_eq!(other.items, [with_status(404, "No such thing.")]);
    assert_eq!(
        other.note.as_deref(),
        Some("The body names the status 404; the answer's own counts.")
    );
    assert_eq!(read(V2, 400, r#"{"status":404,"title":"Where?"}"#).0, Rejected);
    // A number that is no status counts for nothing.
    for none in [0, 600, 999] {
        let own = read(V3, none, r#"{"status":422,"title":"Bad input"}"#).1;
        assert_eq!(own.map(|error| (error.status, error.note)), Some((Some(422), None)), "{none}");
    }
    for status in ["7", "99", "600", "70000", "4294967700", "-404", "true", "\"x\"", "4e2"] {
        let body = format!(r#"{{"status":{status},"title":"Odd"}}"#);
        assert_eq!(error_of(V3, 400, &body).status, None, "{status}");
        let xml = format!("<e><status>{status}</status><message>Odd</message></e>");
        assert_eq!(error_of(V2, 400, &xml).status, None, "{status} in XML");
    }
}

#[test]
fn a_long_body_is_read_from_its_beginning() {
    let long = format!(r#"{{"status":400,"title":"Long","filler":"{}"}}"#, "x".repeat(256 * 1024));
    let error = error_of(V3, 400, &long);
    assert_eq!(error.title.as_deref(), Some("Long"));
    let note = error.note.unwrap();
    assert!(note.contains("Only the first 256 KB of the body were read."), "{note}");

    // Where the cut falls on a character of more than one byte.
    let text = format!("x{}", "é".repeat(128 * 1024));
    let error = error_of(V3, 400, &text);
    assert_eq!(error.title.map(|title| title.len()), Some(256 * 1024 - 1));
    let exact = "x".repeat(256 * 1024);
    assert_eq!(error_of(V3, 400, &exact).note, None);
}

#[test]
fn complaints_beyond_a_thousand_are_counted() {
    let body = |count: usize| {
        let items: Vec<_> = (0..count).map(|at| format!("\"{at}\":\"No {at}\"")).collect();
        format!(r#"{{"title":"Many","errors":{{{}}}}}"#, items.join(","))
    };
    let error = error_of(V3, 422, &body(1_000));
    assert_eq!((error.items.len(), error.note), (1_000, None));

    let error = error_of(V3, 422, &body(1_234));
    assert_eq!(error.items.len(), 1_000);
    assert_eq!(error.items[999], built!(ErrorItem { index: Some(999), ..item("No 999") }));
    assert_eq!(error.note.as_deref(), Some("Only the first 1000 of 1234 complaints are listed."));
}

#[test]
fn what_is_nested_too_deep_is_left_out() {
    let body = |depth: usize| {
        let (open, close) = ("{\"a\":".repeat(depth), "}".repeat(depth));
        format!(r#"{{"title":"Deep","errors":{open}"At the bottom"{close},"detail":"And after"}}"#)
    };
    let error = error_of(V3, 422, &body(60));
    assert_eq!(error.items[0].message, "At the bottom");
    assert_eq!(error.note, None);

    for depth in [64, 65, 20_000] {
        let error = error_of(V3, 422, &body(depth));
        assert_eq!(error.title.as_deref(), Some("Deep"), "{depth}");
        assert_eq!(error.detail.as_deref(), Some("And after"), "{depth}");
        assert_eq!(
            error.note.as_deref(),
            Some("Anything nested more than 64 levels deep was left out."),
            "{depth}"
        );
    }
}

/// A body says a long name once; each complaint below it must not say it again.
#[test]
fn a_body_does_not_grow_when_it_is_read() {
    let complaints: Vec<_> = (0..2_000).map(|at| format!("\"{at}\":\"x\"")).collect();
    let body = format!(
        r#"{{"title":"Wide","errors":{{"{}":{{{}}}}}}}"#,
        "name".repeat(4_000),
        complaints.join(",")
    );
    let error = error_of(V3, 422, &body);
    let length: usize =
        error.items.iter().filter_map(|item| item.field.as_deref()).map(str::len).sum();
    assert!(length < 10 * body.len(), "{length} bytes of fields from {} of a body", body.len());
}

#[test]
fn secrets_in_a_body_are_masked() {
    let sent = [("X-Auth-Token", "q7x0m2v9k4z1"), ("Accept", "application/json")];
    for body in [
        r#"{"title":"No q7x0m2v9k4z1","detail":"q7x0m2v9k4z1",
            "errors":{"q7x0m2v9k4z1":"q7x0m2v9k4z1?"}}"#,
        r#"{"title":"No \u00717x0m2v9k4z1"}"#,
        r#"[{"status":401,"message":"q7x0m2v9k4z1 is no token","code":"q7x0m2v9k4z1"}]"#,
        r#"{"errors":[{"message":"q7x0m2v9k4z1","path":["q7x0m2v9k4z1"]}]}"#,
        r#"{"error":"q7x0m2v9k4z1","error_description":"It was q7x0m2v9k4z1"}"#,
        r#"{"type":"q7x0m2v9k4z1","title":"A"}"#,
        r#"{"title":"A"} q7x0m2v9k4z1"#,
        "The token q7x0m2v9k4z1 is none",
        "<html><title>q7x0m2v9k4z1</title><p>&#113;7x0m2v9k4z1</p>",
        "<errors><error>q7x0m2v9k4z1</error></errors>",
    ] {
        let exchange = Exchange {
            url: V3,
            status: Some(401),
            body: Some(body),
            request_headers: Some(&sent),
            ..Exchange::default()
        };
        let error = classify(&exchange).error.unwrap();
        let told = format!("{error:?}");
        assert!(!told.contains("7x0m2v9k4z1"), "{told}");
        assert!(told.contains("***"), "{told}");
    }
    let named = error_of(
        V3,
        400,
        r#"{"title":"client_secret=hidden123 is wrong","code":"eyJhbGciOiJIUzI1NiJ9.e30.abc"}"#,
    );
    assert_eq!(named.title.as_deref(), Some("client_secret=*** is wrong"));
    assert_eq!(named.code.as_deref(), Some("***"));
}

#[test]
fn a_message_that_is_cut_behind_a_backslash_is_not_empty() {
    for body in [r#"[{"status":400,"message":"\"#, r#"{"errors":{"name":"\"#] {
        let exchange = Exchange { status: Some(400), body: Some(body), ..Exchange::default() };
        let error = classify(&exchange).error.unwrap();
        assert!(error.items.iter().all(|item| !item.message.is_empty()), "{body}");
        assert!(!error.items.is_empty(), "{body}");
    }
}

#[test]
fn b2b_edition_answers_graphql_with_data_and_refuses_with_a_code() {
    let of = |body| {
        let (outcome, error) = read("https://api-b2b.bigcommerce.com/graphql", 200, body);
        (outcome, error.map(|error| error.shape))
    };
    let refused =
        r#"{"code":40101,"data":{"errMsg":"Token expired"},"meta":{"message":"Unauthorized"}}"#;
    assert_eq!(of(refused), (Rejected, Some(Shape::B2b)));
    let judged = r#"{"data":{"validateProducts":{"products":[{"responseType":"ERROR","message":"Too few"}]}}}"#;
    assert_eq!(of(judged), (Rejected, Some(Shape::Graphql)));
    assert_eq!(of(r#"{"data":{"company":{"name":"Mill"}}}"#), (Ok, None));
}
