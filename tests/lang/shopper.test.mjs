// What shoppers are told: in each language, of every outcome, and nothing that is none of theirs.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { diagnose, shopperMessage } from '../../pkg/dist/index.js';
import { OUTCOMES } from '../../pkg/dist/knowledge/sets.js';
import { languages } from './words.mjs';

const NOT_THEIRS = /token|store\b|boutique|jeton|\bAPI\b|scope|HTTP|server|BigCommerce|quota|kontingent/i;
const tags = ['en', ...Object.keys(languages)];

describe('a message for shoppers', () => {
  test('is there in each language for every outcome', () => {
    assert.ok(tags.length > 2, tags.join());
    const outcomes = OUTCOMES;
    assert.equal(outcomes.length, 14);
    for (const tag of tags) {
      const said = outcomes.map((outcome) => shopperMessage(outcome, tag));
      assert.equal(new Set(said).size, outcomes.length, `${tag}: each its own`);
      for (const text of said) {
        assert.match(text, /[.]$/, tag);
        assert.doesNotMatch(text, NOT_THEIRS, tag);
        assert.ok(text.length < 140, text);
      }
    }
  });

  test('goes by the outcome of a diagnosis', () => {
    const diagnosis = diagnose({ status: 503 });
    assert.equal(shopperMessage(diagnosis), shopperMessage('unavailable'));
    assert.equal(shopperMessage(diagnosis, 'fr'), shopperMessage('unavailable', 'fr'));
    assert.notEqual(shopperMessage(diagnosis, 'fr'), shopperMessage(diagnosis));
  });

  test('takes a tag of a language by its beginning, and says others in English', () => {
    assert.equal(shopperMessage('failed', 'de-AT'), shopperMessage('failed', 'de'));
    for (const tag of ['xx', '', 'constructor', null, undefined])
      assert.equal(shopperMessage('failed', tag), shopperMessage('failed', 'en'));
  });

  test('is replaced by your own, where there is one', () => {
    const own = { lang: 'de', failed: 'Gleich geht es weiter.' };
    assert.equal(shopperMessage('failed', own), own.failed);
    assert.equal(shopperMessage('missing', own), shopperMessage('missing', 'de'));
    assert.equal(shopperMessage('missing', {}), shopperMessage('missing'));
  });

  test('is refused for what is none', () => {
    for (const what of [undefined, null, 429, 'toString', 'Throttled', {}, { classification: {} }]) {
      assert.throws(() => shopperMessage(what), { name: 'TypeError', message: /^what must be a diagnosis, or an outcome/ });
    }
    assert.throws(() => shopperMessage('failed', { fialed: 'Ours' }), {
      name: 'TypeError',
      message: /^language\.fialed is unknown; known: lang, /,
    });
    assert.throws(() => shopperMessage('failed', 7), { name: 'TypeError', message: /^language must be a language such as 'de'/ });
  });
});
