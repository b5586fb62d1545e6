// Leases through Deno KV, on a file that two processes share.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { denoKvStore } from '../../pkg/dist/store/deno-kv.js';
import { binary } from '../fetch/command.mjs';
import { ask, givenIn, KEY, permitsOf, SEEN, warnings } from './asks.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bc-status-kv-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const deno = binary('@deno', process.platform === 'win32' ? 'deno.exe' : 'deno');
const env = { ...process.env, DENO_DIR: join(folder, 'deno'), DENO_NO_UPDATE_CHECK: '1' };
const module = (path) => new URL(path, import.meta.url).href;

const run = async (text, ...args) => {
  const flags = ['run', '--unstable-kv', '--allow-all', '--no-check', '--quiet', '--no-lock', '--no-config'];
  const file = join(folder, `${args[0] ?? 'only'}.mjs`);
  writeFileSync(file, text);
  const { stdout } = await promisify(execFile)(deno, [...flags, file, ...args], { cwd: folder, env });
  return JSON.parse(stdout);
};

test('two processes with one file lease from one record, none fails, and their clocks may be apart', async () => {
  const program = `
    import { denoKvStore } from '${module('../../pkg/dist/store/deno-kv.js')}';
    const { now } = Date;
    const [skewMs] = Deno.args;
    Date.now = () => now() + Number(skewMs);
    const kv = await Deno.openKv('${join(folder, 'shared.kv')}');
    const store = denoKvStore(kv);
    const ask = (at) => store.lease('${KEY}', { client: skewMs + at % 2, want: 1, back: [], seen: ${JSON.stringify(SEEN)}, heldMs: 0 });
    const leases = await Promise.all(Array.from({ length: 100 }, (_, at) => ask(at)));
    const { value } = await kv.get(['bc-status', '${KEY}']);
    console.log(JSON.stringify([leases, value]));
    Deno.exit();
  `;
  const both = await Promise.all(['2000', '-2000'].map((skewMs) => run(program, skewMs)));
  const leases = both.flatMap(([own]) => own);
  assert.equal(permitsOf(...leases), 200);
  const windows = {};
  for (const { window, permits } of leases.flatMap(({ grants }) => grants)) windows[window] = (windows[window] ?? 0) + permits;
  for (const [window, permits] of Object.entries(windows)) assert.ok(permits <= 150, `${permits} in window ${window}`);
  assert.equal(Math.max(...both.map(([, value]) => givenIn(value))), 200);
});

/** As Deno has it, in this process; `fault` may end a commit in another way. */
const createKv = (fault = () => undefined) => {
  const records = new Map();
  let version = 0;
  const nameOf = (key) => JSON.stringify(key);
  return {
    options: [],
    records,
    get: async (key) => records.get(nameOf(key)) ?? { key, value: null, versionstamp: null },
    atomic() {
      const all = [];
      const act = {
        check: (record) => (all.push(record), act),
        set: (key, value, options) => {
          this.options.push(options);
          all.push({ key, value: structuredClone(value) });
          return act;
        },
        commit: async () => {
          const [{ key, versionstamp }, next] = all;
          const error = fault();
          if (error) throw error;
          if ((records.get(nameOf(key))?.versionstamp ?? null) !== versionstamp) return { ok: false };
          records.set(nameOf(key), { ...next, versionstamp: `${(version += 1)}` });
          return { ok: true, versionstamp: `${version}` };
        },
      };
      return act;
    },
  };
};

test('a database that is locked is tried again, and another error is not', async () => {
  let faults = 5;
  const kv = createKv(() => (faults-- > 0 ? new TypeError('database is locked') : undefined));
  assert.equal(permitsOf(await denoKvStore(kv).lease(KEY, ask())), 1);
  assert.equal(faults, -1);
  const broken = createKv(() => new TypeError('disk is full'));
  await assert.rejects(denoKvStore(broken).lease(KEY, ask()), /disk is full/);
});

test('a record expires when all that it promises is over', async () => {
  const kv = createKv();
  await denoKvStore(kv).lease(KEY, ask({ seen: SEEN }));
  const [{ expireIn }] = kv.options;
  assert.ok(expireIn >= 90_000 && expireIn <= 200_000, `${expireIn}`);
});

test('what is no ledger is told of once, and left as it is', async () => {
  const others = [
    ['hello', /holds no ledger/],
    [null, /holds no ledger/],
    [{ count: 5 }, /holds no ledger/],
    [{ version: 3 }, /holds a ledger of version 3; this bc-status knows version 1: update it/],
  ];
  for (const [value, message] of others) {
    const kv = createKv();
    kv.records.set(JSON.stringify(['mine', KEY]), { key: ['mine', KEY], value, versionstamp: '7' });
    const store = denoKvStore(kv, { prefix: 'mine' });
    const told = await warnings(async () => {
      for (let n = 0; n < 3; n++) await assert.rejects(store.lease(KEY, ask()), message);
    });
    assert.equal(told.length, 1);
    assert.match(told[0], /^bc-status: The record \["mine","abc123"\] in Deno KV holds /);
    assert.equal(kv.records.get(JSON.stringify(['mine', KEY])).value, value);
  }
});

test('what is no Deno.Kv, and options that are none, are wrong arguments', () => {
  for (const kv of [undefined, {}, Promise.resolve(createKv())])
    assert.throws(() => denoKvStore(kv), /^TypeError: kv must be what Deno\.openKv\(\) resolves to: await it first, not /);
  assert.throws(() => denoKvStore(createKv(), { table: 'x' }), /^TypeError: options\.table is unknown; known: prefix/);
});
