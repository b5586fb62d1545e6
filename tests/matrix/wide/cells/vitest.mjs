// The newest Vitest, also with a page's surroundings.

import vitest from '../../cells/vitest.mjs';

const row = (environment, place, more) => ({
  tool: 'vitest',
  place,
  kit: 'vitest',
  node: '24',
  run(project, cell) {
    project.write('vitest.config.js', `export default ${JSON.stringify({ test: { environment, ...more } })};\n`);
    return vitest.run(project, cell);
  },
});

export const rows = {
  'vitest-node': row('node', 'Node'),
  'vitest-jsdom': row('jsdom', 'jsdom'),
  // See findings/happy-dom-cancelled-body-throws-later.sh.
  'vitest-happy-dom': row('happy-dom', 'happy-dom', { dangerouslyIgnoreUnhandledErrors: true }),
};
