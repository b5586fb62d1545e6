// Servers of a test's own: on a free port of the loopback, with a folder that goes with them.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../free-port.mjs';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const find = (paths) => paths.find((path) => existsSync(path));
const onPath = (name) => find((process.env.PATH ?? '').split(':').map((folder) => join(folder, name)));

/** What is missing here, as a reason to skip. */
const redisServer = onPath('redis-server');
export const noRedis = redisServer ? false : 'redis-server is not installed (Debian: redis-server)';

const VERSIONS = '/usr/lib/postgresql';
const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort((one, other) => other - one) : [];
const postgres = find(versions.map((version) => join(VERSIONS, version, 'bin', 'postgres'))) ?? onPath('postgres');
export const noPostgres = postgres ? false : 'PostgreSQL is not installed (Debian: postgresql)';

const pgBouncer = onPath('pgbouncer') ?? find(['/usr/sbin/pgbouncer']);
export const noPgBouncer = noPostgres || (pgBouncer ? false : 'PgBouncer is not installed (Debian: pgbouncer)');

/** They do not run as root. */
const idOf = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
const owner = () => (process.getuid() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {});

/** A process with its folder, which can be stopped, killed and started again. */
class Server {
  #folder;
  #signal;
  #start;
  #isUp;
  #process;

  constructor(port, folder, signal, start, isUp) {
    this.port = port;
    this.#folder = folder;
    this.#signal = signal;
    this.#start = start;
    this.#isUp = isUp;
    // Where the process ends before it has closed it.
    process.once('exit', () => {
      this.#process?.kill(this.#signal);
      rmSync(this.#folder, { recursive: true, force: true });
    });
  }

  async start() {
    this.#process = this.#start();
    let isOver = false;
    this.#process.once('exit', () => (isOver = true));
    for (let tries = 0; ; tries++) {
      assert.ok(!isOver && tries < 600, 'the server did not start');
      if (await this.#isUp(this.port)) return this;
      await sleep(25);
    }
  }

  /** With its children, who do the work of PostgreSQL. */
  #tell(signal) {
    const { pid } = this.#process;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    for (const one of [pid, ...children.map(Number)]) process.kill(one, signal);
  }

  pause() {
    this.#tell('SIGSTOP');
  }

  goOn() {
    this.#tell('SIGCONT');
  }

  /** In the middle of everything. */
  async kill() {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const over = once(this.#process, 'exit');
    this.goOn();
    this.#process.kill(this.#signal);
    await over;
  }

  async close() {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const listens = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** PostgreSQL listens before it serves: until then it refuses every client with 57P03, "the database system is starting up". */
const serves = async (port) => {
  const client = new pg.Client({ connectionString: postgresUrl({ port }) });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
};

const begin = async (folder, start, signal, isUp = listens) => {
  const port = await freePort();
  return new Server(port, folder, signal, () => start(port), isUp).start();
};

/** What it knows is in its memory alone. */
export const startRedis = () => {
  const folder = mkdtempSync(join(tmpdir(), 'bc-status-redis-'));
  const start = (port) =>
    spawn(redisServer, [...['--port', port, '--bind', '127.0.0.1', '--dir', folder], ...['--save', '', '--appendonly', 'no']], {
      stdio: 'ignore',
    });
  return begin(folder, start, 'SIGKILL');
};

/** What its statements wrote is lost where it is killed. */
export const startPostgres = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bc-status-postgres-'));
  const own = owner();
  if (own.uid !== undefined) chownSync(folder, own.uid, own.gid);
  const data = join(folder, 'data');
  // The folder that the tests run in may be none that it can see.
  const options = { ...own, cwd: folder, stdio: 'ignore' };
  const initdb = spawn(
    postgres.replace(/postgres$/, 'initdb'),
    ['-D', data, '-U', 'tester', '-A', 'trust', '-N', '--locale=C', '-E', 'UTF8'],
    options,
  );
  const [code] = await once(initdb, 'exit');
  assert.equal(code, 0, 'initdb failed');
  const settings = ['fsync=off', 'full_page_writes=off', 'shared_buffers=8MB', 'max_connections=80', `unix_socket_directories=`];
  const start = (port) =>
    spawn(postgres, ['-D', data, '-h', '127.0.0.1', '-p', port, ...settings.flatMap((setting) => ['-c', setting])], options);
  // Its children go with it in an orderly way alone.
  return begin(folder, start, 'SIGQUIT', serves);
};

/** In front of a PostgreSQL, with two connections for all its clients, each for one transaction at a time. */
export const startPgBouncer = ({ port: postgresPort }) => {
  const folder = mkdtempSync(join(tmpdir(), 'bc-status-pgbouncer-'));
  const own = owner();
  const start = (port) => {
    const file = join(folder, 'pgbouncer.ini');
    const settings = ['pool_mode = transaction', 'default_pool_size = 2', 'auth_type = any', 'unix_socket_dir ='];
    const ini = [
      ...['[databases]', `postgres = host=127.0.0.1 port=${postgresPort} dbname=postgres user=tester`],
      ...['[pgbouncer]', 'listen_addr = 127.0.0.1', `listen_port = ${port}`, ...settings, ''],
    ];
    writeFileSync(file, ini.join('\n'));
    if (own.uid !== undefined) for (const path of [folder, file]) chownSync(path, own.uid, own.gid);
    return spawn(pgBouncer, ['-q', file], { ...own, cwd: folder, stdio: 'ignore' });
  };
  return begin(folder, start, 'SIGTERM');
};

export const postgresUrl = ({ port }) => `postgres://tester@127.0.0.1:${port}/postgres`;
