// Tables of words read, and what stops the build of a language.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checked, checkedWords, groupOf, readWords } from '../../tools/translate.mjs';

const ENGLISH = `# Said
request.example
    The path does not take {method}
    Use \`{path}\`, not {method}.|Look it up.
    Wait {waitMs}.

shown.example
    The path is \`{path}\`.
ui.status
    Status
ui.kinds.har
    A HAR
`;

const GERMAN = {
  'request.example': ['Der Pfad nimmt {method} nicht an', '`{path}` verwenden, nicht {method}.|Nachschlagen.', '{waitMs} länger warten.'],
  'shown.example': ['Der Pfad lautet `{path}`.'],
  'ui.status': ['Status'],
  'ui.kinds.har': ['Ein HAR'],
};

const english = readWords(ENGLISH);
const german = (changes) => new Map(Object.entries({ ...GERMAN, ...changes }).filter(([, texts]) => texts));
const build = (changes) => checkedWords('de', english, german(changes));

describe('a table of words', () => {
  test('has texts by id, without comments and blank lines', () => {
    assert.deepEqual(english.get('request.example'), [
      'The path does not take {method}',
      'Use `{path}`, not {method}.|Look it up.',
      'Wait {waitMs}.',
    ]);
    assert.deepEqual([...english.keys()], ['request.example', 'shown.example', 'ui.status', 'ui.kinds.har']);
  });

  test('has groups in groups', () => {
    assert.deepEqual(groupOf(english, 'ui'), { status: 'Status', kinds: { har: 'A HAR' } });
  });

  test('has no id twice, and no text before the first', () => {
    assert.throws(() => readWords(`${ENGLISH}ui.status\n    Status\n`), /line \d+: ui\.status is there twice/);
    assert.throws(() => readWords('    Status\n'), /line 1: a text without an id/);
  });
});

describe('a language', () => {
  test('is its words, where they are whole', () => {
    assert.deepEqual(build(), german());
  });

  const [title, first, second] = GERMAN['request.example'];
  const texts = (...all) => ({ 'request.example': all });

  /** What is wrong, and what the message has to name of it. */
  const WRONG = {
    'a missing title': [texts(), 'there is no text', 'The path does not take {method}'],
    'an empty title': [texts(' ', first, second), 'there is no text', 'The path does not take {method}'],
    'the English title': [texts('The path does not take {method}', first, second), 'the text is the English one', 'take {method}'],
    'a solution less': [texts(title, first), 'there is no text', 'Wait {waitMs}.'],
    'a solution too many': [texts(title, first, second, 'Warten.'), 'one text too many: Warten.', 'Wait {waitMs}.'],
    'an id less': [{ 'request.example': undefined }, 'there is no text', 'The path does not take {method}'],
    'a gap that is not in the English': [
      texts('Der Pfad nimmt {methods} nicht an', first, second),
      'the gap “{methods}” is not in the English',
      'take {method}',
    ],
    'a gap less': [texts('Der Pfad nimmt das nicht an', first, second), 'the gap “{method}” is missing', 'take {method}'],
    'a gap in another alternative': [
      texts(title, 'Nachschlagen.|`{path}` verwenden, nicht {method}.', second),
      'is missing',
      'Use `{path}`, not {method}.',
    ],
    'an alternative less': [texts(title, 'Nachschlagen.', second), 'it has 1 alternatives', 'Use `{path}`, not {method}.'],
    'an open backtick': [
      texts(title, '`{path} verwenden, nicht {method}.|Nachschlagen.', second),
      'a backtick is not closed',
      'Use `{path}`',
    ],
    'a stray brace': [texts(title, first, '{waitMs} { länger warten.'), 'a brace is no gap', 'Wait {waitMs}.'],
    'other code': [
      texts(title, '`{path}/` verwenden, nicht {method}.|Nachschlagen.', second),
      'the code “{path}/” is not in the English',
      'Use `{path}`',
    ],
    'another number': [texts(`${title} (V2)`, first, second), 'the number “2” is not in the English', 'take {method}'],
    'another method': [texts(`${title}, nur GET`, first, second), 'the method “GET” is not in the English', 'take {method}'],
  };
  for (const [name, [changes, what, original]] of Object.entries(WRONG)) {
    test(`stops the build for ${name}`, () => {
      assert.throws(
        () => build(changes),
        ({ message }) => ['de request.example', what, original].every((part) => message.includes(part)) || assert.fail(message),
      );
    });
  }

  test('stops the build for an id that is left over', () => {
    assert.throws(() => build({ 'request.other': ['Anders'] }), /de: “request\.other” is left over/);
  });

  test('may have a word of a control in common with English, and no sentence', () => {
    assert.throws(() => build({ 'shown.example': ['The path is `{path}`.'] }), /de shown\.example: the text is the English one/);
  });

  test('has numbers in its own form, and methods within its own words', () => {
    const one = (original, text) => checked('x', original, text);
    assert.equal(one('Up to 1,024 or 4.2 s', 'Bis 1.024 oder 4,2 s'), 'Bis 1.024 oder 4,2 s');
    assert.equal(one('Some POSTs of V3', 'Manche POST-Anfragen in V3'), 'Manche POST-Anfragen in V3');
    assert.throws(() => one('Up to 1,024', 'Bis 1.025'), /the number “1025” is not in the English/);
    assert.throws(() => one('At /v3/carts', 'Unter der Route'), /the number “3” is missing/);
    assert.throws(() => one('Use PUT', 'Zum Ändern verwenden'), /the method “PUT” is missing/);
  });
});
