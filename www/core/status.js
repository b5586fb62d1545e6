// Status knowledge: what never changes is built once, frozen, and handed out again.

import { code as codeOf } from './plain-values.js';
import { classOf } from './status-class.js';
import { PHRASES, STATUSES } from '../knowledge/statuses.js';

/** @import { Link, Status, Troubleshooting } from 'bc-status' */

/** @param {any} code */
const isStatusCode = (code) => code >= 100 && code <= 599;

/**
 * `build` is called once for each status code, and its result kept.
 * @type {<T extends object>(build: (code: number) => T) => (code: number) => Readonly<T>}
 */
const remembered = (build) => {
  /** @type {Map<number, any>} */
  const results = new Map();
  return (code) => {
    const kept = results.get(code);
    if (kept !== undefined) return kept;
    const known = codeOf(code);
    const result = build(known);
    // What is no status code has one row for all, under the number it was asked for.
    if (!isStatusCode(known)) return Object.freeze({ ...result, code });
    results.set(code, result);
    return result;
  };
};

/**
 * What is known of a code, else of its class.
 * @type {(code: number) => import('../knowledge/statuses.js').Row}
 */
const rowOf = (code) => STATUSES[code] ?? ['', ...STATUSES[classOf(code)].slice(1)];

/** @type {(code: number) => Status} */
export const status = remembered((code) => {
  const [text, documented, retry, url, purpose] = rowOf(code);
  const class_ = classOf(code);
  return Object.freeze({ code, text: text || (PHRASES[code] ?? ''), class: class_, documented, purpose, retry, url });
});

/** @type {(code: number) => Troubleshooting} */
export const troubleshoot = remembered((code) => {
  const [, , , , , causes, solutions, pairs] = rowOf(code);
  const links = pairs.flatMap((text, at) => (at % 2 ? [] : [Object.freeze({ text, url: pairs[at + 1] })]));
  const [why, how, where] = /** @type {[string[], string[], Link[]]} */ ([[...causes], [...solutions], links].map(Object.freeze));
  return Object.freeze({ code, causes: why, solutions: how, links: where });
});

/** @type {readonly Status[] | undefined} */
let all;

export const statuses = () =>
  (all ??= Object.freeze(
    Object.keys(STATUSES)
      .filter(isStatusCode)
      .map((code) => status(Number(code))),
  ));
