#!/usr/bin/env bash
# Bun 1.4.5: fetch makes 127 requests of a chain of redirects before it gives up, where the
# standard allows 20 redirects, and so 21 requests.
# Seen: a chain without an end is asked 127 times; the error's code is TooManyRedirects.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund bun@1.4.5
cat >run.mjs <<'JS'
let asked = 0;
const server = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  fetch() {
    asked += 1;
    return new Response('', { status: 302, headers: { Location: `/${asked}` } });
  },
});
const error = await fetch(server.url).catch((error) => error);
server.stop(true);
console.log(asked, error.code);
JS
seen=$(node_modules/.bin/bun run.mjs)
echo "$seen"
[[ $seen == '127 TooManyRedirects' ]]
