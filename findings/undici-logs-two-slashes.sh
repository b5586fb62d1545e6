#!/usr/bin/env bash
# undici 6.22.0: what NODE_DEBUG=undici logs of a request has two slashes between the host and the path, while
# one is sent. Who copies the URL out of the log asks for another one, and servers that match paths as they are
# written answer 404.
# Seen: the path that arrived, and the URL of the log.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund undici@6.22.0
cat >run.mjs <<'JS'
import { createServer } from 'node:http';
import { request } from 'undici';
let asked = '';
const server = createServer((incoming, response) => {
  asked = incoming.url;
  response.writeHead(404).end();
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const answer = await request(`http://127.0.0.1:${server.address().port}/v2/orders?page=9`);
await answer.body.dump();
server.closeAllConnections();
server.close();
console.log(`sent ${asked}`);
JS
seen=$(NODE_DEBUG=undici node run.mjs 2>log)
seen+=$(grep -o ' sending request to .*' log | sed -E 's/127\.0\.0\.1:[0-9]+/HOST/; s/ sending request to/, logged/')
echo "$seen"
[[ $seen == 'sent /v2/orders?page=9, logged GET http://HOST//v2/orders?page=9' ]]
