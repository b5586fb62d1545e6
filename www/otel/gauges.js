// What a meter is told: what is left of a store's quota, waits, refusals, repeats and the circuit.

import { X_RATE_LIMIT_REQUESTS_LEFT, X_RATE_LIMIT_REQUESTS_QUOTA, X_RATE_LIMIT_TIME_RESET_MS } from '../knowledge/headers.js';

/** @import { PaceState } from 'bc-status' */
/** @import { About } from './attributes.js' */

/** @typedef {ReturnType<typeof createGauges>} Gauges */
/** @typedef {{ labels: Record<string, string>, left: number | null, quota: number | null, resetMs: number }} Known What answers told of a store last; its quota is back at a time. */

const MOST_STORES = 1000;
/** The higher, the worse: without their hashes, stores of a host count as one, and the worst is told. */
const CIRCUITS = ['closed', 'half-open', 'open'];

/** @type {(headers: any, name: string) => number | null} */
const numberIn = (headers, name) => {
  const text = headers?.get?.(name);
  return text && Number(text) >= 0 ? Number(text) : null;
};

/**
 * @param {any} meter
 * @param {() => { snapshot(key: string): PaceState } | undefined} pacer
 */
export const createGauges = (meter, pacer) => {
  /** @type {Map<string, Known>} */
  const stores = new Map();

  const waits = meter.createHistogram('bc_status.wait.duration', {
    description: 'How long calls waited before an attempt, by why',
    unit: 's',
    advice: { explicitBucketBoundaries: [0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600] },
  });
  const refusals = meter.createCounter('bc_status.refusals', {
    description: 'Requests that the store (429) or the pacer refused',
    unit: '{request}',
  });
  const retries = meter.createCounter('bc_status.retries', { description: 'Repeats, by the rule that decided', unit: '{request}' });

  /** @param {string} key */
  const nowOf = (key) => {
    const known = pacer()?.snapshot(key);
    if (known) return known;
    const { left, quota, resetMs } = /** @type {Known} */ (stores.get(key));
    // The window that was told of is over.
    return { left: performance.now() < resetMs ? left : quota, quota };
  };

  /** @type {(name: string, description: string, unit: string, read: (state: any) => number | null, both: (one: number, other: number) => number) => void} */
  const gauge = (name, description, unit, read, both) => {
    meter.createObservableGauge(name, { description, unit }).addCallback((/** @type {any} */ result) => {
      /** @type {Map<string, { labels: object, value: number }>} */
      const found = new Map();
      for (const [key, { labels }] of stores) {
        const value = read(nowOf(key));
        if (value === null) continue;
        const id = JSON.stringify(labels);
        const before = found.get(id);
        found.set(id, { labels, value: before ? both(before.value, value) : value });
      }
      for (const { labels, value } of found.values()) result.observe(value, labels);
    });
  };
  /** @type {(one: number, other: number) => number} */
  const sum = (one, other) => one + other;
  gauge('bc_status.quota.left', 'What is left of the quota in this window', '{request}', ({ left }) => left, Math.min);
  gauge('bc_status.quota.limit', 'Requests in a window, of all clients of the store', '{request}', ({ quota }) => quota, Math.min);
  if (pacer()) {
    gauge('bc_status.circuit', '0: closed, 1: half open, 2: open', '1', ({ circuit }) => CIRCUITS.indexOf(circuit), Math.max);
    gauge('bc_status.queue', 'Requests that wait for a permit', '{request}', ({ queue }) => queue, sum);
    gauge('bc_status.in_flight', 'Requests that are out', '{request}', ({ inFlight }) => inFlight, sum);
  }

  return {
    /** @param {About} about */
    began({ key, labels }) {
      const known = stores.get(key) ?? { labels, left: null, quota: null, resetMs: Infinity };
      stores.delete(key);
      stores.set(key, known);
      const [oldest] = stores.keys();
      if (stores.size > MOST_STORES) stores.delete(/** @type {string} */ (oldest));
    },

    /**
     * @param {About} about
     * @param {any} headers
     */
    answered({ key }, headers) {
      const known = stores.get(key);
      const left = numberIn(headers, X_RATE_LIMIT_REQUESTS_LEFT);
      if (!known || left === null) return;
      const resetMs = numberIn(headers, X_RATE_LIMIT_TIME_RESET_MS);
      known.left = left;
      known.quota = numberIn(headers, X_RATE_LIMIT_REQUESTS_QUOTA) ?? known.quota;
      known.resetMs = performance.now() + (resetMs ?? Infinity);
    },

    /** @type {(about: About, ms: number, reason: string) => void} */
    waited({ labels }, ms, reason) {
      waits.record(ms / 1000, { ...labels, 'bc_status.wait.reason': reason });
    },

    /** @type {(about: About, by: 'store' | 'pacer', type: string) => void} */
    refused({ labels }, by, type) {
      refusals.add(1, { ...labels, 'bc_status.refused_by': by, 'error.type': type });
    },

    /** @type {(about: About, rule: string) => void} */
    repeated({ labels }, rule) {
      retries.add(1, { ...labels, 'bc_status.retry.rule': rule });
    },
  };
};
