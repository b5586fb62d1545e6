// What looks on at a fetch, such as telemetry, and is no hook of the caller's.

/** @import { Fetch, Sent } from './snapshot.js' */

/** @typedef {(fetch: Fetch, request?: Sent) => Fetch} Watch Puts itself around all calls of a fetch; and, with the request of a call that begins, over the fetch that this one sends with. */

/**
 * Among the options of a fetch, for all copies of the package.
 * @type {unique symbol}
 */
export const WATCH = Symbol.for('bc-status.watch');
