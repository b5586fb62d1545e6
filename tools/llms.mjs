// The guides, and what each is for: for the pages of the site, and for programs as llms.txt, an index in
// the form of llmstxt.org, and llms-full.txt, all of them in one.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a reader looks for in each guide. */
export const GUIDES = {
  'README.md': 'install, examples, which entry is for what',
  'docs/diagnosis.md': 'diagnose, explain and classify; the sentence for a shopper',
  'docs/findings.md': 'every finding: its id, its evidence, what to do, its values and its source',
  'docs/codes.md': 'the status codes, what each means, whether to send again',
  'docs/decisions.md': 'the rules of retries, waits and limits, by status',
  'docs/uncertain.md': "where BigCommerce's pages contradict each other, and what no page says",
  'docs/fetch.md': 'createFetch: what is repeated, waits, secrets, hooks, errors, budgets',
  'docs/pacing.md': "createPacer: to use a store's whole quota without a 429",
  'docs/stores.md': 'one quota for several processes, over Redis, PostgreSQL or Deno KV',
  'docs/jobs.md': 'long jobs: pages, batches and each, with progress and a checkpoint',
  'docs/storefront.md': 'in a page: what it can call, costs, tests with a stub or MSW, Content-Security-Policy',
  'docs/worker.md': 'createHandler: a Cloudflare Worker that holds the token and passes on only allowed requests',
  'docs/widget.md': 'the element bc-status for documentation pages',
  'docs/command-line.md': 'npx bc-status: diagnose, retry, route, fetch, list',
  'docs/assistants.md': 'npx bc-status mcp: the Model Context Protocol, for assistants',
  'docs/paste.md': 'what can be pasted or read: logs, curl, HAR, errors of clients',
  'docs/archives.md': 'a whole HAR, log or archive, with its failures in groups',
  'docs/callbacks.md': 'webhooks, tax and shipping providers and app callbacks: what to answer',
  'docs/clients.md': 'ky, ofetch, axios, urql, Apollo and others using this fetch',
  'docs/coming-from.md': 'what to write instead of node-bigcommerce, api-nodejs, Python, PHP, ky, axios-retry',
  'docs/benchmarks.md': 'sizes, times, and what happens to orders, tokens and waits, compared with ky, ofetch, axios-retry and others',
  'docs/telemetry.md': "OpenTelemetry, and Node's diagnostics_channel",
  'docs/rust.md': 'the crates bc-status and bc-status-fetch',
  'docs/runtimes.md': 'Node, Deno, Bun, Workers, browsers, service workers, and pages where WebAssembly is blocked',
};

/** Those that most readers do not need. */
export const OPTIONAL = {
  'SECURITY.md': 'what it protects and what it trusts',
  'CHANGELOG.md': 'what changed for users',
  'CONTRIBUTING.md': 'how to build and test',
  'docs/ARCHITECTURE.md': 'what is where, and why',
  'docs/rooms.md': 'the rooms of the JavaScript',
  'docs/adding.md': 'to add a status, a finding, the name of a secret, a limit or a language',
};

/** Of a text in Markdown. */
export const titleOf = (text) => /^# (.+)$/m.exec(text)[1].replaceAll('`', '');

/** Both by name, of a folder that has README.md and docs. */
export function llms(directory) {
  const read = (path) => readFileSync(join(directory, path), 'utf8');
  for (const name of readdirSync(join(directory, 'docs')).filter((one) => one.endsWith('.md'))) {
    if (!(`docs/${name}` in GUIDES || `docs/${name}` in OPTIONAL)) throw new Error(`tools/llms.mjs says nothing of docs/${name}`);
  }
  const listed = (guides) =>
    Object.entries(guides)
      .map(([path, note]) => `- [${titleOf(read(path))}](${path}): ${note}\n`)
      .join('');
  const [, summary] = /^# .+\n\n([^]+?)\n\n/.exec(read('README.md'));
  return {
    'llms.txt': `# bc-status\n\n> ${summary.replace(/\s+/g, ' ')}\n\n## Guides\n\n${listed(GUIDES)}\n## Optional\n\n${listed(OPTIONAL)}`,
    'llms-full.txt': Object.keys(GUIDES)
      .map((path) => `<!-- ${path} -->\n\n${read(path).trim()}\n`)
      .join('\n'),
  };
}

/** The texts that the index leads to, by their paths. */
export const guidesOf = (directory) =>
  [...Object.keys(GUIDES), ...Object.keys(OPTIONAL)].map((path) => [path, readFileSync(join(directory, path), 'utf8')]);

/** The pictures in them, by their paths. */
export const picturesOf = (directory) =>
  readdirSync(join(directory, 'docs'))
    .filter((name) => name.endsWith('.svg'))
    .map((name) => [`docs/${name}`, readFileSync(join(directory, 'docs', name), 'utf8')]);
