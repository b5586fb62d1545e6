// Options that several commands take. The parser, the help and the completion read them: `value` is
// what the help calls the option's value, `read` says what it means; without them it is a switch.

import { RETRY_PROFILES } from '../knowledge/sets.js';
import { duration, oneOf, statusCode, whole } from './values.js';

/** @typedef {Record<string, Option>} Options */
/** @typedef {{ short?: string, value?: string, read?: Read, isList?: boolean, about: string }} Option */
/** @typedef {((text: string, name: string) => any) & { words?: readonly string[] }} Read What a value means. */

/** @type {Options} */
export const HELP = { help: { short: 'h', about: 'Show this page' } };

/** @type {Options} */
export const VERSION = { version: { short: 'V', about: 'Print the version' } };

/** @type {Options} */
export const OUTPUT = {
  json: { about: 'Print JSON' },
  format: { value: 'FORMAT', read: oneOf(['text', 'markdown', 'html']), about: 'Print text, markdown or html (default text)' },
};

/**
 * What an answer alone does not tell.
 * @type {Options}
 */
export const REQUEST = {
  request: { short: 'X', value: 'METHOD', about: 'The method of the request' },
  url: { value: 'URL', about: 'Its URL, or a path such as /v3/carts if BC_STORE_HASH is set' },
  header: { short: 'H', value: 'NAME:VALUE', isList: true, about: 'A header of the request, or @FILE with one on each line' },
  data: { short: 'd', value: 'DATA', isList: true, about: 'Its body, or @FILE; only the shape of it is looked at' },
  status: { value: 'CODE', read: statusCode, about: 'The status, if the input is only a body' },
  entry: { value: 'N', read: whole, about: 'The entry of a HAR, from 1 (default: the last that failed)' },
};

/** @type {Options} */
export const POLICY = {
  profile: {
    value: 'PROFILE',
    read: oneOf(RETRY_PROFILES),
    about: 'interactive: 3 attempts in 10 s; background: 10 attempts, no time limit (default interactive)',
  },
  'max-attempts': { value: 'N', read: whole, about: 'Attempts in all; 1 means no retry (default: by profile)' },
  'max-time': { value: 'SECONDS', read: duration, about: 'Time in all; also 500ms, 2min (default: by profile)' },
  repeatable: { about: 'Vouch that sending the request twice does no harm' },
};

/**
 * The policy that they say.
 * @type {(values: any) => import('bc-status').RetryPolicy}
 */
export const policyOf = (values) => ({
  profile: values.profile,
  maxAttempts: values['max-attempts'],
  maxElapsedMs: values['max-time'],
  repeatable: values.repeatable,
});
