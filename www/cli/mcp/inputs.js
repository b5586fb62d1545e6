// What the tools take: each input once, from which come its schema and its check.

import { isGiven, members } from '../../core/checks.js';
import { RETRY_PROFILES } from '../../knowledge/start.js';
import { FAILURES } from '../../knowledge/sets.js';
import { METHOD_NAMES } from '../routes.js';

/** @import { Rule } from '../../core/checks.js' */

/** @typedef {{ type?: string | string[], enum?: readonly unknown[], minimum?: number, maximum?: number, properties?: Record<string, unknown>, required?: string[], additionalProperties?: boolean }} Schema */
/** @typedef {{ about: string, wanted: string, schema: Schema }} Field `wanted` is what it has to be, as an error says it. */
/** @typedef {Record<string, Field>} Fields */

/** @type {(about: string, wanted: string, schema: Schema) => Field} */
const field = (about, wanted, schema) => ({ about, wanted, schema });

/** @type {(about: string, values: readonly string[]) => Field} */
const among = (about, values) => field(about, values.map((one) => `'${one}'`).join(' or '), { type: 'string', enum: values });

/** @type {Record<string, (value: unknown) => boolean>} */
const IS = {
  null: (value) => value === null,
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** @type {(schema: Schema, value: any) => boolean} */
const fits = ({ type, enum: values, minimum = -Infinity, maximum = Infinity }, value) =>
  (!type || [type].flat().some((one) => IS[one](value))) &&
  (!values || values.includes(value)) &&
  (typeof value !== 'number' || (value >= minimum && value <= maximum));

/** @type {(fields: Fields, required?: string[]) => { type: 'object' } & Schema} */
export const schemaOf = (fields, required) => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(fields).map(([name, { about, wanted, schema }]) => [name, { description: `${about}: ${wanted}`, ...schema }]),
  ),
  ...(required && { required }),
  additionalProperties: false,
});

/**
 * The inputs that were given, each as it has to be.
 * @type {(name: string, given: unknown, fields: Fields, required?: string[]) => any}
 */
export const checked = (name, given, fields, required = []) => {
  /** @type {[string, Rule][]} */
  const rules = Object.entries(fields).map(([key, { wanted, schema }]) => [key, [(value) => fits(schema, value), wanted]]);
  const read = members(name, given, Object.fromEntries(rules));
  for (const key of required) {
    if (!isGiven(read[key])) throw new TypeError(`${name}.${key} is missing: it must be ${fields[key].wanted}`);
  }
  return read;
};

/** @type {Fields} */
export const STATUS = {
  code: field('What to explain', 'a status code from 100 to 599, such as 429', { type: 'integer', minimum: 100, maximum: 599 }),
};

/**
 * An exchange as `diagnose` takes it.
 * @type {Fields}
 */
export const EXCHANGE = {
  method: field('The method of the request', "'GET', 'POST' and so on, or null if it is not known; GET if only a URL is given", {
    type: ['string', 'null'],
  }),
  url: field('Its whole URL', "a string, such as 'https://api.bigcommerce.com/stores/HASH/v3/carts'", { type: 'string' }),
  requestHeaders: field('Headers of the request, as far as they are known', 'an object of names and values; {} if it had none', {
    type: 'object',
  }),
  requestBody: field('Its body; only its shape is looked at', 'a string, or JSON', {}),
  status: field('The status of the answer', 'a status code from 100 to 599, such as 404', { type: 'integer', minimum: 100, maximum: 599 }),
  headers: field('Headers of the answer', 'an object of names and values; {} if it had none', { type: 'object' }),
  body: field('The body of the answer', 'a string, or JSON', {}),
  failure: among('Why no answer arrived, if none did', FAILURES),
  inBrowser: field('Whether a web page sent the request', 'true or false', { type: 'boolean' }),
  unsent: field('Whether nothing of the request was sent, as where no connection came about', 'true or false', { type: 'boolean' }),
  permanent: field('Whether it would fail alike at any other time, as where a page may not call', 'true or false', { type: 'boolean' }),
};

/** @type {Fields} */
const GIVEN = {
  text: field(
    'What was pasted',
    "a string, such as the output of curl -i, an error of a client, a log line, a HAR, or '401 on GET /v3/orders'",
    { type: 'string' },
  ),
  exchange: field(
    'What is known of the request and its answer, alone or beside text',
    'an object with status, or with failure',
    schemaOf(EXCHANGE),
  ),
  entry: field('Which of several exchanges in text is meant', 'a whole number from 1 on; default the last that failed', {
    type: 'integer',
    minimum: 1,
  }),
};

const MS = { type: 'number', minimum: 0 };

/** @type {Fields} */
export const DIAGNOSIS = GIVEN;

/** @type {Fields} */
export const RETRY = {
  ...GIVEN,
  attempt: field('Attempts made so far', 'a whole number from 1 on; default 1', { type: 'integer', minimum: 1 }),
  elapsedMs: field('Time since the first attempt began', 'a number of milliseconds from 0 on', MS),
  profile: among('How patient the caller is', RETRY_PROFILES),
  maxAttempts: field('Attempts in all', 'a whole number from 1 on', { type: 'integer', minimum: 1 }),
  maxDelayMs: field('The longest single wait', 'a number of milliseconds from 0 on', MS),
  maxElapsedMs: field('Time in all', 'a number of milliseconds from 0 on', MS),
  repeatable: field('Whether the caller vouches that sending the request twice does no harm', 'true or false', { type: 'boolean' }),
  jitter: field('Whether the wait is randomised', 'true or false; default true', { type: 'boolean' }),
};

/** @type {Fields} */
export const ROUTE = {
  query: field('What to find', "a path or URL, such as '/v3/catalog/products/77/images', or words, such as 'order shipments'", {
    type: 'string',
  }),
  method: among('The method you mean', METHOD_NAMES),
};
