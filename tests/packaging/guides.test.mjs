// Guides that are written from the tables of the package, and programs in guides that say what they print.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { PEERS } from '../bench/peers/index.mjs';
import { findingsOf } from '../../tools/guides/knowledge.mjs';
import { guides } from '../../tools/guides.mjs';
import { node, read, root } from './project.mjs';

describe('the generated guides', async () => {
  const written = await guides(join(root, 'pkg'));

  for (const [path, text] of written) {
    it(`${path} is what the package knows: else run \`make guides\``, () => assert.equal(read(path), text));
  }

  it('docs/benchmarks.md names every peer that is measured, with the version of the lock', () => {
    const { versions } = JSON.parse(read('tests/bench/peers/measured.json'));
    const { packages } = JSON.parse(read('tests/bench/package-lock.json'));
    const names = Object.values(PEERS).flatMap(({ packages: own = [] }) => own);
    assert.deepEqual(Object.keys(versions), names, 'else measure anew: make bench');
    for (const name of names) {
      const { version } = packages[`node_modules/${name}`];
      assert.match(read('docs/benchmarks.md'), new RegExp(`[ ,]${name} ${version.replaceAll('.', '\\.')}[,.]`), name);
    }
  });

  it('have every finding, with what it is shown by, what to do, and its source', async () => {
    const { FindingId } = await declared();
    const { findings, values } = await findingsOf(join(root, 'pkg'));
    assert.deepEqual(
      findings.map(({ id }) => id),
      FindingId,
    );
    const names = values.map(({ name }) => name);
    for (const one of findings) {
      assert.ok(one.title && one.cures.length > 0 && one.evidence.length > 0, one.id);
      assert.match(one.url, /^https:/, one.id);
      for (const name of one.values) assert.ok(names.includes(name), `${one.id}: ${name}`);
    }
  });

  it('have every rule of decisions', async () => {
    const { RetryRule } = await declared();
    for (const rule of RetryRule) assert.ok(written.get('docs/decisions.md').includes(`| \`${rule}\` | `), rule);
  });

  it('rate a finding as sure as the package does', async () => {
    const { findings } = await findingsOf(join(root, 'pkg'));
    const { diagnose } = await import(join(root, 'pkg', 'dist', 'index.js'));
    for (const status of [401, 403, 404, 422, 429, 500, 503, 507]) {
      const [{ id, confidence, url }] = diagnose({ method: 'GET', status }).findings;
      const one = findings.find((other) => other.id === id);
      assert.ok(one.confidences.includes(confidence), `${id}: ${confidence}`);
      assert.equal(one.url, url);
    }
  });
});

/** The members of unions, as the types have them. */
async function declared() {
  const types = read('pkg/dist/index.d.ts');
  const membersOf = (name) => [...new RegExp(`^export type ${name} =([^;]*);`, 'm').exec(types)[1].matchAll(/^ {2}\| '([^']+)'/gm)];
  return Object.fromEntries(['FindingId', 'RetryRule'].map((name) => [name, membersOf(name).map(([, member]) => member)]));
}

describe('programs in guides', () => {
  for (const path of ['docs/findings.md', 'docs/decisions.md']) {
    it(`${path}: print what their comments say`, () => {
      const programs = [...read(path).matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code);
      assert.ok(programs.length > 0);
      for (const program of programs) {
        const said = [...program.matchAll(/^console\.log\(.*\); \/\/ (.+)$/gm)].map(([, comment]) => comment);
        assert.ok(said.length > 0, program);
        assert.deepEqual(node('guide.mjs', program).trimEnd().split('\n'), said);
      }
    });
  }
});
