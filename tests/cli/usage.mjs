// Wrong arguments: one line that says what is wrong and how it is right.

import assert from 'node:assert/strict';
import { it } from 'node:test';

const WRONG = [
  [['--jsn', '429'], 'unknown option --jsn; did you mean --json? (bc-status --help)'],
  [['-5'], 'unknown option -5; use --json, --format, --help, --version (bc-status --help)'],
  [['lits'], 'unknown command lits; did you mean list? (bc-status --help)'],
  [['feed'], 'unknown command feed; use a status code, list, diagnose, retry, route, fetch, mcp, completion (bc-status --help)'],
  [['https://shop.example/?token=secret-word'], 'a URL goes after its command: bc-status fetch URL (bc-status --help)'],
  [['999'], '999 is not a status code: use 100 to 599 (bc-status --help)'],
  [['--json'], 'a status code is needed, such as bc-status 429 (bc-status --help)'],
  [['429', '--json=yes'], '--json takes no value; write --json alone (bc-status --help)'],
  [['429', '--format', 'pdf'], '--format must be one of text, markdown, html (bc-status --help)'],
  [['429', '--format', 'markdwon'], '--format must be one of text, markdown, html; did you mean markdown? (bc-status --help)'],
  [
    ['list', '--class', '6xx'],
    '--class must be one of informational, success, redirection, client-error, server-error, 1xx, 2xx, 3xx, 4xx, 5xx (bc-status list --help)',
  ],
  [['429', '--json', '--format', 'text'], '--json and --format text exclude each other; leave one of them out (bc-status --help)'],
  [
    ['diagnose', '--format=markdown', '--json'],
    '--json and --format markdown exclude each other; leave one of them out (bc-status diagnose --help)',
  ],
  [
    ['fetch', '--json', '--format', 'html', 'http://127.0.0.1:2/'],
    '--json and --format html exclude each other; leave one of them out (bc-status fetch --help)',
  ],
  [['list', '429'], 'list takes no arguments; narrow it with --class 4xx or --retry never (bc-status list --help)'],
  [['fetch'], 'fetch takes one URL, such as https://api.bigcommerce.com/stores/HASH/v3/carts (bc-status fetch --help)'],
  [['fetch', '--hedaer', 'x'], 'unknown option --hedaer; did you mean --header? (bc-status fetch --help)'],
  [['fetch', '-x', 'GET'], 'unknown option -x; did you mean -X? (bc-status fetch --help)'],
  [['fetch', '--max-time'], '--max-time needs a value: --max-time SECONDS (bc-status fetch --help)'],
  [['fetch', '-o', '--json', 'u'], '-o needs a value: -o FILE (bc-status fetch --help)'],
  [
    ['fetch', '--max-time', 'soon', 'u'],
    '--max-time takes seconds, or a time with its unit, such as --max-time 30, 500ms or 2min (bc-status fetch --help)',
  ],
  [['fetch', 'shop.example'], 'URL must begin with https://, or with / if BC_STORE_HASH is set (bc-status fetch --help)'],
  [
    ['fetch', '/v3/carts'],
    'a path needs a store: set BC_STORE_HASH, or write https://api.bigcommerce.com/stores/HASH/… (bc-status fetch --help)',
  ],
  [['fetch', 'http://127.0.0.1/', '-X', 'GET', '-d', '{}'], 'GET takes no body; leave out -d, or -X GET (bc-status fetch --help)'],
  [
    ['fetch', 'https://me:secret-word@shop.example/'],
    "URL must not hold a name and password; write -H 'Authorization: Basic …' (bc-status fetch --help)",
  ],
  [
    ['fetch', 'http://127.0.0.1/', '-H', 'secret-word'],
    "-H must be a name, a colon and a value, such as -H 'Accept: application/json' (bc-status fetch --help)",
  ],
  [
    ['fetch', 'http://127.0.0.1/', '-H', 'X-A: secret-word\u2603'],
    'the value of -H X-A has characters that a header cannot hold (bc-status fetch --help)',
  ],
  [['retry', '--attempt', '0'], '--attempt takes a whole number of 1 or more, such as --attempt 2 (bc-status retry --help)'],
  [['-v'], 'unknown option -v; did you mean -V? (bc-status --help)'],
  [['--verison'], 'unknown option --verison; did you mean --version? (bc-status --help)'],
  [['diagnose', '404'], '404 is a status code, not a file; bc-status 404 says what it means (bc-status diagnose --help)'],
  [
    ['retry', 'https://shop.example/?token=secret-word'],
    'a URL goes after --url; bc-status fetch URL sends a request to it (bc-status retry --help)',
  ],
  [['diagnose', 'a', 'b'], 'only one FILE can be read at a time (bc-status diagnose --help)'],
  [['diagnose', '--status', '42'], '--status takes a status code from 100 to 599, such as --status 404 (bc-status diagnose --help)'],
  [
    ['diagnose', '--all', '--entry', '3', 'x.har'],
    '--entry is for one request, and --all reads them all; leave one of them out (bc-status diagnose --help)',
  ],
  [
    ['diagnose', '--all', '-X', 'GET', 'x.har'],
    '--request (-X) is for one request, and --all reads them all; leave one of them out (bc-status diagnose --help)',
  ],
  [
    ['diagnose', '--all', '--json', '--format', 'html', 'x.har'],
    '--json and --format html exclude each other; leave one of them out (bc-status diagnose --help)',
  ],
  [['diagnose', '--all', 'a', 'b'], 'only one FILE can be read at a time (bc-status diagnose --help)'],
  [['route', 'FETCH', '/v3/carts'], 'FETCH is not a method; use GET, POST, PUT, DELETE, HEAD, OPTIONS, PATCH (bc-status route --help)'],
  [['fetch', 'http://127.0.0.1:1/'], 'fetch refuses port 1, as browsers do; nothing was sent (bc-status fetch --help)'],
  // Before the input, which is empty here.
  [
    ['diagnose', '-H', 'secret-word'],
    "-H must be a name, a colon and a value, such as -H 'Accept: application/json' (bc-status diagnose --help)",
  ],
  [['route'], 'route needs a path or words, such as bc-status route /v3/carts (bc-status route --help)'],
  [['mcp', 'x'], 'mcp takes no arguments; it reads its requests from standard input (bc-status mcp --help)'],
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
    assert.deepEqual([code, err], [2, 'bc-status: BC_TOKEN has characters that a header cannot hold (bc-status fetch --help)\n']);
  });

  it('says which hash a store can have', async () => {
    const { code, err } = await run(['fetch', '/v3/carts'], { env: { BC_STORE_HASH: '../other' } });
    assert.equal(code, 2);
    assert.match(err, /^bc-status: BC_STORE_HASH must be the hash alone, such as abc123 in …\/stores\/abc123\/v3 /);
  });
};
