// https://github.com/Effect-TS/effect: ai-docs, getting started with HttpClient
import { Effect, Schedule } from 'effect';
import { FetchHttpClient, HttpClient, HttpClientRequest } from 'effect/http';

export const create = ({ fetch, wait = true } = {}) => {
  const program = Effect.gen(function* () {
    const client = yield* HttpClient.HttpClient;
    return client.pipe(
      HttpClient.filterStatusOk,
      HttpClient.retryTransient({ schedule: wait ? Schedule.exponential(100) : Schedule.forever, times: 3 }),
    );
  });
  const client = Effect.runSync(program.pipe(Effect.provide(FetchHttpClient.layer)));
  return (url, { method = 'GET', headers = {}, body } = {}) => {
    const bare = HttpClientRequest.make(method)(new URL(url, globalThis.location), { headers });
    const sent = client.execute(body === undefined ? bare : HttpClientRequest.bodyText(bare, body));
    return Effect.runPromise(fetch ? Effect.provideService(sent, FetchHttpClient.Fetch, fetch) : sent);
  };
};
