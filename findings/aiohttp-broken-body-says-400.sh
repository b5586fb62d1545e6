#!/usr/bin/env bash
# aiohttp 3.13.2: where the body of a 200 breaks off, what is raised names a 400 that nobody answered:
# ClientPayloadError prints TransferEncodingError with the status 400 for a chunked body, and
# ContentLengthError with 400 for one of a known length. Who searches a log for " 400" counts broken
# connections as requests that were refused. The status of the answer itself stays 200.
# Seen: for both kinds of body the status of the answer, and the number in the message.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check aiohttp==3.13.2
cat >run.py <<'PY'
import asyncio
import re

import aiohttp

HEADS = {
    "chunked": b"transfer-encoding: chunked\r\n\r\n400\r\n{\"data\":[",
    "length": b"content-length: 1024\r\n\r\n{\"data\":[",
}


async def answer(reader, writer):
    path = (await reader.readuntil(b"\r\n\r\n")).split()[1].decode()[1:]
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n" + HEADS[path])
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with aiohttp.ClientSession() as session:
        for path in HEADS:
            async with session.get(f"http://127.0.0.1:{port}/{path}") as response:
                try:
                    await response.json()
                except aiohttp.ClientPayloadError as error:
                    name, code = re.search(r"<(\w+): (\d+),", str(error)).groups()
                    print(path, response.status, name, code)
    server.close()


asyncio.run(main())
PY
seen=$(venv/bin/python run.py)
echo "$seen"
[[ $seen == 'chunked 200 TransferEncodingError 400
length 200 ContentLengthError 400' ]]
