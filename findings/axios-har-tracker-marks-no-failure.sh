#!/usr/bin/env bash
# axios-har-tracker 0.8.0 with axios 1.13.2: in the HAR that it makes, a request without an answer has
# a response whose status is an empty text, where HAR wants a number and browsers write 0, and nothing
# beside it says why: a reset and a timeout look the same. Beside params, a URL with a query of its own
# gets a second question mark, while axios itself sends an ampersand.
# Seen: for a reset, a timeout and a 422: the status, whether any member says what failed, and the path.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund axios@1.13.2 axios-har-tracker@0.8.0
cat >run.mjs <<'JS'
import { createServer } from 'node:http';
import axios from 'axios';
import harTracker from 'axios-har-tracker';

let asked = '';
const server = createServer((request, response) => {
  if (request.url === '/cut') return request.socket.destroy();
  if (request.url === '/slow') return;
  asked = request.url;
  response.writeHead(422, { 'content-type': 'application/json' }).end('{"title":"The name is taken"}');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const client = axios.create({ baseURL: `http://127.0.0.1:${server.address().port}` });
const tracker = new harTracker.AxiosHarTracker(client);
const ignored = () => {};
await client.get('/cut').catch(ignored);
await client.get('/slow', { timeout: 100 }).catch(ignored);
await client.post('/v3/catalog/products?include_fields=id', { name: '' }, { params: { limit: 5 } }).catch(ignored);
server.closeAllConnections();
server.close();
for (const entry of tracker.getGeneratedHar().log.entries) {
  const { pathname, search } = new URL(entry.request.url);
  const says = /ECONN|reset|hang up|timeout of|exceeded/i.test(JSON.stringify(entry));
  console.log(JSON.stringify([entry.response.status, says, pathname + search]));
}
console.log(`sent: ${asked}`);
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == '["",false,"/cut"]
["",false,"/slow"]
[422,false,"/v3/catalog/products?include_fields=id?limit=5"]
sent: /v3/catalog/products?include_fields=id&limit=5' ]]
