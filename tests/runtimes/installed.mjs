// The package as a user gets it: packed, installed from the tarball into a
// directory of its own, and removed when the tests of the file are over.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { installInto } from '../installed.mjs';

/** `{ root, directory, manifest, load(), require(), fileOf(condition) }`. */
export async function install() {
  const root = await mkdtemp(join(tmpdir(), 'bc-status-'));
  const remove = () => rm(root, { recursive: true, force: true });
  after(remove);
  try {
    return await installedIn(root);
  } catch (error) {
    // The file ends here, before its hooks.
    await remove();
    throw error;
  }
}

async function installedIn(root) {
  installInto(root);
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
