// The names of headers in any form that can be read more than once.

import { isObject } from './checks.js';
import { USUAL_CREDENTIALS } from '../knowledge/start.js';

/**
 * Whether one of them is such.
 * @type {(headers: any, is: (name: string) => boolean) => boolean}
 */
export const someName = (headers, is) => {
  if (!isObject(headers)) return false;
  if (headers.append && headers.has) {
    // To list what a Headers holds takes longer than to ask for what most requests have.
    for (const name of USUAL_CREDENTIALS) if (headers.has(name) && is(name)) return true;
    for (const name of headers.keys?.() ?? []) if (is(name)) return true;
  } else if (headers[Symbol.iterator]) {
    for (const pair of headers) if (is(pair?.[0])) return true;
  } else for (const name in headers) if (is(name)) return true;
  return false;
};
