#!/usr/bin/env bash
# bigcommerce-api-client 0.7.19 makes Dates of the texts in an answer, and adds the offset of the
# machine's time zone to them, in hours, as if it were milliseconds. East of Greenwich each date is
# some milliseconds late, and one that is sent back, or compared, is another one.
# Seen: noon is noon in UTC, and 9 ms later in Tokyo.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "commonjs" }' >package.json
npm install --silent --no-audit --no-fund bigcommerce-api-client@0.7.19
cat >run.js <<'JS'
const { dateTransformer } = require('bigcommerce-api-client/lib/util.js');

console.log(dateTransformer('{"date_modified":"2026-11-28T12:00:00Z"}').date_modified.toISOString());
JS
seen=$(TZ=UTC node run.js; TZ=Asia/Tokyo node run.js)
echo "$seen"
[[ $seen == '2026-11-28T12:00:00.000Z
2026-11-28T12:00:00.009Z' ]]
