// What is known of a response that a fetch of this package handed out.

import { isObject } from '../core/checks.js';

/** @import { Sent } from './snapshot.js' */

/** Where all copies of the package find it, such as one for import and one for require. The number changes with what is kept. */
const SHARED = Symbol.for('bc-status.calls.3');

class Given {
  /** @param {any} object */
  constructor(object) {
    // biome-ignore lint/correctness/noConstructorReturn: so that a subclass puts its private field into any object
    return object;
  }
}

/** Puts the call into the response, where nobody else sees it. A WeakMap costs many times as much: not when it is set, but at each collection. */
class Answered extends Given {
  /** @type {Sent | undefined} */
  #call;

  /** @type {(response: any, call: Sent) => void} */
  static put(response, call) {
    (#call in response ? response : new Answered(response)).#call = call;
  }

  /** @type {(response: any) => Sent | undefined} */
  static of(response) {
    return #call in response ? response.#call : undefined;
  }
}

/** @type {Pick<typeof Answered, 'put' | 'of'> | undefined} */
let own;

/** The request of a response, with the time it took, and the records where it took more than one success. */
const calls = () => {
  if (!own) {
    own = /** @type {NonNullable<typeof own>} */ (/** @type {any} */ (globalThis)[SHARED] ?? Answered);
    // Where globals are frozen this does nothing, and each copy has its own.
    Reflect.defineProperty(globalThis, SHARED, { value: own });
  }
  return own;
};

/** @type {(response: any, request: Sent) => void} */
export const remember = (response, request) => {
  if (isObject(response)) calls().put(response, request);
};

/**
 * The request that a response answers, if a fetch of this package sent it.
 * @type {(response: any) => Sent | undefined}
 */
export const callOf = (response) => (isObject(response) ? calls().of(response) : undefined);
