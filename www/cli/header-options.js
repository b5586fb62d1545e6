// Headers as curl takes them.

import { isCredential } from '../core/credentials.js';
import { misused } from './exit.js';
import { readBytes } from './input.js';

/**
 * Pairs; a value that is undefined takes the header away.
 * @type {(given?: string[]) => Promise<[name: string, value: string | undefined][]>}
 */
export const headersIn = async (given = []) => {
  const lines = await Promise.all(given.map(async (text) => (text.startsWith('@') ? linesOf(text.slice(1)) : [text])));
  return lines.flat().map(pair);
};

/** @type {(file: string) => Promise<string[]>} */
const linesOf = async (file) => {
  const { bytes } = await readBytes(file);
  return bytes
    .toString()
    .split(/\r?\n/)
    .filter((line) => line.trim());
};

/**
 * What was typed may be a secret, and is not repeated.
 * @type {(line: string) => [name: string, value: string | undefined]}
 */
const pair = (line) => {
  const [, name, colon, value] = /^([!#$%&'*+.^_`|~\w-]+)\s*([:;])\s*(.*?)\s*$/s.exec(line) ?? [];
  if (!name || (colon === ';' && value)) {
    throw misused("-H must be a name, a colon and a value, such as -H 'Accept: application/json'");
  }
  return [name, colon === ';' || value ? value : undefined];
};

/** What is said then. */
export const REVEALED = 'other users can see a token in the process list';

/**
 * Whether an argument holds a token, which everybody on the machine can read.
 * @type {(given?: string[]) => boolean}
 */
export const isRevealing = (given = []) =>
  given.some((text) => !text.startsWith('@') && isCredential(text.slice(0, text.search(/[:;\s]|$/))));
