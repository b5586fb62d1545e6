// Routes as BigCommerce's specifications have them, found by a path or by words. src/route/ says how the tables are written.

import { classify, diagnose } from '../index.js';
import { routeShape } from '../core/diagnose.js';
import { TABLES } from '../knowledge/tables.js';
import { B2B_HOST } from './environment.js';
import { misused } from './exit.js';

/** @typedef {{ method: string, isArchived: boolean, takesList: boolean, maxItems: number | null, atOnce: number | null }} Method */
/** @typedef {{ route: string, api: string, methods: Method[], scopes: string[], replacedBy: string | null, deleteWithoutFilter: string | null, deleteFilter: string | null }} Route */
/** @typedef {{ match: 'path' | 'similar' | 'words' | 'none', method: string | null, routes: Route[] }} Found */
/** @typedef {{ part: string, route: string, methods: string, lists: string, limit: number | undefined }} Row */

/** @type {Record<string, string>} */
const METHODS = { G: 'GET', P: 'POST', U: 'PUT', D: 'DELETE', H: 'HEAD', O: 'OPTIONS', A: 'PATCH' };

export const METHOD_NAMES = Object.values(METHODS);

/** Of words no more are told. */
const MOST = 8;

/** @type {(text: string) => Map<string, string[]>} */
const sections = (text) =>
  new Map(
    text
      .split(/^=/m)
      .slice(1)
      .map((part) => part.split('\n').filter(Boolean))
      .map(([name, ...lines]) => [name, lines]),
  );

const [ROUTES, KNOWN] = TABLES.slice(1).map(sections);

/** @type {Record<string, string>} */
const PREFIXES = { v3: '/v3', v2: '/v2', storefront: '', b2b: '', root: '' };

/** @type {(part: string) => Row[]} */
const rowsOf = (part) => {
  /** @type {string[]} */
  const steps = [];
  return (ROUTES.get(part) ?? []).flatMap((line) => {
    const [, indent, step, methods = '', lists = '', limit] = /** @type {RegExpExecArray} */ (
      /^( *)(\S+)(?: ([A-Za-z]+))?(?:\[([A-Za-z]+))?(?: (\d+))?$/.exec(line)
    );
    steps.splice(indent.length, Infinity, step === '*' ? '{id}' : step);
    return methods ? [{ part, route: [PREFIXES[part], ...steps].join('/'), methods, lists, limit: limit ? Number(limit) : undefined }] : [];
  });
};

/** @type {Row[] | undefined} */
let table;

/** All of them. */
export const rows = () => (table ??= Object.keys(PREFIXES).flatMap(rowsOf));

/**
 * What a part of what is known says of a route, and of a method where its rows name some.
 * @type {(part: string, route: string, letter?: string) => string | undefined}
 */
const knownOf = (part, route, letter) => {
  for (const row of KNOWN.get(part) ?? []) {
    const [, path, told] = /** @type {RegExpExecArray} */ (/^(\S+) (.*)$/.exec(row));
    const above = path.endsWith('/**') ? path.slice(0, -3) : undefined;
    const holds = above === undefined ? path === route : route === above || route.startsWith(`${above}/`);
    if (!holds) continue;
    if (letter === undefined) return told;
    const [letters, most] = told.split(' ');
    if (letters.includes(letter)) return most;
  }
  return undefined;
};

/** @type {(told: string | undefined) => number | null} */
const whole = (told) => (told === undefined ? null : Number(told));

/** @type {(row: Row) => Route} */
const told = ({ part, route, methods, lists, limit }) => {
  const [effect = '-', filter = null] = knownOf('delete', route)?.split(' ') ?? [];
  return {
    route,
    // At the root of their hosts stand several.
    api: part === 'root' ? classify({ status: 404, url: route }).api : part,
    methods: [...methods].map((letter) => {
      const one = letter.toUpperCase();
      const items = whole(knownOf('batch', route, one));
      return {
        method: METHODS[one],
        isArchived: one !== letter,
        takesList: lists.includes(letter),
        maxItems: one === 'G' ? (items ?? limit ?? null) : items,
        atOnce: whole(knownOf('at_once', route, one)),
      };
    }),
    scopes: knownOf('scope', route)?.split(', ') ?? [],
    replacedBy: knownOf('replaced', route) ?? null,
    deleteWithoutFilter: EFFECTS[effect] ?? null,
    deleteFilter: filter,
  };
};

/** @type {Record<string, string>} */
export const EFFECTS = { R: 'refused', N: 'changes-nothing', A: 'deletes-all' };

/**
 * A path below a version is one of a store's.
 * @type {(path: string) => string}
 */
const ofStore = (path) => (/^\/?v[23](?:\/|$)/.test(path) ? `/stores/abc123/${path.replace(/^\//, '')}` : path);

/** One word before an address; of more words a question is made. */
const BEFORE_ADDRESS = /^\s*([a-z]+)\s+(?:\/|v[23]\/|https?:)\S*\s*$/i;

/** @type {(query: string, asked?: string) => Found} */
export const findRoute = (query, asked) => {
  const [, word] = BEFORE_ADDRESS.exec(query) ?? [];
  if (word && !METHOD_NAMES.includes(word.toUpperCase()))
    throw misused(`${word.slice(0, 40)} is not a method; use ${METHOD_NAMES.join(', ')}`);
  const [, typed, what] = /** @type {RegExpExecArray} */ (/^\s*(?:(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)\s+)?(.*?)\s*$/is.exec(query));
  const method = (asked ?? typed)?.toUpperCase() ?? null;
  return what.includes('/') ? byPath(ofStore(what), method) : byWords(what, method);
};

/** @type {(route: string | null | undefined) => Route[]} */
const known = (route) =>
  rows()
    .filter((row) => row.route === route)
    .map(told);

/** @type {(path: string, method: string | null) => Found} */
const byPath = (path, method) => {
  // Without a host it may be one of B2B Edition, most of which are known by that alone.
  const urls = path.startsWith('/') ? [path, `https://${B2B_HOST}${path}`] : [path];
  const exact = [...new Set(urls.map(routeShape))].flatMap(known);
  if (exact.length) return { match: 'path', method, routes: exact };
  const { findings } = diagnose({ method: 'GET', url: path, status: 404, body: '' });
  const similar = findings.map(({ values }) => /** @type {any} */ (values).similar).find(Boolean);
  const routes = known(similar);
  if (routes.length) return { match: 'similar', method, routes };
  const [, below] = /** @type {RegExpExecArray} */ (/^(?:\w+:)?(?:\/\/[^/?#]*)?(?:\/stores\/[^/?#]*)?([^?#]*)/s.exec(path));
  const found = byWords(below.replace(/\{[^}]*\}/g, ' '), method);
  return found.routes.length ? { ...found, match: 'similar' } : found;
};

/** What people say for what a method does. @type {Record<string, string>} */
const VERBS = { list: 'G', get: 'G', read: 'G', fetch: 'G', create: 'P', add: 'P', update: 'U', change: 'U', delete: 'D', remove: 'D' };

const FILLERS = /^(?:a|an|the|all|of|for|in|to|by|with|and|or|one|single|how|do|i|api|rest|endpoint|route|bigcommerce|id|v2|v3|stores?)$/;

/** @type {(text: string) => string[]} */
const wordsOf = (text) =>
  text
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word && !FILLERS.test(word));

/** @type {(word: string) => string} */
const stem = (word) => word.replace(/ies$/, 'y').replace(/(?<=ss|x|ch)es$|(?<!s)s$/, '');

/** Of a word in a path how well it is the one that was typed. @type {(word: string, typed: string) => number} */
const likeness = (word, typed) => {
  if (word === typed) return 1;
  const isPart = Math.min(word.length, typed.length) > 3 && (word.includes(typed) || typed.includes(word));
  return isPart ? 0.5 : 0;
};

/** @type {(text: string, method: string | null) => Found} */
const byWords = (text, method) => {
  const all = wordsOf(text);
  const nouns = all.filter((word) => !(word in VERBS)).map(stem);
  const letter = Object.keys(METHODS).find((one) => METHODS[one] === method) ?? VERBS[all.find((word) => word in VERBS) ?? ''];
  const scored = rows().flatMap((row) => {
    const steps = wordsOf(row.route).map(stem);
    const same = nouns.reduce((sum, noun) => sum + Math.max(0, ...steps.map((step) => likeness(step, noun))), 0);
    if (!same) return [];
    // Most ask for a store's own.
    const hits = row.part === 'b2b' && !all.includes('b2b') ? same - 0.5 : same;
    const isTaken = !letter || row.methods.includes(letter);
    const isOld = row.methods === row.methods.toLowerCase() || knownOf('replaced', row.route) !== undefined;
    // The words count first; then a route that has little else, takes the method, and is no old one.
    return [{ row, hits, score: hits * 10 - steps.length - (isTaken ? 0 : 3) - (isOld ? 2 : 0) - row.route.split('{id}').length / 10 }];
  });
  const best = Math.max(0, ...scored.map(({ hits }) => hits));
  const routes = scored
    .filter(({ hits }) => hits > best - 0.5)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ row }) => told(row));
  return { match: routes.length ? 'words' : 'none', method, routes };
};

