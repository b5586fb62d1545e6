#!/usr/bin/env bash
# Bun 1.4.5: `new Request(request)` takes nothing away from the request that it is made of: its
# body stays unused, and both can be read or sent. By the standard, as in Node and Deno, the
# first is used up at once, so that code which sends the first one after all works here only.
# Seen: bodyUsed is false, and both have the body; in Node true, and the second read rejects.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund bun@1.4.5
cat >run.mjs <<'JS'
const first = new Request('http://127.0.0.1/', { method: 'POST', body: 'order' });
const second = new Request(first);
const read = (request) => request.text().catch((error) => error.name);
console.log(first.bodyUsed, await read(second), await read(first));
JS
seen=$(node_modules/.bin/bun run.mjs; node run.mjs)
echo "$seen"
[[ $seen == 'false order order
true order TypeError' ]]
