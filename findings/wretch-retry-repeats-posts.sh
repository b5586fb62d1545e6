#!/usr/bin/env bash
# wretch 3.0.9: the `retry` middleware looks at no method. A POST that meets a 503 is sent
# eleven times by default, and the last answer is lost: the error says only that the attempts
# are used up.
# Seen: 11 requests, "Number of attempts exceeded."
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund wretch@3.0.9
cat >run.mjs <<'JS'
import { createServer } from 'node:http';
import wretch from 'wretch';
import { retry } from 'wretch/middlewares';

let sent = 0;
const server = createServer((request, response) => {
  sent += 1;
  request.resume().on('end', () => response.writeHead(503).end('why it failed'));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const client = wretch(`http://127.0.0.1:${server.address().port}`).middlewares([retry({ delayTimer: 1 })]);
const error = await client.url('/orders').post({ id: 1 }).res().catch((error) => error);
server.close();
console.log(JSON.stringify([sent, error.message, error.status ?? null]));
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == '[11,"Number of attempts exceeded.",null]' ]]
