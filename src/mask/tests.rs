use super::*;

fn mask_of(secrets: &[&str]) -> Mask {
    let mut known = Known::default();
    for secret in secrets {
        known.add(secret, Origin::Head);
    }
    Mask { known }
}

fn covered(mask: &Mask, text: &str) -> String {
    let mut text = text.to_string();
    mask.cover(&mut text);
    text
}

#[test]
fn what_looks_like_a_secret_is_masked() {
    let mask = mask_of(&["sesame-street"]);
    for (text, expected) in [
        ("say sesame-street twice: sesame-street", "say *** twice: ***"),
        ("client_secret=abcdef1", "client_secret=***"),
        ("{\"access_token\":\"abcdef\"}", "{\"access_token\":\"***\"}"),
        ("X-Auth-Token: abc123", "X-Auth-Token: ***"),
        ("Bearer abc123xyz is wrong", "Bearer *** is wrong"),
        ("eyJhbGciOiJIUzI1.eyJzdWIiOiIx.c2ln", "***"),
        ("token ramciw4fnoz87it3ynjfif2zrkil5p", "token ***"),
        ("the token is invalid", "the token is invalid"),
        ("send `Authorization: Bearer`, and no more", "send `Authorization: Bearer`, and no more"),
        ("Authorization: Bearer abc123xyz", "Authorization: Bearer ***"),
        ("code: error.path.missing", "code: error.path.missing"),
        ("request 0cef4f8ea2727df064c786f3fb4b09db", "request 0cef4f8ea2727df064c786f3fb4b09db"),
        ("sku: SM-13, the-name-of-a-product-2", "sku: SM-13, the-name-of-a-product-2"),
        (
            "Address 5d8b5b91-3c1a-4f3e-9d4a-aa10cc0fe5b1",
            "Address 5d8b5b91-3c1a-4f3e-9d4a-aa10cc0fe5b1",
        ),
    ] {
        assert_eq!(covered(&mask, text), expected);
    }
}

#[test]
fn the_secrets_of_an_exchange_are_known() {
    let sent = [
        ("X-AUTH-TOKEN", "hunter-two"),
        ("cookie", "a=one-secret; b=other-secret"),
        ("Accept", "application/json"),
    ];
    let mask = Mask::of(&Exchange {
        url: "https://user:passw0rd@shop.example/login/token/some-jwt-or-so?access_token=queried&page=second",
        request_headers: Some(&sent),
        ..Exchange::default()
    });
    for secret in
        ["hunter-two", "one-secret", "other-secret", "passw0rd", "some-jwt-or-so", "queried"]
    {
        assert_eq!(covered(&mask, secret), "***", "{secret}");
    }
    for text in ["application", "second"] {
        assert_eq!(covered(&mask, text), text);
    }
}

#[test]
fn of_a_secret_that_was_cut_short_what_there_is_is_masked() {
    let mask = mask_of(&[
        "abcdef",
        "abcdefgh",
        "abcdefghijklmnopq",
        "abcdefghijklmnxyz",
        "abcdefghijklé",
        "zyxwvu-tsrqpo",
    ]);
    for (text, expected) in [
        ("abcdef", "***"),
        ("abcdefg", "***g"),
        ("abcdefgh", "***"),
        ("abcdefghi", "***i"),
        ("abcdefghijkl", "***"),
        ("abcdefghijklm", "***"),
        ("abcdefghijklmnxy!", "***!"),
        ("abcdefghijklmnopqr", "***r"),
        ("abcdefghijklè", "***è"),
        ("zyxwvu-tsrqp", "***"),
        ("zyxwvu-tsr", "zyxwvu-tsr"),
        ("abcde", "abcde"),
        ("zyxwvu-tsrqpabcdef", "******"),
    ] {
        assert_eq!(covered(&mask, text), expected, "{text}");
    }
}

