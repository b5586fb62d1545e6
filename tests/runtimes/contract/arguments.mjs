import { equal, includes, ok, show, table, thrownBy, throwsTypeError } from './check.mjs';

const throttled = { status: 429 };

/** The argument that the message has to name, and the call as text and as code. */
const WRONG = [
  ['code', "status('x')", (bc) => bc.status('x')],
  ['code', "status('429')", (bc) => bc.status('429')],
  ['code', 'status(undefined)', (bc) => bc.status(undefined)],
  ['code', 'status()', (bc) => bc.status()],
  ['code', 'status(null)', (bc) => bc.status(null)],
  ['code', 'status(5n)', (bc) => bc.status(5n)],
  ['code', 'status({})', (bc) => bc.status({})],
  ['code', 'status([429])', (bc) => bc.status([429])],
  ['code', 'status(true)', (bc) => bc.status(true)],
  ['code', 'status(Symbol())', (bc) => bc.status(Symbol('x'))],
  ['code', "troubleshoot('x')", (bc) => bc.troubleshoot('x')],
  ['code', 'troubleshoot()', (bc) => bc.troubleshoot()],
  ['exchange', 'classify()', (bc) => bc.classify()],
  ['exchange', 'classify(null)', (bc) => bc.classify(null)],
  ['exchange', 'classify(429)', (bc) => bc.classify(429)],
  ['exchange', 'diagnose()', (bc) => bc.diagnose()],
  ['exchange', 'diagnose([])', (bc) => bc.diagnose([])],
  ['exchange.requestHeaders', "diagnose({ requestHeaders: 'x' })", (bc) => bc.diagnose({ requestHeaders: 'x' })],
  ['exchange', 'decideRetry(null)', (bc) => bc.decideRetry(null)],
  ['exchange', 'decideRetry()', (bc) => bc.decideRetry()],
  ['exchange', "decideRetry('x')", (bc) => bc.decideRetry('x')],
  ...[
    ['status', '429'],
    ['status', 5n],
    ['status', {}],
    ['method', 5],
    ['method', {}],
    ['url', 5],
    ['url', {}],
    ['headers', 'x'],
    ['headers', 5],
    ['failure', 'boom'],
    ['failure', 1],
    ['failure', 'constructor'],
    ['inBrowser', 'yes'],
    ['requestHeaders', 5],
  ].flatMap(([member, value]) => [
    [`exchange.${member}`, `classify({ ${member}: ${show(value)} })`, (bc) => bc.classify({ [member]: value })],
    [`exchange.${member}`, `decideRetry({ ${member}: ${show(value)} })`, (bc) => bc.decideRetry({ [member]: value })],
  ]),
  ['state', 'decideRetry({…}, 5)', (bc) => bc.decideRetry(throttled, 5)],
  ...[
    ['attempt', 0],
    ['attempt', -1],
    ['attempt', NaN],
    ['attempt', 1.5],
    ['attempt', '1'],
    ['elapsedMs', -1],
    ['elapsedMs', NaN],
    ['elapsedMs', '5'],
    ['random', 2],
    ['random', 1],
    ['random', -0.1],
    ['random', NaN],
    ['random', '0.5'],
  ].map(([member, value]) => [
    `state.${member}`,
    `decideRetry({…}, { ${member}: ${show(value)} })`,
    (bc) => bc.decideRetry(throttled, { [member]: value }),
  ]),
  ['policy', 'decideRetry({…}, {}, 5)', (bc) => bc.decideRetry(throttled, {}, 5)],
  ...[
    ['profile', 'x'],
    ['profile', 'constructor'],
    ['profile', 1],
    ['maxAttempts', 0],
    ['maxAttempts', 1.5],
    ['maxAttempts', NaN],
    ['maxAttempts', '3'],
    ['maxDelayMs', -1],
    ['maxDelayMs', NaN],
    ['maxElapsedMs', -1],
    ['maxElapsedMs', '5'],
    ['jitter', 'yes'],
    ['jitter', 1],
    ['repeatable', 'yes'],
  ].flatMap(([member, value]) => [
    [`policy.${member}`, `decideRetry({…}, {}, { ${member}: ${show(value)} })`, (bc) => bc.decideRetry(throttled, {}, { [member]: value })],
    [`retry.${member}`, `createFetch({ retry: { ${member}: ${show(value)} } })`, (bc) => bc.createFetch({ retry: { [member]: value } })],
  ]),
  ['format', "render(429, 'pdf')", (bc) => bc.render(429, 'pdf')],
  ['format', 'render(429)', (bc) => bc.render(429)],
  ['format', "render(429, 'constructor')", (bc) => bc.render(429, 'constructor')],
  ['what', "render('429', 'text')", (bc) => bc.render('429', 'text')],
  ['what', 'render()', (bc) => bc.render()],
  ['what', "render({}, 'text')", (bc) => bc.render({}, 'text')],
  ['fetch', 'createFetch({ fetch: 5 })', (bc) => bc.createFetch({ fetch: 5 })],
  ['fetch', 'createFetch({ fetch: {} })', (bc) => bc.createFetch({ fetch: {} })],
  ['retry', 'createFetch({ retry: true })', (bc) => bc.createFetch({ retry: true })],
  ['retry', "createFetch({ retry: 'x' })", (bc) => bc.createFetch({ retry: 'x' })],
  ['options', 'createFetch(5)', (bc) => bc.createFetch(5)],
  ['options', "createFetch('x')", (bc) => bc.createFetch('x')],
  ['retires', 'createFetch({ retires: {} })', (bc) => bc.createFetch({ retires: {} })],
  ...[
    ['attemptTimeoutMs', 0],
    ['attemptTimeoutMs', -1],
    ['attemptTimeoutMs', NaN],
    ['attemptTimeoutMs', '5'],
    ['budget', true],
    ['budget', 500],
    ['budget', {}],
    ['budget', { take: 5, give: 5 }],
    ['throwOnError', 'yes'],
    ['throwOnError', 1],
    ['onAttempt', true],
    ['onRetry', {}],
    ['onGiveUp', 'log'],
    ['pace', 'yes'],
    ['pace', 5],
    ['pace', {}],
    ['pace', { admit: 5, observe: 5 }],
  ].map(([member, value]) => [
    `options.${member}`,
    `createFetch({ ${member}: ${show(value)} })`,
    (bc) => bc.createFetch({ [member]: value }),
  ]),
  ...[
    ['capacity', -1],
    ['capacity', NaN],
    ['retryCost', '14'],
    ['throttleCost', -5],
    ['refund', true],
    ['cost', 5],
  ].map(([member, value]) => [
    `options.${member}`,
    `createRetryBudget({ ${member}: ${show(value)} })`,
    (bc) => bc.createRetryBudget({ [member]: value }),
  ]),
  ...[
    ['circuit', 'off'],
    ['maxQueue', -1],
    ['maxQueue', '5'],
    ['maxKeys', 0],
    ['maxKeys', 1.5],
    ['store', {}],
    ['store', true],
    ['random', 0.5],
    ['rate', 5],
  ].map(([member, value]) => [
    `options.${member}`,
    `createPacer({ ${member}: ${show(value)} })`,
    (bc) => bc.createPacer({ [member]: value }),
  ]),
  ['options', 'createPacer(5)', (bc) => bc.createPacer(5)],
  ['key', 'createPacer().snapshot()', (bc) => bc.createPacer().snapshot()],
  ['key', "createPacer().snapshot('')", (bc) => bc.createPacer().snapshot('')],
  ['key', 'createPacer().observe(5, 200)', (bc) => bc.createPacer().observe(5, 200)],
  ['status', "createPacer().observe('abc123', '200')", (bc) => bc.createPacer().observe('abc123', '200')],
  ['headers', "createPacer().observe('abc123', 200, 'x')", (bc) => bc.createPacer().observe('abc123', 200, 'x')],
  ['options', 'createMemoryStore(3)', (bc) => bc.createMemoryStore(3)],
  ['options must be left out, not an object', 'createMemoryStore({ maxKeys: 3 })', (bc) => bc.createMemoryStore({ maxKeys: 3 })],
  ['options', 'createRetryBudget(5)', (bc) => bc.createRetryBudget(5)],
  ['kind', "createRetryBudget().take('x')", (bc) => bc.createRetryBudget().take('x')],
  ['kind', 'createRetryBudget().take()', (bc) => bc.createRetryBudget().take()],
  ['response', 'historyOf(null)', (bc) => bc.historyOf(null)],
  ['response', 'historyOf()', (bc) => bc.historyOf()],
  ['response', "historyOf('x')", (bc) => bc.historyOf('x')],
];

