// https://www.npmjs.com/package/@azure/core-rest-pipeline#pipelines
import { createDefaultHttpClient, createHttpHeaders, createPipelineFromOptions, createPipelineRequest } from '@azure/core-rest-pipeline';

/** What it wraps is no fetch. */
const clientOf = (fetch) => ({
  async sendRequest(request) {
    const { status, headers } = await fetch(request.url, request);
    return { request, status, headers: createHttpHeaders(Object.fromEntries(headers)) };
  },
});

export const create = ({ fetch, wait = true } = {}) => {
  const pipeline = createPipelineFromOptions({ retryOptions: { maxRetries: 3, ...(!wait && { retryDelayInMs: 0 }) } });
  const client = fetch ? clientOf(fetch) : createDefaultHttpClient();
  return (url, { method = 'GET', headers, body } = {}) =>
    pipeline.sendRequest(
      client,
      // Its headers are of its own kind; without the last one it refuses http.
      createPipelineRequest({
        url: new URL(url, globalThis.location).href,
        method,
        headers: createHttpHeaders(headers),
        body,
        allowInsecureConnection: true,
      }),
    );
};
