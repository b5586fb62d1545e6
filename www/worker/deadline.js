// How long something may take that depends on the caller.

/** Timers know no longer time. */
const LONGEST_MS = 2 ** 31 - 1;

const LATE = Symbol('late');

/** From now on; `whatIf()` is the Problem of those who are late. */
export const createDeadline = (ms, whatIf) => {
  let timer;
  const late = new Promise((resolve) => {
    if (ms <= LONGEST_MS) timer = setTimeout(resolve, ms, LATE);
  });
  return {
    /** What a promise comes to, if it does so in time. */
    async within(promise) {
      const value = await Promise.race([promise, late]);
      if (value === LATE) throw whatIf();
      return value;
    },
    stop: () => clearTimeout(timer),
  };
};

/** For those who have nothing to wait for. */
export const noDeadline = { within: (promise) => promise, stop() {} };
