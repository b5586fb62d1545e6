// Secrets in the notations of programs, forms, archives and commands: nothing that the
// package says of an answer holds one, wherever in the exchange it stood.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { classify, diagnose, render } from '../../pkg/dist/index.js';

/** Random, as secrets are, though in no form that gives itself away. */
const SECRET = 'q3v9-hd0e.x4mple';

const NOTATIONS = {
  'a header and its value in the next line': (s) => `x-auth-token:\n${s}\naccept:\n*/*`,
  'key and value': (s) => `{"key":"X-Auth-Token","value":"${s}"}`,
  'name and value': (s) => `{"name": "X-Auth-Token", "value": "${s}"}`,
  'value and name': (s) => `{"value":"${s}","name":"X-Auth-Token"}`,
  'a variable of the environment': (s) => `environ["X_AUTH_TOKEN"]="${s}"`,
  'a variable of the environment in Python': (s) => `os.environ['BC_TOKEN'] = '${s}'`,
  'common headers of axios': (s) => `axios.defaults.headers.common['X-Auth-Token'] = '${s}'`,
  'an array of PHP': (s) => `Array\n(\n    [X-Auth-Token] => ${s}\n    [Accept] => */*\n)`,
  'a part of a form': (s) => `--b\r\nContent-Disposition: form-data; name="password"\r\n\r\n${s}\r\n--b--`,
  'a code of OAuth': (s) => `POST /oauth2/token client_id=fern&code=${s}&grant_type=authorization_code`,
  'a redirect of OAuth': (s) => `GET /auth?code=${s}&context=stores%2Fk7m2p9q4 failed`,
  'an input': (s) => `form: <input name="password" value="${s}">`,
  'an input, its value first': (s) => `form: <input value="${s}" name="password">`,
  'a session': (s) => `bad session_id=${s};`,
  'a passphrase': (s) => `cannot read the key, passphrase: '${s}'`,
  'a block of a private key': (s) => `-----BEGIN RSA PRIVATE KEY-----\n${s}\n-----END RSA PRIVATE KEY-----`,
  'a block of a private key, escaped': (s) => `{"pem":"-----BEGIN PRIVATE KEY-----\\n${s}\\n-----END PRIVATE KEY-----\\n"}`,
  'a block of a private key, cut off': (s) => `-----BEGIN PRIVATE KEY-----\n${s}`,
  'bytes of Python': (s) => `{b'X-Auth-Token': b'${s}'}`,
  'pairs of bytes of Python': (s) => `[(b'x-auth-token', b'${s}'), (b'accept', b'*/*')]`,
  'a flat list of headers': (s) => `rawHeaders: ['Accept', '*/*', 'X-Auth-Token', '${s}', 'Host', 'x']`,
  'a login of httpie': (s) => `http -a ada:${s} GET https://x.example`,
  'a login of curl': (s) => `curl -u ada:${s} https://x.example`,
  'a password in a URL': (s) => `could not reach https://ada:${s}@shop.example/`,
};

const PREFIXES = ['ghp_', 'gho_', 'github_pat_', 'sk_live_', 'sk_test_', 'rk_live_', 'xoxb-', 'AKIA', 'AIza', 'glpat-', 'npm_', 'shpat_'];

const URL_OF_CARTS = 'https://api.bigcommerce.com/stores/k7m2p9q4/v3/carts';
const asText = (body) => ({ method: 'POST', url: URL_OF_CARTS, status: 422, headers: { 'content-type': 'text/plain' }, body });
const asJson = (body) => ({ ...asText(JSON.stringify(body)), headers: { 'content-type': 'application/json' } });

/** Where a text that somebody quotes stands in an answer. */
const PLACES = {
  'a body of text': (text) => asText(`Refused: ${text}`),
  title: (text) => asJson({ status: 422, title: text, type: '/api-docs' }),
  detail: (text) => asJson({ status: 422, title: 'Refused', detail: text }),
  'an item': (text) => asJson({ status: 422, title: 'Refused', errors: { name: text, sku: 'error.path.missing' } }),
  'a message of V2': (text) => ({
    ...asJson([{ status: 400, message: text }]),
    status: 400,
    url: URL_OF_CARTS.replace('v3/carts', 'v2/orders'),
  }),
  GraphQL: (text) => ({ ...asJson({ errors: [{ message: text }] }), status: 200, url: 'https://shop.example/graphql' }),
};

