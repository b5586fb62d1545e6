//! What is wrong with an exchange, and what to do about it.

use bc_status::{
    Confidence, Diagnosis, Exchange, Failure, Finding, FindingId, Outcome, Policy, State, Value,
    classify, decide, diagnose,
};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use Confidence::*;

const IDS: [&str; 100] = [
    "auth.session-missing",
    "auth.oauth-client",
    "auth.webdav-digest",
    "auth.token-missing",
    "auth.token-malformed",
    "auth.token-rejected",
    "auth.token-wrong-header",
    "auth.token-in-browser",
    "auth.scope-missing",
    "auth.store-hash-suspect",
    "auth.graphql-token",
    "auth.origin-mismatch",
    "auth.b2b-store-hash-missing",
    "auth.sign-in-required",
    "auth.oauth-code",
    "auth.oauth-redirect-uri",
    "auth.oauth-context",
    "auth.login-token",
    "auth.not-owner",
    "request.insecure-url",
    "request.placeholder-in-url",
    "request.not-sent",
    "request.route-unknown",
    "request.method-not-on-route",
    "request.method-unsupported",
    "request.trailing-slash",
    "request.double-slash",
    "request.url-port",
    "request.url-too-long",
    "request.wrong-host",
    "request.dev-proxy",
    "request.refused-by-worker",
    "request.content-type-missing",
    "request.content-type-unsupported",
    "request.accept-missing",
    "request.accept-unsupported",
    "request.body-syntax",
    "request.field-missing",
    "request.field-invalid",
    "request.field-unknown",
    "request.field-read-only",
    "request.filter-missing",
    "request.filter-unknown",
    "request.limit-too-high",
    "request.batch-too-large",
    "request.body-not-array",
    "request.body-too-large",
    "request.remote-file-unreachable",
    "resource.missing",
    "resource.duplicate",
    "resource.version-mismatch",
    "resource.reference-missing",
    "resource.in-use",
    "resource.locked",
    "resource.job-active",
    "resource.quantity-limit",
    "resource.out-of-stock",
    "resource.channel-inactive",
    "resource.legacy-model",
    "limit.quota",
    "limit.edge",
    "auth.callback-jwt",
    "callback.receiver",
    "platform.edge-tls",
    "limit.platform-load",
    "limit.concurrency",
    "limit.abuse-protection",
    "limit.plan-capacity",
    "limit.platform-count",
    "limit.graphql-complexity",
    "platform.error",
    "platform.gateway",
    "platform.maintenance",
    "platform.suspended",
    "platform.degraded",
    "platform.expensive-query",
    "platform.blocked-by-proxy",
    "platform.worker-failed",
    "payment.declined",
    "payment.duplicate",
    "payment.token",
    "payment.configuration",
    "payment.refund-split",
    "result.empty-list",
    "result.nothing-done",
    "result.deleted-all",
    "result.partial",
    "result.scheduled",
    "result.unchanged",
    "result.redirected",
    "result.unknown-outcome",
    "result.job-failed",
    "result.page-capped",
    "graphql.query",
    "graphql.business-error",
    "graphql.null-data",
    "network.unreachable",
    "network.timeout",
    "network.aborted",
    "other.unrecognised",
];

const STORE: &str = "https://api.bigcommerce.com/stores/abc123";
const SHOP_GRAPHQL: &str = "https://shop.example/graphql";
const ADMIN_GRAPHQL: &str = "https://api.bigcommerce.com/stores/abc123/graphql";
const NO_ROUTE: &str = "The route is not found, check the URL";
/// The headers of a request to a management API with nothing wrong in them.
const SENT: &[(&str, &str)] = &[
    ("X-Auth-Token", "q7x0m2v9k4z1w8"),
    ("Accept", "application/json"),
    ("Content-Type", "application/json"),
];

/// A request to a path of the store, with the usual headers.
fn to<'a>(method: &'a str, url: &'a str) -> Exchange<'a> {
    Exchange { method, url, request_headers: Some(SENT), ..Exchange::default() }
}

fn answered<'a>(method: &'a str, url: &'a str, status: u16, body: &'a str) -> Exchange<'a> {
    Exchange { status: Some(status), body: Some(body), ..to(method, url) }
}

/// The finding of this name, and which one it is.
#[track_caller]
fn finding<'a>(diagnosis: &'a Diagnosis, id: &str) -> (usize, &'a Finding) {
    let at = diagnosis.findings.iter().position(|finding| finding.id == id);
    let all: Vec<_> = diagnosis.findings.iter().map(|finding| finding.id.as_str()).collect();
    let at = at.unwrap_or_else(|| panic!("{id} is not among {all:?}"));
    (at, &diagnosis.findings[at])
}

/// All that a finding says.
fn text(finding: &Finding) -> String {
    format!("{}\n{}\n{}", finding.title, finding.evidence, finding.solutions.join("\n"))
}

/// The first finding is this one, as sure as this, and names all of this.
#[track_caller]
fn first(exchange: &Exchange, id: &str, confidence: Confidence, names: &[&str]) {
    let diagnosis = diagnose(exchange);
    let (at, found) = finding(&diagnosis, id);
    assert_eq!((at, found.confidence), (0, confidence), "{id}: {:#?}", diagnosis.findings);
    let text = text(found);
    for name in names {
        assert!(text.contains(name), "{id} does not name {name:?}: {text}");
    }
}

#[test]
fn the_ids_are_those_of_the_contract() {
    let mut known: Vec<_> = FindingId::ALL.iter().map(|id| id.as_str()).collect();
    let mut listed = IDS.to_vec();
    known.sort_unstable();
    listed.sort_unstable();
    assert_eq!(known, listed);
}

#[test]
fn a_method_that_is_elsewhere_is_sent_there() {
    let url = &format!("{STORE}/v3/carts");
    let exchange = answered("GET", url, 404, NO_ROUTE);
    first(
        &exchange,
        "request.method-not-on-route",
        Likely,
        &["GET", "/v3/carts", "`/v3/carts/{id}`", "POST"],
    );
    assert!(diagnose(&exchange).findings[0].solutions[0].contains("/v3/carts/{id}"));
    let one = &format!("{STORE}/v3/customers/7");
    let diagnosis = diagnose(&answered("PUT", one, 404, NO_ROUTE));
    assert!(diagnosis.findings.iter().all(|finding| finding.confidence != Certain));
}

#[test]
fn limits_name_their_numbers() {
    let products = &format!("{STORE}/v3/catalog/products");
    let spent = Exchange {
        headers: &[
            ("X-Rate-Limit-Time-Reset-Ms", "4200"),
            ("X-Rate-Limit-Requests-Left", "0"),
            ("X-Rate-Limit-Requests-Quota", "150"),
        ],
        ..answered("GET", products, 429, "")
    };
    first(&spent, "limit.quota", Certain, &["4.2 s", "0 of 150"]);
    first(&answered("GET", products, 429, ""), "limit.platform-load", Likely, &["no headers"]);

    let page = &format!("{products}?limit=999&page=2");
    let error = r#"{"status":422,"title":"That is too much for one page"}"#;
    first(
        &answered("GET", page, 422, error),
        "request.limit-too-high",
        Certain,
        &["limit=999", "limit=250", "250 is the most"],
    );
    let stock = &format!("{STORE}/v3/inventory/items?limit=999");
    let other = diagnose(&answered("GET", stock, 422, error));
    assert!(other.findings.iter().all(|found| found.id != "request.limit-too-high"), "1,000 there");

    let eleven = format!("[{}]", ["{\"id\":1}"; 11].join(","));
    let batch = Exchange { request_body: Some(&eleven), ..answered("PUT", products, 413, "") };
    first(&batch, "request.batch-too-large", Certain, &["11 items", "10 items", "10 are the most"]);
    let ten = format!("[{}]", ["{\"id\":1}"; 10].join(","));
    let fits = Exchange { request_body: Some(&ten), ..answered("PUT", products, 422, error) };
    assert!(diagnose(&fits).findings.iter().all(|one| one.id != "request.batch-too-large"));

    let prices = &format!("{STORE}/v3/pricelists/3/records");
    let crowded = Exchange {
        headers: &[("X-Rate-Limit-Requests-Left", "140"), ("X-Rate-Limit-Time-Reset-Ms", "9000")],
        ..answered("PUT", prices, 429, "")
    };
    let diagnosis = diagnose(&crowded);
    let (at, found) = finding(&diagnosis, "limit.concurrency");
    assert_eq!((at, found.confidence), (0, Likely), "{:#?}", diagnosis.findings);
    let text = text(found);
    for name in ["140", "/v3/pricelists/{id}/records", "at most 1 "] {
        assert!(text.contains(name), "{name:?} is not in {text}");
    }

    let long = format!("{products}?id:in={}", "1234,".repeat(600));
    let length = long.len().to_string();
    first(&answered("GET", &long, 414, ""), "request.url-too-long", Certain, &[&length]);
}

