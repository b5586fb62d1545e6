// The package as npm packs and installs it. Packing and installing takes longer than most tests,
// so that it is done once for each build, and copied for whoever asks.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageDir = fileURLToPath(new URL('../pkg', import.meta.url));
const home = fileURLToPath(new URL('../target/installed', import.meta.url));

const npm = (cwd, ...args) =>
  execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund'], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Differs between two builds, and between two states of other files and folders. */
export const digest = (...others) => {
  const hash = createHash('sha256');
  for (const folder of [packageDir, ...others]) {
    const paths = statSync(folder).isDirectory() ? readdirSync(folder, { recursive: true }) : [''];
    for (const path of paths.sort()) {
      const { size, mtimeMs } = statSync(join(folder, path));
      hash.update(`${path}\0${size}\0${mtimeMs}\0`);
    }
  }
  return hash.digest('hex').slice(0, 16);
};

/** The folder of a project that has the package; nobody writes into it. */
export const installedOnce = () => {
  const name = digest();
  const folder = join(home, name);
  if (existsSync(folder)) return folder;
  mkdirSync(home, { recursive: true });
  for (const older of readdirSync(home)) {
    // Another may be at work on its own at this moment.
    if (!older.startsWith('new-')) rmSync(join(home, older), { recursive: true, force: true });
  }
  const made = mkdtempSync(join(home, 'new-'));
  try {
    const [{ filename }] = JSON.parse(npm(packageDir, 'pack', '--json', '--pack-destination', made));
    writeFileSync(join(made, 'package.json'), '{ "private": true }\n');
    npm(made, 'install', `./${filename}`);
    // Where another was first, it has made the same.
    if (!existsSync(folder)) renameSync(made, folder);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  return folder;
};

/** A copy of that project, in an empty folder. */
export const installInto = (folder) => cpSync(installedOnce(), folder, { recursive: true, verbatimSymlinks: true });
