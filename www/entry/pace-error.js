// The error of a request that the pacer does not let out.

/** Recognised across copies of the package. */
const BRAND = Symbol.for('bc-status.pace-error');

export class PaceError extends Error {
  /** `code` is 'queue-full' or 'wait-too-long'; `waitMs` is after what time another try makes sense. */
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

export const isPaceError = (value) => Boolean(value?.[BRAND]);

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

export const queueFull = (key, most, waitMs) =>
  new PaceError(
    'queue-full',
    `${most} requests to ${key} wait already; send fewer at a time, or raise maxQueue of createPacer()`,
    key,
    waitMs,
  );

export const waitTooLong = (key, why, waitMs, maxWaitMs) =>
  new PaceError(
    'wait-too-long',
    `${why} of ${key} allows no request for ${seconds(waitMs)}, and this one may wait ${seconds(maxWaitMs)}; try again then`,
    key,
    waitMs,
  );
