// What is read of the texts that people paste: commands, calls, requests and archives; other kinds are in tests/paste.rs.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { diagnose } from '../../pkg/dist/index.js';
import { read } from '../../pkg/dist/read.js';

const URL = 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products?limit=5';
const TOKEN = 'q3v9hd0exampletoken7k2m1x5z8w40';
const ANSWER = 'HTTP/2 404\r\ncontent-type: text/plain\r\n\r\nThe route is not found, check the URL';

/** The request that a text holds, as the parts that differ. */
const request = (text) => {
  const { kind, exchange } = read(text) ?? {};
  const { method, url, requestHeaders = [], requestBody, inBrowser } = exchange ?? {};
  return {
    kind,
    method,
    url,
    headers: Object.fromEntries(requestHeaders.map(([name, value]) => [name.toLowerCase(), value])),
    body: requestBody,
    inBrowser: inBrowser ?? false,
  };
};

const first = (text) => diagnose(read(text).exchange).findings[0]?.id;

describe('a curl command', () => {
  const same = (text, expected) => {
    const { headers, ...found } = request(text);
    const { headers: wanted = {}, ...rest } = expected;
    for (const [name, value] of Object.entries(found)) {
      if (name in rest) assert.deepEqual(value, rest[name], `${name} of ${text}`);
    }
    for (const [name, value] of Object.entries(wanted)) assert.equal(headers[name], value, `${name} of ${text}`);
    assert.equal(found.kind, 'curl', text);
  };

  it('is read as people write it', () => {
    same(`curl ${URL}`, { method: 'GET', url: URL, body: undefined, headers: { accept: '*/*' } });
    same(`curl -i -H 'X-Auth-Token: ${TOKEN}' -H "Accept: application/json" ${URL}`, {
      url: URL,
      headers: { 'x-auth-token': TOKEN, accept: 'application/json' },
    });
    same(`curl -sSiX POST -HX-Auth-Token:${TOKEN} ${URL} -d '{"name":"x"}'`, {
      method: 'POST',
      body: '{"name":"x"}',
      headers: { 'x-auth-token': TOKEN, 'content-type': 'application/x-www-form-urlencoded' },
    });
    same(`curl --json '{"a":1}' ${URL}`, {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
    });
    same(`curl -G -d limit=5 -d page=2 https://shop.example/x`, {
      method: 'GET',
      url: 'https://shop.example/x?limit=5&page=2',
      body: undefined,
    });
    same(`curl -G --data-urlencode 'name=ä b&c' https://shop.example/x`, { url: 'https://shop.example/x?name=%C3%A4%20b%26c' });
    same(`curl --data-urlencode 'a b' --data-urlencode '=c d' --data-urlencode n@file ${URL}`, { body: 'a%20b&c%20d&n@file' });
    same(`curl --tls-max 1.2 --hsts file ${URL}`, { url: URL });
    same(`curl -I ${URL}`, { method: 'HEAD' });
    same(`curl -T file.json ${URL}`, { method: 'PUT' });
    same(`curl -F image=@x.png ${URL}`, { method: 'POST', headers: { 'content-type': 'multipart/form-data' } });
    same(`curl -u ada:secret ${URL}`, { headers: { authorization: 'Basic YWRhOnNlY3JldA==' } });
    same(`curl -b 'a=b' -A agent -e https://page.example ${URL}`, {
      headers: { cookie: 'a=b', 'user-agent': 'agent', referer: 'https://page.example' },
    });
    same(`curl api.bigcommerce.com/stores/abc123/v3/carts`, { url: 'http://api.bigcommerce.com/stores/abc123/v3/carts' });
    same(`curl -o out.json --max-time 5 -w '%{http_code}' --compressed -k -L ${URL} | jq .`, { url: URL });
    same(`$ curl -X delete --url=x ${URL}`, { method: 'DELETE' });
    same(`ada@shop:~$ curl ${URL} > out.json`, { url: URL });
    same(`curl -H 'Accept:' -H 'X-Empty;' ${URL}`, { headers: { accept: undefined, 'x-empty': '' } });
    same(`curl -d @body.json ${URL}`, { method: 'POST', body: undefined });
    same('curl "https://api.bigcommerce.com/stores/$STORE/v3/carts" -H "X-Auth-Token: $TOKEN"', {
      url: 'https://api.bigcommerce.com/stores/$STORE/v3/carts',
      // What a shell puts in its place, nobody sees; between single quotes it stays as it is.
      headers: { 'x-auth-token': '***' },
    });
    same(`curl -H 'X-Auth-Token: $TOKEN' ${URL}`, { headers: { 'x-auth-token': '$TOKEN' } });
    same(`curl https://shop.example/x?a=1&b=2`, { url: 'https://shop.example/x?a=1&b=2' });
  });

  it('is read as browsers copy it for bash', () => {
    const bash = `curl '${URL}' \\\n  -X 'PUT' \\\n  -H 'accept: */*' \\\n  -H 'cookie: SHOP=1; b=2' \\\n  -H 'x-auth-token: ${TOKEN}' \\\n  --data-raw $'{"name":"It\\'s \\u0041\\n"}' \\\n  --compressed`;
    same(bash, { method: 'PUT', url: URL, body: '{"name":"It\'s A\n"}', headers: { cookie: 'SHOP=1; b=2', 'x-auth-token': TOKEN } });
    same(bash.replaceAll('\n', '\r\n'), { method: 'PUT', url: URL, headers: { 'x-auth-token': TOKEN } });
  });

  it('is read as browsers copy it for cmd', () => {
    const cmd = `curl ^"${URL.replace('&', '^&')}^" ^\r\n  -X ^"PUT^" ^\r\n  -H ^"x-auth-token: ${TOKEN}^" ^\r\n  --data-raw ^"^{^\\^"name^\\^":^\\^"tea^\\^"^}^"\r\n`;
    same(cmd, { method: 'PUT', url: URL, body: '{"name":"tea"}', headers: { 'x-auth-token': TOKEN } });
    const { exchange } = read(`${cmd}${ANSWER}`);
    assert.equal(exchange.status, 404);
  });

  it('is read as PowerShell continues it', () => {
    same(`PS C:\\shop> curl.exe -i \`\r\n  -H "X-Auth-Token: ${TOKEN}" \`\r\n  ${URL}`, { url: URL, headers: { 'x-auth-token': TOKEN } });
  });

  it('is combined with the answer behind it', () => {
    const text = `$ curl -i -X GET https://api.bigcommerce.com/stores/abc123/v3/carts\n${ANSWER}`;
    const { kind, exchange } = read(text);
    assert.deepEqual(
      [kind, exchange.method, exchange.status, exchange.body],
      ['curl', 'GET', 404, 'The route is not found, check the URL'],
    );
    assert.equal(first(text), 'request.method-not-on-route');
    assert.equal(
      first(`curl -X GET https://api.bigcommerce.com/stores/abc123/v3/carts\n\n{"status":404,"title":"Not found"}`),
      'request.method-not-on-route',
    );
    assert.equal(read(`curl ${URL}\ncurl: (28) timed out\n`).exchange.failure, 'timeout');
  });

  it('lands where redirects lead', () => {
    const text = `curl -iL http://shop.example/a\nHTTP/1.1 301 Moved\nLocation: https://shop.example/b\n\nHTTP/1.1 404 No\n\n`;
    const { exchange } = read(text);
    assert.deepEqual([exchange.url, exchange.status], ['https://shop.example/b', 404]);
    assert.equal('hops' in exchange, false);
  });

  it('is found behind comments, prompts and variables, and the last of several counts', () => {
    const carts = 'https://api.bigcommerce.com/stores/abc123/v3/carts';
    for (const before of [
      'time ',
      'TOKEN=x ',
      '# the carts\n',
      '# one\n\n# two\n$ sudo ',
      `curl -X DELETE ${carts}\n`,
      `$ curl ${carts}/1\n\n$ `,
    ]) {
      assert.equal(first(`${before}curl -i ${carts}\n${ANSWER}`), 'request.method-not-on-route', before);
    }
    same(`curl -H ‘X-Auth-Token: ${TOKEN}’ -H “Accept: a/b” ${carts}`, { url: carts, headers: { 'x-auth-token': TOKEN, accept: 'a/b' } });
    assert.equal(read(`curl ${carts}\nThe route is not found, check the URL`).exchange.body, 'The route is not found, check the URL');
  });

  it('is found nowhere else', () => {
    assert.equal(read('I tried curl and it failed'), null);
  });
});

