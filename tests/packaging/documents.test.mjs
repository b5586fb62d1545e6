// The documents: where their links lead, and that the README stays one that people read.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { llms } from '../../tools/llms.mjs';
import { declarationsOf } from '../../tools/site/reference/declarations.mjs';
import { installed, root } from './project.mjs';

const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const read = (name) => readFileSync(join(root, name), 'utf8');
/** Without programs, in which brackets mean something else. */
const prose = (name) => read(name).replace(/^```[^]*?^```$/gm, '');
/** As hosts of repositories name them. */
const anchors = (name) =>
  [...prose(name).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('documents', () => {
  for (const name of documents) {
    it(`${name} has no link that leads nowhere`, () => {
      for (const [, target] of prose(name).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        const [path, anchor] = target.split('#');
        const file = path ? join(dirname(name), path) : name;
        assert.ok(existsSync(join(root, file)), `${target} leads nowhere`);
        if (anchor) assert.ok(anchors(file).includes(anchor), `${target}: ${file} has no such heading`);
      }
    });
  }

  it('have no link in the package that leads to what it has not', () => {
    for (const name of documents.filter((path) => existsSync(installed(path)))) {
      for (const [, target] of readFileSync(installed(name), 'utf8')
        .replace(/^```[^]*?^```$/gm, '')
        .matchAll(/\]\(([^)#\s]+)/g)) {
        if (!/^https?:/.test(target)) assert.ok(existsSync(installed(dirname(name), target)), `${name}: ${target} is not in the package`);
      }
    }
  });

  it('are named by the README, each guide by itself', () => {
    const linked = [...prose('README.md').matchAll(/\]\((docs\/[^)#\s]+)/g)].map(([, path]) => path);
    for (const name of documents.filter((path) => path.startsWith('docs/')))
      assert.ok(linked.includes(name) || read('CONTRIBUTING.md').includes(`(${name})`), `nothing leads to ${name}`);
  });

  it('are in llms.txt, which is in the package, and the guides in llms-full.txt', () => {
    const { 'llms.txt': index, 'llms-full.txt': all } = llms(root);
    assert.match(index, /^# bc-status\n\n> .+\n\n## Guides\n\n(?:- \[.+\]\(.+\): .+\n)+\n## Optional\n\n(?:- \[.+\]\(.+\): .+\n)+$/);
    for (const name of documents) assert.ok(name === 'CODE_OF_CONDUCT.md' || index.includes(`](${name}): `), name);
    const [guides] = index.split('## Optional');
    for (const [, path] of guides.matchAll(/\]\(([^)]+)\)/g)) assert.ok(all.includes(`<!-- ${path} -->\n\n${read(path).trim()}\n`), path);
    const shipped = readFileSync(installed('llms.txt'), 'utf8');
    assert.equal(shipped, index);
    for (const [, path] of shipped.matchAll(/\]\(([^)]+)\)/g)) assert.ok(existsSync(installed(path)), path);
  });

  it('the guide of the Worker has the configuration of the example', () => {
    const [, shown] = /^```toml\n([^]*?)^```$/m.exec(read('docs/worker.md'));
    assert.equal(
      shown,
      read('examples/worker/wrangler.toml')
        .replace(/^#.*\n/gm, '')
        .replace(/ *#.*$/gm, ''),
    );
  });

  for (const [name, types, ...interfaces] of [
    ['docs/fetch.md', 'index.d.ts', 'FetchOptions', 'RetryPolicy'],
    ['docs/pacing.md', 'index.d.ts', 'PacerOptions'],
    ['docs/jobs.md', 'job.d.ts', 'EachOptions'],
    ['docs/worker.md', 'worker.d.ts', 'HandlerOptions'],
  ]) {
    it(`${name} has a row for each option`, () => {
      const { declarations } = declarationsOf(installed('dist', types));
      const options = interfaces.flatMap((one) => declarations.find((declaration) => declaration.name === one).members);
      const named = read(name)
        .match(/^\| `.*?\|/gm)
        .join('');
      for (const option of options) assert.ok(named.includes(`\`${option.name}\``), `${name} has no row for ${option.name}`);
    });
  }

  it('the README has at most 1,300 words', () => {
    const words = read('README.md').trim().split(/\s+/).length;
    assert.ok(words <= 1300, `${words} words`);
  });
});

describe('the types', () => {
  const files = readdirSync(installed('dist')).filter((name) => name.endsWith('.d.ts') && name !== 'platform.d.ts');
  for (const file of files) {
    it(`${file} says what each export is, and shows each function in an example`, () => {
      for (const { name, kind, about, examples } of declarationsOf(installed('dist', file)).declarations) {
        assert.ok(about.length > 0, `${name} has no comment`);
        if (kind === 'function') assert.ok(examples.length > 0, `${name} has no example`);
      }
    });
  }
});
