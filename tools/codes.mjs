// Writes the table in docs/codes.md anew, from the built package. A test says
// when that is due.

import { readFileSync, writeFileSync } from 'node:fs';
import { statuses } from '../pkg/dist/index.js';

const file = new URL('../docs/codes.md', import.meta.url);
const table = /(\| code \| text \| purpose \| again\? \|\n\|[-|]+\|\n)(?:\|.*\n)*/;
const rows = statuses().map(({ code, text, purpose, retry }) => `| ${code} | ${text} | ${purpose} | ${retry} |\n`);
writeFileSync(
  file,
  readFileSync(file, 'utf8').replace(table, (_, head) => head + rows.join('')),
);
