// What docs/adding.md shows, done while building: each new row turns up in the types, in what the
// widget knows, and on the command line.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'bc-status-adding-'));
after(() => rmSync(copy, { recursive: true }));

const diffs = [...readFileSync(join(root, 'docs', 'adding.md'), 'utf8').matchAll(/^```diff\n([^]*?)^```$/gm)].map(([, diff]) => diff);

for (const name of ['src', 'fetch', 'wasm', 'tools', 'tests', 'Cargo.toml', 'Cargo.lock', 'README.md', 'docs']) {
  cpSync(join(root, name), join(copy, name), {
    recursive: true,
    filter: (path) => !/node_modules|tests\/(?!\w+\.rs$|pacing)\w/.test(path),
  });
}
for (const diff of diffs) execFileSync('git', ['apply', '--unidiff-zero', '-'], { cwd: copy, input: diff });

// A package of its own, since cargo takes a copy for the original where both share what it built.
mkdirSync(join(copy, 'adding'));
writeFileSync(
  join(copy, 'adding', 'Cargo.toml'),
  `[package]
name = "adding"
edition = "2024"
[workspace]
[dependencies]
bc-status = { path = ".." }
[[bin]]
name = "knowledge"
path = "../tools/words/knowledge.rs"
`,
);

/** What `make package` writes, of the changed tables. */
const knowledge = (name) =>
  execFileSync('cargo', ['run', '--quiet', '--offline', '--', name], {
    cwd: join(copy, 'adding'),
    encoding: 'utf8',
    maxBuffer: 1 << 24,
    env: { ...process.env, CARGO_TARGET_DIR: join(copy, 'target') },
  });

const dist = join(copy, 'dist');
cpSync(join(root, 'pkg', 'dist'), dist, { recursive: true });
// The one that ships is one file, with the words in it.
cpSync(join(root, 'www', 'cli'), join(dist, 'cli'), { recursive: true });
writeFileSync(join(copy, 'package.json'), '{"type":"module"}');
for (const name of ['statuses', 'tables', 'rooms', 'secrets', 'retries', 'kinds'])
  writeFileSync(join(dist, 'knowledge', `${name}.js`), knowledge(name));
const types = knowledge('types');
const from = (path) => import(pathToFileURL(join(dist, path)));
const cli = (...args) => {
  try {
    return execFileSync(process.execPath, [join(dist, 'cli', 'main.js'), ...args], {
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      input: '',
    });
  } catch ({ stdout }) {
    return stdout;
  }
};

describe('a row that docs/adding.md adds', () => {
  test('is there for each of the four', () => {
    assert.equal(diffs.length, 4);
  });

  test('is a status', async () => {
    assert.match(types, /^ {2}\| 425$/m);
    const { about, allCodes } = await from('widget/codes.js');
    assert.ok(allCodes().includes(425));
    assert.equal(about(425).text, 'Too Early');
    assert.match(cli('425'), /^425 Too Early\n[^]*Send the request again once the connection is there\./);
  });

  test('is a finding', async () => {
    assert.match(types, /^ {2}\| 'platform\.planned-maintenance'$/m);
    assert.match(types, /^ {2}'platform\.planned-maintenance': 'waitMs';$/m);
    const exchange = {
      url: 'https://api.bigcommerce.com/stores/abc123/v3/carts',
      status: 503,
      headers: { 'retry-after': '30' },
      body: { title: 'Down for scheduled maintenance' },
    };
    // The widget asks this one.
    const { diagnoseIn } = await from('widget/troubleshoot/core.js');
    const [finding] = diagnoseIn(undefined, exchange).findings;
    assert.equal(finding.id, 'platform.planned-maintenance');
    assert.deepEqual(finding.values.waitMs, 30_000);
    assert.deepEqual(finding.solutions, ['Wait 30 s, and look at the status page.']);
    const file = join(copy, 'exchange.json');
    writeFileSync(file, JSON.stringify(exchange));
    assert.match(cli('diagnose', file), /BigCommerce is doing maintenance that it has announced \(certain\)/);
  });

  test('is a name of a secret', async () => {
    const { SECRET_FIELD } = await from('knowledge/secrets.js');
    assert.ok(SECRET_FIELD.test('licencekey'));
    const { isSecretField } = await from('core/secret-names.js');
    assert.ok(isSecretField('Licence-Key'));
  });

  test('is a limit of requests at once', async () => {
    const { ROOMS } = await from('knowledge/rooms.js');
    const [, most] = ROOMS.find(([pattern]) => new RegExp(`^${pattern}$`).test('/v3/catalog/brands/7 PUT'));
    assert.equal(most, 5);
    const { TABLES } = await from('knowledge/tables.js');
    assert.match(TABLES[2], /\/v3\/catalog\/brands\/\{id\} U 5\n/);
  });
});
