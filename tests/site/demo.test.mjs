import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startDemo } from '../../demo/demo.mjs';
import { exchanges } from '../../demo/exchanges.mjs';
import { locatePackage } from '../../demo/package.mjs';
import { firstFindings } from './findings.mjs';

const program = fileURLToPath(new URL('../../demo/main.mjs', import.meta.url));

/** Runs the demo; `until(output)` true sends Ctrl-C, once: a second one ends it at once, as anywhere. */
async function run(env, until = () => false) {
  const demo = spawn(process.execPath, [program], { env: { ...process.env, ...env } });
  let output = '';
  let wasInterrupted = false;
  for (const stream of [demo.stdout, demo.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (wasInterrupted || !until(output)) return;
      wasInterrupted = true;
      demo.kill('SIGINT');
    });
  }
  const [code] = await once(demo, 'close');
  return { code, output };
}

describe('the demo', () => {
  test('prints every exchange and ends', async () => {
    const { code, output } = await run({ ONCE: '1' });
    assert.equal(code, 0, output);
    for (const [index, { label }] of exchanges.entries()) assert.ok(output.includes(`\n${index + 1}. ${label}\n`), label);
    assert.match(output, /→ 429 Too Many Requests; waiting at least \d.*: rate-limit-reset\n.*→ 200 OK\n.*429, waited \d.*, 200/);
    assert.match(output, /Not now; in 1 min: budget-exhausted \(the request may have run\)/);
    assert.match(output, /Do not repeat: not-repeatable\n +The request may have run/);
    assert.match(output, /X-Auth-Token header is required/);
    for (const [id, found, subject = 'diagnosis'] of firstFindings) {
      const index = exchanges.findIndex((exchange) => exchange.id === id);
      const about = output.split(/\n\d+\. /)[index + 1];
      const first = about.match(new RegExp(`\\n  ${subject} +[^→]+? \\(\\w+\\):\\s+(\\S+)\\n  evidence +\\S`));
      assert.ok(first, about);
      assert.equal(first[1], found, about);
      assert.match(about, /\n {2}solutions? .+\n/);
    }
    assert.match(output, /platform\.gateway\n {2}evidence .+\n {2}solution[^]+?\n {2}also +\S/);
    const [, store] = output.split('And through the Worker of examples/worker');
    assert.match(
      store,
      /products\/77\n +→ 200 application\/json[^]+customers\n +→ 404 application\/problem\+json[^]+_status\/429\n +→ 200/,
    );
    assert.ok(!output.includes('simulator-token'));
    assert.ok(!output.includes('\x1b['), 'no colours where nobody sees them');
    for (const line of output.split('\n')) assert.ok(line.length <= 100, line);
  });

  test('hands nothing of a token over', async () => {
    const demo = await startDemo();
    try {
      for (const { id } of exchanges)
        for await (const event of demo.run(id)) assert.ok(!JSON.stringify(event).includes('simulator-token'), id);
    } finally {
      await demo.close();
    }
  });

  test('can be interrupted', async () => {
    const { code } = await run({}, (output) => output.includes('attempt 1'));
    assert.equal(code, 0);
  });

  test('says in a sentence what is wrong', async () => {
    await assert.rejects(locatePackage('/nowhere'), /^Error: The package is not built yet: run `make package` first\.$/);
    const { code, output } = await run({ PORT: 'eighty' });
    assert.deepEqual([code, output], [1, 'PORT is to be a number from 1024 to 65535, not "eighty".\n']);
  });
});
