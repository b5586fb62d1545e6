// Builds and runs one cell, in a process of its own: `node cell.mjs FILE NAME ORIGIN`. Prints
// what it came to as JSON; what tools print beside it goes to the standard error.

import { LINE } from './answers.mjs';
import { cellsOf } from './list.mjs';
import { bundleBoth, bundleOne, createProject, FETCHES, loadedFirst, shipped, versionOf } from './project.mjs';

const [file, name, origin] = process.argv.slice(2);
const print = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

/** `import { status }` alone may cost no more bytes of brotli. */
const MOST = 6200;

const [cell] = (await cellsOf(file)).filter((one) => one.name === name);
const result = { tool: cell.tool, place: cell.place };

const isSame = (what, wanted, line) => {
  if (line !== wanted) throw new Error(`${what}: wanted ${wanted}\n   got ${line}`);
};

/** Each name of the package as the only one that is imported, which bundlers got wrong by name. */
const eachAlone = async (project, { bundle, run }) => {
  project.write('names.mjs', "import * as all from 'bc-status'; console.log(Object.keys(all).join());\n");
  for (const name of (await project.node('names.mjs')).split(',')) {
    project.write(`alone/${name}/main.js`, `import { ${name} } from 'bc-status';\nconsole.log(typeof ${name});\n`);
    await bundle(project, `alone/${name}/main.js`, project.path('out/alone', name));
    isSame(`import { ${name} }`, 'function', await run(project, { origin, name, out: `out/alone/${name}` }));
  }
};

/** What our fetch and ky add to what a page loads before its first request; what follows comes all the same. */
const beforeFirst = async (project, { run, firstMain = 'main.js', ...cell }) => {
  const bytes = {};
  for (const [folder, program] of Object.entries(FETCHES)) {
    await bundleOne(project, cell, folder, program);
    bytes[folder] = loadedFirst(project.path('out', folder), firstMain) - (bytes.native ?? 0);
  }
  isSame('bc-status/fetch', 'fine', await run(project, { origin, name, out: 'out/fetch' }));
  if (bytes.fetch > cell.first)
    throw new Error(`bc-status/fetch costs ${bytes.fetch} bytes of brotli before the first request, more than ${cell.first}`);
  return bytes;
};

try {
  result.version = (await cell.version?.()) ?? versionOf(cell.package ?? cell.tool);
  const project = createProject(name, cell.manifest);
  if (cell.bundle) {
    await bundleBoth(project, cell);
    result.bytes = shipped(project.path('out/whole'), cell.main);
    result.statusBytes = shipped(project.path('out/status'), cell.main);
    isSame('import { status }', 'Too Many Requests', await cell.run(project, { origin, name, out: 'out/status' }));
    isSame('the whole program', LINE, await cell.run(project, { origin, name, out: 'out/whole' }));
    if (cell.isQuick) await eachAlone(project, cell);
    if (cell.first) result.first = await beforeFirst(project, cell);
    const most = cell.most ?? MOST;
    if (result.statusBytes > most)
      throw new Error(`import { status } alone costs ${result.statusBytes} bytes of brotli, more than ${most}`);
  } else if (cell.run) {
    const lines = await cell.run(project, { origin, name });
    // Some have it in several places.
    for (const [where, line] of Object.entries(typeof lines === 'string' ? { 'the program': lines } : lines)) isSame(where, LINE, line);
  } else {
    await cell.check(project);
  }
} catch (error) {
  result.problem = error.stack ?? String(error);
}
print(JSON.stringify(result));
process.exit();
