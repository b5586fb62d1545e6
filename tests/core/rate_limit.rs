//! Headers to numbers.

use bc_status::headers::request_id;
use bc_status::{Exchange, RateLimit};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn read(headers: &[(&str, &str)]) -> Option<RateLimit> {
    RateLimit::read(&Exchange { headers, ..Exchange::default() })
}

fn retry_after_ms(headers: &[(&str, &str)]) -> Option<u64> {
    read(headers)?.retry_after_ms
}

const NOTHING: RateLimit =
    RateLimit { window_ms: None, reset_ms: None, quota: None, left: None, retry_after_ms: None };

#[test]
fn each_header_is_read_in_its_unit() {
    for (name, value, expected) in [
        ("x-rate-limit-time-window-ms", "30000", RateLimit { window_ms: Some(30_000), ..NOTHING }),
        ("X-Rate-Limit-Time-Reset-Ms", "15000", RateLimit { reset_ms: Some(15_000), ..NOTHING }),
        (
            "X-RATE-LIMIT-REQUESTS-QUOTA",
            "16101495",
            RateLimit { quota: Some(16_101_495), ..NOTHING },
        ),
        ("X-Rate-Limit-Requests-Left", "0", RateLimit { left: Some(0), ..NOTHING }),
        ("X-Retry-After", "15", RateLimit { retry_after_ms: Some(15_000), ..NOTHING }),
        ("Retry-After", "120", RateLimit { retry_after_ms: Some(120_000), ..NOTHING }),
        (
            "X-BC-ApiLimit-Remaining",
            "19999",
            RateLimit { left: Some(19_999), window_ms: Some(3_600_000), ..NOTHING },
        ),
        (
            "X-Requests-Allocated",
            "150 times/60 s",
            RateLimit { quota: Some(150), window_ms: Some(60_000), ..NOTHING },
        ),
        ("X-Requests-Window-Length", "60 s", RateLimit { window_ms: Some(60_000), ..NOTHING }),
        ("X-Requests-Remaining", "149 times", RateLimit { left: Some(149), ..NOTHING }),
        ("X-Request-Window-Resets-After", "0.397 s", RateLimit { reset_ms: Some(397), ..NOTHING }),
    ] {
        assert_eq!(read(&[(name, value)]), Some(expected), "{name}: {value}");
    }
}

#[test]
fn b2b_headers_make_one_rate_limit() {
    let headers = [
        ("x-requests-allocated", "150 times/60 s"),
        ("x-requests-window-length", "0 times"),
        ("x-requests-remaining", "149 times"),
        ("x-request-window-resets-after", "0.3971234567891234567 s"),
    ];
    let expected = RateLimit {
        window_ms: Some(60_000),
        reset_ms: Some(398),
        quota: Some(150),
        left: Some(149),
        retry_after_ms: None,
    };
    assert_eq!(read(&headers), Some(expected));
}

#[test]
fn the_window_headers_win_over_the_legacy_hour() {
    let headers = [
        ("X-BC-ApiLimit-Remaining", "3"),
        ("X-Rate-Limit-Requests-Left", "149"),
        ("X-Rate-Limit-Time-Window-Ms", "30000"),
    ];
    let limit = read(&headers).unwrap();
    assert_eq!((limit.left, limit.window_ms), (Some(149), Some(30_000)));
}

#[test]
fn absent_headers_are_absent() {
    assert_eq!(read(&[]), None);
    assert_eq!(read(&[("content-type", "application/json")]), None);
}

#[test]
fn garbage_reads_as_absent() {
    for value in [
        "",
        " ",
        "abc",
        "-5",
        "+5",
        "1e3",
        "0x10",
        "NaN",
        "Infinity",
        "null",
        "5s",
        "5 s",
        "1.2.3",
        ".5",
        ".",
        "99999999999999999999999",
        "31622400001",
        "2147483647",
        "١٢",
        "5\u{a0}",
        "\u{fffd}",
        "Sun, 06 Nov 1994",
    ] {
        for name in ["X-Rate-Limit-Time-Reset-Ms", "X-Retry-After", "Retry-After"] {
            assert_eq!(read(&[(name, value)]), None, "{name}: {value:?}");
        }
    }
    for value in ["", "-1", "1.5", "9007199254740992", "5 apples", "times"] {
        assert_eq!(read(&[("X-Rate-Limit-Requests-Left", value)]), None, "left: {value:?}");
    }
    for value in ["0 times", "60", "s", "60 h"] {
        assert_eq!(read(&[("X-Requests-Window-Length", value)]), None, "window: {value:?}");
    }
}

#[test]
fn garbage_in_one_header_leaves_the_others() {
    let headers = [("X-Rate-Limit-Time-Reset-Ms", "soon"), ("Retry-After", "7")];
    assert_eq!(read(&headers), Some(RateLimit { retry_after_ms: Some(7_000), ..NOTHING }));
}

