// Where a rule lets queries of GraphQL through and nothing else.

import { core } from '../boot.js';
import { tooLong } from './request-body.js';
import { Problem } from './problem.js';
import { CONTENT_TYPE } from '../knowledge/headers.js';

const JSON_TYPE = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

/** Enough for any query; the core would take thirty times as much for a list of a million numbers. */
const LONGEST = 256 * 1024;

const SAID = {
  query: 'A server may take a query in the URL for another document',
  type: '`Content-Type` must be `application/json`, in UTF-8',
  body: 'The body is something else, such as a mutation, or can be read in two ways',
};

/** @type {(why: string) => Problem} */
const refused = (why) =>
  new Problem(
    403,
    'query-only',
    `Only queries are let through here, no mutations or subscriptions, as JSON with \`query\`, \`variables\`, \`operationName\`. ${why}.`,
  );

/**
 * Passes, or throws the Problem; `query` is that of the URL.
 * @type {(request: Request, query: string, bytes: Uint8Array | undefined) => void}
 */
export const checkQueries = ({ headers }, query, bytes) => {
  if (query) throw refused(SAID.query);
  if (!JSON_TYPE.test(headers.get(CONTENT_TYPE) ?? '')) throw refused(SAID.type);
  if (bytes && bytes.byteLength > LONGEST) throw tooLong(LONGEST);
  const text = bytes && jsonOf(bytes);
  if (!text || !core().holdsQueriesOnly(text)) throw refused(SAID.body);
};

/**
 * A text that is JSON without a flaw: the core also reads what is nearly that, and servers may read it otherwise.
 * @type {(bytes: Uint8Array) => string | undefined}
 */
const jsonOf = (bytes) => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
};
