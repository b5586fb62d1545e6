// What is called certain: nothing that another certain finding denies, and nothing that only the
// host of an answer suggests. Held against every set of exchanges that is there.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { diagnose } from '../../pkg/dist/index.js';
import { PROMISED, promises, sets, topics } from './main.mjs';

const rowsOf = (url) =>
  readFileSync(url, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const beside = (name) => new URL(`../../../shared/domain/${name}`, import.meta.url);

const labelled = Object.entries(topics).flatMap(([topic, cases]) =>
  cases.map(({ id, or = [], about, exchange }) => ({ name: `${topic}: ${about}`, expected: [id, ...or], exchange })),
);

/** Sets beside the repository, where they are there. */
const others = [
  ['cases.jsonl', ({ name, exchange }) => ({ name, exchange })],
  [
    'bodies.jsonl',
    ({ source, method = 'GET', url, status, body, response_headers: headers }) => ({
      name: `${source}: ${method} ${url} ${status}`,
      exchange: { method, url, status, body, ...(headers && { headers }) },
    }),
  ],
].flatMap(([name, read]) => (existsSync(beside(name)) ? rowsOf(beside(name)).map(read) : []));

/** The same exchange at another host. */
const at = (host, { url = '', ...others }) => ({ ...others, url: url.replace(/^https?:\/\/[^/]*/, host) });

const HOSTS = ['http://localhost:4010', 'https://bc.svc.internal', 'https://proxy.example'];

const certain = (exchange) =>
  diagnose(exchange)
    .findings.filter(({ confidence }) => confidence === 'certain')
    .map(({ id }) => id);

/** Of each row at most one is true of an exchange. A star stands for all that begin so. */
const EXCLUSIVE = [
  ['request.dev-proxy', 'request.wrong-host', 'request.refused-by-worker', 'limit.*'],
  ['request.dev-proxy', 'request.wrong-host', 'request.refused-by-worker', 'resource.*'],
  ['request.dev-proxy', 'platform.*'],
  ['network.unreachable', 'network.timeout', 'network.aborted'],
  ['auth.token-missing', 'auth.token-malformed', 'auth.token-rejected'],
  ['auth.token-missing', 'auth.token-wrong-header'],
  ['request.accept-missing', 'request.accept-unsupported'],
  ['request.content-type-missing', 'request.content-type-unsupported'],
  ['request.batch-too-large', 'request.body-not-array'],
  ['request.body-syntax', 'request.body-not-array'],
  ['resource.missing', 'request.route-unknown', 'request.method-not-on-route'],
  ['limit.quota', 'limit.edge', 'limit.concurrency', 'limit.abuse-protection', 'resource.job-active'],
  ['platform.maintenance', 'platform.suspended'],
  ['resource.duplicate', 'resource.in-use'],
  ['resource.missing', 'resource.reference-missing', 'auth.session-missing'],
  ['auth.scope-missing', 'auth.not-owner'],
  ['auth.oauth-client', 'auth.oauth-code', 'auth.oauth-redirect-uri', 'auth.oauth-context'],
  ['auth.graphql-token', 'auth.origin-mismatch', 'auth.session-missing', 'auth.login-token', 'auth.scope-missing'],
  ['auth.sign-in-required', 'auth.session-missing', 'limit.abuse-protection'],
  ['auth.webdav-digest', 'auth.token-missing', 'auth.token-rejected', 'auth.token-wrong-header'],
  ['graphql.query', 'platform.error', 'limit.graphql-complexity', 'auth.session-missing', 'auth.sign-in-required'],
  ['graphql.business-error', 'graphql.null-data', 'graphql.query'],
  ['limit.platform-count', 'limit.plan-capacity', 'limit.graphql-complexity', 'request.batch-too-large', 'limit.quota'],
  ['request.field-unknown', 'request.field-read-only', 'request.field-missing'],
  ['request.limit-too-high', 'request.filter-unknown'],
  ['request.wrong-host', 'auth.*'],
  ['payment.declined', 'payment.token', 'payment.configuration', 'payment.duplicate'],
  ['result.nothing-done', 'result.deleted-all', 'result.scheduled', 'result.empty-list', 'result.partial', 'result.unchanged'],
];

const fits = (id, pattern) => (pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern);

describe('a confidence', () => {
  for (const name of ['ours', 'threads']) {
    it(`keeps its promise in those called ${name}`, () => {
      for (const { confidence, cases, right } of promises(sets[name])) {
        assert.ok(cases > 20 && right >= cases * PROMISED[confidence], `${confidence}: ${right} of ${cases}`);
      }
    });
  }
});

describe('what is called certain', () => {
  it('is denied by nothing else that is', () => {
    const wrong = [];
    for (const { name, exchange } of [...labelled, ...others]) {
      for (const one of [exchange, ...HOSTS.map((host) => at(host, exchange))]) {
        const ids = certain(one);
        for (const group of EXCLUSIVE) {
          const held = group.filter((pattern) => ids.some((id) => fits(id, pattern)));
          if (held.length > 1) wrong.push(`${name}, ${one.url}: ${held.join(' and ')}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('is not the host of an answer, but what its headers and its body say', () => {
    // What depends on the host itself, or on a page that may not call it.
    const ofHost =
      /^(?:request\.(?:insecure-url|url-port|wrong-host|dev-proxy|refused-by-worker|double-slash)|network\..*|platform\.worker-failed|limit\.edge)$/;
    const isMarked = ({ headers = {}, inBrowser }) =>
      !inBrowser && ('x-rate-limit-requests-left' in headers || /^[0-9a-f]{32}$/.test(headers['x-request-id'] ?? ''));
    const marked = labelled.filter(({ expected, exchange }) => isMarked(exchange) && !expected.some((id) => ofHost.test(id)));
    assert.ok(marked.length > 50, `${marked.length} bear the marks of BigCommerce`);
    const wrong = marked.flatMap(({ name, exchange }) => {
      const [there] = diagnose(exchange).findings;
      return HOSTS.filter((host) => diagnose(at(host, exchange)).findings[0]?.id !== there.id).map((host) => `${name} at ${host}`);
    });
    assert.deepEqual(wrong, []);
  });
});

describe('the codes of our own Worker', () => {
  const sources = ['worker', 'pace'].flatMap((folder) => {
    const path = new URL(`../../www/${folder}/`, import.meta.url);
    return readdirSync(path)
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(new URL(file, path), 'utf8'));
  });
  const codes = new Set(
    sources.flatMap((source) => [
      ...[...source.matchAll(/new Problem\(\s*(?:\w+\s*\?\s*\d+\s*:\s*)?\d+,\s*'([a-z-]+)'/g)].map(([, code]) => code),
      ...[...source.matchAll(/\brefused\('([a-z]+)'/g)].map(([, what]) => `${what}-refused`),
      ...[...source.matchAll(/new PaceError\(\s*'([a-z-]+)'/g)].map(([, code]) => code),
      ...[...source.matchAll(/code: '([a-z-]+)'/g)].map(([, code]) => code),
    ]),
  );

  it('are found in its sources', () => {
    for (const code of ['route-unknown', 'misconfigured', 'path-refused', 'store-failed', 'queue-full']) assert.ok(codes.has(code), code);
  });

  it('have a finding each', () => {
    const lacking = [...codes].filter((code) => {
      const body = { type: 'about:blank', title: 'X', status: 400, detail: 'It is so.', code };
      const { findings } = diagnose({ url: 'https://bc.acme.workers.dev/v3/catalog/products', status: 400, body });
      return findings.length !== 1 || !findings[0].evidence.startsWith('The Worker in front of the store says: “It is so.”');
    });
    assert.deepEqual(lacking, []);
  });
});
