// What is in a value of anybody's, whatever it throws or pretends to be.

import { isSecretHeader } from './credentials.js';
import { isSecretField } from './secret-names.js';

/** @typedef {[key: any, member: any, isSecret: boolean]} Member */

/** What errors have, be it in a prototype; the last of them hold secrets in those of clients. */
const OF_ERRORS = [
  'name',
  'message',
  'stack',
  'cause',
  'errors',
  'code',
  'errno',
  'syscall',
  'status',
  'config',
  'options',
  'request',
  'response',
];
/** What requests and responses have in theirs. */
const OF_MESSAGES = ['method', 'url', 'status', 'statusText', 'headers'];
/** Of a list no more is looked at. */
const MOST_MEMBERS = 10_000;

/** @type {<T, U = undefined>(work: () => T, other?: U) => T | U} */
const guarded = (work, other) => {
  try {
    return work();
  } catch {
    return /** @type {any} */ (other);
  }
};

/**
 * A getter may throw.
 * @type {(value: any, key: PropertyKey) => any}
 */
export const read = (value, key) => guarded(() => value[key]);

/**
 * What a value is by the name of its kind; workerd's Request and URL have it in their class alone.
 * @type {(value: unknown) => string}
 */
export const tagOf = (value) => {
  const tag = guarded(() => Object.prototype.toString.call(value).slice(8, -1), 'Object');
  return tag === 'Object' ? String(read(read(value, 'constructor') ?? {}, 'name')) : tag;
};

/** @type {(value: unknown) => object | null} */
export const prototypeOf = (value) => guarded(() => Object.getPrototypeOf(value), null);

// One may come from another realm, so `instanceof` alone is no test.
/** @type {(value: unknown, tag?: string) => boolean} */
export const isError = (value, tag = tagOf(value)) =>
  tag === 'Error' || tag === 'DOMException' || guarded(() => value instanceof Error, false);

/**
 * An object of no class, in any realm.
 * @type {(value: unknown) => boolean}
 */
export const isPlain = (value) => prototypeOf(value) === null || prototypeOf(prototypeOf(value)) === null;

/** @type {(value: unknown, tag?: string) => boolean} */
export const isBytes = (value, tag) => ArrayBuffer.isView(value) || tag === 'ArrayBuffer';

/** @type {(key: unknown) => boolean} */
export const isOfHeaders = (key) => /headers?$/i.test(String(key));

/** @type {<T>(values: Iterable<T>) => T[]} */
const firstOf = (values) => {
  const first = [];
  for (const value of values) if (first.push(value) > MOST_MEMBERS) break;
  return first;
};

/** @type {(name: unknown, isHeaders: boolean) => boolean} */
const isSecretName = (name, isHeaders) => typeof name === 'string' && (isSecretField(name) || (isHeaders && isSecretHeader(name)));

/**
 * Pairs of a name and a value may be laid flat in a list, as Node has raw headers.
 * @type {(list: unknown[], at: number) => boolean}
 */
const isNamedBy = (list, at) => at % 2 === 1 && list.length % 2 === 0 && typeof list[at - 1] === 'string' && isSecretHeader(list[at - 1]);

/**
 * `[key, member, isSecret]` for each member of a value that stands under a key, which may say that a list of values is secret.
 * @type {(value: any, tag: string, key: unknown, isSecret?: boolean) => Member[]}
 */
export const membersOf = (value, tag, key, isSecret = false) => {
  /** @type {(keys: Iterable<PropertyKey>) => Member[]} */
  const keyed = (keys) => [...keys].map((name) => [name, read(value, name), isSecretName(name, isOfHeaders(key))]);
  const own = () => guarded(() => Reflect.ownKeys(value), []);
  if (Array.isArray(value)) return firstOf(value).map((member, at) => [at, member, isSecret || isNamedBy(value, at)]);
  if (tag === 'Set') return guarded(() => firstOf(value).map((member, at) => [at, member, false]), []);
  if (tag === 'Request' || tag === 'Response') return keyed(OF_MESSAGES);
  if (isError(value, tag)) return keyed(new Set([...own(), ...OF_ERRORS]));
  if (isPlain(value) || typeof read(value, 'entries') !== 'function') return keyed(own());
  return guarded(() => firstOf(value.entries()).map(([name, member]) => [name, member, isSecretName(name, true)]), keyed(own()));
};
