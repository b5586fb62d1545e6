// Chance that repeats exactly.

/** Mulberry32: a generator like Math.random, the same for the same seed. */
export const seeded = (seed) => {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A whole number, both ends included. */
export const between = (random, least, most) => least + Math.floor(random() * (most - least + 1));

/** The time until the next of events that come independently of each other. */
export const gap = (random, meanMs) => -Math.log(1 - random()) * meanMs;
