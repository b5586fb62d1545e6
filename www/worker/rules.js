// What may reach the store. Rules are compiled to one expression for each method; the paths
// that they are asked about are plain: see target.js.

import { isObject, wrong } from '../core/checks.js';
import { Problem } from './problem.js';

/** @typedef {ReturnType<typeof compileRules>} Rules */

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];
/** No method of a request here, but POST with nothing but queries of GraphQL. */
const QUERY = 'QUERY';

/** @param {unknown} allow */
export const compileRules = (allow) => {
  if (!Array.isArray(allow)) throw wrong('options.allow', "a list of rules such as 'GET /v3/catalog/products'", allow);
  /** @type {Record<string, string[]>} */
  const sources = Object.fromEntries([...METHODS, QUERY].map((method) => [method, []]));
  for (const [at, rule] of allow.entries()) {
    const { methods, path } = parsed(rule, `options.allow[${at}]`);
    for (const method of methods) sources[method].push(path);
  }
  // Who may GET may HEAD, as everywhere in HTTP.
  sources.HEAD.push(...sources.GET);
  const posts = patternOf(sources.POST);
  sources.POST.push(...sources[QUERY]);
  const patterns = new Map(METHODS.map((method) => [method, patternOf(sources[method])]));

  /** @type {(method: any, path: string) => boolean} */
  const allows = (method, path) => patterns.get(method)?.test(path) === true;
  /** @type {(path: string) => string[]} */
  const methodsOf = (path) => METHODS.filter((method) => allows(method, path));
  return {
    allows,
    methodsOf,
    /**
     * Of what is allowed, whether it may only read.
     * @type {(method: string, path: string) => boolean}
     */
    isQueryOnly: (method, path) => method === 'POST' && !posts.test(path),
    /**
     * @param {string | null} method
     * @param {string} path
     */
    refusal(method, path) {
      const methods = methodsOf(path).join(', ');
      if (!methods) {
        return new Problem(404, 'route-unknown', 'This path is not among those that the Worker lets through.');
      }
      return new Problem(405, 'method-refused', `On this path the Worker allows ${methods}, not ${method}.`, {
        headers: { allow: methods },
      });
    },
  };
};

/** @type {(sources: string[]) => RegExp} */
const patternOf = (sources) => new RegExp(`^(?:${sources.join('|') || '(?!)'})$`);

/**
 * A rule as `{ methods, path }`, the path as the source of an expression.
 * @type {(rule: any, name: string) => { methods: string[], path: string }}
 */
const parsed = (rule, name) => {
  /** @type {(why: string) => never} */
  const fail = (why) => {
    const shown = typeof rule === 'string' ? `'${rule}'` : JSON.stringify(rule);
    const wanted = "like 'GET,POST /v3/carts/{id}' or { methods: ['GET'], path: '/v3/carts' }";
    throw new TypeError(`${name} must be ${wanted}, not ${shown}: ${why}`);
  };
  if (typeof rule !== 'string' && !isObject(rule)) fail('it is neither a text nor an object');
  const [methods, path] = typeof rule === 'string' ? split(rule) : [rule.methods, rule.path];

  if (typeof path !== 'string' || !/^\/(?:v[23]\/.|graphql$)/.test(path)) {
    const isAll = /\*$/.test(path || rule);
    fail(`a path begins with /v2/ or /v3/, or is /graphql${isAll ? "; 'GET /v3/*' lets all of V3 be read" : ''}`);
  }
  if (!Array.isArray(methods) || methods.length === 0) fail('it has no methods');
  const odd = methods.find((method) => !METHODS.includes(method) && method !== QUERY);
  if (odd !== undefined) fail(`the methods are ${METHODS.join(', ')}, and ${QUERY} for /graphql`);
  if (methods.includes(QUERY) && path !== '/graphql') fail(`${QUERY} is for /graphql alone: elsewhere GET reads`);
  const segments = path.slice(1).split('/');
  const sources = segments.map((segment, at) => sourceOf(segment, at === segments.length - 1));
  if (sources.includes(undefined)) fail('a segment is a plain word, {name}, :name, or a last *');
  return { methods, path: `/${sources.join('/')}` };
};

/** @type {(rule: string) => [methods: string[], path: string]} */
const split = (rule) => {
  const [, methods = '', path = ''] = /^([a-z, ]*?) *(\/.*)$/i.exec(rule) ?? [];
  return [methods.split(/ *, */).filter(Boolean), path];
};

/** @type {(segment: string, isLast: boolean) => string | undefined} */
const sourceOf = (segment, isLast) => {
  if (/^(?::\w+|\{\w+\})$/.test(segment)) return '[^/]+';
  if (segment === '*' && isLast) return '.*[^/]';
  return /^(?!\.\.?$)[\w.~-]+$/.test(segment) ? segment.replaceAll('.', '\\.') : undefined;
};
