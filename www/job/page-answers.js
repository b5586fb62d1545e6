// What a page says: its items, and how to ask for the next one.

import { isObject } from '../core/checks.js';

/** @typedef {{ items: any[], next: Record<string, string> | undefined, total: number | null }} Told `next`: the parameters of the next page that differ; none behind the last. */

/** @type {(text: unknown) => Record<string, string> | undefined} */
const parametersIn = (text) => {
  if (typeof text !== 'string') return undefined;
  const query = text.slice(text.indexOf('?') + 1);
  return text.includes('?') ? Object.fromEntries(new URLSearchParams(query)) : undefined;
};

/** @type {(value: unknown) => number | null} */
const number = (value) => (typeof value === 'number' ? value : null);

/**
 * An answer of V3: a link, a number or a cursor leads on; without any of them this is all.
 * @type {(answer: any) => Told}
 */
export const ofV3 = ({ data, meta }) => {
  const { pagination, cursor_pagination: cursors } = meta ?? {};
  const { current_page: current, total_pages: last } = pagination ?? {};
  const link = parametersIn(cursors?.links?.next) ?? parametersIn(pagination?.links?.next);
  const isMore = current < last;
  const isFull = data.length > 0 && cursors?.count === cursors?.per_page;
  const byCursor = cursors?.end_cursor && !cursors.links && isFull ? { after: String(cursors.end_cursor) } : undefined;
  return { items: data, next: link ?? (isMore ? { page: String(current + 1) } : byCursor), total: number(pagination?.total) };
};

/**
 * The connection of a GraphQL answer that comes first from above: what has a `pageInfo`.
 * @type {(data: unknown) => any}
 */
export const connectionIn = (data) => {
  let level = [data];
  while (level.length > 0) {
    for (const one of level) if (isObject(one) && isObject(one.pageInfo)) return one;
    level = level.flatMap((one) => (isObject(one) && !Array.isArray(one) ? Object.values(one) : []));
  }
  return undefined;
};

/** @type {(connection: any) => any[] | undefined} */
export const nodesOf = ({ edges, nodes }) =>
  Array.isArray(nodes) ? nodes : Array.isArray(edges) ? edges.map((edge) => edge?.node ?? edge) : undefined;

/**
 * The variable that a query takes for the cursor, as in `products(first: 50, after: $after)`.
 * @type {(query: string) => string | undefined}
 */
export const cursorVariable = (query) => /\bafter\s*:\s*\$(\w+)/.exec(query)?.[1];
