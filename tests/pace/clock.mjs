// Virtual time: timers and clocks move from one due timer to the next, and only when every
// promise in between has settled. Libraries run in it as they are.

import FakeTimers from '@sinonjs/fake-timers';
import { init } from '../../pkg/dist/index.js';

const MOVED = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate', 'Date', 'performance'];
const BEGIN = Date.UTC(2026, 0, 1);

const { setImmediate: realImmediate } = globalThis;

/** A turn of the real event loop comes after all ticks and promises that are ready, however deep their chains. */
const settled = () => new Promise((resolve) => realImmediate(resolve));

/** In whichever time it is called. */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What `work` comes to in a time of its own, or undefined where that takes longer than `latestMs` of it. */
export const inVirtualTime = async (work, latestMs = Infinity) => {
  // What is loaded later is loaded in real time.
  await init();
  const clock = FakeTimers.install({ now: BEGIN, toFake: MOVED });
  try {
    let isOver = false;
    const result = work().finally(() => {
      isOver = true;
    });
    result.catch(() => {});
    for (;;) {
      await settled();
      if (isOver) return await result;
      if (performance.now() > latestMs) return undefined;
      if (clock.countTimers() === 0) throw new Error('Nothing is due any more, and the work is not done');
      clock.next();
    }
  } finally {
    clock.uninstall();
  }
};
