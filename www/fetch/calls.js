// What is known of a response that a fetch of this package handed out.

import { isObject } from '../core/checks.js';

/** @import { Sent } from './snapshot.js' */

/** Where all copies of the package find it, such as one for import and one for require. The number changes with what is kept. */
const SHARED = Symbol.for('bc-status.calls.2');

/** @type {WeakMap<object, Sent> | undefined} */
let own;

/**
 * The request of a response, with the time it took, and the records where it took more than one success.
 * @type {() => WeakMap<object, Sent>}
 */
const calls = () => {
  if (!own) {
    own = /** @type {WeakMap<object, Sent>} */ (/** @type {any} */ (globalThis)[SHARED] ?? new WeakMap());
    // Where globals are frozen this does nothing, and each copy has its own.
    Reflect.defineProperty(globalThis, SHARED, { value: own });
  }
  return own;
};

/** @type {(response: any, request: Sent) => void} */
export const remember = (response, request) => {
  if (isObject(response)) calls().set(response, request);
};

/**
 * The request that a response answers, if a fetch of this package sent it.
 * @type {(response: any) => Sent | undefined}
 */
export const callOf = (response) => calls().get(response);
