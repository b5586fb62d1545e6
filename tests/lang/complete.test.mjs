// Every text of the product has one in each language, of the same form.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { REASONS } from '../../pkg/dist/knowledge/reasons.js';
import { STATUSES } from '../../pkg/dist/knowledge/statuses.js';
import { english, englishIn, languages } from './words.mjs';

const CONTROLS = ['page', 'ui'];

const spansOf = (text) =>
  text
    .split('`')
    .filter((_, at) => at % 2)
    .sort();
const gapsOf = (text) => (text.match(/\{\w+\}/g) ?? []).sort();

/** Numbers as English or another language writes them, versions, and methods as in “POST-Anfragen” and “POSTs”. */
const factsOf = (text) =>
  (text.replace(/`[^`]*`/g, '').match(/\d+([.,\u00a0\u202f]\d+)*|\b(GET|POST|PUT|PATCH|DELETE|TRACE)(?![A-Z])/g) ?? [])
    .map((fact) => fact.replace(/[.,\u00a0\u202f]/g, ''))
    .sort();

const groupOf = (id) => id.split('.')[0];

const GROUPS = [...new Set([...english.keys()].map(groupOf))].filter((group) => group !== 'decimal');

for (const [lang, { words, module }] of Object.entries(languages)) {
  describe(`the words of ${lang}`, () => {
    for (const group of GROUPS) {
      const ids = [...english.keys()].filter((id) => groupOf(id) === group);

      test(`have all texts, gaps, code, numbers and methods of ${group}, and nothing else`, () => {
        assert.deepEqual(
          [...words.keys()].filter((id) => groupOf(id) === group),
          ids,
        );
        for (const id of ids) {
          const [originals, texts] = [english.get(id), words.get(id)];
          assert.equal(texts.length, originals.length, `texts of ${id}: ${texts}`);
          for (const [at, original] of originals.entries()) {
            const alternatives = texts[at].split('|');
            assert.equal(alternatives.length, original.split('|').length, `alternatives of ${id}: ${texts[at]}`);
            for (const [which, alternative] of original.split('|').entries()) {
              const text = alternatives[which];
              assert.equal(text.split('`').length % 2, 1, `an open backtick in ${id}: ${text}`);
              assert.deepEqual(gapsOf(text), gapsOf(alternative), `gaps of ${id}: ${text}`);
              assert.deepEqual(spansOf(text), spansOf(alternative), `code of ${id}: ${text}`);
              assert.deepEqual(factsOf(text), factsOf(alternative), `numbers and methods of ${id}: ${text}`);
            }
          }
        }
      });

      test(`leave nothing of ${group} in English`, () => {
        for (const id of ids) {
          for (const [at, text] of words.get(id).entries()) {
            // “Status” and “Code” are words of both languages.
            if (!CONTROLS.includes(group)) assert.notEqual(text, english.get(id)[at], id);
            assert.equal(englishIn(text, lang), undefined, `${id}: ${text}`);
          }
        }
      });
    }

    test('are delivered as they are written', () => {
      assert.equal(module.lang, lang);
      assert.equal(module.ui.search, words.get('ui.search')[0]);
      assert.equal(module.ui.classes.success, words.get('ui.classes.success')[0]);
      assert.deepEqual(Object.keys(module.statuses), Object.keys(STATUSES));
      assert.deepEqual(module.statuses[429], [
        words.get('status.429')[0],
        words.get('status.429.causes'),
        words.get('status.429.solutions'),
      ]);
      assert.deepEqual(Object.keys(module.reasons), Object.keys(REASONS));
      assert.equal(module.advice.never, words.get('advice.never')[0]);
      assert.equal(module.render.decimal, words.get('decimal')[0]);
      assert.ok(module.words.includes(`\nrequest.url-port\n ${words.get('request.url-port')[0]}\n`));
      for (const pairs of Object.values(STATUSES).map((row) => row[7])) {
        for (const [at, url] of pairs.entries()) if (at % 2) assert.notEqual(module.links[url], undefined, url);
      }
    });
  });
}
