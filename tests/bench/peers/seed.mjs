/** Whatever is drawn is the same each time. */
export const SEED = 20261129;
