// The sections of docs/clients.md, and the code that they show.

import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../../docs/clients.md', import.meta.url), 'utf8');

/** By heading: the lines of a section, and its example. */
export const sections = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading, ...lines] = section.trimEnd().split('\n');
      const [, code] = /```js\n([\s\S]*?)```/.exec(section);
      return [heading, { lines, code }];
    }),
);

/** The part of the introduction that names what was tested. */
export const tested = text
  .split('\n\n')
  .find((paragraph) => paragraph.startsWith('The tests run'))
  .replaceAll('\n', ' ');
