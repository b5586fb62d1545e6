//! No secret in a text that is shown, in whatever notation; and all else as it was.

use bc_status::masked;

/// Random, as tokens are, though in no form that gives itself away.
const TOKEN: &str = "q3v9-hd0e.x4mple";

fn check(rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        let text = text.replace('§', TOKEN);
        assert_eq!(masked(&text), *expected, "{text}");
        assert_eq!(masked(expected), *expected, "masked once more");
    }
}

#[test]
fn headers_with_their_value_in_the_same_line_or_the_next() {
    check(&[
        ("X-Auth-Token: §", "X-Auth-Token: ***"),
        (
            "GET / HTTP/1.1\r\nx-auth-token:§\r\nAccept: */*",
            "GET / HTTP/1.1\r\nx-auth-token:***\r\nAccept: */*",
        ),
        ("x-auth-token:\n§\naccept:\n*/*", "x-auth-token:\n***\naccept:\n*/*"),
        ("x-auth-token:\r\nsesame\r\naccept:\r\n*/*", "x-auth-token:\r\n***\r\naccept:\r\n*/*"),
        ("> X-Auth-Token: §", "> X-Auth-Token: ***"),
        (
            "POST /v3/carts\\nX-Auth-Token: sesame\\nAccept: */*",
            "POST /v3/carts\\nX-Auth-Token: ***\\nAccept: */*",
        ),
        (
            "curl -H 'X-Auth-Token: §' https://x.example",
            "curl -H 'X-Auth-Token: ***' https://x.example",
        ),
        ("curl ^\"u^\" -H ^\"x-auth-token: §^\"", "curl ^\"u^\" -H ^\"x-auth-token: ***\""),
        ("Authorization: Bearer §", "Authorization: Bearer ***"),
        ("Authorization: Basic YWRhOnNl/YW1l+x==", "Authorization: Basic ***"),
        ("Authorization: PAT a§", "Authorization: PAT ***"),
        ("Cookie: a=§; b=hunter22", "Cookie: ***"),
        ("Set-Cookie: SHOP=§; Path=/; HttpOnly", "Set-Cookie: ***; HttpOnly"),
        ("Cookie: a=\"1\"; b=§ Accept: */*", "Cookie: *** Accept: */*"),
        ("Cookie: a=1; b=\"hunter22", "Cookie: ***"),
        ("Cookie: a=1; b=\"hunter22\nAccept: */*", "Cookie: ***\nAccept: */*"),
        (
            "Authorization: Digest username=\"ada\", realm=\"a b\", response=\"0cef4f8e\"",
            "Authorization: Digest ***",
        ),
        ("**X-Auth-Token:** §", "**X-Auth-Token:** ***"),
        ("X-Auth-Token: § was refused", "X-Auth-Token: *** was refused"),
        (
            "\"message\":\"X-Auth-Token: § is unknown\"",
            "\"message\":\"X-Auth-Token: *** is unknown\"",
        ),
        ("X-Api-Key = §", "X-Api-Key = ***"),
    ]);
}

#[test]
fn parameters_and_variables() {
    check(&[
        ("?access_token=§&page=2", "?access_token=***&page=2"),
        ("client_secret=abcdef1", "client_secret=***"),
        (
            "https://x.example/?next=%2Fback%3Ftoken%3D§%26x",
            "https://x.example/?next=%2Fback%3Ftoken%3D***%26x",
        ),
        ("?key=hunter22", "?key=***"),
        ("BC_TOKEN=§ npm start", "BC_TOKEN=*** npm start"),
        ("export BC_TOKEN=\"§\"", "export BC_TOKEN=\"***\""),
        ("session_id=§", "session_id=***"),
        ("PHPSESSID=§", "PHPSESSID=***"),
        ("passphrase = 'correct horse battery staple'", "passphrase = '***'"),
        ("https://ada:§@x.example/", "https://***@x.example/"),
        ("https:\\/\\/ada:§@x.example\\/", "https:\\/\\/***@x.example\\/"),
        ("https://x.example/login/token/§?x", "https://x.example/login/token/***?x"),
        ("&auth[token]=§", "&auth[token]=***"),
    ]);
}

