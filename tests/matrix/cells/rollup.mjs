import { tool } from '../project.mjs';

export default {
  tool: 'rollup',
  place: 'Node',
  firstMain: 'main.mjs',
  first: 4000,
  async bundle(project, entry, out) {
    const { rollup } = tool('rollup');
    const { default: resolve } = tool('@rollup/plugin-node-resolve');
    const { default: minify } = tool('@rollup/plugin-terser');
    const bundle = await rollup({ input: project.path(entry), plugins: [resolve(), minify({ module: true })] });
    await bundle.write({ dir: out, format: 'es', entryFileNames: '[name].mjs' });
    await bundle.close();
  },
  run: (project, { origin, name, out }) => project.node(`${out}/main.mjs`, origin, name),
};
