// No error, event, history or log holds a token.

import { equal, ok, TOKEN } from './shared.mjs';

/** Every text that can be got out of a value. */
const textsOf = (value, depth = 0, seen = new Set()) => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || seen.has(value) || depth > 6) return '';
  seen.add(value);
  const own = Reflect.ownKeys(value).map((key) => value[key]);
  return [String(value), value.message, value.stack, value.cause, ...own].map((one) => textsOf(one, depth + 1, seen)).join(' ');
};

const holdsNo = (secret, value, what) => ok(!textsOf(value).includes(secret), `${what} holds the secret: ${textsOf(value).slice(0, 500)}`);

export const cases = [
  {
    name: 'what looks like a token and has no name is masked in a hook and in an error, with and without a query',
    async run({ bc }) {
      const token = 'q7x2m9vk4t8zb3n6w1ydh5rj0pgc2fs';
      for (const url of [`https://store.example/${token}`, `https://store.example/x?id=${token}`]) {
        const told = [];
        const failing = async () => {
          throw new TypeError(`no answer from ${url}`);
        };
        const error = await bc
          .createFetch({ fetch: failing, retry: false, onAttempt: (event) => told.push(event.url) })(url)
          .catch((one) => one);
        const all = [...told, error.message, error.stack].join();
        if (told.length !== 1 || all.includes(token)) throw new Error(all);
      }
    },
  },
  ...['401', '503', '429:1', 'reset', 'hang', '302>', '200'].map((step) => ({
    name: `none is shown where ${step} is met`,
    async run({ bc, at }) {
      const events = [];
      const logged = [];
      const methods = ['log', 'info', 'warn', 'error', 'debug'];
      const before = methods.map((name) => console[name]);
      for (const name of methods) console[name] = (...args) => void logged.push(args);
      try {
        const told = (event) => void events.push(event);
        const options = {
          attemptTimeoutMs: 60,
          throwOnError: true,
          retry: { maxDelayMs: 5 },
          onAttempt: told,
          onRetry: told,
          onGiveUp: told,
        };
        const url = `${at(step).url}?access_token=${TOKEN}&to=${encodeURIComponent(`/login/token/${TOKEN}`)}`;
        const init = { headers: { 'X-Auth-Token': TOKEN, Authorization: `Bearer ${TOKEN}` } };
        let thrown;
        const response = await bc
          .createFetch(options)(url, init)
          .catch((error) => void (thrown = error));
        holdsNo(TOKEN, thrown, 'the error');
        holdsNo(TOKEN, events, 'an event');
        if (response) {
          holdsNo(TOKEN, bc.historyOf(response), 'the history');
          holdsNo(TOKEN, await bc.explain(response), 'the diagnosis');
        }
      } finally {
        methods.forEach((name, at) => (console[name] = before[at]));
      }
      ok(events.length > 0, 'the hooks were called');
      equal(logged, []);
    },
  })),
  {
    name: 'none is shown where the header itself is refused',
    async run({ bc, at }) {
      for (const value of [`${TOKEN}\n${TOKEN}`, `Bearer ${TOKEN}\0`, `${TOKEN}\u2028`]) {
        for (const options of [{}, { retry: false }, { attemptTimeoutMs: 100 }]) {
          for (const headers of [{ 'X-Auth-Token': value }, [['Authorization', value]]]) {
            // Not every runtime refuses each of them.
            const place = at('200');
            await bc
              .createFetch(options)(place.url, { headers })
              .catch((error) => {
                ok(error instanceof TypeError, `${error}`);
                holdsNo(TOKEN, error, 'the error');
              });
          }
        }
      }
    },
  },
];
