// CommonJS TypeScript under node16, for which a subpath needs a file and types for require.

import { tsc } from './types-without-dom.mjs';

export const USE = `
  import { classify, createFetch, status } from 'bc-status';
  import { init } from 'bc-status/slim';
  import { status as whole } from 'bc-status/static';
  import { createHandler } from 'bc-status/worker';
  import { BcStatusElement, addLanguage } from 'bc-status/widget';
  import element from 'bc-status/widget/define';
  import de from 'bc-status/widget/de';
  import type {} from 'bc-status/widget/react';
  addLanguage(de);
  const bc: typeof fetch = createFetch();
  const same: typeof BcStatusElement = element;
  export { bc, classify, createHandler, init, same, status, whole };
`;

export default {
  tool: 'typescript',
  place: 'module node16',
  manifest: {},
  check: (project) => tsc(project, 'use.cts', USE, { lib: ['es2022', 'dom'], module: 'node16', moduleResolution: 'node16' }),
};
