#!/usr/bin/env bash
# @smithy/core 3.41.1: `StandardRetryStrategy` waits no more than five seconds longer for a `Retry-After` than it
# would have waited by itself, and then sends again. After a 503 that asks for 20 s it
# repeats within 6, and nothing says that the wait was cut.
# Seen: two requests, 5 to 6 s apart.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund @smithy/core@3.41.1
cat >run.mjs <<'JS'
import { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { retryMiddleware, StandardRetryStrategy } from '@smithy/core/retry';

const strategy = new StandardRetryStrategy(3);
const times = [];
const next = async () => {
  times.push(performance.now());
  if (times.length > 1) return { response: {}, output: { $metadata: {} } };
  const $response = new HttpResponse({ statusCode: 503, headers: { 'retry-after': '20' } });
  throw Object.assign(new Error('busy'), { $metadata: { httpStatusCode: 503 }, $response });
};
const settings = { retryStrategy: async () => strategy, maxAttempts: async () => 3 };
await retryMiddleware(settings)(next, {})({ request: new HttpRequest({ method: 'GET' }) });
const waited = times[1] - times[0];
console.log(JSON.stringify([times.length, waited > 4_900, waited < 20_000 / 2]));
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == '[2,true,true]' ]]
