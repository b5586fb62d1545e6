#!/usr/bin/env bash
# ofetch 1.5.1: `timeout` does nothing where a `signal` is given as well. Whoever adds a
# signal, to cancel a request from outside, loses the time limit without a word.
# Seen: with a timeout of 50 ms an answer that takes 400 ms is an error without a signal,
# and arrives with one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund ofetch@1.5.1
cat >run.mjs <<'JS'
import { createServer } from 'node:http';
import { ofetch } from 'ofetch';

const server = createServer((request, response) => setTimeout(() => response.end('late'), 400));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${server.address().port}/`;
const outcome = (options) =>
  ofetch(url, { timeout: 50, retry: 0, responseType: 'text', ...options }).then((text) => text, () => 'error');
const seen = [await outcome({}), await outcome({ signal: new AbortController().signal })];
server.closeAllConnections();
server.close();
console.log(JSON.stringify(seen));
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == '["error","late"]' ]]
