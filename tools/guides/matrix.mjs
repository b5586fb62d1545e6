// Where the package has been run: what `make test-matrix-all` noted.

import { LEFT_OUT, passed } from '../../tests/matrix/passed.mjs';
import { table } from './markdown.mjs';

const byName = (one, other) => one[0].localeCompare(other[0], 'en') || one[1].localeCompare(other[1], 'en', { numeric: true });

/** A row for each version of a tool. */
export const matrix = () => {
  const rows = new Map();
  for (const { tool, version, place } of Object.values(passed())) {
    const key = `${tool} ${version}`;
    const row = rows.get(key) ?? [tool, version, new Set()];
    rows.set(key, row);
    row[2].add(place);
  }
  const lines = [...rows.values()].sort(byName).map(([tool, version, places]) => [tool, version, [...places].sort().join('; ')]);
  return { matrix: table(['tool', 'version', 'run in'], lines), left: table(['not run', 'why'], LEFT_OUT) };
};
