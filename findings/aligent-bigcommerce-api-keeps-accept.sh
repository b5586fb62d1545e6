#!/usr/bin/env bash
# @aligent/bigcommerce-api 1.1.1, and @space48/bigcommerce-api 0.3.1 before it: one upload as
# multipart/form-data changes the headers of the client for good. Every later request asks for
# `*/*` instead of application/json, for which V2 answers in XML.
# Seen: Accept of a GET before an upload, of the upload, and of a GET after it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund @aligent/bigcommerce-api@1.1.1 @space48/bigcommerce-api@0.3.1 form-data@4.0.4
cat >run.mjs <<'JS'
import { Agent, createServer } from 'node:http';
import FormData from 'form-data';

let accepts = [];
const server = createServer((request, response) => {
  accepts.push(request.headers.accept);
  request.resume().on('end', () => response.end('{}'));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const baseUrl = `http://127.0.0.1:${server.address().port}`;
for (const file of ['@aligent/bigcommerce-api/dist/esm/internal/operation.js', '@space48/bigcommerce-api/lib/internal/operation.js']) {
  const { fetchTransport } = await import(new URL(`node_modules/${file}`, import.meta.url));
  accepts = [];
  const call = fetchTransport({ baseUrl, agent: new Agent(), headers: {} });
  const body = new FormData();
  body.append('image_file', 'bytes', { filename: 'a.png' });
  await call('GET /v2/orders');
  await call('POST /v3/catalog/products/1/images', { body, header: { 'Content-Type': `multipart/form-data; boundary=${body.getBoundary()}` } });
  await call('GET /v2/orders');
  console.log(accepts.join(', '));
}
server.close();
server.closeAllConnections();
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == 'application/json, */*, */*
application/json, */*, */*' ]]
