// Wrong arguments: one line that says what is wrong and how it is right.

import assert from 'node:assert/strict';
import { it } from 'node:test';

const WRONG = [
  [['--jsn', '429'], 'there is no --jsn; did you mean --json? (bc-status --help)'],
  [['lits'], 'there is no lits; did you mean list? (bc-status --help)'],
  [['feed'], 'there is no feed, but a code or list, diagnose, retry, route, fetch, mcp, completion (bc-status --help)'],
  [['https://shop.example/?token=secret-word'], 'a URL goes behind its command: bc-status fetch URL (bc-status --help)'],
  [['999'], '999 is no status code: those are 100 to 599 (bc-status --help)'],
  [['--json'], 'it needs a status code, such as bc-status 429 (bc-status --help)'],
  [['429', '--json=yes'], '--json takes no value; write --json alone (bc-status --help)'],
  [['429', '--format', 'pdf'], '--format is one of text, markdown, html (bc-status --help)'],
  [['429', '--format', 'markdwon'], '--format is one of text, markdown, html; did you mean markdown? (bc-status --help)'],
  [['429', '--json', '--format', 'text'], '--json and --format text exclude each other; leave one out (bc-status --help)'],
  [
    ['diagnose', '--format=markdown', '--json'],
    '--json and --format markdown exclude each other; leave one out (bc-status diagnose --help)',
  ],
  [
    ['fetch', '--json', '--format', 'html', 'http://127.0.0.1:2/'],
    '--json and --format html exclude each other; leave one out (bc-status fetch --help)',
  ],
  [['list', '429'], 'list takes no arguments; narrow it with --class 4xx or --retry never (bc-status list --help)'],
  [['fetch'], 'fetch takes one URL, such as https://api.bigcommerce.com/stores/HASH/v3/carts (bc-status fetch --help)'],
  [['fetch', '--hedaer', 'x'], 'there is no --hedaer; did you mean --header? (bc-status fetch --help)'],
  [['fetch', '-x', 'GET'], 'there is no -x; did you mean -X? (bc-status fetch --help)'],
  [['fetch', '--max-time'], '--max-time needs a value: --max-time SECONDS (bc-status fetch --help)'],
  [['fetch', '-o', '--json', 'u'], '-o needs a value: -o FILE (bc-status fetch --help)'],
  [
    ['fetch', '--max-time', 'soon', 'u'],
    '--max-time takes seconds, or a time with its unit, such as --max-time 30, 500ms or 2min (bc-status fetch --help)',
  ],
  [['fetch', 'shop.example'], 'URL begins with https://, or with / where BC_STORE_HASH is set (bc-status fetch --help)'],
  [
    ['fetch', '/v3/carts'],
    'a path needs its store: set BC_STORE_HASH, or write https://api.bigcommerce.com/stores/HASH/… (bc-status fetch --help)',
  ],
  [['fetch', 'http://127.0.0.1/', '-X', 'GET', '-d', '{}'], 'GET takes no body; leave -d out, or -X GET (bc-status fetch --help)'],
  [
    ['fetch', 'https://me:secret-word@shop.example/'],
    "URL may hold no name and password; write -H 'Authorization: Basic …' (bc-status fetch --help)",
  ],
  [
    ['fetch', 'http://127.0.0.1/', '-H', 'secret-word'],
    "-H takes a name, a colon and a value: -H 'Accept: application/json' (bc-status fetch --help)",
  ],
  [
    ['fetch', 'http://127.0.0.1/', '-H', 'X-A: secret-word\u2603'],
    'the value of -H X-A has characters that no header can hold (bc-status fetch --help)',
  ],
  [['retry', '--attempt', '0'], '--attempt takes a whole number from 1 on, such as --attempt 2 (bc-status retry --help)'],
  [['-v'], 'there is no -v; did you mean -V? (bc-status --help)'],
  [['--verison'], 'there is no --verison; did you mean --version? (bc-status --help)'],
  [['diagnose', '404'], '404 is a status code, and no file; bc-status 404 tells what it means (bc-status diagnose --help)'],
  [
    ['retry', 'https://shop.example/?token=secret-word'],
    'a URL goes behind --url; bc-status fetch URL sends a request to it (bc-status retry --help)',
  ],
  [['diagnose', 'a', 'b'], 'it reads one FILE at a time (bc-status diagnose --help)'],
  [['diagnose', '--status', '42'], '--status takes a status code from 100 to 599, such as --status 404 (bc-status diagnose --help)'],
  [
    ['diagnose', '--all', '--entry', '3', 'x.har'],
    '--entry is about one request, and --all reads all; leave one out (bc-status diagnose --help)',
  ],
  [
    ['diagnose', '--all', '-X', 'GET', 'x.har'],
    '--request (-X) is about one request, and --all reads all; leave one out (bc-status diagnose --help)',
  ],
  [
    ['diagnose', '--all', '--json', '--format', 'html', 'x.har'],
    '--json and --format html exclude each other; leave one out (bc-status diagnose --help)',
  ],
  [['diagnose', '--all', 'a', 'b'], 'it reads one FILE at a time (bc-status diagnose --help)'],
  [['route'], 'route takes a path or words: bc-status route /v3/carts (bc-status route --help)'],
  [['mcp', 'x'], 'mcp takes no arguments; what it is asked comes on standard input (bc-status mcp --help)'],
  [['completion', 'tcsh'], 'completion takes the name of a shell: bash, zsh or fish (bc-status completion --help)'],
];

export const usageCases = ({ run }) => {
  for (const [args, line] of WRONG) {
    it(`says what is wrong with: ${args.join(' ')}`, async () => {
      assert.deepEqual(await run(args), { code: 2, signal: null, out: '', err: `bc-status: ${line}\n` });
    });
  }

  it('says what a token of the environment cannot be, and not what it is', async () => {
    const env = { BC_TOKEN: 'secret-\u2603', BC_STORE_HASH: 'abc123' };
    const { code, err } = await run(['fetch', '/v3/carts'], { env });
    assert.deepEqual([code, err], [2, 'bc-status: BC_TOKEN has characters that no header can hold (bc-status fetch --help)\n']);
  });

  it('says which hash a store can have', async () => {
    const { code, err } = await run(['fetch', '/v3/carts'], { env: { BC_STORE_HASH: '../other' } });
    assert.equal(code, 2);
    assert.match(err, /^bc-status: BC_STORE_HASH is the hash alone, such as abc123 in …\/stores\/abc123\/v3 /);
  });
};
