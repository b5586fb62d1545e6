// What passed when the whole matrix was run last, and what it cannot run.

import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('wide/passed.json', import.meta.url);

/** By cell: the tool, its version and where it ran. */
export const passed = () => JSON.parse(readFileSync(file, 'utf8'));

/** Adds what passed in a run, and forgets the cells that there are no more. */
export const notePassed = (results, cells) => {
  const known = passed();
  for (const { name, tool, version, place, problem } of results) if (!problem) known[name] = { tool, version, place };
  const names = cells.map(({ name }) => name).filter((name) => known[name]);
  const sorted = Object.fromEntries(names.sort().map((name) => [name, known[name]]));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
};

/** What is asked for and does not run on the machine of the tests, and why. */
export const LEFT_OUT = [
  ['Safari, and browsers on telephones', 'they need their own devices; WebKitGTK is the engine of Safari'],
  ['Hermes', "React Native's engine needs a device; what Metro bundles runs in Node, without what Hermes lacks"],
  ["Cloudflare's and Vercel's networks", 'what runs there runs in workerd and in the edge runtime of Next'],
  ['Windows and macOS', 'the machine has Linux'],
  [
    'route handlers of Next 16 in the edge runtime, built with webpack',
    'Next 16.4.6 builds none, whatever it imports; with Turbopack it does',
  ],
];
