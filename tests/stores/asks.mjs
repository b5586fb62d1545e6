// What tests ask a store for, and what they count in its answers.

import assert from 'node:assert/strict';

export const KEY = 'abc123';
export const QUOTA = 150;

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export const ask = (more) => ({ client: 'one', want: 1, back: [], seen: null, heldMs: 0, ...more });

/** As who has seen an answer knows it: until then a ledger lets out the first few alone. */
export const SEEN = { quota: QUOTA, windowMs: 30_000, left: QUOTA, resetMs: 30_000 };

export const permitsOf = (...leases) => leases.flatMap(({ grants }) => grants).reduce((sum, { permits }) => sum + permits, 0);

export const givenIn = ({ given }) => given.reduce((sum, permits) => sum + permits, 0);

/** Again where a busy machine had no answer in time: what was written all the same is given back by that. */
export const leased = async (store, key, one) => {
  for (;;) {
    try {
      return await store.lease(key, one);
    } catch (error) {
      if (!/^No answer within/.test(error.message)) throw error;
    }
  }
};

/** Until it is so; a test that never sees it fails. */
export const until = async (is, what) => {
  for (let tries = 0; tries < 2000; tries++) {
    if (await is()) return;
    await sleep(25);
  }
  assert.fail(`never: ${what}`);
};

/** What is warned of meanwhile. */
export const warnings = async (act) => {
  const { warn } = console;
  const told = [];
  console.warn = (text) => told.push(text);
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return told;
};
