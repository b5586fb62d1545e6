// The static site, as `make site` makes it: built once for each state of the package and of what it is
// made by, since that takes seconds and half a dozen files of tests look at it.

import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locatePackage } from '../../demo/package.mjs';
import { digest } from '../installed.mjs';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const home = at('target/site-of-tests');

/** All files by their paths; of the recordings, which a demo makes, there is none. */
export const builtSite = async () => {
  const name = `${digest(...['www/site', 'tools', 'package-lock.json'].map(at))}.json`;
  try {
    return new Map(JSON.parse(readFileSync(join(home, name), 'utf8')));
  } catch {
    // Not built yet, or by now removed by whoever builds another.
  }
  const { buildSite } = await import('../../tools/site/build.mjs');
  const files = await buildSite(await locatePackage(), { recordings: new Map() });
  mkdirSync(home, { recursive: true });
  for (const older of readdirSync(home)) if (older.endsWith('.json')) rmSync(join(home, older), { force: true });
  // In one step, since another may read it at this moment.
  const made = join(home, `new-${process.pid}`);
  writeFileSync(made, JSON.stringify([...files]));
  renameSync(made, join(home, name));
  return files;
};
