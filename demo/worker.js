/**
 * The Worker of the demo. `POST /live/{id}` does one exchange with the API and tells about it line by line, as JSON:
 *
 *     { event: 'answer', answer }     one attempt was answered, and what is to be done next
 *     { event: 'reading', reading }   everything the package has to say about the last answer
 *     { event: 'failure', message }   the demo itself went wrong
 *
 * What is below `/store` goes to the Worker of `examples/worker`.
 *
 * The tokens are in the bindings and nowhere else. Everything else is the page's.
 */
import { createFetch, decideRetry, diagnose, explain, historyOf, status } from 'bc-status';
import { findExchange } from './exchanges.mjs';

export default {
  async fetch(request, env, context) {
    const store = /^https?:\/\/[^/]+\/store(\/.*)/.exec(request.url);
    if (store) return env.STORE.fetch(new Request(`https://store${store[1]}`, request));
    const id = /^\/live\/([\w-]+)$/.exec(new URL(request.url).pathname)?.[1];
    if (!id) return env.SITE.fetch(request);
    if (request.method !== 'POST') return refusal(405, 'Send a POST.');
    const exchange = findExchange(id);
    if (!exchange) return refusal(404, `There is no exchange "${id}".`);

    const { readable, writable } = new TransformStream();
    context.waitUntil(tell(writable, (report) => perform(exchange, env, report)));
    return new Response(readable, {
      headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' },
    });
  },
};

const refusal = (code, message) => Response.json({ event: 'failure', message }, { status: code });

async function tell(writable, act) {
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  const report = (event) => writer.write(encoder.encode(`${JSON.stringify(event)}\n`)).catch(() => {});
  try {
    await act(report);
  } catch (error) {
    report({ event: 'failure', message: String(error) });
  }
  await writer.close().catch(() => {});
}

async function perform(exchange, env, report) {
  await env.STAGE.fetch(`http://stage/${exchange.id}`);

  const { method, url } = exchange;
  const headers = headersOf(exchange, env);
  const body = exchange.body === null ? undefined : JSON.stringify(exchange.body);
  const request = { method, url, requestHeaders: headers, requestBody: body };
  const met = [];
  const bcFetch = createFetch({ fetch: watched(request, met, report) });

  const response = await bcFetch(url, { method, headers, body });
  const diagnosis = await explain(response);
  const text = await response.text();

  const { outcome, api, requestId } = diagnosis.classification;
  const attempts = historyOf(response);
  const { attempt, startedMs, durationMs } = attempts.at(-1);
  report({
    event: 'reading',
    reading: {
      outcome,
      api,
      requestId,
      decision: decideRetry(met.at(-1), { attempt, elapsedMs: startedMs + durationMs }),
      body: text,
      attempts: attempts.map(named),
      ...whatWasFound(diagnosis, met),
    },
  });
}

/** The findings, and which attempt they are about: the last, else what held up the first. */
function whatWasFound({ findings }, met) {
  if (findings.length > 0 || met.length === 1) return { findings, about: met.length };
  return { findings: diagnose(met[0]).findings, about: 1 };
}

/**
 * The global fetch, telling of each answer when it comes: the history is complete only when all is over.
 * `met` gets the exchange that each attempt was.
 */
function watched(request, met, report) {
  const began = performance.now();

  return async (input, init) => {
    const attempt = met.length + 1;
    const sent = performance.now();
    const tellOf = (outcome) => {
      const exchange = { ...request, ...outcome };
      met.push(exchange);
      const decision = decideRetry(exchange, { attempt, elapsedMs: performance.now() - began });
      const record = {
        attempt,
        status: outcome.status ?? null,
        durationMs: performance.now() - sent,
        decision,
      };
      report({ event: 'answer', answer: named(record) });
    };
    try {
      const response = await fetch(input, init);
      const { status, headers } = response;
      tellOf({ status, headers, body: await response.clone().text() });
      return response;
    } catch (error) {
      tellOf({ failure: 'network' });
      throw error;
    }
  };
}

const named = (record) => ({
  ...record,
  text: record.status === null ? 'No answer' : status(record.status).text,
});

function headersOf({ token, body }, env) {
  const credentials = {
    full: { 'X-Auth-Token': env.TOKEN },
    'read-only': { 'X-Auth-Token': env.READ_ONLY_TOKEN },
    none: {},
  }[token];
  return {
    Accept: 'application/json',
    ...(body !== null && { 'Content-Type': 'application/json' }),
    ...credentials,
  };
}
