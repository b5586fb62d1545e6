//! How proxies, sniffers, languages and runners of tests write an exchange.
#![cfg(all(feature = "paste", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use bc_status::Failure;
use bc_status::paste::read;

const URL: &str = "https://api.bigcommerce.com/stores/abc123/v3/hooks";

/// What is read of each text: method, URL and status, and of headers the one that was asked for.
fn told(text: &str, header: &str) -> (String, String, Option<u16>, Option<String>) {
    let exchange = read(text, None).unwrap().exchange;
    let mut headers = exchange.headers.into_iter().flatten();
    let value = headers.find(|(name, _)| name.eq_ignore_ascii_case(header)).map(|(_, value)| value);
    (exchange.method, exchange.url, exchange.status, value)
}

#[test]
fn proxies_have_the_status_behind_their_times() {
    for line in [
        r#"10.0.0.9:53144 [30/Nov/2026:06:40:23.267] front back/one 0/0/0/1/1 429 486 - - ---- 1/1/0/0/0 0/0 "GET /stores/abc123/v3/hooks HTTP/1.1""#,
        r#"Nov 30 06:40:23 edge haproxy[812]: 10.0.0.9:53144 [30/Nov/2026:06:40:23.267] front back/one 0/0/0/1/+1 429 486 - - ---- 1/1/0/0/0 0/0 "GET /stores/abc123/v3/hooks HTTP/1.1""#,
        r#"[2026-11-30T06:40:01.123Z] "GET /stores/abc123/v3/hooks HTTP/2" 429 - 0 139 35 34 "-" "curl/8" "b8b0e1c5-a2a7-9c1a" "api.bigcommerce.com" "10.0.0.5:443""#,
        r#"https 2026-11-30T06:40:01.186641Z app/lb/50dc6c49 10.0.0.9:2817 10.0.0.1:80 0.086 0.048 0.037 429 429 312 186 "GET https://api.bigcommerce.com:443/stores/abc123/v3/hooks HTTP/1.1" "curl/8" "-" "-" arn "-" "api.bigcommerce.com""#,
        r#"{"ClientHost":"10.0.0.9","DownstreamStatus":429,"Duration":35123456,"OriginStatus":429,"RequestHost":"api.bigcommerce.com","RequestMethod":"GET","RequestPath":"/stores/abc123/v3/hooks","RequestScheme":"https","level":"info","msg":""}"#,
    ] {
        let (method, url, status, _) = told(line, "");
        assert_eq!((method.as_str(), status), ("GET", Some(429)), "{line}");
        assert!(URL.ends_with(&url) && url.starts_with(['/', 'h']), "{url}");
        let names_host = line.contains("api.bigcommerce.com");
        assert_eq!(url.starts_with("https://api.bigcommerce.com/"), names_host, "{line}");
    }
}

#[test]
fn numbers_that_only_look_like_a_status_between_times_are_none() {
    for line in ["took 0.086 0.048 0.037 429 ms", "ratio 1/2/3 429 486", "0.5 429 312 186"] {
        assert_eq!(read(line, None).and_then(|told| told.exchange.status), None, "{line}");
    }
}

#[test]
fn sniffers_show_the_ends_of_lines() {
    for end in ["\\r", "."] {
        let text = format!(
            "GET /stores/abc123/v3/hooks HTTP/1.1{end}\nHost: api.bigcommerce.com{end}\n{end}\n\nHTTP/1.1 401 Unauthorized{end}\nx-request-id: 7a{end}\n{end}\n{{\"status\":401}}"
        );
        let expected = ("GET".into(), URL.into(), Some(401), Some("7a".into()));
        assert_eq!(told(&text, "x-request-id"), expected, "{end}");
    }
}

#[test]
fn heads_of_lftp_and_perl_are_heads() {
    let lftp = "---> GET /stores/abc123/v3/hooks HTTP/1.1\n---> Host: api.bigcommerce.com\n---> \n<--- HTTP/1.1 401 Unauthorized\n<--- x-request-id: 7a\n<--- \n<--* {\"status\":401,\"title\":\"Unauthorized\"}";
    let perl = "GET https://api.bigcommerce.com/stores/abc123/v3/hooks\nUser-Agent: lwp-request/6.68\n\n401 Unauthorized\nContent-Type: application/json\nX-Request-Id: 7a\n\n{\"status\":401}";
    for text in [lftp, perl] {
        let expected = ("GET".into(), URL.into(), Some(401), Some("7a".into()));
        assert_eq!(told(text, "x-request-id"), expected, "{text}");
    }
}

#[test]
fn go_and_node_print_headers_as_maps() {
    let go = "401 map[Content-Type:[application/json] Date:[Mon, 30 Nov 2026 07:03:16 GMT] X-Request-Id:[7a]] {\"status\":401}";
    let node = "[Object: null prototype] {\n  ':status': 401,\n  'x-request-id': '7a',\n  [Symbol(sensitiveHeaders)]: []\n}\n{\"status\":401}";
    for text in [go, node] {
        let (_, _, status, id) = told(text, "x-request-id");
        assert_eq!((status, id.as_deref()), (Some(401), Some("7a")), "{text}");
    }
    assert_eq!(told("401 map[string:[x] Content-Type:[a]]", "content-type").3, None);
}

#[test]
fn what_undici_keeps_of_headers_is_read() {
    let text = "HTTPError: Request failed with status code 429 Too Many Requests: GET https://api.bigcommerce.com/stores/abc123/v3/hooks\n    at one (file:///srv/a.mjs:4:9) {\n  response: Response {\n    [Symbol(state)]: {\n      status: 429,\n      headersList: HeadersList {\n        cookies: null,\n        [Symbol(headers map)]: Map(2) {\n          'x-request-id' => { name: 'x-request-id', value: '7a' },\n          'x-rate-limit-requests-left' => { name: 'x-rate-limit-requests-left', value: '0' }\n        }\n      }\n    }\n  }\n}";
    assert_eq!(told(text, "x-request-id").3.as_deref(), Some("7a"));
    assert_eq!(told(text, "x-rate-limit-requests-left").3.as_deref(), Some("0"));
}

#[test]
fn a_body_is_known_by_its_shape_whatever_a_log_calls_it() {
    for text in [
        r#"{"http_method":"PUT","http_url":"https://api.bigcommerce.com/stores/abc123/v3/hooks","http_status":409,"response":{"status":409,"title":"It is there","type":"x","errors":{}},"level":"error"}"#,
        "{\n  status: 409,\n  url: 'https://api.bigcommerce.com/stores/abc123/v3/hooks',\n  error: { status: 409, title: 'It is there', type: 'x' }\n}",
        r#"{"http.response.status_code":409,"url.full":"https://api.bigcommerce.com/stores/abc123/v3/hooks","http.response.body.content":"{\"title\":\"It is there\"}"}"#,
    ] {
        let exchange = read(text, None).unwrap().exchange;
        assert_eq!((exchange.url.as_str(), exchange.status), (URL, Some(409)), "{text}");
        assert!(exchange.body.unwrap_or_default().contains("It is there"), "{text}");
    }
}

