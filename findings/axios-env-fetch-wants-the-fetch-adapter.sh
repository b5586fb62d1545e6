#!/usr/bin/env bash
# axios 1.21.1 in Node: `env: { fetch }` alone is ignored without a word, since the `http`
# adapter comes first; the given fetch is called only with `adapter: 'fetch'` beside it.
# Seen: called 0 times without the adapter, once with it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund axios@1.21.1
cat >run.mjs <<'JS'
import { createServer } from 'node:http';
import axios from 'axios';

const server = createServer((request, response) => response.end('{}'));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${server.address().port}/`;
let called = 0;
const own = (...args) => {
  called += 1;
  return fetch(...args);
};
const counts = [];
for (const adapter of [undefined, 'fetch']) {
  called = 0;
  await axios.create({ env: { fetch: own }, ...(adapter && { adapter }) }).get(url);
  counts.push(called);
}
server.closeAllConnections();
server.close();
console.log(JSON.stringify(counts));
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == '[0,1]' ]]
