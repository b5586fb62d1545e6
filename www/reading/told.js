// What the core reads in a text.

import { core } from '../paste-core.js';

/**
 * The exchange that a text tells of, or the one of several that is asked for.
 * @type {(text: string, entry?: number) => any}
 */
export const told = (text, entry) => {
  /** @type {{ value?: any }} */
  const found = {};
  core().readPasted(text, entry, found);
  const { value } = found;
  return value && { ...value, exchange: withoutUnknown(value.exchange) };
};

/**
 * What is not known is left out, but for the method: without one it would be taken for a GET.
 * @type {(exchange: any) => any}
 */
const withoutUnknown = ({ method, url, inBrowser, unsent, ...exchange }) => {
  const known = Object.fromEntries(Object.entries(exchange).filter(([, value]) => value !== null));
  return { method: method || null, ...(url && { url }), ...known, ...(inBrowser && { inBrowser }), ...(unsent && { unsent }) };
};