const SECRET = 'k3yk3yk3yk3yk3yk3yk3yk3yk3yk3y1';

/** Every place where a token may end up by mistake. */
const MISPLACED = [
  ['status(SECRET)', (bc) => bc.status(SECRET)],
  ['status([SECRET])', (bc) => bc.status([SECRET])],
  ['status({ token: SECRET })', (bc) => bc.status({ token: SECRET })],
  ['troubleshoot(SECRET)', (bc) => bc.troubleshoot(SECRET)],
  ['classify(SECRET)', (bc) => bc.classify(SECRET)],
  ['classify({ status: SECRET })', (bc) => bc.classify({ status: SECRET })],
  ['classify({ headers: SECRET })', (bc) => bc.classify({ headers: SECRET })],
  ['diagnose({ requestHeaders: SECRET })', (bc) => bc.diagnose({ requestHeaders: SECRET })],
  ['classify({ method: [SECRET] })', (bc) => bc.classify({ method: [SECRET] })],
  ['classify({ url: { token: SECRET } })', (bc) => bc.classify({ url: { token: SECRET } })],
  ['classify({ failure: SECRET })', (bc) => bc.classify({ failure: SECRET })],
  ['decideRetry(throttled, SECRET)', (bc) => bc.decideRetry(throttled, SECRET)],
  ['decideRetry(throttled, { attempt: SECRET })', (bc) => bc.decideRetry(throttled, { attempt: SECRET })],
  ['decideRetry(throttled, { random: [SECRET] })', (bc) => bc.decideRetry(throttled, { random: [SECRET] })],
  ['decideRetry(throttled, {}, SECRET)', (bc) => bc.decideRetry(throttled, {}, SECRET)],
  ['decideRetry(throttled, {}, { profile: SECRET })', (bc) => bc.decideRetry(throttled, {}, { profile: SECRET })],
  ['decideRetry(throttled, {}, { maxDelayMs: SECRET })', (bc) => bc.decideRetry(throttled, {}, { maxDelayMs: SECRET })],
  ['decideRetry(throttled, {}, { jitter: () => SECRET })', (bc) => bc.decideRetry(throttled, {}, { jitter: () => SECRET })],
  ["render(SECRET, 'text')", (bc) => bc.render(SECRET, 'text')],
  ['render(429, SECRET)', (bc) => bc.render(429, SECRET)],
  ['createFetch(SECRET)', (bc) => bc.createFetch(SECRET)],
  ['createFetch({ fetch: SECRET })', (bc) => bc.createFetch({ fetch: SECRET })],
  ['createFetch({ retry: SECRET })', (bc) => bc.createFetch({ retry: SECRET })],
  ['createFetch({ retry: { profile: SECRET } })', (bc) => bc.createFetch({ retry: { profile: SECRET } })],
  ['createFetch({ token: SECRET })', (bc) => bc.createFetch({ token: SECRET })],
  ['createFetch({ budget: SECRET })', (bc) => bc.createFetch({ budget: SECRET })],
  ['createFetch({ onRetry: SECRET })', (bc) => bc.createFetch({ onRetry: SECRET })],
  ['historyOf(SECRET)', (bc) => bc.historyOf(SECRET)],
];

