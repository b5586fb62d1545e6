// The core of the loop is compiled beside the first request, and not when something fails.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setImmediate } from 'node:timers/promises';

it('a failure waits for no compiling: that was done beside the first request, off the thread', async () => {
  const { compile, Module } = WebAssembly;
  // Node's own fetch compiles its parser like this, too.
  const ahead = [];
  const atOnce = [];
  WebAssembly.compile = (bytes) => {
    const module = compile(bytes);
    ahead.push(module);
    return module;
  };
  WebAssembly.Module = class extends Module {
    constructor(bytes) {
      super(bytes);
      atOnce.push(bytes.byteLength);
    }
  };
  const { createFetch } = await import('../../pkg/dist/fetch.js');
  const statuses = [200, 429, 200];
  const headers = { 'x-rate-limit-requests-left': '0', 'x-rate-limit-time-reset-ms': '0' };
  const fetch = createFetch({ fetch: async () => new Response(null, { status: statuses.shift(), headers }) });
  const url = 'https://api.bigcommerce.com/stores/abc123/v3/channels';
  assert.equal((await fetch(url)).status, 200);
  await import('../../pkg/dist/page/loop.js');
  await setImmediate();
  await Promise.all(ahead);
  await setImmediate();
  assert.equal((await fetch(url)).status, 200);
  assert.deepEqual([statuses, atOnce], [[], []]);
});
