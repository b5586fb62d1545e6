// The fetch for pages writes members of its own objects short. What callers see keeps its name.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { INNER } from '../../tools/pages.mjs';
import { install } from '../runtimes/installed.mjs';

const { directory } = await install();

test('no member that the types document is written short', () => {
  const types = readdirSync(join(directory, 'dist')).filter((file) => /^(index|fetch|sets)\.d\.ts$/.test(file));
  const documented = types.flatMap((file) =>
    Array.from(readFileSync(join(directory, 'dist', file), 'utf8').matchAll(/^\s+(?:readonly )?(\w+)\??[:(]/gm), ([, name]) => name),
  );
  assert.ok(documented.includes('startedMs') && documented.includes('retry'), `${documented}`);
  assert.deepEqual(
    documented.filter((name) => INNER.test(name)),
    [],
  );
});

test('a record of the fetch for pages has the members of one of the main entry', async () => {
  const records = [];
  for (const entry of ['index.js', 'fetch.js']) {
    const { createFetch, historyOf } = await import(pathToFileURL(join(directory, 'dist', entry)));
    const answers = [200, 404].map((status) => async () => new Response('', { status }));
    const responses = await Promise.all(answers.map((fetch) => createFetch({ fetch })('https://shop.example/')));
    records.push(responses.flatMap(historyOf).map((record) => Object.keys(record).sort()));
  }
  assert.equal(records[0].length, 2);
  assert.deepEqual(records[1], records[0]);
});
