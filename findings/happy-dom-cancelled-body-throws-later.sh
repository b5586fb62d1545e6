#!/usr/bin/env bash
# happy-dom 21.0.4: a caller that cancels the body of a response of its fetch before all of it has come gets
# an uncaught exception once it ends, since the end closes a stream that the cancel has closed. No
# promise rejects with it: Node ends, and Vitest counts an error beside tests that passed. A fetch
# that repeats cancels each answer that it does not hand out. Node's own fetch says nothing.
# Seen: what comes of one such cancel, by each fetch.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund happy-dom@21.0.4
cat >run.mjs <<'JS'
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Window } from 'happy-dom';

let said = 'nothing';
process.on('uncaughtException', (error) => (said = error.message));
let ended;
const server = createServer((_, response) => {
  response.write('the first half');
  ended = () => response.end('the second');
});
await once(server.listen(0, '127.0.0.1'), 'listening');
const url = `http://127.0.0.1:${server.address().port}/`;
const window = new Window({ url });
for (const [name, call] of Object.entries({ Node: fetch, 'happy-dom': window.fetch.bind(window) })) {
  said = 'nothing';
  const response = await call(url);
  await response.body.cancel();
  ended();
  await sleep(500);
  console.log(`${name}: ${said}`);
}
process.exit();
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == 'Node: nothing
happy-dom: Invalid state: Controller is already closed' ]]
