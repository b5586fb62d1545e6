// A curl command, to the request that it sends.

import { command } from './shell.js';

/** @import { Found, Pair, Request } from './read-text.js' */

/** @typedef {(...names: string[]) => boolean} Has */
/** @typedef {(...names: string[]) => any[]} All The values of options with these names. */
/** @typedef {[name: string, value?: any]} Option */

/** The command may come behind comments and a prompt, with `time` or a variable before it. */
const BEGIN = /^(?:#[^\n]*\n\s*)*(?:[^\n]{0,80}?[$%>#❯][ \t]*)?(?:(?:time|sudo|[A-Z_]{1,40}=\S{0,200})[ \t]+){0,9}curl(?:\.exe)?[ \t]/;

/**
 * What chat programs make of quotes.
 * @type {(text: string) => string}
 */
const straight = (text) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

/**
 * `{ request, rest }` of a text that begins with a command; `rest` is what follows it.
 * @type {(text: string) => Found | undefined}
 */
export const readCurl = (text) => {
  const [begin] = BEGIN.exec(text) ?? [];
  if (!begin) return undefined;
  const args = text.slice(begin.length);
  const { words, end } = command(straight(args));
  // What a pipe makes of the answer, up to the end of the line, is none of it.
  const [tail] = /** @type {RegExpExecArray} */ (/^[^\n]*\n?/.exec(args.slice(end)));
  return { request: requestFrom(words), rest: args.slice(end + tail.length) };
};

/** @type {Record<string, string>} */
const SHORT = {
  X: 'request',
  H: 'header',
  d: 'data',
  F: 'form',
  u: 'user',
  A: 'user-agent',
  b: 'cookie',
  e: 'referer',
  I: 'head',
  G: 'get',
  T: 'upload-file',
};

/** Options with a value that says nothing of the request. */
const OTHER_SHORT = 'ocmxwCDEKPQrtUyYz';
const OTHER_LONG =
  /^(?:output|max-time|connect-timeout|proxy|write-out|retry|retry-delay|retry-max-time|max-redirs|cacert|cert|key|resolve|interface|config|limit-rate|dump-header|cookie-jar|range|trace|trace-ascii|stderr|socks5|noproxy|ciphers|connect-to|dns-servers|proto|proxy-user|unix-socket|aws-sigv4|max-filesize)$/;

const WITH_VALUE =
  /^(?:request|header|data|data-raw|data-binary|data-ascii|data-urlencode|json|form|form-string|user|user-agent|cookie|referer|url|oauth2-bearer|upload-file|url-query)$/;

/**
 * Pairs of an option and its value, where it has one; what is no option is a URL.
 * @type {(words: string[]) => Option[]}
 */
const optionsIn = (words) => {
  /** @type {Option[]} */
  const options = [];
  let at = 0;
  const value = () => words[at++] ?? '';
  while (at < words.length) {
    const word = words[at++];
    if (word.startsWith('--')) {
      const name = word.slice(2);
      if (WITH_VALUE.test(name)) options.push([name, value()]);
      else if (OTHER_LONG.test(name)) at++;
      else options.push([name]);
    } else if (/^-[^-]/.test(word)) {
      shorts(word, options, value);
    } else if (word !== '-') {
      options.push(['url', word]);
    }
  }
  return options;
};

/**
 * `-sSiX POST` and `-HAccept:text/plain`: switches, and at most one option with its value.
 * @type {(word: string, options: Option[], value: () => string) => void}
 */
const shorts = (word, options, value) => {
  for (let at = 1; at < word.length; at++) {
    const name = SHORT[word[at]];
    const hasValue = name ? WITH_VALUE.test(name) : OTHER_SHORT.includes(word[at]);
    if (!hasValue) {
      if (name) options.push([name]);
      continue;
    }
    const given = word.slice(at + 1) || value();
    if (name) options.push([name, given]);
    return;
  }
};

/** @type {(words: string[]) => Request} */
const requestFrom = (words) => {
  const options = optionsIn(words);
  /** @type {All} */
  const all = (...names) => options.filter(([name]) => names.includes(name)).map(([, value]) => value);
  /** @type {Has} */
  const has = (...names) => options.some(([name]) => names.includes(name));
  const data = options.filter(([name]) => DATA.test(name)).map(([name, value]) => (name === 'data-urlencode' ? encoded(value) : value));
  const isForm = has('form', 'form-string');
  const isQuery = has('get');
  const url = withScheme(addressIn(all('url')), isQuery ? data.join('&') : '');
  const body = isQuery || !data.length ? undefined : data.join(has('json') ? '' : '&');
  const method =
    all('request').at(-1) ?? (has('head') ? 'HEAD' : body !== undefined || isForm ? 'POST' : has('upload-file') ? 'PUT' : 'GET');
  return {
    method: method.toUpperCase(),
    url,
    requestHeaders: headersOf(all, has, body !== undefined, isForm),
    // Of a file nobody knows what is in it.
    requestBody: data.some((part) => part.startsWith('@')) ? undefined : body,
  };
};

const DATA = /^(?:data(?:-raw|-binary|-ascii|-urlencode)?|json)$/;

/**
 * As UTF-8 has it, where a character may be half.
 * @type {(text: string) => string}
 */
const wellFormed = (text) => text.replace(/\p{Cs}/gu, '\ufffd');

/**
 * Behind its name; of a file it stays what was typed.
 * @type {(value: string) => string}
 */
const encoded = (value) =>
  /^[^=]*@/.test(value)
    ? value
    : value.replace(
        /^(?:([^=]*=)(?!$))?([^]*)$/,
        (_, name = '', text) => (name === '=' ? '' : name) + encodeURI(wellFormed(text)).replace(/[&+#?]/g, encodeURIComponent),
      );

/**
 * Others may be values of options that nobody knows.
 * @type {(words: string[]) => string | undefined}
 */
const addressIn = (words) => words.find((word) => /^(?:[a-z][a-z\d+.-]*:\/\/|[${<[])/i.test(word)) ?? words[0];

/**
 * Without a scheme, curl takes http.
 * @type {(typed: string | undefined, query: string) => string | undefined}
 */
const withScheme = (typed, query) => {
  if (!typed) return undefined;
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) || /^[${<[]/.test(typed) ? typed : `http://${typed}`;
  return query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url;
};

/**
 * Those that were given, and those that curl adds.
 * @type {(all: All, has: Has, hasBody: boolean, isForm: boolean) => Pair[]}
 */
const headersOf = (all, has, hasBody, isForm) => {
  const given = all('header').map(pair).filter(Boolean);
  /** @type {any[]} */
  const more = [
    ...all('user').map((user) => ['Authorization', `Basic ${base64(user)}`]),
    ...all('oauth2-bearer').map((token) => ['Authorization', `Bearer ${token}`]),
    ...all('user-agent').map((agent) => ['User-Agent', agent]),
    ...all('referer').map((page) => ['Referer', page]),
    // Without an equals sign it is a file.
    ...all('cookie')
      .filter((cookie) => cookie.includes('='))
      .map((cookie) => ['Cookie', cookie]),
  ];
  const json = 'application/json';
  /** @type {Pair[]} */
  const own = [['Accept', has('json') ? json : '*/*']];
  if (isForm) own.push(['Content-Type', 'multipart/form-data']);
  else if (hasBody) own.push(['Content-Type', has('json') ? json : 'application/x-www-form-urlencoded']);
  /** @type {(header: Pair) => boolean} */
  const isNew = ([name]) => !given.some(([one]) => one.toLowerCase() === name.toLowerCase());
  // A header without a value takes curl's own away.
  return [...given.filter(([, value]) => value !== undefined), ...more, ...own.filter(isNew)];
};

/** @type {(text: string) => any} */
const pair = (text) => {
  const [, name, colon, value] = /^([^:;\s]+)\s*([:;])\s*([^]*?)\s*$/.exec(text) ?? [];
  return name && [name, value || (colon === ';' ? '' : undefined)];
};

/** @type {(text: string) => string} */
const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text.slice(0, 4096))));
