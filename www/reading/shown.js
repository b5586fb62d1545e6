// Exchanges as they may be shown: without their secrets, and without the rest of a long body.

import { shownExchange } from './pasted.js';

/** Of a body no more is shown. */
const LONGEST_SHOWN = 2000;

/** @type {(body: unknown) => string} */
const textOf = (body) => (typeof body === 'string' ? body : JSON.stringify(body));

/** @type {(exchange: any) => any} */
export const shownOf = (exchange) => {
  const { body, requestBody, ...shown } = shownExchange(exchange);
  return {
    ...shown,
    ...(requestBody && { requestBody: textOf(requestBody).slice(0, LONGEST_SHOWN) }),
    ...(body && { body: textOf(body).slice(0, LONGEST_SHOWN) }),
  };
};