#[test]
fn members() {
    check(&[
        ("{\"access_token\":\"abcdef\"}", "{\"access_token\":\"***\"}"),
        ("{\"password\":\"hunter\", \"x\":1}", "{\"password\":\"***\", \"x\":1}"),
        ("{'client_secret': '§'}", "{'client_secret': '***'}"),
        ("{\\\"access_token\\\":\\\"§\\\"}", "{\\\"access_token\\\":\\\"***\\\"}"),
        ("{\"password\":\"a\\\"§\"}", "{\"password\":\"***\"}"),
        ("{\"access_token\":\"§", "{\"access_token\":\"***"),
        ("{\"X-Auth-Token\":[\"§\"]}", "{\"X-Auth-Token\":[\"***\"]}"),
        ("'X-Auth-Token' => '§'", "'X-Auth-Token' => '***'"),
        ("headers: { Authorization: `Bearer §` }", "headers: { Authorization: `Bearer ***` }"),
        ("map[X-Auth-Token:[§]]", "map[X-Auth-Token:[***]]"),
    ]);
}

#[test]
fn name_and_value_beside_each_other() {
    check(&[
        (
            "{\"key\":\"X-Auth-Token\",\"value\":\"§\"}",
            "{\"key\":\"X-Auth-Token\",\"value\":\"***\"}",
        ),
        (
            "{\"name\": \"X-Auth-Token\", \"value\": \"sesame\"}",
            "{\"name\": \"X-Auth-Token\", \"value\": \"***\"}",
        ),
        (
            "{\"value\":\"sesame\",\"name\":\"X-Auth-Token\"}",
            "{\"value\":\"***\",\"name\":\"X-Auth-Token\"}",
        ),
        ("{\"value\":\"§\", \"key\":\"password\"}", "{\"value\":\"***\", \"key\":\"password\"}"),
        (
            "{\"key\":\"password\",\"type\":\"text\",\"value\":\"§\"}",
            "{\"key\":\"password\",\"type\":\"text\",\"value\":\"***\"}",
        ),
        (
            "{\\\"key\\\":\\\"token\\\",\\\"value\\\":\\\"§\\\"}",
            "{\\\"key\\\":\\\"token\\\",\\\"value\\\":\\\"***\\\"}",
        ),
        ("{ name: 'X-Auth-Token', value: '§' }", "{ name: 'X-Auth-Token', value: '***' }"),
        (
            "['name' => 'X-Auth-Token', 'value' => '§']",
            "['name' => 'X-Auth-Token', 'value' => '***']",
        ),
        (
            "{\"key\":\"colour\",\"value\":\"green-13\"}",
            "{\"key\":\"colour\",\"value\":\"green-13\"}",
        ),
        (
            "{\"value\":\"green-13\",\"name\":\"colour\"},{\"name\":\"token\"}",
            "{\"value\":\"green-13\",\"name\":\"colour\"},{\"name\":\"token\"}",
        ),
    ]);
}

#[test]
fn inputs_of_a_form() {
    check(&[
        ("<input name=\"password\" value=\"§\">", "<input name=\"password\" value=\"***\">"),
        (
            "<input type='hidden' name='authenticity_token' id='x' value='sesame'/>",
            "<input type='hidden' name='authenticity_token' id='x' value='***'/>",
        ),
        (
            "<input value=\"§\" type=\"hidden\" name=\"csrf_token\">",
            "<input value=\"***\" type=\"hidden\" name=\"csrf_token\">",
        ),
        (
            "<input name=\"token\"><input value=\"green-13\">",
            "<input name=\"token\"><input value=\"green-13\">",
        ),
    ]);
}

#[test]
fn parts_of_a_form() {
    check(&[
        (
            "--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\n§ x\r\n--b--",
            "--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\n***\r\n--b--",
        ),
        (
            "Content-Disposition: form-data; name=\"token\"\nContent-Type: text/plain\n\nsesame\n--b",
            "Content-Disposition: form-data; name=\"token\"\nContent-Type: text/plain\n\n***\n--b",
        ),
        (
            "form-data; name=\"sku\"\r\n\r\ngreen-13\r\n--b",
            "form-data; name=\"sku\"\r\n\r\ngreen-13\r\n--b",
        ),
    ]);
}

