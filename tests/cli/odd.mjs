// Input in which nothing is as it should be, and input that would take all memory.

import assert from 'node:assert/strict';
import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { finished } from './command.mjs';

const MB = 1024 * 1024;
const PRODUCTS = 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products';

const answer = 'HTTP/1.1 422 No\r\n\r\n{}';
const entry = (more) => ({
  request: { method: 'PUT', url: PRODUCTS, headers: [] },
  response: { status: 422, headers: [], content: {}, ...more },
});
const har = (...entries) => JSON.stringify({ log: { entries } });

/** No text and no number can be made of it. */
const ODD = { toString: 1, valueOf: 1 };

const exchange = (more) => JSON.stringify({ url: PRODUCTS, status: 422, headers: {}, ...more });

/** Read as far as there is sense in it. */
const READ = {
  'objects as values of headers': exchange({
    headers: { X: { a: 1 }, 'X-Request-Id': [ODD, 'id'], 'Retry-After': ODD },
    requestHeaders: { Cookie: ODD, 'X-Auth-Token': { a: [] } },
  }),
  'pairs that are none': exchange({
    headers: [['a'], [null], null, 5, 'xy', [ODD, 'x'], ['b', ODD], [['a'], 'b']],
    requestHeaders: [['a'], [ODD, 'x'], null],
  }),
  'the names of prototypes': `{"url":"${PRODUCTS}","status":422,"__proto__":{"status":5},"headers":{"__proto__":{"x":1},"constructor":"x"},"body":{"__proto__":{"a":1},"toString":1,"toJSON":2,"getReader":3}}`,
  'a body nested as deep as is read': exchange({ body: JSON.parse('['.repeat(900) + ']'.repeat(900)) }),
  'a status in quotes': exchange({ status: '422' }),
  'a HAR of objects': har({
    request: {
      method: 'PUT',
      url: PRODUCTS,
      headers: [{ name: ODD, value: ODD }, { name: 'A', value: ODD }, { name: 5 }],
      postData: { text: ODD },
    },
    response: { status: '422', headers: [{ name: ['x'], value: [] }], content: { text: ODD, encoding: ODD } },
    _error: ODD,
  }),
  'a HAR of failures that are no text': har(entry({ status: 0, _error: ODD })),
  'a HAR of what is no entry': har(5, 'x', [], { request: 5, response: 'x' }, entry(), {
    request: { url: [1] },
    response: { status: ODD },
  }),
  'half a character for curl': `curl ${PRODUCTS} --data-urlencode $'a=\\ud800'\n${answer}`,
  'a call of fetch': `fetch("${PRODUCTS}", {headers: [[{toString: 1}, "x"], [1, 2]], method: {a: 1}, body: [1]})\n${answer}`,
};

/** Refused by the name of the member. */
const REFUSED = {
  method: [5, ODD],
  url: [5, [PRODUCTS]],
  status: [ODD, [422], '4xx'],
  headers: [5, 'X: y'],
  requestHeaders: [5, 'X: y'],
  failure: [ODD, 'soon'],
  inBrowser: [ODD, 'yes'],
};

const VAST = 'of more than 5 million values, or 1000 levels, is not read';

/** What fills them, what comes before it, and what is said. */
const FULL = {
  brackets: ['[', '', VAST],
  braces: ['{"a":', '', VAST],
  'empty objects': ['{},', '[', VAST],
  numbers: ['0,', '[', VAST],
  'brackets for a body': ['[', `{"url":"${PRODUCTS}","status":422,"body":`, VAST],
  'brackets in a HAR': ['[', '{"log":{"entries":', `a HAR ${VAST}: export fewer entries`],
  quotes: ['"\\', '[', 'found a body without a status'],
};

export const oddCases = ({ run, start, root }) => {
  it('reads members that are not what they should be, or says which one it is', async () => {
    for (const [what, input] of Object.entries(READ)) {
      for (const args of [['diagnose', '-H', 'A: b'], ['retry']]) {
        const done = await run(args, { input });
        assert.ok(done.code === 1 || (done.code === 0 && args[0] === 'retry'), `${what}: ${done.err}`);
        assert.doesNotMatch(done.err, /^\s+at |Error\b/m, what);
      }
    }
    for (const [name, values] of Object.entries(REFUSED)) {
      for (const value of values) {
        const { code, out, err } = await run(['diagnose', '-H', 'A: b'], { input: exchange({ [name]: value, body: '{}' }) });
        assert.deepEqual([code, out], [3, ''], `${name}: ${JSON.stringify(value)}`);
        assert.match(err, new RegExp(`^bc-status: in the JSON exchange\\.${name} must be .+, not .+\\n$`));
      }
    }
    const inList = await run(['diagnose'], { input: JSON.stringify([{ status: ODD }]) });
    assert.deepEqual([inList.code, /body without a status/.test(inList.err)], [3, true]);
  });

  /** A run with 64 MB in a file, which are never held here. */
  const runOn = async (head, part, args = [], options) => {
    const path = join(root, `${process.hrtime.bigint()}.json`);
    const full = openSync(path, 'w');
    writeSync(full, head);
    const block = part.repeat(MB / part.length);
    for (let at = head.length; at + block.length <= 64 * MB; at += block.length) writeSync(full, block);
    closeSync(full);
    try {
      return await finished(start(['diagnose', path, ...args], options));
    } finally {
      rmSync(path);
    }
  };

  for (const [what, [part, head, message]] of Object.entries(FULL)) {
    it(`refuses 64 MB of ${what} in bounded memory`, async () => {
      writeFileSync(join(root, 'peak.mjs'), "process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`));");
      const { code, out, err } = await runOn(head, part, [], { env: { NODE_OPTIONS: `--import=${join(root, 'peak.mjs')}` } });
      assert.deepEqual([code, out], [3, ''], err);
      assert.ok(err.includes(message), err);
      const peak = Number(/peak (\d+)/.exec(err)[1]) / 1024;
      assert.ok(peak < 8 * 64, `${peak} MB`);
    });
  }

  it('takes them for a body where a status is given', async () => {
    const { code, out, err } = await runOn('', '[', ['--status', '422']);
    assert.equal(code, 1);
    assert.match(out, /Anything nested more than 64 levels deep was left out\. Only the first 256 KB of the body were read\./);
    assert.match(err, /only the first 256 KB of the body were read/);
  });
};
