import { OUTPUT, POLICY, REQUEST } from '../flags.js';

/** @import { Command } from '../commands.js' */

/** @type {Command} */
export const fetchCommand = {
  usage: 'URL',
  about: 'Send a request, again where that makes sense, and print the answer',
  notes:
    'URL may be a path such as /v3/catalog/products where BC_STORE_HASH is set. BC_TOKEN is sent as X-Auth-Token ' +
    "to BigCommerce's API and nowhere else. The body goes to standard output; what is wrong, to standard error.",
  options: {
    request: REQUEST.request,
    header: { ...REQUEST.header, about: 'A header, or @FILE with a line for each' },
    data: { ...REQUEST.data, about: 'The body, or @FILE, or @- for standard input; POST' },
    include: { short: 'i', about: 'Print the head of the answer too, cookies masked' },
    output: { short: 'o', value: 'FILE', about: 'Write the answer to FILE' },
    silent: { short: 's', about: 'Show no progress' },
    ...POLICY,
    pace: { about: "Keep to the store's quota" },
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