#[test]
fn indexes_of_programs() {
    check(&[
        ("environ[\"X_AUTH_TOKEN\"]=\"§\"", "environ[\"X_AUTH_TOKEN\"]=\"***\""),
        ("os.environ['BC_TOKEN'] = 'sesame'", "os.environ['BC_TOKEN'] = '***'"),
        (
            "axios.defaults.headers.common['X-Auth-Token'] = '§';",
            "axios.defaults.headers.common['X-Auth-Token'] = '***';",
        ),
        (
            "    [X-Auth-Token] => §\n    [Accept] => */*",
            "    [X-Auth-Token] => ***\n    [Accept] => */*",
        ),
        ("ENV['BC_TOKEN']", "ENV['BC_TOKEN']"),
    ]);
}

#[test]
fn pairs_and_flat_lists() {
    check(&[
        ("{b'X-Auth-Token': b'§'}", "{b'X-Auth-Token': b'***'}"),
        (
            "[(b'x-auth-token', b'§'), (b'accept', b'*/*')]",
            "[(b'x-auth-token', b'***'), (b'accept', b'*/*')]",
        ),
        ("[['X-Auth-Token', '§']]", "[['X-Auth-Token', '***']]"),
        ("headers.set(\"X-Auth-Token\", \"§\")", "headers.set(\"X-Auth-Token\", \"***\")"),
        (
            "rawHeaders: ['Accept', '*/*', 'X-Auth-Token', '§', 'Host', 'x']",
            "rawHeaders: ['Accept', '*/*', 'X-Auth-Token', '***', 'Host', 'x']",
        ),
        (
            "[\n  \"Authorization\",\n  \"Bearer §\",\n  \"Host\"]",
            "[\n  \"Authorization\",\n  \"Bearer ***\",\n  \"Host\"]",
        ),
        (
            "[\"X-Auth-Token\", \"Access-Control-Allow-Origin\"]",
            "[\"X-Auth-Token\", \"Access-Control-Allow-Origin\"]",
        ),
        ("['password', 'email']", "['password', 'email']"),
    ]);
}

#[test]
fn elements() {
    check(&[
        (
            "<customer><password>hunter</password></customer>",
            "<customer><password>***</password></customer>",
        ),
        ("<password><![CDATA[§]]></password>", "<password><![CDATA[***]]></password>"),
        ("<ns:token>§</ns:token>", "<ns:token>***</ns:token>"),
        ("<token>{token}</token>", "<token>{token}</token>"),
    ]);
}

#[test]
fn options_of_curl_and_httpie() {
    check(&[
        ("curl -u ada:§ https://x.example", "curl -u *** https://x.example"),
        ("curl -su 'ada:open sesame' u", "curl -su '***' u"),
        ("curl --user ada:sesame u", "curl --user *** u"),
        ("http -a ada:§ GET x.example", "http -a *** GET x.example"),
        ("https --auth=ada:§ x.example", "https --auth=*** x.example"),
        (
            "curl -u \"$USER:$PASS\" -u <user>:<pass> u",
            "curl -u \"$USER:$PASS\" -u <user>:<pass> u",
        ),
        ("sort -u a:b", "sort -u a:b"),
    ]);
}

#[test]
fn the_code_of_oauth_and_no_other() {
    check(&[
        (
            "client_id=fern&code=§&grant_type=authorization_code",
            "client_id=fern&code=***&grant_type=authorization_code",
        ),
        ("code=sesame&scope=store_v2_orders", "code=***&scope=store_v2_orders"),
        ("GET /auth?code=§ HTTP/1.1", "GET /auth?code=*** HTTP/1.1"),
        ("/login?next=%2Fauth%3Fcode%3D§", "/login?next=%2Fauth%3Fcode%3D***"),
        (
            "{\"client_id\":\"x\",\"code\":\"q3v9hd0ex4mple\"}",
            "{\"client_id\":\"x\",\"code\":\"***\"}",
        ),
        ("code: error.path.missing", "code: error.path.missing"),
        (
            "{\"client_id\":\"x\",\"code\":\"invalid_client\"}",
            "{\"client_id\":\"x\",\"code\":\"invalid_client\"}",
        ),
        ("{\"code\":\"invalid_x2\",\"status\":422}", "{\"code\":\"invalid_x2\",\"status\":422}"),
        ("failed with code=ECONNREFUSED", "failed with code=ECONNREFUSED"),
    ]);
}

