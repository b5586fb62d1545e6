// What stands in for a collector of OpenTelemetry: it takes spans by OTLP over HTTP, as JSON.

import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** A value as OTLP has it. */
const plainOf = ({ stringValue, intValue, boolValue, doubleValue }) => stringValue ?? boolValue ?? doubleValue ?? Number(intValue);

export const startCollector = async () => {
  const spans = [];
  const bodies = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    bodies.push(body);
    const isRight = request.method === 'POST' && request.url === '/v1/traces' && request.headers['content-type'] === 'application/json';
    if (isRight) {
      for (const { scopeSpans } of JSON.parse(body).resourceSpans) {
        for (const span of scopeSpans.flatMap((scope) => scope.spans)) {
          spans.push({ ...span, attributes: Object.fromEntries(span.attributes.map(({ key, value }) => [key, plainOf(value)])) });
        }
      }
    }
    response.writeHead(isRight ? 200 : 400, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/v1/traces`,
    spans,
    bodies,
    close: () => (server.closeAllConnections(), server.close()),
  };
};
