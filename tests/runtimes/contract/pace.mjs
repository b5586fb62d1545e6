// What a pacer knows and is told in every runtime. All that takes its time is in pace-*.test.mjs.

import { equal, includes, like, ok, show, table, throwsTypeError } from './check.mjs';
import { admitAll, full, learn, rejection, settled, told } from './pacing.mjs';

const STATE = {
  windowMs: null,
  resetMs: null,
  quota: null,
  left: null,
  share: 1,
  inFlight: 0,
  mostInFlight: 8,
  heldMs: 0,
  circuit: 'closed',
  repeats: 0,
  nextRepeatMs: null,
  lastRepeatMs: null,
  queue: 0,
  nextMs: 0,
  waitMs: 0,
  coordinator: null,
};

const WRONG = [
  ['key', 'admit()', (pacer) => pacer.admit()],
  ['key', "admit('')", (pacer) => pacer.admit('')],
  [
    'key must be a store hash or a host alone',
    "admit('https://api.bigcommerce.com/stores/a')",
    (pacer) => pacer.admit('https://api.bigcommerce.com/stores/a'),
  ],
  ['priority', "admit('a', 'urgent')", (pacer) => pacer.admit('a', 'urgent')],
  ['priority', "admit('a', 1)", (pacer) => pacer.admit('a', 1)],
  ['options', "admit('a', 'background', 5)", (pacer) => pacer.admit('a', 'background', 5)],
  ['options.maxWait', 'admit(…, { maxWait: 5 })', (pacer) => pacer.admit('a', null, { maxWait: 5 })],
  ...[
    ['signal', {}],
    ['method', 5],
    ['url', 5],
    ['attempt', 0],
    ['attempt', 1.5],
    ['attempt', '2'],
    ['maxWaitMs', -1],
    ['maxWaitMs', NaN],
    ['maxWaitMs', '5'],
  ].map(([member, value]) => [
    `options.${member}`,
    `admit(…, { ${member}: ${show(value)} })`,
    (pacer) => pacer.admit('a', 'interactive', { url: '/', [member]: value }),
  ]),
  ['status', "observe('a')", (pacer) => pacer.observe('a')],
  ['status', "observe('a', -1)", (pacer) => pacer.observe('a', -1)],
  ['status', "observe('a', NaN)", (pacer) => pacer.observe('a', NaN)],
  ['headers', "observe('a', 200, 5)", (pacer) => pacer.observe('a', 200, 5)],
  [
    'permit must be a permit of admit(), not a promise',
    "observe('a', 200, null, a promise)",
    (pacer) => pacer.observe('a', 200, null, pacer.admit('a')),
  ],
  ['permit', "observe('a', 200, null, 'a')", (pacer) => pacer.observe('a', 200, null, 'a')],
  ['key', "observe('', 200)", (pacer) => pacer.observe('', 200)],
  ['key', 'snapshot(null)', (pacer) => pacer.snapshot(null)],
];

