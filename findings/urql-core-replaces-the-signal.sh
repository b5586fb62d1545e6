#!/usr/bin/env bash
# @urql/core 6.0.3: a `signal` in `fetchOptions` is replaced by urql's own, so aborting it
# ends nothing; a query is ended by unsubscribing only.
# Seen: a query that is given an aborted signal resolves with data.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund @urql/core@6.0.3 graphql@16.15.0
cat >run.mjs <<'JS'
import { createServer } from 'node:http';
import { Client, fetchExchange, gql } from '@urql/core';

const server = createServer((request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"data":{"site":"here"}}');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const client = new Client({ url: `http://127.0.0.1:${server.address().port}/graphql`, exchanges: [fetchExchange], preferGetMethod: false });
const { data, error } = await client.query(gql`{ site }`, {}, { fetchOptions: { signal: AbortSignal.abort() } }).toPromise();
server.closeAllConnections();
server.close();
console.log(JSON.stringify([data ?? null, error?.message ?? null]));
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == '[{"site":"here"},null]' ]]
