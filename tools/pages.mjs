// Builds dist/fetch.js for pages, with a bundler or without: one file that is loaded before the first
// request, one for what follows a failure, and chunks for the rest. A bundler that splits would
// make many small files of the modules that these have in common.

import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { short } from './short.mjs';

/** Members of our own objects, which are written short; what other copies of the package read keeps its name. */
export const INNER =
  /^(isGuarded|isListed|isMoved|mayHold|isRare|isSpent|isOnce|isLoading|isOurs|isBack|below|place|trail|shared|settings|spare|beganMs|wasAnswered|given|gate|isOpen|options|policy|request|byMode|byReader|fetchNow)$/;

const common = {
  ...{ bundle: true, minify: true, format: 'esm', target: 'es2022', charset: 'utf8', logLevel: 'warning', write: false },
  dropLabels: ['CLASSIC'],
};

/** Where modules are that stand in for those of their name. */
const SMALL = 'small';

/** What pages import. */
const ENTRY = 'fetch.js';

/** What it loads one after the other; in a file are the modules that its first one imports. */
const FILES = { 'start.js': 'fetch/create-fetch.js', 'loop.js': 'fetch/call.js' };

/** From where a module imports. */
const folderOf = (dist, importer) => (dirname(importer) === join(dist, SMALL) ? dist : dirname(importer));

/** Puts the cores of pages, which do one thing each, in the place of the whole one; they import as if they were there. */
const smallCores = (dist) => ({
  name: 'small-cores',
  setup({ onResolve }) {
    onResolve({ filter: /-core\.js$/ }, ({ path }) => ({ path: join(dist, SMALL, basename(path)) }));
    onResolve({ filter: /^\./ }, ({ path, importer }) => ({ path: join(folderOf(dist, importer), path) }));
  },
});

/** By module: those that it imports at once, and those that it loads later. */
const importsFrom = async (dist) => {
  const { metafile } = await build({
    ...{ ...common, splitting: true, metafile: true, outdir: 'out', absWorkingDir: dist },
    entryPoints: [join(dist, ENTRY)],
    plugins: [smallCores(dist)],
  });
  const of = (path, wanted) => metafile.inputs[path].imports.filter(({ kind }) => kind === wanted).map((one) => one.path);
  return { now: (path) => of(path, 'import-statement'), later: (path) => of(path, 'dynamic-import'), all: Object.keys(metafile.inputs) };
};

/** The modules of each file. */
const homesOf = (imports) => {
  const homes = new Map();
  for (const [file, first] of Object.entries(FILES)) {
    const visit = (path) => {
      if (homes.has(path)) return;
      homes.set(path, file);
      imports.now(path).forEach(visit);
    };
    visit(first);
  }
  return homes;
};

/** Leaves modules that are in one of some files to these, as they are found from `folder`. */
const elsewhere = (dist, homes, files, folder = '.') => ({
  name: 'elsewhere',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path, kind, importer }) => {
      if (kind === 'entry-point' || !importer) return undefined;
      const target = relative(dist, join(folderOf(dist, importer), path));
      if (kind === 'dynamic-import') return { path: `${folder}/${homes.get(target) ?? basename(target)}`, external: true };
      const home = homes.get(target);
      return files.includes(home) ? { path: `${folder}/${home}`, external: true } : undefined;
    });
  },
});

/** For the order in which they run, which makes no difference to modules without side effects; bundlers warn of it. */
const BARE = /import"\.\/[^"]+";/g;

/** With one import from each file, of which esbuild writes one for each module in it. */
const importedOnce = (text) => {
  const lists = new Map();
  const rest = text.replace(/\bimport\{([^}]*)\}from("\.\/[^"]+");/g, (_, list, from) => {
    lists.set(from, [...(lists.get(from) ?? []), list]);
    return '';
  });
  return Array.from(lists, ([from, all]) => `import{${all}}from${from};`).join('') + rest;
};

