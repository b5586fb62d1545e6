// The parts of an archive or a log, one after the other, of which no more is held than the longest.

import { wrong } from '../core/checks.js';
import { Archive } from './archive-parts.js';
import { Lines } from './lines-parts.js';

/**
 * A part, and where it begins. Of one that was lost there is no text: it is too long, or the input is damaged there.
 * @typedef {{ text: string, line?: number, entry?: number, lost?: 'long' | 'damaged' }} Entry
 */
/** @typedef {string | AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>} Source */

/** Parts of a text that is given as a whole. */
const PART = 1024 * 1024;

/**
 * Those of a chunk together, since there are many.
 * @param {Source} source
 * @returns {AsyncGenerator<Entry[]>}
 */
export async function* batchesIn(source) {
  let begin = '';
  /** @type {Archive | Lines | undefined} */
  let parts;
  let isDamaged = false;
  for await (const chunk of textsOf(source, () => {
    isDamaged = true;
  })) {
    if (parts) yield parts.take(chunk);
    else {
      begin += chunk;
      parts = partsOf(begin);
      if (parts) yield parts.take(begin);
    }
  }
  parts ??= new Lines();
  const last = [...parts.take(begin && !parts.isBegun ? begin : ''), ...parts.end()];
  yield isDamaged ? [...last, { text: '', lost: 'damaged' }] : last;
}

/** How much of the beginning is looked at. */
const LOOKED_AT = 4096;

/** Whatever writes a HAR, it begins its log with one of these. In logs of containers `log` is a text. */
const HAR = /^\{\s*"log"\s*:\s*\{\s*"(?:version|creator|browser|pages|entries|comment|_\w+)"/;

/**
 * Undefined as long as the beginning does not tell.
 * @type {(text: string) => Archive | Lines | undefined}
 */
const partsOf = (text) => {
  const begin = text.slice(0, LOOKED_AT).trimStart();
  if (HAR.test(begin)) return new Archive(['log', 'entries']);
  if (/^\[\s*\{/.test(begin)) return new Archive([]);
  const mayBe = text.length < LOOKED_AT && /^(?:\{\s*(?:"(?:l(?:o(?:g(?:"[\s:{]*(?:"\w*)?)?)?)?)?)?|\[\s*)?$/.test(begin);
  return mayBe ? undefined : new Lines();
};

/**
 * @param {any} source
 * @param {() => void} tellDamage
 * @returns {AsyncGenerator<string>}
 */
async function* textsOf(source, tellDamage) {
  if (typeof source === 'string') {
    const text = source.replace(/^\ufeff/, '');
    for (let at = 0; at < text.length; at += PART) yield text.slice(at, at + PART);
    return;
  }
  if (!source?.[Symbol.asyncIterator] && !source?.[Symbol.iterator])
    throw wrong('source', 'a string or an async iterable of chunks', source);
  /** @type {TextDecoder | undefined} */
  let decoder;
  for await (const chunk of unzipped(source, tellDamage)) {
    if (typeof chunk === 'string') {
      yield chunk;
      continue;
    }
    // Windows' PowerShell redirects in UTF-16.
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8');
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

/**
 * Told by its first bytes, whatever its name.
 * @type {(source: AsyncIterable<any>, tellDamage: () => void) => AsyncGenerator<any>}
 */
async function* unzipped(source, tellDamage) {
  /** @type {Uint8Array | undefined} */
  let first;
  const chunks = (async function* () {
    for await (const chunk of source) yield chunk;
  })();
  for await (const chunk of { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) }) {
    if (typeof chunk === 'string' || !isBytes(chunk)) {
      if (first) yield first;
      first = undefined;
      yield chunk;
      break;
    }
    first = first ? joined(first, chunk) : chunk;
    if (first.length > 1) break;
  }
  if (first && first[0] === 0x1f && first[1] === 0x8b) yield* inflated(first, chunks, tellDamage);
  else {
    if (first) yield first;
    yield* chunks;
  }
}

/**
 * @param {unknown} value
 * @returns {value is Uint8Array}
 */
const isBytes = (value) => ArrayBuffer.isView(value);

/** @type {(one: Uint8Array, other: Uint8Array) => Uint8Array} */
const joined = (one, other) => {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
};

/**
 * What was written up to a damage is read all the same.
 * @param {Uint8Array} first
 * @param {AsyncGenerator<any>} rest
 * @param {() => void} tellDamage
 */
async function* inflated(first, rest, tellDamage) {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  /** @type {unknown} */
  let broken;
  const pumped = (async () => {
    try {
      await writer.write(/** @type {any} */ (first));
      for await (const chunk of rest) await writer.write(chunk);
      await writer.close();
    } catch (error) {
      broken = error;
      await writer.abort(error).catch(() => {});
    }
  })();
  const reader = stream.readable.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      yield value;
    }
  } catch (error) {
    broken ??= error;
  }
  await reader.cancel().catch(() => {});
  await pumped;
  if (broken) tellDamage();
}