/** @type {(found: Found) => string} */
export const routesText = ({ match, method, routes }) => {
  const heads = {
    path: [],
    similar: ['The specifications do not have this path. It may still exist; similar ones are:', ''],
    words: [],
    none: ['The specifications have no such route. It may still exist: try other words, or the path of a resource above it.'],
  };
  return [...heads[match], routes.map((route) => routeText(route, method)).join('\n\n')].join('\n').trim();
};

/** @type {(route: Route, method: string | null) => string} */
const routeText = ({ route, api, methods, scopes, replacedBy, deleteWithoutFilter: effect, deleteFilter }, method) =>
  [
    /^v[23]$/.test(api) ? route : `${route} (${api})`,
    ...methods.map((one) => `  ${[one.method, ...methodNotes(one)].join('; ')}`),
    ...(method && !methods.some((one) => one.method === method || (method === 'HEAD' && one.method === 'GET'))
      ? [`  This path does not support ${method}.`]
      : []),
    ...(effect ? [`  ${DELETES[effect]}${deleteFilter ? ` The filter is ?${deleteFilter}=…` : ''}`] : []),
    ...(scopes.length ? [`  OAuth scope: ${scopes.join(', ')}; its read-only form, if there is one, is enough for reading.`] : []),
    ...(replacedBy ? [`  Replaced by ${replacedBy}.`] : []),
  ].join('\n');

/** @type {Record<string, string>} */
const DELETES = {
  refused: 'A DELETE without a filter is refused.',
  'changes-nothing': 'A DELETE without a filter succeeds but changes nothing.',
  'deletes-all': 'A DELETE without a filter deletes everything.',
};

/** @type {(one: Method) => string[]} */
const methodNotes = ({ method, isArchived, takesList, maxItems, atOnce }) => [
  ...(isArchived ? ['only in archived documentation'] : []),
  ...(takesList ? ['the body is a list'] : []),
  ...(maxItems === null ? [] : [`at most ${maxItems} items ${method === 'GET' ? 'on a page' : 'in one request'}`]),
  ...(atOnce === null ? [] : [`at most ${atOnce} at once`]),
];
