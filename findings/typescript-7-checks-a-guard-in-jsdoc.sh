#!/usr/bin/env bash
# TypeScript 7.0.2: in checked JavaScript, an arrow function whose `@type` is a type guard has to be a
# guard by its own right, and no wider one. 5.9.3 took the comment for its signature. The same guard as
# `@returns {value is …}` is right for both.
# Seen: a test that no compiler can take for a guard, in either notation, and what each version says.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund five@npm:typescript@5.9.3 seven@npm:typescript@7.0.2
cat >type.js <<'JS'
/** @type {(value: unknown) => value is WebAssembly.Module} */
export const isModule = (value) => Object.prototype.toString.call(value) === '[object WebAssembly.Module]';
JS
cat >returns.js <<'JS'
/**
 * @param {unknown} value
 * @returns {value is WebAssembly.Module}
 */
export const isModule = (value) => Object.prototype.toString.call(value) === '[object WebAssembly.Module]';
JS
seen=$(for version in five seven; do
    for file in type returns; do
        said=$(node node_modules/$version/bin/tsc --allowJs --checkJs --strict --noEmit --target es2022 --lib es2022,dom $file.js 2>&1 ||
            true)
        echo "$version, @$file: $(grep -o 'TS[0-9]*' <<<"${said:-TS0}" | head -1)"
    done
done)
echo "$seen"
[[ $seen == 'five, @type: TS0
five, @returns: TS0
seven, @type: TS2322
seven, @returns: TS0' ]]
