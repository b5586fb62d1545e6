#!/usr/bin/env bash
# Biome 2.6.8: the fix of useArrowFunction counts as safe, and is made by `biome lint --write` with the
# recommended rules. Of a function that is called with `new` it makes an arrow, which cannot be.
# Seen: what a program says before and after it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund @biomejs/biome@2.6.8
cat >run.js <<'JS'
globalThis.Shape = function (name) {
  return { name };
};
console.log(new Shape('a').name);
JS
seen=$(node run.js)
npx biome lint --write run.js >/dev/null 2>&1
seen+=$'\n'$({ node run.js 2>&1 || true; } | grep -o '^TypeError: .*')
echo "$seen"
[[ $seen == 'a
TypeError: Shape is not a constructor' ]]
