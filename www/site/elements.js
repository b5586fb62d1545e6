import { classOf } from '../core/status-class.js';

/** @typedef {Node | string | false | null | undefined} Child */

/**
 * Makes an element: `element('p', { class: 'intro' }, 'text', child)`. Text becomes text, never
 * markup; what is null, false or empty is left out.
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 * @param {(Child | Child[])[]} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(.../** @type {(Node | string)[]} */ (children.flat().filter(Boolean)));
  return made;
}

/**
 * A sentence in which `backticks` mark code.
 * @type {(text: string) => (Node | string)[]}
 */
export const prose = (text) => text.split(/`([^`]+)`/).map((part, index) => (index % 2 ? element('code', {}, part) : part));

/** @type {(items: string[], name?: string) => HTMLElement} */
export const list = (items, name = 'ul') =>
  element(
    name,
    {},
    items.map((item) => element('li', {}, prose(item))),
  );

/**
 * The number of a status, in the colour of its class.
 * @type {(code: number | null, text?: string | number) => HTMLElement}
 */
export const badge = (code, text = code ?? 'none') => element('span', { class: 'badge', 'data-class': classOf(code ?? 0) }, String(text));
