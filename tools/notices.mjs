// The licences of what the package has inside: Lit, and the crates in the WebAssembly. Those
// that may be had under Apache-2.0, as the package itself may, need no text of their own.

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LIT = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'];

/** The text of the file, by the names of those who have it. */
export const notices = (root) => {
  const owners = new Map();
  const texts = parts(root).filter(({ license }) => !/^(MIT OR )?Apache-2.0( OR MIT)?$/.test(license));
  for (const { name: bare, version, directory } of texts) {
    const name = `${bare} ${version}`;
    const files = readdirSync(directory).filter((file) => /^licen[cs]e/i.test(file) && !/apache/i.test(file));
    if (!files.length) throw new Error(`${name} has no licence in ${directory}`);
    for (const file of files) {
      const text = readFileSync(join(directory, file), 'utf8').trim();
      owners.set(text, [...(owners.get(text) ?? []), name]);
    }
  }
  return [...owners].map(([text, names]) => `${names.join(', ')}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`);
};

/** What the package has inside: `{ type, name, version, license, directory }`. */
export const parts = (root) => [...npmPackages(root), ...crates(root)];

const npmPackages = (root) =>
  LIT.map((name) => {
    const directory = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    return { type: 'npm', name, version, license, directory };
  });

const crates = (root) => {
  const cargo = (...args) => execFileSync('cargo', [...args, '--locked', '--offline'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const tree = [
    'tree',
    '--package',
    'bc-status-wasm',
    '--target',
    'wasm32-unknown-unknown',
    '--edges',
    'normal,no-proc-macro',
    '--prefix',
    'none',
  ];
  // Such as `talc v5.1.1|MIT`; behind the version of our own is a path.
  const lines = cargo(...tree, '--format', '{p}|{l}')
    .trim()
    .split('\n');
  const linked = new Map(lines.map((line) => [line.replace(/ v([\d.]+).*/, ' $1'), line.split('|')[1]]));
  return JSON.parse(cargo('metadata', '--format-version', '1'))
    .packages.filter(({ name, version }) => linked.has(`${name} ${version}`) && !name.startsWith('bc-status'))
    .map(({ name, version, manifest_path: path }) => ({
      type: 'cargo',
      name,
      version,
      license: linked.get(`${name} ${version}`),
      directory: dirname(path),
    }));
};
