// TypeScript in colour, in which the names of exports lead to them.

import { highlighted } from '../code.mjs';
import { html, raw } from '../html.mjs';

/** `links`: addresses by the names of exports. Strings and comments are left as they are, and so is the `own` name. */
export const signature = (code, links, own) => html`<code>${raw(linked(highlighted(code, 'ts'), { ...links, [own]: undefined }))}</code>`;

function linked(markup, links) {
  let silent = 0;
  const open = [];
  return markup
    .split(/(<[^>]+>)/)
    .map((piece) => {
      if (piece === '</span>') silent -= open.pop();
      else if (piece.startsWith('<')) silent += open[open.push(/hljs-(string|comment)/.test(piece) ? 1 : 0) - 1];
      else if (silent === 0) return piece.replace(/[A-Za-z_$][\w$]*/g, (name) => (Object.hasOwn(links, name) && links[name] ? `<a href="${links[name]}">${name}</a>` : name));
      return piece;
    })
    .join('');
}
