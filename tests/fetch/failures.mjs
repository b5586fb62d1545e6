// What servers, and the way to them, do wrong.

import { equal, hasty, ok, rejection } from './shared.mjs';

/** What reading a body comes to: its text, or that it fails. */
const textOf = (response) => response.text().catch(() => 'the body failed');

/** Whether the platform itself resolves, and what it reads: the wrapper may do no worse. */
const bare = async (url) => {
  try {
    return await textOf(await fetch(url));
  } catch {
    return 'fetch failed';
  }
};

export const cases = [
  ...['reset', 'midheaders'].flatMap((step) => [
    {
      name: `a GET that met ${step} is sent again`,
      async run({ bc, at, rules }) {
        const place = at(step, '200');
        const response = await bc.createFetch({ retry: hasty })(place.url);
        equal([response.status, rules(response)], [200, ['network', 'not-needed']]);
        equal(bc.historyOf(response)[0].failure, 'network');
        equal((await place.arrived()).length, 2);
      },
    },
    {
      name: `a POST that met ${step} is not, since it may have run`,
      async run({ bc, at }) {
        const place = at(step, '200');
        const error = await rejection(bc.createFetch({ retry: hasty })(place.url, { method: 'POST', body: 'order' }));
        ok(error instanceof Error, `${error}`);
        equal((await place.arrived()).length, 1);
      },
    },
    {
      name: `${step} without end rejects as fetch does`,
      async run({ bc, at }) {
        const expected = await rejection(fetch(at(step).url));
        const error = await rejection(bc.createFetch({ retry: hasty })(at(step).url));
        equal([error.name, error instanceof TypeError], [expected.name, expected instanceof TypeError]);
      },
    },
  ]),
  ...['midbody', 'short', 'gzip', 'http10', 'drip'].map((step) => ({
    name: `${step} comes to what it comes to without the package`,
    async run({ bc, at }) {
      const expected = await bare(at(step).url);
      const place = at(step);
      let read;
      try {
        read = await textOf(await bc.createFetch({ retry: { maxDelayMs: 5, maxAttempts: 2 } })(place.url));
      } catch {
        read = 'fetch failed';
      }
      equal(read, expected);
    },
  })),
  {
    name: "the answer that stalls is handed out, and its body is the caller's",
    async run({ bc, at }) {
      const controller = new AbortController();
      const response = await bc.createFetch()(at('stall:200').url, { signal: controller.signal });
      const reader = response.body.getReader();
      equal(new TextDecoder().decode((await reader.read()).value), 'a part');
      const reading = rejection(reader.read());
      controller.abort(new Error('enough'));
      ok(await reading, 'the signal ends the body');
    },
  },
  {
    name: 'hundreds of calls at once come back, each with its own answer',
    async run({ bc, url, fresh }) {
      const call = bc.createFetch({
        retry: { profile: 'background', maxDelayMs: 20, maxElapsedMs: Infinity, maxAttempts: 100 },
        budget: false,
      });
      // So many at once may be connected late; then a runtime gives up, and they are sent again.
      // Chromium opens six connections to a host, and queues the rest.
      const count = 300;
      const id = fresh();
      const answers = await Promise.all(
        Array.from({ length: count }, (_, n) => call(`${url}/echo/${id}?n=${n}`, { headers: { 'X-N': String(n) } })),
      );
      const told = await Promise.all(answers.map((answer) => answer.json()));
      told.forEach(({ headers }, n) => equal(headers['x-n'], String(n)));
    },
  },
];
