// `bc-status mcp`, installed from the tarball, as the SDK's own client finds it.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { installCommand } from '../cli/command.mjs';

const command = await installCommand();
const alone = await command.run(['mcp']);

const ofSdk = join(command.root, 'node_modules', '@modelcontextprotocol');
mkdirSync(ofSdk, { recursive: true });
symlinkSync(fileURLToPath(new URL('../../node_modules/@modelcontextprotocol/sdk', import.meta.url)), join(ofSdk, 'sdk'));

const transport = new StdioClientTransport({ command: process.execPath, args: [command.file, 'mcp'], cwd: command.root });
const client = new Client({ name: 'test', version: '1.0.0' });
await client.connect(transport);
after(() => client.close());

// Once it knows them, the client holds what comes against the schemas of the outputs.
const { tools } = await client.listTools();

const call = (name, args) => client.callTool({ name, arguments: args });
/** The text and the structured content of an answer that is no error. */
const told = async (name, args) => {
  const { content, structuredContent, isError } = await call(name, args);
  assert.ok(!isError, content[0].text);
  assert.equal(content.length, 1);
  return { text: content[0].text, found: structuredContent };
};
const refusal = async (name, args) => {
  const { content, structuredContent, isError } = await call(name, args);
  assert.deepEqual([isError, structuredContent], [true, undefined], JSON.stringify(args));
  return content[0].text;
};

const ANSWER = `HTTP/1.1 429 Too Many Requests
X-Rate-Limit-Time-Reset-Ms: 4200
X-Rate-Limit-Requests-Quota: 150
X-Rate-Limit-Requests-Left: 0
X-Rate-Limit-Time-Window-Ms: 30000

{"status":429,"title":"Too many requests"}
`;
const CARTS = 'https://api.bigcommerce.com/stores/abc123/v3/carts';

