// How long a test waits for what has to come: a guard against waiting for ever, which no machine
// is so slow as to meet. What depends on how fast the machine is asserts nothing.

export const PATIENCE_MS = 300_000;

/** What a promise comes to, if it does so in time. */
export const within = (ms, promise, problem) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(problem)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};
