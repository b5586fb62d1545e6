import { OUTPUT, POLICY, REQUEST } from '../flags.js';

/** @import { Command } from '../commands.js' */

/** @type {Command} */
export const fetchCommand = {
  usage: 'URL',
  about: 'Send a request, retry it where that makes sense, and print the answer',
  notes:
    'URL may be a path such as /v3/catalog/products if BC_STORE_HASH is set. BC_TOKEN is sent as X-Auth-Token ' +
    "to BigCommerce's API and nowhere else. The body goes to standard output; what is wrong, to standard error.",
  options: {
    request: { ...REQUEST.request, about: 'The method (default GET; POST with -d)' },
    header: { ...REQUEST.header, about: 'A header, or @FILE with one on each line' },
    data: { ...REQUEST.data, about: 'The body, or @FILE, or @- for standard input (makes it a POST)' },
    include: { short: 'i', about: 'Print the head of the answer too, with cookies masked' },
    output: { short: 'o', value: 'FILE', about: 'Write the answer to FILE (default: standard output)' },
    silent: { short: 's', about: 'Show no progress' },
    ...POLICY,
    pace: { about: "Wait so as to stay within the store's quota" },
    json: { about: 'Print what is wrong as JSON' },
    format: OUTPUT.format,
  },
  examples: [
    "bc-status fetch '/v3/catalog/products?limit=5' --profile background",
    'bc-status fetch /v3/customers -d @customers.json -o created.json',
  ],

  async run(values, words) {
    const { run } = await import('../run/fetch-run.js');
    return run(values, words);
  },
};
