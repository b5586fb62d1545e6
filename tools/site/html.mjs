// Templates whose values are escaped, and text with a little Markdown in it.

import html, { join, safe } from 'escape-html-template-tag';

export { html, join };

/** Text that is HTML already. */
export const raw = safe;

/** Made of a list; nothing for an empty one. */
export const each = (items, make) => join(items.map(make), '');

/** A sentence in which `backticks` mark code. */
export const prose = (text) => each(text.split(/`([^`]+)`/), (part, at) => (at % 2 ? html`<code>${part}</code>` : html`${part}`));
