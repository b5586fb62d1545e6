#!/usr/bin/env bash
# happy-dom 15.11.7: what its GlobalRegistrator puts in the place of `globalThis.location` in
# Node is a getter that is bound, so that its text is that of native code. Whoever tells a page
# from a test by `location`, or by whether its getter is native, takes Node for a browser; jsdom
# 25.0.1 gives a getter whose text is JavaScript.
# Seen: the text of each getter, and the name, which begins with "bound" in happy-dom.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund @happy-dom/global-registrator@15.11.7 jsdom@25.0.1
cat >run.mjs <<'JS'
import { GlobalRegistrator } from '@happy-dom/global-registrator';
import { JSDOM } from 'jsdom';

const told = (object) => {
  let owner = object;
  while (!Object.getOwnPropertyDescriptor(owner, 'location')) owner = Object.getPrototypeOf(owner);
  const { get } = Object.getOwnPropertyDescriptor(owner, 'location');
  return `${get.name} ${/\[native code\]/.test(Function.prototype.toString.call(get)) ? 'native' : 'JavaScript'}`;
};
console.log(told(new JSDOM('', { url: 'https://shop.example/' }).window));
GlobalRegistrator.register({ url: 'https://shop.example/' });
console.log(told(globalThis));
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == 'get location JavaScript
bound get location native' ]]
