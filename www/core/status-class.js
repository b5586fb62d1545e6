import { STATUS_CLASSES } from '../knowledge/sets.js';

/** @import { StatusClass } from 'bc-status' */

/** @type {(code: number) => StatusClass} */
export const classOf = (code) => STATUS_CLASSES[Math.floor(code / 100) - 1] ?? 'unknown';
