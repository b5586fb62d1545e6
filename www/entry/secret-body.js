// Bodies of requests that hold a secret by name: a client secret in JSON, a form, a multipart
// text or bytes of one of these.

import { isObject } from './check.js';
import { isSecretField } from './credentials.js';
import { SECRET_FIELD } from './knowledge/secrets.js';
import { valuesIn } from './named.js';
import { isReplayable } from './request.js';
import { TextDecoder } from './text.js';

/** To look through a longer text takes longer than to follow its redirects here; then it is, if one leads away. */
const LONGEST_AT_ONCE = 100;
/** What every text with a secret has in it somewhere: names, or escapes that may spell one. */
const LIKELY = new RegExp(`${SECRET_FIELD.source.replaceAll('$', '')}|clientid|\\\\u00|%`);

/** OAuth's `code` is worth a token together with the client that it was made for. */
const CLIENT = /client_?id/i;
const isCode = (name) => /^code$/i.test(name);

/** JSON may write any letter of a name as an escape. */
const unescaped = (text) => text.replace(/\\u00([2-7][0-9a-f])/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));

/** The secrets in a text. */
export function* secretsIn(text) {
  // The first field of a form is one as well.
  const plain = `&${unescaped(text)}`;
  const isClient = CLIENT.test(plain);
  for (const { value } of valuesIn(plain, (name) => isSecretField(name) || (isClient && isCode(name)))) yield value;
}

const holdsText = (text) => !secretsIn(text).next().done;

const isForm = (body) => typeof body.append === 'function' && typeof body.entries === 'function';

/** As it would be sent without files, and what is said in each field, which may be JSON. */
const textOf = (form) => {
  const pairs = [...form.entries()].map(([name, value]) => [name, typeof value === 'string' ? value : 'file']);
  return [String(new URLSearchParams(pairs)), ...pairs.map(([, value]) => value)].join('\n');
};

/** The text of a body, where it is at hand without waiting; of others undefined. */
export const readableBody = (body) => {
  if (!isObject(body)) return String(body ?? '');
  if (isForm(body)) return textOf(body);
  if (ArrayBuffer.isView(body) || Object.prototype.toString.call(body) === '[object ArrayBuffer]') {
    return new TextDecoder().decode(body);
  }
  return undefined;
};

/** Whether a body, as it is sent again, holds a secret; a stream is never sent twice. */
export const holdsSecret = async (body) => {
  const text = readableBody(body);
  // A Response or Request is sent as the name of its class, and is not to be read.
  return holdsText(text ?? (typeof body.text === 'function' && body.bodyUsed === undefined ? await body.text() : String(body)));
};

/** Whether the body of a request may hold a secret, as far as that is said at once. */
export const mayHoldSecret = ({ init, spare, isOnce }) => {
  const body = init?.body;
  if (body === undefined || body === null) return spare !== undefined || isOnce;
  if (typeof body === 'string' && body.length > LONGEST_AT_ONCE) return true;
  if (!isReplayable({ init })) return false;
  if (isObject(body) && !isForm(body)) return true;
  const text = readableBody(body);
  return text.length > LONGEST_AT_ONCE || LIKELY.test(text.toLowerCase().replace(/[^a-z0-9%\\]/g, ''));
};
