// Vue, with the widget in a template and its types.

import { lineOfFolder } from '../../serving.mjs';

const APP = `
<script setup lang="ts">
import { onMounted, ref } from 'vue';
import type {} from 'bc-status/widget/vue';
import type { BcStatusElement, BcStatusSelectDetail } from 'bc-status/widget';
import 'bc-status/widget/define';
import { ask } from './program.js';

const line = ref('');
const element = ref<BcStatusElement>();
const query = new URL(location.href).searchParams;
const select = (event: CustomEvent<BcStatusSelectDetail>) => console.log(event.detail.status.text);

onMounted(async () => {
  const said = await ask(query.get('origin'), query.get('name')).catch((error: Error) => String(error.stack));
  await element.value!.updateComplete;
  line.value = element.value!.shadowRoot!.textContent!.includes('Too Many Requests') ? said : 'the widget shows nothing';
});
</script>

<template>
  <bc-status ref="element" :code="429" :heading-level="2" @bc-status-select="select" />
  <!-- @vue-expect-error: no such mode -->
  <bc-status mode="cards" hidden />
  <p v-if="line" id="line">{{ line }}</p>
</template>
`;
const MAIN = "import { createApp } from 'vue';\nimport App from './App.vue';\ncreateApp(App).mount('#root');\n";
const HTML = '<!doctype html><title>t</title><div id="root"></div><script type="module" src="./main.ts"></script>';
const CONFIG = `
  import vue from '@vitejs/plugin-vue';
  export default { plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'bc-status' } } })] };
`;

export default {
  tool: 'vue',
  place: 'Chromium, with the widget',
  kit: 'vue',
  async run(project, cell) {
    project.write('App.vue', APP);
    project.write('main.ts', MAIN);
    project.write('index.html', HTML);
    project.write('vite.config.js', CONFIG);
    const compilerOptions = {
      ...{ noEmit: true, strict: true, target: 'es2022', lib: ['es2022', 'dom'], types: [], allowJs: true },
      ...{ module: 'esnext', moduleResolution: 'bundler' },
    };
    project.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['main.ts'], vueCompilerOptions: { strictTemplates: true } }));
    await project.bin('vue-tsc', ['--project', 'tsconfig.json']);
    await project.bin('vite', ['build']);
    return lineOfFolder('chromium', project.path('dist'), cell);
  },
};