describe('a call of fetch', () => {
  it('is read as Chromium copies it', () => {
    const text = `fetch("${URL}", {\n  "headers": {\n    "accept": "application/json",\n    "x-auth-token": "${TOKEN}"\n  },\n  "referrer": "https://shop.example/",\n  "body": "{\\"a\\":\\"\\u0041\\"}",\n  "method": "POST",\n  "mode": "cors",\n  "credentials": "include"\n});`;
    assert.deepEqual(request(text), {
      kind: 'fetch',
      method: 'POST',
      url: URL,
      headers: { accept: 'application/json', 'x-auth-token': TOKEN },
      body: '{"a":"A"}',
      inBrowser: true,
    });
    assert.equal(request(text.replace(/,\n {2}"mode"[^}]*/, '\n')).inBrowser, false);
  });

  it('is read as Firefox copies it, and as people write it', () => {
    assert.deepEqual(
      request(`await fetch("${URL}", {\n    "credentials": "include",\n    "headers": {},\n    "method": "GET",\n    "mode": "cors"\n});`)
        .inBrowser,
      true,
    );
    const written = `const response = await fetch('${URL}', {\n  method: 'put', // changes it\n  headers: { 'X-Auth-Token': process.env.TOKEN, accept: \`application/json\`, },\n  body: JSON.stringify({ id: 5, names: ['a', null, true], deep: { price: -1.5 } }, null, 2),\n  signal,\n});`;
    assert.deepEqual(request(written), {
      kind: 'fetch',
      method: 'PUT',
      url: URL,
      // What the variable holds is not known, and so not what was sent.
      headers: {},
      body: '{"id":5,"names":["a",null,true],"deep":{"price":-1.5}}',
      inBrowser: false,
    });
    assert.deepEqual(request(`fetch('${URL}')`), {
      kind: 'fetch',
      method: 'GET',
      url: URL,
      headers: {},
      body: undefined,
      inBrowser: false,
    });
  });

  it('is combined with the answer behind it', () => {
    const { exchange } = read(`fetch("${URL}", { "method": "POST" });\n\nHTTP/1.1 504 Gateway Time-out\n\n`);
    assert.deepEqual([exchange.method, exchange.status], ['POST', 504]);
  });
});

