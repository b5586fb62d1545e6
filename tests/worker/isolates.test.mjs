// Workers with one coordinator, in workerd and in real time.

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
    const before = simulator.requests.length;
    const answers = await Promise.all(
      Array.from({ length: count }, async (_, at) => {
        const response = await isolates.fetchOf(at % 3)();
        await response.text();
        return response.status;
      }),
    );
    assert.deepEqual(answers.filter((status) => status !== 200), []);
    return simulator.requests.slice(before).filter(({ status }) => status === 429).length;
  };

  test('spend two windows and are never refused', async () => {
    assert.equal(await send(110), 0);
    const asked = Number(await isolates.coordinator('asked'));
    assert.ok(asked > 0 && asked <= 25, `it was asked ${asked} times`);
  });

  for (const fault of ['down', 'slow']) {
    test(`go on alone while it is ${fault}, and lose no request`, async () => {
      await isolates.coordinator(`fault/${fault}`);
      const refused = await send(90);
      await isolates.coordinator('fault/');
      assert.ok(refused <= 60 / 4, `${refused} were refused`);
    });
  }
});