#[test]
fn results_of_tests_in_xml_have_their_urls_escaped() {
    let text = "<testsuites><testcase name=\"a\"><failure message=\"HTTPError: 429 Client Error: Too Many Requests for url: https://api.bigcommerce.com/stores/abc123/v2/orders?page=9&amp;limit=50\"/></testcase></testsuites>";
    let url = "https://api.bigcommerce.com/stores/abc123/v2/orders?page=9&limit=50";
    assert_eq!((told(text, "").1.as_str(), told(text, "").2), (url, Some(429)));
}

#[test]
fn errors_within_what_node_inspects_are_read() {
    for text in [
        "[\n  {\n    status: 'rejected',\n    reason: Error: 403 Forbidden https://api.bigcommerce.com/stores/abc123/v3/hooks\n        at one (file:///srv/a.mjs:4:9)\n        at async file:///srv/a.mjs:5:2\n  }\n]",
        "[AggregateError: All promises were rejected] {\n  [errors]: [\n    Error: 403 Forbidden https://api.bigcommerce.com/stores/abc123/v3/hooks\n        at one (file:///srv/a.mjs:4:9)\n        at async file:///srv/a.mjs:5:2\n  ]\n}",
    ] {
        let (_, url, status, _) = told(text, "");
        assert_eq!((url.as_str(), status), (URL, Some(403)), "{text}");
    }
}

#[test]
fn what_a_test_found_counts_and_not_what_it_wanted() {
    for text in [
        "<testcase name=\"status is 200\"><failure message=\"expected response to have status code 200 but got 422\"/></testcase>",
        "AssertionError [ERR_ASSERTION]: it should have been made\n\n422 !== 200\n",
        "1. created\n   expected response to have status code 200 but got 422",
    ] {
        assert_eq!(told(text, "").2, Some(422), "{text}");
    }
    // What a runner prints of the answer itself counts more.
    let later = "GET https://api.bigcommerce.com/stores/abc123/v3/hooks  [404 Not Found, 297B, 4ms]\n\n1. created\n   expected response to have status code 200 but got 422";
    assert_eq!(told(later, "").2, Some(404));
}

#[test]
fn the_host_of_a_path_of_a_store_stands_elsewhere_in_the_text() {
    let python = "DEBUG:urllib3.connectionpool:https://api.bigcommerce.com:443 \"PUT /stores/abc123/v3/hooks HTTP/2.0\" 401 0";
    assert_eq!(told(python, "").1, URL);
    assert_eq!(told("PUT /stores/abc123/v3/hooks 401", "").1, "/stores/abc123/v3/hooks");
}

#[test]
fn swagger_shows_a_command_and_its_answer() {
    let text = "Curl\n\ncurl -X 'POST' \\\n  'https://api.bigcommerce.com/stores/abc123/v3/hooks' \\\n  -H 'accept: application/json' \\\n  -d '{}'\nRequest URL\nhttps://api.bigcommerce.com/stores/abc123/v3/hooks\nServer response\nCode\tDetails\n422\t\nError: response status is 422\n\nResponse body\nDownload\n{\n  \"status\": 422,\n  \"title\": \"Missing\"\n}\nResponse headers\n x-request-id: 7a \nResponses\nCode\tDescription\tLinks\n200\t\nOK";
    let exchange = read(text, None).unwrap().exchange;
    assert!(exchange.body.unwrap_or_default().contains("Missing"));
    assert_eq!(
        told(text, "x-request-id"),
        ("POST".into(), URL.into(), Some(422), Some("7a".into()))
    );
}

#[test]
fn an_error_may_have_the_number_before_it() {
    for (text, status) in [
        ("I get this 422 error when I adjust the stock", Some(422)),
        ("(409) The name is taken by another brand.", Some(409)),
        ("there were 422 errors in the file", Some(422)),
        ("(2026) was a good year", None),
    ] {
        assert_eq!(read(text, None).and_then(|told| told.exchange.status), status, "{text}");
    }
}

