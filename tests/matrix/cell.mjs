// Builds and runs one cell, in a process of its own: `node cell.mjs NAME TARBALL ORIGIN`. Prints
// what it came to as JSON; what tools print beside it goes to the standard error.

import { createProject, shipped, versionOf } from './project.mjs';
import { LINE } from './answers.mjs';

const [name, tarball, origin] = process.argv.slice(2);
const print = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

/** `import { status }` alone may cost no more bytes of brotli. */
const MOST = 6200;

const { default: cell } = await import(`./cells/${name}.mjs`);
const result = { tool: `${cell.tool} ${versionOf(cell.tool)}`, place: cell.place };
try {
  const project = await createProject(name, tarball, cell.manifest);
  if (cell.bundle) {
    // Each with its entry: the whole program, and `import { status }` alone.
    await cell.bundle(project, cell.entry ?? 'main.js', project.path('out'));
    result.bytes = shipped(project.path('out'));
    await cell.bundle(project, 'status.js', project.path('out-status'));
    result.statusBytes = shipped(project.path('out-status'));
  }
  const line = cell.run ? await cell.run(project, { origin, name }) : LINE;
  if (line !== LINE) result.problem = `wanted ${LINE}\n   got ${line}`;
  else if (result.statusBytes > MOST) result.problem = `import { status } alone costs ${result.statusBytes} bytes of brotli, more than ${MOST}`;
} catch (error) {
  result.problem = error.stack ?? String(error);
}
print(JSON.stringify(result));
process.exit();
