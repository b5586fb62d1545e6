/** Finds the entries of the built package the way a bundler does: through the conditions of its export map. */
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const builtPackage = fileURLToPath(new URL('../pkg', import.meta.url));

/** For people: a sentence, without a stack. */
export class DemoError extends Error {}

export async function locatePackage(directory = builtPackage) {
  const manifest = await readFile(join(directory, 'package.json'), 'utf8').catch(() => {
    throw new DemoError('The package is not built yet: run `make package` first.');
  });
  const entry = (condition, subpath = '.') => {
    const path = resolve(JSON.parse(manifest).exports?.[subpath], condition);
    if (!path) throw new DemoError(`The built package has no entry for the condition "${condition}": run \`make package\` again.`);
    return posix.normalize(path);
  };
  return {
    directory,
    name: JSON.parse(manifest).name,
    workerd: entry('workerd'),
    worker: entry('workerd', './worker'),
    browser: entry('import'),
  };
}

/** The first branch of an export map whose condition holds. */
function resolve(target, condition) {
  if (target === null || typeof target !== 'object') return target;
  for (const [key, branch] of Object.entries(target)) {
    const found = (key === condition || key === 'default') && resolve(branch, condition);
    if (found) return found;
  }
  return undefined;
}
