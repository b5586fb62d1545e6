/** @import { Command } from '../commands.js' */

/** @type {Command} */
export const routeCommand = {
  usage: '[METHOD] ROUTE…',
  about: 'Say what is documented about a route: its methods, limits, scopes',
  notes: 'ROUTE is a path, a URL, or words. The exit code is 1 if the specifications do not have it, or have only similar ones.',
  options: { json: { about: 'Print JSON' } },
  examples: ['bc-status route PUT /v3/customers', 'bc-status route order shipments'],

  async run(values, words) {
    const { run } = await import('../run/route-run.js');
    return run(values, words);
  },
};
