// The element as its manifest describes it: attributes, events, slots, parts and custom properties.

import { each, html, prose } from '../html.mjs';

const TABLES = [
  ['attributes', 'Attributes', ({ name, type }) => [name, type?.text]],
  ['events', 'Events', ({ name, type }) => [name, type?.text]],
  ['slots', 'Slots', ({ name }) => [name || 'default']],
  ['cssParts', 'Parts', ({ name }) => [name]],
  ['cssProperties', 'Custom properties', ({ name }) => [name]],
];

export const elementOf = ({ modules }) => modules.flatMap(({ declarations }) => declarations).find(({ customElement }) => customElement);

const tablesOf = (element) => TABLES.filter(([member]) => element[member]?.length > 0);

export const elementContents = (element) => tablesOf(element).map(([, title]) => ({ name: title, id: idOf(title) }));

export const elementTables = (element) =>
  each(
    tablesOf(element),
    ([member, title, labels]) => html`<section class="entry" id="${idOf(title)}" aria-labelledby="${idOf(title)}-title">
<h3 id="${idOf(title)}-title"><a href="#${idOf(title)}">${title}</a></h3>
<dl class="members">${each(element[member], (one) => row(labels(one), one.description ?? ''))}</dl>
</section>\n`,
  );

const row = ([name, type], about) => html`<div>
<dt><code>${name}</code>${type ? html` <code class="type">${type}</code>` : html``}</dt>
<dd><p>${prose(about)}</p></dd>
</div>`;

const idOf = (title) => `element-${title.toLowerCase().replace(/\W+/g, '-')}`;
