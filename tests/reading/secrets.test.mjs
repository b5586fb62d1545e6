// What a pasted text shows of its secrets: nothing, and all the rest.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conceal, reveal } from '../../pkg/dist/reading/conceal.js';

const SECRET = 'q3v9hd0exampletoken7k2m1x5z8w40';
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9';
const SHORT = 'zqxjk';

/** Each with the secret in it that must not be seen. */
const NOTATIONS = [
  ...[
    'X-Auth-Token',
    'x-auth-token',
    'Authorization',
    'AuthToken',
    'Proxy-Authorization',
    'X-Auth-Client',
    'Cookie',
    'Set-Cookie',
    'X-Api-Key',
    'X-Csrf-Token',
  ].flatMap((name) => [
    `HTTP/1.1 200 OK\n${name}: ${SECRET}\nAccept: */*`,
    `> ${name}: ${SECRET}\r\n> Accept: x`,
    `< ${name.toLowerCase()}: ${SECRET}`,
    `curl -H '${name}: ${SECRET}' https://x.example`,
    `curl -H "${name}: ${SECRET}" https://x.example`,
    `curl -H${name}:${SECRET} https://x.example`.replace('-H', "-H'").replace(' https', "' https"),
    `curl ^"https://x^" ^\n -H ^"${name}: ${SECRET}^"`,
    `{"headers":{"${name}":"${SECRET}"}}`,
    `{"name":"${name}","value":"${SECRET}"}`,
    `{"value":"${SECRET}", "name":"${name}"}`,
    `fetch("x", { headers: { '${name}': '${SECRET}' } })`,
  ]),
  `X-Auth-Token: ${SHORT}`,
  `curl -H 'X-Auth-Token: ${SHORT}' x`,
  `Authorization: Bearer ${SHORT}`,
  `https://ada:${SHORT}pass@shop.example/`,
  `https://shop.example/?access_token=${SHORT}&x=1`,
  `client_secret=${SHORT}&grant_type=x`.replace(/^/, '?'),
  `https://shop.example/oauth?code=${SHORT}&scope=y`,
  `https://shop.example/login/token/${JWT}?x`,
  `{"access_token":"${SHORT}","scope":"x"}`,
  `{"client_secret": "${SHORT}"}`,
  `{"password":"${SHORT}"}`,
  `curl -u ada:${SHORT} https://x.example`,
  `curl --user 'ada:${SHORT}' https://x.example`,
  `curl -b 'SHOP=${SHORT}' https://x.example`,
  `curl --oauth2-bearer ${SHORT} https://x.example`,
  `client_secret=${SHORT}&x=y`,
  `? access_token%3D${SHORT}%26x`,
  `'X-Auth-Token' => '${SHORT}'`,
  `"X-Auth-Token"="${SHORT}"`,
  `{"body":"{\\"access_token\\":\\"${SHORT}\\"}"}`,
  `Content-Disposition: form-data; name="password"\r\n\r\n${SHORT}\r\n--x`,
  `<customer><password>${SHORT}</password></customer>`,
  `{"request":{"cookies":[{"name":"x","value":"${SHORT}"}]}}`,
  `{"postData":{"params":[{"name":"password","value":"${SHORT}"}]}}`,
  `the token ${SECRET} was refused`,
  `"message":"Bearer ${SECRET} is invalid"`,
  JWT,
  `0123456789abcdef0123456789abcdef0123456789abcdef`,
];

