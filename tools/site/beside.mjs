// A page with its contents at its side, and above them the pages that belong together.

import { each, html } from './html.mjs';
import { layout } from './layout.mjs';

/** `contents`: of each part its title, or none, and items `{ id, name }`. */
export const besideContents = ({ label, pages, contents, entries, ...rest }) =>
  layout({
    ...rest,
    main: html`<div class="reference">
<div class="contents">
<nav aria-label="${label}">${pages}</nav>
${contents.length > 0 ? html`<nav aria-label="On this page" class="on-page">${each(contents, contentsOf)}</nav>` : html``}
</div>
<div class="entries">
${entries}
</div>
</div>`,
  });

const contentsOf = ([title, items]) =>
  html`${title ? html`<p>${title}</p>` : html``}<ul>${each(items, ({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul>`;
