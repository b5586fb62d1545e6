// A process that is killed, and the next one that goes on.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { each } from '../../pkg/dist/job/index.js';

const folder = mkdtempSync(join(tmpdir(), 'bc-status-job-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const COUNT = 600;
const program = fileURLToPath(new URL('job-worker.mjs', import.meta.url));
const doneIn = (file) => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).done ?? []) : []);
const worked = (file) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1).map(Number) : []);
const until = async (is) => {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('a job that is killed', () => {
  it('is gone on with by the next process: each item at least once, none that was written down twice', async () => {
    const [checkpoint, log] = [join(folder, 'job.json'), join(folder, 'log')];
    let last;
    for (const end of [COUNT / 4, COUNT / 2, Infinity]) {
      const before = doneIn(checkpoint);
      const known = worked(log).length;
      const child = spawn(process.execPath, [program, checkpoint, log, String(COUNT)], { stdio: ['ignore', 'pipe', 'inherit'] });
      const output = text(child.stdout);
      const closed = once(child, 'close');
      if (end < Infinity) {
        await until(() => worked(log).length >= end);
        child.kill('SIGKILL');
      }
      await closed;
      last = await output;
      for (const item of worked(log).slice(known)) {
        assert.ok(!before.some(([from, to]) => from <= item && item < to), `${item} was written down as done`);
      }
    }
    assert.ok(JSON.parse(last).before > 0, 'the last one went on');
    const all = worked(log);
    assert.deepEqual(
      [...new Set(all)].sort((one, other) => one - other),
      Array.from({ length: COUNT }, (_, item) => item),
    );
    assert.ok(!existsSync(checkpoint), 'it came to its end');
  });

  it('finds a file that is none of its own, and leaves it', async () => {
    const file = join(folder, 'package.json');
    writeFileSync(file, '{"name":"mine"}');
    await assert.rejects(
      each([1], () => {}, { checkpoint: file }),
      { message: new RegExp(`^${file} holds no checkpoint of bc-status`) },
    );
    assert.equal(readFileSync(file, 'utf8'), '{"name":"mine"}');
    await assert.rejects(
      each([1], () => {}, { checkpoint: join(folder, 'missing', 'job.json') }),
      { code: 'ENOENT' },
    );
  });
});
