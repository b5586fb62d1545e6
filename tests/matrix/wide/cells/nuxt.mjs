// A page and a route of Nuxt, and a route of Nitro alone, on servers for Node.

import { answerOf, lineIn, serving } from '../../serving.mjs';

const ROUTE = `
  import { ask } from '../PATHprogram.js';
  export default defineEventHandler((event) => {
    const { origin, name } = getQuery(event);
    return ask(origin, name);
  });
`;
const APP = `
  <script setup>
  import { onMounted, ref } from 'vue';
  import { ask } from '../program.js';
  const line = ref('');
  onMounted(async () => {
    const query = new URL(location.href).searchParams;
    line.value = await ask(query.get('origin'), query.get('name')).catch((error) => error.stack);
  });
  </script>
  <template><p v-if="line" id="line">{{ line }}</p></template>
`;
const start = () => ['node', '.output/server/index.mjs'];

export const rows = {
  nuxt: {
    tool: 'nuxt',
    place: 'Node and Chromium',
    kit: 'nuxt',
    node: '24',
    async run(project, { origin, name }) {
      project.write('nuxt.config.mjs', "export default defineNuxtConfig({ compatibilityDate: '2026-04-01', telemetry: false });\n");
      project.write('server/routes/line.js', ROUTE.replace('PATH', '../'));
      project.write('app/app.vue', APP);
      await project.bin('nuxt', ['build']);
      return serving(project, start, async (url) => ({
        server: await answerOf(`${url}/line`, { origin, name: `${name}-server` }),
        page: await lineIn('chromium', url, { origin, name }),
      }));
    },
  },
  'nitro-node': {
    tool: 'nitropack',
    place: 'Node',
    async run(project, query) {
      project.write('routes/line.js', ROUTE.replace('PATH', ''));
      project.write('nitro.config.js', "export default { preset: 'node-server', compatibilityDate: '2026-04-01' };\n");
      await project.bin('nitro', ['build']);
      return serving(project, start, (url) => answerOf(`${url}/line`, query));
    },
  },
};
