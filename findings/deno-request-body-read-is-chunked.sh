#!/usr/bin/env bash
# Deno 2.9.6: a POST Request made of a string goes out with its Content-Length, but chunked once
# somebody has only looked at `request.body`, without reading it. Servers that demand a length
# answer 411. Looking at `request.clone().body` changes nothing.
# Seen: length, chunked, length.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{}' >package.json
npm install --silent --no-audit --no-fund deno@2.9.6
cat >server.mjs <<'JS'
import { createServer } from 'node:http';
import { execFile } from 'node:child_process';

const seen = [];
const server = createServer(({ headers }, response) => {
  seen.push(headers['content-length'] ? 'length' : headers['transfer-encoding']);
  response.end();
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${server.address().port}/`;
execFile('node_modules/.bin/deno', ['run', '--allow-net', 'run.mjs', url], (error) => {
  server.close();
  if (error) throw error;
  console.log(seen.join(' '));
});
JS
cat >run.mjs <<'JS'
const made = () => new Request(Deno.args[0], { method: 'POST', body: 'order' });
for (const look of [() => {}, (request) => request.body, (request) => request.clone().body]) {
  const request = made();
  look(request);
  await (await fetch(request)).text();
}
JS
seen=$(node server.mjs)
echo "$seen"
[[ $seen == 'length chunked length' ]]
