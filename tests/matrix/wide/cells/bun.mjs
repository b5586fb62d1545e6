// Bun as it runs what is installed, and as it makes a program of one file.

import { bun } from '../../cells/bun.mjs';
import { MAIN } from '../../programs.mjs';

const row = (place, commandOf) => ({
  tool: 'bun',
  place,
  async run(project, { origin, name }) {
    project.write('main.js', MAIN);
    return (await project.run(...(await commandOf(project, [origin, name])))).trim();
  },
});

export const rows = {
  'bun-run': row('Bun, not bundled', (_, args) => [bun, ['main.js', ...args]]),
  'bun-compiled': row('a program of one file', async (project, args) => {
    await project.run(bun, ['build', '--compile', 'main.js', '--outfile', 'program']);
    // It needs nothing beside it.
    project.remove('node_modules', 'program.js', 'main.js');
    return [project.path('program'), args];
  }),
};
