// Builds and runs one cell, in a process of its own: `node cell.mjs NAME TARBALL ORIGIN`. Prints
// what it came to as JSON; what tools print beside it goes to the standard error.

import { LINE } from './answers.mjs';
import { bundleBoth, createProject, shipped, versionOf } from './project.mjs';

const [name, tarball, origin] = process.argv.slice(2);
const print = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

/** `import { status }` alone may cost no more bytes of brotli. */
const MOST = 6200;

const { default: cell } = await import(`./cells/${name}.mjs`);
const result = { tool: `${cell.tool} ${versionOf(cell.tool)}`, place: cell.place };

const isSame = (what, wanted, line) => {
  if (line !== wanted) throw new Error(`${what}: wanted ${wanted}\n   got ${line}`);
};

try {
  const project = await createProject(name, tarball, cell.manifest);
  if (cell.bundle) {
    await bundleBoth(project, cell);
    result.bytes = shipped(project.path('out/whole'), cell.isShipped);
    result.statusBytes = shipped(project.path('out/status'), cell.isShipped);
    isSame('import { status }', 'Too Many Requests', await cell.run(project, { origin, name, out: 'out/status' }));
    isSame('the whole program', LINE, await cell.run(project, { origin, name, out: 'out/whole' }));
    const most = cell.most ?? MOST;
    if (result.statusBytes > most) throw new Error(`import { status } alone costs ${result.statusBytes} bytes of brotli, more than ${most}`);
  } else if (cell.run) {
    isSame('the program', LINE, await cell.run(project, { origin, name }));
  } else {
    await cell.check(project);
  }
} catch (error) {
  result.problem = error.stack ?? String(error);
}
print(JSON.stringify(result));
process.exit();
