//! What is read of pasted texts.
#![cfg(all(feature = "paste", not(target_arch = "wasm32")))]
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "helpers of tests")]

use bc_status::paste::{PasteKind, read};
use proptest::prelude::*;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Counts what is in use, and how much it was at most.
struct Counting;

static IN_USE: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

// SAFETY: all is left to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = IN_USE.fetch_add(layout.size(), Relaxed) + layout.size();
        MOST.fetch_max(now, Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[test]
fn brackets_without_an_end_take_no_more_memory_than_a_few_times_their_size() {
    const MB: usize = 1024 * 1024;
    // Other tests beside this one take some, too.
    let room = 64 * MB;
    for (before, seed, size) in [
        ("", "[", 64),
        ("", "{\"a\":", 64),
        ("", "[\n", 64),
        ("{\"log\":", "[", 16),
        ("{\"log\":", "{\"a\":", 16),
    ] {
        let text = [before, &seed.repeat(size * MB / seed.len())].concat();
        MOST.store(IN_USE.load(Relaxed), Relaxed);
        let first = IN_USE.load(Relaxed);
        let _ = read(&text, None);
        let more = MOST.load(Relaxed).saturating_sub(first);
        assert!(more <= 4 * text.len() + room, "{before}{seed}: {} MB", more / MB);
    }
}

/// Of each example of the guide: the text, and its method, its URL, and its status or failure.
fn examples() -> Vec<(String, [String; 3])> {
    let guide = include_str!("../docs/paste.md");
    let parts = guide.split("```text\n").skip(1);
    let example = |part: &str| {
        let (text, rest) = part.split_once("\n```\n").unwrap();
        let line = rest.trim_start().lines().next().unwrap();
        let mut told = line.split('`').skip(1).step_by(2).map(String::from);
        (text.into(), std::array::from_fn(|_| told.next().unwrap()))
    };
    parts.map(example).collect()
}

#[test]
fn the_examples_of_the_guide_are_read() {
    let examples = examples();
    assert!(examples.len() > 30);
    for (text, expected) in examples {
        let told = read(&text, None).unwrap_or_else(|| panic!("nothing read of {text}"));
        let exchange = told.exchange;
        let or_unknown = |text: String| if text.is_empty() { "?".into() } else { text };
        let failure = exchange.failure.map(|failure| failure.name().to_string());
        let end = exchange.status.map(|code| code.to_string()).or(failure);
        let read = [
            or_unknown(exchange.method),
            or_unknown(exchange.url),
            or_unknown(end.unwrap_or_default()),
        ];
        assert_eq!(read, expected, "{text}");
    }
}

#[test]
fn what_comes_with_an_answer_is_kept() {
    let text = "HTTP/1.1 422 Unprocessable Entity\nX-Request-Id: a1\n\n{\"title\":\"No\"}";
    let told = read(text, None).unwrap();
    assert_eq!(told.kind, PasteKind::Answer);
    assert_eq!(told.exchange.headers, Some(vec![("X-Request-Id".into(), "a1".into())]));
    assert_eq!(told.exchange.body.as_deref(), Some("{\"title\":\"No\"}"));
    assert_eq!(told.exchange.request_headers, None);
}

#[test]
fn a_missing_head_is_not_known() {
    let told = read("422 {\"status\":422,\"title\":\"No\"}", None).unwrap();
    assert_eq!((told.exchange.headers, told.exchange.method.as_str()), (None, ""));
}

#[test]
fn an_entry_can_be_asked_for() {
    let text = "POST https://api.bigcommerce.com/stores/a1b2c/v2/orders  [422 Unprocessable Entity, 1B]\n\
                GET https://api.bigcommerce.com/stores/a1b2c/v2/orders  [429 Too Many Requests, 1B]\n\
                GET https://api.bigcommerce.com/stores/a1b2c/v2/time  [200 OK, 1B]";
    let status = |entry| read(text, entry).unwrap().exchange.status;
    assert_eq!(status(None), Some(429));
    assert_eq!([Some(1), Some(2), Some(3)].map(status), [Some(422), Some(429), Some(200)]);
    assert_eq!(read(text, None).unwrap().entries, 3);
}

#[test]
fn where_redirects_led_is_told() {
    let text = "HTTP/1.1 301 Moved Permanently\nLocation: https://api.bigcommerce.com/stores/a1b2c/v3/carts\n\n\
                HTTP/2 404\nserver: openresty\n\nThe route is not found, check the URL";
    let told = read(text, None).unwrap();
    assert_eq!(told.exchange.url, "https://api.bigcommerce.com/stores/a1b2c/v3/carts");
    assert_eq!(told.hops.first(), Some(&told.exchange.url));
}

#[test]
fn what_tells_of_no_exchange_is_none() {
    for text in [
        "",
        " ",
        "Hello, world!",
        "{}",
        "[]",
        "\u{1b}[0m",
        "My order 12345 is lost",
        // Words that phrases of a status begin with, and what only ends like a failure.
        "Error: Too many items",
        "Error: Service account missing",
        "Note: Internal remarks",
        "Error: Insufficient permission",
        "Upload failed.",
        "We are updating your theme.",
        "limit=250&page=2",
    ] {
        assert_eq!(read(text, None), None, "{text:?}");
    }
}

/// An example of the guide, with parts of it cut out, doubled or mixed with those of another.
fn mangled() -> impl Strategy<Value = String> {
    let count = examples().len();
    let piece = (0..count, any::<prop::sample::Index>(), any::<prop::sample::Index>());
    prop::collection::vec(piece, 1..6).prop_map(|pieces| {
        let examples = examples();
        let cut = |(at, from, to): (usize, prop::sample::Index, prop::sample::Index)| {
            let letters: Vec<char> = examples[at].0.chars().collect();
            let (from, to) = (from.index(letters.len() + 1), to.index(letters.len() + 1));
            letters[from.min(to)..from.max(to)].iter().collect::<String>()
        };
        pieces.into_iter().map(cut).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        read(&text, None);
    }

    #[test]
    fn any_part_of_a_text_is_read_without_a_panic(text in mangled(), entry in prop::option::of(0..5u32)) {
        if let Some(told) = read(&text, entry) {
            prop_assert!(told.entry <= told.entries);
            let status = told.exchange.status;
            prop_assert!(status.is_none_or(|code| (100..=599).contains(&code)));
            prop_assert!(status.is_none() || told.exchange.failure.is_none());
        }
    }
}

#[test]
fn a_status_beside_vague_words_tells_more_than_they_do() {
    let told =
        |text: &str| read(text, None).map(|told| (told.exchange.status, told.exchange.failure));
    for (text, status) in [
        (
            "Failed to fetch GET https://api.bigcommerce.com/stores/abc123def/v3/catalog/products 403",
            403,
        ),
        ("Error: Failed to fetch https://api.bigcommerce.com/stores/abc123def/v3/orders: 422", 422),
        ("Shop::Forbidden: {\"error\":\"no\"}", 403),
        ("#<Shop::TooManyRequests: slow down>", 429),
        ("shop.exceptions.NotFoundException: no such order", 404),
    ] {
        assert_eq!(told(text), Some((Some(status), None)), "{text}");
    }
    let refused = "Unable to connect to the BigCommerce API. API scopes are invalid. Requested resource: /orders";
    assert!(told(refused).is_none_or(|(_, failure)| failure.is_none()), "{refused}");
    assert_eq!(told("Shop::NotFoundation: no"), None);
    let lost = read("TypeError: Failed to fetch", None).unwrap().exchange;
    assert_eq!((lost.failure, lost.in_browser), (Some(bc_status::Failure::Network), true));
}

#[test]
fn what_stopped_a_request_before_it_was_sent_is_told() {
    use bc_status::Failure::{Aborted, Network};

    let told = |text: &str| {
        let exchange =
            read(text, None).unwrap_or_else(|| panic!("nothing read of {text}")).exchange;
        (exchange.failure, exchange.unsent, exchange.permanent)
    };
    for (text, failure) in [
        (
            "TypeError [ERR_INVALID_ARG_TYPE]: The \"name\" argument must be of type string. Received null",
            Aborted,
        ),
        (
            "TypeError [ERR_INVALID_URL]: Invalid URL\n  input: 'undefined',\n  code: 'ERR_INVALID_URL'",
            Aborted,
        ),
        (
            "TypeError [ERR_INVALID_CHAR]: Invalid character in header content [\"X-Auth-Token\"]",
            Aborted,
        ),
        ("Get \"/v3/orders\": unsupported protocol scheme \"\"", Aborted),
        (
            "curl https://api.bigcommerce.com/stores/abc123/v3/carts\ncurl: (60) SSL certificate problem: self-signed certificate",
            Network,
        ),
        (
            "TypeError: fetch failed {\n  [cause]: Error: unable to verify the first certificate {\n    code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'\n  }\n}",
            Network,
        ),
    ] {
        assert_eq!(told(text), (Some(failure), true, true), "{text}");
    }
    let no_url = read("TypeError: Failed to parse URL from undefined/v3/orders", None).unwrap();
    assert_eq!(no_url.exchange.url, "undefined/v3/orders");
    // A name that is not found may be tomorrow, and what was given up may have been sent.
    assert_eq!(told("curl: (6) Could not resolve host: api.example"), (Some(Network), true, false));
    for text in ["aborted", "net::ERR_ABORTED"] {
        let har = format!(
            "{{\"log\":{{\"entries\":[{{\"request\":{{\"method\":\"POST\",\"url\":\"https://a.example/\"}},\
             \"response\":{{\"status\":-1,\"_failureText\":\"{text}\"}}}}]}}}}"
        );
        assert_eq!(told(&har), (Some(Aborted), false, false), "{text}");
    }
}

#[test]
fn a_page_that_may_not_call_is_told_from_what_it_called() {
    for text in [
        "Access to fetch at 'https://api-b2b.bigcommerce.com/graphql' from origin 'https://shop.example' has been \
         blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present.",
        "Origin https://shop.example is not allowed by Access-Control-Allow-Origin.\n\
         Fetch API cannot load https://api-b2b.bigcommerce.com/graphql due to access control checks.",
    ] {
        let told = read(text, None).unwrap().exchange;
        assert_eq!(told.url, "https://api-b2b.bigcommerce.com/graphql");
        assert_eq!(
            told.request_headers,
            Some(vec![("Origin".into(), "https://shop.example".into())])
        );
        assert!(told.in_browser && told.permanent && !told.unsent);
    }
}

#[test]
fn sentences_of_tools_stand_for_the_answer_that_they_come_of() {
    for (text, status, finding) in [
        ("You can only upload one theme at a time", 409, "resource.job-active"),
        ("√ Uploading theme\n× Job Failed", 200, "result.job-failed"),
        ("There was a problem uploading your theme. Error code: TR-500", 200, "result.job-failed"),
        ("redirect_uri does not match", 400, "auth.oauth-redirect-uri"),
        ("Export of A-1 failed: The product sku is a duplicate", 409, "resource.duplicate"),
        ("Charge 7 was refused: insufficient inventory", 409, "resource.out-of-stock"),
        ("Save failed (Missing Required Fields)", 422, "request.field-missing"),
        (
            "Uncaught (in promise) Error: {'allowed_cors_origins': [ErrorDetail(string='Invalid data', code='invalid')]}",
            400,
            "auth.origin-mismatch",
        ),
        (
            "{ data: null, errors: [ { message: 'Cannot query field \"x\"', locations: [Array] } ] }",
            200,
            "graphql.query",
        ),
        ("Bigcommerce::Forbidden: {\"error\":\"no\"}", 403, "auth.scope-missing"),
    ] {
        let told = read(text, None).unwrap_or_else(|| panic!("nothing read of {text}")).exchange;
        assert_eq!(told.status, Some(status), "{text}");
        let first = told.lend(|exchange| bc_status::diagnose(exchange).findings[0].id);
        assert_eq!(first, finding, "{text}");
    }
    // A batch has errors beside data, too, and its own status.
    assert_eq!(
        read("{\"data\":[],\"errors\":[{\"status\":422,\"title\":\"No\"}],\"meta\":{}}", None)
            .unwrap()
            .exchange
            .status,
        None
    );
}

#[test]
fn a_call_of_fetch_is_read_as_it_stands_in_code() {
    let told = read(
        "const answer = await fetch(url, {\n  method: 'POST',\n  headers: { 'X-Auth-Token': token, Accept: 'application/json' },\n  \
         body: JSON.stringify({ scope: 'store/order/*', is_active: true }, null, 2),\n});\n// 422\n\
         {\"status\":422,\"title\":\"No\"}",
        None,
    )
    .unwrap()
    .exchange;
    assert_eq!((told.method.as_str(), told.url.as_str(), told.status), ("POST", "", Some(422)));
    assert_eq!(
        told.request_body.as_deref(),
        Some("{\"scope\":\"store/order/*\",\"is_active\":true}")
    );
    assert_eq!(told.request_headers, None, "what the variable holds is not known");
    assert_eq!(told.body.as_deref(), Some("{\"status\":422,\"title\":\"No\"}"));
    // What variables hold, nobody knows.
    for init in ["body: JSON.stringify({ name, price })", "headers, body: JSON.stringify(body)"] {
        let text = format!(
            "fetch(\"https://a.example/\", {{ method: \"POST\", {init} }})\n\nHTTP/1.1 422 No\n"
        );
        let told = read(&text, None).unwrap().exchange;
        assert_eq!((told.method.as_str(), told.request_body), ("POST", None), "{init}");
        assert_eq!(told.request_headers.is_none(), init.starts_with("headers"), "{init}");
    }
}

#[test]
fn a_command_on_a_page_is_a_part_of_it() {
    let told = |text: &str| read(text, None).unwrap().exchange;
    let page = "HTTP/1.1 403 Forbidden\nContent-Type: text/html\n\n<p>Install it:</p>\ncurl https://a.example/install";
    assert_eq!((told(page).url.as_str(), told(page).status), ("", Some(403)));
    let next = "curl -i https://a.example/a\nHTTP/1.1 404 No\n\nnone\ncurl -i https://a.example/b\nHTTP/1.1 403 No\n";
    assert_eq!((told(next).url.as_str(), told(next).status), ("https://a.example/b", Some(403)));
}

/// What is read of each text: method, URL, status, or failure; and the first finding.
fn told_of(text: &str) -> (String, String, String, String) {
    let told = read(text, None).unwrap().exchange;
    let end = told.status.map(|code| code.to_string());
    let failure = told.failure.map(|failure| failure.name().to_string());
    let first = told.lend(|it| {
        bc_status::diagnose(it).findings.first().map_or(String::new(), |first| first.id.to_string())
    });
    (told.method.clone(), told.url.clone(), end.or(failure).unwrap_or_default(), first)
}

#[test]
fn errors_of_graphql_are_read_without_data_and_behind_the_names_of_clients() {
    for (text, status, finding) in [
        (
            r#"{"errors":[{"message":"GraphQL invalid credentials. No bearer"}]}"#,
            "200",
            "auth.graphql-token",
        ),
        (r#"[{"errors":[{"message":"Cannot query field 'skuu'"}]}]"#, "200", "graphql.query"),
        (
            r#"ClientError: GraphQL Error (Code: 200): {"response":{"errors":[{"message":"Unknown argument \"x\""}],"status":200},"request":{"query":"{ a }"}}"#,
            "200",
            "graphql.query",
        ),
        (r#"BigCommerceGQLError: Variable "$x" is of the wrong type."#, "200", "graphql.query"),
        (
            "FetcherError: Authentication required\n    at a (/srv/b.js:1:2)",
            "401",
            "auth.graphql-token",
        ),
        (
            "[next] GraphQLError: Syntax Error: Unexpected Name.\n[next]     at a (b.js:1:2) {\n[next]   path: undefined\n[next] }",
            "200",
            "graphql.query",
        ),
        ("'Origin' header invalid: it is not the one of the token.", "401", "auth.origin-mismatch"),
        (
            "[GraphQL error]: Message: Not Found: Cart does not exist, Location: [object Object], Path: cart",
            "200",
            "resource.missing",
        ),
        (
            r#"[{ "message": "Cannot query field \"x\"", "locations": [{"line":1,"column":1}] }]"#,
            "200",
            "graphql.query",
        ),
        (
            r#"[GraphQL error]: Message: No access, Location: [{"line":3}], Path: customer
            { "message": "No access", "extensions": { "code": "INSUFFICIENT_ACCESS_SCOPE" } }"#,
            "200",
            "auth.scope-missing",
        ),
    ] {
        let (_, _, end, first) = told_of(text);
        assert_eq!((end.as_str(), first.as_str()), (status, finding), "{text}");
    }
    // The errors of others have a status, or a name of a field, of their own.
    for text in [
        r#"{"errors":[{"message":"No","field":"name"}]}"#,
        r#"{"errors":[{"message":"No","code":"10001"}]}"#,
        r#"{"errors":[{"message":"No"}],"meta":{}}"#,
    ] {
        assert_eq!(read(text, None).unwrap().exchange.status, None, "{text}");
    }
}

#[test]
fn one_line_of_a_client_tells_what_it_stands_for() {
    for (text, end, finding) in [
        (
            "TokenExpiredError: jwt expired\n    at verify (/srv/jwt.js:1:2)",
            "401",
            "auth.callback-jwt",
        ),
        ("Error [JsonWebTokenError]: invalid signature", "401", "auth.callback-jwt"),
        ("jwt.exceptions.ExpiredSignatureError: Signature has expired", "401", "auth.callback-jwt"),
        (
            r"Uncaught Firebase\JWT\ExpiredException: Expired token in /srv/jwt.php:9",
            "401",
            "auth.callback-jwt",
        ),
        ("Error: Missing storefront token", "aborted", "request.not-sent"),
        (
            r#"Error: "value" required in setHeader("x-auth-token", value)"#,
            "aborted",
            "request.not-sent",
        ),
        (
            "Failed to open TCP connection to :443 (Connection refused)",
            "network",
            "network.unreachable",
        ),
        (
            "Please try again.\nAPI scopes are invalid. Requested resource: /carts",
            "403",
            "auth.scope-missing",
        ),
        ("Net::HTTPBadResponse: wrong status line: \"<html>\"", "network", "network.unreachable"),
        (
            r"Uncaught Bigcommerce\Api\ServerError: Internal Server Error in /srv/a.php:12",
            "500",
            "platform.error",
        ),
        (
            "AggregateError: Error\n    at AxiosError.from (file:///a.js:1:2)",
            "network",
            "network.unreachable",
        ),
    ] {
        let (_, _, read, first) = told_of(text);
        assert_eq!((read.as_str(), first.as_str()), (end, finding), "{text}");
    }
}

#[test]
fn what_old_nodes_inspect_is_read() {
    let axios = "{ Error: Request failed with status code 422\n    at a (/srv/b.js:1:2)\n  config:\n   \
                 { url: 'https://api.bigcommerce.com/stores/abc123/v3/hooks',\n     method: 'post' },\n  \
                 response:\n   { status: 422,\n     data: { status: 422, title: 'No' } } }";
    let hooks = "https://api.bigcommerce.com/stores/abc123/v3/hooks";
    let (method, url, end, _) = told_of(axios);
    assert_eq!((method.as_str(), url.as_str(), end.as_str()), ("POST", hooks, "422"));
    let lost = "{ FetchError: request to https://api.bigcommerce.com/stores/abc123/v3/hooks failed, reason: connect \
                ECONNREFUSED 1.2.3.4:443\n    at a (/srv/b.js:1:2)\n  type: 'system', code: 'ECONNREFUSED' }";
    let (_, url, end, _) = told_of(lost);
    assert_eq!((url.as_str(), end.as_str()), (hooks, "network"));
    let (_, _, end, _) = told_of(
        "{ Error: Request returned error code: 502 and body: <html>\n    at a (b.js:1:2) code: 502 }",
    );
    assert_eq!(end, "502");
}

#[test]
fn the_method_is_known_by_the_call_that_failed() {
    for (call, method) in [
        ("  answer = requests.get(url, headers=headers)", "GET"),
        ("await axios.post(`https://api.bigcommerce.com/stores/${hash}/v3/hooks`, hook)", "POST"),
        (
            r"#1 /srv/a.php(9): Bigcommerce\Api\Connection->put('https://store-a...', Object(stdClass))",
            "PUT",
        ),
        (r"#2 /srv/a.php(9): Bigcommerce\Api\Client::deleteProduct(7)", "DELETE"),
        (r"#2 /srv/a.php(9): Bigcommerce\Api\Client::getOrders(Array)", "GET"),
        ("    orders = client.Orders.all(page=2)", "GET"),
        ("Bigcommerce::Product.create(name: 'Pin')", "POST"),
        ("var answer = await http.GetAsync(\"/v3/carts\");", "GET"),
        ("Method: PATCH", "PATCH"),
        ("    method: 'delete',", "DELETE"),
        ("Requesting data using the get method", "GET"),
        // Nobody asks these for anything.
        ("app.get('/orders', handler)", ""),
        ("code = params.get('code')", ""),
        ("session.get('token')", ""),
        ("cache.put(key, value)", ""),
        ("forget(order)", ""),
        // Which of two it was, nobody knows.
        ("requests.get(url)\nrequests.post(url)", ""),
    ] {
        let text = [call, "\nRequest failed with status code 500"].concat();
        assert_eq!(told_of(&text).0, method, "{call}");
    }
    assert_eq!(told_of("requests.get(url)\nPOST https://a.example/ 500 Internal").0, "POST");
}

#[test]
fn of_headers_only_those_that_are_shown_are_known() {
    let told = |text: &str| read(text, None).unwrap().exchange;
    let bare = told(
        "POST https://api.bigcommerce.com/stores/abc123/v3/hooks\nHTTP/1.1 422 No\n\n{\"title\":\"No\"}",
    );
    assert_eq!((bare.request_headers, bare.headers), (None, None));
    let shown =
        told("POST /v3/hooks HTTP/1.1\nAccept: */*\n\nHTTP/1.1 422 No\nServer: openresty\n\n{}");
    assert!(shown.request_headers.is_some_and(|it| it.len() == 1) && shown.headers.is_some());
}

#[test]
fn a_url_that_is_only_spoken_of_is_not_the_one_that_was_asked() {
    const V3: &str = "https://api.bigcommerce.com/stores/abc123/v3/hooks";
    for (text, url) in [
        ("API host: https://api.bigcommerce.com\nError: Request failed with status code 403", ""),
        (
            "BC_API_URL=https://api.bigcommerce.com/stores/abc123/v3/\nError: Request failed with status code 403",
            "",
        ),
        (
            "API host: https://api.bigcommerce.com\nError: socket hang up\nURL: http://shop.example/admin/oauth/info",
            "http://shop.example/admin/oauth/info",
        ),
        (
            "Asking https://api.bigcommerce.com/stores/abc123/v2/time\ndone\nAsking https://api.bigcommerce.com/stores/abc123/v3/hooks\n\
             Request returned error code: 403",
            V3,
        ),
        (
            "See https://api.bigcommerce.com/stores/abc123/v2/time\n403 Forbidden @ https://api.bigcommerce.com/stores/abc123/v3/hooks",
            V3,
        ),
        ("Couldn't connect: #1 a.php(9): Connection->get('https://store-a...')", ""),
        ("401 on https://api.bigcommerce.com", "https://api.bigcommerce.com"),
    ] {
        assert_eq!(told_of(text).1, url, "{text}");
    }
}

#[test]
fn json_that_is_escaped_in_a_line_is_a_body() {
    let body = r#"{"status":503,"title":"The store is suspended \"for now\""}"#;
    let (once, twice) = (
        body.replace('\\', "\\\\").replace('"', "\\\""),
        body.replace('\\', "\\\\").replace('"', "\\\""),
    );
    let twice = twice.replace('\\', "\\\\").replace('"', "\\\"");
    for escaped in [once, twice] {
        for line in [
            format!("10:00 ERROR call failed: \"{escaped}\""),
            format!("call failed: {}", escaped.replacen('{', "***", 1).replace('}', "***")),
        ] {
            assert_eq!(told_of(&line).3, "platform.suspended", "{line}");
        }
    }
}

#[test]
fn what_a_client_says_behind_a_status_is_the_message() {
    let body = |text: &str| read(text, None).unwrap().exchange.body;
    for (text, said) in [
        (
            "Uncaught Client Error (400): The field 'weight' is invalid. thrown in /srv/a.php on line 2",
            "The field 'weight' is invalid.",
        ),
        (
            "ServerException('500 Internal Server Error @ orders: It went wrong.',)",
            "It went wrong.",
        ),
        ("shop: 409 Conflict: The sku is taken already.", "The sku is taken already."),
    ] {
        assert_eq!(body(text).as_deref(), Some(said), "{text}");
    }
    for text in [
        "409 Conflict: https://api.bigcommerce.com/stores/abc123/v3/hooks",
        "HTTP error 503: Service Unavailable",
        "Error 500: giving up now",
    ] {
        assert_eq!(body(text), None, "{text}");
    }
    assert_eq!(
        body("409 Conflict: It is taken already.\n{\"title\":\"No\"}").as_deref(),
        Some("{\"title\":\"No\"}")
    );
    let job = body("Error: Job Failed. The file is too large. (TR-300)").unwrap();
    assert!(job.contains("The file is too large. (TR-300)"), "{job}");
}

#[test]
fn a_status_that_no_text_holds_is_marked() {
    for (text, is_assumed) in [
        ("GraphQLError: Unknown type \"Prod\".", true),
        ("{\"errors\":[{\"message\":\"Unknown type \\\"Prod\\\".\",\"path\":[\"site\"]}]}", true),
        ("The field 'sku' is invalid.", true),
        ("Error 400: The field 'sku' is invalid.", false),
        ("HTTP/1.1 400 Bad Request\n\n[{\"message\":\"The field 'sku' is invalid.\"}]", false),
        ("not ok -- JobCompletionStatusCheckError: Job Failed", true),
        ("not ok -- ThemeUploadError: Server Error\nHTTP/1.1 502 Bad Gateway", false),
    ] {
        assert_eq!(read(text, None).unwrap().is_assumed, is_assumed, "{text}");
    }
}

#[test]
fn limits_that_a_sentence_names_are_headers() {
    let text = "429, and X-Rate-Limit-Requests-Left is there: `X-Rate-Limit-Time-Reset-Ms: 12000`";
    let headers = read(text, None).unwrap().exchange.headers.unwrap();
    assert_eq!(headers, [("x-rate-limit-time-reset-ms".into(), "12000".into())]);
    let text = "%Req.Response{status: 429, headers: %{\"x-rate-limit-requests-left\" => [\"0\"]}}";
    let exchange = read(text, None).unwrap().exchange;
    assert_eq!(exchange.status, Some(429));
    assert_eq!(
        exchange.headers.unwrap(),
        [("x-rate-limit-requests-left".to_string(), "0".to_string())]
    );
}

#[test]
fn why_a_job_failed_stands_behind_it_or_in_a_list() {
    let why = "The zip file cannot be read. (TR-300)";
    for text in [
        format!(
            "not ok -- JobCompletionStatusCheckError: Job Failed\n\n{why}\n\nPlease visit https://a.example"
        ),
        format!(
            "Error [JobCompletionStatusCheckError]: Job Failed\n    at a (file:///b.js:1:2) {{\n  messages: [ {{ error_code: 'x', message: '{why}' }} ]\n}}"
        ),
    ] {
        let body = read(&text, None).unwrap().exchange.body.unwrap();
        assert!(body.contains(why), "{text}: {body}");
    }
}

#[test]
fn a_template_in_code_is_left_open_and_a_gap_in_a_url_is_not() {
    let url = |text: &str| read(text, None).unwrap().exchange.url;
    let code =
        "const r = await fetch(`https://api.bigcommerce.com/stores/${hash}/v3/carts`);\n\n403";
    assert_eq!(url(code), "https://api.bigcommerce.com/stores/…/v3/carts");
    let sent = "404 on https://api.bigcommerce.com/stores/${env['HASH']}/v3/carts";
    assert_eq!(url(sent), "https://api.bigcommerce.com/stores/${env['HASH']}/v3/carts");
}

#[test]
fn what_v2_says_of_a_product_is_not_what_was_asked() {
    let text = r#"Order 7 failed:
        [{"status":409,"message":"Out of stock","details":{"errors":[{"product":{"id":3,"url":"https:\/\/api.bigcommerce.com\/stores\/abc123\/v2\/products\/3"}}]}}]"#;
    let exchange = read(text, None).unwrap().exchange;
    assert_eq!((exchange.status, exchange.url.as_str()), (Some(409), ""));
}

#[test]
fn what_a_tool_calls_an_answer_is_no_part_of_it() {
    let request = "https://api.bigcommerce.com/stores/abc123/v3/catalog/products";
    let body = r#"{"status":422,"title":"Missing Required Fields"}"#;
    for (before, label) in [
        (
            &*format!("PS> Invoke-RestMethod -Method Post -Uri {request} -Body $b\n"),
            "Invoke-RestMethod : ",
        ),
        (&format!("curl -X POST {request} -d '{{}}'\n"), "Answer: "),
        ("HTTP/1.1 422 Unprocessable Entity\nContent-Type: application/json\n\n", "Body: "),
        (&format!("POST {request}\n"), "Status: 422\n"),
    ] {
        let exchange = read(&[before, label, body].concat(), None).unwrap().exchange;
        assert_eq!((exchange.status, exchange.body.as_deref()), (Some(422), Some(body)), "{label}");
    }
    let lost = read(&format!("GET {request}\nError: connect ECONNREFUSED 1.2.3.4:443"), None);
    assert!(lost.unwrap().exchange.unsent);
}

#[test]
fn what_stands_for_a_status_is_one_and_what_does_not_is_none() {
    let status = |text: &str| read(text, None).map(|told| told.exchange.status);
    for (text, code) in [
        ("the server responded with a 500 error", 500),
        ("The operation failed. [429] You have reached the limit.", 429),
        ("delivery failed destination=https://a.example/b response=504", 504),
        ("Listing directory import failed. Unauthorized. Please contact your provider.", 401),
        ("The app returned \"Unauthorized\".", 401),
        ("not ok -- Error: Unauthorized, please use a valid token.", 401),
        ("RRNetworkError: Unauthorized", 401),
        ("[ShopNetworkError] Internal Server Error", 500),
        ("Request failed with status code UnprocessableEntity", 422),
        ("reqwest::Error { kind: Status(503, None), url: \"https://a.example/v2\" }", 503),
        ("RestClient::ResourceNotFound: 404 Resource Not Found", 404),
        ("HTTPError: 509 Server Error: Bandwidth Limit Exceeded", 509),
    ] {
        assert_eq!(status(text), Some(Some(code)), "{text}");
    }
    for text in [
        "not ok -- StencilConfigReadError: Please run it first.",
        "Get \"https://a.example/v3/carts\": request timeout",
        "GET https://a.example/v2/orders\n599 Internal Exception\nCould not connect to 'a.example'",
        "fetch(\"https://a.example/v3/carts\").then(() => setTimeout(go, 500))",
    ] {
        assert_eq!(status(text).flatten(), None, "{text}");
    }
}

#[test]
fn names_in_any_notation_tell_the_method_and_the_address() {
    const URL: &str = "https://api.bigcommerce.com/stores/abc123/v3/hooks";
    for (text, method, url) in [
        (format!("req = Create(\"{URL}\");\nreq.Method = \"PUT\";\n415"), "PUT", URL),
        (format!("URL\t{URL}\nResponse Code\t404 Not Found\nMethod\tGET"), "GET", URL),
        (format!("%Tesla.Env{{method: :get, url: \"{URL}\", status: 401}}"), "GET", URL),
        (
            "host=worker-3 dest=api.bigcommerce.com uri_path=/stores/abc123/v3/hooks http_method=GET status=404".into(),
            "GET",
            URL,
        ),
        (format!("(401,Unauthorized,Metadata(GET,{URL},Vector(a)))"), "GET", URL),
        ("POST v2/orders gives a 400".into(), "POST", "/v2/orders"),
        ("GET /v3/hooks failed with HTTP 504\nView: https://pages.example/a/1".into(), "GET", "/v3/hooks"),
        (
            "GET /stores/abc123/v3/hooks HTTP/1.1\\r\\n\nHost: api.bigcommerce.com\\r\\n\nHTTP/1.1 503 No\\r\\n".into(),
            "GET",
            URL,
        ),
    ] {
        let told = told_of(&text);
        assert_eq!((told.0.as_str(), told.1.as_str()), (method, url), "{text}");
    }
}

#[test]
fn what_bigcommerce_sent_is_no_answer() {
    for text in [
        "POST https://tax.example/estimate 500 body={\"documents\":[{\"id\":\"d1\"}],\"customer\":{\"id\":\"3\"},\"currency_code\":\"USD\"}",
        "POST https://a.example/rate 504 body={\"base_options\":{\"origin\":{}}}",
        "scope=store/order/updated destination=https://a.example/b response=504",
    ] {
        let exchange = read(text, None).unwrap().exchange;
        assert!(exchange.request_body.is_some() && exchange.body.is_none(), "{text}");
        assert_eq!(told_of(text).3, "callback.receiver", "{text}");
    }
    assert_eq!(
        told_of("POST https://a.example/tax/estimate 504 in 9021 ms").3,
        "callback.receiver"
    );
    assert_eq!(
        told_of("GET https://a.example/api/cart - Exceeded CPU Limit @ 11/20/2026, 10:00:00 AM").3,
        "platform.worker-failed"
    );
}
