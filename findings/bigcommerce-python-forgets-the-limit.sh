#!/usr/bin/env bash
# bigcommerce 0.23.4 of PyPI takes in the quota headers of a success only: a 429 raises before they
# are read. `rate_limit` then still tells what the last success said, and the exception has the
# headers in its response alone; the managed waiting (`rate_limiting_management`) is not reached.
# Seen: after a 200 with 100 left and a 429 with 0 left, 100 requests remain.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check bigcommerce==0.23.4
cat >run.py <<'PY'
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from bigcommerce.connection import OAuthConnection
from bigcommerce.exception import RateLimitingException

class Store(BaseHTTPRequestHandler):
    def do_GET(self):
        busy = self.path == '/busy'
        self.send_response(429 if busy else 200)
        for name, value in (('Requests-Left', 0 if busy else 100), ('Requests-Quota', 450), ('Time-Reset-Ms', 9000), ('Time-Window-Ms', 30000)):
            self.send_header('X-Rate-Limit-' + name, str(value))
        self.end_headers()
        self.wfile.write(b'{}')

    def log_message(self, *args):
        pass

server = HTTPServer(('127.0.0.1', 0), Store)
Thread(target=server.serve_forever, daemon=True).start()
store = OAuthConnection('id', 'abc123', 'token')
seen = []
for path in ('fine', 'busy'):
    try:
        store.make_request('GET', 'http://127.0.0.1:%d/%s' % (server.server_port, path))
        seen.append('200')
    except RateLimitingException:
        seen.append('429')
    seen.append(str(store.rate_limit['requests_remaining']))
server.shutdown()
print(' '.join(seen))
PY
seen=$(env/bin/python run.py)
echo "$seen"
[[ $seen == '200 100 429 100' ]]