#[test]
fn credentials_are_told_apart() {
    let url = &format!("{STORE}/v3/catalog/products");
    let sending = |sent, status, body| Exchange {
        request_headers: Some(sent),
        ..answered("GET", url, status, body)
    };
    let none: &[(&str, &str)] = &[("Accept", "application/json")];
    for (exchange, id, confidence, names) in [
        (
            sending(none, 401, "X-Auth-Token header is required"),
            "auth.token-missing",
            Certain,
            &["X-Auth-Token"][..],
        ),
        (sending(none, 401, ""), "auth.token-missing", Certain, &["No `X-Auth-Token` was sent"]),
        (
            sending(&[("X-Auth-Token", "")], 401, "X-Auth-Token header should have correct format"),
            "auth.token-malformed",
            Certain,
            &["correct format"],
        ),
        (
            sending(&[("X-Auth-Token", "Bearer q7x0m2v9k4z1w8")], 401, ""),
            "auth.token-malformed",
            Certain,
            &["Bearer"],
        ),
        (
            sending(&[("X-Auth_Token", "q7x0m2v9k4z1w8")], 401, ""),
            "auth.token-wrong-header",
            Certain,
            &["`X-Auth_Token`", "`X-Auth-Token`"],
        ),
        (
            sending(&[("Authorization", "Bearer q7x0m2v9k4z1w8")], 401, ""),
            "auth.token-wrong-header",
            Certain,
            &["X-Auth-Token"],
        ),
        (
            sending(SENT, 401, r#"{"status":401,"title":"Unauthorized"}"#),
            "auth.token-rejected",
            Likely,
            &["API account"],
        ),
        (
            sending(SENT, 403, r#"{"status":403,"title":"You lack a required scope here"}"#),
            "auth.scope-missing",
            Likely,
            &["`store_v2_products`", "lack a required scope"],
        ),
    ] {
        first(&exchange, id, confidence, names);
    }
    let suspect = "https://api.bigcommerce.com/stores/store-abc123/v3/catalog/products";
    first(
        &answered("GET", suspect, 403, r#"{"status":403,"title":"Forbidden"}"#),
        "auth.store-hash-suspect",
        Certain,
        &["`store-abc123`"],
    );
    let hooks = &format!("{STORE}/v3/hooks/12");
    let other = r#"{"status":403,"title":"You are unauthorized to change this hook"}"#;
    first(&answered("PUT", hooks, 403, other), "auth.not-owner", Certain, &["unauthorized to"]);

    let page = Exchange { in_browser: true, failure: Some(Failure::Network), ..to("GET", url) };
    first(&page, "auth.token-in-browser", Certain, &["`api.bigcommerce.com`"]);

    let b2b = "https://api-b2b.bigcommerce.com/api/v3/io/companies";
    first(
        &answered("GET", b2b, 500, ""),
        "auth.b2b-store-hash-missing",
        Certain,
        &["X-Store-Hash"],
    );

    let oauth = "https://login.bigcommerce.com/oauth2/token";
    let spent = r#"{"error":"invalid_grant","error_description":"The code was used"}"#;
    first(&answered("POST", oauth, 400, spent), "auth.oauth-code", Certain, &["code"]);
    let uri = r#"{"error":"invalid_request","error_description":"redirect_uri does not match"}"#;
    first(&answered("POST", oauth, 400, uri), "auth.oauth-redirect-uri", Certain, &["callback"]);
    let scopeless = r#"{"access_token":"q7x0m2v9k4z1w8","scope":null}"#;
    first(&answered("POST", oauth, 200, scopeless), "auth.oauth-context", Certain, &["`scope`"]);

    let bearer = Exchange {
        request_headers: Some(&[("Authorization", "Bearer eyJhbGciOiJFUzI1NiJ9.e30.abc")]),
        ..answered("POST", SHOP_GRAPHQL, 401, r#"{"errors":[{"message":"JWT is expired"}]}"#)
    };
    first(&bearer, "auth.graphql-token", Certain, &["JWT is expired"]);
    let origin = answered(
        "POST",
        SHOP_GRAPHQL,
        403,
        r#"{"errors":[{"message":"The 'Origin' header is not one of the token"}]}"#,
    );
    let origin = Exchange {
        request_headers: Some(&[
            ("Authorization", "Bearer eyJh.e30.abc"),
            ("Origin", "https://a.example"),
        ]),
        ..origin
    };
    first(&origin, "auth.origin-mismatch", Certain, &["`https://a.example`"]);
    let guest = "https://shop.example/customer/current.jwt?app_client_id=x";
    first(&answered("GET", guest, 404, ""), "auth.sign-in-required", Certain, &[]);
}

#[test]
fn urls_are_checked_in_their_parts() {
    let lost = r#"{"status":404,"title":"Not found"}"#;
    for (url, status, id, confidence, names) in [
        (
            "https://api.bigcommerce.com/stores/{store_hash}/v3/carts/7",
            404,
            "request.placeholder-in-url",
            Certain,
            &["`{store_hash}`"][..],
        ),
        (
            "https://api.bigcommerce.com/stores/abc123/v3/customers?id:in=undefined",
            422,
            "request.placeholder-in-url",
            Certain,
            &["`undefined`"],
        ),
        (
            "https://api.bigcommerce.com/stores/abc123/v2/orders/",
            401,
            "request.trailing-slash",
            Likely,
            &["`/stores/abc123/v2/orders/`"],
        ),
        (
            "http://api.bigcommerce.com/stores/abc123/v2/orders",
            301,
            "request.insecure-url",
            Certain,
            &["http", "`https://api.bigcommerce.com`"],
        ),
        (
            "https://api.bigcommerce.com:8443/stores/abc123/v2/orders",
            400,
            "request.url-port",
            Certain,
            &["8443"],
        ),
        (
            "https://api.bigcommerce.com/stores/abc123//v2/orders",
            404,
            "request.double-slash",
            Certain,
            &["`/stores/abc123//v2/orders`"],
        ),
        (
            "https://shop.example/stores/abc123/v3/carts/7",
            404,
            "request.wrong-host",
            Certain,
            &["`shop.example`", "api.bigcommerce.com/stores/"],
        ),
        (
            "http://localhost:3000/stores/abc123/v3/carts/7",
            500,
            "request.dev-proxy",
            Likely,
            &["`localhost`"],
        ),
    ] {
        first(&answered("GET", url, status, lost), id, confidence, names);
    }
    let moved = Exchange {
        headers: &[("Location", "https://www.shop.example/api/storefront/carts")],
        ..answered("GET", "https://shop.example/api/storefront/carts", 301, "")
    };
    first(
        &moved,
        "result.redirected",
        Likely,
        &["`https://www.shop.example/api/storefront/carts`"],
    );
}

#[test]
fn a_route_that_is_not_in_the_table_may_exist() {
    for (path, similar) in [
        ("/v3/catalog/product/7", Some("`/v3/catalog/products`")),
        ("/v3/orders", Some("`/v2/orders`")),
        ("/v3/teapots", None),
    ] {
        let url = &format!("{STORE}{path}");
        let diagnosis = diagnose(&answered("GET", url, 404, NO_ROUTE));
        let (at, found) = finding(&diagnosis, "request.route-unknown");
        assert_eq!((at, found.confidence), (0, Likely), "{path}: {:#?}", diagnosis.findings);
        assert!(found.evidence.contains(path), "{}", found.evidence);
        assert_eq!(
            similar.is_some_and(|similar| found.solutions[0].contains(similar)),
            similar.is_some()
        );
    }
    // Whatever the answer, absence proves nothing.
    let known = ["/v3/catalog/product/7", "/v3/teapots", "/v2/carts", "/v4/x", "/v3", "/v3/carts"];
    let bodies =
        ["", NO_ROUTE, "Not Found", r#"{"status":404,"title":"Not found"}"#, "<html><p>404</p>"];
    let hosts = [STORE, "https://shop.example", "https://api-b2b.bigcommerce.com", ""];
    for host in hosts {
        for path in known {
            let url = &format!("{host}{path}");
            for (body, method) in bodies.into_iter().flat_map(|body| [(body, "GET"), (body, "PUT")])
            {
                for status in [400, 401, 403, 404, 405, 410, 501] {
                    for found in diagnose(&answered(method, url, status, body)).findings {
                        let absent = ["request.route-unknown", "request.method-not-on-route"];
                        let sure = found.confidence == Certain;
                        assert!(
                            !(sure && absent.contains(&found.id.as_str())),
                            "{method} {url} {status}: {found:?}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn headers_and_bodies_of_the_request_count() {
    let products = &format!("{STORE}/v3/catalog/products");
    let error = r#"{"status":415,"title":"No"}"#;
    let token: &[(&str, &str)] = &[("X-Auth-Token", "q7x0m2v9k4z1w8")];
    for method in ["POST", "PUT"] {
        let bare = Exchange {
            request_headers: Some(token),
            request_body: Some("{\"name\":\"Sand\"}"),
            ..answered(method, products, 415, error)
        };
        first(
            &bare,
            "request.content-type-missing",
            Certain,
            &[method, "`Content-Type: application/json`"],
        );
    }
    let form = Exchange {
        request_headers: Some(&[("X-Auth-Token", "q7x0m2v9k4z1w8"), ("Content-Type", "text/csv")]),
        request_body: Some("name,price"),
        ..answered("POST", products, 415, "")
    };
    first(&form, "request.content-type-unsupported", Certain, &["`text/csv`"]);
    let orders = &format!("{STORE}/v2/orders");
    let silent = Exchange { request_headers: Some(token), ..answered("GET", orders, 406, "") };
    first(&silent, "request.accept-missing", Certain, &["`Accept: application/json`"]);
    let csv = Exchange {
        request_headers: Some(&[("X-Auth-Token", "q7x0m2v9k4z1w8"), ("Accept", "text/csv")]),
        ..answered("GET", orders, 406, "")
    };
    first(&csv, "request.accept-unsupported", Certain, &["`text/csv`"]);
    let xml = Exchange {
        request_headers: Some(token),
        ..answered("GET", orders, 200, "<?xml version=\"1.0\"?><orders/>")
    };
    first(&xml, "request.accept-missing", Certain, &["XML"]);

    let quoted = Exchange {
        request_body: Some("{'name': 'Sand'}"),
        ..answered("POST", products, 422, r#"{"status":422,"title":"JSON data is missing"}"#)
    };
    first(&quoted, "request.body-syntax", Certain, &["does not parse"]);
    let object = Exchange {
        request_body: Some("{\"id\":1}"),
        ..answered("PUT", products, 422, r#"{"status":422,"title":"JSON data is missing"}"#)
    };
    first(&object, "request.body-not-array", Certain, &["PUT", "/v3/catalog/products", "list"]);
    first(
        &answered("PATCH", products, 501, ""),
        "request.method-unsupported",
        Certain,
        &["PATCH", "PUT"],
    );
}

#[test]
fn mixed_complaints_name_each_with_the_fields_of_its_own() {
    let url = &format!("{STORE}/v3/catalog/products");
    let body = r#"{"status":422,"title":"JSON data is missing or invalid","errors":{
        "name":"error.path.missing","sku":"The product SKU is a duplicate of another",
        "weight":"This field is required","price":"price must be a number"}}"#;
    let diagnosis = diagnose(&Exchange {
        method: "POST",
        url,
        status: Some(422),
        body: Some(body),
        ..Exchange::default()
    });
    let fields = |id: &str| {
        let found = diagnosis.findings.iter().find(|found| found.id == id);
        found.and_then(|found| found.values.get("fields").cloned())
    };
    let named =
        |names: &[&str]| Some(Value::List(names.iter().map(|name| (*name).into()).collect()));
    assert_eq!(fields("request.field-missing"), named(&["name", "weight"]), "{diagnosis:?}");
    assert_eq!(fields("resource.duplicate"), named(&["sku"]), "{diagnosis:?}");
}

#[test]
fn fields_are_named() {
    let products = &format!("{STORE}/v3/catalog/products");
    for (body, id, confidence, names) in [
        (
            r#"{"status":422,"title":"No","errors":{"name":"error.path.missing",
                "weight":"error.path.missing"}}"#,
            "request.field-missing",
            Likely,
            &["`name`", "`weight`"][..],
        ),
        (
            r#"{"status":422,"title":"No","errors":{"0.variants.1.price":"It must be above 0"}}"#,
            "request.field-invalid",
            Likely,
            &["`variants[1].price`"],
        ),
        (
            r#"[{"status":400,"message":"The field 'colour' is not supported by this resource."}]"#,
            "request.field-unknown",
            Certain,
            &["colour"],
        ),
        (
            r#"{"status":422,"title":"No","errors":{"date_created":"This field is read-only"}}"#,
            "request.field-read-only",
            Certain,
            &["`date_created`"],
        ),
        (
            r#"{"status":409,"title":"No","errors":{"name":"The name is a duplicate"}}"#,
            "resource.duplicate",
            Certain,
            &["`name`"],
        ),
        (
            r#"{"status":422,"title":"No","errors":{"brand_id":"No such brand was found"}}"#,
            "resource.reference-missing",
            Certain,
            &["`brand_id`"],
        ),
    ] {
        let status = if body.contains("409") { 409 } else { 422 };
        first(&answered("POST", products, status, body), id, confidence, names);
    }
}

#[test]
fn what_an_answer_of_v2_tells_its_details_by_is_no_field() {
    let body = r#"[{"status":409,"message":"The product name is a duplicate.",
        "details":{"duplicated_products":[{"id":7}]}}]"#;
    let url = &format!("{STORE}/v2/products");
    let diagnosis = diagnose(&answered("POST", url, 409, body));
    let (at, found) = finding(&diagnosis, "resource.duplicate");
    assert_eq!(at, 0);
    assert!(!text(found).contains("duplicated_products"), "{}", text(found));
}

#[test]
fn a_wait_of_our_own_is_no_time_that_a_quota_needs() {
    let diagnosis = diagnose(&Exchange {
        status: Some(429),
        headers_known: false,
        method: "",
        ..Exchange::default()
    });
    let (at, found) = finding(&diagnosis, "limit.quota");
    assert_eq!((at, found.confidence), (0, Likely));
    assert_eq!(found.solutions[0], "Wait until the window is over. The request has not run.");
}

#[test]
fn what_no_wait_changes_is_not_repeated() {
    let lost = |failure| Exchange {
        failure: Some(failure),
        ..to("GET", "https://api.bigcommerce.com/stores/abc123/v3/carts").unsent().permanent()
    };
    for (failure, id) in
        [(Failure::Network, "network.unreachable"), (Failure::Aborted, "request.not-sent")]
    {
        let diagnosis = diagnose(&lost(failure));
        assert_eq!(diagnosis.findings[0].id, id);
        assert!(!diagnosis.retry.retry && !diagnosis.retry.may_have_run);
    }
}

#[test]
fn the_log_of_anybodys_server_tells_little_of_bigcommerce() {
    for (url, first) in
        [("/checkout.php", "request.dev-proxy"), ("/stores/abc123/v3/carts", "platform.gateway")]
    {
        let diagnosis = diagnose(&Exchange { status: Some(502), url, ..Exchange::default() });
        assert_eq!(diagnosis.findings[0].id, first, "{url}");
        let is_possible = diagnosis.findings.iter().all(|found| found.confidence == Possible);
        assert_eq!(is_possible, first == "request.dev-proxy", "{url}");
    }
}

#[test]
fn deletions_of_collections_need_a_filter() {
    let customers = &format!("{STORE}/v3/customers");
    let nothing = Exchange { body: None, ..answered("DELETE", customers, 204, "") };
    first(
        &nothing,
        "result.nothing-done",
        Certain,
        &["DELETE /stores/abc123/v3/customers", "?id:in="],
    );
    let refused = r#"{"status":422,"title":"At least one filter is required"}"#;
    first(
        &answered("DELETE", customers, 422, refused),
        "request.filter-missing",
        Certain,
        &["DELETE"],
    );
}

/// What is certain of deletions that name nothing depends on the route: the specification
/// of some demands a filter, some delete all, some take ids in the body.
#[test]
fn deletions_that_name_nothing_are_told_by_what_their_route_does() {
    let demanding = [
        ("/v3/customers", "id:in"),
        ("/v3/catalog/brands", "name"),
        ("/v3/inventory/locations", "location_id:in"),
        ("/v3/promotions/7/codes", "id:in"),
        ("/v3/tax/products/properties", "product_id:in"),
        ("/v3/pricelists/assignments", "id"),
    ];
    for (path, filter) in demanding {
        let url = &format!("{STORE}{path}");
        for status in [200, 204] {
            let diagnosis = diagnose(&answered("DELETE", url, status, ""));
            let (at, found) = finding(&diagnosis, "result.nothing-done");
            // That it changes nothing is written of customers alone.
            let sure = if path == "/v3/customers" { Certain } else { Likely };
            assert_eq!((at, found.confidence), (0, sure), "{path} {status}");
            assert!(text(found).contains(&format!("`?{filter}=...`")), "{}", text(found));
        }
        let refused = answered("DELETE", url, 404, r#"{"status":404,"title":"Not Found"}"#);
        first(&refused, "request.filter-missing", Certain, &[filter]);
        let named = &format!("{url}?{filter}=1,2");
        let diagnosis = diagnose(&answered("DELETE", named, 204, ""));
        assert_eq!(diagnosis.findings, [], "{named}");
    }

    let sweeping = [
        ("/v3/customers/subscribers", "email"),
        ("/v3/pricelists", "id:in"),
        ("/v3/pricelists/3/records", "variant_id:in"),
        ("/v2/orders", ""),
        ("/v2/coupons", "id:in"),
        ("/v2/orders/7/shipments", ""),
    ];
    for (path, filter) in sweeping {
        let url = &format!("{STORE}{path}");
        for status in [200, 204] {
            let exchange = answered("DELETE", url, status, "");
            first(&exchange, "result.deleted-all", Likely, &[path, filter, "backup"]);
            let diagnosis = diagnose(&exchange);
            assert_eq!(diagnosis.classification.outcome, Outcome::Ok, "{path}");
            assert_eq!(diagnosis.findings.len(), 1, "{path}: {:?}", diagnosis.findings);
        }
        let narrowed = &format!("{url}?id:in=1");
        assert_eq!(diagnose(&answered("DELETE", narrowed, 204, "")).findings, [], "{narrowed}");
    }

    let ids_in_body = Some("[1,2]");
    for (path, request_body) in [
        ("/v3/catalog/products/metafields", ids_in_body),
        ("/v3/carts/metafields", None),
        ("/v3/checkouts/7/fees", Some(r#"{"ids":["x"]}"#)),
        ("/v3/customers/metafields", None),
        ("/v3/channels/1/channel-menus", None),
        ("/v3/channels/1/currency-assignments", None),
        ("/v3/catalog/trees/categories", None),
        ("/v3/segments", None),
        ("/v3/catalog/products/7", None),
    ] {
        let url = &format!("{STORE}{path}");
        for (status, body) in [(204, ""), (200, ""), (200, r#"{"data":[1,2],"meta":{}}"#)] {
            let exchange = Exchange { request_body, ..answered("DELETE", url, status, body) };
            assert_eq!(diagnose(&exchange).findings, [], "{path} {status}");
        }
        let refused = answered("DELETE", url, 422, r#"{"status":422,"title":"It is not so"}"#);
        let all = diagnose(&refused).findings;
        assert!(all.iter().all(|one| one.id != "request.filter-missing"), "{path}: {all:?}");
    }
}

/// A limit of a route, and that it takes a list, hold for the route and not for what lies below.
#[test]
fn what_a_route_takes_holds_for_its_own_path() {
    let error = r#"{"status":422,"title":"It is not so"}"#;
    let list = |length: usize| format!("[{}]", vec!["{\"id\":1}"; length].join(","));
    let object = String::from("{\"items\":[]}");
    for (method, path, body, id) in [
        ("PUT", "/v3/catalog/products", list(11), Some("request.batch-too-large")),
        ("PUT", "/v3/catalog/products/category-assignments", list(50), None),
        ("PUT", "/v3/catalog/products/metafields", list(50), None),
        ("PUT", "/v3/catalog/variants", list(51), Some("request.batch-too-large")),
        ("PUT", "/v3/catalog/variants/metafields", list(51), None),
        ("PUT", "/v3/catalog/trees/categories", list(51), None),
        ("POST", "/v3/catalog/trees/categories", list(11), Some("request.batch-too-large")),
        ("PUT", "/v3/customers", list(11), Some("request.batch-too-large")),
        ("PUT", "/v3/customers/attributes", list(11), None),
        ("POST", "/v3/segments/7/shopper-profiles", list(51), Some("request.batch-too-large")),
        ("POST", "/v3/shopper-profiles", list(51), None),
        ("PUT", "/v3/customers", object.clone(), Some("request.body-not-array")),
        ("PUT", "/v3/customers/addresses", object.clone(), Some("request.body-not-array")),
        ("POST", "/v3/customers/subscribers", object.clone(), None),
        ("PUT", "/v3/customers/settings", object.clone(), None),
        ("PUT", "/v3/customers/settings/channels/1", object.clone(), None),
        ("PUT", "/v3/inventory/adjustments/absolute", object.clone(), None),
        ("POST", "/v3/inventory/adjustments/relative", object.clone(), None),
        ("PUT", "/v3/inventory/locations/1/items", object.clone(), None),
        ("POST", "/v3/inventory/locations/1/metafields", object.clone(), None),
        ("POST", "/v3/promotions/7/codegen", object.clone(), None),
    ] {
        let url = &format!("{STORE}{path}");
        let exchange = Exchange { request_body: Some(&body), ..answered(method, url, 422, error) };
        if let Some(id) = id {
            first(&exchange, id, Certain, &[]);
        }
        for found in diagnose(&exchange).findings {
            let about_bodies = ["request.batch-too-large", "request.body-not-array"];
            let expected =
                id == Some(found.id.as_str()) || !about_bodies.contains(&found.id.as_str());
            assert!(expected, "{method} {path}: {found:?}");
        }
    }
    // Where no maximum is documented, 250 is usual, and no more than that.
    for (path, sure) in [
        ("/v3/catalog/products?limit=251", Some(Certain)),
        ("/v3/channels/1/listings?limit=1000", Some(Likely)),
        ("/v3/inventory/items?limit=1000", None),
        ("/v3/inventory/locations/1/items?limit=1001", Some(Certain)),
    ] {
        let all = diagnose(&answered("GET", &format!("{STORE}{path}"), 422, error)).findings;
        let found = all.iter().find(|found| found.id == "request.limit-too-high");
        assert_eq!(found.map(|found| found.confidence), sure, "{path}: {all:?}");
    }
    // What a successor replaces is deprecated, and what lies beside it is not.
    let gone = "This route is deprecated";
    for (path, replaced) in [
        ("/v3/catalog/categories/7", true),
        ("/v2/products/7", true),
        ("/v3/catalog/categories/7/metafields", false),
        ("/v2/hooks", false),
    ] {
        let body = format!(r#"{{"status":404,"title":"{gone}"}}"#);
        let url = format!("{STORE}{path}");
        let diagnosis = diagnose(&answered("GET", &url, 404, &body));
        let (_, found) = finding(&diagnosis, "resource.legacy-model");
        assert_eq!(found.solutions[0].starts_with("Use `/v3/"), replaced, "{path}: {found:?}");
    }
}

const QUOTA: &[(&str, &str)] = &[
    ("X-Rate-Limit-Time-Reset-Ms", "4200"),
    ("X-Rate-Limit-Requests-Left", "0"),
    ("X-Rate-Limit-Requests-Quota", "150"),
];
/// Hosts of this machine and its network, and one that could be anybody's.
const HOSTS: [&str; 9] = [
    "http://localhost:3000",
    "http://127.0.0.1:8787",
    "http://[::1]:3000",
    "http://0.0.0.0:3000",
    "http://host.docker.internal",
    "https://bc.svc.internal",
    "https://bigcommerce.local",
    "https://api.bigcommerce.test",
    "https://proxy.example",
];

/// Mock servers and proxies answer as BigCommerce does: then what they say counts.
#[test]
fn what_an_answer_says_goes_before_its_host() {
    let id_alone: &[(&str, &str)] = &[("X-Request-Id", "91d3f40be8725c6aa1740e9cb53d28f7")];
    let of_graphql: &[(&str, &str)] = &[("X-Bc-Graphql-Complexity", "12")];
    for (method, path, status, headers, body) in [
        ("GET", "/v3/catalog/products", 429, QUOTA, ""),
        ("GET", "/v3/catalog/products", 429, &[("X-Retry-After", "3")][..], ""),
        ("GET", "/v3/catalog/products", 503, id_alone, ""),
        ("POST", "/graphql", 400, of_graphql, ""),
        (
            "POST",
            "/v3/catalog/products",
            422,
            &[],
            r#"{"status":422,"title":"No","type":"https://developer.bigcommerce.com/x",
                "errors":{"name":"error.path.missing"}}"#,
        ),
        (
            "POST",
            "/v3/catalog/products",
            422,
            &[],
            r#"{"status":422,"title":"JSON data is missing or invalid"}"#,
        ),
        (
            "POST",
            "/v3/catalog/products",
            409,
            &[],
            r#"{"status":409,"title":"No","type":"about:blank","errors":{"sku":"duplicate"}}"#,
        ),
        (
            "POST",
            "/v2/orders",
            400,
            &[],
            r#"[{"status":400,"message":"The field 'x' is not supported by this resource."}]"#,
        ),
        (
            "PUT",
            "/v3/catalog/products",
            422,
            &[],
            r#"{"data":[{"id":1}],"errors":[{"status":422,"title":"No"}],
                "meta":{"total":2,"success":1,"failed":1}}"#,
        ),
        (
            "DELETE",
            "/v3/pricelists",
            503,
            &[],
            r#"{"error":{"code":"SERVICE_DEGRADED","message":"Later","retry_after_seconds":45}}"#,
        ),
        ("POST", "/graphql", 400, &[], r#"{"errors":[{"message":"Cannot query field 'a'"}]}"#),
        ("GET", "/v3/carts", 404, &[], NO_ROUTE),
        ("GET", "/v3/carts/7", 401, &[], "X-Auth-Token header is required"),
    ] {
        let of = |url: &str| {
            let exchange = Exchange { headers, ..answered(method, url, status, body) };
            diagnose(&exchange).findings
        };
        let there = of(&format!("{STORE}{path}"));
        for host in HOSTS {
            let here = of(&format!("{host}/stores/abc123{path}"));
            assert_eq!((here[0].id, here[0].confidence), (there[0].id, there[0].confidence));
            let blamed = ["request.dev-proxy", "request.wrong-host"];
            assert!(
                here.iter().all(|one| !blamed.contains(&one.id.as_str())),
                "{host}{path}: {here:#?}"
            );
        }
    }
}

/// Where nothing in the answer is BigCommerce's, the server of this machine comes first; only
/// what such a server alone writes makes that certain.
#[test]
fn a_server_of_this_machine_is_certain_by_its_own_words_only() {
    for (status, body, sure) in [
        (404, "", Likely),
        (401, "", Likely),
        (403, "", Likely),
        (502, "", Likely),
        (404, "<!doctype html><title>404</title>", Likely),
        (404, r#"{"statusCode":404,"message":"Not Found"}"#, Likely),
        (404, r#"{"type":"about:blank","title":"Not Found","status":404,"instance":"/x"}"#, Likely),
        (404, "Cannot GET /stores/abc123/v3/carts/7", Certain),
        (504, "Error occurred while trying to proxy: localhost:3000/x", Certain),
        (500, "connect ECONNREFUSED 127.0.0.1:9000", Certain),
    ] {
        for host in HOSTS.iter().filter(|host| !host.contains("example")) {
            for path in ["/stores/abc123/v3/carts/7", "/stores/abc123/v2/orders/", "/graphql"] {
                let url = format!("{host}{path}");
                let bare =
                    Exchange { request_headers: None, ..answered("GET", &url, status, body) };
                let lacking = Exchange { request_headers: Some(&[]), ..bare };
                for exchange in [bare, lacking] {
                    first(&exchange, "request.dev-proxy", sure, &[]);
                    let others = &diagnose(&exchange).findings[1..];
                    assert!(others.iter().all(|one| one.confidence == Possible), "{others:#?}");
                }
            }
        }
    }
    // What the request itself shows needs no answer.
    let open = "http://localhost:3000/stores/{store_hash}/v3/carts/7";
    first(&answered("GET", open, 404, ""), "request.placeholder-in-url", Certain, &[]);
    let page = Exchange { in_browser: true, ..answered("GET", "http://localhost/api", 404, "") };
    first(&page, "auth.token-in-browser", Certain, &[]);
}

/// A problem of our own Worker is told as that, whatever its host.
#[test]
fn a_problem_of_our_worker_is_told_as_that() {
    let hosts =
        ["https://bc.acme.workers.dev", "http://localhost:8787", "https://api.shop.example"];
    let own = |code: &str| {
        format!(
            r#"{{"type":"about:blank","title":"X","status":400,"detail":"It is so.","code":"{code}"}}"#
        )
    };
    for (status, code, id, sure, names) in [
        (404, "route-unknown", "request.refused-by-worker", Certain, "`allow`"),
        (405, "method-refused", "request.refused-by-worker", Certain, "`allow`"),
        (403, "origin-refused", "request.refused-by-worker", Certain, "`cors`"),
        (403, "not-authorized", "request.refused-by-worker", Certain, "`authorize`"),
        (400, "path-refused", "request.refused-by-worker", Certain, "It is so."),
        (413, "body-too-long", "request.refused-by-worker", Certain, "`maxBodyBytes`"),
        (408, "body-timeout", "request.refused-by-worker", Certain, "`bodyTimeoutMs`"),
        (429, "caller-limit", "limit.edge", Certain, "`perCaller`"),
        (429, "queue-full", "limit.quota", Likely, "It is so."),
        (503, "circuit-open", "platform.degraded", Likely, "It is so."),
        (500, "misconfigured", "platform.worker-failed", Certain, "binding"),
        (500, "handler-failed", "platform.worker-failed", Certain, "`onProblem`"),
        (502, "store-failed", "other.unrecognised", Possible, "`expose`"),
    ] {
        let body = own(code);
        for host in hosts {
            for path in ["/v3/catalog/products", "/stores/abc123/v2/orders", "/api/v3/carts/7"] {
                let url = format!("{host}{path}");
                let exchange = answered("GET", &url, status, &body);
                first(&exchange, id, sure, &["The Worker in front of the store says", names]);
                assert_eq!(diagnose(&exchange).findings.len(), 1, "{url} {code}");
            }
        }
    }

    // What the Worker has found out about the store passes through, as sure as it was.
    for (confidence, sure) in [("certain", Certain), ("likely", Likely), ("possible", Possible)] {
        let body = format!(
            r#"{{"type":"https://x","title":"T","status":502,"detail":"Unauthorized",
                "code":"auth.token-rejected","storeStatus":401,"diagnosis":{{"outcome":"denied",
                "findings":[{{"id":"auth.token-rejected","confidence": "{confidence}","title":"T",
                "evidence":"E","solutions":["The limit is reached"],"url":"https://x"}}]}}}}"#
        );
        for host in hosts {
            let url = format!("{host}/v3/catalog/products");
            let exchange = answered("GET", &url, 502, &body);
            let says = "The Worker in front of the store says: “Unauthorized”";
            first(&exchange, "auth.token-rejected", sure, &[says]);
        }
    }

    // A code of somebody else's is no word of our Worker.
    let other = own("made-up").replace("about:blank", "https://developer.bigcommerce.com/x");
    let url = &format!("{STORE}/v3/catalog/products");
    let all = diagnose(&answered("GET", url, 400, &other)).findings;
    assert!(all.iter().all(|one| !one.evidence.contains("Worker")), "{all:?}");
}

#[test]
fn the_state_of_the_store_counts() {
    for (method, path, status, body, id, confidence) in [
        (
            "GET",
            "/v3/catalog/products/7",
            404,
            r#"{"status":404,"title":"No product of that id"}"#,
            "resource.missing",
            Certain,
        ),
        (
            "PUT",
            "/v3/carts/1-2/items/3",
            409,
            r#"{"status":409,"title":"The version does not match"}"#,
            "resource.version-mismatch",
            Certain,
        ),
        ("PUT", "/v3/catalog/products/7", 423, "", "resource.locked", Certain),
        (
            "DELETE",
            "/v3/catalog/brands/7",
            409,
            r#"{"title":"The brand is in use"}"#,
            "resource.in-use",
            Certain,
        ),
        (
            "POST",
            "/v3/storefront/redirects/imex/import",
            429,
            r#"{"title":"The store already has an active import or export job running"}"#,
            "resource.job-active",
            Certain,
        ),
        (
            "POST",
            "/v3/carts",
            422,
            r#"{"title":"Sand is out of stock"}"#,
            "resource.out-of-stock",
            Certain,
        ),
        (
            "POST",
            "/v3/carts",
            422,
            r#"{"title":"The minimum purchase quantity of Sand is 5"}"#,
            "resource.quantity-limit",
            Certain,
        ),
        ("POST", "/v3/catalog/products", 507, "", "limit.plan-capacity", Certain),
        (
            "POST",
            "/v2/brands",
            403,
            r#"[{"status":403,"message":"The limit of 30000 brands has been reached"}]"#,
            "limit.platform-count",
            Certain,
        ),
        (
            "GET",
            "/v3/catalog/products",
            503,
            "This store is suspended",
            "platform.suspended",
            Certain,
        ),
        (
            "GET",
            "/v3/catalog/products",
            503,
            "Down for maintenance",
            "platform.maintenance",
            Certain,
        ),
        (
            "PUT",
            "/v3/pricelists/1/records",
            503,
            r#"{"error":{"code":"SERVICE_DEGRADED","message":"Later","retry_after_seconds":45}}"#,
            "platform.degraded",
            Certain,
        ),
        ("GET", "/v3/catalog/summary", 500, "", "platform.error", Likely),
        ("GET", "/v3/catalog/summary", 502, "", "platform.gateway", Likely),
        ("POST", "/v2/orders", 504, "", "platform.gateway", Likely),
        ("GET", "/v2/orders", 204, "", "result.empty-list", Certain),
        ("GET", "/v3/catalog/brands", 200, r#"{"data":[]}"#, "result.empty-list", Certain),
        ("DELETE", "/v3/catalog/trees/categories?id:in=1", 202, "", "result.scheduled", Certain),
        ("GET", "/v2/orders", 304, "", "result.unchanged", Certain),
        (
            "PUT",
            "/v3/catalog/products",
            207,
            r#"{"data":[{"id":1}],"errors":[{"status":422,"title":"No"}],"meta":{"total":2,
                "success":1,"failed":1}}"#,
            "result.partial",
            Certain,
        ),
        (
            "GET",
            "/v3/themes/jobs/1",
            200,
            r#"{"data":{"status":"FAILED","errors":[{"message":"No template"}]}}"#,
            "result.job-failed",
            Certain,
        ),
        ("GET", "/v3/catalog/summary", 499, "", "network.aborted", Certain),
    ] {
        let url = &format!("{STORE}{path}");
        first(&answered(method, url, status, body), id, confidence, &[]);
    }
    let write = answered("POST", "https://api.bigcommerce.com/stores/abc123/v2/orders", 504, "");
    let diagnosis = diagnose(&write);
    assert!(text(finding(&diagnosis, "result.unknown-outcome").1).contains("POST"));
    let wait =
        r#"{"error":{"code":"SERVICE_DEGRADED","message":"Later","retry_after_seconds":45}}"#;
    let prices = &format!("{STORE}/v3/pricelists/1/records");
    first(&answered("PUT", prices, 503, wait), "platform.degraded", Certain, &["45 s"]);
    let mixed = r#"{"data":[{"id":1}],"errors":[{"status":422,"title":"No"}],"meta":{"total":5,
        "success":3,"failed":2}}"#;
    let products = &format!("{STORE}/v3/catalog/products");
    first(
        &answered("PUT", products, 207, mixed),
        "result.partial",
        Certain,
        &["Done: 3", "not done: 2"],
    );
}

#[test]
fn other_apis_have_their_own_ways() {
    for (method, url, status, body, id, confidence) in [
        (
            "POST",
            ADMIN_GRAPHQL,
            200,
            r#"{"errors":[{"message":"Cannot query field 'naem' on type 'Store'"}]}"#,
            "graphql.query",
            Certain,
        ),
        (
            "POST",
            SHOP_GRAPHQL,
            200,
            r#"{"data":{"cart":{"addItem":{"errors":[{"__typename":"E",
                "message":"Not today"}]}}}}"#,
            "graphql.business-error",
            Likely,
        ),
        (
            "POST",
            SHOP_GRAPHQL,
            200,
            r#"{"data":{"site":{"product":null}}}"#,
            "graphql.null-data",
            Certain,
        ),
        (
            "POST",
            SHOP_GRAPHQL,
            200,
            r#"{"errors":[{"message":"The complexity of 12000 is more than 10000"}]}"#,
            "limit.graphql-complexity",
            Certain,
        ),
        (
            "POST",
            ADMIN_GRAPHQL,
            200,
            r#"{"data":null,"errors":[{"message":"No",
                "extensions":{"code":"INSUFFICIENT_ACCESS_SCOPE"}}]}"#,
            "auth.scope-missing",
            Certain,
        ),
        (
            "POST",
            "https://payments.bigcommerce.com/stores/abc123/payments",
            422,
            r#"{"status":422,"title":"The card was declined","code":30102}"#,
            "payment.declined",
            Certain,
        ),
        (
            "POST",
            "https://payments.bigcommerce.com/stores/abc123/payments",
            422,
            r#"{"status":422,"title":"It has already been paid"}"#,
            "payment.duplicate",
            Certain,
        ),
        (
            "POST",
            "https://api.bigcommerce.com/stores/abc123/v3/orders/7/payment_actions/refunds",
            422,
            r#"{"status":422,"title":"The amount is greater than what remains"}"#,
            "payment.refund-split",
            Certain,
        ),
        (
            "POST",
            "https://shop.example/api/storefront/customers",
            429,
            r#"{"status":429,"title":"Spam Protection Failed"}"#,
            "limit.abuse-protection",
            Certain,
        ),
        (
            "GET",
            "https://shop.example/api/storefront/carts",
            403,
            "<html><title>Just a moment...</title><p>Checking your browser</p></html>",
            "platform.blocked-by-proxy",
            Certain,
        ),
    ] {
        first(&answered(method, url, status, body), id, confidence, &[]);
    }
}