#[test]
fn what_is_no_secret_of_an_exchange_is_not_known() {
    let sent = [
        ("X-Auth-Token", "{access_token}"),
        ("Authorization", "Bearer YOUR_TOKEN"),
        ("Cookie", "currency_code=undefined"),
    ];
    let answered = [(
        "Set-Cookie",
        "SHOP_SESSION=one-secret; expires=Wed, 21 Oct 2026 07:28:00 GMT; Domain=shop.example; Secure; HttpOnly",
    )];
    let mask = Mask::of(&Exchange {
        request_headers: Some(&sent),
        headers: &answered,
        body: Some(
            r#"{"token":"invalid","password":"Needs 8 characters or more","key":"Courses2"}"#,
        ),
        ..Exchange::default()
    });
    assert_eq!(covered(&mask, "one-secret"), "***");
    for text in [
        "access_token",
        "YOUR_TOKEN",
        "currency_code",
        "undefined",
        "SHOP_SESSION",
        "expires",
        "shop.example",
        "Secure",
        "HttpOnly",
        "invalid",
        "characters",
        "Courses2",
    ] {
        assert_eq!(covered(&mask, text), text);
    }
}

#[test]
fn what_a_body_names_as_secret_is_masked_where_it_stands_alone() {
    let mask = Mask::of(&Exchange {
        request_body: Some(r#"{"password":"hunter22"}"#),
        body: Some(r#"{"errors":[{"key":"X-Auth-Token","value":"s3same-street"}]}"#),
        ..Exchange::default()
    });
    assert_eq!(covered(&mask, "hunter22 and s3same-street"), "*** and ***");
}

#[test]
fn what_a_header_of_the_request_holds_is_masked_whatever_it_looks_like() {
    for secret in [
        "your-secret-9f8a7",
        "changeme-9a8b",
        "xxxx1234abcd99",
        "<abc123def>",
        "{abc123def}",
        "p@ss:w/rd",
        "aaaaaaaaaa",
    ] {
        for (name, value) in [
            ("X-Auth-Token", secret.to_string()),
            ("Authorization", ["Bearer ", secret].concat()),
            ("Cookie", ["lang=en; SHOP=", secret, "; a=b"].concat()),
        ] {
            let sent = [(name, &*value)];
            let mask = Mask::of(&Exchange { request_headers: Some(&sent), ..Exchange::default() });
            let text = ["nobody knows ", secret, " here"].concat();
            assert_eq!(covered(&mask, &text), "nobody knows *** here", "{name}: {value}");
        }
    }
    // What says that a secret is missing, or is a word of every message about one, is none.
    for open in ["{token}", "YOUR_TOKEN", "<your token>", "Bearer {token}", "invalid", "password"] {
        let sent = [("X-Auth-Token", open)];
        let mask = Mask::of(&Exchange { request_headers: Some(&sent), ..Exchange::default() });
        let text = ["nobody knows ", open].concat();
        assert_eq!(covered(&mask, &text), text);
    }
    let sent = [("Authorization", "Digest realm=\"a b\", nonce=\"0cef4f8e\"")];
    let mask = Mask::of(&Exchange { request_headers: Some(&sent), ..Exchange::default() });
    assert_eq!(covered(&mask, "realm=\"a\", 0cef4f8e"), "realm=\"a\", ***");
}

#[test]
fn what_the_request_body_names_as_secret_is_masked_though_it_is_made_of_words() {
    let masked = |body: &str, text: &str| {
        covered(&Mask::of(&Exchange { request_body: Some(body), ..Exchange::default() }), text)
    };
    for secret in [
        "hunter2 required",
        "never eat the yellow snow",
        "the-yellow-snow",
        "your-secret-9f8a7",
        "<abc123def>",
        "p@ss:w/rd",
        "aaaaaaaaaa",
        "sesame",
    ] {
        for body in [
            ["{\"customer\":{\"password\":\"", secret, "\"}}"].concat(),
            ["{\"key\":\"passphrase\",\"value\":\"", secret, "\"}"].concat(),
            ["form-data; name=\"password\"\r\n\r\n", secret, "\r\n--b--"].concat(),
        ] {
            let text = ["The password ", secret, " is too weak"].concat();
            assert_eq!(masked(&body, &text), "The password *** is too weak", "{body}");
            let text = ["{\"password\": \"", secret, "\"}"].concat();
            assert_eq!(masked(&body, &text), "{\"password\": \"***\"}", "{body}");
        }
    }
    for (body, text) in [
        ("{\"password\":\"{password}\"}", "{password} is no password"),
        ("{\"password\":\"password\"}", "password: must be at least 8 characters"),
        ("{\"token\":\"invalid\"}", "The token is invalid"),
    ] {
        assert_eq!(masked(body, text), text, "{body}");
    }
}

#[test]
fn masking_twice_is_masking_once() {
    let mask = mask_of(&["sesame-street", "abcdef", "abcdefghijklm", "hunter22"]);
    let parts = [
        "sesame-street",
        "sesame-",
        "street",
        "abcdef",
        "ghijklm",
        "hunter2",
        "2",
        "token=",
        "X-Auth-Token: ",
        "password",
        "\"",
        ": ",
        "=",
        "***",
        "*",
        " ",
        "\n",
        "4111",
        "1111",
        "-",
        "4111 1111 1111 1111",
        "ada",
        "@",
        "shop.example",
        "://",
        "eyJhbGciOiJIUzI1NiJ9",
        ".",
        "é",
        "<",
        ">",
        "{",
        "}",
        "value=",
        "name=",
    ];
    let mut seed: u32 = 7;
    for _ in 0..30_000 {
        let mut text = String::new();
        for _ in 0..10 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(parts[(seed >> 16) as usize % parts.len()]);
        }
        let mut once = text.clone();
        mask.cover_finding(&mut once);
        let mut twice = once.clone();
        mask.cover_finding(&mut twice);
        assert_eq!(twice, once, "{text}");
    }
}

#[test]
fn many_secrets_and_hostile_texts_come_to_an_end() {
    // Whoever asks for each secret at each place, or copies the text at each hit, needs
    // minutes for the first, and whoever looks ahead to the end for one of the others.
    let numbers = 0..40_000;
    let parts: Vec<String> = numbers.map(|n| ["n", &n.to_string(), "-secret"].concat()).collect();
    let secrets: Vec<&str> = parts.iter().map(String::as_str).collect();
    let text = parts.join(" and so on, ");
    assert_eq!(covered(&mask_of(&secrets), &text), vec!["***"; parts.len()].join(" and so on, "));
    for part in [
        "a",
        "a=",
        "=",
        ":::::",
        "\"",
        "'",
        "\\",
        "\\\"",
        "\n",
        " ",
        "-",
        "--",
        "token=",
        "token:",
        "token=is&",
        "token=\"is ",
        "token=\\\"is ",
        "token:\n",
        "token:[",
        "token=string(",
        "token:Array",
        "\"name\":\"token\"",
        "value=\"",
        "\"value\":\"x\",\"name\":\"",
        "<token>",
        "<token ",
        "://",
        "://a@",
        "@",
        "a@b.c",
        "1",
        "4111 ",
        "4111-",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN ",
        "-u ",
        "curl -u ",
        "code:x",
        "code=",
        "client_id code:x",
        "cookie: a=1; ",
        "Bearer ",
        "%3D",
        "token%3Dx%26",
        "xxxx:token=",
        "token=x=\"",
        "token ",
        "n1-secret",
        "n1-",
        "ghp_",
        "eyJ",
        "é",
        "form-data; name=\"token\"\n",
    ] {
        let text = part.repeat(200_000 / part.len());
        let mut masked = text.clone();
        Mask::default().cover_finding(&mut masked);
        assert!(masked.len() <= 3 * text.len(), "{part}");
    }
}
