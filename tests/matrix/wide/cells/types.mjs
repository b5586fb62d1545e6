// TypeScript of each line that is in use, by each way to find modules, with and without the DOM's types.

import { USE as WITHOUT_DOM, tsc } from '../../cells/types-without-dom.mjs';
import { USE as COMMONJS } from '../../cells/types-commonjs.mjs';

const USE = `
  import { bcFetch, classify, createFetch, createPacer, decideRetry, diagnose, explain, historyOf, render, status } from 'bc-status';
  import { createFetch as lean } from 'bc-status/fetch';
  import * as slim from 'bc-status/slim';
  import * as whole from 'bc-status/static';
  import { createHandler } from 'bc-status/worker';
  import { read } from 'bc-status/read';
  import { each, pages } from 'bc-status/job';
  import { BcStatusElement, addLanguage } from 'bc-status/widget';
  import element from 'bc-status/widget/define';
  import de from 'bc-status/widget/de';
  import fr from 'bc-status/widget/fr';
  addLanguage(de);
  addLanguage(fr);
  const controller = new AbortController();
  const calls: (typeof fetch)[] = [bcFetch, createFetch({ pace: createPacer() }), lean(), whole.createFetch()];
  const response: Response = await calls[0]!('https://shop.example/', { signal: controller.signal });
  const text: string = render(diagnose({ method: 'GET', status: 429 }), 'markdown');
  const same: typeof BcStatusElement = element;
  const card = document.querySelector('bc-status')!;
  card.code = 429;
  card.addEventListener('bc-status-select', ({ detail }) => console.log(detail.status.text));
  await explain(response);
  export { classify, createHandler, decideRetry, each, historyOf, pages, read, same, slim, status, text };
`;

/** Each project has these, which say more than most do. */
const STRICT = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true, skipLibCheck: false };

const WAYS = {
  node16: { module: 'node16', moduleResolution: 'node16' },
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
};

const row = (version, way) => ({
  tool: 'typescript',
  package: `typescript-${version}`,
  place: `${way}, with and without DOM`,
  kit: 'typescript',
  async check(project) {
    const compiler = (...args) => tsc(project, ...args, `typescript-${version}`);
    await compiler('use.mts', USE, { lib: ['es2022', 'dom'], ...STRICT, ...WAYS[way] });
    await compiler('use.mts', WITHOUT_DOM, { lib: ['es2022'], ...STRICT, ...WAYS[way] });
    if (way !== 'bundler')
      await compiler('use.cts', COMMONJS, { lib: ['es2022', 'dom'], ...STRICT, verbatimModuleSyntax: false, ...WAYS[way] });
  },
});

export const rows = Object.fromEntries(
  ['5.9', '6', '7'].flatMap((version) => Object.keys(WAYS).map((way) => [`typescript-${version}-${way}`, row(version, way)])),
);
