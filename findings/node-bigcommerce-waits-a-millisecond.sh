#!/usr/bin/env bash
# node-bigcommerce 4.1.0 waits after a 429 for as long as `X-Retry-After` says, a header that
# BigCommerce sends no more. With today's headers the wait is NaN, which setTimeout takes for one
# millisecond; no number of attempts ends it, and a POST is repeated like a GET.
# Seen: a POST that meets five 429 whose window ends in a minute is sent six times within 5 s.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "commonjs" }' >package.json
npm install --silent --no-audit --no-fund node-bigcommerce@4.1.0
cat >run.js <<'JS'
const http = require('node:http');
const https = require('node:https');
const BigCommerce = require('node-bigcommerce');

let sent = 0;
const server = http.createServer((request, response) => {
  sent += 1;
  const headers = { 'X-Rate-Limit-Requests-Left': '0', 'X-Rate-Limit-Time-Reset-Ms': '60000', 'Content-Type': 'application/json' };
  response.writeHead(sent > 5 ? 200 : 429, headers).end('{"id":1}');
});
server.listen(0, '127.0.0.1', async () => {
  // It asks port 443 of BigCommerce's host; here a server without TLS answers.
  https.request = (options, then) => http.request({ ...options, hostname: '127.0.0.1', port: server.address().port }, then);
  const store = new BigCommerce({ clientId: 'id', accessToken: 'token', storeHash: 'abc123' });
  const startedMs = Date.now();
  await store.post('/orders', { id: 1 });
  server.close();
  server.closeAllConnections();
  console.log(sent, Date.now() - startedMs < 5000 ? 'at once' : 'after a wait');
});
JS
seen=$(node run.js)
echo "$seen"
[[ $seen == '6 at once' ]]
