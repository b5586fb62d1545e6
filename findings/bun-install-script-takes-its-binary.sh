#!/usr/bin/env bash
# bun 1.4.5 from npm: its install script links the binary into node_modules/bun and takes it out of
# the package it came in, @oven/bun-linux-x64, whose bin/ is empty afterwards. With --ignore-scripts it
# stays there, and node_modules/bun has none. So a path to the binary holds for one kind of install
# only, and an `npm ci` with scripts breaks a tool that was set up by one without.
# Seen on Linux, x64: see the two lines at the end.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A few hundred bytes in place of the binary say that the script has not run.
has() { if [[ -n $(find "$1" -size +1M 2>/dev/null) ]]; then echo yes; else echo no; fi; }
seen=''
for how in --no-ignore-scripts --ignore-scripts; do
    mkdir "$work/$how"
    cd "$work/$how"
    echo '{}' >package.json
    npm install --silent --no-audit --no-fund "$how" bun@1.4.5
    platform=(node_modules/@oven/*/)
    seen+="$how: the platform's package has it: $(has "${platform[0]}bin/bun"), bun has it: $(has node_modules/bun/bin/bun.exe)"$'\n'
done
printf '%s' "$seen"
[[ $seen == "--no-ignore-scripts: the platform's package has it: no, bun has it: yes
--ignore-scripts: the platform's package has it: yes, bun has it: no
" ]]
