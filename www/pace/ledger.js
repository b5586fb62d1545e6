// The quota of one store, and who may spend which part of it in which window. Pure: moments
// are arguments, and all that it knows can be written down and read again. The core reckons
// (src/pace/ledger.rs); here is what it knows, and the arguments as anybody may give them.

import { core } from '../pace-core.js';
import { isGiven, isObject, object, wrong } from '../core/checks.js';
import { number, numbers } from './numbers.js';

/** @import { Lease, LeaseAsk } from 'bc-status' */

/** @typedef {{ [name: string]: any, given: number[], clients: [name: string, askedMs: number][] }} Known What is saved, with its clients in a list. */

const AMOUNTS = ['quota', 'windowMs', 'number', 'endsMs', 'taken', 'others', 'heldUntilMs'];

/**
 * What is wrong with one of its kinds, the core finds: there a number that is none is NaN.
 * @type {(saved: any) => Known}
 */
const knownOf = (saved) => {
  const { isTold, given, left, clients } = object('saved', saved, 'what toJSON() of a ledger returned');
  if (typeof isTold !== 'boolean') throw wrong('saved.isTold', 'true or false', isTold);
  const hasNames = isObject(clients) && !Array.isArray(clients);
  return {
    isTold,
    ...numbers(saved, AMOUNTS),
    given: Array.isArray(given) ? Array.from(given, (permits) => (isGiven(permits) ? number(permits) : 0)) : [NaN],
    left: left === null ? null : number(left),
    clients: hasNames ? Object.entries(clients).map(([name, askedMs]) => [name, number(askedMs)]) : [['', NaN]],
  };
};

/**
 * What a client asks and reports comes over a network, and from any version of it.
 * @type {(ask: any) => any}
 */
const askOf = (ask) => {
  const { client, want, back, seen, heldMs } = ask ?? {};
  return {
    client: typeof client === 'string' ? client : '',
    want: number(want),
    back: Array.isArray(back) ? back.map((one) => [number(one?.window), number(one?.permits)]) : [],
    seen: isObject(seen) ? numbers(seen, ['quota', 'windowMs', 'left', 'resetMs']) : undefined,
    heldMs: number(heldMs),
  };
};

export class Ledger {
  /** @type {Known | undefined} */
  #known;

  /** @param {any} [saved] */
  constructor(saved) {
    if (isGiven(saved)) this.#known = knownOf(saved);
    this.#ask('saved.', saved);
  }

  toJSON() {
    const { given, clients } = /** @type {Known} */ (this.#known);
    return { ...this.#known, given: [...given], clients: Object.fromEntries(clients) };
  }

  /**
   * Permits for a client, which tells what it has seen and gives back what it will not use.
   * @param {number} nowMs
   * @param {any} ask A `LeaseAsk`, if it is right.
   * @returns {Lease}
   */
  lease(nowMs, ask) {
    return this.#ask('', { nowMs }, askOf(ask)).lease;
  }

  /**
   * Nobody has asked of late, and all that was promised is over.
   * @param {number} nowMs
   * @returns {boolean}
   */
  isForgotten(nowMs) {
    return this.#ask('', { nowMs }).isForgotten;
  }

  /**
   * What is wrong is named as it is in `given`.
   * @param {string} prefix
   * @param {any} given
   * @param {any} [ask]
   */
  #ask(prefix, given, ask) {
    /** @type {any} */
    const found = {};
    core().ledgerAsk(this.#known, prefix ? undefined : number(given.nowMs), ask, found);
    const { wrong: fault, known, ...answer } = found.value;
    if (fault) throw wrong(prefix + fault.member, fault.wanted, given[fault.member]);
    this.#known = known;
    return answer;
  }
}