#[test]
fn without_an_answer_the_failure_counts() {
    let url = &format!("{STORE}/v3/catalog/products");
    for (failure, id) in [
        (Failure::Network, "network.unreachable"),
        (Failure::Timeout, "network.timeout"),
        (Failure::Aborted, "network.aborted"),
    ] {
        first(&Exchange { failure: Some(failure), ..to("GET", url) }, id, Certain, &[]);
    }
    let unknown = diagnose(&to("GET", url));
    assert_eq!(unknown.findings[0].id, "network.unreachable");
    assert!(text(&unknown.findings[0]).contains("`api.bigcommerce.com`"));
    let nobody = &Exchange {
        failure: Some(Failure::Network),
        ..to("GET", "http://localhost:3000/v3/carts")
    };
    first(nobody, "network.unreachable", Certain, &["`localhost`"]);
    assert_eq!(diagnose(nobody).findings.len(), 1);
}

/// A server that is neither BigCommerce's nor a store's gets no advice that sends it a token,
/// whatever it says; the same words of BigCommerce's do.
#[test]
fn somebody_elses_server_is_sent_no_token() {
    let words = r#"{"message":"Unauthorized: invalid token, the scope does not allow it"}"#;
    let marked = [("x-powered-by", "Express")];
    for (url, headers) in [
        ("https://erp.example/api/items", &[][..]),
        ("https://blog.example/login/token/e30.e30.x", &marked[..]),
        ("https://blog.example/graphql", &marked[..]),
        ("https://blog.example/api/storefront/carts", &marked[..]),
    ] {
        for status in [401, 403, 404] {
            let exchange = Exchange {
                headers,
                request_headers: Some(&[("Authorization", "Bearer abc")]),
                ..answered("GET", url, status, words)
            };
            let findings = diagnose(&exchange).findings;
            let ids: Vec<_> = findings.iter().map(|finding| finding.id.as_str()).collect();
            assert_eq!(ids[0], "request.wrong-host", "{status} {url}: {ids:?}");
            assert!(!ids.iter().any(|id| id.starts_with("auth.")), "{status} {url}: {ids:?}");
            let there = format!("{STORE}/v3/catalog/products");
            let theirs = diagnose(&Exchange { url: &there, ..exchange }).findings;
            assert_ne!(theirs[0].id, "request.wrong-host", "{status}");
        }
    }
}

