// Our sentences, in which backticks mark code, as templates.

import { html, nothing } from './lit.js';

const SPAN = /`([^`]*)`/;

/** No name that is shorter is broken at its hyphens. */
const SHORT = 18;

/**
 * Every second part is code.
 * @type {(text: unknown) => unknown[]}
 */
export const prose = (text) =>
  String(text)
    .split(SPAN)
    .map((part, at) => (at % 2 ? html`<code class=${part.length < SHORT ? 'short' : nothing} part="code-span">${part}</code>` : part));

/** @type {(texts: readonly string[]) => unknown[]} */
export const items = (texts) => texts.map((text) => html`<li>${prose(text)}</li>`);

/**
 * A link to a page, and to no other scheme than those of pages.
 * @type {(url: string, text: string) => unknown}
 */
export const link = (url, text) => (/^https?:/.test(url) ? html`<a part="link" href=${url} rel="noreferrer">${text}</a>` : text);

/**
 * A heading of the level that the element's place in the page asks for.
 * @type {(level: number, part: string, content: unknown) => unknown}
 */
export const heading = (level, part, content) =>
  html`<div class=${part} part="heading ${part}" role="heading" aria-level=${level}>${content}</div>`;
