// The error of a request that the pacer does not let out.

/** Recognised across copies of the package. */
const BRAND = Symbol.for('bc-status.pace-error');

export class PaceError extends Error {
  /**
   * `waitMs`: after what time another try makes sense.
   * @param {'queue-full' | 'wait-too-long' | 'circuit-open'} code
   * @param {string} message
   * @param {string} key
   * @param {number | null} waitMs
   */
  constructor(code, message, key, waitMs) {
    super(message);
    this.code = code;
    this.key = key;
    this.waitMs = waitMs;
  }

  get name() {
    return 'PaceError';
  }

  get [BRAND]() {
    return true;
  }
}

/** @type {(value: any) => boolean} */
export const isPaceError = (value) => Boolean(value?.[BRAND]);

/** @type {(ms: number) => string} */
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** @type {(waitMs: number | null) => string} */
const from = (waitMs) => (waitMs === null ? 'when others are answered' : `in ${seconds(waitMs)}`);

/** @type {(key: string, most: number, waitMs: number | null) => PaceError} */
export const queueFull = (key, most, waitMs) =>
  new PaceError(
    'queue-full',
    `${most} requests to ${key} wait already; send fewer at a time, or raise maxQueue of createPacer()`,
    key,
    waitMs,
  );

/** @type {(key: string, isOpen: boolean, waitMs: number | null, maxWaitMs: number) => PaceError} */
export const waitTooLong = (key, isOpen, waitMs, maxWaitMs) =>
  new PaceError(
    isOpen ? 'circuit-open' : 'wait-too-long',
    `${isOpen ? `Most answers of ${key} are failures, and it is asked again` : `The quota of ${key} allows the next request`} ` +
      `${from(waitMs)}; this one may wait ${seconds(maxWaitMs)}`,
    key,
    waitMs,
  );