/// Of findings that rest on the same message, one is certain at most.
#[test]
fn a_message_makes_one_finding_certain() {
    let hooks = &format!("{STORE}/v3/hooks");
    let body = r#"{"status":422,"title":"Too many webhooks: your plan allows at most 10 in one request, and it already exists"}"#;
    let findings = diagnose(&answered("POST", hooks, 422, body)).findings;
    assert!(findings.len() > 2, "{findings:?}");
    assert_eq!(findings.iter().filter(|finding| finding.confidence == Certain).count(), 1);
}

#[test]
fn an_unknown_url_is_not_blamed() {
    let nowhere = diagnose(&Exchange { failure: Some(Failure::Network), ..to("GET", "") });
    let [finding] = &nowhere.findings[..] else { panic!("{:?}", nowhere.findings) };
    assert_eq!(finding.evidence, "No answer to GET");
    assert_eq!(
        finding.solutions,
        ["Check the URL and its host, DNS, TLS certificates, proxies and firewalls."]
    );
    let gone = diagnose(&answered("GET", "", 404, ""));
    assert!(gone.findings.iter().all(|finding| !finding.evidence.contains("``")), "{gone:?}");
}

/// What should hold of every diagnosis, and does not of this one.
fn fault(exchange: &Exchange) -> Option<String> {
    let diagnosis = diagnose(exchange);
    let Diagnosis { classification, findings, .. } = &diagnosis;
    let needs_none = matches!(classification.outcome, Outcome::Ok | Outcome::NotModified);
    let twice = |finding: &Finding| findings.iter().filter(|one| one.id == finding.id).count() > 1;
    let unsound = |finding: &Finding| {
        let empty = |text: &String| text.trim().is_empty();
        !IDS.contains(&finding.id.as_str())
            || twice(finding)
            || empty(&finding.title)
            || empty(&finding.evidence)
            || finding.solutions.is_empty()
            || finding.solutions.iter().any(empty)
            || finding.solutions.iter().any(|text| text.matches('`').count() % 2 == 1)
            // There is no secret in these exchanges.
            || finding.solutions.iter().any(|text| text.contains("***"))
            || !finding.url.starts_with("https://")
    };
    let fault = if !needs_none && findings.is_empty() {
        "nothing found".into()
    } else if findings.len() > 5 {
        "more than five".into()
    } else if !findings.is_sorted_by_key(|finding| finding.confidence as u8) {
        format!("not the surest first: {findings:#?}")
    } else {
        format!("{:?}", findings.iter().find(|finding| unsound(finding))?)
    };
    let Exchange { method, url, status, body, .. } = exchange;
    Some(format!("{method} {url:?} {status:?} {body:?} {:?}: {fault}", classification.outcome))
}

