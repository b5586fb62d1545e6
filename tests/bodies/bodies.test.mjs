// Bodies of every shape through classify: the fixtures of this directory, whose
// wording is invented, and the public examples of shared/domain where that is at hand.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { classify, diagnose } from '../../pkg/dist/index.js';

const readRows = (path) => {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
};
const listOf = (value) => (Array.isArray(value) ? value : [value]);
const isObject = (value) => typeof value === 'object' && value !== null;
const flat = (text) => text.replace(/\s+/g, ' ').trim();

/** Every key and every string leaf. */
const stringsOf = (value) => {
  if (typeof value === 'string') return [value];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...stringsOf(member)]);
};

/** What an ApiError says in words, white space made even. */
const wordsOf = (error) => {
  if (error === null) return [];
  const words = [error.title, error.detail, ...error.items.map((item) => item.message)];
  return words.filter((text) => typeof text === 'string').map(flat);
};

/** The codes of an ApiError and of its items; some services end a validator code with a full stop. */
const codesOf = (error) => {
  if (error === null) return [];
  const codes = [error.code, ...error.items.map((item) => item.code)];
  return codes.filter((code) => code !== null).map((code) => String(code).replace(/\.$/, ''));
};

const exchangeOf = (fixture) => ({
  method: fixture.method,
  url: fixture.url,
  status: fixture.status,
  headers: fixture.contentType === null ? {} : { 'Content-Type': fixture.contentType },
  body: 'bodyBase64' in fixture ? new Uint8Array(Buffer.from(fixture.bodyBase64, 'base64')) : fixture.body,
});

