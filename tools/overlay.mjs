// A second package inside the package: modules that take the place of others, and beside them
// copies of the modules that lead to these. All else stays where it is, and is shared.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const SPECIFIER = /(\bfrom |\bimport |\bimport\()'(\.[^']+)'/g;

/**
 * Completes `dist/NAME`, in which there are the modules that take the places of those in `dist`,
 * and import as if they were there, so that it can be entered by each of `entries`. `apart` are
 * modules that it cannot share, whatever they lead to.
 */
export function overlay(dist, name, entries, apart = []) {
  const own = new Set(readdirSync(join(dist, name), { recursive: true }).map((path) => path.replaceAll('\\', '/')));
  const read = (path) => readFileSync(join(dist, own.has(path) ? join(name, path) : path), 'utf8');
  const targetOf = (path, specifier) => posix.join(posix.dirname(path), specifier);

  /** By module: those that it imports. */
  const imports = new Map();
  const visit = (path) => {
    if (imports.has(path) || !path.endsWith('.js')) return;
    const targets = Array.from(read(path).matchAll(SPECIFIER), ([, , specifier]) => targetOf(path, specifier));
    imports.set(path, targets);
    targets.forEach(visit);
  };
  [...entries, ...own].forEach(visit);

  // What leads to a copy is copied too, so this goes on until there is nothing new.
  const copied = new Set([...own, ...apart]);
  for (let before = 0; before < copied.size; ) {
    before = copied.size;
    for (const [path, targets] of imports) if (targets.some((target) => copied.has(target))) copied.add(path);
  }
  for (const path of new Set([...copied, ...entries])) {
    const text = read(path).replace(SPECIFIER, (whole, keyword, specifier) => {
      const target = targetOf(path, specifier);
      if (copied.has(target)) return whole;
      return `${keyword}'${posix.relative(posix.dirname(posix.join(name, path)), target)}'`;
    });
    const file = join(dist, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
