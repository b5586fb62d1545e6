// fetch, against the simulated store and servers that misbehave.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { startServer } from '../fetch/server.mjs';
import { startSimulator } from '../simulator/index.mjs';

export const fetchCases = ({ run, root }) => {
  let store;
  let server;
  let at;
  /** Sends what goes to other hosts to the simulated store, and says on standard error what would have gone. */
  const elsewhere = (env) => ({ ...env, NODE_OPTIONS: `--import=${join(root, 'elsewhere.mjs')}` });

  before(async () => {
    store = await startSimulator();
    server = await startServer();
    at = (path) => `${store.url}/stores/${store.storeHash}${path}`;
    writeFileSync(join(root, 'token.txt'), `X-Auth-Token: ${store.token}\n`);
    writeFileSync(
      join(root, 'elsewhere.mjs'),
      `const own = fetch;
       globalThis.fetch = (url, init) => {
         const sent = new Headers(init.headers).get('x-auth-token');
         process.stderr.write('sent to ' + url + (sent ? ' with ' + sent.length : ' without') + '\\n');
         return own(${JSON.stringify(store.url)} + new URL(url).pathname, init);
       };`,
    );
  });
  after(async () => {
    await store.close();
    await server.close();
  });
  const echoed = async (id, ...args) => JSON.parse((await run(['fetch', `${server.url}/echo/${id}`, ...args])).out);

  it('prints the body, and nothing else', async () => {
    const { code, out, err } = await run(['fetch', at('/v3/catalog/products'), '-H', '@token.txt']);
    assert.deepEqual([code, err], [0, '']);
    assert.ok(Array.isArray(JSON.parse(out).data));
  });

  it('prints the head with -i, without cookies and tokens, and writes to a file with -o', async () => {
    store.script('GET', '/v3/catalog/products/1', [
      { status: 200, headers: { 'Set-Cookie': 'SESSION=very-secret-cookie; Path=/', 'X-Echo': store.token }, body: { data: {} } },
    ]);
    const { out } = await run(['fetch', '-i', at('/v3/catalog/products/1'), '-H', '@token.txt']);
    assert.match(out, /^HTTP\/1\.1 200 OK\r\n/);
    assert.match(out, /\r\nset-cookie: SESSION=\*\*\*; Path=\/\r\n/);
    assert.match(out, /\r\nx-echo: \*\*\*\r\n/);
    assert.match(out, /\r\n\r\n\{"data":\{\}/);

    const written = await run(['fetch', at('/v3/catalog/products'), '-H', '@token.txt', '-o', 'products.json']);
    assert.deepEqual([written.code, written.out], [0, '']);
    assert.ok(JSON.parse(readFileSync(join(root, 'products.json'), 'utf8')).data);
    const nowhere = await run(['fetch', at('/v3/catalog/products'), '-o', 'no/such/file']);
    assert.deepEqual([nowhere.code, nowhere.err], [3, 'bc-status: cannot write no/such/file: no such directory\n']);
  });

  it('repeats, and says so', async () => {
    store.script('GET', '/v3/catalog/products/77', [503, { status: 200, body: { data: 'there' } }]);
    const { code, out, err } = await run(['fetch', at('/v3/catalog/products/77'), '-H', '@token.txt']);
    assert.equal(code, 0);
    assert.match(out, /there/);
    assert.match(err, /^bc-status: 503 Service Unavailable; attempt 2 in [\d.]+ m?s\n$/);
    store.script('GET', '/v3/catalog/products/78', [503, 200]);
    assert.equal((await run(['fetch', '-s', at('/v3/catalog/products/78'), '-H', '@token.txt'])).err, '');
    store.script('GET', '/v3/catalog/products/79', [503, 200]);
    assert.equal((await run(['fetch', at('/v3/catalog/products/79'), '--max-attempts', '1', '-H', '@token.txt'])).code, 1);
  });

  it('tells of a failure on standard error, and prints its body', async () => {
    const { code, out, err } = await run(['fetch', at('/v3/carts'), '-H', '@token.txt']);
    assert.deepEqual([code, out], [1, 'The route is not found, check the URL']);
    assert.match(err, /^404 Does Not Exist: missing\n\n.*This path does not support GET/s);
    const json = await run(['fetch', at('/v3/carts'), '-H', '@token.txt', '--json']);
    assert.equal(JSON.parse(json.err).classification.status.code, 404);
  });

  it('says how a wait that does not fit can be had', async () => {
    const hint = 'bc-status: --profile background waits that long\n';
    const throttled = { status: 429, headers: { 'X-Rate-Limit-Time-Reset-Ms': '20000' }, body: {} };
    store.script('GET', '/v3/catalog/products/80', [throttled, throttled]);
    const args = ['fetch', at('/v3/catalog/products/80'), '-H', '@token.txt'];
    const { code, err } = await run(args);
    assert.deepEqual([code, err.endsWith(hint)], [1, true], err);
    assert.equal(JSON.parse((await run([...args, '--json'])).err).retry.rule, 'budget-exhausted');
    store.script('GET', '/v3/catalog/products/80', [throttled]);
    assert.ok(!(await run([...args, '--max-time', '5'])).err.includes(hint));
    assert.ok(!(await run(['fetch', at('/v3/carts'), '-H', '@token.txt'])).err.includes(hint));
  });

  it('tells of a failure under a 200', async () => {
    store.script('POST', '/graphql', [{ status: 200, body: { errors: [{ message: 'Cannot query field "nme"' }] } }]);
    const { code, err } = await run(['fetch', at('/graphql'), '-d', '{"query":"{ nme }"}', '-H', '@token.txt']);
    assert.equal(code, 1);
    assert.match(err, /Cannot query field/);
  });

  it('sends headers and data as curl does', async () => {
    writeFileSync(join(root, 'body.json'), '{\r\n  "a": "bücher"\n}\n');
    const { method, headers, body } = await echoed('a', '-d', '@body.json', '-H', 'X-One: 1', '-H', 'User-Agent: mine');
    // The server keeps bytes, one in each character.
    assert.deepEqual([method, Buffer.from(body, 'latin1').toString()], ['POST', '{  "a": "bücher"}']);
    assert.equal(headers['content-type'], 'application/json');
    assert.deepEqual([headers['x-one'], headers['user-agent'], headers.accept], ['1', 'mine', 'application/json']);
    const form = await echoed('b', '-d', 'a=1', '-d', 'b=2', '-X', 'PUT', '-H', 'Accept:');
    assert.deepEqual([form.method, form.body, form.headers['content-type']], ['PUT', 'a=1&b=2', 'application/x-www-form-urlencoded']);
    const piped = await run(['fetch', `${server.url}/echo/c`, '-d', '@-'], { input: 'x=1' });
    assert.equal(JSON.parse(piped.out).body, 'x=1');
  });

  it('says of a body that looks like JSON and is none that it is sent as a form', async () => {
    const said = "bc-status: -d looks like JSON but cannot be parsed, so it is sent as a form: correct it, or write -H 'Content-Type: …'\n";
    const sent = async (...args) => {
      const { out, err } = await run(['fetch', `${server.url}/echo/j`, ...args]);
      return [JSON.parse(out).headers['content-type'], err];
    };
    const form = 'application/x-www-form-urlencoded';
    for (const data of ['{bad', ' [1, 2', "{'a': 1}"]) assert.deepEqual(await sent('-d', data), [form, said], data);
    assert.deepEqual(await sent('-d', '{"a":1}', '-d', '{"b":2}'), [form, said]);
    assert.deepEqual(await sent('-d', 'a={'), [form, '']);
    assert.deepEqual(await sent('-d', '{"a":1}'), ['application/json', '']);
    assert.deepEqual(await sent('-d', '{bad', '-H', 'Content-Type: text/plain'), ['text/plain', '']);
  });

  it('says of a token of the environment that it is missing or too short, where the API is asked', async () => {
    writeFileSync(join(root, 'client.txt'), 'X-Auth-Client: a-client');
    writeFileSync(join(root, 'basic.txt'), 'Authorization: Basic YTpi');
    const url = `https://api.bigcommerce.com/stores/${store.storeHash}/v3/catalog/products`;
    const said = async (BC_TOKEN, to, ...args) => {
      const { err } = await run(['fetch', '-s', to, ...args], { env: elsewhere(BC_TOKEN === undefined ? {} : { BC_TOKEN }) });
      return err
        .split('\n')
        .filter((line) => line.includes('BC_TOKEN'))
        .join();
    };
    const none = 'bc-status: BC_TOKEN is not set, so the request is sent without an access token';
    const short = 'bc-status: BC_TOKEN has fewer than 8 characters, which is too short for an access token';
    assert.equal(await said(undefined, url), none);
    assert.equal(await said('', url), none);
    assert.equal(await said('abc1234', url), short);
    assert.equal(await said('abc12345', url), '');
    assert.equal(await said(undefined, url.replace('api.', 'api-b2b.')), none);
    for (const file of ['client.txt', 'basic.txt']) assert.equal(await said(undefined, url, '-H', `@${file}`), '', file);
    assert.equal(await said(undefined, 'https://shop.example/v3'), '');
    assert.equal(await said('abc1234', 'https://shop.example/v3'), '');
  });

  it('sends the token of the environment to the API, and nowhere else', async () => {
    const env = () => elsewhere({ BC_TOKEN: store.token, BC_STORE_HASH: store.storeHash });
    const sent = async (...args) => (await run(['fetch', '-s', ...args], { env: env() })).err.split('\n')[0];
    const { length } = store.token;
    const api = `https://api.bigcommerce.com/stores/${store.storeHash}/v3/catalog/products`;
    assert.equal(await sent('/v3/catalog/products'), `sent to ${api} with ${length}`);
    assert.equal(await sent('v3/catalog/products'), `sent to ${api} with ${length}`);
    assert.equal(await sent(api.replace('https', 'http')), `sent to ${api} with ${length}`);
    for (const host of [
      'shop.example',
      'api.bigcommerce.com.shop.example',
      'api.bigcommerce.com:8443',
      'support.bigcommerce.com',
      'shop.mybigcommerce.com',
    ]) {
      assert.equal(await sent(`https://${host}/v3`), `sent to https://${host}/v3 without`);
    }
    assert.match(
      await sent(api, '-H', 'X-Auth-Token: another'),
      /other users can see a token in the process list: set BC_TOKEN, or put the header in a file and use -H @FILE$/,
    );
    writeFileSync(join(root, 'other.txt'), 'X-Auth-Token: another');
    assert.equal(await sent(api, '-H', '@other.txt'), `sent to ${api} with 7`);
  });

  it('never shows a token', async () => {
    for (const args of [[at('/v3/carts')], ['http://127.0.0.1:2/', '--max-attempts', '1'], [at('/v3/carts'), '--json', '-i']]) {
      const { out, err } = await run(['fetch', ...args, '-H', `X-Auth-Token: ${store.token}`]);
      assert.ok(!(out + err).includes(store.token), args.join(' '));
      assert.equal(err.match(/other users can see a token/g).length, 1);
    }
  });

  it('says that no answer came, or not all of it', async () => {
    const reset = await run(['fetch', `${server.url}/do/r/reset`, '--max-attempts', '1']);
    assert.equal(reset.code, 4);
    assert.match(reset.err, /^bc-status: no answer: .+\nNo answer: no-response\n/);
    assert.match(reset.err, /Try again\?\nNo\. All attempts /);
    const late = await run(['fetch', `${server.url}/do/l/hang`, '--max-time', '300ms']);
    assert.equal(late.code, 4);
    assert.match(late.err, /^bc-status: no complete answer within 300 ms\n.*\(network|No answer came in time/s);
    const half = await run(['fetch', `${server.url}/do/h/midbody`]);
    assert.deepEqual([half.code, half.out], [4, 'ten bytes.']);
    assert.match(half.err, /^bc-status: the answer was cut off: .+\n$/);
    // On a slow machine the part may need longer.
    for (const seconds of ['1', '5', '25', '125']) {
      const stalled = await run(['fetch', `${server.url}/do/s/stall`, '--max-time', seconds]);
      if (stalled.out === '' && seconds !== '125') continue;
      assert.deepEqual([stalled.code, stalled.out], [4, 'a part']);
      assert.match(stalled.err, /^bc-status: no complete answer within (\d+ s|2 min( 5 s)?)\n$/);
      break;
    }
  });

  it('keeps to the pace', async () => {
    const { code } = await run(['fetch', '--pace', '--profile', 'background', at('/v3/catalog/products'), '-H', '@token.txt']);
    assert.equal(code, 0);
  });

  it('leaves a file alone where no answer comes', async () => {
    await run(['fetch', 'http://127.0.0.1:2/', '-o', 'nothing.json', '--max-attempts', '1', '-s']);
    assert.equal(existsSync(join(root, 'nothing.json')), false);
  });
};
