// `make release`: makes what would be published, into target/release-files, and publishes nothing.
//
// Builds twice, the second time from nothing in another folder, and compares the tarballs byte by byte;
// holds the versions against each other; installs the tarball and uses it; rehearses `npm publish` and
// `cargo publish`; holds the types and the crates against the last release; writes checksums and an SBOM.
//
//   node tools/release.mjs --no-build      takes pkg/ as it is, to try the rest

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parts } from './notices.mjs';
import { latestEntry, removedExports, versionFaults, versionOf, withParts } from './release/checks.mjs';
import { declarationsOf } from './site/reference/declarations.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...path) => join(root, ...path);
const out = at('target', 'release-files');
const work = mkdtempSync(join(tmpdir(), 'bc-status-release-'));
const again = at('target', 'release-again');
const builds = !process.argv.includes('--no-build');
/** Those that are published, each before those that need it. */
const CRATES = ['bc-status', 'bc-status-fetch'];

const say = (step, text) => console.log(`${step.padEnd(12)}${text}`);
const read = (command, args, cwd = root) => execFileSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 }).trim();
/** Shows what it prints only where it fails. */
const run = (command, args, cwd = root) => {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe', maxBuffer: 2 ** 26 });
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')}:\n${error.stdout}${error.stderr}`);
  }
};
const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
const pack = (directory, to) => {
  mkdirSync(to, { recursive: true });
  const [{ filename }] = JSON.parse(read('npm', ['pack', '--json', '--pack-destination', to], directory));
  return join(to, filename);
};

function isCommitted() {
  const changed = read('git', ['status', '--porcelain']);
  if (changed && builds) throw new Error(`Commit first: a release is what a commit has.\n${changed}`);
  say('commit', read('git', ['log', '-1', '--format=%h %s']));
}

/** From nothing, in a folder of its own: so no path and nothing left over is in the bytes. */
function secondBuild() {
  rmSync(again, { recursive: true, force: true });
  // Forced where a run that was cut off left its name behind.
  run('git', ['worktree', 'add', '--force', '--detach', again, 'HEAD']);
  try {
    // Without links, which bundlers would follow.
    cpSync(at('node_modules'), join(again, 'node_modules'), { recursive: true, verbatimSymlinks: true });
    run(process.execPath, [join(again, 'tools', 'package.mjs')], again);
    return pack(join(again, 'pkg'), join(work, 'again'));
  } finally {
    run('git', ['worktree', 'remove', '--force', again]);
  }
}

function builtTwice() {
  if (!builds) {
    say('builds', 'skipped: pkg/ is taken as it is');
    return pack(at('pkg'), join(work, 'first'));
  }
  run(process.execPath, ['tools/package.mjs']);
  const first = pack(at('pkg'), join(work, 'first'));
  const second = secondBuild();
  if (sha256(first) !== sha256(second)) {
    for (const [name, file] of Object.entries({ first, second })) cpSync(file, join(out, `${name}.tgz`));
    throw new Error('Two builds of the same commit differ: compare target/release-files/first.tgz and second.tgz.');
  }
  say('builds', `two builds have the same bytes: ${sha256(first)}`);
  return first;
}

function haveOneVersion() {
  const paths = ['Cargo.toml', 'fetch/Cargo.toml', 'wasm/Cargo.toml', 'Cargo.lock', 'pkg/package.json', 'CHANGELOG.md'];
  const texts = Object.fromEntries(paths.map((path) => [path, readFileSync(at(path), 'utf8')]));
  const faults = versionFaults(texts);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const version = versionOf(texts['Cargo.toml']);
  const { date } = latestEntry(texts['CHANGELOG.md']);
  say(
    'version',
    `${version} in ${paths.join(', ')}${date === 'unreleased' ? '; CHANGELOG.md still says “unreleased”: write the date' : ''}`,
  );
  return version;
}

