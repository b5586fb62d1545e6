#!/usr/bin/env bash
# undici 6.24.1, the fetch of Node 20: a PUT whose body is an ArrayBuffer or a typed array rejects
# once it meets a 307 or a 308, since the buffer was given away to the first request. The same
# bytes as a string or a Blob arrive. undici 7 sends them all.
# Seen: 6.24.1: string and Blob arrive, the two others reject.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund undici@6.24.1 undici7@npm:undici@7.29.0
cat >run.mjs <<'JS'
import { createServer } from 'node:http';

const server = createServer((request, response) => {
  let text = '';
  request.on('data', (part) => (text += part)).on('end', () => {
    if (request.url === '/moved') response.end(text);
    else response.writeHead(307, { Location: '/moved' }).end();
  });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${server.address().port}/`;
const bytes = () => new TextEncoder().encode('order');
const bodies = { string: () => 'order', Blob: () => new Blob(['order']), ArrayBuffer: () => bytes().buffer, Uint8Array: bytes };
for (const name of ['undici', 'undici7']) {
  const { fetch } = await import(name);
  const seen = [];
  for (const [kind, body] of Object.entries(bodies)) {
    const text = await fetch(url, { method: 'PUT', body: body() }).then((answer) => answer.text(), (error) => error.cause?.message ?? error.message);
    seen.push(`${kind}: ${text}`);
  }
  console.log(`${name}: ${seen.join('; ')}`);
}
server.closeAllConnections();
server.close();
JS
seen=$(node run.mjs)
echo "$seen"
readonly detached='Cannot perform ArrayBuffer.prototype.slice on a detached ArrayBuffer'
[[ $seen == "undici: string: order; Blob: order; ArrayBuffer: $detached; Uint8Array: $detached
undici7: string: order; Blob: order; ArrayBuffer: order; Uint8Array: order" ]]
