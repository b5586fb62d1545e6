// An exchange as fields to fill in, and back.

/** @typedef {(text: string) => string} Reveal */
/** @typedef {Record<string, string>} Fields By name what is in it. */

const FIELDS = ['method', 'url', 'status', 'failure', 'requestHeaders', 'headers', 'body'];

/** @type {Fields} */
export const BLANK = Object.fromEntries(FIELDS.map((name) => [name, '']));

/**
 * The fields, and what an exchange has beside them, as a status that nobody told.
 * @type {(exchange: any, isAssumed?: boolean) => { fields: Fields, rest: object }}
 */
export const fieldsOf = ({ method, url, status, failure, requestHeaders, headers, body, ...rest }, isAssumed) => ({
  fields: {
    method: stringIn(method),
    url: stringIn(url),
    status: isAssumed ? '' : String(status ?? ''),
    failure: stringIn(failure),
    requestHeaders: linesOf(requestHeaders),
    headers: linesOf(headers),
    body: textOf(body),
  },
  // What no field can hold, the diagnosis names.
  rest: { ...rest, ...odd({ method, url, failure }), ...(isAssumed && { status }) },
});

/** @type {(value: unknown) => value is string} */
const isString = (value) => typeof value === 'string';

/** @type {(value: unknown) => string} */
const stringIn = (value) => (isString(value) ? value : '');

/** @type {(members: object) => object} */
const odd = (members) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => !isString(value) && value !== undefined && value !== null));

/** @type {(body: unknown) => string} */
const textOf = (body) => (isString(body) ? body : body === undefined || body === null ? '' : JSON.stringify(body, null, 2));

/** @type {(headers: any) => string} */
const linesOf = (headers) => {
  if (isString(headers)) return headers;
  const pairs = headers?.[Symbol.iterator] ? [...headers] : Object.entries(headers ?? {});
  return pairs.map((pair) => (Array.isArray(pair) ? pair : [pair?.name, pair?.value]).join(': ')).join('\n');
};

/** What is wrong with a field: the name of a message, and what goes into its gap. */
class FieldError extends Error {
  /**
   * @param {string} name
   * @param {Record<string, string>} values
   */
  constructor(name, values) {
    super(name);
    this.values = values;
  }
}

/**
 * `{ exchange, isAssumed }`, or `{ wrong, values }` where a field cannot be read. `reveal` gives the secrets that marks stand for.
 * @type {(fields: Fields, rest: object, reveal: Reveal) => { exchange?: any, isAssumed?: boolean, wrong?: any, values?: any }}
 */
export const exchangeFrom = ({ method, url, status, failure, requestHeaders, headers, body }, rest, reveal) => {
  try {
    /** @type {any} */
    const exchange = {
      ...rest,
      ...given({ method: reveal(method.trim()), url: reveal(url.trim()), status: codeIn(status), failure, body: reveal(body) }),
      ...given({ requestHeaders: pairsIn(requestHeaders, reveal), headers: pairsIn(headers, reveal) }),
    };
    const isTold = Boolean(status.trim() || failure);
    if (isTold) exchange.status = codeIn(status);
    // An answer came, so nothing failed.
    if (exchange.status) delete exchange.failure;
    if (!exchange.failure) {
      delete exchange.unsent;
      delete exchange.permanent;
    }
    // Nobody has said that it was a GET.
    exchange.method ??= null;
    return { exchange, isAssumed: !isTold && Boolean(exchange.status) };
  } catch (error) {
    if (error instanceof FieldError) return { wrong: error.message, values: error.values };
    throw error;
  }
};

/** @type {(members: object) => object} */
const given = (members) => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== ''));

/** @type {(status: string) => number | undefined} */
const codeIn = (status) => {
  const text = status.trim();
  if (text && !/^[1-5]\d\d$/.test(text)) throw new FieldError('wrongStatus', { status: text });
  return text ? Number(text) : undefined;
};

/** @type {(text: string, reveal: Reveal) => string[][] | undefined} */
const pairsIn = (text, reveal) => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  return lines.length ? lines.map((line) => pairIn(line).map(reveal)) : undefined;
};

/** @type {(line: string) => string[]} */
const pairIn = (line) => {
  const [, name, value] = /^\s*(:?[^\s:]+)\s*:\s*(.*)$/.exec(line) ?? [];
  if (!name) throw new FieldError('wrongHeader', { line: line.slice(0, 60) });
  return [name, value.trim()];
};
