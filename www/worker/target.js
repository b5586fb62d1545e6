// Where a request wants to go. The URL is taken apart as it came, and nothing in it is decoded
// or resolved: what would have to be is refused, so that no two readers can differ about it.

import { Problem } from './problem.js';

const LONGEST_URL = 2048;

const PARTS = /^https?:\/\/[^/?#@\\]+([^?#]*)(\?[^#]*)?/;

/** Plain segments between single slashes, and neither `.` nor `..` among them. */
const PATH = /^(?:\/(?!\.\.?(?:\/|$))[\w.~-]+)*\/?$/;

/** Parameters that some servers take for credentials, or for the method. */
const REFUSED =
  /[?&;](?:access_?token|auth_?token|oauth_token|x-auth-\w+|api_?key|_method|x-http-method(?:-override)?)=/i;

const SAID = {
  url: 'The URL must have a host and a path, and no user name.',
  path: 'A path is made of letters, digits and `. _ ~ -` between single slashes; `.` and `..` alone, and what is encoded, are refused.',
  query: 'Blanks and what is not ASCII must be percent-encoded in a query.',
  encoding: 'The percent-encoding of the query is no UTF-8: write `%25` for a percent sign.',
};

const refused = (what, detail) => new Problem(400, `${what}-refused`, detail);

/** `{ path, query }` behind the prefix; a query begins with its `?`. */
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

const checkQuery = (query) => {
  if (/[^!-~]/.test(query)) throw refused('query', SAID.query);
  const name = REFUSED.exec(decoded(query))?.[0].slice(1, -1);
  if (name) throw refused('query', `\`${name}\` is refused: credentials are the Worker's own, the method is the request's.`);
};

const decoded = (query) => {
  if (!query.includes('%')) return query;
  try {
    return decodeURIComponent(query);
  } catch {
    throw refused('query', SAID.encoding);
  }
};
