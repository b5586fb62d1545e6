// Every text of the product has a German one, of the same form.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { de, englishIn, known, pairs, rows } from './words.mjs';

const KNOWLEDGE = ['statuses', 'links', 'advice', 'reasons', 'findings', 'render'];
const OTHERS = ['ui', 'phrases'];

const spansOf = (text) => text.split('`').filter((_, at) => at % 2).sort();
const gapsOf = (text) => (text.match(/\{(\w+\}|.)/g) ?? []).sort();

/** Numbers as English or German writes them, versions, and methods as in “POST-Anfragen” and “POSTs”. */
const factsOf = (text) =>
  (text.replace(/`[^`]*`/g, '').match(/\d+([.,]\d+)*|\b(GET|POST|PUT|PATCH|DELETE|TRACE)(?![A-Z])/g) ?? []).map((fact) => fact.replace(/[.,]/g, '')).sort();

describe('the German', () => {
  for (const kind of [...KNOWLEDGE, ...OTHERS]) {
    test(`has all texts, gaps, code, numbers and methods of ${kind}, and nothing else`, () => {
      const all = pairs(kind);
      assert.ok(all.length > 2, `only ${all.length} texts`);
      for (const [place, english, german] of all) {
        assert.equal(typeof german, 'string', `${place} is missing: ${english}`);
        assert.equal(typeof english, 'string', `${place} is left over: ${german}`);
        const texts = german.split('|');
        assert.equal(texts.length, english.split('|').length, `alternatives of ${place}: ${german}`);
        for (const [at, alternative] of english.split('|').entries()) {
          assert.equal(texts[at].split('`').length % 2, 1, `an open backtick in ${place}: ${texts[at]}`);
          assert.deepEqual(gapsOf(texts[at]), gapsOf(alternative), `gaps of ${place}: ${texts[at]}`);
          assert.deepEqual(spansOf(texts[at]), spansOf(alternative), `code of ${place}: ${texts[at]}`);
          assert.deepEqual(factsOf(texts[at]), factsOf(alternative), `numbers and methods of ${place}: ${texts[at]}`);
        }
      }
    });
  }

  for (const kind of [...KNOWLEDGE, ...OTHERS]) {
    test(`leaves nothing of ${kind} in English`, () => {
      for (const [place, english, german] of pairs(kind)) {
        // Signs without a proof quote the answer; “Status” and “Code” are words of both languages.
        if (english && KNOWLEDGE.includes(kind)) assert.notEqual(german, english, place);
        assert.equal(englishIn(german), undefined, `${place}: ${german}`);
      }
    });
  }

  test('has no name of a link and no reason too many', () => {
    for (const [kind, texts] of Object.entries(known)) assert.deepEqual(Object.keys(de[kind]).sort(), [...texts].sort(), kind);
  });

  test('looks for the same in an exchange', () => {
    const searched = (all) => all.map(({ id, url, codes, signs }) => ({ id, url, codes, signs: signs.map(({ codes, head }) => ({ codes, head })) }));
    assert.ok(rows.english.length > 80, `only ${rows.english.length} findings`);
    assert.deepEqual(searched(rows.german), searched(rows.english));
  });
});
