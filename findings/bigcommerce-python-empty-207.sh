#!/usr/bin/env bash
# bigcommerce 0.23.4 of PyPI takes 200, 201 and 202 for answers with a body, and raises from 300 on.
# What lies between is handed out as an empty dictionary: a 207, with which V3's batches say that a part
# of them failed and which, looks like a success about which there is nothing to say.
# Seen: {}, and the body is left in a private member.
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
    def do_PUT(self):
        self.rfile.read(int(self.headers['Content-Length']))
        body = b'{"data":[],"meta":{"total":2,"success":1,"failed":1},"errors":[{"status":422,"title":"No such channel"}]}'
        self.send_response(207)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass

server = HTTPServer(('127.0.0.1', 0), Store)
Thread(target=server.serve_forever, daemon=True).start()
client = OAuthConnection('id', 'abc123', 'token')
given = client.put('http://127.0.0.1:%d/' % server.server_port, [{'id': 1}, {'id': 2}])
print(given, 'No such channel' in client._last_response.text)
server.shutdown()
PY
seen=$(env/bin/python run.py)
echo "$seen"
[[ $seen == '{} True' ]]
