// Which rows of the table are seen, and in which order; the words that an element speaks with.

import assert from 'node:assert/strict';
import { STATUS_CODES } from 'node:http';
import { describe, it } from 'node:test';
import { ENGLISH } from '../../pkg/dist/widget/english.js';
import { about, allCodes, retriesOf } from '../../pkg/dist/widget/codes.js';
import { addLanguage, fill, onLanguage, wordsFor } from '../../pkg/dist/widget/language.js';
import { CLASSES, RETRIES, SORTS, groupsOf, searchable } from '../../pkg/dist/widget/rows.js';
import { spoken } from '../../pkg/dist/widget/spoken.js';
import { decideRetry, statuses } from '../../pkg/dist/index.js';

const rows = searchable(allCodes().map((code) => about(code)));
const view = { query: '', only: [], retry: '', sort: 'code' };
const seen = (changes) => groupsOf(rows, { ...view, ...changes });
const codes = (changes) => seen(changes).flatMap((group) => group.rows.map(({ code }) => code));

describe('the rows', () => {
  it('are all, by class, where nothing is asked', () => {
    assert.deepEqual(
      seen({}).map((group) => group.class),
      CLASSES,
    );
    assert.deepEqual(
      codes({}),
      statuses().map(({ code }) => code),
    );
  });

  it('are found by code, class and words', () => {
    assert.deepEqual(codes({ query: '429' }), [429]);
    assert.deepEqual(codes({ query: ' 50x ' }), [500, 501, 502, 503, 504, 505, 507, 509]);
    assert.deepEqual(codes({ query: '3xx' }), [301, 302, 304]);
    assert.ok(codes({ query: '5' }).includes(503));
    assert.deepEqual(codes({ query: 'too many REQUESTS' }), [429]);
    assert.deepEqual(codes({ query: 'unavailable 50' }), [503]);
    assert.deepEqual(codes({ query: '404 3xx' }), [301, 302, 304, 404]);
    assert.deepEqual(codes({ query: 'zebra' }), []);
    assert.deepEqual(seen({ query: 'zebra', sort: 'name' }), []);
  });

  it('say why they are there, where the table does not show it', () => {
    const [
      {
        rows: [row],
      },
    ] = seen({ query: 'spam' });
    assert.match(row.excerpt, /spam/i);
    const [
      {
        rows: [shown],
      },
    ] = seen({ query: 'too many requests' });
    assert.equal(shown.excerpt, '');
  });

  it('are found by the names that HTTP has for them', () => {
    for (const code of codes({}))
      if (STATUS_CODES[code]) assert.ok(codes({ query: STATUS_CODES[code] }).includes(code), STATUS_CODES[code]);
    assert.equal(seen({ query: 'not found' })[0].rows[0].excerpt, 'Not Found');
  });

  it('are filtered by class and by advice', () => {
    assert.deepEqual(codes({ only: ['redirection'] }), [301, 302, 304]);
    assert.ok(codes({ retry: 'after-wait' }).every((code) => about(code).retry === 'after-wait'));
    assert.deepEqual(codes({ only: ['success'], retry: 'never' }), []);
    for (const retry of RETRIES) assert.ok(codes({ retry }).length > 0, retry);
  });

  it('are sorted, and are of one group where the order mixes classes', () => {
    for (const sort of SORTS) {
      const sorted = codes({ sort });
      const reversed = codes({ sort: sort.startsWith('-') ? sort.slice(1) : `-${sort}` });
      assert.deepEqual(sorted, reversed.toReversed(), sort);
      assert.equal(sorted.length, rows.length, sort);
      assert.equal(seen({ sort }).length, sort.endsWith('code') ? 4 : 1, sort);
    }
    assert.equal(codes({ sort: 'name' })[0], 202);
  });
});

describe('what is decided about a code', () => {
  it('is what decideRetry says, for every code', () => {
    for (let code = 100; code < 600; code++) {
      const decided = ['GET', 'POST'].flatMap((method) =>
        ['interactive', 'background'].map((profile) => decideRetry({ method, status: code }, {}, { profile, jitter: false })),
      );
      const told = retriesOf(code).flatMap(({ decisions }) => decisions);
      const waits = decided.some(({ retry, delayMs }) => retry || delayMs > 0);
      assert.deepEqual(
        told.map(({ retry, delayMs, rule }) => [retry, delayMs, rule]),
        waits ? decided.map(({ retry, delayMs, rule }) => [retry, delayMs, rule]) : [],
        `${code}`,
      );
    }
  });

  it('is nothing for what is no code', () => {
    assert.deepEqual(retriesOf(42), []);
  });
});

describe('the words', () => {
  it('are those of the nearest language, English where it has none', () => {
    addLanguage({ lang: 'tlh', ui: { search: 'nej', classes: { success: 'Qap' } } });
    assert.equal(wordsFor('tlh-Latn').ui.search, 'nej');
    assert.equal(wordsFor('TLH').lang, 'tlh');
    assert.equal(wordsFor('tlh').ui.reset, ENGLISH.reset);
    assert.deepEqual(wordsFor('tlh').ui.classes, { ...ENGLISH.classes, success: 'Qap' });
    assert.equal(wordsFor('xx').ui.search, ENGLISH.search);
    assert.equal(wordsFor('').lang, 'en');
  });

  it('can be replaced one by one, and those who use them hear of it', () => {
    let heard = 0;
    const forget = onLanguage(() => heard++);
    addLanguage({ lang: 'qx', ui: { search: 'one', reset: 'two' } });
    addLanguage({ lang: 'qx', ui: { search: 'three' } });
    forget();
    addLanguage({ lang: 'qx', ui: { search: 'four' } });
    assert.equal(heard, 2);
    assert.deepEqual([wordsFor('qx').ui.search, wordsFor('qx').ui.reset], ['four', 'two']);
    assert.equal(wordsFor('qx', { search: 'own' }).ui.search, 'own');
  });

  it('are only taken where they can be said', () => {
    const own = { search: 5, classes: null, advice: 'x', reset: 'Again', confidence: { certain: 1, likely: 'maybe' }, other: 'x' };
    const { ui } = wordsFor('en', own);
    assert.deepEqual(ui, { ...ENGLISH, reset: 'Again', confidence: { ...ENGLISH.confidence, likely: 'maybe' } });
    assert.deepEqual(wordsFor('en', 'text').ui, ENGLISH);
  });

  it('have a tag', () => {
    assert.throws(() => addLanguage({}), { name: 'TypeError', message: /needs its tag, such as \{ lang: 'de'/ });
    assert.throws(() => addLanguage(null), TypeError);
  });

  it('say durations in the largest units', () => {
    const said = (ms) => spoken(ms, { decimal: ',' });
    assert.deepEqual([0, 320, 999, 999.5, 4200, 59_950.5, 90_000].map(said), [
      '0 ms',
      '320 ms',
      '999 ms',
      '1 s',
      '4,2 s',
      '1 min',
      '1 min 30 s',
    ]);
  });

  it('keep a gap that nothing fills', () => {
    assert.equal(fill('{a} of {b}', { a: 0 }), '0 of {b}');
  });
});
