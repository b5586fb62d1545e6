#!/usr/bin/env bash
# @urql/exchange-retry 2.0.0 with @urql/core 6.0.3: `retryExchange({})` sends a mutation again
# after a 503, as it does a query, though the mutation may have run. It takes the
# operation's kind into account only if `retryIf` does.
# Seen: a mutation that meets a 503 is sent 2 times, a query 2 times.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund @urql/core@6.0.3 @urql/exchange-retry@2.0.0 graphql@16.15.0
cat >run.mjs <<'JS'
import { createServer } from 'node:http';
import { Client, fetchExchange, gql } from '@urql/core';
import { retryExchange } from '@urql/exchange-retry';

let sent = 0;
const server = createServer((request, response) => {
  sent += 1;
  request.resume().on('end', () => response.writeHead(503).end());
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const client = new Client({
  url: `http://127.0.0.1:${server.address().port}/graphql`,
  exchanges: [retryExchange({ initialDelayMs: 1, maxDelayMs: 1 }), fetchExchange],
  preferGetMethod: false,
});
const counts = {};
for (const kind of ['mutation', 'query']) {
  sent = 0;
  await client[kind](gql`${kind} { touch }`, {}).toPromise();
  counts[kind] = sent;
}
server.close();
console.log(JSON.stringify(counts));
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == '{"mutation":2,"query":2}' ]]