#[test]
fn tokens_of_well_known_services() {
    for prefix in [
        "ghp_",
        "gho_",
        "github_pat_",
        "sk_live_",
        "sk_test_",
        "rk_live_",
        "xoxb-",
        "AKIA",
        "AIza",
        "glpat-",
        "npm_",
        "shpat_",
    ] {
        let token = format!("{prefix}QWERTYUIOPASDFGH");
        assert_eq!(masked(&format!("see {token}.")), "see ***", "{prefix}");
        assert_eq!(masked(&format!("{{\"x\":\"{token}\"}}")), "{\"x\":\"***\"}", "{prefix}");
        for open in ["xxxxxxxxxxxxxxxx", "your_token_goes_here"] {
            let text = format!("set {prefix}{open}");
            assert_eq!(masked(&text), text);
        }
    }
    check(&[("desk_live_conversation_history", "desk_live_conversation_history")]);
}

#[test]
fn blocks_of_private_keys() {
    let pem = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIB\nAAKC/w==\n-----END RSA PRIVATE KEY-----";
    let escaped = pem.replace('\n', "\\n");
    for block in [pem, &escaped] {
        assert_eq!(masked(&format!("a {block} b")), "a *** b");
        assert_eq!(masked(&format!("{{\"pem\":\"{block}\"}}")), "{\"pem\":\"***\"}");
        // Cut short.
        assert_eq!(masked(&format!("{{\"pem\":\"{}\"}}", &block[..50])), "{\"pem\":\"***\"}");
        assert_eq!(masked(&format!("a {}", &block[..60])), "a ***");
        assert_eq!(masked(&format!("x\\n{block}\\ny")), "x\\n***\\ny");
    }
    let public = "-----BEGIN PUBLIC KEY-----\nMIIEpAIB\n-----END PUBLIC KEY-----";
    assert_eq!(masked(public), public);
}

#[test]
fn card_codes_have_a_name() {
    check(&[
        ("{\"cvv\":\"123\",\"expiry_year\":2030}", "{\"cvv\":\"***\",\"expiry_year\":2030}"),
        ("{\"verification_value\": \"1234\"}", "{\"verification_value\": \"***\"}"),
        ("{\"cvc\":123}", "{\"cvc\":***}"),
        ("card_cvv2=123&x=1", "card_cvv2=***&x=1"),
        ("cvv: is missing", "cvv: is missing"),
    ]);
}

#[test]
fn what_is_no_secret_stays() {
    for text in [
        "",
        "the token is invalid",
        "the hash of the token's store; an old `authToken` goes without it, since 2019",
        "'x-auth-token': [Array], 'accept': '*/*'",
        "token: refused",
        "token: invalid",
        "password: minimum length is 8",
        "{\"password\":\"Password must have at least 7 characters\"}",
        "{\"token\":\"error.path.missing\"}",
        "{\"password\":\"is required\"}",
        "Unexpected token < in JSON at position 0",
        "Unexpected token: identifier",
        "send `Authorization: Bearer`, and no more",
        "code: error.path.missing",
        "request 0cef4f8ea2727df064c786f3fb4b09db",
        "x-request-id: 0cef4f8ea2727df064c786f3fb4b09db",
        "Address 5d8b5b91-3c1a-4f3e-9d4a-aa10cc0fe5b1",
        "sku: SM-13, the-name-of-a-product-2",
        "https://api.bigcommerce.com/stores/k7m2p9q4/v3/catalog/products?limit=250&include=images",
        "https://developer.bigcommerce.com/docs/start/authentication/api-accounts#api-tokens",
        "X-Auth-Token: {token}",
        "X-Auth-Token: $TOKEN",
        "X-Auth-Token: ${BC_TOKEN}",
        "X-Auth-Token: <your token>",
        "X-Auth-Token: [REDACTED]",
        "X-Auth-Token: xxxxxxxxxx",
        "X-Auth-Token: xxxx-xxxx-1234",
        "X-Auth-Token: ••••••••",
        "X-Auth-Token: ********",
        "“x-auth-token: *…”",
        "X-Auth-Token: YOUR_ACCESS_TOKEN",
        "X-Auth-Token: your-access-token",
        "Authorization: Bearer {token}",
        "{\"headers\":{\"X-Auth-Token\":\"{{access_token}}\"}}",
        "https://{user}:{password}@shop.example/",
        "`Authorization: Bearer <token>`",
        "fetch(u, { headers: { \"X-Auth-Token\": process.env.BC_TOKEN } })",
        "os.environ['BC_TOKEN']",
        "X-Auth-Token:\nAccept: application/json",
        "access-control-allow-headers: X-Auth-Token, Content-Type\nvary: cookie, accept",
        "www-authenticate: Bearer error=\"invalid_token\", error_description=\"The token expired\"",
        "{\"token_type\":\"bearer\",\"tokens\":500,\"country\":{\"code\":\"US\"},\"key\":\"Courses offered\"}",
        "sort_key=created_at&primary_key=product_id",
        "pi 3.14159, 1700000000000 ms, 4006381333931, 192.168.1.100",
        "a card 4111 1111 1111 1111 of ada@shop.example",
        "é token=é 😀",
    ] {
        assert_eq!(masked(text), text);
    }
}

