// Node from the oldest that the package promises to the newest that npm has.

import { readFileSync } from 'node:fs';
import { asCommonJs, nodeOf } from '../../project.mjs';
import { MAIN } from '../../programs.mjs';

const MAIN_CJS = "require('./program.cjs').ask(process.argv[2], process.argv[3]).then(console.log);\n";

const write = {
  mjs: (project) => project.write('main.mjs', MAIN),
  cjs(project) {
    project.write('program.cjs', asCommonJs(readFileSync(project.path('program.js'), 'utf8')));
    project.write('main.cjs', MAIN_CJS);
  },
};

const row = (version, kind, place) => ({
  tool: 'node',
  package: `node-${version}`,
  place,
  kit: 'node',
  async run(project, { origin, name }) {
    write[kind](project);
    return (await project.run(nodeOf(version), [`main.${kind}`, origin, name])).trim();
  },
});

export const rows = Object.fromEntries(
  ['20.0', '22', '24', '26'].flatMap((version) => [
    [`node-${version}`, row(version, 'mjs', 'ES modules')],
    [`node-${version}-commonjs`, row(version, 'cjs', 'CommonJS')],
  ]),
);
