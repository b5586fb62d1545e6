// Texts as they may be shown: a URL, or what quotes one, without the secrets in it.

import { core } from '../masks-core.js';
import { isSecretHeader } from './credentials.js';
import { isSecretField, isSecretParameter } from './secret-names.js';
import { valuesIn } from './named-values.js';

export const MASK = '***';

/** A user before a host; fetch needs no slashes, and takes those that lean back. */
const USER = /(https?:[/\\]{0,9}|[/\\]{2,9})[^\s/\\?#]{1,2000}@/gi;
const LOGIN = /((?:\/|%(?:25)*2f)login(?:\/|%(?:25)*2f)token(?:\/|%(?:25)*2f))[\w.~-]+/gi;

/** @type {(name: string, isInUrl: boolean) => boolean} */
const isInUrlAndSecret = (name, isInUrl) => isInUrl && isSecretParameter(name);

/**
 * A word with a hyphen is more likely to be a header than one of a sentence.
 * @type {(name: string, isInUrl: boolean) => boolean}
 */
const isSecretName = (name, isInUrl) =>
  isInUrl ? isSecretParameter(name) : isSecretField(name) || (name.includes('-') && isSecretHeader(name));

/** What is before a name or behind it; without any there is nothing to look for. */
const SIGN = /[=:>%]/;
const SIGN_IN_URL = /[=%]/;

/** @type {(text: string, isSecret: (name: string, isInUrl: boolean) => boolean, sign?: RegExp) => string} */
const covered = (text, isSecret, sign = SIGN) => {
  if (!sign.test(text)) return text;
  let shown = '';
  let end = 0;
  for (const { from, to } of valuesIn(text, isSecret)) {
    shown += text.slice(end, from) + MASK;
    end = to;
  }
  return shown + text.slice(end);
};

/** @type {(text: string) => string} */
const withoutUsers = (text) => {
  const shown = text.includes('@') ? text.replace(USER, `$1${MASK}@`) : text;
  return /login/i.test(shown) ? shown.replace(LOGIN, `$1${MASK}`) : shown;
};

/**
 * A text in which a name before a colon may be one of a program: only what stands in URLs is masked.
 * @type {(text: string) => string}
 */
export const maskedUrls = (text) => covered(withoutUsers(text), isInUrlAndSecret, SIGN_IN_URL);

/** Too short for a token, and without what leads to a value. */
const HARMLESS = /^[\w.-]{0,16}$/;

/**
 * A URL, or a text with one in it, with its secrets masked; also where WebAssembly is forbidden.
 * @type {(text: string) => string}
 */
export const maskedUrl = (text) => {
  if (HARMLESS.test(text)) return String(text);
  const shown = covered(withoutUsers(String(text)), isSecretName);
  try {
    return core().maskedUrl(shown);
  } catch {
    return shown;
  }
};
