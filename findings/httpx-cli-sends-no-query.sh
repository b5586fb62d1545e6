#!/usr/bin/env bash
# httpx 0.28.1, command line: the query of the URL is not sent. The command hands an empty list of
# parameters on, which takes the place of what the URL has; so a filtered list comes back whole.
# `-p NAME VALUE` sends a query.
# Seen: received /v2/orders for /v2/orders?page=9, and /v2/orders?page=9 with -p.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'httpx[cli]==0.28.1' 'click==8.1.8' 'rich==13.9.4'
cat >run.py <<'PY'
import http.server, subprocess, threading

asked = []

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass

server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}/v2/orders"
for arguments in ([f"{url}?page=9"], [url, "-p", "page", "9"]):
    subprocess.run(["env/bin/httpx", *arguments], check=True, capture_output=True, timeout=60)
print(*asked)
PY
seen=$(env/bin/python run.py)
echo "$seen"
[[ $seen == '/v2/orders /v2/orders?page=9' ]]
