// What looks at the package as it lies there, and not at what it does.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installedOnce } from '../../../installed.mjs';
import { installed } from '../../project.mjs';

const tarball = () => {
  const folder = installedOnce();
  return join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz')),
  );
};

/** What attw finds by the way. */
const EXPECTED = [
  // For pages, and ES modules only.
  /^CJSResolvesToESM \.\/bc-status-(widget|read|codes)\.js$/,
  // A file, and no module.
  /^NoResolution \.\/bc-status\.wasm$/,
  // It takes `default`, beside which esbuild exports nothing, for one of several exports.
  /^MissingExportEquals .*\/widget\/lang\/(de|fr)\.cjs$/,
];

export const rows = {
  publint: {
    tool: 'publint',
    place: 'the tarball, strict',
    kit: 'lint',
    check: (project) => project.bin('publint', ['run', tarball(), '--strict']),
  },
  attw: {
    tool: '@arethetypeswrong/cli',
    place: 'the tarball',
    kit: 'lint',
    async check() {
      // Of what the command prints the end is lost in a pipe.
      const { checkPackage, createPackageFromTarballData } = await import(installed('@arethetypeswrong', 'core', 'dist', 'index.js'));
      const { problems } = await checkPackage(createPackageFromTarballData(readFileSync(tarball())));
      const found = problems
        .filter(({ resolutionKind }) => resolutionKind !== 'node10')
        .map(({ kind, entrypoint, implementationFileName }) => `${kind} ${entrypoint ?? implementationFileName}`);
      const unexpected = found.filter((problem) => !EXPECTED.some((one) => one.test(problem)));
      if (unexpected.length > 0) throw new Error(unexpected.join('\n'));
    },
  },
};
