// The secrets of one request, wherever they turn up again.

import { isCredential } from '../core/credentials.js';
import { isSecretField, isSecretParameter } from '../core/secret-names.js';
import { isObject } from '../core/checks.js';
import { MASK, maskedUrl } from '../core/masking.js';
import { valuesIn } from '../core/named-values.js';
import { headersOf, urlOf } from './snapshot.js';
import { isForm, readableBody } from './secret-body.js';

/** @import { Sent } from './snapshot.js' */

/** Shorter parts of a value are words, and shorter values too common to be looked for. */
const SHORTEST_PART = 6;
const SHORTEST = 3;
/** What a variable that is not set becomes. */
const NONE = /^(undefined|null)$/;
/** So long a text of letters alone is no word. */
const LIKELY = 20;
/** A body is looked through at each failure. */
const LONGEST_BODY = 64 * 1024;

/**
 * The values of credentials, whole and without their scheme.
 * @type {(headers: any) => string[]}
 */
const inHeaders = (headers) => {
  if (!isObject(headers)) return [];
  const pairs = headers[Symbol.iterator] ? [...headers] : Object.entries(headers);
  return pairs
    .filter((pair) => isCredential(pair?.[0]))
    .flatMap(([, value]) => [
      String(value),
      ...String(value)
        .split(/[\s;=,]+/)
        .filter((part) => part.length >= SHORTEST_PART),
    ]);
};

/** @type {(url: string) => string[]} */
const inUrl = (url) => {
  const [scheme, host = ''] = url.split(/[?#]/, 1)[0].split(/[/\\]+/, 2);
  const [user] = /.*(?=@)/s.exec(host.includes('@') ? host : scheme.replace(/^https?:/i, '')) ?? [''];
  const named = [...valuesIn(url, (name, isInUrl) => isInUrl && isSecretParameter(name))].map(({ value }) => value);
  return [user, ...user.split(':').slice(1), ...named];
};

/**
 * As it would be sent without files, and what is said in each field, which may be JSON.
 * @type {(form: FormData) => string}
 */
const textOf = (form) => {
  /** @type {any[][]} */
  const pairs = [...form.entries()].map(([name, value]) => [name, isObject(value) ? 'file' : value]);
  return [String(new URLSearchParams(pairs)), ...pairs.map(([, value]) => value)].join('\n');
};

/**
 * JSON may write any letter of a name as an escape.
 * @type {(text: string) => string}
 */
const unescaped = (text) => text.replace(/\\u00([2-7][0-9a-f])/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));

/** @type {(text: string) => string[]} */
const secretsIn = (text) => {
  // The first field of a form is one as well.
  const plain = `&${unescaped(text)}`;
  // OAuth's `code` is worth a token together with the client that it was made for.
  const isClient = /client_?id/i.test(plain);
  return [...valuesIn(plain, (name) => isSecretField(name) || (isClient && /^code$/i.test(name)))].map(({ value }) => value);
};

/** @type {(body: any) => string[]} */
const inBody = (body) => {
  if (body === undefined || body === null || body.length > LONGEST_BODY || body.byteLength > LONGEST_BODY) return [];
  const text = isForm(body) ? textOf(body) : (readableBody(body) ?? '');
  // A field such as `key` may hold a word that every error has in it.
  return text.length > LONGEST_BODY ? [] : secretsIn(text).filter((secret) => secret.length >= LIKELY || /\d/.test(secret));
};

/**
 * As it may be quoted in a URL, or was before it came into one.
 * @type {(secret: string) => string[]}
 */
const formsOf = (secret) => {
  try {
    return [secret, decodeURIComponent(secret), encodeURIComponent(secret)];
  } catch {
    return [secret];
  }
};

/**
 * Each once, and the longest first, since another may be a part of it.
 * @type {(request: Sent) => string[]}
 */
const secretsOf = (request) => {
  const found = [...inHeaders(headersOf(request)), ...inUrl(urlOf(request)), ...inBody(request.init?.body)];
  const all = new Set(found.flatMap((secret) => formsOf(secret.trim())));
  return [...all].filter((secret) => secret.length >= SHORTEST && !NONE.test(secret)).sort((one, other) => other.length - one.length);
};

/**
 * Replaces the secrets of a request in a text by the mask: short ones where they stand alone.
 * @type {(request: Sent) => (text: string) => string}
 */
export const coverFor = (request) => {
  const secrets = secretsOf(request).map((secret) =>
    secret.length < SHORTEST_PART ? new RegExp(`${/^\w/.test(secret) ? '\\b' : ''}${secret.replace(/\W/g, '\\$&')}(?!\\w)`, 'g') : secret,
  );
  return (text) => secrets.reduce((/** @type {string} */ rest, secret) => rest.replaceAll(secret, MASK), text);
};

/**
 * The URL of a request as hooks are told it.
 * @type {(request: Sent) => string}
 */
export const shownUrl = (request) => maskedUrl(coverFor(request)(urlOf(request)));
