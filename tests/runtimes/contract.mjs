// What every runtime has to keep: the public surface of the package as a user sees
// it, as one list of cases. Each takes the package's namespace, and throws an
// Error that says what was expected and what came.

import { argumentCases } from './contract/arguments.mjs';
import { classifyCases } from './contract/classify.mjs';
import { diagnoseCases } from './contract/diagnose.mjs';
import { fetchCases } from './contract/fetch.mjs';
import { headerCases } from './contract/headers.mjs';
import { limitCases } from './contract/limits.mjs';
import { paceCases } from './contract/pace.mjs';
import { paceFetchCases } from './contract/pace-fetch.mjs';
import { paceQueueCases } from './contract/pace-queue.mjs';
import { retryCases } from './contract/retry.mjs';
import { statusCases } from './contract/status.mjs';
import { throttledCases } from './contract/throttled.mjs';

export const cases = [
  ...statusCases,
  ...classifyCases,
  ...diagnoseCases,
  ...retryCases,
  ...throttledCases,
  ...limitCases,
  ...headerCases,
  ...argumentCases,
  ...fetchCases,
  ...paceCases,
  ...paceQueueCases,
  ...paceFetchCases,
];

/** Runs every case: its name, and what was wrong, or null. */
export async function runAll(bc) {
  const results = [];
  for (const { name, run } of cases) {
    try {
      await run(bc);
      results.push({ name, problem: null });
    } catch (error) {
      results.push({ name, problem: String(error?.stack ?? error) });
    }
  }
  return results;
}
