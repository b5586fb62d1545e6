// Writes src/route/table.rs and src/route/specified.rs from two lists, one JSON object a line: of
// operations, with method, url, era, source and, where there is one, limit.maximum; and of what
// their schemas and descriptions say besides, with method, url, source and, where there is one, the
// type of the body, filters, limits, scopes and numbers of requests at once. What was found by
// patterns over prose is taken by the nouns beside its numbers, and corrected by hand in
// src/route/known.rs.
//
//   node tools/routes.mjs operations.jsonl operations-extra.jsonl
//
// The same input gives the same bytes; a test compares them where the input is there.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OUTPUT = new URL('../src/route/table.rs', import.meta.url);
const SPECIFIED = new URL('../src/route/specified.rs', import.meta.url);

/** In the order in which a row lists them. */
const LETTERS = { GET: 'G', HEAD: 'H', OPTIONS: 'O', POST: 'P', PUT: 'U', PATCH: 'A', DELETE: 'D' };

/** The parts of the table: what lies below `/stores/{store_hash}/v2` and `…/v3`, a shop of any
 * domain, B2B Edition, and everything else, each of these from the root of its host. */
const SECTIONS = ['v3', 'v2', 'storefront', 'b2b', 'root'];

/** The section a URL belongs to, and its path in it, with `*` for what varies. */
function placed(url) {
  const [host, ...path] = url
    .replace(/^https:\/\//, '')
    .split('/')
    .filter(Boolean);
  let steps = path.map((step) => (/[{}]/.test(step) ? '*' : step));
  // Some entries name the store twice.
  while (steps.lastIndexOf('stores') > 0) steps = steps.slice(steps.lastIndexOf('stores'));
  if (host.includes('b2b')) return ['b2b', steps];
  const [first, , version] = steps;
  if (first === 'stores' && version === 'v2') return ['v2', steps.slice(3)];
  if (first === 'stores' && version === 'v3') return ['v3', steps.slice(3)];
  return [/^\{store_domain\}/.test(host) ? 'storefront' : 'root', steps];
}

const newNode = () => ({ children: new Map(), methods: new Map(), lists: new Set(), limit: 0 });

function build(operations, details) {
  const takeLists = new Set(details.filter(({ body }) => body === 'array').map(({ method, url }) => `${method} ${url}`));
  const roots = Object.fromEntries(SECTIONS.map((name) => [name, newNode()]));
  for (const { method, url, era, limit, family } of operations) {
    // What BigCommerce asks of an app is no route of its own.
    if (family === 'provider-contract') continue;
    const [section, steps] = placed(url);
    let node = roots[section];
    for (const step of steps) {
      if (!node.children.has(step)) node.children.set(step, newNode());
      node = node.children.get(step);
    }
    const letter = LETTERS[method];
    if (!letter) throw new Error(`${method} ${url}: there is no letter for this method`);
    // Webhooks of V2 are in older specifications only, and yet the guide to webhooks does not call them deprecated.
    const isCurrent = era.startsWith('current') || (section === 'v2' && steps[0] === 'hooks');
    node.methods.set(letter, isCurrent || (node.methods.get(letter) ?? false));
    if (takeLists.has(`${method} ${url}`)) node.lists.add(letter);
    node.limit = Math.max(node.limit, Number(limit?.maximum ?? 0));
  }
  return roots;
}

function rows(node, depth = 0) {
  const byName = ([a], [b]) => (a < b ? -1 : 1);
  return [...node.children].sort(byName).flatMap(([step, child]) => {
    const methods = Object.values(LETTERS)
      .filter((letter) => child.methods.has(letter))
      .map((letter) => (child.methods.get(letter) ? letter : letter.toLowerCase()))
      .join('');
    const lists = Object.values(LETTERS)
      .filter((letter) => child.lists.has(letter))
      .join('');
    const row = [step, methods + (lists && `[${lists}`), child.limit || ''].filter(Boolean).join(' ');
    return [' '.repeat(depth) + row, ...rows(child, depth + 1)];
  });
}

const parsed = (jsonl) =>
  jsonl
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The file's text. */
export function table(jsonl, detailsJsonl) {
  const operations = parsed(jsonl);
  const [newest] = operations
    .map(({ source }) => /^(\S+ \(\d{4}-\d\d-\d\d\))/.exec(source)?.[1])
    .filter(Boolean)
    .sort((a, b) => b.slice(-11).localeCompare(a.slice(-11)) || a.localeCompare(b));
  const sections = Object.entries(build(operations, parsed(detailsJsonl))).map(([name, root]) => `=${name}\n${rows(root).join('\n')}\n`);
  return `//! BigCommerce's routes. Written by tools/routes.mjs; do not edit.
//!
//! From ${operations.length} operations of BigCommerce's published specifications and documentation,
//! the newest being ${newest}.
//!
//! A part begins with \`=\` and its name: \`v2\` and \`v3\` are what lies below the version in
//! the path, the others begin at the root of their host. A row is a step of a path, indented
//! by its depth; \`*\` is any step. After it stand the methods (G GET, H HEAD, O OPTIONS,
//! P POST, U PUT, A PATCH, D DELETE; in small letters those that only archived documents
//! know), after a \`[\` those whose body has to be a list, and the largest \`limit\`, where
//! one is documented.
#![cfg_attr(rustfmt, rustfmt_skip)]

pub(crate) const TABLE: &str = "\\
${sections.join('')}";
`;
}

/** A path as rows name it: `/v3/carts/{id}`. */
const shapeOf = (url) =>
  url
    .replace(/^https:\/\/[^/]*/, '')
    .replace(/^\/stores\/\{[^}]*\}(?=\/v[23]\/)/, '')
    .replace(/\{[^}]*\}/g, '{id}');

