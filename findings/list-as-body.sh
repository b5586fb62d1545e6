#!/usr/bin/env bash
# A list as the body of a Response or a Request is a text by the standard, its items joined by
# commas, as Node 20 has it. Bun 1.4.5 joins it without a comma. Deno 2.9.6 takes it for an
# iterable of chunks, and refuses it when it is read, since the items are no bytes. A client that
# passes a list of ids unencoded sends three different things.
# Seen: 12,7 in Node, 127 in Bun, and a TypeError in Deno.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund bun@1.4.5 deno@2.9.6
cat >run.mjs <<'JS'
const read = async (made) => {
  try {
    return await made().text();
  } catch (error) {
    return error.name;
  }
};
console.log(
  await read(() => new Response([12, 7])),
  await read(() => new Request('http://127.0.0.1/', { method: 'POST', body: [12, 7] })),
);
JS
seen=$(node run.mjs; node_modules/.bin/bun run.mjs; node_modules/.bin/deno run run.mjs)
echo "$seen"
[[ $seen == '12,7 12,7
127 127
TypeError TypeError' ]]