#[track_caller]
fn are_sound<'a>(exchanges: impl IntoIterator<Item = Exchange<'a>>) {
    let faults: Vec<_> = exchanges.into_iter().filter_map(|exchange| fault(&exchange)).collect();
    let some = faults.get(..3).unwrap_or(&faults);
    assert!(faults.is_empty(), "{} faults, such as {some:#?}", faults.len());
}

#[test]
fn every_status_is_diagnosed() {
    let urls = [
        "https://api.bigcommerce.com/stores/abc123/v3/catalog/products",
        "https://api.bigcommerce.com/stores/abc123/v2/orders/7",
        "https://shop.example/api/storefront/carts",
        SHOP_GRAPHQL,
        "",
    ];
    let methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"];
    are_sound((100..600).chain([0, 99, 600, 999, u16::MAX]).flat_map(|status| {
        methods.into_iter().enumerate().map(move |(at, method)| {
            let url = urls[(usize::from(status) + at) % urls.len()];
            Exchange { method, url, status: Some(status), ..Exchange::default() }
        })
    }));
}

#[test]
fn every_outcome_is_diagnosed_whatever_the_api() {
    let bodies = [
        "",
        "Words",
        "<html><p>Words</p></html>",
        "{}",
        "[]",
        r#"{"data":[]}"#,
        r#"{"data":null}"#,
        r#"{"status":422,"title":"Words","errors":{"name":"Words"}}"#,
        r#"{"data":[{}],"errors":[{"status":422,"title":"Words"}]}"#,
        r#"{"errors":[{"message":"Words"}]}"#,
        r#"{"code":40013,"data":{},"meta":{"message":"Words"}}"#,
        r#"{"data":{"status":"failed"}}"#,
    ];
    for url in [
        "https://api.bigcommerce.com/stores/abc123/v2/orders",
        "https://api.bigcommerce.com/stores/abc123/v3/carts",
        "https://shop.example/api/storefront/checkouts/7",
        "https://payments.bigcommerce.com/stores/abc123/payments",
        "https://login.bigcommerce.com/oauth2/token",
        "https://api-b2b.bigcommerce.com/api/v3/io/companies",
        SHOP_GRAPHQL,
        ADMIN_GRAPHQL,
        "https://api.bigcommerce.com/accounts/7/graphql",
        "/elsewhere",
        "not a URL",
    ] {
        let mut exchanges = Vec::new();
        for method in ["GET", "POST", "DELETE"] {
            for failure in
                [None, Some(Failure::Network), Some(Failure::Timeout), Some(Failure::Aborted)]
            {
                for in_browser in [false, true] {
                    exchanges.push(Exchange { failure, in_browser, ..to(method, url) });
                }
            }
            for body in bodies {
                for status in [200, 202, 204, 207, 301, 400, 401, 403, 404, 409, 422, 429, 500, 503]
                {
                    exchanges.push(answered(method, url, status, body));
                }
            }
        }
        are_sound(exchanges);
    }
}

