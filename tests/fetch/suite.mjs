// Every topic; the runners of the runtimes call `runAll`.

import { environment } from './shared.mjs';
import * as context from './context.mjs';
import * as dropIn from './drop-in.mjs';
import * as failures from './failures.mjs';
import * as global from './global.mjs';
import * as hopeless from './hopeless.mjs';
import * as insight from './insight.mjs';
import * as plainHttp from './plain-http.mjs';
import * as redirects from './redirects.mjs';
import * as repeats from './repeats.mjs';
import * as safety from './safety.mjs';
import * as secretBodies from './secret-bodies.mjs';
import * as secretErrors from './secret-errors.mjs';
import * as secrets from './secrets.mjs';
import * as stampede from './stampede.mjs';
import * as strangers from './strangers.mjs';
import * as time from './time.mjs';

const topics = {
  'drop-in': dropIn,
  global,
  repeats,
  failures,
  hopeless,
  time,
  redirects,
  'plain http': plainHttp,
  'secret bodies': secretBodies,
  secrets,
  'secret errors': secretErrors,
  insight,
  context,
  stampede,
  strangers,
  safety,
};

/** By topic: the name of each case, and the runtimes that it is not for, with the reason. */
export const cases = Object.entries(topics).flatMap(([topic, { cases: of }]) =>
  of.map((one) => ({ ...one, name: `${topic}: ${one.name}` })),
);

/** Runs the cases for a runtime one after the other: `[{ name, problem }]`, `problem` null where all is well. */
export async function runAll(bc, servers, runtime) {
  const results = [];
  const env = environment(bc, servers, runtime);
  for (const { name, run, not = [] } of cases) {
    if (not.includes(runtime)) continue;
    let problem = null;
    try {
      await run(env);
    } catch (error) {
      problem = String(error?.stack ?? error);
    }
    results.push({ name, problem });
  }
  return results;
}

export const casesFor = (runtime) => cases.filter(({ not = [] }) => !not.includes(runtime));
