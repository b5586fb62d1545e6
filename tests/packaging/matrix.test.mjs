// The matrix, and what is noted of its last run.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fewCells, wideCells } from '../matrix/list.mjs';
import { passed } from '../matrix/passed.mjs';
import { read } from './project.mjs';

const lockOf = (path) => JSON.parse(read(path)).packages;
const wide = lockOf('tests/matrix/wide/package-lock.json');
const others = { ...lockOf('package-lock.json'), ...lockOf('tests/matrix/package-lock.json') };

describe('the matrix', async () => {
  const cells = [...(await fewCells()), ...(await wideCells())];
  const noted = passed();

  it('has a name of its own for every cell', () => assert.equal(new Set(cells.map(({ name }) => name)).size, cells.length));

  it('has passed with every cell that it has: else run those with `make test-matrix-all`', () =>
    assert.deepEqual(Object.keys(noted), cells.map(({ name }) => name).sort()));

  it('has passed with the versions that are installed', () => {
    for (const { name, tool, package: its = tool, kit, version } of cells) {
      // That of a browser is the machine's.
      if (version) continue;
      const [locked] = [
        kit && wide[`kits/${kit}/node_modules/${its}`],
        kit && wide[`node_modules/${its}`],
        others[`node_modules/${its}`],
      ].filter(Boolean);
      assert.equal(noted[name].version, locked.version, name);
    }
  });

  it('installs from lock files that name no registry', () => {
    for (const lock of [wide, others])
      for (const { resolved } of Object.values(lock)) assert.ok(!/^https?:/.test(resolved ?? ''), resolved);
  });
});
