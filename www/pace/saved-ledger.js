// What lies where a ledger should be: a ledger, or what is left as it is.

import { isObject } from '../core/checks.js';
import { Ledger } from './ledger.js';

/** Of what is written down, by this and by no other `bc-status` in another way. */
export const VERSION = 1;

/** What its owner has to mend: it is said once, and no ask will do better until then. */
export class StoreFault extends Error {}

/** @type {(place: string, why?: string) => StoreFault} */
export const noLedger = (place, why = '') =>
  new StoreFault(`${place} holds no ledger of bc-status${why}. It is left as it is: delete it, or give the store another place`);

/** @type {(place: string, saved: any) => Ledger} */
export const ledgerOf = (place, saved) => {
  if (saved === undefined) return new Ledger();
  const { version, id } = isObject(saved) ? saved : /** @type {any} */ ({});
  if (version > VERSION) {
    throw new StoreFault(`${place} holds a ledger of version ${version}; this bc-status knows version ${VERSION}: update it`);
  }
  let why;
  try {
    if (version === VERSION && typeof id === 'string') return new Ledger(saved);
  } catch (error) {
    why = `: ${/** @type {Error} */ (error).message}`;
  }
  throw noLedger(place, why);
};
