// What may be given on the command line.

import { parseArgs } from 'node:util';

/** `--name VALUE`, as often as wanted: of the keys of `all`, which are all meant where none is given. */
export const someOf = (all) => ({
  type: 'string',
  multiple: true,
  default: Object.keys(all),
  check(names) {
    const wrong = names.find((name) => !Object.hasOwn(all, name));
    return wrong === undefined ? undefined : `is one of ${Object.keys(all).join(', ')}, and not ${wrong}`;
  },
});

export const count = (number) => ({
  type: 'string',
  default: String(number),
  check: (text) => (/^[1-9]\d*$/.test(text) ? undefined : `is a whole number from 1, and not ${text}`),
});

export const flag = { type: 'boolean', default: false };

/** The values; ends the process where one is wrong. */
export const read = (options) => {
  const quit = (message) => {
    console.error(message);
    process.exit(2);
  };
  const known = Object.fromEntries(Object.entries(options).map(([name, { check: _, ...option }]) => [name, option]));
  let values;
  try {
    ({ values } = parseArgs({ options: known }));
  } catch (error) {
    quit(error.message);
  }
  for (const [name, value] of Object.entries(values)) {
    const problem = options[name].check?.(value);
    if (problem) quit(`--${name} ${problem}`);
  }
  return values;
};
