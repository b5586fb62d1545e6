// What bundlers and runtimes find in the package: an entry for each, and no more than they asked for.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { build } from 'esbuild';
import { sizeOf } from '../../tools/size.mjs';
import { installed, manifest, node, project, read, root, run } from './project.mjs';

describe('the entries', () => {
  it('are there for require, also where Node cannot require an ES module', () => {
    const entries = Object.keys(manifest.exports).filter((subpath) => manifest.exports[subpath].require?.default);
    assert.deepEqual(entries, [
      '.',
      './fetch',
      './read',
      './static',
      './slim',
      './worker',
      './store/redis',
      './store/postgres',
      './store/deno-kv',
      './job',
      './otel',
      './widget',
      './widget/define',
      './widget/de',
      './widget/fr',
    ]);
    const names = entries.map((entry) => `bc-status${entry.slice(1)}`);
    const shown = (load) =>
      `const names = ${JSON.stringify(names)}; for (const name of names) console.log(name, Object.keys(${load}).sort().join());`;
    writeFileSync(join(project, 'required.cjs'), shown('require(name)'));
    writeFileSync(join(project, 'imported.mjs'), shown('await import(name)'));
    const required = run(process.execPath, ['--no-experimental-require-module', 'required.cjs'], project);
    assert.equal(required, run(process.execPath, ['imported.mjs'], project));
    assert.equal(required.split(/ \S+\n/).length, names.length + 1);
  });

  it('have side effects only where an element is registered, or a worker begins', () => {
    for (const file of manifest.sideEffects) {
      assert.match(file, /define\.c?js$|\/paste-worker\.js$|\/bc-status-(widget|read|codes)\.js$/);
      assert.ok(existsSync(installed(file)), file);
    }
  });

  it('bring no WebAssembly along where only what is known is imported', async () => {
    // Bundlers for servers name "module" too, and Node by itself does not.
    for (const conditions of [['import'], ['workerd'], ['node', 'module']]) {
      const { outputFiles } = await build({
        stdin: { contents: "import { status } from 'bc-status'; console.log(status(429).text);", resolveDir: project },
        ...{
          bundle: true,
          minify: true,
          format: 'esm',
          charset: 'utf8',
          conditions,
          external: ['*.wasm?module'],
          write: false,
          logLevel: 'silent',
        },
      });
      const size = sizeOf(outputFiles[0].contents).brotli;
      assert.ok(size <= 6200, `${conditions}: ${size} bytes of brotli`);
    }
  });

  it('are few files for Node, which takes its time for each', () => {
    const filesOf = (file, all = new Set()) => {
      if (all.has(file)) return all;
      all.add(file);
      for (const [, path] of readFileSync(file, 'utf8').matchAll(/\}\s*from\s*["'](\.[^"']+)["']/g)) filesOf(join(file, '..', path), all);
      return all;
    };
    const count = (subpath) =>
      filesOf(installed(manifest.exports[subpath].import.node.module ?? manifest.exports[subpath].import.node)).size;
    assert.deepEqual(['./fetch', '.', './job', './read'].map(count), [1, 7, 6, 3]);
  });

  it('load in Node what is used, when it is used', () => {
    for (const [file, load] of [
      ['used.mjs', "await import('bc-status')"],
      ['used.cjs', "require('bc-status')"],
    ]) {
      const use = `
        const { createRequire } = process.getBuiltinModule?.('node:module') ?? process.mainModule.require('node:module');
        const { cache } = createRequire(process.cwd() + '/');
        const loaded = () => Object.keys(cache).map((path) => path.split(/[\\\\/]/).at(-1)).filter((name) => /^(index|known|shared)\\.cjs$/.test(name)).join();
        const { BcStatusError, diagnose, Ledger, status } = ${load};
        console.log(loaded());
        console.log(status(429).code, loaded());
        console.log(diagnose({ status: 404 }).classification.status === status(404), loaded());
        class Mine extends BcStatusError {}
        const mine = new Mine(diagnose({ status: 404 }));
        console.log(mine instanceof Mine, mine instanceof BcStatusError, mine instanceof Error, mine.name, mine.constructor.name);
        console.log(new Ledger() instanceof Ledger, Ledger.name, typeof new Ledger().toJSON());`;
      assert.deepEqual(
        node(file, use).trimEnd().split('\n'),
        [
          'index.cjs',
          '429 index.cjs,known.cjs',
          'true index.cjs,known.cjs,shared.cjs',
          'true true true BcStatusError Mine',
          'true Ledger object',
        ],
        file,
      );
    }
  });

  it('have no module that leads back to itself: Metro hands out undefined in a circle', async () => {
    const entries = Object.values(manifest.exports)
      .flatMap((entry) => entry.import?.default ?? [])
      .map((file) => installed(file));
    const { metafile } = await build({
      entryPoints: [...entries, installed('dist/cli/main.js')],
      bundle: true,
      format: 'esm',
      platform: 'node',
      metafile: true,
      write: false,
      outdir: project,
      absWorkingDir: project,
      logLevel: 'silent',
    });
    const leadsTo = (file) => metafile.inputs[file].imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path);
    const done = new Set();
    const visit = (file, way) => {
      assert.ok(!way.includes(file), [...way, file].join(' to '));
      if (!done.has(file) && metafile.inputs[file]) for (const next of leadsTo(file)) visit(next, [...way, file]);
      done.add(file);
    };
    for (const file of Object.keys(metafile.inputs)) visit(file, []);
    assert.ok(done.size > 100);
  });

  it('are imported and used where there is no TextDecoder', () => {
    for (const [file, load] of [
      ['text.mjs', "await import('bc-status')"],
      ['text.cjs', "require('bc-status')"],
    ]) {
      const use = `
        delete globalThis.TextDecoder; delete globalThis.TextEncoder;
        const { classify } = ${load};
        const text = '{"title":"Größe 😀"}';
        console.log(classify({ status: 422, body: text }).error.title, classify({ status: 422, body: Buffer.from(text) }).error.title);`;
      assert.equal(node(file, use), 'Größe 😀 Größe 😀\n', file);
    }
  });

  it('know a response that another copy handed out, also without structuredClone', () => {
    const use = `
      import { createRequire } from 'node:module';
      import * as esm from 'bc-status';
      import * as whole from 'bc-status/static';
      const cjs = createRequire(import.meta.url)('bc-status');
      delete globalThis.structuredClone;
      const busy = (count) => async () => new Response('', count-- > 0 ? { status: 429, headers: { 'X-Rate-Limit-Time-Reset-Ms': '1' } } : {});
      for (const copy of [esm, cjs, whole]) {
        const [once, twice] = [await copy.createFetch({ fetch: busy(0) })('https://a.example/'), await copy.createFetch({ fetch: busy(1) })('https://a.example/')];
        for (const other of [esm, cjs, whole]) console.log(...other.historyOf(once).map((one) => one.status), ...other.historyOf(twice).map((one) => one.status));
        copy.historyOf(twice)[0].decision.rule = 'mine';
        if (copy.historyOf(twice)[0].decision.rule === 'mine') throw new Error('a copy of the history is no copy');
        let told;
        await copy.createFetch({ fetch: async () => new Response('', { status: 404 }), onGiveUp: ({ history }) => { told = history.length; } })('https://a.example/');
        if (told !== 1) throw new Error('onGiveUp was told ' + told);
      }`;
    assert.equal(node('copies.mjs', use), '200 429 200\n'.repeat(9));
    const frozen = `
      import { createFetch, historyOf } from 'bc-status';
      const answer = new Response('');
      Object.preventExtensions(globalThis);
      console.log(historyOf(await createFetch({ fetch: async () => answer })('https://a.example/')).length);`;
    assert.equal(node('frozen.mjs', frozen), '1\n');
  });

  it('hand out what fetch gave where import() is refused, and need none in bc-status/static', async () => {
    const use = (entry) => `
      import { createFetch, isBcStatusError } from '${entry}';
      const wrong = async () => new Response('{"title":"no"}', { status: 422 });
      const response = await createFetch({ fetch: wrong, throwOnError: true })('https://a.example/').catch((error) => error);
      console.log(response.status, isBcStatusError(response));
      const paced = createFetch({ fetch: async () => new Response('fine'), pace: true });
      console.log(await (await paced('https://a.example/')).text());
      const failing = createFetch({ fetch: async () => new Response('', { status: 503 }), retry: { maxAttempts: 2, maxDelayMs: 1 }, pace: true });
      console.log((await failing('https://a.example/')).status);`;
    /** Refused as in a service worker. */
    const refusing = {
      name: 'refusing',
      setup: ({ onResolve }) =>
        onResolve({ filter: /.*/ }, ({ kind }) => (kind === 'dynamic-import' ? { path: './refused.mjs', external: true } : undefined)),
    };
    const said = async (entry) => {
      const outfile = join(project, 'refused', 'use.mjs');
      await build({
        stdin: { contents: use(entry), resolveDir: project },
        bundle: true,
        format: 'esm',
        outfile,
        plugins: [refusing],
        logLevel: 'silent',
      });
      return run(process.execPath, [outfile], project);
    };
    assert.equal(await said('bc-status'), '422 false\nfine\n503\n');
    assert.equal(await said('bc-status/static'), '422 true\nfine\n503\n');
  });
});

describe('what is published', () => {
  it('brings the licences of what it has inside', () => {
    const text = readFileSync(installed('THIRD-PARTY-LICENSES'), 'utf8');
    for (const name of ['lit', '@lit/reactive-element', 'lit-html', 'lit-element']) {
      const { version } = JSON.parse(read(`node_modules/${name}/package.json`));
      assert.ok(text.includes(`${name} ${version}`), name);
    }
    assert.match(text, /Redistributions in binary form must reproduce the above copyright notice/);
    assert.match(text, /^talc [\d.]+$/m);
    assert.doesNotMatch(text, /^bc-status/m);
  });

  it('has no feature of the crate that is there to measure it', () => {
    const { packages } = JSON.parse(run('cargo', ['metadata', '--no-deps', '--format-version', '1', '--offline'], root));
    const { features } = packages.find(({ name }) => name === 'bc-status');
    assert.deepEqual(Object.keys(features).sort(), ['default', 'explain', 'http', 'paste', 'prose', 'serde']);
  });
});
