// A page and an endpoint of Astro, on its own server for Node.

import { ANSWER, PAGE } from '../../programs.mjs';
import { answerOf, lineIn, serving } from '../../serving.mjs';

const CONFIG = `
  import node from '@astrojs/node';
  export default { output: 'server', adapter: node({ mode: 'standalone' }), devToolbar: { enabled: false } };
`;

export default {
  tool: 'astro',
  place: 'Node and Chromium',
  kit: 'astro',
  node: '24',
  async run(project, { origin, name }) {
    project.write('astro.config.mjs', CONFIG);
    project.move('program.js', 'src/program.js');
    project.write('src/answer.js', ANSWER);
    project.write('src/page.js', PAGE);
    project.write('src/pages/line.js', "import { answer } from '../answer.js';\nexport const GET = ({ url }) => answer(url);\n");
    project.write('src/pages/index.astro', '<html><body><script>import "../page.js";</script></body></html>');
    await project.bin('astro', ['build'], { ASTRO_TELEMETRY_DISABLED: '1' });
    return serving(
      project,
      () => ['node', 'dist/server/entry.mjs'],
      async (url) => ({
        server: await answerOf(`${url}/line`, { origin, name: `${name}-server` }),
        page: await lineIn('chromium', url, { origin, name }),
      }),
    );
  },
};
