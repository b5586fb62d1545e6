// Texts of strangers that act on a terminal, or hide what they say.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, it } from 'node:test';

const PRODUCTS = 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products';

/** One of each kind that acts or is not seen, by what it is shown as. */
const UNSEEN = {
  '\\u001b': '\x1b',
  '\\u0007': '\x07',
  '\\u0008': '\b',
  '\\u0000': '\0',
  '\\u007f': '\x7f',
  '\\u009b': '\x9b',
  '\\u202e': '\u202e',
  '\\u2066': '\u2066',
  '\\u200f': '\u200f',
  '\\u061c': '\u061c',
  '\\u200b': '\u200b',
  '\\u200c': '\u200c',
  '\\u200d': '\u200d',
  '\\u2060': '\u2060',
  '\\ufeff': '\ufeff',
  '\\u00ad': '\u00ad',
  '\\udb40\\udc41': '\u{e0041}',
  '\\udb40\\udd00': '\u{e0100}',
  '\\u2028': '\u2028',
  '\\u2029': '\u2029',
  '\\u3164': '\u3164',
  '\\u180e': '\u180e',
};
const EVIL = `a${Object.values(UNSEEN).join('a')}z`;
const SHOWN = `a${Object.keys(UNSEEN).join('a')}z`;
/** An argument ends at a NUL. */
const TYPED = EVIL.replace('\0a', '');
const TYPED_SHOWN = SHOWN.replace('\\u0000a', '');

