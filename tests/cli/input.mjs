// What diagnose and retry read.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';

const TOKEN = 'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p';
const CARTS = 'https://api.bigcommerce.com/stores/abc123/v3/carts';
const GATEWAY = 'HTTP/2 404 \r\ncontent-type: text/plain\r\n\r\nThe route is not found, check the URL';
const THROTTLED = 'HTTP/1.1 429 Too Many Requests\r\nX-Rate-Limit-Time-Reset-Ms: 4200\r\n\r\n{"status":429,"title":"Wait"}';

const VERBOSE = `* Host api.bigcommerce.com:443 was resolved.
* Connected to api.bigcommerce.com (192.0.2.1) port 443
* using HTTP/2
> GET /stores/abc123/v3/carts?access_token=${TOKEN} HTTP/2\r
> Host: api.bigcommerce.com\r
> User-Agent: curl/8.5.0\r
> Accept: application/json\r
> X-Auth-Token: ${TOKEN}\r
> \r
`;

const METER = `  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
                                 Dload  Upload   Total   Spent    Left  Speed
\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0`;
const METER_END = '\r100    37    0    37    0     0  24666      0 --:--:-- --:--:-- --:--:-- 37000\n';

const entry = (url, status, more = {}) => ({
  request: { method: 'GET', url, headers: [{ name: 'X-Auth-Token', value: TOKEN }] },
  response: { status, headers: [], content: { text: '' }, ...more },
});

const ARCHIVE = {
  log: {
    entries: [
      entry(CARTS, 404, {
        headers: [{ name: 'Content-Type', value: 'text/plain' }],
        content: { text: Buffer.from('The route is not found, check the URL').toString('base64'), encoding: 'base64' },
      }),
      entry('https://api.bigcommerce.com/stores/abc123/v3/catalog/products', 200),
      entry('https://pixel.example/seen.gif', 503),
    ],
  },
};

