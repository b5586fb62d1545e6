// The items of all pages of a list, one page at a time.

import { isObject, object, wrong } from '../core/checks.js';
import { diagnose } from '../core/diagnose.js';
import { maskedUrl } from '../core/masking.js';
import { BcStatusError } from '../fetch/status-error.js';
import { connectionIn, cursorVariable, nodesOf, ofV3 } from './page-answers.js';
import { PAGED } from './items.js';

/** @import { Page, Paged } from './items.js' */

/** @typedef {{ fetch: any, url: string, init: any, told: { total: number | null } }} List */

/** @type {(fetch: any, url: any, init?: any) => AsyncIterable<any>} */
export const pages = (fetch, url, init) => {
  if (typeof fetch !== 'function') throw wrong('fetch', 'a fetch, such as createFetch() makes it', fetch);
  const text = url instanceof URL ? url.href : url;
  if (typeof text !== 'string' || text === '') throw wrong('url', 'a URL', url);
  const given = { ...object('init', init ?? {}) };
  /** @type {List} */
  const list = { fetch, url: text, init: given, told: { total: null } };
  const from = /graphql/i.test(text) ? connections(list) : numbered(list);
  /** @type {Paged} */
  const paged = {
    url: text,
    from,
    get total() {
      return list.told.total;
    },
  };
  return /** @type {any} */ ({
    [PAGED]: paged,
    get total() {
      return list.told.total;
    },
    async *[Symbol.asyncIterator]() {
      for await (const { items } of from()) yield* items;
    },
  });
};

/**
 * Other parameters in a URL, which may be relative.
 * @type {(url: string, parameters: Record<string, string>) => string}
 */
const withParameters = (url, parameters) => {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? [];
  const all = new URLSearchParams(query);
  for (const [name, value] of Object.entries(parameters)) all.set(name, value);
  // Commas and colons are what filters are written with, and need no escape.
  return `${path}?${String(all).replace(/%2C/g, ',').replace(/%3A/g, ':')}${hash}`;
};

/**
 * What a page says, as text; one that is no success is an error that says why.
 * @type {(list: List, url: string, init: any, isWrong: (text: string) => boolean) => Promise<{ status: number, text: string }>}
 */
const read = async ({ fetch }, url, init, isWrong) => {
  const response = await fetch(url, init);
  const text = await response.text();
  const { status, headers } = response;
  if (status >= 400 || isWrong(text)) {
    const exchange = { method: init.method ?? 'GET', url, requestHeaders: init.headers, requestBody: init.body };
    throw new BcStatusError(diagnose({ ...exchange, status, headers, body: text }));
  }
  return { status, text };
};

/** @type {(text: string, url: string) => any} */
const parsed = (text, url) => {
  try {
    return JSON.parse(text);
  } catch {
    throw noList(url, /^\s*</.test(text) ? 'is XML or a page: send Accept: application/json' : 'is no JSON');
  }
};

/** @type {(url: string, why: string) => Error} */
const noList = (url, why) => new Error(`The answer to ${maskedUrl(url)} ${why}`);

/**
 * V2, which has no more to say behind its last page than a 204; and V3.
 * @type {(list: List) => Paged['from']}
 */
const numbered = (list) =>
  async function* (place) {
    let url = isObject(place) && Object.keys(place).length > 0 ? withParameters(list.url, /** @type {any} */ (place)) : list.url;
    for (let before = ''; ; ) {
      const { status, text } = await read(list, url, list.init, () => false);
      // A list that knows no pages gives the same again.
      if (status === 204 || text === '' || text === before) return;
      before = text;
      const answer = parsed(text, url);
      const isV2 = Array.isArray(answer);
      if (!isV2 && !Array.isArray(answer?.data)) throw noList(url, 'is no list: neither an array nor one in `data`');
      if (isV2 && answer.length === 0) return;
      const told = isV2 ? { items: answer, next: { page: String(pageOf(url) + 1) }, total: null } : ofV3(answer);
      list.told.total = told.total ?? list.told.total;
      yield { items: told.items, place: changesFrom(list.url, url) };
      if (!told.next) return;
      const next = withParameters(url, told.next);
      if (next === url) throw noList(url, 'names itself as the next page');
      url = next;
    }
  };

/** @type {(url: string) => URLSearchParams} */
const parametersOf = (url) => new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? '');

/** @type {(url: string) => number} */
const pageOf = (url) => Number(parametersOf(url).get('page') ?? 1) || 1;

/**
 * The parameters of a page that the first one has not.
 * @type {(first: string, url: string) => Record<string, string>}
 */
const changesFrom = (first, url) => {
  const known = parametersOf(first);
  return Object.fromEntries([...parametersOf(url)].filter(([name, value]) => known.get(name) !== value));
};

/**
 * GraphQL, by the `pageInfo` of a connection.
 * @type {(list: List) => Paged['from']}
 */
const connections = (list) => {
  const { body } = list.init;
  const request = typeof body === 'string' ? asked(body) : undefined;
  if (typeof request?.query !== 'string')
    throw wrong('init.body', 'the JSON of a GraphQL request: JSON.stringify({ query, variables })', body);
  const variable = cursorVariable(request.query);
  if (!variable) {
    throw new TypeError(
      'The query in init.body must take its cursor as a variable, as in products(first: 50, after: $after) { pageInfo { hasNextPage endCursor } … }',
    );
  }
  return async function* (place) {
    let cursor = place ?? undefined;
    for (;;) {
      const variables = cursor === undefined ? request.variables : { ...request.variables, [variable]: cursor };
      const init = { method: 'POST', ...list.init, body: JSON.stringify({ ...request, variables }) };
      const { text } = await read(list, list.url, init, (answer) => /"errors"/.test(answer) && hasErrors(answer));
      const connection = connectionIn(parsed(text, list.url)?.data);
      const items = connection && nodesOf(connection);
      if (!items)
        throw noList(list.url, 'has no connection: ask for pageInfo { hasNextPage endCursor } beside edges { node { … } } or nodes');
      yield { items, place: cursor };
      const { hasNextPage, endCursor } = connection.pageInfo;
      if (hasNextPage === undefined)
        throw noList(list.url, 'does not say whether there is more: ask for pageInfo { hasNextPage endCursor }');
      if (!hasNextPage) return;
      if (typeof endCursor !== 'string') throw noList(list.url, 'has no cursor: ask for pageInfo { hasNextPage endCursor }');
      if (endCursor === cursor)
        throw noList(list.url, `begins anew: the query does not pass $${variable} on to the connection that has pageInfo`);
      cursor = endCursor;
    }
  };
};

/** @type {(body: string) => any} */
const asked = (body) => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** @type {(text: string) => boolean} */
const hasErrors = (text) => asked(text)?.errors?.length > 0;
