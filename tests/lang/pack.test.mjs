// Packed findings read and written, and what stops the build of a language.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lettered, named, pack, unpack } from '../../tools/packed.mjs';
import { checkedAll, translateFindings, translated } from '../../tools/translate.mjs';
import { TABLES } from '../../pkg/dist/knowledge/tables.js';

const [FINDINGS] = TABLES;

const GAPS = ['method', 'path', 'wait'];

const ROW = {
  id: 'request.example',
  title: 'The path does not take {A',
  url: 'https://example.com/',
  solutions: ['Use `{B`, not {A.|Look it up.', 'Wait {C.'],
  codes: '00001',
  signs: [
    { codes: '00001', head: '0?1>000000', proof: 'The path is `{B`.' },
    { codes: '00001', head: '0?1>000000', proof: '' },
    { codes: '00001', head: '0?1>000000', proof: 'The path is `{B`.' },
  ],
};

const GERMAN = {
  title: 'Der Pfad nimmt {method} nicht an',
  solutions: ['`{path}` verwenden, nicht {method}.|Nachschlagen.', '{wait} länger warten.'],
  proofs: ['Der Pfad lautet `{path}`.'],
};

const translate = (changes, others) => translateFindings(pack([ROW]), { 'request.example': { ...GERMAN, ...changes }, ...others }, GAPS);

describe('packed findings', () => {
  test('are the same text once read and written', () => {
    assert.equal(pack(unpack(FINDINGS)), FINDINGS);
    assert.deepEqual(unpack(pack([ROW])), [ROW]);
  });

  test('are the same text with each of its own texts put in its place', () => {
    // Every letter of a gap has some name.
    const gaps = Array.from({ length: 40 }, (_, at) => `gap_${at}`);
    const again = (text) => lettered(named(text, gaps), gaps);
    const rows = unpack(FINDINGS).map((row) => ({
      ...row,
      title: again(row.title),
      solutions: row.solutions.map(again),
      signs: row.signs.map((sign) => ({ ...sign, proof: again(sign.proof) })),
    }));
    assert.equal(pack(rows), FINDINGS);
  });

  test('hold texts that are longer in bytes than in characters', () => {
    const row = { ...ROW, title: 'Größe überschritten: „ü“ 😀', solutions: ['ß'.repeat(100)] };
    assert.deepEqual(unpack(pack([row])), [row]);
  });

  test('hold no text that is too long for its length', () => {
    assert.throws(() => pack([{ ...ROW, title: 'x'.repeat(64 ** 3) }]), /does not fit into 3 digits/);
  });
});

