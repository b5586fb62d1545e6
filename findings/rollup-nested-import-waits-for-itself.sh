#!/usr/bin/env bash
# Rollup 4.68.8, and with it Vite up to 7: an entry awaits at its top level a function that loads a
# chunk by import(), and that chunk loads another one. Rollup puts a module that entry and second chunk
# have in common into the entry, so that the second chunk waits for the entry, and the entry for it. Of
# the first chunk Rollup knows that it is awaited, and makes a third chunk of what both have in common.
# Rolldown 1.3.2 does so for both, and unbundled the program ends too.
# Seen: Node ends the output of Rollup with exit code 13, which means that a top-level await never settled.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund rollup@4.68.8 rolldown@1.3.2
echo "export const shared = { text: 'shared' };" >shared.js
echo "export const first = async () => (await import('./first.js')).second();" >load.js
echo "export const second = async () => (await import('./second.js')).text();" >first.js
echo "import { shared } from './shared.js'; export const text = () => shared.text;" >second.js
echo "import { first } from './load.js'; import { shared } from './shared.js'; globalThis.shared = shared; console.log(await first());" >main.js
node_modules/.bin/rollup main.js --dir rollup --silent
node_modules/.bin/rolldown main.js --dir rolldown >rolldown.log
seen=$(for folder in . rollup rolldown; do
    code=0
    said=$(node "$folder/main.js" 2>/dev/null) || code=$?
    echo "$folder: $said, exit code $code"
done)
echo "$seen"
[[ $seen == ".: shared, exit code 0
rollup: , exit code 13
rolldown: shared, exit code 0" ]]
