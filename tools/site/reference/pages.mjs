// The pages of the reference, made from the types of the package, its manifest of the element, and the help of the command line.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { besideContents } from '../beside.mjs';
import { each, html, join as joined } from '../html.mjs';
import { current } from '../layout.mjs';
import { commandLine } from './command-line.mjs';
import { declarationsOf } from './declarations.mjs';
import { elementContents, elementOf, elementTables } from './element.mjs';
import { entry, paragraphs } from './entry.mjs';
import { meanings } from './meanings.mjs';

const MODULES = [
  {
    page: 'api.html',
    types: 'index.d.ts',
    name: 'bc-status',
    summary: 'Status knowledge, diagnosis, retry decisions, a fetch that obeys them, and a pacer.',
  },
  {
    page: 'api-fetch.html',
    types: 'fetch.d.ts',
    name: 'bc-status/fetch',
    summary: 'The fetch for pages: 4 KB before the first request, and the rest when it is needed.',
  },
  {
    page: 'api-read.html',
    types: 'read.d.ts',
    name: 'bc-status/read',
    summary: 'Exchanges out of what people paste, log and archive.',
  },
  {
    page: 'api-slim.html',
    types: 'slim.d.ts',
    name: 'bc-status/slim',
    summary: 'The same without the WebAssembly, for whoever serves it as a file of its own.',
  },
  {
    page: 'api-job.html',
    types: 'job.d.ts',
    name: 'bc-status/job',
    summary: 'Pages, batches and long jobs that can be watched and resumed.',
  },
  {
    page: 'api-store-redis.html',
    types: 'store-redis.d.ts',
    name: 'bc-status/store/redis',
    summary: 'One quota for several processes, over Redis: ioredis, node-redis or Upstash.',
  },
  {
    page: 'api-store-postgres.html',
    types: 'store-postgres.d.ts',
    name: 'bc-status/store/postgres',
    summary: 'One quota for several processes, over PostgreSQL: pg or postgres.js.',
  },
  {
    page: 'api-store-deno-kv.html',
    types: 'store-deno-kv.d.ts',
    name: 'bc-status/store/deno-kv',
    summary: 'One quota for several processes, over Deno KV.',
  },
  {
    page: 'api-otel.html',
    types: 'otel.d.ts',
    name: 'bc-status/otel',
    summary: 'Spans and metrics for OpenTelemetry, and events of Node for those without.',
  },
  {
    page: 'api-worker.html',
    types: 'worker.d.ts',
    name: 'bc-status/worker',
    summary: 'A Worker in front of a store, and the Durable Object that shares its quota out.',
  },
  {
    page: 'api-widget.html',
    types: 'widget.d.ts',
    name: 'bc-status/widget',
    summary: 'The element bc-status: attributes, events, parts, custom properties, and its languages.',
    hasElement: true,
  },
];

const COMMAND_LINE = { page: 'api-cli.html', name: 'Command line', summary: 'What npx bc-status takes, reads and prints.' };

const TABS = [...MODULES, COMMAND_LINE].map(({ page, name }) => [page, name]);

export async function reference(located) {
  const modules = MODULES.map((module) => ({ ...module, ...declarationsOf(join(located.directory, 'dist', module.types)) }));
  // What several have is described where it comes first.
  const links = Object.fromEntries(
    modules.toReversed().flatMap(({ page, declarations }) => declarations.map(({ name }) => [name, `${page}#${name}`])),
  );
  const context = { links, meanings: await meanings(located) };
  const element = elementOf(JSON.parse(await readFile(join(located.directory, 'dist', 'custom-elements.json'), 'utf8')));
  return {
    pages: [
      ...modules.map((module) => [module.page, modulePage(module, context, module.hasElement ? element : null)]),
      [COMMAND_LINE.page, frame({ ...COMMAND_LINE, ...(await commandLine(located)) })],
    ],
    sections: modules.flatMap(({ page, name: of, declarations }) =>
      declarations.map((one) => ({ url: `${page}#${one.name}`, of, title: one.name, text: textOf(one) })),
    ),
  };
}

const textOf = ({ about, members }) => [about, ...members.map((one) => one.about)].map(plain).join(' ');

const plain = (paragraphs) =>
  paragraphs
    .flatMap((parts) => parts.map(({ text, link }) => text ?? link))
    .join(' ')
    .replaceAll('`', '');

const isCalled = ({ kind }) => kind === 'function' || kind === 'class' || kind === 'constant';

function modulePage(module, context, element) {
  const groups = [
    ['Functions and classes', module.declarations.filter(isCalled)],
    ['Types', module.declarations.filter((one) => !isCalled(one))],
  ].filter(([, declarations]) => declarations.length > 0);
  return frame({
    ...module,
    intro: html`${paragraphs(module.about, context.links)}${alsoThere(module, context)}`,
    contents: [
      ...(element ? [['The element', elementContents(element)]] : []),
      ...groups.map(([title, declarations]) => [title, declarations.map(({ name }) => ({ name, id: name }))]),
    ],
    body: html`${element ? html`<h2>The element</h2>${elementTables(element)}` : html``}
${each(groups, ([title, declarations]) => html`<h2>${title}</h2>\n${each(declarations, (one) => entry(one, context))}`)}`,
  });
}

const alsoThere = ({ passedOn }, { links }) =>
  passedOn.length > 0
    ? html`<p>Also exported from here: ${joined(
        passedOn.map((name) => html`<a href="${links[name]}"><code>${name}</code></a>`),
        ', ',
      )}.</p>`
    : html``;

const frame = ({ page, name, summary, intro, contents, body }) =>
  besideContents({
    title: `${name} · reference of bc-status`,
    description: `Reference: ${summary}`,
    part: 'api.html',
    label: 'Reference',
    pages: html`<ul class="tabs">${each(TABS, ([href, title]) => html`<li><a href="${href}"${current(page, href)}>${title}</a></li>`)}</ul>`,
    contents,
    entries: html`<h1>${name}</h1>
<p class="lead">${summary}</p>
${intro}
${body}`,
  });
