// The arguments of a pacer, checked as the others in `core/arguments.js`.

import { collection } from '../core/arguments.js';
import { isGiven, isObject, object, onlyKnown, wrong } from '../core/checks.js';
import { string } from '../core/plain-values.js';
import { callable, count, flag, number, oneOf } from '../core/single-checks.js';
import { PACE_PRIORITIES } from '../knowledge/sets.js';
import { NOWHERE, roomOf } from './rooms.js';
import { locate } from '../core/store-key.js';

/** @import { PacePriority, PaceStore } from 'bc-status' */
/** @import { Foreign } from '../core/checks.js' */
/** @import { Room } from './rooms.js' */

/** @typedef {{ signal?: AbortSignal, room: Room, isAgain: boolean, maxWaitMs: number }} Admission */
/** @typedef {{ random: () => number, circuit: boolean, maxKeys: number, maxQueue: number, store: PaceStore | undefined, client: string }} Settings */

const OPTIONS = ['circuit', 'maxKeys', 'maxQueue', 'random', 'store'];
const ADMISSION = ['signal', 'method', 'url', 'attempt', 'maxWaitMs'];

/** @type {(value: any) => any} */
const store = (value) => {
  if (!isGiven(value)) return undefined;
  if (isObject(value) && typeof value.lease === 'function') return value;
  throw wrong('options.store', 'a PaceStore, such as redisStore(client), postgresStore(pool) or coordinator(binding)', value);
};

/** Not of the caller's numbers, which may be the same for all pacers. */
const name = () => Math.random().toString(36).slice(2);

/**
 * The options of `createPacer`.
 * @type {(options: unknown) => Settings}
 */
export const pacerOptions = (options) => {
  /** @type {any} */
  const given = object('options', options ?? {});
  onlyKnown('options', given, OPTIONS);
  return {
    random: callable('options.random', given.random) ?? Math.random,
    circuit: flag('options.circuit', given.circuit, true),
    maxKeys: count('options.maxKeys', given.maxKeys ?? 1000),
    maxQueue: number('options.maxQueue', given.maxQueue ?? 10_000, 0, Infinity, 'a number from 0 on'),
    store: store(given.store),
    client: name() + name(),
  };
};

/** @type {(value: unknown) => string} */
export const key = (value) => {
  const text = string('key', value);
  if (text === '' || text.includes('//')) throw wrong('key', 'a store hash or a host alone', text);
  return text;
};

/** @type {(value: unknown) => PacePriority} */
export const priority = (value) => oneOf('priority', PACE_PRIORITIES, value ?? PACE_PRIORITIES[0]);

/** @type {(value: any) => AbortSignal | undefined} */
const signal = (value) => {
  if (!isGiven(value)) return undefined;
  if (typeof value.throwIfAborted !== 'function') throw wrong('options.signal', 'an AbortSignal', value);
  return value;
};

/** @type {any} */
const NOTHING = {};

/**
 * What is told of the request that asks for a permit.
 * @type {(value: unknown) => Admission}
 */
export const admission = (value) => {
  /** @type {Foreign} */
  const given = value === undefined ? NOTHING : object('options', value);
  onlyKnown('options', given, ADMISSION);
  const { method, url, attempt, maxWaitMs } = given;
  return {
    signal: signal(given.signal),
    room: isGiven(url) ? roomOf(string('options.method', method ?? 'GET'), locate(string('options.url', url)).route) : NOWHERE,
    isAgain: isGiven(attempt) && count('options.attempt', attempt) > 1,
    maxWaitMs: number('options.maxWaitMs', maxWaitMs ?? Infinity, 0, Infinity, 'a number of milliseconds from 0 on'),
  };
};

/** @type {(value: unknown) => number} */
export const answerStatus = (value) => {
  const status = number('status', value, 0, 65535, 'a status, or 0 where no answer came');
  if (status === undefined) throw wrong('status', 'a status, or 0 where no answer came', value);
  return status;
};

/**
 * None at all is right as well.
 * @type {(value: any) => any}
 */
export const permit = (value) => {
  if (isGiven(value) && typeof value.release !== 'function') throw wrong('permit', 'a permit of admit()', value);
  return value;
};

/** @type {(value: any) => any} */
export const answerHeaders = (value) => collection('headers', value);
