// Who is counted for how long, in virtual time.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { beforeEach, describe, mock, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { install } from '../runtimes/installed.mjs';

const { directory } = await install();
const { createCallers } = await import(pathToFileURL(join(directory, 'dist', 'worker', 'callers.js')).href);

let now = 0;
mock.method(performance, 'now', () => now);

/** `enter(key)` with two permits for each; `known` is what is kept. */
const limited = () => {
  const known = new Map();
  const { enter } = createCallers({ perCaller: { key: (request) => request, permits: 2 } }, known);
  return { known, enter };
};
const isRefused = (asked) => assert.rejects(asked, ({ status, code, shown }) => status === 429 && (shown.code ?? code) === 'caller-limit');

describe('callers', () => {
  beforeEach(() => {
    now = 0;
  });

  test('nothing is kept of those who left', async () => {
    const { known, enter } = limited();
    const leaves = await Promise.all(Array.from({ length: 1000 }, (_, at) => enter(`caller ${at >> 1}`)));
    assert.equal(known.size, 500);
    for (const leave of leaves) leave();
    assert.equal(known.size, 0);
  });

  test('who leaves twice frees one place', async () => {
    const { enter } = limited();
    const [leave] = [await enter('a'), await enter('a')];
    leave();
    leave();
    await enter('a');
    await isRefused(enter('a'));
  });

  test('a place whose request was given up without a word is free after two minutes', async () => {
    const { enter } = limited();
    await enter('a');
    now = 60_000;
    await enter('a');
    await isRefused(enter('a'));
    now = 119_999;
    await isRefused(enter('a'));
    now = 120_000;
    const leave = await enter('a');
    await isRefused(enter('a'));
    leave();
    await enter('a');
  });

  test('those who were given up and never come again are forgotten too', async () => {
    const { known, enter } = limited();
    for (let at = 0; at < 500; at++) await enter(`gone ${at}`);
    now = 120_000;
    for (let at = 0; at < 500; at++) (await enter('here'))();
    assert.equal(known.size, 0);
  });

  test('who comes late and is over is no longer counted, nor takes a place from others', async () => {
    const { known, enter } = limited();
    const leave = await enter('a');
    now = 120_000;
    await enter('a');
    await enter('a');
    leave();
    await isRefused(enter('a'));
    assert.equal(known.size, 1);
  });
});