/** Short ones that only their notation gives away. */
const QUOTED = [
  `curl -sHX-Auth-Token:${SHORT} u`,
  `curl --header X-Auth-Token:${SHORT} u`,
  `curl --header=X-Auth-Token:${SHORT} u`,
  `curl -H ‘X-Auth-Token: ${SHORT}’ u`,
  `curl -H “X-Auth-Token: ${SHORT}” u`,
  `curl -H 'X-Auth-Token: "${SHORT}"' u`,
  `curl -u ^"ada:${SHORT}^" u`,
  `curl -su ada:${SHORT} u`,
  `curl -u "ada:a ${SHORT}" u`,
  `curl -u ada:'${SHORT}' u`,
  `curl -sb a=${SHORT} u`,
  `curl --cookie=a=${SHORT} u`,
  `curl ada:${SHORT}@x.example`,
  `curl 'u' -H 'cookie: a=it"s; b=${SHORT}'`,
  `curl "u" -H "cookie: a='1'; b=${SHORT}"`,
  `curl u -H $'cookie: a=\\'1\\'; b=${SHORT}'`,
  `curl u -H 'cookie: a=it'\\''s; b=${SHORT}'`,
  `curl ^"u^" -H ^"cookie: a=1^%^202; b=${SHORT}^"`,
  `curl ^"u^" -H ^"cookie: a=^\\^"q^\\^"; b=${SHORT}^"`,
  `curl --data-raw ^"^{^\\^"client_secret^\\^":^\\^"${SHORT}^\\^"^}^"`,
  `curl --data-raw $'{"password":"a\\'${SHORT}"}'`,
  `Cookie: a="1"; b=${SHORT}`,
  `Cookie: a=1^2; b=${SHORT}`,
  `Set-Cookie: a="${SHORT}"; Path=/`,
  `set-cookie: a=1; Path=/, b=${SHORT}; Path=/`,
  `{"Cookie":"a=\\"1\\"; b=${SHORT}"}`,
  `{"name":"Cookie","value":"a=\\"1\\"; b=${SHORT}"}`,
  `{"name":"X-Auth-Token","comment":"","value":"${SHORT}"}`,
  `{ name: 'X-Auth-Token', value: '${SHORT}' }`,
  `{"X-Auth-Token":["${SHORT}"]}`,
  `{"requestHeaders":[["X-Auth-Token","${SHORT}"]]}`,
  `h.set('X-Auth-Token', '${SHORT}')`,
  `headers: { Authorization: 'Bearer ${SHORT}' }`,
  `headers: { Cookie: \`a=${SHORT}\` }`,
  `const client_secret: '${SHORT}',`,
  `Authorization: Digest username="x", response="${SHORT}"`,
  `x-auth: ${SHORT}`,
  `| X-Auth-Token: ${SHORT}`,
  `X-Auth-Token = ${SHORT}`,
  `BC_ACCESS_TOKEN="${SHORT}"`,
  `**X-Auth-Token:** ${SHORT}`,
  `\`X-Auth-Token: ${SHORT}\``,
  `X-Auth-Token: "${SHORT}"`,
  `X-Auth-Token: <${SHORT}`,
  `https://ada:p@${SHORT}@x.example/`,
  `https://x.example/?api_key=${SHORT}`,
  `https://x.example/?sig=${SHORT}`,
  `&amp;token=${SHORT}`,
  `\\u0026token=${SHORT}`,
  `?access_token=a%20${SHORT}`,
  `https:\\/\\/x.example\\/login\\/token\\/${SHORT}`,
  `{"access_token": "x\\"${SHORT}"}`,
  `{"secret":"x\\\\${SHORT}"}`,
  `{"password":"it's ${SHORT}"}`,
  `{"queryString":[{"name":"code","value":"${SHORT}"}]}`,
  `"cookies":[{"name":"a[0]","value":"x]"},{"name":"b","value":"${SHORT}"}]`,
  `<password><![CDATA[${SHORT}]]></password>`,
  `<token type="x">${SHORT}</token>`,
  `<ns:token>${SHORT}</ns:token>`,
];

/** As programs, pages and panes of browsers write them. */
const PROGRAMS = {
  'a value in the next line': [`x-auth-token:\n${SHORT}\naccept:\n*/*`, `HTTP/1.1 200\nx-auth-token:\r\n${SECRET}\r\n`],
  'key and value': [
    `{"key":"X-Auth-Token","value":"${SHORT}"}`,
    `{"value": "${SHORT}", "key": "password"}`,
    `{\\"key\\":\\"token\\",\\"value\\":\\"${SHORT}\\"}`,
  ],
  'an index': [
    `environ["X_AUTH_TOKEN"]="${SHORT}"`,
    `os.environ['BC_TOKEN'] = '${SHORT}'`,
    `axios.defaults.headers.common['X-Auth-Token'] = '${SHORT}';`,
  ],
  'an array of PHP': [`    [X-Auth-Token] => ${SHORT}\n    [Accept] => */*`, `['name' => 'X-Auth-Token', 'value' => '${SHORT}']`],
  'bytes of Python': [`{b'X-Auth-Token': b'${SHORT}'}`, `[(b'x-auth-token', b'${SHORT}'), (b'accept', b'*/*')]`],
  'a flat list of headers': [
    `rawHeaders: ['Accept', '*/*', 'X-Auth-Token', '${SHORT}7', 'Host', 'x']`,
    `["Host","x","Authorization","Bearer ${SHORT}7"]`,
  ],
  'an input': [
    `<input name="password" value="${SHORT}">`,
    `<input type='hidden' name='csrf_token' id='x' value='${SHORT}'/>`,
    `<input value="${SHORT}" type="hidden" name="csrf_token">`,
  ],
  'a form': [`form-data; name="token"\r\nContent-Type: text/plain\r\n\r\n${SHORT}\r\n--b`],
  'a code of OAuth': [
    `code=${SHORT}&client_id=x&grant_type=authorization_code`,
    `/auth?code=${SHORT}&scope=x`,
    `%2Fauth%3Fcode%3D${SHORT}`,
  ],
  'a session and a passphrase': [`session_id=${SHORT}`, `{"passphrase":"${SHORT}"}`, `PHPSESSID=${SHORT}`],
  'a login of httpie': [`http -a ada:${SHORT} GET x.example`, `https --auth=ada:${SHORT} x.example`],
  'a known prefix': [
    'ghp_',
    'gho_',
    'github_pat_',
    'sk_live_',
    'sk_test_',
    'rk_live_',
    'xoxb-',
    'AKIA',
    'AIza',
    'glpat-',
    'npm_',
    'shpat_',
  ].map((prefix) => `see ${prefix}QWERTYzqxjkUIOPAS.`),
  'a block of a private key': [
    `-----BEGIN RSA PRIVATE KEY-----\nMII${SHORT}\n-----END RSA PRIVATE KEY-----`,
    `{"x":"-----BEGIN PRIVATE KEY-----\\nMII${SHORT}"}`,
  ],
  'the code of a card': ['{"cvv":"zqxjk1"}'],
};

