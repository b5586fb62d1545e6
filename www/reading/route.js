// The route of a URL, by which failures are grouped.

import { routeShape } from '../core/diagnose.js';

/** What names a thing, and no kind of things: a number, an id, an address, a token. */
const ID = /^(?:\d+|(?=.*\d)[\da-f-]{8,}|(?=.*\d)[\w~.+=-]{20,}|[^@]+@.+|eyJ.*|.{40,})$/i;

/**
 * As BigCommerce's documentation has it, `/v3/carts/{id}`; of what is not in it the path, with `{id}` for what seems to name a thing.
 * @type {(url: string | undefined) => string}
 */
export const routeOf = (url = '') => {
  const known = routeShape(url);
  if (known) return known;
  const [, host = '', path = ''] = /^(?:[a-z]+:)?(?:\/\/([^/?#]*))?([^?#]*)/i.exec(url) ?? [];
  const steps = path.split('/').map((step) => (ID.test(step) ? '{id}' : step));
  // Without a store's name, which is in the path of its management.
  const shown = steps.join('/').replace(/^\/stores\/[^/]+(?=\/)/, '');
  const isOwn = /(?:^|\.)bigcommerce\.com$/i.test(host.replace(/:\d+$/, ''));
  return (isOwn ? '' : host.replace(/^.*@/, '')) + shown || host || '?';
};
