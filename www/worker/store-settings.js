// The store's hash and token: written down, in a binding, or told by a function.

import { wrong } from '../core/checks.js';
import { Problem } from './problem.js';
import { hashPattern, tokenPattern } from './trace.js';

/** @import { Settings } from './handler-options.js' */

/** @typedef {{ is: RegExp, what: string }} Shape */
/** @typedef {ReturnType<typeof described>} Store */

/** What looks so is the name of a binding; neither hashes nor tokens do. */
const BINDING = /^[A-Z][A-Z0-9_]*$/;

/**
 * @param {unknown} value
 * @returns {value is string}
 */
export const isBinding = (value) => typeof value === 'string' && BINDING.test(value);

const HASH = { is: /^[a-z0-9]{3,20}$/, what: "the store's hash alone, such as abc123" };
const TOKEN = { is: /^[!-~]{8,}$/, what: 'an access token of 8 characters or more, without blanks or line breaks' };

/**
 * Says where the store is, and with which token, by the Worker's bindings.
 * @param {Pick<Settings, 'storeHash' | 'token'>} settings
 * @returns {(env: any) => Promise<Store>}
 */
export const createStore = ({ storeHash, token }) => {
  const hashOf = setting('storeHash', storeHash, 'STORE_HASH', HASH);
  const tokenOf = setting('token', token, 'BC_TOKEN', TOKEN);
  /** @type {any} */
  let known;
  return async (env) => {
    const hash = await hashOf(env);
    const token = await tokenOf(env);
    if (known?.hash !== hash || known.token !== token) known = described(hash, token);
    return known;
  };
};

/**
 * With what finds hash and token in an answer.
 * @param {string} hash
 * @param {string} token
 */
const described = (hash, token) => ({
  hash,
  token,
  base: `https://api.bigcommerce.com/stores/${hash}`,
  hashes: hashPattern(hash),
  tokens: tokenPattern(token),
});

/** @type {(option: string, given: any, example: string, shape: Shape) => (env: any) => string | Promise<string>} */
const setting = (option, given, example, { is, what }) => {
  const name = `options.${option}`;
  /** @type {(value: unknown, source: string) => string} */
  const checked = (value, source) => {
    if (typeof value === 'string' && is.test(value)) return value;
    throw misconfigured(`${source} must be ${what}`);
  };
  if (typeof given === 'function') return async (env) => checked(await given(env), `What ${name} returns`);
  if (typeof given !== 'string' || !(isBinding(given) || is.test(given))) {
    throw wrong(name, `${what}, the name of a binding such as '${example}', or a function of env`, given);
  }
  if (!isBinding(given)) return () => given;
  return (env) => {
    const value = env?.[given];
    if (typeof value !== 'string') {
      throw misconfigured(`The Worker has no text binding ${given}, which ${name} names: add a variable or a secret`);
    }
    return checked(value, `The binding ${given}`);
  };
};

/** @type {(what: string) => Problem} */
export const misconfigured = (what) => new Problem(500, 'misconfigured', `${what}.`);