/** Chunks by numbers, the smallest first: a name by its content would make others longer or shorter. */
const numbered = (made) => {
  const shared = made.filter(([path]) => /\/shared-\w+\.js$/.test(path)).sort(([, one], [, other]) => one.length - other.length);
  const numbers = new Map(shared.map(([path], at) => [basename(path, '.js'), `shared-${at + 1}`]));
  const renamed = (text) => text.replace(/\bshared-\w{8}(?=\.js\b)/g, (name) => numbers.get(name) ?? name);
  return made.map(([path, text]) => [renamed(path), renamed(text)]);
};

/** By file: the names that others import from it, and the short ones under which they do. */
const createNames = () => {
  const known = Object.fromEntries(Object.keys(FILES).map((file) => [file, new Map()]));
  const shortOf = (file, name) => {
    const names = known[file];
    if (!names.has(name)) names.set(name, `$${names.size.toString(36)}`);
    return names.get(name);
  };
  return {
    of: (file) => [...known[file]],
    shortened: (text) =>
      text.replace(/import\{([^}]*)\}from"(\.\/(?:page\/)?)(start\.js|loop\.js)"/g, (_, list, folder, file) => {
        const names = list
          .split(',')
          .map((one) => one.split(' as '))
          .map(([name, as = name]) => `${shortOf(file, name)} as ${as}`);
        return `import{${names}}from"${folder}${file}"`;
      }),
  };
};

/** Replaces `dist/fetch.js`, with what it needs in `dist/page`. */
export async function page(dist) {
  // Each file has to write them alike.
  const mangleCache = {};
  const bundle = async (options) => {
    const result = await build({ ...common, mangleProps: INNER, mangleCache, ...options });
    Object.assign(mangleCache, result.mangleCache);
    return result;
  };
  const imports = await importsFrom(dist);
  const homes = homesOf(imports);
  const target = join(dist, 'page');
  const names = createNames();
  const made = [];
  const add = ({ outputFiles }) => {
    for (const { path, text } of outputFiles) {
      const [all] = /(import|export)\*[^"]*from"[^"]*\/(start|loop)\.js"/.exec(text) ?? [];
      if (all) throw new Error(`page: ${path} has ${all}: import by name what may be in another file`);
      made.push([path, importedOnce(names.shortened(text.replace(BARE, '')))]);
    }
  };

  const entry = join(dist, ENTRY);
  add(await bundle({ outfile: entry, entryPoints: [entry], plugins: [elsewhere(dist, homes, ['start.js'], './page')] }));
  const later = new Set(imports.all.flatMap(imports.later).filter((path) => !homes.has(path)));
  const chunks = await bundle({
    ...{ splitting: true, outdir: target, entryNames: '[name]', chunkNames: 'shared-[hash]' },
    entryPoints: [...later].map((path) => join(dist, path)),
    plugins: [elsewhere(dist, homes, Object.keys(FILES)), smallCores(dist)],
  });
  add(chunks);
  for (const [file, first] of Object.entries(FILES).reverse()) {
    const modules = [...homes].filter(([, home]) => home === file).map(([path]) => path);
    const exports = await Promise.all(modules.map(async (path) => [path, Object.keys(await import(join(dist, path)))]));
    const contents = names.of(file).map(([name, as]) => {
      // What others export again as well is in the module that has fewest exports.
      const [home] = exports.filter(([, all]) => all.includes(name)).sort(([, one], [, other]) => one.length - other.length)[0] ?? [];
      if (!home) throw new Error(`page: there is no ${name} in ${file}`);
      return `export { ${name} as ${as} } from './${home}';`;
    });
    // Who loads the loop asks it by name.
    if (file === 'loop.js') contents.push(`export * from './${first}';`);
    const others = Object.keys(FILES).filter((other) => other !== file);
    const stdin = { contents: contents.join('\n'), resolveDir: dist, sourcefile: join(dist, file) };
    add(await bundle({ outfile: join(target, file), stdin, plugins: [elsewhere(dist, homes, others)] }));
  }
  mkdirSync(target, { recursive: true });
  for (const [path, text] of numbered(made)) writeFileSync(path, await short(text));
}
