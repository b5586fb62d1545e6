// Durations as people say them.

import { duration } from '../core/duration.js';

/** `4.2 s`, in German `4,2 s`. */
export const spoken = (ms, { decimal }) => duration(ms).replace('.', decimal);
