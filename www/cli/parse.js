// Arguments, to the values of options and what is no option.

import { parseArgs } from 'node:util';
import { misused } from './exit.js';
import { unknown } from './nearest.js';

/** @import { Option, Options } from './flags.js' */

/** @type {(args: string[], options: Options) => { values: any, rest: string[] }} */
export const parse = (args, options) => {
  const known = forNode(options);
  const { tokens } = parseArgs({ args, options: known, strict: false, allowPositionals: true, tokens: true });
  /** @type {Record<string, any>} */
  const values = {};
  /** @type {string[]} */
  const rest = [];
  for (const token of tokens) {
    if (token.kind === 'positional') rest.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) throw unknownOption(token.rawName, options);
    const value = readValue(option, token, options);
    values[token.name] = option.isList ? [...(values[token.name] ?? []), value] : value;
  }
  return { values, rest };
};

/** @type {(options: Options) => any} */
const forNode = (options) =>
  Object.fromEntries(
    Object.entries(options).map(([name, { short, value }]) => [name, { type: value ? 'string' : 'boolean', ...(short && { short }) }]),
  );

/** @type {(option: Option, token: any, options: Options) => any} */
const readValue = ({ value: kind, read = (text) => text }, { rawName, value, inlineValue }, options) => {
  if (!kind) {
    if (value !== undefined) throw misused(`${rawName} takes no value; write ${rawName} alone`);
    return true;
  }
  const isMissing = value === undefined || (!inlineValue && flagsOf(options).includes(value));
  if (isMissing) throw misused(`${rawName} needs a value: ${rawName} ${kind}`);
  return read(value, rawName);
};

/**
 * As they are typed.
 * @type {(options: Options) => string[]}
 */
export const flagsOf = (options) => Object.entries(options).flatMap(([name, { short }]) => [...(short ? [`-${short}`] : []), `--${name}`]);

/** @type {(typed: string, options: Options) => Error} */
const unknownOption = (typed, options) => {
  const long = Object.keys(options).map((name) => `--${name}`);
  // Letters of another case are the nearest there is to one letter.
  const swapped = flagsOf(options).find((flag) => flag.toLowerCase() === typed.toLowerCase());
  return misused(unknown('option', typed, long, swapped));
};
