// TypeScript in a project that has neither the DOM's types nor Node's.

import { installed } from '../project.mjs';

export const USE = `
  import { bcFetch, classify, createFetch, createPacer, decideRetry, historyOf, status, type Status } from 'bc-status';
  import * as slim from 'bc-status/slim';
  import * as whole from 'bc-status/static';
  import { createHandler, type Problem } from 'bc-status/worker';
  const known: Status = status(429);
  const outcome: string = classify({ status: 422, headers: { accept: 'text' }, url: 'https://shop.example' }).outcome;
  const delay: number = decideRetry({ status: 429, headers: [['retry-after', '1']] }).delayMs;
  // @ts-expect-error: a number is no header
  classify({ status: 422, headers: 5 });
  const call = createFetch({ throwOnError: true, pace: createPacer() });
  const response = await call('https://shop.example/', { method: 'GET' });
  const attempts: number = historyOf(response).length + historyOf(await bcFetch('https://shop.example/')).length;
  await slim.init(new Uint8Array(8));
  // @ts-expect-error: it needs something
  await slim.init();
  const same: typeof slim.status = whole.status;
  export default createHandler({ storeHash: 'abc', token: 'TOKEN', allow: [], onProblem: (problem: Problem) => problem.code });
  export { attempts, delay, known, outcome, same };
`;

/** Without the types that other tools bring along. */
export const tsc = async (project, file, text, options, compiler = 'typescript') => {
  project.write(file, text);
  const compilerOptions = { noEmit: true, strict: true, skipLibCheck: false, types: [], target: 'es2022', ...options };
  project.write('tsconfig.json', JSON.stringify({ compilerOptions, files: [file] }));
  await project.node(installed(compiler, 'bin', 'tsc'), '--project', 'tsconfig.json');
};

export default {
  tool: 'typescript',
  place: 'lib es2022',
  async check(project) {
    await tsc(project, 'use.mts', USE, { lib: ['es2022'], module: 'node16', moduleResolution: 'node16' });
    await tsc(project, 'use.ts', USE, { lib: ['es2022'], module: 'esnext', moduleResolution: 'bundler' });
  },
};