/** The body as a caller with a JSON parser has it, or undefined where that is not the same data. */
const parsedBody = ({ body, reparse = true }) => {
  if (body === undefined || !reparse) return undefined;
  try {
    const value = JSON.parse(body.replace(/^\ufeff/, ''));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

function checkFixture(fixture) {
  const { name } = fixture;
  const exchange = exchangeOf(fixture);
  const classification = classify(exchange);
  const { error, outcome } = classification;
  const shown = JSON.stringify(classification);
  const fail = (what) => `${name}: ${what}; got ${shown}`;

  const shape = error === null ? null : error.shape;
  assert.ok(listOf(fixture.shape).includes(shape), fail(`shape ${JSON.stringify(fixture.shape)}`));
  assert.ok(listOf(fixture.outcome).includes(outcome), fail(`outcome ${JSON.stringify(fixture.outcome)}`));

  const words = wordsOf(error);
  const isSaid = (message) => words.some((text) => text.includes(flat(message)));
  for (const message of fixture.messages) assert.ok(isSaid(message), fail(`message ${JSON.stringify(message)}`));
  const codes = codesOf(error);
  for (const code of fixture.codes) assert.ok(codes.includes(code), fail(`code ${code}`));

  const items = error === null ? [] : error.items;
  for (const { field, index } of fixture.fields ?? []) {
    const isIt = (item) => item.field === field && (index === undefined || item.index === index);
    const wanted = index === undefined ? '' : ` and index ${index}`;
    assert.ok(items.some(isIt), fail(`an item with field ${JSON.stringify(field)}${wanted}`));
  }
  for (const field of fixture.noFields ?? []) assert.ok(!items.some((item) => item.field === field), fail(`no item with field ${field}`));
  for (const member of ['total', 'succeeded', 'failed', 'retryAfterMs']) {
    const expected = fixture[member];
    if (expected !== undefined) assert.equal(error?.[member], expected, fail(`${member} ${expected}`));
  }

  const diagnosis = diagnose(exchange);
  assert.deepEqual(diagnosis.classification, classification, `${name}: diagnose classifies otherwise`);
  const said = stringsOf(diagnosis);
  for (const text of fixture.absent ?? [])
    assert.ok(!said.some((string) => string.includes(text)), fail(`nowhere ${JSON.stringify(text)}`));
  assert.deepEqual(structuredClone(classification), classification, `${name}: no plain data`);
  assert.deepEqual(JSON.parse(shown), classification, `${name}: not what its JSON says`);

  const parsed = parsedBody(fixture);
  if (parsed !== undefined) {
    const again = classify({ ...exchange, body: parsed });
    assert.deepEqual(again.error, error, `${name}: the parsed body has another error`);
    assert.equal(again.outcome, outcome, `${name}: the parsed body has another outcome`);
  }
}

describe('bodies of every shape', () => {
  const fixtures = readRows(new URL('./fixtures.jsonl', import.meta.url));

  for (const fixture of fixtures) test(fixture.name, () => checkFixture(fixture));

  test('names are unique', () => {
    assert.equal(new Set(fixtures.map(({ name }) => name)).size, fixtures.length);
  });
});

// The public examples. They belong to their sources, so they are not in this
// repository, and the expectations are rules rather than values.

const MESSAGE_KEYS = new Set([
  'message',
  'title',
  'detail',
  '_detail',
  'details',
  'error',
  'errors',
  'errMsg',
  'error_description',
  'field_errors',
  'batch_errors',
]);
/** Codes of the Play validators, which are kept as codes, not as words. */
const VALIDATOR_CODE = /^error\.[a-z]+(\.[a-z]+)*\.?$/;

const isFailure = (item) => isObject(item) && ('error' in item || Number(item.status) >= 400 || ('title' in item && 'errors' in item));
const isEmpty = (value) => value === null || value === undefined || (isObject(value) && Object.keys(value).length === 0);

/**
 * The strings of a JSON body that a person or a program must find again in the
 * error: `{ text, isCode }`. `spoken` is whether a member above names a message.
 */
function* complaintsOf(value, family, spoken = false) {
  if (typeof value === 'string') {
    if (VALIDATOR_CODE.test(value)) yield { text: value.replace(/\.$/, ''), isCode: true };
    else if (spoken && value.trim().includes(' ')) yield { text: value, isCode: false };
  } else if (Array.isArray(value)) {
    for (const item of value) yield* complaintsOf(item, family, spoken);
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (key === 'data') yield* complaintsInData(member, family);
      else yield* complaintsOf(member, family, spoken || MESSAGE_KEYS.has(key));
    }
  }
}

/** `data` holds what succeeded; complaints stand in it by the custom of each API. */
function* complaintsInData(data, family) {
  if (family.startsWith('b2b')) {
    const { errors = [], ...others } = isObject(data) ? data : {};
    // The items of a bulk answer repeat what was sent; only their details are new.
    for (const { detail, _detail, message } of errors) {
      yield* complaintsOf([detail, _detail, message], family, true);
    }
    yield* complaintsOf(others, family, true);
  } else if (family.startsWith('graphql')) {
    for (const errors of nestedErrors(data)) yield* complaintsOf(errors, family, true);
  } else {
    for (const item of listOf(data)) if (isFailure(item)) yield* complaintsOf(item, family);
  }
}

/** The non-empty `errors` lists at any depth. */
function* nestedErrors(value) {
  if (!isObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === 'errors' && Array.isArray(member) && member.length > 0) yield member;
    else yield* nestedErrors(member);
  }
}

/** As {@link complaintsOf}, for a body that is no JSON value. */
function* complaintsInText(text) {
  if (text.startsWith('<')) return;
  if (!text.startsWith('{')) return yield { text, isCode: false };
  // JSON with a mistake in it.
  for (const [, , quoted] of text.matchAll(/"(message|title|detail|error)"\s*:\s*("(?:[^"\\]|\\.)*")/g)) {
    const string = JSON.parse(quoted);
    if (string.includes(' ')) yield { text: string, isCode: false };
  }
}

/** Whether some of the batch was saved and some was not. */
function isMixed(body) {
  if (!isObject(body) || Array.isArray(body)) return false;
  const { data, errors, meta } = body;
  if (Number(meta?.success) > 0 && Number(meta.failed ?? meta.failure) > 0) return true;
  const saved = listOf(data).filter((item) => !isEmpty(item) && !isFailure(item));
  const refused = listOf(data).filter(isFailure);
  return saved.length > 0 && (refused.length > 0 || !isEmpty(errors));
}

const BY_STATUS = new Map([
  [202, ['accepted']],
  [204, ['ok', 'empty']],
  [304, ['not-modified']],
  [401, ['denied']],
  [403, ['denied']],
  [404, ['missing']],
  [405, ['rejected', 'missing']],
  [409, ['conflict']],
  [429, ['throttled']],
  [500, ['failed']],
  [501, ['failed']],
  [505, ['failed']],
  [507, ['failed']],
]);

