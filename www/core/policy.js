// How far a caller is willing to go.

import { atLeast, FLAG, isGiven, members } from './checks.js';
import { RETRY_PROFILES } from '../knowledge/start.js';

/** @import { Rule } from './checks.js' */
/** @import { RetryPolicy } from 'bc-status' */

/** @typedef {RetryPolicy} Policy Of one that is undefined the core knows the default. */

const MS = atLeast(0, 'a number of milliseconds from 0 on');

/** @type {Record<string, Rule>} */
const LIMITS = {
  profile: [(value) => RETRY_PROFILES.includes(value), `'${RETRY_PROFILES.join("' or '")}'`],
  maxAttempts: [(value) => typeof value === 'number' && value >= 1 && !(value % 1 > 0), 'a whole number from 1 on'],
  maxDelayMs: MS,
  maxElapsedMs: MS,
  jitter: FLAG,
  repeatable: FLAG,
};

/** @type {(value?: unknown, name?: string, wanted?: string) => Policy | undefined} */
export const policy = (value, name = 'policy', wanted) => (isGiven(value) ? members(name, value, LIMITS, wanted) : undefined);
