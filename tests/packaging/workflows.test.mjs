// The files for GitHub: workflows that run this project's own commands with few rights.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (...path) => readFileSync(join(root, ...path), 'utf8');
const targets = [...read('Makefile').matchAll(/^([\w-]+):.*## /gm)].map(([, name]) => name);

for (const name of readdirSync(join(root, '.github', 'workflows'))) {
  describe(name, () => {
    const text = read('.github', 'workflows', name);

    it('may read the repository and nothing else', () => {
      assert.match(text, /^permissions:\n {2}contents: read\n/m);
      assert.doesNotMatch(text.replace(/#.*/g, ''), /: write\b|secrets\.|pull_request_target|write-all/);
      assert.equal(text.match(/persist-credentials: false/g)?.length, text.match(/uses: actions\/checkout@/g)?.length);
    });

    it('pins every action by its commit, and says its version', () => {
      const uses = text.match(/uses: .*/g);
      assert.ok(uses.length > 1);
      for (const use of uses) assert.match(use, /^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    });

    it('runs commands of the Makefile', () => {
      const listed = /^ +target: \[(.+)\]$/m.exec(text)?.[1].split(', ') ?? [];
      const run = [...text.matchAll(/run: make ([\w-]+)$/gm)].map(([, target]) => target);
      assert.ok(run.length + listed.length > 0);
      for (const target of [...run, ...listed]) assert.ok(targets.includes(target), target);
    });
  });
}

describe('the forms for issues', () => {
  for (const name of readdirSync(join(root, '.github', 'ISSUE_TEMPLATE')).filter((file) => file !== 'config.yml')) {
    it(`${name} has a name, a description and fields with ids of their own`, () => {
      const text = read('.github', 'ISSUE_TEMPLATE', name);
      assert.match(text, /^name: .+\ndescription: .+\nlabels: \[\w+\]\nbody:\n/);
      const ids = [...text.matchAll(/^ {4}id: (\w+)$/gm)].map(([, id]) => id);
      assert.ok(ids.length > 1);
      assert.equal(new Set(ids).size, ids.length);
    });
  }
});
