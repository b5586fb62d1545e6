// What went wrong with items, by why: the first finding of each, with the items that it concerns.

import { isBcStatusError } from '../fetch/brand.js';
import { explain } from '../fetch/explain.js';
import { isPaceError } from '../pace/pace-error.js';

/** @import { Diagnosis } from 'bc-status' */

/** @typedef {{ code: string, finding: string | null, title: string, message: string | null, solutions: string[], error: unknown, diagnosis: Diagnosis | undefined }} Fault Why work has failed. */

const REFUSED = ['rejected', 'conflict'];
const PARTLY = 'result.partial';

/** @type {(error: any) => Fault} */
export const faultOf = (error) => {
  if (isBcStatusError(error)) return diagnosed(error.diagnosis, error);
  const code = isPaceError(error) ? error.code : typeof error?.name === 'string' ? error.name : 'Error';
  const title = String(error?.message ?? error);
  return { code, finding: null, title, message: title, solutions: [], error, diagnosis: undefined };
};

/** @type {(diagnosis: Diagnosis, error: unknown) => Fault} */
const diagnosed = (diagnosis, error) => {
  const [first] = diagnosis.findings;
  const { outcome, error: said } = diagnosis.classification;
  const { id = null, title = outcome, solutions = [] } = first ?? {};
  const message = said?.items[0]?.message ?? said?.title ?? null;
  return { code: id ?? outcome, finding: id, title, message, solutions, error, diagnosis };
};

/** @type {(value: any) => boolean} */
const isResponse = (value) =>
  typeof value?.status === 'number' && typeof value.clone === 'function' && typeof value.headers?.get === 'function';

/**
 * Why work has failed whose result is an answer; undefined where it has not.
 * @type {(value: any) => Promise<Fault | undefined>}
 */
export const faultIn = async (value) => {
  if (!isResponse(value)) return undefined;
  const mayHide = value.status === 207 || /graphql/i.test(value.url ?? '');
  if (value.status < 400 && !mayHide) return undefined;
  const diagnosis = await explain(value);
  const { outcome } = diagnosis.classification;
  if (value.status < 400 && ['ok', 'empty', 'accepted', 'not-modified'].includes(outcome)) return undefined;
  return diagnosed(diagnosis, value);
};

/**
 * What is known of a batch that has failed: the positions of items that its answer complains of, and what it says of each;
 * and whether the others are done, or nothing is. Undefined where that is not known, so that nothing may be sent again.
 * @type {(fault: Fault, size: number) => { named: Map<number, string>, isPartial: boolean } | undefined}
 */
export const partsOf = ({ diagnosis }, size) => {
  if (!diagnosis) return undefined;
  const { outcome, error } = diagnosis.classification;
  const isPartial = outcome === 'partial';
  // Some routes refuse a batch, and have done a part of it.
  const isRefused = REFUSED.includes(outcome) && !diagnosis.retry.mayHaveRun && !diagnosis.findings.some(({ id }) => id === PARTLY);
  /** @type {Map<number, string>} */
  const named = new Map();
  for (const { index, message } of error?.items ?? []) {
    if (index !== null && index < size && !named.has(index)) named.set(index, message);
  }
  const isKnown = isPartial ? named.size > 0 && named.size >= (error?.failed ?? 0) : isRefused && size > 1;
  return isKnown ? { named, isPartial } : undefined;
};

/** Groups of failures, those that most items have first. */
export class Failures {
  /** @type {Map<string, { code: string, finding: string | null, title: string, message: string | null, solutions: string[], count: number, items: unknown[], indexes: number[], error: unknown }>} */
  #groups = new Map();
  count = 0;

  /** @type {(fault: Fault, item: unknown, index: number) => void} */
  add({ code, finding, title, message, solutions, error }, item, index) {
    // Other errors than those of a finding are told apart by what they say, whatever it is about.
    const key = finding ? code : `${code} ${title.replace(/\d+/g, '0')}`;
    const group = this.#groups.get(key) ?? { code, finding, title, message, solutions, count: 0, items: [], indexes: [], error };
    group.count += 1;
    group.items.push(item);
    group.indexes.push(index);
    this.#groups.set(key, group);
    this.count += 1;
  }

  get groups() {
    return [...this.#groups.values()].sort((one, other) => other.count - one.count);
  }
}
