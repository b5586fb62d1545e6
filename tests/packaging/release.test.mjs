// What `make release` holds against each other.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parts } from '../../tools/notices.mjs';
import { latestEntry, removedExports, versionFaults, versionOf, withParts } from '../../tools/release/checks.mjs';
import { read, root } from './project.mjs';

const PATHS = ['Cargo.toml', 'fetch/Cargo.toml', 'wasm/Cargo.toml', 'Cargo.lock', 'pkg/package.json', 'CHANGELOG.md'];
const own = Object.fromEntries(PATHS.map((path) => [path, read(path)]));
const version = versionOf(own['Cargo.toml']);

describe('the versions', () => {
  it('agree', () => assert.deepEqual(versionFaults(own), []));

  it('are found wherever one differs', () => {
    const changes = {
      'fetch/Cargo.toml': ['version.workspace = true', 'version = "9.9.9"'],
      'wasm/Cargo.toml': ['version.workspace = true', 'version = "9.9.9"'],
      'Cargo.lock': [`name = "bc-status-fetch"\nversion = "${version}"`, 'name = "bc-status-fetch"\nversion = "9.9.9"'],
      'pkg/package.json': [`"version": "${version}"`, '"version": "9.9.9"'],
      'CHANGELOG.md': [`## ${version}`, '## 9.9.9'],
    };
    for (const [path, [from, to]] of Object.entries(changes)) {
      assert.ok(own[path].includes(from), path);
      const faults = versionFaults({ ...own, [path]: own[path].replace(from, to) });
      assert.equal(faults.length, 1, path);
      assert.ok(faults[0].startsWith(path) || faults[0].includes(path), faults[0]);
      assert.match(faults[0], /has 9\.9\.9, and Cargo\.toml /);
    }
    const dependency = `version = "${version}", default-features`;
    assert.ok(own['fetch/Cargo.toml'].includes(dependency));
    const [fault] = versionFaults({
      ...own,
      'fetch/Cargo.toml': own['fetch/Cargo.toml'].replace(dependency, 'version = "9.9.9", default-features'),
    });
    assert.match(fault, /of the crate bc-status, has 9\.9\.9/);
  });

  it('are a fault where there is none', () => {
    assert.match(versionFaults({ ...own, 'CHANGELOG.md': '# Changelog\n' })[0], /has no version/);
    assert.match(versionFaults({ ...own, 'Cargo.toml': '[package]\nname = "bc-status"\n' })[0], /names no version/);
  });

  it('and the date come from the first entry of the changelog', () => {
    assert.deepEqual(latestEntry('# Changelog\n\n## 0.2.0 (2027-01-05)\n\n## 0.1.0\n'), { version: '0.2.0', date: '2027-01-05' });
    assert.equal(latestEntry('# Changelog\n'), undefined);
  });
});

describe('the types of the last release', () => {
  it('are missed where a name or a file is gone, and new ones are fine', () => {
    const before = { 'index.d.ts': ['status', 'render'], 'read.d.ts': ['read'] };
    assert.deepEqual(removedExports(before, { 'index.d.ts': ['status', 'more'] }), [
      'index.d.ts exports render no more.',
      'read.d.ts exports read no more.',
    ]);
    assert.deepEqual(removedExports(before, { ...before, 'job.d.ts': ['each'] }), []);
  });
});

describe('the SBOM', () => {
  it('has what is inside the package', () => {
    const inside = parts(root);
    const names = inside.map(({ name }) => name);
    for (const name of ['lit', '@lit/reactive-element', 'talc', 'wasm-bindgen']) assert.ok(names.includes(name), name);
    for (const { name, license } of inside) assert.ok(license, name);
    assert.ok(!names.some((name) => name.startsWith('bc-status')));

    const sbom = withParts(
      { specVersion: '1.5', metadata: { component: { 'bom-ref': 'bc-status@1' } }, dependencies: [{ ref: 'bc-status@1' }] },
      inside,
    );
    const purls = sbom.components.map(({ purl }) => purl);
    assert.ok(purls.some((purl) => /^pkg:npm\/%40lit\/reactive-element@\d/.test(purl)));
    assert.ok(purls.some((purl) => /^pkg:cargo\/talc@\d/.test(purl)));
    assert.deepEqual(sbom.dependencies, [{ ref: 'bc-status@1', dependsOn: purls }]);
  });
});
