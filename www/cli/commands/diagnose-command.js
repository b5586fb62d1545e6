import { OUTPUT, REQUEST } from '../flags.js';

/** @import { Command } from '../commands.js' */

/** @type {Command} */
export const diagnoseCommand = {
  usage: '[FILE]',
  about: 'Say what is wrong with a request: its causes, most probable first',
  notes: 'Reads what curl and other tools print, errors of HTTP clients, log lines, a HAR, or an exchange in JSON.',
  options: { ...REQUEST, all: { about: 'Read a whole archive or log, gzipped too, and group what failed' }, ...OUTPUT },
  examples: [
    'curl -sSi https://… | bc-status diagnose -X GET --url https://…',
    'bc-status diagnose network.har --entry 12 --format markdown',
    'bc-status diagnose --all access.log.gz --format html > report.html',
  ],

  async run(values, words) {
    const { run } = await import('../run/diagnose-run.js');
    return run(values, words);
  },
};
