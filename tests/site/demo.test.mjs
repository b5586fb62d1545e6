import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { exchanges } from '../../demo/exchanges.mjs';
import { locatePackage } from '../../demo/package.mjs';

const program = fileURLToPath(new URL('../../demo/main.mjs', import.meta.url));

/** Runs the demo; `until(output)` true sends Ctrl-C. */
async function run(env, until = () => false) {
  const demo = spawn(process.execPath, [program], { env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [demo.stdout, demo.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (until(output)) demo.kill('SIGINT');
    });
  }
  const [code] = await once(demo, 'close');
  return { code, output };
}

describe('the demo', () => {
  test('prints every exchange and ends', async () => {
    const { code, output } = await run({ ONCE: '1' });
    assert.equal(code, 0, output);
    for (const [index, { label }] of exchanges.entries())
      assert.ok(output.includes(`\n${index + 1}. ${label}\n`), label);
    assert.match(
      output,
      /→ 429 Too Many Requests; waiting at least \d.*: rate-limit-reset\n.*→ 200 OK\n.*429, waited \d.*, 200/,
    );
    assert.match(output, /Not now; in 1 min: budget-exhausted/);
    assert.match(output, /Do not repeat: not-repeatable \(the request may have run\)/);
    assert.match(output, /X-Auth-Token header is required/);
    assert.ok(!output.includes('simulator-token'));
    assert.ok(!output.includes('\x1b['), 'no colours where nobody sees them');
    for (const line of output.split('\n')) assert.ok(line.length <= 100, line);
  });

  test('can be interrupted', async () => {
    const { code } = await run({}, (output) => output.includes('attempt 1'));
    assert.equal(code, 0);
  });

  test('says in a sentence what is wrong', async () => {
    await assert.rejects(
      locatePackage('/nowhere'),
      /^Error: The package is not built yet: run `make package` first\.$/,
    );
    const { code, output } = await run({ PORT: 'eighty' });
    assert.deepEqual(
      [code, output],
      [1, 'PORT is to be a number from 1024 to 65535, not "eighty".\n'],
    );
  });
});
