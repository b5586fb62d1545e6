#!/usr/bin/env bash
# axios-retry 4.5.0 with axios 1.21.1: the default repeats a POST whose connection was lost, since an error
# of the network counts for every method; only answers are told apart by method. An order that the
# server had executed is executed four times, where a 504 would have been sent once.
# Seen: 4 requests after a closed connection, 1 after a 504.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund axios@1.21.1 axios-retry@4.5.0
cat >run.mjs <<'JS'
import { createServer } from 'node:http';
import axios from 'axios';
import axiosRetry from 'axios-retry';

const seen = { '/closed': 0, '/late': 0 };
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    seen[request.url] += 1;
    if (request.url === '/closed') response.socket.destroy();
    else response.writeHead(504).end();
  });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const client = axios.create({ baseURL: `http://127.0.0.1:${server.address().port}` });
axiosRetry(client, { retries: 3 });
for (const path of Object.keys(seen)) await client.post(path, { id: 1 }).catch(() => {});
server.closeAllConnections();
server.close();
console.log(JSON.stringify(Object.values(seen)));
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == '[4,1]' ]]