function isUsable(tarball) {
  const project = join(work, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "name": "uses-it", "version": "1.0.0", "private": true, "type": "module" }');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], project);
  const use = "console.log(bc.status(429).text, bc.decideRetry({ method: 'GET', status: 503 }).rule)";
  const said = [
    run(process.execPath, ['--input-type=module', '--eval', `import * as bc from 'bc-status'; ${use}`], project),
    run(process.execPath, ['--input-type=commonjs', '--eval', `const bc = require('bc-status'); ${use}`], project),
  ];
  for (const text of said) if (text !== 'Too Many Requests unavailable\n') throw new Error(`The installed package says: ${text}`);
  if (!run('npx', ['--offline', 'bc-status', '429'], project).startsWith('429 Too Many Requests'))
    throw new Error('npx bc-status 429 fails.');
  say('tarball', 'works installed: by import, by require and on the command line');
  return join(project, 'node_modules', 'bc-status');
}

function writeSbom(directory, file) {
  const sbom = JSON.parse(
    run(
      'npm',
      ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'library', '--omit', 'dev', '--omit', 'optional', '--omit', 'peer'],
      directory,
    ),
  );
  const inside = parts(root);
  writeFileSync(file, `${JSON.stringify(withParts(sbom, inside), null, 2)}\n`);
  say('SBOM', `CycloneDX ${sbom.specVersion}, with the ${inside.length} packages and crates inside`);
}

function rehearse(tarball) {
  run('npm', ['publish', '--dry-run', tarball]);
  say('npm', 'publish --dry-run passes');
  // In the order of what depends on what, each against the packed one before it; what is not for publishing is left out.
  run('cargo', ['publish', '--workspace', '--dry-run', '--locked', ...(builds ? [] : ['--allow-dirty'])]);
  say('cargo', 'publish --workspace --dry-run passes: bc-status, then bc-status-fetch against it');
}

/** The exported names of each .d.ts. */
const exportsOf = (directory) =>
  Object.fromEntries(
    readdirSync(directory)
      .filter((file) => file.endsWith('.d.ts'))
      .map((file) => [file, declarationsOf(join(directory, file)).declarations.map(({ name }) => name)]),
  );

/** Against the last release, by its tag. */
function isCompatible(version, installed) {
  const [last] = read('git', ['tag', '--list', 'v*', '--sort=-version:refname'])
    .split('\n')
    .filter((tag) => tag && tag !== `v${version}`);
  if (!last) {
    say('types', 'skipped: nothing is released yet');
    say('semver', 'skipped: nothing is released yet (cargo semver-checks)');
    return;
  }
  const before = join(work, 'before');
  mkdirSync(before);
  writeFileSync(join(before, 'package.json'), '{ "private": true }');
  run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `bc-status@${last.slice(1)}`], before);
  const removed = removedExports(exportsOf(join(before, 'node_modules', 'bc-status', 'dist')), exportsOf(join(installed, 'dist')));
  if (removed.length > 0) throw new Error(`Since ${last}:\n${removed.join('\n')}`);
  say('types', `export all that ${last} did`);
  for (const name of CRATES) run('cargo', ['semver-checks', '--package', name, '--baseline-version', last.slice(1)]);
  say('semver', `cargo semver-checks passes against ${last}`);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
try {
  isCommitted();
  const tarball = builtTwice();
  const version = haveOneVersion();
  const installed = isUsable(tarball);
  cpSync(tarball, join(out, `bc-status-${version}.tgz`));
  writeSbom(installed, join(out, `bc-status-${version}.cdx.json`));
  rehearse(tarball);
  // Publishing for show keeps no crates, and has compiled them already.
  const crates = CRATES.flatMap((name) => ['--package', name]);
  run('cargo', ['package', ...crates, '--no-verify', '--locked', ...(builds ? [] : ['--allow-dirty'])]);
  for (const name of CRATES) cpSync(at('target', 'package', `${name}-${version}.crate`), join(out, `${name}-${version}.crate`));
  isCompatible(version, installed);
  const files = readdirSync(out).sort();
  writeFileSync(join(out, 'SHA256SUMS'), files.map((name) => `${sha256(join(out, name))}  ${name}\n`).join(''));
  say('checksums', `target/release-files/SHA256SUMS, of ${files.join(', ')}`);
  say('provenance', 'off: neither package.json nor Cargo.toml names a repository yet');
  say('release', builds ? `${version} is ready; nothing was published` : 'tried: what is published is built twice');
} catch (error) {
  console.error(`\nrelease: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
