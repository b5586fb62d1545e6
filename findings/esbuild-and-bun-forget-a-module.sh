#!/usr/bin/env bash
# esbuild 0.28.2 and Bun 1.4.5 as bundlers, without splitting: of a package without side effects
# whose entry is `export * from './api.js'`, itself an `export *` of a module that another file
# reaches by `import()` too, the module is bundled and never run. The import() need not be used.
# Naming the export once (`export { status } from './status.js'`) mends it.
# Seen: both bundle without a warning; the outputs throw a TypeError each.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund esbuild@0.28.2 bun@1.4.5
mkdir node_modules/codes
cd node_modules/codes
echo '{ "type": "module", "sideEffects": false, "exports": "./index.js" }' >package.json
echo "export * from './api.js';" >index.js
echo "export * from './status.js'; export { later } from './later.js';" >api.js
echo "const texts = new Map([[429, 'Too Many Requests']]); export const status = (code) => texts.get(code);" >status.js
echo "export const later = () => import('./error.js');" >later.js
echo "import { status } from './status.js'; export const text = () => status(429);" >error.js
cd "$work"
echo "import { status } from 'codes'; console.log(status(429));" >main.js
node_modules/.bin/esbuild main.js --bundle --format=esm --log-level=warning --outfile=esbuild.mjs
node_modules/.bin/bun build main.js --outfile bun.mjs >bun.log
seen=$(for bundle in esbuild bun; do { node "$bundle.mjs" 2>&1 || true; } | sed -n 's/^TypeError: /'"$bundle"': /p'; done)
echo "$seen"
[[ $seen == "esbuild: status is not a function
bun: Cannot read properties of undefined (reading 'get')" ]]
