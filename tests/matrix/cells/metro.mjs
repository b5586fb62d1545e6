// Metro, which bundles for React Native: run without what Hermes lacks.

import { mkdirSync, readFileSync } from 'node:fs';
import { home, tool } from '../project.mjs';

export default {
  tool: 'metro',
  place: 'Node, without TextDecoder',
  entry: "import { ask } from './program.js';\nglobalThis.ask = ask;\n",
  async bundle(project, entry, out) {
    const { loadConfig, runBuild } = tool('metro');
    const transformer = {
      // React Native leaves that to its Babel preset.
      getTransformOptions: async () => ({ transform: { experimentalImportSupport: true, inlineRequires: false } }),
      asyncRequireModulePath: tool.resolve('metro-runtime/src/modules/asyncRequire'),
    };
    const options = {
      projectRoot: project.directory,
      watchFolders: [home],
      resetCache: true,
      reporter: { update() {} },
      maxWorkers: 1,
      transformer,
    };
    const config = await loadConfig({ cwd: project.directory }, options);
    mkdirSync(out, { recursive: true });
    await runBuild(config, { entry: project.path(entry), out: `${out}/main.js`, minify: true, dev: false });
  },
  // It drops nothing.
  most: Infinity,
  async run(project, { origin, name, out }) {
    const { createContext, runInContext } = await import('node:vm');
    const context = createContext({
      URL,
      Headers,
      Response,
      Request,
      fetch,
      AbortSignal,
      AbortController,
      performance,
      queueMicrotask,
      setTimeout,
      clearTimeout,
      console,
      WebAssembly,
      Buffer,
    });
    runInContext(readFileSync(project.path(`${out}/main.js`), 'utf8'), context);
    return runInContext(`ask('${origin}', '${name}')`, context);
  },
};
