// Builds pkg/: the core as WebAssembly, the entries that load it, and what npm
// wants to know. Run it through `make package`, which sets the tools up first.

import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commonJs } from './commonjs.mjs';
import { SMALL, SMALLEST, compile } from './compile.mjs';
import { FOR_PAGES, inlined } from './inline.mjs';
import { elementsManifest } from './manifest.mjs';
import { llms } from './llms.mjs';
import { forNode } from './node.mjs';
import { notices } from './notices.mjs';
import { overlay } from './overlay.mjs';
import { page } from './pages.mjs';
import { writeLanguages } from './translate.mjs';
import { widgetFiles, widgetModules } from './widget.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => join(root, ...parts);
const dist = at('pkg', 'dist');
const built = at('target', 'wasm-pack');

const only = (features) => ['--no-default-features', '--features', features];

/** The core of a fetch: it decides by status and headers alone. */
export const LOOP = { features: only('decide'), name: 'bc_status_loop' };

/** The core that reads what people paste. */
const PASTE = { features: only('paste'), name: 'bc_status_paste', inlining: SMALL };

/** Cores that do one thing, of which pages load what they need: see www/entry/small. */
const SMALL_CORES = ['bodies', 'masks', 'pace'];

/** What programs import, wherever they run. */
const ENTRIES = [
  ...['index.js', 'fetch.js', 'read.js', 'worker/index.js'],
  ...['store/redis.js', 'store/postgres.js', 'store/deno-kv.js', 'job/index.js', 'otel/index.js'],
];

/** What wasm-bindgen wrote beside it, which asks for TextDecoder on import. */
const glueOf = (wasm) =>
  `import { TextDecoder, TextEncoder } from './core/utf8.js';\n${readFileSync(wasm.replace(/\.wasm$/, '.js'), 'utf8')}`;

/** What tsc is told of it: see www/types/rooms/tsconfig.json. */
const glueTypesOf = (wasm) =>
  `${readFileSync(wasm.replace(/_bg\.wasm$/, '.d.ts'), 'utf8')}\nexport function __wbg_set_wasm(exports: WebAssembly.Exports): void;\n`;

// In a folder of its own: the tests of Rust beside it lock the other for minutes.
const KNOWLEDGE = ['--package', 'bc-status-words', '--bin', 'knowledge', '--profile', 'words', '--target-dir', at('target', 'words')];

/** Words of the core as a JavaScript module: see tools/words/knowledge.rs. */
const words = (name) => execFileSync('cargo', ['run', '--quiet', '--locked', ...KNOWLEDGE, name], { cwd: root });

/** Writes a core as modules into dist, and says where these are. */
function writeCore(wasm, bytes, key) {
  const glue = basename(wasm, '.wasm');
  const [caller, code] = [join(dist, `${glue}.js`), join(dist, bytes)];
  writeFileSync(caller, glueOf(wasm));
  writeFileSync(code, inlined(readFileSync(wasm), key));
  mkdirSync(at('target', 'types'), { recursive: true });
  writeFileSync(at('target', 'types', `${glue}.d.ts`), glueTypesOf(wasm));
  return [caller, code];
}