export const argumentCases = [
  ...table(
    WRONG,
    (argument, text) => `arguments: ${text} is a TypeError that names ${argument}`,
    (bc, argument, text, call) => void throwsTypeError(() => call(bc), argument, text),
  ),
  ...table(
    MISPLACED,
    (text) => `arguments: the error of ${text} does not tell the token`,
    (bc, text, call) => {
      const error = thrownBy(() => call(bc), text);
      ok(error instanceof TypeError, 'a TypeError', error);
      const told = `${error.message} ${error.stack} ${JSON.stringify(error.cause ?? null)}`;
      ok(!told.includes(SECRET), 'no token in the error', error.message);
    },
  ),
  {
    name: 'arguments: an error shows a short value, so that a slip is seen',
    run(bc) {
      includes(thrownBy(() => bc.status('429'), 'status').message, '429');
    },
  },
  {
    name: 'arguments: render says what it takes, and what it was given',
    run(bc) {
      for (const [what, given] of [
        ['429', "'429'"],
        ['Too Many Requests', 'the given string'],
        [undefined, 'undefined'],
        [429n, '429n'],
        [[429], 'an array'],
      ]) {
        equal(thrownBy(() => bc.render(what, 'text'), given).message, `what must be a number or a Diagnosis, not ${given}`);
      }
    },
  },
  {
    name: 'arguments: a wrong one leaves the package in order',
    run(bc) {
      for (const [, , call] of WRONG) {
        try {
          call(bc);
        } catch {
          // The case of its own tells.
        }
      }
      equal(bc.status(422).text, 'Missing or Invalid Data');
      equal(bc.decideRetry({ status: 429, headers: { 'Retry-After': '2' } }).delayMs, 2_000);
    },
  },
  {
    name: 'an exchange of which no member is known is refused, and what else is beside them is not',
    run(bc) {
      for (const ask of [bc.classify, bc.decideRetry, bc.diagnose]) {
        throwsTypeError(() => ask({ statusCode: 404 }), 'a status, or a failure', 'a member nobody knows');
        throwsTypeError(() => ask({ stauts: 404, boby: '' }), 'it has stauts, boby', 'what is there in its place');
        ok(ask({ status: 404, statusCode: 404 }), 'beside a status');
        ok(ask({ requestHeaders: {}, id: 1 }), 'beside the headers of the request');
        throwsTypeError(() => ask({ method: 'GET', statusCode: 404 }), 'it has statusCode', 'a status by another name');
      }
    },
  },
  {
    name: 'an error or an answer of a client is an exchange, of a method that is not known where it names none',
    run(bc) {
      const sent = { method: 'post', baseURL: 'https://api.bigcommerce.com/', url: '/stores/a/v2/orders', data: '{}' };
      const response = { status: 504, headers: {}, data: '', config: sent };
      for (const known of [response, Object.assign(new Error('a'), { config: sent, response }), { config: sent, response }]) {
        equal(bc.decideRetry(known).reason, bc.decideRetry({ method: 'POST', status: 504 }).reason);
        ok(bc.diagnose(known).findings[0].evidence.includes('POST `/stores/a/v2/orders`'), bc.diagnose(known).findings[0].evidence);
      }
      const unknown = [
        new Response('', { status: 504 }),
        Object.assign(new Error('a'), { statusCode: 504 }),
        new TypeError('fetch failed'),
      ];
      for (const one of unknown) equal(bc.decideRetry(one).reason, bc.decideRetry({ method: null, status: 504 }).reason);
    },
  },
  {
    name: 'a member of the policy that is given in the state is refused by its name',
    run(bc) {
      throwsTypeError(() => bc.decideRetry({ status: 429 }, { profile: 'background' }), 'state.profile is unknown', 'profile');
    },
  },
  {
    name: 'method and URL are shown as fetch sends them',
    run(bc) {
      const shown = (method, url) => JSON.stringify(bc.diagnose({ method, url, status: 404 }).findings);
      const url = 'https://shop.example.com/pro\ntected/\tthings\r';
      for (const method of ['get', 'Delete', 'head', 'options', 'post', 'put']) {
        includes(shown(method, url), `${method.toUpperCase()} \`/protected/things\``, method);
      }
      includes(shown('patch', url), 'patch `/protected/things`', 'patch');
    },
  },
];
