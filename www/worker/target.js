// Where a request wants to go. The URL is taken apart as it came, and nothing in it is decoded
// or resolved: what would have to be is refused, so that no two readers can differ about it.

import { SECRET_HEADER } from '../knowledge/secret-headers.js';
import { Problem } from './problem.js';

const LONGEST_URL = 2048;

const PARTS = /^https?:\/\/[^/?#@\\]+([^?#]*)(\?[^#]*)?/;

/** Plain segments between single slashes, and neither `.` nor `..` among them. */
const PATH = /^(?:\/(?!\.\.?(?:\/|$))[\w.~-]+)*\/?$/;

/** Servers that know such a header take a request that has it for one of another method. */
export const OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override'];

/** The same as a parameter, in small letters alone. */
const OVERRIDE = /^x?(?:http)?method(?:override)?$/;

const SAID = {
  url: 'The URL must have a host and a path, and no user name.',
  path: 'A path is made of letters, digits and `. _ ~ -` between single slashes; `.` and `..` alone, and what is encoded, are refused.',
  name: 'The name of a parameter is percent-encoded once, if at all.',
  query: 'Blanks and what is not ASCII must be percent-encoded in a query.',
  encoding: 'The percent-encoding of the query is no UTF-8: write `%25` for a percent sign.',
};

/** @type {(what: string, detail: string) => Problem} */
const refused = (what, detail) => new Problem(400, `${what}-refused`, detail);

/**
 * `{ path, query }` behind the prefix; a query begins with its `?`.
 * @type {(url: string, prefix: string) => { path: string, query: string }}
 */
export const targetOf = (url, prefix) => {
  if (url.length > LONGEST_URL) {
    throw new Problem(414, 'url-too-long', `The URL may have ${LONGEST_URL} characters; it has ${url.length}.`);
  }
  const [, whole, query = ''] = PARTS.exec(url) ?? [];
  if (whole === undefined) throw refused('url', SAID.url);
  if (!PATH.test(whole)) throw refused('path', SAID.path);
  if (query) checkQuery(query);
  if (!prefix) return { path: whole, query };
  if (!whole.startsWith(`${prefix}/`)) throw new Problem(404, 'route-unknown', `Paths begin with \`${prefix}/\` here.`);
  return { path: whole.slice(prefix.length), query };
};

/** @type {(query: string) => void} */
const checkQuery = (query) => {
  if (/[^!-~]/.test(query)) throw refused('query', SAID.query);
  const given = query.slice(1);
  for (const part of given.split(/[&?]/)) checkName(decoded(part.split('=', 1)[0]));
  if (!/[%;]/.test(given)) return;
  // Some servers part at a semicolon, and one behind another may decode what is decoded already.
  for (const [, name] of decoded(`&${given}`).matchAll(/[&;]([^&;=]*)=/g)) checkName(name.replaceAll('%', ''));
};

/** @type {(name: string) => void} */
const checkName = (name) => {
  if (name.includes('%')) throw refused('query', SAID.name);
  if (isReserved(name)) {
    throw refused('query', `\`${name.trim()}\` is refused: credentials are the Worker's own, the method is the request's.`);
  }
};

/**
 * What was found out about names: most are asked about again and again.
 * @type {Map<string, boolean>}
 */
const known = new Map();

/** @type {(name: string) => boolean} */
const isReserved = (name) => known.get(name) ?? find(name);

/**
 * Whether some server takes a parameter for a credential or for the method, if only for a part of its name.
 * @type {(name: string) => boolean}
 */
const find = (name) => {
  const found = [name, ...name.split(/[[\].:\0]/)].some((part) => {
    const letters = part.toLowerCase().replace(/[^a-z0-9]/g, '');
    // Of the names of secrets those of headers: `key` and `code` are filters of the store.
    return SECRET_HEADER.test(letters) || (OVERRIDE.test(letters) && part.toLowerCase() !== 'method');
  });
  if (known.size < 500 && name.length < 64) known.set(name, found);
  return found;
};

/** @type {(query: string) => string} */
const decoded = (query) => {
  if (!query.includes('%')) return query;
  try {
    return decodeURIComponent(query);
  } catch {
    throw refused('query', SAID.encoding);
  }
};
