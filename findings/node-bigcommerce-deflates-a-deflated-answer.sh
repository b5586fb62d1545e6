#!/usr/bin/env bash
# node-bigcommerce 4.1.0 asks for `gzip, deflate`, and compresses an answer that comes with
# `Content-Encoding: deflate` once more instead of unpacking it.
# Seen: gzip gives the object, deflate an error of JSON.parse.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "commonjs" }' >package.json
npm install --silent --no-audit --no-fund node-bigcommerce@4.1.0
cat >run.js <<'JS'
const http = require('node:http');
const https = require('node:https');
const zlib = require('node:zlib');
const BigCommerce = require('node-bigcommerce');

const packed = { gzip: zlib.gzipSync('{"id":1}'), deflate: zlib.deflateSync('{"id":1}') };
const server = http.createServer(({ url }, response) => {
  const encoding = url.split('/').at(-1);
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': encoding }).end(packed[encoding]);
});
server.listen(0, '127.0.0.1', async () => {
  https.request = (options, then) => http.request({ ...options, hostname: '127.0.0.1', port: server.address().port }, then);
  const store = new BigCommerce({ clientId: 'id', accessToken: 'token', storeHash: 'abc123' });
  const seen = [];
  for (const encoding of ['gzip', 'deflate']) seen.push(await store.get(`/${encoding}`).then(JSON.stringify, (error) => error.name));
  server.close();
  server.closeAllConnections();
  console.log(seen.join(' '));
});
JS
seen=$(node run.js)
echo "$seen"
[[ $seen == '{"id":1} SyntaxError' ]]