#[test]
fn an_exchange_of_which_little_is_known_is_diagnosed() {
    are_sound((100..600).flat_map(|status| {
        [None, Some(&[][..])].into_iter().flat_map(move |request_headers| {
            ["", "GET", "POST"].map(|method| Exchange {
                method,
                status: Some(status),
                request_headers,
                ..Exchange::default()
            })
        })
    }));
}

#[test]
fn evidence_and_solutions_keep_secrets() {
    let token = "q7x0m2v9k4z1w8";
    let url = format!("{STORE}/v3/carts/{token}?access_token={token}&x={token}");
    let body = format!(
        r#"{{"status":403,"title":"{token} has no scope","errors":{{"{token}":"{token}"}}}}"#
    );
    for status in [200, 207, 301, 400, 401, 403, 404, 406, 409, 415, 422, 429, 500, 503] {
        let headers = [("Location", url.as_str())];
        let sent = [
            ("X-Auth-Token", token),
            ("Accept", token),
            ("Content-Type", token),
            ("Origin", token),
        ];
        let diagnosis = diagnose(&Exchange {
            headers: &headers,
            request_headers: Some(&sent),
            ..answered("POST", &url, status, &body)
        });
        let told = format!("{diagnosis:?}");
        assert!(!told.contains(token), "{status}: {told}");
    }
}

