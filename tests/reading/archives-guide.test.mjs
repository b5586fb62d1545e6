// docs/archives.md: its examples are read as it says.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { readAll } from '../../pkg/dist/read.js';
import { reportOn } from '../../pkg/dist/reading/report.js';

const guide = readFileSync(new URL('../../docs/archives.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/```text\n([^]*?)\n```\n\nRead as `(.*?)` `(.*?)` `(.*?)` at `(.*?)`\./g)];

for (const [, text, method, url, status, time] of examples) {
  it(`reads ${text.slice(0, 60)}`, async () => {
    const found = [];
    for await (const { exchange, at } of readAll(text)) {
      found.push([exchange.method ?? '?', exchange.url ?? '?', String(exchange.status ?? exchange.failure), at.time?.slice(11, 19)]);
    }
    assert.deepEqual(found, [[method, url, status, time]]);
  });
}

it('makes of its log what it shows', async () => {
  assert.ok(examples.length >= 9, String(examples.length));
  const [, json] = /```json\n([^]*?)\n```/.exec(guide);
  const [, log] = /That is what this log makes:\n\n```text\n([^]*?)\n```/.exec(guide);
  assert.deepEqual((await reportOn(log)).finish(), JSON.parse(json));
});
