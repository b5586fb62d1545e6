#!/usr/bin/env bash
# Biome 2.6.8 and TypeScript 5.9.3: in a .d.ts that imports and exports, `export {}` ends that every
# declaration is exported. Biome's rule noUselessEmptyExport calls it useless, and its safe fix removes
# it; then a type that was private can be imported.
# Seen: error TS2459 before the fix, no error after it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund @biomejs/biome@2.6.8 typescript@5.9.3
mkdir lib
cat >lib/index.d.ts <<'TS'
export {};

declare const inner: unique symbol;

export interface Item {
  readonly [inner]: string;
}
TS
cat >use.ts <<'TS'
import { inner } from './lib/index.js';

export const key = inner;
TS
check() {
  local said
  said=$(node_modules/.bin/tsc --noEmit --strict --module nodenext --target es2022 use.ts) || true
  [[ $said ]] && grep -o 'TS[0-9]*' <<<"$said" | head -1 || echo none
}
before=$(check)
node_modules/.bin/biome lint --only=complexity/noUselessEmptyExport --write lib >/dev/null 2>&1
after=$(check)
echo "before $before, after $after"
[[ $before == TS2459 && $after == none ]]
