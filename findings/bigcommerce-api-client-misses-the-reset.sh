#!/usr/bin/env bash
# bigcommerce-api-client 0.7.19 with axios 1.21.1 looks for `X-Rate-Limit-Time-Reset-Ms` after a
# 429 in the headers as written so; Node's names are in lower case, so it never finds it and
# waits for `retryDelay` or less.
# Seen: three 429 whose reset is 9,000 ms away are repeated within 5 s in all.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "commonjs" }' >package.json
npm install --silent --no-audit --no-fund bigcommerce-api-client@0.7.19 axios@1.21.1
cat >run.js <<'JS'
const http = require('node:http');
const { ApiClient } = require('bigcommerce-api-client/lib/api-client.js');

let sent = 0;
const server = http.createServer((request, response) => {
  sent += 1;
  response.writeHead(sent > 3 ? 200 : 429, { 'X-Rate-Limit-Time-Reset-Ms': '9000', 'Content-Type': 'application/json' }).end('{}');
});
server.listen(0, '127.0.0.1', async () => {
  const client = new ApiClient({ storeHash: 'abc123', accessToken: 'token', timeout: 60_000, maxRetries: 3, retryDelay: 5 });
  client.axiosInstance.defaults.baseURL = `http://127.0.0.1:${server.address().port}`;
  console.error = () => {};
  const startedMs = Date.now();
  await client.get('/v3/catalog/products');
  server.close();
  server.closeAllConnections();
  console.log(sent, Date.now() - startedMs < 5000 ? 'at once' : 'after the reset');
});
JS
seen=$(node run.js)
echo "$seen"
[[ $seen == '4 at once' ]]