#[test]
fn what_has_errors_is_the_answer_to_a_request_line() {
    let line = "POST https://store-abc123.mybigcommerce.com/graphql\n";
    for body in [
        r#"{"errors":[{"message":"Not Found: Cart does not exist","path":["cart"]}]}"#,
        "{\n  error: {\n    message: 'Not Found: Cart does not exist',\n    path: [ 'cart' ],\n    locations: [ { line: 4, column: 7 } ]\n  }\n}",
    ] {
        let exchange = read(&[line, body].concat(), None).unwrap().exchange;
        assert!(exchange.body.unwrap_or_default().contains("Cart does not exist"), "{body}");
        assert_eq!(exchange.status, Some(200), "{body}");
    }
    let query = read(&[line, r#"{"query":"{ site { id } }"}"#].concat(), None).unwrap().exchange;
    assert_eq!((query.body, query.request_body.is_some()), (None, true));
}

#[test]
fn a_body_with_another_status_belongs_to_another_answer() {
    let text = "The upload returned\n{\"status\":400,\"title\":\"No events\"}\nnot ok -- StoreHashReadError: Response Error: 503 Service Unavailable";
    let exchange = read(text, None).unwrap().exchange;
    assert_eq!((exchange.status, exchange.body), (Some(503), None));
}

#[test]
fn what_an_answer_said_is_quoted_in_a_sentence() {
    for (text, status, said) in [
        ("The call returns a 404 \"Order does not exist\" for it.", 404, "Order does not exist"),
        ("## 422 “The name is taken here.”", 422, "The name is taken here."),
        (
            "`/v3/brands`: it answers 422, \"The filter(s): x are not\n// valid filter parameter(s)\". So",
            422,
            "The filter(s): x are not valid filter parameter(s)",
        ),
        (
            "409 Conflict\ncode: 7  title: \"The name is taken here.\"",
            409,
            "The name is taken here.",
        ),
        (
            "It failed with \"The options of one or more products are invalid.\" error.",
            400,
            "The options of one or more products are invalid.",
        ),
    ] {
        let exchange = read(text, None).unwrap().exchange;
        assert_eq!(
            (exchange.status, exchange.body.as_deref()),
            (Some(status), Some(said)),
            "{text}"
        );
    }
    // A name, and another request, are nothing that was said.
    for text in ["It answers 422 for \"Products\".", "404 \"GET https://a.example/b\" was logged"] {
        let body = read(text, None).and_then(|told| told.exchange.body);
        assert_eq!(body, None, "{text}");
    }
}

#[test]
fn a_body_may_hold_its_status_deeper() {
    let batch = r#"{"data":[],"errors":{"status":422,"title":"Wrong","errors":{"0.name":"Taken"}},"meta":{"failed":1}}"#;
    let net =
        ["API request failed with status UnprocessableEntity for ", URL, ": ", batch].concat();
    let quoted = r#"{"sku":"B","responsePayload":"{\"status\":422,\"title\":\"Wrong\"}"}"#;
    for text in [batch, &net, quoted] {
        let exchange = read(text, None).unwrap().exchange;
        assert_eq!(exchange.status, Some(422), "{text}");
        assert!(exchange.body.unwrap_or_default().contains("Wrong"), "{text}");
    }
    let done = read(r#"{"data":{"id":7},"meta":{}}"#, None).unwrap();
    assert_eq!((done.exchange.status, done.is_assumed), (Some(200), true));
}

#[test]
fn editors_make_links_of_urls() {
    let link = ["GET [", URL, "](", URL, ") 401"].concat();
    assert_eq!(told(&link, "").1, URL);
    let call = ["fetch(\"[", URL, "](", URL, ")\")\n401 (Unauthorized)"].concat();
    assert_eq!(told(&call, "").1, URL);
}

#[test]
fn a_method_may_stand_before_a_word_for_a_request() {
    for (text, method) in [
        ("A GET request to https://api.bigcommerce.com/stores/abc123/v3/hooks gave 403", "GET"),
        ("`PUT` -> https://api.bigcommerce.com/stores/abc123/v3/hooks 422", "PUT"),
        ("no POST call was made: 401 on /v3/orders", "POST"),
        ("the requests to https://api.bigcommerce.com/stores/abc123/v3/hooks gave 403", ""),
    ] {
        assert_eq!(told(text, "").0, method, "{text}");
    }
}

#[test]
fn a_client_may_be_too_old_for_the_tls_of_a_server() {
    let text = "error:14077410:SSL routines:SSL23_GET_SERVER_HELLO:sslv3 alert handshake failure";
    let exchange = read(text, None).unwrap().exchange;
    assert_eq!((exchange.unsent, exchange.permanent), (true, true));
}

/// What a text tells of a quota: how much of it is left.
fn left(text: &str) -> Option<String> {
    told(text, "x-rate-limit-requests-left").3
}

#[test]
fn headers_of_limits_are_found_in_the_maps_and_lines_of_any_language() {
    for text in [
        // Java, Go, Nim, Ruby, Lua, Ansible, jc
        "429 {server=[openresty], x-rate-limit-time-reset-ms=[14217], x-rate-limit-requests-left=[0]}",
        "http.Header{\"Server\":[]string{\"openresty\"}, \"X-Rate-Limit-Requests-Left\":[]string{\"0\"}}\n429",
        "429\n{\"server\": @[\"openresty\"], \"x-rate-limit-requests-left\": @[\"0\"]}",
        "429\n{:server=>\"openresty\", :x_request_id=>\"9c\", :x_rate_limit_requests_left=>\"0\", :date=>\"Mon\"}",
        "1\t429\tHTTP/1.1 429 Too Many Requests\nx-rate-limit-requests-left\t0\nserver\topenresty",
        "{\"status\": 429, \"url\": \"https://api.bigcommerce.com/stores/abc123/v3/hooks\", \"x_rate_limit_requests_left\": \"0\"}",
        "[{\"_type\": \"response\", \"_response_status\": 429, \"server\": [\"openresty\"], \"x-rate-limit-requests-left\": \"0\"}]",
        // Behind what a logger writes before each line
        "x 2026 [DEBUG] headers - http-outgoing-0 << HTTP/1.1 429 Too Many\nx 2026 [DEBUG] headers - http-outgoing-0 << x-rate-limit-time-window-ms: 30000\nx 2026 [DEBUG] headers - http-outgoing-0 << x-rate-limit-requests-left: 0",
        // In a page
        "<pre>* ok\n&gt; GET /stores/abc123/v3/hooks HTTP/2\n&lt; HTTP/2 429 \n&lt; x-rate-limit-requests-left: 0\n&lt; \n</pre>",
    ] {
        let (_, _, status, _) = told(text, "");
        assert_eq!((status, left(text).as_deref()), (Some(429), Some("0")), "{text}");
    }
}

#[test]
fn methods_are_named_in_many_ways() {
    for (text, method) in [
        ("Endpoint=https://api.bigcommerce.com/stores/abc123/v3/hooks, Method=POST 422", "POST"),
        ("HttpMethod: DELETE\nhttps://api.bigcommerce.com/stores/abc123/v3/hooks 404", "DELETE"),
        ("ic| r.request.method: 'PUT'\nic| r.status_code: 409", "PUT"),
        ("<PreparedRequest [GET]>\n<Response [429]>", "GET"),
        ("METHOD: HttpMethod(value=PUT)\n409 Conflict", "PUT"),
        ("POST 422 https://api.bigcommerce.com/stores/abc123/v3/hooks", "POST"),
        ("422 https://api.bigcommerce.com/stores/abc123/v3/hooks POST", "POST"),
        ("Sending 'GET' request to URL : https://a.example/b\nResponse Code : 429", "GET"),
        ("timeout of 800ms exceeded get https://api.bigcommerce.com/stores/abc123/v3/hooks", "GET"),
        ("405 Method Not Allowed", ""),
    ] {
        assert_eq!(told(text, "").0, method, "{text}");
    }
    let ran = "Error: Command failed: curl -sSf -X POST https://api.bigcommerce.com/stores/abc123/v3/hooks\ncurl: (22) The requested URL returned error: 422";
    assert_eq!(told(ran, ""), ("POST".into(), URL.into(), Some(422), None));
}

#[test]
fn records_of_collectors_are_read_however_they_name_things() {
    let otlp = r#"{"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"POST","kind":3,"attributes":[{"key":"http.request.method","value":{"stringValue":"POST"}},{"key":"url.full","value":{"stringValue":"URL"}},{"key":"http.response.status_code","value":{"intValue":"422"}}]}]}]}]}"#;
    let jaeger = r#"{"data":[{"spans":[{"tags":[{"key":"http.method","type":"string","value":"POST"},{"key":"http.url","type":"string","value":"URL"},{"key":"http.status_code","type":"int64","value":422}]}]}]}"#;
    let push = r#"{"ClientRequestHost":"api.bigcommerce.com","ClientRequestMethod":"POST","ClientRequestURI":"/stores/abc123/v3/hooks","EdgeResponseStatus":422}"#;
    let elastic = r#"{"@timestamp":"2026","http":{"request":{"method":"POST"},"response":{"body":{"content":"{}"},"status_code":422}},"url":{"full":"URL"}}"#;
    let logrus = r#"level=error msg="failed" body="{\"status\":422,\"title\":\"No\"}" method=POST status=422 url="URL""#;
    let export = "array (\n  'url' => 'URL',\n  'method' => 'POST',\n  'http_code' => 422,\n  'response' => \n  array (\n    'status' => 422,\n    'title' => 'No',\n    'errors' => \n    array (\n    ),\n  ),\n)";
    for text in [otlp, jaeger, push, elastic, logrus, export] {
        let text = text.replace("URL", URL);
        assert_eq!(told(&text, ""), ("POST".into(), URL.into(), Some(422), None), "{text}");
    }
    let lines = ["HTTP/2 429 ", "server: openresty", "", "{\\\"status\\\":429}"].map(|line| {
        format!("{{\"log\": \"{line}\\n\", \"stream\": \"stdout\", \"time\": \"2026-11-30T09:44:21Z\"}}\n")
    });
    assert_eq!(told(&lines.concat(), "server").3.as_deref(), Some("openresty"));
}

#[test]
fn of_a_comparison_what_was_found_counts() {
    for text in [
        "- Expected  - 1\n+ Received  + 1\n\n  Object {\n-   \"status\": 200,\n+   \"status\": 422,\n  }",
        "expected { …(3) } to match object { status: 200 }\n\n- Expected\n+ Received\n\n  {\n-   \"status\": 200,\n+   \"status\": 422,\n  }",
        "Difference (- actual, + expected):\n\n  {\n-   status: 422,\n+   status: 200,\n  }",
    ] {
        assert_eq!(told(text, "").2, Some(422), "{text}");
    }
    // Nor does what code compares with, or has in a server's stead.
    for text in ["if (r.status>=400) throw", "stub.to_return(status: 200, body: \"\")"] {
        assert_eq!(read(text, None).and_then(|told| told.exchange.status), None, "{text}");
    }
}

#[test]
fn what_timed_out_was_sent_whatever_the_class_of_the_error_says() {
    let guzzle = "ConnectException: cURL error 28: Operation timed out after 1004 milliseconds with 0 bytes received for https://api.bigcommerce.com/stores/abc123/v3/hooks";
    let exchange = read(guzzle, None).unwrap().exchange;
    assert_eq!((exchange.failure, exchange.unsent), (Some(Failure::Timeout), false));
    let path = "GET /v3/hooks failed: HTTPSConnectionPool(host='api.bigcommerce.com', port=443): Read timed out.";
    let exchange = read(path, None).unwrap().exchange;
    assert_eq!((exchange.url.as_str(), exchange.unsent), ("/v3/hooks", false));
    let mock = "ConnectionError: Connection refused by Responses - the call doesn't match any registered mock.";
    assert_eq!(read(mock, None), None);
}

#[test]
fn other_programs_put_their_own_marks_into_a_text() {
    let wget = "---request begin---\nPOST /stores/abc123/v3/hooks HTTP/1.1\nHost: api.bigcommerce.com\n\n---request end---\n---response begin---\nHTTP/1.1 422 Unprocessable Entity\nserver: openresty\n\n---response end---\nRegistered socket 3 for persistent reuse.\nSaving to: ‘STDOUT’\n{\"status\":422,\"title\":\"No\"}\n";
    let exchange = read(wget, None).unwrap().exchange;
    assert_eq!(
        (exchange.status, exchange.body.as_deref()),
        (Some(422), Some("{\"status\":422,\"title\":\"No\"}"))
    );
    let browser =
        "<html><head></head><body><pre>{\"status\":401,\"title\":\"No\"}</pre></body></html>";
    assert_eq!(told(browser, "").2, Some(401));
    let squid = "1796031861.512 98 203.0.113.7 TCP_MISS/429 535 GET https://api.bigcommerce.com/stores/abc123/v3/hooks - HIER_DIRECT/35.190.1.2";
    assert_eq!(told(squid, ""), ("GET".into(), URL.into(), Some(429), None));
    let r = "Response [https://api.bigcommerce.com/stores/abc123/v3/hooks]\n  Date: 2026-11-30 09:30\n  Status: 429\n  Size: 139 B";
    assert_eq!(told(r, "").2, Some(429));
    let log4j = "log4j:WARN See http://logging.apache.org/log4j/1.2/faq.html#noconfig for more info.\nStatus: 429 Too Many Requests";
    assert_eq!(told(log4j, "").1, "");
    let got = "{\n  method: 'GET',\n  url: https://api.bigcommerce.com/stores/abc123/v3/hooks,\n  statusCode: 429\n}";
    assert_eq!(told(got, "").1, URL);
}

#[test]
fn a_body_that_says_what_is_wrong_takes_the_place_of_one_that_does_not() {
    let answer = "{\n  \"status\": 422,\n  \"title\": \"No\",\n  \"errors\": {}\n}";
    let url = "\"url\":\"https://api.bigcommerce.com/stores/abc123/v3/hooks\"";
    for before in [
        &[
            "Starting Request {",
            url,
            ",\"method\":\"post\",\"data\":{\"name\":\"x\"}}\nResponse Error: 422 ",
        ]
        .concat(),
        "Error: got 422 response\n    at a (b.js:1:2) {\n  status: 422\n}\n422 ",
        "headers: Headers { [Symbol(map)]: [Object: null prototype] }\n422\n",
    ] {
        let text = [before, answer].concat();
        let exchange = read(&text, None).unwrap().exchange;
        assert!(exchange.body.unwrap_or_default().contains("\"No\""), "{text}");
        assert_eq!(exchange.status, Some(422), "{text}");
    }
    let twice =
        ["{\"status\":422,\"title\":\"No\"}\n", "{\"status\":422,\"title\":\"Later\"}"].concat();
    let body = read(&twice, Some(1)).unwrap().exchange.body.unwrap_or_default();
    assert!(body.contains("\"No\""), "{body}");
}

#[test]
fn what_a_program_raised_is_no_header_and_what_it_leaves_out_no_end() {
    let raised = "429 Too Many Requests\nRateLimitError: Rate limit exceeded";
    assert_eq!(read(raised, None).unwrap().exchange.headers, None);
    let cut = "{ http_status: 404, headers: { /* ... */ }, errors: { message: 'A product with the id of 999 was not found' } }";
    assert_eq!(read(cut, None).and_then(|told| told.exchange.status), Some(404));
    let library = "Error: the access token and store hash are required to call the BigCommerce API";
    assert!(read(library, None).unwrap().exchange.unsent);
}

#[test]
fn an_arrow_leads_to_a_status_and_a_page_says_what_its_policy_forbids() {
    for line in [
        "GET /v2/orders/7/refunds -> 204, JSONDecodeError",
        "GET /v2/orders/7/refunds → 204; skipped",
    ] {
        assert_eq!(read(line, None).and_then(|told| told.exchange.status), Some(204), "{line}");
    }
    assert_eq!(read("10.0.0.7/16: 80 -> 443, 120 -> 150", None), None);
    let policy = "Refused to connect to 'https://store-abc123.mybigcommerce.com/graphql' because it violates the following Content Security Policy directive: \"connect-src 'self'\".";
    let frame = "Refused to frame 'https://shop.example.com/' because an ancestor violates the following Content Security Policy directive: \"frame-ancestors 'self'\".";
    let mixed = "Mixed Content: The page at 'https://shop.example.com/' was loaded over HTTPS, but requested an insecure resource 'http://store-abc123.mybigcommerce.com/graphql'. This request has been blocked.";
    for (text, unsent, url) in [
        (policy, true, "https://store-abc123.mybigcommerce.com/graphql"),
        (frame, false, "https://shop.example.com/"),
        (mixed, true, "http://store-abc123.mybigcommerce.com/graphql"),
    ] {
        let exchange = read(text, None).unwrap().exchange;
        let known =
            (exchange.in_browser, exchange.permanent, exchange.unsent, exchange.url.as_str());
        assert_eq!(known, (true, true, unsent, url), "{text}");
    }
}

#[test]
fn what_the_shell_put_in_place_of_a_variable_is_not_known() {
    let sent = |token: &str| {
        let text = format!(
            "$ curl -i -H \"X-Auth-Token: {token}\" https://api.bigcommerce.com/stores/abc123/v3/hooks\nHTTP/2 403\n\n"
        );
        read(&text, None).unwrap().exchange.request_headers.unwrap()
    };
    for token in ["$BC_TOKEN", "${BC_TOKEN}", "%BC_TOKEN%", "$env:BC_TOKEN", "$(cat token.txt)"] {
        assert_eq!(sent(token)[0], ("X-Auth-Token".to_string(), "***".to_string()), "{token}");
    }
    let literal =
        "curl -H 'X-Auth-Token: $BC_TOKEN' https://api.bigcommerce.com/stores/abc123/v3/hooks";
    assert_eq!(read(literal, None).unwrap().exchange.request_headers.unwrap()[0].1, "$BC_TOKEN");
    let cut = "+ curl.exe -v \"https:// ...\n+ ~~~~\n> GET /stores/abc123/v3/hooks HTTP/1.1\n> Host: api.bigcommerce.com\n>\n< HTTP/1.1 401 Unauthorized\n<\n";
    assert_eq!(told(cut, ""), ("GET".into(), URL.into(), Some(401), None));
}

#[test]
fn what_a_test_wanted_is_not_what_it_got() {
    for said in [
        "assert 504 == 201",
        "AssertionError [ERR_ASSERTION]\n  + expected - actual\n\n  -504\n  +201",
        "- expected + actual\n\n-201\n+504",
        "+ actual - expected\n\n+   504,\n-   201,\n\n+ expected - actual\n\n-  504\n+  201",
        "Expected: 201\nReceived: 504",
        "expected:<201> but was:<504>",
        "Failed asserting that 504 matches expected 201.",
        "should return 201 (was 504)",
        "  left: 504\n right: 201",
        "status code was: 504, expected: 201\nAnd status 201",
    ] {
        let text = format!("POST https://api.bigcommerce.com/stores/abc123/v3/hooks\n{said}");
        assert_eq!(told(&text, "").2, Some(504), "{text}");
    }
}

#[test]
fn numbers_that_count_and_limits_that_are_set_are_no_answers() {
    for text in [
        "uploaded 504 products to URL",
        "POST URL took 404 ms",
        "line 401: GET URL",
        "[worker 429] GET URL",
        "retry in 429 ms: GET URL",
        "INFO request timeout set to 30s GET URL",
        "connect timeout=5 read timeout=30 GET URL",
        "redis: connect ECONNREFUSED 127.0.0.1:6379\nGET URL",
        "it('returns 422 for POST URL')",
    ] {
        let exchange = read(&text.replace("URL", URL), None).map(|told| told.exchange);
        let known = exchange.map_or((None, None), |it| (it.status, it.failure));
        assert_eq!(known, (None, None), "{text}");
    }
}

#[test]
fn addresses_end_where_other_scripts_begin_and_go_on_in_the_next_line() {
    assert_eq!(told(&format!("GET {URL}，返回 401"), "").1, URL);
    let command = format!(
        "deploy@web-01:~/sync$ curl -si -X POST {URL} -H \"X-Auth-Token: q3v9hd0exampletoken7k2m1x5z8w40\" -d @hook.json --max-time 10 --retry 3 --retry-delay 5"
    );
    let lines: Vec<&str> =
        command.as_bytes().chunks(64).map(|it| std::str::from_utf8(it).unwrap()).collect();
    let wrapped =
        [&lines.join("\n"), "\nHTTP/2 422\ncontent-type: application/json\n\n{\"status\":422}\n"]
            .concat();
    assert_eq!(told(&wrapped, "").1, URL);
    let mail = format!(
        "GET {}=\nooks?is_active=3Dtrue\nHTTP/1.1 401 Unauthorized\n\n",
        URL.trim_end_matches("ooks")
    );
    assert_eq!(told(&mail, "").1, format!("{URL}?is_active=true"));
}

#[test]
fn other_languages_and_other_names_are_read() {
    let german = "Der Remoteserver hat einen Fehler zurückgegeben: (401) Nicht autorisiert.";
    assert_eq!(read(german, None).and_then(|told| told.exchange.status), Some(401));
    for line in ["fehlgeschlagen: Verbindungsaufbau abgelehnt.", "échec : Connexion refusée."] {
        assert!(read(&format!("GET {URL} {line}"), None).unwrap().exchange.unsent, "{line}");
    }
    let own = format!(
        "{{\"@message\":\"bad gateway answer\",\"req_method\":\"POST\",\"req_url\":\"{URL}\",\"resp_status\":\"504 Gateway Timeout\"}}"
    );
    assert_eq!(told(&own, ""), ("POST".into(), URL.into(), Some(504), None));
    let cell =
        format!("url,code,body\n{URL},403,\"{{\"\"status\"\":403,\"\"title\"\":\"\"No\"\"}}\"");
    assert_eq!(read(&cell, None).and_then(|told| told.exchange.status), Some(403));
}

#[test]
fn what_is_told_beside_an_answer_does_not_take_its_place() {
    let repeated = format!(
        "PUT {URL}/55\nHTTP/1.1 429 Too Many Requests\n\nPUT {URL}/55\nHTTP/1.1 429 Too Many Requests\n\n"
    );
    assert_eq!(told(&repeated, ""), ("PUT".into(), format!("{URL}/55"), Some(429), None));
    let limited = format!("WARN rate limit reached, backing off\nGET {URL} 200 OK");
    assert_eq!(read(&limited, None).unwrap().exchange.status, Some(429));
    let refused = format!(
        "WARN rate limit reached, backing off\nPOST {URL} 422 {{\"status\":422,\"title\":\"No\"}}"
    );
    let exchange = read(&refused, None).unwrap().exchange;
    assert_eq!(exchange.body.as_deref(), Some("{\"status\":422,\"title\":\"No\"}"));
    for (text, status) in [
        ("429\thttps://api.bigcommerce.com/stores/abc123/v3/hooks".to_string(), 429),
        (format!("I call {URL}\nThen I get a 401."), 401),
        (format!("worker: 503 Service Unavailable, GET {URL}"), 503),
        (format!("API error 422 images.0.image_url is wrong\nPOST {URL}"), 422),
    ] {
        assert_eq!(read(&text, None).and_then(|told| told.exchange.status), Some(status), "{text}");
    }
    for (text, failure) in [
        ("Net::ReadTimeout: Net::ReadTimeout with #<TCPSocket:(closed)>", Some(Failure::Timeout)),
        (
            "read tcp 10.0.0.5:54321->104.18.2.1:443: connection reset by peer",
            Some(Failure::Network),
        ),
        ("TLS handshake failed: connection reset by peer", Some(Failure::Network)),
        ("Impossible de trouver le produit 123", None),
        ("INFO API quota: 148/150 left", None),
    ] {
        let exchange = read(&format!("{text}\nGET {URL}"), None).unwrap().exchange;
        assert_eq!((exchange.status, exchange.failure), (None, failure), "{text}");
        assert!(!exchange.permanent, "{text}");
    }
    let parts =
        "curl -H 'X-Auth-Token: '\"$TOKEN\" https://api.bigcommerce.com/stores/abc123/v3/hooks";
    assert_eq!(read(parts, None).unwrap().exchange.request_headers.unwrap()[0].1, "***");
    let data =
        "curl -d \"{\\\"quantity\\\": $QTY}\" https://api.bigcommerce.com/stores/abc123/v3/hooks";
    assert_eq!(
        read(data, None).unwrap().exchange.request_body.as_deref(),
        Some("{\"quantity\": $QTY}")
    );
}

#[test]
fn a_method_and_a_path_are_known_by_what_they_are() {
    const PATH: &str = "/v3/catalog/products/77";
    for (text, method, url, status) in [
        (
            r#"{"verb":"PUT","resource":"PATH","code":409,"payload":"{\"status\":409,\"title\":\"No\"}"}"#,
            "PUT",
            PATH,
            Some(409),
        ),
        (r#"{"bc_method":"POST","bc_url":"URL","bc_status":422}"#, "POST", URL, Some(422)),
        (r#"{"big_commerce_op":"POST","to":"PATH","status":422}"#, "POST", PATH, Some(422)),
        ("op=update resource=PATH m=PUT http=400", "PUT", PATH, Some(400)),
        ("m=DELETE u=URL rc=404", "DELETE", URL, Some(404)),
        ("[API Error] url: URL, method: DELETE, statusCode: 404", "DELETE", URL, Some(404)),
        ("Invoke-Shop -Method Put -Uri URL => HTTP 400", "PUT", URL, Some(400)),
    ] {
        let text = text.replace("URL", URL).replace("PATH", PATH);
        assert_eq!(told(&text, ""), (method.into(), url.into(), status, None), "{text}");
    }
    // One word in capitals is the name of anything.
    assert_eq!(told(r#"{"queue":"POST","size":3}"#, "").0, "");
}

#[test]
fn an_answer_is_known_whatever_it_is_called() {
    const BODY: &str = r#"{"status":422,"title":"The name is taken"}"#;
    let escaped = BODY.replace('"', "\\\"");
    let twice = escaped.replace('\\', "\\\\").replace("\"", "\\\"");
    for text in [
        format!(r#"{{"level":"error","shop":{{"uri":"/v3/carts","resp":"{escaped}"}}}}"#),
        format!(r#"{{"success":false,"error":"failed","http":422,"response":"{escaped}"}}"#),
        format!(r#"{{"rawErrorMessage":["422 - {escaped}"],"httpCode":"422"}}"#),
        format!(r#"{{"rawErrorMessage":["422 - \"{}\""],"httpCode":"422"}}"#, twice),
    ] {
        let exchange = read(&text, None).unwrap().exchange;
        assert_eq!(exchange.status, Some(422), "{text}");
        assert_eq!(exchange.body.as_deref(), Some(BODY), "{text}");
    }
}

#[test]
fn a_status_by_its_name_stands_behind_what_says_so() {
    for (text, status) in [
        ("PATCH /v3/catalog/products/9 answered NotImplemented with 0 bytes.", 501),
        (
            "Attempt 3/3 for [https://a.example/v2/time] failed with ServiceUnavailable. Retrying in 8s...",
            503,
        ),
        ("GET /v3/carts StatusCode=GatewayTimeout", 504),
        ("Status code: TooManyRequests, Content: ", 429),
        ("Shop::InsufficientStorageError: no room", 507),
    ] {
        assert_eq!(told(text, "").2, Some(status), "{text}");
    }
}

#[test]
fn what_a_program_says_of_bigcommerce_goes_before_its_own_status() {
    let text = r#"{"statusCode":502,"message":"BigCommerce API responded with 422: no name","error":"Bad Gateway"}"#;
    assert_eq!(told(text, "").2, Some(422));
    let text = "Error: BigCommerce request failed: 401 Unauthorized\n    at get (src/lib/shop.ts:44:11)\n POST /product/blue-mug 500 in 812ms";
    assert_eq!(told(text, ""), ("".into(), "".into(), Some(401), None));
    let text =
        r#"{"statusCode":502,"message":"The server responded with 422","error":"Bad Gateway"}"#;
    assert_eq!(told(text, "").2, Some(502));
}

#[test]
fn a_line_of_a_request_in_a_record_is_read_whatever_its_name() {
    const HOST: &str = "https://api.bigcommerce.com";
    const PATH: &str = "/stores/abc123/v3/catalog/products";
    for (text, method, url, status) in [
        (
            r#"{"time_iso8601":"2026-11-28T18:00:01+01:00","request":"GET PATH HTTP/1.1","status":"404"}"#,
            "GET",
            "PATH".to_string(),
            404,
        ),
        (
            r#"{"vhost":"api.bigcommerce.com","request_line":"POST PATH?x=1 HTTP/2.0","status":"422","bytes":12}"#,
            "POST",
            [HOST, "PATH?x=1"].concat(),
            422,
        ),
        // The query is apart.
        (
            r#"{"host":"api.bigcommerce.com","request":"PATH","query":"?page=2","method":"GET","status":"502"}"#,
            "GET",
            [HOST, "PATH?page=2"].concat(),
            502,
        ),
        (
            r#"{"cs-method":"GET","cs-uri-stem":"PATH","cs-uri-query":"page=2","sc-status":404}"#,
            "GET",
            "PATH?page=2".to_string(),
            404,
        ),
        // A document of GraphQL is no query of a URL.
        (
            r#"{"method":"POST","path":"/stores/abc123/graphql","query":"{ a(b=1) }","status":400}"#,
            "POST",
            "/stores/abc123/graphql".to_string(),
            400,
        ),
    ] {
        let told = told(&text.replace("PATH", PATH), "");
        assert_eq!(told, (method.into(), url.replace("PATH", PATH), Some(status), None), "{text}");
    }
}

#[test]
fn a_record_for_each_message_makes_one_exchange() {
    let text = r#"[
      {"_source":{"layers":{"http":{
        "POST /stores/abc123/v3/hooks HTTP/1.1\\r\\n":{"filtered":"POST /stores/abc123/v3/hooks HTTP/1.1\\r\\n"},
        "http.request.line":"Host: api.bigcommerce.com\r\n",
        "http.request.full_uri":"http://api.bigcommerce.com/stores/abc123/v3/hooks"}}}},
      {"_source":{"layers":{"http":{
        "HTTP/1.1 429 Too Many Requests\\r\\n":{"filtered":"HTTP/1.1 429 Too Many Requests\\r\\n"},
        "http.response.line":"Content-Type: application/json\r\n",
        "http.response.line":"X-Rate-Limit-Requests-Left: 0\r\n",
        "http.file_data":"{\"status\":429}"}}}}
    ]"#;
    let pasted = read(text, None).unwrap();
    assert_eq!(pasted.entries, 1);
    assert_eq!(
        told(text, "x-rate-limit-requests-left"),
        (
            "POST".into(),
            "http://api.bigcommerce.com/stores/abc123/v3/hooks".into(),
            Some(429),
            Some("0".into())
        )
    );
    assert_eq!(pasted.exchange.body.as_deref(), Some(r#"{"status":429}"#));
}

#[test]
fn what_a_log_notes_beside_an_error_is_no_answer() {
    let text = r#"[2026-01-31 20:00:02] shop.INFO: Releasing the lock {"status":{"at":1706730901.9,"status":"updating"}} []
[2026-01-31 20:00:10] BigCommerce.ERROR: Could not retrieve the token {"trace":"0: /srv/shop/api.php(150): request()"} []"#;
    let exchange = read(text, None).unwrap().exchange;
    assert_eq!(exchange.status, Some(403));
    assert!(!exchange.body.unwrap().contains("updating"));
    // What tells of a failure is one, whatever its level.
    let text =
        r#"[2026-01-31 20:00:02] shop.INFO: answered {"status":422,"title":"The name is taken"}"#;
    assert_eq!(told(text, "").2, Some(422));
}

#[test]
fn a_console_that_says_why_and_then_that_it_broke_tells_of_one_request() {
    let text = "Access to fetch at 'https://shop.example/graphql' from origin 'http://localhost:3000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.\nPOST https://shop.example/graphql net::ERR_FAILED";
    let pasted = read(text, None).unwrap();
    assert_eq!((pasted.entries, pasted.exchange.method.as_str()), (1, "POST"));
    assert!(pasted.exchange.permanent && pasted.exchange.in_browser);
}

#[test]
fn sentences_of_checks_and_deployments_stand_for_their_answers() {
    for (text, status) in [
        ("BigCommerce error: \"amount field can not have more than 2 decimal digits\"", 422),
        ("InvalidArgumentError: Make sure the following fields are provided correctly: id.", 422),
        (" ERROR  Deployment failed with error code: 30", 200),
    ] {
        let pasted = read(text, None).unwrap();
        assert_eq!((pasted.exchange.status, pasted.is_assumed), (Some(status), true), "{text}");
    }
}

#[test]
fn an_address_to_read_on_at_and_a_picture_were_not_asked_for() {
    let text = "Error occurred prerendering. Read more: https://nextjs.example/docs/messages\nTypeError: fetch failed\n  [cause]: ConnectTimeoutError: Connect Timeout Error";
    assert_eq!(told(text, "").1, "");
    let text = "stencil push: Request failed with status code 403\n![error](https://images.example/113.jpg)";
    assert_eq!(told(text, ""), ("".into(), "".into(), Some(403), None));
    let text = "I see https://api.bigcommerce.com/stores/abc123/v2/time answer with a 404";
    assert_eq!(told(text, "").1, "https://api.bigcommerce.com/stores/abc123/v2/time");
}

#[test]
fn errors_in_json_are_read_as_they_are_in_words() {
    let jwt = r#"Error: {"name":"JsonWebTokenError","message":"jwt must be provided"}"#;
    assert_eq!(told(jwt, "").2, Some(401));
    let lost = r#"{"name":"Error","message":"it broke","code":"ECONNREFUSED"}"#;
    assert!(read(lost, None).unwrap().exchange.unsent);
    let query = r#"    GraphQL errors: [{"message":"Query is too complex."}]"#;
    assert_eq!(told(query, "").2, Some(200));
    let refused = r#"{"platform":"bigcommerce","ok":false,"error":"BigCommerce responded with 401. Check it."}"#;
    assert_eq!(told(refused, "").2, Some(401));
    assert_eq!(told("Error: BigCommerce Error: Bad Request - Invalid parameters", "").2, Some(400));
}

#[test]
fn a_moment_before_a_sentence_is_no_part_of_it() {
    let line = "[2026-06-23 14:17:09] BigCommerce.ERROR: Could not retrieve the token";
    let exchange = read(line, None).unwrap().exchange;
    assert_eq!(exchange.body.as_deref(), Some("Could not retrieve the token"));
}

#[test]
fn a_status_in_brackets_and_its_words_in_quotes_are_statuses() {
    assert_eq!(told("BigCommerce API (502) Bad Gateway", "").2, Some(502));
    let (_, url, status, _) = told("it failed with 'Too Many Requests' on /v3/orders", "");
    assert_eq!((url.as_str(), status), ("/v3/orders", Some(429)));
    // As n8n says it, in place of what was answered.
    let n8n = "NodeApiError: The service is receiving too many requests from you";
    assert_eq!(told(n8n, "").2, Some(429));
    let n8n = "NodeApiError: Authorization failed - please check your credentials";
    assert_eq!(told(n8n, "").2, Some(401));
    assert!(read("A page called “Not found”, room (502) on the left", None).is_none());
}

#[test]
fn a_parser_that_found_nothing_tells_of_an_empty_list_only_where_v2_has_none() {
    let told = |text: &str| read(text, None).map(|told| (told.exchange.status, told.is_assumed));
    for said in [
        "json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
        "SyntaxError: Unexpected end of JSON input",
        "System.Text.Json.JsonException: The input does not contain any JSON tokens",
        "JSON::ParserError: unexpected token at ''",
    ] {
        let text = ["GET /stores/abc123/v2/orders?page=9\n", said].concat();
        assert_eq!(told(&text), Some((Some(204), true)), "{said}");
        let of_v3 = ["GET /stores/abc123/v3/carts\n", said].concat();
        assert_eq!(told(&of_v3), Some((None, false)), "{said}");
        let deletes = ["DELETE /stores/abc123/v3/hooks/7\n", said].concat();
        assert_eq!(told(&deletes), Some((Some(204), true)), "{said}");
        assert_eq!(told(&[said, "\nHTTP 502 Bad Gateway"].concat()), Some((Some(502), false)));
    }
}

#[test]
fn what_a_parser_shows_of_a_text_is_how_it_began() {
    let text = "SyntaxError: Unexpected token 'X', \"X-Auth-Token h\"... is not valid JSON";
    assert_eq!(told(text, "").2, Some(401));
    let page = "SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON";
    assert!(read(page, None).is_none());
}

#[test]
fn a_body_that_broke_off_is_no_success_and_no_status_of_a_client() {
    use Failure::Network;
    for text in [
        "GET https://shop.example/api/storefront/carts net::ERR_INCOMPLETE_CHUNKED_ENCODING 200 (OK)",
        "ClientPayloadError: Response payload is not completed: <TransferEncodingError: 400, message='Not enough data for satisfy transfer length header.'>",
        "Error: Payload stream closed prematurely",
    ] {
        let exchange = read(text, None).unwrap().exchange;
        assert_eq!((exchange.status, exchange.failure), (None, Some(Network)), "{text}");
    }
    let empty =
        "GET https://api.bigcommerce.com/stores/abc123/v2/coupons: 204 No Content: decode: EOF";
    assert_eq!(told(empty, "").2, Some(204));
}

#[test]
fn a_misspelt_host_is_told_where_no_url_names_it() {
    let text = "Error: getaddrinfo ENOTFOUND api.bigcomerce.com\n    at /srv/bigcommerce.js:12";
    assert_eq!(told(text, "").1, "https://api.bigcomerce.com");
    for text in [
        "Error: getaddrinfo ENOTFOUND api.bigcommerce.com",
        "Error: connect ECONNREFUSED 10.0.0.3:443 in com.bigcommerce.Api",
    ] {
        assert_eq!(told(text, "").1, "", "{text}");
    }
}

#[test]
fn the_bodies_of_several_answers_are_several_answers() {
    let text = "POST /stores/abc123/v3/payments/access_tokens\n\n{\"status\":500,\"title\":\"It broke\"}\n\nLater:\n\n{\"status\":422,\"title\":\"Order is invalid.\"}";
    let pasted = read(text, None).unwrap();
    assert_eq!((pasted.entries, pasted.exchange.status), (2, Some(422)));
    assert_eq!(pasted.exchange.url, "/stores/abc123/v3/payments/access_tokens");
    // The same once more is the same.
    let twice = "{\"status\":422,\"title\":\"No\"}\n{\"status\":422,\"title\":\"No\"}";
    assert_eq!(read(twice, None).unwrap().entries, 1);
}

#[test]
fn a_server_tells_what_it_called_within_what_it_answered() {
    let text = r#"{"req":{"method":"GET","url":"/sync","host":"localhost:3000"},"res":{"statusCode":502},"err":{"message":"no product","upstream":{"status":422,"method":"POST","url":"https://api.bigcommerce.com/stores/abc123/v3/hooks"}}}"#;
    assert_eq!(told(text, ""), ("POST".into(), URL.into(), Some(422), None));
    // Where nobody was reached it answers for itself.
    let text = r#"{"level":"error","msg":"dial tcp 10.0.0.3:443: connect: connection refused","request":{"method":"POST","host":"localhost","uri":"/stores/abc123/v3/hooks"},"status":502}"#;
    let exchange = read(text, None).unwrap().exchange;
    assert!(exchange.unsent && exchange.status.is_none());
    let boom = "Error: Client request error: socket hang up {\n  code: 'ECONNRESET',\n  trace: [ { method: 'GET', url: 'https://api.bigcommerce.com/stores/abc123/v3/hooks' } ],\n  isBoom: true,\n  output: { statusCode: 502 }\n}";
    assert_eq!(told(boom, ""), ("GET".into(), URL.into(), None, None));
}

#[test]
fn a_client_shows_where_it_was_sent_in_lists_and_objects() {
    let urls = "{ statusCode: 401, requestUrls: [ 'https://api.bigcommerce.com/stores/abc123/v3/hooks' ] }";
    assert_eq!(told(urls, "").1, URL);
    let siege = "HTTP/1.1 503     0.05 secs:     190 bytes ==> GET  /stores/abc123/v3/hooks";
    let expected = ("GET".into(), "/stores/abc123/v3/hooks".into(), Some(503), None);
    assert_eq!(told(siege, ""), expected);
    let rust = "Error: reqwest::Error { kind: Request, url: \"https://api.bigcommerce.com/stores/abc123/v3/hooks\", source: TimedOut }";
    assert_eq!(read(rust, None).unwrap().exchange.failure, Some(Failure::Timeout));
    // Node logs two slashes where it sends one.
    let node = "UNDICI 1834: connecting to api.bigcommerce.com using https:h1\nUNDICI 1834: received response to GET https://api.bigcommerce.com//stores/abc123/v3/hooks - HTTP 401";
    assert_eq!(told(node, ""), ("GET".into(), URL.into(), Some(401), None));
}

#[test]
fn a_page_of_express_is_what_was_thrown() {
    let page = "<!DOCTYPE html>\n<html><head><title>Error</title></head><body>\n<pre>Error: BigCommerce answered 403 for https://api.bigcommerce.com/stores/abc123/v3/hooks: {&quot;status&quot;:403,&quot;title&quot;:&quot;You don&#39;t have a required scope&quot;}<br> &nbsp; &nbsp;at /srv/app.js:5:20</pre>\n</body></html>";
    let exchange = read(page, None).unwrap().exchange;
    assert_eq!((exchange.url.as_str(), exchange.status), (URL, Some(403)));
    assert!(exchange.body.unwrap().contains("You don't have"));
}

#[test]
fn lines_of_a_program_and_of_a_log_tell_of_no_answer() {
    let ava = "   4:   t.like({ status: res.status }, { status: 200 });\n\n  Difference (- actual, + expected):\n\n    {\n  -   status: 503,\n  +   status: 200,\n    }";
    assert_eq!(told(ava, "").2, Some(503));
    let starts = "{\"level\":\"info\",\"msg\":\"using provided configuration\"}\n{\"level\":\"warn\",\"msg\":\"admin endpoint disabled\"}";
    assert!(read(starts, None).is_none());
    let docs = "I did add 422 error codes to the reference of customers.";
    assert!(read(docs, None).is_none());
}

#[test]
fn a_complaint_of_the_whole_body_has_a_name_that_is_empty() {
    for text in [
        r#"{"status":422,"title":"JSON data is missing","errors":{"":"error.expected.jsarray"}}"#,
        "{\n  \"status\": 422,\n  \"errors\": {\n    \"\": \"error.expected.jsarray\"\n  }\n}",
    ] {
        assert_eq!(read(text, None).unwrap().exchange.body.as_deref(), Some(text));
    }
    // Cells of spreadsheets have their quotes twice.
    let cell = r#"{""status"":422,""title"":""It is there already""}"#;
    let body = read(cell, None).unwrap().exchange.body;
    assert_eq!(body.as_deref(), Some(r#"{"status":422,"title":"It is there already"}"#));
}
