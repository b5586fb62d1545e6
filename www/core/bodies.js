// Bodies in the forms in which callers have them, to texts for the core. They are cut before they
// cross: the memory of the WebAssembly never shrinks.

import { isVast, parsed, written } from './json.js';
import { LONGEST_BODY } from '../knowledge/limits.js';
import { TextDecoder, TextEncoder } from './utf8.js';

/** By one more character than it reads the core knows that there is more. */
const MOST = LONGEST_BODY + 1;
/** A mark of the encoding is lost, and the last character may be cut. */
const MOST_BYTES = MOST + 7;

/**
 * Of a stream, a Blob and their kin nothing is known without reading them.
 * @type {(value: any) => boolean}
 */
const isUnread = (value) =>
  typeof value.getReader === 'function' || typeof value.arrayBuffer === 'function' || typeof value.pipe === 'function' || isForm(value);

/** @type {(value: unknown) => boolean} */
const isForm = (value) => typeof FormData === 'function' && value instanceof FormData;

/**
 * @param {unknown} value
 * @returns {value is ArrayBuffer | ArrayBufferView<ArrayBuffer>}
 */
const isBytes = (value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer;

/** @param {any} bytes An ArrayBuffer or a view of one. */
const beginningOf = (bytes) => new Uint8Array(bytes.buffer ?? bytes, bytes.byteOffset ?? 0, Math.min(bytes.byteLength, MOST_BYTES));

/**
 * As much of a text as the core reads: in bytes, of which a character has up to three.
 * @type {(text: string) => string}
 */
const startOf = (text) => {
  const start = text.slice(0, MOST);
  if (start.length * 3 <= MOST) return start;
  return start.slice(0, new TextEncoder().encodeInto(start, new Uint8Array(MOST + 3)).read);
};

/**
 * The body of a response: text, bytes, or a parsed JSON value; as much of it as the core reads.
 * @type {(value: unknown) => string | undefined}
 */
export const answerBody = (value) => {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object') return startOf(String(value));
  try {
    if (isBytes(value)) return new TextDecoder().decode(beginningOf(value));
    return isUnread(value) ? undefined : written(value, MOST);
  } catch {
    // A circular object came from no network, and says nothing that could be read.
    return undefined;
  }
};

/**
 * The body of a request, of which the core looks at the shape only.
 * @type {(value: unknown) => string | undefined}
 */
export const requestBody = (value) => {
  const whole = typeof URLSearchParams === 'function' && value instanceof URLSearchParams ? String(value) : value;
  const text = answerBody(whole);
  if (isBytes(whole)) return whole.byteLength > MOST_BYTES ? shapeOf(new TextDecoder().decode(whole)) : text;
  if (text === undefined || (text.length < MOST && !(typeof whole === 'string' && text.length < whole.length))) return text;
  return typeof whole === 'string' ? shapeOf(whole) : outline(whole, true);
};

/**
 * What is no JSON is known by its beginning.
 * @type {(text: string) => string | undefined}
 */
const shapeOf = (text) => {
  const bare = text.trim();
  const isJson = bare.length >= MOST && /^[[{"]/.test(bare);
  if (isJson && isVast(bare)) return undefined;
  const value = isJson ? parsed(bare) : undefined;
  // A server may go by the other of two documents.
  return value === undefined ? startOf(bare) : outline(value, bare.split('"query"').length === 2);
};

/**
 * A list of as many items, or an object with its document of GraphQL, which tells whether it only reads.
 * @type {(value: any, hasOneQuery: boolean) => string}
 */
const outline = (value, hasOneQuery) => {
  if (Array.isArray(value)) return `[${'0,'.repeat(Math.min(value.length, LONGEST_BODY / 2) - 1)}0]`;
  const query = hasOneQuery ? value.query : undefined;
  if (typeof query === 'string' && query.length < LONGEST_BODY) return JSON.stringify({ query });
  return typeof value === 'object' ? '{}' : '0';
};
