import { OUTPUT, REQUEST } from '../flags.js';

/** @import { Command } from '../commands.js' */

/** @type {Command} */
export const diagnoseCommand = {
  usage: '[FILE]',
  about: 'Tell what is wrong with a request: its causes, most probable first',
  notes: 'Reads what curl and other tools print, errors of clients, lines of logs, a HAR, or an exchange in JSON.',
  options: { ...REQUEST, all: { about: 'All of an archive or a log, also in gzip: what failed, in groups' }, ...OUTPUT },
  examples: [
    'curl -i https://… | bc-status diagnose -X GET --url https://…',
    'bc-status diagnose network.har --entry 12 --format markdown',
    'bc-status diagnose --all access.log.gz --format html > report.html',
  ],

  async run(values, words) {
    const { run } = await import('../run/diagnose-run.js');
    return run(values, words);
  },
};