describe('translated findings', () => {
  test('have the texts of the language, and marks where the core says something', () => {
    const [row] = unpack(translate());
    assert.equal(row.title, 'Der Pfad nimmt {A nicht an');
    assert.deepEqual(row.solutions, ['`{B` verwenden, nicht {A.|Nachschlagen.', '\u2068{C\u2069 länger warten.']);
    assert.deepEqual(row.signs.map(({ proof }) => proof), ['Der Pfad lautet `{B`.', '', 'Der Pfad lautet `{B`.']);
    assert.deepEqual(row.signs.map(({ head }) => head), ROW.signs.map(({ head }) => head));
  });

  /** What is wrong, and what the message has to name of it. */
  const WRONG = {
    'a missing title': [{ title: undefined }, 'there is no text', 'The path does not take {method}'],
    'an empty title': [{ title: ' ' }, 'there is no text', 'The path does not take {method}'],
    'the English title': [{ title: 'The path does not take {method}' }, 'the text is the English one', 'take {method}'],
    'a solution less': [{ solutions: GERMAN.solutions.slice(0, 1) }, 'there is no text', 'Wait {wait}.'],
    'a solution too many': [{ solutions: [...GERMAN.solutions, 'Warten.'] }, 'one text too many: Warten.', 'Wait {wait}.'],
    'a missing proof': [{ proofs: [] }, 'there is no text', 'The path is `{path}`.'],
    'no proofs at all': [{ proofs: undefined }, 'there is no list', 'The path is `{path}`.'],
    'a gap that is not in the English': [{ title: 'Der Pfad nimmt {methods} nicht an' }, 'the gap “{methods}” is not in the English', 'take {method}'],
    'a gap less': [{ title: 'Der Pfad nimmt das nicht an' }, 'the gap “{method}” is missing', 'take {method}'],
    'a gap in another alternative': [
      { solutions: ['Nachschlagen.|`{path}` verwenden, nicht {method}.', GERMAN.solutions[1]] },
      'is missing',
      'Use `{path}`, not {method}.',
    ],
    'an open backtick': [{ proofs: ['Der Pfad lautet `{path}.'] }, 'a backtick is not closed', 'The path is `{path}`.'],
    'other code': [{ proofs: ['Der Pfad lautet `{path}/`.'] }, 'the code “{path}/” is not in the English', 'The path is `{path}`.'],
    'another number': [{ title: 'Der Pfad nimmt {method} nicht an (V2)' }, 'the number “2” is not in the English', 'take {method}'],
    'another method': [{ title: 'Der Pfad nimmt {method} nicht an, nur GET' }, 'the method “GET” is not in the English', 'take {method}'],
    'a second line': [{ title: 'Der Pfad\nnimmt {method} nicht an' }, 'more than one line', 'take {method}'],
    'a part of another name': [{ hints: ['Warten.'] }, '“hints” is left over', ''],
  };
  for (const [name, [changes, what, english]] of Object.entries(WRONG)) {
    test(`stop the build for ${name}`, () => {
      assert.throws(
        () => translate(changes),
        ({ message }) => ['request.example', what, english].every((part) => message.includes(part)) || assert.fail(message),
      );
    });
  }

  test('stop the build for a finding that is missing or left over', () => {
    assert.throws(() => translate(undefined, { 'request.other': GERMAN }), /“request.other” is left over/);
    assert.throws(() => translateFindings(pack([ROW]), {}, GAPS), /request\.example: there is nothing[^]*The path does not take/);
  });
});

describe('a language', () => {
  const english = { ui: { status: 'Status' }, advice: { never: 'No.' } };
  const words = {
    lang: 'de',
    ui: { status: 'Status' },
    advice: { never: 'Nein.' },
    phrases: { notes: { 'The body ends.': 'Der Body endet.' } },
    findings: { 'request.example': GERMAN },
  };
  const build = (changes) => translated({ ...words, ...changes }, english, pack([ROW]), GAPS);

  test('is its words, with the findings packed', () => {
    assert.deepEqual(build(), { ...words, findings: translate() });
  });

  test('stops the build where it is not whole', () => {
    assert.throws(() => build({ advice: {} }), /de advice never: there is no text\n {2}English: No\./);
    assert.throws(() => build({ advice: undefined }), /de advice: there is nothing/);
    assert.throws(() => build({ ui: {} }), /de ui status: there is no text\n {2}English: Status/);
    assert.throws(() => build({ words: {} }), /de: “words” is left over/);
    assert.throws(() => build({ phrases: { notes: { 'The body ends.': 'The body ends.' } } }), /de phrases notes: the text is the English one/);
  });

  test('has numbers in its own form, and methods within its own words', () => {
    const one = (english, text) => checkedAll('x', english, text);
    assert.equal(one('Up to 1,024 or 4.2 s', 'Bis 1.024 oder 4,2 s'), 'Bis 1.024 oder 4,2 s');
    assert.equal(one('Some POSTs of V3', 'Manche POST-Anfragen in V3'), 'Manche POST-Anfragen in V3');
    assert.throws(() => one('Up to 1,024', 'Bis 1.025'), /the number “1025” is not in the English/);
    assert.throws(() => one('At /v3/carts', 'Unter der Route'), /the number “3” is missing/);
    assert.throws(() => one('Use PUT', 'Zum Ändern verwenden'), /the method “PUT” is missing/);
  });

  test('holds lists to their length', () => {
    assert.deepEqual(checkedAll('x', ['a', 'b'], ['c', 'd']), ['c', 'd']);
    assert.throws(() => checkedAll('x', ['a'], 'c'), /there is no list/);
  });
});
