// What the handler sends with: a fetch, which may pace by itself or with a coordinator that is
// among the Worker's bindings.

import { createFetch } from '../fetch/create-fetch.js';
import { createPacer } from '../pace/pacer.js';
import { coordinator, isNamespace } from './coordinator.js';
import { misconfigured } from './store-settings.js';

/** @import { Settings } from './handler-options.js' */

/**
 * Says with what to send, by the bindings: those of the first request are those of all.
 * @param {Pick<Settings, 'fetchOptions' | 'pace'>} settings
 * @returns {(env: any) => any}
 */
export const createSend = ({ fetchOptions, pace }) => {
  if (typeof pace !== 'string' && typeof pace !== 'function') {
    const send = createFetch({ ...fetchOptions, pace });
    return () => send;
  }
  /** @type {any} */
  let send;
  return (env) => (send ??= createFetch({ ...fetchOptions, pace: pacerOf(pace, env) }));
};

/** @type {(pace: any, env: any) => any} */
const pacerOf = (pace, env) => {
  const given = typeof pace === 'function' ? pace(env) : env?.[pace];
  if (typeof given?.admit === 'function') return given;
  if (isNamespace(given)) return createPacer({ store: coordinator(given) });
  throw misconfigured(
    typeof pace === 'function'
      ? 'What options.pace returns must be a pacer of createPacer() or the namespace of a QuotaCoordinator'
      : `The Worker has no Durable Object binding ${pace}, which options.pace names: add it, with the class QuotaCoordinator`,
  );
};