describe('other texts', () => {
  const kinds = {
    answer: ANSWER,
    verbose: `* Connected to shop.example port 443\n> GET /v3/carts HTTP/2\n> Host: shop.example\n>\n< HTTP/2 404\n< content-type: text/plain\n<\nno`,
    har: JSON.stringify({
      log: {
        entries: [{ request: { method: 'GET', url: URL, headers: [] }, response: { status: 404, headers: [], content: { text: 'x' } } }],
      },
    }),
    exchange: '{"method":"GET","status":404,"body":"x"}',
    body: '{"status":422,"title":"No"}',
    request: `POST /stores/abc123/v3/carts HTTP/1.1\r\nHost: api.bigcommerce.com\r\nX-Auth-Token: ${TOKEN}\r\n\r\n{"a":1}`,
  };
  for (const [kind, text] of Object.entries(kinds)) it(`are known as what they are: ${kind}`, () => assert.equal(read(text).kind, kind));

  it('are bodies, cut off or in markup, where nothing else is there', () => {
    const { kind, exchange } = read('{"status":404,"tit');
    assert.deepEqual([kind, exchange], ['body', { method: null, status: 404, body: '{"status":404,"tit' }]);
    assert.equal(read('<html><title>502 Bad Gateway</title></html>').kind, 'body');
    assert.deepEqual(read('[{"status":"409","message":"twice"}]').exchange.status, 409);
    assert.equal(read('{"status":"active"}').exchange.status, undefined);
  });

  it('are read as they come out of terminals, chats and editors', () => {
    const paste = `curl -i -X GET https://api.bigcommerce.com/stores/abc123/v3/carts\n${ANSWER.replaceAll('\r', '')}`;
    for (const text of [
      `\`\`\`\n${paste}\n\`\`\``,
      `\`\`\`sh\n${paste}`,
      paste
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n'),
      paste.replaceAll(' ', '\xa0'),
      `\ufeff${paste}`,
      paste.replace('HTTP/2 404', '\x1b[1mHTTP/2 404\x1b[0m').replace('content-type', '\x1b[36mcontent-type\x1b[0m'),
    ]) {
      assert.equal(first(text), 'request.method-not-on-route', text);
    }
    assert.equal(read('\ufeff{"status":404,"title":"No"}').exchange.status, 404);
    assert.equal(
      read(
        kinds.verbose
          .split('\n')
          .filter((line) => line.startsWith('>'))
          .join('\n'),
      ).kind,
      'request',
      'curl -v without its answer',
    );
  });

  it('are nothing', () => {
    for (const text of ['', '  \n', 'hello', '\0\xff\x01', '12', 'true', 'fetch(', 'fetch(x)']) assert.equal(read(text), null, text);
  });

  it('are a request on the wire, with its answer', () => {
    const { exchange } = read(`${kinds.request}\r\n\r\n${ANSWER}`);
    assert.deepEqual(
      [exchange.method, exchange.url, exchange.requestBody, exchange.status],
      ['POST', 'https://api.bigcommerce.com/stores/abc123/v3/carts', '{"a":1}', 404],
    );
  });

  it('are a request on the wire without a line end', () => assert.equal(read('GET /v3/carts HTTP/1.1').exchange.method, 'GET'));

  it('are entries of a HAR, whatever is in them', () => {
    const whole = () => ({
      request: { method: 'GET', url: URL, headers: [{ name: 'a', value: 'b' }], postData: { text: 'x' } },
      response: { status: 404, headers: [{ name: 'a', value: 'b' }], content: { text: 'x', encoding: 'base64' } },
      _error: 'net::ERR_FAILED',
    });
    const paths = ['method', 'url', 'headers', 'postData', 'postData.text'].map((name) => `request.${name}`);
    paths.push(
      'request',
      'response',
      '_error',
      ...['status', 'headers', 'content', 'content.text', 'content.encoding'].map((name) => `response.${name}`),
    );
    for (const path of paths) {
      for (const odd of [null, 5, 'x', '', true, [], {}, [null], -1, 1.5, 1e300]) {
        const entry = whole();
        const names = path.split('.');
        names.slice(0, -1).reduce((member, name) => member[name], entry)[names.at(-1)] = odd;
        assert.equal(read(JSON.stringify({ log: { entries: [entry] } })).kind, 'har', path);
      }
    }
  });

  it('are entries of a HAR, of which one can be asked for', () => {
    const entry = (url, status) => ({ request: { method: 'GET', url, headers: [] }, response: { status, headers: [], content: {} } });
    const har = JSON.stringify({ log: { entries: [entry(URL, 404), entry(URL, 200), entry('https://other.example/x', 500)] } });
    assert.deepEqual([read(har).entry, read(har).entries], [1, 3]);
    assert.equal(read(har, { entry: 2 }).exchange.status, 200);
    assert.equal(read(har, { entry: 9 }).entry, 3);
    const { kind, entry: none, entries } = read('{"log":{"entries":[]}}');
    assert.deepEqual([kind, none, entries], ['har', 0, 0]);
    const body = { ...entry(URL, 500), response: { status: 500, headers: [], content: { text: 'w6Q=', encoding: 'base64' } } };
    assert.equal(read(JSON.stringify(body)).exchange.body, 'ä');
    body.response.content.text = '%%%';
    assert.equal(read(JSON.stringify(body)).exchange.body, '%%%');
  });
});

