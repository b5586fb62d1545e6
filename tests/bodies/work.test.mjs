// How much the core does for a body, counted: each function that is entered and each turn of a loop,
// in the WebAssembly of the package with a call of ours at each. It is the same on every machine.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Those that wasm/Cargo.toml has; with all of them it writes what no engine reads yet. */
const FEATURES = ['bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue'].map(
  (name) => `--enable-${name}`,
);

const counting = () => {
  const directory = mkdtempSync(join(tmpdir(), 'bc-status-work-'));
  try {
    const file = join(directory, 'counting.wasm');
    execFileSync(at('node_modules/.bin/wasm-opt'), ['--log-execution', ...FEATURES, at('pkg/dist/bc-status.wasm'), '-o', file]);
    return new WebAssembly.Module(readFileSync(file));
  } finally {
    rmSync(directory, { recursive: true });
  }
};

let steps = 0;
const { Instance } = WebAssembly;
// biome-ignore lint/complexity/useArrowFunction: it is called with new, as no arrow can be
WebAssembly.Instance = function (_, imports) {
  const module = counting();
  const added = WebAssembly.Module.imports(module).find(({ name }) => name === 'log_execution');
  return new Instance(module, { ...imports, [added.module]: { ...imports[added.module], log_execution: () => (steps += 1) } });
};
const { classify } = await import('../../pkg/dist/index.js');

const TOKEN = 'q7x0m2v9k4z1w8q7x0m2v9k4z1';
const stepsOf = (body) => {
  const before = steps;
  classify({
    method: 'POST',
    url: 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products',
    status: 422,
    body,
    requestHeaders: { 'X-Auth-Token': TOKEN },
  });
  return steps - before;
};

const repeated = (start, part) => (length) => start + part.repeat(length / part.length);
const BODIES = {
  entities: repeated('<html>', '&amp'),
  'ends of elements': repeated('<html>', '</p '),
  elements: repeated('<html>', '<p a="b">x'),
  'a list of texts': repeated('[', '"x y",'),
  complaints: repeated('{"errors":[', '{"title":"a b","status":4},'),
  secrets: repeated('', `${TOKEN} `),
  'beginnings of tokens': repeated('', 'eyJaaaaaaaaaaaaaa '),
  'names of secrets': repeated('', 'token= '),
  backslashes: repeated('"', '\\'),
  colons: repeated('token', '::::'),
  sentences: (length) =>
    `{${Array.from({ length: length / 22 }, (_, n) => `"k${String(n).padStart(6, '0')}":"x y${String(n).padStart(6, '0')}"`).join()}}`,
};

describe('the work grows with the length of a body alone', () => {
  for (const [what, bodyOf] of Object.entries(BODIES)) {
    test(`eight times as many ${what} take at most eight times as many steps`, () => {
      const [short, long] = [8000, 64_000].map((length) => stepsOf(bodyOf(length)));
      assert.ok(short > 0 && long <= 8 * short, `${short} steps for 8 KB, ${long} for 64 KB`);
    });
  }
});
