// How often the first finding of the built package is the right one. The labels rest on what is
// known of BigCommerce, not on the code, and were written without looking at it.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diagnose } from '../../pkg/dist/index.js';
import auth from './auth.mjs';
import callback from './callback.mjs';
import edge from './edge.mjs';
import graphql from './graphql.mjs';
import limit from './limit.mjs';
import pastes from './pastes.mjs';
import payment from './payment.mjs';
import platform from './platform.mjs';
import request from './request.mjs';
import resource from './resource.mjs';
import result from './result.mjs';
import apps from './threads/apps.mjs';
import buyers from './threads/buyers.mjs';
import clients from './threads/clients.mjs';
import connectors from './threads/connectors.mjs';
import forums from './threads/forums.mjs';
import hidden from './threads/hidden.mjs';
import lists from './threads/lists.mjs';
import prose from './threads/prose.mjs';
import pasted from './threads/pastes.mjs';
import printed from './threads/printed.mjs';
import readers from './threads/readers.mjs';
import reference from './threads/reference.mjs';
import sentences from './threads/sentences.mjs';
import shopper from './threads/shopper.mjs';
import stores from './threads/stores.mjs';
import themes from './threads/themes.mjs';

export const topics = {
  auth,
  request,
  resource,
  limit,
  platform,
  edge,
  callback,
  payment,
  result,
  graphql,
  shopper,
  buyers,
  apps,
  stores,
  reference,
  themes,
  clients,
  connectors,
  readers,
  hidden,
  lists,
  forums,
  prose,
  pastes,
  pasted,
  sentences,
  printed,
};

const HANDED = new URL('../../../shared/domain/cases.jsonl', import.meta.url);

/** Reports by strangers, where their list lies beside the repository; else none. */
const handed = existsSync(HANDED)
  ? readFileSync(HANDED, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .map(({ name, exchange, expect: { finding = [] } }) => ({ id: finding[0], or: finding.slice(1), about: name, exchange }))
  : [];

/** Ours, those after public threads, those of strangers, and those handed over. */
export const sets = {
  ours: Object.values({ auth, request, resource, limit, platform, edge, callback, payment, result, graphql }).flat(),
  threads: [...shopper, ...buyers, ...apps, ...stores, ...reference, ...pasted, ...sentences, ...printed],
  // Gathered without a look at what the package says of them.
  strangers: [...themes, ...clients, ...connectors, ...readers, ...hidden, ...prose],
  handed,
};

/** What a confidence promises: of so many its first finding is right. */
export const PROMISED = { certain: 0.98, likely: 0.85 };

/** Of a set, how often a first finding of each confidence is right. */
export function promises(cases) {
  const judged = cases.map((one) => judge('', one));
  return Object.keys(PROMISED).map((confidence) => {
    const such = judged.filter((one) => one.confidence === confidence);
    return { confidence, cases: such.length, right: such.filter((one) => one.first).length };
  });
}

/** Every finding id there is, as the types of the package name them. */
export function findingIds() {
  const types = readFileSync(new URL('../../pkg/dist/index.d.ts', import.meta.url), 'utf8');
  const [, union = ''] = /export type FindingId\s*=([^;]*);/.exec(types) ?? [];
  return [...union.matchAll(/'([^']+)'/g)].map(([, id]) => id);
}

const share = (part, whole) => (whole === 0 ? 0 : part / whole);

function judge(topic, { id, or = [], about, says, exchange }) {
  const expected = [id, ...or];
  const diagnosis = diagnose(exchange);
  const found = diagnosis.findings.map((finding) => finding.id);
  const { id: got = null, confidence = null } = diagnosis.findings[0] ?? {};
  return {
    topic,
    about,
    says,
    expected,
    got,
    confidence,
    next: found.slice(1, 3),
    first: expected.includes(got),
    inThree: found.slice(0, 3).some((one) => expected.includes(one)),
    diagnosis,
  };
}

function sum(topic, judged) {
  const cases = judged.length;
  const first = judged.filter((one) => one.first).length;
  const inThree = judged.filter((one) => one.inThree).length;
  return { topic, cases, first, firstShare: share(first, cases), inThree };
}

export function measure() {
  const judged = Object.entries(topics).flatMap(([topic, cases]) => cases.map((one) => judge(topic, one)));
  const labelled = new Set(judged.map((one) => one.expected[0]));
  return {
    topics: Object.keys(topics).map((topic) =>
      sum(
        topic,
        judged.filter((one) => one.topic === topic),
      ),
    ),
    total: sum('total', judged),
    wrong: judged.filter((one) => !one.first),
    untested: findingIds().filter((id) => !labelled.has(id)),
    judged,
  };
}

export const describeWrong = ({ topic, about, expected, got, confidence, next }) =>
  `${topic}: ${about}\n    expected ${expected.join(' or ')}\n    got      ${got ?? 'nothing'}` +
  (confidence ? ` (${confidence})` : '') +
  (next.length > 0 ? `, then ${next.join(', ')}` : '');

const percent = (part) => `${(part * 100).toFixed(1)} %`;

const row = ({ topic, cases, first, inThree, firstShare }) =>
  [
    topic.padEnd(10),
    String(cases).padStart(6),
    String(first).padStart(12),
    percent(firstShare).padStart(9),
    String(inThree).padStart(19),
  ].join('');

const promise = (name, { confidence, cases, right }) =>
  [
    name.padEnd(11),
    confidence.padEnd(10),
    String(cases).padStart(8),
    String(right).padStart(8),
    percent(share(right, cases)).padStart(9),
  ].join('');

function print({ topics: rows, total, wrong, untested }) {
  console.log('topic      cases right first  percent in the first three');
  for (const one of [...rows, total]) console.log(row(one));
  console.log('\nset        confidence   cases   right  percent');
  for (const [name, cases] of Object.entries(sets)) {
    if (cases.length === 0) console.log(`${name.padEnd(11)}not beside the repository`);
    else for (const one of promises(cases)) console.log(promise(name, one));
  }
  if (wrong.length > 0) console.log(`\nwrong:\n  ${wrong.map(describeWrong).join('\n  ')}`);
  if (untested.length > 0) console.log(`\nwithout a case: ${untested.join(', ')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) print(measure());
