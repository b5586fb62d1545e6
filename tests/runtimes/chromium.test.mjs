// The contract in a browser: a page that imports the package's file for `import`,
// under a Content-Security-Policy that allows WebAssembly, and under one that does not.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { PATIENCE_MS } from '../patience.mjs';
import { cases } from './contract.mjs';
import { install } from './installed.mjs';
import { launchBrowser } from '../site/browser.mjs';

const WITH_WASM = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
const WITHOUT_WASM = "default-src 'self'; script-src 'self'";

const here = fileURLToPath(new URL('.', import.meta.url));
const types = { '.js': 'text/javascript', '.mjs': 'text/javascript' };
const html = (script) =>
  script === '/classic.js'
    ? `<!doctype html><title>t</title><script src="${script}"></script>`
    : `<!doctype html><title>t</title><script type="module" src="${script}"></script>`;

const installed = await install();
const entry = `/pkg/${normalize(installed.fileOf('import'))}`;

/** What a bundler makes of it for a classic script, with every character as it is. */
const classic = () =>
  buildSync({
    entryPoints: [join(installed.directory, installed.fileOf('import'))],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'bc',
    charset: 'utf8',
    write: false,
  }).outputFiles[0].text;

const scripts = {
  '/classic.js': classic(),
  '/all.js': `
    import * as bc from '${entry}';
    import { runAll } from '/tests/contract.mjs';
    globalThis.results = runAll(bc);`,
  '/one.js': `globalThis.imported = import('${entry}').then((bc) => ((globalThis.bc = bc), 'imported'), String);`,
};

async function fileFor(path) {
  if (path in scripts) return scripts[path];
  if (path.startsWith('/pkg/')) return readFile(join(installed.directory, path.slice(5)));
  return readFile(join(here, path.slice('/tests/'.length)));
}

/** Pages, scripts, and `/answer/STATUS`; counts what is asked of the last. */
async function serve() {
  let answers = 0;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://127.0.0.1').pathname;
    if (path.startsWith('/answer/')) {
      answers += 1;
      return response.writeHead(Number(path.slice('/answer/'.length))).end('an answer');
    }
    const csp = path === '/strict' ? WITHOUT_WASM : WITH_WASM;
    const page = { '/': '/all.js', '/loose': '/one.js', '/strict': '/one.js', '/classic': '/classic.js' }[path];
    const head = { 'Content-Type': page ? 'text/html' : (types[extname(path)] ?? 'text/plain') };
    try {
      const body = page ? html(page) : await fileFor(path);
      response.writeHead(200, { ...head, 'Content-Security-Policy': csp }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    answers: () => answers,
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}

const server = await serve();
const browser = await launchBrowser();
after(async () => {
  await browser.close();
  await server.close();
});

async function open(path) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(server.url + path);
  return { page, troubles };
}

describe('Chromium', async () => {
  const { page, troubles } = await open('/');
  const listed = await page.evaluate(() => globalThis.results).catch((error) => error);
  const results = new Map(listed?.map?.(({ name, problem }) => [name, problem]));

  test('the page runs every case, and nothing else goes wrong in it', () => {
    assert.deepEqual(troubles, []);
    assert.equal(results.size, cases.length, String(listed));
  });

  for (const { name } of cases) {
    test(name, () => assert.ok(results.get(name) === null, results.get(name) ?? 'it did not run'));
  }
});

describe('Chromium, calls from a page', async () => {
  const { page } = await open('/loose');

  test('a page does not call the management API again, since it never answers pages', async () => {
    await page.evaluate(() => globalThis.imported);
    const seen = await page.evaluate(async () => {
      let calls = 0;
      const lost = async () => {
        calls += 1;
        throw new TypeError('Failed to fetch');
      };
      const call = globalThis.bc.createFetch({ fetch: lost, retry: { maxDelayMs: 5 } });
      const error = await call('https://api.bigcommerce.com/stores/abc123/v3/carts').catch((e) => e);
      return [calls, error.message];
    });
    assert.deepEqual(seen, [1, 'Failed to fetch']);
  });

  test('a page calls its own host again, by a relative URL', async () => {
    const before = server.answers();
    const seen = await page.evaluate(async () => {
      const call = globalThis.bc.createFetch({ retry: { maxDelayMs: 5 } });
      const response = await call('/answer/503');
      return [response.status, await response.text(), globalThis.bc.historyOf(response).length];
    });
    assert.deepEqual(seen, [503, 'an answer', 3]);
    assert.equal(server.answers() - before, 3);
  });
});

describe('Chromium, a classic script on a page that names no charset', async () => {
  const { page, troubles } = await open('/classic');

  test('works although it is not read as UTF-8', async () => {
    const seen = await page.evaluate(() => [document.characterSet, globalThis.bc.status(507).text]);
    assert.deepEqual(seen, ['windows-1252', 'Insufficient Storage']);
    assert.deepEqual(troubles, []);
  });
});

describe('Chromium, where the page forbids WebAssembly', async () => {
  const { page, troubles } = await open('/strict');
  const imported = await page.evaluate(() => globalThis.imported);

  test('importing does not throw', () => {
    assert.equal(imported, 'imported');
    assert.deepEqual(troubles, []);
  });

  test('what a status means is known all the same', async () => {
    const text = await page.evaluate(() => globalThis.bc.status(429).text + globalThis.bc.troubleshoot(429).causes.length);
    assert.match(text, /^Too Many Requests[1-9]/);
  });

  test("classify() throws an Error that names 'wasm-unsafe-eval'", async () => {
    const thrown = await page.evaluate(() => {
      try {
        return globalThis.bc.classify({ status: 429 });
      } catch (error) {
        return [error instanceof Error, error.message];
      }
    });
    assert.equal(thrown[0], true);
    assert.match(thrown[1], /'wasm-unsafe-eval'/);
  });

  for (const status of [200, 429, 503]) {
    for (const pace of [false, true]) {
      test(`fetch still returns an answer: ${status}, sent once${pace ? ' and without a pace' : ''}`, async () => {
        const before = server.answers();
        const send = async ([path, pace]) => {
          const response = await globalThis.bc.createFetch({ pace })(path);
          return [response.status, await response.text()];
        };
        const seen = await page.evaluate(send, [`/answer/${status}`, pace]);
        assert.deepEqual(seen, [status, 'an answer']);
        assert.equal(server.answers() - before, 1);
      });
    }

    if (status !== 200) {
      test(`throwOnError tells the status of an answer ${status}`, async () => {
        const thrown = await page.evaluate(async (path) => {
          const error = await globalThis.bc
            .createFetch({ throwOnError: true })(path)
            .catch((one) => one);
          return [
            globalThis.bc.isBcStatusError(error),
            error.status,
            error.message,
            error.diagnosis.findings.length,
            error.diagnosis.retry.retry,
          ];
        }, `/answer/${status}`);
        assert.deepEqual(thrown, [true, status, thrown[2], 0, false]);
        assert.match(thrown[2], new RegExp(`^${status} `));
      });
    }

    test(`historyOf an answer ${status} is a list and throws nothing`, async () => {
      const isList = await page.evaluate(async (path) => {
        const response = await globalThis.bc.bcFetch(path);
        try {
          return Array.isArray(globalThis.bc.historyOf(response));
        } catch (error) {
          return String(error);
        }
      }, `/answer/${status}`);
      assert.equal(isList, true);
    });
  }
});
