#!/usr/bin/env bash
# Biome 2.6.8: where a comparison in parentheses begins with a type cast of JSDoc, the formatter puts
# the cast around the whole comparison. For tsc that is another type: what was right is an error then.
# What it has made, it would format differently once more, so that `biome ci` fails behind `--write`.
# Seen: a line, and what formatting it once and twice makes of it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund @biomejs/biome@2.6.8
echo 'export const isNone = (one) => !(/** @type {number} */ (one.count) > 0);' >run.js
seen=$(cat run.js)
for _ in once twice; do
    npx biome format --write run.js >/dev/null 2>&1
    seen+=$'\n'$(cat run.js)
done
echo "$seen"
[[ $seen == 'export const isNone = (one) => !(/** @type {number} */ (one.count) > 0);
export const isNone = (one) => !(/** @type {number} */ ((one.count) > 0));
export const isNone = (one) => !(/** @type {number} */ (one.count > 0));' ]]
