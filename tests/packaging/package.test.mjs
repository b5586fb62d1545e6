// The package as npm sees it: what is in the tarball, how it resolves, how large it is.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { LIMITS, sizes } from '../../tools/size.mjs';
import { installed, manifest, node, project, read, root, run } from './project.mjs';

/** The programs that a document shows. */
const examples = (file) => [...read(file).matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code);

describe('the installed tarball', () => {
  it('runs the first example of the README unchanged', () => {
    const [example] = examples('README.md');
    const output = node('example.mjs', example);
    assert.match(output, /^Missing or Invalid Data\nCheck the endpoint and the store hash:/);
    assert.match(output, /\nthrottled\n/);
    assert.match(output, /retry: true,\s+delayMs: 4200,\s+rule: 'rate-limit-reset'/);
  });

  it('runs the examples of diagnosis in the README and its guide unchanged', () => {
    const [, found] = examples('README.md');
    const [same, , parsed] = examples('docs/diagnosis.md');
    assert.equal(same, found);
    assert.match(
      node('found.mjs', found),
      /^request\.method-not-on-route likely\nGET exists on `\/v3\/carts\/\{id\}`, not on `\/v3\/carts`\.\n404 Does Not Exist: missing\n/,
    );
    assert.match(
      node('parsed.mjs', parsed),
      /^rejected JSON data is missing or invalid\n\{\s+message: 'Required, but missing\.',\s+field: 'variants\[0\]\.price',\s+index: 1,/,
    );
  });

  it('is loaded by import and by require, with the same names', () => {
    const print = 'console.log(Object.keys(bc).sort().join(), bc.status(507).text);';
    const esm = node('a.mjs', `import * as bc from 'bc-status'; ${print}`);
    const cjs = node('a.cjs', `const bc = require('bc-status'); ${print}`);
    assert.equal(cjs, esm);
    assert.equal(
      esm,
      'BcStatusError,Ledger,PaceError,bcFetch,classify,createFetch,createMemoryStore,createPacer,createRetryBudget,' +
        'decideRetry,diagnose,explain,historyOf,init,isBcStatusError,isPaceError,render,shopperMessage,status,statuses,troubleshoot Insufficient Storage\n',
    );
  });

  it('has what its export map names, types first in each condition', () => {
    const edge = ['workerd', 'edge-light', 'import', 'require'];
    for (const [subpath, target] of Object.entries(manifest.exports)) {
      if (typeof target === 'string') {
        assert.ok(existsSync(installed(target)), `${subpath}: ${target}`);
        continue;
      }
      assert.deepEqual(
        Object.keys(target),
        /^\.($|\/fetch|\/read|\/static|\/store|\/job|\/otel|\/worker)/.test(subpath) ? edge : ['import', 'require'],
        subpath,
      );
      for (const [condition, files] of Object.entries(target)) {
        const forNode = condition === 'import' && 'workerd' in target ? ['node'] : [];
        assert.deepEqual(Object.keys(files), files.default ? ['types', ...forNode, 'default'] : ['types'], `${subpath} ${condition}`);
        assert.match(files.types, condition === 'require' ? /\.d\.cts$/ : /\.d\.ts$/);
        for (const file of Object.values(files).flatMap((one) => (typeof one === 'string' ? one : Object.values(one))))
          assert.ok(existsSync(installed(file)), `${subpath} ${condition}: ${file}`);
      }
    }
    // Parcel reads `module` where it was not told to read `exports`.
    assert.equal(manifest.module, manifest.exports['.'].import.default);
    assert.equal(manifest.main, manifest.exports['.'].require.default);
    const resolve = "console.log(import.meta.resolve('bc-status/bc-status.wasm'))";
    const wasm = fileURLToPath(node('b.mjs', resolve).trim());
    assert.equal(readFileSync(wasm).subarray(0, 4).toString('latin1'), '\0asm');
  });

  it('names its command as npm wants it, and no repository before there is one', () => {
    assert.deepEqual(manifest.bin, { 'bc-status': 'dist/cli/main.js' });
    assert.ok(existsSync(installed(manifest.bin['bc-status'])));
    for (const name of ['repository', 'homepage', 'bugs']) assert.ok(!(name in manifest), name);
  });

  it('compiles nothing on import', () => {
    node(
      'c.mjs',
      `const { Module } = WebAssembly;
       let compiled = 0;
       WebAssembly.Module = class extends Module { constructor(bytes) { super(bytes); compiled++; } };
       const bc = await import('bc-status');
       if (compiled !== 0) throw new Error('compiled on import');
       bc.status(429); bc.render(429, 'text');
       if (compiled !== 0) throw new Error('compiled for what is known without it');
       bc.classify({ status: 429 }); bc.classify({ status: 204 });
       if (compiled !== 1) throw new Error('compiled ' + compiled + ' times');`,
    );
  });

  it('has an entry without the bytes, which is given them', async () => {
    const use = `
      import { readFileSync } from 'node:fs';
      import * as bc from 'bc-status';
      import * as slim from 'bc-status/slim';
      const told = async (act) => { try { return await act(); } catch (error) { return error.name + ': ' + error.message; } };
      console.log(Object.keys(slim).join() === Object.keys(bc).join(), slim.status(429).text, slim.render(429, 'text').slice(0, 3));
      const bytes = readFileSync(new URL(import.meta.resolve('bc-status/bc-status.wasm')));
      console.log(await told(() => slim.init()));
      console.log(await told(() => slim.init(fetch)));
      await slim.init(new WebAssembly.Module(bytes));
      await slim.init(bytes.buffer);
      console.log(slim.classify({ status: 429 }).outcome);`;
    const [same, none, wrong, outcome] = node('slim.mjs', use).trim().split('\n');
    assert.equal(same, 'true Too Many Requests 429');
    assert.equal(none, 'TypeError: moduleOrBytes must be a WebAssembly.Module or its bytes, not undefined');
    assert.equal(wrong, 'TypeError: moduleOrBytes must be a WebAssembly.Module or its bytes, not a function');
    assert.equal(outcome, 'throttled');
    const early = `import { classify } from 'bc-status/slim'; try { classify({ status: 429 }); } catch (error) { console.log(error.message); }`;
    assert.equal(node('early.mjs', early), 'bc-status/slim has no WebAssembly yet: await init(moduleOrBytes) first\n');
    const outfile = join(project, 'slim-bundled.mjs');
    await build({
      stdin: { contents: "export * from 'bc-status/slim'", resolveDir: project },
      bundle: true,
      minify: true,
      format: 'esm',
      outfile,
      logLevel: 'silent',
    });
    assert.ok(!readFileSync(outfile, 'latin1').includes('\0asm'), 'no bytes in it');
  });

  it('has a Worker that knows the core, also where it is all that is imported', async () => {
    const use = `
      import { createHandler } from 'bc-status/worker';
      const fetch = async () => new Response('{"title":"no"}', { status: 422 });
      const handler = createHandler({ storeHash: 'abc123', token: 'BC_TOKEN', allow: ['GET /v3/carts'], fetch });
      const answer = await handler.fetch(new Request('https://worker.example/v3/carts'), { BC_TOKEN: 'secret-secret' });
      console.log(answer.status, (await answer.json()).retry.rule);`;
    assert.equal(node('w.mjs', use), '422 not-retryable\n');
    // A bundler drops what has no side effects, which the core must not be.
    const outfile = join(project, 'bundled.mjs');
    await build({ entryPoints: [join(project, 'w.mjs')], bundle: true, format: 'esm', outfile, logLevel: 'silent' });
    assert.equal(run(process.execPath, [outfile], project), '422 not-retryable\n');
  });

  it('has a widget that a server can import, and that does nothing there', () => {
    const use = `
      import { BcStatusElement, addLanguage } from 'bc-status/widget';
      import defined from 'bc-status/widget/define';
      addLanguage({ lang: 'de', ui: { search: 'Suchen' } });
      console.log(defined === BcStatusElement, globalThis.customElements, globalThis.HTMLElement);`;
    assert.equal(node('widget.mjs', use), 'true undefined undefined\n');
  });

  it('has widgets in one file that import no other, and name the one that they load', async () => {
    for (const name of ['bc-status-widget.js', 'bc-status-read.js', 'bc-status-codes.js']) {
      const file = installed('dist', name);
      const { metafile } = await build({
        entryPoints: [file],
        bundle: true,
        write: false,
        outfile: 'out.js',
        metafile: true,
        format: 'esm',
        logLevel: 'silent',
      });
      assert.deepEqual(
        Object.values(metafile.inputs).flatMap(({ imports }) => imports),
        [],
      );
      const text = readFileSync(file, 'utf8');
      // A bundler takes the file along by its address, and leaves the import alone.
      const loaded = name === 'bc-status-widget.js' ? ['import(/* webpackIgnore: true *//* @vite-ignore */'] : [];
      assert.deepEqual(text.match(/\bimport\((?:\/\*[^*]*\*\/)*/g) ?? [], loaded);
      assert.equal(text.includes('new URL("./bc-status-read.js",import.meta.url)'), loaded.length === 1);
      if (name !== 'bc-status-read.js') assert.match(text, /SPDX-License-Identifier: BSD-3-Clause/, 'the licence of what it holds');
      assert.equal(manifest.exports[`./${name}`], `./dist/${name}`);
      assert.ok(manifest.sideEffects.includes(`./dist/${name}`));
    }
  });

  it('has a manifest of the element that names what there is', () => {
    const { customElements, exports } = manifest;
    const { modules } = JSON.parse(readFileSync(installed(customElements), 'utf8'));
    assert.equal(exports['./custom-elements.json'], customElements);
    const [
      {
        declarations: [element],
      },
      definition,
    ] = modules;
    for (const { path } of modules) assert.ok(existsSync(installed(path)), path);
    assert.equal(element.tagName, 'bc-status');
    assert.equal(definition.exports[0].kind, 'custom-element-definition');
    assert.deepEqual(
      element.events.map(({ name }) => name),
      ['bc-status-select', 'bc-status-diagnosed'],
    );
    const source = [
      'element.js',
      'card.js',
      'table.js',
      'prose.js',
      'troubleshoot/form.js',
      'troubleshoot/result.js',
      'troubleshoot/troubleshooter.js',
    ]
      .map((name) => readFileSync(installed('dist', 'widget', name), 'utf8'))
      .join();
    const named = (pattern) => [...source.matchAll(pattern)].flatMap(([, names]) => names.split(' '));
    const parts = [
      ...named(/\bpart="([^"$]+)/g).filter(Boolean),
      ...named(/\bpart=\$\{`(\w+) /g),
      ...named(/\bsection\(\s*'([\w-]+)'/g),
      // The whole is a part by its mode.
      ...[...source.matchAll(/\bmode: \[([^\]]+)\]/g)].flatMap(([, list]) => list.match(/[\w-]+/g)),
      ...named(/\bheading\(\w+, '(\w+)'/g),
    ];
    assert.deepEqual(element.cssParts.map(({ name }) => name).sort(), [...new Set(parts)].sort());
    const css = read('www/widget/widget.css');
    assert.deepEqual(element.cssProperties.map(({ name }) => name).sort(), [...new Set(css.match(/--bc-status-[\w-]+/g))].sort());
    for (const { name, description } of [...element.attributes, ...element.cssParts, ...element.cssProperties]) {
      assert.ok(description, name);
    }
    const typed = /interface BcStatusProperties \{([^]*?)\n\}/.exec(read('www/types/widget.d.ts'))[1];
    const properties = element.members.filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic);
    for (const { name } of properties) if (name !== 'lang') assert.match(typed, new RegExp(`  ${name}\\?:`), name);
  });

  it('can be compiled ahead', () => {
    node('d.mjs', `import { init, status } from 'bc-status'; await init(); await init(); status(429);`);
  });

  it('names no file of the machine that built it', () => {
    const home = join(dirname(root), '/');
    const files = readdirSync(installed('dist'), { recursive: true }).filter((name) => /\.(c?js|wasm|json)$/.test(name));
    for (const file of files) {
      const text = readFileSync(installed('dist', file), 'latin1');
      for (const path of [home, '.cargo/', 'registry/src', process.env.HOME]) {
        assert.ok(!path || path === '/' || !text.includes(path), `${file} names ${path}`);
      }
    }
  });
});

describe('the types', () => {
  const check = (name, text, options) => {
    writeFileSync(join(project, name), text);
    // The matrix has the older one, which takes seven times as long.
    const tsc = join(root, 'node_modules', 'typescript-7', 'bin', 'tsc');
    // TypeScript's own libraries take longer to check than all of ours.
    const strict = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--skipDefaultLibCheck'];
    try {
      run(process.execPath, [tsc, ...strict, ...options, name], project);
    } catch (error) {
      assert.fail(`${name} ${options.join(' ')}\n${error.stdout}`);
    }
  };
  const use = `
    const codes: readonly number[] = statuses().map(({ code }) => code);
    const advice: 'none-needed' | 'never' | 'after-change' | 'after-wait' | 'if-repeatable' = status(429).retry;
    const bc: typeof fetch = createFetch({ retry: { profile: 'background' }, fetch });
    const { outcome } = classify({ status: 204, headers: new Headers() });
    // @ts-expect-error: no such outcome
    outcome === 'fine';
    const decision = decideRetry({ failure: 'timeout' }, { attempt: 2 }, { maxAttempts: 3 });
    // @ts-expect-error: a string is no code
    status('429');
    // @ts-expect-error: no such format
    render(429, 'pdf');
    const last = historyOf(await bc('https://shop.example/')).at(-1)?.decision.delayMs;
    const { findings, classification } = diagnose({ status: 422, body: { title: 'x' }, requestHeaders: new Headers() });
    const field: string | null | undefined = classification.error?.items[0]?.field;
    // @ts-expect-error: no such finding
    findings[0].id === 'auth.nothing';
    const careful: typeof fetch = createFetch({
      attemptTimeoutMs: 5000,
      throwOnError: true,
      budget: createRetryBudget({ capacity: 100 }),
      onAttempt: async ({ attempt, url }) => console.log(attempt, url),
      onRetry: ({ decision }) => decision.rule !== 'platform-load',
      onGiveUp: ({ history }) => console.log(history.length),
    });
    const told = createFetch({ onRetry: ({ context, waitedMs }) => waitedMs < 1000 && context !== 'x' });
    await told('https://shop.example/', { method: 'PUT', bc: { context: { job: 7 } } });
    // @ts-expect-error: no such member
    await told('https://shop.example/', { bc: { contxt: 7 } });
    // @ts-expect-error: no such hook
    createFetch({ onAtempt: () => {} });
    await careful('https://shop.example/').catch((error: unknown) => {
      if (isBcStatusError(error)) console.log(error.code, error.status, error.diagnosis.findings);
    });
    const page: string = render(await explain(new Response()), 'html');
  `;
  const names =
    'classify, createFetch, createRetryBudget, decideRetry, diagnose, explain, historyOf, isBcStatusError, render, shopperMessage, status, statuses';

  for (const [module, resolution] of [
    ['esnext', 'bundler'],
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
  ]) {
    it(`hold for an ES module under ${resolution}`, () => {
      const options = ['--module', module, '--moduleResolution', resolution];
      check('use.mts', `import { ${names} } from 'bc-status';${use}export { advice, codes, decision, field, last, page };`, options);
    });
  }

  it('hold for CommonJS under node16', () => {
    const inside = `async function main() {${use} return [advice, codes, decision, field, last, page]; } main();`;
    check('use.cts', `import bc = require('bc-status'); const { ${names} } = bc; ${inside}`, [
      '--module',
      'node16',
      '--moduleResolution',
      'node16',
    ]);
  });

  it('hold for a Worker', () => {
    const worker = `
      import { createHandler, QuotaCoordinator, type Problem, type Rule } from 'bc-status/worker';
      // As the types that Cloudflare generates name the class of a binding.
      interface Namespace<Class extends { __DURABLE_OBJECT_BRAND: never }> { idFromName(name: string): Class }
      export type Quota = Namespace<QuotaCoordinator>;
      interface Env { BC_TOKEN: string; USERS: { get(key: string): Promise<string | null> } }
      const rules: Rule[] = ['GET /v3/carts/{id}', { methods: ['POST'], path: '/graphql' }, { methods: ['QUERY'], path: '/graphql' }];
      const log = ({ code, retry }: Problem, error?: unknown) => console.error(code, retry?.delayMs, error);
      export default createHandler<Env>({
        storeHash: 'STORE_HASH',
        token: (env) => env.BC_TOKEN,
        allow: rules,
        authorize: async (request, env) => (await env.USERS.get(request.headers.get('authorization') ?? '')) !== null,
        cors: { origins: ['https://shop.example'], credentials: true, methods: ['GET'] },
        cacheTtl: (request) => (request.url.includes('products') ? 60 : 0),
        shareCache: true,
        bodyTimeoutMs: 10_000,
        perCaller: { key: ({ headers }) => headers.get('cf-connecting-ip'), permits: 8 },
        retry: { profile: 'background' },
        expose: 'all',
        statusPath: false,
        onProblem: log,
      });
      // @ts-expect-error: no such method
      const patch: Rule = { methods: ['PATCH'], path: '/v3/carts' };
      // @ts-expect-error: no such word
      createHandler({ storeHash: 'abc123', token: 'BC_TOKEN', allow: [], expose: 'some' });
      // @ts-expect-error: nothing is allowed by default
      createHandler({ storeHash: 'abc123', token: 'BC_TOKEN' });
      export { patch };
    `;
    for (const options of [
      ['--module', 'esnext', '--moduleResolution', 'bundler', '--customConditions', 'workerd'],
      ['--module', 'nodenext', '--moduleResolution', 'nodenext'],
    ]) {
      check('worker.mts', worker, options);
    }
  });

  it('hold without the types of the DOM', () => {
    const imports = `
      import { classify, createFetch, createPacer, explain, historyOf } from 'bc-status';
      import { createHandler } from 'bc-status/worker';
      import { init } from 'bc-status/slim';
      import { status } from 'bc-status/static';`;
    const use = `
      await init(new Uint8Array(8));
      const response = await createFetch({ pace: createPacer() })('https://shop.example/', { method: 'GET' });
      const code: number = response.status;
      // @ts-expect-error: a string has no history
      historyOf('a response');
      const handler = createHandler({ storeHash: 'abc123', token: 'TOKEN', allow: [], authorize: (request) => request.method === 'GET' });
      const all = [handler, classify({ status: code, headers: response.headers }), await explain(response), status(code)];`;
    mkdirSync(join(project, 'node_modules', '@types', 'none'), { recursive: true });
    writeFileSync(join(project, 'node_modules', '@types', 'none', 'index.d.ts'), '');
    const options = ['--lib', 'es2022', '--types', 'none', '--skipLibCheck', 'false', '--module', 'node16', '--moduleResolution', 'node16'];
    check('bare.mts', `${imports}${use} export { all };`, options);
    check('bare.cts', `${imports} export async function main() {${use} return all; }`, options);
  });

  it('hold for what reads pasted texts', () => {
    const use = `
      const pasted = read('429', { mask: true, entry: 1 });
      const status: number | null | undefined = pasted?.exchange.status;
      if (pasted) diagnose(pasted.exchange);
      // @ts-expect-error: no such kind
      const kind = pasted?.kind === 'picture';
      for await (const { at, kind } of readAll('429')) console.log(at?.line, kind satisfies PasteKind | 'exchange');`;
    const imports = `import { read, readAll, type PasteKind } from 'bc-status/read';\nimport { diagnose } from 'bc-status';`;
    check('read.mts', `${imports}${use} export { status, kind };`, ['--module', 'esnext', '--moduleResolution', 'bundler']);
    check('read.cts', `${imports} export async function main() {${use} return [status, kind]; }`, [
      '--module',
      'node16',
      '--moduleResolution',
      'node16',
    ]);
  });

  it('hold for the fetch for pages', () => {
    const imports = `import { bcFetch, createFetch, createRetryBudget, explain, historyOf, init, isBcStatusError } from 'bc-status/fetch';`;
    const use = `
      await init();
      const bc: typeof fetch = createFetch({ throwOnError: true, budget: createRetryBudget() });
      const response = await bc('https://shop.example/').catch((error: unknown) => {
        if (isBcStatusError(error)) console.log(error.diagnosis.findings);
        return bcFetch('https://shop.example/');
      });
      // @ts-expect-error: no such hook
      createFetch({ onAtempt: () => {} });
      const rule: string = (await explain(response)).retry.rule + historyOf(response).length;`;
    check('fetch.mts', `${imports}${use} export { rule };`, ['--module', 'esnext', '--moduleResolution', 'bundler']);
    check('fetch.cts', `${imports} export async function main() {${use} return rule; }`, [
      '--module',
      'node16',
      '--moduleResolution',
      'node16',
    ]);
  });

  it('hold for the entry without the bytes', () => {
    const use = `
      import { init, status, type Status } from 'bc-status/slim';
      await init(new WebAssembly.Module(new Uint8Array()));
      await init(new ArrayBuffer(8));
      // @ts-expect-error: it needs something
      await init();
      export const known: Status = status(429);
    `;
    check('slim.mts', use, ['--module', 'nodenext', '--moduleResolution', 'nodenext']);
  });

  it('hold for the widget', () => {
    const use = `
      import { BcStatusElement, addLanguage, type WidgetLanguage } from 'bc-status/widget';
      import 'bc-status/widget/define';
      import de from 'bc-status/widget/de';
      const element = document.createElement('bc-status');
      const same: BcStatusElement = element;
      element.code = 429;
      element.strings = { search: 'Find', classes: { success: 'Fine' } };
      element.addEventListener('bc-status-select', ({ detail }) => console.log(detail.status.retry));
      element.addEventListener('bc-status-diagnosed', ({ detail }) => console.log(detail.diagnosis.findings[0].id));
      const language: WidgetLanguage = { lang: 'fr', ui: { reset: 'Tout' } };
      addLanguage(language);
      addLanguage(de);
      // @ts-expect-error: no such mode
      element.mode = 'cards';
      // @ts-expect-error: no such word
      element.strings = { find: 'Find' };
      export { same };
    `;
    check('widget.mts', use, ['--module', 'esnext', '--moduleResolution', 'bundler']);
    check('widget.mts', use, ['--module', 'nodenext', '--moduleResolution', 'nodenext']);
  });

  it('hold for the widgets in one file, which define the element', () => {
    for (const name of ['widget', 'codes']) {
      const use = `
        import Element from 'bc-status/bc-status-${name}.js';
        const element: Element = document.createElement('bc-status');
        element.addEventListener('bc-status-select', ({ detail }) => console.log(detail.status.retry));
        Element.addLanguage({ lang: 'fr', ui: { reset: 'Tout' } });
        // @ts-expect-error: no such mode
        element.mode = 'cards';
      `;
      for (const [module, resolution] of [
        ['esnext', 'bundler'],
        ['nodenext', 'nodenext'],
      ]) {
        check(`${name}.mts`, use, ['--module', module, '--moduleResolution', resolution]);
      }
    }
  });

  /** Makes the types of a framework known to the project. */
  const link = (...names) => {
    for (const name of names) {
      const target = join(project, 'node_modules', name);
      mkdirSync(dirname(target), { recursive: true });
      if (!existsSync(target)) symlinkSync(join(root, 'node_modules', name), target);
    }
  };

  it('hold for the stores, with the types of their clients', () => {
    link('ioredis', '@ioredis', 'redis', '@redis', 'postgres', '@upstash', '@types/node', 'undici-types', 'uncrypto');
    const use = `
      import { Redis as Upstash } from '@upstash/redis';
      import { createPacer } from 'bc-status';
      import { denoKvStore } from 'bc-status/store/deno-kv';
      import { postgresStore } from 'bc-status/store/postgres';
      import { redisStore } from 'bc-status/store/redis';
      import { Redis } from 'ioredis';
      import postgres from 'postgres';
      import { createClient } from 'redis';
      const pool = { query: async (text: string, values?: unknown[]) => ({ rows: [text, values] }) };
      const kv = { get: async (key: readonly string[]) => ({ key, value: null, versionstamp: null }), atomic: () => kv };
      export const stores = [
        redisStore(new Redis()),
        redisStore(createClient(), { prefix: 'mine:' }),
        redisStore(Upstash.fromEnv()),
        postgresStore(pool, { table: 'jobs.quota' }),
        postgresStore(postgres()),
        denoKvStore(kv),
      ];
      createPacer({ store: stores[0] });
      // @ts-expect-error: no client
      redisStore('redis://localhost');
      // @ts-expect-error: no such option
      postgresStore(pool, { prefix: 'mine' });
    `;
    const options = ['--skipLibCheck', '--lib', 'es2023,dom,esnext.disposable', '--types', 'node'];
    check('stores.mts', use, ['--module', 'nodenext', '--moduleResolution', 'nodenext', ...options]);
    check('stores.mts', use, ['--module', 'esnext', '--moduleResolution', 'bundler', ...options]);
  });

  it('hold for React', () => {
    link('@types/react', 'csstype');
    const use = `
      import type {} from 'bc-status/widget/react';
      export const page = (
        <p>
          <bc-status code={429} className="wide" headingLevel={2} onbc-status-select={({ detail }) => detail.code.toFixed()} />
          <bc-status mode="troubleshoot" onbc-status-diagnosed={(event) => event.detail.diagnosis.retry.delayMs} />
          {/* @ts-expect-error: no such mode */}
          <bc-status mode="cards" />
        </p>
      );
    `;
    check('react.tsx', use, ['--module', 'esnext', '--moduleResolution', 'bundler', '--jsx', 'react-jsx']);
  });

  it('hold for Vue', () => {
    link('vue', '@vue');
    const use = `
      import type {} from 'bc-status/widget/vue';
      import type { GlobalComponents } from 'vue';
      type Props = InstanceType<GlobalComponents['bc-status']>['$props'];
      export const props: Props = { code: 429, class: 'wide', onBcStatusSelect: ({ detail }) => detail.code };
      // @ts-expect-error: no such mode
      export const wrong: Props = { mode: 'cards' };
    `;
    check('vue.ts', use, ['--module', 'esnext', '--moduleResolution', 'bundler', '--skipLibCheck', 'false']);
  });

  it('name the words of the widget', async () => {
    const { ENGLISH } = await import(join(root, 'pkg', 'dist', 'widget', 'english.js'));
    const typed = /interface WidgetStrings \{([^]*?)\n\}/.exec(read('www/types/widget.d.ts'))[1];
    assert.deepEqual(
      [...typed.matchAll(/^ {2}readonly (\w+):/gm)].map(([, name]) => name),
      Object.keys(ENGLISH),
    );
  });

  it('name the codes of the table', () => {
    const union = /export type StatusCode =([^;]*);/.exec(read('pkg/dist/index.d.ts'))[1];
    const codes = node('e.mjs', `import { statuses } from 'bc-status'; console.log(statuses().map((s) => s.code).join())`);
    assert.equal(union.match(/\d+/g).join(), codes.trim());
  });
});

describe('the size, in bytes of brotli', () => {
  const measured = sizes();
  for (const [name, limit] of Object.entries(LIMITS)) {
    it(`${name}: at most ${limit}`, () => assert.ok(measured[name].brotli <= limit, `${measured[name].brotli} bytes`));
  }
});
