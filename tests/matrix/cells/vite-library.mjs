import { tool } from '../project.mjs';

export default {
  tool: 'vite',
  place: 'Node',
  async bundle(project, entry, outDir) {
    const { build } = await import(tool.resolve('vite'));
    const lib = { entry: project.path(entry), formats: ['es'], fileName: 'main' };
    await build({
      root: project.directory,
      configFile: false,
      logLevel: 'warn',
      build: { outDir, lib, minify: true, rolldownOptions: { output: { codeSplitting: false } } },
    });
  },
  // It leaves a library the blanks.
  most: 6500,
  run: (project, { origin, name, out }) => project.node(`${out}/main.js`, origin, name),
};
