#!/usr/bin/env bash
# @hapi/wreck 18.1.2 and http-proxy-middleware 3.0.5: where no answer came, each reports one. wreck raises
# for a connection that was reset an error whose output is a 502 Bad Gateway. http-proxy-middleware answers
# a connection that was refused, of which nothing was sent, with 504, the status of a gateway that waited
# in vain: by it a POST may have run, while it can be sent again without harm.
# Seen: what wreck raises for a reset, and what the proxy answers where nobody listens.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund @hapi/wreck@18.1.2 http-proxy-middleware@3.0.5
cat >run.mjs <<'JS'
import { createServer } from 'node:http';
import Wreck from '@hapi/wreck';
import { createProxyMiddleware } from 'http-proxy-middleware';

const listen = (server) => new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));
const resets = createServer((request) => request.socket.destroy());
const error = await Wreck.get(`http://127.0.0.1:${await listen(resets)}/v2/orders`).catch((raised) => raised);
console.log('wreck', error.code, error.output.statusCode, error.output.payload.error);
resets.close();

const gone = createServer();
const port = await listen(gone);
await new Promise((resolve) => gone.close(resolve));
const proxy = createProxyMiddleware({ target: `http://127.0.0.1:${port}` });
const server = createServer((request, response) => proxy(request, response, () => {}));
const answer = await fetch(`http://127.0.0.1:${await listen(server)}/v2/orders`, { method: 'POST', body: '{}' });
console.log('proxy', answer.status);
server.closeAllConnections();
server.close();
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == 'wreck ECONNRESET 502 Bad Gateway
proxy 504' ]]
