// No secret in any output: each placement puts one where people and servers put
// them, and nothing that the package says of the exchange may hold it, nor a piece.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { classify, decideRetry, diagnose, render } from '../../pkg/dist/index.js';

/** Shorter pieces may be left to recognise a token by. */
const PIECE = 12;

// ---- secrets of the forms that BigCommerce issues ----

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
let seed = 20260401;
/** Always the same sequence, so that a failure comes again. */
const draw = (alphabet, length) =>
  Array.from({ length }, () => {
    seed = (seed * 48271) % 2147483647;
    return alphabet[seed % alphabet.length];
  }).join('');

const base64 = (text) => Buffer.from(text).toString('base64');
const base64url = (text) => Buffer.from(text).toString('base64url');

/** An API token, a client id, an authorisation code. */
const token = () => draw(LETTERS, 31);
/** A client secret, a signature. */
const hex = () => draw('0123456789abcdef', 64);
const jwt = () => {
  const payload = { sub: draw(LETTERS, 20), cid: draw(LETTERS, 16), exp: 1893456000 };
  const signature = base64url(draw(LETTERS, 32));
  return [base64url('{"alg":"HS256","typ":"JWT"}'), base64url(JSON.stringify(payload)), signature].join('.');
};
/** Signs that have to be percent-encoded in a URL. */
const password = () => `${draw(LETTERS, 14)}/+ü ${draw(LETTERS, 14)}`;