/** In a URL the other notations are not written. */
const IN_REDIRECT = (text) => ({ ...asText(''), status: 302, headers: { location: `/back?error=${encodeURIComponent(text)}` } });

const outputsOf = (exchange) => {
  const diagnosis = diagnose(exchange);
  const rendered = ['text', 'markdown', 'html'].map((format) => render(diagnosis, format));
  return [JSON.stringify(diagnosis), JSON.stringify(classify(exchange)), ...rendered].join('\n');
};

for (const [notation, write] of Object.entries(NOTATIONS)) {
  test(`no secret of ${notation}`, () => {
    for (const [place, exchangeOf] of Object.entries(PLACES)) {
      const said = outputsOf(exchangeOf(write(SECRET)));
      assert.ok(!said.includes(SECRET), `${place}: ${said}`);
      assert.ok(said.includes('***'), `${place}: ${said}`);
    }
  });
}

test('no token of a well-known service', () => {
  for (const prefix of PREFIXES) {
    for (const [place, exchangeOf] of Object.entries({ ...PLACES, 'a redirect': IN_REDIRECT })) {
      const said = outputsOf(exchangeOf(`see ${prefix}QWERTYUIOPASDFGH`));
      assert.ok(!said.includes('QWERTYUIOP'), `${prefix} as ${place}: ${said}`);
    }
  }
});

describe('what a body names as secret', () => {
  for (const [title, body] of Object.entries({
    'a pair in a list': { errors: [{ key: 'X-Auth-Token', value: SECRET }] },
    'a member of a record': { batch_errors: [{ data: { password: SECRET, id: 5 } }] },
    'a header that is echoed': { title: 'Broken', request: { headers: ['Accept', '*/*', 'X-Auth-Token', SECRET] } },
    'a field': { title: 'Wrong', errors: { client_secret: SECRET } },
  })) {
    test(`is in no output: ${title}`, () => assert.doesNotMatch(outputsOf(asJson(body)), /q3v9|x4mple/));
  }

  test('is in no output where the request sent it and the answer quotes it', () => {
    const said = outputsOf({ ...asText(`"${SECRET}" is too common`), requestBody: { password: SECRET } });
    assert.doesNotMatch(said, /q3v9|x4mple/);
  });

  test('is the short number on the back of a card, too', () => {
    assert.doesNotMatch(outputsOf(asText('cannot read {"cvv":"739","verification_value": 7391}')), /739/);
    assert.doesNotMatch(outputsOf(asJson({ batch_errors: [{ data: { cvv: '739', id: 5 } }] })), /739/);
  });
});

describe('what belongs to a person', () => {
  const said = (text) =>
    diagnose(asText(`${text}: it already exists`))
      .findings.map(({ title, evidence, solutions }) => [title, evidence, ...solutions].join('\n'))
      .join('\n');

  test('is in no evidence: an e-mail address keeps its domain', () => {
    assert.match(said('The address ada.l@shop.example is taken'), /“The address \*\*\*@shop\.example is taken: it already exists”/);
  });

  test('is in no evidence: the number of a card', () => {
    for (const card of ['4111111111111111', '5555 5555 5555 4444', '3782-822463-10005']) {
      assert.match(said(`The card ${card} was refused`), /“The card \*\*\* was refused: /, card);
    }
  });

  test('is in the error, which repeats what the body says', () => {
    const { error } = classify(asText('ada@shop.example has no card 4111111111111111'));
    assert.equal(error.title, 'ada@shop.example has no card 4111111111111111');
  });
});

test('what is no secret stays in the evidence', () => {
  for (const text of [
    'request 0cef4f8ea2727df064c786f3fb4b09db',
    'address 5d8b5b91-3c1a-4f3e-9d4a-aa10cc0fe5b1',
    'sku SM-13, the-name-of-a-product-2, 4006381333931',
    'code: error.path.missing',
    'X-Auth-Token: {token}',
    'X-Auth-Token: $TOKEN, <token>, [REDACTED], xxxxx',
    'cannot read {"client_id":"x","code":"invalid_x"}',
    'at 1700000000000, of store k7m2p9q4',
    'see https://developer.bigcommerce.com/docs/start/authentication/api-accounts',
    'password: minimum length is 8',
  ]) {
    const { findings, classification } = diagnose(asText(`${text}; it already exists`));
    assert.equal(classification.error.title, `${text}; it already exists`);
    assert.ok(
      findings.some(({ evidence }) => evidence.includes(text)),
      `${text}: ${findings[0].evidence}`,
    );
  }
});
