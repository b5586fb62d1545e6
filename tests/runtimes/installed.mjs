// The package as a user gets it: packed, installed from the tarball into a
// directory of its own, and removed when the tests of the file are over.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const packageDir = fileURLToPath(new URL('../../pkg', import.meta.url));
const run = promisify(execFile);
const npm = (cwd, ...args) => run('npm', [...args, '--offline', '--no-audit', '--no-fund'], { cwd });

/** `{ root, directory, manifest, load(), require(), fileOf(condition) }`. */
export async function install() {
  const root = await mkdtemp(join(tmpdir(), 'bc-status-'));
  const remove = () => rm(root, { recursive: true, force: true });
  after(remove);
  try {
    return await installInto(root);
  } catch (error) {
    // The file ends here, before its hooks.
    await remove();
    throw error;
  }
}

async function installInto(root) {
  const { stdout } = await npm(packageDir, 'pack', '--json', '--pack-destination', root);
  const [{ filename }] = JSON.parse(stdout);
  await writeFile(join(root, 'package.json'), '{ "private": true }\n');
  await npm(root, 'install', join(root, filename));

  const directory = join(root, 'node_modules', 'bc-status');
  const manifest = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
  const user = join(root, 'user.mjs');
  await writeFile(user, "export * from 'bc-status';\n");

  return {
    root,
    directory,
    manifest,
    /** `import` by name, from a file beside node_modules. */
    load: () => import(pathToFileURL(user).href),
    require: () => createRequire(user)('bc-status'),
    /** The file that the main entry stands for under a condition, relative to the package. */
    fileOf(condition) {
      const target = manifest.exports['.'][condition];
      return typeof target === 'string' ? target : target.default;
    },
  };
}
