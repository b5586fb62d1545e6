#!/usr/bin/env bash
# esbuild 0.28.2 with --splitting, beside Rollup 4.68.8: an entry takes one name of a package without
# side effects, whose index exports another module too. Nothing that is loaded at once uses that
# other module, but a chunk that is loaded later by import() does. esbuild then loads it with the
# entry; without the import(), or in Rollup, it does not.
# Seen: the text of the unused module is among what esbuild's entry imports, and not what Rollup's does.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund esbuild@0.28.2 rollup@4.68.8 @rollup/plugin-node-resolve@16.0.3
mkdir node_modules/shop
cd node_modules/shop
echo '{ "type": "module", "sideEffects": false, "exports": "./index.js" }' >package.json
echo "export { small } from './small.js'; export { large } from './large.js';" >index.js
echo "export const small = () => import('./later.js').then(({ later }) => later());" >small.js
echo "export const large = () => 'a text that only the chunk needs';" >large.js
echo "import { large } from './large.js'; export const later = () => large();" >later.js
cd "$work"
echo "import { small } from 'shop'; globalThis.small = small;" >main.js
node_modules/.bin/esbuild main.js --bundle --splitting --format=esm --log-level=warning --outdir=esbuild
node_modules/.bin/rollup main.js -p node-resolve -d rollup --silent
# The entry, and what it imports at once.
seen=$(for bundler in esbuild rollup; do
    cd "$work/$bundler"
    files="main.js $(sed -n 's/.*\(from\|import\) "\(\.[^"]*\)".*/\2/p' main.js | tr '\n' ' ')"
    # shellcheck disable=SC2086
    echo "$bundler: $(cat $files | grep -c 'only the chunk needs' || true)"
done)
echo "$seen"
[[ $seen == "esbuild: 1
rollup: 0" ]]
