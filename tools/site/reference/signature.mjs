// TypeScript in colour, in which the names of exports lead to them.

import { highlighted } from '../code.mjs';
import { html, raw } from '../html.mjs';

const NAME = /[A-Za-z_$][\w$]*/g;

/** `links`: addresses by the names of exports. Strings and comments are left as they are, and so is the `own` name. */
export function signature(code, links, own) {
  const open = [];
  const linked = (name) => (name !== own && Object.hasOwn(links, name) ? `<a href="${links[name]}">${name}</a>` : name);
  const markup = highlighted(code, 'ts').replace(/<span class="([^"]+)">|<\/span>|[^<]+/g, (piece, classes) => {
    if (classes) open.push(/hljs-(string|comment)/.test(classes));
    else if (piece === '</span>') open.pop();
    else if (!open.includes(true)) return piece.replace(NAME, linked);
    return piece;
  });
  return html`<code>${raw(markup)}</code>`;
}
