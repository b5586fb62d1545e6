// Pages of other origins. Where nothing is said of them, none may call: a page can send simple
// requests without asking first, and the Worker would add the token.

import { FORWARDED } from './passed-headers.js';
import { Problem } from './problem.js';
import { ACCEPT, AUTHORIZATION, LOCATION, ORIGIN, RETRY_AFTER, X_REQUEST_ID } from '../knowledge/headers.js';

/** @import { Settings } from './handler-options.js' */

/** @typedef {ReturnType<typeof pageWith>} Page */

/** @type {(request: Request) => boolean} */
export const isPreflight = ({ method, headers }) => method === 'OPTIONS' && headers.has('access-control-request-method');

/** What a page may read beyond the headers that every page may. */
const EXPOSED = [X_REQUEST_ID, RETRY_AFTER, 'allow', 'etag', 'link', LOCATION];

/**
 * A page is what asks: `isForeign` if it may not, `dress` gives an answer the headers that let
 * it read. A request without `Origin` comes from no page, or from one of our own.
 * @param {Record<string, string>} headers
 * @param {boolean} isForeign
 */
const pageWith = (headers, isForeign) => ({
  isForeign,
  isAdmitted: Boolean(headers['access-control-allow-origin']),
  refusal: () => new Problem(403, 'origin-refused', 'Pages of this origin may not call the Worker: add it to `cors.origins`.'),
  /** @param {Response} answer */
  dress(answer) {
    for (const name in headers) answer.headers[name === 'vary' ? 'append' : 'set'](name, headers[name]);
    return answer;
  },
});

/** @param {Pick<Settings, 'cors' | 'rules' | 'authorize'>} settings */
export const createCors = ({ cors, rules, authorize }) => {
  const admits = cors && admission(cors.origins);
  const isOpen = cors?.origins === '*';
  /** @type {Record<string, string>} */
  const common = !cors || isOpen ? {} : { vary: 'Origin' };
  const expose = (cors?.expose ?? EXPOSED).join(', ');
  /** @type {Record<string, string>} */
  const credentials = cors?.credentials ? { 'access-control-allow-credentials': 'true' } : {};
  const headers = (cors?.headers ?? [ACCEPT, ...FORWARDED, ...(authorize ? [AUTHORIZATION] : [])]).join(', ');
  const stranger = pageWith(common, false);

  return {
    stranger,

    /**
     * @param {Request} request
     * @param {any} env
     */
    async pageOf(request, env) {
      const origin = request.headers.get(ORIGIN);
      if (origin === null || request.url.startsWith(`${origin}/`)) return stranger;
      const isAdmitted = cors && (await admits?.(origin, env)) === true;
      if (!isAdmitted || !mayUse(cors, request)) return pageWith(common, true);
      const allowed = { 'access-control-allow-origin': isOpen ? '*' : origin, ...credentials };
      return pageWith({ ...common, ...allowed, 'access-control-expose-headers': expose }, false);
    },

    /**
     * @param {Request} request
     * @param {string} path
     * @param {Page} page
     */
    preflight({ headers: asked }, path, page) {
      if (!page.isAdmitted) throw page.refusal();
      const wanted = asked.get('access-control-request-method');
      if (!rules.allows(wanted, path)) throw rules.refusal(wanted, path);
      const methods = rules.methodsOf(path).filter((one) => !cors?.methods || cors.methods.includes(one));
      return new Response(null, {
        status: 204,
        headers: {
          'access-control-allow-methods': methods.join(', '),
          'access-control-allow-headers': headers,
          'access-control-max-age': String(cors?.maxAge),
        },
      });
    },
  };
};

/**
 * `(origin, env) => boolean`, or a promise of it.
 * @type {(origins: any) => (origin: string, env: any) => any}
 */
const admission = (origins) => {
  if (origins === '*') return () => true;
  return typeof origins === 'function' ? origins : (origin) => origins.includes(origin);
};

/**
 * The methods of simple requests come without a preflight.
 * @type {(cors: { methods?: string[] }, request: Request) => boolean}
 */
const mayUse = ({ methods }, { method }) => !methods || method === 'OPTIONS' || methods.includes(method);
