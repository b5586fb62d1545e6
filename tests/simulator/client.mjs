/** What the simulator's own tests have in common. */
import { after, afterEach, before, beforeEach } from 'node:test';
import { startSimulator } from './index.mjs';

const quotaHeaders = ['time-window-ms', 'time-reset-ms', 'requests-quota', 'requests-left'].map((name) => `x-rate-limit-${name}`);

export const hasQuota = ({ headers }) => quotaHeaders.every((name) => headers.has(name));
export const hasNoQuota = ({ headers }) => quotaHeaders.every((name) => !headers.has(name));

/**
 * A simulator for the tests of a group, or a fresh one for each of them; `client.simulator` is there once the tests run.
 * `client.call('PUT', '/v3/…', { json, headers, token, hash })` sends the right token unless told, and reads the answer.
 */
export function simulate(options, { each = false } = {}) {
  const client = {
    simulator: null,
    call: (...args) => call(client.simulator, ...args),
    get: (...args) => client.call('GET', ...args),
  };
  const [begin, end] = each ? [beforeEach, afterEach] : [before, after];
  begin(async () => (client.simulator = await startSimulator(options)));
  end(() => client.simulator.close());
  return client;
}

async function call(simulator, method, path, { headers = {}, json, body, token = simulator.token, hash = simulator.storeHash } = {}) {
  const managed = /^\/v[23]\//.test(path);
  const response = await fetch(simulator.url + (managed ? `/stores/${hash}` : '') + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(managed && token !== null && { 'X-Auth-Token': token }),
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: json === undefined ? body : JSON.stringify(json),
  });
  const text = await response.text();
  const type = response.headers.get('content-type');
  return {
    status: response.status,
    headers: response.headers,
    type,
    text,
    body: type === 'application/json' ? JSON.parse(text) : null,
  };
}
