// Who waits for a pacer, how long, and in which order.

import { equal, includes, ok } from './check.mjs';
import { admitAll, API, CUSTOMERS, full, order, PRODUCTS, rejection, settled } from './pacing.mjs';

export const paceQueueCases = [
  {
    name: 'pace: no more wait than may, and those who do are not troubled',
    async run(bc) {
      const { pacer, permits } = await full(bc, { maxQueue: 2 });
      const waiting = order();
      waiting.wait('a', pacer.admit('abc123'));
      waiting.wait('b', pacer.admit('abc123'));
      const error = await rejection(pacer.admit('abc123'));
      equal([error.name, error.code, error.waitMs], ['PaceError', 'queue-full', null]);
      includes(error.message, ['2 requests', 'maxQueue']);
      equal(pacer.snapshot('abc123').queue, 2);
      permits[0].release();
      await settled();
      permits[1].release();
      await settled();
      equal(waiting.names, ['a', 'b']);
      equal((await rejection(full(bc, { maxQueue: 0 }).then(({ pacer: none }) => none.admit('abc123')))).code, 'queue-full');
    },
  },
  {
    name: 'pace: who was let out before waits where no more may, since the answer that came would be lost',
    async run(bc) {
      const { pacer, permits } = await full(bc, { maxQueue: 0 });
      const again = pacer.admit('abc123', 'interactive', { attempt: 2 });
      equal((await rejection(pacer.admit('abc123'))).code, 'queue-full');
      permits[0].release();
      equal((await again).key, 'abc123');
    },
  },
  {
    name: 'pace: an abort ends a wait with the very reason, and blocks nobody behind',
    async run(bc) {
      const { pacer, permits } = await full(bc);
      const controller = new AbortController();
      const reason = { because: 'the user left' };
      const waiting = order();
      const gone = rejection(pacer.admit('abc123', 'interactive', { signal: controller.signal }));
      waiting.wait('behind', pacer.admit('abc123'));
      controller.abort(reason);
      ok((await gone) === reason, 'the very reason', await gone);
      equal(pacer.snapshot('abc123').queue, 1);
      permits[0].release();
      await settled();
      equal(waiting.names, ['behind']);
      const before = rejection(bc.createPacer().admit('abc123', 'interactive', { signal: controller.signal }));
      ok((await before) === reason, 'a signal that was aborted before', await before);
    },
  },
  {
    name: 'pace: who may not wait does not, and who may wait a little waits so long',
    async run(bc) {
      const { pacer } = await full(bc);
      const now = await rejection(pacer.admit('abc123', 'interactive', { maxWaitMs: 0 }));
      equal([now.code, now.waitMs], ['wait-too-long', null]);
      includes(now.message, ['abc123', 'others are answered']);
      const began = performance.now();
      const later = await rejection(pacer.admit('abc123', 'background', { maxWaitMs: 30 }));
      equal([later.code, later.key, pacer.snapshot('abc123').queue], ['wait-too-long', 'abc123', 0]);
      ok(performance.now() - began >= 29, 'after 30 ms', performance.now() - began);
    },
  },
  {
    name: 'pace: persons go first, jobs are not starved, and who comes again is before both his own',
    async run(bc) {
      const { pacer, permits } = await full(bc);
      const waiting = order();
      for (let n = 1; n <= 2; n++) waiting.wait(`job ${n}`, pacer.admit('abc123', 'background'));
      for (let n = 1; n <= 6; n++) waiting.wait(`person ${n}`, pacer.admit('abc123'));
      waiting.wait('person again', pacer.admit('abc123', 'interactive', { attempt: 2 }));
      waiting.wait('job again', pacer.admit('abc123', 'background', { attempt: 3 }));
      equal(pacer.snapshot('abc123').queue, 10);
      for (const permit of permits) {
        await settled();
        permit.release();
      }
      await settled();
      while (waiting.names.length < 10) {
        waiting.permits.at(-1).release();
        await settled();
      }
      equal(waiting.names, [
        'person again',
        'person 1',
        'person 2',
        'person 3',
        'job again',
        'person 4',
        'person 5',
        'person 6',
        'job 1',
        'job 2',
      ]);
    },
  },
  {
    name: 'pace: PUT on /v3/customers goes three at once, in order of priority, and GET does not wait',
    async run(bc) {
      const pacer = bc.createPacer();
      const three = await admitAll(pacer, 3, CUSTOMERS);
      const waiting = order();
      waiting.wait('job', pacer.admit('abc123', 'background', CUSTOMERS));
      waiting.wait('person', pacer.admit('abc123', 'interactive', CUSTOMERS));
      waiting.wait('again', pacer.admit('abc123', 'interactive', { ...CUSTOMERS, attempt: 2 }));
      await pacer.admit('abc123', 'background', { ...CUSTOMERS, method: 'GET' });
      await pacer.admit('abc123', 'background', { method: 'PUT', url: `${API}/stores/abc123${PRODUCTS}` });
      await settled();
      equal([waiting.names, pacer.snapshot('abc123').queue, pacer.snapshot('abc123').inFlight], [[], 3, 5]);
      for (const permit of three) {
        permit.release();
        await settled();
      }
      equal(waiting.names, ['again', 'person', 'job']);
    },
  },
  {
    name: 'pace: who waits for a route and leaves frees nothing that he did not have',
    async run(bc) {
      const pacer = bc.createPacer();
      const three = await admitAll(pacer, 3, CUSTOMERS);
      const controller = new AbortController();
      const gone = rejection(pacer.admit('abc123', 'background', { ...CUSTOMERS, signal: controller.signal }));
      const waiting = order();
      waiting.wait('behind', pacer.admit('abc123', 'background', CUSTOMERS));
      controller.abort(new Error('gone'));
      equal((await gone).message, 'gone');
      await settled();
      equal(waiting.names, []);
      const late = await rejection(pacer.admit('abc123', 'interactive', { ...CUSTOMERS, maxWaitMs: 20 }));
      equal([late.code, late.waitMs], ['wait-too-long', null]);
      pacer.observe('abc123', 200, null, three[0]);
      await settled();
      equal([waiting.names, pacer.snapshot('abc123').queue], [['behind'], 0]);
    },
  },
];
