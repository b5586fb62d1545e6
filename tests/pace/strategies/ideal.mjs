// The oracle: it sees the store's window, knows what will happen to it and how long its own
// requests will travel, and all clients are one to it. Each unit is spent when it is there.

import { sleep } from '../clock.mjs';
import { LONGEST_LEG_MS } from '../server.mjs';

export const name = 'ideal';
export const atOnce = Infinity;

export const create = ({ client, world }) => {
  const oracle = world.shared(createOracle);
  return { fetch: (url, init) => oracle.fetch(client, url, init) };
};

const createOracle = ({ server }) => {
  const { window } = server;
  const queue = [];

  const spend = (units, atMs) => {
    for (const piece of queue.splice(0, Math.max(0, units))) send(piece, atMs);
  };
  const spendWhatIsLeft = () => spend(window.left(performance.now()) - server.onTheWay);

  const send = async (piece, atMs) => {
    const legs = server.legs();
    const earlyMs = atMs - legs.upMs - performance.now();
    if (earlyMs > 0) await sleep(earlyMs);
    const response = await server.request(piece.client, piece.url, piece.init, legs);
    // Another app was faster.
    if (response.status === 429) queue.unshift(piece);
    else piece.resolve(response);
    spendWhatIsLeft();
  };

  const spendWhatComes = async () => {
    for (;;) {
      const { atMs } = window.comingUp(performance.now());
      await sleep(Math.max(0, Math.ceil(atMs) - LONGEST_LEG_MS - performance.now()));
      const next = window.comingUp(performance.now());
      if (next.atMs === atMs) spend(next.left - server.onTheWay, Math.ceil(atMs));
      await sleep(Math.max(1, Math.ceil(atMs) - performance.now()));
    }
  };
  spendWhatComes();

  return {
    fetch: (client, url, init) =>
      new Promise((resolve) => {
        queue.push({ client, url, init, resolve });
        spendWhatIsLeft();
      }),
  };
};
