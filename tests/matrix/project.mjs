// A throw-away project with the packed package in it, as npm installs it.

import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { installInto } from '../installed.mjs';

const execute = promisify(execFile);
const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The tools are installed here, above the projects, so that these find them; those of a kit lie in its own folder. */
export const home = process.env.MATRIX_HOME ?? at('../../target/matrix/');

/** The tools of wide/, in kits of those that go together. */
export const wideHome = at('../../target/matrix-wide/');

/** Node's binary of a version, as npm has it. */
export const nodeOf = (version) => join(wideHome, 'node_modules', `node-${version}`, 'bin', 'node');

/** A tool of package.json. */
export const tool = createRequire(join(home, 'package.json'));

/** A file of the tools, from the folder of a kit up to the root of the repository: there is what the other tests use too. */
export const installed = (...path) => {
  for (let folder = home; ; folder = dirname(folder)) {
    const file = join(folder, 'node_modules', ...path);
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) throw new Error(`the matrix has installed no ${path.join('/')}`);
  }
};

/** The version of a tool. */
export const versionOf = (name) => JSON.parse(readFileSync(installed(name, 'package.json'), 'utf8')).version.replace(/^v/, '');

/** Tools that ask or tell nobody, and that neither colour nor prompt. */
const QUIET = {
  CI: '1',
  NO_COLOR: '1',
  NO_UPDATE_NOTIFIER: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NITRO_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
};
const environment = { ...process.env, ...QUIET };
// The runner may itself be a test of Node's, or a script of npm's.
for (const name of Object.keys(environment)) if (/^(npm_|NODE_TEST|NODE_ENV)/.test(name)) delete environment[name];

const run = async (directory, command, args, env) => {
  try {
    return (await execute(command, args, { cwd: directory, env: { ...environment, ...env }, maxBuffer: 2 ** 26 })).stdout;
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')}\n${error.stdout ?? ''}\n${error.stderr ?? error.message}`);
  }
};

export const createProject = (name, manifest = { type: 'module' }) => {
  const directory = join(home, 'projects', name);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const project = {
    directory,
    path: (...parts) => join(directory, ...parts),
    write(path, text) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
      return join(directory, path);
    },
    replace: (path, from, to) => project.write(path, readFileSync(join(directory, path), 'utf8').replace(from, to)),
    move(from, to) {
      mkdirSync(dirname(join(directory, to)), { recursive: true });
      renameSync(join(directory, from), join(directory, to));
    },
    /** What was built is run without these. */
    remove: (...paths) => paths.forEach((path) => rmSync(join(directory, path), { recursive: true })),
    /** What a command prints. */
    run: (command, args, env) => run(directory, command, args, env),
    /** A command of a tool. */
    bin: (command, args, env) => run(directory, installed('.bin', command), args, env),
    node: (...args) => run(directory, process.execPath, args).then((said) => said.trim()),
    environment,
  };
  installInto(directory);
  project.write('package.json', JSON.stringify({ private: true, ...manifest }));
  cpSync(at('program.js'), project.path('program.js'));
  return project;
};

/** A program as CommonJS, as Babel makes it for Jest. */
export const asCommonJs = (text) =>
  `${text.replace(/^import (\{.*\}) from ('.*');$/gm, 'const $1 = require($2);').replace('export const ask', 'const ask')}
module.exports = { ask };
`;

/** For bundlers: programs with their entries, each in a folder. */
const PROGRAMS = {
  /** All that program.js does. */
  whole: readFileSync(at('program.js'), 'utf8'),
  status: "import { status } from 'bc-status';\nexport const ask = async () => status(429).text;\n",
};

/** Asks the server whose origin it is told, under the name of the cell. */
const ENTRY = "import { ask } from './program.js';\nask(process.argv[2], process.argv[3]).then(console.log);\n";

/** What a page may fetch with; with ours, what fails is repeated. The first needs nothing, and weighs what the program itself does. */
export const FETCHES = {
  native: `
    const call = fetch;
    export const ask = async (origin, name) => (await call(\`\${origin}/busy/\${name}-native\`)).text();`,
  fetch: `
    import { createFetch } from 'bc-status/fetch';
    const call = createFetch();
    export const ask = async (origin, name) => (await call(\`\${origin}/busy/\${name}-fetch\`)).text();`,
  ky: `
    import ky from 'ky';
    export const ask = async (origin, name) => (await ky(\`\${origin}/busy/\${name}-ky\`)).text();`,
};

/** Builds a program with its entry, from `FOLDER/main.js` to `out/FOLDER`. */
export const bundleOne = async (project, { entry = ENTRY, bundle }, folder, program) => {
  project.write(`${folder}/program.js`, program);
  project.write(`${folder}/main.js`, entry);
  await bundle(project, `${folder}/main.js`, project.path('out', folder));
};

/** Builds both programs, each from `FOLDER/main.js` to `out/FOLDER`. */
export const bundleBoth = async (project, cell) => {
  for (const [folder, program] of Object.entries(PROGRAMS)) await bundleOne(project, cell, folder, program);
};

const filesIn = (directory) => readdirSync(directory, { recursive: true }).filter((name) => statSync(join(directory, name)).isFile());

/** The files that one of them leads to, as it or another names them. */
const ledTo = (directory, main) => {
  const found = new Set([main]);
  for (const name of found) {
    const text = readFileSync(join(directory, name), 'latin1');
    for (const other of filesIn(directory)) if (text.includes(other)) found.add(other);
  }
  return [...found];
};

/**
 * The bytes of brotli of a bundle; with `main`, of what that leads to. Counts no files that only
 * tools and people read.
 */
export const shipped = (directory, main) =>
  (main ? ledTo(directory, main) : filesIn(directory))
    .filter((name) => !/\.(map|md|html|json)$/.test(name))
    .reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(directory, name))).length, 0);

/** The bytes of brotli of a file and of those that it imports, but for what it loads later. */
export const loadedFirst = (directory, main) => {
  const found = new Set([main]);
  for (const name of found) {
    const text = readFileSync(join(directory, name), 'utf8');
    for (const [, other] of text.matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g)) found.add(join(dirname(name), other));
  }
  return [...found].reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(directory, name))).length, 0);
};