describe('bc-status mcp', () => {
  it('names the line that installs the SDK where there is none', () => {
    assert.deepEqual(alone, {
      code: 3,
      signal: null,
      out: '',
      err:
        'bc-status: mcp needs the package @modelcontextprotocol/sdk, which is not installed beside bc-status: ' +
        'npx -p bc-status -p @modelcontextprotocol/sdk bc-status mcp\n',
    });
    assert.deepEqual(command.manifest.peerDependenciesMeta['@modelcontextprotocol/sdk'], { optional: true });
    assert.equal(command.manifest.dependencies, undefined);
  });

  it('says who it is, and lists four tools that change nothing', () => {
    assert.deepEqual(client.getServerVersion(), { name: 'bc-status', title: 'bc-status', version: command.manifest.version });
    assert.match(client.getInstructions(), /diagnose/);
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['explain_status', 'diagnose', 'decide_retry', 'find_route'],
    );
    for (const { name, title, description, inputSchema, outputSchema, annotations } of tools) {
      assert.ok(title && description.length > 80, name);
      assert.equal(annotations.readOnlyHint, true, name);
      assert.equal(inputSchema.additionalProperties, false, name);
      for (const [input, { description: about }] of Object.entries(inputSchema.properties)) assert.ok(about, `${name}: ${input}`);
      assert.ok(outputSchema.required.length > 1, name);
    }
    const [{ inputSchema: ofStatus }, { inputSchema: ofDiagnose }] = tools;
    assert.deepEqual(ofStatus.required, ['code']);
    assert.deepEqual(Object.keys(ofDiagnose.properties), ['text', 'exchange', 'entry']);
  });

  it('explains a code in the words of the command line', async () => {
    const { text, found } = await told('explain_status', { code: 422 });
    assert.equal(`${text.trimEnd()}\n`, (await command.run(['422'])).out);
    assert.deepEqual(found, JSON.parse((await command.run(['422', '--json'])).out));
    assert.equal((await told('explain_status', { code: 299 })).found.class, 'success');
  });

  it('diagnoses what is pasted as the command line does', async () => {
    const { text, found } = await told('diagnose', { text: ANSWER, exchange: { method: 'GET', url: CARTS } });
    const args = ['diagnose', '-X', 'GET', '--url', CARTS];
    assert.equal(`${text}\n`, (await command.run(args, { input: ANSWER })).out);
    const { notes, ...rest } = found;
    assert.deepEqual(rest, JSON.parse((await command.run([...args, '--json'], { input: ANSWER })).out));
    assert.deepEqual(notes, []);
  });

  it('diagnoses an exchange, and asks for what would make it surer', async () => {
    const exchange = { method: 'GET', url: CARTS, status: 404, body: { status: 404, title: 'The route is not found, check the URL' } };
    const { text, found } = await told('diagnose', { exchange });
    assert.equal(found.findings[0].id, 'request.method-not-on-route');
    assert.match(text, /^404 Does Not Exist: missing\n/);
    const unsure = await told('diagnose', { text: 'HTTP/1.1 503 Service Unavailable\n\n' });
    assert.match(unsure.found.notes[0], /^which method was it\? Add exchange\.method, /);
    assert.match(unsure.text, /\nNote: which method was it\?/);
    const unknown = await told('diagnose', { exchange: { status: 401 } });
    assert.match(unknown.found.notes[0], /: give them in exchange\.method and exchange\.url$/);
  });

  it('tells what is wrong with a request alone, without a decision', async () => {
    const { text, found } = await told('diagnose', { exchange: { method: 'GET', url: CARTS.replace('https', 'http') } });
    assert.equal(found.findings[0].id, 'request.insecure-url');
    assert.equal(found.retry, null);
    assert.match(text, /\nNote: found a request without an answer in the input/);
  });

  it('takes the entry of a HAR that is asked for', async () => {
    const entry = (status) => ({ request: { method: 'GET', url: CARTS, headers: [] }, response: { status, headers: [], content: {} } });
    const text = JSON.stringify({ log: { entries: [entry(401), entry(500)] } });
    assert.equal((await told('diagnose', { text, entry: 1 })).found.exchange.status, 401);
    const last = await told('diagnose', { text });
    assert.equal(last.found.exchange.status, 500);
    assert.deepEqual(last.found.notes, ['entry 2 of 2; choose another with entry']);
  });

  it('decides about sending again', async () => {
    const exchange = { method: 'POST', url: CARTS };
    const { text, found } = await told('decide_retry', { text: ANSWER, exchange, jitter: false });
    assert.deepEqual([found.retry, found.delayMs, found.rule, found.attemptsLeft], [true, 4200, 'rate-limit-reset', 2]);
    assert.deepEqual(JSON.parse(text), found);
    const late = await told('decide_retry', { text: ANSWER, exchange, attempt: 2, elapsedMs: 9000, jitter: false });
    assert.equal(late.found.rule, 'budget-exhausted');
    const patient = await told('decide_retry', { text: ANSWER, exchange, attempt: 2, elapsedMs: 9000, profile: 'background' });
    assert.equal(patient.found.retry, true);
    const failed = { exchange: { ...exchange, status: 503, headers: {} } };
    assert.equal((await told('decide_retry', failed)).found.rule, 'not-repeatable');
    assert.equal((await told('decide_retry', { ...failed, repeatable: true })).found.retry, true);
    // A method of null is not known, and no GET.
    assert.equal((await told('decide_retry', { exchange: { method: null, status: 503 } })).found.mayHaveRun, true);
  });

  it('finds a route by its path, with what is known of it', async () => {
    const { text, found } = await told('find_route', { query: `${CARTS.replace('carts', 'customers')}?limit=5`, method: 'PUT' });
    assert.equal(`${text}\n`, (await command.run(['route', 'PUT', '/v3/customers'])).out);
    assert.equal(found.match, 'path');
    const [{ methods, ...route }] = found.routes;
    assert.deepEqual(route, {
      route: '/v3/customers',
      api: 'v3',
      scopes: ['store_v2_customers'],
      replacedBy: null,
      deleteWithoutFilter: 'changes-nothing',
      deleteFilter: 'id:in',
    });
    assert.deepEqual(
      methods.find(({ method }) => method === 'PUT'),
      { method: 'PUT', isArchived: false, takesList: true, maxItems: 10, atOnce: 3 },
    );
    assert.match(text, /^\/v3\/customers\n {2}GET\n.*\n {2}PUT; the body is a list; at most 10 items in one request; at most 3 at once\n/);
    const one = await told('find_route', { query: 'GET v3/carts' });
    assert.match(one.text, /^\/v3\/carts\n {2}POST\n {2}This path does not support GET\.\n/);
    for (const [query, wanted] of [
      ['/stores/abc123/v3/catalog/products/{product_id}/images', '/v3/catalog/products/{id}/images'],
      ['/v2/orders/7.json', '/v2/orders/{id}'],
      ['/api/storefront/carts', '/api/storefront/carts'],
      ['https://shop.example/graphql', '/graphql'],
    ]) {
      assert.equal((await told('find_route', { query })).found.routes[0].route, wanted);
    }
    assert.equal((await told('find_route', { query: '/v2/brands' })).found.routes[0].replacedBy, '/v3/catalog/brands');
  });

  it('reads the table of routes as the core does', async () => {
    const dist = join(command.root, 'node_modules', 'bc-status', 'dist');
    // In the package it is a part of a larger file.
    cpSync(new URL('../../www/cli', import.meta.url), join(dist, 'cli-modules'), { recursive: true });
    const inside = (file) => import(pathToFileURL(join(dist, file)).href);
    const [{ findRoute, rows }, { TABLES }] = [await inside('cli-modules/routes.js'), await inside('knowledge/tables.js')];
    const withMethods = TABLES[1].split('\n').filter((line) => /^ *\S+ [A-Za-z]/.test(line));
    assert.equal(rows().length, withMethods.length);
    for (const { route, methods } of rows()) {
      const { match, routes } = findRoute(route);
      const same = routes.find((one) => one.route === route && one.methods.length === methods.length);
      assert.ok(match === 'path' && same, route);
    }
  });

  it('finds similar routes, and routes by words', async () => {
    const similar = await told('find_route', { query: '/v3/orders/7' });
    assert.deepEqual([similar.found.match, similar.found.routes[0].route], ['similar', '/v2/orders/{id}']);
    assert.match(similar.text, /^The specifications do not have this path\. It may still exist; similar ones are:\n/);
    for (const [query, wanted] of [
      ['order shipments', '/v2/orders/{id}/shipments'],
      ['create webhook', '/v3/hooks'],
      ['delete customers', '/v3/customers'],
      ['price list records', '/v3/pricelists/{id}/records'],
    ]) {
      const { found } = await told('find_route', { query });
      assert.deepEqual([found.match, found.routes[0].route], ['words', wanted]);
      assert.ok(found.routes.length <= 8);
    }
    for (const query of ['teapots', '/v3/teapots', 'https://[', 'https://', '/', '?', 'constructor', 'get']) {
      const { text, found } = await told('find_route', { query });
      assert.deepEqual([found.match, found.routes], ['none', []], query);
      assert.match(text, /^The specifications have no such route\./);
    }
  });

  it('gives what its schemas say, whatever the answer', async () => {
    const rows = readFileSync(new URL('../bodies/fixtures.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    const some = rows.filter((_, at) => at % 4 === 0).map((row) => JSON.parse(row));
    assert.ok(some.length > 20, `${some.length} bodies`);
    for (const { status = 422, body } of some) {
      const exchange = { method: 'POST', url: CARTS, status, body: body ?? '' };
      const { found } = await told('diagnose', { exchange });
      assert.equal(found.classification.status.code, status);
      await told('decide_retry', { exchange });
    }
    for (const failure of ['network', 'timeout', 'aborted']) await told('diagnose', { exchange: { method: 'GET', url: CARTS, failure } });
  });
});

describe('a wrong input of bc-status mcp', () => {
  const code = 'a status code from 100 to 599, such as 429';
  const reads = 'It reads what curl -i prints, a HAR, or JSON such as {"status":404,"body":"…"}';
  for (const [name, args, message] of [
    ['explain_status', {}, `arguments.code is missing: it must be ${code}`],
    ['explain_status', { code: '429' }, `arguments.code must be ${code}, not '429'`],
    ['explain_status', { code: 42 }, `arguments.code must be ${code}, not 42`],
    ['explain_status', { code: 429, cod: 1 }, 'arguments.cod is unknown; known: code'],
    ['diagnose', { text: ' ' }, `the input is empty. ${reads}`],
    [
      'diagnose',
      { text: 'hello' },
      `found no HTTP answer in the input; add exchange.status, and exchange.url if you know it, or paste the body. ${reads}`,
    ],
    [
      'diagnose',
      { text: '{"title":"no"}' },
      `found a body without a status in the input; add exchange.status, and exchange.url if you know it. ${reads}`,
    ],
    ['diagnose', { text: ANSWER, entry: 3 }, 'the input has no entry 3: it has only 1'],
    ['diagnose', { text: ANSWER, entry: 0 }, 'arguments.entry must be a whole number from 1 on; default the last that failed, not 0'],
    ['diagnose', { exchange: [] }, 'arguments.exchange must be an object with status, or with failure, not an array'],
    ['diagnose', { exchange: { statusCode: 404 } }, /^exchange\.statusCode is unknown; known: method, url, /],
    ['diagnose', { exchange: { status: 404, unsent: 1 } }, 'exchange.unsent must be true or false, not 1'],
    ['diagnose', { exchange: { failure: 'dns' } }, "exchange.failure must be 'network' or 'timeout' or 'aborted', not 'dns'"],
    ['diagnose', { exchange: { url: '/v3/carts', status: 404 } }, /^a path needs a store: set BC_STORE_HASH, or write https:/],
    ['diagnose', {}, /^text, exchange or both must be given: \{"text": /],
    [
      'decide_retry',
      { exchange: { url: CARTS } },
      `found a request without an answer in the input; paste what was printed below it too. ${reads}`,
    ],
    ['decide_retry', { text: ANSWER, attempt: 0 }, 'arguments.attempt must be a whole number from 1 on; default 1, not 0'],
    ['decide_retry', { text: ANSWER, profile: 'fast' }, "arguments.profile must be 'interactive' or 'background', not 'fast'"],
    ['find_route', { query: ' ' }, /^arguments\.query is empty: it must be a path or URL, such as /],
    ['find_route', { query: '/v3/carts', method: 'get' }, /^arguments\.method must be 'GET' or .*, not 'get'$/],
  ]) {
    it(`is told what is right: ${name} ${JSON.stringify(args).slice(0, 60)}`, async () => {
      const text = await refusal(name, args);
      if (message instanceof RegExp) assert.match(text, message);
      else assert.equal(text, message);
    });
  }

  it('names the tool that was meant', async () => {
    await assert.rejects(call('diagnos', {}), { code: -32602, message: /unknown tool; did you mean diagnose\?$/ });
    await assert.rejects(call('toString', {}), {
      code: -32602,
      message: /unknown tool; use explain_status, diagnose, decide_retry, find_route$/,
    });
  });
});

describe('secrets that bc-status mcp is given', () => {
  const TOKEN = 'k3yz9qw8rt7up6as5df4gh2jk1lm0nb';
  const inAll = (token) => [
    ['diagnose', { text: `curl -i -H 'X-Auth-Token: ${token}' ${CARTS}\nHTTP/2 401\n\n{"title":"Unauthorized: ${token}"}` }],
    ['diagnose', { text: `HTTP/1.1 403 Forbidden\nSet-Cookie: SHOP_SESSION_TOKEN=${token}; path=/\n\nno ${token}` }],
    ['diagnose', { text: `{"status":401,"requestHeaders":{"X-Auth-Token":"${token}"},"body":"${token}"}` }],
    ['diagnose', { text: `401 on GET ${CARTS}?access_token=${token} ${token}` }],
    ['diagnose', { exchange: { method: 'GET', url: `${CARTS}?access_token=${token}`, status: 401, body: token } }],
    [
      'diagnose',
      {
        exchange: {
          url: CARTS,
          status: 422,
          requestHeaders: { 'X-Auth-Token': token },
          body: { title: token, errors: { [token]: token } },
        },
      },
    ],
    ['diagnose', { exchange: { url: CARTS, status: 400, requestHeaders: { [`X-Auth-Token: ${token}`]: '' } } }],
    ['diagnose', { exchange: { url: CARTS, status: 401, [token]: 1 } }],
    ['diagnose', { text: `X-Auth-Token: ${token}` }],
    ['diagnose', { exchange: `X-Auth-Token: ${token}` }],
    ['diagnose', { exchange: { failure: token } }],
    ['decide_retry', { text: `HTTP/1.1 503 ${token}\nX-Auth-Token: ${token}\n\n${token}`, profile: token }],
    ['decide_retry', { text: `curl -H 'X-Auth-Token: ${token}' ${CARTS}\nHTTP/1.1 503 Busy\n\n${token}` }],
    ['explain_status', { code: token }],
    ['find_route', { query: `/v3/carts/${token}/x?access_token=${token}` }],
    ['find_route', { query: token, method: token }],
    ['find_route', { query: 'carts', [token]: token }],
  ];

  it('are in no answer and in no error', async () => {
    const kinds = new Set();
    for (const [name, args] of inAll(TOKEN)) {
      const answer = await call(name, args);
      assert.ok(!JSON.stringify(answer).includes(TOKEN), `${name} ${JSON.stringify(args)}\n${JSON.stringify(answer)}`);
      kinds.add(Boolean(answer.isError));
    }
    assert.deepEqual([...kinds].sort(), [false, true]);
    const error = await call(TOKEN, {}).catch(({ message }) => message);
    assert.ok(typeof error === 'string' && !error.includes(TOKEN));
  });

  it('are replaced where they stood, and words that only look like one stay', async () => {
    const { found } = await told('diagnose', {
      text: `curl -i -H 'X-Auth-Token: ${TOKEN}' ${CARTS}\nHTTP/2 401\n\n{"title":"no ${TOKEN}"}`,
    });
    assert.equal(found.exchange.body, '{"title":"no ***"}');
    assert.deepEqual(found.exchange.requestHeaders[0], ['X-Auth-Token', '***']);
    const body = { status: 422, title: 'no', errors: { token: 'missing', password: 'rejected' } };
    const plain = await told('diagnose', { exchange: { url: CARTS, method: 'POST', status: 422, body } });
    assert.equal(plain.found.classification.outcome, 'rejected');
  });
});

describe('docs/assistants.md', () => {
  const guide = readFileSync(new URL('../../docs/assistants.md', import.meta.url), 'utf8');
  const servers = Array.from(guide.matchAll(/^```json\n([^]*?)^```$/gm), ([, text]) => Object.values(JSON.parse(text))[0]['bc-status']);
  const [, install] = /^```sh\n(.+)\n```$/m.exec(guide);

  it('has the line that the command says, in each set-up', () => {
    assert.ok(alone.err.endsWith(`: ${install}\n`));
    const [first, ...others] = servers.map(({ command: program, args }) => [program, ...args].join(' '));
    assert.equal(first, install.replace('npx', 'npx -y'));
    assert.deepEqual(others, [first, first, 'npx bc-status mcp']);
  });

  it('starts it in a project that has both', async () => {
    const { command: program, args } = servers.at(-1);
    const other = new Client({ name: 'test', version: '1.0.0' });
    await other.connect(new StdioClientTransport({ command: program, args, cwd: command.root }));
    assert.equal((await other.listTools()).tools.length, 4);
    await other.close();
  });

  it('names each tool with all that it takes', () => {
    const rows = Array.from(guide.matchAll(/^\| `(\w+)` \| (.*?) \|/gm), ([, name, takes]) => [name, takes]);
    const told = new Map(rows);
    assert.deepEqual(
      rows.map(([name]) => name),
      tools.map(({ name }) => name),
    );
    const ofDiagnose = told.get('diagnose');
    for (const { name, inputSchema } of tools) {
      const takes = told.get(name).replace('the same', ofDiagnose);
      assert.deepEqual(
        Array.from(takes.matchAll(/`(\w+)`/g), ([, input]) => input).sort(),
        Object.keys(inputSchema.properties).sort(),
        name,
      );
    }
  });
});

describe('the process of bc-status mcp', () => {
  const lines = (...messages) =>
    messages.map((one) => (typeof one === 'string' ? `${one}\n` : `${JSON.stringify({ jsonrpc: '2.0', ...one })}\n`)).join('');
  const begin = {
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  };
  const asks = (id, name, args) => ({ id, method: 'tools/call', params: { name, arguments: args } });

  it('writes the protocol only, and ends with its input, all answers given', async () => {
    const input = lines(
      begin,
      { method: 'notifications/initialized' },
      'X-Auth-Token: secret-word-7',
      asks(2, 'explain_status', { code: 404 }),
      asks(3, 'diagnose', { text: ANSWER }),
      asks(4, 'diagnose', { text: 'no' }),
    );
    const { code, signal, out, err } = await command.run(['mcp'], { input });
    assert.deepEqual([code, signal], [0, null]);
    const messages = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      messages.map(({ jsonrpc, id }) => [jsonrpc, id]),
      [1, 2, 3, 4].map((id) => ['2.0', id]),
    );
    assert.equal(err, 'bc-status: a line of the input is not a message of the protocol, and is skipped\n');
  });

  it('ends when nothing ever comes', async () => {
    assert.deepEqual(await command.run(['mcp']), { code: 0, signal: null, out: '', err: '' });
  });

  it('says so when a message is too long, and ends', async () => {
    const { code, out, err } = await command.run(['mcp'], { input: lines(asks(1, 'diagnose', { text: 'x'.repeat(11 * 1024 * 1024) })) });
    assert.deepEqual([code, out], [0, '']);
    assert.match(err, /^bc-status: .*10485760 bytes/);
  });

  it('shows what nobody sees', async () => {
    const { text } = await told('diagnose', {
      exchange: { url: CARTS, method: 'GET', status: 422, body: { title: 'a\u202eb\u001b[31m' } },
    });
    assert.match(text, /a\\u202eb\\u001b\[31m/);
  });
});
