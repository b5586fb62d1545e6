// What a user's program does with the package: it is built and run in every cell, and its one
// line is compared.

import { classify, createFetch, decideRetry, historyOf, status } from 'bc-status';

/** Asks the server of answers.mjs; `own` is the fetch where the place has none. */
export const ask = async (origin, name, own) => {
  const call = (path, options) => createFetch({ fetch: own, ...options })(`${origin}/${path}/${name}`);
  const repeated = await call('busy');
  const thrown = await call('wrong', { throwOnError: true }).catch((error) => error);
  const paced = await call('fine', { pace: true });
  return JSON.stringify({
    status: status(429).text,
    classify: classify({ status: 422, body: '{"title":"Größe"}' }).error.title,
    decideRetry: decideRetry({ status: 429, headers: { 'x-rate-limit-time-reset-ms': '4200' } }, { random: 0 }).delayMs,
    repeated: await repeated.text(),
    history: historyOf(repeated).map((attempt) => attempt.status),
    thrown: `${thrown.name} ${thrown.status}`,
    paced: await paced.text(),
  });
};
