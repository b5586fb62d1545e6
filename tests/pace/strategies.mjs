// All strategies, in the order in which they are shown.

import * as bcStatus from './strategies/bc-status.mjs';
import * as bottleneck from './strategies/bottleneck.mjs';
import * as bottleneckNaive from './strategies/bottleneck-naive.mjs';
import * as coordinated from './strategies/coordinated.mjs';
import * as ideal from './strategies/ideal.mjs';
import * as ky from './strategies/ky.mjs';
import * as pQueue from './strategies/p-queue.mjs';

export const STRATEGIES = {
  ideal,
  'bc-status': bcStatus,
  coordinated,
  'p-queue': pQueue,
  bottleneck,
  'bottleneck-naive': bottleneckNaive,
  ky,
};