#[test]
fn bounds_are_where_they_are_said_to_be() {
    const DAY_MS: u64 = 86_400_000;
    let reset = |value: &str| read(&[("X-Rate-Limit-Time-Reset-Ms", value)])?.reset_ms;
    assert_eq!(reset("86400000"), Some(DAY_MS));
    assert_eq!(reset("86400001"), None);
    assert_eq!(reset("1764000000"), None, "a timestamp");
    assert_eq!(reset("0"), Some(0));
    assert_eq!(reset("00015"), Some(15));
    assert_eq!(retry_after_ms(&[("Retry-After", "31622400")]), Some(366 * DAY_MS));
    assert_eq!(retry_after_ms(&[("Retry-After", "31622401")]), None);
    let left = |value: &str| read(&[("X-Rate-Limit-Requests-Left", value)])?.left;
    assert_eq!(left("9007199254740991"), Some((1 << 53) - 1));
    assert_eq!(left("9007199254740992"), None);
}

#[test]
fn fractions_are_rounded_up() {
    for (seconds, ms) in [("0.0001", 1), ("1.5", 1_500), ("0.3970", 397), ("2.0000000001", 2_001)] {
        assert_eq!(retry_after_ms(&[("Retry-After", seconds)]), Some(ms), "{seconds}");
    }
}

#[test]
fn the_longest_wait_and_the_smallest_count_hold() {
    for (headers, ms) in [
        (&[("Retry-After", "5"), ("X-Retry-After", "9")][..], 9_000),
        (&[("Retry-After", "9"), ("X-Retry-After", "5")], 9_000),
        (&[("Retry-After", "5"), ("retry-after", "9")], 9_000),
        (&[("Retry-After", "5, 9")], 9_000),
        (&[("Retry-After", "9,5")], 9_000),
        (&[("Retry-After", "9, oops, -1,")], 9_000),
    ] {
        assert_eq!(retry_after_ms(headers), Some(ms), "{headers:?}");
    }
    assert_eq!(read(&[("X-Rate-Limit-Requests-Left", "9, 5")]).unwrap().left, Some(5));
}

#[test]
fn retry_after_takes_all_three_date_formats() {
    let dates = [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ];
    for date in dates {
        for answered in dates.map(|date| date.replace("08:49:37", "08:48:07")) {
            let headers = [("Retry-After", date), ("Date", answered.as_str())];
            assert_eq!(retry_after_ms(&headers), Some(90_000), "{date} against {answered}");
        }
    }
}

#[test]
fn dates_need_the_date_of_the_answer() {
    let date = "Sun, 06 Nov 1994 08:49:37 GMT";
    assert_eq!(retry_after_ms(&[("Retry-After", date)]), None, "no Date");
    assert_eq!(retry_after_ms(&[("Retry-After", date), ("Date", "today")]), None, "garbage Date");
    assert_eq!(
        retry_after_ms(&[("Retry-After", date), ("Date", "Sun, 06 Nov 1994 09:00:00 GMT")]),
        Some(0),
        "a date that has passed asks for no wait"
    );
    assert_eq!(
        retry_after_ms(&[("Retry-After", date), ("Date", "Sun, 07 Nov 1993 08:49:37 GMT")]),
        Some(364 * 86_400_000),
    );
    assert_eq!(
        retry_after_ms(&[("Retry-After", date), ("Date", "Thu, 04 Nov 1993 08:49:37 GMT")]),
        None,
        "more than a year is meant by nobody"
    );
}

#[test]
fn repeated_dates_are_told_apart() {
    let two = "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:50:37 GMT, 3";
    let headers = [("Retry-After", two), ("Date", "Sun, 06 Nov 1994 08:49:27 GMT")];
    assert_eq!(retry_after_ms(&headers), Some(70_000));
}

#[test]
fn wrong_dates_are_garbage() {
    for date in [
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 06 Nov 1994 08:49:37 GMT+1",
        "Sun, 32 Nov 1994 08:49:37 GMT",
        "Sun, 31 Nov 1994 08:49:37 GMT",
        "Sun, 30 Feb 1996 08:49:37 GMT",
        "Sun, 29 Feb 1995 08:49:37 GMT",
        "Sun, 00 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nix 1994 08:49:37 GMT",
        "Sun, 06 Nov 1969 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:60:00 GMT",
        "Sun, 06 Nov 19945 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49 GMT",
        "1994-11-06T08:49:37Z",
        "Sun, 06 Nov 1994 08:49:37 GMT GMT GMT GMT",
    ] {
        let headers = [("Retry-After", date), ("Date", "Sun, 06 Nov 1994 08:49:27 GMT")];
        assert_eq!(retry_after_ms(&headers), None, "{date}");
    }
}

