import { equal, includes, ok, table } from './check.mjs';

/** Code, text, documented, advice. */
const CODES = [
  [200, 'OK', true, 'none-needed'],
  [201, 'Created', true, 'none-needed'],
  [202, 'Accepted', true, 'none-needed'],
  [204, 'No Content', true, 'none-needed'],
  [207, 'Multi-Status', true, 'after-change'],
  [301, 'Moved Permanently', true, 'after-change'],
  [302, 'Found', true, 'after-change'],
  [304, 'Not Modified', true, 'none-needed'],
  [400, 'Bad Request', true, 'after-change'],
  [401, 'Unauthorized', true, 'after-change'],
  [403, 'Forbidden', true, 'after-change'],
  [404, 'Does Not Exist', true, 'after-change'],
  [405, 'Method Not Allowed', true, 'after-change'],
  [406, 'Not Acceptable', true, 'after-change'],
  [408, 'Request Timeout', false, 'if-repeatable'],
  [409, 'Conflict', true, 'after-change'],
  [413, 'Request Entity Too Large', true, 'after-change'],
  [415, 'Unsupported Media Type', true, 'after-change'],
  [422, 'Missing or Invalid Data', true, 'after-change'],
  [423, 'Locked Status Code', true, 'after-wait'],
  [429, 'Too Many Requests', true, 'after-wait'],
  [499, 'Client Closed Request', true, 'after-change'],
  [500, 'Internal Server Error', true, 'if-repeatable'],
  [501, 'Not Implemented', true, 'never'],
  [502, 'Bad Gateway', false, 'if-repeatable'],
  [503, 'Service Unavailable', true, 'if-repeatable'],
  [504, 'Gateway Timeout', false, 'if-repeatable'],
  [505, 'HTTP Version Not Supported', false, 'never'],
  [507, 'Insufficient Storage', true, 'never'],
  [509, 'Bandwidth Limit Exceeded', false, 'after-wait'],
];

const classOf = (code) => ['informational', 'success', 'redirection', 'client-error', 'server-error'][Math.floor(code / 100) - 1];

/** Code, text, class, for numbers without a row of their own. */
const OTHERS = [
  [100, 'Continue', 'informational'],
  [203, 'Non-Authoritative Information', 'success'],
  [299, '', 'success'],
  [308, 'Permanent Redirect', 'redirection'],
  [410, 'Gone', 'client-error'],
  [418, '', 'client-error'],
  [599, '', 'server-error'],
  [600, '', 'unknown'],
  [999, '', 'unknown'],
  [99, '', 'unknown'],
  [0, '', 'unknown'],
  [-1, '', 'unknown'],
  [-429, '', 'unknown'],
  [1.5, '', 'unknown'],
  [429.5, '', 'unknown'],
  [65536 + 429, '', 'unknown'],
  [2 ** 32 + 429, '', 'unknown'],
  [1e300, '', 'unknown'],
  [NaN, '', 'unknown'],
  [Infinity, '', 'unknown'],
  [-Infinity, '', 'unknown'],
];

const KEYS = ['class', 'code', 'documented', 'purpose', 'retry', 'text', 'url'];
const FORMATS = ['text', 'markdown', 'html'];

const isFrozenThroughout = (value) =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozenThroughout));

const isListOfTexts = (list) => Array.isArray(list) && list.every((one) => typeof one === 'string' && one !== '');

export const statusCases = [
  ...table(
    CODES,
    (code) => `status(${code}) is BigCommerce's row for it`,
    (bc, code, text, documented, retry) => {
      const { purpose, url, ...rest } = bc.status(code);
      equal(rest, { code, text, class: classOf(code), documented, retry });
      ok(purpose.length > 20, 'a purpose in a sentence', purpose);
      ok(/^https:\/\//.test(url), 'an address', url);
    },
  ),
  ...table(
    OTHERS,
    (code) => `status(${code}), a number without a row, gets the row of its class`,
    (bc, code, text, statusClass) => {
      const found = bc.status(code);
      equal([found.code, found.text, found.class], [code, text, statusClass]);
      equal(found.documented, false, 'documented');
      equal(Object.keys(found).sort(), KEYS, 'members');
      ok(Object.isFrozen(found), 'a frozen object', found);
    },
  ),
  ...table(
    [...CODES, ...OTHERS],
    (code) => `troubleshoot(${code}) has causes, solutions and links`,
    (bc, code) => {
      const found = bc.troubleshoot(code);
      equal(Object.keys(found).sort(), ['causes', 'code', 'links', 'solutions']);
      equal(found.code, code, 'code');
      ok(isListOfTexts(found.causes), 'causes', found.causes);
      ok(isListOfTexts(found.solutions), 'solutions', found.solutions);
      for (const link of found.links) {
        equal(Object.keys(link).sort(), ['text', 'url']);
        ok(link.text !== '' && /^https:\/\//.test(link.url), 'a link', link);
      }
      ok(isFrozenThroughout(found), 'frozen throughout', found);
      if (code >= 400 && code < 600) ok(found.causes.length && found.solutions.length, 'a cause and a solution', found);
    },
  ),
  {
    name: 'statuses() are the 30 codes, ascending, each the object that status() gives',
    run(bc) {
      const all = bc.statuses();
      equal(
        all.map(({ code }) => code),
        CODES.map(([code]) => code),
      );
      ok(
        all.every((one) => one === bc.status(one.code)),
        'the same objects',
      );
      ok(Object.isFrozen(all) && isFrozenThroughout(all), 'frozen', all);
      ok(bc.statuses() === all, 'the same list each time');
    },
  },
  {
    name: 'status() and troubleshoot() hand out the same frozen object each time',
    run(bc) {
      for (const code of [...CODES.map(([code]) => code), 418, 100, 599]) {
        // biome-ignore lint/suspicious/noSelfCompare: two calls, whose results have to be one
        ok(bc.status(code) === bc.status(code), `the same status for ${code}`);
        // biome-ignore lint/suspicious/noSelfCompare: two calls, whose results have to be one
        ok(bc.troubleshoot(code) === bc.troubleshoot(code), `the same troubleshooting for ${code}`);
        ok(isFrozenThroughout(bc.status(code)), `a frozen status for ${code}`);
      }
    },
  },
  {
    name: 'a status survives structuredClone and JSON',
    run(bc) {
      for (const found of [bc.status(429), bc.troubleshoot(429), bc.statuses()]) {
        equal(structuredClone(found), found);
        equal(JSON.parse(JSON.stringify(found)), found);
      }
    },
  },
  ...table(
    [...CODES, ...OTHERS],
    (code) => `render(${code}) has words in every format`,
    (bc, code, text) => {
      for (const format of FORMATS) {
        const rendered = bc.render(code, format);
        ok(typeof rendered === 'string' && rendered.trim() !== '', `${format} is not empty`);
        if (text) includes(rendered, [String(code), text], format);
        ok(!/<script|<style|\son\w+=/i.test(rendered), `${format} without script`, rendered);
      }
    },
  ),
];
