// As the clients do that Smithy generates, such as those of AWS; it has no documentation for others.
import { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { retryMiddleware, StandardRetryStrategy } from '@smithy/core/retry';
import { FetchHttpHandler } from '@smithy/fetch-http-handler';

/** What it wraps is no fetch. */
const handlerOf = (fetch) => ({
  async handle(request) {
    const { status, headers } = await fetch(`https://${request.hostname}${request.path}`, request);
    return { response: new HttpResponse({ statusCode: status, headers: Object.fromEntries(headers) }) };
  },
});

const NO_WAIT = { computeNextBackoffDelay: () => 0, setDelayBase() {} };

export const create = ({ fetch, wait = true } = {}) => {
  const handler = fetch ? handlerOf(fetch) : new FetchHttpHandler();
  const strategy = new StandardRetryStrategy(wait ? 4 : { maxAttempts: 4, backoff: NO_WAIT });
  const settings = { retryStrategy: async () => strategy, maxAttempts: async () => 4 };
  const next = async ({ request }) => {
    const { response } = await handler.handle(request);
    if (response.statusCode >= 300)
      throw Object.assign(new Error(), { $metadata: { httpStatusCode: response.statusCode }, $response: response });
    return { response, output: { $metadata: {} } };
  };
  const send = retryMiddleware(settings)(next, {});
  return (url, { method = 'GET', headers, body } = {}) => {
    const { protocol, hostname, port, pathname } = new URL(url, globalThis.location);
    const at = { protocol, hostname, port: port ? Number(port) : undefined, path: pathname };
    return send({ request: new HttpRequest({ ...at, method, headers: { ...headers }, body }) });
  };
};
