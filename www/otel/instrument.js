// Telemetry for a fetch: a span for each call and each attempt, metrics, and what Node's
// diagnostics_channel tells.

import { sharedPacer } from '../pace/pacer.js';
import { FLAG, isObject, members, object } from '../core/checks.js';
import { WATCH } from '../fetch/watch.js';
import { CallWatched } from './call-watched.js';
import { createGauges } from './gauges.js';

/** @import { FetchOptions } from 'bc-status' */
/** @import { Rule } from '../core/checks.js' */
/** @import { Fetch, Sent } from '../fetch/snapshot.js' */
/** @import { Watch } from '../fetch/watch.js' */
/** @import { Means } from './call-watched.js' */

/** @type {(...methods: string[]) => (value: any) => boolean} */
const has =
  (...methods) =>
  (value) =>
    isObject(value) && methods.every((method) => typeof value[method] === 'function');

/** @type {Record<string, Rule>} */
const RULES = {
  tracer: [has('startSpan'), "a tracer of OpenTelemetry, such as trace.getTracer('my-app')"],
  meter: [has('createCounter', 'createHistogram', 'createObservableGauge'), "a meter of OpenTelemetry, such as metrics.getMeter('my-app')"],
  storeHash: FLAG,
};

/** @type {(options?: FetchOptions | null, telemetry?: any) => FetchOptions} */
export const instrument = (options, telemetry) => {
  /** @type {any} */
  const given = object('options', options ?? {});
  if (given[WATCH]) throw new TypeError('options are instrumented already: give tracer and meter to one instrument() alone');
  const { tracer, meter, storeHash = false } = members('telemetry', telemetry ?? {}, RULES);
  const { pace, fetch } = given;
  const pacer = () => (pace === true ? sharedPacer() : typeof pace?.snapshot === 'function' ? pace : undefined);
  const gauges = meter && createGauges(meter, pacer);
  return { ...given, [WATCH]: createWatch({ tracer, gauges, isHashShown: storeHash, own: fetch ?? undefined }) };
};

/** @type {(means: Means) => Watch} */
const createWatch = (means) => {
  /** @type {WeakMap<Sent, CallWatched>} */
  const calls = new WeakMap();
  /**
   * That which has just begun, and is still to be taken by what is around it.
   * @type {CallWatched | undefined}
   */
  let begun;

  /** @type {Watch} */
  const around = (fetch) => {
    const holder = {
      /**
       * Its name and length are those of fetch.
       * @param {any} _input
       */
      fetch(_input) {
        const outer = begun;
        begun = undefined;
        // biome-ignore lint/complexity/noArguments: it takes what fetch takes, and has the length of fetch
        const sent = fetch.apply(undefined, /** @type {any} */ (arguments));
        // TypeScript does not see that it has begun meanwhile.
        const call = /** @type {CallWatched | undefined} */ (begun);
        begun = outer;
        return call ? call.until(sent) : sent;
      },
    };
    return holder.fetch;
  };

  return (fetch, request) => {
    if (!request) return around(fetch);
    let call = calls.get(request);
    if (!call) {
      call = new CallWatched(means, request);
      calls.set(request, call);
      begun = call;
    }
    return call.over(fetch);
  };
};