async function assemble() {
  rmSync(at('pkg'), { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });

  const wasm = compile(built);
  cpSync(wasm, join(dist, 'bc-status.wasm'));
  writeCore(wasm, 'bytes.js');
  writeCore(compile(at('target', 'wasm-pack-loop'), LOOP), 'loop-bytes.js', FOR_PAGES);

  const reader = compile(at('target', 'wasm-pack-paste'), PASTE);
  cpSync(reader, join(dist, 'bc-status-read.wasm'));
  writeCore(reader, 'paste-bytes.js');

  // What is loaded first is found first: the other rooms are folders beside it.
  cpSync(at('www', 'entry'), dist, { recursive: true });
  for (const room of ['core', 'fetch', 'pace', 'store', 'job', 'otel', 'worker', 'cli', 'reading'])
    cpSync(at('www', room), join(dist, room), { recursive: true });
  chmodSync(join(dist, 'cli', 'main.js'), 0o755);
  // Apart, so that a bundler loads what only a diagnosis needs when there is one.
  mkdirSync(join(dist, 'knowledge'));
  for (const name of [
    'statuses',
    'sets',
    'reasons',
    'tables',
    'core-words',
    'kinds',
    'limits',
    'headers',
    'rooms',
    'secrets',
    'secret-headers',
    'retries',
    'start',
    'successes',
  ]) {
    writeFileSync(join(dist, 'knowledge', `${name}.js`), words(name));
  }
  const types = readdirSync(at('www', 'types')).filter((file) => file.endsWith('.d.ts'));
  for (const file of types) {
    const text = readFileSync(at('www', 'types', file), 'utf8').replace("export * from './sets.js';\n", () => words('types'));
    writeFileSync(join(dist, file), text);
    writeFileSync(join(dist, file.replace(/ts$/, 'cts')), text.replace(/(from |import\()'(\.[^']+)\.js'/g, "$1'$2.cjs'"));
  }

  await widgetModules(at('www', 'widget'), dist);
  mkdirSync(join(dist, 'widget', 'lang'));
  await writeLanguages(at('src', 'words'), dist, await import(`data:text/javascript,${encodeURIComponent(words('names'))}`));
  // What calls a core knows its memory, and can know one only.
  const caller = ['bc_status_bg.js'];
  // There the loop asks the whole core, which is given.
  cpSync(join(dist, 'static'), join(dist, 'edge'), { recursive: true });
  cpSync(join(dist, 'static', 'lean.js'), join(dist, 'slim', 'lean.js'));
  overlay(dist, 'edge', ENTRIES, caller);
  overlay(dist, 'slim', ['index.js'], caller);
  overlay(dist, 'static', ['index.js']);
  const required = ['slim/index.js', 'widget/index.js', 'widget/define.js', 'widget/lang/de.js', 'widget/lang/fr.js'];
  await commonJs(
    dist,
    required.map((entry) => join(dist, entry)),
    join(dist, 'cjs'),
  );
  await forNode(dist, [...ENTRIES, 'static/index.js']);
  // The last, since all others are made of its modules.
  const ofPages = [join(dist, 'small')];
  for (const name of SMALL_CORES) {
    const file = compile(at('target', `wasm-pack-${name}`), { features: only(name), name: `bc_status_${name}` });
    ofPages.push(...writeCore(file, `${name}-bytes.js`, FOR_PAGES));
  }
  await page(dist);
  for (const path of ofPages) rmSync(path, { recursive: true });
  writeFileSync(join(dist, 'custom-elements.json'), `${JSON.stringify(elementsManifest(at('www', 'widget', 'element.js')), null, 2)}\n`);
  // The file reads an answer now and then, and sends nothing.
  const core = compile(at('target', 'wasm-pack-widget'), {
    features: ['--no-default-features', '--features', 'explain'],
    inlining: SMALLEST,
  });
  await widgetFiles(dist, { wasm: core, glue: glueOf(core) }, reader);

  const [, version] = /^version = "(.+)"$/m.exec(readFileSync(at('Cargo.toml'), 'utf8'));
  // `repository`, `homepage` and `bugs` come with the repository: until it has an address, neither
  // the package nor the crate names one.
  const manifest = readFileSync(at('pkg.json.template'), 'utf8').replace('{{version}}', version);
  writeFileSync(at('pkg', 'package.json'), manifest);
  for (const file of ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs', 'LICENSE-MIT', 'LICENSE-APACHE']) {
    cpSync(at(file), at('pkg', file), { recursive: true });
  }
  // The texts themselves are in the package, and the other file is all of them once more.
  writeFileSync(at('pkg', 'llms.txt'), llms(at(''))['llms.txt']);
  writeFileSync(at('pkg', 'THIRD-PARTY-LICENSES'), notices(at('')));
  console.log(`package  pkg/ holds bc-status ${version}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await assemble();
