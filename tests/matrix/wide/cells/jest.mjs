// Jest with tests that are ES modules, for which Node has to be told.

import { readFileSync } from 'node:fs';
import { installed } from '../../project.mjs';

const TEST = `
  import { writeFileSync } from 'node:fs';
  import { ask } from './program.js';
  test('asks', async () => writeFileSync('line', await ask(process.env.ORIGIN, process.env.CELL)));
`;

export const rows = {
  'jest-esm': {
    tool: 'jest',
    place: 'Node, ES modules',
    async run(project, { origin, name }) {
      project.write('program.test.js', TEST);
      const args = ['--rootDir', project.directory, '--transform', '{}', '--watchman=false'];
      await project.run(process.execPath, ['--experimental-vm-modules', installed('jest', 'bin', 'jest.js'), ...args], {
        ORIGIN: origin,
        CELL: name,
      });
      return readFileSync(project.path('line'), 'utf8');
    },
  },
};
