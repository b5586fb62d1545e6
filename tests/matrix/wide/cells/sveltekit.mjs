// A page and an endpoint of SvelteKit, as its adapter for Node builds them.

import { ANSWER } from '../../programs.mjs';
import { answerOf, lineIn, serving } from '../../serving.mjs';

const PAGE = `
  <script>
    import { onMount } from 'svelte';
    import { ask } from '../program.js';
    let line = $state('');
    onMount(async () => {
      const query = new URL(location.href).searchParams;
      line = await ask(query.get('origin'), query.get('name')).catch((error) => error.stack);
    });
  </script>
  {#if line}<p id="line">{line}</p>{/if}
`;
const CONFIG = `
  import { sveltekit } from '@sveltejs/kit/vite';
  import adapter from '@sveltejs/adapter-node';
  export default { plugins: [sveltekit({ adapter: adapter() })] };
`;

export default {
  tool: '@sveltejs/kit',
  place: 'Node and Chromium',
  kit: 'sveltekit',
  node: '24',
  async run(project, { origin, name }) {
    project.write('vite.config.js', CONFIG);
    project.write('src/app.html', '<!doctype html><head>%sveltekit.head%</head><body>%sveltekit.body%</body>');
    project.move('program.js', 'src/program.js');
    project.write('src/answer.js', ANSWER);
    project.write('src/routes/+page.svelte', PAGE);
    project.write(
      'src/routes/line/+server.js',
      "import { answer } from '../../answer.js';\nexport const GET = ({ url }) => answer(url);\n",
    );
    await project.bin('vite', ['build']);
    return serving(
      project,
      () => ['node', 'build/index.js'],
      async (url) => ({
        server: await answerOf(`${url}/line`, { origin, name: `${name}-server` }),
        page: await lineIn('chromium', url, { origin, name }),
      }),
    );
  },
};