const percent = (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const jsonEscapes = (text) => [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

// ---- the search ----

const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** What base64 holds in readable form; the header of a JWT is no secret. */
const unpacked = (text) => {
  const parts = text.split('.');
  return (parts.length === 3 ? parts.slice(1) : parts)
    .filter((part) => /^[\w+/-]{16,}=*$/.test(part))
    .map((part) => Buffer.from(part, 'base64').toString('latin1'))
    .filter((part) => /^[ -~]+$/.test(part));
};

/** The secret as it may be written anywhere. */
const formsOf = (secret) => {
  const forms = [secret, decoded(secret), encodeURIComponent(secret), percent(secret), base64(secret)];
  return [...new Set([...forms, ...unpacked(secret)])];
};

const signOf = (_, digits) => String.fromCharCode(parseInt(digits, 16));
/** A text as it is, and with percent signs (twice) and the escapes of JSON undone. */
const readingsOf = (text) => {
  const once = text.replace(/%([0-9a-f]{2})/gi, signOf);
  const twice = once.replace(/%([0-9a-f]{2})/gi, signOf);
  const unescaped = text.replace(/\\+u([0-9a-f]{4})/gi, signOf);
  return [text, once, twice, unescaped].map((reading) => reading.toLowerCase());
};

/** A piece of the secret in a text, whatever its case, or null. */
function pieceIn(text, secret) {
  const readings = [...new Set(readingsOf(text))];
  for (const form of formsOf(secret)) {
    const needle = form.toLowerCase();
    for (let at = 0; at + PIECE <= needle.length; at += 1) {
      const piece = needle.slice(at, at + PIECE);
      if (readings.some((reading) => reading.includes(piece))) return piece;
    }
  }
  return null;
}

/** Everything the package says of an exchange. */
function outputsOf(exchange) {
  const diagnosis = diagnose(exchange);
  return {
    diagnose: JSON.stringify(diagnosis),
    text: render(diagnosis, 'text'),
    markdown: render(diagnosis, 'markdown'),
    html: render(diagnosis, 'html'),
    classify: JSON.stringify(classify(exchange)),
    decideRetry: JSON.stringify(decideRetry(exchange)),
  };
}

// ---- the exchanges around the secrets ----

const STORE = 'https://api.bigcommerce.com/stores/k7m2p9q4';
const PRODUCTS = `${STORE}/v3/catalog/products`;
const SHOP = 'https://shop.example.com';
const GRAPHQL = 'https://store-k7m2p9q4.mybigcommerce.com/graphql';
const OAUTH = 'https://login.bigcommerce.com/oauth2/token';
const B2B = 'https://api-b2b.bigcommerce.com/api/v3/io/companies';
const PAYMENTS = 'https://payments.bigcommerce.com/stores/k7m2p9q4/payments';

const UNAUTHORISED = { status: 401, title: 'This token opens nothing', type: '/api-docs', errors: {} };

const asJson = (body, more) => ({
  headers: { 'Content-Type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...more,
});
const asType = (type, body, more) => ({ headers: { 'Content-Type': type }, body, ...more });

/** Sent with these request headers, and refused. */
const sent = (requestHeaders, more) => ({
  url: PRODUCTS,
  status: 401,
  requestHeaders,
  ...asJson(UNAUTHORISED),
  ...more,
});
const at = (url, more) => ({ url, status: 404, ...asJson({ status: 404, title: 'Not there' }), ...more });
/** Answered with this body. */
const answered = (status, body, more) => ({
  method: 'POST',
  url: PRODUCTS,
  status,
  ...asJson(body),
  ...more,
});
const problem = (title, more) => ({ status: 422, title, type: '/api-docs', ...more });
/** Answered with these response headers. */
const headed = (status, headers, more) => ({ url: PRODUCTS, status, headers, body: '', ...more });
/** Sent with this request body, and refused. */
const posted = (requestBody, more) => ({
  method: 'POST',
  url: PRODUCTS,
  status: 422,
  requestBody,
  ...asJson(problem('The input was refused', { errors: { name: 'error.path.missing' } })),
  ...more,
});

// Each row: title, form of the secret, exchange.

const REQUEST_HEADERS = [
  ['X-Auth-Token', token, (s) => sent({ 'X-Auth-Token': s })],
  ['X-Auth-Token in lower case', token, (s) => sent({ 'x-auth-token': s })],
  ['X-Auth-Token in upper case', token, (s) => sent({ 'X-AUTH-TOKEN': s })],
  ['X-Auth-Token in a Headers object', token, (s) => sent(new Headers({ 'X-Auth-Token': s }))],
  [
    'X-Auth-Token in pairs',
    token,
    (s) =>
      sent([
        ['Accept', 'application/json'],
        ['X-Auth-Token', s],
      ]),
  ],
  ['X-Auth-Token in a Map', token, (s) => sent(new Map([['X-Auth-Token', s]]))],
  ['X-Auth-Token as an array', token, (s) => sent({ 'X-Auth-Token': [s] })],
  [
    'X-Auth-Token repeated',
    token,
    (s) =>
      sent([
        ['X-Auth-Token', 'short'],
        ['x-auth-token', s],
      ]),
  ],
  ['X-Auth-Token with blanks around it', token, (s) => sent({ 'X-Auth-Token': `  ${s}\n` })],
  ['X-Auth-Token in quotes', token, (s) => sent({ 'X-Auth-Token': `"${s}"` })],
  ['X-Auth-Token with Bearer before it', token, (s) => sent({ 'X-Auth-Token': `Bearer ${s}` })],
  ['X-Auth-Token that holds its own name', token, (s) => sent({ 'X-Auth-Token': `X-Auth-Token: ${s}` })],
  ['X-Auth-Token in percent signs', token, (s) => sent({ 'X-Auth-Token': percent(s) })],
  ['X-Auth-Token that holds a JWT', jwt, (s) => sent({ 'X-Auth-Token': s })],
  ['X-Auth-Token that holds a client secret', hex, (s) => sent({ 'X-Auth-Token': s }, { status: 403 })],
  [
    'X-Auth-Token beside a token that is refused as text',
    token,
    (s) => sent({ 'X-Auth-Token': s }, asType('text/plain', 'X-Auth-Token should have another format')),
  ],
  ['Authorization Bearer', jwt, (s) => sent({ Authorization: `Bearer ${s}` }, { url: GRAPHQL, method: 'POST' })],
  ['authorization bearer in lower case', jwt, (s) => sent({ authorization: `bearer ${s}` })],
  ['Authorization PAT', token, (s) => sent({ Authorization: `PAT ${s}` }, { url: PAYMENTS, method: 'POST' })],
  ['Authorization PAT that is a JWT', jwt, (s) => sent({ Authorization: `PAT ${s}` }, { url: PAYMENTS })],
  ['Authorization Basic', token, (s) => sent({ Authorization: `Basic ${base64(`admin:${s}`)}` })],
  ['Authorization Basic as it is sent', () => base64(`admin:${token()}`), (s) => sent({ Authorization: `Basic ${s}` })],
  ['Authorization without a scheme', token, (s) => sent({ Authorization: s })],
  ['Authorization with an unknown scheme', token, (s) => sent({ Authorization: `Token token="${s}"` })],
  ['Proxy-Authorization', token, (s) => sent({ 'Proxy-Authorization': `Basic ${base64(`proxy:${s}`)}` })],
  ['authToken of B2B', token, (s) => sent({ authToken: s }, { url: B2B })],
  ['authToken of B2B beside X-Store-Hash', jwt, (s) => sent({ authToken: s, 'X-Store-Hash': 'k7m2p9q4' }, { url: B2B, status: 500 })],
  ['X-Auth-Client', token, (s) => sent({ 'X-Auth-Client': s })],
  ['X-Auth-Client that holds the client secret', hex, (s) => sent({ 'X-Auth-Client': s })],
  ['Cookie', token, (s) => sent({ Cookie: `SHOP_SESSION_TOKEN=${s}; lang=en` }, { url: `${SHOP}/graphql` })],
  ['Cookie as an array', token, (s) => sent({ cookie: ['lang=en', `XSRF-TOKEN=${s}`] })],
  ['X-Bc-Customer-Access-Token', token, (s) => sent({ 'X-Bc-Customer-Access-Token': s }, { url: GRAPHQL })],
  ['X-Api-Key', token, (s) => sent({ 'X-Api-Key': s })],
  ['misspelt X-Auth_Token', token, (s) => sent({ 'X-Auth_Token': s })],
  ['misspelt X-Auth-Tokn', token, (s) => sent({ 'X-Auth-Tokn': s })],
  ['misspelt Auth-Token', token, (s) => sent({ 'Auth-Token': s })],
  ['misspelt XAuthToken', token, (s) => sent({ XAuthToken: s })],
  ['misspelt Authorisation', jwt, (s) => sent({ Authorisation: `Bearer ${s}` })],
  ['misspelt access-token', token, (s) => sent({ 'access-token': s })],
  ['a name that is no header name', token, (s) => sent({ 'X-Auth-Token: ': s })],
  ['the token for the name of a header', token, (s) => sent({ [`X-Auth-Token: ${s}`]: '' })],
];

const RESPONSE_HEADERS = [
  ['Set-Cookie', token, (s) => headed(403, { 'Set-Cookie': `SHOP_SESSION_TOKEN=${s}; Path=/; HttpOnly` })],
  ['Set-Cookie as an array', token, (s) => headed(403, { 'set-cookie': ['a=b', `SHOP_TOKEN=${s}; Secure`] })],
  [
    'Set-Cookie repeated',
    token,
    (s) =>
      headed(200, [
        ['set-cookie', 'a=b'],
        ['Set-Cookie', `token=${s}`],
      ]),
  ],
  ['Location with a token', token, (s) => headed(302, { Location: `${SHOP}/back?token=${s}&lang=en` })],
  ['Location with a fragment', jwt, (s) => headed(302, { Location: `${SHOP}/back#access_token=${s}` })],
  ['Location of a sign-in', jwt, (s) => headed(301, { location: `${SHOP}/login/token/${s}` })],
  ['Location that is relative and percent-encoded', token, (s) => headed(302, { Location: `/back?%74oken=${percent(s)}` })],
  ['Location with a password', token, (s) => headed(301, { Location: `https://owner:${s}@shop.example.com/` })],
  [
    'Location with a signed payload',
    jwt,
    (s) => headed(302, { Location: `https://app.example.com/load?signed_payload_jwt=${s}` }, { method: 'POST' }),
  ],
  ['Content-Location', token, (s) => headed(301, { 'Content-Location': `/v3/x?access_token=${s}` })],
  ['WWW-Authenticate', token, (s) => headed(401, { 'WWW-Authenticate': `Bearer realm="shop", token="${s}"` })],
  ['an echoed X-Auth-Token', token, (s) => headed(500, { 'X-Auth-Token': s })],
  ['an echoed Authorization', jwt, (s) => headed(502, { Authorization: `Bearer ${s}` })],
];

const URLS = [
  ...['client_secret', 'signature', 'Client_Secret'].map((name) => [`?${name}=`, hex, (s) => at(`${PRODUCTS}?limit=5&${name}=${s}`)]),
  ...['access_token', 'token', 'code', 'api_key', 'apikey', 'auth_token', 'X-Auth-Token', 'ACCESS_TOKEN'].map((name) => [
    `?${name}=`,
    token,
    (s) => at(`${PRODUCTS}?${name}=${s}&limit=5`),
  ]),
  ...['signed_payload_jwt', 'jwt', 'id_token', 'state'].map((name) => [
    `?${name}= with a JWT`,
    jwt,
    (s) => at(`${SHOP}/load?${name}=${s}`),
  ]),
  ['?password=', password, (s) => at(`${SHOP}/api/v2/orders?password=${encodeURIComponent(s)}`)],
  ['?code= of the sign-in exchange', token, (s) => at(`${OAUTH}?grant_type=authorization_code&code=${s}`, { method: 'POST', status: 400 })],
  ['a query that repeats the name', token, (s) => at(`${PRODUCTS}?token=a&token=${s}`)],
  ['a query with semicolons', token, (s) => at(`${PRODUCTS}?limit=5;access_token=${s}`)],
  ['a query with brackets', token, (s) => at(`${PRODUCTS}?auth[token]=${s}`)],
  ['a JWT without a name', jwt, (s) => at(`${SHOP}/account?${s}`)],
  ['#access_token=', token, (s) => at(`${SHOP}/done#access_token=${s}&token_type=bearer`)],
  ['#token= behind a route', token, (s) => at(`${SHOP}/app#/orders?token=${s}`)],
  ['#id_token=', jwt, (s) => at(`${SHOP}/done#id_token=${s}`)],
  ['user:password@', token, (s) => at(`https://admin:${s}@store-k7m2p9q4.mybigcommerce.com/api/v2/orders.json`)],
  ['user:password@ with encoded signs', password, (s) => at(`https://admin:${encodeURIComponent(s)}@shop.example.com/api/v2/orders`)],
  ['token@ without a password', token, (s) => at(`https://${s}@shop.example.com/api/v2/orders`)],
  ['/login/token/{jwt}', jwt, (s) => at(`${SHOP}/login/token/${s}`)],
  ['/login/token/{jwt} with a query', jwt, (s) => at(`${SHOP}/login/token/${s}?redirect_to=/cart`)],
  ['/login/token/ with what is no JWT', token, (s) => at(`${SHOP}/login/token/${s}`)],
  ['a JWT amid the path', jwt, (s) => at(`${SHOP}/api/storefront/${s}/carts`)],
  [
    'the token in place of the store hash',
    token,
    (s) => at(`https://api.bigcommerce.com/stores/${s}/v3/catalog/products`, { status: 403 }),
  ],
  ['a query value in percent signs', token, (s) => at(`${PRODUCTS}?access_token=${percent(s)}`)],
  ['a query name in percent signs', token, (s) => at(`${PRODUCTS}?%61ccess%5Ftoken=${s}`)],
  ['a JWT in percent signs in the path', jwt, (s) => at(`${SHOP}/login/token/${percent(s)}`)],
  ['a JWT with encoded dots', jwt, (s) => at(`${SHOP}/load?payload=${s.replaceAll('.', '%2E')}`)],
  ['a URL within a query', token, (s) => at(`${SHOP}/login?redirect=${encodeURIComponent(`${SHOP}/back?token=${s}`)}`)],
  [
    'a URL within a URL, encoded twice',
    token,
    (s) => at(`${SHOP}/login?next=${encodeURIComponent(encodeURIComponent(`/back?client_secret=${s}`))}`),
  ],
  ['a URL object', token, (s) => at(new URL(`${PRODUCTS}?access_token=${s}`))],
  ['a URL without a scheme', token, (s) => at(`//api.bigcommerce.com/stores/k7m2p9q4/v3/x?access_token=${s}`)],
  ['a URL that is none', token, (s) => at(`not a url ?access_token=${s}`)],
  ['an insecure URL', token, (s) => at(`http://api.bigcommerce.com/stores/k7m2p9q4/v2/orders?token=${s}`)],
  [
    'a URL with placeholders beside it',
    token,
    (s) => at(`https://api.bigcommerce.com/stores/{store_hash}/v3/catalog/products/?access_token=${s}`),
  ],
];

const BODIES = [
  ['a V2 message with the header', token, (s) => answered(401, [{ status: 401, message: `X-Auth-Token: ${s} is not known here` }])],
  ['a V3 title with token=', token, (s) => answered(401, problem(`Refused: token=${s} has been revoked`))],
  ['a V3 title with a bare token', token, (s) => answered(401, problem(`The token ${s} has been revoked`))],
  ['a detail with Bearer', jwt, (s) => answered(401, problem('Refused', { detail: `Bearer ${s} is too old` }))],
  ['a JWT in the title', jwt, (s) => answered(401, problem(`Could not verify ${s} today`))],
  ['a field value', token, (s) => answered(422, problem('Wrong', { errors: { access_token: `${s} is not a number` } }))],
  [
    'a field value in a list',
    hex,
    (s) => answered(422, problem('No', { errors: [{ field: 'client_secret', message: `${s} is odd`, value: s }] })),
  ],
  ['an unknown member', hex, (s) => answered(400, problem('Wrong', { request: { client_secret: s } }))],
  [
    'the echo of the request headers',
    token,
    (s) => answered(500, problem('Broken', { request: { headers: { 'X-Auth-Token': s, Accept: '*/*' } } })),
  ],
  [
    'the echo of request headers as text',
    token,
    (s) => answered(500, problem('Broken', { detail: `POST /v3/carts\nX-Auth-Token: ${s}\nAccept: */*` })),
  ],
  ['V2 details', token, (s) => answered(400, [{ status: 400, message: 'No', details: { invalid_reason: `token=${s} was used up` } }])],
  ['V2 details.errors', token, (s) => answered(400, [{ message: 'No', details: { errors: [{ access_token: s, message: 'Old' }] } }])],
  ['an HTML page', jwt, (s) => answered(500, '', asType('text/html', `<html><pre>Authorization: Bearer ${s}</pre></html>`))],
  [
    'an HTML page with the token split by a tag',
    token,
    (s) => answered(500, '', asType('text/html', `<html><p>X-Auth-Token: <b>${s}</b></p></html>`)),
  ],
  [
    'the title of an HTML page',
    token,
    (s) => answered(404, '', asType('text/html', `<html><title>/x?access_token=${s}</title><p>Gone</p></html>`)),
  ],
  ['an XML element', token, (s) => answered(401, '', asType('text/xml', `<error><access_token>${s}</access_token></error>`))],
  ['an XML message', token, (s) => answered(401, '', asType('application/xml', `<error><message>X-Auth-Token: ${s}</message></error>`))],
  ['text', token, (s) => answered(401, '', asType('text/plain', `Invalid credentials, token=${s}`))],
  ['text with a quoted name', hex, (s) => answered(400, '', asType('text/plain', `cannot read {'client_secret': '${s}'}`))],
  ['text that is a JWT', jwt, (s) => answered(404, '', asType('text/plain', s, { method: 'GET' }))],
  ['text with a URL', token, (s) => answered(404, '', asType('text/plain', `No route GET ${PRODUCTS}?access_token=${s} here`))],
  [
    'a nested GraphQL message',
    jwt,
    (s) => answered(200, { data: { login: { errors: [{ message: `Bearer ${s} is old` }] } } }, { url: GRAPHQL }),
  ],
  ['a GraphQL message', jwt, (s) => answered(401, { errors: [{ message: `Unknown JWT ${s}` }] }, { url: GRAPHQL })],
  ['GraphQL extensions', token, (s) => answered(200, { errors: [{ message: 'No', extensions: { access_token: s } }] }, { url: GRAPHQL })],
  ['a batch item', token, (s) => answered(422, { data: [], errors: [problem('No', { errors: { 0: `api_key=${s} is old` } })], meta: {} })],
  [
    'a saved batch item',
    token,
    (s) => answered(207, { data: [{ id: 1, access_token: s }], errors: [problem('One was refused')], meta: {} }),
  ],
  [
    'batch_errors that repeat the record',
    token,
    (s) => answered(422, { batch_errors: [{ data: { api_key: s }, field_errors: { api_key: `${s} is no key` } }] }),
  ],
  ['the instance of a problem', jwt, (s) => answered(403, problem('No', { instance: `/login/token/${s}` }))],
  ['the query of a type', token, (s) => answered(403, problem('No', { type: `https://example.com/errors?access_token=${s}` }))],
  ['an OAuth description', hex, (s) => answered(400, { error: 'invalid_client', error_description: `client_secret=${s}` }, { url: OAUTH })],
  ['a granted token', token, (s) => answered(200, { access_token: s, scope: null, context: 'stores/k7m2p9q4' }, { url: OAUTH })],
  ['a B2B errMsg', jwt, (s) => answered(401, { code: 401, data: { errMsg: `authToken ${s} is stale` } }, { url: B2B })],
  ['a B2B success', token, (s) => answered(200, { code: 200, data: { token: s }, meta: { message: 'SUCCESS' } }, { url: B2B })],
  ['a payment problem', token, (s) => answered(401, { ...problem('No'), code: 30100, detail: `PAT ${s} was used` }, { url: PAYMENTS })],
  ['a body that is parsed already', token, (s) => answered(401, '', { body: { status: 401, title: `X-Auth-Token: ${s} is unknown` } })],
  [
    'a body of bytes',
    token,
    (s) => answered(401, '', { body: new TextEncoder().encode(JSON.stringify(problem(`token=${s} is unknown`))) }),
  ],
  ['a body cut off within the token', token, (s) => answered(500, `{"status":500,"access_token":"${s.slice(0, 25)}`)],
  ['a JSON string', token, (s) => answered(401, JSON.stringify(`X-Auth-Token: ${s} is unknown`))],
  ['unicode escapes', token, (s) => answered(401, `{"status":401,"title":"access_token=${jsonEscapes(s)} is old"}`)],
  ['single quotes', token, (s) => answered(401, `{'status': 401, 'access_token': '${s}'}`)],
  ['a second document behind the first', token, (s) => answered(500, `${JSON.stringify(problem('First'))}{"access_token":"${s}"}`)],
  ['JSON within a message', token, (s) => answered(422, problem(`Cannot read ${JSON.stringify({ access_token: s, name: 'x' })}`))],
  [
    'JSON within JSON within a message',
    token,
    (s) => answered(422, problem(JSON.stringify({ body: JSON.stringify({ access_token: s }) }))),
  ],
  ['the code of an error', token, (s) => answered(401, problem('No', { code: s }), { requestHeaders: { 'X-Auth-Token': s } })],
];

/** The secret was sent in a known place, and comes back without a name beside it. */
const ECHOES = [
  ['X-Auth-Token in a message', token, (s) => sent({ 'X-Auth-Token': s }, asJson([{ status: 401, message: `Nobody knows ${s}` }]))],
  [
    'X-Auth-Token as the key of a field',
    token,
    (s) => sent({ 'X-Auth-Token': s }, asJson(problem('No', { errors: { [s]: 'error.path.missing' } }))),
  ],
  ['X-Auth-Token cut short', token, (s) => sent({ 'X-Auth-Token': s }, asType('text/plain', `Nobody knows ${s.slice(0, 20)}...`))],
  ['X-Auth-Token in upper case', token, (s) => sent({ 'X-Auth-Token': s }, asType('text/plain', `NOBODY KNOWS ${s.toUpperCase()}`))],
  [
    'the part of a Bearer token',
    jwt,
    (s) => sent({ Authorization: `Bearer ${s}` }, asType('text/plain', `The payload ${s.split('.')[1]} is odd`)),
  ],
  [
    'the password of Basic',
    token,
    (s) => sent({ Authorization: `Basic ${base64(`admin:${s}`)}` }, asType('text/plain', `No user with ${s}`)),
  ],
  ['a cookie', token, (s) => sent({ Cookie: `SESSION=${s}` }, asType('text/plain', `No session ${s}`))],
  ['a token of the query', token, (s) => at(`${PRODUCTS}?access_token=${s}`, asJson(problem(`The filter "${s}" is not valid`)))],
  [
    'an encoded token of the query',
    token,
    (s) => at(`${PRODUCTS}?access_token=${percent(s)}`, asType('text/plain', `Nothing at ${percent(s)}`)),
  ],
  [
    'the password of the URL',
    token,
    (s) => at(`https://admin:${s}@shop.example.com/api/v2/orders`, asType('text/plain', `admin and ${s} differ`)),
  ],
  ['the token of a request body', token, (s) => posted(JSON.stringify({ access_token: s }), asJson(problem(`"${s}" is not valid`)))],
];

const REQUEST_BODIES = [
  ['JSON text', hex, (s) => posted(JSON.stringify({ client_secret: s, name: 'Fern' }))],
  ['a parsed object', hex, (s) => posted({ client_secret: s, name: 'Fern' })],
  ['a parsed list', token, (s) => posted([{ name: 'Fern' }, { access_token: s }])],
  ['nested members', token, (s) => posted({ payment: { instrument: { token: s } } }, { url: PAYMENTS })],
  ['a form as text', token, (s) => posted(`client_id=fern&code=${s}&grant_type=authorization_code`, { url: OAUTH, status: 400 })],
  ['URLSearchParams', hex, (s) => posted(new URLSearchParams({ client_secret: s }), { url: OAUTH, status: 400 })],
  [
    'FormData',
    token,
    (s) => {
      const form = new FormData();
      form.set('token', s);
      return posted(form);
    },
  ],
  ['multipart text', token, (s) => posted(`--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n${s}\r\n--b--\r\n`)],
  ['JSON with a mistake', token, (s) => posted(`{"access_token": '${s}',}`, { status: 400 })],
  ['JSON cut off', hex, (s) => posted(`{"client_secret": "${s}`, { status: 400 })],
  ['a GraphQL query', token, (s) => posted(JSON.stringify({ query: `mutation { login(password: "${s}") { result } }` }), { url: GRAPHQL })],
  ['GraphQL variables', jwt, (s) => posted({ query: 'mutation($j: String!) { login(jwt: $j) }', variables: { j: s } }, { url: GRAPHQL })],
  ['a plain string', token, (s) => posted(s)],
  ['bytes', token, (s) => posted(new TextEncoder().encode(JSON.stringify({ token: s })))],
  ['the token as a field name', token, (s) => posted({ [s]: true }, { requestHeaders: { 'X-Auth-Token': s } })],
];

const lost = (failure, more) => ({ method: 'POST', url: PRODUCTS, failure, ...more });
const SITUATIONS = [
  ['a network failure with X-Auth-Token', token, (s) => lost('network', { requestHeaders: { 'X-Auth-Token': s } })],
  ['a network failure with a token in the URL', token, (s) => lost('network', { url: `${PRODUCTS}?access_token=${s}` })],
  ['a network failure in a page', jwt, (s) => lost('network', { requestHeaders: { Authorization: `Bearer ${s}` }, inBrowser: true })],
  ['a timeout with a password in the URL', token, (s) => lost('timeout', { url: `https://admin:${s}@shop.example.com/api/v2/orders` })],
  ['a timeout with a request body', hex, (s) => lost('timeout', { requestBody: { client_secret: s } })],
  ['an abort with a cookie', token, (s) => lost('aborted', { requestHeaders: { cookie: `SESSION=${s}` } })],
  ['a page that sends the token itself', token, (s) => sent({ 'X-Auth-Token': s }, { inBrowser: true, status: 403 })],
  [
    'a throttled request',
    token,
    (s) => sent({ 'X-Auth-Token': s }, { status: 429, headers: { 'X-Rate-Limit-Time-Reset-Ms': 4200 }, body: '' }),
  ],
  ['a failed server', token, (s) => sent({ 'X-Auth-Token': s }, { status: 500, url: `${PRODUCTS}?token=${s}` })],
  ['an empty success', token, (s) => sent({ 'X-Auth-Token': s }, { status: 200, ...asJson({ data: [] }) })],
  ['no URL at all', token, (s) => ({ status: 401, requestHeaders: { 'X-Auth-Token': s } })],
  ['the token for the method', token, (s) => at(PRODUCTS, { method: s, requestHeaders: { 'X-Auth-Token': s } })],
];

const GROUPS = {
  'request headers': REQUEST_HEADERS,
  'response headers': RESPONSE_HEADERS,
  URLs: URLS,
  'response bodies': BODIES,
  echoes: ECHOES,
  'request bodies': REQUEST_BODIES,
  situations: SITUATIONS,
};

for (const [group, placements] of Object.entries(GROUPS)) {
  describe(`no secret of ${group}`, () => {
    for (const [title, make, exchangeWith] of placements) {
      const secret = make();
      test(title, () => {
        for (const [output, text] of Object.entries(outputsOf(exchangeWith(secret)))) {
          const piece = pieceIn(text, secret);
          assert.equal(piece, null, `${group}, ${title}: ${output} holds "${piece}" of the secret:\n${text}`);
        }
      });
    }
  });
}

describe('a secret among more than crosses into the core', () => {
  const cookie = Array.from({ length: 40_000 }, (_, n) => `a${n}=${String(n).padStart(5, 0)}-value`).join('; ');
  const last = '39999-value';
  const many = Array.from({ length: 600 }, (_, n) => [`X-${n}`, 'a']);
  const long = ['X-Long', 'a'.repeat(300_000)];
  const body = JSON.stringify(problem(`Nobody knows ${last}`));
  const diagnosed = (requestHeaders) => {
    const exchange = at(PRODUCTS, { status: 422, requestHeaders, headers: { Location: `/?a=${last}` }, body });
    return JSON.stringify([classify(exchange), diagnose(exchange)]);
  };

  for (const [where, headers] of Object.entries({
    'a cookie of 40,000 parts': { Cookie: cookie },
    'a cookie of 40,000 parts, in pairs': [['Cookie', cookie]],
    'a Headers': new Headers({ Cookie: cookie }),
    'a list of cookies': { cookie: cookie.split('; ') },
    'a header behind 600 others': [...many, ['X-Auth-Token', last]],
    'a header behind a long one': [long, ['X-Auth-Token', last]],
  })) {
    test(`is in no string of a diagnosis: ${where}`, () => {
      assert.ok(!diagnosed(headers).includes(last), diagnosed(headers));
      assert.match(diagnosed(headers), /"outcome":"rejected"/);
    });
  }

  test('takes nothing away where all secrets cross', () => {
    for (const headers of [{ Cookie: `a=${last}` }, [['X-Auth-Token', last], ...many], [['X-Auth-Token', last], long]]) {
      assert.ok(diagnosed(headers).includes('Nobody knows ***'), diagnosed(headers));
    }
  });
});

describe('a secret of the request that looks like none', () => {
  const LOOKS = ['your-secret-9f8a7', 'changeme-9a8b', 'xxxx1234abcd99', '<abc123def>', 'p@ss:w/rd', 'aaaaaaaaaa'];
  const WORDS = ['hunter2 required', 'never eat the yellow snow', 'sesame'];
  const isIn = (exchange, secret) =>
    Object.entries(outputsOf(exchange)).filter(([, text]) => readingsOf(text).some((reading) => reading.includes(secret.replace('<', ''))));
  const echo = (secret) => asJson({ ...problem(`Nobody knows ${secret}`), errors: { password: `${secret} is too short` } });

  for (const secret of LOOKS) {
    test(`is not in an answer that repeats a header: ${secret}`, () => {
      for (const headers of [{ 'X-Auth-Token': secret }, { Authorization: `Bearer ${secret}` }, { Cookie: `lang=en; SHOP=${secret}` }]) {
        const exchange = sent(headers, echo(secret));
        assert.deepEqual(isIn(exchange, secret), [], JSON.stringify(headers));
        assert.match(JSON.stringify(classify(exchange)), /Nobody knows \*\*\*/);
      }
    });
  }

  for (const secret of [...LOOKS, ...WORDS]) {
    test(`is not in an answer that repeats the body: ${secret}`, () => {
      for (const body of [{ password: secret }, { customer: { passphrase: secret } }, [{ key: 'password', value: secret }]]) {
        const exchange = posted(JSON.stringify(body), echo(secret));
        assert.deepEqual(isIn(exchange, secret), [], JSON.stringify(body));
        assert.match(JSON.stringify(classify(exchange)), /Nobody knows \*\*\*/);
      }
    });
  }

  test('leaves what says that it is missing, and what every message says', () => {
    for (const open of ['{token}', 'YOUR_TOKEN', '<your token>', 'invalid', 'password']) {
      const exchange = { ...posted(JSON.stringify({ password: open }), echo(open)), requestHeaders: { 'X-Auth-Token': open } };
      assert.ok(JSON.stringify(classify(exchange)).includes(`Nobody knows ${open}`), open);
    }
  });
});

describe('the search itself', () => {
  const finds = (planted, secret) => pieceIn(JSON.stringify({ deep: [{ message: `a ${planted} b` }] }), secret);

  for (const [form, make] of Object.entries({ token, hex, jwt, password })) {
    test(`finds a ${form} in a plain object, whole, in part and encoded`, () => {
      const secret = make();
      for (const planted of [
        secret,
        secret.toUpperCase(),
        secret.slice(0, PIECE),
        secret.slice(-PIECE),
        encodeURIComponent(secret),
        percent(secret),
        encodeURIComponent(percent(secret)),
        jsonEscapes(secret),
        base64(secret),
      ]) {
        assert.notEqual(finds(planted, secret), null, planted);
      }
    });
  }

  test('finds what a JWT and Basic credentials hold', () => {
    const secret = jwt();
    const { sub } = JSON.parse(Buffer.from(secret.split('.')[1], 'base64url').toString());
    assert.notEqual(finds(sub, secret), null);
    const key = token();
    assert.notEqual(finds(key, base64(`admin:${key}`)), null);
    const signs = password();
    assert.notEqual(finds(signs, encodeURIComponent(signs)), null);
  });

  test('finds nothing where there is nothing', () => {
    assert.equal(finds('nothing', token()), null);
    const secret = token();
    assert.equal(finds(secret.slice(0, PIECE - 1), secret), null);
    assert.equal(finds(token(), token()), null);
  });

  test('looks at outputs that say something', () => {
    const outputs = outputsOf(sent({ 'X-Auth-Token': token() }));
    for (const [output, text] of Object.entries(outputs)) assert.ok(text.length > 20, output);
  });

  test('every placement carries its secret', () => {
    const plainly = (_, value) => {
      if (value instanceof Uint8Array) return new TextDecoder().decode(value);
      return typeof value?.entries === 'function' && !Array.isArray(value) ? [...value.entries()] : value;
    };
    for (const [title, make, exchangeWith] of Object.values(GROUPS).flat()) {
      const secret = make();
      assert.notEqual(pieceIn(JSON.stringify(exchangeWith(secret), plainly), secret), null, title);
    }
  });
});