/** The outcomes that are right for a row, by its status and the structure of its body. */
function rightOutcomes({ status, method, family, body }) {
  if (family.startsWith('graphql') && status === 200) {
    const wrong = !nestedErrors(body).next().done;
    return wrong ? ['partial', 'rejected', 'denied', 'missing', 'conflict', 'failed'] : ['ok'];
  }
  if (typeof body === 'string' && body.startsWith('{')) return ['partial', 'rejected'];
  if (isMixed(body)) return ['partial'];
  // It may name no failure at all.
  if (status === 207) return isObject(body) && 'data' in body ? ['partial', 'ok'] : ['partial'];
  const outcomes = BY_STATUS.get(status) ?? byClass(status, method, body);
  // Rows of a bulk answer that were refused; whether others were kept, it does not say.
  const bulk = family.startsWith('b2b') && Array.isArray(body.data?.errors);
  return bulk ? [...outcomes, 'partial'] : outcomes;
}

function byClass(status, method, body) {
  if (status < 300) {
    const list = body?.data ?? body;
    const isNothing = method === 'GET' && Array.isArray(list) && list.length === 0;
    return [isNothing ? 'empty' : 'ok'];
  }
  if (status < 400) return ['redirect'];
  return [status < 500 ? 'rejected' : 'unavailable'];
}

const VALUES = { store_hash: 'abc123', store_domain: 'shop.example.com' };
const filled = (url) => url?.replace(/\{(\w+)\}/g, (_, name) => VALUES[name] ?? '1');

const rowExchanges = (row) => {
  const exchange = {
    method: row.method,
    url: filled(row.url),
    status: row.status,
    headers: { ...(row.content_type && { 'content-type': row.content_type }), ...row.response_headers },
  };
  const raw = typeof row.body === 'string' ? row.body : JSON.stringify(row.body);
  return [
    { ...exchange, body: raw },
    { ...exchange, body: row.body },
  ];
};

const OTHER_FAMILIES = ['webhook-event', 'provider-contract', 'stencil-cli'];
const FLAGS = ['placeholder', 'body_status_differs', 'looks_like_success'];
const hasClearOutcome = (row) => !OTHER_FAMILIES.includes(row.family) && !FLAGS.some((flag) => flag in row && row[flag] !== false);

const corpus = fileURLToPath(new URL('../../../shared/domain/bodies.jsonl', import.meta.url));
const present = existsSync(corpus);

describe('public examples', () => {
  const options = present ? {} : { skip: 'shared/domain/bodies.jsonl is not beside the repository' };
  const rows = present ? readRows(corpus) : [];
  const named = (row, index) => `line ${index + 1} (${row.status} ${row.method} ${row.path})`;

  test('none of them throws', options, () => {
    for (const [index, row] of rows.entries()) {
      for (const exchange of rowExchanges(row)) {
        assert.doesNotThrow(() => classify(exchange), named(row, index));
        assert.doesNotThrow(() => diagnose(exchange), named(row, index));
      }
    }
  });

  test('at least 99 % of what they say is kept', options, () => {
    let count = 0;
    const lost = [];
    for (const [index, row] of rows.entries()) {
      const complaints = typeof row.body === 'string' ? complaintsInText(row.body) : complaintsOf(row.body, row.family);
      const { error } = classify(rowExchanges(row)[0]);
      const words = wordsOf(error);
      const codes = codesOf(error);
      for (const { text, isCode } of complaints) {
        count += 1;
        const kept = isCode ? codes.includes(text) : words.some((word) => word.includes(flat(text)));
        if (!kept) lost.push(`${named(row, index)}: ${text}`);
      }
    }
    assert.ok(count > rows.length, `only ${count} complaints were collected from ${rows.length} rows`);
    assert.ok(lost.length <= count / 100, `${lost.length} of ${count} are lost:\n${lost.join('\n')}`);
  });

  test('their outcomes are right', options, () => {
    const wrong = [];
    for (const [index, row] of rows.entries()) {
      if (!hasClearOutcome(row)) continue;
      const expected = rightOutcomes(row);
      for (const exchange of rowExchanges(row)) {
        const { outcome } = classify(exchange);
        if (!expected.includes(outcome)) wrong.push(`${named(row, index)}: ${outcome}, not ${expected}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
});