/// The crate's reader against the field's: every day from 1970 to 2200.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn dates_agree_with_httpdate() {
    use std::time::{Duration, UNIX_EPOCH};

    let mut previous = httpdate::fmt_http_date(UNIX_EPOCH);
    for day in 1..84_000_u64 {
        let seconds = day * 86_400 + day % 86_400;
        let date = httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_secs(seconds));
        let expected = seconds - ((day - 1) * 86_400 + (day - 1) % 86_400);
        let headers = [("Retry-After", date.as_str()), ("Date", previous.as_str())];
        assert_eq!(retry_after_ms(&headers), Some(expected * 1_000), "{previous} to {date}");
        previous = date;
    }
}

#[test]
fn hostile_headers_cost_no_more_than_reading_them() {
    for filling in [",", "1,", "9", "Sun, 06 Nov 1994 08:49:37 GMT,", " ", "\u{e9}"] {
        let value = filling.repeat(1_000_000 / filling.len());
        for name in ["Retry-After", "X-Rate-Limit-Time-Reset-Ms", "X-Requests-Allocated", "Date"] {
            assert_eq!(read(&[(name, &value)]), None, "{name}: {filling:?} repeated");
        }
        let ids = [("X-Request-Id", value.as_str())];
        assert_eq!(request_id(&Exchange { headers: &ids, ..Exchange::default() }), None);
    }
}

#[test]
fn the_request_id_is_the_one_support_asks_for() {
    let id = |headers: &[(&str, &str)]| {
        request_id(&Exchange { headers, ..Exchange::default() }).map(str::to_owned)
    };
    assert_eq!(id(&[("x-request-id", " 2b1f ")]).as_deref(), Some("2b1f"));
    assert_eq!(id(&[("Trace-Id", "b2b"), ("X-Request-Id", "core")]).as_deref(), Some("core"));
    assert_eq!(id(&[("Trace-Id", "b2b")]).as_deref(), Some("b2b"));
    assert_eq!(id(&[("X-Request-Id", ""), ("Trace-Id", "b2b")]).as_deref(), Some("b2b"));
    assert_eq!(id(&[("X-Request-Id", "two words")]), None);
}

#[test]
#[cfg(feature = "explain")]
fn the_fields_of_the_ietf_are_read_where_there_are_none_of_bigcommerces() {
    let of = |headers: &[(&str, &str)]| {
        read(headers).map(|it| (it.quota, it.left, it.window_ms, it.reset_ms, it.retry_after_ms))
    };
    let draft = ("RateLimit", r#""default";r=12;t=4"#);
    let policy = ("RateLimit-Policy", r#""default";q=150;w=30"#);
    assert_eq!(of(&[draft]), Some((None, Some(12), None, Some(4_000), None)));
    assert_eq!(of(&[policy, draft]), Some((Some(150), Some(12), Some(30_000), Some(4_000), None)));
    // Of several the tightest, with its own policy; what counts no requests does not count.
    let several =
        ("ratelimit", r#""day";r=900;t=3000, "burst";r=0;t=2 ,"bytes";qu="content-bytes";r=5"#);
    let policies = ("ratelimit-policy", r#""day";q=1000;w=86400,"burst";q=10;w=3"#);
    let bytes = ("ratelimit", r#""bytes";qu="content-bytes";r=5;t=9"#);
    assert_eq!(of(&[several, policies]), Some((Some(10), Some(0), Some(3_000), Some(2_000), None)));
    assert_eq!(of(&[bytes]), None);
    // The older drafts.
    let older = [
        ("RateLimit-Limit", "100, 100;w=60"),
        ("RateLimit-Remaining", "3"),
        ("RateLimit-Reset", "7"),
    ];
    assert_eq!(of(&older), Some((Some(100), Some(3), None, Some(7_000), None)));
    // Retry-After goes first.
    let both = of(&[draft, ("Retry-After", "9")]).unwrap();
    assert_eq!((both.1, both.3, both.4), (Some(12), None, Some(9_000)));
    // BigCommerce's own do, too.
    let own = of(&[("X-Rate-Limit-Requests-Left", "6"), draft, policy]).unwrap();
    assert_eq!(own, (None, Some(6), None, None, None));
    for malformed in [
        "default;r=12;t=4",
        r#""default"r=12"#,
        r#""default";r=-1"#,
        r#""default";r=1.5;t=4"#,
        r#""default";t=4"#,
        r#""a";r=1;t=4, b;r=2"#,
        "12",
        "\"",
        ";",
    ] {
        assert_eq!(of(&[("RateLimit", malformed)]), None, "{malformed}");
    }
    assert_eq!(of(&[("RateLimit-Reset", "1790000000")]), None, "a timestamp is no wait");
    assert!(RateLimit::is_mentioned(&Exchange { headers: &[draft], ..Exchange::default() }));
}