const secretOf = (text) =>
  [JWT, SECRET, '0123456789abcdef0123456789abcdef0123456789abcdef'].find((secret) => text.includes(secret)) ?? SHORT;

describe('secrets', () => {
  it('are seen in no notation, and come back', () => {
    for (const text of [...NOTATIONS, ...QUOTED]) {
      const vault = new Map();
      const shown = conceal(text, vault);
      assert.ok(!shown.includes(secretOf(text)), `${text} → ${shown}`);
      assert.equal(reveal(shown, vault), text);
      assert.equal(conceal(shown, vault), shown, 'concealed once more');
    }
  });

  for (const [notation, texts] of Object.entries(PROGRAMS)) {
    it(`are not seen in ${notation}, and come back`, () => {
      for (const text of texts) {
        const vault = new Map();
        const shown = conceal(text, vault);
        assert.ok(!shown.includes(secretOf(text)), `${text} → ${shown}`);
        assert.equal(reveal(shown, vault), text);
        assert.equal(conceal(shown, vault), shown, 'concealed once more');
      }
    });
  }

  it('are the three digits of a card, and no others', () => {
    assert.equal(conceal('{"cvv":"123","cvc":123,"limit":250}', new Map()), '{"cvv":"•••1•••","cvc":•••1•••,"limit":250}');
  });

  it('have the same mark wherever they are', () => {
    const vault = new Map();
    const shown = conceal(`X-Auth-Token: hunter-two\n\n{"error":"hunter-two is wrong"}`, vault);
    assert.equal(shown, 'X-Auth-Token: •••1•••\n\n{"error":"•••1••• is wrong"}');
    assert.equal(
      conceal('Authorization: Bearer other-one\nX-Auth-Token: hunter-two', vault),
      'Authorization: Bearer •••2•••\nX-Auth-Token: •••1•••',
    );
  });

  it('are whole again where somebody wrote on behind a mark', () => {
    const vault = new Map();
    const shown = conceal(`X-Auth-Token: hunter-two`, vault);
    const edited = conceal(`${shown}-and-more`, vault);
    assert.equal(edited, 'X-Auth-Token: •••2•••');
    assert.equal(reveal(edited, vault), 'X-Auth-Token: hunter-two-and-more');
  });

  it('leave all else as it is', () => {
    for (const text of [
      'HTTP/2 404\ncontent-type: text/plain\nx-request-id: 0cef4f8ea2727df064c786f3fb4b09db\n\nThe route is not found',
      'curl -H "X-Auth-Token: $TOKEN" https://api.bigcommerce.com/stores/{store}/v3/carts',
      'X-Auth-Token: <your token>\nAuthorization: Bearer {token}\nX-Auth-Client: ***',
      '{"code":"error.path.missing","title":"The token is invalid"}',
      '{"id":5,"token_type":null}',
      '{"token_type":"bearer","tokens":500,"country":{"code":"US"},"key":"size"}',
      'www-authenticate: Bearer error="invalid_token", error_description="The token expired"',
      'access-control-allow-headers: X-Auth-Token, Content-Type\nvary: cookie, accept',
      'curl -u "$USER:$PASS" -b cookies.txt -c jar https://x.example',
      'fetch(u, { headers: { Authorization: `Bearer ${token}`, "X-Auth-Token": process.env.TOKEN } })',
      'sku: SM-13, the-name-of-a-product-2, https://api.bigcommerce.com/stores/abc123/v3/catalog/products?limit=250',
      'x-bc-store-version: 1\nx-rate-limit-time-reset-ms: 15000',
      '5d8b5b91-3c1a-4f3e-9d4a-aa10cc0fe5b1',
      'X-Auth-Token:\nAccept: application/json',
      '["Accept", "X-Auth-Token", "Content-Type"], ["id", "password", "email"]',
      '{"key":"colour","value":"green-13"}, <input name="sku" value="green-13">, <input name="token"><input value="x">',
      "os.environ['BC_TOKEN'], $_SERVER['HTTP_X_AUTH_TOKEN'], [Accept] => */*",
      'sort_key=created_at&primary_key=product_id',
      'sk_live_xxxxxxxxxxxxxxxx, ghp_your_token_goes_here, desk_live_conversation_history',
      '-----BEGIN PUBLIC KEY-----\nMIIEpAIB\n-----END PUBLIC KEY-----',
      'http -a $USER:$PASS x.example',
    ]) {
      assert.equal(conceal(text, new Map()), text);
    }
  });

  it('leave the names in a HAR', () => {
    const har = `{"cookies":[{"name":"SHOP_SESSION_TOKEN","value":"abcdef"},{"name":"other","value":"ghijkl"}],"name":"X-Auth-Token","value":"mnopqr"}`;
    const shown = conceal(har, new Map());
    assert.doesNotMatch(shown, /abcdef|ghijkl|mnopqr/);
    assert.equal(shown.replace(/•••\d•••/g, ''), har.replace(/abcdef|ghijkl|mnopqr/g, ''));
  });

  it('leave the attributes of a cookie', () => {
    assert.equal(conceal('set-cookie: SHOP=abcdef; Path=/; HttpOnly', new Map()), 'set-cookie: •••1•••; Path=/; HttpOnly');
  });

  it('are told from marks that somebody else wrote', () => {
    const vault = new Map();
    assert.equal(reveal('•••7••• and •••x•••', vault), '•••7••• and •••x•••');
    const shown = conceal('•••1••• is not mine\nX-Auth-Token: hunter-two', vault);
    assert.equal(shown, '•••1••• is not mine\nX-Auth-Token: •••2•••');
    assert.equal(reveal(shown, vault), '•••1••• is not mine\nX-Auth-Token: hunter-two');
    assert.equal(reveal(conceal(`•••1${JWT}`, vault), vault), `•••1${JWT}`);
  });

  it('come back from whatever they were put together with', () => {
    const parts = [
      'X-Auth-Token: ',
      '"access_token":"',
      '"',
      '\n',
      'abc',
      'hunter22',
      "curl -H '",
      "' ",
      JWT,
      '•••',
      '1',
      '2',
      'Cookie: a=b; c=d',
      '?code=',
      '&x=',
      '-u ada:pw ',
      '{"name":"Cookie","value":"',
      '"}',
      '://u:p@h/',
      '<password>',
      '</password>',
      '"cookies":[{"name":"x","value":"',
      SECRET,
      ' ',
      ';',
      ',',
      'Bearer ',
      '\r\n\r\n',
      'name="password"',
      '%3D',
      '$',
      '\\',
    ];
    let seed = 7;
    const next = (below) => (seed = (seed * 48271) % 0x7fffffff) % below;
    for (let round = 0; round < 20_000; round++) {
      const text = Array.from({ length: 1 + next(12) }, () => parts[next(parts.length)]).join('');
      const vault = new Map();
      const once = conceal(text, vault);
      assert.equal(reveal(once, vault), text);
      assert.equal(reveal(conceal(once, vault), vault), text);
    }
  });

  it('are found in a time that grows with the text only', () => {
    for (const part of [
      'a',
      '"name":"',
      '"value":"x","name":"',
      'token=',
      '://',
      'eyJ',
      '-u ',
      'X-Auth-Token: a\n',
      'Bearer ',
      '\n\n',
      'A1',
      '-b a=',
      '-H',
      'token',
      ' -b ',
      '\\',
      "token='\\''",
      '"token":"',
      '<token>',
      '%3D',
      '"cookies":["',
      '•••1•••',
      'value="',
      '<input value="x" ',
      '"key":"',
      '-----BEGIN PRIVATE KEY-----',
      '-----BEGIN ',
      'token:\n',
      '"token","',
      'sk_live_',
      'sk_live_a',
      '=',
      'a=',
      ':::::',
      '"',
      "'",
      '^',
      '["token"]=',
      '[token]=>',
      "b'token':b'",
      '-a ',
      'http -a ',
      '\t',
      ' ',
      '?code',
      '%26code',
    ]) {
      const vault = new Map();
      const text = part.repeat(500_000 / part.length);
      assert.equal(reveal(conceal(text, vault), vault), text);
    }
  });
});
