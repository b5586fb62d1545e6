// diagnose --all: whole archives and logs.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { gzipSync } from 'node:zlib';

const TOKEN = 'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p';
const API = 'https://api.bigcommerce.com/stores/abc123';
const BEGIN = Date.UTC(2026, 10, 28, 17);
const time = (seconds) => new Date(BEGIN + seconds * 1000).toISOString();

/** Each a second after the one before. */
const STATUSES = [200, 429, 429, 404, 200];

const HAR = JSON.stringify({
  log: {
    version: '1.2',
    entries: STATUSES.map((status, n) => ({
      startedDateTime: time(n),
      time: 20,
      request: { method: 'GET', url: `${API}/v3/carts/7f1e?access_token=${TOKEN}`, headers: [{ name: 'X-Auth-Token', value: TOKEN }] },
      response: {
        status,
        headers: [
          { name: 'X-Rate-Limit-Requests-Left', value: status === 429 ? '0' : '9' },
          { name: 'X-Rate-Limit-Time-Reset-Ms', value: '5000' },
        ],
        content: { text: '' },
      },
    })),
  },
});

const NDJSON = STATUSES.map((status, n) =>
  JSON.stringify({ time: time(n), method: 'GET', url: `${API}/v3/carts/7f1e`, status, token: TOKEN }),
).join('\n');

export const archiveCases = ({ run, root, onTerminal, file }) => {
  const all = async (input, ...args) => {
    const result = await run(['diagnose', '--all', ...args], { input });
    assert.ok(!(result.out + result.err).includes(TOKEN));
    return result;
  };

  it('groups what failed in a HAR, as JSON', async () => {
    const { code, out, err } = await all(HAR, '--json');
    assert.deepEqual([code, err], [1, '']);
    const { groups, timeline, total, failed, unread, ...more } = JSON.parse(out);
    assert.deepEqual([total, failed, unread, more], [5, 3, 0, {}]);
    assert.deepEqual(
      groups.map(({ finding, route, count, statuses }) => [finding, route, count, statuses]),
      [
        ['limit.quota', '/v3/carts/{id}', 2, { 429: 2 }],
        ['resource.missing', '/v3/carts/{id}', 1, { 404: 1 }],
      ],
    );
    assert.equal(groups[0].retry.repeats.tooSoon, 2);
    assert.deepEqual(groups[0].example.at, { entry: 2, time: time(1) });
    assert.deepEqual(
      timeline.map(({ left }) => left),
      [9, 0, 0, 9, 9],
    );
  });

  it('reads files, also in gzip, and standard input', async () => {
    const [plain, packed] = [join(root, 'calls.ndjson'), join(root, 'calls.log')];
    writeFileSync(plain, NDJSON);
    writeFileSync(packed, gzipSync(NDJSON));
    const outputs = await Promise.all([
      run(['diagnose', '--all', plain]),
      run(['diagnose', packed, '--all']),
      all(NDJSON),
      all(gzipSync(NDJSON), '-'),
    ]);
    for (const output of outputs) assert.deepEqual(output, outputs[0]);
    assert.equal(outputs[0].code, 1);
    assert.match(
      outputs[0].out,
      /^3 of 5 requests failed \(60 %\)\nFrom 2026-11-28 17:00:00 to 17:00:04 UTC, in spans of 1 s\.\n\n2xx {2}█ {3}█ {2}up to 1\n/,
    );
  });

  it('writes Markdown, and one file of HTML', async () => {
    const markdown = await all(HAR, '--format', 'markdown');
    assert.match(markdown.out, /^## 3 of 5 requests failed[^]*```text\n[^]*left +[▁-█ ]+[^]*### /);
    const page = await all(HAR, '--format=html');
    assert.match(page.out, /^<!doctype html>\n[^]*<svg [^]*<\/html>\n$/);
  });

  it('says with its exit code whether anything failed', async () => {
    const good = await all(`{"time":"${time(0)}","method":"GET","url":"${API}/v3/carts/1","status":200}`);
    assert.deepEqual([good.code, good.out], [0, 'The request did not fail\n']);
  });

  it('says what it reads where there is no request in the input', async () => {
    for (const input of ['', 'hello\n', '[[[[', '{"log":{"version":"1.2","entries":[]}}']) {
      const { code, out, err } = await all(input);
      assert.deepEqual([code, out], [3, '']);
      assert.match(err, /^bc-status: found no request in the input that was answered or failed\. --all reads a HAR, /m);
    }
    const { code, err } = await run(['diagnose', '--all', join(root, 'nothing.har')]);
    assert.deepEqual([code, err], [3, `bc-status: cannot read ${join(root, 'nothing.har')}: no such file\n`]);
  });

  it('says what it could not read', async () => {
    const { code, err } = await all(HAR.slice(0, -200));
    assert.deepEqual([code, err], [1, 'bc-status: The input is damaged or cut off; what comes before that was read.\n']);
  });

  it('fits a terminal, in colour, and counts there only', async () => {
    const archive = join(root, 'calls.har');
    writeFileSync(archive, HAR);
    const { out } = await onTerminal(`'${file}' diagnose --all '${archive}'`);
    assert.match(out, /\x1b\[1m\x1b\[31m3 of 5 requests failed/);
    const plain = out.replace(/\x1b\[[\d;]*[mK]/g, '').split(/\r?\n|\r/);
    for (const line of plain) assert.ok(line.length <= 60 || /https:/.test(line), line);
  });
};
