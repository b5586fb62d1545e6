import { POLICY, REQUEST } from '../flags.js';
import { duration, whole } from '../values.js';

/** @import { Command } from '../commands.js' */

/** @type {Command} */
export const retryCommand = {
  usage: '[FILE]',
  about: 'Decide whether and when to send a request again, as JSON',
  notes: 'Reads what diagnose reads. The exit code is 0 if the request should be sent again, else 1.',
  options: {
    attempt: { value: 'N', read: whole, about: 'Attempts made so far (default 1)' },
    elapsed: { value: 'SECONDS', read: duration, about: 'Time since the first attempt began; also 500ms, 2min (default 0)' },
    ...POLICY,
    'no-jitter': { about: 'Do not randomise waits' },
    ...REQUEST,
  },
  examples: ['curl -sSi https://… | bc-status retry --attempt 2 --profile background'],

  async run(values, words) {
    const { run } = await import('../run/retry-run.js');
    return run(values, words);
  },
};
