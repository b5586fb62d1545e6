// What a form needs of a paste: the exchange, and of a long text the secrets that its shown beginning has.

import { init } from '../paste-core.js';
import { LONGEST_BODY } from '../knowledge/limits.js';
import { echoed, secretsIn } from './conceal.js';
import { toldIn } from './told.js';

export { init };

/** @typedef {{ kind: string, exchange: any, isAssumed?: true, entry?: number, entries?: number }} Read */

/** @type {(text: string, entry?: number) => Read | undefined} */
export const readPaste = (text, entry) => {
  const found = toldIn(text, entry);
  return found ? { ...found, exchange: { ...found.exchange, ...shortened(found.exchange) } } : undefined;
};

/**
 * A diagnosis looks at no more of a body, and says so.
 * @type {(exchange: any) => object}
 */
const shortened = (exchange) =>
  Object.fromEntries(
    ['body', 'requestBody']
      .filter((name) => typeof exchange[name] === 'string' && exchange[name].length > LONGEST_BODY)
      .map((name) => [name, exchange[name].slice(0, LONGEST_BODY + 1)]),
  );

/**
 * Secrets that the beginning of a text has, and only what is behind it gives away.
 * @type {(text: string, shown: number) => string[]}
 */
export const secretsShown = (text, shown) => echoed(text.slice(0, shown), secretsIn(text));
