// Pipes, terminals and signals.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { it } from 'node:test';
import { finished } from './command.mjs';

const MB = 1024 * 1024;

const listening = async (answer) => {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${server.address().port}/`, close: () => (server.closeAllConnections(), server.close()) };
};

export const processCases = ({ run, start, onTerminal, file }) => {
  it('ends quietly where nobody reads on', async () => {
    const child = start(['list', '--json']);
    child.stdout.destroy();
    const errors = [];
    child.stderr.on('data', (chunk) => errors.push(chunk));
    const [code, signal] = await once(child, 'close');
    assert.deepEqual([code, signal, String(Buffer.concat(errors))], [0, null, '']);

    const endless = await listening((_, response) => {
      const more = () => (response.write(Buffer.alloc(64 * 1024)) ? setImmediate(more) : response.once('drain', more));
      more();
    });
    const piped = await finished(
      start(['-c', `'${file}' fetch ${endless.url} | head -c 10 | wc -c; exit \${PIPESTATUS[0]}`], { command: 'bash' }),
    );
    endless.close();
    assert.deepEqual(piped, { code: 0, signal: null, out: '10\n', err: '' });
  });

  it('says that it cannot write', { skip: !existsSync('/dev/full') && 'there is no /dev/full here' }, async () => {
    const { code, err } = await finished(start(['-c', `'${file}' list > /dev/full`], { command: 'sh' }));
    assert.deepEqual([code, err], [3, 'bc-status: cannot write standard output: the disk is full\n']);
  });

  it('reads no more of 50 MB than can be of use, and says so', async () => {
    const head = Buffer.from('HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\n\r\n');
    const long = await run(['diagnose', '-X', 'GET'], { input: Buffer.concat([head, Buffer.alloc(50 * MB, 'x')]) });
    assert.equal(long.code, 1);
    assert.match(long.out, /^404 Does Not Exist: missing\n/);
    assert.equal(
      long.err,
      'bc-status: only the first 1 MB of the input was read\nbc-status: only the first 256 KB of the body were read\n',
    );

    const har = {
      log: {
        entries: [
          { request: { url: 'https://shop.example/', method: 'GET' }, response: { status: 404, content: { text: 'x'.repeat(50 * MB) } } },
        ],
      },
    };
    const archive = await run(['diagnose'], { input: JSON.stringify(har) });
    assert.deepEqual([archive.code, archive.err], [1, 'bc-status: only the first 256 KB of the body were read\n']);

    har.log.entries[0].response.content.text += 'x'.repeat(20 * MB);
    const tooLong = await run(['diagnose'], { input: JSON.stringify(har) });
    assert.equal(tooLong.code, 3);
    assert.match(tooLong.err, /a HAR of more than 64 MB is not read: export fewer entries\n$/);
  });

  it('leaves an endless input', async () => {
    const { code, err } = await finished(start(['-c', `yes | '${file}' diagnose`], { command: 'sh' }));
    assert.equal(code, 3);
    assert.match(err, /found no HTTP answer in the input/);
  });

  it('ends at ctrl-C, and the request with it', async () => {
    const silent = await listening(() => {});
    const child = start(['fetch', silent.url]);
    const done = finished(child);
    const [{ socket }] = await once(silent.server, 'request');
    const left = once(socket, 'close');
    child.kill('SIGINT');
    const { code, out, err } = await done;
    await left;
    silent.close();
    assert.deepEqual([code, out, err], [130, '', '']);
  });

  it('is in colour and no wider than the terminal', async () => {
    const { out } = await onTerminal(`'${file}' 429`);
    assert.match(out, /\x1b\[1m\x1b\[33m429 Too Many Requests/);
    const plain = out.replace(/\x1b\[\d+m/g, '').split('\r\n');
    assert.ok(
      plain.every((line) => line.length <= 60 || /https:/.test(line)),
      out,
    );
    assert.doesNotMatch((await onTerminal(`'${file}' 429`, { NO_COLOR: '1' })).out, /\x1b/);
    assert.doesNotMatch((await onTerminal(`'${file}' 429`, { TERM: 'dumb' })).out, /\x1b/);
  });

  it('counts down on a terminal', async () => {
    let attempts = 0;
    const busy = await listening((_, response) => {
      attempts += 1;
      response.writeHead(attempts === 1 ? 503 : 200, attempts === 1 ? { 'Retry-After': '3' } : {}).end('done');
    });
    const { code, out } = await onTerminal(`'${file}' fetch ${busy.url}`, { NO_COLOR: '1' });
    busy.close();
    assert.equal(code, 0);
    assert.match(out, /GET http:\/\/127\.0\.0\.1:\d+\/ …/);
    assert.match(out, /bc-status: 503 Service Unavailable; attempt 2 in 3(\.\d)? s\r\n/);
    const seconds = [...out.matchAll(/retry in ([\d.]+) (m?s), ctrl-C to stop/g)].map(
      ([, number, unit]) => number * (unit === 's' ? 1000 : 1),
    );
    assert.ok(seconds.length >= 2 && seconds.every((ms, at) => at === 0 || ms <= seconds[at - 1]), seconds.join());
    assert.ok(out.endsWith('\x1b[Kdone\r\n'), JSON.stringify(out.slice(-40)));
  });
};