#[test]
fn the_scopes_that_graphql_asks_for_are_named() {
    let body = r#"{"data":null,"errors":[
        {"message":"Not allowed","extensions":{"code":"INSUFFICIENT_ACCESS_SCOPE","requiredScopes":["B2B","Customer"]}},
        {"message":"Nor this","extensions":{"code":"INSUFFICIENT_ACCESS_SCOPE","requiredScopes":["B2B",7,""]}}]}"#;
    let diagnosis =
        diagnose(&answered("POST", "https://store-abc123.mybigcommerce.com/graphql", 200, body));
    let finding = &diagnosis.findings[0];
    assert_eq!(finding.id, "auth.scope-missing");
    assert_eq!(
        finding.values.get("scopes"),
        Some(&Value::List(vec!["B2B".into(), "Customer".into()]))
    );
    assert_eq!(
        finding.solutions[0],
        "Use a token that has the scope B2B, Customer: the answer asks for it."
    );
}

#[test]
fn nothing_is_concluded_from_headers_that_are_not_known() {
    let known = answered("GET", "https://api.bigcommerce.com/stores/abc123/v3/customers", 429, "");
    let unknown = Exchange { headers_known: false, ..known };
    first(&known, "limit.platform-load", Likely, &["no headers"]);
    let found = diagnose(&unknown);
    let ids: Vec<_> = found.findings.iter().map(|finding| finding.id.as_str()).collect();
    assert_eq!(ids, ["limit.quota", "limit.platform-load"]);
    for finding in &found.findings {
        assert!(!finding.evidence.contains("no headers"), "{}", finding.evidence);
    }
}

#[test]
fn a_method_that_is_not_known_is_none() {
    let url = "https://api.bigcommerce.com/stores/abc123/v3/catalog/products/7";
    for status in [204, 404, 405, 422, 500, 503] {
        let found = diagnose(&answered("", url, status, ""));
        assert!(!found.retry.retry || !found.retry.may_have_run, "{status}");
        for finding in &found.findings {
            let told = format!("{finding:?}");
            assert!(!told.contains("``") && !told.contains("  "), "{status}: {told}");
            assert_ne!(finding.id, "request.method-unsupported", "{status}");
        }
    }
}

#[test]
fn a_connection_that_did_not_come_about_is_not_helped_by_asking_for_less() {
    let url = "https://api.bigcommerce.com/stores/abc123/v3/orders";
    let late = || Exchange::request("GET", url).failure(Failure::Timeout);
    assert_eq!(first_of(&late()), "network.timeout");
    assert_eq!(first_of(&late().unsent()), "network.unreachable");
}

#[test]
fn beside_what_the_body_says_for_certain_a_status_tells_no_more() {
    let body = r#"{"status":503,"title":"The store is suspended."}"#;
    let url = "https://api.bigcommerce.com/stores/abc123/v3/customers";
    let exchange = Exchange::request("GET", url).answer(503u16, &[]).body(body);
    let found = diagnose(&exchange).findings;
    assert_eq!(first_of(&exchange), "platform.suspended");
    assert!(!found.iter().any(|it| it.id.as_str() == "platform.maintenance"), "{found:?}");
}

#[test]
fn a_job_in_the_way_is_waited_for_and_no_request_changed() {
    let body = r#"{"status":409,"title":"Another import is already in progress"}"#;
    let url = "https://api.bigcommerce.com/stores/abc123/v3/pricelists/assignments";
    let exchange = Exchange::request("PUT", url).answer(409u16, &[]).body(body);
    let retry = diagnose(&exchange).retry;
    assert_eq!(first_of(&exchange), "resource.job-active");
    assert_eq!((retry.retry, retry.reason.name()), (false, "job-running"));
}

#[test]
fn a_refused_certificate_is_named_with_its_host() {
    let url = "https://api.bigcommerce.com/stores/abc123/v3/orders";
    let lost = || Exchange::request("POST", url).failure(Failure::Network).unsent();
    let advice = |exchange: &Exchange| diagnose(exchange).findings[0].solutions.join(" ");
    assert_eq!(first_of(&lost().permanent()), "network.unreachable");
    assert!(advice(&lost().permanent()).contains("TLS with `api.bigcommerce.com` failed"));
    assert!(!advice(&lost()).contains("TLS with"));
    let decision = diagnose(&lost().permanent()).retry;
    assert_eq!((decision.retry, decision.may_have_run), (false, false));
}

#[test]
fn a_field_that_may_not_be_null_was_sent() {
    let body = r#"[{"status":400,"message":"The field 'weight' does not allow null values."}]"#;
    let url = "https://api.bigcommerce.com/stores/abc123/v2/products/7";
    let exchange = Exchange::request("PUT", url).answer(400u16, &[]).body(body);
    assert_eq!(first_of(&exchange), "request.field-invalid");
}

#[test]
fn a_501_says_nothing_of_other_interfaces() {
    let exchange = Exchange::request("PUT", "https://store-abc123.mybigcommerce.com/dav/a.csv");
    let found = diagnose(&exchange.answer(501u16, &[]));
    assert_eq!(found.findings[0].title, "PUT is not supported here");
}

fn first_of(exchange: &Exchange) -> String {
    diagnose(exchange).findings.first().map(|it| it.id.to_string()).unwrap_or_default()
}

#[test]
fn a_webhook_is_known_by_where_it_goes() {
    for (url, status) in [
        ("/webhooks/bigcommerce/", Some(403)),
        ("/bc/webhooks/orders", Some(500)),
        ("https://app.acme.example/api/webhooks/orders", Some(302)),
        ("https://app.acme.example/hooks/bigcommerce", None),
    ] {
        let failure = status.is_none().then_some(Failure::Timeout);
        let called = Exchange { status, failure, ..to("POST", url) };
        first(&called, "callback.receiver", Likely, &["your endpoint"]);
    }
    // A server of ours that passes on what BigCommerce answered was called by us.
    let making = "https://app.acme.example/api/webhooks/new";
    let problem = r#"{"status":401,"title":"Unauthorized","type":"https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes"}"#;
    assert_ne!(first_of(&answered("POST", making, 401, problem)), "callback.receiver");
    // To make one is a request to a store; and of whose a log speaks that names nobody, is not known.
    let hooks = &format!("{STORE}/v3/hooks");
    for (method, url) in [
        ("POST", hooks.as_str()),
        ("POST", "/v3/hooks"),
        ("POST", "/webhooks/orders"),
        ("GET", "/webhooks/bigcommerce"),
    ] {
        let other = Exchange { status: Some(500), ..to(method, url) };
        assert_ne!(first_of(&other), "callback.receiver", "{method} {url}");
    }
}

#[test]
fn what_is_left_to_ship_is_no_stock() {
    let shipments = &format!("{STORE}/v2/orders/9/shipments");
    let body = r#"[{"status":400,"message":"The quantity specified is greater than the quantity of the product that is available to ship."}]"#;
    first(
        &answered("POST", shipments, 400, body),
        "request.field-invalid",
        Certain,
        &["available to ship"],
    );
}

#[test]
fn apps_are_installed_at_the_host_of_logins() {
    for path in ["/app/abc/install", "/device/token"] {
        let url = &format!("https://login.bigcommerce.com{path}");
        let refused = Exchange { status: Some(403), ..to("GET", url) };
        assert_ne!(first_of(&refused), "request.wrong-host", "{path}");
    }
}

#[test]
fn a_folder_of_webdav_that_is_not_there_is_missing() {
    let file = "https://store-abc123.mybigcommerce.com/dav/content/new/feed.xml";
    let conflict = Exchange { status: Some(409), ..to("PUT", file) };
    first(&conflict, "resource.missing", Likely, &["/dav/content/new/feed.xml"]);
}