export const inputCases = ({ run, root }) => {
  const diagnosed = async (input, ...args) => {
    const { code, out, err } = await run(['diagnose', '--json', ...args], { input });
    assert.ok(!(out + err).includes(TOKEN));
    return { code, err, ...(out && JSON.parse(out)) };
  };
  /** The code, the status and the first finding. */
  const found = async (input, ...args) => {
    const { code, classification, findings, err } = await diagnosed(input, ...args);
    assert.ok(classification, err);
    return [code, classification.status?.code ?? null, findings[0]?.id ?? null];
  };

  it('reads what curl -i prints, told of the request', async () => {
    assert.deepEqual(await found(GATEWAY, '-X', 'GET', '--url', CARTS), [1, 404, 'request.method-not-on-route']);
    const { out, code } = await run(['diagnose', '--url', CARTS], { input: GATEWAY });
    assert.match(out, /^404 Does Not Exist: missing\n\nThis path does not support GET \(likely\)\n/);
    assert.equal(code, 1);
    assert.match((await run(['diagnose', '--format', 'html'], { input: GATEWAY })).out, /^<article/);
  });

  it('asks which method it was where nothing tells and the decision hangs on it', async () => {
    const lost = 'HTTP/1.1 502 Bad Gateway\r\n\r\n';
    const question = 'bc-status: which method was it? Add -X POST, or what it was: whether to retry depends on it\n';
    assert.equal((await diagnosed(lost)).err, question);
    assert.equal((await diagnosed(GATEWAY)).err, '', 'a 404 is not repeated, whatever it answers');
    const { err, out } = await run(['retry'], { input: lost });
    assert.equal(err, question);
    assert.match(JSON.parse(out).reason, /It depends on the method, which is not known: a GET, PUT or DELETE may be repeated/);
    const guess = 'bc-status: read as a GET of an unknown URL: give the method with -X and the URL with --url\n';
    assert.equal((await diagnosed('{"status":404,"body":"gone"}')).err, guess);
    for (const told of [
      ['-X', 'GET'],
      ['--url', CARTS],
    ])
      assert.equal((await diagnosed(lost, ...told)).err, '');
    assert.equal((await diagnosed(`curl -i ${CARTS}\n${lost}`)).err, '');
  });

  it('finds nothing wrong with a success that there is more to say of', async () => {
    const orders = ['--url', 'https://api.bigcommerce.com/stores/abc123/v2/orders'];
    assert.deepEqual(await found('HTTP/1.1 204 No Content\r\n\r\n', ...orders), [0, 204, 'result.empty-list']);
    assert.deepEqual(await found('HTTP/1.1 202 Accepted\r\n\r\n{}', ...orders), [0, 202, 'result.scheduled']);
    const all = ['-X', 'DELETE', '--url', 'https://api.bigcommerce.com/stores/abc123/v3/customers'];
    assert.deepEqual(await found('HTTP/1.1 204 No Content\r\n\r\n', ...all), [1, 204, 'result.nothing-done']);
  });

  it('takes the last of several answers, and the address they lead to', async () => {
    const hops =
      'HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n' +
      `HTTP/1.1 301 Moved Permanently\r\nLocation: ${CARTS}\r\n\r\n${GATEWAY}`;
    assert.deepEqual(await found(hops, '--url', 'http://api.bigcommerce.com/stores/abc123/v3/carts'), [
      1,
      404,
      'request.method-not-on-route',
    ]);
  });

  it('reads of curl -iv the request too, whatever came between', async () => {
    const received = '< HTTP/2 404 \r\n< content-type: text/plain\r\n< \r\n{ [37 bytes data]\n';
    const farewell = '* Connection #0 to host api.bigcommerce.com left intact\n';
    const expected = [1, 404, 'request.method-not-on-route'];
    assert.deepEqual(await found(`${VERBOSE}${received}${farewell}${GATEWAY}`), expected);
    assert.deepEqual(await found(`${METER}${VERBOSE}${received}${METER_END}${farewell}${GATEWAY}`), expected);
    // With -v alone the head is only there, and the body ends where curl takes its leave.
    const { classification, findings } = await diagnosed(`${VERBOSE}${received}The route is not found, check the URL${farewell}`);
    assert.equal(findings[0].id, expected[2]);
    assert.equal(classification.error.title, 'The route is not found, check the URL');
  });

  it('reads a paste with a prompt before it, with plain line ends, in UTF-16', async () => {
    const expected = [1, 404, 'request.method-not-on-route'];
    assert.deepEqual(await found(`$ curl -i ${CARTS}\n${GATEWAY.replaceAll('\r', '')}`, '--url', CARTS), expected);
    assert.deepEqual(await found(Buffer.from(`\ufeff${GATEWAY}`, 'utf16le'), '--url', CARTS), expected);
  });

  it('reads that there was no answer', async () => {
    assert.deepEqual(await found('curl: (28) Operation timed out after 5001 milliseconds\n', '--url', CARTS), [1, null, 'network.timeout']);
    assert.deepEqual(await found('curl: (6) Could not resolve host: api.example\n', '--url', CARTS), [1, null, 'network.unreachable']);
  });

  it('repeats what was never sent, whatever its method', async () => {
    const retried = async (text) => {
      const { out } = await run(['retry'], { input: text });
      const { retry, mayHaveRun, rule } = JSON.parse(out);
      return [retry, mayHaveRun, rule];
    };
    for (const text of [
      'curl: (6) Could not resolve host: api.bigcommerce.com',
      'curl: (7) Failed to connect to api.bigcommerce.com port 443',
      `Post "${CARTS}": dial tcp: lookup api.bigcommerce.com: no such host`,
      'Error: getaddrinfo ENOTFOUND api.bigcommerce.com',
    ])
      assert.deepEqual(await retried(text), [true, false, 'network'], text);
    assert.deepEqual(await retried('curl: (52) Empty reply from server'), [false, true, 'not-repeatable']);
    assert.deepEqual((await found('curl: (22) The requested URL returned error: 429')).slice(0, 2), [1, 429]);
  });

  it('tells of a request alone what is wrong with it, and asks for its answer', async () => {
    const { code, err, findings, retry, exchange } = await diagnosed(`curl -X POST ${CARTS.replace('abc123', '{hash}')}`);
    assert.deepEqual([code, retry, exchange.method, findings[0].id], [3, null, 'POST', 'request.placeholder-in-url']);
    assert.match(err, /found a request without an answer in the input; paste what was printed below it too/);
    assert.equal((await run(['retry'], { input: `curl ${CARTS}` })).code, 3);
  });

  it('says no word on repeating what got no answer, and shows no status that nobody told', async () => {
    const { out } = await run(['diagnose'], { input: `curl -X POST ${CARTS.replace('abc123', '{hash}')}` });
    assert.match(out, /placeholder/);
    assert.doesNotMatch(out, /again\?/i);
    const sentence = 'BigCommerceGQLError: Cannot query field "skuu" on type "Product".';
    const told = await run(['diagnose'], { input: sentence });
    assert.match(told.out, /^rejected\n/);
    assert.doesNotMatch(told.out, /\b200\b/);
    const { classification, exchange } = await diagnosed(sentence);
    assert.equal(classification.status, null);
    assert.equal('status' in exchange, false);
    assert.equal((await diagnosed(sentence, '--status', '400')).classification.status.code, 400);
  });

  it('takes of a HAR the last that failed at BigCommerce, or the one that is named', async () => {
    const har = JSON.stringify(ARCHIVE);
    const { findings, err } = await diagnosed(har);
    assert.equal(findings[0].id, 'request.method-not-on-route');
    assert.equal(err, 'bc-status: entry 1 of 3; choose another with --entry N\n');
    assert.deepEqual((await found(har, '--entry', '2')).slice(0, 2), [0, 200]);
    assert.deepEqual((await found(har, '--entry', '3')).slice(0, 2), [1, 503]);
    assert.deepEqual((await found(JSON.stringify(ARCHIVE.log.entries[0]))).slice(0, 2), [1, 404]);
    const { code, err: wrong } = await diagnosed(har, '--entry', '4');
    assert.equal(code, 2);
    assert.match(wrong, /the HAR has no entry 4: it has 1 to 3 /);
  });

  it('knows a page by the headers that only browsers send', async () => {
    const blocked = entry(CARTS, 0, { _error: 'net::ERR_FAILED' });
    // Node's own fetch sends this one as well.
    blocked.request.headers.push({ name: 'Sec-Fetch-Mode', value: 'cors' });
    assert.deepEqual(await found(JSON.stringify({ log: { entries: [blocked] } })), [1, null, 'network.unreachable']);
    blocked.request.headers.push({ name: 'Sec-Fetch-Site', value: 'cross-site' });
    assert.deepEqual(await found(JSON.stringify({ log: { entries: [blocked] } })), [1, null, 'auth.token-in-browser']);
  });

  it('reads an exchange in JSON, and a body that names its status or is told it', async () => {
    const exchange = {
      method: 'GET',
      url: CARTS,
      status: 404,
      headers: { 'Content-Type': 'text/plain' },
      body: 'The route is not found, check the URL',
    };
    assert.deepEqual(await found(JSON.stringify(exchange)), [1, 404, 'request.method-not-on-route']);
    assert.deepEqual((await found('{"status":422,"title":"No","errors":{"name":"required"}}')).slice(0, 2), [1, 422]);
    assert.deepEqual((await found('[{"status":404,"message":"gone"}]')).slice(0, 2), [1, 404]);
    assert.deepEqual((await found('', '--status', '503')).slice(0, 2), [1, 503]);
    assert.deepEqual((await found('Not here', '--status', '404')).slice(0, 2), [1, 404]);
    assert.deepEqual((await found('{"data":[]}', '--status', '200', '-X', 'PUT')).slice(1, 2), [200]);
  });

  it('reads files, headers and bodies of the request', async () => {
    writeFileSync(join(root, 'answer.txt'), GATEWAY);
    writeFileSync(join(root, 'headers.txt'), `X-Auth-Token: ${TOKEN}\r\n\r\nAccept: application/json\r\n`);
    assert.deepEqual(await found('', 'answer.txt', '--url', CARTS, '-H', '@headers.txt'), [1, 404, 'request.method-not-on-route']);
    const unauthorised = 'HTTP/1.1 401 Unauthorized\r\n\r\n{}';
    const without = await found(unauthorised, '--url', CARTS, '-H', 'Accept: */*');
    assert.deepEqual(without, [1, 401, 'auth.token-missing']);
    const { err } = await diagnosed(unauthorised, '--url', CARTS, '-H', `X-Auth-Token: ${TOKEN}`);
    assert.equal(err, 'bc-status: other users can see a token in the process list: put the header in a file and use -H @FILE\n');
    const object = await found(
      'HTTP/1.1 422 No\r\n\r\n{"status":422,"title":"bad"}',
      '-X',
      'PUT',
      '-d',
      '{"id":1}',
      '--url',
      CARTS.replace('carts', 'catalog/products'),
    );
    assert.deepEqual(object, [1, 422, 'request.body-not-array']);
  });

  it('knows the store of a path', async () => {
    const { out } = await run(['diagnose', '--url', '/v3/carts'], { input: GATEWAY, env: { BC_STORE_HASH: 'abc123' } });
    assert.match(out, /This path does not support GET/);
    const named = await run(['diagnose', '--url', '/stores/abc123/v3/carts'], { input: GATEWAY, env: { BC_STORE_HASH: 'other1' } });
    assert.match(named.out, /This path does not support GET.*`\/stores\/abc123\/v3\/carts`/s);
    const { code, err } = await run(['diagnose', '--url', 'v3/carts'], { input: GATEWAY });
    assert.equal(code, 2);
    assert.match(err, /^bc-status: a path needs a store: set BC_STORE_HASH, or write https:.* \(bc-status diagnose --help\)\n$/);
  });

  it('takes a URL without its scheme, and a path of a storefront', async () => {
    assert.deepEqual(await found(GATEWAY, '--url', CARTS.replace('https://', '')), [1, 404, 'request.method-not-on-route']);
    const { findings } = await diagnosed('HTTP/1.1 404 Not Found\r\n\r\n', '--url', '/api/storefront/carts/7');
    assert.match(JSON.stringify(findings), /`\/api\/storefront\/carts\/7`/);
  });

  it('decides about a repeat, as JSON and exit code', async () => {
    const decided = async (input, ...args) => {
      const { code, out } = await run(['retry', ...args], { input });
      const { retry, delayMs, rule } = JSON.parse(out);
      return [code, retry, delayMs, rule];
    };
    assert.deepEqual(await decided(THROTTLED, '--no-jitter'), [0, true, 4200, 'rate-limit-reset']);
    assert.deepEqual(await decided(THROTTLED, '--no-jitter', '--elapsed', '9'), [1, false, 4200, 'budget-exhausted']);
    assert.deepEqual((await decided(THROTTLED, '--elapsed', '9', '--profile', 'background')).slice(0, 2), [0, true]);
    assert.equal((await decided(THROTTLED, '--attempt', '3'))[3], 'attempts-exhausted');
    assert.equal((await decided('HTTP/1.1 504 Late\r\n\r\n', '-X', 'POST'))[3], 'not-repeatable');
    assert.deepEqual((await decided('HTTP/1.1 504 Late\r\n\r\n', '-X', 'POST', '--repeatable')).slice(0, 2), [0, true]);
    assert.deepEqual(await decided('HTTP/1.1 200 OK\r\n\r\n{}'), [1, false, 0, 'not-needed']);
  });

  it('says of what it cannot read what it reads', async () => {
    const reads = 'It reads what curl -i prints, a HAR, or JSON such as {"status":404,"body":"…"}\n';
    const add = 'add --status CODE, and --url URL if you know it';
    const said = async (input, ...args) => {
      const { code, err } = await run(['diagnose', ...args], { input });
      return [code, err.replace('bc-status: ', '')];
    };
    assert.deepEqual(await said(''), [3, `the input is empty. ${reads}`]);
    const twice = 'standard input can be read only once; use a file for the other (bc-status diagnose --help)\n';
    assert.deepEqual(await said('HTTP/1.1 422 No\r\n\r\n', '-d', '@-'), [2, twice]);
    assert.deepEqual(await said('hello'), [3, `found no HTTP answer in the input; ${add}, or paste the body. ${reads}`]);
    assert.deepEqual(await said(Buffer.from([0x89, 0, 0xff, 0xd8, 10, 0])), [
      3,
      `found no HTTP answer in the input, which is binary; ${add}, or paste the body. ${reads}`,
    ]);
    assert.deepEqual(await said('{"title":"No"}'), [3, `found a body without a status in the input; ${add}. ${reads}`]);
    assert.deepEqual(await said('{"status":404,"headers":3}'), [
      3,
      'in the JSON exchange.headers must be a Headers, an object, or pairs, not 3\n',
    ]);
    const limited = await run(['diagnose'], { input: 'Warning: Rate Limit Exhausted. Waiting 12.4 seconds' });
    assert.match(limited.out, /^“Warning: Rate Limit Exhausted\. Waiting 12\.4 seconds”$/m);
    assert.doesNotMatch(limited.out, /429/);
    const empty = /empty body; look at the status before parsing: a 204 is an empty list/;
    const page = /a page of HTML: the URL is not one of the API/;
    const either = /the body was empty, as with a 204, or no JSON/;
    const called =
      "SyntaxError: Unexpected end of JSON input\n    at async main (a.js:1:1)\nfetch('https://api.bigcommerce.com/stores/abc123/v2/orders')";
    for (const [input, expected] of [
      ['SyntaxError: Unexpected end of JSON input', empty],
      [called, empty],
      ['Failed to parse Bigcommerce response: A JSON text must at least contain two octets! (RuntimeError)', empty],
      [`SyntaxError: Unexpected token '<', "<!DOCTYPE "... is not valid JSON`, page],
      ['json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)', either],
    ]) {
      const [code, err] = await said(input);
      assert.equal(code, 3, input);
      assert.match(err, expected);
    }
    assert.deepEqual(await said('', 'missing.txt'), [3, 'cannot read missing.txt: no such file\n']);
    assert.deepEqual(await said('', '.'), [3, 'cannot read .: it is a directory, not a file\n']);
  });

  it('withstands archives and exchanges in which nothing is as it should be', async () => {
    const archives = [
      '{"log":{"entries":[{"request":{"url":5},"response":{"status":"404"}}]}}',
      '{"log":{"entries":[null,{},{"request":null,"response":null},{"request":{"headers":[null]},"response":{"content":null}}]}}',
    ];
    const exchanges = ['{"status":404,"hops":[{}],"body":""}', '{"status":404,"body":{"a":[null]}}', '{"failure":"network"}'];
    for (const input of [...archives, ...exchanges]) assert.equal((await diagnosed(input)).code, 1, input);
    const { code, err } = await diagnosed('{"failure":"soon"}');
    assert.equal(code, 3);
    assert.match(err, /^bc-status: in the JSON exchange\.failure must be .*\n$/);
    assert.equal((await diagnosed('{"log":{"entries":[]}}')).code, 2);
  });

  it('lets a terminal do nothing that an answer says', async () => {
    const { out } = await run(['diagnose'], { input: 'HTTP/1.1 422 No\r\n\r\n{"status":422,"title":"\\u001b]0;owned\\u0007\\u001b[2J"}' });
    assert.doesNotMatch(out, /[\x1b\x07]/);
  });
};
