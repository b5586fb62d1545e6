// Bodies of requests that hold a secret by name, as far as a redirect is concerned: that is handed
// out for too many of them rather than for too few.

import { isGiven, isObject } from '../core/checks.js';
import { SECRET_FIELD } from '../knowledge/secrets.js';
import { isReplayable, unshared } from './request.js';
import { TextDecoder } from '../core/utf8.js';

/** @import { Sent } from './snapshot.js' */

/** To look through a longer text takes longer than to follow its redirects here; then it is, if one leads away. */
const LONGEST_AT_ONCE = 100;
/** Through a longer body nobody looks: it takes 10 ms for each megabyte, and up to 50. */
const LONGEST = 2 * 2 ** 20;

/** The names, as they may be spelled in the middle of a text. */
const NAMES = SECRET_FIELD.source
  .split('|')
  .map((part) =>
    part
      .replace(/[a-z\d](?=[a-z\d])/g, '$&[[\\]_.-]{0,2}')
      .replace(/[^$]$/, '$&[\\w-]{0,20}')
      .replace('$', ''),
  )
  .join('|');
/** OAuth's `code` is worth a token together with the client that it was made for. */
const CLIENT = /client_?id/i;

const QUOTE = '\\\\*["\'`]';
/** A value that says nothing. */
const NOTHING = `>?\\s*(?:(${QUOTE})\\1(?!\\1)|\\[\\s*]|\\{\\s*}|(?:null|true|false)(?![^\\s&,;)}\\]<"'\\\\])|&|$)`;
/** What follows the colon in a sentence. */
const WORD = '\\s+(?!(?:basic|bearer|pat|token)\\s)[a-z]{1,5}(?![^\\s.,;!?)&])';

/**
 * Where a secret name stands for a value. Each takes as many steps as the text is long.
 * @type {(names: string) => RegExp[]}
 */
const formsOf = (names) => {
  const name = `(?:${names})(?![a-z\\d])[_-]*`;
  return [
    // `a=`, `"a":`, `a: "`, `a["b"] =>`
    `${name}(?:]|\\[[\\w-]*]){0,9}(?:${QUOTE}]?\\s*[:=]|\\s*[:=](?!${WORD}))(?!${NOTHING})`,
    // `<a b="c">`
    `<[\\w.:-]{0,99}${name}(?=[\\s/>])(?!\\s*(?:/>|>\\s*</))`,
    // `"name":"a"`, `name=a`, `["a",`
    `(?:(?:name|key|field|header|param(?:eter)?)(?:${QUOTE})?\\s*[:=>]|\\[)\\s*(?:${QUOTE})?[\\w.-]{0,40}${name}(?:${QUOTE}|\\s*(?:[,;&<\\r\\n}]|$))`,
  ].map((form) => new RegExp(form, 'i'));
};

const FORMS = formsOf(NAMES);
const FORMS_OF_CLIENT = formsOf(`${NAMES}|\\bcode`);

/**
 * Escapes of JSON and of a URL, however often they were made, are undone where they may spell a name.
 * @type {(text: string) => string}
 */
const unescaped = (text) => {
  const once = text.replace(/\\u00|%(?:25)+(?=[2-7])/gi, '%').replaceAll('\\', '');
  return decodeURIComponent(once.replace(/%(?![2-7][\da-f])/gi, ' '));
};

/** @type {(text: string) => boolean} */
const holdsText = (text) => {
  // UTF-16, read as what it is not.
  const plain = text.includes('\0') ? text.replaceAll('\0', '') : text;
  const forms = CLIENT.test(plain) ? FORMS_OF_CLIENT : FORMS;
  /** @type {(one: string) => boolean} */
  const isIn = (one) => forms.some((form) => form.test(one));
  return isIn(plain) || (/%|\\u00/i.test(plain) && isIn(unescaped(plain)));
};

/** @type {(body: any) => boolean} */
export const isForm = (body) => isObject(body) && typeof body.append === 'function' && typeof body.entries === 'function';

/**
 * The text of a body, where it is at hand without waiting; of others undefined.
 * @type {(body: any) => string | undefined}
 */
export const readableBody = (body) => {
  if (!isObject(body)) return String(body ?? '');
  if (ArrayBuffer.isView(body) || Object.prototype.toString.call(body) === '[object ArrayBuffer]') {
    return new TextDecoder().decode(unshared(body));
  }
  return undefined;
};

/**
 * A Response or Request is sent as the name of its class, and is not to be read.
 * @type {(body: any) => string | Promise<string>}
 */
const textOf = (body) =>
  readableBody(body) ?? (typeof body.text === 'function' && body.bodyUsed === undefined ? body.text() : String(body));

/**
 * Whether a body, as it is sent again, holds a secret; a stream is never sent twice.
 * @type {(body: any) => Promise<boolean>}
 */
export const holdsSecret = async (body) => {
  const texts = [];
  let length = 0;
  for (const [name, value] of isForm(body) ? body.entries() : [['', body]]) {
    length += name.length + Number(value.size ?? value.byteLength ?? value.length ?? 0);
    if (length > LONGEST) return true;
    texts.push(`${name}=${await textOf(value)}`);
  }
  return holdsText(texts.join('&'));
};

/**
 * Whether the body of a request may hold a secret, as far as that is said at once.
 * @type {(request: Sent) => boolean}
 */
export const mayHoldSecret = ({ init, spare, isOnce }) => {
  const body = init?.body;
  if (typeof body === 'string' && body.length > LONGEST_AT_ONCE) return true;
  if (!isGiven(body)) return spare !== undefined || isOnce;
  if (isObject(body)) return isReplayable({ init });
  return holdsText(String(body));
};
