// Each guide as a page, one page that lists and searches them all, and what it searches in.

import { basename } from 'node:path';
import { GUIDES, OPTIONAL, guidesOf, titleOf } from '../../llms.mjs';
import { besideContents } from '../beside.mjs';
import { each, html, prose } from '../html.mjs';
import { current, layout } from '../layout.mjs';
import { guide } from './markdown.mjs';

const GROUPS = [
  ['Guides', GUIDES],
  ['About the project', OPTIONAL],
];

const pageOf = (path) => `guide-${basename(path, '.md').toLowerCase()}.html`;

/** The start of all guides has the name of the package. */
const START = 'README.md';

const address = (file) => (noteOf(file) ? pageOf(file) : /^docs\/[^/]+\.svg$/.test(file) ? file : null);

/** The pages by their names, and `search.json`; `others` are sections of other pages that can be found as well. */
export function guides(directory, others) {
  const all = guidesOf(directory).map(([path, text]) => ({
    ...{ path, page: pageOf(path), title: path === START ? 'Start here' : titleOf(text) },
    ...guide(path, text, address),
  }));
  const sections = all.flatMap(({ page, title, sections: own }) =>
    own.map((one) => ({ url: one.id ? `${page}#${one.id}` : page, of: title, title: one.title, text: one.text })),
  );
  return [
    ...all.map((one, at) => [one.page, guidePage(one, all, at)]),
    ['guides.html', indexPage(all)],
    ['search.json', JSON.stringify([...sections, ...others])],
  ];
}

const noteOf = (path) => GUIDES[path] ?? OPTIONAL[path];

const listed = (all, group) => all.filter(({ path }) => path in group);

const guidePage = ({ path, page, title, body, sections }, all, at) =>
  besideContents({
    title: `${title} · guides of bc-status`,
    description: `Guide of bc-status, for BigCommerce's APIs: ${noteOf(path)}.`,
    part: 'guides.html',
    label: 'Guides',
    pages: html`<p class="all"><a href="guides.html">All guides, and search</a></p>
<div class="guides">${each(
      GROUPS,
      ([name, group]) =>
        html`<p>${name}</p><ul>${each(listed(all, group), (one) => html`<li><a href="${one.page}"${current(page, one.page)}>${one.title}</a></li>`)}</ul>`,
    )}</div>`,
    contents: contentsOf(sections),
    entries: html`<article class="guide">
${body}</article>
<nav class="onward" aria-label="Next and previous guide">${step('Before', all[at - 1])}${step('Next', all[at + 1])}</nav>`,
  });

const contentsOf = (sections) => {
  const items = sections.filter(({ depth }) => depth === 2).map(({ id, title }) => ({ id, name: title }));
  return items.length > 0 ? [['On this page', items]] : [];
};

const step = (label, to) => (to ? html`<p>${label}: <a href="${to.page}">${to.title}</a></p>` : html``);

const indexPage = (all) =>
  layout({
    title: 'Guides and search · bc-status',
    description: 'All guides of bc-status, and a search through them, through the codes, the findings and the reference.',
    part: 'guides.html',
    scripts: ['search.js'],
    main: html`<div class="intro-block">
<h1>Guides</h1>
<p class="lead">The code in them is run by the tests as it stands there. For programs there are <a href="llms.txt">llms.txt</a> and
<a href="llms-full.txt">llms-full.txt</a>.</p>
<search><form id="search" hidden><label for="words">Search guides, codes, findings and the reference</label>
<input id="words" type="search" autocomplete="off" spellcheck="false" aria-describedby="count">
<p id="count" role="status"></p></form></search>
<ol id="results" class="results" hidden></ol>
</div>
<div id="list" class="list">${each(
      GROUPS,
      ([name, group]) => html`<section aria-label="${name}"><h2>${name}</h2>
<ul>${each(listed(all, group), ({ path, page, title }) => html`<li><a href="${page}">${title}</a><p>${prose(noteOf(path))}</p></li>`)}</ul></section>`,
    )}</div>`,
  });
