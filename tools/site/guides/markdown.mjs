// A guide in Markdown as a page and as sections for the search, with anchors as hosts of repositories make them.

import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import { Marked } from 'marked';
import { block } from '../code.mjs';
import { html, raw } from '../html.mjs';

/**
 * `{ body, sections }` of the text at `path`. `addressOf(path)` is where a file of the project is on the site, or
 * null where it has no page there.
 */
export function guide(path, text, addressOf) {
  const slugs = new GithubSlugger();
  const ids = new Map();
  const marked = new Marked({ renderer: renderer(path, addressOf, ids) });
  const tokens = marked.lexer(text);
  for (const token of tokens) if (token.type === 'heading') ids.set(token, slugs.slug(token.text));
  return { body: raw(marked.parser(tokens)), sections: sectionsOf(tokens, ids) };
}

const renderer = (path, addressOf, ids) => ({
  heading(token) {
    const id = ids.get(token);
    const title = raw(this.parser.parseInline(token.tokens));
    // The anchor of the page itself would lead to where the reader is.
    if (token.depth === 1) return `${html`<h1>${title}</h1>`}\n`;
    const name = `h${token.depth}`;
    return `<${name} id="${id}">${html`<a href="#${id}">${title}</a>`}</${name}>\n`;
  },
  code: ({ text, lang }) => `${block(text, (lang ?? '').split(',')[0], lang ? `Example: ${lang.split(',')[0]}` : 'Example')}\n`,
  table({ header, rows }) {
    const cell = (name) => (one) => `<${name}>${this.parser.parseInline(one.tokens)}</${name}>`;
    const row = (cells) => `<tr>${cells.join('')}</tr>\n`;
    // A head without words is none to those who hear it.
    const heads = header.some(({ text }) => text) ? row(header.map((one) => cell(one.text ? 'th' : 'td')(one))) : '';
    const body = rows.map((cells) => row(cells.map(cell('td')))).join('');
    // It can be scrolled by keyboard, and so has a name.
    return `<div class="table" tabindex="0" role="group" aria-label="Table"><table>
${heads && `<thead>${heads}</thead>`}
<tbody>${body}</tbody>
</table></div>\n`;
  },
  link({ href, tokens }) {
    const label = raw(this.parser.parseInline(tokens));
    const to = /^(https:|#)/.test(href) ? href : beside(path, href, addressOf);
    return String(to ? html`<a href="${to}">${label}</a>` : label);
  },
  image({ href, text }) {
    const to = beside(path, href, addressOf);
    if (!to) throw new Error(`${path} shows ${href}, which is not on the site`);
    // A phone shows it too small to read; by itself it can be enlarged.
    return String(html`<a href="${to}"><img src="${to}" alt="${text}"></a>`);
  },
  html({ text }) {
    if (/^<!--[^]*-->\s*$/.test(text)) return '';
    throw new Error(`${path} has HTML that a page of the site would take as it is: ${text}`);
  },
});

/** Where a link leads that is relative to the file. */
function beside(path, href, addressOf) {
  const [file, anchor] = href.split('#');
  const address = addressOf(posix.join(posix.dirname(path), file));
  return address && anchor ? `${address}#${anchor}` : address;
}

/** What stands under each heading down to the third, as `{ id, title, text }`; before the first one there is no `id`. */
function sectionsOf(tokens, ids) {
  const sections = [];
  for (const token of tokens) {
    if (token.type === 'heading' && token.depth <= 3)
      sections.push({ id: token.depth > 1 ? ids.get(token) : undefined, depth: token.depth, title: textOf(token), text: '' });
    else if (sections.length > 0) sections.at(-1).text += `${textOf(token)} `;
  }
  return sections.map(({ text, ...rest }) => ({ ...rest, text: text.replace(/\s+/g, ' ').trim() }));
}

const join = (tokens) => tokens.map(textOf).join(' ');

function textOf({ type, tokens, items, header, rows, text }) {
  if (type === 'html') return '';
  if (type === 'table') return [header, ...rows].map(join).join(' ');
  if (items) return join(items);
  return tokens ? tokens.map(textOf).join(type === 'list_item' ? ' ' : '') : (text ?? '');
}