describe('hostile texts', () => {
  const seeds = [
    'curl ',
    'curl -',
    'curl --',
    "curl '",
    'curl "',
    "curl $'",
    'curl \\',
    'curl ^"',
    'fetch("',
    "fetch('a', {",
    'fetch("a",[',
    'GET / HTTP/1.1\n',
    'HTTP/1.1 200',
    '{"log":{"entries":[',
    '[',
    '{',
    '<',
    '•••1•••',
    'curl -d \\u{110000} ',
    'fetch("\\u{ffffff}", {a:',
    '--',
    '\\\r\n',
    '^\r\n',
    "'\\''",
    '"\\"',
    '$(',
    '`',
    '((((',
    '))))',
    '\0',
    '\ud800',
  ];

  it('end in a reading or in none', () => {
    for (const seed of seeds) {
      for (const text of [seed, seed.repeat(50), `curl ${seed}`, `fetch("x", { a: ${seed} })`, `${seed}\n${seed}`, `${ANSWER}${seed}`]) {
        const found = read(text);
        assert.ok(found === null || typeof found.exchange === 'object', text);
      }
    }
  });

  it('may hold half a character, and names that no text can be made of', () => {
    assert.match(read(`curl ${URL} --data-urlencode $'a=\\ud800'`).exchange.requestBody, /^a=%EF%BF%BD$/);
    const odd = { toString: 1, valueOf: 1 };
    assert.deepEqual(read(`fetch("${URL}", {headers: [[{toString: 1}, "x"], ["a", "b"]]})`).exchange.requestHeaders.at(-1), ['a', 'b']);
    const request = {
      method: 'GET',
      url: URL,
      headers: [
        { name: odd, value: 'x' },
        { name: 'a', value: 'b' },
      ],
    };
    assert.deepEqual(read(JSON.stringify({ request, response: { status: '404' }, _error: odd })).exchange.requestHeaders.at(-1), [
      'a',
      'b',
    ]);
    assert.equal(read(JSON.stringify({ request, response: { status: '404' } })).exchange.status, 404);
    assert.equal(read(JSON.stringify({ status: '404', headers: {} })).exchange.status, 404);
    assert.deepEqual(read(JSON.stringify([{ status: odd }])).exchange, { method: null, body: JSON.stringify([{ status: odd }]) });
  });

  it('that would take many times their size when they are parsed are bodies', () => {
    for (const text of ['['.repeat(1e6), '{"a":'.repeat(1e6), `[${'{},'.repeat(3e6)}0]`])
      assert.equal(read(text)?.exchange.status, undefined);
    const deep = (depth) => `{"status":404,"body":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    assert.deepEqual([read(deep(900)).kind, read(deep(1100)).kind], ['exchange', 'body']);
    // Brackets in texts are none.
    assert.equal(read(JSON.stringify({ status: 404, body: '["{'.repeat(1e5) })).kind, 'exchange');
  });

  it('are read in a time that grows with them only', () => {
    // Of a reading that grew with the square this would take hours.
    for (const seed of seeds) for (const start of ['', 'curl -H ']) read(start + seed.repeat(3e5 / seed.length));
  });
});
