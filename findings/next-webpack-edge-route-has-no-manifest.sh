#!/usr/bin/env bash
# Next 16.4.6: an app with one route handler whose runtime is 'edge' does not build with --webpack,
# since a file is read that is never written, route_client-reference-manifest.js. With Turbopack it
# builds, and so it does in Next 15.5.29 with webpack. Takes minutes.
# Seen: how each build ends.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export NEXT_TELEMETRY_DISABLED=1
seen=$(for build in '16.4.6 --webpack' '16.4.6 --turbopack' '15.5.29'; do
    read -r version bundler <<<"$build"
    mkdir -p "$work/$version$bundler/app/edge"
    cd "$work/$version$bundler"
    echo '{ "private": true, "type": "module" }' >package.json
    npm install --silent --no-audit --no-fund "next@$version" react@19.3.1 react-dom@19.3.1
    echo 'export default function Layout({ children }) { return <html><body>{children}</body></html>; }' >app/layout.jsx
    echo 'export default function Page() { return <p>a page</p>; }' >app/page.jsx
    echo "export const runtime = 'edge'; export const GET = () => new Response('fine');" >app/edge/route.js
    said=$(node_modules/.bin/next build ${bundler:+"$bundler"} 2>&1) && said=built
    echo "$build: $(grep -om1 'built\|ENOENT.*\|[A-Z][A-Za-z]*Error.*' <<<"$said" | sed 's/, open .*\//, /')"
done)
echo "$seen"
[[ $seen == "16.4.6 --webpack: ENOENT: no such file or directory, route_client-reference-manifest.js'
16.4.6 --turbopack: built
15.5.29: built" ]]
