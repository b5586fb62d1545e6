#!/usr/bin/env bash
# @modelcontextprotocol/sdk 1.32.2: a transport's `onclose` is "for when the connection is closed for
# any reason", but StdioServerTransport says nothing when its input ends, which is how a client closes
# it. A server that holds a timer or a socket runs on for ever, unless it watches standard input itself.
# Seen: the input ends, `onclose` is not called; `close()` does call it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund @modelcontextprotocol/sdk@1.32.2
cat >run.mjs <<'JS'
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';

const input = new PassThrough();
const server = new Server({ name: 'server', version: '1.0.0' }, { capabilities: { tools: {} } });
let isTold = false;
server.onclose = () => {
  isTold = true;
};
await server.connect(new StdioServerTransport(input, new PassThrough()));
input.end('{"jsonrpc":"2.0","id":1,"method":"ping"}\n');
await finished(input, { writable: false });
await new Promise((resolve) => setTimeout(resolve, 100));
const atTheEnd = isTold;
await server.close();
console.log(JSON.stringify({ atTheEnd, byClose: isTold }));
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == '{"atTheEnd":false,"byClose":true}' ]]
