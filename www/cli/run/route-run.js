import { EXIT, misused } from '../exit.js';
import { print, printJson } from '../print.js';
import { findRoute, routesText } from '../routes.js';

/** @type {(values: any, words: string[]) => number} */
export const run = ({ json }, words) => {
  if (!words.join('').trim()) throw misused('route needs a path or words, such as bc-status route /v3/carts');
  const found = findRoute(words.join(' '));
  if (json) printJson(found);
  else print(routesText(found));
  return found.match === 'path' || found.match === 'words' ? EXIT.fine : EXIT.found;
};
