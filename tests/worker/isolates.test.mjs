// Workers with one coordinator, in workerd. Time is real here, and a machine may be slow, so that how
// many are refused is counted in coordinator.test.mjs, in virtual time, with the same quota.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { startIsolates } from '../pace/isolates.mjs';
import { startSimulator } from '../simulator/index.mjs';

describe('three Workers and a coordinator', async () => {
  const scenario = { quota: 60, windowMs: 1500 };
  const simulator = await startSimulator(scenario);
  const isolates = await startIsolates(3, simulator);
  after(async () => {
    await isolates.close();
    await simulator.close();
  });

  const send = async (count) => {
    const answers = await Promise.all(
      Array.from({ length: count }, async (_, at) => {
        const response = await isolates.fetchOf(at % 3)();
        await response.text();
        return response.status;
      }),
    );
    assert.deepEqual(
      answers.filter((status) => status !== 200),
      [],
    );
  };

  test('spend two windows, and ask it', async () => {
    await send(110);
    assert.ok(Number(await isolates.coordinator('asked')) > 0, 'it was not asked');
  });

  for (const fault of ['down', 'slow']) {
    test(`go on alone while it is ${fault}, and lose no request`, async () => {
      await isolates.coordinator(`fault/${fault}`);
      await send(90);
      await isolates.coordinator('fault/');
    });
  }
});