#[test]
fn what_stands_in_for_words_that_are_missing_is_no_quotation() {
    let exchange = Exchange {
        method: "POST",
        status: Some(400),
        body: Some(r#"{"errors":[{"path":["quoteCreate"],"extensions":{"a":1}}]}"#),
        ..Exchange::default()
    };
    let found = diagnose(&exchange);
    assert!(!found.findings[0].evidence.contains("Refused"), "{}", found.findings[0].evidence);
}

#[test]
fn a_body_without_a_status_was_an_answer_with_the_one_that_it_names() {
    let url = "https://api.bigcommerce.com/stores/abc123/v2/orders/5";
    let of_v2 = r#"[{"status":400,"message":"The field 'status_id' is invalid."}]"#;
    let of_v3 = r#"{"status":404,"title":"Not found"}"#;
    for (body, status, finding) in
        [(of_v2, 400, "request.field-invalid"), (of_v3, 404, "resource.missing")]
    {
        let exchange = Exchange { body: Some(body), ..Exchange::request("PUT", url) };
        assert_eq!(classify(&exchange).code, Some(status));
        assert_eq!(first_of(&exchange), finding);
        assert!(!decide(&exchange, &State::default(), &Policy::background()).retry);
        let lost = Exchange { failure: Some(Failure::Network), ..exchange };
        assert_eq!(classify(&lost).code, None);
    }
    for body in ["", "{}", r#"{"status":200}"#, "[1", r#"{"status":"open"}"#] {
        let exchange = Exchange { body: Some(body), ..Exchange::request("PUT", url) };
        assert_eq!(classify(&exchange).code, None, "{body}");
    }
}

#[test]
fn a_page_is_cut_only_where_more_was_asked_for_than_it_holds() {
    let of = |path: &str, body: &str| {
        let url = format!("https://api.bigcommerce.com/stores/abc123{path}");
        let diagnosis = diagnose(&answered("GET", &url, 200, body));
        diagnosis.findings.first().map(|found| found.id.to_string())
    };
    let listed = |count: usize| format!("[{}]", vec!["{\"id\":1}"; count].join(","));
    let paged = |per_page: u64, total: u64| {
        format!(
            "{{\"data\":[{{}}],\"meta\":{{\"pagination\":{{\"per_page\":{per_page},\"total\":{total}}}}}}}"
        )
    };
    let capped = Some("result.page-capped".to_owned());
    assert_eq!(of("/v2/orders?limit=500", &listed(250)), capped);
    assert_eq!(of("/v3/customers?limit=500", &paged(250, 251)), capped);
    for (path, body) in [
        ("/v2/orders?limit=50", listed(10)),
        ("/v2/orders?limit=250", listed(250)),
        ("/v2/orders?limit=500", listed(249)),
        ("/v2/orders", listed(250)),
        ("/v3/customers?limit=500", paged(250, 250)),
        ("/v3/customers?limit=250", paged(250, 812)),
        ("/v3/customers", paged(50, 812)),
    ] {
        assert_eq!(of(path, &body), None, "{path}");
    }
}

#[test]
fn what_was_sent_goes_before_what_was_taken_out() {
    for url in [
        "https://api.bigcommerce.com/stores/xxxx/v3/catalog/categories/%7Bid%7D",
        "https://api.bigcommerce.com/stores/***/v3/orders/undefined/products",
        "https://api.bigcommerce.com/stores/xxxxx/v3/catalog/products?id:in=%7Bids%7D",
    ] {
        let exchange = answered("GET", url, 404, r#"{"status":404,"title":"Not found"}"#);
        first(&exchange, "request.placeholder-in-url", Certain, &[]);
    }
    let url = "https://api.bigcommerce.com/stores/xxxx/v3/catalog/categories/7";
    let findings = diagnose(&answered("GET", url, 404, "{\"status\":404}")).findings;
    assert!(
        findings.iter().all(
            |one| one.id.as_str() != "request.placeholder-in-url" || one.confidence == Possible
        )
    );
}

#[test]
fn lists_of_graphql_that_are_empty_are_told() {
    let of = |data: &str| {
        let body = format!("{{\"data\":{data}}}");
        let exchange = Exchange {
            request_body: Some("{\"query\":\"{ site { name } }\"}"),
            ..answered("POST", "https://shop.example/graphql", 200, &body)
        };
        let diagnosis = diagnose(&exchange);
        assert_eq!(diagnosis.classification.outcome, Outcome::Ok);
        diagnosis.findings.first().map(|found| found.id.to_string())
    };
    let empty = Some("result.empty-list".to_owned());
    assert_eq!(of(r#"{"site":{"products":{"edges":[],"pageInfo":{"hasNextPage":false}}}}"#), empty);
    assert_eq!(of(r#"{"a":{"nodes":[]},"b":{"edges":[]}}"#), empty);
    for data in [
        r#"{"site":{"products":{"edges":[{"node":{"id":1}}]}}}"#,
        r#"{"site":{"products":{"edges":[]},"name":"Shop"}}"#,
        r#"{"cart":{"deleteCart":{"errors":[],"id":"7"}}}"#,
        r#"{"site":{"settings":{"name":"Shop"}}}"#,
    ] {
        assert_eq!(of(data), None, "{data}");
    }
}

#[test]
fn a_value_that_a_success_did_not_take_is_named() {
    let of = |path: &str, sent: &str, body: &str| {
        let url = format!("https://api.bigcommerce.com/stores/abc123{path}");
        let exchange = Exchange { request_body: Some(sent), ..answered("PUT", &url, 200, body) };
        diagnose(&exchange)
            .findings
            .first()
            .map(|found| (found.id.to_string(), found.evidence.clone()))
    };
    let named = |evidence: &str| Some(("result.nothing-done".to_owned(), evidence.to_owned()));
    assert_eq!(
        of(
            "/v3/catalog/products/7",
            r#"{"price":10,"inventory_level":50}"#,
            r#"{"data":{"price":"10.0000","inventory_level":0}}"#
        ),
        named("`inventory_level` was sent as `50`, and the answer has `0`.")
    );
    assert_eq!(
        of("/v2/products/7", r#"{"is_visible":true}"#, r#"{"id":7,"is_visible":false}"#),
        named("`is_visible` was sent as `true`, and the answer has `false`.")
    );
    for (sent, body) in [
        (r#"{"price":"10.00","is_visible":true}"#, r#"{"data":{"price":10,"is_visible":true}}"#),
        (r#"{"name":"Mug","weight":1.5}"#, r#"{"data":{"name":"mug","weight":"1.5000"}}"#),
        (r#"{"price":-1,"brand_id":7}"#, r#"{"data":{"price":0,"brand_id":null}}"#),
        (r#"[{"id":1,"price":5}]"#, r#"{"data":[{"id":1,"price":4}]}"#),
        (r#"{"price":5}"#, r#"{"data":[]}"#),
        (r#"{"price":5"#, "{"),
    ] {
        let found = of("/v3/catalog/products/7", sent, body);
        assert!(
            found
                .as_ref()
                .is_none_or(|(id, evidence)| id != "result.nothing-done"
                    || !evidence.contains("was sent as")),
            "{sent}: {found:?}"
        );
    }
}

#[test]
fn what_counts_the_signs_of_a_value_is_about_the_value() {
    let url = "https://api.bigcommerce.com/stores/abc123/v3/catalog/products";
    for (noun, id) in [
        ("2 decimal digits", "request.field-invalid"),
        ("100 characters", "request.field-invalid"),
        ("600 variants", "limit.platform-count"),
    ] {
        let body = format!(r#"{{"status":422,"title":"It can not have more than {noun}"}}"#);
        let diagnosis = diagnose(&answered("POST", url, 422, &body));
        assert_eq!(diagnosis.findings[0].id.to_string(), id, "{noun}");
    }
}

#[test]
fn nothing_is_concluded_from_headers_that_nobody_kept() {
    let refused = |headers_known| Exchange {
        headers_known,
        ..answered("POST", "https://shop.example/api/storefront/carts", 429, "")
    };
    let decision = decide(&refused(true), &State::default(), &Policy::default());
    assert_eq!(decision.rule().name(), "not-a-quota");
    let decision = decide(&refused(false), &State::default(), &Policy::default());
    assert_eq!((decision.retry, decision.rule().name()), (true, "platform-load"));
    let diagnosis = diagnose(&refused(false));
    let (at, found) = finding(&diagnosis, "limit.abuse-protection");
    assert_eq!((at, found.evidence.contains("quota")), (0, false));

    let failed = |request_headers| Exchange {
        request_headers,
        ..answered("GET", "https://api-b2b.bigcommerce.com/api/v3/io/companies", 500, "")
    };
    let first = |exchange: &Exchange| diagnose(exchange).findings[0].id.to_string();
    assert_eq!(first(&failed(None)), "platform.error");
    assert_eq!(first(&failed(Some(&[]))), "auth.b2b-store-hash-missing");
}

#[test]
fn an_empty_answer_to_nobody_knows_what_is_no_certain_list() {
    let empty = |method| Exchange { status: Some(204), ..to(method, "/v2/orders") };
    assert_eq!(diagnose(&empty("GET")).findings[0].confidence, Certain);
    assert_eq!(diagnose(&empty("")).findings[0].confidence, Likely);
}

#[test]
fn what_graphql_asked_for_is_not_named_by_its_path() {
    let shop = "https://store-abc123-1.mybigcommerce.com/graphql";
    let body = r#"{"errors":[{"message":"Not Found: Cart does not exist"}]}"#;
    let diagnosis = diagnose(&answered("POST", shop, 200, body));
    let (_, missing) = finding(&diagnosis, "resource.missing");
    assert!(!text(missing).contains("`/graphql`"), "{}", text(missing));

    let none = |method, url| {
        let diagnosis = diagnose(&Exchange { status: Some(204), ..to(method, url) });
        text(&diagnosis.findings[0])
    };
    let orders = "https://api.bigcommerce.com/stores/abc123/v2/orders";
    assert!(!none("GET", orders).contains("GraphQL"));
}

#[test]
fn a_host_that_did_not_answer_is_wrong_where_it_is_called_like_bigcommerces() {
    let lost = |url| Exchange { failure: Some(Failure::Network), ..to("GET", url) };
    let misspelt = lost("https://api.bigcomerce.com/stores/abc123/v3/catalog/products");
    first(&misspelt, "request.wrong-host", Certain, &["api.bigcomerce.com"]);
    assert!(!decide(&misspelt, &State::default(), &Policy::default()).retry);

    // It may be a gateway of one's own.
    let own = lost("https://gateway.shop.example/stores/abc123/v3/catalog/products");
    let diagnosis = diagnose(&own);
    assert_eq!(diagnosis.findings[0].id.to_string(), "network.unreachable");
    assert!(diagnosis.retry.retry);
}
