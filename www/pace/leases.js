// What a line asks a store of leases for, when it shares its quota with other processes. When to
// ask, for how much, and what is left of it the core knows: src/pace/leases.rs.

import { core } from '../pace-core.js';
import { number, numbers } from './numbers.js';
import { LONGEST_ASK_MS, REST_MS } from '../knowledge/limits.js';

/** @import { Lease, PaceStore } from 'bc-status' */
/** @import { CoreState } from './line.js' */

/** @typedef {{ key: string, line: () => number, state: () => CoreState, arrived: () => void }} Lessee The line that spends what is leased; once it is closed its address is 0, of which the core knows nothing. */

export class Leases {
  /** @type {PaceStore} */
  #store;
  /** @type {string} */
  #client;
  /** @type {Lessee} */
  #lessee;
  #turn = 0;
  /** @type {any} */
  #resting;

  /**
   * @param {PaceStore} store
   * @param {string} client
   * @param {Lessee} lessee
   */
  constructor(store, client, lessee) {
    this.#store = store;
    this.#client = client;
    this.#lessee = lessee;
  }

  /**
   * Asks for permits when all are spent. Only for a request that is still open: Workers cancel the I/O of those that ended.
   * @param {number} now
   */
  want(now) {
    if (core().leaseIsDue(this.#lessee.line(), now)) this.#ask(now);
  }

  /** One was spent. */
  stir() {
    clearTimeout(this.#resting);
    this.#resting = undefined;
  }

  /** Nobody waits and nothing is out. */
  rest() {
    if (!core().leaseIsRest(this.#lessee.line())) return;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#giveBack(), REST_MS);
    this.#resting.unref?.();
  }

  /** Nobody will wait any more. */
  close() {
    this.stir();
    this.#giveBack();
  }

  #giveBack() {
    this.#send(performance.now(), 0);
  }

  /** @param {number} askedMs */
  async #ask(askedMs) {
    // Who sends many sends them together; then all of them wait by now.
    await null;
    const line = this.#lessee.line();
    // A pacer that is alone waits for nothing, and asks for one permit to leave that state.
    if (line) this.#send(askedMs, core().leaseWant(line) || 1);
  }

  /**
   * @param {number} askedMs
   * @param {number} want
   */
  async #send(askedMs, want) {
    const { key, line, state, arrived } = this.#lessee;
    /** @type {any} */
    const found = {};
    core().leaseBack(line(), performance.now(), found);
    const back = found.value;
    if (want + back.length === 0) return;
    const { quota, windowMs, left, resetMs, heldMs } = state();
    /** @type {any} */
    const seen = left === null ? null : { quota, windowMs, left, resetMs };
    const turn = ++this.#turn;
    /** @type {any} */
    let late;
    const miss = () => {
      const moreMs = core().leaseMiss(line(), performance.now());
      // If this ask was lost, a later one has its own timer.
      late = moreMs && turn === this.#turn && setTimeout(miss, moreMs);
      arrived();
    };
    late = setTimeout(miss, LONGEST_ASK_MS);
    try {
      const lease = leaseOf(await this.#store.lease(key, { client: this.#client, want, back, seen, heldMs }));
      if (!core().leaseTake(line(), performance.now(), askedMs, want, lease)) throw new TypeError('No lease');
    } catch {
      core().leaseEnd(line(), askedMs);
      if (late) miss();
    } finally {
      clearTimeout(late);
      core().leaseEnd(line(), askedMs);
      arrived();
    }
  }
}

/**
 * A store may be anybody's, and answer with anything.
 * @type {(lease: any) => Lease}
 */
const leaseOf = ({ grants, againMs, isWanted }) => ({
  grants: grants.map((/** @type {any} */ grant) => numbers(grant, ['window', 'permits', 'fromMs', 'untilMs'])),
  againMs: number(againMs),
  isWanted: Boolean(isWanted),
});
