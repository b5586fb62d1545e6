// No function of the WebAssembly returns an object: why, wasm/src/found.rs says.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { classify, decide, paceAdmit, paceState, paceWaitMs } from '../../pkg/dist/bc_status_bg.js';

const bytes = readFileSync(new URL('../../pkg/dist/bc-status.wasm', import.meta.url));

const TYPES = 1;
const IMPORTS = 2;
const FUNCTIONS = 3;
const EXPORTS = 7;
const FUNCTION = 0;
// biome-ignore lint/complexity/useSimpleNumberKeys: the format's own notation
const NUMBERS = { 0x7f: 'i32', 0x7e: 'i64', 0x7d: 'f32', 0x7c: 'f64' };

/** Reads numbers, texts and lists one after the other. */
const reader = (from, at = 0) => {
  const byte = () => from[at++];
  const count = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const next = byte();
      value += (next & 127) * 2 ** shift;
      if (next < 128) return value;
    }
  };
  const bytes = (length) => from.subarray(at, (at += length));
  const list = (item) => Array.from({ length: count() }, item);
  const text = () => new TextDecoder().decode(bytes(count()));
  return {
    byte,
    count,
    bytes,
    list,
    text,
    get isOver() {
      return at >= from.length;
    },
  };
};

/** By number: what is in each section. */
const sections = () => {
  const all = new Map();
  const file = reader(bytes, 8);
  while (!file.isOver) all.set(file.byte(), reader(file.bytes(file.count())));
  return all;
};

/** The types of what a function returns, by the names of those exported. */
const resultsOf = () => {
  const parts = sections();
  const types = parts.get(TYPES);
  const results = types.list(() => {
    assert.equal(types.byte(), 0x60, 'a function type');
    types.list(types.byte);
    return types.list(types.byte);
  });

  const imports = parts.get(IMPORTS);
  const imported = imports.list(() => {
    imports.text();
    imports.text();
    assert.equal(imports.byte(), FUNCTION, 'nothing but functions is imported');
    return imports.count();
  });
  const functions = [...imported, ...parts.get(FUNCTIONS).list(parts.get(FUNCTIONS).count)];

  const exports = parts.get(EXPORTS);
  const exported = exports.list(() => ({ name: exports.text(), kind: exports.byte(), index: exports.count() }));
  const called = exported.filter(({ kind }) => kind === FUNCTION);
  return new Map(called.map(({ name, index }) => [name, results[functions[index]]]));
};

test('all functions that are exported return numbers or nothing', () => {
  const results = resultsOf();
  const names = WebAssembly.Module.exports(new WebAssembly.Module(bytes)).filter(({ kind }) => kind === 'function');
  assert.deepEqual(
    [...results.keys()],
    names.map(({ name }) => name),
  );
  // Each has the name by which its caller asks for it.
  const resultOf = (caller) => results.get(/wasm\.(\w+)\(/.exec(caller)[1]);
  for (const caller of [classify, decide, paceAdmit, paceState]) assert.ok(resultOf(caller), caller.name);
  assert.deepEqual(
    resultOf(paceWaitMs).map((type) => NUMBERS[type]),
    ['f64'],
  );
  for (const [name, types] of results) {
    for (const type of types) assert.ok(type in NUMBERS, `${name} returns a reference, 0x${type.toString(16)}`);
  }
});
