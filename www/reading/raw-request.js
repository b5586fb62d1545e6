// A request as it is on the wire.

/** @import { Found } from './read-text.js' */

const LINE = /^([A-Z]{3,10}) (\S+) HTTP\/\d(?:\.\d)?(?:\r?\n|$)/;

/**
 * `{ request, rest }` of a text that begins with a request; `rest` is the answer behind it.
 * @type {(text: string) => Found | undefined}
 */
export const readRequest = (text) => {
  const [line, method, target] = LINE.exec(text) ?? [];
  if (!line) return undefined;
  const [head, ...more] = text.slice(line.length).split(/\r?\n\r?\n/);
  const requestHeaders = head.split(/\r?\n/).map(pair).filter(Boolean);
  const after = more.join('\n\n');
  const at = after.search(/^HTTP\/\d(?:\.\d)? \d{3}\b/m);
  const body = (at < 0 ? after : after.slice(0, at)).trim();
  const [, host] = requestHeaders.find(([name]) => name.toLowerCase() === 'host') ?? [];
  const url = host && target.startsWith('/') ? `https://${host}${target}` : target;
  return { request: { method, url, requestHeaders, requestBody: body || undefined }, rest: at < 0 ? '' : after.slice(at) };
};

/** @type {(line: string) => any} */
const pair = (line) => {
  const [, name, value] = /^([^\s:]+):[ \t]*(.*)$/.exec(line) ?? [];
  return name && [name, value];
};
