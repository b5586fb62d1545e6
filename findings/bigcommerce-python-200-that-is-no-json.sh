#!/usr/bin/env bash
# bigcommerce 0.23.4 of PyPI meets a 200 that is not JSON, such as a maintenance page, with an error
# about itself: it adds the body to `e.message`, which exceptions of Python 3 do not have. What
# arrives is an AttributeError that says nothing of the answer.
# Seen: AttributeError.
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

class Store(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header('Content-Type', 'text/html')
        self.end_headers()
        self.wfile.write(b'<h1>Down for maintenance</h1>')

    def log_message(self, *args):
        pass

server = HTTPServer(('127.0.0.1', 0), Store)
Thread(target=server.serve_forever, daemon=True).start()
try:
    OAuthConnection('id', 'abc123', 'token').make_request('GET', 'http://127.0.0.1:%d/' % server.server_port)
except Exception as error:
    print(type(error).__name__, 'maintenance' in str(error))
server.shutdown()
PY
seen=$(env/bin/python run.py)
echo "$seen"
[[ $seen == 'AttributeError False' ]]
