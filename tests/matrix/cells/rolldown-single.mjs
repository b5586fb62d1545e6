import { tool } from '../project.mjs';

export default {
  tool: 'rolldown',
  place: 'Node',
  isQuick: true,
  async bundle(project, entry, out) {
    const { rolldown } = tool('rolldown');
    const bundle = await rolldown({ input: project.path(entry), platform: 'node' });
    await bundle.write({ file: `${out}/main.mjs`, format: 'es', codeSplitting: false, minify: true });
    await bundle.close();
  },
  run: (project, { origin, name, out }) => project.node(`${out}/main.mjs`, origin, name),
};
