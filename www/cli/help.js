// The pages of --help.

import { EXIT } from './exit.js';
import { HELP } from './flags.js';
import { wrapped } from './paint.js';

/** @import { Command, Commands } from './commands.js' */
/** @import { Option } from './flags.js' */

const WIDTH = 80;

/**
 * Rows of two columns.
 * @type {(rows: string[][]) => string[]}
 */
const columns = (rows) => {
  const widest = Math.max(...rows.map(([left]) => left.length));
  const indent = ' '.repeat(widest + 4);
  /** @type {(text: string) => string} */
  const inside = (text) => wrapped(text, WIDTH - indent.length).replaceAll('\n', `\n${indent}`);
  return rows.map(([left, right]) => `  ${left.padEnd(widest)}  ${inside(right)}`);
};

/** @type {(option: [name: string, option: Option]) => string[]} */
const optionRow = ([name, { short, value, about }]) => [`${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`, about];

/** @type {(lines: string[]) => string[]} */
const examples = (lines) => ['Examples:', ...lines.map((line) => `  ${line}`)];

/** @type {(name: string, command: Command) => string} */
export const helpOf = (name, { usage, about, notes, options, examples: lines }) =>
  [
    about,
    '',
    ['Usage: bc-status', name, '[OPTIONS]', usage].filter(Boolean).join(' '),
    ...(notes ? ['', wrapped(notes, WIDTH)] : []),
    '',
    'Options:',
    ...columns(Object.entries({ ...options, ...HELP }).map(optionRow)),
    '',
    ...examples(lines),
  ].join('\n');

/** @type {[code: number, about: string][]} */
const EXITS = [
  [EXIT.fine, 'nothing is wrong; for retry: send it again'],
  [EXIT.found, 'something is wrong with the request or its answer; for retry: do not'],
  [EXIT.usage, 'wrong arguments'],
  [EXIT.files, 'a file or stream that cannot be read or written, or no answer found in it'],
  [EXIT.noAnswer, 'no answer, or an incomplete one'],
  [EXIT.interrupted, 'ended by ctrl-C'],
  [EXIT.terminated, 'ended by a signal to terminate'],
];

const ENVIRONMENT = [
  ['BC_TOKEN', "sent as X-Auth-Token to BigCommerce's API, unless -H sets it"],
  ['BC_STORE_HASH', 'the store of paths such as /v3/carts'],
  ['NO_COLOR, FORCE_COLOR', 'no colour; colour even if there is no terminal'],
];

/** @type {(command: [name: string, command: Command]) => string[]} */
const commandRow = ([name, { usage, about }]) => [`${name} ${usage}`.trim(), about];

/** @type {(status: Command, commands: Commands) => string} */
export const helpOfAll = (status, commands) =>
  [
    'What a BigCommerce API answer means, whether to retry, and what to do about it',
    '',
    'Usage: bc-status CODE…',
    '       bc-status COMMAND [OPTIONS]',
    '',
    'Commands:',
    ...columns([/** @type {[string, Command]} */ (['', status]), ...Object.entries(commands)].map(commandRow)),
    '',
    'Options for all commands:',
    ...columns([
      ['-h, --help', 'Show this page, or that of a command'],
      ['-V, --version', 'Print the version'],
    ]),
    '',
    'Environment:',
    ...columns(ENVIRONMENT),
    '',
    'Exit codes:',
    ...columns(EXITS.map(([code, about]) => [String(code), about])),
    '',
    ...examples([...status.examples, 'curl -sSi https://… | bc-status diagnose', "bc-status fetch '/v3/catalog/products?limit=5'"]),
  ].join('\n');
