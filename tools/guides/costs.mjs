// The generated part of docs/storefront.md.

import { PUBLISHED_LIMITS } from '../size.mjs';
import { table } from './markdown.mjs';

const WHEN = [
  ['before the first request', '`createFetch`', ['bc-status/fetch, createFetch before its first request']],
  ['while that is under way', 'repeats and waits', ['bc-status/fetch, its loop']],
  ['when a body may tell more than its status', 'what reads it', ['bc-status/fetch, its loop with bodies', 'bc-status/fetch, its loop']],
  ['when `pace` is used', 'the pacer', ['bc-status/fetch, its loop with bodies and pacing', 'bc-status/fetch, its loop with bodies']],
];

/** At most, since that is what tests hold. */
export const costs = () => ({
  costs: table(
    ['when', 'what', 'KB of brotli, at most'],
    WHEN.map(([when, what, [whole, without]]) => [when, what, kilobytes(limit(whole) - (without ? limit(without) : 0))]),
  ),
});

/** Rounded up, since it is the most. */
const kilobytes = (bytes) => (Math.ceil(bytes / 100) / 10).toFixed(1);

function limit(name) {
  const bytes = PUBLISHED_LIMITS[name];
  if (bytes === undefined) throw new Error(`tools/size.mjs has no limit for “${name}”`);
  return bytes;
}
