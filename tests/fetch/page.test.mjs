// bc-status/fetch in a page without a bundler: what is loaded when, and what becomes of a call where that
// does not come.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { launchChromium } from '../browsers/chromium.mjs';
import { PATIENCE_MS } from '../patience.mjs';
import { install } from '../runtimes/installed.mjs';

const START = ['fetch.js', 'page/start.js'];
const TOKEN = 'abcdefghijklmnopqrstuvwxyz12345';

const installed = await install();

/** The package below /pkg, and below /api/NAME/STATUS,STATUS one answer after the other. */
async function serve() {
  /** What was asked for of the package, and how often each name. */
  const loaded = [];
  const arrived = new Map();
  const waiting = [];
  const state = { isRefused: () => false, isHeld: false };
  const answer = (response, name, statuses) => {
    const turn = arrived.get(name) ?? 0;
    arrived.set(name, turn + 1);
    const status = Number(statuses[Math.min(turn, statuses.length - 1)]);
    const headers = { 'Content-Type': 'application/json', 'Retry-After': '0' };
    response.writeHead(status, status === 307 ? { Location: '/elsewhere' } : headers).end(`{"status":${status},"title":"A title"}`);
  };
  const server = createServer(async (request, response) => {
    const [, kind, ...rest] = new URL(request.url, 'http://page').pathname.split('/');
    if (kind === 'api') return answer(response, rest[0], rest[1].split(','));
    if (kind !== 'pkg') return response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>t</title>');
    const path = rest.slice(1).join('/');
    loaded.push(path);
    if (state.isRefused(path)) return response.writeHead(503).end();
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(await readFile(join(installed.directory, ...rest)));
    for (const go of path === 'page/loop.js' ? waiting.splice(0) : []) go();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, server, loaded, arrived, waiting, state };
}

const site = await serve();
const browser = await launchChromium();
after(async () => {
  await browser.close();
  site.server.closeAllConnections();
  site.server.close();
});

/** A page of its own that has imported the entry, with nothing in its cache. */
const open = async (isRefused = () => false) => {
  site.state.isRefused = isRefused;
  site.loaded.length = 0;
  site.arrived.clear();
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(site.url);
  await page.evaluate(async () => {
    globalThis.bc = await import('/pkg/dist/fetch.js');
  });
  return page;
};

const isLoop = (path) => path === 'page/loop.js';

describe('bc-status/fetch in a page', () => {
  test('has what it says', async () => {
    const page = await open();
    const names = await page.evaluate(() => Object.keys(globalThis.bc).sort());
    assert.deepEqual(names, ['bcFetch', 'createFetch', 'createRetryBudget', 'explain', 'historyOf', 'init', 'isBcStatusError']);
  });

  test('loads two files before its first request, and the loop while that is under way', async () => {
    const page = await open();
    assert.deepEqual(site.loaded, START);
    const status = await page.evaluate(async () => (await globalThis.bc.bcFetch('/api/first/200')).status);
    assert.equal(status, 200);
    await page.waitForNetworkIdle({ idleTime: 50 });
    assert.deepEqual(site.loaded, [...START, 'page/loop.js']);
  });

  test('repeats what failed, says what was tried, and explains what came last', async () => {
    const page = await open();
    const seen = await page.evaluate(async () => {
      const { createFetch, explain, historyOf } = globalThis.bc;
      const call = createFetch({ retry: { maxDelayMs: 1, jitter: false } });
      const response = await call('/api/again/503,503,200');
      const last = await call('/api/lasting/404');
      const { retry, classification } = await explain(last);
      return {
        status: response.status,
        rules: historyOf(response).map(({ decision }) => decision.rule),
        one: historyOf(await call('/api/one/200'))[0].decision,
        title: classification.error.title,
        same: retry.rule === historyOf(last)[0].decision.rule,
      };
    });
    const { one, ...rest } = seen;
    assert.deepEqual(rest, {
      status: 200,
      rules: ['unavailable', 'unavailable', 'not-needed'],
      title: 'A title',
      same: true,
    });
    const bc = await installed.load();
    assert.deepEqual(one, bc.decideRetry({ status: 200 }));
    assert.equal(site.arrived.get('again'), 3);
  });

  test('decides by a body with a chunk that is loaded for it', async () => {
    const page = await open();
    const load = (path) =>
      page.evaluate(async (where) => (await globalThis.bc.createFetch({ retry: { maxDelayMs: 1 } })(where)).status, path);
    assert.equal(await load('/api/missing/404'), 404);
    assert.ok(!site.loaded.includes('page/hints.js'));
    assert.equal(await load('/api/busy/503,200'), 200);
    assert.ok(site.loaded.includes('page/hints.js'));
  });

  test('compiles ahead with init, and says where it cannot', async () => {
    const page = await open();
    await page.evaluate(() => globalThis.bc.init());
    assert.deepEqual(site.loaded, [...START, 'page/loop.js']);
    const without = await open(isLoop);
    const thrown = await without.evaluate(() => globalThis.bc.init().then(String, (error) => error.name));
    assert.equal(thrown, 'TypeError');
  });

  describe('where the loop does not come', () => {
    test('gives what fetch gave, sends nothing twice, and tries again at the next failure', async () => {
      const page = await open(isLoop);
      const status = (path) => page.evaluate(async (where) => (await globalThis.bc.bcFetch(where)).status, path);
      const history = (path) => page.evaluate(async (where) => globalThis.bc.historyOf(await globalThis.bc.bcFetch(where)), path);
      assert.equal(await status('/api/down/503,200'), 503);
      assert.deepEqual(await history('/api/gone/404'), [], 'nothing was decided');
      assert.equal(site.arrived.get('down'), 1);
      const before = site.loaded.filter(isLoop).length;
      assert.equal(await status('/api/fine/200'), 200);
      assert.equal(site.loaded.filter(isLoop).length, before, 'a success asks for nothing');
      site.state.isRefused = () => false;
      assert.equal(await status('/api/up/503,200'), 200);
      assert.equal(site.arrived.get('up'), 2);
    });

    test('sends once what begins in the loop', async () => {
      const page = await open(isLoop);
      const seen = await page.evaluate(async () => {
        const { createFetch } = globalThis.bc;
        const statuses = [];
        for (const options of [{ attemptTimeoutMs: 1000 }, { onAttempt: () => {} }, { pace: true }, { throwOnError: true }]) {
          statuses.push((await createFetch(options)(`/api/${Object.keys(options)[0]}/429,200`)).status);
        }
        return statuses;
      });
      assert.deepEqual(seen, [429, 429, 429, 429]);
      assert.deepEqual([...site.arrived.values()], [1, 1, 1, 1]);
    });

    test('keeps a secret out of errors and out of plain http all the same', async () => {
      const page = await open(isLoop);
      const seen = await page.evaluate(async (token) => {
        const asked = [];
        const failing = async (input) => {
          asked.push(String(input));
          throw Object.assign(new Error(`no ${token}`), { config: { headers: { 'X-Auth-Token': token } } });
        };
        const call = globalThis.bc.createFetch({ fetch: failing });
        const init = { headers: { 'X-Auth-Token': token } };
        const errors = [];
        for (const url of ['https://api.bigcommerce.com/stores/abc123/v3/carts', 'http://api.bigcommerce.com/stores/abc123/v3/carts']) {
          const error = await call(url, init).catch((one) => one);
          errors.push([error.name, JSON.stringify([error.message, error.stack, { ...error }]).includes(token)]);
        }
        return { asked, errors };
      }, TOKEN);
      assert.deepEqual(seen.errors, [
        ['TypeError', false],
        ['TypeError', false],
      ]);
      assert.deepEqual(seen.asked, ['https://api.bigcommerce.com/stores/abc123/v3/carts']);
    });

    test('keeps the reason of an abort, and the very error of a request without secrets', async () => {
      const page = await open(isLoop);
      const seen = await page.evaluate(async () => {
        const { bcFetch } = globalThis.bc;
        const reason = { mine: true };
        const controller = new AbortController();
        controller.abort(reason);
        const aborted = await bcFetch('/api/a/200', { signal: controller.signal }).catch((one) => one);
        const refused = await bcFetch('http://127.0.0.1:1/').catch((one) => one);
        const native = await fetch('http://127.0.0.1:1/').catch((one) => one);
        return [aborted.mine, refused.name === native.name, refused.message === native.message];
      });
      assert.deepEqual(seen, [true, true, true]);
    });
  });
});
