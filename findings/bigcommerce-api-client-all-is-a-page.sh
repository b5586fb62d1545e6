#!/usr/bin/env bash
# bigcommerce-api-client 0.7.19: `Limit.ALL` is -1, from which what is left to fetch is reckoned,
# so that nothing is left after the first page, of V2 and of V3 alike. The result looks complete.
# Seen: of 600 products, which V3 gives in pages of 250, 250 arrive in one request.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "commonjs" }' >package.json
npm install --silent --no-audit --no-fund bigcommerce-api-client@0.7.19 axios@1.21.1
cat >run.js <<'JS'
const http = require('node:http');
const { ApiClient } = require('bigcommerce-api-client/lib/api-client.js');
const { Limit } = require('bigcommerce-api-client/lib/model/common.js');

let asked = 0;
const server = http.createServer(({ url }, response) => {
  asked += 1;
  const { searchParams } = new URL(url, 'http://127.0.0.1');
  const [page, limit] = ['page', 'limit'].map((name) => Number(searchParams.get(name)));
  const data = Array.from({ length: 600 }, (_, id) => ({ id })).slice((page - 1) * limit, page * limit);
  const pagination = { total: 600, count: data.length, per_page: limit, current_page: page, total_pages: Math.ceil(600 / limit) };
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ data, meta: { pagination } }));
});
server.listen(0, '127.0.0.1', async () => {
  const client = new ApiClient({ storeHash: 'abc123', accessToken: 'token', timeout: 60_000 });
  client.axiosInstance.defaults.baseURL = `http://127.0.0.1:${server.address().port}`;
  const { data } = await client.get('/v3/catalog/products', 1, Limit.ALL);
  server.close();
  server.closeAllConnections();
  console.log(data.data.length, 'in', asked);
});
JS
seen=$(node run.js)
echo "$seen"
[[ $seen == '250 in 1' ]]