const ACTS = /\r(?!\n)|(?![\n\r\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/u;

const answer = (body, head = '') => `HTTP/1.1 422 No\r\n${head}\r\n${body}`;
const entry = (more) => ({
  request: { method: 'PUT', url: PRODUCTS, headers: [] },
  response: { status: 422, headers: [], content: {}, ...more },
});
const har = (...entries) => JSON.stringify({ log: { entries } });

/** Without enough of it the rest would be taken for no text at all. */
const TEXT = 'It is all wrong here. '.repeat(6);

export const unseenCases = ({ run, start, onTerminal, file }) => {
  let server;
  let url;
  const body = Buffer.concat([Buffer.from(`${TEXT}${EVIL}\r\n\tone\rtwo 日本`), Buffer.from([0xff, 0x1b, 0x9b, 0xe6, 0x97])]);
  before(async () => {
    // Raw, since Node's own server refuses to send such headers.
    server = createServer(() => {}).on('connection', (socket) => {
      socket.removeAllListeners('data');
      socket
        .on('error', () => {})
        .once('data', (head) => {
          const status = /\/again/.test(head) ? '503 Away' : '422 No';
          socket.write(Buffer.from(`HTTP/1.1 ${status} \x9b31m\r\nX-Evil: \x9b31mred\xad\r\nConnection: close\r\n\r\n`, 'latin1'));
          // In the middle of a line end, and of a character.
          const cuts = [0, body.indexOf('\r\n') + 1, body.indexOf('日') + 1, body.length];
          cuts.slice(1).forEach((cut, at) => setTimeout(() => socket.write(body.subarray(cuts[at], cut)), at * 100));
          setTimeout(() => socket.end(), 300);
        });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => server.close());

  const quiet = ({ out, err }, what) => {
    assert.doesNotMatch(out + err, ACTS, what);
    assert.doesNotMatch(err, /^\s+at |Error\b/m, what);
  };

  const problem = JSON.stringify({ status: 422, title: EVIL, errors: { [`f${EVIL}`]: EVIL } });
  const SAYING = {
    'the body of an answer': answer(problem),
    'a text that is no JSON': answer(TEXT + EVIL),
    'JSON in which nothing is escaped': answer(`{"title":"${EVIL}","status":422}`),
    'the headers of an answer': `HTTP/1.1 301 Moved\r\nX-Request-Id: ${EVIL}\r\nLocation: https://shop.example/${EVIL}\r\nContent-Type: ${EVIL}\r\n\r\n`,
    'an exchange': JSON.stringify({
      method: EVIL,
      url: EVIL,
      status: 415,
      headers: { [EVIL]: EVIL },
      requestHeaders: { accept: EVIL, 'content-type': EVIL },
      body: problem,
    }),
    'a HAR': har({
      ...entry({ content: { text: problem }, headers: [{ name: EVIL, value: EVIL }] }),
      request: { method: EVIL, url: EVIL, headers: [{ name: EVIL, value: EVIL }] },
    }),
    'half a character': answer('{"title":"a\\ud83dz"}'),
  };
  for (const [what, input] of Object.entries(SAYING)) {
    it(`shows what acts on a terminal as escapes, in every format: ${what}`, async () => {
      for (const format of ['text', 'markdown', 'html', 'json']) {
        const args = format === 'json' ? ['--json'] : ['--format', format];
        const done = await run(['diagnose', ...args], { input });
        assert.equal(done.code, 1, done.err);
        quiet(done, `${what} as ${format}`);
        if (format === 'json') JSON.parse(done.out);
      }
    });
  }

  it('gives in JSON the text that was sent, and shows it in the others', async () => {
    const json = await run(['diagnose', '--json'], { input: answer(problem) });
    assert.equal(JSON.parse(json.out).classification.error.title, EVIL);
    assert.ok(json.out.includes(`"title": "${SHOWN.replace('\\u0008', '\\b')}"`), json.out);
    // Longer texts are cut.
    for (const from of [0, 8, 16]) {
      const [shown, sent] = [Object.keys(UNSEEN), Object.values(UNSEEN)].map((list) => `a${list.slice(from, from + 8).join('a')}z`);
      const input = answer(JSON.stringify({ title: sent }));
      for (const format of ['text', 'html', 'markdown']) {
        const { out } = await run(['diagnose', '--format', format], { input });
        assert.ok(out.includes(format === 'markdown' ? shown.replaceAll('\\', '\\\\') : shown), out);
      }
    }
    const plain = 'naïve 日本語 ❤️ 😀 שלום';
    assert.ok((await run(['diagnose'], { input: answer(JSON.stringify({ title: plain })) })).out.includes(plain));
  });

  it('shows them so in what it says of arguments and files', async () => {
    const said = async (...args) => {
      const done = await run(args);
      quiet(done, args[0]);
      assert.equal(done.out, '');
      return done.err;
    };
    assert.equal(await said('diagnose', `${TYPED}\n\t`), `bc-status: cannot read ${TYPED_SHOWN}\\u000a\\u0009: no such file\n`);
    assert.match(await said(`--${TYPED}`), /^bc-status: unknown option --a\\u001b/);
    assert.match(await said(TYPED), /^bc-status: unknown command a\\u001b/);
    assert.match(await said('429', '--format', TYPED), /^bc-status: --format must be one of /);
    assert.match(await said('fetch', 'http://127.0.0.1:2/', '-o', `${TYPED}/x`), /^bc-status: cannot write a\\u001b/);
    assert.match(await said('fetch', 'http://127.0.0.1:2/', '-X', 'A\x1b[2J'), /^bc-status: 'A\\u001b\[2J' is not a valid /);
  });

  it('gives a pipe and a file the body of fetch byte for byte, and shows the head', async () => {
    const child = start(['fetch', '-i', url]);
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    const errors = [];
    child.stderr.on('data', (chunk) => errors.push(chunk));
    await once(child, 'close');
    const out = Buffer.concat(chunks);
    const end = out.indexOf('\r\n\r\n') + 4;
    assert.deepEqual(out.subarray(end), body);
    quiet({ out: String(out.subarray(0, end)), err: String(Buffer.concat(errors)) });
    assert.match(String(out.subarray(0, end)), /\r\nx-evil: \\u009b31mred\\u00ad\r\n/);
  });

  it('shows on a terminal what its body holds', async () => {
    const { out } = await onTerminal(`'${file}' fetch -s ${url} 2>/dev/null`, { NO_COLOR: '1' });
    const shown = `${TEXT}${SHOWN}\r\n\tone\\u000dtwo 日本\ufffd\\u001b\ufffd\ufffd`;
    // The terminal makes a line feed of its own from each.
    const lines = out.replaceAll('\r\r\n', '\r\n');
    assert.equal(lines, `${shown}\r\n`);
    assert.doesNotMatch(lines, ACTS);
  });

  it('shows what fetch says of an answer, and its progress', async () => {
    const text = await run(['fetch', url]);
    quiet({ out: '', err: text.err }, 'text');
    assert.match(text.err, /a\\u001ba/);
    const json = await run(['fetch', url, '--json']);
    quiet({ out: '', err: json.err }, 'json');
    assert.ok(JSON.parse(json.err).classification.error.title.includes('\x1ba\x07'));
    const { out } = await onTerminal(`'${file}' fetch ${url}/again -o out.txt --max-attempts 2`, { NO_COLOR: '1' });
    assert.match(out, /attempt 2/);
    assert.doesNotMatch(out.replaceAll('\r\x1b[K', ''), ACTS);
  });
};
