// One export, or one member, on a page of the reference.

import { block } from '../code.mjs';
import { each, html, prose, raw } from '../html.mjs';
import { signature } from './signature.mjs';

export const entry = ({ name, kind, members, choices, ...rest }, { links, meanings }) => {
  const known = withMeanings(name, choices, meanings);
  const isSaid = known.length > 0 || rest.signature === `${kind} ${name}`;
  return html`<section class="entry" id="${name}" aria-labelledby="${name}-title">
<h3 id="${name}-title"><a href="#${name}">${name}</a> <span class="kind">${kind}</span></h3>
${isSaid ? html`` : html`<pre class="code signature">${signature(rest.signature, links, name)}</pre>`}
${said(rest, links)}
${rows('choices', known, (choice) => choiceRow(choice, links))}
${rows('members', members, (one) => memberRow(name, one, links))}
${each(rest.examples, (code) => block(code, code.startsWith('<') ? 'html' : 'js', `Example of ${name}`))}
</section>\n`;
};

const rows = (name, items, row) => (items.length > 0 ? html`<dl class="${name}">${each(items, row)}</dl>` : html``);

/** Only where something is said of them; else the signature shows them best. */
function withMeanings(name, choices, meanings) {
  const meaning = meanings[name];
  const known = choices.map(({ text, about }) => ({
    text,
    about: meaning ? meaning(text).map((sentence) => [{ text: sentence }]) : about,
  }));
  return known.some(({ about }) => about.length > 0) ? known : [];
}

const choiceRow = ({ text, about }, links) => html`<div><dt>${signature(text, links)}</dt><dd>${paragraphs(about, links)}</dd></div>`;

const memberRow = (owner, { name, signature: text, ...rest }, links) => {
  const id = `${owner}.${name.replace(/\W/g, '')}`;
  return html`<div id="${id}"><dt>${signature(text, links)}</dt><dd>${said(rest, links)}</dd></div>`;
};

const said = ({ about, throws, default: value }, links) => html`${paragraphs(about, links)}
${value ? html`<p class="default">By default <code>${value}</code>.</p>` : html``}
${each(throws, (one) => html`<div class="throws"><p>Throws <code>${one.type}</code></p> ${paragraphs(one.about, links)}</div>`)}`;

export const paragraphs = (all, links) => each(all, (parts) => html`<p>${each(parts, (part) => inline(part, links))}</p>`);

const inline = ({ text, link }, links) => (link ? reference(link, links) : linkedProse(text, links));

function reference(name, links) {
  if (!Object.hasOwn(links, name)) throw new Error(`a comment links to ${name}, which is no export`);
  return html`<a href="${raw(links[name])}"><code>${name}</code></a>`;
}

/** Names of exports in backticks lead to them as well. */
const linkedProse = (text, links) =>
  each(text.split(/(`[^`]+`)/), (piece) => {
    const name = piece.slice(1, -1);
    return piece.startsWith('`') && Object.hasOwn(links, name) ? reference(name, links) : prose(piece);
  });