const isOfStore = (shape) => /^\/v[23]\//.test(shape);

/** The most items of a request, or of a page of a GET: by the noun beside a number in the description, since others count what a store may have. */
function batchOf({ method, body, max_items: most, limits_in_text: limits = [] }, shape) {
  if (most) return most;
  let noun = /^items for payload/;
  if (method === 'DELETE') noun = /^(?:items|promotions|coupon codes)/;
  else if (body === 'array')
    noun = /\/customers$/.test(shape) ? /^customers/ : /^(?:items|products|trees|objects|pickup \w* ?objects|customs information)/;
  return limits.find(([, what]) => noun.test(what))?.[0];
}

/** What a DELETE without a filter does, and the filter it takes; of ids in a body a filter says nothing. */
function deletionOf(
  { method, body, query_required: required = [], query_optional: optional = [], deletes_all: all, filter_demanded: demanded },
  shape,
) {
  if (method !== 'DELETE' || body || !isOfStore(shape) || shape.endsWith('}')) return undefined;
  const filters = optional.filter((name) => !/^(?:page|limit)$/.test(name));
  const filter =
    required[0] ?? ['id:in', 'id'].find((name) => filters.includes(name)) ?? filters.find((name) => name.endsWith(':in')) ?? filters[0];
  if (demanded || required.length > 0) return ['R', filter].filter(Boolean).join(' ');
  return all ? ['A', filter].filter(Boolean).join(' ') : undefined;
}

/** Scopes that allow changes, since those for reading alone follow from them. */
const scopesOf = ({ scopes_in_text: scopes = [] }) => scopes.filter((scope) => !scope.endsWith('_read_only')).join(', ');

const PARTS = {
  BATCH: [
    'The most items of a request, or of a page.',
    (one, shape) => batchOf(one, shape) && `${shape} ${LETTERS[one.method]} ${batchOf(one, shape)}`,
  ],
  DELETE: ['What a DELETE without a filter does.', (one, shape) => deletionOf(one, shape) && `${shape} ${deletionOf(one, shape)}`],
  SCOPE: ['Scopes that a description names.', (one, shape) => scopesOf(one) && `${shape} ${scopesOf(one)}`],
  AT_ONCE: [
    'Requests at once, as numbers of a description: the limit is one of them.',
    ({ method, concurrency_numbers: numbers = [] }, shape) => numbers.length > 0 && `${shape} ${method} ${numbers.join(' ')}`,
  ],
};

/** The text of what is known of single routes, each row with its source. */
export function specified(detailsJsonl) {
  const details = parsed(detailsJsonl);
  const parts = Object.entries(PARTS).map(([name, [about, rowOf]]) => {
    const found = new Map();
    for (const one of details) {
      const row = rowOf(one, shapeOf(one.url));
      if (row && !found.has(row)) found.set(row, one.source);
    }
    const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
    const test = name === 'AT_ONCE' ? '#[cfg(test)]\n' : '';
    return `/// ${about}\n${test}pub(super) const ${name}: &[&str] = &[\n${sorted.map(([row, source]) => `    "${row}", // ${source}\n`).join('')}];\n`;
  });
  return `//! What BigCommerce's specifications say of single routes, beside what \`known.rs\` knows of
//! them from elsewhere. Written by tools/routes.mjs; do not edit.
#![cfg_attr(rustfmt, rustfmt_skip)]

${parts.join('\n')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const inputs = process.argv.slice(2);
  if (inputs.length !== 2) {
    console.error('routes: name both lists, as in: node tools/routes.mjs operations.jsonl operations-extra.jsonl');
    process.exit(2);
  }
  const [operations, details] = inputs.map((input) => readFileSync(input, 'utf8'));
  writeFileSync(OUTPUT, table(operations, details));
  writeFileSync(SPECIFIED, specified(details));
}
