#!/usr/bin/env bash
# @apollo/client 4.3.8: `new RetryLink()` with its defaults sends a mutation that meets a
# 503 five times in all, though it may have run each time.
# Seen: 5 requests.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund @apollo/client@4.3.8 graphql@16.15.0 rxjs@7
cat >run.mjs <<'JS'
import { createServer } from 'node:http';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { RetryLink } from '@apollo/client/link/retry';

let sent = 0;
const server = createServer((request, response) => {
  sent += 1;
  request.resume().on('end', () => response.writeHead(503).end());
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const uri = `http://127.0.0.1:${server.address().port}/graphql`;
const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: new RetryLink({ delay: { initial: 1, jitter: false } }).concat(new HttpLink({ uri })),
});
await client.mutate({ mutation: gql`mutation { touch }` }).catch(() => {});
server.close();
console.log(sent);
JS
seen=$(node run.mjs)
echo "$seen requests"
[[ $seen == 5 ]]
