#!/usr/bin/env bash
# GNU Wget2 1.99.1 (Debian 12's 1.99.1-2.2): where the server speaks HTTP/2, `--post-data` sends a GET
# without a body, and says nothing of it. With --no-http2 the same command sends the POST.
# Seen: GET 0 over HTTP/2, POST 7 over HTTP/1.1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq wget2=1.99.1-2.2 libwget0=1.99.1-2.2 >/dev/null 2>&1
for package in *.deb; do dpkg -x "$package" root; done
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=localhost 2>/dev/null
cat >run.mjs <<'JS'
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { promisify } from 'node:util';

const server = createSecureServer({ key: readFileSync('key.pem'), cert: readFileSync('cert.pem'), allowHTTP1: true });
const came = [];
server.on('request', async (request, response) => {
  let length = 0;
  for await (const part of request) length += part.length;
  came.push(`${request.method} ${length}`);
  response.end('{}');
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `https://127.0.0.1:${server.address().port}/v3/catalog/products`;
const env = { ...process.env, LD_LIBRARY_PATH: 'root/usr/lib/x86_64-linux-gnu' };
for (const more of [[], ['--no-http2']]) {
  const args = [...more, '--no-check-certificate', '--no-hsts', '--quiet', '--tries=1', '--post-data={"a":1}', '-O', '/dev/null', url];
  await promisify(execFile)('root/usr/bin/wget2', args, { env, timeout: 30_000 });
}
console.log(came.join(', '));
server.close();
process.exit();
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == 'GET 0, POST 7' ]]
