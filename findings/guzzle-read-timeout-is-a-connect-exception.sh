#!/usr/bin/env bash
# Guzzle 7.4.5 (Debian 12's php-guzzlehttp-guzzle 7.4.5-1, with cURL): a request that was sent whole, and got no
# answer within its `timeout`, ends in a ConnectException, as one that could not connect does. Only cURL's sentence
# tells them apart: a repeat because of the class sends a POST a second time.
# Seen: received 9 bytes, GuzzleHttp\Exception\ConnectException, errno 28; refused:
# GuzzleHttp\Exception\ConnectException, errno 7.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq php8.2-cli=8.2.* php8.2-common=8.2.* php8.2-curl=8.2.* libargon2-1 libsodium23 libcurl4 \
  php-guzzlehttp-guzzle=7.4.5-1 php-guzzlehttp-promises=1.5.2-1 php-guzzlehttp-psr7=2.4.5-1+deb12u1 \
  php-psr-http-client=1.0.1-2 php-psr-http-factory=1.0.1-3 php-psr-http-message=1.0.1-3 php-getallheaders php-symfony-deprecation-contracts >/dev/null 2>&1
for package in *.deb; do dpkg -x "$package" root; done
cat >post.php <<'PHP'
<?php
require 'GuzzleHttp/autoload.php';
$client = new GuzzleHttp\Client();
foreach (array_slice($argv, 1) as $url) {
    try {
        $client->post($url, ['body' => '{"id":77}', 'timeout' => 0.5]);
        echo "answered\n";
    } catch (Throwable $error) {
        echo get_class($error), ' errno ', $error->getHandlerContext()['errno'], "\n";
    }
}
PHP
cat >run.mjs <<'JS'
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { promisify } from 'node:util';

let received = 0;
const server = createServer((request) => request.on('data', (part) => (received += part.length)));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address();
const closed = createServer().listen(0, '127.0.0.1');
await once(closed, 'listening');
const { port: nobody } = closed.address();
closed.close();
const settings = ['include_path=root/usr/share/php', 'extension_dir=root/usr/lib/php/20220829', 'extension=ctype', 'extension=curl'];
const args = ['-n', ...settings.flatMap((setting) => ['-d', setting])];
const urls = [port, nobody].map((one) => `http://127.0.0.1:${one}/v2/orders`);
const env = { ...process.env, LD_LIBRARY_PATH: 'root/usr/lib/x86_64-linux-gnu' };
const { stdout } = await promisify(execFile)('root/usr/bin/php8.2', [...args, 'post.php', ...urls], { env });
const [late, refused] = stdout.trim().split('\n');
console.log(`received ${received} bytes, ${late}; refused: ${refused}`);
server.closeAllConnections();
server.close();
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == 'received 9 bytes, GuzzleHttp\Exception\ConnectException errno 28; refused: GuzzleHttp\Exception\ConnectException errno 7' ]]
