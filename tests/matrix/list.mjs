// Which cells there are. A file of cells/ is one of those that `make test-matrix` runs, and has the
// name of its file; a file of wide/cells/ has one row, by its name, for each version or mode.

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const filesIn = (folder) =>
  readdirSync(at(folder))
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => `${folder}/${file}`);

/** The cells of a file, with their names. */
export const cellsOf = async (file) => {
  const { default: one, rows = { [/([^/]+)\.mjs$/.exec(file)[1]]: one } } = await import(`./${file}`);
  return Object.entries(rows).map(([name, cell]) => ({ name, file, ...cell }));
};

const listed = async (files) => (await Promise.all(files.map(cellsOf))).flat();

/** Those of `make test-matrix`. */
export const fewCells = () => listed(filesIn('cells'));

/** The rest of `make test-matrix-all`. */
export const wideCells = () => listed(filesIn('wide/cells'));