export const paceCases = [
  {
    name: 'pace: what is known of an unknown key, and that it is plain data',
    async run(bc) {
      const pacer = bc.createPacer();
      const { circuitSinceMs, ...state } = pacer.snapshot('abc123');
      equal(state, STATE);
      ok(circuitSinceMs >= 0 && circuitSinceMs < 1000, 'the circuit is closed since now', circuitSinceMs);
    },
  },
  {
    name: 'pace: a permit and an answer show in the snapshot, which is plain data',
    async run(bc) {
      const pacer = bc.createPacer();
      const permit = await pacer.admit('abc123');
      equal([permit.key, typeof permit.release], ['abc123', 'function']);
      equal(pacer.snapshot('abc123').inFlight, 1);
      equal(pacer.observe('abc123', 200, told(120, 20_000), permit), undefined);
      const state = pacer.snapshot('abc123');
      equal(like(state, { windowMs: 0, quota: 0, left: 0, inFlight: 0 }), { windowMs: 30_000, quota: 150, left: 120, inFlight: 0 });
      ok(state.resetMs > 19_000 && state.resetMs <= 20_000, 'reset in 20 s', state.resetMs);
      equal(structuredClone(state), state);
      equal(JSON.parse(JSON.stringify(state)), state);
      equal(Object.keys(state), [
        'windowMs',
        'resetMs',
        'quota',
        'left',
        'share',
        'inFlight',
        'mostInFlight',
        'heldMs',
        'circuit',
        'circuitSinceMs',
        'repeats',
        'nextRepeatMs',
        'lastRepeatMs',
        'queue',
        'nextMs',
        'waitMs',
        'coordinator',
      ]);
    },
  },
  ...table(
    [
      ['a Headers', (headers) => new Headers(headers)],
      ['an object', (headers) => headers],
      ['pairs', (headers) => Object.entries(headers)],
      ['an iterator', (headers) => new Map(Object.entries(headers)).entries()],
    ],
    (kind) => `pace: observe takes headers as ${kind}`,
    async (bc, _kind, from) => {
      const pacer = bc.createPacer();
      await learn(pacer, from(told(77, 9000)));
      equal(pacer.snapshot('abc123').left, 77);
      await learn(pacer, from(told(76, 8900)));
      equal(pacer.snapshot('abc123').left, 76);
    },
  ),
  {
    name: 'pace: no header, whatever it says, keeps a state from being plain data',
    async run(bc) {
      const nonsense = ['', '-5', 'NaN', '1e999', '1e12', '0', '999999999999', '99999999999999999999', 'Infinity', '1.5', '٣', '0x10'];
      for (const value of nonsense) {
        for (const name of Object.keys(told(0, 0))) {
          const pacer = bc.createPacer();
          for (let turn = 0; turn < 3; turn++) {
            pacer.observe('abc123', 200, { ...told(100, 20_000), [name]: value });
            pacer.observe('abc123', 200, new Headers({ ...told(99, 19_000), [name]: encodeURI(value) }));
          }
          // Once more where the answers before were in order, and not all headers are read.
          pacer.observe('plain', 200, new Headers(told(100, 20_000)));
          pacer.observe('plain', 200, new Headers({ ...told(99, 19_000), [name]: encodeURI(value) }));
          ok(pacer.snapshot('plain').resetMs <= 30_000, `a window of its length after ${name}: ${value}`, pacer.snapshot('plain').resetMs);
          const state = pacer.snapshot('abc123');
          equal(JSON.parse(JSON.stringify(state)), state, `${name}: ${value}`);
          for (const [member, seen] of Object.entries(state)) {
            ok(typeof seen !== 'number' || (seen >= 0 && seen < Infinity), `${member} from 0 on after ${name}: ${value}`, seen);
          }
        }
      }
    },
  },
  {
    name: 'pace: a 429 holds all requests of its store, and of no other',
    async run(bc) {
      const pacer = bc.createPacer();
      await learn(pacer, told(0, 20_000), { status: 429 });
      const { heldMs, nextMs } = pacer.snapshot('abc123');
      ok(heldMs > 19_000 && nextMs >= heldMs, 'held for 20 s', [heldMs, nextMs]);
      const error = await rejection(pacer.admit('abc123', 'interactive', { maxWaitMs: 1000 }));
      equal(like(error, { name: 0, code: 0, key: 0 }), { name: 'PaceError', code: 'wait-too-long', key: 'abc123' });
      ok(error.waitMs > 19_000 && error.waitMs <= 20_001, 'says after what time', error.waitMs);
      ok(bc.isPaceError(error) && error instanceof bc.PaceError && error instanceof Error, 'a PaceError', error);
      includes(error.message, ['abc123', '20.0 s', '1.0 s']);
      const other = await pacer.admit('zzz999', 'interactive', { maxWaitMs: 0 });
      equal(other.key, 'zzz999');
    },
  },
  {
    name: 'pace: isPaceError knows its own errors and nothing else',
    run(bc) {
      for (const value of [undefined, null, 5, 'x', {}, new Error('x'), { name: 'PaceError' }]) {
        equal(bc.isPaceError(value), false, show(value));
      }
    },
  },
  {
    name: 'pace: a permit is given back once, however often that is said',
    async run(bc) {
      const { pacer, permits } = await full(bc);
      permits[0].release();
      permits[0].release();
      pacer.observe('abc123', 200, null, permits[0]);
      equal(pacer.snapshot('abc123').inFlight, 7);
      pacer.observe('abc123', 200, null, permits[1]);
      pacer.observe('abc123', 200, null, permits[1]);
      permits[1].release();
      equal(pacer.snapshot('abc123').inFlight, 6);
    },
  },
  {
    name: 'pace: an answer without its permit is one of those that are out, and none is too many',
    async run(bc) {
      const pacer = bc.createPacer();
      pacer.observe('abc123', 200, told(99, 20_000));
      equal(like(pacer.snapshot('abc123'), { left: 0, inFlight: 0 }), { left: 99, inFlight: 0 });
      await admitAll(pacer, 2);
      for (const inFlight of [1, 0, 0]) {
        pacer.observe('abc123', 200);
        equal(pacer.snapshot('abc123').inFlight, inFlight);
      }
    },
  },
  {
    name: 'pace: a permit comes back to its own store, whatever key it is told with',
    async run(bc) {
      const pacer = bc.createPacer();
      const [one, two] = await admitAll(pacer, 2);
      const other = await pacer.admit('zzz999');
      pacer.observe('zzz999', 200, null, one);
      equal([pacer.snapshot('abc123').inFlight, pacer.snapshot('zzz999').inFlight], [1, 1]);
      other.release();
      two.release();
      equal([pacer.snapshot('abc123').inFlight, pacer.snapshot('zzz999').inFlight], [0, 0]);
    },
  },
  {
    name: 'pace: idle keys are forgotten, the one that was idle longest first, and busy ones are kept',
    async run(bc) {
      const pacer = bc.createPacer({ maxKeys: 2 });
      await learn(pacer, told(11, 20_000), { key: 'one' });
      await settled();
      const busy = await pacer.admit('busy');
      pacer.observe('busy', 200, told(22, 20_000));
      const still = await pacer.admit('busy');
      await learn(pacer, told(33, 20_000), { key: 'three' });
      equal(
        ['one', 'busy', 'three'].map((key) => pacer.snapshot(key).left),
        [null, 22, 33],
      );
      await learn(pacer, told(44, 20_000), { key: 'four' });
      equal(
        ['busy', 'three', 'four'].map((key) => pacer.snapshot(key).left),
        [22, null, 44],
      );
      equal(pacer.snapshot('busy').inFlight, 1);
      busy.release();
      still.release();
    },
  },
  ...table(
    WRONG,
    (argument, what) => `pace: a wrong ${argument} is named: ${what}`,
    async (bc, argument, what, call) => {
      let outcome;
      try {
        outcome = await call(bc.createPacer());
      } catch (error) {
        throwsTypeError(
          () => {
            throw error;
          },
          argument,
          what,
        );
        return;
      }
      ok(false, `${what}: a TypeError`, outcome);
    },
  ),
];
