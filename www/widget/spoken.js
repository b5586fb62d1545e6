// Durations as people say them.

import { duration } from '../core/duration.js';

/**
 * `4.2 s`, in German `4,2 s`.
 * @type {(ms: number, words: { decimal: string }) => string}
 */
export const spoken = (ms, { decimal }) => duration(ms).replace('.', decimal);
