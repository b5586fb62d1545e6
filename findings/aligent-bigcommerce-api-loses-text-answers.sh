#!/usr/bin/env bash
# @aligent/bigcommerce-api 1.1.1 parses every body as JSON, so that a text answer, such as the
# plain 404 of BigCommerce for a wrong method or the page of a gateway, becomes an error of
# JSON.parse in which neither the status nor the text is left to be had.
# Seen: a 404 in JSON resolves with its status; one in text rejects, without a status.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund @aligent/bigcommerce-api@1.1.1
cat >run.mjs <<'JS'
import { Agent, createServer } from 'node:http';

const { fetchTransport } = await import(new URL('node_modules/@aligent/bigcommerce-api/dist/esm/internal/operation.js', import.meta.url));
const bodies = { '/json': '{"status":404,"title":"Not found"}', '/text': 'The requested resource was not found.' };
const server = createServer(({ url }, response) => response.writeHead(404).end(bodies[url]));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const call = fetchTransport({ baseUrl: `http://127.0.0.1:${server.address().port}`, agent: new Agent(), headers: {} });
const seen = [];
for (const path of Object.keys(bodies)) seen.push(await call(`GET ${path}`).then(({ status }) => status, ({ name, status }) => `${name} ${status}`));
server.close();
server.closeAllConnections();
console.log(seen.join(', '));
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == '404, SyntaxError undefined' ]]
