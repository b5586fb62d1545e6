import { readFileSync } from 'node:fs';

const TEST = `
  import { writeFileSync } from 'node:fs';
  import { test } from 'vitest';
  import { ask } from './program.js';
  test('asks', async () => writeFileSync('line', await ask(process.env.ORIGIN, process.env.CELL)));
`;

export default {
  tool: 'vitest',
  place: 'Node',
  async run(project, { origin, name }) {
    project.write('program.test.js', TEST);
    await project.bin('vitest', ['run', '--root', project.directory], { ORIGIN: origin, CELL: name });
    return readFileSync(project.path('line'), 'utf8');
  },
};
