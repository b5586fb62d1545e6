#!/usr/bin/env bash
# ofetch 1.5.1, ky 2.1.0 and axios 1.21.1: what a logger of JSON keeps of an error differs. Of
# ofetch's it keeps the name alone: status, URL and body are gone, since they are accessors
# and a message. Of ky's it keeps the method and the body; response, request and headers are
# empty. Of axios's it keeps status, URL, and the token that was sent, but not the body.
# Seen: for a 422 with a JSON body to a request with X-Auth-Token, by JSON.stringify(error):
# whether the status, the path, the answer's title and the token are in it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund ofetch@1.5.1 ky@2.1.0 axios@1.21.1
cat >run.mjs <<'JS'
import { createServer } from 'node:http';
import axios from 'axios';
import ky from 'ky';
import { ofetch } from 'ofetch';

const server = createServer((request, response) =>
  response.writeHead(422, { 'content-type': 'application/json' }).end('{"title":"The name is taken"}'),
);
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${server.address().port}/v3/catalog/products`;
const headers = { 'X-Auth-Token': 'an-invented-token' };
const calls = {
  ofetch: () => ofetch(url, { headers, retry: 0 }),
  ky: () => ky(url, { headers, retry: 0 }),
  axios: () => axios(url, { headers }),
};
const seen = {};
for (const [name, call] of Object.entries(calls)) {
  const text = JSON.stringify(await call().catch((error) => error));
  const kept = { status: /\b422\b/, path: /v3\/catalog/, title: /The name is taken/, token: /an-invented-token/ };
  seen[name] = Object.keys(kept).filter((what) => kept[what].test(text)).join() || 'nothing';
}
server.closeAllConnections();
server.close();
console.log(JSON.stringify(seen));
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == '{"ofetch":"nothing","ky":"title","axios":"status,path,token"}' ]]
