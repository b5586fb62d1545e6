import { readFileSync } from 'node:fs';
import { asCommonJs } from '../project.mjs';

const TEST = `
  const { writeFileSync } = require('node:fs');
  const { ask } = require('./program.js');
  test('asks', async () => writeFileSync('line', await ask(process.env.ORIGIN, process.env.CELL)));
`;

/** Jest's programs are CommonJS. */
export const jest = async (project, { origin, name }, environment, text = TEST) => {
  project.write('program.js', asCommonJs(readFileSync(project.path('program.js'), 'utf8')));
  project.write('program.test.js', text);
  await project.bin('jest', ['--rootDir', project.directory, '--env', environment, '--transform', '{}', '--watchman=false'], {
    ORIGIN: origin,
    CELL: name,
  });
  return readFileSync(project.path('line'), 'utf8');
};

export default { tool: 'jest', place: 'Node', manifest: {}, run: (project, cell) => jest(project, cell, 'node') };
