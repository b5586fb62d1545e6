// Cloudflare's plugin for Vite, which runs a Worker in workerd while it is written and once it is
// built, and its pool for Vitest, which runs tests there.

import { LINE } from '../../answers.mjs';
import { ANSWER } from '../../programs.mjs';
import { answerOf, serving } from '../../serving.mjs';

const WORKER = "import { answer } from './answer.js';\nexport default { fetch: ({ url }) => answer(url) };\n";
const SETTINGS = JSON.stringify({ name: 'matrix', main: './worker.js', compatibility_date: '2026-04-01' });
const PLUGIN = `
  import { cloudflare } from '@cloudflare/vite-plugin';
  export default { plugins: [cloudflare({ inspectorPort: false })] };
`;
const POOL = `
  import { cloudflareTest } from '@cloudflare/vitest-pool-workers';
  export default { plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.jsonc' } })] };
`;
const test = ({ origin, name }) => `
  import { expect, test } from 'vitest';
  import { ask } from './program.js';
  test('asks', async () => expect(await ask('${origin}', '${name}')).toBe('${LINE}'));
`;

const served = (place, before, args) => ({
  tool: '@cloudflare/vite-plugin',
  place,
  kit: 'cloudflare-vite',
  node: '24',
  async run(project, query) {
    project.write('worker.js', WORKER);
    project.write('answer.js', ANSWER);
    project.write('wrangler.jsonc', SETTINGS);
    project.write('vite.config.js', PLUGIN);
    for (const command of before) await project.bin('vite', [command]);
    return serving(
      project,
      (port) => ['vite', ...args, '--host', '127.0.0.1', '--port', port],
      (url) => answerOf(url, query),
    );
  },
});

export const rows = {
  'cloudflare-vite-dev': served('workerd, from its server', [], []),
  'cloudflare-vite-build': served('workerd, built', ['build'], ['preview']),
  'cloudflare-vitest': {
    tool: '@cloudflare/vitest-pool-workers',
    place: 'workerd',
    kit: 'cloudflare-vitest',
    node: '24',
    async run(project, cell) {
      project.write('worker.js', WORKER);
      project.write('answer.js', ANSWER);
      project.write('wrangler.jsonc', SETTINGS);
      project.write('vitest.config.js', POOL);
      project.write('program.test.js', test(cell));
      await project.bin('vitest', ['run', '--root', project.directory]);
      // There is no file to write it to, so that the test has compared it.
      return LINE;
    },
  },
};
