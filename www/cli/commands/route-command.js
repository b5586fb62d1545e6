import { EXIT, misused } from '../exit.js';
import { print, printJson } from '../print.js';
import { findRoute, routesText } from '../routes.js';

/** @import { Command } from '../commands.js' */

/** @type {Command} */
export const routeCommand = {
  usage: 'ROUTE',
  about: 'Tell what is documented of a route: its methods, limits, scopes',
  notes: 'ROUTE is a path, a URL, or words. The exit code is 1 where no specification has it, or only similar ones.',
  options: { json: { about: 'Print JSON' } },
  examples: ['bc-status route PUT /v3/customers', 'bc-status route order shipments'],

  run({ json }, words) {
    if (!words.join('').trim()) throw misused('route takes a path or words: bc-status route /v3/carts');
    const found = findRoute(words.join(' '));
    if (json) printJson(found);
    else print(routesText(found));
    return found.match === 'path' || found.match === 'words' ? EXIT.fine : EXIT.found;
  },
};
