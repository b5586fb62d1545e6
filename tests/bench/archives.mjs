// How long `diagnose --all` takes over 100 MB and 100,000 entries, and how much memory: a HAR, a log in JSON, and one of
// failures only, beside `jq -c .` over the same log. What counts is the time of the processors, which others that run
// meanwhile change less, and the least of some runs.

import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COUNT = 100_000;
const RUNS = Number(process.argv[2] ?? 3);
const command = fileURLToPath(new URL('../../pkg/dist/cli/main.js', import.meta.url));
const API = 'https://api.bigcommerce.com/stores/abc123';
const ROUTES = ['/v3/catalog/products', '/v3/carts', '/v2/orders', '/v3/customers', '/v3/catalog/products/ID', '/v2/orders/ID'];
const BODIES = {
  422: '{"status":422,"title":"JSON data is missing or invalid","errors":{"name":"error.path.missing"}}',
  429: '{"status":429,"title":"Too many requests"}',
};
const BEGIN = Date.UTC(2026, 10, 27, 22);

let seed = 20_261_128;
const random = () => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return seed / 0x7fffffff;
};

/** A tenth of it fails, or all. */
const statusOf = (isGood) => {
  const drawn = isGood ? random() * 10 : random();
  return [429, 404, 422, 503, 401][Math.floor(drawn * 5)] ?? 200;
};

const callOf = (n, isGood) => {
  const status = statusOf(isGood);
  const left = status === 429 ? '0' : String(n % 150);
  return {
    time: BEGIN + n * 40,
    method: n % 7 ? 'GET' : 'POST',
    url: API + ROUTES[n % 6].replace('ID', String(n)),
    status,
    body: status === 200 ? `{"data":[{"id":${n},"name":"${'x'.repeat(200)}"}],"meta":{}}` : (BODIES[status] ?? ''),
    left,
  };
};

const recordOf = (n, isGood) => {
  const { time, method, url, status, body, left } = callOf(n, isGood);
  return {
    ...{ level: status < 400 ? 30 : 50, time, pid: 1, hostname: 'worker-1', reqId: n },
    req: {
      method,
      url,
      headers: { 'user-agent': 'sync/1.0', 'x-auth-token': 'q3v9hd0exampletoken7k2m1x5z8w40', accept: 'application/json' },
    },
    res: {
      statusCode: status,
      headers: {
        'content-type': 'application/json',
        'x-rate-limit-requests-left': left,
        'x-rate-limit-time-reset-ms': '3000',
        'x-rate-limit-requests-quota': '150',
      },
      ...(status >= 400 && { body }),
    },
    responseTime: 100 + (n % 900),
    msg: `request completed ${'x'.repeat(480)}`,
  };
};

const pairs = (headers) => Object.entries(headers).map(([name, value]) => ({ name, value }));

const entryOf = (n) => {
  const { time, method, url, status, body, left } = callOf(n, true);
  return {
    startedDateTime: new Date(time).toISOString(),
    time: 123.4,
    request: {
      method,
      url,
      httpVersion: 'HTTP/2',
      cookies: [],
      headers: pairs({ 'X-Auth-Token': 'q3v9hd0exampletoken7k2m1x5z8w40', Accept: 'application/json' }),
      queryString: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      ...{ status, statusText: '', httpVersion: 'HTTP/2', cookies: [], redirectURL: '', headersSize: -1, bodySize: 100 },
      headers: pairs({ 'Content-Type': 'application/json', 'X-Rate-Limit-Requests-Left': left, 'X-Rate-Limit-Time-Reset-Ms': '3000' }),
      content: { size: 100, mimeType: 'application/json', text: body },
    },
    cache: {},
    timings: { send: 0, wait: 100, receive: 1 },
  };
};

const KINDS = {
  'a HAR': ['{"log":{"version":"1.2","entries":[', ',', ']}}', entryOf],
  'a log': ['', '\n', '\n', (n) => recordOf(n, true)],
  'a log of failures only': ['', '\n', '\n', (n) => recordOf(n, false)],
};

const written = async (path, [begin, between, end, make]) => {
  const out = createWriteStream(path);
  const write = async (text) => out.write(text) || (await once(out, 'drain'));
  await write(begin);
  for (let n = 0; n < COUNT; n++) await write((n ? between : '') + JSON.stringify(make(n)));
  out.end(end);
  await once(out, 'close');
};

/** What a process says of itself when it ends. */
const TELLING = `data:text/javascript,process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();process.stderr.write('used '+[(u+s)/1e6,m/1024]+'\\n')})`;

const ours = (path) => {
  const began = performance.now();
  const { stderr, status } = spawnSync(process.execPath, ['--import', TELLING, command, 'diagnose', '--all', '--json', path], {
    maxBuffer: 1e9,
  });
  if (status !== 1) throw new Error(String(stderr));
  const [, seconds, megabytes] = /used ([\d.]+),([\d.]+)/.exec(stderr);
  return [(performance.now() - began) / 1000, Number(seconds), Number(megabytes)];
};

const jq = (path) => {
  const line = `TIMEFORMAT='%R %U %S'; time jq -c . '${path}' > /dev/null`;
  const { stderr, status } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const [wall, user, system] = stderr.trim().split(' ').map(Number);
  return [wall, user + system];
};

const least = (rows) => rows[0].map((_, at) => Math.min(...rows.map((row) => row[at])));
const times = (run, path) => Array.from({ length: RUNS }, () => run(path));

const folder = mkdtempSync(join(tmpdir(), 'bc-status-bench-'));
try {
  for (const [name, kind] of Object.entries(KINDS)) {
    const path = join(folder, 'archive');
    await written(path, kind);
    const [wall, cpu, memory] = least(times(ours, path));
    const size = (statSync(path).size / 1e6).toFixed(0);
    console.log(`${name}, ${size} MB: ${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of processors, ${memory.toFixed(0)} MB of memory`);
    if (name === 'a HAR') continue;
    const others = times(jq, path).filter(Boolean);
    console.log(
      others.length
        ? `  jq -c .: ${least(others)
            .map((one) => one.toFixed(1))
            .join(' s, ')} s of processors`
        : '  jq is not installed',
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