/// Parts of texts that mean something to the reader, and what is between them.
#[cfg(not(target_arch = "wasm32"))]
const PARTS: [&str; 98] = [
    "token",
    "X-Auth-Token",
    "x-auth-token",
    "password",
    "access_token",
    "cookie",
    "Authorization",
    "code",
    "name",
    "key",
    "value",
    "client_id",
    "cvv",
    "/login/token/",
    "curl ",
    "http ",
    "-u ",
    "-a ",
    "--user",
    "form-data; ",
    "Bearer ",
    "Basic ",
    "Digest ",
    "PAT ",
    "is ",
    "invalid",
    "refused",
    "sesame",
    "hunter22",
    "q3v9-hd0e.x4mple",
    "a1",
    "123",
    "4111111111111111",
    "ada@shop.example",
    "ghp_QWERTYUIOPASDFGH",
    "eyJhbGciOiJIUzI1NiJ9.e30.x",
    "0cef4f8ea2727df064c786f3fb4b09db",
    "qwertyuiop1234567890asdfghjkl",
    "xxxx",
    "your-token",
    "YOUR_TOKEN",
    "***",
    "*",
    "•••",
    "-----BEGIN PRIVATE KEY-----",
    "-----END PRIVATE KEY-----",
    "-----BEGIN",
    "MIIEpAIB",
    "<",
    ">",
    "</",
    "<![CDATA[",
    "]]>",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "\"",
    "'",
    "`",
    "\\",
    "\\\"",
    "\\n",
    "\n",
    "\r\n",
    "\r\n\r\n",
    " ",
    "  ",
    "\t",
    "=",
    ":",
    ": ",
    "=>",
    ",",
    ", ",
    ";",
    "; ",
    "&",
    "?",
    "#",
    "%3D",
    "%26",
    "%",
    "://",
    "@",
    "/",
    "$",
    "^",
    "b'",
    "-",
    "_",
    ".",
    "…",
    "é",
    "😀",
    "\0",
];

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use super::PARTS;
    use bc_status::masked;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn text() -> impl Strategy<Value = String> {
        prop_oneof![
            8 => vec(select(&PARTS[..]), 0..16).prop_map(|parts| parts.concat()),
            1 => any::<String>(),
            1 => vec(any::<u8>(), 0..64).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        ]
    }

    proptest! {
        #![proptest_config(crate::tries(5_000))]

        #[test]
        fn masking_twice_is_masking_once(text in text()) {
            let once = masked(&text);
            prop_assert_eq!(masked(&once), once.as_str(), "{:?}", text);
            prop_assert!(once.len() <= 3 * text.len());
        }

        #[test]
        fn what_is_around_a_mask_was_there_before(text in text()) {
            let text = text.replace('*', "");
            let once = masked(&text);
            let mut rest = text.as_str();
            for part in once.split("***") {
                let at = rest.find(part);
                prop_assert!(at.is_some(), "{:?} of {:?}", part, text);
                rest = &rest[at.unwrap() + part.len()..];
            }
        }
    }
}
