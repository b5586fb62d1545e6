// What most calls never need.

import { once } from './once.js';

/** What reads bodies. */
export const hints = /* @__PURE__ */ once(() => import('./core/hints.js'));

/** What looks for secrets. */
export const masks = /* @__PURE__ */ once(() => import('./fetch/masks.js'));

/** What keeps them where they belong. */
export const strict = /* @__PURE__ */ once(() => import('./fetch/strict.js'));

/** What knows that a call has come back to us. */
export const trails = /* @__PURE__ */ once(() => import('./fetch/trail.js'));

/** What a fetch and its pacer have to say to each other. */
export const pacing = /* @__PURE__ */ once(() => import('./fetch/pacing.js'));

const pacers = /* @__PURE__ */ once(() => import('./pace/pacer.js'));
const errors = /* @__PURE__ */ once(() => import('./fetch/status-error.js'));

export const sharedPacer = () => pacers().then((module) => module?.sharedPacer());

/**
 * With the error comes all that a diagnosis knows.
 * @type {(response: Response) => Promise<Error | undefined>}
 */
export const errorOf = (response) => errors().then((module) => module?.errorOf(response));

/**
 * Where the answer is a success that tells of a failure.
 * @type {(response: Response) => Promise<Error & { diagnosis: import('bc-status').Diagnosis } | undefined>}
 */
export const hiddenErrorOf = (response) => errors().then((module) => module?.hiddenErrorOf(response));

/** Loads all of it ahead. */
export const everything = async () => {
  await Promise.all([hints, masks, strict, trails, pacing, pacers, errors].map((load) => load()));
};
