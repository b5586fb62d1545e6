// Status knowledge: what never changes is built once, frozen, and handed out again.

import * as check from './checks.js';
import { STATUS_CLASSES } from '../knowledge/sets.js';
import { PHRASES, STATUSES } from '../knowledge/statuses.js';

const isStatusCode = (code) => code >= 100 && code <= 599;

/** `build` is called once for each status code, and its result kept. */
const remembered = (build) => {
  const results = new Map();
  return (code) => {
    const kept = results.get(code);
    if (kept !== undefined) return kept;
    const known = check.code(code);
    const result = build(known);
    // What is no status code has one row for all, under the number it was asked for.
    if (!isStatusCode(known)) return Object.freeze({ ...result, code });
    results.set(code, result);
    return result;
  };
};

const classOf = (code) => STATUS_CLASSES[Math.floor(code / 100) - 1] ?? 'unknown';

/** What is known of a code, else of its class. */
const rowOf = (code) => STATUSES[code] ?? ['', ...STATUSES[classOf(code)].slice(1)];

export const status = remembered((code) => {
  const [text, documented, retry, url, purpose] = rowOf(code);
  const class_ = classOf(code);
  return Object.freeze({ code, text: text || (PHRASES[code] ?? ''), class: class_, documented, purpose, retry, url });
});

export const troubleshoot = remembered((code) => {
  const [, , , , , causes, solutions, pairs] = rowOf(code);
  const links = pairs.flatMap((text, at) => (at % 2 ? [] : [Object.freeze({ text, url: pairs[at + 1] })]));
  const [why, how, where] = [[...causes], [...solutions], links].map(Object.freeze);
  return Object.freeze({ code, causes: why, solutions: how, links: where });
});

let all;

export const statuses = () =>
  (all ??= Object.freeze(
    Object.keys(STATUSES)
      .filter(isStatusCode)
      .map((code) => status(Number(code))),
  ));
