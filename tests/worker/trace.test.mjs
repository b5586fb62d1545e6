// What finds tokens and hashes, whatever characters they are made of.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { install } from '../runtimes/installed.mjs';

const { directory } = await install();
const { hashPattern, isIn, tokenPattern, without } = await import(pathToFileURL(join(directory, 'dist', 'worker', 'trace.js')).href);

/** Tokens of all characters that one may have, of all lengths from 8 to 40. */
const VISIBLE = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at));
const TOKENS = Array.from({ length: 200 }, (_, at) =>
  Array.from({ length: 8 + (at % 33) }, (_, place) => VISIBLE[(at * 31 + place * place * 7 + place * at) % 94]).join(''),
);

const percent = (text) => text.replace(/./g, (char) => `%${char.charCodeAt(0).toString(16)}`);
const bytes = (text, coding) => Buffer.from(text).toString(coding);

describe('a token', () => {
  for (const [how, spelled] of [
    ['as it is', (token) => token],
    ['in small letters', (token) => token.toLowerCase()],
    ['percent-encoded', percent],
    ['percent-encoded as URLs are', encodeURIComponent],
    ['percent-encoded three times', (token) => percent(token).replaceAll('%', '%2525')],
    ['in base64', (token) => bytes(token, 'base64')],
    ['in base64 between others', (token) => bytes(`ab${token}cd`, 'base64')],
    ['in base64 behind another', (token) => bytes(`a${token}`, 'base64url')],
    ['in base64, percent-encoded', (token) => encodeURIComponent(bytes(token, 'base64'))],
    ['in hexadecimal digits', (token) => bytes(token, 'hex').toUpperCase()],
  ]) {
    test(`is found ${how}`, () => {
      for (const token of TOKENS) {
        const pattern = tokenPattern(token);
        const text = `before ${spelled(token)} behind`;
        assert.ok(isIn(text, pattern), `${token}: ${text}`);
        assert.deepEqual(without({ a: [text, 'other'] }, pattern, '***').a[1], 'other');
        assert.ok(!isIn(without({ text }, pattern, '***').text, pattern), `${token}: ${text}`);
      }
    });
  }

  test('is not found in another', () => {
    for (const [at, token] of TOKENS.entries()) {
      const other = TOKENS[(at + 1) % TOKENS.length];
      if (!other.toLowerCase().includes(token.toLowerCase())) assert.ok(!isIn(other, tokenPattern(token)), `${token} in ${other}`);
    }
  });
});

test('a hash is found where it is a word, and not within another', () => {
  const pattern = hashPattern('abc123');
  const covered = (text) => without({ text }, pattern, '{store_hash}').text;
  for (const [text, wanted] of [
    ['/stores/abc123/v3', '/stores/{store_hash}/v3'],
    ['store-ABC123-1.mybigcommerce.com', 'store-{store_hash}-1.mybigcommerce.com'],
    ['%2Fstores%2Fabc123%2Fv3', '%2Fstores%2F{store_hash}%2Fv3'],
    ['%61bc12%33', '{store_hash}'],
    ['abc123', '{store_hash}'],
    ['abc123 and abc123', '{store_hash} and {store_hash}'],
    ['xabc123 abc1234 abc12 fabc123', 'xabc123 abc1234 abc12 fabc123'],
  ]) {
    assert.equal(covered(text), wanted);
  }
});
